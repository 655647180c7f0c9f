"""Which reader a file gets, and the files that aren't contacts: what each is, and the way out."""

from __future__ import annotations

import io
import zipfile

import pytest

from netpractice.domain.errors import InputError
from netpractice.exchange.reading import read_file

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEND:VCARD\r\n"


@pytest.mark.parametrize("name", ["people.vcf", "people.csv", "people"])
@pytest.mark.parametrize("before", ["", "\r\n", "  "])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_cards_are_known_by_what_is_in_the_file(name: str, before: str, encoding: str) -> None:
    read = read_file(name, f"{before}{CARD}".encode(encoding))
    assert [card.name for card in read.cards] == ["Ann Lee"]


def test_a_table_is_known_whatever_its_name() -> None:
    read = read_file("people.vcf", b"Name,E-mail\nAnn Lee,ann@example.org\n")
    assert [card.name for card in read.cards] == ["Ann Lee"]


def archive(*names: str) -> bytes:
    """A ZIP archive with some files in it, always the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name), "x")
    return file.getvalue()


LINKEDIN_MESSAGES = (
    b"CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT\n1,a,b,c,d,e,f,g\n"
)
PAGE = b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Name,E-mail</body></html>"
REFUSED = [
    (b"", "this file is empty"),
    (b"\0" * 4096, "there is nothing in this file"),
    (b"\xef\xbb\xbf", "there is nothing in this file"),
    (" \r\n\t".encode("utf-16"), "there is nothing in this file"),
    (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
    (b"%PDF-1.7\n", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of the old kind"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b\x08\0", "a packed file"),
    (
        archive("messages.csv", "Connections.csv"),
        "LinkedIn's archive, not contacts. Unpack it, and take Connections.csv",
    ),
    (archive("xl/workbook.xml"), "an Excel workbook, not contacts. Open it in its program and save the sheet"),
    (archive("Takeout/contacts/all.vcf"), "an archive with vCards"),
    (archive("a.txt"), "an archive .ZIP."),
    (PAGE, "a web page"),
    (b"\n\n <HTML lang='en'>Name,E-mail", "a web page"),
    (b"<table><tr><td>Name</td></tr></table>", "a web page"),
    (b"<!-- made by x -->\n<!-- y -->\n<html>", "a web page"),
    (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a web page"),
    (b"<?xml version='1.0'?>\n<plist>", "an XML file"),
    (b'{"contacts": [{"name": "Ann"}]}', "JSON of another program"),
    (b"[]", "JSON of another program"),
    (b"[1, 2]", "JSON of another program"),
    ("\u200e[01.02.24, 10:00:00] Ann Lee: Hi, Bob".encode(), "a chat"),
    ("2/1/24, 10:00\u202fAM - Ann Lee: Hi, Bob\n".encode(), "a chat"),
    (b"2024-02-01 10:00 - Ann Lee: Hi, Bob\n", "a chat"),
    (b'[\n  {"name": "Ann"}\n]', "JSON of another program"),
    (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "a calendar"),
    (b"dn: cn=Ann Lee,mail=ann@example.org\nobjectclass: top\n", "an LDIF address book"),
    (b"From: a@example.org\nTo: b@example.org\nSubject: Hi\n\nHello, Bob\n", "mail"),
    (b"#!/bin/sh\necho Name,E-mail\n", "a program"),
    (bytes(range(1, 32)) * 20, "something else than text"),
    (LINKEDIN_MESSAGES, "LinkedIn's messages, not contacts. Take Connections.csv out of the same archive"),
    (b"From,To,Sent At,Message,Direction\nAnn,Bob,1/1/24,Hi,OUTGOING\n", "LinkedIn's invitations"),
    (
        b"Email Address,Confirmed,Primary,Updated On\nann@example.org,Yes,Yes,\n",
        "LinkedIn's list of your own addresses",
    ),
    (b"First Name,Last Name,Headline,Summary,Industry\nAnn,Lee,CEO,x,y\n", "your own LinkedIn profile"),
    (b"Subject,Start Date,Start Time,End Date\nLunch,1/1/24,12:00,1/1/24\n", "a calendar"),
    (b"Dear Ann,\nhow are you, and how is Bob?\n", "it isn't clear which of its 2 columns"),
    (b"hello", "this is text, not a table of contacts. Expected are contacts: vCards"),
]


@pytest.mark.parametrize("name", ["people.csv", "people.vcf"])
@pytest.mark.parametrize(("data", "what"), REFUSED)
def test_what_isnt_contacts_is_refused_with_what_it_is_and_the_way_out(name: str, data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as refusal:
        read_file(name, data)
    assert refusal.value.where == name
    assert refusal.value.way_out


def test_messages_are_refused_in_any_encoding() -> None:
    with pytest.raises(InputError, match="LinkedIn's messages"):
        read_file("a.csv", LINKEDIN_MESSAGES.decode().replace(",", ";").encode("utf-16"))


def test_a_table_that_speaks_of_web_pages_isnt_one() -> None:
    read = read_file("a.csv", b"Name,Notes\nAnn Lee,<html> and {braces}\n")
    assert [card.notes for card in read.cards] == ["<html> and {braces}"]


def test_a_table_of_nobody_has_nobody() -> None:
    assert read_file("a.csv", b"First Name,Last Name,E-mail\n").found == 0

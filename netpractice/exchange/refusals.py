"""Files that aren't contacts, known by how they begin: what each is, and what to do instead."""

from __future__ import annotations

import re

from netpractice.domain.errors import InputError

_AS_TABLE = "Open it in its program and save the sheet with the contacts as CSV"
_AS_CONTACTS = "Export the contacts as vCards (.vcf) or as a table (.csv)"

_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a picture (PNG)", _AS_CONTACTS),
    (b"\xff\xd8\xff", "a picture (JPEG)", _AS_CONTACTS),
    (b"GIF8", "a picture (GIF)", _AS_CONTACTS),
    (b"BM", "a picture (BMP)", _AS_CONTACTS),
    (b"RIFF", "a picture or a sound (RIFF)", _AS_CONTACTS),
    (b"%PDF", "a PDF document", _AS_CONTACTS),
    (b"{\\rtf", "a document (RTF)", _AS_CONTACTS),
    (b"\xd0\xcf\x11\xe0", "an Office document of the old kind, such as .xls or .msg", _AS_TABLE),
    (b"!BDN", "an Outlook data file (.pst)", "Export the contacts from Outlook as CSV"),
    (b"SQLite format 3", "a database of another program", _AS_CONTACTS),
    (b"// <!-- <mdb:mork", "an old address book of Thunderbird (.mab)", "Export it in Thunderbird as vCards or CSV"),
    (b"bplist", "a property list of a Mac", "Export the contacts as vCards (.vcf) in the Contacts app"),
    (b"\x1f\x8b", "a packed file (gzip)", "Unpack it, and take the file inside"),
    (b"7z\xbc\xaf", "an archive (7-Zip)", "Unpack it, and take the file of contacts inside"),
    (b"Rar!", "an archive (RAR)", "Unpack it, and take the file of contacts inside"),
)
"""How files begin that aren't text, what each is, and the way out."""

_PACKED: tuple[tuple[bytes, str, str], ...] = (
    (b"Connections.csv", "LinkedIn's archive", "Unpack it, and take Connections.csv"),
    (b"xl/workbook", "an Excel workbook", _AS_TABLE),
    (b"opendocument.spreadsheet", "a spreadsheet (.ods)", _AS_TABLE),
    (b"Index/Document.iwa", "a Numbers sheet", "Export it from Numbers as CSV"),
    (b"word/document", "a Word document", _AS_CONTACTS),
    (b".vcf", "an archive with vCards", "Unpack it, and take the .vcf files"),
    (b".csv", "an archive with tables", "Unpack it, and take the .csv file with the contacts"),
)
"""What names of files inside a ZIP archive tell of it."""

_TEXT: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), what, way_out)
    for pattern, what, way_out in (
        (r"\s*BEGIN:VCALENDAR", "a calendar", _AS_CONTACTS),
        (
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|script|meta|table|div)\b",
            "a web page, maybe one that asks you to sign in",
            "Sign in and download the contacts again, as vCards or CSV",
        ),
        (r"\s*<(?:\?xml|!doctype|[a-z][\w:-]*[\s>])", "an XML file", _AS_CONTACTS),
        (
            r"\W*\d{1,4}([./-])\d{1,2}\1\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?(?:\]| - )",
            "a chat",
            _AS_CONTACTS,
        ),
        (r"\s*[\[{]\s*(?:[\"{\[\]}\d]|true|false|null|-\d)", "JSON of another program", _AS_CONTACTS),
        (r"\s*(?:version: \d+\s+)?dn::? ", "an LDIF address book", "Export it as vCards or CSV instead"),
        (r"From \S+ .*\d|(?:[\w-]+: .*\n(?:[ \t].*\n)*){3,}\n", "mail", _AS_CONTACTS),
        (r"#!|<\?php|(?:import|package|from) [\w.]+;?\n", "a program", _AS_CONTACTS),
    )
)
"""How text begins that is no table of contacts, what it is, and the way out."""

_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
"""Finds what text seldom has: control characters, and bytes that stand for nothing."""

_HEAD = 4_000


def refuse_binary(file: str, data: bytes) -> None:
    """Refuse a file whose bytes aren't text.

    Raises:
        InputError: it is empty, a picture, an archive or the like.
    """
    if not data:
        raise InputError("this file is empty", where=file, way_out=f"Download or export it again. {_AS_CONTACTS}")
    if data.startswith(b"PK\x03\x04"):
        what, way_out = next(
            ((what, way_out) for name, what, way_out in _PACKED if name in data),
            ("an archive (ZIP)", "Unpack it, and take the file of contacts inside"),
        )
        raise _refusal(file, what, way_out)
    for start, what, way_out in _BINARY:
        if data.startswith(start):
            raise _refusal(file, what, way_out)


def refuse_text(file: str, text: str) -> None:
    """Refuse text that is no table: a web page, a calendar, JSON, mail, or no text at all.

    Raises:
        InputError: it is something else than contacts.
    """
    if not text.strip("\0 \t\r\n\x1a"):
        way_out = f"Download or export it again. {_AS_CONTACTS}"
        raise InputError("there is nothing in this file", where=file, way_out=way_out)
    head = text[:_HEAD]
    for pattern, what, way_out in _TEXT:
        if pattern.match(head):
            raise _refusal(file, what, way_out)
    if len(_STRANGE.findall(head)) * 10 > len(head):
        raise _refusal(file, "something else than text", _AS_CONTACTS)


def _refusal(file: str, what: str, way_out: str) -> InputError:
    """The refusal of a file that is something else."""
    return InputError(f"this is {what}, not contacts", where=file, way_out=way_out)

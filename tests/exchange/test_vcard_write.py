"""What is written: a vCard 3.0 that other programs read, and that reads back equal."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.domain.records import Circle, Contact
from netpractice.domain.text import clean_line, clean_text
from netpractice.exchange.vcard import write_vcards
from netpractice.exchange.vcard_values import full_name, structured_name
from tests.exchange.vcards import WRITTEN, only, read
from tests.hostile import HOSTILE
from tests.strategies import STAMP

ANN = Contact(
    id="c-1",
    created=STAMP,
    updated=STAMP,
    name="Zoë Ann Lee",
    nickname="Annie, the; first",
    circle="warm",
    rhythm_days=30,
    resting=True,
    company="Acme, Inc.; \\Sales",
    role="Boss",
    emails=("ann@example.org", "lee@example.org"),
    phones=("+1 314 555 0100", "555"),
    links=("https://ann.example/a,b;c", "ann\\new\\\\,"),
    birthday="--04-09",
    tags=("VIP", "book, club", "myContacts"),
    how_met="At the fair; in the rain",
    introduced_by="c-2",
    notes="Likes tea.\n\n  Hates \\n, phones; " + "very much, 山" * 20,
    uid="urn:uuid:4fbe",
    quiet_until=date(2026, 12, 24),
    archived=date(2026, 11, 22),
)

WHOLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//netpractice//EN
UID:c-1
FN:Zoë Ann Lee
N:Lee;Zoë Ann;;;
NICKNAME:Annie
ORG:Acme\\, Inc.
TITLE:Boss
EMAIL;TYPE=INTERNET,PREF:ann@example.org
EMAIL;TYPE=INTERNET:lee@example.org
TEL;TYPE=PREF:+1 314 555 0100
URL:https://ann.example
BDAY;VALUE=DATE;X-APPLE-OMIT-YEAR=1604:1604-04-09
NOTE:Likes tea.\\nHates phones.
CATEGORIES:VIP,book\\, club
X-NETPRACTICE-CIRCLE:warm
X-NETPRACTICE-RHYTHM:30
X-NETPRACTICE-HOW-MET:At the fair
X-NETPRACTICE-INTRODUCED-BY:Bo Lind
END:VCARD
"""


def as_card(contact: Contact, introduced_by: str = "", line: int = 1) -> Card:
    """What a card must say of a contact."""
    return Card(
        name=contact.name,
        nickname=contact.nickname,
        company=contact.company,
        role=contact.role,
        emails=contact.emails,
        phones=contact.phones,
        links=contact.links,
        birthday=contact.birthday,
        notes=contact.notes,
        tags=contact.tags,
        uid=contact.uid or contact.id,
        circle=None if contact.unsorted else contact.circle,
        how_met=contact.how_met,
        introduced_by=introduced_by,
        rhythm_days=contact.rhythm_days,
        resting=contact.resting,
        quiet_until=contact.quiet_until,
        archived=contact.archived,
        line=line,
    )


def plain(name: str) -> Contact:
    return Contact(id="c-9", created=STAMP, updated=STAMP, name=name)


def test_a_card_is_written_as_the_standard_has_it() -> None:
    ann = Contact(
        id="c-1",
        created=STAMP,
        updated=STAMP,
        name="Zoë Ann Lee",
        nickname="Annie",
        circle="warm",
        rhythm_days=30,
        company="Acme, Inc.",
        role="Boss",
        emails=("ann@example.org", "lee@example.org"),
        phones=("+1 314 555 0100",),
        links=("https://ann.example",),
        birthday="--04-09",
        tags=("VIP", "book, club"),
        how_met="At the fair",
        introduced_by="c-2",
        notes="Likes tea.\nHates phones.",
    )
    assert write_vcards([ann], {"c-2": "Bo Lind"}) == WHOLE.replace("\n", "\r\n").encode()


def test_every_fact_reads_back() -> None:
    bo = plain("Bo")
    reading = read(write_vcards([ANN, bo], {"c-2": "Cy, Moss"}))
    lines = write_vcards([ANN], {"c-2": "Cy, Moss"}).count(b"\n")
    assert reading.cards == (as_card(ANN, "Cy, Moss"), as_card(bo, line=lines + 1))
    assert not reading.problems


def test_nobody_is_an_empty_file() -> None:
    assert write_vcards([], {}) == b""


def test_lines_are_short_and_no_character_is_cut() -> None:
    for line in write_vcards([ANN], {}).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("length", range(66, 80))
def test_lines_are_folded_where_they_are_full(length: int) -> None:
    for name in ("x" * length, "é" * length, "x" + "é" * length, "山" * length, "xx" + "\U0001f469" * length):
        data = write_vcards([plain(name)], {})
        assert max(len(line) for line in data.split(b"\r\n") if line.decode()) in range(72, 76)
        assert only(data) == as_card(plain(name))


@pytest.mark.parametrize(
    ("name", "structured"),
    [
        ("Ann", ";Ann;;;"),
        ("Ann Lee", "Lee;Ann;;;"),
        ("Ann van der Berg", "Berg;Ann van der;;;"),
        ("Lee, Ann", "Ann;Lee\\,;;;"),
        ("山田 花子", "山田;花子;;;"),
        ("김철수", ";김철수;;;"),
    ],
)
def test_a_name_is_taken_apart_so_that_programs_say_it_right(name: str, structured: str) -> None:
    assert structured_name(name) == structured
    assert full_name(structured) == name


def test_a_contact_of_this_book_keeps_the_identity_that_it_was_imported_with() -> None:
    for data, card in WRITTEN.values():
        facts = {name: getattr(card, name) for name in Contact.__struct_fields__ if hasattr(card, name)}
        contact = Contact(**facts | {"id": "c-1", "created": STAMP, "updated": STAMP, "circle": "new"})
        again = only(write_vcards([contact], {}))
        assert again.uid == (only(data).uid or "c-1")
        assert again == as_card(contact)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_read_back(text: str) -> None:
    line = clean_line(text)
    contact = Contact(
        id="c-9",
        created=STAMP,
        updated=STAMP,
        name=line or "x",
        company=line,
        nickname=line,
        notes=clean_text(text),
        how_met=line,
    )
    assert only(write_vcards([contact], {})) == as_card(contact)


lines = st.text(max_size=90).map(clean_line)
some = lines.filter(bool)
several = st.lists(some, max_size=4).map(tuple)
circles: st.SearchStrategy[Circle] = st.sampled_from(["warm", "friendly", "familiar", "new"])
days = st.dates(date(1900, 1, 1))
contacts = st.builds(
    Contact,
    id=st.integers(0, 10**9).map(str),
    created=st.just(STAMP),
    updated=st.just(STAMP),
    name=some,
    nickname=lines,
    circle=circles,
    unsorted=st.booleans(),
    rhythm_days=st.none() | st.integers(1, 3650),
    resting=st.booleans(),
    company=lines,
    role=lines,
    emails=several,
    phones=several,
    links=several,
    birthday=st.just("") | st.dates(date(1900, 1, 1), date(2199, 1, 1)).map(str)
    | st.dates(date(2000, 1, 1), date(2000, 12, 31)).map("--{:%m-%d}".format),
    tags=st.lists(some, max_size=4, unique=True).map(tuple),
    how_met=lines,
    introduced_by=st.sampled_from(["", "c-2"]),
    notes=st.text(max_size=300).map(clean_text),
    uid=lines,
    quiet_until=st.none() | days,
    archived=st.none() | days,
)  # fmt: skip


@given(st.lists(contacts, max_size=4), some)
def test_whatever_is_written_reads_back_equal(people: list[Contact], introducer: str) -> None:
    data = write_vcards(people, {"c-2": introducer})
    reading = read(data)
    assert (reading.problems, reading.found) == ((), len(people))
    for contact, card in zip(people, reading.cards, strict=True):
        assert card == as_card(contact, introducer if contact.introduced_by else "", card.line)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))

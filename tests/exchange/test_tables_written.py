"""Our own CSV: it opens in spreadsheet programs, harms nobody, and reads back equal."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.domain.text import clean_line, clean_text
from netpractice.exchange.reading import read_file
from netpractice.exchange.tables import write_table
from tests.hostile import HOSTILE

STAMP = datetime(2026, 1, 1, tzinfo=UTC)

awkward = st.text(st.one_of(st.sampled_from("=+-@'\",;\t|\n :*#<>[]0aÄé東\u200d"), st.characters()), max_size=12)
lines = awkward.map(clean_line)
full_lines = lines.filter(bool)
several = st.lists(full_lines, max_size=3).map(tuple)
birthdays = st.just("") | st.dates(date(1605, 1, 1), date(2199, 12, 31)).map(date.isoformat) | st.just("--02-29")
contacts = st.builds(
    Contact,
    id=st.uuids().map(str),
    created=st.just(STAMP),
    updated=st.just(STAMP),
    name=full_lines,
    nickname=lines,
    circle=st.sampled_from(["warm", "friendly", "familiar", "new"]),
    unsorted=st.booleans(),
    rhythm_days=st.none() | st.integers(1, 3650),
    resting=st.booleans(),
    company=lines,
    role=lines,
    emails=several,
    phones=several,
    links=several,
    birthday=birthdays,
    tags=several,
    how_met=lines,
    notes=awkward.map(clean_text),
    uid=lines,
    quiet_until=st.none() | st.dates(),
    archived=st.none() | st.dates(),
)


def person(**facts: object) -> Contact:
    """A contact with some facts."""
    return msgspec.structs.replace(Contact(id="1", created=STAMP, updated=STAMP, name="Ann Lee"), **facts)


def as_card(contact: Contact, line: int) -> Card:
    """What a file has to say of a contact that stands on a line."""
    return Card(
        name=contact.name,
        nickname=contact.nickname,
        circle=None if contact.unsorted else contact.circle,
        company=contact.company,
        role=contact.role,
        emails=contact.emails,
        phones=contact.phones,
        links=contact.links,
        birthday=contact.birthday,
        tags=contact.tags,
        how_met=contact.how_met,
        notes=contact.notes,
        uid=contact.uid or contact.id,
        rhythm_days=contact.rhythm_days,
        resting=contact.resting,
        quiet_until=contact.quiet_until,
        archived=contact.archived,
        line=line,
    )


def read_back(people: list[Contact]) -> tuple[Card, ...]:
    """The cards of the file that is written for some people."""
    reading = read_file("mine.csv", write_table(people))
    assert reading.kind == "netpractice contacts"
    assert not reading.problems
    assert reading.found == len(people)
    return reading.cards


@given(st.lists(contacts, min_size=1, max_size=4))
def test_what_is_written_reads_back_equal(people: list[Contact]) -> None:
    cards = read_back(people)
    assert [as_card(contact, card.line) for contact, card in zip(people, cards, strict=True)] == list(cards)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_reads_back_equal(text: str) -> None:
    line, notes = clean_line(text), clean_text(text)
    facts = dict.fromkeys(("nickname", "company", "role", "how_met", "uid"), line)
    if line:
        facts["name"] = line
    twice = (line, line) if line else ()
    someone = person(notes=notes, emails=twice, phones=twice, links=twice, tags=twice, **facts)
    (card,) = read_back([someone])
    assert card == as_card(someone, 2)


@pytest.mark.parametrize("name", ["=1+1", "+49", "-1", "@SUM(A1)", "'s Gravenhage", "''", "'=x", "'"])
def test_no_cell_begins_like_a_formula(name: str) -> None:
    someone = person(name=name, birthday="--02-29", notes=f"\n {name}", emails=(name,))
    text = write_table([someone]).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(text)))[1]
    assert not any(cell.strip().startswith(("=", "+", "-", "@")) for cell in cells)
    assert read_back([someone]) == (as_card(someone, 2),)


def test_the_file_is_one_that_spreadsheet_programs_open() -> None:
    data = write_table([person(notes="one\ntwo", emails=("a@example.org", "b@example.org"))])
    assert data.startswith(b"\xef\xbb\xbfName,")
    header, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert len(header) == len(row)
    assert dict(zip(header, row, strict=True))["E-mail 2"] == "b@example.org"
    assert data.count(b"\r\n") == 2


def test_rhythm_archive_and_who_introduced_whom_are_written_so_that_people_can_read_them() -> None:
    bob = person(id="2", name="Bob", introduced_by="1", rhythm_days=30, archived=date(2026, 2, 1))
    cleo = person(id="3", name="Cleo", introduced_by="gone", resting=True)
    text = write_table([person(), bob, cleo]).decode("utf-8-sig")
    rows = {row["Name"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Bob"]["Introduced by"] == "Ann Lee"
    assert (rows["Bob"]["Rhythm in days"], rows["Bob"]["Archived on"]) == ("30", "2026-02-01")
    assert rows["Cleo"]["Resting"] == "yes"
    assert read_back([person(), bob])[1].introduced_by == "Ann Lee"
    assert (rows["Cleo"]["Introduced by"], rows["Cleo"]["Rhythm in days"]) == ("", "")


def test_a_table_of_nobody_has_its_headers_alone() -> None:
    reading = read_file("mine.csv", write_table([]))
    assert (reading.kind, reading.cards, reading.found) == ("netpractice contacts", (), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_table_that_a_spreadsheet_program_saved_again_is_still_ours(encoding: str) -> None:
    someone = person(name="Jürgen Müller", tags=("book club", "chess"), birthday="1980-05-17", phones=("+49 30 1",))
    text = write_table([someone]).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text))
    again = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).replace("1980-05-17", "17.05.1980")
    reading = read_file("mine.csv", again.encode(encoding))
    assert reading.cards == (as_card(someone, 2),)


def test_a_circle_that_isnt_one_is_told() -> None:
    data = write_table([person(), person(id="2", name="Bob")]).replace(b"new", b"old", 1)
    reading = read_file("mine.csv", data)
    assert [card.circle for card in reading.cards] == [None, "new"]
    assert [(problem.line, problem.what) for problem in reading.problems] == [
        (2, "'old' isn't a circle; it was left out")
    ]


def test_a_table_cut_short_isnt_taken_for_something_else() -> None:
    data = write_table([person(notes='one, two\n"three"')] * 3)
    for end in range(40, len(data), 7):
        try:
            reading = read_file("mine.csv", data[:end])
        except InputError:
            continue
        assert all(card.name.startswith("A") for card in reading.cards)

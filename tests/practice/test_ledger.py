"""The ledger as one keeps it: favours written, corrected, removed and found, and the gate before an ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact, Conversation, Favour, FavourDirection, Participant, Season
from netpractice.domain.ties import Balance
from netpractice.practice import ledger
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


@pytest.fixture
def ana(book: Book) -> str:
    contact = book.new(Contact, name="Ana Núñez")
    book.change("added Ana", put=[contact])
    return contact.id


def only(book: Book) -> Favour:
    (favour,) = book.records.favours.values()
    return favour


def test_a_favour_is_written_and_undone(book: Book, ana: str) -> None:
    done = ledger.write(book, "gave", " to\tBo ", kind="introduction", contact=ana, size="S", on=ago(1))
    assert done.change is not None
    assert done.words == done.change.label == "gave Ana Núñez: to Bo (introduction)"
    favour = only(book)
    assert (favour.day, favour.what, favour.kind, favour.size) == (ago(1), "to Bo", "introduction", "S")
    book.undo()
    assert not book.records.favours


@pytest.mark.parametrize(
    ("direction", "what", "kind", "known", "words"),
    [
        ("received", "an hour", "time", True, "received from Ana Núñez: an hour (time)"),
        ("asked", "", "feedback", True, "asked Ana Núñez: feedback"),
        ("asked", "a lift", "other", False, "asked: a lift"),
        ("gave", "", "praise", False, "gave: praise"),
        ("gave", "", "other", True, "gave Ana Núñez: a favour"),
    ],
)
def test_a_favour_in_words(
    book: Book, ana: str, direction: FavourDirection, what: str, kind: str, known: bool, words: str
) -> None:
    contact = ana if known else ""
    favour_kind = next(each for each in ledger.KINDS if each == kind)
    assert ledger.write(book, direction, what, kind=favour_kind, contact=contact).words == words


def test_what_says_nothing_or_lies_ahead_is_refused(book: Book) -> None:
    with pytest.raises(InputError):
        ledger.write(book, "gave", " ")
    with pytest.raises(InputError):
        ledger.write(book, "gave", "x" * 501)
    with pytest.raises(InputError):
        ledger.write(book, "gave", "x", on=ago(-1))
    assert not book.records.favours


def test_a_favour_is_corrected(book: Book, ana: str) -> None:
    ledger.write(book, "gave", "a lift", size="L")
    favour_id = only(book).id
    edited = ledger.edit(book, favour_id, direction="received", contact=ana, size=None, on=ago(3))
    assert edited.words == "edited: received from Ana Núñez: a lift"
    assert (only(book).size, only(book).day, only(book).kind) == (None, ago(3), "other")
    assert ledger.edit(book, favour_id, what="a lift").change is None
    with pytest.raises(InputError):
        ledger.edit(book, favour_id, on=ago(-1))


def test_favours_are_removed(book: Book) -> None:
    for what in ("a lift", "a cake"):
        ledger.write(book, "gave", what)
    first, second = book.records.favours
    assert ledger.remove(book, [first]).words == "removed: gave: a lift"
    book.undo()
    assert ledger.remove(book, [first, second]).words == "removed 2 favours"


def test_the_ledger_adds_up(book: Book, ana: str) -> None:
    book.change("begun", put=[book.new(Season, start=ago(100)), book.new(Season, start=ago(20), need="a job")])
    ledger.write(book, "gave", "a lift", on=ago(40))
    ledger.write(book, "asked", "an introduction", contact=ana, on=ago(10))
    ledger.write(book, "gave", "a cake", kind="praise")
    seen = ledger.ledger(book)
    assert [favour.what for favour in seen.favours] == ["a cake", "an introduction", "a lift"]
    assert seen.balances == ((30, Balance(1, 0, 1)), (90, Balance(2, 0, 1)), (365, Balance(2, 0, 1)))
    assert (seen.total, seen.calm_share, seen.bars[-1].gave, seen.ideas[-1].kind) == (3, 0.5, 1, "praise")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 4),
        ("gave", 2),
        ("asked", 1),
        ("cake", 1),
        ("nunez", 2),
        ("who:ana asked", 1),
        ("kind:intro", 1),
        ("useful", 1),
        ("size:s", 1),
        ("size:s gave", 0),
    ],
)
def test_a_filter_finds_favours(book: Book, ana: str, query: str, found: int) -> None:
    ledger.write(book, "gave", "a cake", contact=ana)
    ledger.write(book, "asked", "to Bo", kind="introduction", contact=ana)
    ledger.write(book, "received", "a lift", size="S")
    ledger.write(book, "gave", "an article", kind="useful link")
    seen = ledger.ledger(book, query)
    assert (len(seen.favours), seen.total, seen.trouble) == (found, 4, "")


def test_what_can_not_be_read_in_a_filter_is_named(book: Book) -> None:
    assert "no kind lunch" in ledger.ledger(book, "kind:lunch").trouble


# The gate


def talk(book: Book, contact: str, days: int) -> None:
    people = (Participant(name="Ana", contact=contact),)
    book.change("talked", put=[book.new(Conversation, day=ago(days), people=people)])


def test_nobody_in_touch_within_a_year_has_a_gate(book: Book, ana: str) -> None:
    talk(book, ana, 364)
    assert ledger.gate(book, ana) is None
    assert ledger.gate(book, ana, ago(-1)) is not None


def test_the_gate_says_when_you_last_spoke_and_blocks_nothing(book: Book, ana: str) -> None:
    talk(book, ana, 436)
    gate = ledger.gate(book, ana)
    assert gate is not None
    assert (gate.contact.id, gate.last) == (ana, date(2025, 9, 12))
    assert gate.words == "You last spoke with Ana Núñez on Fri 12 Sep 2025, 1.1 y ago."
    assert ledger.ANSWERS == ("reconnect first", "give first", "go on")
    assert ledger.write(book, "asked", "a reference", contact=ana).change is not None


@pytest.mark.parametrize(
    ("direction", "days", "is_open"),
    [("gave", 400, True), ("gave", 501, False), ("gave", 500, False), ("received", 400, False), ("asked", 400, False)],
)
def test_something_given_since_the_last_talk_opens_the_gate(
    book: Book, ana: str, direction: FavourDirection, days: int, is_open: bool
) -> None:
    talk(book, ana, 500)
    ledger.write(book, direction, "a cake", contact=ana, on=ago(days))
    assert (ledger.gate(book, ana) is None) == is_open


def test_a_favour_received_lately_is_no_silence(book: Book, ana: str) -> None:
    talk(book, ana, 500)
    ledger.write(book, "received", "a cake", contact=ana, on=ago(9))
    assert ledger.gate(book, ana) is None


def test_of_somebody_never_talked_with_one_knows_how_long_they_are_on_the_roster(book: Book, ana: str) -> None:
    assert ledger.gate(book, ana) is None
    contact = book.records.contacts[ana]
    old = msgspec.structs.replace(contact, created=datetime(2025, 11, 22, 12, tzinfo=UTC))
    book.records.contacts[ana] = old
    gate = ledger.gate(book, ana)
    assert gate is not None
    assert (gate.last, gate.words) == (None, "No talk with Ana Núñez is written down yet.")

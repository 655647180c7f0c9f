"""What is due now: who and what is named, in which order, and what Enter and putting off do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.followups import outcome
from netpractice.domain.records import Contact, Conversation, FollowUp, FollowUpKind, Participant
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.due import Due, due, proceed, put_off
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
"""A Sunday."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def open_at(path: Path, today: date = TODAY) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(today))


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = open_at(data)
    yield opened
    opened.close()


def person(book: Book, name: str, last: int | None = None, **fields: object) -> str:
    """The id of somebody with whom one talked so many days ago."""
    contact = msgspec.structs.replace(book.new(Contact, name=name), **fields)
    people = (Participant(name=name, contact=contact.id),)
    talks = [] if last is None else [book.new(Conversation, day=ago(last), people=people)]
    book.change("met", put=[contact, *talks])
    return contact.id


def opened(
    book: Book, what: str, due: date = TODAY, kind: FollowUpKind = "promise", contact: str = "", since: int = 30
) -> str:
    made = book.new(FollowUp, kind=kind, what=what, contact=contact, opened=ago(since), due=due)
    book.change("opened", put=[made])
    return made.id


def named(book: Book) -> list[str]:
    return [row.who or row.words for row in due(book)]


def test_nothing_is_due_in_an_empty_book(book: Book) -> None:
    assert due(book) == ()


def test_follow_ups_by_day_then_people_by_how_far_they_are_over(book: Book) -> None:
    person(book, "Just", 21, circle="warm")
    person(book, "Far", 60, circle="warm")
    person(book, "Half", 90, circle="friendly")
    opened(book, "today")
    opened(book, "long ago", ago(10))
    opened(book, "tomorrow", ago(-1))
    assert named(book) == ["long ago", "today", "Far", "Half", "Just"]


def test_the_rows_say_what_to_do_and_how_late_it_is(book: Book) -> None:
    ana = person(book, "Ana", 2)
    far = person(book, "Far", 39, circle="warm")
    promise = opened(book, "send the map", ago(2), contact=ana)
    lead = opened(book, "", kind="lead")
    assert due(book) == (
        Due(
            kind="follow-up", id=promise, contact=ana, who="Ana", words="send the map", due=ago(2), late=2,
            when="2 d late", enter="done",
        ),
        Due(
            kind="follow-up", id=lead, contact="", who="", words="act on the lead", due=TODAY, late=0, when="today",
            enter="acted",
        ),
        Due(
            kind="person", id=far, contact=far, who="Far", words="say hello, ask for nothing", due=ago(18), late=18,
            when="39 d / 21", enter="in touch",
        ),
    )  # fmt: skip


def test_who_is_never_named(book: Book) -> None:
    person(book, "Never in touch")
    person(book, "In rhythm", 20, circle="warm")
    person(book, "Resting", 400, resting=True)
    person(book, "Archived", 400, archived=ago(3))
    person(book, "Quiet", 400, quiet_until=ago(-1))
    assert named(book) == []


def test_somebody_is_named_again_when_the_quiet_is_over(book: Book) -> None:
    person(book, "Quiet", 400, quiet_until=TODAY)
    assert named(book) == ["Quiet"]


def test_nobody_is_named_twice(book: Book) -> None:
    ana = person(book, "Ana", 400)
    first, second = opened(book, "one", contact=ana), opened(book, "two", contact=ana)
    assert [row.id for row in due(book)] == [first, second]
    for row in due(book):
        proceed(book, row)
    # She heard from us today, so her rhythm can wait until tomorrow.
    assert due(book) == ()


def test_a_follow_up_put_off_is_no_word_to_anybody(book: Book) -> None:
    ana = person(book, "Ana", 400)
    opened(book, "one", contact=ana, since=0)
    put_off(book, due(book)[0], "fri")
    assert [row.id for row in due(book)] == [ana]


def test_twelve_rows_are_cleared_by_enter_and_brought_back_by_undo(book: Book) -> None:
    kinds: tuple[FollowUpKind, ...] = ("met", "promise", "lead", "help")
    for number in range(8):
        opened(book, str(number), ago(number), kinds[number % 4])
    for number in range(4):
        person(book, f"Person {number}", 100 + number)
    before = due(book)
    assert len(before) == 12
    for row in before:
        assert proceed(book, row).change is not None
    assert due(book) == ()
    for _ in before:
        book.undo()
    assert due(book) == before


def test_enter_closes_or_begins_or_writes_down_a_talk(book: Book) -> None:
    ana = person(book, "Ana", 400)
    promise = opened(book, "send the map")
    for row in due(book):
        proceed(book, row)
    assert outcome(book.records.followups[promise]) == "done"
    talk = list(book.records.conversations.values())[-1]
    assert (talk.day, talk.people[0].contact) == (TODAY, ana)


def test_putting_off_to_a_day(book: Book) -> None:
    ana = person(book, "Ana", 400)
    promise = opened(book, "send the map")
    words = [put_off(book, row, "fri").words for row in due(book)]
    assert words == ["put off to Fri 27 Nov: send the map", "Ana: not before Fri 27 Nov"]
    assert due(book) == ()
    book.close()
    later = open_at(book.paths.book, date(2026, 11, 27))
    assert [row.id for row in due(later)] == [promise, ana]
    later.close()


@pytest.mark.parametrize("words", ["yesterday", "soon"])
def test_putting_off_to_no_day_to_come_is_refused(book: Book, words: str) -> None:
    person(book, "Ana", 400)
    opened(book, "send the map")
    for row in due(book):
        with pytest.raises(InputError):
            put_off(book, row, words)
    assert len(due(book)) == 2


def test_the_list_follows_every_change(book: Book) -> None:
    ana = person(book, "Ana", 400)
    promise = opened(book, "send the map", ago(-3))
    assert [row.id for row in due(book)] == [ana]
    moved = msgspec.structs.replace(book.records.followups[promise], due=ago(1), contact=ana)
    book.change("moved", put=[moved])
    assert [(row.id, row.who) for row in due(book)] == [(promise, "Ana")]
    book.undo()
    assert [row.id for row in due(book)] == [ana]

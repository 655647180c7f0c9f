"""The guided review: it visits what is open and nothing else, and what was answered is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact, Conversation, Favour, FollowUp, Participant
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.guided import Answer, Stop, answer, stops, write_line
from netpractice.practice.review import review
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
WEEK = date(2026, 11, 16)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def person(book: Book, name: str) -> Contact:
    contact = book.new(Contact, name=name, circle="warm")
    book.change(f"add {name}", put=[contact])
    return contact


@pytest.fixture
def full(book: Book) -> Book:
    """A book with something open of every kind."""
    mia, leo, ana, ben = (person(book, name) for name in ("Mia Met", "Leo Lead", "Ana Sample", "Ben Sample"))
    talks = [
        book.new(Conversation, day=ago(days), people=(Participant(name=who.name, contact=who.id, circle="warm"),))
        for who, days in ((ana, 60), (ben, 50), (leo, 3))
    ]
    book.change(
        "all",
        put=[
            *talks,
            book.new(FollowUp, kind="met", contact=mia.id, opened=ago(20), due=ago(18)),
            book.new(FollowUp, kind="lead", contact=leo.id, what="write to the press", opened=ago(3), due=ago(-4)),
            book.new(FollowUp, kind="promise", contact=leo.id, what="send the slides", opened=ago(9), due=ago(2)),
            book.new(FollowUp, kind="promise", contact=leo.id, what="not due yet", opened=ago(9), due=ago(-2)),
            book.new(Favour, day=ago(1), direction="asked", contact=ben.id, what="a look at my page"),
        ],
    )
    return book


def kinds(book: Book) -> list[str]:
    return [stop.kind for stop in stops(book, WEEK)]


def test_an_empty_book_asks_for_the_two_lines_and_a_favour(book: Book) -> None:
    assert kinds(book) == ["ledger", "lesson", "if-then"]


def test_what_is_open_is_visited_in_order(full: Book) -> None:
    assert [(stop.kind, stop.words) for stop in stops(full, WEEK)] == [
        ("pile", "Mia Met, met 20 d ago, and nothing written since"),
        ("loop", "Leo Lead: write to the press, due in 4 d"),
        ("loop", "Leo Lead: send the slides, due 2 d ago"),
        ("reconnect", "Ana Sample, in touch 60 d ago, meant to be every 21 d"),
        ("reconnect", "Ben Sample, in touch 50 d ago, meant to be every 21 d"),
        ("ledger", "gave 0, asked 1; five minutes would do: bring two people together who should know each other"),
        ("lesson", "What did the week teach you?"),
        ("if-then", "If … happens from Mon 23 Nov on, then I will …"),
    ]


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize("given", ["go on", "later", "let go"])
def test_what_was_answered_is_one_step_and_gone(full: Book, place: int, given: Answer) -> None:
    before = stops(full, WEEK)
    stop = before[place]
    if given not in dict(stop.answers):
        with pytest.raises(InputError):
            answer(full, stop, given)
        return
    outcome = answer(full, stop, given)
    assert outcome.change is not None
    after = stops(full, WEEK)
    # A lead that was acted on comes back until its giver is told; then its words are others.
    assert stop not in after or given == "later"
    full.undo()
    assert stops(full, WEEK) == before


def test_a_lead_is_acted_on_and_then_told(full: Book) -> None:
    for word in ("I acted on it", "I told them what came of it"):
        lead = next(stop for stop in stops(full, WEEK) if "press" in stop.words)
        assert dict(lead.answers)["go on"] == word
        answer(full, lead, "go on")
    assert not any("press" in stop.words for stop in stops(full, WEEK))


def test_a_hello_is_promised_for_within_three_days(full: Book) -> None:
    hello = next(stop for stop in stops(full, WEEK) if stop.kind == "reconnect")
    answer(full, hello, "go on")
    made = list(full.records.followups.values())[-1]
    assert (made.kind, made.contact, made.due) == ("promise", hello.id, ago(-3))


def line(book: Book, kind: str) -> Stop:
    return next(stop for stop in stops(book, WEEK) if stop.kind == kind)


def test_the_lines_are_written_and_shown_when_the_review_is_taken_up_again(book: Book) -> None:
    write_line(book, WEEK, line(book, "lesson"), "listened more")
    write_line(book, WEEK, line(book, "if-then"), "If tea, then ask")
    assert (line(book, "lesson").text, line(book, "if-then").text) == ("listened more", "If tea, then ask")
    found = review(book, WEEK)
    assert (found.lesson, found.if_then) == ("listened more", "If tea, then ask")


def test_a_week_before_the_last_has_its_two_lines_only(full: Book) -> None:
    last = WEEK - timedelta(days=7)
    assert len(stops(full, last)) == len(stops(full, WEEK))
    assert [stop.kind for stop in stops(full, last - timedelta(days=7))] == ["lesson", "if-then"]

"""Events: the mission before, what happened there as the talks tell it, and a year of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle, Contact, Conversation, Favour, FollowUp, FollowUpKind, Participant
from netpractice.practice import events, followups
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
"""A Sunday."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def made(book: Book, name: str = "Winter Market", day: date | str = TODAY, **lines: str) -> str:
    events.make(book, name, day, **lines)
    return list(book.records.events)[-1]


def person(book: Book, name: str, circle: Circle) -> Contact:
    contact = book.new(Contact, name=name, circle=circle)
    book.change("added", put=[contact])
    return contact


def talk(book: Book, event: str, day: date, *people: Contact) -> str:
    """The id of a conversation at an event, in which a stranger listened too."""
    there = [Participant(name="once called so", contact=each.id, circle=each.circle) for each in people]
    held = book.new(Conversation, day=day, event=event, people=(*there, Participant(name="man with a kite")))
    book.change("talked", put=[held])
    return held.id


def opened(book: Book, kind: FollowUpKind, talk_id: str) -> str:
    followup = book.new(FollowUp, kind=kind, opened=TODAY, due=TODAY, conversation=talk_id)
    book.change("opened", put=[followup])
    return followup.id


def test_an_event_with_its_mission(book: Book) -> None:
    done = events.make(
        book, " Winter\tMarket ", "fri", tags=["#hr", "hr", " "], place="square", to_help="carry chairs", if_then="If…"
    )
    assert done.words == "event: Winter Market, Fri 27 Nov"
    (event,) = events.coming(book)
    assert (event.name, event.day, event.tags) == ("Winter Market", date(2026, 11, 27), ("hr",))
    assert (event.place, event.to_help, event.to_meet, event.if_then) == ("square", "carry chairs", "", "If…")
    book.undo()
    assert events.coming(book) == ()


def test_an_event_needs_a_name_and_a_day(book: Book) -> None:
    for name, day in ((" ", "fri"), ("Fair", "soon"), ("x" * 501, "fri")):
        with pytest.raises(InputError):
            events.make(book, name, day)
    assert not book.records.events


def test_an_event_is_edited_and_debriefed(book: Book) -> None:
    fair = made(book)
    assert events.edit(book, fair, day="sat", place="hall", tags=["hr"]).words == "edited Winter Market"
    assert events.edit(book, fair, debrief="Two good talks.\nWet shoes. \n").words == "debrief of Winter Market"
    event = book.records.events[fair]
    assert (event.day, event.place, event.tags) == (date(2026, 11, 28), "hall", ("hr",))
    assert event.debrief == "Two good talks.\nWet shoes."
    assert events.edit(book, fair, place="hall").change is None
    with pytest.raises(InputError):
        events.edit(book, fair, name=" ")


def test_events_of_a_day_and_those_to_come(book: Book) -> None:
    over, later, now = (made(book, name, day) for name, day in (("a", ago(1)), ("b", ago(-9)), ("c", TODAY)))
    assert [event.id for event in events.coming(book)] == [now, later]
    assert [event.id for event in events.on_day(book, ago(1))] == [over]
    assert [events.view(book, each).stage for each in (over, later, now)] == ["over", "ahead", "today"]


def test_what_happened_beside_the_mission(book: Book) -> None:
    fair = made(book, to_help="carry chairs", to_meet="one gardener", to_reconnect="Chloé")
    ana, ben, cleo = person(book, "Ana", "new"), person(book, "Ben", "new"), person(book, "Chloé", "warm")
    talk(book, "", ago(9), ben)
    first, second = talk(book, fair, TODAY, ana, cleo), talk(book, fair, TODAY, ben, ana)
    met = opened(book, "met", first)
    opened(book, "help", first)
    opened(book, "help", second)
    gift = book.new(Favour, day=TODAY, direction="gave", conversation=first)
    book.change("gave", put=[gift])
    followups.let_go(book, [met])
    view = events.view(book, fair)
    assert [(each.label, each.planned, each.happened) for each in view.mission] == [
        ("one to help", "carry chairs", "1 favour given, 2 ways to help"),
        ("one to meet", "one gardener", "Ana"),
        ("one to reconnect with", "Chloé", "Chloé, Ben"),
    ]
    assert [talk.id for talk in view.happened.talks] == [first, second]
    assert (len(view.happened.followups), view.happened.open, view.happened.let_go) == (3, 2, 1)
    assert view.words == "2 conversations, 1 new, 3 follow-ups, 2 open, 1 let go"


def test_lines_of_which_nothing_is_said_are_left_out(book: Book) -> None:
    view = events.view(book, made(book, to_meet="somebody"))
    assert ([each.label for each in view.mission], view.words) == (["one to meet"], "")
    assert events.view(book, made(book, day=ago(3))).words == "no conversation written down"


def test_a_year_of_events(book: Book) -> None:
    days = (ago(0), date(2025, 11, 23), date(2025, 11, 22), ago(-1))
    today, early, *_ = (made(book, str(day), day) for day in days)
    talk(book, early, date(2025, 11, 23), person(book, "Ana", "new"))
    shown = [(view.event.id, view.words) for view in events.year(book)]
    assert shown == [(today, ""), (early, "1 conversation, 1 new")]
    assert [view.event.day for view in events.year(book, date(2025, 11, 22))] == [date(2025, 11, 22)]


def test_a_removed_event_leaves_its_talks_as_they_are(book: Book) -> None:
    fair = made(book)
    talk_id = talk(book, fair, TODAY)
    assert events.remove(book, [fair]).words == "removed Winter Market"
    assert book.records.conversations[talk_id].event == fair
    book.undo()
    assert events.view(book, fair).words == "1 conversation"
    assert events.remove(book, [fair, made(book)]).words == "removed 2 events"

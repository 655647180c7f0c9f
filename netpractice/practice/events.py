"""Events: the mission before, what happened there, and what a year of them gave.

Each change is one step for undo, with a label in words. Events are named by their ids; one that isn't in the book raises
KeyError. What happened is read from the conversations that were held at an event and from what came of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Literal, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from netpractice.domain.capture import Line, Name
from netpractice.domain.capture_format import format_line
from netpractice.domain.capture_parts import Part
from netpractice.domain.days import show_day, year_before
from netpractice.domain.errors import InputError
from netpractice.domain.fields import read_tags
from netpractice.domain.followups import is_open, outcome
from netpractice.domain.records import Conversation, Event, Favour, FollowUp
from netpractice.domain.text import clean_line, clean_text
from netpractice.practice.book import Book
from netpractice.practice.lanes import name_of
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import ahead

Stage: TypeAlias = Literal["ahead", "today", "over"]

LINES = ("name", "place", "to_help", "to_meet", "to_reconnect", "if_then")
"""The fields of an event that are one line of text."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What happened at an event."""

    talks: tuple[Conversation, ...]
    """The conversations held there, as written."""
    met: tuple[str, ...]
    """The names of those met there for the first time."""
    known: tuple[str, ...]
    """The names of those known before."""
    followups: tuple[FollowUp, ...]
    """The follow-ups that came of it."""
    favours: tuple[Favour, ...]
    """The favours that came of it."""

    @property
    def open(self) -> int:
        """How many of the follow-ups are still open."""
        return sum(map(is_open, self.followups))

    @property
    def let_go(self) -> int:
        """How many of the follow-ups were let go on purpose."""
        return sum(outcome(followup) == "let go" for followup in self.followups)


class Compared(msgspec.Struct, frozen=True):
    """One line of a mission beside what happened."""

    label: str
    planned: str
    """What the mission says; empty if it says nothing of this."""
    happened: str
    """What was written down; empty if nothing was."""


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its mission and what came of it."""

    event: Event
    stage: Stage
    happened: Happened
    mission: tuple[Compared, ...]
    """To help, to meet, to reconnect; lines of which nothing is said on either side are left out."""
    words: str
    """What came of it, in a sentence without its full stop; empty before it."""


def view(book: Book, event_id: str) -> EventView:
    """One event with what came of it."""
    event = book.records.events[event_id]
    return _view(book, event, _happened(book, [event])[event.id])


def coming(book: Book) -> tuple[Event, ...]:
    """The events of today and of the days to come, the next one first."""
    there = [event for event in book.records.events.values() if event.day >= book.today]
    return tuple(sorted(there, key=_age))


def on_day(book: Book, day: date) -> tuple[Event, ...]:
    """The events of a day, as written."""
    return tuple(sorted((event for event in book.records.events.values() if event.day == day), key=_age))


def year(book: Book, until: date | None = None) -> tuple[EventView, ...]:
    """The events of the year that ends on a day, today if none is given, with what each gave; the latest first."""
    last = book.today if until is None else until
    there = [event for event in book.records.events.values() if year_before(last) < event.day <= last]
    happened = _happened(book, there)
    return tuple(_view(book, event, happened[event.id]) for event in sorted(there, key=_age, reverse=True))


def make(book: Book, name: str, day: str | date, *, tags: Iterable[str] = (), **lines: str) -> Outcome:
    """Write down an event one goes to.

    Args:
        book: the open book.
        name: what it is called.
        day: when it is, which may be given in words.
        tags: words to find it by.
        lines: the place and the mission, by the names of `LINES`.

    Raises:
        InputError: it has no name, a line is too long, or the words mean no day.
    """
    fields = _lines({"name": name, **lines})
    event = book.new(Event, day=ahead(book, day), tags=read_tags(tuple(tags)), **fields)
    words = f"event: {event.name}, {show_day(event.day, book.today)}"
    return Outcome(change=book.change(words, put=[event]), words=words)


def edit(
    book: Book,
    event_id: str,
    *,
    day: str | date | UnsetType = UNSET,
    tags: Iterable[str] | UnsetType = UNSET,
    debrief: str | UnsetType = UNSET,
    **lines: str,
) -> Outcome:
    """Change an event: its day, tags, debrief, and the lines named by `LINES`; what isn't given stays.

    Raises InputError as `make` does.
    """
    old = book.records.events[event_id]
    given: dict[str, object] = dict(_lines(lines))
    if day is not UNSET:
        given["day"] = ahead(book, day)
    if tags is not UNSET:
        given["tags"] = read_tags(tuple(tags))
    if debrief is not UNSET:
        given["debrief"] = clean_text(debrief, "debrief").strip()
    replace: Callable[..., Event] = msgspec.structs.replace
    new = replace(old, **given)
    words = f"{'debrief of' if given.keys() == {'debrief'} else 'edited'} {new.name}"
    change = book.change(words, put=[new])
    return Outcome(change=change, words=words if change else f"{old.name}: nothing new")


def batch_line(event: Event) -> str:
    """What a batch of the talks held at an event begins with (see `domain.capture`): the line of the event, ended."""
    parts = [Part("day", "", when=event.day.isoformat())]
    parts += [Part("setting", event.place)] if event.place else []
    parts += [Part("tag", tag) for tag in event.tags]
    return f"{format_line(Line(1, 'event', (Name(event.name),), tuple(parts)))}\n"


def remove(book: Book, ids: Iterable[str]) -> Outcome:
    """Take events out of the book; conversations held there still say that they were at an event."""
    there = [book.records.events[event_id] for event_id in ids]
    words = f"removed {there[0].name}" if len(there) == 1 else f"removed {len(there)} events"
    return Outcome(change=book.change(words, remove=there), words=words)


def _view(book: Book, event: Event, happened: Happened) -> EventView:
    """An event as it is seen today."""
    stage: Stage = "ahead" if event.day > book.today else "today" if event.day == book.today else "over"
    return EventView(
        event=event,
        stage=stage,
        happened=happened,
        mission=tuple(each for each in _mission(event, happened) if each.planned or each.happened),
        words=_gave(happened) if stage == "over" or happened.talks else "",
    )


def _happened(book: Book, events: Iterable[Event]) -> dict[str, Happened]:
    """What happened at each of several events, by their ids."""
    held: dict[str, list[Conversation]] = {event.id: [] for event in events}
    for talk in reversed(book.standing.diary.talks):
        if talk.event in held:
            held[talk.event].append(talk)
    return {event_id: _told(book, talks) for event_id, talks in held.items()}


def _told(book: Book, talks: list[Conversation]) -> Happened:
    """What conversations tell of the event at which they were held."""
    met: dict[str, str] = {}
    known: dict[str, str] = {}
    for talk in talks:
        for person in talk.people:
            if person.contact:
                is_new = person.circle == "new" and _first_talk(book, person.contact) in talks
                (met if is_new else known)[person.contact] = name_of(book, person.contact) or person.name
    fruits = [fruit for talk in talks for fruit in book.standing.diary.fruits(talk)]
    return Happened(
        talks=tuple(talks),
        met=tuple(met.values()),
        known=tuple(known.values()),
        followups=tuple(fruit for fruit in fruits if isinstance(fruit, FollowUp)),
        favours=tuple(fruit for fruit in fruits if isinstance(fruit, Favour)),
    )


def _first_talk(book: Book, contact_id: str) -> Conversation:
    """The first conversation with somebody with whom there is one."""
    return book.standing.ties.conversations(contact_id)[-1]


def _mission(event: Event, happened: Happened) -> tuple[Compared, ...]:
    """A mission beside what happened, line by line."""
    gave = sum(favour.direction == "gave" for favour in happened.favours)
    helps = sum(followup.kind == "help" for followup in happened.followups)
    helped = (_count(gave, "favour given", "favours given"), _count(helps, "way to help", "ways to help"))
    return (
        Compared("one to help", event.to_help, ", ".join(filter(None, helped))),
        Compared("one to meet", event.to_meet, ", ".join(happened.met)),
        Compared("one to reconnect with", event.to_reconnect, ", ".join(happened.known)),
    )


def _gave(happened: Happened) -> str:
    """What an event gave, in a line."""
    followups, let_go = len(happened.followups), happened.let_go
    parts = (
        _count(len(happened.talks), "conversation", "conversations") or "no conversation written down",
        f"{len(happened.met)} new" if happened.met else "",
        _count(followups, "follow-up", "follow-ups"),
        f"{happened.open} open" if happened.open else "",
        f"{let_go} let go" if let_go else "",
    )
    return ", ".join(filter(None, parts))


def _count(number: int, one: str, several: str) -> str:
    """So many of something; empty for none."""
    return f"{number} {one if number == 1 else several}" if number else ""


def _lines(given: dict[str, str]) -> dict[str, str]:
    """Lines of an event, clean; raises InputError for an empty name and for a line that is too long."""
    lines = {field: clean_line(text, field.replace("_", " ")) for field, text in given.items()}
    if not lines.get("name", "event"):
        raise InputError("this event has no name", way_out="Give it one, as in HR meetup")
    return lines


def _age(event: Event) -> tuple[date, datetime, str]:
    """What puts events in their order: by day, those of one day as they were written."""
    return event.day, event.created, event.id

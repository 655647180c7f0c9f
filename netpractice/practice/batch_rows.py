"""What a text will be saved as, as lists show it: a row a line, and the whole in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from netpractice.domain.capture import Line, Trouble, lines_of
from netpractice.domain.capture_parts import Kind, Part, facts_of
from netpractice.domain.days import show_day
from netpractice.domain.evidence import marks
from netpractice.domain.habits import HABITS
from netpractice.domain.records import FollowUp, FollowUpKind, HabitKey
from netpractice.practice.answers import answers
from netpractice.practice.book import Book
from netpractice.practice.captured import Captured
from netpractice.practice.who import Who


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one line will be saved as."""

    number: int
    """The number of the line in the text, from 1."""
    who: tuple[Who, ...]
    follow_up: str
    """By when to write to them, `Fri 27 Nov`, or `let go`; empty if nothing is to be written."""
    read: tuple[str, ...]
    """What the other parts mean, in words, as they stand in the line; then what the talk does by itself."""
    habits: tuple[HabitKey, ...]
    """The habits that the line keeps on the day of the talk."""
    troubles: tuple[Trouble, ...]
    """What is wrong with it and where, from left to right; columns are counted from 0."""

    @property
    def error(self) -> str:
        """What is wrong first, and what to do about it; empty for a line that will be saved."""
        return "".join(f"{trouble.what}. {trouble.way_out}." for trouble in self.troubles[:1])


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """The event as it was read."""

    number: int
    name: str
    known: bool
    """True for an event that is in the book already."""
    day: date
    place: str
    tags: tuple[str, ...]
    troubles: tuple[Trouble, ...]

    @property
    def error(self) -> str:
        """What is wrong first, and what to do about it; empty if nothing is."""
        return "".join(f"{trouble.what}. {trouble.way_out}." for trouble in self.troubles[:1])


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it was read."""

    text: str
    day: date
    """The day of the talks: the event's, or else the one that was given."""
    event: EventRow | None
    rows: tuple[Row, ...]
    counts: str
    """What will be saved, in words: `3 new people, 5 talks, 2 promises`; empty if nothing will."""

    @property
    def unreadable(self) -> tuple[Row | EventRow, ...]:
        """The event and the lines that can't be saved as they are."""
        rows: list[Row | EventRow] = [*([self.event] if self.event else []), *self.rows]
        return tuple(row for row in rows if row.troubles)

    @property
    def left_over(self) -> str:
        """The text of what can't be saved as it is, under its event, to be mended."""
        numbers = {row.number for row in self.unreadable} | ({self.event.number} if self.event else set())
        lines = lines_of(self.text)
        return "\n".join(lines[number - 1] for number in sorted(numbers)) if self.unreadable else ""


def row_of(book: Book, line: Line, people: tuple[Who, ...], entry: Captured | None, troubles: Iterable[Trouble]) -> Row:
    """The row of a line.

    Args:
        book: the open book.
        line: what was read.
        people: who is meant by its names.
        entry: the records that it will be saved as; None if it can't be saved.
        troubles: what is wrong with it.
    """
    closed = answers(book, [entry.talk], opened=entry.followups) if entry else []
    read = [_in_words(part, book.today) for part in line.parts if part.kind not in _UNSAID]
    return Row(
        number=line.number,
        who=people,
        follow_up=_follow_up(line, entry, book.today) if entry else "",
        read=(*read, *("follow-up done" for _ in closed)),
        habits=_habits(entry, closed) if entry else (),
        troubles=tuple(sorted(troubles, key=lambda trouble: trouble.start)),
    )


def counted(book: Book, entries: Iterable[Captured]) -> str:
    """What will be saved, in words."""
    said: Counter[str] = Counter()
    for entry in entries:
        said["talk"] += 1
        said["new person"] += sum(contact.id not in book.records.contacts for contact in entry.contacts)
        said.update(_NOUNS[followup.kind] for followup in entry.followups if followup.kind in _NOUNS)
        said.update("favour given" if favour.direction == "gave" else favour.direction for favour in entry.favours)
    return ", ".join(
        f"{said[noun]} {noun if said[noun] == 1 else plural}" for noun, plural in _PLURALS.items() if said[noun]
    )


_NOUNS: dict[FollowUpKind, str] = {"promise": "promise", "lead": "lead", "help": "way to help"}
_PLURALS = {
    "talk": "talks",
    "new person": "new people",
    "promise": "promises",
    "lead": "leads",
    "way to help": "ways to help",
    "favour given": "favours given",
    "received": "received",
    "asked": "asked",
}
"""What is counted, one and several, in the order in which it is told."""


def _follow_up(line: Line, entry: Captured, today: date) -> str:
    """By when to write to the people of a line."""
    wanted = next((part for part in line.parts if part.kind == "follow up"), None)
    if wanted and wanted.due:
        return show_day(wanted.due, today)
    met = next((followup for followup in entry.followups if followup.kind == "met"), None)
    if met is None:
        return ""
    return "let go" if wanted else show_day(met.due, today)


def _habits(entry: Captured, closed: Iterable[FollowUp]) -> tuple[HabitKey, ...]:
    """The habits that a line keeps on its day, with the follow-ups that it closes."""
    kept = {habit for record in (*entry.records, *closed) for day, habit in marks(record) if day == entry.talk.day}
    return tuple(habit.key for habit in HABITS if habit.key in kept)


_UNSAID: frozenset[Kind] = frozenset(("follow up", "day", "unread"))
"""The parts that a row doesn't tell in words: a column of its own says when to write, and the rest isn't of the talk."""

_WORDS: dict[Kind, str] = {
    "learnt": "learnt {}",
    "help": "could help: {}",
    "gave": "gave {}",
    "received": "got {}",
    "asked": "asked {}",
    "promise": "promised {}",
    "lead": "lead: {}",
    "setting": "@{}",
    "tag": "#{}",
    "went": "went {}",
}
"""What the parts of a line mean; `{}` is their text."""


def _in_words(part: Part, today: date) -> str:
    """What a part means."""
    if part.kind == "note":
        return "note"
    if part.kind == "facts":
        return ", ".join(filter(None, facts_of(part.text)))
    by = f", by {show_day(part.due, today)}" if part.due else ""
    return _WORDS[part.kind].replace("{}", part.text) + by

"""What is due now, in one order: follow-ups whose day has come, then people whose rhythm is up.

Somebody with a follow-up that is due, or who was followed up today, is not named a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Literal, TypeAlias, overload

import msgspec

from netpractice.domain.days import show_day, show_span
from netpractice.domain.followups import ACTS
from netpractice.domain.records import FollowUp, StepKind
from netpractice.domain.rhythm import state_of
from netpractice.domain.roll import SAY_HELLO
from netpractice.domain.turns import Turn
from netpractice.practice import followups, people
from netpractice.practice.book import Book
from netpractice.practice.lanes import Row, due_rows, when
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import not_over

Enter: TypeAlias = StepKind | Literal["in touch"]
"""What Enter does: a step of a follow-up, or writing down that one is in touch."""


class Due(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that is due."""

    kind: Literal["follow-up", "person"]
    id: str
    """The id of the follow-up, or of the contact."""
    contact: str
    """The id of whom it is about; empty for nobody on the roster."""
    who: str
    """Their name, empty likewise."""
    words: str
    """What to do."""
    due: date
    """The day on which it was due."""
    late: int
    """How many days ago that was, 0 for today."""
    when: str
    """The same in words: `today`, `2 d late`; for a person how long it has been and the rhythm, `39 d / 30`."""
    enter: Enter


class DueNow(Sequence[Due]):
    """What is due, in order; each row is made when it is looked at, for of hundreds only a few are in view."""

    def __init__(self, rows: Sequence[Row], turns: Sequence[Turn], today: date) -> None:
        """Be follow-ups that are due, and then people whose turn it is."""
        self.rows = rows
        self.turns = turns
        self.today = today

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows) + len(self.turns)

    @overload
    def __getitem__(self, index: int) -> Due: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Due]: ...
    def __getitem__(self, index: int | slice) -> Due | Sequence[Due]:
        """One row, or some of them."""
        if isinstance(index, slice):
            return tuple(self[number] for number in range(len(self))[index])
        place = range(len(self))[index]
        count = len(self.rows)
        return _followup(self.rows[place], self.today) if place < count else _person(self.turns[place - count])

    def place(self, record_id: str) -> int | None:
        """Where the follow-up or the person with this id stands; None if neither is due."""
        ids = chain((row.followup.id for row in self.rows), (turn.contact.id for turn in self.turns))
        return next((place for place, each in enumerate(ids) if each == record_id), None)


def due_now(book: Book) -> DueNow:
    """What is due: follow-ups, the one due first first, then people, the one furthest over their rhythm first."""
    rows, today = due_rows(book), book.today
    spoken_for = {row.followup.contact for row in rows} | _followed_today(book)
    turns = [
        turn
        for turn in book.standing.turns.up(today)
        if (turn.contact.quiet_until is None or turn.contact.quiet_until <= today) and turn.contact.id not in spoken_for
    ]
    return DueNow(rows, turns, today)


def due(book: Book) -> tuple[Due, ...]:
    """All of it at once."""
    return tuple(due_now(book))


def proceed(book: Book, row: Due) -> Outcome:
    """Do what Enter does."""
    return followups.proceed(book, row.id) if row.kind == "follow-up" else people.touch(book, row.id)


def put_off(book: Book, row: Due, until: str | date) -> Outcome:
    """Ask again on a day, which may be given in words; raises InputError for one that can't be read or is over."""
    return followups.snooze(book, [row.id], until) if row.kind == "follow-up" else quiet(book, row.id, until)


def quiet(book: Book, contact_id: str, until: str | date) -> Outcome:
    """Leave somebody in peace until a day, as `put_off` does; raises KeyError if there is no such contact."""
    day = not_over(book, until)
    contact = msgspec.structs.replace(book.records.contacts[contact_id], quiet_until=day)
    words = f"{contact.name}: not before {show_day(day, book.today)}"
    return Outcome(change=book.change(words, put=[contact]), words=words)


def _followed_today(book: Book) -> set[str]:
    """The contacts with whom a follow-up was followed through today."""
    today = book.today
    written = book.standing.evidence.written_on(today)
    return {
        record.contact
        for record in written
        if isinstance(record, FollowUp) and any(step.day == today and step.kind in ACTS for step in record.steps)
    }


def _followup(row: Row, today: date) -> Due:
    """A follow-up whose day has come."""
    return Due(
        kind="follow-up",
        id=row.followup.id,
        contact=row.followup.contact,
        who=row.who,
        words=row.words,
        due=row.due,
        late=row.late,
        when=when(row, today),
        enter=row.answers[0],
    )


def _person(turn: Turn) -> Due:
    """Somebody whose rhythm is up."""
    contact = turn.contact
    return Due(
        kind="person",
        id=contact.id,
        contact=contact.id,
        who=contact.name,
        words=SAY_HELLO if state_of(contact, turn.days) == "reconnect" else "be in touch",
        due=turn.due,
        late=turn.days - turn.rhythm,
        when=f"{show_span(turn.days)} / {turn.rhythm}",
        enter="in touch",
    )

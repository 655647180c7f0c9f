"""Follow-ups as views: the open ones in lanes by the day they are due, the closed ones found by a filter, the story of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

import msgspec

from netpractice.domain.days import show_day, show_span
from netpractice.domain.errors import InputError
from netpractice.domain.followups import Outcome, closed_on, due_as_of, is_open, outcome
from netpractice.domain.records import FollowUp, FollowUpKind, StepKind
from netpractice.domain.roll import to_do
from netpractice.domain.search import Matching, Test, parse_query, sift
from netpractice.domain.steps import State, possible, state_of, story
from netpractice.domain.tray import Tray
from netpractice.practice.book import Book

LANES: tuple[FollowUpKind, ...] = get_args(FollowUpKind)
"""The lanes, one for each kind of follow-up, in their order."""

LANE_NAMES: dict[FollowUpKind, str] = {
    "met": "People met",
    "promise": "Promises",
    "lead": "Leads",
    "help": "Ways to help",
}
"""What stands over each lane."""


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One follow-up as it stands today."""

    followup: FollowUp
    who: str
    """The name of the contact; empty if it is about nobody on the roster."""
    words: str
    """What it asks for, or asked for."""
    due: date
    """The day it is due by now, snoozes included."""
    late: int
    """How many days ago that was; below 0 how many are left."""
    state: State
    answers: tuple[StepKind, ...]
    """What can be done with it; the first is what Enter does."""
    closed: date | None
    outcome: Outcome | None
    """How it was closed, or None while it is open."""


class Lane(msgspec.Struct, frozen=True):
    """The open follow-ups of one kind, the one due first first."""

    kind: FollowUpKind
    rows: tuple[Row, ...]


class Lanes(msgspec.Struct, frozen=True, kw_only=True):
    """The follow-ups that a filter found."""

    lanes: tuple[Lane, ...]
    """Every lane in the order of `LANES`, empty ones too."""
    closed: tuple[FollowUp, ...]
    """Closed ones, the latest first; without a filter there are none. `row` makes the row of one that is shown."""
    open: int
    """How many follow-ups are open, whatever the filter."""
    due: int
    """How many of these are due."""
    trouble: str
    """What of the filter couldn't be read, in a sentence; empty if all could."""

    @property
    def found(self) -> int:
        """How many follow-ups the filter found."""
        return sum(len(lane.rows) for lane in self.lanes) + len(self.closed)


def lanes(book: Book, query: str = "") -> Lanes:
    """The follow-ups that a filter finds.

    Args:
        book: the open book.
        query: what was typed (see `domain.search`): words, `kind:`, `who:`, `outcome:`, and the words due, open, acted,
            closed, met, promise, lead, help. With nothing typed all open ones are found, else closed ones too.
    """
    today, tray = book.today, book.standing.tray
    parsed = parse_query(query)
    matching = _matching(tray, today)
    still = tray.open(today)
    found = sift((followup for _, followup in still), parsed, matching)
    rows = [row(book, followup) for followup in found.items]
    closed = sift(tray.closed(), parsed, matching).items if any(term.value for term in parsed.terms) else ()
    return Lanes(
        lanes=tuple(Lane(kind, tuple(each for each in rows if each.followup.kind == kind)) for kind in LANES),
        closed=tuple(closed),
        open=len(still),
        due=sum(day <= today for day, _ in still),
        trouble=found.trouble,
    )


def row(book: Book, followup: FollowUp) -> Row:
    """A follow-up as it stands today."""
    due, state = due_as_of(followup, book.today), state_of(followup)
    return Row(
        followup=followup,
        who=name_of(book, followup.contact),
        words=followup.what if state == "closed" and followup.what else to_do(followup),
        due=due,
        late=(book.today - due).days,
        state=state,
        answers=possible(followup),
        closed=closed_on(followup),
        outcome=outcome(followup),
    )


def due_rows(book: Book) -> tuple[Row, ...]:
    """The open follow-ups that are due by today, the one due first first."""
    today = book.today
    return tuple(row(book, followup) for day, followup in book.standing.tray.open(today) if day <= today)


def when(row: Row, today: date) -> str:
    """When a follow-up is due, `2 d late`, `today`, `in 5 d`; how and when it was closed, `told Mon 9 Nov`."""
    if row.closed is not None:
        return f"{row.outcome} {show_day(row.closed, today)}"
    return f"{show_span(row.late)} late" if row.late > 0 else show_span(row.late)


def history(book: Book, followup: FollowUp) -> tuple[str, ...]:
    """What happened to a follow-up, the oldest first, to be joined by arrows (see `domain.steps.story`)."""
    return story(followup, name_of(book, followup.contact), book.today)


def name_of(book: Book, contact_id: str) -> str:
    """The name of a contact; empty for somebody who isn't on the roster."""
    contact = book.records.contacts.get(contact_id)
    return contact.name if contact else ""


def _matching(tray: Tray, today: date) -> Matching[FollowUp]:
    """How follow-ups are searched on a day."""

    def who(value: str) -> Test[FollowUp]:
        return lambda followup: value in tray.name(followup.contact)

    def due(followup: FollowUp) -> bool:
        return is_open(followup) and due_as_of(followup, today) <= today

    return Matching(tray.text, {"who": who, "kind": _kind, "outcome": _outcome}, {"due": due, **_FLAGS})


def _kind(value: str) -> Test[FollowUp]:
    """Follow-ups of a kind, which may be typed in part."""
    kinds = _beginning(value, LANES, "kind")
    return lambda followup: followup.kind in kinds


def _outcome(value: str) -> Test[FollowUp]:
    """Follow-ups closed in a way, which may be typed in part."""
    ways = _beginning(value, get_args(Outcome), "outcome")
    return lambda followup: outcome(followup) in ways


def _beginning(value: str, names: Iterable[str], what: str) -> set[str]:
    """The names that begin like this; raises InputError if none does."""
    found = {name for name in names if name.startswith(value)}
    if not found:
        raise InputError(f"there is no {what} {value}", way_out=f"Give one of {', '.join(names)}")
    return found


_FLAGS: dict[str, Test[FollowUp]] = {
    "open": is_open,
    "acted": lambda followup: state_of(followup) == "acted",
    "closed": lambda followup: not is_open(followup),
    **{kind: _kind(kind) for kind in LANES},
}

KEYS = ("who", "kind", "outcome")
"""What can stand before a colon in a filter."""

FLAGS = ("due", *_FLAGS)
"""The words that mean something of their own in a filter."""

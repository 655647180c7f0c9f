"""The roll: everybody in the book with how it stands with them, one row each, in several orders, ready to be filtered.

A row is made when it is first asked for and stays until a change touches its contact, or a record about them, or another
day comes. It always says what a new roll over the same records would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

import msgspec

from netpractice.domain.changes import Image
from netpractice.domain.followups import acted_on
from netpractice.domain.likeness import NameKey, name_key
from netpractice.domain.records import Contact, FollowUp, FollowUpKind, Records
from netpractice.domain.rhythm import CIRCLES, State, overdue, rhythm_of, state_of
from netpractice.domain.search import haystack
from netpractice.domain.text import fold
from netpractice.domain.ties import Ties, about

Order: TypeAlias = Literal["due", "name", "circle", "last", "gave", "added"]

ORDERS: tuple[Order, ...] = ("due", "name", "circle", "last", "gave", "added")
"""In what order people can stand: whose turn it is (the furthest over first); by name; the warmest first; the latest
contact first; those who gave more than they got first; the latest on the roster first."""


SAY_HELLO = "say hello, ask for nothing"
"""What to do with somebody who hasn't been heard of for long, where no follow-up is open."""

LONG_SILENCE = 365
"""After how many days it is the next step on somebody's row."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """How it stands with somebody on a day."""

    contact: Contact
    last: date | None
    """The day of the last contact; None if there was none."""
    days: int | None
    """How many days ago that was."""
    rhythm: int | None
    """How often to be in touch, in days; None for somebody who rests."""
    due: date | None
    """The day on which the rhythm is up; None for somebody new, resting or archived."""
    overdue: float | None
    """How far over the rhythm, as a share of it; None where `due` is."""
    state: State
    gave: int
    """How many favours were given to them."""
    received: int
    """How many favours they gave."""
    next_step: str
    """What to do next, in words: the open follow-up that is due first; empty where nothing is to do."""
    next_due: date | None
    """The day on which that follow-up is due; None where the next step is none."""


class Roll:
    """Everybody in the book as rows; it follows changes of the records."""

    def __init__(self, records: Records, ties: Ties) -> None:
        """Look at records and ties that others keep up to date; nothing is read before it is needed."""
        self._records = records
        self._ties = ties
        self._today = date.min
        self._rows: dict[str, Row] = {}
        self._texts: dict[str, str] = {}
        self._names: dict[str, NameKey] = {}
        self._orders: dict[Order, tuple[Row, ...]] = {}

    def update(self, images: Iterable[Image]) -> None:
        """Forget what a change touched."""
        for image in images:
            if image.table == Contact.table:
                self._texts.pop(image.id, None)
                self._names.pop(image.id, None)
                self._forget(image.id)
            for contact in (*about(image.before), *about(image.after)):
                self._forget(contact)

    def rows(self, today: date, order: Order = "due") -> tuple[Row, ...]:
        """Everybody, the archived too, in an order, as it stands on a day."""
        self._at(today)
        if order not in self._orders:
            rows = map(self._row, self._records.contacts.values())
            self._orders[order] = tuple(sorted(rows, key=_KEYS[order]))
        return self._orders[order]

    def row(self, contact: Contact, today: date) -> Row:
        """How it stands with one person on a day."""
        self._at(today)
        return self._row(contact)

    def text(self, contact: Contact) -> str:
        """All that was written on somebody's card, as words are looked for in it."""
        text = self._texts.get(contact.id)
        if text is None:
            text = self._texts[contact.id] = haystack(_on_card(contact))
        return text

    def name(self, contact: Contact) -> NameKey:
        """Somebody's name as it is compared with others."""
        key = self._names.get(contact.id)
        if key is None:
            key = self._names[contact.id] = name_key(contact.name)
        return key

    def _at(self, today: date) -> None:
        """Look at things on a day."""
        if today != self._today:
            self._today = today
            self._rows.clear()
            self._orders.clear()

    def _forget(self, contact: str) -> None:
        """Make somebody's row anew when it is next asked for."""
        self._rows.pop(contact, None)
        self._orders.clear()

    def _row(self, contact: Contact) -> Row:
        """Somebody's row, kept for the next time."""
        row = self._rows.get(contact.id)
        if row is None:
            row = self._rows[contact.id] = make_row(contact, self._ties, self._today)
        return row


def make_row(contact: Contact, ties: Ties, today: date) -> Row:
    """How it stands with a contact on a day."""
    last = ties.last_contact(contact.id, today)
    days = None if last is None else (today - last).days
    rhythm = rhythm_of(contact)
    state = state_of(contact, days)
    balance = ties.balance(contact.id, today)
    due, over = None, None
    if last is not None and days is not None and rhythm is not None and state != "archived":
        due, over = last + timedelta(days=rhythm), overdue(days, rhythm)
    still_open = ties.open_followups(contact.id, today)
    next_due, first = still_open[0] if still_open else (None, None)
    kind_word = SAY_HELLO if state == "reconnect" and days is not None and days >= LONG_SILENCE else ""
    return Row(
        contact, last, days, rhythm, due, over, state, balance.gave, balance.received,
        to_do(first) if first else kind_word, next_due,
    )  # fmt: skip


def to_do(followup: FollowUp) -> str:
    """What an open follow-up asks for, in words."""
    if followup.kind == "lead" and acted_on(followup) is not None:
        return f"tell them what came of it: {followup.what}" if followup.what else "tell them what came of the lead"
    return followup.what or _TO_DO[followup.kind]


_TO_DO: dict[FollowUpKind, str] = {
    "met": "write a first word",
    "promise": "keep the promise",
    "lead": "act on the lead",
    "help": "offer the help",
}
"""What a follow-up asks for when it doesn't say."""


def _on_card(contact: Contact) -> tuple[str, ...]:
    """The texts of a card."""
    return (
        contact.name, contact.nickname, contact.company, contact.role, contact.how_met, contact.birthday, contact.notes,
        *contact.emails, *contact.phones, *contact.links, *contact.tags,
    )  # fmt: skip


_PLACE: dict[State, int] = {"in touch": 0, "due": 0, "reconnect": 0, "new": 1, "resting": 2, "archived": 3}
"""Where each state stands in the order of whose turn it is."""


def _by_due(row: Row) -> tuple[int, float, int, str]:
    """The furthest over first, then whoever is due next; new people, those who rest and the archived after them."""
    over, due = row.overdue or 0.0, row.due.toordinal() if row.due else 0
    return _PLACE[row.state], -over, due, fold(row.contact.name)


def _by_name(row: Row) -> tuple[str, str]:
    """By name."""
    return fold(row.contact.name), row.contact.id


def _by_circle(row: Row) -> tuple[int, str]:
    """The nearest circle first."""
    return CIRCLES.index(row.contact.circle), fold(row.contact.name)


def _by_last(row: Row) -> tuple[float, str]:
    """The latest contact first, those without one last."""
    return float("inf") if row.days is None else row.days, fold(row.contact.name)


def _by_gave(row: Row) -> tuple[int, str]:
    """Those who gave more than they got first."""
    return row.gave - row.received, fold(row.contact.name)


def _by_added(row: Row) -> tuple[float, str]:
    """The latest on the roster first."""
    return -row.contact.created.timestamp(), fold(row.contact.name)


_KEYS: dict[Order, Callable[[Row], Any]] = {
    "due": _by_due,
    "name": _by_name,
    "circle": _by_circle,
    "last": _by_last,
    "gave": _by_gave,
    "added": _by_added,
}

"""The roster as a view: who is slipping, who is owed something, and whoever a filter finds; and one person's card."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from netpractice.domain.days import show_span
from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.domain.rhythm import CIRCLES, State, due_words
from netpractice.domain.roll import ORDERS, Order, Row
from netpractice.domain.search import Matching, Test, haystack, parse_query, sift
from netpractice.domain.text import fold
from netpractice.practice.book import Book
from netpractice.practice.person import CardView, Entry, EntryKind, card

__all__ = [
    "FLAGS", "KEYS", "ORDERS", "CardView", "Entry", "EntryKind", "Order", "Roster", "Row", "State", "card", "due_of",
    "last_of", "roster",
]  # fmt: skip


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """The people whom a filter found."""

    rows: tuple[Row, ...]
    total: int
    """How many people are on the roster, the archived left out."""
    due: int
    """How many of these are due."""
    trouble: str
    """What of the filter couldn't be read, in a sentence; empty if all could."""


def roster(book: Book, query: str = "", order: Order = "due", *, everyone: bool = False) -> Roster:
    """The people whom a filter finds, in an order.

    Args:
        book: the open book.
        query: what was typed (see `domain.search`); the keys and the words with a meaning of their own are those of
            `KEYS` and `FLAGS`.
        order: one of `ORDERS`.
        everyone: True finds archived people though the query doesn't say `archived`.
    """
    roll = book.standing.roll
    every = roll.rows(book.today, order)
    active = [row for row in every if row.state != "archived"]
    parsed = parse_query(query)
    among = every if everyone or parsed.says("archived") else active
    found = sift(among, parsed, Matching(lambda row: roll.text(row.contact), KEYS, FLAGS))
    due = sum(map(FLAGS["due"], active))
    return Roster(rows=tuple(found.items), total=len(active), due=due, trouble=found.trouble)


def last_of(row: Row) -> str:
    """When the last contact was, as lists show it: `today`, `39 d`, `1.2 y`, or `-` for never yet."""
    return "-" if row.days is None else show_span(row.days)


def due_of(row: Row, today: date) -> str:
    """When somebody's turn is, as lists show it (see `due_words`)."""
    return due_words(row.state, row.due, today)


def _circle(value: str) -> Test[Row]:
    """People in a circle, which may be typed in part."""
    circles = {circle for circle in CIRCLES if circle.startswith(value)}
    if not circles:
        raise InputError(f"there is no circle {value}", way_out=f"The circles are {', '.join(CIRCLES)}")
    return lambda row: row.contact.circle in circles


def _tag(value: str) -> Test[Row]:
    """People with a tag that begins so."""
    return lambda row: any(fold(tag).startswith(value) for tag in row.contact.tags)


def _phone(value: str) -> Test[Row]:
    """People with a number in which these digits follow one another, however it is written."""
    digits = "".join(filter(str.isdigit, value))
    if not digits:
        raise InputError(f"{value} has no digits", where="phone", way_out="Write a part of the number")
    return lambda row: any(digits in "".join(filter(str.isdigit, phone)) for phone in row.contact.phones)


def _of(field: Callable[[Contact], Iterable[str]]) -> Callable[[str], Test[Row]]:
    """People with a word in one field."""
    return lambda value: lambda row: value in haystack(field(row.contact))


KEYS: dict[str, Callable[[str], Test[Row]]] = {
    "#": _tag,
    "circle": _circle,
    "company": _of(lambda contact: (contact.company,)),
    "role": _of(lambda contact: (contact.role,)),
    "met": _of(lambda contact: (contact.how_met,)),
    "name": _of(lambda contact: (contact.name, contact.nickname)),
    "email": _of(lambda contact: contact.emails),
    "phone": _phone,
    "link": _of(lambda contact: contact.links),
    "notes": _of(lambda contact: (contact.notes,)),
}
"""What a filter can ask for with a key; `#` asks for a tag."""

FLAGS: dict[str, Test[Row]] = {
    "due": lambda row: row.state in ("due", "reconnect"),
    "reconnect": lambda row: row.state == "reconnect",
    "new": lambda row: row.state == "new",
    "resting": lambda row: row.state == "resting",
    "unsorted": lambda row: row.contact.unsorted,
    "archived": lambda row: row.state == "archived",
}
"""The words of a filter that mean something of their own; in quotes they are looked for like others."""

"""The roster as views: who is slipping, who is owed something, and one person's card with all that there was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import show_day, show_span
from netpractice.domain.errors import InputError
from netpractice.domain.evidence import words
from netpractice.domain.records import Contact, FollowUp, Record
from netpractice.domain.rhythm import CIRCLES, State, due_words
from netpractice.domain.roll import ORDERS, Order, Row, step_words
from netpractice.domain.search import Matching, Test, parse_query, sift
from netpractice.domain.text import fold
from netpractice.practice.book import Book

__all__ = ["ORDERS", "CardView", "Entry", "Order", "Roster", "Row", "State", "card", "due_of", "last_of", "roster"]

EntryKind: TypeAlias = Literal["talk", "gave", "received", "asked", "follow-up"]


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """The people whom a filter found."""

    rows: tuple[Row, ...]
    total: int
    """How many people are on the roster, the archived left out."""
    due: int
    """How many of these are due."""
    trouble: str
    """What of the filter couldn't be read, in a sentence; empty if all could."""


class Entry(msgspec.Struct, frozen=True):
    """One line of somebody's timeline."""

    day: date
    kind: EntryKind
    words: str
    record: Record


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one person."""

    row: Row
    facts: tuple[tuple[str, str], ...]
    """What is on the card, as labels and values, without what is empty."""
    how_met: str
    introduced_by: str
    """The name of whoever introduced them; empty if nobody on the roster did."""
    notes: str
    helps: tuple[str, ...]
    """Ways to help that were spotted, the newest first."""
    gave_me: tuple[str, ...]
    """What they gave, the newest first."""
    open: tuple[tuple[date, str, FollowUp], ...]
    """The open follow-ups as due day, words and record, the earliest due first."""
    remarks: tuple[str, ...]
    """Facts about give and take, such as "2 gives before your last ask"."""
    timeline: tuple[Entry, ...]
    """All that there was, the newest first."""


def roster(book: Book, query: str = "", order: Order = "due", *, everyone: bool = False) -> Roster:
    """The people whom a filter finds, in an order.

    Args:
        book: the open book.
        query: what was typed (see `domain.search`): words, `#tag`, `circle:`, `company:`, `role:`, `met:`, `name:`,
            `email:`, `phone:`, `tag:`, `notes:`, and the words due, reconnect, new, resting, unsorted, archived.
        order: one of `ORDERS`.
        everyone: True includes archived people though the filter doesn't ask for them.
    """
    roll = book.standing.roll
    every = roll.rows(book.today, order)
    active = [row for row in every if row.state != "archived"]
    parsed = parse_query(query)
    asked = everyone or any(term.value == "archived" and not (term.key or term.quoted) for term in parsed.terms)
    found = sift(every if asked else active, parsed, _matching(lambda row: roll.text(row.contact)))
    due = sum(row.state in ("due", "reconnect") for row in active)
    return Roster(rows=tuple(found.items), total=len(active), due=due, trouble=found.trouble)


def last_of(row: Row) -> str:
    """When the last contact was, as lists show it: `today`, `39 d`, `1.2 y`, or `never`."""
    return "never" if row.days is None else show_span(row.days)


def due_of(row: Row, today: date) -> str:
    """When somebody's turn is, as lists show it (see `due_words`)."""
    return due_words(row.state, row.due, today)


def card(book: Book, contact_id: str) -> CardView:
    """Everything about one person; raises KeyError if there is no such contact."""
    today = book.today
    contact = book.records.contacts[contact_id]
    row = book.standing.roll.row(contact_id, today)
    if row is None:
        raise KeyError(contact_id)
    ties = book.standing.ties
    talks = ties.conversations(contact_id)
    favours = ties.favours(contact_id)
    by = book.records.contacts.get(contact.introduced_by)
    return CardView(
        row=row,
        facts=_facts(contact, today),
        how_met=contact.how_met,
        introduced_by=by.name if by else "",
        notes=contact.notes,
        helps=tuple(dict.fromkeys(talk.debrief.help for talk in talks if talk.debrief.help)),
        gave_me=tuple(words(each, each.day) for each in favours if each.direction == "received"),
        open=tuple((due, step_words(followup), followup) for due, followup in ties.open_followups(contact_id, today)),
        remarks=(),
        timeline=tuple(
            sorted(
                [
                    *(Entry(talk.day, "talk", words(talk, talk.day), talk) for talk in talks),
                    *(Entry(each.day, each.direction, words(each, each.day), each) for each in favours),
                    *(Entry(each.opened, "follow-up", step_words(each), each) for each in ties.followups(contact_id)),
                ],
                key=lambda entry: (entry.day, entry.record.created, entry.record.id),
                reverse=True,
            )
        ),
    )


def _facts(contact: Contact, today: date) -> tuple[tuple[str, str], ...]:
    """What is on a card, without what is empty."""
    facts = (
        ("Company", contact.company),
        ("Role", contact.role),
        ("Nickname", contact.nickname),
        ("Circle", contact.circle),
        ("E-mail", ", ".join(contact.emails)),
        ("Phone", ", ".join(contact.phones)),
        ("Links", ", ".join(contact.links)),
        ("Birthday", contact.birthday),
        ("Tags", " ".join(f"#{tag}" for tag in contact.tags)),
        ("Archived", show_day(contact.archived, today) if contact.archived else ""),
    )
    return tuple((label, value) for label, value in facts if value)


def _matching(text: Callable[[Row], str]) -> Matching[Row]:
    """How people are searched."""
    return Matching(text, _KEYS, _FLAGS)


def _circle(value: str) -> Test[Row]:
    """People in a circle, which may be typed in part."""
    circles = {circle for circle in CIRCLES if circle.startswith(value)}
    if not circles:
        raise InputError(f"there is no circle {value}", way_out=f"The circles are {', '.join(CIRCLES)}")
    return lambda row: row.contact.circle in circles


def _tag(value: str) -> Test[Row]:
    """People with a tag that begins so."""
    return lambda row: any(fold(tag).startswith(value) for tag in row.contact.tags)


def _of(field: Callable[[Contact], str]) -> Callable[[str], Test[Row]]:
    """People with a word in one field."""
    return lambda value: lambda row: value in fold(field(row.contact))


_KEYS: dict[str, Callable[[str], Test[Row]]] = {
    "#": _tag,
    "circle": _circle,
    "company": _of(lambda contact: contact.company),
    "role": _of(lambda contact: contact.role),
    "met": _of(lambda contact: contact.how_met),
    "name": _of(lambda contact: f"{contact.name} {contact.nickname}"),
    "email": _of(lambda contact: " ".join(contact.emails)),
    "phone": _of(lambda contact: " ".join(contact.phones)),
    "tag": _tag,
    "notes": _of(lambda contact: contact.notes),
}

_FLAGS: dict[str, Test[Row]] = {
    "due": lambda row: row.state in ("due", "reconnect"),
    "reconnect": lambda row: row.state == "reconnect",
    "new": lambda row: row.state == "new",
    "resting": lambda row: row.state == "resting",
    "unsorted": lambda row: row.contact.unsorted,
    "archived": lambda row: row.state == "archived",
}

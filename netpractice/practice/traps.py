"""The three traps as gauges: how each stands now, the rows behind it, and what one key does about each row."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import DAY, month, show_day, show_span
from netpractice.domain.habits import TRAPS, TrapKey
from netpractice.domain.ledger import ideas
from netpractice.domain.mirror import OneWay, OneWayRow, PileRow, VanishRow, card_pile, one_way, vanished
from netpractice.domain.records import Contact
from netpractice.practice import due, followups, people
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome

SOON = 3 * DAY
"""When what is promised in a review is due."""

A_MONTH = "1m"
"""For how long somebody is left in peace."""

RepairKind: TypeAlias = Literal["follow-up", "person"]


class TrapRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row behind a gauge."""

    who: str
    """Whom it is about; empty for nobody on the roster."""
    words: str
    """What there is, in a few words."""
    kind: RepairKind
    """What its repair is about: a follow-up to close, or somebody to write to."""
    id: str
    """The id of that follow-up or contact."""


class Gauge(msgspec.Struct, frozen=True, kw_only=True):
    """How one trap stands."""

    trap: TrapKey
    name: str
    clear: bool
    """True if there is nothing to repair."""
    words: str
    """How it stands, in a few words."""
    repair: str
    """What repairs it, in a few words."""
    rows: tuple[TrapRow, ...]


def gauges(book: Book) -> tuple[Gauge, ...]:
    """The three traps as they stand today, in the order of the article."""
    records, today = book.records, book.today
    pile = card_pile(records, today)
    silent = vanished(records, today)
    way = one_way(records, today, book.settings.week_start)
    return (
        _gauge(
            "pile", _pile_words(pile), "write to them, or let go on purpose", tuple(_met(book, row) for row in pile)
        ),
        _gauge(
            "vanish", _vanish_words(silent), "tell them what came of it", tuple(_silent(row, today) for row in silent)
        ),
        _gauge(
            "oneway", _one_way_words(way), "a favour of five minutes", tuple(_asked(row, today) for row in way.rows)
        ),
    )


def answers(trap: TrapKey, row: TrapRow) -> tuple[str, str]:
    """What repairs a row, and what leaves it on purpose, each in a few words."""
    if row.kind == "follow-up":
        return "I wrote to them" if trap == "pile" else "I told them", "let it go, on purpose"
    return "we were in touch" if trap == "vanish" else "promise a favour of five minutes", "not for a month"


def repair(book: Book, trap: TrapKey, row: TrapRow) -> Outcome:
    """Do what repairs a row, in one step."""
    if row.kind == "follow-up":
        return followups.proceed(book, row.id) if trap == "pile" else followups.told(book, [row.id])
    return people.touch(book, row.id) if trap == "vanish" else small_favour(book, row.id)


def leave(book: Book, row: TrapRow) -> Outcome:
    """Let the follow-up of a row go on purpose, or leave its person in peace for a month, in one step."""
    return followups.let_go(book, [row.id]) if row.kind == "follow-up" else due.quiet(book, row.id, A_MONTH)


def small_favour(book: Book, contact_id: str) -> Outcome:
    """Promise somebody the favour of five minutes that is next, unless it is promised already."""
    what = ideas(book.records.favours.values(), book.today)[0].words
    there = (followup for _, followup in book.standing.ties.open_followups(contact_id, book.today))
    if any(followup.what == what for followup in there):
        return Outcome(change=None, words=f"promised already: {what}")
    return followups.make(book, "promise", what, contact=contact_id, due=book.today + SOON)


def _gauge(key: TrapKey, words: str, repair: str, rows: tuple[TrapRow, ...]) -> Gauge:
    """A gauge under the name of its trap."""
    name = next(trap.name for trap in TRAPS if trap.key == key)
    return Gauge(trap=key, name=name, clear=not rows, words=words, repair=repair, rows=rows)


def _pile_words(pile: tuple[PileRow, ...]) -> str:
    """How the pile stands."""
    if not pile:
        return "nobody met is waiting"
    return f"{len(pile)} met and not written to, the oldest {show_span(pile[0].days)}"


def _vanish_words(silent: tuple[VanishRow, ...]) -> str:
    """How many have heard nothing."""
    if not silent:
        return "everybody who helped has heard from you"
    return f"{len(silent)} helped you or were asked, then silence; the longest {show_span(silent[0].days)}"


def _one_way_words(way: OneWay) -> str:
    """Which way favours go."""
    return f"gave {way.balance.gave}, asked {way.balance.asked}; gave in {way.weeks_gave} of {way.weeks} weeks"


def _met(book: Book, row: PileRow) -> TrapRow:
    """Somebody met and not followed up."""
    contact = book.records.contacts.get(row.followup.contact)
    met = f"met {show_span(row.days)} ago" if row.days else "met today"
    words = f"{met}: {row.followup.what}" if row.followup.what else met
    return TrapRow(who=contact.name if contact else "", words=words, kind="follow-up", id=row.followup.id)


def _peace(contact: Contact, today: date) -> str:
    """That somebody is left in peace for now, after what else is said of them."""
    until = contact.quiet_until
    return f"; in peace until {show_day(until, today)}" if until is not None and today < until else ""


def _silent(row: VanishRow, today: date) -> TrapRow:
    """Somebody who has heard nothing."""
    if row.leads:
        what = f"gave you a lead: {row.leads[0].what}"
        return TrapRow(
            who=row.contact.name, words=f"{what}, {show_span(row.days)} ago", kind="follow-up", id=row.leads[0].id
        )
    favour = row.favours[0] if row.favours else None
    did = "helped you" if favour is None or favour.direction == "received" else "was asked"
    what = f": {favour.what}" if favour and favour.what else ""
    return TrapRow(
        who=row.contact.name,
        words=f"{did} {show_span(row.days)} ago{what}{_peace(row.contact, today)}",
        kind="person",
        id=row.contact.id,
    )


def _asked(row: OneWayRow, today: date) -> TrapRow:
    """Somebody asked again and again."""
    since = f"nothing given since {month(row.gave)} {row.gave.year}" if row.gave else "nothing given yet"
    return TrapRow(
        who=row.contact.name,
        words=f"was asked {len(row.asks)} times, {since}{_peace(row.contact, today)}",
        kind="person",
        id=row.contact.id,
    )

"""`netpractice ledger`: favours given, received and asked for, and what could be given next."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from netpractice.cli.columns import Column, table
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day, show_span
from netpractice.domain.errors import InputError
from netpractice.domain.records import Favour, FavourDirection, FavourKind
from netpractice.practice.book import Book
from netpractice.practice.lanes import name_of
from netpractice.practice.ledger import DIRECTIONS, KEYS, Ledger, ledger

FAVOUR_FIELDS = """\
  {"id", "day", "direction": "gave" | "received" | "asked", "kind": as in
   "introduction", "what", "size": "S" | "M" | "L" | null,
   "contact": an id | "", "who": their name | ""}"""

DETAILS = f"""\
A filter lists favours. It is made of words, "phrases", of
  {", ".join(DIRECTIONS)}
and of keys, each with a word after it:
  {", ".join(f"{key}:" for key in KEYS)}

--json prints one object:
  {{"schema": 1,
   "balances": [{{"days": 30 | 90 | 365, "gave", "received", "asked"}}, ...],
   "weeks": [{{"week": its first day, "gave", "received", "asked"}}, ...],
   "calm_share": 0-1 of a year's gives in seasons of needing nothing | null,
   "ideas": [{{"kind", "words", "last": day it was given last | null}}, ...],
   "favours": [...]}}, each favour, the latest first, as
{FAVOUR_FIELDS}"""

COLUMNS = (Column("Day"), Column("Way"), Column("Who", 20), Column("Kind"), Column("What"))

OFFERED = 3
"""How many favours of five minutes are offered."""


class FavourReport(msgspec.Struct, frozen=True, kw_only=True):
    """One favour."""

    id: str
    day: date
    direction: FavourDirection
    kind: FavourKind
    what: str
    size: Literal["S", "M", "L"] | None
    contact: str
    who: str


class BalanceReport(msgspec.Struct, frozen=True, kw_only=True):
    """How many favours went which way in the days up to today."""

    days: int
    gave: int
    received: int
    asked: int


class WeekReport(msgspec.Struct, frozen=True, kw_only=True):
    """The favours of a week."""

    week: date
    gave: int
    received: int
    asked: int


class IdeaReport(msgspec.Struct, frozen=True, kw_only=True):
    """A favour of five minutes."""

    kind: FavourKind
    words: str
    last: date | None


class LedgerReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger says."""

    balances: tuple[BalanceReport, ...]
    weeks: tuple[WeekReport, ...]
    calm_share: float | None
    ideas: tuple[IdeaReport, ...]
    favours: tuple[FavourReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("filter", metavar="FILTER", nargs="*", help="which favours to list, as in gave who:ana")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the balance, or the favours that a filter finds; the exit status is 1 if there are none."""
    with session.book() as book:
        seen = ledger(book, " ".join(args.filter))
        if seen.trouble:
            raise InputError(seen.trouble.rstrip("."), where="ledger")
        if args.json:
            session.say_json(ledger_report(book, seen))
        else:
            for line in listed(book, seen, session.width) if args.filter else plain(seen, book.today):
                session.say(line)
    return 0 if seen.favours else 1


def ledger_report(book: Book, seen: Ledger) -> LedgerReport:
    """The ledger as a report."""
    return LedgerReport(
        balances=tuple(
            BalanceReport(days=days, gave=each.gave, received=each.received, asked=each.asked)
            for days, each in seen.balances
        ),
        weeks=tuple(
            WeekReport(week=bar.week, gave=bar.gave, received=bar.received, asked=bar.asked) for bar in seen.bars
        ),
        calm_share=None if seen.calm_share is None else round(seen.calm_share, 3),
        ideas=tuple(IdeaReport(kind=idea.kind, words=idea.words, last=idea.last) for idea in seen.ideas),
        favours=tuple(favour_report(book, favour) for favour in seen.favours),
    )


def favour_report(book: Book, favour: Favour) -> FavourReport:
    """One favour as a report."""
    return FavourReport(
        id=favour.id, day=favour.day, direction=favour.direction, kind=favour.kind, what=favour.what, size=favour.size,
        contact=favour.contact, who=name_of(book, favour.contact),
    )  # fmt: skip


def plain(seen: Ledger, today: date) -> Iterator[str]:
    """The balance and what could be given, in lines of at most 80 characters."""
    for days, each in seen.balances:
        yield f"{days:>3} days: gave {each.gave}, received {each.received}, asked {each.asked}"
    if seen.calm_share is not None:
        yield f"{seen.calm_share:.0%} of a year's giving was done while you needed nothing"
    yield "Five minutes:"
    for idea in seen.ideas[:OFFERED]:
        last = f"last {show_span((today - idea.last).days)} ago" if idea.last else "not given yet"
        yield f"  {idea.words} ({idea.kind}, {last})"


def listed(book: Book, seen: Ledger, width: int | None) -> Iterator[str]:
    """The favours that were found, in lines of at most `width` cells, of any length if that is None."""
    if not seen.favours:
        yield "nothing found"
        return
    rows = [
        (show_day(each.day, book.today), each.direction, name_of(book, each.contact), each.kind, each.what)
        for each in seen.favours
    ]
    yield from table(COLUMNS, rows, width)


VERB = Verb(
    description="The ledger: favours given, received and asked for, and what could be given\nin five minutes.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

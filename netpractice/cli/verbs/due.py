"""`netpractice due`: follow-ups whose day has come, and people whose rhythm is up."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from netpractice.cli.columns import Column, table
from netpractice.cli.finding import short_codes
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.practice.book import Book
from netpractice.practice.due import Due, Enter, due

DETAILS = """\
The codes are what done and snooze take; done with a person writes down that you
were in touch today. Those of follow-ups fit acted, told and letgo too.

--json prints one object:
  {"schema": 1, "due": [
     {"kind": "follow-up" | "person", "id", "code",
      "contact": an id | "", "who": their name | "", "what": what to do,
      "due": "2026-11-20", "late": days, 0 for today,
      "when": the same in words, as in "2 d late",
      "next": "done" | "acted" | "told" | "in touch"}, ...]}"""

COLUMNS = (Column("Code"), Column("When"), Column("Who", 24), Column("What"))


class DueRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is due."""

    kind: Literal["follow-up", "person"]
    id: str
    code: str
    """As short as tells it apart from every follow-up and person."""
    contact: str
    who: str
    what: str
    due: date
    late: int
    when: str
    next: Enter
    """What is to be expected next."""


class DueReport(msgspec.Struct, frozen=True, kw_only=True):
    """What is due."""

    due: tuple[DueRow, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print what is due; the exit status is 1 if nothing is."""
    with session.book() as book:
        rows = due(book)
        codes = due_codes(book, rows)
    if args.json:
        session.say_json(DueReport(due=tuple(_report(row, codes[row.id]) for row in rows)))
    elif not rows:
        session.say("nothing is due")
    else:
        for line in plain(rows, codes, session.width):
            session.say(line)
    return 0 if rows else 1


def due_codes(book: Book, rows: Sequence[Due]) -> dict[str, str]:
    """The codes of what is due, which tell it apart from all that done and snooze take."""
    return short_codes((row.id for row in rows), (*book.records.followups, *book.records.contacts))


def plain(rows: Sequence[Due], codes: dict[str, str], width: int | None) -> Iterator[str]:
    """What is due in lines of at most `width` cells, of any length if that is None."""
    yield from table(COLUMNS, [(codes[row.id], row.when, row.who, row.words) for row in rows], width)


def _report(row: Due, code: str) -> DueRow:
    """One row as a report."""
    return DueRow(
        kind=row.kind, id=row.id, code=code, contact=row.contact, who=row.who, what=row.words, due=row.due,
        late=row.late, when=row.when, next=row.enter,
    )  # fmt: skip


VERB = Verb(
    description="What is due: follow-ups whose day has come, then people whose rhythm is up.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

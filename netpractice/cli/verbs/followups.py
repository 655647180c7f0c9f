"""`netpractice followups`: what is still open, by the day it is due, and what was closed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from netpractice.cli.columns import Column, table
from netpractice.cli.finding import short_codes
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.domain.followups import Outcome
from netpractice.domain.records import FollowUpKind, StepKind
from netpractice.domain.steps import State
from netpractice.practice.book import Book
from netpractice.practice.lanes import FLAGS, KEYS, Row, history, lanes, row, when

FOLLOWUP_FIELDS = """\
  {"id", "code", "kind": "met" | "promise" | "lead" | "help", "what",
   "contact": an id | "", "who": their name | "", "opened", "due",
   "late": days, below 0 while there is time,
   "state": "open" | "acted" | "closed",
   "outcome": "done" | "told" | "let go" | null, "closed": day | null,
   "steps": [{"day", "kind": "acted" | "told" | "done" | "let go" | "snoozed" |
              "reopened", "until": day | null, "note"}, ...]}"""

DETAILS = f"""\
Without a filter the open ones are listed, else closed ones too. A filter is
made of words, "phrases", of
  {", ".join(FLAGS)}
and of keys, each with a word or "phrase" after it:
  {", ".join(f"{key}:" for key in KEYS)}
All of them must fit; case and accents don't matter.

The codes are what acted, told, done, letgo, snooze and reopen take.

--json prints one object, {{"schema": 1, "followups": [...]}}, each follow-up as
{FOLLOWUP_FIELDS}"""

COLUMNS = (Column("Code"), Column("Kind"), Column("Due"), Column("Who", 20), Column("What"))


class StepReport(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a follow-up."""

    day: date
    kind: StepKind
    until: date | None
    note: str


class FollowUpReport(msgspec.Struct, frozen=True, kw_only=True):
    """One follow-up."""

    id: str
    code: str
    """As short as tells it apart from all that are open, or closed, like it."""
    kind: FollowUpKind
    what: str
    contact: str
    who: str
    opened: date
    due: date
    """The day it is due by now, snoozes included."""
    late: int
    state: State
    outcome: Outcome | None
    closed: date | None
    steps: tuple[StepReport, ...]


class FollowUpsReport(msgspec.Struct, frozen=True, kw_only=True):
    """The follow-ups that a filter found."""

    followups: tuple[FollowUpReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument(
        "filter", metavar="FILTER", nargs="*", help="which to list, as in lead due; the open ones by default"
    )
    parser.add_argument("--history", action="store_true", help="what happened to each, under it")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the follow-ups; the exit status is 1 if there are none. Raises InputError for a filter that can't be read."""
    with session.book() as book:
        found = lanes(book, " ".join(args.filter))
        if found.trouble:
            raise InputError(found.trouble.rstrip("."), where="followups")
        rows = [each for lane in found.lanes for each in lane.rows]
        rows += [row(book, followup) for followup in found.closed]
        if args.json:
            session.say_json(FollowUpsReport(followups=followup_reports(book, rows)))
        elif not rows:
            session.say("nothing found" if args.filter else "nothing is open")
        else:
            for line in plain(book, rows, session.width, stories=args.history):
                session.say(line)
    return 0 if rows else 1


def followup_codes(book: Book) -> dict[str, str]:
    """The code of every follow-up, which tells an open one apart from all open ones and a closed one from all closed."""
    tray = book.standing.tray
    still = short_codes(followup.id for _, followup in tray.open(book.today))
    return still | short_codes(followup.id for followup in tray.closed())


def followup_reports(book: Book, rows: Sequence[Row]) -> tuple[FollowUpReport, ...]:
    """Follow-ups as reports."""
    codes = followup_codes(book)
    return tuple(
        FollowUpReport(
            id=row.followup.id, code=codes[row.followup.id], kind=row.followup.kind, what=row.followup.what,
            contact=row.followup.contact, who=row.who, opened=row.followup.opened, due=row.due, late=row.late,
            state=row.state, outcome=row.outcome, closed=row.closed,
            steps=tuple(
                StepReport(day=step.day, kind=step.kind, until=step.until, note=step.note) for step in row.followup.steps
            ),
        )
        for row in rows
    )  # fmt: skip


def plain(book: Book, rows: Sequence[Row], width: int | None, *, stories: bool) -> Iterator[str]:
    """Follow-ups in lines of at most `width` cells, of any length if that is None; stories are never cut."""
    codes = followup_codes(book)
    texts = [(codes[row.followup.id], row.followup.kind, when(row, book.today), row.who, row.words) for row in rows]
    titles, *lines = table(COLUMNS, texts, width)
    yield titles
    for line, each in zip(lines, rows, strict=True):
        yield line
        if stories:
            yield f"    {' -> '.join(history(book, each.followup))}"


VERB = Verb(
    description="What is still open, by the day it is due: people met, promises, leads and ways to\nhelp.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

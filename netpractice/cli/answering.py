"""What the verbs that answer follow-ups share: which are meant, the one change, and what is said of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from netpractice.cli.finding import by_code
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.followups import FOLLOWUP_FIELDS, FollowUpReport, followup_reports
from netpractice.domain.followups import is_open
from netpractice.practice.book import Book
from netpractice.practice.followup_words import about
from netpractice.practice.lanes import row
from netpractice.practice.outcome import Outcome

CODES = """\
CODE is what netpractice due and followups show: the end of an id, or its
beginning, or all of it. One that fits several is refused, and these are named."""

DETAILS = f"""\
{CODES}

--json prints one object:
  {{"schema": 1, "done": what was changed, in words | "", "followups": [...]}}
with each follow-up, as it is afterwards, as
{FOLLOWUP_FIELDS}"""

Answer: TypeAlias = Callable[[Book, Sequence[str], Namespace, "date | None"], Outcome]
"""Takes a step with follow-ups, on a day or today; the arguments say the rest."""


class AnswerReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was done."""

    done: str
    """In words; empty if nothing was changed."""
    followups: tuple[FollowUpReport, ...]
    """The follow-ups that were named, as they are afterwards."""


def answer_verb(description: str, answer: Answer, *, late: bool = True, closed: bool = False) -> Verb:
    """A verb that takes a step with the follow-ups named.

    Args:
        description: what it does.
        answer: does it.
        late: True if it can be written for an earlier day.
        closed: True if it is for closed follow-ups, so that a code means one of these first.
    """

    def arguments(parser: ArgumentParser) -> None:
        parser.add_argument("codes", metavar="CODE", nargs="+", help="which follow-up, or several")
        add_answer_options(parser, late=late)

    def run(session: Session, args: Namespace) -> int:
        with session.book(writable=True, claim=False) as book:
            ids = [followup_id(book, code, closed=closed) for code in args.codes]
            on = session.day(book, args.on) if late and args.on is not None else None
            outcome = answer(book, ids, args, on)
            report = answer_report(book, ids, outcome)
        say_answer(session, args, outcome.words, report)
        return 0

    return Verb(description=description, arguments=arguments, run=run, details=DETAILS)


def add_answer_options(parser: ArgumentParser, *, late: bool) -> None:
    """Add the options of a verb that answers follow-ups."""
    parser.add_argument("--note", metavar="TEXT", default="", help="a line about it")
    if late:
        parser.add_argument("--on", metavar="DAY", help="the day, as in yesterday or fri; today by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def followup_id(book: Book, code: str, *, closed: bool = False) -> str:
    """The follow-up that a code means, an open one first, or else a closed one first; raises InputError (see `by_code`)."""
    return by_code(code, "follow-up", *followup_groups(book, closed=closed))


def followup_or_person(book: Book, code: str) -> str:
    """The follow-up that a code means, an open one first, or else a person; raises InputError (see `by_code`)."""
    people = {contact.id: contact.name for contact in book.records.contacts.values()}
    return by_code(code, "follow-up or person", *followup_groups(book), people)


def followup_groups(book: Book, *, closed: bool = False) -> tuple[dict[str, str], dict[str, str]]:
    """The open follow-ups in words by id, and the closed ones; the other way round if the closed ones come first."""
    still: dict[str, str] = {}
    gone: dict[str, str] = {}
    for followup in book.records.followups.values():
        (still if is_open(followup) else gone)[followup.id] = about(book, followup)
    return (gone, still) if closed else (still, gone)


def answer_report(book: Book, ids: Sequence[str], outcome: Outcome) -> AnswerReport:
    """What was done to follow-ups."""
    rows = [row(book, book.records.followups[each]) for each in dict.fromkeys(ids)]
    return AnswerReport(done=outcome.words if outcome.change else "", followups=followup_reports(book, rows))


def say_answer(session: Session, args: Namespace, words: str, report: AnswerReport) -> None:
    """Print what was done, in words or as JSON."""
    if args.json:
        session.say_json(report)
    else:
        session.say(words)

"""`netpractice snooze`: put something that is due off to a day."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from netpractice.cli.answering import DETAILS, answer_report, followup_or_person, say_answer
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.practice import followups
from netpractice.practice.due import quiet


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("code", metavar="CODE", help="which follow-up or person")
    parser.add_argument("day", metavar="DAY", nargs="+", help="until when, as in fri, 2w or 12 dec")
    parser.add_argument("--note", metavar="TEXT", default="", help="a line about it, for a follow-up")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Put a follow-up off, or leave somebody in peace until then."""
    until = " ".join(args.day)
    with session.book(writable=True, claim=False) as book:
        found = followup_or_person(book, args.code)
        if found in book.records.contacts:
            if args.note:
                raise InputError("a note is for a follow-up", where="snooze", way_out="Leave out --note")
            outcome = quiet(book, found, until)
            report = answer_report(book, (), outcome)
        else:
            outcome = followups.snooze(book, [found], until, args.note)
            report = answer_report(book, [found], outcome)
    say_answer(session, args, outcome.words, report)
    return 0


VERB = Verb(
    description="Put a follow-up off to a day, or leave somebody in peace until then.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice followup`: open a follow-up by hand."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from netpractice.cli.answering import AnswerReport, answer_report, say_answer
from netpractice.cli.finding import by_name
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.followups import FOLLOWUP_FIELDS
from netpractice.practice import followups
from netpractice.practice.lanes import LANES

DETAILS = f"""\
Somebody met is due when the hours for new people are over (48), all else in a
week, if no day is given. netpractice log writes a talk down with all that came of
it; this is for what came another way.

--json prints one object:
  {{"schema": 1, "done": what was done, in words, "followups": [the new one]}}
with the follow-up as
{FOLLOWUP_FIELDS}"""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("kind", metavar="KIND", choices=LANES, help=", ".join(LANES))
    parser.add_argument("what", metavar="WHAT", nargs="+", help="what is to be done")
    parser.add_argument("--with", dest="who", metavar="NAME", help="whom it is about; of a lead, who gave it")
    parser.add_argument("--by", metavar="DAY", default="", help="when it is due, as in fri, 2w or 12 dec")
    parser.add_argument("--on", metavar="DAY", help="the day it came up, as in yesterday; today by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Open a follow-up."""
    with session.book(writable=True, claim=False) as book:
        contact = by_name(book, args.who).id if args.who is not None else ""
        on = session.day(book, args.on) if args.on is not None else None
        outcome = followups.make(book, args.kind, " ".join(args.what), contact=contact, due=args.by, on=on)
        report: AnswerReport = answer_report(book, [next(reversed(book.records.followups))], outcome)
    say_answer(session, args, outcome.words, report)
    return 0


VERB = Verb(
    description="Open a follow-up: a promise, a lead, a way to help, somebody met.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

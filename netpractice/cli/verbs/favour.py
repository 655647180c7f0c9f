"""`netpractice favour`: enter a favour in the ledger."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.finding import by_name
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.ledger import FAVOUR_FIELDS, FavourReport, favour_report
from netpractice.practice.ledger import DIRECTIONS, KINDS, SIZES, gate, write

DETAILS = f"""\
kinds: {", ".join(KINDS[:5])},
  {", ".join(KINDS[5:])}

Asking somebody silent for a year or more, with nothing given since, is written
down like all else; when you last spoke is shown beside it.

--json prints one object:
  {{"schema": 1, "done": what was done, in words,
   "gate": when you last spoke, if that is long ago | "", "favour": the new one}}
with the favour as
{FAVOUR_FIELDS}"""


class WrittenReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was entered."""

    done: str
    gate: str
    """What to think of before an ask, in a sentence; empty if there is nothing."""
    favour: FavourReport


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("direction", metavar="WAY", choices=DIRECTIONS, help=", ".join(DIRECTIONS))
    parser.add_argument("what", metavar="WHAT", nargs="+", help="what it was")
    parser.add_argument("--with", dest="who", metavar="NAME", help="the other person")
    parser.add_argument(
        "--kind", metavar="KIND", choices=KINDS, default="other", help="what kind of favour (see below)"
    )
    parser.add_argument("--size", choices=SIZES, help="small, medium or large")
    parser.add_argument("--on", metavar="DAY", help="the day, as in yesterday or fri; today by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write the favour, and say what to think of before an ask."""
    with session.book(writable=True, claim=False) as book:
        contact = by_name(book, args.who).id if args.who is not None else ""
        on = session.day(book, args.on) if args.on is not None else None
        closed = gate(book, contact, on) if contact and args.direction == "asked" else None
        outcome = write(
            book, args.direction, " ".join(args.what), kind=args.kind, contact=contact, size=args.size, on=on
        )
        favour = favour_report(book, next(reversed(book.records.favours.values())))
    words = closed.words if closed else ""
    if args.json:
        session.say_json(WrittenReport(done=outcome.words, gate=words, favour=favour))
        return 0
    session.say(outcome.words)
    if words:
        session.say(f"  {words} Reconnecting or giving first makes it lighter.")
    return 0


VERB = Verb(
    description="Enter a favour in the ledger: given, received or asked for.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice event`: write down an event one goes to, with a mission."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.events import EVENT_FIELDS, EventReport, event_codes, event_report
from netpractice.practice.events import make, view

DETAILS = f"""\
After it, netpractice log takes its conversations (a first line ## NAME says where
they were held), and netpractice debrief what you made of it.

--json prints one object:
  {{"schema": 1, "done": what was done, in words, "event": the new one}}
with the event as
{EVENT_FIELDS}"""

LINES: dict[str, tuple[str, str]] = {
    "place": ("--place", "where it is"),
    "to_help": ("--to-help", "the mission: one to help"),
    "to_meet": ("--to-meet", "the mission: one to meet"),
    "to_reconnect": ("--to-reconnect", "the mission: one to reconnect with"),
    "if_then": ("--if-then", "what you will do when it gets hard"),
}
"""The option of each line of an event, and what it says."""


class MadeReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was written down."""

    done: str
    event: EventReport


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="what it is called")
    parser.add_argument("--day", metavar="DAY", default="today", help="when, as in fri or 12 dec; today by default")
    for field, (option, words) in LINES.items():
        parser.add_argument(option, dest=field, metavar="TEXT", default="", help=words)
    parser.add_argument(
        "--tag", dest="tags", metavar="TAG", action="append", default=[], help="may be given several times"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write the event down."""
    lines = {field: getattr(args, field) for field in LINES}
    with session.book(writable=True, claim=False) as book:
        outcome = make(book, " ".join(args.name), args.day, tags=args.tags, **lines)
        made = next(reversed(book.records.events))
        report = event_report(view(book, made), event_codes(book)[made])
    if args.json:
        session.say_json(MadeReport(done=outcome.words, event=report))
    else:
        session.say(outcome.words)
    return 0


VERB = Verb(
    description="Write down an event you go to, with a mission: one to help, one to meet, one to\nreconnect with.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

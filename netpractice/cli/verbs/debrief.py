"""`netpractice debrief`: what one made of an event."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.events import EVENT_FIELDS, EventReport, event_codes, event_id, event_report, told
from netpractice.domain.errors import InputError
from netpractice.practice.events import edit, view

DETAILS = f"""\
It takes the place of an earlier one. The mission and what happened are shown
afterwards. CODE is the end of an id, as netpractice events shows it.

--json prints one object:
  {{"schema": 1, "done": what was changed, in words | "", "event": the event}}
with the event as
{EVENT_FIELDS}"""

STDIN = "-"
"""What stands for standard input."""


class DebriefReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was written."""

    done: str
    event: EventReport


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("code", metavar="CODE", help="which event")
    parser.add_argument("text", metavar="TEXT", nargs="+", help=f"what you made of it; {STDIN} reads standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write the debrief and print the event."""
    text = _read(session) if args.text == [STDIN] else " ".join(args.text)
    if not text.strip():
        raise InputError("this debrief says nothing", where="debrief", way_out="Write what you made of the event")
    with session.book(writable=True, claim=False) as book:
        found = event_id(book, args.code)
        outcome = edit(book, found, debrief=text)
        seen, code, today = view(book, found), event_codes(book)[found], book.today
    if args.json:
        done = outcome.words if outcome.change else ""
        session.say_json(DebriefReport(done=done, event=event_report(seen, code)))
        return 0
    session.say(outcome.words)
    for line in told(seen, today):
        session.say(line)
    return 0


def _read(session: Session) -> str:
    """Standard input as text, in whatever encoding it comes."""
    from netpractice.exchange.encodings import decode

    return decode(session.read_input())


VERB = Verb(
    description="Write down what you made of an event, and compare its mission with what happened.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

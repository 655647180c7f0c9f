"""`netpractice undo`: take back the last change, or make it again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb

DETAILS = """\
Every change can be taken back, one after the other, also those made in the app
and long ago; a new change ends what can be done again.

--json prints one object:
  {"schema": 1, "done": what was taken back, or made again, in words | ""}"""


class UndoReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken back or made again."""

    done: str


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--redo", action="store_true", help="make again what was taken back last")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Take back the last change; the exit status is 1 if there is none."""
    with session.book(writable=True, claim=False) as book:
        change = book.redo() if args.redo else book.undo()
    did = "done again" if args.redo else "undone"
    words = f"{did}: {change.label}" if change else ""
    if args.json:
        session.say_json(UndoReport(done=words))
    else:
        session.say(words or f"nothing to {'do again' if args.redo else 'take back'}")
    return 0 if change else 1


VERB = Verb(
    description="Take back the last change, whatever it was.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

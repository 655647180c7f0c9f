"""`netpractice backup`: keep a copy of the book as it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb

DETAILS = """\
Backups made this way stay until you remove them. The app makes one a day itself,
and of these the newest of 7 days, 4 weeks and 12 months stay. netpractice restore
lists them all.

--json prints one object:
  {"schema": 1, "backup": the path of the new file}"""


class BackupReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was made."""

    backup: str
    """The path of the new file."""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Make a backup of the book."""
    with session.book(writable=True) as book:
        path = book.backup()
    if args.json:
        session.say_json(BackupReport(backup=str(path)))
    else:
        session.say(f"Backed up as {path}")
    return 0


VERB = Verb(
    description="Keep a copy of the book as it is, in the folder of backups beside it.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

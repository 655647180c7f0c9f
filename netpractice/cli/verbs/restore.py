"""`netpractice restore`: list the backups, or put one in the place of the book."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import datetime

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.store import backups

NEWEST = "newest"
"""The word for the newest backup that can be restored."""

DETAILS = """\
The book that a backup replaces is kept as a backup too, so that a restore can be
taken back by another one.

--json prints one object; without WHICH the list, the newest first:
  {"schema": 1, "backups": [{"number": 1, "name", "made": local time,
                             "label": why it was made, "good": true}, ...]}
with WHICH what was done:
  {"schema": 1, "restored": name, "kept": name of the book replaced | null}"""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A backup in the list."""

    number: int
    """Its place in the list; the newest is 1."""
    name: str
    made: datetime
    """Local time, to the second."""
    label: str
    """Why it was made; empty for the backup of a day."""
    good: bool
    """True if it can be restored."""


class BackupList(msgspec.Struct, frozen=True, kw_only=True):
    """The backups there are."""

    backups: tuple[Listed, ...]
    """The newest first."""


class RestoreReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was restored."""

    restored: str
    kept: str | None
    """The name of the backup of what was there before; None if there was no book."""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("which", metavar="WHICH", nargs="?", help=f"a number or name from the list, or {NEWEST}")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """List the backups, with exit status 1 if there is none, or restore one."""
    return _list(session, args) if args.which is None else _restore(session, args)


def _list(session: Session, args: Namespace) -> int:
    """Print the backups."""
    listed = tuple(
        Listed(
            number=number,
            name=backup.name,
            made=backup.moment,
            label=backup.label,
            good=backups.is_good(backup),
        )
        for number, backup in enumerate(backups.found(session.paths), start=1)
    )
    if args.json:
        session.say_json(BackupList(backups=listed))
    elif not listed:
        session.say("No backups yet. netpractice backup makes one")
    else:
        for one in listed:
            label = one.label.replace("-", " ") or "daily"
            remark = "" if one.good else "  can't be read"
            session.say(f"{one.number:>3}  {one.made:%Y-%m-%d %H:%M}  {label:<16}  {one.name}{remark}")
        session.say("netpractice restore NUMBER brings one back; what is there now is kept as a backup")
    return 0 if listed else 1


def _restore(session: Session, args: Namespace) -> int:
    """Put the chosen backup in the place of the book."""
    which = "" if args.which == NEWEST else args.which
    backup = backups.choose(session.paths, which)
    aside = backups.restore(session.paths, backup, session.clock.now())
    if args.json:
        session.say_json(RestoreReport(restored=backup.name, kept=aside.name if aside else None))
        return 0
    session.say(f"Restored {backup.name}")
    if aside is not None:
        session.say(f"What was there before is kept as {aside.name}")
    return 0


VERB = Verb(
    description="List the backups of the book, or put one in its place.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

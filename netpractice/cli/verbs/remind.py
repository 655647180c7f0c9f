"""`netpractice remind`: what is due, in one line, for a prompt, a notification or a timer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import time

from netpractice.cli.options import PROGRAM
from netpractice.cli.session import Session, one_line
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.practice.due import Due, due

DETAILS = """\
Nothing due: nothing is printed, and the exit status is 1.

  netpractice remind --notify               a notification, through notify-send
                                            (macOS: osascript)
  netpractice remind --print-systemd        a service and a timer that notify
  netpractice remind --print-cron --at 8:30 the same as a line for crontab -e"""

NAMED = 3
"""How many things that are due are named."""


def clock_time(text: str) -> time:
    """A time of the day, as in 9 or 08:30; raises InputError for anything else."""
    hour, _, minute = text.partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise InputError("no such time", where=text, way_out="Give one like 9:00 or 18:30") from None


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--notify", action="store_true", help="show it as a notification of the desktop")
    kind.add_argument("--print-systemd", action="store_true", help="print units that notify every day")
    kind.add_argument("--print-cron", action="store_true", help="print a line for cron that notifies every day")
    parser.add_argument(
        "--at", metavar="TIME", type=clock_time, default=time(9), help="when units and cron notify; 9:00 by default"
    )


def run(session: Session, args: Namespace) -> int:
    """Print or show what is due; the exit status is 1 if nothing is. Units are only printed."""
    if args.print_systemd or args.print_cron:
        from netpractice.cli.desktop import cron_line, systemd_units

        unit = systemd_units if args.print_systemd else cron_line
        for line in unit(_command(session), args.at).splitlines():
            session.say(line)
        return 0
    with session.book() as book:
        rows = due(book)
    if not rows:
        return 1
    line = summary(rows)
    if args.notify:
        from netpractice.cli.desktop import notify

        notify(PROGRAM, one_line(line))
    else:
        session.say(line)
    return 0


def summary(rows: Sequence[Due]) -> str:
    """What is due in a line: how much, and the first of it by name."""
    followups = sum(row.kind == "follow-up" for row in rows)
    people = len(rows) - followups
    counts = (
        f"{followups} follow-up{'s' * (followups > 1)} due" if followups else "",
        f"{people} {'people' if people > 1 else 'person'} to be in touch with" if people else "",
    )
    named = ", ".join(_named(row) for row in rows[:NAMED])
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    return f"{', '.join(filter(None, counts))}: {named}{more}"


def _named(row: Due) -> str:
    """One thing that is due."""
    if row.kind == "person":
        return row.who
    return f"{row.words} ({row.who})" if row.who else row.words


def _command(session: Session) -> list[str]:
    """The command that reminds, wherever it is run."""
    import sys
    from shutil import which

    found = which(PROGRAM)
    program = [found] if found else [sys.executable, "-m", PROGRAM]
    return [*program, "--data", str(session.paths.book.absolute()), "remind", "--notify"]


VERB = Verb(
    description="What is due in one line, or as a notification; or units that ask every day.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice why`: the entries that made a day count for a habit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from netpractice.cli.parser import habit_key
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.habits import HABIT
from netpractice.practice.scorecard import why

DETAILS = """\
--json prints one object:
  {"schema": 1, "habit": "warm", "day": "2026-11-22", "kept": true,
   "why": [{"words", "by_hand": false, "table": "conversations", "id"}, ...]}"""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("habit", metavar="HABIT", type=habit_key, help="1 to 6 or its key, as in warm")
    parser.add_argument("--on", metavar="DAY", help="the day, as in yesterday, fri or 2026-11-20; today by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the reasons; the exit status is 1 if there are none."""
    with session.book() as book:
        report = why(book, args.habit, session.day(book, args.on))
        day = show_day(report.day, book.today)
    habit = HABIT[report.habit]
    if args.json:
        session.say_json(report)
    elif report.kept:
        session.say(f"{habit.name}, {day}:")
        for reason in report.why:
            session.say(f"  {reason.words}")
    else:
        session.say(f"{habit.name}, {day}: nothing written down yet")
        session.say(f"  What counts: {habit.counts}")
    return 0 if report.kept else 1


VERB = Verb(
    description="The entries that made a day count for a habit, the newest first.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice score`: a week's score, habit by habit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import DAY, show_day
from netpractice.domain.habits import HABIT
from netpractice.practice.scorecard import HabitReport, ScoreReport, find_week, margin_words, score

DETAILS = """\
--json prints one object:
  {"schema": 1, "week": "2026-W47", "first_day": "2026-11-16",
   "finished": false, "rest": false,
   "score": 0-100 | null, "strength": 0-100 | null,
   "habits": [
     {"habit": "warm", "state": "active" | "paused" | "resting",
      "kept_days": 0-7, "target": 0-7, "credit": 0-1 | null,
      "due", "handled": follow-ups, 0 but for "follow",
      "margin": {"state": "met" | "open" | "tight" | "out of reach",
                 "more", "left"} | null,
      "strength": 0-100 | null, "streak_weeks",
      "days": [{"day", "kept",
                "why": [{"words", "by_hand", "table", "id"}, ...]}, ...]}, ...],
   "streaks": {"daily": {"current", "longest", "pending"},
               "weekly": {"current", "longest", "pending"}}}
Strength, streak_weeks and streaks are as of now, whichever week is asked for."""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--week", metavar="WEEK", help="an ISO week as in 2026-W47, or last; this week by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the score of a week."""
    with session.book() as book:
        report = score(book, find_week(book, args.week))
    if args.json:
        session.say_json(report)
    else:
        for line in plain(report):
            session.say(line)
    return 0


def plain(report: ScoreReport) -> Iterator[str]:
    """The report in lines of at most 80 characters; days that count show their initial, the others a dot."""
    span = f"{show_day(report.first_day)} to {show_day(report.first_day + 6 * DAY)}"
    yield f"{report.week}, {span}: {_headline(report)}"
    for habit in report.habits:
        name = HABIT[habit.habit]
        days = "".join(f"{day.day:%a}"[0] if day.kept else "." for day in habit.days)
        run_of = f"run {habit.streak_weeks} w"
        row = f"  {name.number} {name.name:<14}  {_done(habit):<11}  {days}  {run_of:<9}  {margin_words(habit)}"
        yield row.rstrip()
    daily, weekly = report.streaks.daily, report.streaks.weekly
    yield f"Days in a row {daily.current}, best {daily.longest}; weeks in a row {weekly.current}, best {weekly.longest}"


def _headline(report: ScoreReport) -> str:
    """The score in words."""
    if report.rest:
        return "a rest week, not scored"
    score = "no score" if report.score is None else f"score {report.score}"
    so_far = "" if report.finished or report.score is None else " so far"
    strength = "" if report.strength is None else f", strength {report.strength:.0f}"
    return f"{score}{so_far}{strength}"


def _done(habit: HabitReport) -> str:
    """How much of a habit was done in the week."""
    if habit.state == "paused":
        return "paused"
    if habit.habit == "follow":
        return f"{habit.handled} of {habit.due} due" if habit.due else "nothing due"
    return f"{habit.kept_days} of {habit.target} days"


VERB = Verb(
    description="A week's score, habit by habit, with the days that count.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

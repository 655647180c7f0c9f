"""`netpractice status`: where the practice stands today, for people, status bars and scripts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.habits import HABIT, HABITS
from netpractice.practice.scorecard import LATELY_DAYS, StatusReport, status

FORMATS = ("tmux", "short", "waybar")

DETAILS = """\
--format tmux and short print one line, --format waybar the object that the
custom modules of waybar read:
  {"text", "tooltip", "class": "kept" | "pending",
   "percentage": this week's score, 0 without one}

--json prints one object:
  {"schema": 1, "day": "2026-11-22", "week": "2026-W47", "rest": false,
   "score": 0-100 | null, "strength": 0-100 | null,
   "habits": [{"habit": "warm", "kept": true}, ...],
   "streaks": {"daily": {"current", "longest", "pending"},
               "weekly": {"current", "longest", "pending"}},
   "kept_of_last_14": 0-14, "followups_due": 0...}"""


class Waybar(msgspec.Struct, frozen=True, rename={"class_": "class"}):
    """The object that waybar's custom modules read."""

    text: str
    tooltip: str
    class_: str
    """What a style sheet can choose by: `kept` once today counts, else `pending`."""
    percentage: int


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print one JSON object")
    kind.add_argument("--format", choices=FORMATS, help="print it for a status bar")


def run(session: Session, args: Namespace) -> int:
    """Print where the practice stands."""
    with session.book() as book:
        report = status(book)
    if args.json:
        session.say_json(report)
    elif args.format == "waybar":
        waybar = Waybar(
            text=short(report),
            tooltip="\n".join(plain(report)),
            class_="kept" if report.kept else "pending",
            percentage=report.score or 0,
        )
        session.say_object(waybar)
    elif args.format == "tmux":
        session.say(tmux(report))
    elif args.format == "short":
        session.say(short(report))
    else:
        for line in plain(report):
            session.say(line)
    return 0


def plain(report: StatusReport) -> list[str]:
    """The report in sentences."""
    daily = report.streaks.daily
    kept = ", ".join(HABIT[key].name for key in report.kept) or "nothing yet"
    lines = [
        f"{show_day(report.day)}: {kept} ({len(report.kept)} of {len(HABITS)})",
        f"Run {daily.current} d, best {daily.longest} d; kept {report.kept_of_last_14} of the last {LATELY_DAYS} days",
        _week_line(report),
    ]
    if report.followups_due:
        follow_ups = "follow-up" if report.followups_due == 1 else "follow-ups"
        lines.append(f"{report.followups_due} {follow_ups} due")
    return lines


def short(report: StatusReport) -> str:
    """The report in one line of words."""
    parts = [
        f"run {report.streaks.daily.current} d",
        f"week {_score(report)}",
        f"today {len(report.kept)}/{len(HABITS)}",
    ]
    if report.followups_due:
        parts.append(f"{report.followups_due} due")
    return ", ".join(parts)


def tmux(report: StatusReport) -> str:
    """The report as briefly as a status line needs it: run, score of the week, habits kept today, follow-ups due."""
    due = f" !{report.followups_due}" if report.followups_due else ""
    return f"{report.streaks.daily.current}d {_score(report)} {len(report.kept)}/{len(HABITS)}{due}"


def _week_line(report: StatusReport) -> str:
    """The running week in a sentence."""
    if report.rest:
        return f"{report.week} is a rest week"
    strength = "" if report.strength is None else f"; strength {report.strength:.0f}"
    return f"{report.week}: score {_score(report)} so far{strength}"


def _score(report: StatusReport) -> str:
    """The week's score, a dash without one."""
    return "-" if report.score is None else str(report.score)


VERB = Verb(
    description="Habits kept today, the run, this week's score so far, and what is due.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

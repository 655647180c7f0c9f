"""`netpractice check`: the day's check-in without the full screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import UNSET

from netpractice.cli.parser import habit_key, level
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import CheckIn
from netpractice.practice.book import Book
from netpractice.practice.checkin import CHECKIN_TABLES, check_in, page
from netpractice.practice.outcome import Outcome
from netpractice.practice.scorecard import WhyReport, why

DETAILS = """\
Ticking a habit that is kept already changes nothing, so a check-in can be
repeated. With habits or --pass, --undo takes these back; alone it takes back the
last change, if that was a check-in.

--json prints one object, the day's page as it is afterwards:
  {"schema": 1, "day": "2026-11-22", "done": what was changed, in words | "",
   "habits": [{"habit": "warm", "day", "kept",
               "why": [{"words", "by_hand", "table", "id"}, ...]}, ...],
   "attitude": 0-4 | null, "intention", "reflection", "passed": false}"""


class PageReport(msgspec.Struct, frozen=True, kw_only=True):
    """The day's page."""

    day: date
    done: str
    """What was changed just now; empty if nothing was."""
    habits: tuple[WhyReport, ...]
    """The six habits in order, each with what makes it kept."""
    attitude: int | None
    intention: str
    reflection: str
    passed: bool


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("habits", metavar="HABIT", nargs="*", type=habit_key, help="1 to 6 or its key, as in warm")
    parser.add_argument("--on", metavar="DAY", help="the day, as in yesterday, fri or 2026-11-20; today by default")
    parser.add_argument(
        "--attitude", metavar="0-4", type=level, default=UNSET, help="how open you were, which keeps habit 3"
    )
    parser.add_argument("--intention", metavar="TEXT", default=UNSET, help="what you mean to do; empty takes it back")
    parser.add_argument("--reflection", metavar="TEXT", default=UNSET, help="one line on the day; empty takes it back")
    parser.add_argument(
        "--pass", dest="passed", action="store_true", default=UNSET, help="make the day a pass, two a month"
    )
    parser.add_argument("--undo", action="store_true", help="take back instead (see below)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write the check-in, or print the day's page if there is nothing to write."""
    written = [args.attitude, args.intention, args.reflection] != [UNSET] * 3
    named = bool(args.habits) or args.passed is True
    if args.undo and (written or (args.on is not None and not named)):
        raise InputError(
            "--undo goes with habits, with --pass, or alone",
            where="check",
            way_out="To change the attitude write it anew; an empty text takes a line back",
        )
    writes = written or named or args.undo
    with session.book(writable=writes, claim=False) as book:
        if args.undo and not named:
            outcome, day = _undo(book)
        else:
            day = session.day(book, args.on)
            outcome = _write(book, day, args) if writes else Outcome(change=None, words="")
        report = page_report(book, day, outcome.words if outcome.change else "")
        today = book.today
    if args.json:
        session.say_json(report)
    elif writes:
        session.say(outcome.words)
    else:
        for line in plain(report, today):
            session.say(line)
    return 1 if args.undo and outcome.change is None else 0


def _write(book: Book, day: date, args: Namespace) -> Outcome:
    """Make the one change that the arguments ask for."""
    return check_in(
        book,
        day,
        ticks=() if args.undo else args.habits,
        untick=args.habits if args.undo else (),
        attitude=args.attitude,
        intention=args.intention,
        reflection=args.reflection,
        passed=not args.undo if args.passed is True else UNSET,
    )


def _undo(book: Book) -> tuple[Outcome, date]:
    """Take back the last change if it was a check-in; with the day that it was about."""
    last = book.last_change()
    if last is None:
        return Outcome(change=None, words="nothing to take back"), book.today
    if any(image.table not in CHECKIN_TABLES for image in last.images):
        raise InputError(
            f"the last change was no check-in: {last.label}",
            where="check",
            way_out="Take it back in the app, where u undoes every change",
        )
    day = next((image.some.day for image in last.images if isinstance(image.some, CheckIn)), book.today)
    return Outcome(change=book.undo(), words=f"undone: {last.label}"), day


def page_report(book: Book, day: date, done: str = "") -> PageReport:
    """The page of a day, with what was just changed on it."""
    there = page(book, day)
    return PageReport(
        day=day,
        done=done,
        habits=tuple(why(book, habit.key, day) for habit in HABITS),
        attitude=there.attitude if there else None,
        intention=there.intention if there else "",
        reflection=there.reflection if there else "",
        passed=there.passed if there else False,
    )


def plain(report: PageReport, today: date) -> Iterator[str]:
    """The page in lines, as read on a day."""
    yield show_day(report.day, today)
    for habit in report.habits:
        name = HABIT[habit.habit]
        words = "; ".join(reason.words for reason in habit.why) or "not yet"
        yield f"  {name.number} {name.name:<14}  {words}"
    if report.passed:
        yield "  a pass"
    if report.intention:
        yield f"  Intention: {report.intention}"
    if report.reflection:
        yield f"  Reflection: {report.reflection}"


VERB = Verb(
    description="Tick habits and write the day's page in one step, or print the page.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

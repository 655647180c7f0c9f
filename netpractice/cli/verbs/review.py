"""`netpractice review`: a week at a glance, and the two lines to take along."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from msgspec import UNSET

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.practice.review import ReviewReport, finish, review, write
from netpractice.practice.review_page import (
    feelings,
    habit_words,
    headline,
    lesson_words,
    loops,
    page,
    people,
    places,
    title,
)
from netpractice.practice.scorecard import find_week

DETAILS = """\
--json prints one object:
  {"schema": 1, "week": "2026-W47", "first_day", "finished", "rest",
   "score": 0-100 | null, "score_before": that of the week before | null,
   "habits": [{"habit", "state", "kept_days", "target", "due", "handled",
               "credit": 0-1 | null, "credit_before": 0-1 | null,
               "difference": days more than in the week before,
               "margin": in words | ""}, ...],
   "streaks": as in score, "kept_of_last_14", "passes",
   "traps": [{"trap": "pile" | "vanish" | "oneway", "name", "clear", "words",
              "repair", "rows": [{"who", "words", "kind", "id"}, ...]}, ...],
   "leads": {"total", "told", "let_go", "open", "oldest": days},
   "promises": {"total", "kept", "in_time"},
   "people": {"new": [names], "in_touch", "reconnect"},
   "settings": [{"name", "times", "last"}, ...], "unlikely": the same | null,
   "worry": {"talks", "expected": 0-4, "went": 0-4} | null,
   "attitude": [{"week", "days", "mean": 0-4 | null}, ...],
   "lesson", "if_then", "reviewed": day | null,
   "before", "year_ago": {"week", "lesson", "if_then"} | null,
   "earlier": the same for the weeks before}
The traps are as of now and are there for this week and the last only."""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--week", metavar="WEEK", help="an ISO week as in 2026-W47, or last; this week by default")
    parser.add_argument("--lesson", metavar="TEXT", default=UNSET, help="what the week taught; empty takes it back")
    parser.add_argument(
        "--if-then", dest="if_then", metavar="TEXT", default=UNSET, help="a plan for next week; empty takes it back"
    )
    parser.add_argument("--finish", action="store_true", help="keep the review's page")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--markdown", action="store_true", help="print it as Markdown")
    shape.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write what was given, and print the week."""
    writes = args.finish or [args.lesson, args.if_then] != [UNSET] * 2
    with session.book(writable=writes, claim=False) as book:
        week = find_week(book, args.week)
        if writes:
            write(book, week, lesson=args.lesson, if_then=args.if_then)
        report = review(book, week)
        if args.finish:
            finish(book, week, page(report))
            report = review(book, week)
    if args.json:
        session.say_json(report)
        return 0
    for line in page(report).splitlines() if args.markdown else plain(report):
        session.say(line)
    return 0


def plain(report: ReviewReport) -> Iterator[str]:
    """The review in lines."""
    yield title(report)
    yield headline(report)
    for number, habit in enumerate(report.habits, 1):
        yield f"  {number} {habit_words(habit)}"
    for gauge in report.traps:
        yield f"{gauge.name}: {gauge.words}"
        for row in gauge.rows:
            yield f"  {row.who or 'somebody'}: {row.words}"
    yield from loops(report)
    yield from people(report)
    yield from places(report)
    yield from feelings(report)
    if report.lesson:
        yield f"Lesson: {report.lesson}"
    if report.if_then:
        yield f"If-then: {report.if_then}"
    for name, lesson in (("The week before left", report.before), ("A year ago", report.year_ago)):
        if lesson:
            yield f"{name}: {'; '.join(lesson_words(lesson))}"


VERB = Verb(
    description="A week at a glance, the traps, and one lesson and one if-then to take along.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

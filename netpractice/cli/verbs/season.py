"""`netpractice season`: what is needed these days, or that nothing is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.practice import seasons

DETAILS = """\
--json prints one object, the season as it is afterwards:
  {"schema": 1, "done": what was changed, in words | "",
   "start": day | null before the first season, "need": empty for nothing}"""


class SeasonReport(msgspec.Struct, frozen=True, kw_only=True):
    """The season it is."""

    done: str
    start: date | None
    need: str


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("need", metavar="NEED", nargs="*", help="what you need from now on, as in a job")
    parser.add_argument("--nothing", action="store_true", help="you need nothing from now on")
    parser.add_argument("--on", metavar="DAY", help="the day from which on, as in mon; today by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Begin a season, or print the one it is; the exit status is 1 if there is none yet."""
    need = " ".join(args.need).strip()
    if args.need and not need:
        raise InputError("this need says nothing", where="season", way_out="Say what you need, or give --nothing")
    if args.nothing and need:
        raise InputError("--nothing goes without a need", where="season", way_out="Give one of them")
    changes = args.nothing or bool(need)
    if args.on is not None and not changes:
        raise InputError("--on goes with a need or with --nothing", where="season", way_out="Say what you need")
    with session.book(writable=changes, claim=False) as book:
        outcome = None
        if changes:
            on = session.day(book, args.on) if args.on is not None else None
            outcome = seasons.change(book, need, on)
        now = seasons.current(book)
        today = book.today
    if args.json:
        done = outcome.words if outcome and outcome.change else ""
        session.say_json(SeasonReport(done=done, start=now.start if now else None, need=now.need if now else ""))
    elif outcome:
        session.say(outcome.words)
    else:
        session.say(f"{seasons.say(now)}, since {show_day(now.start, today)}" if now else seasons.say(None))
    return 0 if now else 1


VERB = Verb(
    description="Say what you need from now on, or that you need nothing; or see which it is.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice log`: write conversations down in one line each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from itertools import islice

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABIT
from netpractice.domain.records import HabitKey
from netpractice.practice.batch import Batch, Row, read_batch, refusal, save_batch
from netpractice.practice.book import Book
from netpractice.practice.people import near
from netpractice.practice.who import State, Who

STDIN = "-"
"""What stands for standard input."""

LONGEST_GUESS = 2
"""Of how many words a description may have been meant as a name."""

MOST_ALIKE = 3
"""How many people are named at most who may have been meant."""

DETAILS = """\
A line is a conversation; quote it for the shell:
  netpractice log 'Ann Lee / =ACME, recruiter / *intro to Bo / !send it by fri'
Its parts are separated by " / ". The first one says who: a name, several joined
by " & ", a description such as man with a kite, or **Ann for somebody new. Each
other part is a note, or begins with a mark:
  ~learnt   *one way I could help   +I gave   <they gave me   ?I asked
  !promised [by fri]   ^a lead they gave me [by fri]   =company, role
  @place   #tag   0 to 4: how well it went
  fu 2d: write to somebody new by then; fu -: let that go on purpose
A backslash before a mark, or before / & or by alone, makes it plain text.

Names are those on the roster: the whole name, a nickname, the first name or
Ann L, if only one fits. With - the lines come from standard input, and the first
may be their event:
  ## HR meetup, St. Louis / thu / @bar / #hr
Everything is written or nothing.

--json prints one object:
  {"schema": 1, "saved": true, "done": what was done, in words, "day",
   "event": {"name", "known", "place", "tags": [...]} | null,
   "lines": [
     {"line": its number from 1,
      "who": [{"name", "state": "match" | "new" | "described",
               "contact": id | null,
               "like": names on the roster that may have been meant}, ...],
      "follow_up": "Fri 27 Nov" | "let go" | "",
      "read": what the other parts mean, in words,
      "habits": ["listen", ...]}, ...]}
--dry-run says what would be written and writes nothing ("saved": false)."""


class WhoReport(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a conversation."""

    name: str
    state: State
    contact: str | None
    """The contact's id; None for somebody who isn't on the roster, or only will be."""
    like: tuple[str, ...]
    """People on the roster who may have been meant by what none of their names is."""


class LineReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as."""

    line: int
    who: tuple[WhoReport, ...]
    follow_up: str
    read: tuple[str, ...]
    habits: tuple[HabitKey, ...]


class EventReport(msgspec.Struct, frozen=True, kw_only=True):
    """The event at which the conversations were held."""

    name: str
    known: bool
    """True if it was in the book already."""
    place: str
    tags: tuple[str, ...]


class LogReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was written down, or would be."""

    saved: bool
    done: str
    day: date
    event: EventReport | None
    lines: tuple[LineReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("line", metavar="LINE", nargs="+", help="a conversation, or - for lines from standard input")
    parser.add_argument(
        "--on", metavar="DAY", help="the day where no event tells it, as in yesterday or fri; today by default"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be written")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Write the conversations down; the exit status is 1 if there are none. Raises InputError if any can't be read."""
    text = decoded(session.read_input()) if args.line == [STDIN] else " ".join(args.line)
    with session.book(writable=not args.dry_run, claim=False) as book:
        batch = read_batch(book, text, day=session.day(book, args.on))
        if batch.unreadable:
            raise refusal(batch)
        like = {who.name: alike(book, who) for row in batch.rows for who in row.who}
        done = ""
        if not args.dry_run:
            saved = save_batch(book, batch)
            batch, done = saved.batch, saved.words
        report = log_report(book, batch, like, done)
        today = book.today
    if args.json:
        session.say_json(report)
    else:
        for line in plain(report, today):
            session.say(line)
    return 0 if report.lines else 1


def decoded(data: bytes) -> str:
    """Standard input as text; raises InputError with the place of the first byte that isn't UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise InputError(
            f"line {line} isn't UTF-8: byte 0x{data[problem.start]:02x}",
            where="log",
            way_out="Nothing was written; convert the text first, as in iconv -f latin1 -t utf-8",
        ) from None


def alike(book: Book, who: Who) -> tuple[str, ...]:
    """The people on the roster who may have been meant by a new name, or by a description that is as short as a name."""
    if who.state != "new" and not _may_be_a_name(who):
        return ()
    people = {contact.id: contact for contact in (*near(book, who.name), *who.candidates)}
    return tuple(book.standing.names.told_apart(contact) for contact in islice(people.values(), MOST_ALIKE))


def log_report(book: Book, batch: Batch, like: dict[str, tuple[str, ...]], done: str) -> LogReport:
    """What was read, as a report.

    Args:
        book: the open book.
        batch: the text as it was read.
        like: for each name the people who may have been meant.
        done: what was done; empty if nothing was.
    """
    event = batch.event
    return LogReport(
        saved=bool(done),
        done=done,
        day=batch.day,
        event=EventReport(name=event.name, known=event.known, place=event.place, tags=event.tags) if event else None,
        lines=tuple(line_report(book, row, like) for row in batch.rows),
    )


def line_report(book: Book, row: Row, like: dict[str, tuple[str, ...]]) -> LineReport:
    """A line as a report (see `log_report`)."""
    who = tuple(
        WhoReport(
            name=each.name,
            state=each.state,
            contact=each.contact.id if each.contact and each.contact.id in book.records.contacts else None,
            like=like.get(each.name, ()),
        )
        for each in row.who
    )
    return LineReport(line=row.number, who=who, follow_up=row.follow_up, read=row.read, habits=row.habits)


def plain(report: LogReport, today: date) -> Iterator[str]:
    """The report in lines, as read on a day."""
    if not report.lines:
        yield "nothing to write down"
        return
    yield report.done or f"would write down, {show_day(report.day, today)}:"
    if report.event:
        tags = (f"#{tag}" for tag in report.event.tags)
        name = report.event.name if report.event.known else f"{report.event.name} (new event)"
        place = f"@{report.event.place}" if report.event.place else ""
        yield f"  at {'; '.join(filter(None, (name, place, *tags)))}"
    for line in report.lines:
        names = " & ".join(f"{who.name} (new)" if who.state == "new" else who.name for who in line.who)
        follow_up = f"write by {line.follow_up}" if line.follow_up and line.follow_up != "let go" else line.follow_up
        habits = ", ".join(HABIT[key].name for key in line.habits)
        kept = f"keeps {habits}" if habits else ""
        yield f"  {'; '.join(filter(None, (names, follow_up, *line.read, kept)))}"
        yield from (f"    {hint}" for hint in map(_hint, line.who) if hint)


def _hint(who: WhoReport) -> str:
    """What may have been meant by somebody who isn't on the roster; empty if there is nothing to say."""
    like = ", ".join(who.like)
    if who.state == "new":
        return f"{who.name} is new; much alike on the roster: {like}" if like else ""
    if who.state == "described" and "/" in who.name:
        return f"{who.name}: a part begins after a slash with a space on both sides"
    if _may_be_a_name(who):
        perhaps = f"; perhaps {like}" if like else ""
        return f"{who.name} isn't on the roster{perhaps}; **{who.name} would be new"
    return ""


def _may_be_a_name(who: Who | WhoReport) -> bool:
    """True for a description that is as short as a name."""
    return who.state == "described" and len(who.name.split()) <= LONGEST_GUESS


VERB = Verb(
    description="Write conversations down, one line each, with what came of them.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice events`: what lies ahead, and a year of events with what each gave."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from netpractice.cli.columns import Column, table
from netpractice.cli.finding import by_code, short_codes
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day, show_span
from netpractice.practice.book import Book
from netpractice.practice.events import EventView, Stage, coming, view, year

EVENT_FIELDS = """\
  {"id", "code", "name", "day", "place", "tags": [...],
   "stage": "ahead" | "today" | "over",
   "to_help", "to_meet", "to_reconnect", "if_then", "debrief",
   "talks": conversations held there,
   "met": [names of those new], "known": [names of the others],
   "followups": that came of it, "open", "let_go": of these,
   "gave", "received": favours that came of it}"""

DETAILS = f"""\
Those ahead come first, then those of the last 365 days, the latest first. With
CODE, the end of an id, one event is shown with its mission and what happened.

--json prints one object, {{"schema": 1, "events": [...]}}, each event as
{EVENT_FIELDS}"""

COLUMNS = (Column("Code"), Column("Day"), Column("Event", 30), Column("What came of it"))


class EventReport(msgspec.Struct, frozen=True, kw_only=True):
    """One event."""

    id: str
    code: str
    name: str
    day: date
    place: str
    tags: tuple[str, ...]
    stage: Stage
    to_help: str
    to_meet: str
    to_reconnect: str
    if_then: str
    debrief: str
    talks: int
    met: tuple[str, ...]
    known: tuple[str, ...]
    followups: int
    open: int
    let_go: int
    gave: int
    received: int


class EventsReport(msgspec.Struct, frozen=True, kw_only=True):
    """Several events."""

    events: tuple[EventReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("code", metavar="CODE", nargs="?", help="show one event with its mission")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the events, or one of them; the exit status is 1 if there are none."""
    with session.book() as book:
        if args.code is not None:
            shown = [view(book, event_id(book, args.code))]
        else:
            # An event of today lies ahead and is of the year.
            ahead = [view(book, event.id) for event in coming(book) if event.day > book.today]
            shown = [*ahead, *year(book)]
        codes = event_codes(book)
        today = book.today
    if args.json:
        session.say_json(EventsReport(events=tuple(event_report(each, codes[each.event.id]) for each in shown)))
    elif not shown:
        session.say("no event yet; netpractice event NAME --day DAY writes one down")
    else:
        lines = plain(shown, codes, today, session.width) if args.code is None else told(shown[0], today)
        for line in lines:
            session.say(line)
    return 0 if shown else 1


def event_codes(book: Book) -> dict[str, str]:
    """The code of every event."""
    return short_codes(book.records.events)


def event_id(book: Book, code: str) -> str:
    """The event that a code means; raises InputError if it means none or several."""
    names = {event.id: event.name for event in book.records.events.values()}
    return by_code(code, "event", names, listed_by="events shows")


def event_report(seen: EventView, code: str) -> EventReport:
    """One event as a report."""
    event, happened = seen.event, seen.happened
    ways = [favour.direction for favour in happened.favours]
    return EventReport(
        id=event.id, code=code, name=event.name, day=event.day, place=event.place, tags=event.tags, stage=seen.stage,
        to_help=event.to_help, to_meet=event.to_meet, to_reconnect=event.to_reconnect, if_then=event.if_then,
        debrief=event.debrief, talks=len(happened.talks), met=happened.met, known=happened.known,
        followups=len(happened.followups), open=happened.open, let_go=happened.let_go, gave=ways.count("gave"),
        received=ways.count("received"),
    )  # fmt: skip


def plain(shown: Sequence[EventView], codes: dict[str, str], today: date, width: int | None) -> Iterator[str]:
    """Events in lines of at most `width` cells, of any length if that is None."""
    rows = [
        (
            codes[each.event.id],
            show_day(each.event.day, today),
            each.event.name,
            each.words or show_span((today - each.event.day).days),
        )
        for each in shown
    ]
    yield from table(COLUMNS, rows, width)


def told(seen: EventView, today: date) -> Iterator[str]:
    """One event with its mission and what happened."""
    event = seen.event
    place = f", {event.place}" if event.place else ""
    yield f"{event.name}, {show_day(event.day, today)}{place}"
    for each in seen.mission:
        happened = f" -> {each.happened}" if each.happened else ""
        yield f"  {each.label}: {each.planned or 'nothing planned'}{happened}"
    if event.if_then:
        yield f"  {event.if_then}"
    if seen.words:
        yield f"  {seen.words}"
    for line in event.debrief.splitlines():
        yield f"  {line}"


VERB = Verb(
    description="The events ahead, and a year of them with what each gave; or one with its mission.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice journal`: the conversations that were written down, the newest first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.followups import Outcome, due_as_of, outcome
from netpractice.domain.records import Circle, Conversation, Favour, FavourDirection, FavourKind, FollowUp, FollowUpKind
from netpractice.practice.book import Book
from netpractice.practice.journal import JournalLine, journal
from netpractice.practice.talk_view import Entry, entry

DETAILS = """\
A filter is made of words and "phrases", which are looked for in everything that
is written about a conversation, and of
  #tag        its own or its event's      @setting    where it was held
  who:ann     somebody in it              event:meet  the event
  from:fri    of that day or later        to:2025     of that day, or year, or
  on:2025-11  of that day, month or year              earlier
All of it must fit; case and accents don't matter.

--json prints one object:
  {"schema": 1, "conversations": [
     {"id", "day", "people": [{"name", "contact": id | "",
                               "circle": the one then | null}, ...],
      "setting", "event": name | "", "tags": [...], "notes",
      "debrief": {"learnt", "help", "talked": "me" | "even" | "them" | null,
                  "expected", "went", "ease": 0-4 | null,
                  "went_well", "try_next"},
      "favours": [{"id", "direction": "gave" | "received" | "asked", "kind",
                   "what", "size": "S" | "M" | "L" | null}, ...],
      "followups": [{"id", "kind": "met" | "promise" | "lead" | "help", "what",
                     "due", "outcome": "done" | "told" | "let go" | null},
                    ...]}, ...]}"""


class PersonReport(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in a conversation."""

    name: str
    contact: str
    circle: Circle | None
    """The circle at the time."""


class DebriefReport(msgspec.Struct, frozen=True, kw_only=True):
    """What one made of a conversation."""

    learnt: str
    help: str
    talked: Literal["me", "even", "them"] | None
    expected: int | None
    went: int | None
    ease: int | None
    went_well: str
    try_next: str


class FavourReport(msgspec.Struct, frozen=True, kw_only=True):
    """A favour that came of a conversation."""

    id: str
    direction: FavourDirection
    kind: FavourKind
    what: str
    size: Literal["S", "M", "L"] | None


class FollowUpReport(msgspec.Struct, frozen=True, kw_only=True):
    """A follow-up that came of a conversation."""

    id: str
    kind: FollowUpKind
    what: str
    due: date
    outcome: Outcome | None


class TalkReport(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation."""

    id: str
    day: date
    people: tuple[PersonReport, ...]
    setting: str
    event: str
    tags: tuple[str, ...]
    notes: str
    debrief: DebriefReport
    favours: tuple[FavourReport, ...]
    followups: tuple[FollowUpReport, ...]


class JournalReport(msgspec.Struct, frozen=True, kw_only=True):
    """The conversations that a filter found."""

    conversations: tuple[TalkReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("filter", metavar="FILTER", nargs="*", help="which conversations; all of them by default")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the conversations; the exit status is 1 if there are none. Raises InputError for a filter that can't be read."""
    with session.book() as book:
        found = journal(book, " ".join(args.filter))
        if found.trouble:
            raise InputError(found.trouble.rstrip("."), where="journal")
        if args.json:
            session.say_json(JournalReport(conversations=tuple(talk_report(book, talk) for talk in found.talks)))
        else:
            for line in found.lines:
                for text in plain(book, line):
                    session.say(text)
            if not found.talks:
                session.say("nothing found" if found.every else "nothing written down yet; netpractice log begins it")
    return 0 if found.talks else 1


def talk_report(book: Book, talk: Conversation) -> TalkReport:
    """A conversation as a report."""
    debrief, diary = talk.debrief, book.standing.diary
    fruits = diary.fruits(talk)
    return TalkReport(
        id=talk.id,
        day=talk.day,
        people=tuple(PersonReport(name=each.name, contact=each.contact, circle=each.circle) for each in talk.people),
        setting=talk.setting,
        event=diary.event_name(talk),
        tags=talk.tags,
        notes=talk.notes,
        debrief=DebriefReport(
            learnt=debrief.learnt,
            help=debrief.help,
            talked=debrief.talked,
            expected=debrief.expected,
            went=debrief.went,
            ease=debrief.ease,
            went_well=debrief.went_well,
            try_next=debrief.try_next,
        ),
        favours=tuple(favour_report(fruit) for fruit in fruits if isinstance(fruit, Favour)),
        followups=tuple(followup_report(fruit) for fruit in fruits if isinstance(fruit, FollowUp)),
    )


def favour_report(favour: Favour) -> FavourReport:
    """A favour as a report."""
    return FavourReport(id=favour.id, direction=favour.direction, kind=favour.kind, what=favour.what, size=favour.size)


def followup_report(followup: FollowUp) -> FollowUpReport:
    """A follow-up as a report."""
    due = due_as_of(followup, date.max)
    return FollowUpReport(id=followup.id, kind=followup.kind, what=followup.what, due=due, outcome=outcome(followup))


def plain(book: Book, line: JournalLine) -> Iterator[str]:
    """A day, or a conversation with a line for each thing that is written about it."""
    if isinstance(line, date):
        yield show_day(line, book.today)
        return
    told = entry(book, line)
    yield f"  {headline(told)}"
    for said in told.said:
        label = f"{said.label}: " if said.label else ""
        state = f" ({said.state})" if said.state else ""
        first, *rest = said.text.split("\n")
        yield f"    {label}{first}{state}"
        yield from (f"      {text}" for text in rest if text.strip())


def headline(told: Entry) -> str:
    """Who it was, where, and the tags."""
    who = " and ".join(told.who) or "a talk"
    return "; ".join(filter(None, (who, told.event, told.setting, " ".join(f"#{tag}" for tag in told.tags))))


VERB = Verb(
    description="The conversations that were written down, the newest first, and what came of them.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

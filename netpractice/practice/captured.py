"""What a captured line becomes: the records of one conversation and of all that came of it.

What a line says about one person, such as a promise or the facts for the card, is about the first one named who is on the
roster; write a line each where it matters. Tags are the talk's, and everybody's in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from netpractice.domain.capture import Line, Trouble
from netpractice.domain.capture_parts import LET_GO, Kind, Part, facts_of, favour_of
from netpractice.domain.capture_signs import NEW
from netpractice.domain.days import show_day
from netpractice.domain.fields import union
from netpractice.domain.records import (
    Contact,
    Conversation,
    Debrief,
    Event,
    Favour,
    FavourDirection,
    FollowUp,
    FollowUpKind,
    Record,
    Step,
)
from netpractice.domain.steps import first_due
from netpractice.practice.book import Book
from netpractice.practice.who import Who, choices

_FAVOURS: dict[Kind, FavourDirection] = {"gave": "gave", "received": "received", "asked": "asked"}
_FOLLOW_UPS: dict[Kind, FollowUpKind] = {"promise": "promise", "lead": "lead", "help": "help"}


class Captured(msgspec.Struct, frozen=True):
    """The records of a line."""

    talk: Conversation
    contacts: tuple[Contact, ...]
    """The people who are new, and those on whose cards something changes."""
    favours: tuple[Favour, ...]
    followups: tuple[FollowUp, ...]

    @property
    def records(self) -> Iterator[Record]:
        """All of them."""
        yield from self.contacts
        yield self.talk
        yield from self.favours
        yield from self.followups


def unfit(book: Book, line: Line, people: tuple[Who, ...], day: date) -> Iterator[Trouble]:
    """What is wrong with a line that can be read: its people aren't clear, or its parts don't fit the talk.

    Args:
        book: the open book.
        line: what was read.
        people: who is meant by its names.
        day: the day of the talk.
    """
    for who in people:
        if who.state == "ambiguous":
            yield Trouble(
                f"{who.name} could be {choices(book, who)}",
                f"Write more of the name, or {NEW}{who.name} for somebody new",
                who.start,
                who.end,
            )
    nobody = all(who.state == "described" for who in people)
    for part in line.parts:
        if nobody and (part.kind == "facts" or (part.kind == "follow up" and part.due)):
            what = "nobody in this line is on the roster"
            yield Trouble(
                what, f"Write {NEW} before a name to put it there, or leave this part out", part.start, part.end
            )
        elif part.due and part.due < day:
            what = f"'{part.when}' is {show_day(part.due, book.today)}, before the talk of {show_day(day, book.today)}"
            yield Trouble(what, "Give a later day", part.start, part.end)


def captured(book: Book, line: Line, people: tuple[Who, ...], day: date, event: Event | None) -> Captured:
    """The records of a line with which nothing is wrong; nothing is changed in the book.

    Args:
        book: the open book.
        line: what was read.
        people: who is meant by its names.
        day: the day of the talk.
        event: the event at which it was held, or None.
    """
    talk = book.new(
        Conversation,
        day=day,
        people=tuple(who.participant for who in people),
        setting=_said(line, "setting") or (event.place if event else ""),
        event=event.id if event else "",
        tags=union(part.text for part in line.parts if part.kind == "tag"),
        notes=_said(line, "note"),
        debrief=Debrief(
            learnt=_said(line, "learnt"),
            help=_said(line, "help"),
            went=next((int(part.text) for part in line.parts if part.kind == "went"), None),
        ),
    )
    known = [who.contact for who in people if who.contact]
    first = known[0].id if known else ""
    return Captured(
        talk,
        tuple(_contacts(people, talk, event, _said(line, "facts"))),
        tuple(_favours(book, line, talk, first)),
        tuple(_followups(book, line, talk, people, first)),
    )


def meeting(book: Book, contact: Contact, talk: Conversation, wanted: Part | None = None) -> FollowUp:
    """The follow-up with somebody whom a talk made new; `wanted` says by when, or that it is let go on purpose."""
    due = wanted.due if wanted and wanted.due else first_due("met", talk.day, book.settings.met_hours)
    let_go = wanted is not None and wanted.when == LET_GO
    steps = (Step(day=talk.day, kind="let go"),) if let_go else ()
    return book.new(
        FollowUp, kind="met", contact=contact.id, opened=talk.day, due=due, steps=steps, conversation=talk.id
    )


def opened(
    book: Book, kind: FollowUpKind, what: str, contact: str, talk: Conversation, due: date | None = None
) -> FollowUp:
    """A follow-up that came of a talk, due in a week if no day is named."""
    due = due or first_due(kind, talk.day, book.settings.met_hours)
    return book.new(FollowUp, kind=kind, what=what, contact=contact, opened=talk.day, due=due, conversation=talk.id)


def first_met(contact: Contact, talk: Conversation, event: Event | None) -> Contact:
    """Somebody new, with what the talk tells of how one met."""
    return msgspec.structs.replace(contact, how_met=event.name if event else talk.setting)


def _said(line: Line, kind: Kind) -> str:
    """What the parts of one kind say, each on a line of its own."""
    return "\n".join(part.text for part in line.parts if part.kind == kind)


def _contacts(people: tuple[Who, ...], talk: Conversation, event: Event | None, facts: str) -> Iterator[Contact]:
    """The people of a line as their cards will be, without those on whose cards nothing changes."""
    company, role = facts_of(facts)
    for who in people:
        old = who.contact
        if old is None:
            continue
        new = first_met(old, talk, event) if who.state == "new" else old
        new = msgspec.structs.replace(
            new, tags=union((*new.tags, *talk.tags)), company=company or new.company, role=role or new.role
        )
        # The facts are about the first one only.
        company = role = ""
        if who.state == "new" or new != old:
            yield new


def _favours(book: Book, line: Line, talk: Conversation, contact: str) -> Iterator[Favour]:
    """The favours of a line."""
    for part in line.parts:
        direction = _FAVOURS.get(part.kind)
        if direction:
            kind, what = favour_of(part.text)
            yield book.new(
                Favour, day=talk.day, direction=direction, kind=kind, what=what, contact=contact, conversation=talk.id
            )


def _followups(book: Book, line: Line, talk: Conversation, people: tuple[Who, ...], contact: str) -> Iterator[FollowUp]:
    """The follow-ups of a line."""
    wanted = next((part for part in line.parts if part.kind == "follow up"), None)
    new = [who.contact for who in people if who.state == "new" and who.contact]
    for each in new:
        yield meeting(book, each, talk, wanted)
    if wanted and wanted.due and not new:
        yield opened(book, "promise", "follow up", contact, talk, wanted.due)
    for part in line.parts:
        kind = _FOLLOW_UPS.get(part.kind)
        if kind:
            yield opened(book, kind, part.text, contact, talk, part.due)

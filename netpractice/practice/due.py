"""What is due now, in one order: follow-ups whose day has come, then people whose rhythm is up.

Somebody with a follow-up that is due, or who was followed up today, is not named a second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import show_day, show_span
from netpractice.domain.followups import ACTS
from netpractice.domain.records import Contact, FollowUp, StepKind
from netpractice.domain.rhythm import overdue, rhythm_of, state_of
from netpractice.practice import followups, people
from netpractice.practice.book import Book
from netpractice.practice.lanes import due_rows, when
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import not_over

Enter: TypeAlias = StepKind | Literal["in touch"]
"""What Enter does: a step of a follow-up, or writing down that one is in touch."""


class Due(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something that is due."""

    kind: Literal["follow-up", "person"]
    id: str
    """The id of the follow-up, or of the contact."""
    contact: str
    """The id of whom it is about; empty for nobody on the roster."""
    who: str
    """Their name, empty likewise."""
    words: str
    """What to do."""
    due: date
    """The day on which it was due."""
    late: int
    """How many days ago that was, 0 for today."""
    when: str
    """The same in words: `today`, `2 d late`; for a person how long it has been and the rhythm, `39 d / 30`."""
    enter: Enter


def due(book: Book) -> tuple[Due, ...]:
    """What is due: follow-ups, the one due first first, then people, the one furthest over their rhythm first."""
    rows = tuple(
        Due(
            kind="follow-up",
            id=row.followup.id,
            contact=row.followup.contact,
            who=row.who,
            words=row.words,
            due=row.due,
            late=row.late,
            when=when(row, book.today),
            enter=row.answers[0],
        )
        for row in due_rows(book)
    )
    spoken_for = {row.contact for row in rows} | _followed_today(book)
    return rows + tuple(_people(book, spoken_for))


def proceed(book: Book, row: Due) -> Outcome:
    """Do what Enter does."""
    return followups.proceed(book, row.id) if row.kind == "follow-up" else people.touch(book, row.id)


def put_off(book: Book, row: Due, until: str | date) -> Outcome:
    """Ask again on a day, which may be given in words; raises InputError for one that can't be read or is over."""
    return followups.snooze(book, [row.id], until) if row.kind == "follow-up" else quiet(book, row.id, until)


def quiet(book: Book, contact_id: str, until: str | date) -> Outcome:
    """Leave somebody in peace until a day, as `put_off` does; raises KeyError if there is no such contact."""
    day = not_over(book, until)
    contact = msgspec.structs.replace(book.records.contacts[contact_id], quiet_until=day)
    words = f"{contact.name}: not before {show_day(day, book.today)}"
    return Outcome(change=book.change(words, put=[contact]), words=words)


def _followed_today(book: Book) -> set[str]:
    """The contacts with whom a follow-up was followed through today."""
    today = book.today
    written = book.standing.evidence.written_on(today)
    return {
        record.contact
        for record in written
        if isinstance(record, FollowUp) and any(step.day == today and step.kind in ACTS for step in record.steps)
    }


def _people(book: Book, spoken_for: set[str]) -> Iterator[Due]:
    """The people whose rhythm is up, the one furthest over it first, of those alike the one due first."""
    today = book.today
    last_contact = book.standing.ties.last_contact
    over: list[tuple[float, date, int, Contact, int, int]] = []
    for place, contact in enumerate(book.records.contacts.values()):
        rhythm = rhythm_of(contact)
        if rhythm is None or contact.id in spoken_for or _is_quiet(contact, today):
            continue
        last = last_contact(contact.id, today)
        if last is not None and (today - last).days >= rhythm:
            days = (today - last).days
            over.append((-overdue(days, rhythm), last + timedelta(days=rhythm), place, contact, days, rhythm))
    return (_person(contact, days, rhythm, due) for _, due, _, contact, days, rhythm in sorted(over))


def _is_quiet(contact: Contact, today: date) -> bool:
    """True for somebody who isn't to be named now."""
    return contact.archived is not None or (contact.quiet_until is not None and today < contact.quiet_until)


def _person(contact: Contact, days: int, rhythm: int, due: date) -> Due:
    """Somebody whose rhythm is up."""
    return Due(
        kind="person",
        id=contact.id,
        contact=contact.id,
        who=contact.name,
        words="say hello, ask for nothing" if state_of(contact, days) == "reconnect" else "be in touch",
        due=due,
        late=days - rhythm,
        when=f"{show_span(days)} / {rhythm}",
        enter="in touch",
    )

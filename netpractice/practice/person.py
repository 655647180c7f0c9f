"""One person as a view: the facts on the card, what may help, and all that there was between the two of you."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.birthdays import next_birthday, show_birthday
from netpractice.domain.days import show_day, show_span
from netpractice.domain.evidence import words
from netpractice.domain.fields import union
from netpractice.domain.ledger import facts
from netpractice.domain.records import (
    Contact,
    Conversation,
    Favour,
    FavourDirection,
    FollowUp,
    FollowUpKind,
    Record,
    StepKind,
)
from netpractice.domain.roll import Row, to_do
from netpractice.practice.book import Book

EntryKind: TypeAlias = Literal["talk"] | FavourDirection | FollowUpKind | StepKind
"""What a line of the timeline tells of: a conversation, a favour, a follow-up that was opened, a step of one."""


class Entry(msgspec.Struct, frozen=True):
    """One line of somebody's timeline."""

    day: date
    kind: EntryKind
    words: str
    record: Record
    """The conversation, favour or follow-up that it tells of."""


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one person."""

    row: Row
    facts: tuple[tuple[str, str], ...]
    """What is on the card as labels and values, without what is empty."""
    how_met: str
    introduced_by: str
    """The name of whoever introduced them; empty if nobody on the roster did."""
    notes: str
    helps: tuple[str, ...]
    """Ways to help that were noticed: what is still open, then the newest first."""
    gave_me: tuple[str, ...]
    """What they gave, the newest first."""
    open: tuple[tuple[date, str, FollowUp], ...]
    """The open follow-ups as due day, words and record, the earliest due first."""
    remarks: tuple[str, ...]
    """Facts about the two of you, such as "2 gives before your last ask"."""
    timeline: tuple[Entry, ...]
    """All that there was, the newest first."""


def card(book: Book, contact_id: str) -> CardView:
    """Everything about one person; raises KeyError if there is no such contact."""
    today = book.today
    contact = book.records.contacts[contact_id]
    ties = book.standing.ties
    talks, favours = ties.conversations(contact_id), ties.favours(contact_id)
    still_open = ties.open_followups(contact_id, today)
    offers = [followup.what for _, followup in still_open if followup.kind == "help"]
    entries = _timeline(contact_id, talks, favours, ties.followups(contact_id))
    return CardView(
        row=book.standing.roll.row(contact, today),
        facts=tuple((label, value) for label, value in _facts(book, contact) if value),
        how_met=contact.how_met,
        introduced_by=_name(book, contact.introduced_by),
        notes=contact.notes,
        helps=union((*offers, *(" ".join(talk.debrief.help.split()) for talk in talks))),
        gave_me=tuple(words(favour, favour.day) for favour in favours if favour.direction == "received"),
        open=tuple((due, to_do(followup), followup) for due, followup in still_open),
        remarks=tuple(_remarks(talks, favours, today)),
        timeline=tuple(sorted(entries, key=lambda entry: (entry.day, entry.record.created), reverse=True)),
    )


def _facts(book: Book, contact: Contact) -> Iterator[tuple[str, str]]:
    """The facts on a card, also those that are empty."""
    today = book.today
    introduced = [other.name for other in book.records.contacts.values() if other.introduced_by == contact.id]
    yield "Nickname", contact.nickname
    yield "Company", contact.company
    yield "Role", contact.role
    yield "Circle", f"{contact.circle}, yet to be chosen" if contact.unsorted else contact.circle
    yield "Rhythm", _rhythm(contact, book.standing.roll.row(contact, today).rhythm)
    yield "E-mail", ", ".join(contact.emails)
    yield "Phone", ", ".join(contact.phones)
    yield "Links", " ".join(contact.links)
    yield "Birthday", _birthday(contact.birthday, today)
    yield "Tags", " ".join(f"#{tag}" for tag in contact.tags)
    yield "Introduced", ", ".join(introduced)
    quiet = contact.quiet_until
    yield "Quiet until", show_day(quiet, today) if quiet and quiet > today else ""
    yield "Archived", show_day(contact.archived, today) if contact.archived else ""


def _rhythm(contact: Contact, rhythm: int | None) -> str:
    """A rhythm in words."""
    if rhythm is None:
        return "resting"
    return f"every {rhythm} d" if contact.rhythm_days else f"every {rhythm} d, as the circle"


def _birthday(birthday: str, today: date) -> str:
    """A birthday in words, with how soon it is and how old they will be."""
    there = next_birthday(birthday, today)
    if there is None:
        return show_birthday(birthday)
    soon = show_span((today - there).days)
    age = "" if birthday.startswith("--") else f"{there.year - int(birthday[:4])} "
    return f"{show_birthday(birthday)} ({age}{soon})"


def _name(book: Book, contact_id: str) -> str:
    """The name of somebody on the roster; empty for an id of nobody."""
    contact = book.records.contacts.get(contact_id)
    return contact.name if contact else ""


def _remarks(talks: Sequence[Conversation], favours: Sequence[Favour], today: date) -> Iterator[str]:
    """Facts about two people; talks and favours come the newest first, and what is still to come doesn't count."""
    talks = [talk for talk in talks if talk.day <= today]
    if talks:
        since = f" since {show_day(talks[-1].day, today)}" if len(talks) > 1 else ""
        yield f"{_count(len(talks), 'talk')}{since}"
    yield from facts(favours, today)


def _count(count: int, word: str) -> str:
    """A number of things in words."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _timeline(
    contact_id: str, talks: Sequence[Conversation], favours: Sequence[Favour], followups: Sequence[FollowUp]
) -> Iterator[Entry]:
    """All that there was, in no order; snoozes are no news."""
    for talk in talks:
        yield Entry(talk.day, "talk", _talk(talk, contact_id), talk)
    for favour in favours:
        yield Entry(favour.day, favour.direction, words(favour, favour.day), favour)
    for followup in followups:
        yield Entry(followup.opened, followup.kind, followup.what, followup)
        for step in followup.steps:
            if step.kind != "snoozed":
                said = f"{followup.what}: {step.note}" if followup.what and step.note else followup.what or step.note
                yield Entry(step.day, step.kind, said, followup)


def _talk(talk: Conversation, contact_id: str) -> str:
    """A conversation as the timeline of one of its people tells it: where, who else, and what is worth remembering."""
    others = [person.name for person in talk.people if person.contact != contact_id]
    company = f"with {', '.join(others)}" if others else ""
    where = " ".join(filter(None, (talk.setting, company)))
    said = talk.debrief.learnt or talk.notes or talk.debrief.went_well
    return ": ".join(filter(None, (where, " ".join(said.split()))))

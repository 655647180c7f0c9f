"""Making one contact of two who are the same person.

Everything written about the other is the kept one's afterwards: conversations, favours, follow-ups and introductions. Of
the facts on the cards the kept one's are right where both say something; what the other says differently is written into
the notes, so that nothing is lost. Past scores stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from netpractice.domain.fields import FIELDS, union
from netpractice.domain.fingerprints import prints, remembered
from netpractice.domain.records import Circle, Contact, Conversation, Participant, Record
from netpractice.domain.rhythm import CIRCLES
from netpractice.domain.text import clean_text, fold
from netpractice.practice.book import Book

_ONE_VALUE = ("nickname", "company", "role", "birthday", "how_met")
"""The facts of which a card has room for one."""


def merged(book: Book, keep: Contact, other: Contact) -> tuple[Record, ...]:
    """All records that change when two contacts become one, as they are then; the other contact itself is to be removed.

    Raises:
        InputError: the notes of both are too long for one card.
    """
    return (_one_card(keep, other), *_moved(book, keep.id, other.id))


def _one_card(keep: Contact, other: Contact) -> Contact:
    """The facts of both on the kept one's card."""
    by = (each for each in (keep.introduced_by, other.introduced_by) if each not in (keep.id, other.id))
    chosen = other if keep.unsorted and not other.unsorted else keep
    return msgspec.structs.replace(
        keep,
        **{name: getattr(keep, name) or getattr(other, name) for name in (*_ONE_VALUE, "uid")},
        **{
            name: union((*getattr(keep, name), *getattr(other, name))) for name in ("emails", "phones", "links", "tags")
        },
        circle=chosen.circle,
        unsorted=chosen.unsorted,
        rhythm_days=chosen.rhythm_days or keep.rhythm_days or other.rhythm_days,
        resting=chosen.resting,
        introduced_by=next(filter(None, by), ""),
        notes=clean_text("\n\n".join(filter(None, (keep.notes, other.notes, _lost(keep, other)))), "notes"),
        imported=other.imported | keep.imported | remembered(prints(keep), prints(other)),
        archived=None if other.archived is None else keep.archived,
    )


def _lost(keep: Contact, other: Contact) -> str:
    """The facts of the other that the card has no room for, a line each."""
    return "\n".join(
        f"{FIELDS[name].label}: {FIELDS[name].show(other)}"
        for name in ("name", *_ONE_VALUE)
        if getattr(other, name) and getattr(keep, name) and fold(getattr(other, name)) != fold(getattr(keep, name))
    )


def _moved(book: Book, keep: str, other: str) -> Iterator[Record]:
    """What was written about the other, as the kept one's."""
    ties, replace = book.standing.ties, msgspec.structs.replace
    for talk in ties.conversations(other):
        yield replace(talk, people=_as_one(talk, keep, other))
    for favour in ties.favours(other):
        yield replace(favour, contact=keep)
    for followup in ties.followups(other):
        yield replace(followup, contact=keep)
    for contact in book.records.contacts.values():
        if contact.introduced_by == other and contact.id != keep:
            yield replace(contact, introduced_by=keep)


def _as_one(talk: Conversation, keep: str, other: str) -> tuple[Participant, ...]:
    """The people of a conversation; where both were in it, the kept one's name stands, with the nearer circle of the two.

    A circle copied into a conversation proves the habit of that day, which no merging may change.
    """
    both = [person for person in talk.people if person.contact in (keep, other)]
    written = next((person for person in both if person.contact == keep), both[0])
    one = msgspec.structs.replace(written, contact=keep, circle=_nearest(person.circle for person in both))
    people: list[Participant] = []
    for person in talk.people:
        if person.contact not in (keep, other):
            people.append(person)
        elif one not in people:
            people.append(one)
    return tuple(people)


def _nearest(circles: Iterable[Circle | None]) -> Circle | None:
    """The nearest of some circles; None if there is none."""
    return min(filter(None, circles), key=CIRCLES.index, default=None)

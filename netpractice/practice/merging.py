"""Making one contact of two."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netpractice.domain.fields import union
from netpractice.domain.records import Contact, Conversation, Record
from netpractice.practice.book import Book


def merged(book: Book, keep: Contact, other: Contact) -> list[Record]:
    """All records that change when two contacts become one, as they are afterwards; the other itself is left out."""
    return [_one_card(keep, other), *_moved(book, keep.id, other.id)]


def _one_card(keep: Contact, other: Contact) -> Contact:
    """The facts of both; where both say something different, the one to keep is right."""
    replace = msgspec.structs.replace
    return replace(
        keep,
        company=keep.company or other.company,
        role=keep.role or other.role,
        emails=union((*keep.emails, *other.emails)),
        phones=union((*keep.phones, *other.phones)),
        links=union((*keep.links, *other.links)),
        tags=union((*keep.tags, *other.tags)),
        notes="\n\n".join(filter(None, (keep.notes, other.notes))),
    )


def _moved(book: Book, keep: str, other: str) -> Iterator[Record]:
    """The conversations, favours, follow-ups and introductions of the other as the first one's."""
    ties, replace = book.standing.ties, msgspec.structs.replace
    for talk in ties.conversations(other):
        yield _in_talk(talk, keep, other)
    for favour in ties.favours(other):
        yield replace(favour, contact=keep)
    for followup in ties.followups(other):
        yield replace(followup, contact=keep)
    for contact in book.records.contacts.values():
        if contact.introduced_by == other and contact.id != keep:
            yield replace(contact, introduced_by=keep)


def _in_talk(talk: Conversation, keep: str, other: str) -> Conversation:
    """A conversation in which the two are one."""
    there = any(person.contact == keep for person in talk.people)
    people = tuple(
        msgspec.structs.replace(person, contact=keep) if person.contact == other else person
        for person in talk.people
        if not (there and person.contact == other)
    )
    return msgspec.structs.replace(talk, people=people)

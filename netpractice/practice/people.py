"""What one does with people: add and edit them, be in touch, choose circles and rhythms, put away, remove and merge.

Each function is one change of the open book, so one step for undo, with a label in words. People are named by their ids;
one that isn't in the book raises KeyError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec

from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS, Typed, union
from netpractice.domain.likeness import alike, name_words
from netpractice.domain.records import Circle, Contact, Conversation, Participant
from netpractice.domain.rhythm import read_rhythm
from netpractice.domain.text import clean_line, fold
from netpractice.practice.book import Book
from netpractice.practice.merging import merged
from netpractice.practice.outcome import Outcome


def near(book: Book, name: str) -> tuple[Contact, ...]:
    """People whose name is so like this one that they may be the same person."""
    words = name_words(name)
    return tuple(other for other in book.records.contacts.values() if alike(words, name_words(other.name)))


def add(book: Book, name: str, **fields: Typed) -> Outcome:
    """Put somebody on the roster.

    Args:
        book: the open book.
        name: the name, all that is needed.
        fields: what else was typed, by the names of `fields.FIELDS`.

    Raises:
        InputError: something can't be read.
    """
    contact = _typed(book, book.new(Contact, name=""), {"name": name, **fields})
    words = f"added {contact.name}"
    return Outcome(change=book.change(words, put=[contact]), words=words)


def edit(book: Book, contact_id: str, **fields: Typed) -> Outcome:
    """Change what is on somebody's card; `fields` as for `add`. Raises InputError if something can't be read."""
    old = book.records.contacts[contact_id]
    new = _typed(book, old, fields)
    changed = [field.label.lower() for field in FIELDS.values() if field.show(new) != field.show(old)]
    words = f"edited {new.name}: {', '.join(changed)}"
    change = book.change(words, put=[new])
    return Outcome(change=change, words=words if change else f"{old.name}: nothing new")


def shown(book: Book, contact: Contact) -> dict[str, str]:
    """What stands in each field of somebody's card, by the names of `fields.FIELDS`, as one would type it."""
    by = book.records.contacts.get(contact.introduced_by)
    return {name: field.show(contact) for name, field in FIELDS.items()} | {"introduced_by": by.name if by else ""}


def touch(book: Book, contact_id: str) -> Outcome:
    """Write down that one was in touch with somebody today, once a day."""
    contact = book.records.contacts[contact_id]
    if any(talk.day == book.today for talk in book.standing.ties.conversations(contact_id)):
        return Outcome(change=None, words=f"in touch with {contact.name} today already")
    person = Participant(name=contact.name, contact=contact.id, circle=contact.circle)
    words = f"in touch with {contact.name}"
    talk = book.new(Conversation, day=book.today, people=(person,))
    return Outcome(change=book.change(words, put=[talk]), words=words)


def set_circle(book: Book, ids: Iterable[str], circle: Circle) -> Outcome:
    """Put people into a circle, which sorts them too."""
    return _each(book, ids, f"circle {circle}", circle=circle, unsorted=False)


def set_rhythm(book: Book, ids: Iterable[str], days: int | Literal["circle", "resting"]) -> Outcome:
    """Set how often to be in touch: so many days, as the circle has it, or never. Raises InputError for other days."""
    words = f"every {days} d" if isinstance(days, int) else "rhythm of the circle" if days == "circle" else "resting"
    return _each(book, ids, words, **read_rhythm(str(days)))


def sort(book: Book, contact_id: str, circle: Circle) -> Outcome:
    """Choose the circle of somebody imported."""
    return set_circle(book, [contact_id], circle)


def unsorted(book: Book) -> tuple[Contact, ...]:
    """The people imported whose circle nobody has chosen yet, in the order of the roster."""
    people = book.records.contacts.values()
    return tuple(contact for contact in people if contact.unsorted and contact.archived is None)


def tag(book: Book, ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Outcome:
    """Put tags on people and take others off."""
    people = [book.records.contacts[contact_id] for contact_id in ids]
    new, gone = _tags(add), {fold(tag) for tag in _tags(remove)}
    put = []
    for old in people:
        tags = tuple(tag for tag in union((*old.tags, *new)) if fold(tag) not in gone)
        if tags != old.tags:
            put.append(msgspec.structs.replace(old, tags=tags))
    words = " ".join((*(f"#{tag}" for tag in new), *(f"without #{tag}" for tag in _tags(remove))))
    label = f"{_who(put or people)}: {words}"
    return Outcome(change=book.change(label, put=put), words=label if put else f"{label} already")


def archive(book: Book, ids: Iterable[str]) -> Outcome:
    """Put people away: they keep all that was written, and are never due."""
    return _each(book, ids, "archived", archived=book.today)


def bring_back(book: Book, ids: Iterable[str]) -> Outcome:
    """Bring archived people back."""
    return _each(book, ids, "brought back", archived=None)


def remove(book: Book, ids: Iterable[str]) -> Outcome:
    """Take people off the roster; conversations keep their names as they were written."""
    people = [book.records.contacts[contact_id] for contact_id in ids]
    words = f"removed {_who(people)}"
    return Outcome(change=book.change(words, remove=people), words=words)


def merge(book: Book, keep_id: str, other_id: str) -> Outcome:
    """Make one contact of two: what was written about the other is the first one's afterwards."""
    keep, other = book.records.contacts[keep_id], book.records.contacts[other_id]
    if keep is other:
        return Outcome(change=None, words=f"{keep.name} is one person already")
    words = f"merged {other.name} into {keep.name}"
    put = merged(book, keep, other)
    return Outcome(change=book.change(words, put=put, remove=[other]), words=words)


def _each(book: Book, ids: Iterable[str], words: str, **facts: object) -> Outcome:
    """Change the same of several people."""
    people = [book.records.contacts[contact_id] for contact_id in ids]
    replace: Callable[..., Contact] = msgspec.structs.replace
    put = [new for old in people if (new := replace(old, **facts)) != old]
    label = f"{_who(put or people)}: {words}"
    return Outcome(change=book.change(label, put=put), words=label if put else f"{label} already")


def _typed(book: Book, contact: Contact, typed: Mapping[str, Typed]) -> Contact:
    """A contact with what was typed; a text that stands there already changes nothing, however it would be read."""
    before = shown(book, contact)
    facts: dict[str, Any] = {}
    for name, text in typed.items():
        if text != before[name]:
            facts |= FIELDS[name].read(text)
    if facts.get("introduced_by"):
        facts["introduced_by"] = _meant(book, contact, facts["introduced_by"])
    if facts.get("birthday", "") > book.today.isoformat():
        raise InputError(
            "this day is still to come", where="birthday", way_out="Leave out the year if you don't know it"
        )
    return msgspec.structs.replace(contact, **facts)


def _meant(book: Book, contact: Contact, text: str) -> str:
    """The id of the contact who is meant by a name or an id; raises InputError if that isn't clear."""
    others = {other.id: other for other in book.records.contacts.values() if other.id != contact.id}
    if text in others:
        return text
    name = fold(text)
    there = [other.id for other in others.values() if name in (fold(other.name), fold(other.nickname))]
    there = there or [other.id for other in others.values() if fold(other.name).startswith(f"{name} ")]
    if len(there) != 1:
        what = f"{len(there)} people are called {text}" if there else f"nobody else on the roster is called {text}"
        raise InputError(what, where="introduced by", way_out="Write the whole name of somebody on the roster")
    return there[0]


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: clean, each once, without the sign before them."""
    return union(clean_line(tag, "tags").removeprefix("#").lstrip() for tag in tags)


def _who(people: list[Contact]) -> str:
    """One person by name, several by number."""
    return people[0].name if len(people) == 1 else f"{len(people)} people"

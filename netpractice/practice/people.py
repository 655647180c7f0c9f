"""What one does with people: add and edit them, be in touch, choose circles and rhythms, put away, remove and merge.

Each function is one change of the open book, so one step for undo, with a label in words. People are named by their ids;
one that isn't in the book raises KeyError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS, Typed, read_tags, union
from netpractice.domain.likeness import alike, name_key
from netpractice.domain.records import Circle, Contact, Conversation, Participant, Record
from netpractice.domain.rhythm import read_rhythm
from netpractice.domain.steps import take
from netpractice.domain.text import fold
from netpractice.practice.answers import answers
from netpractice.practice.book import Book
from netpractice.practice.merging import merged
from netpractice.practice.outcome import Outcome


def near(book: Book, name: str, emails: Iterable[str] = ()) -> tuple[Contact, ...]:
    """People who may be the one that is being added, those of exactly this name first.

    Args:
        book: the open book.
        name: a name; `domain.likeness` says which others are like it. A nickname counts as a first name too.
        emails: addresses; whoever has one of them is near, whatever the name.
    """
    wanted, addresses, roll = name_key(name), set(map(fold, emails)), book.standing.roll
    found = [
        contact
        for contact in book.records.contacts.values()
        if alike(wanted, roll.name(contact))
        or (contact.nickname and _is_called(contact, name, wanted.words))
        or (addresses and not addresses.isdisjoint(map(fold, contact.emails)))
    ]
    return tuple(sorted(found, key=lambda contact: roll.name(contact) != wanted))


def add(book: Book, name: str, **fields: Typed) -> Outcome:
    """Put somebody on the roster.

    Args:
        book: the open book.
        name: the name, all that is needed.
        fields: what else was typed, by the names of `FIELDS`.

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
    before, after = shown(book, old), shown(book, new)
    changed = [FIELDS[name].label for name in FIELDS if after[name] != before[name]]
    words = f"{new.name}: changed {', '.join(changed).lower()}" if changed else f"{old.name}: nothing new"
    return Outcome(change=book.change(words, put=[new]), words=words)


def shown(book: Book, contact: Contact) -> dict[str, str]:
    """What stands in each field of somebody's card, by the names of `FIELDS`, as one would type it."""
    by = book.records.contacts.get(contact.introduced_by)
    return {name: field.show(contact) for name, field in FIELDS.items()} | {"introduced_by": by.name if by else ""}


def touch(book: Book, contact_id: str) -> Outcome:
    """Write down that one was in touch with somebody today: a conversation, unless there is one of today already."""
    contact = book.records.contacts[contact_id]
    if any(talk.day == book.today for talk in book.standing.ties.conversations(contact_id)):
        return Outcome(change=None, words=f"in touch with {contact.name} today already")
    person = Participant(name=contact.name, contact=contact.id, circle=contact.circle)
    words = f"in touch with {contact.name}, {show_day(book.today)}"
    talk = book.new(Conversation, day=book.today, people=(person,))
    return Outcome(change=book.change(words, put=[talk, *answers(book, [talk])]), words=words)


def set_circle(book: Book, ids: Iterable[str], circle: Circle) -> Outcome:
    """Put people into a circle; their circle has then been chosen."""
    return _each(book, _people(book, ids), f"circle {circle}", circle=circle, unsorted=False)


def sort(book: Book, contact_id: str, circle: Circle) -> Outcome:
    """Choose the circle of somebody imported."""
    return set_circle(book, [contact_id], circle)


def unsorted(book: Book) -> tuple[Contact, ...]:
    """The people imported whose circle nobody has chosen yet, in the order of writing; the archived left out."""
    people = book.records.contacts.values()
    return tuple(contact for contact in people if contact.unsorted and contact.archived is None)


def set_rhythm(book: Book, ids: Iterable[str], days: int | Literal["circle", "resting"]) -> Outcome:
    """Set how often to be in touch: every so many days, as the circle has it, or never. Raises InputError for other days."""
    words = f"every {days} d" if isinstance(days, int) else "rhythm of the circle" if days == "circle" else "resting"
    return _each(book, _people(book, ids), words, **read_rhythm(str(days)))


def tag(book: Book, ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Outcome:
    """Put tags on people and take others off, blind to case and accents. Raises InputError for one that is too long."""
    on, off = read_tags(tuple(add)), read_tags(tuple(remove))
    without = set(map(fold, off))
    people = _people(book, ids)
    kept = (tuple(tag for tag in union((*old.tags, *on)) if fold(tag) not in without) for old in people)
    put = [msgspec.structs.replace(old, tags=tags) for old, tags in zip(people, kept, strict=True)]
    return _written(book, people, put, " ".join((*(f"#{tag}" for tag in on), *(f"without #{tag}" for tag in off))))


def archive(book: Book, ids: Iterable[str]) -> Outcome:
    """Put people away: all that was written stays, and they are never due."""
    people = _people(book, ids)
    put = [msgspec.structs.replace(contact, archived=contact.archived or book.today) for contact in people]
    return _written(book, people, put, "archived")


def bring_back(book: Book, ids: Iterable[str]) -> Outcome:
    """Bring archived people back."""
    return _each(book, _people(book, ids), "brought back", archived=None)


def remove(book: Book, ids: Iterable[str]) -> Outcome:
    """Take people off the roster.

    What was practised stays: conversations keep the names as they were written, and favours and closed follow-ups count
    as before. Follow-ups that are open are let go, for there is nobody any more to follow up with.
    """
    people = _people(book, ids)
    if not people:
        return _nobody()
    ties, today = book.standing.ties, book.today
    still = [followup for contact in people for _, followup in ties.open_followups(contact.id, today)]
    let_go = [take(followup, "let go", today, note="removed from the roster") for followup in still]
    count = f", let go of {len(still)} follow-up{'s' * (len(still) > 1)}" if still else ""
    words = f"removed {_who(people)}{count}"
    return Outcome(change=book.change(words, put=let_go, remove=people), words=words)


def merge(book: Book, keep_id: str, other_id: str) -> Outcome:
    """Make one contact of two: what was written about the other is the first one's afterwards (see `merging`)."""
    keep, other = book.records.contacts[keep_id], book.records.contacts[other_id]
    if keep is other:
        return Outcome(change=None, words=f"{keep.name} is one person already")
    words = f"merged {other.name} into {keep.name}"
    return Outcome(change=book.change(words, put=merged(book, keep, other), remove=[other]), words=words)


def _is_called(contact: Contact, name: str, words: Sequence[str]) -> bool:
    """True if a name is somebody's nickname, alone or before the rest of the name."""
    _, _, rest = contact.name.partition(" ")
    return fold(name) == fold(contact.nickname) or name_key(f"{contact.nickname} {rest}").words == words


def _typed(book: Book, contact: Contact, typed: Mapping[str, Typed]) -> Contact:
    """A contact with what was typed; a text that stands there already changes nothing, however it would be read."""
    there = shown(book, contact)
    facts: dict[str, Any] = {}
    for name, text in typed.items():
        if text != there[name] or name == "name":
            facts |= FIELDS[name].read(text)
    if facts.get("introduced_by"):
        facts["introduced_by"] = _meant(book, contact, facts["introduced_by"])
    if facts.get("birthday", "") > book.today.isoformat():
        raise InputError("this day is still to come", where="birthday", way_out="Leave out the year if it isn't known")
    return msgspec.structs.replace(contact, **facts)


def _meant(book: Book, contact: Contact, text: str) -> str:
    """The id of the other contact whom a name or an id means; raises InputError if that isn't clear."""
    if text in book.records.contacts and text != contact.id:
        return text
    there = [other.id for other in book.standing.names.fitting(text) if other.id != contact.id]
    if len(there) != 1:
        what = f"{len(there)} people are called {text}" if there else f"nobody else on the roster is called {text}"
        raise InputError(what, where="introduced by", way_out="Write the whole name of somebody on the roster")
    return there[0]


def _people(book: Book, ids: Iterable[str]) -> list[Contact]:
    """The contacts with these ids, each once."""
    return [book.records.contacts[contact_id] for contact_id in dict.fromkeys(ids)]


def _each(book: Book, people: Sequence[Contact], words: str, **facts: object) -> Outcome:
    """Write the same facts about several people."""
    replace: Callable[..., Contact] = msgspec.structs.replace
    return _written(book, people, [replace(contact, **facts) for contact in people], words)


def _written(book: Book, people: Sequence[Contact], put: Sequence[Contact], words: str) -> Outcome:
    """Write people as they are now; those who were so before aren't named."""
    if not people:
        return _nobody()
    changed: list[Record] = [new for old, new in zip(people, put, strict=True) if new != old]
    named = [old for old, new in zip(people, put, strict=True) if new != old]
    if not changed:
        return Outcome(change=None, words=f"{_who(people)}: {words} already")
    label = f"{_who(named)}: {words}"
    return Outcome(change=book.change(label, put=changed), words=label)


def _nobody() -> Outcome:
    """What comes of a request about nobody."""
    return Outcome(change=None, words="nobody to change")


def _who(people: Sequence[Contact]) -> str:
    """One person by name, several by their number."""
    return people[0].name if len(people) == 1 else f"{len(people)} people"

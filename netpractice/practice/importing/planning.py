"""What an import would do, as a value: looked at, changed in parts, and only then carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, TypeAlias, TypeVar

import msgspec
from msgspec.structs import replace

from netpractice.domain.cards import Card, Problem, Reading
from netpractice.domain.matching import People, Why
from netpractice.domain.persons import Person, persons
from netpractice.domain.records import Contact, Record
from netpractice.domain.text import TEXT_LIMIT, fold
from netpractice.domain.updating import INTRODUCER, FieldChange, changes, combined, dated, with_notes
from netpractice.practice.book import Book
from netpractice.practice.importing.books import as_card, differing, people_of, rest_of
from netpractice.practice.importing.sources import BookReading, Progress

T = TypeVar("T")

Action: TypeAlias = Literal["add", "update", "same"]
"""What becomes of somebody: new on the roster, found with something to change or to show, found as the cards say."""

_EVERY = 200
"""After so many cards or people somebody who waits is told how far it is."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom the files tell of."""

    card: Card
    """What they say, as one card."""
    cards: tuple[Card, ...] = ()
    """The cards that say it; none for a contact of another book as it stands."""
    known: Contact | None = None
    """The contact in the book whom this was found to be."""
    why: Why | None = None
    """By what the contact was found."""
    differences: tuple[FieldChange, ...] = ()
    """What would change about the contact, and what is only shown."""
    record: Contact | None = None
    """The whole contact of another book, if there is one to be added."""
    apart: bool = False
    """True if the user says that this isn't the known contact."""
    included: bool = True
    """False if the user leaves it out."""

    @property
    def contact(self) -> Contact | None:
        """The contact that would be changed; None for somebody to be added."""
        return None if self.apart else self.known

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What would change about the contact, and what is only shown; nothing for somebody to be added."""
        return () if self.apart else self.differences

    @property
    def action(self) -> Action:
        """What would become of it."""
        if self.contact is None:
            return "add"
        return "update" if self.differences else "same"

    @property
    def changes_anything(self) -> bool:
        """True if something would be different on the roster."""
        return self.included and (self.contact is None or any(change.taken for change in self.changes))


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would do."""

    items: tuple[Item, ...]
    """Everybody whom the files tell of, in their order."""
    problems: tuple[Problem, ...]
    """What couldn't be read or taken, file by file."""
    files: tuple[str, ...]
    """The names of the files."""
    kinds: tuple[str, ...]
    """What each file is, in words; empty for one that was refused."""
    found: int
    """How many people the files hold, those that couldn't be read included."""
    records: tuple[Record, ...] = ()
    """What else comes in from another netpractice's book: conversations, favours, follow-ups and so on."""

    @property
    def added(self) -> int:
        """How many people are new on the roster."""
        return sum(item.included and item.contact is None for item in self.items)

    @property
    def updated(self) -> int:
        """How many people on the roster change."""
        return sum(item.contact is not None and item.changes_anything for item in self.items)

    @property
    def unchanged(self) -> int:
        """How many people on the roster stay as they are, those left out included."""
        return len(self.items) - self.added - self.updated

    def with_taken(self, index: int, field: str, *, taken: bool) -> Plan:
        """The plan with one change of an item taken, or ours left as it is."""
        made = tuple(
            replace(change, taken=taken) if change.field == field else change
            for change in self.items[index].differences
        )
        return self._with(index, replace(self.items[index], differences=made))

    def with_included(self, index: int, *, included: bool) -> Plan:
        """The plan with an item left out, or back in."""
        return self._with(index, replace(self.items[index], included=included))

    def with_all_included(self, indexes: Collection[int], *, included: bool) -> Plan:
        """The plan with several items left out, or back in."""
        made = list(self.items)
        for index in indexes:
            made[index] = replace(made[index], included=included)
        return replace(self, items=tuple(made))

    def with_apart(self, index: int, *, apart: bool) -> Plan:
        """The plan with somebody who isn't the contact found, and so is added, or who is."""
        return self._with(index, replace(self.items[index], apart=apart))

    def _with(self, index: int, item: Item) -> Plan:
        """The plan with another item in a place."""
        return replace(self, items=(*self.items[:index], item, *self.items[index + 1 :]))


def plan(book: Book, readings: Sequence[Reading], *, theirs: bool = False, progress: Progress | None = None) -> Plan:
    """What importing readings would do to a book; nothing is changed.

    The readings are taken one after the other, so that the cards of the second also find those whom the first one adds.

    Args:
        book: the open book.
        readings: what the files say.
        theirs: True takes every difference, also over what was typed.
        progress: is told how much is done, of how much: first each file is looked through, then everybody in them.
    """
    people = People(tuple(book.records.contacts.values()))
    records: dict[tuple[str, str], Record] = {}
    problems = [problem for reading in readings for problem in reading.problems]
    for reading in readings:
        if isinstance(reading, BookReading):
            people_of(reading, people)
            for one in rest_of(reading, book.records):
                records.setdefault((one.table, one.id), one)
            problems += differing(reading, book.records)
        else:
            service = reading.kind.partition(" ")[0]
            people.place(persons(dated(card, service) for card in _counted(reading.cards, 0, progress)))
    names = Counter(fold(person.contact.name if person.contact else person.cards[0].name) for person in people)
    told = _counted(people.told.items(), 1, progress)
    items = [_item(book, person, why, names, theirs=theirs) for person, why in told]
    return Plan(
        items=tuple(items),
        problems=(*problems, *_left_out(items, readings)),
        files=tuple(reading.file for reading in readings),
        kinds=tuple(reading.kind for reading in readings),
        found=sum(reading.found for reading in readings),
        records=tuple(records.values()),
    )


def _counted(things: Collection[T], half: int, progress: Progress | None) -> Iterator[T]:
    """Things one after the other, of which somebody is told now and then; they are one half of the work, 0 or 1."""
    for number, thing in enumerate(things):
        if progress and number % _EVERY == 0:
            progress(half * len(things) + number, 2 * len(things))
        yield thing


def _item(book: Book, person: Person, why: Why | None, names: Counter[str], *, theirs: bool) -> Item:
    """What would become of somebody whom cards tell of; `names` counts everybody by the folded name."""
    contact, cards = person.contact, tuple(person.cards)
    if contact is None:
        return Item(card=combined(cards), cards=cards)
    card = combined(cards) if cards else as_card(contact)
    differences = tuple(
        change
        for change in changes(contact, cards, theirs=theirs)
        if change.field != INTRODUCER or _is_clear(str(change.after), contact, names)
    )
    if contact.id in book.records.contacts:
        return Item(card=card, cards=cards, known=contact, why=why, differences=differences)
    return Item(card=card, cards=cards, differences=differences, record=contact)


def _is_clear(introducer: str, contact: Contact, names: Counter[str]) -> bool:
    """True if a name tells which one of the others introduced somebody."""
    name = fold(introducer)
    return names[name] - (name == fold(contact.name)) == 1


def _left_out(items: Iterable[Item], readings: Sequence[Reading]) -> Iterator[Problem]:
    """The notes that don't fit beside those that somebody has already."""
    for item in items:
        ours = item.known.notes if item.known else ""
        if len(ours) + sum(len(card.notes) for card in item.cards) <= TEXT_LIMIT:
            continue
        kept = with_notes(ours, item.cards)
        for card in item.cards:
            if card.notes.strip() not in kept:
                file = next(one.file for one in readings if any(card.notes == other.notes for other in one.cards))
                what = f"the notes about {card.name} don't fit beside those in the book, so they were left out"
                yield Problem(file=file, line=card.line, what=what)

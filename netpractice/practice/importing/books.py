"""Bringing in another netpractice's book whole: its records keep their ids, so that what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from netpractice.domain.cards import Card, Problem
from netpractice.domain.matching import People
from netpractice.domain.persons import Person
from netpractice.domain.records import RECORD_TYPES, Contact, Record, Records, Settings
from netpractice.practice.importing.sources import BookReading


def people_of(reading: BookReading, people: People) -> None:
    """Add the people whom nobody here has the id of; whoever has it is merged with as cards are, unless both are equal."""
    for theirs in reading.records.contacts.values():
        ours = people.contact(theirs.id)
        if ours is None:
            people.add(Person(theirs))
        else:
            people.tell(theirs.id, [] if _says_the_same(ours, theirs) else [as_card(theirs)])


def rest_of(reading: BookReading, here: Records) -> Iterator[Record]:
    """What else isn't here yet; a book that has settings keeps them."""
    for kind in RECORD_TYPES:
        there = here.table(kind.table)
        if kind is not Contact and not (kind is Settings and there):
            yield from (one for one in reading.records.table(kind.table).values() if one.id not in there)


def differing(reading: BookReading, here: Records) -> Iterator[Problem]:
    """What else is here in another wording, and stays so."""
    counts = []
    for kind in RECORD_TYPES:
        there = here.table(kind.table)
        theirs = [one for one in reading.records.table(kind.table).values() if one.id in there]
        number = sum(not _says_the_same(there[one.id], one) for one in theirs)
        if kind is not Contact and number:
            counts.append(f"{kind.table.replace('_', ' ')} {number:,}")
    if counts:
        what = f"entries that differ from those in your book were left out ({', '.join(counts)})"
        yield Problem(file=reading.file, line=0, what=what)


def as_card(contact: Contact) -> Card:
    """A contact of another book as a card tells of somebody."""
    shared = set(Card.__struct_fields__) & set(Contact.__struct_fields__) - {"introduced_by"}
    return Card(**{name: getattr(contact, name) for name in shared})


def _says_the_same(ours: Record, theirs: Record) -> bool:
    """True if two records say the same, whenever they were written."""
    return replace(theirs, created=ours.created, updated=ours.updated) == ours

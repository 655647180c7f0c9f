"""Who is meant by the names that were written down: people on the roster, new ones, and descriptions of strangers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.capture import Name
from netpractice.domain.names import SeenTogether, is_name
from netpractice.domain.records import Contact, Participant
from netpractice.domain.text import fold
from netpractice.practice.book import Book

State: TypeAlias = Literal["match", "new", "ambiguous", "described"]
"""On the roster already (or by an earlier line), new, one of several, or nobody who can be on the roster."""

LATELY = timedelta(days=180)
"""How long ago people may have been seen together to be taken for the same company again."""


class Who(msgspec.Struct, frozen=True):
    """Somebody who was named."""

    name: str
    """The whole name of somebody on the roster, else what was written."""
    state: State
    contact: Contact | None = None
    """The contact; for somebody new the one to be made."""
    candidates: tuple[Contact, ...] = ()
    """Who may be meant, seen last first: of an ambiguous name those who fit, of any other those whose name begins so."""
    start: int = 0
    """Where the name begins in its line, in characters from 0."""
    end: int = 0
    """Where it ends."""

    @property
    def participant(self) -> Participant:
        """How a conversation keeps them."""
        if self.contact is None:
            return Participant(name=self.name)
        return Participant(name=self.contact.name, contact=self.contact.id, circle=self.contact.circle)


def choices(book: Book, who: Who) -> str:
    """Those who may be meant by an ambiguous name, in words."""
    said = [book.standing.names.told_apart(contact) for contact in who.candidates]
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def who_is_meant(book: Book, lines: Sequence[Sequence[Name]], day: date, event: str = "") -> list[tuple[Who, ...]]:
    """The people of several lines that were written at one sitting.

    The same new name is the same new person on every line. An ambiguous name is somebody who was seen lately with the
    others of its line, or else with those of the other lines or at the same event, if that is one person alone.

    Args:
        book: the open book.
        lines: the names of each line.
        day: the day of the conversations.
        event: the id of the event at which they were held, or empty.
    """
    made: dict[str, Contact] = {}
    found = [tuple(_find(book, name, made) for name in line) for line in lines]
    everybody = {who.contact.id for line in found for who in line if who.contact}
    return [_unique(_told_apart(book, line, everybody, day, event)) for line in found]


def seen_last_first(book: Book, people: Collection[Contact]) -> tuple[Contact, ...]:
    """People in the order of the last contact, the latest first, those without one last."""
    last = {contact.id: book.standing.ties.last_contact(contact.id, book.today) for contact in people}
    return tuple(sorted(people, key=lambda contact: last[contact.id] or date.min, reverse=True))


def _find(book: Book, name: Name, made: dict[str, Contact]) -> Who:
    """Who is meant by a name alone; `made` are the new people of the sitting, by their folded names."""
    key = fold(name.text)
    if key in made:
        return Who(made[key].name, "match", made[key], (), name.start, name.end)
    match = book.standing.names.match(name.text)
    if match.contact and not name.is_new:
        return Who(match.contact.name, "match", match.contact, (), name.start, name.end)
    if match.candidates and not name.is_new:
        return Who(name.text, "ambiguous", None, seen_last_first(book, match.candidates), name.start, name.end)
    others = () if name.is_new else seen_last_first(book, book.standing.names.beginning(name.text))
    if not (name.is_new or is_name(name.text)):
        return Who(name.text, "described", None, others, name.start, name.end)
    made[key] = book.new(Contact, name=name.text)
    return Who(name.text, "new", made[key], others, name.start, name.end)


def _told_apart(book: Book, line: Iterable[Who], everybody: Collection[str], day: date, event: str) -> Iterable[Who]:
    """The people of a line, of whom those seen together with the others are told apart."""
    line = tuple(line)
    own = {who.contact.id for who in line if who.contact}
    for who in line:
        if who.state == "ambiguous":
            near = (_seen(book, own, day), _seen(book, everybody, day, event))
            contact = book.standing.names.match(who.name, *near).contact
            if contact:
                yield Who(contact.name, "match", contact, (), who.start, who.end)
                continue
        yield who


def _seen(book: Book, others: Collection[str], day: date, event: str = "") -> SeenTogether:
    """Says whether somebody talked with one of the others lately, or at an event."""

    def together(contact: Contact) -> bool:
        return any(
            (event and talk.event == event)
            or (abs(day - talk.day) <= LATELY and any(person.contact in others for person in talk.people))
            for talk in book.standing.ties.conversations(contact.id)
        )

    return together


def _unique(line: Iterable[Who]) -> tuple[Who, ...]:
    """The people of a line, each once."""
    return tuple({who.contact.id if who.contact else f"{who.start} {who.name}": who for who in line}.values())

"""Cards that are about one person, within a file and beside the contact that the book has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from netpractice.domain.cards import Card
from netpractice.domain.fingerprints import fingerprint, prints
from netpractice.domain.identity import Mark, Words, is_nameless, marks, name_words
from netpractice.domain.records import Contact
from netpractice.domain.text import fold


class Person:
    """Somebody whom the book knows, or cards tell of, or both."""

    def __init__(self, contact: Contact | None = None) -> None:
        """Begin with a contact, or with nothing known."""
        self.contact = contact
        self.cards: list[Card] = []
        self.words: dict[Words, None] = {}
        """Every name, as its words."""
        self.names: dict[str, None] = {}
        """Every name by which somebody may be called, nicknames too."""
        self.marks: dict[Mark, None] = {}
        self.companies: set[str] = set()
        self.birthdays: set[str] = set()
        self.prints: set[str] = set()
        """The fingerprints of all cards, those of earlier imports too."""
        self.is_nameless = True
        """True if nobody says more of the name than an address or a number."""
        if contact is not None:
            self._learn(contact)
            self.prints.update(prints(contact))
            if formerly := contact.imported.get("name"):
                self._call(formerly)

    def add(self, card: Card) -> None:
        """Take in a card."""
        self.cards.append(card)
        self._learn(card)
        self.prints.add(fingerprint(card))

    def join(self, other: Person) -> None:
        """Take in the cards of somebody who is the same person."""
        self.cards += other.cards
        self.words |= other.words
        self.names |= other.names
        self.marks |= other.marks
        self.companies |= other.companies
        self.birthdays |= other.birthdays
        self.prints |= other.prints
        self.is_nameless = self.is_nameless and other.is_nameless

    @property
    def forms(self) -> set[str]:
        """Every form of every mark under which the person is found."""
        return {form for mark in self.marks for form in mark.own}

    @property
    def is_bare(self) -> bool:
        """True if nothing but names would tell who it is."""
        return not self.companies and all(mark.kind == "identity" for mark in self.marks)

    def _learn(self, one: Card | Contact) -> None:
        """Take in what a card or contact says about who it is."""
        self._call(one.name)
        if one.nickname:
            self.names[one.nickname] = None
        self.marks |= dict.fromkeys(marks(one))
        if one.company:
            self.companies.add(fold(one.company))
        if one.birthday:
            self.birthdays.add(one.birthday)
        self.is_nameless = self.is_nameless and is_nameless(one)

    def _call(self, name: str) -> None:
        """Take in a name."""
        self.names[name] = None
        self.words[name_words(name)] = None


def persons(cards: Iterable[Card]) -> list[Person]:
    """The people whom the cards of one file tell of, in the order of their first cards.

    Two cards are about one person if they have the same identity and a word of the name in common; if they have the same
    name and an address, link or number in common; or if they have the same name, nothing of that kind, and differ at most
    in notes and tags. A name alone, a family's phone or an office's address is not enough.
    """
    found: list[Person] = []
    leaders: list[int] = []
    left: dict[Hashable, dict[Hashable, int]] = {}
    for place, card in enumerate(cards):
        person = Person()
        person.add(card)
        found.append(person)
        leaders.append(place)
        for trait in _traits(person):
            for form in trait.found:
                for other in left.get(form, {}).values():
                    _unite(leaders, other, place)
            for form in trait.own:
                left.setdefault(form, {}).setdefault(trait.own, place)
    for place, person in enumerate(found):
        leader = _leader(leaders, place)
        if leader != place:
            found[leader].join(person)
    return [person for place, person in enumerate(found) if leaders[place] == place]


class _Trait(NamedTuple):
    """What makes two cards of a file one person's."""

    own: tuple[Hashable, ...]
    """What a card leaves to be found; cards that leave the same are one person's."""
    found: tuple[Hashable, ...]
    """What it looks for."""


def _traits(person: Person) -> Iterator[_Trait]:
    """All that makes a person of one card the same as another."""
    [card], [words] = person.cards, person.words
    for mark in person.marks:
        if mark.kind == "identity":
            yield from (_Trait(((mark.own, word),), ((mark.own, word),)) for word in words)
        else:
            yield _Trait(tuple((form, words) for form in mark.own), tuple((form, words) for form in mark.found))
    if all(mark.kind == "identity" for mark in person.marks):
        facts = ((words, card.nickname, card.company, card.role, card.birthday, card.uid),)
        yield _Trait(facts, facts)


def _unite(leaders: list[int], one: int, other: int) -> None:
    """Let two places have one leader, the earlier one."""
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first


def _leader(leaders: list[int], place: int) -> int:
    """The place that stands for all that are the same person."""
    while leaders[place] != place:
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
    return place

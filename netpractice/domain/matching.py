"""Whom of the people in the book the cards of a file are about.

The cards of a file come as persons (see `persons`), and for each of these the first of these rules that finds somebody
counts:

1. A card that went into somebody before, unchanged, is about the same person, whatever was written over since.
2. The same identity, then link, then e-mail address, then phone number. Somebody of the same name who has it comes first.
   Else it must be the only one in the book to have it, and the only one in the file: what a family or an office shares
   tells nobody by itself. A phone number, a link to anything but a profile and an address such as info@ need a name that
   may be the same person's; the others are enough alone, for people change their names.
3. The same name and company, or no company on either side.
4. The same name, if nothing but the name is known of one of the two.

By 3 and 4 somebody is found only if it can't be anybody else, neither in the book nor in the file, and if no birthday or
profile says otherwise. Where several persons of a file would be one contact, only those are whose names say so too. The
order of the cards in a file makes no difference to any of this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from netpractice.domain.cards import Card
from netpractice.domain.identity import KINDS, Mark, Words, other_profiles
from netpractice.domain.likeness import alike, name_key
from netpractice.domain.persons import Person
from netpractice.domain.records import Contact

Why: TypeAlias = Literal["card", "identity", "link", "e-mail", "phone", "name and company", "name"]
"""By what somebody was found."""

CROWD = 20
"""What so many people have in common tells none of them apart, and isn't looked through."""


class _Claim(NamedTuple):
    """Somebody in the book whom a person of the file may be."""

    known: Person
    why: Why
    by_name: bool
    """True if the name says so too."""


class People:
    """Everybody in the book, to be found by what cards say, and everybody whom cards have added."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        """Begin with the contacts of a book."""
        self.told: dict[Person, Why | None] = {}
        """Everybody whom cards told of, in the order of the cards, and by what they were found; None for somebody new."""
        self._places: dict[Person, int] = {}
        self._by_print: dict[str, Person] = {}
        self._by_form: dict[str, dict[Person, None]] = {}
        self._by_form_and_name: dict[tuple[str, Words], dict[Person, None]] = {}
        self._by_name: dict[Words, dict[Person, None]] = {}
        self._by_id: dict[str, Person] = {}
        for contact in contacts:
            self._learn(Person(contact))

    def __iter__(self) -> Iterator[Person]:
        """Everybody, those in the book first."""
        return iter(self._places)

    def contact(self, contact_id: str) -> Contact | None:
        """The contact that has an id, in the book or added; None if there is none."""
        person = self._by_id.get(contact_id)
        return person.contact if person else None

    def add(self, person: Person) -> None:
        """Take in somebody new, without looking for them."""
        self.told[person] = None
        self._learn(person)

    def tell(self, contact_id: str, cards: Iterable[Card]) -> None:
        """Take in cards about a contact, without looking for it."""
        person = self._by_id[contact_id]
        for card in cards:
            person.add(card)
        self.told.setdefault(person, "identity")
        self._learn(person)

    def place(self, persons: Collection[Person]) -> None:
        """Find the people of one file, and take in what their cards say; whoever isn't found is new."""
        found = self._by_marks(persons)
        for by in (_name_and_company, _name):
            found |= self._by_names([one for one in persons if one not in found], found, by)
        for person in persons:
            claim = found.get(person)
            if claim is None:
                self.add(person)
            else:
                claim.known.join(person)
                self.told.setdefault(claim.known, claim.why)
                self._learn(claim.known)

    def _learn(self, person: Person) -> None:
        """Find somebody from now on by all that is known of them."""
        self._places.setdefault(person, len(self._places))
        if person.contact is not None:
            self._by_id[person.contact.id] = person
        for one in person.prints:
            self._by_print[one] = person
        for words in person.words:
            self._by_name.setdefault(words, {})[person] = None
        for form in person.forms:
            self._by_form.setdefault(form, {})[person] = None
            for words in person.words:
                self._by_form_and_name.setdefault((form, words), {})[person] = None

    def _by_marks(self, persons: Collection[Person]) -> dict[Person, _Claim]:
        """Whom persons are by their cards or their marks."""
        crowd = Counter(form for person in persons for form in person.forms)
        claims = {person: claim for person in persons if (claim := self._claim(person, crowd))}
        asked = Counter(claim.known for claim in claims.values())
        return {person: claim for person, claim in claims.items() if claim.by_name or asked[claim.known] == 1}

    def _claim(self, person: Person, crowd: Counter[str]) -> _Claim | None:
        """Whom a person is by the card or a mark; `crowd` counts the persons of the file by each form of a mark."""
        for one in sorted(person.prints):
            if one in self._by_print:
                return _Claim(self._by_print[one], "card", by_name=True)
        for kind in KINDS:
            given = [mark for mark in person.marks if mark.kind == kind]
            known = given and (self._namesake(person, given) or self._alike(person, given, crowd))
            if known:
                return _Claim(known, kind, by_name=True)
            known = self._only_one(mark for mark in given if mark.sure and _is_lone(mark, crowd))
            if known:
                return _Claim(known, kind, by_name=False)
        return None

    def _namesake(self, person: Person, given: Iterable[Mark]) -> Person | None:
        """Who has one of some marks and the very name; of several, who has most in common."""
        keys = ((form, words) for mark in given for form in mark.found for words in person.words)
        found = dict.fromkeys(one for key in keys for one in islice(self._by_form_and_name.get(key, ()), CROWD))
        forms = person.forms
        return max(found, key=lambda one: (len(forms & one.forms), -self._places[one]), default=None)

    def _alike(self, person: Person, given: Iterable[Mark], crowd: Counter[str]) -> Person | None:
        """Who has one of some marks that nobody else in the file has, and a name that may be the same; None for several."""
        holders = [self._holders(mark) for mark in given if _is_lone(mark, crowd)]
        found = {one for some in holders if len(some) <= CROWD for one in some if _may_be(person, one)}
        return found.pop() if len(found) == 1 else None

    def _only_one(self, given: Iterable[Mark]) -> Person | None:
        """The only one in the book who has some marks; None if nobody has, or several."""
        found = {one for mark in given if len(some := self._holders(mark)) == 1 for one in some}
        return found.pop() if len(found) == 1 else None

    def _holders(self, mark: Mark) -> dict[Person, None]:
        """Everybody in the book who has a mark."""
        first, *others = (self._by_form.get(form, {}) for form in mark.found)
        return first if not any(others) else {one: None for some in (first, *others) for one in some}

    def _by_names(
        self, persons: Iterable[Person], found: dict[Person, _Claim], rule: Callable[[Person, Person], Why | None]
    ) -> dict[Person, _Claim]:
        """Whom persons are by their names, where it can be nobody else."""
        taken = {claim.known for claim in found.values()}
        pairs = [
            (person, _Claim(known, why, by_name=True))
            for person, others in self._namesakes(persons, taken)
            for known in others
            if (why := rule(person, known)) and not _differ(person, known)
        ]
        mine, theirs = Counter(person for person, _ in pairs), Counter(claim.known for _, claim in pairs)
        return {person: claim for person, claim in pairs if mine[person] == 1 and theirs[claim.known] == 1}

    def _namesakes(self, persons: Iterable[Person], taken: Collection[Person]) -> Iterator[tuple[Person, list[Person]]]:
        """Persons, each with everybody in the book of the same name who isn't taken, as long as they are few."""
        persons = list(persons)
        crowd = Counter(words for person in persons for words in person.words)
        for person in persons:
            known = [self._by_name.get(words, {}) for words in person.words]
            if all(len(some) <= CROWD for some in known) and all(crowd[words] <= CROWD for words in person.words):
                yield person, [one for one in dict.fromkeys(one for some in known for one in some) if one not in taken]


def _is_lone(mark: Mark, crowd: Counter[str]) -> bool:
    """True if only one person of the file has a mark."""
    return all(crowd[form] < 2 for form in mark.own)


def _may_be(one: Person, other: Person) -> bool:
    """True if the names of two may be the same person's, or one of them has none."""
    if one.is_nameless or other.is_nameless:
        return True
    theirs = list(map(name_key, other.names))
    return any(alike(key, their) for key in map(name_key, one.names) for their in theirs)


def _name_and_company(one: Person, other: Person) -> Why | None:
    """The same company, or none on either side."""
    same = one.companies & other.companies if one.companies or other.companies else True
    return "name and company" if same else None


def _name(one: Person, other: Person) -> Why | None:
    """Nothing but the name known of one of the two."""
    return "name" if one.is_bare or other.is_bare else None


def _differ(one: Person, other: Person) -> bool:
    """True if birthdays or profiles say that these are two people."""
    if one.birthdays and other.birthdays and not _same_day(one.birthdays, other.birthdays):
        return True
    return other_profiles(one.marks, other.marks)


def _same_day(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """True if two birthdays may be the same day, where the year may be missing (`--MM-DD`)."""
    theirs = tuple(theirs)
    return any(
        mine == yours or (mine[-5:] == yours[-5:] and "--" in (mine[:2], yours[:2]))
        for mine in ours
        for yours in theirs
    )

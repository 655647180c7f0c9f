"""Who is meant by a name, as one types it on the way home: `Ann Lee`, `ann`, `Ann L`, a nickname.

Names are compared folded (see `text.fold`), so case and accents don't matter. A whole name comes first; that of namesakes
may have the company behind it, `Ann Lee (ACME)`. Otherwise a nickname, a first name, and a first name with further names
or their initials fit; archived people only by their whole name. Of several who fit, the one is meant who was seen lately
with the others; if that isn't one alone, all of them are given back, and nobody is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeAlias

import msgspec

from netpractice.domain.records import Contact
from netpractice.domain.text import fold

SeenTogether: TypeAlias = Callable[[Contact], bool]
"""Says whether somebody was seen lately with others who are meant."""

_LONGEST_NAME = 7
"""How many words a name has at most; more are a description."""

_PARTICLES = frozenset((
    "af", "al", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
    "ibn", "la", "le", "of", "ten", "ter", "van", "von", "y", "zu", "zum", "zur",
))  # fmt: skip
"""Words inside names that are written small."""


class Match(msgspec.Struct, frozen=True):
    """Who is meant by a name."""

    contact: Contact | None
    """The one who is meant; None if nobody fits or several do."""
    candidates: tuple[Contact, ...] = ()
    """Those who fit, if there are several."""


class Names:
    """The names of people, ready to be looked up; it holds until one of the people changes."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        """Read the names of people, in whose order they are found."""
        self._whole: defaultdict[str, list[Contact]] = defaultdict(list)
        self._nicknames: defaultdict[str, list[Contact]] = defaultdict(list)
        self._first: defaultdict[str, list[tuple[Contact, list[str]]]] = defaultdict(list)
        self._words: list[tuple[str, int, Contact, str]] = []
        """Each word of a name, the place of the contact, and the name from that word on; in the order of the words."""
        for place, contact in enumerate(contacts):
            self._read(contact, place)
        self._words.sort(key=lambda entry: entry[:2])
        self._namesakes = {each.id for same in self._whole.values() if len(same) > 1 for each in same}
        for contact in [each for same in self._whole.values() for each in same if each.id in self._namesakes]:
            if contact.company:
                self._whole[" ".join(_words(self.told_apart(contact)))].append(contact)

    def told_apart(self, contact: Contact) -> str:
        """A name that nobody else has: the company stands behind that of a namesake, `Ann Lee (ACME)`, if it is known."""
        if contact.id in self._namesakes and contact.company:
            return f"{contact.name} ({contact.company})"
        return contact.name

    def fitting(self, typed: str) -> tuple[Contact, ...]:
        """Everybody whom a name fits."""
        words = _words(typed)
        if not words:
            return ()
        whole = self._whole.get(" ".join(words), [])
        if whole:
            return tuple([contact for contact in whole if contact.archived is None] or whole)
        fits = self._nicknames.get(" ".join(words), [])
        fits = fits + [contact for contact, further in self._first.get(words[0], ()) if _follow(words[1:], further)]
        return tuple({contact.id: contact for contact in fits}.values())

    def match(self, typed: str, *seen: SeenTogether) -> Match:
        """Who is meant by a name.

        Args:
            typed: the name.
            seen: what tells several apart; the next one is asked if nobody was seen together with the others.
        """
        fits = self.fitting(typed)
        if len(fits) < 2:
            return Match(fits[0] if fits else None)
        for together in seen:
            near = [contact for contact in fits if together(contact)]
            if near:
                return Match(near[0]) if len(near) == 1 else Match(None, fits)
        return Match(None, fits)

    def beginning(self, typed: str) -> tuple[Contact, ...]:
        """Everybody one of whose names begins so; further words go on with the names after it. Nobody archived."""
        words = _words(typed)
        if not words:
            return ()
        found: dict[int, Contact] = {}
        start = bisect_left(self._words, words[0], key=lambda entry: entry[0])
        for word, place, contact, rest in islice(self._words, start, None):
            if not word.startswith(words[0]):
                break
            if contact.archived is None and rest.startswith(" ".join(words)):
                found[place] = contact
        return tuple(found[place] for place in sorted(found))

    def _read(self, contact: Contact, place: int) -> None:
        """Take somebody's names in."""
        words = _words(contact.name)
        self._whole[" ".join(words)].append(contact)
        if contact.archived is not None or not words:
            return
        first = {words[0]}
        nickname = _words(contact.nickname)
        if nickname:
            self._nicknames[" ".join(nickname)].append(contact)
            first.add(" ".join(nickname))
        for each in first:
            self._first[each].append((contact, words[1:]))
        for said in (words, nickname):
            self._words += [(word, place, contact, " ".join(said[n:])) for n, word in enumerate(said)]


def is_name(text: str) -> bool:
    """True for a name, False for a description of somebody, such as `woman by the coats`.

    A name begins with a letter and has at most seven words. Each begins with a capital, or with a letter of a script that
    has none, but for what is written small in names (`de`, `van`) or has its capital after an apostrophe (`d'Arc`).
    """
    words = text.split()
    if not words or len(words) > _LONGEST_NAME or not words[0][0].isalpha():
        return False
    small = [word for word in words if _is_small(word)]
    return len(small) < len(words) and all(fold(word) in _PARTICLES for word in small)


def _is_small(word: str) -> bool:
    """True for a word that begins with a small letter and has no capital after an apostrophe."""
    letter = next(filter(str.isalpha, word), "")
    return letter.islower() and not ("'" in fold(word) and any(map(str.isupper, word)))


def _words(name: str) -> list[str]:
    """The words of a name, folded, without the points of initials."""
    return [word for word in (each.rstrip(".") for each in fold(name).split()) if word]


def _follow(typed: Sequence[str], further: Sequence[str]) -> bool:
    """True if further typed names, or initials of one letter, are among somebody's in the same order."""
    there = iter(further)
    return all(any(name == word or (len(word) == 1 and name.startswith(word)) for name in there) for word in typed)

"""Searching lists by what is typed into a filter: words, `"phrases"`, `#tag`, `@setting` and `key:value`.

A query is read into terms, and something is found if every term fits, so that a term more never finds more and the order
of the terms doesn't matter. All is compared folded (see `text.fold`): blind to case and accents. What each key means is
the list's own business: it gives a `Matching`. A term that the list can't read is left out and named in a sentence, for
what is being typed must never be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

import msgspec

from netpractice.domain.errors import InputError
from netpractice.domain.text import fold

T = TypeVar("T")

Test: TypeAlias = Callable[[T], bool]
"""Says whether something fits a term."""

_MARKS = "#@"
"""What stands before a tag and before a setting."""

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_TERM = re.compile(r'(?=\S)(?:([#@])|([^\W\d_]+):(?!//))?(?:"([^"]*)"?|(\S*))')
"""A mark or a key or neither, and what follows: quoted, where the closing quote may be yet to be typed, or bare."""


class Term(msgspec.Struct, frozen=True):
    """One part of a query; all of it is folded."""

    key: str
    """`#` for a tag, `@` for a setting, what stands before a colon; empty for words."""
    value: str
    """What to look for; empty while it is being typed."""
    quoted: bool
    """True for a phrase, which is never taken for a word with a meaning of its own."""


class Query(msgspec.Struct, frozen=True):
    """What was typed, as terms in its order."""

    terms: tuple[Term, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases that are looked for in the text."""
        return tuple(term.value for term in self.terms if not term.key and term.value)

    def says(self, word: str) -> bool:
        """True if a word stands there alone, as one with a meaning of its own does."""
        return Term("", word, quoted=False) in self.terms


class Matching(msgspec.Struct, Generic[T], frozen=True):
    """How one kind of thing is searched."""

    text: Callable[[T], str]
    """All of its text that words are looked for in, as `haystack` makes it."""
    keys: Mapping[str, Callable[[str], Test[T]]]
    """For each key (`#` and `@` too), what makes a test of a folded value; raises InputError for one it can't read."""
    flags: Mapping[str, Test[T]] = {}
    """Words that mean something of their own, such as `due`, where they stand alone and without quotes."""


class Found(msgspec.Struct, Generic[T], frozen=True):
    """What a query found."""

    items: list[T]
    """In the order in which they were given."""
    trouble: str = ""
    """What of the query couldn't be read, in a sentence; empty if all could."""


def parse_query(text: str) -> Query:
    """Read what was typed; everything can be read, and only a `Matching` says whether it makes sense."""
    terms = []
    for term in _TERM.finditer(fold(text.translate(_QUOTES))):
        mark, key, phrase, bare = term.groups()
        value = " ".join((bare if phrase is None else phrase).split())
        terms.append(Term(mark or key or "", value, quoted=phrase is not None))
    return Query(tuple(terms))


def sift(items: Iterable[T], query: Query, matching: Matching[T]) -> Found[T]:
    """What fits every term of a query, and what is wrong with terms that can't be read; these are left out."""
    found, trouble = list(items), []
    for term in query.terms:
        if not term.value:
            continue
        try:
            test = _test(term, matching)
        except InputError as problem:
            trouble.append(str(problem))
        else:
            found = [item for item in found if test(item)]
    return Found(found, " ".join(dict.fromkeys(trouble)))


def haystack(parts: Iterable[str]) -> str:
    """Texts as words and phrases are looked for in them: folded, each on a line of its own and in single spaces."""
    text = "\n".join(" ".join(part.split()) for part in parts if part)
    if text.isascii():
        return text.lower()
    return "\n".join(" ".join(line.split()) for line in fold(text).split("\n"))


def _test(term: Term, matching: Matching[T]) -> Test[T]:
    """The test of one term; raises InputError for a key or value that the list can't read."""
    if term.key:
        key = matching.keys.get(term.key)
        if key is None:
            raise _unknown(term.key, matching.keys)
        return key(term.value)
    flag = None if term.quoted else matching.flags.get(term.value)
    if flag is not None:
        return flag
    word, text = term.value, matching.text
    return lambda item: word in text(item)


def _unknown(key: str, known: Iterable[str]) -> InputError:
    """The refusal of a key that a list doesn't have."""
    written = f"{key}…" if key in _MARKS else f"{key}:"
    names = ", ".join(f"{each}…" if each in _MARKS else f"{each}:" for each in known)
    return InputError(
        f"{written} means nothing here", way_out=f"Known are {names}; what stands in quotes is looked for as it is"
    )

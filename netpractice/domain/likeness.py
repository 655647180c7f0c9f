"""Names that may be the same person's: `Ann Lee`, `Anne Lee`, `Lee, Ann`, `A. Lee`.

Names are compared folded, without what stands between their words, in any order of words, and with `ue` for `ü`. Two
names are alike if all words but one are the same and that one differs by a slip of the pen, or if one has a word more.
"""

from __future__ import annotations

import re

from netpractice.domain.text import fold

_APOSTROPHES = re.compile(r"['.]")
_BETWEEN = re.compile(r"[\W_]+")
_UMLAUT = re.compile("([aou])e")

_LONG = 8
"""A word of so many letters may differ in two of them; one of half as many in one."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, in alphabetical order."""
    plain = _APOSTROPHES.sub("", fold(name))
    return tuple(sorted(filter(None, _BETWEEN.split(_UMLAUT.sub(r"\1", plain)))))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if two names, each as its words, may be the same person's."""
    if one == other:
        return bool(one)
    fewer, more = sorted((one, other), key=len)
    return len(fewer) > 1 and set(fewer) < set(more)

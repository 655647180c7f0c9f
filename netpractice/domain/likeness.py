"""Names that may be the same person's: `Ann Lee` and `Anne Lee`, `Lee, Ann`, `A. Lee` or `Ann Mary Lee`.

Names are compared folded, in any order of their words, without the signs between these, and with letters that sound alike
taken for the same (`Catherine`, `Katherine`; `Müller`, `Mueller`). What is alike is only worth a look: a name is never
proof, so nothing is ever refused because of it.
"""

from __future__ import annotations

import re

import msgspec

from netpractice.domain.text import fold

_DROPPED = re.compile(r"['.]")
_BETWEEN = re.compile(r"[\W_]+")
_UMLAUT = re.compile("([aou])e")
_SOUNDS = str.maketrans({"c": "k", "z": "s", "y": "i", "w": "v"})

_SHORT_FORM = 3
"""How many letters of a word stand for all of it, as in Rob for Robert; one does so too, as an initial."""

_SLIPS = ((4, 5, 1, False), (6, 7, 1, True), (8, 500, 2, True))
"""For words of so many to so many letters: in how many they may differ, and whether a letter may stand for another one.

In short words only a letter more or less is a slip: Ann and Anne may be the same, Jon and Jan aren't.
"""


class NameKey(msgspec.Struct, frozen=True):
    """A name as it is compared."""

    words: tuple[str, ...]
    """Its words in alphabetical order, each once."""
    joined: str
    """Its words in their own order as one; a name without any letters as it is."""


def name_key(name: str) -> NameKey:
    """A name as it is compared."""
    plain = _UMLAUT.sub(r"\1", _DROPPED.sub("", fold(name))).replace("ph", "f").translate(_SOUNDS)
    words = [word for word in _BETWEEN.split(plain) if word]
    return NameKey(tuple(sorted(set(words))), "".join(words) or plain.strip())


def alike(one: NameKey, other: NameKey) -> bool:
    """True if two names may be the same person's.

    They are if they have the same words; if one has words more than the other's two; or if all words but one are the same
    and that one is an initial, a short form or a slip of the pen.
    """
    if one.joined == other.joined:
        return one.joined != ""
    mine, theirs = set(one.words) - set(other.words), set(other.words) - set(one.words)
    shared = len(one.words) - len(mine)
    if not (mine and theirs):
        return shared > 1 or (shared == 1 and not mine and not theirs)
    if len(one.words) != len(other.words) or len(mine) != 1 or len(theirs) != 1:
        return False
    return (shared > 0 and _stands_for(*mine, *theirs)) or _slip(*mine, *theirs)


def _stands_for(one: str, other: str) -> bool:
    """True if one word is the beginning of the other and stands for it."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _SHORT_FORM)


def _slip(one: str, other: str) -> bool:
    """True if two words differ no more than by a slip of the pen."""
    from rapidfuzz.distance import OSA, Indel

    length = max(len(one), len(other))
    for shortest, longest, slips, replaced in _SLIPS:
        if shortest <= length <= longest:
            distance = OSA.distance if replaced else Indel.distance
            return bool(distance(one, other, score_cutoff=slips) <= slips)
    return False

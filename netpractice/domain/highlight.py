"""Where what was looked for stands in a text, so that it can be shown."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias
from unicodedata import combining

from netpractice.domain.text import fold

Span: TypeAlias = tuple[int, int]
"""Where something begins in a text, in characters from 0, and where the first character after it stands."""


def spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where folded words and phrases stand in a text, from left to right and without overlap.

    A phrase is found across any white space, and a letter by what it folds to: `strasse` in `Straße`.
    """
    folded, starts, ends = _folded(text)
    found: list[Span] = []
    for word in filter(None, words):
        start = folded.find(word)
        while start >= 0:
            found.append((starts[start], ends[start + len(word) - 1]))
            start = folded.find(word, start + len(word))
    return _joined(found)


def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """Text as words are looked for in it, and for each of its characters where what it came from begins and ends."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # A letter and the marks on it are folded together.
    letters = [n for n, character in enumerate(text) if n == 0 or not combining(character)]
    for start, end in pairwise((*letters, len(text))):
        plain = " " if text[start].isspace() else fold(text[start:end])
        if plain == " " and folded and folded[-1] == " ":
            continue
        folded.append(plain)
        starts += [start] * len(plain)
        ends += [end] * len(plain)
    return "".join(folded), starts, ends


def _joined(found: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

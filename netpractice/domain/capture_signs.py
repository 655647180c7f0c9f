r"""The signs of the capture line: the marks at the start of a part, what separates, and how both are written as text.

A backslash takes a sign its meaning where it would have one, and only there is it taken away itself: before a mark at the
start of a part (`\+1 from everybody`), before a slash, `&` or `by` that stands alone (`and \/ or`). What holds more
backslashes there loses one of them, so that every text can be written. Everywhere else a backslash is a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.text import harmless

MarkedKind: TypeAlias = Literal[
    "learnt", "help", "gave", "received", "asked", "promise", "lead", "facts", "setting", "tag"
]

MARKS: dict[str, MarkedKind] = {
    "~": "learnt",
    "*": "help",
    "+": "gave",
    "<": "received",
    "?": "asked",
    "!": "promise",
    "^": "lead",
    "=": "facts",
    "@": "setting",
    "#": "tag",
}
"""What a part means that starts with a mark."""

NEW = "**"
"""What stands before the name of somebody who is new on purpose."""

EVENT = "##"
"""What the line of the event starts with."""

Sign: TypeAlias = Literal["/", "&", "by"]
"""What separates where it stands alone: parts, people, and a promise from its day."""

_ALONE: dict[Sign, re.Pattern[str]] = {
    "/": re.compile(r"(?<!\S)/(?!\S)"),
    "&": re.compile(r"(?<!\S)&(?!\S)"),
    "by": re.compile(r"(?<!\S)by(?!\S)", re.IGNORECASE),
}
_WRITTEN_OUT: dict[Sign, re.Pattern[str]] = {
    "/": re.compile(r"(?<!\S)\\(\\*)(?=/(?!\S))"),
    "&": re.compile(r"(?<!\S)\\(\\*)(?=&(?!\S))"),
    "by": re.compile(r"(?<!\S)\\(\\*)(?=by(?!\S))", re.IGNORECASE),
}
_MEANS_SOMETHING = re.compile(r"\\*(?:[~*+<?!^=@#]|[0-9]{1,2}\Z|fu(?!\S))")
"""Matches a part that isn't just a note, or that wouldn't be without the backslashes before it."""

_NAME_MEANS_SOMETHING = re.compile(r"\\*(?:\*\*|##)")


class Piece(msgspec.Struct, frozen=True):
    """What stands between two separators, without the white space around it."""

    text: str
    """Clean, in one line."""
    start: int
    """Where it begins, in characters from the start of what was split."""
    end: int
    """Where it ends, likewise; the character there is the first that doesn't belong to it."""


def pieces(text: str, sign: Sign, start: int = 0) -> Iterator[Piece]:
    """What stands between the separators of one kind; `start` is added to every place."""
    begin = 0
    for match in _ALONE[sign].finditer(text):
        yield _piece(text, begin, match.start(), start)
        begin = match.end()
    yield _piece(text, begin, len(text), start)


def last_alone(text: str, sign: Sign) -> re.Match[str] | None:
    """The last place at which a sign has its meaning, or None."""
    return next(reversed(list(_ALONE[sign].finditer(text))), None)


def plain(text: str, sign: Sign) -> str:
    """Text in which a sign that was written out is the plain sign."""
    return _WRITTEN_OUT[sign].sub(r"\1", text) if "\\" in text else text


def written(text: str, sign: Sign, *, always: bool = True) -> str:
    """Text in which a sign doesn't separate; without `always` only what `plain` would take something from changes."""
    text = _WRITTEN_OUT[sign].sub(r"\\\g<0>", text)
    return _ALONE[sign].sub(r"\\\g<0>", text) if always else text


def plain_note(text: str) -> str:
    """The note that a part says which `is_note` accepts."""
    return text[1:] if text.startswith("\\") and _MEANS_SOMETHING.match(text) else text


def is_note(text: str) -> bool:
    """True for a part without a mark, or with one that was written out."""
    return text.startswith("\\") or not _MEANS_SOMETHING.match(text)


def written_note(text: str) -> str:
    """A note as the part that says it."""
    return f"\\{text}" if _MEANS_SOMETHING.match(text) else text


def plain_name(text: str) -> str:
    """The name that is written so."""
    return text[1:] if text.startswith("\\") and _NAME_MEANS_SOMETHING.match(text) else text


def written_name(text: str) -> str:
    """A name as it is written where it isn't marked as new."""
    return f"\\{text}" if _NAME_MEANS_SOMETHING.match(text) else text


def after(mark: str, text: str) -> str:
    """A mark and what follows it, apart if they would become one character."""
    apart = text and unicodedata.category(text[0]).startswith("M")
    return f"{mark} {text}" if apart else f"{mark}{text}"


def in_one_line(text: str) -> str:
    """Text as it is kept: clean, in single spaces, of any length."""
    return " ".join(harmless(text).split())


def _piece(text: str, begin: int, end: int, start: int) -> Piece:
    """What stands in a stretch of text."""
    stretch = text[begin:end]
    begin += len(stretch) - len(stretch.lstrip())
    end = max(begin, end - (len(stretch) - len(stretch.rstrip())))
    return Piece(in_one_line(text[begin:end]), start + begin, start + end)

"""The row of headers: which row it is, and what each of its columns holds.

A header is compared without case, accents, digits, signs and spaces, so that `E-mail 1 - Value`, `EMail_Value` and
`E-Mail 2 Value` are one. What the words are stands in `header_words`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from netpractice.domain.text import fold
from netpractice.exchange.header_words import HEADERS, NOUNS, QUALIFIERS
from netpractice.exchange.rows import Row
from netpractice.exchange.shapes import is_data

_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = re.compile(r"[^\W\d_]+")

_LONGEST_HEADER = 100
"""Longer text isn't a header."""

_PEOPLE = frozenset({"name", "some_name", "first", "last", "email", "nickname"})
"""The meanings of which a table of contacts has at least one."""


def squeezed(header: str) -> str:
    """A header as it is compared: folded, its letters alone."""
    return "".join(_words(header))


@lru_cache(maxsize=4096)
def meaning(header: str) -> str:
    """What a column holds by its header: a key of `HEADERS` or `NOUNS`, or nothing if the header isn't known."""
    if len(header) > _LONGEST_HEADER:
        return ""
    words = _words(header)
    known = _meanings()
    found = known.get("".join(words), "")
    if found:
        return found
    noun = "".join(word for word in words if word not in _qualifiers())
    found = known.get(noun, "")
    return found if found in NOUNS else ""


def meanings(headers: Iterable[str]) -> tuple[str, ...]:
    """What each column of a table holds, where words that depend on the other columns are settled."""
    found = [meaning(header) for header in headers]
    part_of_name = "name"
    if "first" in found and "last" not in found:
        part_of_name = "last"
    elif "last" in found and "first" not in found:
        part_of_name = "first"
    settled = {"some_name": part_of_name, "title": ""}
    position = _position(found)
    return tuple("role" if n == position else settled.get(field, field) for n, field in enumerate(found))


def _position(found: Sequence[str]) -> int:
    """The column called a title that holds somebody's position, -1 for none: another may be the form of address."""
    titles = [number for number, field in enumerate(found) if field == "title"]
    is_address = titles and list(found[titles[-1] :][:2]) == ["title", "first"]
    return -1 if not titles or is_address or "role" in found else titles[-1]


def usual_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows that are as wide as most are: a note before the table isn't among them."""
    widths = Counter(len(row.cells) for row in rows)
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    return [row for row in rows if len(row.cells) == width]


def first_header(rows: Sequence[Row]) -> Row | None:
    """The first row of the table, unless a cell of it looks like one of somebody's."""
    first = next(iter(usual_rows(rows)), None)
    return None if first is None or any(map(is_data, first.cells)) else first


def header_row(rows: Sequence[Row]) -> Row | None:
    """The row that names the columns, or None if no row does.

    It is the one with the most different columns that are known, if it has one that tells of people. One known column
    is enough only for the first row: people have names that are headers too, such as Nick.
    """
    best, most = None, 0
    first = first_header(rows)
    for row in rows:
        found = _known(row)
        is_better = len(found) > most and not found.isdisjoint(_PEOPLE) and (len(found) > 1 or row is first)
        if is_better and not any(map(is_data, row.cells)):
            best, most = row, len(found)
    return best


def known_columns(rows: Sequence[Row]) -> int:
    """How many different columns the row of headers names, 0 if there is none: tells the right separator."""
    row = header_row(rows)
    return len(_known(row)) if row else 0


def _known(row: Row) -> set[str]:
    """What the columns hold that a row names."""
    return {meaning(cell) for cell in row.cells} - {""}


def _words(header: str) -> list[str]:
    """The folded words of a header; a capital after a small letter begins another one."""
    return _WORDS.findall(fold(_CAPITAL_INSIDE.sub(" ", header)))


@cache
def _meanings() -> dict[str, str]:
    """Each known header, squeezed, with its meaning."""
    words = [*HEADERS.items(), *NOUNS.items()]
    return {
        squeezed(word): field for field, text in words for word in text.replace("\n", ",").split(",") if word.strip()
    }


@cache
def _qualifiers() -> frozenset[str]:
    """The folded words that may stand around a noun."""
    return frozenset(fold(QUALIFIERS).split())

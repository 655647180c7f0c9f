"""Which separator and which quotation mark a table uses: found out by what makes sense of its first rows."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import msgspec

from netpractice.exchange.headers import known_columns
from netpractice.exchange.rows import Row, read_rows

SEPARATORS = ",;\t|"
"""The characters that may stand between cells, the usual one first."""

HEAD_ROWS = 60
"""So many rows, with the preamble, show what a table is."""

_HEAD = 200_000
"""The most characters of these rows."""

_SAID = re.compile(r"sep=(.)\s*(?:\n|\Z)", re.IGNORECASE)
"""The line with which spreadsheet programs are told the separator."""


class Dialect(msgspec.Struct, frozen=True):
    """How a table is written."""

    separator: str
    quote: str


def sniff(text: str) -> Dialect:
    """How a table is written, whose lines end in a newline."""
    quote = _quote(text[:_HEAD])
    said = _SAID.match(text)
    if said and said[1] in SEPARATORS:
        return Dialect(said[1], quote)
    return Dialect(max(SEPARATORS, key=lambda separator: _sense(head(text, Dialect(separator, quote)))), quote)


def head(text: str, dialect: Dialect) -> list[Row]:
    """The first rows of a table."""
    return list(islice(read_rows(text[:_HEAD], dialect.separator, dialect.quote), HEAD_ROWS))


def _quote(text: str) -> str:
    """The quotation mark: a single one only if there is no double one and most lines have it around their cells."""
    if '"' in text:
        return '"'
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.lstrip().startswith("'") and line.rstrip().endswith("'") for line in lines)
    return "'" if quoted * 2 > len(lines) else '"'


def _sense(rows: list[Row]) -> tuple[int, float, int]:
    """How much sense rows make: the columns that are known, how alike the rows are, and how wide."""
    if not rows:
        return 0, 0, 0
    width, count = Counter(len(row.cells) for row in rows).most_common(1)[0]
    return known_columns(rows), count / len(rows) if width > 1 else 0, width

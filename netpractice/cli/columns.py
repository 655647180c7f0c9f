"""Plain tables: columns that stand under each other, cut to fit a terminal and whole everywhere else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from netpractice.cli.session import one_line

GAP = "  "
"""What stands between two columns."""

MORE = ".."
"""What stands at the end of a text that was cut; every locale can show it."""

_PADDED = 40
"""Where nothing is cut, a text longer than this stands out of its column, so that one doesn't spread all others."""


class Column(msgspec.Struct, frozen=True):
    """A column of a table."""

    title: str
    widest: int = 0
    """How many cells it takes at most on a terminal; 0 for as many as its texts need."""


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: 2 for a wide character, 0 for a mark or joiner."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def cut(text: str, width: int) -> str:
    """A text in at most so many cells, with `MORE` at its end if it was cut."""
    if cells(text) <= width:
        return text
    room = width - len(MORE)
    kept = 0
    for place, character in enumerate(text):
        kept += _cells(character)
        if kept > room:
            return f"{text[:place].rstrip()}{MORE}"[: max(width, 0)]
    return text


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None) -> Iterator[str]:
    """The lines of a table, its titles first.

    Args:
        columns: the columns; the last one takes what room is left.
        rows: the texts, as many in each row as there are columns.
        width: the cells of a line; None to cut nothing.
    """
    shown = [[one_line(text) for text in row] for row in (tuple(column.title for column in columns), *rows)]
    widths = [
        _width(column, [row[place] for row in shown], width is not None) for place, column in enumerate(columns[:-1])
    ]
    for row in shown:
        filled = [_filled(text, column, width is not None) for text, column in zip(row, widths, strict=False)]
        line = GAP.join((*filled, row[-1])).rstrip()
        yield line if width is None else cut(line, width)


def _width(column: Column, texts: Sequence[str], fits: bool) -> int:
    """How many cells a column takes."""
    limit = column.widest if fits and column.widest else _PADDED
    return min(limit, max(map(cells, texts)))


def _filled(text: str, width: int, fits: bool) -> str:
    """A text in its column, cut if it has to fit."""
    text = cut(text, width) if fits else text
    return text + " " * (width - cells(text))


def _cells(character: str) -> int:
    """How many cells of a terminal a character takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

"""Text to the rows of a table: separators, quotation marks, and the line on which each row begins.

Rows that follow RFC 4180 are read by it to the letter. Files of contacts often don't: a quotation mark is forgotten,
or one inside a cell isn't doubled. The standard library's reader would then swallow the rest of the file as one cell;
here such a row spoils only itself, and says so. All of it takes time in proportion to the text, whatever is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec


class Row(msgspec.Struct, frozen=True, gc=False):
    """One row, with its cells as they were written, without quotation marks."""

    line: int
    """The line of the text on which it begins, from 1; line breaks in quotation marks count as lines too."""
    cells: list[str]
    sure: int = -1
    """How many cells, from the left, aren't touched by a quotation mark that is never closed; -1 if there is none."""


class _Marks(msgspec.Struct, frozen=True):
    """What finds the cells of tables with one separator and one quotation mark."""

    separator: str
    quote: str
    cell: re.Pattern[str]
    """Matches a cell by RFC 4180, in quotation marks (group 1, doubled ones in it) or without (group 2)."""
    forgiven: re.Pattern[str]
    """Matches the rest of a cell after its opening mark, up to the closing one (group 2) though marks inside (group 1)
    aren't doubled, or else up to a separator after which the next cell opens."""


def read_rows(text: str, separator: str, quote: str = '"', width: int = 0) -> Iterator[Row]:
    r"""The rows of a table, without those that are wholly empty.

    Args:
        text: the whole table, its lines ended by "\n".
        separator: the one character between cells.
        quote: the one character around cells that hold separators or line breaks.
        width: how many cells a row should have, if that is known: it tells a cell of several lines from a quotation
            mark that was never closed.
    """
    marks = _marks(separator, quote)
    position, line = 0, 1
    while position < len(text):
        end = _end_of_line(text, position)
        if text.find(quote, position, end) < 0:
            row = Row(line, text[position:end].split(separator))
        else:
            row, end = _quoted_row(text, position, line, marks, width)
            if row.sure >= 0 and width > 1:
                rest = _end_of_rest(text, end, separator)
                row = Row(row.line, [*row.cells[:-1], row.cells[-1] + text[end:rest]], row.sure)
                end = rest
        if any(row.cells):
            yield row
        line += text.count("\n", position, end) + 1
        position = end + 1


@cache
def _marks(separator: str, quote: str) -> _Marks:
    """What finds the cells of tables with a separator and a quotation mark."""
    s, q = re.escape(separator), re.escape(quote)
    return _Marks(
        separator,
        quote,
        re.compile(rf"(?: *{q}((?:[^{q}]++|{q}{q})*+){q} *|([^{s}\n]*))(?={s}|\n|\Z)"),
        re.compile(rf"(.*?)(?:({q}) *(?={s}|\n|\Z)|(?={s}{q}[^{s}{q}\n]))"),
    )


def _end_of_line(text: str, position: int) -> int:
    """Where the line ends that a position is on."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _end_of_rest(text: str, end: int, separator: str) -> int:
    """Where the lines end that no separator is on: after a mark that is never closed they belong to its cell."""
    while end < len(text):
        after = _end_of_line(text, end + 1)
        if text.find(separator, end, after) >= 0:
            break
        end = after
    return end


def _quoted_row(text: str, position: int, line: int, marks: _Marks, width: int) -> tuple[Row, int]:
    """The row that begins at a position, and where it ends."""
    row, end = _row(text, position, line, marks, len(text))
    first_end = _end_of_line(text, position)
    if end > first_end and width and len(row.cells) != width and _swallows_rows(text[first_end:end], marks, width):
        return _row(text, position, line, marks, first_end)
    return row, end


def _swallows_rows(text: str, marks: _Marks, width: int) -> bool:
    """True if lines that should belong to one cell look like rows of their own."""
    return any(line.count(marks.separator) >= width - 1 for line in text.split("\n")[1:])


def _row(text: str, position: int, line: int, marks: _Marks, limit: int) -> tuple[Row, int]:
    """The row that begins at a position, and where it ends; nothing from `limit` on is looked at."""
    cells: list[str] = []
    sure = line_end = -1
    while match := marks.cell.match(text, position, limit):
        position = match.end()
        if match[1] is not None:
            cells.append(_without_doubles(match[1], marks))
        elif match[2].lstrip(" ").startswith(marks.quote):
            # Looked for once a line, however many damaged cells are on it.
            line_end = line_end if position <= line_end else min(limit, _end_of_line(text, match.start()))
            added, position, is_closed = _damaged_cells(text, match.start(), line_end, marks)
            if not is_closed and sure < 0:
                sure = len(cells)
            cells += added
        else:
            cells.append(match[2])
        if position >= limit or text[position] == "\n":
            break
        position += 1
    return Row(line, cells, sure), position


def _damaged_cells(text: str, position: int, limit: int, marks: _Marks) -> tuple[list[str], int, bool]:
    """The cells from one on that breaks the rules; where they end; and whether its opening mark is closed."""
    start = text.index(marks.quote, position) + 1
    match = marks.forgiven.match(text, start, limit)
    if match is None:
        return text[start:limit].split(marks.separator), limit, False
    return [_without_doubles(match[1], marks)], match.end(), match[2] is not None


def _without_doubles(cell: str, marks: _Marks) -> str:
    """A cell with one quotation mark for every two."""
    return cell.replace(2 * marks.quote, marks.quote)

"""What is due as lines: plain functions of the rows, the width and the glyphs."""

from __future__ import annotations

import msgspec

from netpractice.domain.days import show_day
from netpractice.practice.book import Book
from netpractice.practice.due import Due, DueNow
from netpractice.practice.when import not_over
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

_SIGN, _WHEN = 3, 12
_GAP = "  "
_PLAIN = 50
"""Below so many cells a line says who and when only."""

_NAMES = (14, 24)
"""The fewest and the most cells of a name."""


class Columns(msgspec.Struct, frozen=True):
    """How many cells the columns of a width take."""

    who: int
    words: int
    """What to do; 0 where there is no room for it."""


def columns_for(width: int) -> Columns:
    """The columns of a list so wide."""
    rest = width - _SIGN - len(_GAP) - _WHEN
    if width < _PLAIN:
        return Columns(max(0, rest), 0)
    least, most = _NAMES
    who = max(least, min(most, rest // 3))
    return Columns(who, max(0, rest - who - len(_GAP)))


def due_line(row: Due, columns: Columns, glyphs: Glyphs) -> Line:
    """Something that is due: sign, who, what to do, and since when."""
    sign, tone = _sign(row, glyphs)
    when = Span(f"{_GAP}{cut(row.when, _WHEN, more=glyphs.more)}", "muted" if tone == "plain" else tone)
    start = Span(f" {sign} ", tone)
    if not columns.words:
        return (start, Span(cut(row.who or row.words, columns.who, more=glyphs.more), "bright"), when)
    if not row.who:
        return (start, Span(cut(row.words, columns.who + len(_GAP) + columns.words, more=glyphs.more)), when)
    who = Span(cut(row.who, columns.who, more=glyphs.more), "bright")
    return (start, who, Span(_GAP + cut(row.words, columns.words, more=glyphs.more)), when)


def _sign(row: Due, glyphs: Glyphs) -> tuple[str, Tone]:
    """A promise past its day, one of today, or somebody to be in touch with."""
    if row.kind == "person":
        return glyphs.none, "plain"
    return (glyphs.late, "late") if row.late > 0 else (glyphs.due, "open")


def due_title(there: DueNow, glyphs: Glyphs) -> str:
    """The title over what is due, with how much it is."""
    return f"Due now {glyphs.between} {len(there):,}" if len(there) else "Due now"


def day_read(book: Book, typed: str, _: int) -> tuple[Line, ...]:
    """How a day to come is read while it is typed; raises InputError for words that mean none."""
    if not typed.strip():
        return ((Span("tom, fri, 3d, 2w, 1m, 12 dec", "muted"),),)
    return ((Span(show_day(not_over(book, typed), book.today), "done"),),)

"""A table whose columns aren't known, and what they hold by what the user says. Plain functions."""

from __future__ import annotations

from collections.abc import Sequence

from netpractice.practice.importing.columns import NAMING, Shape
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

FIELD_WORDS = {
    "name": "whole name",
    "first": "first name",
    "middle": "middle name",
    "last": "last name",
    "suffix": "after the name",
    "nickname": "nickname",
    "company": "company",
    "role": "role",
    "email": "e-mail",
    "phone": "phone",
    "link": "link",
    "birthday": "birthday",
    "notes": "notes",
    "tags": "tags",
    "connected": "connected on",
    "circle": "circle",
    "how_met": "how you met",
    "uid": "identity",
}
"""What a column can hold, in words."""

FIELD_KEYS = {
    "n": "name", "f": "first", "l": "last", "i": "nickname", "c": "company", "r": "role", "e": "email", "p": "phone",
    "w": "link", "b": "birthday", "o": "notes", "t": "tags", "h": "how_met", "d": "connected",
}  # fmt: skip
"""The keys by which what a column holds is said."""

NOTHING = "x"
"""The key that leaves a column unread."""

_FIELD = 15
_HEADING, _WIDEST_HEADING = 18, 30


def _heading_width(width: int) -> int:
    """The cells of the headings in a table of so many cells."""
    return min(_WIDEST_HEADING, max(_HEADING, width // 4))


def title_line(width: int) -> Line:
    """What stands over the columns."""
    heading = cut("Column", _heading_width(width))
    return (Span(cut(f" {heading}  {cut('Holds', _FIELD)}  Begins with", width), "muted"),)


def column_line(looks: Shape, number: int, field: str, width: int, glyphs: Glyphs) -> Line:
    """A column: its heading, what it holds, and its first cells."""
    heading = _heading_width(width)
    sample = f" {glyphs.between} ".join(row[number] for row in looks.rows if row[number])
    name = looks.headers[number] or f"column {number + 1}"
    return (
        Span(f" {cut(name, heading, more=glyphs.more)}  "),
        Span(f"{cut(FIELD_WORDS.get(field, glyphs.dash), _FIELD)}  ", "key" if field else "muted"),
        Span(cut(sample, max(0, width - heading - _FIELD - 5), more=glyphs.more), "muted"),
    )


def advice_line(fields: Sequence[str], keys: Keys) -> Line:
    """What is still to be said, or that the table can be read."""
    if NAMING.isdisjoint(fields):
        action = ACTION["mapping.choose"]
        return (Span(" In which column are the names?  ", "open"), Span(keys.label(action), "key", action.id),
                Span(" says what is in one", "muted", action.id))  # fmt: skip
    action = ACTION["mapping.read"]
    return (Span(" Looks right?  ", "muted"), Span(keys.label(action), "key", action.id),
            Span(" reads the table; you look at the people before they come in", "muted", action.id))  # fmt: skip

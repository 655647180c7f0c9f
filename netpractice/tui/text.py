"""User text on the screen: the only module that knows about markup.

Textual reads plain strings as markup in most of its text slots, so that a contact called `[/]` would end the app. Text
from the book, from a file or from the keyboard therefore comes to the screen as the literal values made here. All of
them drop what a terminal would obey once more, for not everything that is shown has been through the book.
"""

from __future__ import annotations

import re
from typing import LiteralString

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text
from textual.content import Content

from netpractice.domain.text import harmless

_PICTURE = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff]"
_IDLE_JOINER = re.compile(f"\u200d(?:(?!{_PICTURE})|(?<!{_PICTURE}\u200d))")
"""Finds the joiners that don't make one emoji of two. No terminal joins letters, yet the measure of a text takes the
letter after a joiner for joined, so that the row would come out longer than measured."""


def plain(value: str, style: str = "") -> Content:
    """Text as it is, for every text slot of Textual but the cells of DataTable and Tree.

    Args:
        value: any text.
        style: a style in Textual's words, such as `bold $primary`.
    """
    return Content.styled(_shown(value), style) if style else Content(_shown(value))


def content(template: LiteralString, /, **values: object) -> Content:
    """A template of ours in content markup with values put in as they are.

    Args:
        template: for example `"[b]$name[/b], $days d ago"`; never made from user text.
        values: what to put in for each `$name`, as text.
    """
    return Content.from_markup(template, **{name: _shown(str(value)) for name, value in values.items()})


def cell(value: str, style: str = "") -> Text:
    """Text as it is in one line, for a cell of DataTable or a node of Tree, where Content is measured wrongly."""
    return Text(one_line(value), style=style, no_wrap=True, overflow="ellipsis")


def one_line(value: str) -> str:
    """Text for a row of our own: harmless, a line break shown as a space, other white space kept."""
    return _shown(value).replace("\n", " ")


def cells(value: str) -> int:
    """How many cells of the terminal a text takes: 2 for a wide character, 0 for a combining mark."""
    return cell_len(value)


def cut(value: str, width: int, *, more: str = "…") -> str:
    """One line of text in exactly so many cells: filled up with spaces, or cut with a sign that there is more.

    Args:
        value: any text.
        width: the cells to fill; nothing fits in 0 or fewer.
        more: the sign, `Glyphs.more` of the set in use.
    """
    line = one_line(value)
    if cell_len(line) > width:
        line = set_cell_size(line, max(0, width - cell_len(more))).rstrip() + more
    return set_cell_size(line, max(0, width))


def wrap(value: str, width: int) -> list[str]:
    """Text of several lines in rows of at most so many cells, broken between words where there is a space.

    Args:
        value: any text; an empty one has no rows.
        width: the cells of a row, 2 at least, since some characters take two.
    """
    rows: list[str] = []
    for line in _shown(value).split("\n") if value else ():
        row = ""
        for word in line.split(" "):
            joined = f"{row} {word}" if row else word
            if cell_len(joined) <= width:
                row = joined
                continue
            *full, rest = chop_cells(word, max(2, width)) or [""]
            rows += [*([row] if row else []), *full]
            row = rest
        rows.append(row)
    return rows


def _shown(value: str) -> str:
    """Text as a terminal can show it."""
    return _IDLE_JOINER.sub("", harmless(value))

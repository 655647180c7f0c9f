"""The list of what is due, as it stands on Today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from netpractice.practice.book import Book
from netpractice.practice.due import Due, DueNow, due_now
from netpractice.tui.screens.due_lines import columns_for, due_line, due_title
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, MadeLines
from netpractice.tui.widgets.list import LineList


class DueList(LineList):
    """What is due, with a cursor that stays on its row, and where that is gone, on the next one."""

    def __init__(self, name: str, book: Book, glyphs: Glyphs) -> None:
        """Show nothing yet: to find out what is due takes longer than the first painting of the screen may."""
        super().__init__(name, classes="part")
        self.book = book
        self.glyphs = glyphs
        self.there: DueNow | None = None
        self.looked_at = ""

    @property
    def row(self) -> Due | None:
        """What the cursor is on."""
        return None if not self.there or self.cursor is None else self.there[self.cursor]

    def look_again(self) -> None:
        """Show what is due now."""
        there = self.there = due_now(self.book)
        self.entitle(due_title(there, self.glyphs))
        self.show(partial(self._lines, there))
        place = there.place(self.looked_at)
        if place is None:
            place = min(self.cursor or 0, len(there) - 1)
        self.put_cursor(place if there else None)
        self._follow(self.cursor)

    def _lines(self, there: DueNow, width: int) -> Sequence[Line]:
        """The rows as lines of a width."""
        columns = columns_for(width)
        return MadeLines(there, lambda row: due_line(row, columns, self.glyphs))

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        """Know the row that the cursor is on when it moves on its own."""
        super().watch_cursor(before, after)
        self._follow(after)

    def _follow(self, cursor: int | None) -> None:
        """Keep the id of the row under the cursor."""
        row = self.there[cursor] if self.there and cursor is not None and cursor < len(self.there) else None
        self.looked_at = row.id if row else ""

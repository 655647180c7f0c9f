"""A list with headings between its lines, over which the cursor passes."""

from __future__ import annotations

from collections.abc import Callable

from netpractice.tui.widgets.list import LineList


class HeadedList(LineList):
    """A list in which some lines are headings. The first line is one, and the last is none."""

    def __init__(self, name: str, is_heading: Callable[[int], bool]) -> None:
        """Show nothing yet; `is_heading` says of a line by its index what it is."""
        super().__init__(name)
        self.is_heading = is_heading

    def put_cursor(self, index: int | None) -> None:
        """Put the cursor on a line, with its heading in view if that stands right above it."""
        if index and self.is_heading(index - 1):
            super().put_cursor(index - 1)
        super().put_cursor(index)

    def move_to(self, index: int) -> None:
        """Put the cursor on the nearest line that is no heading, further on in the way it goes."""
        count = len(self.lines)
        index = max(0, min(count - 1, index))
        by = -1 if self.cursor is not None and index < self.cursor else 1
        while 0 <= index < count and self.is_heading(index):
            index += by
        # The first line is a heading, so that the way up ends on the line after it.
        super().move_to(max(1, index))

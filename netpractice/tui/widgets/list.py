"""A list with a cursor: lines that can be walked, chosen and clicked."""

from __future__ import annotations

from textual import events
from textual.message import Message

from netpractice.tui.actions import bindings
from netpractice.tui.widgets.lines import Lines, Seen

WHEEL = 3
"""How many lines one step of a mouse's wheel goes."""


class LineList(Lines, can_focus=True):
    """Lines with a cursor that moves by key and mouse. Its cost doesn't grow with its length.

    Where there are more lines than fit, the last column shows which part of them is in view; a click there goes to its
    place. The list scrolls by itself: to Textual a scroll is a new layout of the screen, and its scrollbar takes as long
    to paint as all of the lines together.
    """

    BINDINGS = bindings("list")
    SPARE = 1

    _top = 0

    class Chosen(Message):
        """Enter was pressed, or the line under the cursor was clicked."""

        def __init__(self, index: int) -> None:
            """Carry the line's index."""
            super().__init__()
            self.index = index

    def is_filled(self, y: int, seen: Seen) -> bool:
        """True for a row whose place among those of the panel is that of the lines in view among all lines."""
        height, count = seen.height, len(self.lines)
        if count <= height:
            return False
        size = max(1, height * height // count)
        top = round(seen.top * (height - size) / (count - height))
        return top <= y < top + size

    @property
    def top(self) -> int:
        """The first line in view."""
        height = self.outer_size.height - self.gutter.height
        return max(0, min(self._top, len(self.lines) - height))

    def _take(self, width: int) -> None:
        """Take the lines for a width; where there are fewer now, another one is the first in view, also later."""
        super()._take(width)
        self._top = self.top

    def scroll_by(self, lines: int) -> None:
        """Bring into view what is so many lines further on; the cursor stays on its line."""
        before = self.top
        self._top = before + lines
        self._top = self.top
        if self._top != before:
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        event.prevent_default()
        self.scroll_by(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        event.prevent_default()
        self.scroll_by(-WHEEL)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        super().on_resize()
        self.put_cursor(self.cursor)

    def on_hide(self, event: events.Hide) -> None:
        """Keep the keys: Textual would leave them with nobody, and then those of the screen around it do nothing either."""
        event.prevent_default()

    def put_cursor(self, index: int | None) -> None:
        """Put the cursor on a line and bring it into view, or on none; who watches `cursor` is told at once."""
        self.cursor = index
        if index is None:
            return
        _, height, top = self.look()
        if index < top:
            self.scroll_by(index - top)
        elif index >= top + height > top:
            self.scroll_by(index - top - height + 1)

    def move_to(self, index: int) -> None:
        """Put the cursor on the nearest line there is and bring it into view."""
        if not self.lines:
            self.cursor = None
            return
        index = max(0, min(len(self.lines) - 1, index))
        if index != self.cursor:
            self.put_cursor(index)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.move_to((self.cursor or 0) + by)

    def action_page(self, pages: float) -> None:
        """Move the cursor by pages, or parts of one."""
        self.action_move(round(self.look().height * pages))

    def action_edge(self, last: bool) -> None:
        """Move to the first or the last line."""
        self.move_to(len(self.lines) - 1 if last else 0)

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move to the clicked line; a click on the line under the cursor chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        width, height, top = self.look()
        index, count = offset.y + top, len(self.lines)
        if count > height and offset.x == width:
            self.move_to(offset.y * (count - 1) // max(1, height - 1))
            return
        if index >= count:
            return
        if index == self.cursor:
            self.action_choose()
        self.move_to(index)

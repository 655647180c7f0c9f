"""Lines of styled text, rendered only where they are in view: what every panel, list and bar is made of.

A line is a tuple of spans, plain data that a pure function made from a view, so that what a screen shows can be tested
without a screen. A span may name an action to run when it is clicked. The text of a span is never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netpractice.tui.text import cells, one_line
from netpractice.tui.theme import Tone, tone_styles


class Span(msgspec.Struct, frozen=True):
    """A run of text in one tone."""

    text: str
    tone: Tone = "plain"
    action: str = ""
    """The id of the action that a click runs."""


Line: TypeAlias = tuple[Span, ...]


def text_of(line: Line) -> str:
    """The text of a line, without its tones."""
    return "".join(span.text for span in line)


Maker: TypeAlias = Callable[[int], Sequence[Line]]
"""Makes lines for a width in cells. A sequence that makes its lines when they are asked for may be of any length."""


def _nothing(_: int) -> Sequence[Line]:
    """No lines."""
    return ()


def width_of(line: Sequence[Span]) -> int:
    """The width of a line in cells."""
    return sum(cells(span.text) for span in line)


class Lines(ScrollView, can_focus=False):
    """A panel that shows lines and renders those in view."""

    DEFAULT_CSS = """
    Lines {
        height: auto;
        overflow: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    cursor: var[int | None] = var(None)
    """The line under the cursor, or None where there is none."""

    class Clicked(Message):
        """A span that names an action was clicked."""

        def __init__(self, action: str) -> None:
            """Carry the id of the action."""
            super().__init__()
            self.action = action

    def __init__(self, name: str, classes: str = "") -> None:
        """Show nothing yet; style sheets and queries know the panel as `#name`."""
        super().__init__(id=name, classes=classes)
        self.lines: Sequence[Line] = ()
        self._make: Maker = _nothing
        self._made_for = -1

    def show(self, make: Maker) -> None:
        """Show the lines that a function makes for a width in cells, painting again only those that changed.

        The function is kept, and asked again whenever the width changes.
        """
        self._make = make
        if self._made_for >= 0:
            self._remake(self._made_for)

    def on_resize(self) -> None:
        """Make the lines anew for the new width; where more of them are than fit, they can be scrolled."""
        width, height = self.scrollable_content_region.size
        if width != self._made_for:
            self._remake(width)
        elif len(self.lines) > height:
            self.virtual_size = Size(0, len(self.lines))

    def _remake(self, width: int) -> None:
        """Make the lines for a width and paint what changed."""
        before, self.lines = self.lines, self._make(width)
        self._made_for = width
        if len(before) != len(self.lines):
            self.virtual_size = Size(0, len(self.lines))
            self.refresh(layout=self.styles.auto_dimensions)
        elif isinstance(before, tuple) and isinstance(self.lines, tuple):
            for index, (old, new) in enumerate(zip(before, self.lines, strict=True)):
                if old != new:
                    self.refresh_line(index)
        else:
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        if self._made_for < 0:
            self.lines, self._made_for = self._make(width), width
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """The strip of one row in view."""
        width = self.scrollable_content_region.width
        if self._made_for != width:
            # The first paint comes before the event that tells the size.
            self.lines, self._made_for = self._make(width), width
        index = y + self.scroll_offset.y
        base = self.rich_style
        if not 0 <= index < len(self.lines):
            return Strip.blank(width, base)
        styles = tone_styles(self.app.theme_variables)
        if index == self.cursor:
            base += styles["cursor"]
        segments = [Segment(one_line(span.text), base + styles[span.tone]) for span in self.lines[index]]
        return Strip(segments).adjust_cell_length(width, base)

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        """Paint the two lines that the cursor moved between."""
        for index in (before, after):
            if index is not None:
                self.refresh_line(index)

    def span_at(self, x: int, y: int) -> Span | None:
        """The span at an offset inside the content region, or None."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self.lines):
            return None
        for span in self.lines[index]:
            x -= cells(span.text)
            if x < 0:
                return span
        return None

    def on_click(self, event: events.Click) -> None:
        """Say which action the clicked span names."""
        offset = event.get_content_offset(self)
        span = None if offset is None else self.span_at(offset.x, offset.y)
        if span is not None and span.action:
            event.stop()
            self.post_message(self.Clicked(span.action))

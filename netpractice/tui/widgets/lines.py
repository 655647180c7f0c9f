"""Lines of styled text, rendered only where they are in view: what every panel, list and bar is made of.

A line is a tuple of spans, plain data that a pure function made from a view, so that what a screen shows can be tested
without a screen. A span may name an action to run when it is clicked. The text of a span is never read as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, TypeAlias

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netpractice.tui.text import cells

Tone: TypeAlias = Literal["plain", "bright", "muted", "key", "done", "open", "late", "here", "capital"]
"""What a span means; the theme decides how that looks."""

TONES: tuple[Tone, ...] = ("plain", "bright", "muted", "key", "done", "open", "late", "here", "capital")


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


def width_of(line: Sequence[Span]) -> int:
    """The width of a line in cells."""
    return sum(cells(span.text) for span in line)


class Lines(ScrollView):
    """A panel that shows lines and renders those in view."""

    DEFAULT_CSS = """
    Lines {
        height: auto;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .lines--bright { text-style: bold; }
        & > .lines--muted { color: $muted; }
        & > .lines--key { color: $primary; text-style: bold; }
        & > .lines--done { color: $success; }
        & > .lines--open { color: $warning; }
        & > .lines--late { color: $error; }
        & > .lines--here { text-style: bold reverse; }
        & > .lines--capital { color: $muted; text-style: underline; }
        & > .lines--cursor { background: $cursor; text-style: $cursor-style; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{tone}" for tone in TONES} | {"lines--cursor"}

    lines: var[Sequence[Line]] = var(())
    """What is shown; a sequence that makes its lines when they are asked for may be of any length."""
    cursor: var[int | None] = var(None)
    """The line under the cursor, or None where there is none."""

    class Clicked(Message):
        """A span that names an action was clicked."""

        def __init__(self, action: str) -> None:
            """Carry the id of the action."""
            super().__init__()
            self.action = action

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines, painting again only the ones that changed."""
        before = self.lines
        self.set_reactive(Lines.lines, lines)
        if len(before) != len(lines):
            self.virtual_size = Size(0, len(lines))
            self.refresh(layout=True)
        elif isinstance(before, tuple) and isinstance(lines, tuple):
            for index, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    self.refresh_line(index)
        else:
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """The strip of one row in view."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not 0 <= index < len(self.lines):
            return Strip.blank(width, base)
        if index == self.cursor:
            base += self.get_component_rich_style("lines--cursor", partial=True)
        segments = [Segment(span.text, self._style(base, span.tone)) for span in self.lines[index]]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, base: Style, tone: Tone) -> Style:
        """The look of a tone on a base style."""
        return base if tone == "plain" else base + self.get_component_rich_style(f"lines--{tone}", partial=True)

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

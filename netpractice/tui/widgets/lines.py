"""Lines of styled text, rendered only where they are in view: what every panel, list and bar is made of.

A line is a tuple of spans, plain data that a pure function made from a view, so that what a screen shows can be tested
without a screen. A span may name an action to run when it is clicked. The text of a span is never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeAlias, TypeVar, overload

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netpractice.tui.text import cells, cut, one_line
from netpractice.tui.theme import Tone, tone_styles
from netpractice.tui.widgets.titles import Framed

T = TypeVar("T")


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


def joined(spans: Iterable[Span]) -> Line:
    """A line in as few spans as there are changes of tone or action: painting takes as long as it has spans."""
    line: list[Span] = []
    for span in spans:
        last = line[-1] if line else None
        if last is not None and last.tone == span.tone and last.action == span.action:
            line[-1] = Span(last.text + span.text, last.tone, last.action)
        else:
            line.append(span)
    return tuple(line)


def cut_line(line: Line, width: int, *, more: str) -> Line:
    """A line that takes so many cells at most; where something had to go, it ends in a sign that there is more."""
    left = width
    for place, span in enumerate(line):
        size = cells(span.text)
        if size > left:
            return (*line[:place], Span(cut(span.text, left, more=more), span.tone, span.action))
        left -= size
    return line


class MadeLines(Sequence[Line], Generic[T]):
    """Lines of many things, each made when it is looked at."""

    def __init__(self, things: Sequence[T], make: Callable[[T], Line]) -> None:
        """Make the line of each thing by a function."""
        self.things = things
        self._make = make

    def __len__(self) -> int:
        """As many lines as things."""
        return len(self.things)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        """One line, or those of a part of the things."""
        if isinstance(index, slice):
            return MadeLines(self.things[index], self._make)
        return self._make(self.things[index])


class Seen(NamedTuple):
    """What of its lines a panel shows: Textual works each of these out anew whenever it is asked."""

    width: int
    """The cells of a line."""
    height: int
    top: int
    """The first line in view."""


class Lines(ScrollView, Framed, can_focus=False):
    """A panel that shows lines and renders those in view."""

    DEFAULT_CSS = """
    Lines {
        height: auto;
        overflow: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    SPARE: ClassVar[int] = 0
    """How many cells at the right the lines leave free."""

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
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._ground: Style | None = None
        self._seen: Seen | None = None

    def show(self, make: Maker) -> None:
        """Show the lines that a function makes for a width in cells, painting again only those that changed.

        The function is kept, and asked again whenever the width changes.
        """
        self._make = make
        if self._made_for >= 0:
            self._remake(self._made_for)

    def on_resize(self) -> None:
        """Make the lines anew for the new width; where more of them are than fit, they can be scrolled."""
        width, height, _ = self.look()
        if width != self._made_for:
            self._remake(width)
        elif len(self.lines) > height and self.styles.overflow_y != "hidden":
            self.virtual_size = Size(0, len(self.lines))

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    def look(self) -> Seen:
        """What of the lines is in view now."""
        # Textual finds the content's own region by going through all widgets.
        width, height = self.outer_size - self.gutter.totals
        return Seen(max(0, width - self.SPARE), height, self.top)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the rows in a region, which all show the same view."""
        self._seen = self.look()
        try:
            return super().render_lines(crop) if any(self.gutter) else self._bare_lines(crop)
        finally:
            self._seen = None

    def _bare_lines(self, crop: Region) -> list[Strip]:
        """The strips of a panel that has neither frame nor padding, without looking for these in every row."""
        background = self.background_colors[1]
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        whole = crop.column_span == (0, self.size.width)
        return strips if whole else [strip.crop(*crop.column_span) for strip in strips]

    def _remake(self, width: int) -> None:
        """Make the lines for a width and paint what changed."""
        before = self.lines
        self._take(width)
        if len(before) != len(self.lines):
            if self.styles.overflow_y != "hidden":
                self.virtual_size = Size(0, len(self.lines))
            self.refresh(layout=self.styles.auto_dimensions)
        elif isinstance(before, tuple) and isinstance(self.lines, tuple):
            pairs = enumerate(zip(before, self.lines, strict=True))
            self._paint_again([index for index, (old, new) in pairs if old != new])
        else:
            self.refresh()

    def _take(self, width: int) -> None:
        """Take the lines for a width."""
        self.lines, self._made_for = self._make(width), width
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Forget what was made in the colours before."""
        self._strips.clear()
        self._ground = None
        super().notify_style_update()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        if self._made_for < 0:
            self._take(max(0, width - self.SPARE))
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """The strip of one row in view."""
        seen = self._seen or self.look()
        if self._made_for != seen.width:
            # The first paint comes before the event that tells the size.
            self._take(seen.width)
        index = y + seen.top
        row = (index, index == self.cursor, self.is_filled(y, seen))
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._strip(*row, seen.width)
        return strip

    def is_filled(self, y: int, seen: Seen) -> bool:
        """True if the cells that lines leave free are filled in a row."""
        return False

    @property
    def ground(self) -> Style:
        """The panel's own style, over which the tones are put; Textual works it out anew whenever it is asked."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def _strip(self, index: int, has_cursor: bool, is_filled: bool, width: int) -> Strip:
        """The strip of a line, or an empty one where there is none, with the cells that lines leave free."""
        base, styles = self.ground, tone_styles(self.app.theme_variables)
        line = self.lines[index] if 0 <= index < len(self.lines) else ()
        look = base + styles["cursor"] if has_cursor else base
        segments = [Segment(one_line(span.text), look + styles[span.tone]) for span in line]
        strip = Strip(segments).adjust_cell_length(width, look)
        if not self.SPARE:
            return strip
        return Strip([*strip, Segment(" " * self.SPARE, base + styles["thumb"] if is_filled else base)])

    def _paint_again(self, indices: Iterable[int]) -> None:
        """Paint lines again, those of them that are in view."""
        width, height, top = self.look()
        regions = [Region(0, index - top, width + self.SPARE, 1) for index in indices if top <= index < top + height]
        if regions:
            self.refresh(*regions)

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        """Paint the two lines that the cursor moved between."""
        self._paint_again(index for index in (before, after) if index is not None)

    def span_at(self, x: int, y: int) -> Span | None:
        """The span at an offset inside the content region, or None."""
        index = y + self.top
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

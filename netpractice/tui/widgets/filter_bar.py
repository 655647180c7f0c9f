"""The row over a list in which its filter is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Lines, Span


class FilterBar(Horizontal):
    """The line of a filter behind its sign. It is in view while the filter is typed, and while it holds something."""

    DEFAULT_CSS = """
    FilterBar {
        display: none;
        height: 1;
    }

    FilterBar #slash {
        width: 4;
    }

    FilterBar #filter {
        width: 1fr;
        background: $background;
    }
    """

    def __init__(self, line: FilterLine) -> None:
        """Hold a line."""
        super().__init__()
        self.line = line
        self.slash = Lines("slash")

    def compose(self) -> ComposeResult:
        """Lay out the sign before the line."""
        yield self.slash
        yield self.line

    def on_mount(self) -> None:
        """Show the sign."""
        self.slash.show(lambda _: ((Span("  / ", "key"),),))

    def begin(self) -> None:
        """Let the user type."""
        self.display = True
        self.line.focus(scroll_visible=False)

    def end(self) -> None:
        """Leave the view, unless something was typed."""
        self.display = bool(self.line.value.strip())

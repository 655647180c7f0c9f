"""A screen whose subject isn't there yet: it says what will be, and one key."""

from __future__ import annotations

from textual.app import ComposeResult

from netpractice.tui.actions import ACTION, SCREENS, ScreenKey
from netpractice.tui.screens.pane import Pane
from netpractice.tui.widgets.lines import Line, Lines, Span

WILL_BE: dict[ScreenKey, tuple[str, ...]] = {
    "followups": (
        "Every lead and promise will stand here until it is closed:",
        "acted on, told, done, or let go on purpose.",
    ),
}
"""What each screen will hold."""


class EmptyPane(Pane):
    """One of the screens to come."""

    HELP = "This screen isn't there yet."

    def compose(self) -> ComposeResult:
        """Say what will be there."""
        yield Lines("coming", classes="part")

    def on_mount(self) -> None:
        """Fill in the words."""
        name = next(name for key, _, name in SCREENS if key == self.key)
        part = self.query_one(Lines)
        part.border_title = name
        back = (
            Span(f" {self.keys.label(ACTION['go.today'])}", "key", "go.today"),
            Span(" goes back to Today.", "muted"),
        )
        part.show(lambda _: (*_words(self.key), (), back))


def _words(key: ScreenKey) -> tuple[Line, ...]:
    """What will be there, as lines."""
    return tuple((Span(f" {text}"),) for text in WILL_BE[key])


PANE = EmptyPane

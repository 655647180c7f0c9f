"""The keys of the screen that is open, searchable."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from netpractice.domain.text import fold
from netpractice.tui.actions import Entry, Keys, actions_for, entries
from netpractice.tui.screens.place import Places
from netpractice.tui.text import cut, wrap
from netpractice.tui.widgets.lines import Line, Lines, Span

_KEYS = 11
"""The cells of the column of keys."""

_NAME = 15
"""The cells of the column of names."""

_PALETTE = "palette"
"""What stands in the place of the keys of an action that only the palette offers."""


class HelpScreen(ModalScreen[None]):
    """Every action that can be done where the user is, with its keys and a sentence."""

    CSS_PATH = "help.tcss"
    BINDINGS = [
        Binding("escape,f1", "leave", "Close", priority=True),
        Binding("down", "scroll(1)", "Down", priority=True),
        Binding("up", "scroll(-1)", "Up", priority=True),
        Binding("pagedown", "scroll(8)", "Page down", priority=True),
        Binding("pageup", "scroll(-8)", "Page up", priority=True),
    ]

    def __init__(self, name: str, about: str, places: Places, keys: Keys) -> None:
        """Explain a screen or a page: its name, a sentence about it, and the places whose actions work there."""
        super().__init__()
        self.named = name
        self.about = about
        self.places = places
        self.keys = keys

    def compose(self) -> ComposeResult:
        """Lay out the search line over the keys."""
        with Vertical(id="box"):
            yield Input(placeholder="type to search")
            yield Lines("keys")

    def on_mount(self) -> None:
        """Show everything."""
        box = self.query_one("#box")
        box.border_title = f"Help: {self.named}"
        box.border_subtitle = "Esc closes"
        self.show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits the words typed."""
        self.show(event.value)

    def show(self, search: str) -> None:
        """Show the actions that hold every word of a search."""
        lines = self.query_one("#keys", Lines)
        lines.show(lambda width: self._lines(search, width))
        lines.scroll_home(animate=False)

    def _lines(self, search: str, width: int) -> tuple[Line, ...]:
        """What is found, under the sentence about the screen while nothing is searched for."""
        found = help_lines(self.places, self.keys, search, width)
        if not search.strip():
            return (*((Span(row, "muted"),) for row in wrap(self.about, max(2, width))), (), *found)
        return found or ((Span("Nothing with these words; Esc closes.", "muted"),),)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Move the keys up or down by so many lines."""
        self.query_one("#keys", Lines).scroll_relative(y=by, animate=False)


def help_lines(places: Places, keys: Keys, search: str, width: int) -> tuple[Line, ...]:
    """The actions of some places that hold every word of a search, a line each under the name of the place."""
    words = fold(search).split()
    lines: list[Line] = []
    for title, place in places:
        rows = [entry for entry in entries(actions_for(place), keys) if _fits(entry, words)]
        if rows:
            lines += [(Span(title, "muted"),), *(_help_line(entry, width) for entry in rows)]
    return tuple(lines)


def _fits(entry: Entry, words: list[str]) -> bool:
    """True if the keys, names or sentences of an entry hold every word."""
    parts = (
        entry.keys or _PALETTE,
        entry.name,
        entry.does,
        *(f"{action.name} {action.does}" for action in entry.actions),
    )
    text = fold(" ".join(parts))
    return all(word in text for word in words)


def _help_line(entry: Entry, width: int) -> Line:
    """Keys, name and sentence of an entry in columns."""
    return (
        Span(f" {cut(entry.keys or _PALETTE, _KEYS)} ", "key"),
        Span(f"{cut(entry.name, _NAME)} "),
        Span(cut(entry.does, max(0, width - _KEYS - _NAME - 3)), "muted"),
    )

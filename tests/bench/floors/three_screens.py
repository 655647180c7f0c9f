"""Three screens as Textual's modes: a table, a list beside a text, and six lines. Keys 1, 2 and 3 switch."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, OptionList, Static, TextArea

from tests.bench.floors.table500 import ROWS, fill


class TableScreen(Screen[None]):
    """A table of 500 rows."""

    def compose(self) -> ComposeResult:
        """Place the table between the two bars."""
        yield Header()
        yield DataTable[str](cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        fill(self.query_one(DataTable))


class ListScreen(Screen[None]):
    """A list of 500 entries and a text."""

    def compose(self) -> ComposeResult:
        """Place both between the two bars."""
        yield Header()
        yield OptionList(*(f"Entry {number:04d}" for number in range(ROWS)))
        yield TextArea("A page of the journal")
        yield Footer()


class LinesScreen(Screen[None]):
    """Six lines, one a habit."""

    def compose(self) -> ComposeResult:
        """Place the lines between the two bars."""
        yield Header()
        for number in range(1, 7):
            yield Static(f"Habit {number}  {'■' * 30}")
        yield Footer()


class ThreeScreensApp(App[None]):
    """Starts with the table."""

    BINDINGS: ClassVar = [
        ("1", "switch_mode('table')", "FloorTable"),
        ("2", "switch_mode('list')", "FloorList"),
        ("3", "switch_mode('lines')", "FloorLines"),
    ]
    MODES: ClassVar = {"table": TableScreen, "list": ListScreen, "lines": LinesScreen}
    DEFAULT_MODE = "table"


if __name__ == "__main__":
    ThreeScreensApp().run()

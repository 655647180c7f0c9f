"""Textual's own table with 500 rows of four columns: what a key costs where nobody has tuned anything."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header

ROWS = 500


def fill(table: DataTable[str]) -> None:
    """Put columns and rows into a table."""
    table.add_columns("Name", "Company", "Last talk", "Notes")
    for number in range(ROWS):
        day = f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        table.add_row(f"Contact {number:04d}", f"Company {number % 41}", day, "met in a queue, likes maps")


class TableApp(App[None]):
    """A table with the cursor on its first row."""

    BINDINGS: ClassVar = [("d", "wait", "FloorReady")]

    def compose(self) -> ComposeResult:
        """Place the table between the two bars."""
        yield Header()
        yield DataTable[str](cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table and give it the keys."""
        table = self.query_one(DataTable)
        fill(table)
        table.focus()

    def action_wait(self) -> None:
        """Do nothing."""


if __name__ == "__main__":
    TableApp().run()

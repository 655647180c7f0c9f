"""A table whose columns aren't known: the user says which is which."""

from __future__ import annotations

from pathlib import PurePath

from textual.app import ComposeResult

from netpractice.practice.book import Book
from netpractice.practice.importing.columns import FIELDS, NAMING, Shape, columns
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import mapping_lines
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part

_CHOICES = ("", *FIELDS)
"""What a column may hold, in the order in which it is gone through."""


class MappingSheet(Sheet[dict[str, str]]):
    """Asks what the columns of a table hold; the result is the columns to read it by."""

    WHERE = "mapping"
    CALLED = "Columns"
    HELP = "Which column is which? A name or an e-mail address is enough."
    PARTS = (LIST,)
    BINDINGS = bindings("mapping")
    CSS_PATH = "import.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, file: str, looks: Shape) -> None:
        """Begin with what the columns of a file seem to hold."""
        super().__init__(book, glyphs, keys)
        self.looks = looks
        self.fields = list(looks.fields)
        self.summary = Lines("summary")
        self.table = Part(name="table")
        self.heading = Lines("heading")
        self.rows = LineList("rows")
        self.table.entitle(f"{PurePath(file).name}: which column is which?")

    def parts(self) -> ComposeResult:
        """What is still to be said, over the columns."""
        yield self.summary
        with self.table:
            yield self.heading
            yield self.rows

    def on_mount(self) -> None:
        """Go to the first column."""
        self.heading.show(lambda width: (mapping_lines.title_line(width),))
        self.rows.focus()

    def look_again(self) -> None:
        """Show the columns with what they hold."""
        looks, fields, glyphs = self.looks, tuple(self.fields), self.glyphs
        self.summary.show(lambda _: (mapping_lines.advice_line(fields, self.keys),))
        self.rows.show(
            lambda width: [mapping_lines.column_line(looks, n, each, width, glyphs) for n, each in enumerate(fields)]
        )
        self.rows.put_cursor(self.rows.cursor or 0)

    async def on_line_list_chosen(self) -> None:
        """Say what is in the column under the cursor."""
        await self.action_choose()

    async def action_choose(self) -> None:
        """Say what is in the column under the cursor."""
        from netpractice.tui.modals.choice import Choice

        number = self.rows.cursor or 0
        answers = {key: mapping_lines.FIELD_WORDS[field] for key, field in mapping_lines.FIELD_KEYS.items()}
        heading = self.looks.headers[number] or f"column {number + 1}"

        def take(key: str | None) -> None:
            if key is not None:
                self._hold(number, mapping_lines.FIELD_KEYS.get(key, ""))
                self.rows.action_move(1)

        nothing = {mapping_lines.NOTHING: "nothing to be read"}
        await self.app.push_screen(Choice(f"What is in {heading}?", answers | nothing), take)

    def action_cycle(self, by: int) -> None:
        """Take what stands so many places on among what no other column holds."""
        number = self.rows.cursor or 0
        here = self.fields[number]
        free = [each for each in _CHOICES if each in ("", here) or each not in self.fields]
        self._hold(number, free[(free.index(here) + by) % len(free)])

    def action_nothing(self) -> None:
        """Leave the column under the cursor unread."""
        self._hold(self.rows.cursor or 0, "")

    def _hold(self, number: int, field: str) -> None:
        """Let a column hold a field, which no other holds then."""
        self.fields = ["" if field and each == field else each for each in self.fields]
        self.fields[number] = field
        self.look_again()

    def action_read(self) -> None:
        """Read the table, if it is known who is in it."""
        if NAMING.isdisjoint(self.fields):
            self.tell("Say in which column the names are; e-mail addresses will do too")
        else:
            self.dismiss(columns(self.looks, self.fields))

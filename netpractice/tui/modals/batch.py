"""The after-event batch: everybody one met in one text, with a live table of what it will be saved as."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from netpractice.domain.errors import InputError
from netpractice.practice import batch
from netpractice.practice.book import Book
from netpractice.practice.completion import Cursor, complete
from netpractice.tui.actions import ACTION, Keys, bindings
from netpractice.tui.drafting import Drafting, Keeper
from netpractice.tui.editor import edited
from netpractice.tui.messages import Refused
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import batch_lines
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part
from netpractice.tui.widgets.writing import WritingArea

PLACE = "batch"
"""What the draft is called."""

LONG = 8_000
"""The characters from which on a text is read only when typing pauses."""

PAUSE = 0.25
"""Seconds without a letter that are a pause."""

COUNTED = 3
"""How many kinds of records the title counts: there is room for no more."""

_FIELD = "text"


class BatchSheet(Sheet[bool], Drafting):
    """A text and what it will be saved as; the result is True when it was saved."""

    WHERE = "batch"
    CALLED = "Batch"
    HELP = "A person a line, after an event. Nothing typed is lost: Esc keeps it for later."
    BINDINGS = bindings("batch")
    CSS_PATH = "batch.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, begun: str = "") -> None:
        """Go on with what was typed here before; while nothing was, with a text that is begun already."""
        super().__init__(book, glyphs, keys)
        self.keeper: Keeper = Keeper(self, book.drafts, PLACE, self._typed)
        draft = self.keeper.draft
        self.area = WritingArea(draft.typed.get(_FIELD, "") if draft else begun, name="text")
        self.writing = Part(self.area, name="writing")
        self.table = LineList("table", classes="part")
        self.table.can_focus = False
        self.signs = Lines("signs", classes="part")
        self.read = batch.read_batch(book, self.area.text)
        self._pause: Timer | None = None
        self._row = 0
        self._tried: tuple[str, Cursor, int] | None = None
        self._completed: tuple[str, Cursor] | None = None

    def parts(self) -> ComposeResult:
        """The text over the table, and how a line is read where there is room."""
        yield self.writing
        with Horizontal(id="below"):
            yield self.signs
            yield self.table

    def on_mount(self) -> None:
        """Begin to type, behind what was typed before."""
        self.signs.entitle("How a line is read")
        self.signs.show(batch_lines.sign_lines)
        self.area.move_cursor(self.area.document.end)
        self.area.focus()

    def look_again(self) -> None:
        """Read the text once more, for who is meant may have changed."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.read = batch.read_batch(self.book, self.area.text)
        self._show_table()

    def _show_table(self) -> None:
        """Show what the text will be saved as, with the line that is typed in view."""
        read, today, glyphs = self.read, self.book.today, self.glyphs
        draft = self.keeper.draft
        there = bool(read.event or read.rows)
        kept = f"draft kept {draft.moment:%H:%M}" if draft else ""
        self.writing.entitle(f" {glyphs.between} ".join(filter(None, ("After the event: a person a line", kept))))
        counts = ", ".join(read.counts.split(", ")[:COUNTED])
        to_mend = f"{len(read.unreadable):,} to mend" if read.unreadable else ""
        self.table.entitle(f" {glyphs.between} ".join(filter(None, ("Will be saved as", to_mend, counts))))
        self._row = self.area.cursor_location[0]
        here = self._row + 1
        if not there:
            self.table.put_cursor(None)
            self.table.show(batch_lines.nothing_lines)
            return
        self.table.show(lambda width: batch_lines.table_of(read, here, today, width, glyphs).lines)
        width = self.table.look().width
        self.table.put_cursor(batch_lines.table_of(read, here, today, width, glyphs).place(here))

    def on_text_area_changed(self) -> None:
        """Read what was typed; a long text when typing pauses."""
        self.keeper.touch()
        if len(self.area.text) < LONG:
            self.look_again()
            return
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.look_again)

    def on_text_area_selection_changed(self) -> None:
        """Follow the cursor in the table when it goes to another line."""
        if self._pause is None and self.area.cursor_location[0] != self._row:
            self._show_table()

    def action_complete(self) -> None:
        """Complete the name at the cursor; right after that take the next one who may be meant."""
        text, cursor, again = self.area.text, self.area.cursor_location, 0
        if self._tried is not None and (text, cursor) == self._completed:
            text, cursor, again = self._tried[0], self._tried[1], self._tried[2] + 1
        found = complete(self.book, text, cursor, again)
        if found is None:
            self.tell("No name to complete here")
            return
        whole, (row, column) = found
        line = whole.split("\n")[row]
        self.area.replace(line, (row, 0), (row, len(self.area.document[row])), maintain_selection_offset=False)
        self.area.move_cursor((row, column))
        self._tried, self._completed = (text, cursor, again), (self.area.text, (row, column))

    async def action_editor(self) -> None:
        """Write the same text in the user's editor."""
        self.keeper.keep()
        try:
            self.area.put(edited(self.app, self.area.text))
        except InputError as problem:
            self.app.post_message(Refused(str(problem)))

    def action_empty(self) -> None:
        """Throw away what is typed; the area's own undo brings it back."""
        self.area.put("")
        self.keeper.keep()

    async def action_leave(self) -> None:
        """Go back; what is typed waits."""
        self.keeper.keep()
        if self.area.text.strip():
            self.tell(f"Kept as a draft: {self.keys.label(ACTION['batch'])} goes on with it")
        self.dismiss(None)

    async def action_save(self) -> None:
        """Write everything down; what can't be read is asked about."""
        self.look_again()
        unreadable = len(self.read.unreadable)
        if not (self.read.rows or unreadable):
            self.tell("Nothing to write down yet")
        elif not unreadable:
            self._save(leave_out=False)
        elif self.read.event and self.read.event.troubles:
            self._mend()
            self.app.post_message(Refused(str(batch.refusal(self.read))))
        else:
            await self._ask(unreadable)

    async def _ask(self, unreadable: int) -> None:
        """Ask what to do about lines that can't be read."""
        from netpractice.tui.modals.choice import Choice

        these = "1 line" if unreadable == 1 else f"{unreadable:,} lines"
        answers = {"m": "mend it first" if unreadable == 1 else "mend them first"}
        if len(self.read.rows) > unreadable:
            stays = "it stays here" if unreadable == 1 else "they stay here"
            answers["r"] = f"save the rest now; {stays}"
        await self.app.push_screen(Choice(f"{these} can't be read", answers), self._answered)

    def _answered(self, answer: str | None) -> None:
        """Do what was answered."""
        if answer == "r":
            self._save(leave_out=True)
        elif answer == "m":
            self._mend()

    def _mend(self) -> None:
        """Put the cursor where the first thing is that can't be read."""
        row = self.read.unreadable[0]
        self.area.move_cursor((row.number - 1, row.troubles[0].end))

    def _save(self, *, leave_out: bool) -> None:
        """Write the text down, and stay with what of it can't be read."""
        read = self.read
        saved = self.attempt(lambda: batch.save_batch(self.book, read, leave_out_unreadable=leave_out))
        if saved is None:
            return
        self.tell(saved.words)
        self.keeper.saved(saved.change)
        if leave_out:
            self.area.put(read.left_over)
            self.keeper.keep()
        else:
            self.dismiss(result=True)

    def _typed(self) -> Mapping[str, str]:
        """What is typed."""
        return {_FIELD: self.area.text}

"""Bringing people in: the files are named, read off the event loop, looked at, and only then written."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import Worker, get_current_worker

from netpractice.practice.book import Book
from netpractice.practice.importing import Plan
from netpractice.practice.importing.typed_paths import Candidate, completions
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.collecting import collector_at_rest
from netpractice.tui.modals.import_reading import Made, StoppedError, Unclear, read_and_plan
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import import_lines
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.line_input import LineInput
from netpractice.tui.widgets.lines import Lines, Span
from netpractice.tui.widgets.titles import Part


class ImportSheet(Sheet[Outcome]):
    """Asks for files and brings in who is in them; the result is what was brought in."""

    WHERE = "import"
    CALLED = "Import"
    HELP = "Where are the people you know? You look at them before they come in."
    BINDINGS = bindings("import")
    CSS_PATH = "import.tcss"

    class Came(Message):
        """Reading has come so far."""

        def __init__(self, reading: Worker[None], share: float) -> None:
            """Carry which reading it is, and a share from 0 to 1."""
            super().__init__()
            self.reading = reading
            self.share = share

    class Ended(Message):
        """Reading is over."""

        def __init__(self, reading: Worker[None], made: Made) -> None:
            """Carry which reading it was, and what came of it."""
            super().__init__()
            self.reading = reading
            self.made = made

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Wait for the path of a file."""
        super().__init__(book, glyphs, keys)
        self.frame = Part(name="ask")
        self.line = LineInput(name="path", hint="~/Downloads/Connections.csv")
        self.note = Lines("note")
        self.about = Lines("about", classes="part")
        self.label = Lines("label")
        self.found: tuple[Candidate, ...] = ()
        self.taken = ""
        self.trouble = ""
        self.reading: Worker[None] | None = None
        self.waiting: ImportSheet.Ended | None = None

    def parts(self) -> ComposeResult:
        """The line for the path with what there is to say about it, over what can be read."""
        with self.frame:
            with Horizontal(id="row"):
                yield self.label
                yield self.line
            yield self.note
        yield self.about

    def on_mount(self) -> None:
        """Name the parts, and offer what was probably just downloaded."""
        self.frame.entitle("Bring in the people you already know")
        self.about.entitle("What can be read")
        self.label.show(lambda _: ((Span(" File", "bright"),),))
        self.about.show(import_lines.about_lines)
        self.line.focus()
        self.call_later(self._offer)

    # The path

    async def on_input_changed(self) -> None:
        """Offer what may be meant by what was typed; what was completed leaves the offer as it is."""
        self.trouble = ""
        if self.line.value != self.taken:
            await self._offer()
        self._look()

    async def _offer(self) -> None:
        """Find what may be meant; a slow disk holds up nothing but this page."""
        self.taken = ""
        self.found = await asyncio.to_thread(completions, self.line.value)
        self._look()

    def _look(self) -> None:
        """Show what is wrong with the path, or what may be meant."""
        found, typed, trouble, glyphs = self.found, self.line.value, self.trouble, self.glyphs
        rows = max(1, self.note.size.height)
        if trouble:
            self.note.show(lambda width: import_lines.trouble_lines(trouble, width))
        else:
            self.note.show(lambda width: import_lines.candidate_lines(found, typed, width, rows, glyphs))

    def on_resize(self) -> None:
        """Offer as much as there is room for."""
        if self.reading is None:
            self.call_after_refresh(self._look)

    async def action_complete(self, by: int) -> None:
        """Take the next of what may be meant, or the one so many places on."""
        if self.reading is not None:
            return
        if len(self.found) == 1 and self.line.value == self.taken:
            await self._offer()
        lines = [each.line for each in self.found]
        if lines:
            there = lines.index(self.line.value) + by if self.line.value in lines else min(by, 0)
            self.taken = self.line.value = lines[there % len(lines)]
            self.line.cursor_position = len(self.taken)

    # Reading

    def on_input_submitted(self) -> None:
        """Read what is named."""
        self.action_read()

    def action_read(self, columns: Mapping[str, str] | None = None) -> None:
        """Read the files, by the columns that the user named if there are any, and make a plan of them."""
        if self.reading is None:
            self.line.disabled = True
            self.set_focus(None)
            self.reading = self._read(self.line.value, columns)
            self._show_share(0)

    @work(thread=True, exclusive=True, group="import")
    def _read(self, typed: str, columns: Mapping[str, str] | None) -> None:
        """Read and plan in a thread of its own, until the user doesn't wait any more."""
        worker = get_current_worker()

        def tell(share: float) -> None:
            if worker.is_cancelled:
                raise StoppedError
            self.post_message(self.Came(worker, share))

        with suppress(StoppedError), collector_at_rest():
            self.post_message(self.Ended(worker, read_and_plan(self.book, typed, columns, tell)))

    def _show_share(self, share: float) -> None:
        """Show how far reading has come."""
        self.note.show(lambda width: (import_lines.reading_line(share, width, self.glyphs),))

    def on_import_sheet_came(self, message: Came) -> None:
        """Show how far reading has come."""
        if message.reading is self.reading:
            self._show_share(message.share)

    async def on_import_sheet_ended(self, message: Ended) -> None:
        """Show what was read, or ask which column is which, or say what is wrong."""
        if message.reading is not self.reading:
            return
        if self.app.screen is not self:
            # Something lies over this page: what was read is shown once the user is back.
            self.waiting = message
            return
        self._stop()
        if isinstance(message.made, Plan):
            await self._preview(message.made)
        elif isinstance(message.made, Unclear):
            await self._ask_columns(message.made)
        else:
            self.trouble = str(message.made)
            self._look()

    async def on_screen_resume(self) -> None:
        """Show what was read meanwhile."""
        message, self.waiting = self.waiting, None
        if message is not None:
            await self.on_import_sheet_ended(message)

    def _stop(self) -> None:
        """Let the path be typed again."""
        if self.reading is not None:
            self.reading.cancel()
            self.reading = None
        self.line.disabled = False
        self.line.focus()
        self._look()

    async def _preview(self, made: Plan) -> None:
        """Let the user look at what would come in."""
        from netpractice.tui.modals.import_preview import PreviewSheet

        await self.app.push_screen(PreviewSheet(self.book, self.glyphs, self.keys, made), self._imported)

    def _imported(self, outcome: Outcome | None) -> None:
        """Leave once people came in; else the path can be changed."""
        if outcome is not None:
            self.dismiss(outcome)

    async def _ask_columns(self, table: Unclear) -> None:
        """Let the user say which column is which."""
        from netpractice.tui.modals.import_mapping import MappingSheet

        def answered(columns: Mapping[str, str] | None) -> None:
            if columns is not None:
                self.action_read(columns)

        await self.app.push_screen(MappingSheet(self.book, self.glyphs, self.keys, *table), answered)

    async def action_leave(self) -> None:
        """Stop reading, or if nothing is read, go back."""
        if self.reading is not None:
            self._stop()
            self.tell("Stopped; nothing was written")
        else:
            self.dismiss(None)

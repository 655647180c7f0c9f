"""A question that takes one line of text."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from netpractice.domain.text import clean_line
from netpractice.tui.text import wrap
from netpractice.tui.widgets.line_input import LineInput
from netpractice.tui.widgets.lines import Lines, Span


class AskLine(ModalScreen[str | None]):
    """Ask for one line; the result is the cleaned line, or None when it was left."""

    CSS_PATH = "ask_line.tcss"
    BINDINGS = [Binding("escape", "leave", "Leave it")]

    def __init__(self, question: str, text: str) -> None:
        """Ask a question with a text to begin from."""
        super().__init__()
        self.question = question
        self.text = text
        self.read = partial(clean_line, field="this line")

    def compose(self) -> ComposeResult:
        """Lay out the input and a line for what is wrong with it."""
        with Vertical(id="box"):
            yield LineInput(self.text, read=self.read)
            yield Lines("note")

    def on_mount(self) -> None:
        """Show the question as the title."""
        box = self.query_one("#box")
        box.border_title = self.question
        box.border_subtitle = "Enter keeps it, Esc leaves it"

    def on_input_changed(self) -> None:
        """Say at once what is wrong with the text."""
        trouble = self.query_one(LineInput).trouble
        self.query_one("#note", Lines).show(lambda width: tuple((Span(part, "late"),) for part in wrap(trouble, width)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back, unless something is wrong with it: then it stays."""
        if not self.query_one(LineInput).trouble:
            self.dismiss(self.read(event.value))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

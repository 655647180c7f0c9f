"""A question that takes one line of text."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from netpractice.domain.errors import InputError
from netpractice.domain.text import clean_line
from netpractice.tui.widgets.lines import Lines, Span


class LineInput(Input):
    """An input that keeps all of a pasted text: its lines are joined by spaces, control characters are left out."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take over the paste: the stock input would keep the first line only."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))


class AskLine(ModalScreen[str | None]):
    """Ask for one line; the result is the cleaned line, or None when it was left."""

    CSS_PATH = "ask_line.tcss"
    BINDINGS = [Binding("escape", "leave", "Leave it")]

    def __init__(self, question: str, text: str) -> None:
        """Ask a question with a text to begin from."""
        super().__init__()
        self.question = question
        self.text = text

    def compose(self) -> ComposeResult:
        """Lay out the input and a line for what is wrong with it."""
        with Vertical(id="box"):
            yield LineInput(self.text, select_on_focus=False)
            yield Lines("note")

    def on_mount(self) -> None:
        """Show the question as the title."""
        box = self.query_one("#box")
        box.border_title = self.question
        box.border_subtitle = "Enter keeps it, Esc leaves it"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say at once what is wrong with the text."""
        self._cleaned(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back, unless something is wrong with it: then it stays."""
        line = self._cleaned(event.value)
        if line is not None:
            self.dismiss(line)

    def _cleaned(self, value: str) -> str | None:
        """The line as it will be kept, or None with the reason shown."""
        note = self.query_one("#note", Lines)
        try:
            line = clean_line(value, field="this line")
        except InputError as error:
            words = str(error)
            note.show(lambda _: ((Span(words, "late"),),))
            return None
        note.show(lambda _: ())
        return line

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

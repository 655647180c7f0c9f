"""Where one line is typed: a line that is checked while it grows, and one that filters a list."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message
from textual.widgets import Input

from netpractice.domain.errors import InputError
from netpractice.domain.text import clean_line
from netpractice.tui.actions import bindings


class LineInput(Input):
    """One line of text. All of what is pasted is kept: its lines are joined by spaces."""

    DEFAULT_CSS = """
    LineInput {
        background: $surface;
    }
    """

    def __init__(
        self, text: str = "", *, name: str | None = None, hint: str = "", read: Callable[[str], object] = clean_line
    ) -> None:
        """Begin with a text.

        Args:
            text: what stands there at first; the cursor is behind it.
            name: style sheets and queries know the line as `#name`.
            hint: what stands there while nothing does.
            read: reads what was typed; raises InputError for what can't be used.
        """
        super().__init__(text, placeholder=hint, select_on_focus=False, compact=True, id=name)
        self.read = read

    @property
    def trouble(self) -> str:
        """What is wrong with the text, in a sentence; empty if nothing is."""
        try:
            self.read(self.value)
        except InputError as problem:
            return str(problem)
        return ""

    def on_resize(self) -> None:
        """Keep the cursor in view, as whenever it moves."""
        self.mutate_reactive(LineInput.selection)

    def _on_paste(self, event: events.Paste) -> None:
        """Take over the paste: the stock input would keep the first line only."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)


class FilterLine(LineInput):
    """The line that filters a list while it is typed. What it finds is the list's business."""

    BINDINGS = bindings("filter")

    class Kept(Message):
        """The user goes to the list, with the filter as it is."""

    class Cleared(Message):
        """The user wants the whole list again."""

    def action_keep(self) -> None:
        """Keep what was typed and go to the list."""
        self.post_message(self.Kept())

    def action_copy(self) -> None:
        """Copy what is selected; with nothing selected the key that copies quits, as everywhere."""
        if self.selection.is_empty:
            self.app.call_later(self.app.run_action, "leave")
        else:
            super().action_copy()

    def action_clear(self) -> None:
        """Take what was typed away and go to the list."""
        self.value = ""
        self.post_message(self.Cleared())

"""Where text of several lines is typed."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import TextArea


class WritingArea(TextArea):
    """Lines of text. All of what is pasted is kept, and what a terminal sends for a line feed is a line break too."""

    DEFAULT_CSS = """
    WritingArea {
        background: $background;
        border: none;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }

    WritingArea:focus {
        border: none;
    }
    """
    BINDINGS = [Binding("ctrl+j", "break_line", "New line", show=False)]

    def __init__(self, text: str = "", *, name: str, hint: str = "") -> None:
        """Begin with a text; style sheets and queries know the area as `#name`, and `hint` stands in an empty one."""
        super().__init__(text, id=name, compact=True, highlight_cursor_line=False, placeholder=hint)

    def on_resize(self) -> None:
        """Paint again what was painted before the lines were broken for the new width."""
        self.refresh()

    def action_break_line(self) -> None:
        """Begin a new line at the cursor."""
        self.replace("\n", *self.selection)

    def action_copy(self) -> None:
        """Copy what is selected; with nothing selected the key that copies quits, as everywhere."""
        if self.selection.is_empty:
            self.app.call_later(self.app.run_action, "leave")
        else:
            super().action_copy()

    def put(self, text: str) -> None:
        """Let another text stand there, which the area's own undo takes back, with the cursor at its end."""
        self.replace(text, self.document.start, self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

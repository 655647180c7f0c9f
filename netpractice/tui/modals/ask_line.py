"""A question that takes one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input

from netpractice.domain.text import clean_line
from netpractice.practice.drafts import Drafts
from netpractice.tui.drafting import Drafting, Keeper
from netpractice.tui.text import wrap
from netpractice.tui.widgets.line_input import LineInput
from netpractice.tui.widgets.lines import Line, Lines, Span
from netpractice.tui.widgets.titles import Part

Tell: TypeAlias = Callable[[str, int], Sequence[Line]]
"""Tells something about a text while it is typed, in lines of a width."""

_read_line = partial(clean_line, field="this line")


class AskLine(ModalScreen[str | None], Drafting):
    """Ask for one line; the result is the cleaned line, or None when it was left."""

    CSS_PATH = "ask_line.tcss"
    BINDINGS = [Binding("escape", "leave", "Leave it")]

    def __init__(
        self,
        question: str,
        text: str = "",
        *,
        hint: str = "",
        read: Callable[[str], object] = _read_line,
        tell: Tell | None = None,
        draft: tuple[Drafts, str] | None = None,
    ) -> None:
        """Ask a question.

        Args:
            question: stands over the line.
            text: what to begin from.
            hint: what stands in an empty line.
            read: reads what was typed; what it refuses with InputError is said at once, and can't be given back.
            tell: what to say about a text that can be used.
            draft: the drafts of the book, and the place in which the line is kept while it is typed; whoever asks says
                what became of it once the line is given back.
        """
        super().__init__()
        self.question = question
        self.line = LineInput(text, hint=hint, read=read)
        self.tell = tell
        if draft is not None:
            self.keeper = Keeper(self, *draft, lambda: {"line": self.line.value} if self.line.value != text else {})
            if self.keeper.draft is not None:
                self.line.value = self.keeper.draft.typed.get("line", text)

    def compose(self) -> ComposeResult:
        """Lay out the input and what there is to say about it."""
        with Part(name="box", classes=""):
            yield self.line
            yield Lines("note")

    def on_mount(self) -> None:
        """Show the question as the title."""
        self.query_one("#box", Part).entitle(self.question, "Enter keeps it, Esc leaves it")
        self._look()

    def on_input_changed(self) -> None:
        """Say at once what is wrong with the text, or what there is to say."""
        if self.keeper is not None:
            self.keeper.touch()
        self._look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back, unless something is wrong with it: then it stays."""
        if self.line.trouble:
            self._look()
        else:
            if self.keeper is not None:
                self.keeper.gather()
            self.dismiss(clean_line(event.value))

    def _look(self) -> None:
        """Show what is wrong with the text, or what there is to say about it."""
        text, tell, trouble = self.line.value, self.tell, self.line.trouble if self.line.value else ""
        note = self.query_one("#note", Lines)
        if trouble or tell is None:
            note.show(lambda width: tuple((Span(part, "late"),) for part in wrap(trouble, width)))
        else:
            note.show(lambda width: tell(text, width))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        if self.keeper is not None:
            self.keeper.drop()
        self.dismiss(None)

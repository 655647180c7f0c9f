"""A question with a few answers, each with its key; none of them is Enter."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from netpractice.tui.widgets.lines import Lines, Span
from netpractice.tui.widgets.titles import Part


class Choice(ModalScreen[str | None]):
    """Ask a question; the result is the key of the answer, or None when it was left with Esc."""

    CSS_PATH = "choice.tcss"

    def __init__(self, question: str, answers: Mapping[str, str], *, note: str = "") -> None:
        """Ask a question with answers by their key, a single character each, and a note under them."""
        super().__init__()
        self.question = question
        self.answers = answers
        self.note = note

    def compose(self) -> ComposeResult:
        """Lay out the answers under the question."""
        with Part(name="box", classes=""):
            yield Lines("answers")

    def on_mount(self) -> None:
        """Fill in the words."""
        self.query_one("#box", Part).entitle(self.question)
        answers = ((Span(f" {key} ", "key"), Span(f" {words}")) for key, words in self.answers.items())
        note = ((), (Span(f" {self.note}", "muted"),)) if self.note else ()
        lines = (*answers, (Span(" Esc", "key"), Span("  decide later")), *note)
        self.query_one("#answers", Lines).show(lambda _: lines)

    def on_key(self, event: events.Key) -> None:
        """Take the answer whose key was pressed."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.character is not None and event.character in self.answers:
            event.stop()
            self.dismiss(event.character)

    def on_click(self, event: events.Click) -> None:
        """Take the answer that was clicked."""
        answers = self.query_one("#answers", Lines)
        offset = event.get_content_offset(answers)
        if offset is not None and offset.y < len(self.answers):
            self.dismiss(list(self.answers)[offset.y])

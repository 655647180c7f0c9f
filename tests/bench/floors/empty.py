"""The least Textual app that looks like one: a header, a footer with one key, and nothing between them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header


class EmptyApp(App[None]):
    """Nothing to see."""

    BINDINGS: ClassVar = [("d", "wait", "FloorReady")]

    def compose(self) -> ComposeResult:
        """Place the two bars."""
        yield Header()
        yield Footer()

    def action_wait(self) -> None:
        """Do nothing."""


if __name__ == "__main__":
    EmptyApp().run()

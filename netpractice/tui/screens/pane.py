"""The base of the six screens: a subject with its own keys and style, mounted when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.actions import parse
from textual.containers import Container

from netpractice.domain.errors import NetpracticeError
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Action, Keys, ScreenKey
from netpractice.tui.messages import Did, Refused
from netpractice.tui.theme import Glyphs


class Pane(Container, can_focus=True):
    """One of the six screens. It reads the book and is told to look again after every change."""

    STYLES: ClassVar[str] = ""
    """The style sheet beside the module of a pane that is mounted after the start; empty for Today, whose sheet the app
    has from the first."""

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Be one of the six screens, over a book, with a set of glyphs and the keys in force."""
        super().__init__(id=key)
        self.key = key
        self.book = book
        self.glyphs = glyphs
        self.keys = keys

    def look_again(self) -> None:
        """Show the book as it is now; cheap when nothing changed, and may be called at any time."""

    def opened(self) -> None:
        """Get ready for the user, who has just come to this screen."""
        self.look_again()
        self.focus(scroll_visible=False)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Stay as it is: no style sheet of ours asks for it, and going through them all takes long at the start."""

    def can_do(self, action: Action) -> bool:
        """True if an action of this screen can be done now."""
        _, name, parameters = parse(action.run)
        return self.check_action(name, parameters) is True

    def attempt(self, step: Callable[[], Outcome]) -> None:
        """Take a step; say what came of it, or why not."""
        try:
            outcome = step()
        except NetpracticeError as error:
            self.post_message(Refused(str(error)))
        else:
            self.post_message(Did(outcome.words, changed=outcome.change is not None))

"""The base of the six screens: a subject with its own keys and style, mounted when it is first opened."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.containers import Container

from netpractice.domain.records import Record
from netpractice.practice.book import Book
from netpractice.tui.actions import SCREENS, Keys, ScreenKey, Where
from netpractice.tui.screens.place import Place
from netpractice.tui.theme import Glyphs


class Pane(Container, Place, can_focus=True):
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

    @property
    def called(self) -> str:
        """The screen's name in the header."""
        return next(name for key, _, name in SCREENS if key == self.key)

    @property
    def where(self) -> Where:
        """The screen's own place."""
        return self.key

    def opened(self) -> None:
        """Get ready for the user, who has just come to this screen."""
        self.look_again()
        self._focus_list()

    def _focus_list(self) -> None:
        """Let keys go to the list of this screen; a pane that has one names it."""
        self.focus(scroll_visible=False)

    def on_click(self, event: events.Click) -> None:
        """Leave the keys with the list when there is a click beside it."""
        if self.screen.focused is self:
            self._focus_list()

    def turn_to(self, day: date, record: Record | None) -> None:
        """Show what was written on a day, or one record of it; a pane that has no days stays as it is."""

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Stay as it is: no style sheet of ours asks for it, and going through them all takes long at the start."""

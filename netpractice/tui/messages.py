"""What screens tell the app."""

from __future__ import annotations

from datetime import date

from textual.message import Message

from netpractice.domain.records import Record


class Did(Message):
    """A step was taken, or needed nothing."""

    def __init__(self, words: str, *, changed: bool) -> None:
        """Carry what was done, in words, and whether the book changed."""
        super().__init__()
        self.words = words
        self.changed = changed


class Refused(Message):
    """A step can't be taken."""

    def __init__(self, words: str) -> None:
        """Carry the sentence that says why, and the way out."""
        super().__init__()
        self.words = words


class Visit(Message):
    """Something is to be looked at where it was written."""

    def __init__(self, day: date, record: Record | None = None) -> None:
        """Carry a day, and the record of that day if it is about one."""
        super().__init__()
        self.day = day
        self.record = record


class TerminalGone(Message):
    """The terminal was closed."""

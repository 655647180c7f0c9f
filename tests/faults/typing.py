"""Somebody who types into the app in a real terminal, and what is kept of it when they start it again."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netpractice.domain.records import Conversation
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths
from tests.bench.terminal import Terminal

TODAY = date(2026, 11, 22)

READY = ("Six habits",)
"""What stands on the screen once the app can be used."""

WRITABLE = 0.4
"""Seconds from then until the book is claimed for writing, and some."""


class Kept(NamedTuple):
    """What is there at the next start."""

    drafts: dict[str, dict[str, str]]
    """What was typed, by place and field."""
    talks: tuple[Conversation, ...]
    days_written: int
    """How many pages of days the book holds."""


def app(data: Path) -> Terminal:
    """The app on a book, in a terminal of its own."""
    environ = {name: os.fspath(data.parent) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    program = [sys.executable, "-m", "netpractice", "--data", os.fspath(data), "--today", TODAY.isoformat()]
    return Terminal(program, environ)


def begin(terminal: Terminal, *keys: str) -> None:
    """Wait until the app can be used, and press some keys."""
    terminal.wait_for(READY)
    terminal.wait(WRITABLE)
    for key in keys:
        terminal.press(key, 0.1)


def kept(data: Path) -> Kept:
    """What somebody finds who starts the app now."""
    with closing(Book.open(find_paths(os.fspath(data), {}), FixedClock(TODAY))) as book:
        assert not book.read_only
        assert book.find_drafts() == ""
        drafts = {draft.place: draft.typed for draft in book.drafts.waiting}
        return Kept(drafts, tuple(book.records.conversations.values()), len(book.records.checkins))


def batch_in(found: Kept) -> str:
    """The text of the batch that waits."""
    return found.drafts.get("batch", {}).get("text", "")

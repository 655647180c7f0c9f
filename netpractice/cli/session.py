"""What every verb works with: the book and clock that the options chose, and the way to the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, closing
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, TextIO, TypeAlias

import msgspec

from netpractice.domain.days import practice_day, read_day
from netpractice.domain.standing import DEFAULT_SETTINGS
from netpractice.domain.text import harmless
from netpractice.practice.book import Book
from netpractice.practice.clock import Clock, FixedClock, SystemClock
from netpractice.store.paths import Paths, find_paths

JSON_SCHEMA = 1
"""The version of every `--json` object. It grows when a field changes its meaning or goes, not when one is added."""

StartApp: TypeAlias = Callable[[Book, str], int]
"""Opens the full-screen app on a book, with a banner or an empty string, and returns the exit status."""


def one_line(text: str) -> str:
    """Text as one line in which nothing acts on a terminal."""
    return " ".join(harmless(text).splitlines())


class Session:
    """One run of the command line."""

    def __init__(
        self,
        *,
        data: str | None,
        today: str | None,
        environ: Mapping[str, str],
        out: TextIO,
        start_app: StartApp,
        source: BinaryIO | None = None,
    ) -> None:
        """Keep what the run was started with.

        Args:
            data: the value of `--data`, or None.
            today: the value of `--today`, or None for the real day.
            environ: the environment variables.
            out: where reports go.
            start_app: opens the full-screen app.
            source: standard input; None if it is closed.
        """
        self._data = data
        self._today = today
        self._environ = environ
        self._out = out
        self._start_app = start_app
        self._source = source

    @cached_property
    def paths(self) -> Paths:
        """Where the book and everything beside it is."""
        return find_paths(self._data, self._environ)

    @cached_property
    def clock(self) -> Clock:
        """The real clock, or one that stands on the day of `--today`; raises InputError if that is no day."""
        if self._today is None:
            return SystemClock()
        return FixedClock(read_day(self._today, SystemClock().now().date()))

    @property
    def today(self) -> date:
        """The practice day where no book says when a day ends."""
        return practice_day(self.clock.now(), DEFAULT_SETTINGS.day_ends_at)

    def book(self, *, writable: bool = False, claim: bool = True) -> AbstractContextManager[Book]:
        """The book, saved and closed at the end.

        Args:
            writable: False takes no lock and writes nothing.
            claim: False takes the lock only with the first change, so that what is refused before leaves no trace.
        """
        return closing(Book.open(self.paths, self.clock, writable=writable, claim=claim))

    def sample(self, path: Path) -> AbstractContextManager[Book]:
        """Another book than the chosen one, with the same clock, closed at the end."""
        return closing(Book.open(find_paths(str(path), {}), self.clock))

    def day(self, book: Book, text: str | None) -> date:
        """The day that words mean, the latest such day up to today, or today for None; raises InputError if they mean none."""
        return (
            book.today if text is None else read_day(text, book.today, past=True, week_start=book.settings.week_start)
        )

    @property
    def width(self) -> int | None:
        """How many cells a line has on the terminal that reports go to; None if they go elsewhere."""
        return (os.get_terminal_size(self._out.fileno()).columns or None) if self._out.isatty() else None

    def start_app(self, book: Book, banner: str = "") -> int:
        """Open the full-screen app and return its exit status."""
        return self._start_app(book, banner)

    def read_input(self) -> bytes:
        """All of standard input; nothing if it is closed."""
        return b"" if self._source is None else self._source.read()

    def say(self, line: str = "") -> None:
        """Print one line."""
        self._out.write(f"{one_line(line)}\n")

    def say_json(self, report: msgspec.Struct) -> None:
        """Print a report as one JSON object on one line, the version of its shape first."""
        self.say_object({"schema": JSON_SCHEMA, **msgspec.to_builtins(report)})

    def say_object(self, value: object) -> None:
        """Print a value as one line of JSON."""
        try:
            line = msgspec.json.encode(value).decode()
            line.encode(self._out.encoding or "utf-8")
        except UnicodeEncodeError:
            # JSON has an escape for what the locale can't show, and for a file name that is no text.
            import json

            line = json.dumps(msgspec.to_builtins(value))
        self._out.write(f"{line}\n")

    def say_bytes(self, data: bytes) -> None:
        """Write what is to be kept as it is, whatever the locale can show."""
        self._out.flush()
        self._out.buffer.write(data)

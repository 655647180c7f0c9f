"""The command line called in this process, on a book of its own and on a fixed day."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest

from netpractice.cli.main import main
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
"""A Sunday, the last day of 2026-W47."""


class Result(NamedTuple):
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object that was printed."""
        assert self.out.count("\n") == 1
        report: dict[str, Any] = json.loads(self.out)
        return report

    @property
    def lines(self) -> list[str]:
        """The lines that were printed."""
        return self.out.splitlines()


class Opened(NamedTuple):
    """What the app was started with."""

    path: Path
    banner: str
    read_only: str


class CommandLine:
    """Runs verbs on one book."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.opened: list[Opened] = []
        self.input = b""
        """What the next runs find on standard input."""

    def __call__(self, *words: str, today: str = TODAY.isoformat(), encoding: str = "utf-8") -> Result:
        """Run the program with these words, on the book and day of this command line."""
        return self.bare("--data", str(self.data), "--today", today, *words, encoding=encoding)

    def bare(self, *words: str, environ: dict[str, str] | None = None, encoding: str = "utf-8") -> Result:
        """Run the program with these words only."""
        raw, err = io.BytesIO(), io.StringIO()
        out = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", newline="\n")
        source = io.BytesIO(self.input)
        status = main(words, environ=environ or {}, out=out, err=err, start_app=self._start, source=source)
        out.flush()
        return Result(status, raw.getvalue().decode(encoding), err.getvalue())

    def _start(self, book: Book, banner: str) -> int:
        """Stand in for the app."""
        self.opened.append(Opened(book.paths.book, banner, book.read_only))
        return 0


OpenBook: TypeAlias = Callable[[], Book]


@pytest.fixture
def cli(data: Path) -> CommandLine:
    """The command line on a book that isn't there yet."""
    return CommandLine(data)


@pytest.fixture
def open_book(data: Path) -> Iterator[OpenBook]:
    """Opens the command line's book for writing; what is still open at the end is closed."""
    books: list[Book] = []

    def opened() -> Book:
        books.append(Book.open(find_paths(str(data), {}), FixedClock(TODAY)))
        return books[-1]

    yield opened
    for book in books:
        book.close()

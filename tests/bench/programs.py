"""What is measured: the app on books of three sizes, its status line, and the floor programs."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netpractice.practice.demo import write_demo

TODAY = date(2026, 11, 22)


class Program(NamedTuple):
    """Something that can be started."""

    name: str
    command: tuple[str, ...]
    words: tuple[str, ...]
    """What stands on the screen once it can be read; empty for a program that prints and ends."""
    environ: Mapping[str, str] = {}


def floor(name: str, *words: str) -> Program:
    """One of the floor programs, which show these words."""
    return Program(name, (sys.executable, "-m", f"tests.bench.floors.{name}"), words)


EMPTY = floor("empty", "FloorReady")
TABLE = floor("table500", "FloorReady", "Contact 0001")
SCREENS = floor("three_screens", "FloorTable", "Contact 0001")


class Books:
    """Books of three sizes in a folder, and fresh copies of them to be written to."""

    def __init__(self, folder: Path) -> None:
        """Write the books; this takes a second."""
        self._folder = folder
        self._copies = 0
        self._of_years: dict[str, Path | None] = {"empty": None}
        for name, years in (("quarter", None), ("ten-year", 10)):
            path = folder / f"{name}.json"
            write_demo(path, TODAY, years=years)
            self._of_years[name] = path

    def app(self, name: str) -> Program:
        """The app on a copy of a book of its own."""
        return self._program(f"app, {name} book", name, ("Start warm", "Quit"))

    def status(self, name: str) -> Program:
        """The status line for a copy of a book."""
        return self._program(f"status, {name} book", name, (), "status")

    def _program(self, title: str, name: str, words: tuple[str, ...], *verb: str) -> Program:
        """The app with arguments, on a copy of a book, with nothing else of its user's."""
        self._copies += 1
        home = self._folder / f"home-{self._copies}"
        home.mkdir()
        book, original = home / "book.json", self._of_years[name]
        if original is not None:
            shutil.copyfile(original, book)
        environ = {variable: os.fspath(home) for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        options = ("--data", os.fspath(book), "--today", TODAY.isoformat())
        return Program(title, (sys.executable, "-m", "netpractice", *options, *verb), words, environ)

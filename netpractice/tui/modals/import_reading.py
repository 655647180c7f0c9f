"""Reading files and planning what becomes of whom, in a thread beside the event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from netpractice.domain.errors import ColumnsError, NetpracticeError
from netpractice.practice.book import Book
from netpractice.practice.importing import Plan, Progress, gather, plan, read
from netpractice.practice.importing.columns import Shape, shape
from netpractice.practice.importing.typed_paths import read_paths

_TELL_EVERY = 0.05
"""Seconds between two times that somebody is told how far it is."""


class StoppedError(Exception):
    """Nobody waits for the end of reading."""


class Unclear(NamedTuple):
    """A table in which it isn't clear which column is which."""

    file: str
    looks: Shape


Made: TypeAlias = Plan | Unclear | NetpracticeError
"""What comes of reading: a plan, a table to be told about, or what is wrong."""


def read_and_plan(book: Book, typed: str, columns: Mapping[str, str] | None, tell: Callable[[float], object]) -> Made:
    """What comes of the files that were named.

    Args:
        book: the open book; nothing in it is changed.
        typed: the paths as they were typed.
        columns: the columns of a table that the user named.
        tell: is told now and then how much is done, from 0 to 1; what it raises ends the work.
    """
    try:
        sources = gather(read_paths(typed))
        try:
            readings = read(sources, columns, _teller(tell, 0))
        except ColumnsError as problem:
            table = next(each for each in sources if each.name == problem.where)
            return Unclear(table.name, shape(table))
        return plan(book, readings, progress=_teller(tell, 1))
    except NetpracticeError as problem:
        return problem


def _teller(tell: Callable[[float], object], half: int) -> Progress:
    """What tells how far a half of the work has come, 0 or 1, and not too often."""
    told = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _TELL_EVERY:
            told = now
            tell((half + done / max(1, total)) / 2)
        # Let the event loop have its turn before the interpreter would.
        time.sleep(0)

    return progress

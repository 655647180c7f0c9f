"""One durable save, and one opening, against stock TinyDB's insert and reading of the same documents.

`pytest -m bench tests/bench/test_save.py -s` prints the table. Ours writes a conversation with a follow-up and the history
of both, and the floor inserts the conversation alone; they take turns on copies of the same book, and medians count. The
targets are ratios on one machine, so nothing is asserted about them; what is asserted is that both have saved everything.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec
import pytest
from tinydb import TinyDB

from netpractice.domain.records import Conversation, FollowUp, Records
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.demo import make_demo
from netpractice.store.bookfile import BookFile
from netpractice.store.codec import encode
from netpractice.store.paths import Paths

TODAY = date(2026, 11, 22)
TARGET_FROM = 10_000
"""How many conversations the book has at least for which the target is set."""


def conversations(count: int) -> Records:
    """A book of nothing but so many conversations, as long as those of the sample book."""
    some = list(make_demo(TODAY, years=1).conversations.values())
    copies = (msgspec.structs.replace(some[n % len(some)], id=f"copy{n}") for n in range(count))
    return Records(conversations={each.id: each for each in copies})


BOOKS: dict[str, Callable[[], Records]] = {
    "1,000 conversations": lambda: conversations(1_000),
    "10,000 conversations": lambda: conversations(10_000),
    "50,000 conversations": lambda: conversations(50_000),
    "the ten-year book": lambda: make_demo(TODAY, years=10),
}


def milliseconds(what: Callable[[], object]) -> float:
    """How long something took."""
    start = perf_counter()
    what()
    return 1000 * (perf_counter() - start)


def write(book: Book) -> None:
    """Change and save the book: one conversation and what was promised in it."""
    talk = book.new(Conversation, day=TODAY, setting="laundrette", notes="Folded sheets and spoke about maps. " * 4)
    promise = book.new(FollowUp, kind="promise", what="send the map", opened=TODAY, due=TODAY, conversation=talk.id)
    book.change("talked", put=[talk, promise])
    book.save()


def load(paths: Paths) -> None:
    """Open the book as a command does that only reads."""
    BookFile(paths).load()


@pytest.mark.bench
@pytest.mark.parametrize("name", BOOKS)
def test_one_save(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    records = BOOKS[name]()
    paths, stock = Paths(book=tmp_path / "book.json"), tmp_path / "stock.json"
    paths.book.write_bytes(encode(records))
    shutil.copyfile(paths.book, stock)
    rounds = 15 if len(records.conversations) <= TARGET_FROM else 5
    there = len(records.conversations)
    document = msgspec.to_builtins(next(iter(records.conversations.values())))
    del records

    book = Book.open(paths, FixedClock(TODAY))
    ours, floor, loads, reads = [], [], [], []
    with TinyDB(stock) as database:
        table = database.table("conversations")
        for number in range(rounds):
            ours.append(milliseconds(partial(write, book)))
            fresh = {**document, "id": f"new{number}"}
            floor.append(milliseconds(partial(table.insert, fresh)))
            loads.append(milliseconds(partial(load, paths)))
            reads.append(milliseconds(database.storage.read))
    book.close()

    for path in (paths.book, stock):
        with TinyDB(path) as database:
            assert len(database.table("conversations")) == there + rounds
    with capsys.disabled():
        save, insert, load_time, read = (median(times) for times in (ours, floor, loads, reads))
        target = " ≤ 0.25" if there >= TARGET_FROM else ""
        print(
            f"\n{name:22} save {save:6.1f} ms, stock insert {insert:6.1f} ms, ratio {save / insert:.2f}{target};"
            f" open {load_time:5.1f} ms, stock read {read:5.1f} ms"
        )

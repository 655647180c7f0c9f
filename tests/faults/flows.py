"""The ways in which a book is written, each as something that a fault can be put into.

A flow prepares a folder and then acts in it: as the command line does, or as the app does with an open book. Once
something was said to be saved, it has been written to `out`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TextIO, TypeAlias

import msgspec

from netpractice.cli.main import main
from netpractice.domain.errors import NetpracticeError
from netpractice.domain.records import RECORD_TYPES, Contact, Conversation, Participant, Plan, Record, Records
from netpractice.practice.book import Book
from netpractice.practice.checkin import check_in, toggle_rest_week
from netpractice.practice.clock import FixedClock
from netpractice.practice.ids import Ids
from netpractice.store.paths import Paths, find_paths

TODAY = date(2026, 11, 22)
"""A Sunday."""

NOW = FixedClock(TODAY)

Shape: TypeAlias = tuple[tuple[Record, ...], ...]
"""Records by table in their order, without their ids, which are never the same twice."""

Act: TypeAlias = Callable[[Path, TextIO], str]
"""Does something to the book at a path, writes to the stream once it is saved, and returns what was said to be wrong."""


class Flow(NamedTuple):
    """Something that writes."""

    prepare: Callable[[Path], object]
    act: Act
    meanwhile: Callable[[Path], object] | None = None
    """What another program does to the file while the flow acts."""
    keeps_history: bool = True
    """False if what could be undone before need not be undoable afterwards."""
    keeps_file: bool = False
    """True if the file that it replaces must be somewhere in the folder afterwards, as it was."""


def places(data: Path) -> Paths:
    return find_paths(str(data), {})


def opened(data: Path, day: date = TODAY) -> Book:
    return Book.open(places(data), FixedClock(day))


def shape(records: Records) -> Shape:
    tables = [records.table(kind.table).values() for kind in RECORD_TYPES]
    return tuple(tuple(msgspec.structs.replace(record, id="-") for record in table) for table in tables)


def shape_on_disk(data: Path) -> Shape:
    """What the file says, for somebody who only looks."""
    with closing(Book.open(places(data), NOW, writable=False)) as book:
        return shape(book.records)


# Preparing


def nothing(data: Path) -> None:
    """No book, and no folder for it."""


def seed(data: Path) -> None:
    """A book of 25 people and a page for each of three days, written in four steps."""
    with closing(Book.open(places(data), NOW, ids=Ids(bytes))) as book:
        people = [book.new(Contact, name=f"Ann {n}", circle="warm", notes="Ä " * n) for n in range(25)]
        book.change("met 25 people", put=people)
        for ago in (2, 1, 0):
            check_in(book, TODAY - timedelta(days=ago), ticks=["warm"], intention=f"day {ago}")
            book.save()


def seed_undone(data: Path) -> None:
    """The same, with the last step taken back."""
    seed(data)
    with closing(opened(data)) as book:
        book.undo()


def seed_backed_up(data: Path) -> None:
    """The same, with a backup that is two steps old."""
    seed(data)
    with closing(opened(data)) as book:
        book.backup()
        check_in(book, TODAY, ticks=["give"])
        book.save()
        check_in(book, TODAY, ticks=["listen"])


def seed_damaged(data: Path) -> None:
    """The same, then cut in the middle."""
    seed_backed_up(data)
    data.write_bytes(data.read_bytes()[:700])


def seed_old(data: Path) -> None:
    """A book of the first form, which didn't say which form it has."""
    seed(data)
    tables = json.loads(data.read_bytes())
    del tables["meta"]
    data.write_text(json.dumps(tables))
    places(data).history.unlink()


def seed_old_backups(data: Path) -> None:
    """A book with the daily backups of 40 days, most of which are too many."""
    seed(data)
    for ago in range(40, 0, -1):
        with closing(opened(data, TODAY - timedelta(days=ago))) as book:
            book.backup_if_due()


# Acting


def command(*words: str) -> Act:
    """The command line with these words."""

    def act(data: Path, out: TextIO) -> str:
        err = io.StringIO()
        words_for_all = ("--data", str(data), "--today", TODAY.isoformat())
        status = main([*words_for_all, *words], environ={}, out=out, err=err, start_app=no_app)
        assert (status == 0) == (err.getvalue() == ""), (status, err.getvalue())
        return err.getvalue()

    return act


def no_app(book: Book, banner: str) -> int:
    raise AssertionError("no flow starts the app")


def with_book(step: Callable[[Book], object]) -> Act:
    """A step of an open book, saved when it is closed."""

    def act(data: Path, out: TextIO) -> str:
        try:
            with closing(opened(data)) as book:
                step(book)
        except NetpracticeError as problem:
            return str(problem)
        out.write("saved\n")
        return ""

    return act


def batch(book: Book) -> None:
    """Forty conversations, forty changed people and a plan in one step."""
    people = list(book.records.contacts.values())
    talks = [
        book.new(Conversation, day=TODAY, people=(Participant(name=f"Bo {n}"),), notes="x" * 300) for n in range(40)
    ]
    edits = [msgspec.structs.replace(person, circle="friendly") for person in people]
    book.change("wrote 40 talks", put=[*talks, *edits, book.new(Plan, start=TODAY, targets={"warm": 3})])


def several(book: Book) -> None:
    """Several steps, one of them taken back, in one save."""
    check_in(book, TODAY, ticks=["give"])
    check_in(book, TODAY, ticks=["listen"])
    book.undo()
    book.change("removed people", remove=list(book.records.contacts.values())[:5])


def outside(data: Path) -> None:
    """What another program does to the file: somebody new, and the file in the old one's place."""
    tables = json.loads(data.read_bytes())
    stamp = NOW.now().isoformat()
    tables["contacts"]["77"] = {"id": "theirs", "created": stamp, "updated": stamp, "name": "Cy from elsewhere"}
    other = data.parent.with_name("elsewhere.json")
    other.write_text(json.dumps(tables))
    other.replace(data)


def keep_both(book: Book) -> None:
    check_in(book, TODAY, ticks=["give"])
    outside(book.paths.book)
    book.keep_both()


def reload(book: Book) -> None:
    check_in(book, TODAY, ticks=["give"])
    outside(book.paths.book)
    book.reload()


WORDS = {
    "first check": ("check", "1", "2", "--attitude", "3"),
    "check": ("check", "2", "5", "--reflection", "it went well"),
    "undo": ("check", "--undo"),
}
"""What a user types for some of the flows."""

FLOWS: dict[str, Flow] = {
    "first check": Flow(nothing, command(*WORDS["first check"])),
    "check": Flow(seed, command(*WORDS["check"])),
    "check another day": Flow(seed, command("check", "2", "--on", "2026-11-18")),
    "undo": Flow(seed, command(*WORDS["undo"])),
    "redo": Flow(seed_undone, with_book(Book.redo)),
    "batch": Flow(seed, with_book(batch)),
    "several": Flow(seed, with_book(several)),
    "restore": Flow(
        seed_backed_up, command("restore", "book-20261122-120000-by-hand.json"), keeps_history=False, keeps_file=True
    ),
    "restore damaged": Flow(seed_damaged, command("restore", "newest"), keeps_history=False, keeps_file=True),
    "backup": Flow(seed, command("backup")),
    "daily backup": Flow(seed_old_backups, with_book(Book.backup_if_due)),
    "migrate": Flow(seed_old, command("check", "2"), keeps_file=True),
    "keep both": Flow(seed, with_book(keep_both), outside, keeps_file=True),
    "reload": Flow(seed, with_book(reload), outside, keeps_file=True),
    "theme": Flow(seed, with_book(lambda book: book.set_theme("netpractice-light"))),
    "rest week": Flow(seed, with_book(lambda book: toggle_rest_week(book, TODAY))),
}


def files_of(folder: Path, but: Iterable[Path] = ()) -> dict[str, bytes]:
    """All files under a folder with their bytes, but for some."""
    apart = set(but)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in apart
    }

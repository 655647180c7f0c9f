"""What a book must be like after a fault: as it was before or as it is after, whole, undoable and writable."""

from __future__ import annotations

import io
import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB

from netpractice.domain.errors import DamagedError
from netpractice.practice.book import Book
from netpractice.practice.checkin import set_reflection
from netpractice.store import backups, disk
from tests.faults.flows import FLOWS, NOW, TODAY, Shape, files_of, opened, places, shape, shape_on_disk


class Stage(NamedTuple):
    """What somebody finds who opens a book."""

    shape: Shape | None
    """None if it can't be opened."""
    undone: Shape | None
    """What undo leads to; None if there is nothing to undo."""


class Course(NamedTuple):
    """A flow in a folder of its own, as it goes when nothing is in its way."""

    name: str
    folder: Path
    """Prepared, to be copied."""
    before: tuple[Stage, ...]
    """How the book may be until the flow is through: as it was prepared, or as another program left it meanwhile."""
    after: Stage
    old: tuple[bytes, ...]
    """How the file may have been before, if one of these must be kept."""

    def copy(self, place: Path) -> Path:
        """A prepared folder of the flow at a place, in which there may be an older one; the result is the book's path."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        if self.folder.exists():
            shutil.copytree(self.folder, place / "own")
        return place / "own" / "book.json"


def course(name: str, place: Path) -> Course:
    """Prepare a flow at a place, and find out how it goes."""
    flow = FLOWS[name]
    folder = place / "prepared" / "own"
    flow.prepare(folder / "book.json")
    found = Course(name, folder, (), Stage(None, None), ())
    data = found.copy(place / "undisturbed")
    before = [stage(data, place)]
    old = [data.read_bytes()] if flow.keeps_file else []
    if flow.meanwhile:
        flow.meanwhile(data)
        before.append(stage(data, place))
        old.append(data.read_bytes())
        data = found.copy(place / "undisturbed")
    wrong = flow.act(data, io.StringIO())
    assert not wrong, wrong
    return found._replace(before=tuple(before), after=stage(data, place), old=tuple(old))


def stage(data: Path, place: Path) -> Stage:
    """Open a copy of a book and see what it is like."""
    if not data.parent.exists():
        return Stage(shape(Book.open(places(data), NOW, writable=False).records), None)
    copy = place / "looked at"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data.parent, copy)
    try:
        with closing(opened(copy / "book.json")) as book:
            found = shape(book.records)
            return Stage(found, shape(book.records) if book.undo() else None)
    except DamagedError:
        return Stage(None, None)


def look_over(data: Path, course: Course, *, said: bool) -> Stage:
    """Make sure that a book is as it should be after whatever happened, and say how far the flow came.

    `said` is true if somebody was told that all is saved.
    """
    flow = FLOWS[course.name]
    files = files_of(data.parent)
    assert all(backups.is_good(each) for each in backups.found(places(data)) if each.label != backups.BEFORE_RESTORE)
    assert not course.old or set(course.old) & set(files.values()), "what was replaced is gone"
    allowed = (course.after,) if said else (*course.before, course.after)
    found = reopened(data, allowed, keeps_history=flow.keeps_history)
    if found.shape is None:
        assert data.read_bytes() == course.old[0]
        out = io.StringIO()
        assert flow.act(data, out) == ""
        found = reopened(data, (course.after,), keeps_history=False)
    return found


def reopened(data: Path, allowed: tuple[Stage, ...], *, keeps_history: bool) -> Stage:
    """Open a book, which must be in one of some stages; undo, redo, and write another line."""
    try:
        if data.exists() and any(each.shape is None for each in allowed):
            shape_on_disk(data)
    except DamagedError:
        return Stage(None, None)
    if data.exists():
        with TinyDB(data, access_mode="r") as database:
            assert database.tables() or not data.stat().st_size
    with closing(opened(data)) as book:
        assert book.read_only == ""
        found = shape(book.records)
        matching = [each for each in allowed if each.shape == found]
        assert matching, "neither before nor after"
        undo_and_redo(book, matching[0], keeps_history=keeps_history)
        set_reflection(book, TODAY, "life goes on")
        book.save()
        latest = shape(book.records)
    assert shape_on_disk(data) == latest
    assert not [name for name in files_of(data.parent) if disk.is_draft(Path(name).name)]
    return matching[0]


def undo_and_redo(book: Book, stage: Stage, *, keeps_history: bool) -> None:
    """Undo must lead where it should, or there must be none; redo must lead back."""
    undone = book.undo()
    if undone is None:
        assert stage.undone is None or not keeps_history, "undo was lost"
        return
    assert shape(book.records) == stage.undone, "undo went wrong"
    assert book.redo() == undone
    assert shape(book.records) == stage.shape, "redo went wrong"


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def assert_helpful(message: str, data: Path) -> None:
    """One line that says where, what, and the next step."""
    assert message.count("\n") <= 1
    assert str(data.parent) in message
    assert "Traceback" not in message
    assert re.search(r"\. [A-Z][^.]+\.\n?$", message), message

"""F1: the disk refuses a call, once or from then on."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from netpractice.domain.errors import NotSavedError
from netpractice.practice.book import Book
from netpractice.practice.checkin import check_in, set_reflection
from tests.counts import tally
from tests.faults.aftermath import Course, assert_helpful, bytes_of, course, look_over
from tests.faults.flows import FLOWS, TODAY, batch, nothing, opened, seed, several, shape, shape_on_disk
from tests.faults.layer import Call, calls_of, layer

ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE")

LASTING = frozenset(("open", "listdir", "write", "fsync", "replace", "mkdir", "unlink", "ftruncate"))
"""The calls that go on being refused by a disk that is full, broken or read-only, or when too many files are open."""

REFUSED = LASTING | {"close", "flock", "stat", "fchmod", "chmod"}
"""The calls that are refused."""


class Refusal(NamedTuple):
    """How the disk refuses."""

    at: int
    """The number of the call that it refuses first."""
    error: str
    """The name of the error; "short" writes half of what it is given, and says so."""
    lasts: bool

    def __str__(self) -> str:
        return f"{self.error}{' from then on' if self.lasts else ''}"


class Refusing:
    """A watch of the layer that refuses calls as a disk does."""

    def __init__(self, refusal: Refusal, book: Path) -> None:
        self._refusal = refusal
        self._book = book
        self.stood: bytes | None = None
        """The bytes of the book when a call was refused first; None if there was no book."""

    def __call__(self, call: Call, carry_out: Callable[[], object]) -> object:
        at, error, lasts = self._refusal
        if call.number == at:
            self.stood = bytes_of(self._book)
        spoilt = {"write"} if error == "short" else LASTING
        if not (call.number == at or (lasts and call.number > at and call.name in spoilt)):
            return carry_out()
        if error == "short":
            descriptor, data = call.args
            return os.write(descriptor, data[: (len(data) + 1) // 2])
        if call.name == "close":
            carry_out()
        number: int = getattr(errno, error)
        raise OSError(number, os.strerror(number), str(call.path))


def refusals(calls: list[Call]) -> Iterator[tuple[Call, Refusal]]:
    """Every way in which one of some calls may be refused."""
    for call in calls:
        if call.name in REFUSED:
            for error in ERRORS:
                yield call, Refusal(call.number, error, lasts=False)
            if call.name in LASTING:
                for error in ("ENOSPC", "EROFS", "EMFILE"):
                    yield call, Refusal(call.number, error, lasts=True)
        if call.name == "write":
            yield call, Refusal(call.number, "short", lasts=False)
            yield call, Refusal(call.number, "short", lasts=True)


# A whole flow: the command line, or a book that is opened, changed, saved and closed


@pytest.mark.parametrize("name", FLOWS)
def test_a_sample_of_refusals(name: str, tmp_path: Path) -> None:
    refuse_each(name, tmp_path, step=100)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOWS)
def test_every_refusal(name: str, tmp_path: Path) -> None:
    refuse_each(name, tmp_path, step=4)


def refuse_each(name: str, place: Path, *, step: int) -> None:
    """Refuse each call of a flow, or every `step`th, in every way."""
    way = course(name, place)
    data = way.copy(place / "alive")
    calls = calls_of(data.parent, lambda: FLOWS[name].act(data, io.StringIO()))
    ways = [each for each in refusals(calls) if each[0].path.is_relative_to(data.parent)]
    for call, refusal in ways[list(FLOWS).index(name) % step :: step]:
        try:
            refused(way, refusal, place)
        except Exception as problem:
            problem.add_note(f"{name}: {call}: {refusal}")
            raise
        tally("F1")


def refused(way: Course, refusal: Refusal, place: Path) -> None:
    """Let a flow be refused a call, and then try it again."""
    data = way.copy(place / "alive")
    act = FLOWS[way.name].act
    out = io.StringIO()
    watch = Refusing(refusal, data)
    with layer(data.parent, watch):
        message = act(data, out)
    if message:
        assert_helpful(message, data)
        assert not out.getvalue()
        assert bytes_of(data) == watch.stood
    if message and (way.before[0].shape is None or shape_on_disk(data) != way.after.shape):
        assert act(data, io.StringIO()) == ""
    look_over(data, way, said=True)


# An open book, as the app has it: what wasn't saved stays and is saved later

STEPS: dict[str, tuple[Callable[[Path], object], Callable[[Book], object]]] = {
    "first": (nothing, lambda book: check_in(book, TODAY, ticks=["warm"])),
    "check": (seed, lambda book: check_in(book, TODAY, ticks=["give"])),
    "undo": (seed, Book.undo),
    "batch": (seed, batch),
    "several": (seed, several),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_sample_of_refused_saves(name: str, tmp_path: Path) -> None:
    refuse_each_save(name, tmp_path, step=30)


@pytest.mark.slow
@pytest.mark.parametrize("name", STEPS)
def test_every_refused_save(name: str, tmp_path: Path) -> None:
    refuse_each_save(name, tmp_path, step=3)


def refuse_each_save(name: str, place: Path, *, step: int) -> None:
    """Refuse each call of a save, or every `step`th, in every way."""
    seeded, _ = STEPS[name]
    data = fresh(place, 0)
    seeded(data)
    with closing(changed(name, data)) as book:
        calls = calls_of(data.parent, book.save)
    for number, (call, refusal) in enumerate([*refusals(calls)][list(STEPS).index(name) % step :: step], start=1):
        data = fresh(place, number)
        seeded(data)
        try:
            saved_later(name, refusal, data)
        except Exception as problem:
            problem.add_note(f"{name}: {call}: {refusal}")
            raise
        tally("F1")


def fresh(place: Path, number: int) -> Path:
    return place / str(number) / "own" / "book.json"


def changed(name: str, data: Path) -> Book:
    """An open book with the steps taken that are to be saved."""
    book = opened(data)
    STEPS[name][1](book)
    return book


def saved_later(name: str, refusal: Refusal, data: Path) -> None:
    """Refuse a save, go on writing, and save again."""
    with closing(changed(name, data)) as book:
        waiting, held = book.unsaved, shape(book.records)
        watch = Refusing(refusal, data)
        with layer(data.parent, watch):
            problem = error_of(book.save)
        if problem:
            assert_helpful(str(problem), data)
            assert book.unsaved == waiting
            assert bytes_of(data) == watch.stood
        assert shape(book.records) == held
        set_reflection(book, TODAY, "later")
        latest = shape(book.records)
        book.save()
        assert book.unsaved == 0
    assert shape_on_disk(data) == latest
    with closing(opened(data)) as book:
        assert shape(book.records) == latest
        assert book.undo()
        assert shape(book.records) == held
        before = partial(Book.redo if name == "undo" else Book.undo, book)
        assert before()


def error_of(act: Callable[[], object]) -> NotSavedError | None:
    """What an act says that the disk refused."""
    try:
        act()
    except NotSavedError as problem:
        return problem
    return None

"""Random walks: changes, undo, redo, saves, refused saves and restarts, against a list of states."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netpractice.domain.errors import NotSavedError
from netpractice.domain.records import Contact, Conversation, Records
from netpractice.domain.standing import Standing
from netpractice.practice.book import Book
from netpractice.practice.ids import Ids
from netpractice.store.codec import decode, encode
from netpractice.store.paths import Paths

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ACTS = st.sampled_from(["add", "talk", "edit", "remove", "undo", "undo", "redo", "save", "refused", "restart"])
WALKS = st.lists(st.tuples(ACTS, st.integers(0, 5)), max_size=25)


class Ticking:
    """A clock on which no two moments are the same."""

    def __init__(self) -> None:
        self.ticks = 0

    def now(self) -> datetime:
        self.ticks += 1
        return NOON + timedelta(milliseconds=self.ticks)


class Walker:
    """A book and, beside it, every state that it was in, on the way that undo takes."""

    def __init__(self, folder: str) -> None:
        self.paths = Paths(book=Path(folder) / "book.json")
        self.random = Random(1)
        self.clock = Ticking()
        self.book = self.opened()
        self.states = [self.state()]
        self.at = 0
        self.files: dict[int, bytes] = {}

    def opened(self) -> Book:
        return Book.open(self.paths, self.clock, ids=Ids(self.random.randbytes))

    def state(self) -> bytes:
        return encode(self.book.records)

    def changed(self) -> None:
        """Another state has come after the present one, and those that were undone are gone."""
        self.at += 1
        self.states = [*self.states[: self.at], self.state()]
        self.files = {at: file for at, file in self.files.items() if at < self.at}

    def write(self, act: str, which: int) -> None:
        contacts = list(self.book.records.contacts.values())
        if act == "add" or not contacts:
            made = self.book.change(
                "added", put=[self.book.new(Contact, name=f"N{which}") for _ in range(1 + which % 2)]
            )
        elif act == "talk":
            talk = self.book.new(Conversation, day=self.book.today, setting="bar")
            made = self.book.change("talked", put=[talk], remove=contacts[which : which + 1])
        elif act == "edit":
            chosen = contacts[which % len(contacts)]
            made = self.book.change("edited", put=[replace(chosen, notes=chosen.notes + str(which))])
        else:
            made = self.book.change("removed", remove=contacts[: 1 + which])
        assert made is not None
        self.changed()

    def move(self, act: str) -> None:
        by, step = (-1, self.book.undo) if act == "undo" else (1, self.book.redo)
        if step() is not None:
            self.at += by
        else:
            assert self.at == (0 if act == "undo" else len(self.states) - 1)

    def save(self) -> None:
        self.book.save()
        if self.paths.book.exists():
            file = self.paths.book.read_bytes()
            assert decode(file, self.paths.book)[1] == self.book.records
            assert self.files.setdefault(self.at, file) == file

    def refused(self, patch: pytest.MonkeyPatch, nth: int) -> None:
        """Save on a disk that refuses the n-th sync."""
        real = os.fsync
        calls = iter(range(10**6))

        def fsync(descriptor: int) -> None:
            if next(calls) == nth:
                raise OSError(28, "No space left on device")
            real(descriptor)

        with patch.context() as context:
            context.setattr(os, "fsync", fsync)
            try:
                self.book.save()
            except NotSavedError:
                assert self.book.unsaved

    def step(self, act: str, which: int, patch: pytest.MonkeyPatch) -> None:
        if act in ("undo", "redo"):
            self.move(act)
        elif act == "save":
            self.save()
        elif act == "refused":
            self.refused(patch, which)
        elif act == "restart":
            self.book.close()
            self.book = self.opened()
            assert self.book.read_only == ""
            assert self.book.notices == ()
        else:
            self.write(act, which)
        assert self.state() == self.states[self.at]


def walk(acts: list[tuple[str, int]]) -> None:
    """Take a walk, and look at the end whether everything still agrees."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        walker = Walker(folder)
        for act, which in acts:
            walker.step(act, which, patch)
        walker.save()
        book = walker.book
        fresh = Standing(book.records, book.today)
        assert book.standing.daily == fresh.daily
        assert book.standing.kept_of_last() == fresh.kept_of_last()
        walker.step("restart", 0, patch)
        while walker.at:
            walker.step("undo", 0, patch)
        assert walker.book.records == Records()
        walker.book.close()


@given(WALKS)
@settings(max_examples=60)
def test_every_state_can_be_gone_back_to_whatever_happens(acts: list[tuple[str, int]]) -> None:
    walk(acts)


@pytest.mark.slow
@given(WALKS)
@settings(max_examples=1000)
def test_every_state_can_be_gone_back_to_whatever_happens_at_length(acts: list[tuple[str, int]]) -> None:
    walk(acts)

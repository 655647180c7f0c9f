"""Drafts: what is being typed survives whatever ends the program, and is there again where it was typed.

A draft goes when it is thrown away, or with the save that holds it: it is marked with the change that it became before
that is written, so that a program killed in between doesn't offer again what is in the book.

`keep`, `drop` and `find` belong to the thread that opened the book; `write` and what `save` calls may run in others.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

import msgspec

from netpractice.domain.changes import Change
from netpractice.domain.errors import DamagedError, StoreError
from netpractice.practice.clock import Clock
from netpractice.store.drafts import Draft, read_drafts, set_aside, write_drafts

__all__ = ["Draft", "Drafts"]


class Drafts:
    """The drafts of one book, in memory, to be written when it is time."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Keep drafts in a file; it is read by `load`, and until then nothing is written."""
        self._path = path
        self._clock = clock
        self._waiting: dict[str, Draft] = {}
        """What isn't saved yet, by place."""
        self._spent: dict[str, Draft] = {}
        """What was saved in memory and may not be on the disk, by the id of the change."""
        self._on_disk: tuple[Draft, ...] | None = None
        self._writing = Lock()

    def load(self, made: Container[str]) -> str:
        """Read what was kept, but for what is in the book.

        Args:
            made: holds the ids of the changes that are in the book.

        Returns:
            what the user should know about a file that can't be read, in a sentence, or nothing.
        """
        trouble = ""
        try:
            self._on_disk = read_drafts(self._path)
        except DamagedError as problem:
            try:
                aside = set_aside(self._path, self._clock.now())
            except StoreError as refused:
                return str(refused)
            self._on_disk = ()
            trouble = f"{problem} It is kept as {aside.name}."
        for draft in self._on_disk:
            if not draft.saved_as or draft.saved_as not in made:
                self._wait(draft)
        return trouble

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """The drafts that aren't saved yet, the one typed last first."""
        return tuple(sorted(self._waiting.values(), key=lambda draft: draft.moment, reverse=True))

    def find(self, place: str) -> Draft | None:
        """The draft of a place, or None."""
        return self._waiting.get(place)

    def keep(self, place: str, typed: Mapping[str, str]) -> None:
        """Take over what stands in a place now, for the next `write`; if that is nothing, there is no draft of it."""
        there = self.find(place)
        if not any(text.strip() for text in typed.values()):
            self.drop(place)
        elif there is None or there.typed != typed:
            self._waiting[place] = Draft(place=place, typed=dict(typed), moment=self._clock.now())

    def drop(self, place: str) -> None:
        """Let the draft of a place go with the next `write`."""
        self._waiting.pop(place, None)

    def saved(self, place: str, change: Change | None) -> None:
        """Let the draft of a place go as soon as the change that it became is on the disk; None if it changed nothing."""
        draft = self._waiting.pop(place, None)
        if draft is not None and change is not None:
            self._spent[change.id] = msgspec.structs.replace(draft, saved_as=change.id)

    def write(self) -> None:
        """Make the file say what is kept now, durably; raises NotSavedError, and then it can be tried again."""
        with self._writing:
            drafts = (*self._waiting.copy().values(), *self._spent.copy().values())
            if self._on_disk is not None and drafts != self._on_disk:
                write_drafts(self._path, drafts)
                self._on_disk = drafts

    def before_save(self) -> None:
        """Mark on the disk which drafts the save holds that is about to begin."""
        if self._spent:
            # A draft that can't be marked is offered once more than needed, which loses nothing.
            with suppress(StoreError):
                self.write()

    def after_save(self, made: Collection[str]) -> None:
        """Let the drafts go that became changes which are on the disk now, by the ids of these."""
        spent = [change_id for change_id in made if self._spent.pop(change_id, None)]
        if spent:
            with suppress(StoreError):
                self.write()

    def give_back(self) -> None:
        """Let the drafts wait again whose changes were dropped."""
        for draft in self._spent.values():
            self._wait(draft)
        self._spent.clear()

    def _wait(self, draft: Draft) -> None:
        """Let a draft wait in its place, before what was typed there since."""
        later = self._waiting.get(draft.place)
        typed = draft.typed
        if later is not None:
            fields = dict.fromkeys((*typed, *later.typed))
            both = ((typed.get(name, ""), later.typed.get(name, "")) for name in fields)
            typed = {name: "\n".join(filter(None, texts)) for name, texts in zip(fields, both, strict=True)}
        self._waiting[draft.place] = msgspec.structs.replace(draft, typed=typed, saved_as="")

"""The open book: records in memory, and the one way to change them.

A change is seen at once and waits in a queue until `save` writes all that waits in one go. Undo and redo are changes too,
so they wait and are written alike. `save` may run in a thread of its own while the book goes on changing; everything else
belongs to the thread that opened the book.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec

from netpractice.domain.changes import Change, apply, fits, put_in_order
from netpractice.domain.days import practice_day
from netpractice.domain.errors import StoreError
from netpractice.domain.records import Record, Records, Settings
from netpractice.domain.standing import DEFAULT_SETTINGS, Standing
from netpractice.practice.clock import Clock
from netpractice.practice.drafts import Drafts
from netpractice.practice.ids import Ids
from netpractice.practice.writing import Writer
from netpractice.store import backups
from netpractice.store.bookfile import BookFile
from netpractice.store.durable import not_saved
from netpractice.store.history import HistoryDamagedError, Kind, Step
from netpractice.store.paths import Paths

R = TypeVar("R", bound=Record)


class Book:
    """A book that is open."""

    def __init__(self, file: BookFile, clock: Clock, ids: Ids, *, is_to_claim: bool) -> None:
        """Keep a book whose file has been loaded; use `open`."""
        self.clock = clock
        self.drafts = Drafts(file.paths.drafts, clock)
        """What is being typed; nothing of it until `find_drafts`."""
        self._file = file
        self._writer = Writer(clock, ids)
        self._is_to_claim = is_to_claim
        self._queue: list[Step] = []
        self._saving = Lock()
        self._has_saved = False
        self.revision = 0
        """Another number after every change: what was worked out at one holds until the next."""
        self._read_anew()

    @classmethod
    def open(
        cls, paths: Paths, clock: Clock, *, writable: bool = True, claim: bool = True, ids: Ids | None = None
    ) -> Book:
        """Open a book.

        Args:
            paths: where it is; without a file there it is empty, and the file is made by the first save.
            clock: tells the time for stamps and for what day it is.
            writable: False takes no lock and writes nothing.
            claim: False leaves it to a later `claim` to make the book writable, which takes several milliseconds.
            ids: makes the ids of new records; the real ones if not given.

        Raises:
            DamagedError: the file can't be read as a book; it is left as it is.
            StoreError: a newer netpractice wrote it in a form that can't be read here.
        """
        file = BookFile(paths)
        try:
            if writable and claim:
                file.claim(clock.now())
            else:
                file.load()
        except StoreError:
            file.close()
            raise
        return cls(file, clock, ids or Ids(), is_to_claim=writable and not claim)

    def claim(self) -> None:
        """Make a book writable that was opened without a claim; `read_only` says why if that isn't possible.

        If the file was changed since it was opened, `records` and `standing` are new ones afterwards. Raises what `open`
        raises.
        """
        if self._is_to_claim:
            self._is_to_claim = False
            if self._file.claim(self.clock.now()):
                self._read_anew()

    def find_drafts(self) -> str:
        """Read what was being typed when the program ended, and keep on the disk what is typed from now on.

        A book that can only be read has no drafts. The result is what the user should know about drafts that can't be read,
        in a sentence; empty if there is nothing to know.
        """
        return self.drafts.load(self._file.history) if self._file.refusal is None else ""

    def compact(self) -> None:
        """Hold the records in less memory, for a book that stays open for long; it takes some milliseconds."""
        from netpractice.store.sharing import share

        share(self.records)

    # What there is

    @property
    def paths(self) -> Paths:
        """Where the book and everything beside it is."""
        return self._file.paths

    @property
    def records(self) -> Records:
        """All records; others only look at them."""
        return self._file.records

    @property
    def settings(self) -> Settings:
        """How the book is kept."""
        return next(iter(self.records.settings.values()), DEFAULT_SETTINGS)

    @property
    def today(self) -> date:
        """The practice day it is now."""
        return practice_day(self.clock.now(), self.settings.day_ends_at)

    @property
    def standing(self) -> Standing:
        """How the practice stands today."""
        today = self.today
        if self._standing.today != today:
            self._standing.at(today)
        return self._standing

    @property
    def read_only(self) -> str:
        """Why the book can only be read, as a sentence; empty if it can be changed."""
        refusal = self._file.refusal
        return "" if self._is_to_claim or refusal is None else f"{refusal.what}."

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know though nothing is wrong with the book, in sentences."""
        return tuple(self._file.notices)

    # Changes

    def new(self, kind: type[R], /, **fields: object) -> R:
        """A record that isn't in the book yet, with an id of its own and both stamps, to be given to `change`."""
        return self._writer.new(self.records, kind, **fields)

    def change(
        self, label: str, *, put: Iterable[Record] = (), remove: Iterable[Record] = (), keep_stamps: bool = False
    ) -> Change | None:
        """Write records and remove others, as one step for undo; it is seen at once and saved by the next `save`.

        Args:
            label: what is done, in words that fit after "undone: ".
            put: new records, and changed copies of those in the book; one that says nothing new is left out.
            remove: records to take out; one that isn't there is left out.
            keep_stamps: True leaves new records the moments that they bring, as those from another book do.

        Returns:
            the change, or None if there was nothing to change.

        Raises:
            ReadOnlyError: the book can only be read.
            InputError: a record holds what no record may hold, such as text that is too long.
        """
        self._refuse_read_only()
        taken = self._file.history
        change = self._writer.change(self.records, label, put=put, remove=remove, taken=taken, keep_stamps=keep_stamps)
        if change:
            self._take(Step("do", change))
        return change

    def set_theme(self, theme: str) -> Change | None:
        """Keep the name of the chosen theme with the book."""
        settings = self.settings if self.records.settings else self.new(Settings)
        return self.change(f"chose the theme {theme}", put=[msgspec.structs.replace(settings, theme=theme)])

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        history = self._file.history
        return history.label(history.undo_id) if history.undo_id else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        history = self._file.history
        return history.label(history.redo_id) if history.redo_id else None

    def last_change(self) -> Change | None:
        """The change that undo would take back; None if there is none. Raises what `undo` raises."""
        self._refuse_read_only()
        change_id = self._file.whole_history().undo_id
        return None if change_id is None else self._made(change_id)

    def undo(self) -> Change | None:
        """Take back the latest change that wasn't taken back yet; None if there is none.

        Raises:
            ReadOnlyError: the book can only be read.
            StoreError: the records aren't any more as that change left them, or it can't be read; nothing was changed.
        """
        self._refuse_read_only()
        return self._again("undo", self._file.whole_history().undo_id)

    def redo(self) -> Change | None:
        """Make the change again that was undone last; None if there is none. Raises what `undo` raises."""
        self._refuse_read_only()
        return self._again("redo", self._file.whole_history().redo_id)

    # The disk

    @property
    def unsaved(self) -> int:
        """How many steps are not on the disk yet."""
        return len(self._queue)

    def save(self) -> None:
        """Write all that isn't on the disk yet, durably, all or nothing; what fails stays and can be tried again.

        Raises:
            ChangedOutsideError: another program changed the file; `reload` and `keep_both` are the answers.
            NotSavedError: the disk refused.
            ReadOnlyError: the book can only be read.
        """
        with self._saving:
            steps = tuple(self._queue)
            if steps:
                self.drafts.before_save()
                self._file.save(steps)
                del self._queue[: len(steps)]
                self._has_saved = True
                self.drafts.after_save({step.change.id for step in steps})

    def reload(self) -> None:
        """Take the file as another program left it; what isn't on the disk yet is dropped, after a backup of it.

        `records` and `standing` are new ones afterwards. Raises DamagedError or NotSavedError; then all is as it was.
        """
        with self._saving:
            self._file.reload(self.clock.now())
            self._queue.clear()
            self.drafts.give_back()
            self._read_anew()

    def keep_both(self) -> None:
        """Take the file as another program left it and save on top of it what wasn't on the disk yet.

        Their file and these records are both kept as backups first. `records` and `standing` are new ones afterwards. Raises
        what `save` raises and DamagedError; then all is as it was.
        """
        with self._saving:
            try:
                self._file.keep_both(tuple(self._queue), self.clock.now())
                self.drafts.after_save({step.change.id for step in self._queue})
                self._queue.clear()
            finally:
                self._read_anew()

    def backup(self) -> Path:
        """Keep the book as it is on the disk, in the file named; such a backup stays until the user removes it.

        Raises ReadOnlyError, NotSavedError, and ChangedOutsideError if the file isn't what was read or saved here.
        """
        with self._saving:
            return self._file.backup(self.clock.now(), backups.BY_HAND).path

    def backup_if_due(self) -> Path | None:
        """Keep the book as it is on the disk unless that was done this practice day; None if nothing was due.

        Raises what `backup` raises. It may run in the thread that saves.
        """
        ends_at = self.settings.day_ends_at
        with self._saving:
            if self._file.refusal or self._file.storage.seen is None:
                return None
            try:
                there = backups.found(self.paths)
            except OSError as problem:
                raise not_saved(self.paths.backups, problem) from problem
            made = {practice_day(each.moment, ends_at) for each in there if not each.label}
            return None if self.today in made else self._file.backup(self.clock.now()).path

    def close(self) -> None:
        """Save, keep the day's backup if one is due, write what was being typed, and let others write the book in any case.

        Raises what `save` raises, and NotSavedError for drafts that can't be written. A backup that can't be made is no
        reason to stay: the next opening tries again.
        """
        try:
            self.save()
            if self._has_saved:
                with suppress(StoreError):
                    self.backup_if_due()
        finally:
            try:
                self.drafts.write()
            finally:
                self._file.close()

    # Inside

    def _read_anew(self) -> None:
        """Begin a new standing over the records that were loaded."""
        self._standing = Standing(self.records, self.today)
        self.revision += 1

    def _refuse_read_only(self) -> None:
        """Raise ReadOnlyError if the book can only be read."""
        self.claim()
        if self._file.refusal:
            raise self._file.refusal

    def _take(self, step: Step) -> None:
        """Carry out a step in memory and queue it for the next save."""
        self._file.history.take(step)
        apply(self.records, step.images)
        back = {image.table for image in step.images if image.before is None and step.kind != "do"}
        put_in_order(self.records, back)
        self._standing.update(step.images)
        self._queue.append(step)
        self.revision += 1

    def _again(self, kind: Kind, change_id: str | None) -> Change | None:
        """Undo or redo a change."""
        if change_id is None:
            return None
        step = Step(kind, self._made(change_id))
        if not fits(self.records, step.images):
            raise StoreError(
                f"“{step.change.label}” can't be {kind}ne: its entries were changed since by another program",
                way_out="Nothing was changed; change them by hand if you like",
            )
        self._take(step)
        return step.change

    def _made(self, change_id: str) -> Change:
        """A change that was made; raises StoreError if it can't be read any more."""
        try:
            return self._file.history.change(change_id)
        except (HistoryDamagedError, OSError) as problem:
            raise StoreError(
                f"this step can't be read any more ({problem})",
                where=str(self.paths.history),
                way_out="Nothing was changed",
            ) from problem

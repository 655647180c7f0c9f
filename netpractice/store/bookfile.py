"""The book's file while it is open: read once, saved whole, changed by nobody else unnoticed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tinydb import TinyDB

from netpractice.domain.errors import DamagedError, NotSavedError, ReadOnlyError, StoreError
from netpractice.domain.records import Records
from netpractice.store import backups, disk
from netpractice.store.backups import Backup
from netpractice.store.codec import SCHEMA, damaged, decode, encode, schema_of
from netpractice.store.documents import Documents
from netpractice.store.history import Entry, History, HistoryDamagedError, Step
from netpractice.store.lock import BookLock
from netpractice.store.migrations import migrated
from netpractice.store.paths import Paths
from netpractice.store.storage import DurableStorage, not_saved


class BookFile:
    """One book on the disk.

    It is looked at (`load`), which changes nothing, and claimed for writing (`claim`) at once or later.
    """

    def __init__(self, paths: Paths) -> None:
        """Stand for the book at some places; nothing is read yet."""
        self.paths = paths
        self.storage = DurableStorage(paths.book)
        self.database = TinyDB(storage=lambda: self.storage)
        """The book for TinyDB's own ways of looking at it."""
        self.records = Records()
        """What the book holds. Whoever has opened the book changes them and says so with `save`."""
        self.refusal: ReadOnlyError | None = ReadOnlyError(
            "This book was opened for reading only", where=str(paths.book), way_out="Nothing was changed"
        )
        """Why nothing can be written; None once the book has been claimed."""
        self.notices: list[str] = []
        """What the user should know though nothing is wrong with the book, in sentences."""
        self._lock = BookLock(paths.lock)
        self._schema = SCHEMA
        self._history: History | None = None
        self._landed = 0
        self._is_loaded = False

    def load(self) -> None:
        """Read the file into `records`; a file that isn't there is an empty book, unless something of it is left.

        Raises:
            DamagedError: it can't be read as a book, or it is gone though there are backups; the way out names the newest.
            StoreError: a newer netpractice wrote it in a form that can't be read here.
        """
        seen = self.storage.seen
        try:
            self._schema, self.records = self._read()
        except StoreError:
            self.storage.seen = seen
            raise
        self._history = None
        self._is_loaded = True
        if self._schema > SCHEMA:
            self._lock.release()
            self.refusal = ReadOnlyError(
                f"A newer netpractice wrote this book (schema {self._schema}), so here it can only be read",
                where=str(self.paths.book),
                way_out="Update netpractice",
            )

    def claim(self, now: datetime) -> bool:
        """Make the book writable if that is possible; `refusal` says why if it isn't.

        The result is True if `records` are new ones, because the file wasn't loaded yet or changed since. A file of an
        older form is brought to the present one after a backup was made. Raises what `load` raises.
        """
        self.refusal = self._lock.take()
        is_new = not self._is_loaded or not self.storage.is_as_seen()
        if is_new:
            self.load()
        if self.refusal is None:
            self._tidy()
            if self._schema < SCHEMA:
                self._migrate(now)
        return is_new

    @property
    def history(self) -> History:
        """What can be undone and redone; it is read when it is first needed, and empty if it can't be read."""
        if self._history is None:
            self._history = History(self.paths.history) if self.refusal else self._read_history()
        return self._history

    def save(self, steps: Sequence[Step]) -> None:
        """Write steps, the oldest first, all or none of them. After a failure, call it with the same steps and any further ones.

        Raises:
            ReadOnlyError: nothing can be written.
            ChangedOutsideError: another program changed the file; it is left as it is.
            NotSavedError: the disk refused.
        """
        self._refuse_read_only()
        rest = steps[self._landed :]
        if rest:
            if self.storage.seen is None:
                # With the empty book on the disk first, a history without a book always means that the book was lost.
                self.storage.place(encode(Records()))
                self.storage.sync()
            self._write(Documents(self.storage.read_again()), rest)
            self._landed = len(steps)
        self.storage.sync()
        self._landed = 0

    def reload(self, now: datetime) -> None:
        """Take the file as another program left it into `records`; what was in them is kept as a backup.

        Raises what `load` and `save` raise.
        """
        if self.refusal is None:
            backups.make(self.paths, encode(self.records), now, "ours")
        self.load()
        self._landed = 0

    def keep_both(self, steps: Sequence[Step], now: datetime) -> None:
        """Save steps on top of the file as another program left it, and take the result into `records`.

        Both sides are kept as backups first: the file as it is, and all records as they are here. A file that is gone is
        written anew from the records.

        Raises what `load` and `save` raise; then nothing was written.
        """
        self._refuse_read_only()
        seen, ours = self.storage.seen, encode(self.records)
        try:
            theirs = self._take_theirs(now)
            backups.make(self.paths, ours, now, "ours")
            if theirs is None:
                self.storage.place(ours)
            else:
                self._write(Documents(theirs), steps[self._landed :])
        except StoreError:
            self.storage.seen = seen
            raise
        self._landed = 0
        self.storage.sync()
        self.load()

    def backup(self, now: datetime, label: str = "") -> Backup:
        """Keep the file as it was read or saved here last.

        Raises:
            ReadOnlyError: nothing can be written.
            ChangedOutsideError: the file isn't that any more, so nobody knows whether it is a book.
            NotSavedError: there is no file yet, or the disk refused.
        """
        self._refuse_read_only()
        data = self.storage.read_again()
        if data is None:
            raise NotSavedError("there is nothing to back up yet", where=str(self.paths.book))
        return backups.make(self.paths, bytes(data), now, label)

    def close(self) -> None:
        """Let others write the book; from now on it can't be written here."""
        self.database.close()
        self._lock.release()
        self.refusal = self.refusal or ReadOnlyError("This book was closed", where=str(self.paths.book))

    def _refuse_read_only(self) -> None:
        """Raise ReadOnlyError if nothing can be written."""
        if self.refusal:
            raise self.refusal

    def _read(self) -> tuple[int, Records]:
        """The schema and the records of the file, of an older form as if it had been brought to the present one."""
        path = self.paths.book
        try:
            data = self.storage.read_bytes()
            if data is not None:
                return _understood(data, path)
            if disk.signature(self.paths.history) is None and not backups.found(self.paths):
                return SCHEMA, Records()
        except OSError as problem:
            raise damaged(path, problem.strerror or str(problem), self._way_out()) from problem
        except DamagedError as problem:
            raise DamagedError(problem.what, where=problem.where, way_out=self._way_out()) from problem
        raise DamagedError(
            "this book is gone, though what belongs to it is still here", where=str(path), way_out=self._way_out()
        )

    def _way_out(self) -> str:
        """What can be done about a file that can't be read."""
        newest = backups.newest_good(self.paths)
        if newest is None:
            return "It is left as it is; no backup of it was found"
        return (
            f"It is left as it is; netpractice restore newest brings back the backup of {newest.moment:%Y-%m-%d %H:%M}"
        )

    def _take_theirs(self, now: datetime) -> bytes | None:
        """The file as another program left it, kept as a backup, or None if it is gone."""
        try:
            theirs = self.storage.read_bytes()
        except OSError as problem:
            raise not_saved(self.paths.book, problem) from problem
        if theirs is None:
            return None
        schema, _ = _understood(theirs, self.paths.book)
        if schema > SCHEMA:
            raise _newer(schema, self.paths.book)
        backups.make(self.paths, theirs, now, "outside")
        return migrated(theirs, self.paths.book)

    def _write(self, documents: Documents, steps: Sequence[Step]) -> None:
        """Carry out steps on documents, and write the history and then the file."""
        entries: list[Entry] = []
        swaps = {}
        for step in steps:
            change = step.change
            if step.kind == "do":
                swaps[change.id] = documents.put(step.images)
                entries.append(Entry("do", change.id, change.label, change.at, swaps[change.id]))
                continue
            entries.append(Entry(step.kind, change.id))
            known = swaps.get(change.id) or self.history.swaps(change.id)
            if known is None:
                documents.put(step.images)
            elif step.kind == "undo":
                documents.repeat(step.images, [swap.inverse for swap in reversed(known)])
            else:
                documents.repeat(step.images, known)
        try:
            self.history.write(entries)
        except OSError as problem:
            raise not_saved(self.paths.history, problem) from problem
        try:
            self.storage.place_parts(documents.encode())
        except StoreError:
            with suppress(OSError):
                self.history.withdraw()
            raise
        self.history.keep(entries)

    def _read_history(self) -> History:
        """The history beside the book; one that can't be read is put aside."""
        path = self.paths.history
        try:
            return History.load(path, self.records)
        except (HistoryDamagedError, OSError):
            aside = path.with_name(f"{path.name}.damaged")
            with suppress(OSError):
                disk.rename(path, aside)
            self.notices.append(f"What could be undone was lost: {path} can't be read and is kept as {aside.name}.")
            return History(path)

    def _migrate(self, now: datetime) -> None:
        """Bring the file to the present form, after a backup; a disk that refuses leaves a book to be read only."""
        try:
            data = bytes(self.storage.read_again() or b"")
            backups.make(self.paths, data, now, "before-migration")
            self.storage.place(migrated(data, self.paths.book))
            self.storage.sync()
            self._schema = SCHEMA
        except StoreError as problem:
            self._lock.release()
            self.refusal = ReadOnlyError(
                f"This book is of an older form and couldn't be brought to the present one: {problem.what}",
                where=problem.where,
                way_out="Make room or look after the disk, then open the book again",
            )

    def _tidy(self) -> None:
        """Remove what an interrupted write may have left, and take everything out of others' sight."""
        paths = self.paths
        leftovers = [disk.draft_of(path) for path in (paths.book, paths.history, paths.drafts)]
        with suppress(OSError):
            leftovers += [paths.backups / name for name in disk.names(paths.backups) if disk.is_draft(name)]
        for leftover in leftovers:
            with suppress(OSError):
                disk.remove(leftover)
        for path in (paths.book, paths.history, paths.drafts, paths.lock):
            with suppress(OSError):
                disk.restrict(path)
        for folder in (paths.backups, *((paths.book.parent,) if paths.own_folder else ())):
            with suppress(OSError):
                disk.restrict(folder, disk.FOLDER_MODE)


def _understood(data: bytes, where: Path) -> tuple[int, Records]:
    """The schema and records of a file of any form; raises StoreError."""
    try:
        schema, records = decode(data, where)
    except DamagedError:
        schema = schema_of(data, where)
        if schema == SCHEMA:
            raise
        if schema > SCHEMA:
            raise _newer(schema, where) from None
        return schema, decode(migrated(data, where), where)[1]
    if schema < SCHEMA:
        return schema, decode(migrated(data, where), where)[1]
    return schema, records


def _newer(schema: int, where: Path) -> StoreError:
    """The error for a file whose form is unknown here."""
    return StoreError(
        f"a newer netpractice wrote this book (schema {schema}; this one knows {SCHEMA})",
        where=str(where),
        way_out="Update netpractice",
    )

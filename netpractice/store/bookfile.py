"""The book's file while it is open: read once, saved whole, changed by nobody else unnoticed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from netpractice.domain.changes import Image
from netpractice.domain.errors import NotSavedError, ReadOnlyError, StoreError
from netpractice.domain.records import Records
from netpractice.store import backups, disk
from netpractice.store.backups import Backup
from netpractice.store.codec import SCHEMA, encode
from netpractice.store.documents import Documents
from netpractice.store.durable import DurableFile, not_saved
from netpractice.store.history import Entry, History, HistoryDamagedError, Step
from netpractice.store.lock import BookLock
from netpractice.store.migrations import migrated
from netpractice.store.opening import read_book, understand
from netpractice.store.paths import Paths
from netpractice.store.tidying import tidy

if TYPE_CHECKING:
    from tinydb import TinyDB


class BookFile:
    """One book on the disk.

    It is looked at (`load`), which changes nothing, and claimed for writing (`claim`) at once or later.
    """

    def __init__(self, paths: Paths) -> None:
        """Stand for the book at some places; nothing is read yet."""
        self.paths = paths
        self.storage = DurableFile(paths.book)
        self._database: TinyDB | None = None
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
        self._is_history_read = False
        self._landed = 0
        self._is_loaded = False

    def load(self) -> None:
        """Read the file into `records`. Raises what `read_book` raises; then all is as it was."""
        seen = self.storage.seen
        try:
            self._schema, self.records = read_book(self.storage, self.paths)
        except StoreError:
            self.storage.seen = seen
            raise
        self._history = None
        self._is_loaded = True
        if self._schema > SCHEMA:
            self._lock.release()
            self.refusal = _newer(self._schema, self.paths)

    def claim(self, now: datetime) -> bool:
        """Make the book writable if that is possible; `refusal` says why if it isn't.

        The result is True if `records` are new ones, because the file wasn't loaded yet or changed since. A file of an
        older form is brought to the present one after a backup was made. Raises what `load` raises.
        """
        if self._is_loaded and self._schema > SCHEMA:
            return False
        self.refusal = self._lock.take()
        is_new = not self._is_loaded or not self.storage.is_as_seen()
        if is_new:
            self.load()
        if self.refusal is None:
            self._database = _over(self.storage)
            tidy(self.paths)
            if self._schema < SCHEMA:
                self._migrate(now)
        if self.refusal is None:
            with suppress(NotSavedError):
                self.whole_history()
        return is_new

    @property
    def history(self) -> History:
        """What can be undone and redone, read when it is first needed; empty for a book that can only be read.

        No step is refused because the disk doesn't give the history: what is done from then on can be undone, and before
        the next save it is read again.
        """
        if self._history is None:
            self._history = History(self.paths.history)
            self._is_history_read = self.refusal is not None
            with suppress(NotSavedError):
                self._fill(self._history)
        return self._history

    def whole_history(self) -> History:
        """The history with all that is on the disk; raises NotSavedError as long as the disk doesn't give it."""
        history = self.history
        self._fill(history)
        return history

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
            backups.make(self.paths, [encode(self.records)], now, "ours")
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
            backups.make(self.paths, [ours], now, "ours")
            documents = _before(ours, steps) if theirs is None else Documents(theirs, is_theirs=True)
            self._write(documents, steps[self._landed :])
        except StoreError:
            self.storage.seen = seen
            raise
        self._landed = len(steps)
        self.load()
        self.storage.sync()
        self._landed = 0

    def backup(self, now: datetime, label: str = "") -> Backup:
        """Keep the file as it was read or saved here last.

        Raises:
            ReadOnlyError: nothing can be written.
            ChangedOutsideError: the file isn't that any more, so nobody knows whether it is a book.
            NotSavedError: there is no file yet, or the disk refused.
        """
        self._refuse_read_only()
        self.storage.check()
        if self.storage.seen is None:
            raise NotSavedError("there is nothing to back up yet", where=str(self.paths.book))
        return backups.make(self.paths, disk.read_in_parts(self.paths.book, self.storage.seen), now, label)

    def close(self) -> None:
        """Let others write the book; from now on it can't be written here."""
        if self._database is not None:
            self._database.close()
        self._lock.release()
        self.refusal = self.refusal or ReadOnlyError("This book was closed", where=str(self.paths.book))

    def _refuse_read_only(self) -> None:
        """Raise ReadOnlyError if nothing can be written."""
        if self.refusal:
            raise self.refusal

    def _take_theirs(self, now: datetime) -> bytes | None:
        """The file as another program left it, kept as a backup, or None if it is gone."""
        try:
            theirs = self.storage.read_bytes()
        except OSError as problem:
            raise not_saved(self.paths.book, problem) from problem
        if theirs is None:
            return None
        schema, _ = understand(theirs, self.paths.book)
        if schema > SCHEMA:
            raise _newer(schema, self.paths)
        backups.make(self.paths, [theirs], now, "outside")
        return migrated(theirs, self.paths.book)

    def _write(self, documents: Documents, steps: Sequence[Step]) -> None:
        """Carry out steps on documents, and write the history and then the file."""
        history = self.whole_history()
        entries: list[Entry] = []
        swaps = {}
        for step in steps:
            change = step.change
            if step.kind == "do":
                swaps[change.id] = documents.put(step.images)
                entries.append(Entry("do", change.id, change.label, change.at, swaps[change.id]))
                continue
            entries.append(Entry(step.kind, change.id))
            known = swaps.get(change.id) or history.swaps(change.id)
            if known is None:
                documents.put(step.images)
            elif step.kind == "undo":
                documents.repeat(step.images, [swap.inverse for swap in reversed(known)])
            else:
                documents.repeat(step.images, known)
        try:
            history.write(entries)
            self.storage.place_parts(documents.encode())
        except StoreError:
            with suppress(OSError):
                history.withdraw()
            raise
        history.keep(entries)

    def _fill(self, history: History) -> None:
        """Read into a history what is on the disk, if that wasn't done yet; a damaged one is put aside."""
        if self._is_history_read:
            return
        path = self.paths.history
        try:
            try:
                history.follow_on(History.load(path, self.records))
            except HistoryDamagedError:
                aside = path.with_name(f"{path.name}.damaged")
                disk.rename(path, aside)
                self.notices.append(f"What could be undone was lost: {path} can't be read and is kept as {aside.name}.")
        except OSError as problem:
            raise NotSavedError(
                f"the disk doesn't give what can be undone ({problem.strerror or problem})",
                where=str(path),
                way_out="Look after the disk, then try again; if it stays like this, take this file away",
            ) from problem
        self._is_history_read = True

    def _migrate(self, now: datetime) -> None:
        """Bring the file to the present form, after a backup; a disk that refuses leaves a book to be read only."""
        try:
            data = bytes(self.storage.read_again() or b"")
            backups.make(self.paths, [data], now, "before-migration")
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


def _over(file: DurableFile) -> TinyDB:
    """The database in a file."""
    # Importing it takes as long as reading a book of some years, which is all that most commands do.
    from tinydb import TinyDB

    from netpractice.store.storage import DurableStorage

    return TinyDB(storage=lambda: DurableStorage(file))


def _before(data: bytes, steps: Sequence[Step]) -> Documents:
    """The documents of a file as they were before steps that are in it."""
    documents = Documents(data)
    for step in reversed(steps):
        documents.put(Image(image.after, image.before) for image in reversed(step.images))
    return documents


def _newer(schema: int, paths: Paths) -> ReadOnlyError:
    """The error for a file that may hold more than is known here."""
    return ReadOnlyError(
        f"A newer netpractice wrote this book (schema {schema}), so here it can only be read",
        where=str(paths.book),
        way_out="Update netpractice",
    )

"""Backups: whole copies of the book in a folder beside it, each a book of its own.

A backup is made only from a file that has just been read as a book. One of each practice day is made without asking, and
these are thinned out: the newest of each of 7 days, 4 weeks and 12 months stay. Others have a label that says why they
were made: those made by hand stay for good, of the rest the newest five of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from netpractice.domain.errors import DamagedError, InputError, StoreError
from netpractice.store import disk
from netpractice.store.codec import damaged, decode
from netpractice.store.durable import DurableFile, not_saved
from netpractice.store.lock import BookLock
from netpractice.store.migrations import migrated
from netpractice.store.paths import Paths

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many days, weeks and months the newest daily backup is kept."""

EACH_LABEL = 5
"""How many backups of each label are kept, but for those made by hand."""

BY_HAND = "by-hand"
"""The label of a backup that the user asked for."""

BEFORE_RESTORE = "before-restore"
"""The label of what stood in the book's place before a backup was restored."""

_CHOOSE = "Nothing was changed; netpractice restore lists all backups"

_STAMP = "%Y%m%d-%H%M%S"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A file in the folder of backups."""

    path: Path
    moment: datetime
    """When it was made, local time without an offset, to the second."""
    label: str = ""
    """Why it was made; empty for the backup of a day."""

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def found(paths: Paths) -> tuple[Backup, ...]:
    """The backups of a book, the newest first; nothing is said yet about what is in them. Raises OSError."""
    pattern = re.compile(rf"{re.escape(paths.book.stem)}-(\d{{8}}-\d{{6}})(?:-([a-z-]+))?\.json")
    backups = []
    for name in disk.names(paths.backups):
        match = pattern.fullmatch(name)
        moment = match and _moment(match[1])
        if match and moment:
            backups.append(Backup(path=paths.backups / name, moment=moment, label=match[2] or ""))
    return tuple(sorted(backups, key=lambda backup: (backup.moment, backup.name), reverse=True))


def read(backup: Backup) -> bytes:
    """The bytes of a backup that can be restored; raises DamagedError if it can't be read as a book."""
    try:
        data, _ = disk.read(backup.path)
        decode(migrated(data, backup.path), backup.path)
    except OSError as problem:
        raise damaged(backup.path, problem.strerror or str(problem), _CHOOSE) from problem
    except DamagedError as problem:
        raise DamagedError(problem.what, where=problem.where, way_out=_CHOOSE) from problem
    return data


def is_good(backup: Backup) -> bool:
    """True for a backup that can be restored."""
    try:
        read(backup)
    except StoreError:
        return False
    return True


def newest_good(paths: Paths) -> Backup | None:
    """The newest backup that can be restored, or None."""
    try:
        return next((backup for backup in found(paths) if is_good(backup)), None)
    except OSError:
        return None


def choose(paths: Paths, which: str) -> Backup:
    """The backup that a user means.

    Args:
        paths: the places of the book.
        which: a file name, the number from a list that counts the newest as 1, or empty for the newest good one.

    Raises:
        InputError: there is no such backup.
    """
    backups = found(paths)
    wanted = which.strip()
    if not wanted:
        chosen = newest_good(paths)
    elif wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(backups):
        chosen = backups[int(wanted) - 1]
    else:
        chosen = next((backup for backup in backups if wanted in (backup.name, str(backup.path))), None)
    if chosen is None:
        what = f"there is no backup {wanted}" if wanted else "there is no backup that can be read"
        way_out = "List them with netpractice restore" if backups else ""
        raise InputError(what, where=str(paths.backups), way_out=way_out)
    return chosen


def make(paths: Paths, parts: Iterable[disk.Buffer], now: datetime, label: str = "") -> Backup:
    """Keep bytes as a backup and drop those that its kind has too many of.

    Args:
        paths: the places of the book.
        parts: what to keep; the caller has read it as a book, or gives it a label that says what it is.
        now: the local time.
        label: why it is made, in small letters; empty for the backup of a day.

    Raises:
        NotSavedError: the disk refused.
    """
    try:
        disk.make_folder(paths.backups)
        disk.restrict(paths.backups, disk.FOLDER_MODE)
        backup = _named(paths, now.replace(tzinfo=None, microsecond=0), label)
        disk.replace(backup.path, parts)
        _thin_out(found(paths), label)
    except OSError as problem:
        raise not_saved(paths.backups, problem) from problem
    return backup


def restore(paths: Paths, backup: Backup, now: datetime) -> Backup | None:
    """Put a backup in the place of the book, and begin a new history.

    The file that is there now, damaged or not, is kept as a backup first; that one is the result, or None without a file.

    Raises:
        ReadOnlyError: another netpractice has the book open, or its folder can't be written to.
        DamagedError: the backup can't be read as a book, or what is in the book's place can't be read at all.
        ChangedOutsideError: another program changed the book in this moment.
        NotSavedError: the disk refused; the book is as it was.
    """
    lock = BookLock(paths.lock)
    refusal = lock.take()
    if refusal:
        raise refusal
    try:
        data = read(backup)
        storage = DurableFile(paths.book)
        present = _present(storage)
        aside = None if present is None else make(paths, [present], now, BEFORE_RESTORE)
        disk.write_aside(storage.path, [data])
        storage.check()
        # A history that outlived its book would offer to undo what this book never saw.
        disk.remove(paths.history)
        storage.sync()
        disk.take_place(storage.path)
        storage.sync()
    except OSError as problem:
        raise not_saved(paths.book, problem) from problem
    finally:
        disk.drop_aside(paths.book)
        lock.release()
    return aside


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Of the moments of daily backups those to keep: the newest of each of 7 days, 4 weeks and 12 months."""
    newest_first = sorted(set(moments), reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, datetime.date),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    )
    chosen = set()
    for count, period_of in periods:
        newest_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(period_of(moment), moment)
        chosen.update(list(newest_of.values())[:count])
    return chosen


def _present(storage: DurableFile) -> bytes | None:
    """What is in the book's place, or None; raises DamagedError if it can't be copied."""
    try:
        return storage.read_bytes()
    except OSError as problem:
        way_out = "It can't be kept as a backup, so move it away, then try again"
        raise damaged(storage.path, problem.strerror or str(problem), way_out) from problem


def _thin_out(backups: tuple[Backup, ...], label: str) -> None:
    """Remove the backups of a label that are too many; raises OSError."""
    alike = [backup.moment for backup in backups if backup.label == label]
    stay = set(alike[:EACH_LABEL]) if label else kept(alike)
    for backup in backups:
        if backup.label == label != BY_HAND and backup.moment not in stay:
            disk.remove(backup.path)


def _named(paths: Paths, moment: datetime, label: str) -> Backup:
    """A backup under a name that is still free."""
    while True:
        name = "-".join(filter(None, (paths.book.stem, moment.strftime(_STAMP), label)))
        path = paths.backups / f"{name}.json"
        if disk.signature(path) is None:
            return Backup(path=path, moment=moment, label=label)
        moment += timedelta(seconds=1)


def _moment(stamp: str) -> datetime | None:
    """The moment in a backup's name, or None if it is none."""
    try:
        return datetime.fromisoformat(stamp.replace("-", "T"))
    except ValueError:
        return None

"""Putting the files of a book in order, by whoever holds its lock."""

from __future__ import annotations

from contextlib import suppress

from netpractice.store import disk
from netpractice.store.paths import Paths


def tidy(paths: Paths) -> None:
    """Remove what interrupted writes left, and take the book and all beside it out of others' sight.

    What can't be put in order stays as it is: none of it keeps the book from working.
    """
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

"""The lock that lets one netpractice at a time write a book."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from netpractice.domain.errors import ReadOnlyError
from netpractice.store import disk


class BookLock:
    """A lock that the system lets go of when its holder ends, however it ends; the file of it means nothing."""

    def __init__(self, path: Path) -> None:
        """Stand for the lock at a path, not held yet."""
        self._path = path
        self._held: int | None = None

    def take(self) -> ReadOnlyError | None:
        """Take the lock at once or not at all, unless it is held; the result is why it couldn't be taken, or None."""
        if self._held is not None:
            return None
        try:
            disk.make_folder(self._path.parent)
            self._held = disk.lock(self._path)
        except OSError as problem:
            return ReadOnlyError(
                f"The book's lock can't be taken ({problem.strerror or problem}), so the book can only be read",
                where=str(self._path),
                way_out="Make its folder writable, then open the book again",
            )
        if self._held is None:
            return ReadOnlyError(
                "Another netpractice has this book open, so here it can only be read",
                where=str(self._path),
                way_out="Close it there, then open the book here again",
            )
        return None

    def release(self) -> None:
        """Let go of the lock if it is held; one that the system won't let go now, it lets go when the program ends."""
        if self._held is not None:
            with suppress(OSError):
                disk.unlock(self._held)
            self._held = None

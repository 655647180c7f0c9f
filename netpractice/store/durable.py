"""One file that is saved whole and durably, and is careful of what others do to it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from netpractice.domain.errors import ChangedOutsideError, NotSavedError
from netpractice.store import disk


class DurableFile:
    """A file as it was read or written here last."""

    def __init__(self, path: Path) -> None:
        """Stand for the file at a path, through links; nothing is read or made."""
        self.path = disk.resolved(path)
        self.seen: disk.Signature | None = None
        """The state of the file when it was last read or written here; None if there was no file."""

    def read_bytes(self) -> bytes | None:
        """The file as it stands, or None if there is none; raises OSError."""
        try:
            data, self.seen = disk.read(self.path)
        except FileNotFoundError:
            self.seen = None
            return None
        return data

    def read_again(self) -> memoryview | None:
        """The file as it was when it was last read or written here, or None if there was none.

        Raises:
            ChangedOutsideError: it isn't that file any more.
            NotSavedError: the disk doesn't give it.
        """
        self.check()
        if self.seen is None:
            return None
        try:
            data, state = disk.read_apart(self.path)
        except OSError as problem:
            raise not_saved(self.path, problem) from problem
        if state != self.seen:
            raise _changed_outside(self.path)
        return data

    def place(self, data: bytes) -> None:
        """Put new content in the file's place; see `place_parts`."""
        self.place_parts((data,))

    def place_parts(self, parts: Iterable[disk.Buffer]) -> None:
        """Put new content in the file's place: at every moment all of the old one is there or all of this.

        Only after `sync` it also stays there when the power fails.

        Raises:
            ChangedOutsideError: the file isn't what was read or written here last; it is left as it is.
            NotSavedError: the disk refused; the file is left as it is.
        """
        try:
            disk.make_folder(self.path.parent)
            state = disk.write_aside(self.path, parts)
            # Looking again at the last moment leaves another program's save almost no gap to fall into.
            self.check()
            disk.take_place(self.path)
        except OSError as problem:
            raise not_saved(self.path, problem) from problem
        except ChangedOutsideError:
            disk.drop_aside(self.path)
            raise
        self.seen = state

    def sync(self) -> None:
        """Make the name of what was written durable; to be called again when it fails. Raises NotSavedError."""
        try:
            disk.sync_folder(self.path.parent)
        except OSError as problem:
            raise not_saved(self.path, problem) from problem

    def is_as_seen(self) -> bool:
        """True if the file is the one that was read or written here last; False also if it can't be looked at."""
        try:
            return disk.signature(self.path) == self.seen
        except OSError:
            return False

    def check(self) -> None:
        """Make sure that nobody else changed the file; raises ChangedOutsideError, or NotSavedError if it can't tell."""
        try:
            state = disk.signature(self.path)
        except OSError as problem:
            raise not_saved(self.path, problem) from problem
        if state != self.seen:
            raise _changed_outside(self.path, is_gone=state is None)


def not_saved(where: Path, problem: OSError) -> NotSavedError:
    """The error for a disk that refused a save."""
    return NotSavedError(
        f"the disk refused to save ({problem.strerror or problem})",
        where=str(where),
        way_out="Make room or look after the disk, then try again",
    )


def _changed_outside(where: Path, *, is_gone: bool = False) -> ChangedOutsideError:
    """The error for a file that another program changed or took away."""
    return ChangedOutsideError(
        f"another program {'took this file away' if is_gone else 'changed this file'}, so nothing was written",
        where=str(where),
        way_out="Reload it as it is now, or keep both: their records with your last changes on top",
    )

"""Every file operation of the store, so that there is one place where a disk can fail.

All writing is durable when a function returns: the bytes have been synced, and so has the folder that names them. New
files are 0600 in folders of 0700 under any umask. Nothing here knows what is in a file. Every function raises OSError.
"""

from __future__ import annotations

import errno
import mmap
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_DRAFT = ".netpractice-new"

_CHUNK = 1 << 16
"""How many bytes to read at a time."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_HAS_MODES = os.name == "posix"


_HELD = frozenset((errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK))
"""What systems say of a lock that somebody else holds."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Take the lock of an open file at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Take the lock of an open file at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


Buffer: TypeAlias = bytes | memoryview
"""Bytes, or a look at bytes that lie elsewhere."""


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    modified: int
    """In nanoseconds."""
    size: int
    """In bytes."""


def signature(path: Path) -> Signature | None:
    """The state of the file at a path, or None if there is none."""
    try:
        return _signed(os.stat(path))
    except FileNotFoundError:
        return None


def read(path: Path) -> tuple[bytes, Signature]:
    """The bytes of a file and its state."""
    with _reading(path) as (descriptor, state):
        parts = [os.read(descriptor, state.size + 1)]
        while parts[-1]:
            parts.append(os.read(descriptor, _CHUNK))
    return b"".join(parts[:-1]), state


def read_apart(path: Path) -> tuple[memoryview, Signature]:
    """The bytes of a file, in memory that goes back to the system with them, and its state.

    An allocator keeps a large block that was freed, so that a program which reads its file now and then would seem to hold
    a copy of it for good.
    """
    with _reading(path) as (descriptor, state):
        room = mmap.mmap(-1, state.size + 1)
        while part := os.read(descriptor, min(_CHUNK, state.size - room.tell())):
            room.write(part)
    return memoryview(room)[: room.tell()], state


def read_in_parts(path: Path, expected: Signature) -> Iterator[bytes]:
    """The bytes of a file, part by part; raises OSError also if the file isn't in the expected state."""
    with _reading(path) as (descriptor, state):
        if state != expected:
            raise OSError(errno.EAGAIN, "Another program has written it", str(path))
        while part := os.read(descriptor, _CHUNK):
            yield part


@contextmanager
def _reading(path: Path) -> Iterator[tuple[int, Signature]]:
    """A file to read from and its state; raises OSError if that changes while it is read."""
    # Not waiting matters only to a pipe, which would otherwise hold the program until somebody writes into it.
    descriptor = os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise OSError(errno.EINVAL, "It is a folder or a device", str(path))
        yield descriptor, _signed(before)
        if _signed(os.fstat(descriptor)) != _signed(before):
            raise OSError(errno.EAGAIN, "Another program was writing it", str(path))
    finally:
        os.close(descriptor)


def read_part(path: Path, start: int, size: int) -> bytes:
    """At most `size` bytes of a file from an offset on."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, size)
    finally:
        os.close(descriptor)


def resolved(path: Path) -> Path:
    """The place that a path leads to through all links, whether there is something or not."""
    return Path(os.path.realpath(path))


def draft_of(path: Path) -> Path:
    """Where the new content of a file is written before it takes the file's name; it lies in the same folder."""
    return path.with_name(f".{path.name}{_DRAFT}")


def is_draft(name: str) -> bool:
    """True for the name of a file in which `write_aside` was interrupted."""
    return name.startswith(".") and name.endswith(_DRAFT)


def write_aside(path: Path, parts: Iterable[Buffer]) -> Signature:
    """Write and sync the new content of a file beside it, and say what state the file will have once it is named."""
    draft = draft_of(path)
    remove(draft)
    with ExitStack() as failure:
        failure.callback(drop_aside, path)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, FILE_MODE)
        try:
            _restrict(descriptor)
            for part in parts:
                _write_all(descriptor, part)
            os.fsync(descriptor)
            state = _signed(os.fstat(descriptor))
        finally:
            os.close(descriptor)
        failure.pop_all()
    return state


def drop_aside(path: Path) -> None:
    """Remove what was written aside, if that is possible: what stays is removed at the next opening."""
    with suppress(OSError):
        remove(draft_of(path))


def take_place(path: Path) -> None:
    """Give what was written aside the file's name, in one step; the folder isn't synced yet."""
    with ExitStack() as failure:
        failure.callback(drop_aside, path)
        os.replace(draft_of(path), path)
        failure.pop_all()


def replace(path: Path, parts: Iterable[Buffer]) -> Signature:
    """Replace or make a file: whenever the power fails, all of the old content is there or all of the new."""
    state = write_aside(path, parts)
    take_place(path)
    sync_folder(path.parent)
    return state


def append(path: Path, start: int, data: bytes) -> None:
    """Write at an offset of a file, which is made if need be, and drop whatever stood behind the offset."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | _BINARY, FILE_MODE)
    try:
        _restrict(descriptor)
        os.ftruncate(descriptor, start)
        os.lseek(descriptor, start, os.SEEK_SET)
        _write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if start == 0:
        # Then the file may be new.
        sync_folder(path.parent)


def lock(path: Path) -> int | None:
    """Take the lock that a file stands for, at once or not at all; None if it is held.

    The file is made if need be, and means nothing by itself. The lock is held until `unlock` gets the result, or until the
    program ends, however it ends.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, FILE_MODE)
    with ExitStack() as failure:
        failure.callback(os.close, descriptor)
        _restrict(descriptor)
        try:
            _lock(descriptor)
        except OSError as problem:
            if problem.errno in _HELD:
                return None
            raise
        failure.pop_all()
    return descriptor


def unlock(held: int) -> None:
    """Let go of a lock."""
    os.close(held)


def rename(path: Path, target: Path) -> None:
    """Give a file another name in its folder, over whatever has that name."""
    os.replace(path, target)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that."""
    if not _HAS_MODES:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it as far as they are missing, for this user's eyes only."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        os.mkdir(folder, FOLDER_MODE)
    except FileExistsError:
        if not folder.is_dir():
            raise
        return
    os.chmod(folder, FOLDER_MODE)
    sync_folder(folder.parent)


def restrict(path: Path, mode: int = FILE_MODE) -> None:
    """Take a file or folder that is there out of others' sight."""
    with suppress(FileNotFoundError):
        if _HAS_MODES and os.stat(path).st_mode & 0o777 != mode:
            os.chmod(path, mode)


def names(folder: Path) -> list[str]:
    """The names in a folder in order, none if there is no folder."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []


def _restrict(descriptor: int) -> None:
    """Give an open file the mode that a umask may have taken from it."""
    if _HAS_MODES:
        os.fchmod(descriptor, FILE_MODE)


def _write_all(descriptor: int, data: Buffer) -> None:
    """Write all of the data, however much the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _signed(state: os.stat_result) -> Signature:
    """The part of a file's state that changes with its content."""
    return Signature(state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size)

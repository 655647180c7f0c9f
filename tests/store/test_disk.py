"""The one place that asks the system: modes, replacing, appending, and what a refusing disk leaves behind."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from netpractice.store import disk


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Any umask that a user may have."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("_umask")
def test_new_files_and_folders_are_for_the_user_alone(tmp_path: Path) -> None:
    book = tmp_path / "a" / "b" / "book.json"
    disk.make_folder(book.parent)
    disk.replace(book, [b"{}"])
    disk.append(tmp_path / "a" / "history", 0, b"x")
    assert [mode(path) for path in (tmp_path / "a", book.parent)] == [0o700, 0o700]
    assert [mode(path) for path in (book, tmp_path / "a" / "history")] == [0o600, 0o600]


def test_replacing_leaves_the_new_content_and_nothing_else(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    disk.replace(book, [b"old"])
    state = disk.replace(book, [b"new"])
    assert book.read_bytes() == b"new"
    assert disk.signature(book) == state
    assert disk.names(tmp_path) == ["book.json"]


def test_a_leftover_of_an_interrupted_write_is_no_hindrance(tmp_path: Path) -> None:
    book = tmp_path / "book.json"
    disk.draft_of(book).write_bytes(b"half")
    disk.replace(book, [b"new"])
    assert book.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["open", "write", "fsync", "close", "replace", "fchmod"])
def test_a_disk_that_refuses_leaves_the_old_content_and_no_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    book = tmp_path / "book.json"
    disk.replace(book, [b"old"])
    real = getattr(os, name)

    def refuse(*args: object) -> object:
        if name == "close":
            real(*args)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, name, refuse)
    with pytest.raises(OSError, match="No space"):
        disk.replace(book, [b"new"])
    monkeypatch.undo()
    assert book.read_bytes() == b"old"
    assert disk.names(tmp_path) == ["book.json"]


def test_a_system_that_takes_a_byte_at_a_time_gets_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:1]))
    disk.replace(tmp_path / "book.json", [b"all of it"])
    assert (tmp_path / "book.json").read_bytes() == b"all of it"


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_000])
def test_both_ways_of_reading_give_every_byte(tmp_path: Path, size: int) -> None:
    file = tmp_path / "file"
    file.write_bytes(os.urandom(size))
    for read in (disk.read, disk.read_apart):
        data, state = read(file)
        assert bytes(data) == file.read_bytes()
        assert state == disk.signature(file)


@pytest.mark.parametrize("read", [disk.read, disk.read_apart])
def test_a_file_that_changes_while_it_is_read_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: object
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * 100)
    real = os.read

    def while_writing(descriptor: int, size: int) -> bytes:
        part = real(descriptor, min(size, 50))
        file.write_bytes(b"y")
        return part

    monkeypatch.setattr(os, "read", while_writing)
    with pytest.raises(OSError, match="writing"):
        disk.read(file) if read is disk.read else disk.read_apart(file)


def test_pipes_and_folders_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(OSError, match="folder or a device"):
            disk.read(path)


def test_appending_drops_what_stood_behind_the_offset(tmp_path: Path) -> None:
    file = tmp_path / "history"
    disk.append(file, 0, b"first torn")
    disk.append(file, 6, b"second")
    assert file.read_bytes() == b"first second"
    assert disk.read_part(file, 6, 3) == b"sec"


def test_what_is_not_there_has_no_state_no_names_and_needs_no_removing(tmp_path: Path) -> None:
    assert disk.signature(tmp_path / "none") is None
    assert disk.names(tmp_path / "none") == []
    disk.remove(tmp_path / "none")
    disk.restrict(tmp_path / "none")


def test_only_our_own_leftovers_are_known_as_such() -> None:
    assert disk.is_draft(disk.draft_of(Path("book.json")).name)
    assert not any(disk.is_draft(name) for name in ("book.json", ".book.json.swp", "book.json.tmp", ".netpractice"))

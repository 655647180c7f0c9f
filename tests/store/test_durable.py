"""A durable file, and what others do to it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from netpractice.domain.errors import ChangedOutsideError, NotSavedError
from netpractice.store import disk
from netpractice.store.durable import DurableFile


def opened(path: Path) -> DurableFile:
    """A file that has read a file."""
    path.write_bytes(b"{}")
    file = DurableFile(path)
    file.read_bytes()
    return file


def replaced(path: Path) -> None:
    other = path.with_suffix(".other")
    other.write_bytes(b"{}")
    other.replace(path)


def touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def longer(path: Path) -> None:
    path.write_bytes(b"{} ")


@pytest.mark.parametrize("change", [replaced, touched, longer, Path.unlink])
def test_a_change_by_another_program_is_noticed_and_left_alone(tmp_path: Path, change: object) -> None:
    path = tmp_path / "book.json"
    file = opened(path)
    assert callable(change)
    change(path)
    before = path.read_bytes() if path.exists() else None
    for act in (file.check, file.read_again, lambda: file.place(b"mine")):
        with pytest.raises(ChangedOutsideError, match="another program"):
            act()
    assert not file.is_as_seen()
    assert (path.read_bytes() if path.exists() else None) == before
    assert not disk.draft_of(path).exists()


def test_a_file_that_appears_where_none_was_is_noticed(tmp_path: Path) -> None:
    file = DurableFile(tmp_path / "book.json")
    file.read_bytes()
    (tmp_path / "book.json").write_bytes(b"{}")
    with pytest.raises(ChangedOutsideError):
        file.place(b"mine")


def test_own_saves_are_not_taken_for_others(tmp_path: Path) -> None:
    file = opened(tmp_path / "book.json")
    for data in (b"{}", b'{"a":{}}', b"{}"):
        file.place(data)
        file.sync()
        assert bytes(file.read_again() or b"") == data


@pytest.mark.parametrize("name", ["open", "fsync", "stat"])
def test_a_disk_that_refuses_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = opened(tmp_path / "book.json")

    def refuse(*args: object, **named: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, name, refuse)
    with pytest.raises(NotSavedError, match=r"book\.json: the disk refused to save \(Input/output error\)\. .*again\."):
        file.place(b"{}")
    with pytest.raises(NotSavedError):
        file.sync() if name == "fsync" else file.read_again()

"""TinyDB over the durable storage, and a file that others change."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from netpractice.domain.errors import ChangedOutsideError, DamagedError, NotSavedError
from netpractice.store import disk
from netpractice.store.storage import DurableStorage


def test_tinydb_works_with_it_as_with_its_own(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "book.json", storage=DurableStorage) as database:
        contacts = database.table("contacts")
        contacts.insert_multiple([{"name": "Ann"}, {"name": "Ben"}])
        contacts.update({"role": "baker"}, where("name") == "Ben")
        contacts.remove(where("name") == "Ann")
    with TinyDB(tmp_path / "book.json") as plain:
        assert plain.table("contacts").all() == [{"name": "Ben", "role": "baker"}]


def test_no_file_is_an_empty_database_and_is_not_made_by_reading(tmp_path: Path) -> None:
    assert DurableStorage(tmp_path / "book.json").read() is None
    assert disk.names(tmp_path) == []


@pytest.mark.parametrize("data", [b"", b"null", b"[1]", b'{"a": 1}', b"{"])
def test_what_tinydb_would_take_for_an_empty_database_is_damage(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "book.json").write_bytes(data)
    with pytest.raises(DamagedError, match=r"book\.json"):
        DurableStorage(tmp_path / "book.json").read()


def test_a_link_is_written_through(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "book.json"
    link = tmp_path / "book.json"
    link.symlink_to(target)
    DurableStorage(link).write({"contacts": {}})
    assert link.is_symlink()
    assert target.read_bytes() == b'{"contacts":{}}'


def opened(path: Path) -> DurableStorage:
    """A storage that has read a file."""
    path.write_bytes(b"{}")
    storage = DurableStorage(path)
    storage.read_bytes()
    return storage


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
    storage = opened(path)
    assert callable(change)
    change(path)
    before = path.read_bytes() if path.exists() else None
    for act in (storage.check, storage.read_again, lambda: storage.place(b"mine")):
        with pytest.raises(ChangedOutsideError, match="another program"):
            act()
    assert not storage.is_as_seen()
    assert (path.read_bytes() if path.exists() else None) == before
    assert not disk.draft_of(path).exists()


def test_a_file_that_appears_where_none_was_is_noticed(tmp_path: Path) -> None:
    storage = DurableStorage(tmp_path / "book.json")
    storage.read_bytes()
    (tmp_path / "book.json").write_bytes(b"{}")
    with pytest.raises(ChangedOutsideError):
        storage.place(b"mine")


def test_own_saves_are_not_taken_for_others(tmp_path: Path) -> None:
    storage = opened(tmp_path / "book.json")
    for data in (b"{}", b'{"a":{}}', b"{}"):
        storage.place(data)
        storage.sync()
        assert bytes(storage.read_again() or b"") == data


@pytest.mark.parametrize("name", ["open", "fsync", "stat"])
def test_a_disk_that_refuses_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    storage = opened(tmp_path / "book.json")

    def refuse(*args: object, **named: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, name, refuse)
    with pytest.raises(NotSavedError, match=r"book\.json: the disk refused to save \(Input/output error\)\. .*again\."):
        storage.place(b"{}")
    with pytest.raises(NotSavedError):
        storage.sync() if name == "fsync" else storage.read_again()

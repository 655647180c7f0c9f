"""TinyDB over the durable storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB, where

from netpractice.domain.errors import DamagedError
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

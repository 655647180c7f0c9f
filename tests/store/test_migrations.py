"""Files of every form that was ever released are read; newer ones are only looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netpractice.domain.errors import DamagedError, ReadOnlyError, StoreError
from netpractice.domain.records import RECORD_TYPES, Records
from netpractice.store import backups, disk
from netpractice.store.bookfile import BookFile
from netpractice.store.codec import SCHEMA, decode
from netpractice.store.migrations import STEPS, migrated
from tests.store.making import NOW, contact, opened, paths_in, step

GOLDEN = Path(__file__).with_name("golden")
RELEASED = range(SCHEMA + 1)
PRESENT = (GOLDEN / f"schema{SCHEMA}.json").read_bytes()
RECORDS = decode(PRESENT, GOLDEN)[1]


def test_there_is_a_step_and_a_golden_file_for_every_schema() -> None:
    assert len(STEPS) == SCHEMA
    assert {path.name for path in GOLDEN.iterdir()} == {f"schema{schema}.json" for schema in RELEASED}


def test_the_golden_file_has_a_record_of_every_type_with_every_field_filled() -> None:
    for kind in RECORD_TYPES:
        records = list(RECORDS.table(kind.table).values())
        assert records
        for field, default in zip(kind.__struct_fields__, kind.__struct_defaults__, strict=False):
            assert any(getattr(record, field) != default for record in records), (kind, field)


@pytest.mark.parametrize("schema", RELEASED)
def test_a_file_of_every_released_form_is_read(tmp_path: Path, schema: int) -> None:
    data = (GOLDEN / f"schema{schema}.json").read_bytes()
    assert decode(migrated(data, GOLDEN), GOLDEN) == (SCHEMA, RECORDS)
    assert migrated(migrated(data, GOLDEN), GOLDEN) == migrated(data, GOLDEN)
    paths = paths_in(tmp_path)
    paths.book.write_bytes(data)
    looked_at = BookFile(paths)
    looked_at.load()
    assert looked_at.records == RECORDS
    assert disk.names(tmp_path) == ["book.json"]
    assert paths.book.read_bytes() == data


@pytest.mark.parametrize("schema", RELEASED)
def test_a_file_of_every_released_form_is_written_after_a_backup(tmp_path: Path, schema: int) -> None:
    data = (GOLDEN / f"schema{schema}.json").read_bytes()
    paths = paths_in(tmp_path)
    paths.book.write_bytes(data)
    file = opened(paths)
    assert file.refusal is None
    assert decode(paths.book.read_bytes(), paths.book) == (SCHEMA, RECORDS)
    kept = [backup.path.read_bytes() for backup in backups.found(paths) if backup.label == "before-migration"]
    assert kept == ([data] if schema < SCHEMA else [])
    file.save([step((None, contact("Zoe")))])
    file.close()
    again = opened(paths)
    assert "zoe" in again.records.contacts
    again.close()


def test_an_unknown_table_and_field_stay_through_a_migration(tmp_path: Path) -> None:
    data = (GOLDEN / "schema0.json").read_bytes()
    odd = json.loads(data) | {"pets": {"1": {"name": "Rex"}}}
    odd["contacts"]["1"]["shoe_size"] = 41
    after = json.loads(migrated(json.dumps(odd).encode(), GOLDEN))
    assert (after["pets"], after["contacts"]["1"]["shoe_size"]) == ({"1": {"name": "Rex"}}, 41)


def test_a_disk_that_refuses_the_migration_leaves_a_book_to_look_at(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.book.write_bytes((GOLDEN / "schema0.json").read_bytes())
    disk.replace(paths.backups, [b"a file where the folder should be"])
    file = opened(paths)
    assert file.records == RECORDS
    assert file.refusal is not None
    assert "older form" in str(file.refusal)
    assert paths.book.read_bytes() == (GOLDEN / "schema0.json").read_bytes()
    file.close()


def test_a_newer_file_that_can_be_read_is_only_looked_at(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    newer = PRESENT.replace(b'{"schema":1}', b'{"schema":7,"more":true}')
    paths.book.write_bytes(newer)
    file = opened(paths)
    assert file.records == RECORDS
    assert "schema 7" in str(file.refusal)
    assert not file.claim(NOW)
    with pytest.raises(ReadOnlyError, match="newer netpractice"):
        file.save([step((None, contact("Zoe")))])
    assert paths.book.read_bytes() == newer
    file.close()


def test_a_newer_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.book.write_bytes(b'{"meta":{"1":{"schema":7}},"contacts":[]}')
    with pytest.raises(StoreError, match="schema 7; this one knows 1") as caught:
        opened(paths)
    assert not isinstance(caught.value, DamagedError)


def test_a_file_that_knows_no_table_of_ours_is_not_taken_for_an_old_book(tmp_path: Path) -> None:
    for data in (b"{}", b'{"_default":{}}'):
        with pytest.raises(DamagedError, match="not written by netpractice"):
            migrated(data, tmp_path)
    assert Records() == decode(b'{"meta":{"1":{"schema":1}}}', tmp_path)[1]

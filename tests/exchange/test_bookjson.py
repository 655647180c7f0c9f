"""The whole book as JSON: what is written reads back equal, and what is no book is refused."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.records import RECORD_TYPES, Contact, Record, Records
from netpractice.exchange.bookjson import is_book, read_book, write_book
from tests.domain.made import records
from tests.strategies import STAMP, TODAYS, practice_records

ANN = Contact(id="a", created=STAMP, updated=STAMP, name="Ann Lee", emails=("ann@example.org",), imported={"role": "x"})
TABLES = [kind.table for kind in RECORD_TYPES]


@given(st.lists(practice_records(TODAYS[0])))
def test_what_is_written_reads_back_equal_and_in_order(some: list[Record]) -> None:
    book = records(ANN, some)
    data = write_book(book)
    there = read_book("book.json", data)
    assert there == book
    assert [list(there.table(name)) for name in TABLES] == [list(book.table(name)) for name in TABLES]
    assert write_book(there) == data


def test_the_object_has_a_schema_and_a_list_for_every_table() -> None:
    book = json.loads(write_book(records(ANN)))
    assert list(book) == ["schema", *TABLES]
    assert book["schema"] == 1
    [ann] = book["contacts"]
    assert ann["name"] == "Ann Lee"
    assert ann["emails"] == ["ann@example.org"]
    assert all(book[name] == [] for name in TABLES if name != "contacts")


def test_every_record_has_a_line_of_its_own() -> None:
    two = [ANN, msgspec.structs.replace(ANN, id="b", name="Bo")]
    lines = write_book(records(two)).decode().splitlines()
    assert sum('"name":"Ann Lee"' in line for line in lines) == 1
    assert sum('"name":"Bo"' in line for line in lines) == 1
    assert lines[-1] == '"settings":[]}'


def test_tables_that_are_left_out_are_empty_and_others_are_passed_over() -> None:
    assert read_book("x", b'{"schema": 1, "contacts": [], "pets": [1], "more": {}}') == Records()


@pytest.mark.parametrize(
    ("data", "begins_so"),
    [
        (b"", False),
        (b"[]", False),
        (b"null", False),
        (b'{"contacts": []}', False),
        (b'{"meta": {"1": {"schema": 1}}, "contacts": {}}', False),
        (b"BEGIN:VCARD\nEND:VCARD\n", False),
        (b"[" * 100_000, False),
        (b'{"a":' * 100_000, False),
        (b'{"schema": 1}', True),
        (b'{"schema": "1", "contacts": []}', True),
        (b'{"schema": 1, "contacts": {}}', True),
        (b'{"schema": 1, "contacts": [', True),
        (b'{"schema": 1, "contacts": [{"name": "\xff"}]}', True),
    ],
)
def test_what_is_no_book_is_refused(data: bytes, begins_so: bool) -> None:
    assert is_book(data) == begins_so
    with pytest.raises(InputError, match=r"^x: this can't be read as a book: .* netpractice export json\.$"):
        read_book("x", data)


@pytest.mark.parametrize(
    ("table", "record", "why"),
    [
        ("contacts", {"name": 1}, "name"),
        ("contacts", {}, "name"),
        ("contacts", {"name": "x" * 501}, "length"),
        ("contacts", {"name": "Ann", "id": "a\u202e"}, "an id"),
        ("contacts", {"name": "Ann", "created": "2026-01-01T00:00:00"}, "created"),
        ("checkins", {"day": "0001-01-01"}, "a day in checkins"),
        ("checkins", {"day": "2026-02-30"}, "day"),
        ("seasons", {"start": "9999-01-01"}, "a day in seasons"),
    ],
)
def test_a_record_that_no_book_can_hold_is_refused(table: str, record: dict[str, object], why: str) -> None:
    whole = {"id": "a", "created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z", **record}
    data = json.dumps({"schema": 1, "contacts": [], table: [whole]}).encode()
    assert is_book(data)
    with pytest.raises(InputError, match=why):
        read_book("x", data)


def test_ids_are_never_shared() -> None:
    line = msgspec.json.encode(ANN)
    with pytest.raises(InputError, match="two records of contacts have the same id"):
        read_book("x", b'{"schema": 1, "contacts": [%s, %s]}' % (line, line))


def test_a_newer_book_is_left_alone() -> None:
    with pytest.raises(InputError, match="a newer netpractice wrote it"):
        read_book("x", b'{"schema": 2, "contacts": []}')


@pytest.mark.parametrize(
    ("day", "fits"), [("1900-01-01", True), ("2999-12-31", True), ("1899-12-31", False), ("3000-01-01", False)]
)
def test_days_are_those_that_a_book_file_may_hold(day: str, fits: bool) -> None:
    stamps = {"created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z"}
    data = json.dumps({"schema": 1, "contacts": [], "seasons": [{"id": "a", "start": day, **stamps}]}).encode()
    if fits:
        assert read_book("x", data).seasons["a"].start.isoformat() == day
    else:
        with pytest.raises(InputError, match="a day in seasons"):
            read_book("x", data)

"""Between bytes and records: what is written is read again, and what can't be read is refused in one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from netpractice.domain.errors import DamagedError, InputError
from netpractice.domain.records import Contact, Conversation, Participant, Record, Records
from netpractice.store.codec import checked, decode, decode_record, encode, encode_record, schema_of
from tests.store.anything import any_record, books
from tests.store.making import NOW, contact

HERE = Path("book.json")
STAMPS = {"created": "2026-11-22T20:30:00Z", "updated": "2026-11-22T20:30:00Z"}
ANN = {"id": "ann", **STAMPS, "name": "Ann"}


def file_of(**tables: object) -> bytes:
    """A book file as any program might write it."""
    return json.dumps({"meta": {"1": {"schema": 1}}, **tables}).encode()


@given(books)
def test_a_book_is_read_as_it_was_written(records: Records) -> None:
    assert decode(encode(records), HERE) == (1, records)


@given(any_record)
def test_a_record_that_can_be_read_is_kept_as_it_is(record: Record) -> None:
    assert decode_record(type(record), encode_record(record)) == record
    assert checked(record) == record


def test_unknown_tables_and_fields_are_passed_over() -> None:
    data = file_of(contacts={"1": {**ANN, "shoe_size": 41}}, pets={"1": {"name": "Rex"}})
    assert decode(data, HERE) == (1, Records(contacts={"ann": contact("Ann")}))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not whole JSON"),
        (b"null", "not laid out as a book"),
        (b"[]", "not laid out as a book"),
        (b"\xef\xbb\xbf" + file_of(), "not whole JSON"),
        (file_of()[:-1], "not whole JSON"),
        (file_of() + b"\0", "not whole JSON"),
        (file_of(contacts={"1": {**ANN, "name": "\xe9"}}).replace(b"\\u00e9", b"\xe9"), "not UTF-8"),
        (file_of(pets={"1": {"name": "\xe9"}}).replace(b"\\u00e9", b"\xe9"), "not UTF-8"),
        (file_of(pets={"1": 0}).replace(b"0", b"[" * 50_000 + b"]" * 50_000), "nested too deeply"),
        (file_of(contacts={"1": {**ANN, "name": 3}}), r"number 1 in the table contacts .*`\$.name`"),
        (file_of(contacts={"7": STAMPS}), "number 7 in the table contacts .*`id`"),
        (file_of(contacts={"1": {**ANN, "name": "x" * 501}}), "number 1 in the table contacts .*500"),
        (file_of(contacts={"1": {**ANN, "created": "2026-11-22T20:30:00"}}), "number 1 in the table contacts"),
        (file_of(contacts={"x": ANN}), "not laid out as a book"),
        (file_of(contacts={"1": ANN, "2": ANN}), "two records in the table contacts"),
        (file_of(checkins={"1": {"id": "d", **STAMPS, "day": "0026-11-22"}}), "table checkins is not of this age"),
        (file_of(plans={"1": {"id": "p", **STAMPS, "start": "9026-11-22", "targets": {}}}), "table plans"),
        (file_of(contacts={"1": {**ANN, "id": "a\x1bb"}}), "an id holds"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_book_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(DamagedError, match=what) as caught:
        decode(data, HERE)
    assert caught.value.where == "book.json"


@pytest.mark.parametrize(
    ("data", "schema"),
    [(file_of(), 1), (b'{"meta": {"1": {"schema": 7}}, "contacts": 0}', 7), (b'{"contacts": {}}', 0)],
)
def test_a_file_says_which_form_it_has(data: bytes, schema: int) -> None:
    assert schema_of(data, HERE) == schema


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b'{"_default": {}}',
        b'{"meta": {}}',
        b'{"meta": {"1": {}}}',
        b'{"meta": {"1": {"schema": "1"}}}',
        b"[]",
        b"",
    ],
    ids=bytes.decode,
)
def test_a_file_of_another_program_is_no_book(data: bytes) -> None:
    with pytest.raises(DamagedError):
        schema_of(data, HERE)


def test_text_of_other_programs_is_cleaned_wherever_it_stands() -> None:
    talk = {
        "id": "t",
        **STAMPS,
        "day": "2026-11-22",
        "people": [{"name": "An\x1bn\u202e"}],
        "tags": ["\x07hr"],
        "notes": "a\r\nb\x9b",
        "debrief": {"learnt": "\u2066x"},
    }
    _, records = decode(file_of(conversations={"1": talk}), HERE)
    [read] = records.conversations.values()
    assert (read.people[0].name, read.tags, read.notes, read.debrief.learnt) == ("Ann", ("hr",), "a\nb", "x")


def test_a_record_is_kept_only_as_it_will_be_read_again() -> None:
    talk = Conversation(id="t", created=NOW, updated=NOW, day=NOW.date(), people=(Participant(name="A\x1bnn"),))
    assert checked(talk).people[0].name == "Ann"
    for wrong in (
        contact("x" * 501),
        contact("Ann", notes="\ud800"),
        Contact(id="", created=NOW, updated=NOW, name=""),
    ):
        with pytest.raises(InputError, match="contacts"):
            checked(wrong)

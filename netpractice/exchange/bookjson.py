"""The whole book as one JSON object, to be kept, read by other programs, and brought in again.

`{"schema": 1, "contacts": [...], "conversations": [...], ...}`: for every table a list of whole records in the order of
writing, empty ones included. Each record stands on a line of its own, so that two exports can be compared line by line.
What is read into an empty book is equal to what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from operator import attrgetter
from types import GenericAlias
from typing import Any

import msgspec

from netpractice.domain.errors import InputError
from netpractice.domain.records import RECORD_TYPES, Records
from netpractice.domain.text import is_clean

SCHEMA = 1
"""The version of the object's form. It grows when older programs would misread it."""

_MALFORMED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
_BEGINNING = re.compile(rb'\s*\{\s*"schema"\s*:')
_WAY_OUT = "Make the file anew with netpractice export json"


class _Outline(msgspec.Struct):
    """What tells such an object from other JSON."""

    schema: int
    contacts: list[msgspec.Raw]


def write_book(records: Records) -> bytes:
    """All records as UTF-8; the same records always give the same bytes."""
    return b"".join(_parts(records))


def is_book(data: bytes) -> bool:
    """True for what begins as such a book does, or is laid out like one, whether its records can be read or not."""
    if not data.lstrip().startswith(b"{"):
        return False
    try:
        msgspec.json.decode(data, type=_Outline)
    except _MALFORMED:
        return _BEGINNING.match(data) is not None
    return True


def read_book(file: str, data: bytes) -> Records:
    """The records of such an object; a table that it leaves out is empty, and what else it holds is passed over.

    Text is as it stands in the file: whoever writes it into a book cleans it.

    Args:
        file: the file's name, for messages.
        data: its bytes.

    Raises:
        InputError: it can't be read as a book, or a newer netpractice wrote it.
    """
    try:
        if msgspec.json.decode(data, type=_Outline).schema > SCHEMA:
            raise InputError("a newer netpractice wrote it", where=file, way_out="Update netpractice, then try again")
        tables = _decoder().decode(data)
        data.decode()
    except _MALFORMED as problem:
        raise _refused(file, str(problem)) from problem
    return Records(**{kind.table: _by_id(file, getattr(tables, kind.table)) for kind in RECORD_TYPES})


def _parts(records: Records) -> Iterator[bytes]:
    """The object, line by line."""
    yield b'{"schema":%d' % SCHEMA
    for kind in RECORD_TYPES:
        lines = b",\n".join(map(msgspec.json.encode, records.table(kind.table).values()))
        yield b',\n"%s":[%s]' % (kind.table.encode(), b"\n%s\n" % lines if lines else b"")
    yield b"}\n"


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    """The decoder of whole objects; making it takes a while, so it is made once and only when needed."""
    fields: list[tuple[str, Any, Any]] = [
        (kind.table, GenericAlias(list, (kind,)), msgspec.field(default_factory=list)) for kind in RECORD_TYPES
    ]
    return msgspec.json.Decoder(msgspec.defstruct("Tables", fields))


def _by_id(file: str, found: list[Any]) -> dict[str, Any]:
    """The records of one table by id; raises InputError for ids and days that no book can hold."""
    by_id = {record.id: record for record in found}
    if len(by_id) != len(found):
        raise _refused(file, f"two records of {found[0].table} have the same id")
    if not all(map(is_clean, by_id)):
        raise _refused(file, "an id holds characters that no id has")
    field = next((name for name in ("day", "opened", "start") if found and name in found[0].__struct_fields__), "")
    if field and not all(_FIRST_DAY <= day <= _LAST_DAY for day in map(attrgetter(field), found)):
        raise _refused(file, f"a day in {found[0].table} is not of this age")
    return by_id


def _refused(file: str, why: str) -> InputError:
    """The error for a file that can't be read as a book."""
    return InputError(f"this can't be read as a book: {why}", where=file, way_out=_WAY_OUT)

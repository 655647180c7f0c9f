"""Between the bytes of a book file and records.

The file is what TinyDB writes: an object of tables, each an object of documents by their number. A document's number is
never a record's identity. Decoding checks every record against its type and cleans its text, so that what has been
decoded can be trusted; what a later version may have added is passed over here and kept by `documents`.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, TypeVar

import msgspec

from netpractice.domain.errors import DamagedError, InputError
from netpractice.domain.records import RECORD_TYPES, Record, Records
from netpractice.domain.text import is_clean, looks_clean
from netpractice.store.cleaning import cleaned

SCHEMA = 1
"""The version of the file's form that this program writes. It grows when older programs would misread the file."""

META = "meta"
"""The table that holds the schema, as the only document."""

TYPE_OF: dict[str, type[Record]] = {kind.table: kind for kind in RECORD_TYPES}
"""The record type of each table."""

MALFORMED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that aren't what they should be."""

_DAYS: dict[str, Callable[[Iterable[Any]], list[date]]] = {
    "day": lambda records: [record.day for record in records],
    "opened": lambda records: [record.opened for record in records],
    "start": lambda records: [record.start for record in records],
}
"""For each field that says on which day a record belongs, the days in it."""

_DAYS_OF = {
    name: days for name, kind in TYPE_OF.items() for field, days in _DAYS.items() if field in kind.__struct_fields__
}
"""The days of the records of each table that has any."""

_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)

_PART = 1 << 14
"""How many bytes to look at together: few enough that the memory for their characters is used again and again."""

R = TypeVar("R", bound=Record)


class Meta(msgspec.Struct, frozen=True):
    """What the file says about itself."""

    schema: Annotated[int, msgspec.Meta(ge=1)]


def decode(data: bytes, where: Path) -> tuple[int, Records]:
    """The schema and the records of a book file; the schema is 0 if the file doesn't say.

    Raises:
        DamagedError: the bytes aren't such a file; `where` is named in the message.
    """
    try:
        tables = _decoder().decode(data)
        suspicious = not looks_clean(data)
        if suspicious:
            _check_encoding(data)
    except MALFORMED as problem:
        raise damaged(where, _wrong_record(data) or _in_words(problem)) from problem
    by_id: dict[str, Any] = {}
    for name in TYPE_OF:
        found: Collection[Record] = getattr(tables, name).values()
        if suspicious:
            found = _each_cleaned(found, where)
        by_id[name] = {record.id: record for record in found}
        if len(by_id[name]) != len(found):
            raise damaged(where, f"two records in the table {name} have the same id")
    records = Records(**by_id)
    _check_days(records, where)
    return (tables.meta[1].schema if 1 in tables.meta else 0), records


def encode(records: Records) -> bytes:
    """A file of nothing but these records."""
    tables: dict[str, object] = {META: {"1": Meta(SCHEMA)}}
    for name in TYPE_OF:
        if found := records.table(name).values():
            tables[name] = dict(enumerate(found, start=1))
    return msgspec.json.encode(tables)


def schema_of(data: bytes, where: Path) -> int:
    """The schema that a file says it has; 0 for the form that said nothing.

    Raises:
        DamagedError: it is no book at all.
    """
    try:
        tables = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        if META not in tables:
            if tables.keys() & TYPE_OF.keys():
                return 0
            raise damaged(where, "it was not written by netpractice")
        return msgspec.json.decode(tables[META], type=dict[int, Meta])[1].schema
    except MALFORMED as problem:
        raise damaged(where, _in_words(problem)) from problem
    except KeyError as problem:
        raise damaged(where, "it doesn't say which form it has") from problem


def checked(record: R) -> R:
    """The record as it will be read from the file again; raises InputError if it couldn't be."""
    try:
        return decode_record(type(record), encode_record(record))
    except (*MALFORMED, UnicodeEncodeError) as problem:
        raise InputError(f"a record can't be kept: {problem}", where=record.table) from problem


def decode_record(kind: type[R], data: bytes | msgspec.Raw) -> R:
    """One record; raises one of `MALFORMED`."""
    record = msgspec.json.decode(data, type=kind)
    return record if looks_clean(bytes(data)) else cleaned(record)


def encode_record(record: Record) -> bytes:
    """One record as a document."""
    return msgspec.json.encode(record)


def damaged(where: Path, why: str, way_out: str = "") -> DamagedError:
    """The error for a file that can't be read as a book."""
    return DamagedError(f"this can't be read as a book: {why}", where=str(where), way_out=way_out)


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    """The decoder of whole files; making it takes a while, so it is made once and only when needed."""
    types: dict[str, type[msgspec.Struct]] = {META: Meta, **TYPE_OF}
    fields: list[tuple[str, Any, Any]] = [
        (name, GenericAlias(dict, (int, kind)), msgspec.field(default_factory=dict)) for name, kind in types.items()
    ]
    return msgspec.json.Decoder(msgspec.defstruct("Tables", fields))


def _check_encoding(data: bytes) -> None:
    """Raise UnicodeDecodeError for bytes that aren't UTF-8, also in what decoding passes over."""
    if not data.isascii():
        decoder = getincrementaldecoder("utf-8")()
        for start in range(0, len(data), _PART):
            decoder.decode(data[start : start + _PART])
        decoder.decode(b"", final=True)


def _each_cleaned(found: Collection[Record], where: Path) -> list[Record]:
    """Records with clean text; raises DamagedError for text that is too long once it is clean, and for ids that aren't."""
    try:
        if not all(is_clean(record.id) for record in found):
            raise damaged(where, "an id holds characters that no id has")
        return [cleaned(record) for record in found]
    except InputError as problem:
        raise damaged(where, problem.what) from problem


def _check_days(records: Records, where: Path) -> None:
    """Raise DamagedError for a day so far away that it must be a mistake: all scores would have to reach there."""
    for name, days_of in _DAYS_OF.items():
        days = days_of(records.table(name).values())
        if days and (min(days) < _FIRST_DAY or max(days) > _LAST_DAY):
            raise damaged(where, f"a day in the table {name} is not of this age")


def _wrong_record(data: bytes) -> str:
    """Which record of a file is the first that isn't as it should be, and why; empty if it isn't about a record."""
    try:
        for name, table in msgspec.json.decode(data, type=dict[str, msgspec.Raw]).items():
            kind = TYPE_OF.get(name)
            documents = msgspec.json.decode(table, type=dict[str, msgspec.Raw]) if kind else {}
            for number, document in documents.items():
                try:
                    msgspec.json.decode(document, type=kind)
                except msgspec.ValidationError as problem:
                    return f"number {number} in the table {name} is not as it should be ({problem})"
    except MALFORMED:
        pass
    return ""


def _in_words(problem: Exception) -> str:
    """What decoding stumbled over, in a sentence."""
    if isinstance(problem, RecursionError):
        return "it is nested too deeply to be a book"
    if isinstance(problem, UnicodeDecodeError):
        return "it holds bytes that are not UTF-8"
    if isinstance(problem, msgspec.ValidationError):
        return f"it is not laid out as a book is ({problem})"
    return f"it is not whole JSON ({problem})"

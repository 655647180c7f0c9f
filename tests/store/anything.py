"""Hypothesis strategies for whole books: any record of any type that the types allow, with clean text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeAlias

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from netpractice.domain.records import RECORD_TYPES, Record, Records
from netpractice.domain.text import clean_line, clean_text

Anything: TypeAlias = st.SearchStrategy[Any]

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(datetime.fromtimestamp, st.integers(0, 2**34), OFFSETS | st.just(UTC))
LINES = st.text(max_size=12).map(clean_line)
TEXTS = st.text(max_size=30).map(clean_text)
IDS = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=1, max_size=13)

_SIMPLE: dict[type[inspect.Type], Anything] = {
    inspect.BoolType: st.booleans(),
    inspect.NoneType: st.none(),
    inspect.DateType: DAYS,
    inspect.DateTimeType: MOMENTS,
}


def of(kind: inspect.Type) -> Anything:
    """Values of a type as `msgspec.inspect` describes it."""
    if isinstance(kind, inspect.Metadata):
        return of(kind.type)
    if isinstance(kind, inspect.StrType):
        return TEXTS if (kind.max_length or 0) > 500 else LINES
    if isinstance(kind, inspect.IntType):
        return st.integers(kind.ge or 0, kind.le)
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from(kind.values)
    if isinstance(kind, inspect.UnionType):
        return st.one_of([of(each) for each in kind.types])
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(of(kind.item_type), max_size=3).map(tuple)
    if isinstance(kind, inspect.DictType):
        return st.dictionaries(of(kind.key_type), of(kind.value_type), max_size=3)
    if isinstance(kind, inspect.StructType):
        return st.builds(kind.cls, **{field.name: of(field.type) for field in kind.fields})
    return _SIMPLE[type(kind)]


def records_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Records of one type."""
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    fields = {field.name: of(field.type) for field in described.fields}
    return st.builds(kind, **fields | {"id": IDS})


any_record = st.one_of([records_of(kind) for kind in RECORD_TYPES])


def gathered(found: list[Record]) -> Records:
    """Records in their tables."""
    records = Records()
    for record in found:
        records.table(record.table)[record.id] = record
    return records


books = st.lists(any_record, max_size=8).map(gathered)
"""Whole books of a few records."""


def again(record: Record) -> Record:
    """A record with something else in it, under the same id."""
    return msgspec.structs.replace(record, updated=record.updated + timedelta(days=1))

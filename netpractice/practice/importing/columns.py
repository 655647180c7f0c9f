"""A table in which it isn't known what its columns hold: how it looks, and what somebody says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netpractice.domain.text import fold
from netpractice.exchange.layout import FIELDS
from netpractice.exchange.tables import Shape, table_shape
from netpractice.practice.importing.sources import Source

__all__ = ["FIELDS", "NAMING", "Shape", "columns", "shape"]

NAMING = frozenset({"name", "first", "last", "nickname", "email"})
"""The fields of which one is enough to tell who somebody is."""


def shape(source: Source) -> Shape:
    """How a table looks.

    Raises:
        InputError: it isn't a table with columns, or one of something else than contacts.
    """
    return table_shape(source.name, source.data)


def columns(looks: Shape, fields: Sequence[str]) -> dict[str, str]:
    """The columns to read a table by, as `read` takes them.

    Args:
        looks: how the table looks.
        fields: what each of its columns holds, one of `FIELDS` or nothing. A field that several columns hold, as they did
            by their headings, is left to the headings.
    """
    found: dict[str, str] = {}
    for field in FIELDS:
        places = [number for number, each in enumerate(fields) if each == field]
        before = [number for number, each in enumerate(looks.fields) if each == field]
        if places and (len(places) == 1 or places != before or not _has_headings(looks)):
            found[field] = _called(looks, places[0])
        elif before and not places:
            found[field] = ""
    return found


def _has_headings(looks: Shape) -> bool:
    """True for a table whose columns are named, not only numbered."""
    return looks.headers != tuple(str(number) for number in range(1, len(looks.headers) + 1))


def _called(looks: Shape, number: int) -> str:
    """A column by its heading, or by its number if it shares the heading or has none."""
    heading = looks.headers[number]
    counts = Counter(map(fold, looks.headers))
    return heading if heading and counts[fold(heading)] == 1 else str(number + 1)

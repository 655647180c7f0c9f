"""From older forms of the file to the present one, step by step.

A step takes the tables as plain objects and returns them in the next form; it never looks at records, whose types belong to
the present form. Each step leaves a file that is already in its new form as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from netpractice.store.codec import MALFORMED, META, SCHEMA, damaged, schema_of

Tables: TypeAlias = dict[str, dict[str, Any]]


def say_the_schema(tables: Tables) -> Tables:
    """From 0 to 1: the first files didn't say which form they have."""
    return {META: {"1": {"schema": 1}}, **{name: table for name, table in tables.items() if name != META}}


STEPS: tuple[Callable[[Tables], Tables], ...] = (say_the_schema,)
"""The step from each schema to the next, that from 0 first."""


def migrated(data: bytes, where: Path) -> bytes:
    """A file in the present form; the very same bytes if it is in that form, or in a newer one.

    Raises:
        DamagedError: the bytes are no book.
    """
    schema = schema_of(data, where)
    if schema >= SCHEMA:
        return data
    try:
        tables = msgspec.json.decode(data, type=Tables)
    except MALFORMED as problem:
        raise damaged(where, str(problem)) from problem
    for step in STEPS[schema:]:
        tables = step(tables)
    return msgspec.json.encode(tables)

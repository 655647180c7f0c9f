"""Cleaning of the text in records that come from a file which others may have written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from netpractice.domain.records import Text
from netpractice.domain.text import clean_line, clean_text

S = TypeVar("S", bound=msgspec.Struct)


def cleaned(value: S) -> S:
    """The record, or part of one, with clean text in every field but its id; the very same if all was clean.

    Raises:
        InputError: a text is too long.
    """
    changed = {}
    for name, clean in _cleaners(type(value)):
        old = getattr(value, name)
        new = clean(old)
        if new != old:
            changed[name] = new
    return msgspec.structs.replace(value, **changed) if changed else value


@cache
def _cleaners(kind: type[msgspec.Struct]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a type that can hold text, each with what cleans it."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (name, _clean_text if hints[name] == Text else _clean) for name in kind.__struct_fields__ if name != "id"
    )


def _clean(value: object) -> object:
    """A value with every line of text in it clean."""
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, msgspec.Struct):
        return cleaned(value)
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return value


def _clean_text(value: str) -> str:
    """Clean text of several lines."""
    return clean_text(value)

"""Everything that may be wrong with a book's file, each made from a good one."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

Tables: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Tables], object]


def damages(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Files that can't be read as a book, by what is wrong with them."""
    yield from cut(good)
    yield from foreign(good)
    yield from flipped(good)
    yield from miswritten(good)
    for name, change in (*CHANGES.items(), *changes_of_fields()):
        tables: Tables = json.loads(good)
        change(tables)
        yield name, json.dumps(tables, ensure_ascii=False).encode()


def cut(good: bytes) -> Iterator[tuple[str, bytes]]:
    """The file as far as it was written."""
    for percent in range(0, 100, 5):
        yield f"cut at {percent} %", good[: len(good) * percent // 100]


def foreign(good: bytes) -> Iterator[tuple[str, bytes]]:
    """What isn't a book at all, or a book in another wrapping."""
    for text in ("null", "true", "0", '"a book"', "[]", "[{}]", "{}", "\n", '{"people": {}}', "<!DOCTYPE html>", "NaN"):
        yield text.strip() or "a blank line", text.encode()
    yield "a byte order mark", b"\xef\xbb\xbf" + good
    yield "UTF-16", good.decode().encode("utf-16")
    yield "latin-1", good.decode().encode("latin-1")
    yield "compressed", gzip.compress(good, mtime=0)
    yield "nested lists", b"[" * 100_000
    yield "nested objects", b'{"a":' * 100_000
    yield "a nested field", good[:-1] + b',"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def flipped(good: bytes) -> Iterator[tuple[str, bytes]]:
    """One bit of the marks that hold the file together, here and there."""
    marks = [place for place, byte in enumerate(good) if byte in b'{}":,']
    chosen = random.Random(20)
    for place in sorted(chosen.sample(marks, 20)):
        bit = chosen.randrange(8)
        yield f"bit {bit} of byte {place}", flip(good, place, bit)


def flip(data: bytes, place: int, bit: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def miswritten(good: bytes) -> Iterator[tuple[str, bytes]]:
    """What other programs, disks and hands make of a file."""
    middle = len(good) // 2
    yield "all NULs", bytes(len(good))
    yield "NULs at the end", good[:middle] + bytes(len(good) - middle)
    yield "NULs in front", bytes(512) + good[512:]
    yield "a block of NULs", good[:1024] + bytes(512) + good[1536:]
    yield "noise", random.Random(1).randbytes(len(good))
    yield "a block of noise", good[:1024] + random.Random(2).randbytes(512) + good[1536:]
    yield "twice", good + good
    yield "longer than before", good + good[-100:]
    yield "two halves swapped", good[middle:] + good[:middle]
    yield "a conflict", b"<<<<<<< HEAD\n" + good + b"\n=======\n" + good + b"\n>>>>>>> theirs\n"
    yield "a comma too many", good[:-1] + b",}"
    yield "single quotes", repr(json.loads(good)).encode()
    yield "half a character", good.replace("Ä".encode(), "Ä".encode()[:1], 1)
    yield "half a surrogate", good.replace("Ä".encode(), b"\\ud800", 1)


def changes_of_fields() -> Iterator[tuple[str, Change]]:
    """A field of the first person or page that is gone, or that holds what it can't."""
    for table, wrong in FIELDS.items():
        for field, values in wrong.items():
            if field in REQUIRED:
                yield f"{table}: no {field}", partial(_without, table, field)
            for value in values:
                yield f"{table}: {field} is {str(value)[:20]}", partial(_with, table, field, value)


def _without(table: str, field: str, tables: Tables) -> None:
    del tables[table]["1"][field]


def _with(table: str, field: str, value: object, tables: Tables) -> None:
    tables[table]["1"][field] = value


REQUIRED = frozenset(("id", "created", "updated", "day", "name"))

FIELDS: dict[str, dict[str, tuple[object, ...]]] = {
    "contacts": {
        "id": (None, 7, "", "x" * 65),
        "created": (None, "yesterday", 0),
        "updated": ("2026-11-22",),
        "name": (None, 7, "x" * 501, ["Ann"]),
        "circle": ("hot", None),
        "rhythm_days": (0, 4000, "7", 1.5),
        "notes": ("x" * 100_001, {}),
        "emails": ("a@b.c", [7], {"1": "a@b.c"}),
    },
    "checkins": {
        "day": (None, "2026-13-45", "22 Nov", 20261122, "0001-01-01", "9999-01-01"),
        "attitude": (9, -1, "4", True),
        "ticks": (["sing"], "warm", [None]),
        "passed": ("no", 0),
    },
}
"""Fields and values that they can't hold."""


def _twice(tables: Tables) -> None:
    """Give a person the id of another."""
    people = tables["contacts"]
    people["2"]["id"] = people["1"]["id"]


CHANGES: dict[str, Change] = {
    "a table is a list": lambda tables: tables.update(contacts=list(tables["contacts"].values())),
    "a table is null": lambda tables: tables.update(checkins=None),
    "a table is text": lambda tables: tables.update(checkins="none"),
    "a record is null": lambda tables: tables["contacts"].update({"1": None}),
    "a record is a list": lambda tables: tables["contacts"].update({"1": []}),
    "a record is empty": lambda tables: tables["contacts"].update({"1": {}}),
    "a number is a word": lambda tables: tables["contacts"].update({"one": tables["contacts"]["1"]}),
    "the same id twice": _twice,
    "no schema in meta": lambda tables: tables.update(meta={"1": {}}),
    "nothing in meta": lambda tables: tables.update(meta={}),
    "meta is null": lambda tables: tables.update(meta=None),
    "schema 0": lambda tables: tables.update(meta={"1": {"schema": 0}}),
    "schema -1": lambda tables: tables.update(meta={"1": {"schema": -1}}),
    "schema is text": lambda tables: tables.update(meta={"1": {"schema": "1"}}),
}
"""Tables and records that can't be."""

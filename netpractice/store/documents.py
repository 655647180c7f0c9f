"""A book file as documents: what a save changes and, byte for byte, what it leaves alone.

A save is a pure function of the file's bytes and the images of records. Documents that no image touches keep their
bytes, tables and fields that this version doesn't know stay, and what was replaced is handed back as it stood, so that
undoing a change restores the same bytes under the same number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from netpractice.domain.changes import Image
from netpractice.domain.records import Record
from netpractice.store.codec import META, SCHEMA, Meta, encode_record
from netpractice.store.disk import Buffer

_PART = 200
"""How many documents are encoded together."""

NOTHING = msgspec.Raw(b"null")
"""Stands for a document that isn't there."""


class Swap(msgspec.Struct, frozen=True, omit_defaults=True):
    """One document before and after a change, as it stood in the file."""

    table: str
    number: str
    """TinyDB's number of the document."""
    before: msgspec.Raw = NOTHING
    after: msgspec.Raw = NOTHING
    new_table: bool = False
    """True if the file didn't have the table before."""

    @property
    def inverse(self) -> Swap:
        """The swap that takes this one back."""
        return msgspec.structs.replace(self, before=self.after, after=self.before)


class _Identity(msgspec.Struct, gc=False):
    """A document of which only the record's id is looked at."""

    id: str


class Documents:
    """The documents of one book file, in memory for the time of a save."""

    def __init__(self, data: Buffer | None, *, is_theirs: bool = False) -> None:
        """Look at the bytes of a file that has been decoded before, or begin a new file.

        In a file that is theirs, written by another program, a record may be that an image takes for new.
        """
        if data is None:
            data = msgspec.json.encode({META: {"1": Meta(SCHEMA)}})
        self._tables = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        self._opened: dict[str, dict[str, msgspec.Raw]] = {}
        self._is_theirs = is_theirs
        self._numbers: dict[str, dict[str, str]] = {}
        self._moved: dict[tuple[str, str], str | None] = {}
        self._greatest: dict[str, int] = {}
        self._unsorted: set[str] = set()

    def encode(self) -> Iterator[Buffer]:
        """The file as the documents are now, in parts: a whole copy of it would stay in the memory of the program."""
        opening = b"{"
        for name, raw in self._tables.items():
            yield opening + msgspec.json.encode(name) + b":"
            opening = b","
            if name in self._opened:
                yield from _encoded(self._sorted(name))
            else:
                yield memoryview(raw)
        yield b"}"

    def put(self, images: Iterable[Image]) -> tuple[Swap, ...]:
        """Carry out a new change, and say what it did to which document."""
        return tuple(self._put(image) for image in images)

    def repeat(self, images: Iterable[Image], swaps: Iterable[Swap]) -> None:
        """Carry out a change that was carried out before, or its inverse; both are given in the order of doing."""
        for image, swap in zip(images, swaps, strict=True):
            documents = self._table(swap.table)
            number = self._number(image)
            if number is None:
                number = swap.number if swap.number not in documents else self._next_number(swap.table)
            found = documents.get(number, NOTHING)
            if image.after is None:
                self._remove(image, number)
                if swap.new_table and not documents:
                    del self._tables[swap.table], self._opened[swap.table]
            elif found == swap.before:
                self._place(image.after, number, swap.after)
            else:
                self._place(image.after, number, _merged(found, image.before, image.after))

    def _put(self, image: Image) -> Swap:
        """Carry out one image."""
        is_new_table = image.table not in self._tables
        documents = self._table(image.table)
        number = self._number(image) or self._next_number(image.table)
        before = documents.get(number, NOTHING)
        if image.after is None:
            self._remove(image, number)
            after = NOTHING
        else:
            after = _merged(before, image.before, image.after)
            self._place(image.after, number, after)
        # A copy on its own doesn't hold the whole file in memory.
        return Swap(image.table, number, msgspec.Raw(bytes(before)), after, is_new_table)

    def _table(self, name: str) -> dict[str, msgspec.Raw]:
        """The documents of a table by number, in their order in the file; a table that isn't there is made."""
        if name not in self._opened:
            raw = self._tables.setdefault(name, msgspec.Raw(b"{}"))
            self._opened[name] = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        return self._opened[name]

    def _number(self, image: Image) -> str | None:
        """The number of an image's document, or None if there is no such document."""
        if (image.table, image.id) in self._moved:
            return self._moved[image.table, image.id]
        if image.before is None and not self._is_theirs:
            return None
        if image.table not in self._numbers:
            found = msgspec.json.decode(self._tables[image.table], type=dict[str, _Identity])
            self._numbers[image.table] = {identity.id: number for number, identity in found.items()}
        return self._numbers[image.table].get(image.id)

    def _place(self, record: Record, number: str, raw: msgspec.Raw) -> None:
        """Write a document under a number."""
        documents = self._table(record.table)
        if number not in documents and documents and int(number) < int(next(reversed(documents))):
            self._unsorted.add(record.table)
        documents[number] = raw
        self._moved[record.table, record.id] = number
        self._greatest[record.table] = max(self._greatest_number(record.table), int(number))

    def _remove(self, image: Image, number: str) -> None:
        """Remove a document if it is there."""
        self._table(image.table).pop(number, None)
        self._moved[image.table, image.id] = None

    def _next_number(self, table: str) -> str:
        """The number that TinyDB would give the next document of a table."""
        return str(self._greatest_number(table) + 1)

    def _greatest_number(self, table: str) -> int:
        """The greatest number that a document of a table has, or had before this save took it out."""
        if table not in self._greatest:
            self._greatest[table] = max(map(int, self._table(table)), default=0)
        return self._greatest[table]

    def _sorted(self, table: str) -> dict[str, msgspec.Raw]:
        """The documents of a table, those that have come back where they were before."""
        documents = self._opened[table]
        return (
            {number: documents[number] for number in sorted(documents, key=int)}
            if table in self._unsorted
            else documents
        )


def _encoded(documents: dict[str, msgspec.Raw]) -> Iterator[bytes]:
    """A table in parts of some hundred documents."""
    items = iter(documents.items())
    opening = b"{"
    while part := dict(islice(items, _PART)):
        yield opening + msgspec.json.encode(part)[1:-1]
        opening = b","
    yield b"}" if documents else b"{}"


def _merged(found: msgspec.Raw, before: Record | None, after: Record) -> msgspec.Raw:
    """The document of a record, with whatever else stood in the document that it replaces."""
    if found == NOTHING or before is None or bytes(found) == encode_record(before):
        return msgspec.Raw(encode_record(after))
    known, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    return msgspec.Raw(msgspec.json.encode(_with_rest(found, known, new)))


def _with_rest(old: msgspec.Raw, known: object, new: object) -> object:
    """A new value with what is in the old document beyond the part that is known.

    Of objects the unknown fields are kept as they stand; of lists, items that haven't changed keep theirs.
    """
    if isinstance(new, dict):
        known = known if isinstance(known, dict) else {}
        there = msgspec.json.decode(old, type=dict[str, msgspec.Raw])
        merged = {key: _with_rest(there[key], known.get(key), new[key]) if key in there else new[key] for key in new}
        return merged | {key: raw for key, raw in there.items() if key not in known and key not in new}
    if isinstance(new, list | tuple):
        known = known if isinstance(known, list | tuple) else ()
        pairs = list(zip(known, msgspec.json.decode(old, type=list[msgspec.Raw]), strict=False))
        return [next((raw for before, raw in pairs if before == item), item) for item in new]
    return new

"""The history of changes: what undo and redo need across restarts.

A file of lines beside the book, only ever written at its end. A line is the batch of one save: for each step the change
with its documents before and after, or word that a change was undone or redone. It is written before the book is, so a
line that was cut short, or whose book never followed, is recognised at the next opening and forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from netpractice.domain.changes import Change, Image
from netpractice.domain.records import Record, Records
from netpractice.store import disk
from netpractice.store.codec import MALFORMED, TYPE_OF, decode_record
from netpractice.store.documents import NOTHING, Swap
from netpractice.store.durable import not_saved

MOST_CHANGES = 1000
"""How many changes a history keeps when it is tidied."""

MOST_BYTES = 5_000_000
"""How long the file may be at opening before it is tidied; it is cut to half of this."""

Kind: TypeAlias = Literal["do", "undo", "redo"]


class Step(NamedTuple):
    """Something to save: a change was made, undone or redone."""

    kind: Kind
    change: Change

    @property
    def images(self) -> tuple[Image, ...]:
        """The images in the direction and order in which the step carries them out."""
        return self.change.inverse.images if self.kind == "undo" else self.change.images


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A step as it stands in the file."""

    kind: Kind
    id: str
    """The id of the change."""
    label: str = ""
    at: datetime | None = None
    swaps: tuple[Swap, ...] = ()
    """What a change did, in the order of doing; undoing and redoing need only the id."""

    @property
    def change(self) -> Change:
        """The change that was made; raises one of `MALFORMED` if its documents are no records."""
        if self.at is None:
            raise msgspec.ValidationError("a change without its moment")
        images = tuple(Image(_record(swap, swap.before), _record(swap, swap.after)) for swap in self.swaps)
        return Change(id=self.id, at=self.at, label=self.label, images=images)


class _Heading(msgspec.Struct, frozen=True):
    """An entry of which the documents are passed over."""

    kind: Kind
    id: str
    label: str = ""


class _Place(NamedTuple):
    """Where the file tells of a change."""

    label: str
    start: int
    size: int


class HistoryDamagedError(Exception):
    """The lines of a history don't make sense."""


class History:
    """The changes that can be undone and redone, the newest last."""

    def __init__(self, path: Path) -> None:
        """Begin with no changes; nothing is read."""
        self._path = path
        self._undoable: list[str] = []
        self._redoable: list[str] = []
        self._made: dict[str, Change] = {}
        self._places: dict[str, _Place] = {}
        self._end = 0

    @classmethod
    def load(cls, path: Path, records: Records) -> History:
        """Read the history of a book that has just been opened; one that isn't there is empty.

        Raises:
            HistoryDamagedError: lines other than the last are damaged.
            OSError: the file can't be read.
        """
        history = cls(path)
        if disk.signature(path) is None:
            return history
        lines = disk.read(path)[0].split(b"\n")[:-1]
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            try:
                if is_last and not history._landed(line, records):
                    break
                history._follow(line)
            except MALFORMED as problem:
                if is_last:
                    break
                raise HistoryDamagedError(f"line {number + 1}: {problem}") from problem
        if len(history._undoable) > MOST_CHANGES or history._end > MOST_BYTES:
            with suppress(OSError):
                history._tidy()
        return history

    @property
    def undo_id(self) -> str | None:
        """The change that undo takes back, or None."""
        return self._undoable[-1] if self._undoable else None

    @property
    def redo_id(self) -> str | None:
        """The change that redo makes again, or None."""
        return self._redoable[-1] if self._redoable else None

    def __contains__(self, change_id: object) -> bool:
        """True for the id of a change that the history tells of."""
        return change_id in self._made or change_id in self._places

    def label(self, change_id: str) -> str:
        """What was done by a change that can be undone or redone."""
        made = self._made.get(change_id)
        return made.label if made else self._places[change_id].label

    def change(self, change_id: str) -> Change:
        """A change that can be undone or redone.

        Raises:
            HistoryDamagedError: its line isn't what it was.
            OSError: the file can't be read.
        """
        return self._made.get(change_id) or self._entry(change_id).change

    def follow_on(self, earlier: History) -> None:
        """Put what the file tells of before what was done since, of which nothing is in the file yet."""
        self._undoable[:0] = earlier._undoable
        if not self._made:
            self._redoable[:0] = earlier._redoable
        self._places |= earlier._places
        self._end = earlier._end

    def take(self, step: Step) -> None:
        """Note that a change was made, or that the one that was next was undone or redone."""
        self._move(step.kind, step.change.id)
        self._made[step.change.id] = step.change

    def swaps(self, change_id: str) -> tuple[Swap, ...] | None:
        """What a change did to the documents, or None if the file doesn't tell."""
        try:
            return self._entry(change_id).swaps
        except (OSError, HistoryDamagedError):
            return None

    def write(self, entries: Sequence[Entry]) -> None:
        """Write the batch of a save, in place of one that was withdrawn; raises NotSavedError."""
        try:
            there = disk.signature(self._path)
            if (there.size if there else 0) < self._end:
                self._forget_file()
            disk.append(self._path, self._end, msgspec.json.encode(entries) + b"\n")
        except OSError as problem:
            raise not_saved(self._path, problem) from problem

    def keep(self, entries: Sequence[Entry]) -> None:
        """Count the batch that was written last as part of the history, since the book has followed."""
        self._enter(entries, len(msgspec.json.encode(entries)) + 1)

    def withdraw(self) -> None:
        """Take back the batch that was written last, since the book didn't follow; raises OSError."""
        disk.append(self._path, self._end, b"")

    def _forget_file(self) -> None:
        """Begin the file anew, since another program cut or removed it; what was done since opening can be undone still."""
        self._places.clear()
        self._end = 0
        self._undoable = [change_id for change_id in self._undoable if change_id in self._made]
        self._redoable = [change_id for change_id in self._redoable if change_id in self._made]

    def _enter(self, entries: Iterable[Entry | _Heading], size: int) -> None:
        """Remember where the changes of the next line are."""
        for entry in entries:
            if entry.kind == "do":
                self._places[entry.id] = _Place(entry.label, self._end, size)
        self._end += size

    def _follow(self, line: bytes) -> None:
        """Go through the next line of the file."""
        headings = msgspec.json.decode(line, type=tuple[_Heading, ...])
        for heading in headings:
            self._move(heading.kind, heading.id)
        self._enter(headings, len(line) + 1)

    def _move(self, kind: Kind, change_id: str) -> None:
        """Move a change to where it is after a step."""
        if kind == "do":
            self._redoable.clear()
            self._undoable.append(change_id)
            return
        source, target = (self._undoable, self._redoable) if kind == "undo" else (self._redoable, self._undoable)
        if not source or source[-1] != change_id:
            raise HistoryDamagedError(f"{change_id} was not next to {kind}")
        target.append(source.pop())

    def _entry(self, change_id: str) -> Entry:
        """The entry of a change, read from the file."""
        place = self._places.get(change_id)
        if place is None:
            raise HistoryDamagedError(f"{change_id} is not in the file")
        try:
            entries = msgspec.json.decode(disk.read_part(self._path, place.start, place.size), type=tuple[Entry, ...])
        except MALFORMED as problem:
            raise HistoryDamagedError(str(problem)) from problem
        found = next((entry for entry in entries if entry.kind == "do" and entry.id == change_id), None)
        if found is None:
            raise HistoryDamagedError(f"{change_id} is not where it was")
        return found

    def _landed(self, line: bytes, records: Records) -> bool:
        """False if the book was never saved after this line, the last one, was written.

        A book that stands neither before nor after it was changed by another program; then the line stays.
        """
        entries = msgspec.json.decode(line, type=tuple[Entry, ...])
        changes = {entry.id: entry.change for entry in entries if entry.kind == "do"}
        first: dict[tuple[str, str], Record | None] = {}
        last: dict[tuple[str, str], Record | None] = {}
        for entry in entries:
            for image in Step(entry.kind, changes.get(entry.id) or self.change(entry.id)).images:
                first.setdefault((image.table, image.id), image.before)
                last[image.table, image.id] = image.after
        now = {(table, record_id): records.table(table).get(record_id) for table, record_id in first}
        return now == last or now != first

    def _tidy(self) -> None:
        """Drop the oldest changes from the file, and all that can't come back."""
        kept: dict[str, bytes] = {}
        size = 0
        for change_id in [*self._redoable, *reversed(self._undoable)][:MOST_CHANGES]:
            line = msgspec.json.encode([self._entry(change_id)]) + b"\n"
            size += len(line)
            if kept and size > MOST_BYTES // 2:
                break
            kept[change_id] = line
        undone = [Entry("undo", change_id) for change_id in self._redoable if change_id in kept]
        lines = [*reversed(kept.values()), *(msgspec.json.encode([entry]) + b"\n" for entry in undone)]
        disk.replace(self._path, lines)
        tidied = History(self._path)
        for line in lines:
            tidied._follow(line[:-1])
        self._undoable, self._redoable = tidied._undoable, tidied._redoable
        self._places, self._end = tidied._places, tidied._end


def _record(swap: Swap, document: msgspec.Raw) -> Record | None:
    """The record of a document; raises one of `MALFORMED` if it is none."""
    if document == NOTHING:
        return None
    if swap.table not in TYPE_OF:
        raise msgspec.ValidationError(f"no table {swap.table}")
    return decode_record(TYPE_OF[swap.table], document)

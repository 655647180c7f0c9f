"""The change mechanism: before and after images of records.

One value gives atomic saves, undo, redo and merge alike. A change is applied whole or not at all; applying its inverse
restores the very records that stood there before, moments and all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from netpractice.domain.records import Record, Records


class Image(msgspec.Struct, frozen=True):
    """One record before and after: None before for a new record, None after for a removed one."""

    before: Record | None
    after: Record | None

    @property
    def table(self) -> str:
        """The table that the record is in."""
        return (self.after or self.some).table

    @property
    def id(self) -> str:
        """The record's id."""
        return self.some.id

    @property
    def some(self) -> Record:
        """Whichever image there is; raises ValueError when there is none."""
        record = self.after or self.before
        if record is None:
            raise ValueError("an image needs a record before or after")
        return record


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One step that a user took: all of its images or none."""

    id: str
    at: datetime
    label: str
    """What was done, in words that fit after "undone: "."""
    images: tuple[Image, ...]

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        images = tuple(Image(image.after, image.before) for image in reversed(self.images))
        return Change(id=self.id, at=self.at, label=self.label, images=images)


def fits(records: Records, images: Iterable[Image]) -> bool:
    """True if every image's *before* is what now stands in the records."""
    return all(records.table(image.table).get(image.id) == image.before for image in images)


def apply(records: Records, images: Iterable[Image]) -> None:
    """Put every *after* in place. The caller has made sure that the images fit."""
    for image in images:
        table = records.table(image.table)
        if image.after is None:
            table.pop(image.id, None)
        else:
            table[image.id] = image.after


def put_in_order(records: Records, tables: Iterable[str]) -> None:
    """Put tables back into the order of writing, after removed records have come back at their ends."""
    for name in tables:
        table = records.table(name)
        ordered = sorted(table.items(), key=lambda item: (item[1].created, item[0]))
        table.clear()
        table.update(ordered)

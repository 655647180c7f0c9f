"""Making what is new: records and changes, with ids and moments of their own."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import datetime
from typing import TypeVar

import msgspec

from netpractice.domain.changes import Change, Image
from netpractice.domain.records import Record, Records
from netpractice.practice.clock import Clock
from netpractice.practice.ids import Ids
from netpractice.store.codec import checked

R = TypeVar("R", bound=Record)


class Writer:
    """Makes records and changes; nothing is changed by it."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        """Take the time from a clock and the ids from a source of them."""
        self._clock = clock
        self._ids = ids

    def new(self, records: Records, kind: type[R], /, **fields: object) -> R:
        """A record whose id isn't among the records yet, made now."""
        now = self._stamp()
        make: Callable[..., R] = kind
        return make(id=self._fresh_id(records.table(kind.table)), created=now, updated=now, **fields)

    def change(
        self,
        records: Records,
        label: str,
        *,
        put: Iterable[Record],
        remove: Iterable[Record],
        taken: Container[str],
        keep_stamps: bool = False,
    ) -> Change | None:
        """The change of records that writes some and removes others; None if nothing would be different.

        Args:
            records: what there is.
            label: what is done.
            put: new records, and changed copies of those that there are.
            remove: records to take out; one that is also written is written.
            taken: the ids of other changes.
            keep_stamps: True leaves new records the moments that they bring.

        Raises:
            InputError: a record holds what no record may hold, such as text that is too long.
        """
        now = self._stamp()
        removed = {(record.table, record.id): Image(_there(records, record), None) for record in remove}
        written = {(record.table, record.id): _written(records, record, now, keep_stamps=keep_stamps) for record in put}
        images = tuple(image for image in (removed | written).values() if image.before != image.after)
        return Change(id=self._fresh_id(taken), at=now, label=label, images=images) if images else None

    def _stamp(self) -> datetime:
        """The moment to write into records, to the second."""
        return self._clock.now().replace(microsecond=0)

    def _fresh_id(self, taken: Container[str]) -> str:
        """An id that isn't taken, also when the clock stands."""
        fresh = self._ids.fresh(self._clock.now())
        while fresh in taken:
            fresh = self._ids.fresh(self._clock.now())
        return fresh


def _there(records: Records, record: R) -> R | None:
    """The record that has this one's id, or None."""
    there: R | None = records.table(record.table).get(record.id)
    return there


def _written(records: Records, record: Record, now: datetime, *, keep_stamps: bool) -> Image:
    """The image of a record that is to be written; both sides are the same if it says nothing new."""
    before = _there(records, record)
    if before is None:
        new = record if keep_stamps else msgspec.structs.replace(record, created=now, updated=now)
        return Image(None, checked(new))
    after = checked(msgspec.structs.replace(record, updated=before.updated))
    return Image(before, before if after == before else msgspec.structs.replace(after, updated=now))

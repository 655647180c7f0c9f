"""Equal values kept once: the records of ten years name the same people, places and days ten thousand times."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from itertools import repeat
from operator import attrgetter
from typing import Any

from msgspec.structs import force_setattr

from netpractice.domain.records import Conversation, Favour, FollowUp, Record

REPEATED: dict[str, tuple[str, ...]] = {
    Conversation.table: ("people", "setting"),
    Favour.table: ("contact",),
    FollowUp.table: ("contact",),
}
"""The fields of each table whose values repeat most, besides the day."""


def share(records: Collection[Record], field: str, known: dict[Any, Any]) -> None:
    """Put the known value in the place of each that equals it into a field of records that nobody has seen yet.

    Args:
        records: what has just been read: every value in it is a copy of its own.
        field: a field whose values never change and can be looked up.
        known: the first of each value, by itself; those that are new here are added.
    """
    values = list(map(attrgetter(field), records))
    deque(map(force_setattr, records, repeat(field), map(known.setdefault, values, values)), maxlen=0)

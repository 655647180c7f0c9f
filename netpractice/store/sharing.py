"""Equal values kept once: the records of ten years name the same people, places and days ten thousand times."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from datetime import date
from itertools import repeat
from typing import TypeVar

from msgspec.structs import force_setattr

from netpractice.domain.records import Record, Records

V = TypeVar("V")


def share(records: Records) -> None:
    """Put the first of its kind in the place of each value that repeats.

    Nobody can tell but by the memory: frozen records are still equal to what they were. It takes some milliseconds.
    """
    # A comprehension for each field is three times as quick as anything that is told the field's name.
    talks = records.conversations.values()
    _share(talks, "people", [talk.people for talk in talks], {})
    _share(talks, "setting", [talk.setting for talk in talks], {})
    favours, followups, pages = records.favours.values(), records.followups.values(), records.checkins.values()
    ids = dict(zip(records.contacts, records.contacts, strict=True))
    _share(favours, "contact", [favour.contact for favour in favours], ids)
    _share(followups, "contact", [followup.contact for followup in followups], ids)
    days: dict[date, date] = {}
    _share(talks, "day", [talk.day for talk in talks], days)
    _share(favours, "day", [favour.day for favour in favours], days)
    _share(followups, "opened", [followup.opened for followup in followups], days)
    _share(pages, "day", [page.day for page in pages], days)


def _share(records: Collection[Record], field: str, values: list[V], known: dict[V, V]) -> None:
    """Put into a field of records, in the place of each of its values, the equal one that is known from now on."""
    deque(map(force_setattr, records, repeat(field), map(known.setdefault, values, values)), maxlen=0)

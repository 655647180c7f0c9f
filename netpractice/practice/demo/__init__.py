"""The sample book: three months, or years, in the practice of somebody who draws maps. Everybody in it is invented.

The same day and size always give the same book, to the byte.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from netpractice.domain.errors import InputError
from netpractice.domain.records import RECORD_TYPES, Records
from netpractice.practice.demo.pen import Pen
from netpractice.practice.demo.quarter import write_quarter
from netpractice.practice.demo.years import write_years
from netpractice.store.codec import encode
from netpractice.store.durable import DurableFile

A_YEAR = {"contacts": 200, "conversations": 1000, "followups": 400, "favours": 400, "checkins": 365}
"""How many records of a table a year brings, so a book of ten years holds ten times as many."""

MOST_YEARS = 50

_RECENT, _PAST = 20, 70
"""Seeds of the last three months and of what was before."""


def make_demo(today: date, *, years: int | None = None) -> Records:
    """The sample book as it stands on the day `today`.

    Args:
        today: the practice day that it leads up to; nothing but due days and one planned event comes later.
        years: None for about 25 people in three months; else the length in years, 1 to 50, with as many records as
            `A_YEAR` says, the same three months at its end. Raises InputError for any other number.
    """
    if years is not None and not 1 <= years <= MOST_YEARS:
        raise InputError(
            f"a sample book has 1 to {MOST_YEARS} years", where=str(years), way_out="Give a number in that range"
        )
    recent = Pen(_RECENT)
    write_quarter(recent, today)
    if years is None:
        return recent.records
    past = Pen(_PAST)
    write_years(
        past, today, {table: years * count - len(recent.records.table(table)) for table, count in A_YEAR.items()}
    )
    tables = [kind.table for kind in RECORD_TYPES]
    return Records(**{table: {**past.records.table(table), **recent.records.table(table)} for table in tables})


def write_demo(path: Path, today: date, *, years: int | None = None) -> None:
    """Write the sample book to a new file, durably.

    Raises:
        InputError: there is a file already, or the number of years can't be.
        NotSavedError: the disk refused.
    """
    storage = DurableFile(path)
    if storage.path.exists():
        raise InputError("there is a file already", where=str(path), way_out="Choose a name that isn't taken")
    storage.place(encode(make_demo(today, years=years)))
    storage.sync()

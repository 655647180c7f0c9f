"""A stretch of days in words: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from netpractice.domain.days import YEARS, read_day

_NUMBERS = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


def read_period(text: str, today: date, week_start: int) -> tuple[date, date]:
    """The first and the last day of what somebody typed.

    Args:
        text: `2025`, `2025-11`, or a day as `days.read_day` reads those of the past.
        today: the day it is read on.
        week_start: the first day of a week.

    Raises:
        InputError: it can't be read.
    """
    match = _NUMBERS.fullmatch(text.strip())
    if match is None or int(match[1]) not in YEARS or (match[2] and not 1 <= int(match[2]) <= 12):
        day = read_day(text, today, past=True, week_start=week_start)
        return day, day
    year, first, last = int(match[1]), int(match[2] or 1), int(match[2] or 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def same_days(day: date, year: int) -> tuple[date, date]:
    """The first and the last day of another year that are the same day of the year; two if a February ends later there."""
    ends, ended = monthrange(year, day.month)[1], monthrange(day.year, day.month)[1]
    first = day.replace(year=year, day=min(day.day, ends))
    return first, first.replace(day=ends) if day.day == ended else first

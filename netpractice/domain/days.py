"""Practice days, weeks and spans: the only date arithmetic of the program.

A *practice day* is a plain `datetime.date`. A *week* is named by its first day, a date too. Spans are half-open. Inside
the program all arithmetic is on dates and their ordinals; `pendulum` reads words and is imported only when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def practice_day(moment: datetime, ends_at: int) -> date:
    """The practice day of a moment in the user's own time zone.

    Args:
        moment: the local wall-clock time.
        ends_at: the hour, 0 to 12, at which the day rolls over: at 3, a talk at 01:30 counts for the evening before.
    """
    return moment.date() if moment.hour >= ends_at else moment.date() - DAY


def week_of(day: date, week_start: int) -> date:
    """The first day of the week that a day is in; `week_start` is 0 for Monday to 6 for Sunday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def week_days(week: date) -> tuple[date, ...]:
    """The seven days of the week that begins on `week`."""
    return tuple(week + timedelta(days=n) for n in range(7))


def weeks_between(first: date, last: date) -> Iterator[date]:
    """The weeks from `first` to `last`, both named by their first day and both included."""
    while first <= last:
        yield first
        first += WEEK


def week_label(week: date) -> str:
    """The ISO 8601 name of a week, `2026-W47`: that of its middle day, so that it works for any first day of the week."""
    year, number, _ = (week + 3 * DAY).isocalendar()
    return f"{year}-W{number:02d}"


def week_from_label(label: str, week_start: int) -> date | None:
    """The week with an ISO 8601 name (`2026-W47`), or None if there is no such week."""
    match = re.fullmatch(r"(\d{4})-?[Ww](\d{1,2})", label.strip())
    if match is None:
        return None
    try:
        middle = date.fromisocalendar(int(match[1]), int(match[2]), 4)
    except ValueError:
        return None
    start = week_of(middle, week_start)
    # The week's middle day lies within the ISO week; of two weeks that share the Thursday only one has it so.
    for week in (start - WEEK, start, start + WEEK):
        if week_label(week) == week_label_of_iso(middle):
            return week
    return None


def week_label_of_iso(day: date) -> str:
    """The ISO 8601 name of the Monday-to-Sunday week that a day is in."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def month_of(day: date) -> tuple[int, int]:
    """The calendar month of a day, as (year, month)."""
    return day.year, day.month


def week_ordinal(ordinal: int, week_start: int) -> int:
    """The ordinal of the first day of the week that a day, given by its ordinal too, is in (see `week_of`)."""
    # Ordinal 1, the first of January of the year 1, was a Monday.
    return ordinal - (ordinal - 1 - week_start) % 7

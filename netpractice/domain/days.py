"""Practice days, weeks and spans: the only date arithmetic of the program.

A *practice day* is a plain `datetime.date`. A *week* is named by its first day, a date too. Spans are half-open. Inside
the program all arithmetic is on dates and their ordinals; `pendulum` reads words and is imported only when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from netpractice.domain.errors import InputError

DAY = timedelta(days=1)
WEEK = timedelta(days=7)

YEARS = range(1900, 2200)
"""The years that a day may be typed in; others are slips of the finger."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY_FORMS = "Write it like fri, 3d, 12 dec or 2026-12-12"
_LONG_SPANS = 100
"""From so many days on, a span is told in weeks."""


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
    match = re.fullmatch(r"(\d{4})-?[Ww](\d{1,2})", label.strip(), re.ASCII)
    if match is None:
        return None
    try:
        middle = date.fromisocalendar(int(match[1]), int(match[2]), 4)
    except ValueError:
        return None
    # The middle day of the week that holds an ISO week's Thursday lies in that same ISO week, whatever day weeks start on.
    return week_of(middle, week_start)


def month_of(day: date) -> tuple[int, int]:
    """The calendar month of a day, as (year, month)."""
    return day.year, day.month


def year_before(day: date) -> date:
    """The same day a year earlier; for 29 February the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - 1, day=last)


def week_ordinal(ordinal: int, week_start: int) -> int:
    """The ordinal of the first day of the week that a day, given by its ordinal too, is in (see `week_of`)."""
    # Ordinal 1, the first of January of the year 1, was a Monday.
    return ordinal - (ordinal - 1 - week_start) % 7


def read_day(text: str, today: date, *, past: bool = False, week_start: int = 0) -> date:
    """The day that somebody typed in words, in upper or lower case.

    `today`, `tom` or `tomorrow`, `yesterday`; `fri`, `friday` and what lies between, `last fri`; `3d`, `2w`, `1m`, `1y`, with `+`, `-`,
    `in` or `ago` if the direction is to be said; `eow` and `eom`, the last day of the week and of the month; `12 dec`
    or `dec 12`, with a year or without; `2026-12-12`.

    Args:
        text: what was typed.
        today: the day it is read on.
        past: how to read a weekday, a span without a direction, and a day without a year: as the latest such day up to
            today, or else as the next one after today. `3d` is three days ago, or else in three days.
        week_start: the first day of a week, for `eow`.

    Raises:
        InputError: no such day, or no day at all. Nothing is guessed: `12/11` and `next fri` mean two days to two people.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    try:
        day = (
            _named_day(words, today, week_start)
            or _weekday(words, today, past=past)
            or _day_away(words, today, past=past)
            or _day_of_month(words, today, past=past)
            or _iso_day(words)
        )
    except (ValueError, OverflowError):
        raise _unreadable(text, "is no day of the calendar", _DAY_FORMS) from None
    if day is None:
        raise _unreadable(text, "can't be read as a day", _DAY_FORMS)
    if day.year not in YEARS:
        raise _unreadable(text, f"is out of the years {YEARS[0]} to {YEARS[-1]}", _DAY_FORMS)
    return day


def read_week(text: str, today: date, week_start: int) -> date:
    """The week that somebody typed: `this`, `last`, or its ISO 8601 name, such as `2026-W47`.

    Raises:
        InputError: there is no such week.
    """
    words = text.strip().lower()
    this = week_of(today, week_start)
    week = {"this": this, "last": this - WEEK}.get(words) or week_from_label(words, week_start)
    if week is None or week.year not in YEARS:
        raise _unreadable(text, "can't be read as a week", "Write this, last or 2026-W47")
    return week


def show_day(day: date, today: date | None = None) -> str:
    """A day in words, `Fri 27 Nov`.

    Args:
        day: the day.
        today: the day it is shown on: one of another year gets its year, `Sat 27 Nov 2027`. Only a place that tells the
            year itself leaves this out.
    """
    words = f"{weekday(day)} {day.day} {month(day)}"
    return words if today is None or day.year == today.year else f"{words} {day.year}"


def weekday(day: date) -> str:
    """The short name of a day of the week, `Mon` to `Sun`."""
    return _WEEKDAYS[day.weekday()][:3].title()


def month(day: date) -> str:
    """The short name of a day's month, `Jan` to `Dec`."""
    return _MONTHS[day.month - 1][:3].title()


def show_span(days: int) -> str:
    """How long ago in short words, rounded down: `today`, `39 d`, `15 w`, `1.2 y`; below 0 how long until: `in 12 d`."""
    if days == 0:
        return "today"
    if days < 0:
        return f"in {show_span(-days)}"
    if days < _LONG_SPANS:
        return f"{days} d"
    return f"{days // 7} w" if days < 365 else f"{days * 10 // 365 / 10} y"


def _unreadable(text: str, what: str, way_out: str) -> InputError:
    """The refusal of something typed, which is quoted."""
    from netpractice.domain.text import harmless

    typed = " ".join(harmless(text).split())
    return InputError(f"'{typed[:40]}{'…' * (len(typed) > 40)}' {what}", way_out=way_out)


def _named_day(words: str, today: date, week_start: int) -> date | None:
    """A day that has a word of its own."""
    if words in ("today", "yesterday"):
        return today if words == "today" else today - DAY
    if words in ("tom", "tomorrow"):
        return today + DAY
    if words == "eow":
        return week_of(today, week_start) + 6 * DAY
    return _months_away(today.replace(day=1), 1) - DAY if words == "eom" else None


def _weekday(words: str, today: date, *, past: bool) -> date | None:
    """A weekday by its name, with or without `last`."""
    name = words.removeprefix("last ")
    number = _place_of(name, _WEEKDAYS)
    if number is None:
        return None
    since = (today.weekday() - number) % 7
    if name != words:
        return today - (since or 7) * DAY
    return today - since * DAY if past else today + (7 - since) * DAY


def _place_of(name: str, names: tuple[str, ...]) -> int | None:
    """The index of a name, given whole or by three letters of it or more; None if it is none of them."""
    return next((n for n, full in enumerate(names) if len(name) >= 3 and full.startswith(name)), None)


def _day_away(words: str, today: date, *, past: bool) -> date | None:
    """A day so many days, weeks, months or years away."""
    match = re.fullmatch(r"(in |\+|-)?(\d{1,5}) ?(d|day|w|week|m|month|y|year)s?( ago)?", words, re.ASCII)
    if match is None or (match[1] and match[4]):
        return None
    back = match[4] or match[1] == "-" or (past and not match[1])
    count = -int(match[2]) if back else int(match[2])
    unit = match[3][0]
    if unit in "my":
        return _months_away(today, count if unit == "m" else 12 * count)
    return today + count * (DAY if unit == "d" else WEEK)


def _months_away(day: date, months: int) -> date:
    """The same day of another month, or that month's last day if it is shorter."""
    from pendulum import Date

    away = Date(day.year, day.month, day.day).add(months=months)
    return date(away.year, away.month, away.day)


def _day_of_month(words: str, today: date, *, past: bool) -> date | None:
    """A day and the name of its month, in either order, with or without the year."""
    match = re.fullmatch(r"(?:(\d{1,2}) ([a-z]+)|([a-z]+) (\d{1,2}))(?: (\d{4}))?", words, re.ASCII)
    if match is None:
        return None
    month = _place_of(match[2] or match[3], _MONTHS)
    if month is None:
        return None
    number = int(match[1] or match[4])
    if match[5]:
        return date(int(match[5]), month + 1, number)
    return _nearest(month + 1, number, today, past=past)


def _nearest(month: int, number: int, today: date, *, past: bool) -> date:
    """The latest such day up to today, or else the next one after it; raises ValueError if no year has it."""
    step = -1 if past else 1
    # Up to eight years lie between two days of 29 February.
    for year in range(today.year, today.year + 9 * step, step):
        with suppress(ValueError):
            day = date(year, month, number)
            if day <= today if past else day > today:
                return day
    raise ValueError(number)


def _iso_day(words: str) -> date | None:
    """A day as ISO 8601 writes it, with hyphens."""
    return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII) else None

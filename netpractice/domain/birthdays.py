"""Birthdays: `1980-03-12`, or `--03-12` where the year isn't known, as ISO 8601 once wrote a day of every year."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from netpractice.domain.days import YEARS, month, read_day
from netpractice.domain.errors import InputError
from netpractice.domain.text import harmless

_LEAP_YEAR = 2024
"""A year that has every day of every year."""

_YEAR = re.compile(r"\d{4}", re.ASCII)


def read_birthday(text: str) -> str:
    """The birthday that somebody typed, as it is written in records; empty for an empty text.

    `1980-03-12`, `--03-12`, `12 mar`, `mar 12`, `12 march 1980`.

    Raises:
        InputError: there is no such day.
    """
    words = " ".join(harmless(text).split())
    if not words:
        return ""
    day_of_year = words.startswith("--")
    known_year = not day_of_year and _YEAR.search(words) is not None
    plain = f"{_LEAP_YEAR}-{words[2:]}" if day_of_year else words if known_year else f"{words} {_LEAP_YEAR}"
    # A word such as `fri` names a day, but nobody's birthday.
    if any(map(str.isdigit, words)):
        with suppress(InputError):
            day = read_day(plain, date(_LEAP_YEAR, 1, 1))
            return day.isoformat() if known_year else f"--{day:%m-%d}"
    raise InputError(
        f"'{words[:40]}' can't be read as a birthday", way_out="Write it like 12 mar, 12 mar 1980 or 1980-03-12"
    )


def show_birthday(birthday: str) -> str:
    """A birthday in words, `12 Mar` or `12 Mar 1980`; what is no birthday is shown as it is."""
    day = _first(birthday)
    if day is None:
        return birthday
    return f"{day.day} {month(day)}" if birthday.startswith("--") else f"{day.day} {month(day)} {day.year}"


def next_birthday(birthday: str, today: date) -> date | None:
    """The first day from today on that is a birthday; one of 29 February is kept on the 28th of other years."""
    day = _first(birthday)
    if day is None:
        return None
    years = (today.year, today.year + 1)
    return next(there for there in (_in_year(day, year) for year in years) if there >= today)


def _first(birthday: str) -> date | None:
    """The day of birth, in a leap year if its own isn't known; None for what is no birthday."""
    with suppress(ValueError):
        day = date.fromisoformat(f"{_LEAP_YEAR}-{birthday[2:]}" if birthday.startswith("--") else birthday)
        return day if day.year in YEARS else None
    return None


def _in_year(day: date, year: int) -> date:
    """The same day of another year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)

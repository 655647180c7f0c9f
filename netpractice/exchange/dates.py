"""Dates as programs write them into files of contacts, in many languages and orders.

Nothing here knows today: a file says the same whenever it is read. What somebody types is read by `domain.days`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache

import msgspec

from netpractice.domain.days import YEARS
from netpractice.domain.text import fold

_MONTHS = (
    "jan ian gen ene sty led oca tammi янв січ ιαν يناير",
    "feb fev lut uno sub helmi фев лют φεβ فبراير",
    "mar mrt mrz maa bre maalis мар бер μαρ مارس",
    "apr avr abr kwi dub nis huhti апр кві απρ أبريل",
    "may mai maj mei mag kve touko мая май тра μαι مايو",
    "jun juin giu cze cer haz iun kesa июн чер ιουν يونيو",
    "jul juil lug lip cvc tem iul heina июл лип ιουλ يوليو",
    "aug aou agu agt ago sie srp elo авг сер αυγ أغسطس",
    "sep set wrz zar eyl syys сен вер σεπ سبتمبر",
    "oct okt out ott paz rij eki loka окт жов οκτ أكتوبر",
    "nov noi noe lis kas marras ноя лис νοε نوفمبر",
    "dec dez des dic gru pro ara joulu дек гру δεκ ديسمبر",
)
"""How the names of each month begin, without accents, in the languages of the services that people export from."""

_LONGEST_DATE = 40
"""Longer text isn't a date."""

_NO_YEAR = 1604
"""The year that Apple's programs write for a birthday whose year isn't known."""

_ANY_YEAR = range(_NO_YEAR + 1, YEARS.stop)
"""The years that a file may tell of: some people keep their great-grandparents."""

_PIVOT = 30
"""A year of two digits below it is of this century, as spreadsheet programs have it."""

_LEAP_YEAR = 2000

_TIME = re.compile(r"[ t]+\d{1,2}[:.h]\d{2}.*$")
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
_WITHOUT_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")


class WrittenDate(msgspec.Struct, frozen=True):
    """A date as it was written."""

    year: int | None
    """None if the year isn't told."""
    month: int
    day: int
    may_swap: bool = False
    """True if the two numbers could as well be meant the other way round."""
    says_day_first: bool | None = None
    """Which of two numbers comes first, if this date proves it."""

    def other_way_round(self) -> WrittenDate:
        """The date with day and month swapped."""
        return WrittenDate(self.year, self.day, self.month)

    def iso(self) -> str:
        """The ISO date, or `--MM-DD` without a year."""
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}-{self.day:02d}"


@lru_cache(maxsize=4096)
def read_date(text: str) -> WrittenDate | None:
    """The date that a program wrote, or None if it is none.

    `2024-01-31`, `20240131`, `31.1.24`, `1/31/2024`, `31 Jan 2024`, `31-Jan-24`, `Jan 31, 2024`, `31 de enero de 2024`,
    `2024年1月31日`, all with a time after it or without; without a year `--01-31`, `1/31`, `31 Jan`. Two numbers of
    which either could be the month are read with the month first, and say so.
    """
    if len(text) > _LONGEST_DATE:
        return None
    words = _TIME.sub("", fold(text).strip())
    if match := _WITHOUT_YEAR.fullmatch(words):
        return _checked(WrittenDate(None, int(match[1]), int(match[2])))
    if match := _COMPACT.fullmatch(words):
        return _checked(WrittenDate(int(match[1]), int(match[2]), int(match[3])))
    numbers = _NUMBERS.findall(words)
    if not 1 <= len(numbers) <= 3:
        return None
    months = [month for word in _WORDS.findall(words) if (month := _month(word))]
    # The name of a weekday may look like a month, and stands before it.
    return _checked(_with_month(months[-1], numbers) if months else _numeric(numbers, words))


def written_in_parts(year: str, month: str, day: str) -> WrittenDate | None:
    """The date whose parts stand in cells of their own, the year maybe empty; None if there is no such date."""
    number = _part(month) or _month(fold(month))
    day_number, year_number = _part(day), _part(year)
    if number is None or day_number is None or (year and year_number is None):
        return None
    return _checked(WrittenDate(year_number, number, day_number))


def is_no_date(text: str) -> bool:
    """True for what programs write for no date at all: nothing, or nothing but zeros."""
    return not text.strip(" 0/.-:")


def day_comes_first(cells: Iterable[str]) -> bool | None:
    """Whether the dates of a column have the day before the month; None if they don't show it."""
    proofs = [written.says_day_first for cell in cells if (written := read_date(cell))]
    first, last = proofs.count(True), proofs.count(False)
    return None if first == last else first > last


def calendar_day(written: WrittenDate) -> date | None:
    """The day of the calendar, or None if the year isn't told."""
    return None if written.year is None else date(written.year, written.month, written.day)


def _part(digits: str) -> int | None:
    """A year, month or day in digits, or None if it isn't one."""
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _with_month(month: int, numbers: list[str]) -> WrittenDate | None:
    """A date in which the month has its name."""
    if len(numbers) == 1:
        return WrittenDate(None, month, int(numbers[0]))
    if len(numbers) > 2:
        return None
    day, year = reversed(numbers) if len(numbers[0]) == 4 else numbers
    return WrittenDate(_year(year), month, int(day))


def _numeric(numbers: list[str], words: str) -> WrittenDate | None:
    """A date in numbers alone."""
    if len(numbers) == 1 or len(numbers[1]) > 2:
        return None
    if len(numbers[0]) == 4:
        return WrittenDate(int(numbers[0]), int(numbers[1]), int(numbers[2])) if len(numbers) == 3 else None
    year = _year(numbers[2]) if len(numbers) == 3 else None
    first, second = int(numbers[0]), int(numbers[1])
    if first > 12:
        return WrittenDate(year, second, first, says_day_first=True)
    if second > 12:
        return WrittenDate(year, first, second, says_day_first=False)
    if "." in words:
        return WrittenDate(year, second, first, says_day_first=True)
    return WrittenDate(year, first, second, may_swap=first != second)


def _year(digits: str) -> int:
    """A year, given by two of its digits or all of them."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def _checked(written: WrittenDate | None) -> WrittenDate | None:
    """The date itself if the calendar has it; a year that stands for none is taken out."""
    if written is None:
        return None
    if written.year in (0, _NO_YEAR):
        written = msgspec.structs.replace(written, year=None)
    if written.year is not None and written.year not in _ANY_YEAR:
        return None
    with suppress(ValueError, OverflowError):
        date(written.year or _LEAP_YEAR, written.month, written.day)
        return written
    return None


def _month(word: str) -> int | None:
    """The month whose name a folded word is, whole or shortened to three letters or more."""
    starts = _month_starts()
    return next((starts[word[:length]] for length in range(len(word), 2, -1) if word[:length] in starts), None)


@cache
def _month_starts() -> dict[str, int]:
    """Each month by how its names begin."""
    return {fold(start): month for month, starts in enumerate(_MONTHS, 1) for start in starts.split()}

"""What talks and pages add up to over weeks: worry against what came of it, settings, attitude.

Spans end with a day that is included. What is dated later doesn't count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from netpractice.domain.days import DAY, WEEK, month_of, week_of, weeks_between
from netpractice.domain.records import CheckIn, Conversation
from netpractice.domain.text import fold

YEAR_DAYS = 365


class WorryGap(msgspec.Struct, frozen=True, kw_only=True):
    """How well talks were expected to go, and how well they went."""

    talks: int
    """The conversations that tell both, at least 1."""
    expected: float
    """The mean of what was expected, 0 to 4."""
    went: float
    """The mean of how they went, 0 to 4."""

    @property
    def overshoots(self) -> float:
        """By how much worry was too dark, -4 to 4; below 0 the talks went worse than expected."""
        return self.went - self.expected


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A place where people were talked with."""

    name: str
    """As it was written last."""
    times: int
    """In how many conversations of the span."""
    last: date


class Attitude(msgspec.Struct, frozen=True, kw_only=True):
    """The attitude of a week."""

    week: date
    """Its first day."""
    days: int
    """On how many days it was written down."""
    mean: float | None
    """Its mean, 0 to 4; None for a week without."""


def worry_gap(talks: Iterable[Conversation], today: date, days: int) -> WorryGap | None:
    """How far worry overshot in the `days` days that end today; None if no conversation tells both sides."""
    first = today - (days - 1) * DAY
    pairs = [
        (talk.debrief.expected, talk.debrief.went)
        for talk in talks
        if first <= talk.day <= today and talk.debrief.expected is not None and talk.debrief.went is not None
    ]
    if not pairs:
        return None
    expected, went = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    return WorryGap(talks=len(pairs), expected=expected, went=went)


def settings_of_month(talks: Iterable[Conversation], today: date) -> tuple[Setting, ...]:
    """The distinct settings of the calendar month up to today, those met most often first."""
    month = month_of(today)
    there = _settings(talk for talk in talks if talk.day <= today and month_of(talk.day) == month)
    return tuple(sorted(there, key=lambda setting: (-setting.times, setting.name)))


def most_unlikely(talks: Iterable[Conversation], today: date) -> Setting | None:
    """The setting of the last 365 days that came up least often, of those alike the latest; None if there is none."""
    first = today - (YEAR_DAYS - 1) * DAY
    there = _settings(talk for talk in talks if first <= talk.day <= today)
    return min(there, key=lambda setting: (setting.times, -setting.last.toordinal(), setting.name), default=None)


def attitudes(pages: Iterable[CheckIn], today: date, week_start: int, weeks: int) -> tuple[Attitude, ...]:
    """The attitude of each of the last `weeks` weeks, the oldest first; the running one ends today.

    Of several pages for one day, as merged books have them, the one changed last counts.
    """
    last = week_of(today, week_start)
    first = last - (weeks - 1) * WEEK
    by_day: dict[date, int] = {}
    for page in sorted(pages, key=lambda page: (page.updated, page.id)):
        if page.attitude is not None and first <= page.day <= today:
            by_day[page.day] = page.attitude
    return tuple(_attitude(week, by_day, week_start) for week in weeks_between(first, last))


def _attitude(week: date, by_day: dict[date, int], week_start: int) -> Attitude:
    """The attitude of one week."""
    levels = [level for day, level in by_day.items() if week_of(day, week_start) == week]
    return Attitude(week=week, days=len(levels), mean=sum(levels) / len(levels) if levels else None)


def _settings(talks: Iterable[Conversation]) -> list[Setting]:
    """The settings of some conversations; one that is written in two ways is one."""
    times: Counter[str] = Counter()
    latest: dict[str, tuple[date, str]] = {}
    for talk in talks:
        if talk.setting:
            key = fold(talk.setting)
            times[key] += 1
            latest[key] = max(latest.get(key, (date.min, "")), (talk.day, talk.setting))
    return [Setting(name=name, times=times[key], last=last) for key, (last, name) in latest.items()]

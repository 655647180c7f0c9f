"""Seasons: from a day on one needs nothing, or something. A season of needing nothing is calm: the time to give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from netpractice.domain.days import DAY
from netpractice.domain.records import Favour, Season


def in_order(seasons: Iterable[Season]) -> tuple[Season, ...]:
    """The seasons as they followed each other; of two that begin on one day that which was written last comes later."""
    return tuple(sorted(seasons, key=lambda season: (season.start, season.created, season.id)))


def season_on(seasons: Iterable[Season], day: date) -> Season | None:
    """The season that a day is in, or None for a day before the first."""
    begun = [season for season in in_order(seasons) if season.start <= day]
    return begun[-1] if begun else None


def calm_share(seasons: Iterable[Season], favours: Iterable[Favour], today: date, days: int) -> float | None:
    """How much of what was given in the `days` days that end today was given in calm seasons, 0 to 1.

    Days before the first season leave it open what was needed and don't count. None if nothing was given on the others.
    """
    ordered = in_order(seasons)
    starts = [season.start for season in ordered]
    first = today - (days - 1) * DAY
    calm = []
    for favour in favours:
        place = bisect_right(starts, favour.day)
        if place and favour.direction == "gave" and first <= favour.day <= today:
            calm.append(not ordered[place - 1].need)
    return sum(calm) / len(calm) if calm else None

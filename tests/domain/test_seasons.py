"""Seasons: which one a day is in, and how much is given while nothing is needed."""

from __future__ import annotations

import pytest

from netpractice.domain.seasons import calm_share, in_order, season_on
from tests.domain.made import day, favour, season


def test_a_season_holds_until_the_next_begins() -> None:
    first, second = season(-30), season(-10, "a job")
    there = [second, first]
    assert [season_on(there, day(n)) for n in (-31, -30, -11, -10, 5)] == [None, first, first, second, second]
    assert in_order(there) == (first, second)


def test_of_two_seasons_that_begin_on_one_day_the_one_written_last_holds() -> None:
    early, late = season(0, "a job", minute=1), season(0, minute=2)
    assert season_on([late, early], day(0)) == late


@pytest.mark.parametrize(
    ("gave_on", "share"),
    [
        ([], None),
        ([-40], None),
        ([-25], 1.0),
        ([-25, -9], 0.5),
        ([-9, 0], 0.0),
        ([-25, 0], 0.5),
        ([-25, -20, -15, -9], 0.75),
        ([-25, 1], 1.0),
    ],
)
def test_the_share_of_giving_in_calm_seasons(gave_on: list[int], share: float | None) -> None:
    seasons = [season(-30), season(-10, "a job")]
    given = [favour(n) for n in gave_on]
    assert calm_share(seasons, [*given, favour(-5, "received"), favour(-5, "asked")], day(0), 365) == share


def test_only_the_days_asked_for_count() -> None:
    seasons = [season(-400), season(-10, "a job")]
    assert calm_share(seasons, [favour(-90), favour(-89), favour(-1)], day(0), 90) == 0.5


def test_without_seasons_nobody_knows() -> None:
    assert calm_share([], [favour(0)], day(0), 90) is None

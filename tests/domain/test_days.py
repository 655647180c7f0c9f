"""Weeks of any first day, their names, and ordinals: against the calendar itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.days import (
    month_of,
    practice_day,
    week_days,
    week_from_label,
    week_label,
    week_of,
    week_ordinal,
    weeks_between,
)

any_day = st.dates(date(1900, 1, 1), date(2200, 1, 1))
week_starts = st.integers(0, 6)


@given(any_day, week_starts)
def test_a_week_begins_on_the_chosen_weekday_and_holds_its_day(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert week.weekday() == week_start
    assert day in week_days(week)


@given(any_day, week_starts)
def test_all_days_of_a_week_share_it(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert {week_of(other, week_start) for other in week_days(week)} == {week}
    assert week_of(week + timedelta(days=7), week_start) == week + timedelta(days=7)


@given(any_day, week_starts)
def test_ordinals_have_the_same_weeks(day: date, week_start: int) -> None:
    assert date.fromordinal(week_ordinal(day.toordinal(), week_start)) == week_of(day, week_start)


@given(any_day, week_starts)
def test_a_week_is_found_again_by_its_name(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert week_from_label(week_label(week), week_start) == week


@pytest.mark.parametrize(
    ("week", "label"),
    [
        (date(2026, 11, 16), "2026-W47"),
        (date(2026, 11, 15), "2026-W47"),
        (date(2020, 12, 28), "2020-W53"),
        (date(2021, 1, 4), "2021-W01"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_names_of_weeks(week: date, label: str) -> None:
    assert week_label(week) == label


@pytest.mark.parametrize("label", ["2026-W54", "2025-W53", "2026-W00", "W47", "", "2026-47", "0000-W01"])
def test_there_is_no_such_week(label: str) -> None:
    assert week_from_label(label, 0) is None


def test_weeks_from_one_to_another() -> None:
    first, last = date(2024, 2, 26), date(2024, 3, 11)
    assert list(weeks_between(first, last)) == [first, date(2024, 3, 4), last]
    assert list(weeks_between(last, first)) == []


def test_the_month_of_a_day() -> None:
    assert month_of(date(2024, 2, 29)) == (2024, 2)


@pytest.mark.parametrize(
    ("moment", "ends_at", "day"),
    [
        ("2026-11-23 01:30", 3, date(2026, 11, 22)),
        ("2026-11-23 02:59", 3, date(2026, 11, 22)),
        ("2026-11-23 03:00", 3, date(2026, 11, 23)),
        ("2026-11-23 00:00", 0, date(2026, 11, 23)),
        ("2026-11-23 11:59", 12, date(2026, 11, 22)),
        ("2026-03-01 00:10", 3, date(2026, 2, 28)),
        ("2024-03-01 00:10", 3, date(2024, 2, 29)),
        ("2027-01-01 00:10", 3, date(2026, 12, 31)),
    ],
)
def test_a_talk_at_night_counts_for_the_evening_before(moment: str, ends_at: int, day: date) -> None:
    assert practice_day(datetime.fromisoformat(moment).replace(tzinfo=UTC), ends_at) == day

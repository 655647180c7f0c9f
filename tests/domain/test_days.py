"""Practice days and weeks: the roll-over hour, any first day of the week, ISO names, week 53."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.days import (
    DAY,
    WEEK,
    month_of,
    practice_day,
    week_days,
    week_from_label,
    week_label,
    week_of,
    week_ordinal,
    weeks_between,
)

days = st.dates(date(1900, 1, 8), date(2199, 12, 24))
starts = st.integers(0, 6)


@pytest.mark.parametrize(
    ("moment", "ends_at", "day"),
    [
        ("2026-11-23T01:30", 3, date(2026, 11, 22)),
        ("2026-11-23T02:59:59.999999", 3, date(2026, 11, 22)),
        ("2026-11-23T03:00", 3, date(2026, 11, 23)),
        ("2026-11-23T00:00", 0, date(2026, 11, 23)),
        ("2026-11-22T23:59", 0, date(2026, 11, 22)),
        ("2026-11-23T11:59", 12, date(2026, 11, 22)),
        ("2028-03-01T02:00", 3, date(2028, 2, 29)),
        ("2027-01-01T02:00", 3, date(2026, 12, 31)),
    ],
)
@pytest.mark.parametrize("zone", ["-09:30", "+00:00", "+14:00"])
def test_a_day_ends_at_its_hour_of_the_clock_on_the_wall(moment: str, ends_at: int, day: date, zone: str) -> None:
    assert practice_day(datetime.fromisoformat(moment + zone), ends_at) == day


@given(days, starts)
def test_a_day_is_in_its_week_of_seven_days_from_the_first_weekday(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert day in week_days(week)
    assert week.weekday() == week_start
    assert week_days(week) == tuple(week + n * DAY for n in range(7))
    assert {week_of(each, week_start) for each in week_days(week)} == {week}


@given(days, starts)
def test_weeks_by_ordinal_are_the_weeks_by_date(day: date, week_start: int) -> None:
    assert week_ordinal(day.toordinal(), week_start) == week_of(day, week_start).toordinal()


@given(days, starts, st.integers(0, 60))
def test_weeks_between_are_all_of_them_in_order(day: date, week_start: int, count: int) -> None:
    first = week_of(day, week_start)
    assert list(weeks_between(first, first + count * WEEK)) == [first + n * WEEK for n in range(count + 1)]


def test_there_are_no_weeks_between_when_the_last_is_before_the_first() -> None:
    assert list(weeks_between(date(2026, 11, 23), date(2026, 11, 16))) == []


@pytest.mark.parametrize(
    ("week", "label"),
    [
        (date(2026, 11, 16), "2026-W47"),
        (date(2026, 11, 15), "2026-W47"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2021, 1, 3), "2021-W01"),
        (date(2020, 12, 26), "2020-W53"),
    ],
)
def test_a_week_is_named_by_its_middle_day(week: date, label: str) -> None:
    assert week_label(week) == label


@given(days, starts)
def test_a_week_is_found_by_its_name(day: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert week_from_label(week_label(week), week_start) == week
    assert week_from_label(f" {week_label(week).lower().replace('-', '')} ", week_start) == week


@given(days)
def test_weeks_that_begin_on_monday_have_the_names_of_iso_8601(day: date) -> None:
    year, number, _ = day.isocalendar()
    assert week_label(week_of(day, 0)) == f"{year}-W{number:02d}"


@pytest.mark.parametrize("label", ["2025-W53", "2026-W00", "2026-W54", "2026-47", "W47", "0000-W01", "2026-W4x", ""])
def test_there_is_no_week_of_another_name(label: str) -> None:
    assert week_from_label(label, 0) is None


@given(starts, st.integers(2000, 2100))
def test_every_week_of_a_year_has_a_name_of_its_own(week_start: int, year: int) -> None:
    weeks = weeks_between(week_of(date(year, 1, 10), week_start), week_of(date(year + 1, 1, 10), week_start))
    labels = [week_label(week) for week in weeks]
    assert labels == sorted(set(labels))


@given(days)
def test_a_month_is_that_of_the_calendar(day: date) -> None:
    assert month_of(day) == (day.year, day.month)
    assert month_of(day.replace(day=1)) == month_of(day)
    assert month_of(day.replace(day=1) - timedelta(days=1)) != month_of(day)

"""Clocks that change, travel and leap: practice days, scores and streaks against plain dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from netpractice.domain.changes import Image, apply
from netpractice.domain.days import practice_day
from netpractice.domain.records import CheckIn, Record, Records, Settings
from netpractice.domain.standing import Standing
from tests.counts import tally
from tests.domain.test_histories import compare
from tests.strategies import STAMP

DAY = timedelta(days=1)

CHANGES = [
    ("Europe/Berlin", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25"),
    ("America/New_York", "2026-03-08"),
    ("America/New_York", "2026-11-01"),
    ("Australia/Lord_Howe", "2026-04-05"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("America/Santiago", "2026-04-05"),
    ("America/Santiago", "2026-09-06"),
]
"""Days on which clocks change: by an hour, by half an hour on Lord Howe, and at midnight in Chile."""


@pytest.fixture(autouse=True)
def _count_the_case() -> Iterator[None]:
    """Count every case of this module."""
    yield
    tally("T1")


def plain_day(moment: datetime, ends_at: int) -> date:
    """The practice day by subtraction: what the wall would show if its day began at the roll-over."""
    return (moment.replace(tzinfo=None) - timedelta(hours=ends_at)).date()


def at(zone: str, wall: str) -> datetime:
    """A moment by the clock on a wall somewhere."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))


def page(day: date) -> CheckIn:
    """A check-in of two habits."""
    return CheckIn(id=f"page-{day}", created=STAMP, updated=STAMP, day=day, attitude=3, ticks=("warm",))


def book(records: Sequence[Record]) -> Records:
    """A book with these records."""
    made = Records()
    apply(made, [Image(None, record) for record in records])
    return made


def settings(*, week_start: int = 0, weekly_threshold: int = 60, day_ends_at: int = 3) -> Settings:
    """The settings of a book."""
    return Settings(
        id="settings",
        created=STAMP,
        updated=STAMP,
        week_start=week_start,
        weekly_threshold=weekly_threshold,
        day_ends_at=day_ends_at,
    )


@pytest.mark.parametrize("ends_at", [0, 1, 2, 3, 4])
@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_a_change_of_the_clocks(zone: str, day: str, ends_at: int) -> None:
    noon_before = (at(zone, f"{day} 12:00") - DAY).astimezone(UTC)
    minutes = [noon_before + timedelta(minutes=10 * n) for n in range(6 * 48)]
    moments = [minute.astimezone(ZoneInfo(zone)) for minute in minutes]
    found = [practice_day(moment, ends_at) for moment in moments]
    assert found == [plain_day(moment, ends_at) for moment in moments]
    assert found == sorted(found), "no day comes back once it is over"
    middle = found.count(date.fromisoformat(day))
    assert 22 * 6 < middle < 26 * 6


JOURNEYS = {
    "west over the Atlantic, the evening twice as long": (
        [("Europe/Berlin", "2026-11-20 20:00"), ("America/New_York", "2026-11-20 23:30")],
        1,
    ),
    "east over the Atlantic, by night": (
        [("America/New_York", "2026-11-20 18:00"), ("Europe/Berlin", "2026-11-21 09:00")],
        2,
    ),
    "east over the date line, back into yesterday": (
        [("Pacific/Auckland", "2026-11-21 09:00"), ("Pacific/Honolulu", "2026-11-20 21:00")],
        2,
    ),
    "east over the date line, and on": (
        [
            ("Pacific/Auckland", "2026-11-21 09:00"),
            ("Pacific/Honolulu", "2026-11-20 21:00"),
            ("Pacific/Honolulu", "2026-11-21 21:00"),
            ("Pacific/Honolulu", "2026-11-22 12:00"),
        ],
        3,
    ),
    "west over the date line: a date that never was": (
        [("Pacific/Honolulu", "2026-11-20 21:00"), ("Pacific/Auckland", "2026-11-22 21:00")],
        1,
    ),
    "back into the small hours of the same date": (
        [("Asia/Tokyo", "2026-11-21 10:00"), ("America/Los_Angeles", "2026-11-21 01:30")],
        2,
    ),
    "round the world in three days": (
        [
            ("Europe/London", "2026-02-27 12:00"),
            ("Asia/Kathmandu", "2026-02-28 12:00"),
            ("Pacific/Kiritimati", "2026-03-01 12:00"),
            ("America/Sao_Paulo", "2026-03-01 23:00"),
        ],
        3,
    ),
}


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_flight(journey: str) -> None:
    stops, current = JOURNEYS[journey]
    moments = [at(zone, wall) for zone, wall in stops]
    assert moments == sorted(moments)
    records = Records()
    standing = Standing(records, plain_day(moments[0], 3))
    for moment in moments:
        today = practice_day(moment, 3)
        assert today == plain_day(moment, 3)
        standing.at(today)
        images = [Image(records.checkins.get(f"page-{today}"), page(today))]
        apply(records, images)
        standing.update(images)
        compare(standing, records)
    standing.at(max(page.day for page in records.checkins.values()))
    assert standing.daily.current == current


@pytest.mark.parametrize("back", [1, 2, 6, 7, 8, 31, 366])
@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2024, 3, 1)])
def test_a_clock_set_back_and_right_again(today: date, back: int) -> None:
    records = book([page(today - n * DAY) for n in range(20)])
    standing = Standing(records, today)
    before = (standing.daily, standing.weekly, standing.strength(None), standing.week(today))
    standing.at(today - back * DAY)
    compare(standing, records)
    assert standing.daily.current == max(0, 20 - back)
    standing.at(today)
    compare(standing, records)
    assert (standing.daily, standing.weekly, standing.strength(None), standing.week(today)) == before


@pytest.mark.parametrize("week_start", range(7))
@pytest.mark.parametrize(
    "last",
    [date(2024, 3, 1), date(2024, 2, 29), date(2025, 3, 1), date(2021, 1, 4), date(2027, 1, 3), date(2026, 1, 1)],
)
def test_leap_days_and_years_of_53_weeks(last: date, week_start: int) -> None:
    days = [last - n * DAY for n in range(24)]
    records = book([settings(week_start=week_start, weekly_threshold=30), *map(page, days)])
    standing = Standing(records, last)
    compare(standing, records)
    assert standing.daily.current == 24
    assert standing.week(last - 7 * DAY).habits[2].kept_days == 7


@pytest.mark.parametrize("ends_at", range(13))
def test_the_day_rolls_over_while_the_app_is_open(ends_at: int) -> None:
    roll_over = datetime(2026, 11, 23, ends_at, tzinfo=ZoneInfo("Europe/Berlin"))
    before = roll_over - timedelta(minutes=1)
    sunday, monday = plain_day(before, ends_at), plain_day(roll_over, ends_at)
    assert (practice_day(before, ends_at), practice_day(roll_over, ends_at)) == (sunday, monday)
    records = book([page(sunday - n * DAY) for n in range(3)])
    standing = Standing(records, sunday)
    assert (standing.daily.current, standing.daily.pending, standing.this_week) == (3, False, date(2026, 11, 16))
    standing.at(monday)
    compare(standing, records)
    assert (standing.daily.current, standing.daily.pending, standing.this_week) == (3, True, date(2026, 11, 23))


@pytest.mark.parametrize("ends_at", [0, 6, 12])
def test_a_changed_roll_over_rewrites_nothing(ends_at: int) -> None:
    today = date(2026, 11, 22)
    records = book([settings(), *(page(today - n * DAY) for n in range(9))])
    standing = Standing(records, today)
    before = (standing.daily, standing.weekly, standing.week(today))
    images = [Image(records.settings["settings"], settings(day_ends_at=ends_at))]
    apply(records, images)
    standing.update(images)
    compare(standing, records)
    assert (standing.daily, standing.weekly, standing.week(today)) == before

"""Days in words: what each form means in each direction, what is refused, and how days and spans are shown."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netpractice.domain.days import DAY, WEEK, YEARS, read_day, read_week, show_day, show_span, week_label, week_of
from netpractice.domain.errors import InputError
from netpractice.domain.text import SUSPICIOUS
from tests.hostile import HOSTILE

SUNDAY = date(2026, 11, 22)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

days = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("typed", "coming", "past"),
    [
        ("today", "2026-11-22", "2026-11-22"),
        ("tom", "2026-11-23", "2026-11-23"),
        ("Tomorrow", "2026-11-23", "2026-11-23"),
        ("YESTERDAY", "2026-11-21", "2026-11-21"),
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("thurs", "2026-11-26", "2026-11-19"),
        ("sun", "2026-11-29", "2026-11-22"),
        ("last mon", "2026-11-16", "2026-11-16"),
        ("last sunday", "2026-11-15", "2026-11-15"),
        ("0d", "2026-11-22", "2026-11-22"),
        ("3d", "2026-11-25", "2026-11-19"),
        ("2w", "2026-12-06", "2026-11-08"),
        ("1m", "2026-12-22", "2026-10-22"),
        ("1y", "2027-11-22", "2025-11-22"),
        ("-3d", "2026-11-19", "2026-11-19"),
        ("+3d", "2026-11-25", "2026-11-25"),
        ("3 days ago", "2026-11-19", "2026-11-19"),
        ("in 2 weeks", "2026-12-06", "2026-12-06"),
        ("1 month", "2026-12-22", "2026-10-22"),
        ("eow", "2026-11-22", "2026-11-22"),
        ("eom", "2026-11-30", "2026-11-30"),
        ("12 dec", "2026-12-12", "2025-12-12"),
        ("dec 12", "2026-12-12", "2025-12-12"),
        ("22 Nov", "2027-11-22", "2026-11-22"),
        ("3 september", "2027-09-03", "2026-09-03"),
        ("Sept 3", "2027-09-03", "2026-09-03"),
        ("12 dec 2025", "2025-12-12", "2025-12-12"),
        ("Dec 12, 2025", "2025-12-12", "2025-12-12"),
        ("29 feb", "2028-02-29", "2024-02-29"),
        ("2026-11-22", "2026-11-22", "2026-11-22"),
        ("  last   MON ", "2026-11-16", "2026-11-16"),
    ],
)
def test_a_day_in_words(typed: str, coming: str, past: str) -> None:
    assert read_day(typed, SUNDAY).isoformat() == coming
    assert read_day(typed, SUNDAY, past=True).isoformat() == past


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("1m", "2027-01-31", "2027-02-28"),
        ("1m", "2028-01-31", "2028-02-29"),
        ("-1m", "2026-12-31", "2026-11-30"),
        ("3m", "2026-11-30", "2027-02-28"),
        ("1y", "2028-02-29", "2029-02-28"),
        ("-1y", "2028-02-29", "2027-02-28"),
        ("4y", "2028-02-29", "2032-02-29"),
        ("eom", "2028-02-01", "2028-02-29"),
        ("eom", "2026-12-31", "2026-12-31"),
        ("tom", "2028-02-28", "2028-02-29"),
        ("yesterday", "2027-01-01", "2026-12-31"),
        ("29 feb", "2097-01-01", "2104-02-29"),
    ],
)
def test_months_and_years_end_where_the_calendar_says(typed: str, today: str, day: str) -> None:
    assert read_day(typed, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "31 feb", "29 feb 2027", "0 dec", "32 dec", "2026-13-01", "2026-02-30",
        "12/11", "12.11.", "12-11-2026", "20261122", "2026-W47", "26-11-22", "2026-11", "12", "dec", "may",
        "next fri", "last week", "last 3d", "fr", "m", "3", "3x", "3dd", "- 3d", "in 3d ago", "-3d ago", "1.5w", "٣d",
        "12 decc", "dec 12 26", "99999y", "99999d", "someday", "today tomorrow", "1899-12-31", "2200-01-01", "150y ago",
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_none_is_refused(typed: str) -> None:
    for past in (False, True):
        with pytest.raises(InputError) as refused:
            read_day(typed, SUNDAY, past=past)
        assert refused.value.what.startswith(f"'{' '.join(typed.split())}' ")
        assert refused.value.way_out == "Write it like fri, 3d, 12 dec or 2026-12-12"


def test_a_refusal_quotes_no_more_than_a_line_of_harmless_text() -> None:
    with pytest.raises(InputError, match=r"^'a b\[2Jx{34}…' can't be read as a day\. Write it like fri, "):
        read_day("a\nb\x1b[2J" + "x" * 400, SUNDAY)


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_hostile_text_is_refused_without_repeating_what_acts(hostile: str) -> None:
    with pytest.raises(InputError) as no_day:
        read_day(hostile, SUNDAY)
    with pytest.raises(InputError) as no_week:
        read_week(hostile, SUNDAY, 0)
    assert SUSPICIOUS.search(f"{no_day.value}{no_week.value}") is None


@given(days, days, st.booleans())
def test_a_day_shown_is_read_as_itself(day: date, today: date, past: bool) -> None:
    assert read_day(day.isoformat(), today, past=past) == day
    shown = show_day(day, date(2200, 1, 1))
    assert read_day(shown.partition(" ")[2], today, past=past) == day


@given(days, st.sampled_from(WEEKDAYS), st.integers(3, 9))
def test_a_weekday_is_the_nearest_one_of_its_name(today: date, name: str, letters: int) -> None:
    coming, past, last = (
        read_day(f"{lead}{name[:letters]}", today, past=past)
        for lead, past in (("", False), ("", True), ("last ", False))
    )
    assert {day.weekday() for day in (coming, past, last)} == {WEEKDAYS.index(name)}
    assert today < coming <= today + WEEK
    assert today - WEEK < past <= today
    assert today - WEEK <= last < today


@given(days, st.integers(0, 99), st.sampled_from("dw"))
def test_a_span_goes_the_way_it_is_asked_for(today: date, count: int, unit: str) -> None:
    span = count * (DAY if unit == "d" else WEEK)
    assert read_day(f"{count}{unit}", today) == today + span == read_day(f"+{count}{unit}", today, past=True)
    assert read_day(f"{count}{unit}", today, past=True) == today - span == read_day(f"{count}{unit} ago", today)


@given(days, st.integers(0, 300))
def test_months_away_keep_the_day_or_end_with_the_month(today: date, count: int) -> None:
    day = read_day(f"{count}m", today)
    assert (day.year - today.year) * 12 + day.month - today.month == count
    assert day.day == min(today.day, monthrange(day.year, day.month)[1])


@given(days, st.integers(0, 40))
def test_a_year_is_twelve_months(today: date, count: int) -> None:
    assert read_day(f"{count}y", today) == read_day(f"{12 * count}m", today)


@given(days, st.integers(1, 12), st.integers(1, 31), st.booleans())
def test_a_day_of_a_month_is_the_nearest_one(today: date, month: int, number: int, past: bool) -> None:
    assume(number <= monthrange(2028, month)[1])
    day = read_day(f"{number} {MONTHS[month - 1]}", today, past=past)
    assert (day.month, day.day) == (month, number)
    assert day <= today if past else day > today
    between = range(min(day.year, today.year), max(day.year, today.year) + 1)
    others = [date(year, month, number) for year in between if number <= monthrange(year, month)[1]]
    assert [other for other in others if (day < other <= today if past else today < other < day)] == []


@given(days, st.integers(0, 6))
def test_the_ends_of_week_and_month(today: date, week_start: int) -> None:
    week_end = read_day("eow", today, week_start=week_start)
    assert week_of(week_end, week_start) == week_of(today, week_start)
    assert week_of(week_end + DAY, week_start) != week_of(today, week_start)
    assert read_day("eom", today) == today.replace(day=monthrange(today.year, today.month)[1])


@pytest.mark.parametrize(
    ("typed", "week"),
    [("this", "2026-11-16"), (" LAST ", "2026-11-09"), ("2026-W47", "2026-11-16"), ("2026w53", "2026-12-28")],
)
def test_a_week_in_words(typed: str, week: str) -> None:
    assert read_week(typed, SUNDAY, 0).isoformat() == week


@given(days, days, st.integers(0, 6))
def test_a_week_is_read_by_its_name(day: date, today: date, week_start: int) -> None:
    week = week_of(day, week_start)
    assert read_week(week_label(week), today, week_start) == week


@pytest.mark.parametrize("typed", ["", "next", "47", "2025-W53", "2026-11-22", "9999-W52"])
def test_what_is_no_week_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match=r" can't be read as a week\. Write this, last or 2026-W47\.$"):
        read_week(typed, SUNDAY, 0)


def test_a_day_shows_its_year_only_when_it_could_be_taken_for_another() -> None:
    assert show_day(date(2026, 11, 27), SUNDAY) == "Fri 27 Nov"
    assert show_day(date(2027, 11, 27), SUNDAY) == "Sat 27 Nov 2027"
    assert show_day(date(2027, 5, 1)) == "Sat 1 May"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "today"), (1, "1 d"), (39, "39 d"), (99, "99 d"), (100, "14 w"), (364, "52 w"), (365, "1.0 y"),
        (438, "1.2 y"), (729, "1.9 y"), (730, "2.0 y"), (4000, "10.9 y"), (-12, "in 12 d"), (-140, "in 20 w"),
    ],
)  # fmt: skip
def test_a_span_in_short_words(count: int, words: str) -> None:
    assert show_span(count) == words


def test_the_first_and_the_last_day_that_can_be_typed() -> None:
    for day in (date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)):
        assert read_day(day.isoformat(), SUNDAY) == day

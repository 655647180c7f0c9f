"""Birthdays: what can be typed, how they are shown, and when the next one is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.birthdays import next_birthday, read_birthday, show_birthday
from netpractice.domain.errors import InputError

dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "birthday"),
    [
        ("1980-03-12", "1980-03-12"),
        ("--03-12", "--03-12"),
        ("12 mar", "--03-12"),
        ("Mar 12", "--03-12"),
        ("12 March 1980", "1980-03-12"),
        ("march 12, 1980", "1980-03-12"),
        ("29 feb", "--02-29"),
        ("29 feb 1980", "1980-02-29"),
        ("  ", ""),
    ],
)
def test_birthdays_are_read_with_a_year_or_without(typed: str, birthday: str) -> None:
    assert read_birthday(typed) == birthday


@pytest.mark.parametrize(
    "typed",
    [
        "29 feb 1981",
        "31 apr",
        "--02-30",
        "--12",
        "12",
        "mar",
        "fri",
        "today",
        "3d",
        "12/3",
        "1980",
        "12 mar 80",
        "x",
        "[/]",
    ],
)
def test_what_is_no_birthday_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="can't be read as a birthday"):
        read_birthday(typed)


@given(dates)
def test_a_shown_birthday_is_read_as_it_is(day: date) -> None:
    for birthday in (day.isoformat(), f"--{day:%m-%d}"):
        assert read_birthday(show_birthday(birthday)) == read_birthday(birthday) == birthday


def test_a_birthday_in_words() -> None:
    assert show_birthday("1980-03-02") == "2 Mar 1980"
    assert show_birthday("--03-02") == "2 Mar"
    assert show_birthday("") == ""
    assert show_birthday("in spring") == "in spring"


@given(dates, st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_the_next_birthday_lies_within_a_year(day: date, today: date) -> None:
    there = next_birthday(f"--{day:%m-%d}", today)
    assert there is not None
    assert today <= there < today + timedelta(days=367)
    assert (there.month, there.day) in {(day.month, day.day), (2, 28)}
    assert next_birthday(day.isoformat(), today) == there


def test_a_birthday_of_29_february_is_kept_on_the_28th_of_other_years() -> None:
    assert next_birthday("--02-29", date(2026, 2, 28)) == date(2026, 2, 28)
    assert next_birthday("--02-29", date(2027, 3, 1)) == date(2028, 2, 29)
    assert next_birthday("2000-02-29", date(2024, 2, 29)) == date(2024, 2, 29)


def test_what_is_no_birthday_has_no_next_one() -> None:
    assert next_birthday("", date(2026, 1, 1)) is next_birthday("in spring", date(2026, 1, 1)) is None

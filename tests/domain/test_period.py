"""Stretches of days in words, and the same days of other years."""

from __future__ import annotations

from datetime import date

import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.period import read_period, same_days

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-11-20", "2025-11-20", "2025-11-20"),
        ("fri", "2026-11-20", "2026-11-20"),
        (" 3w ", "2026-11-01", "2026-11-01"),
    ],
)
def test_a_period(text: str, first: str, last: str) -> None:
    assert read_period(text, SUNDAY, 0) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "1066", "9999", "2025-13", "2025-00", "2025-1", "soon", "２０２５"])
def test_no_period(text: str) -> None:
    with pytest.raises(InputError):
        read_period(text, SUNDAY, 0)


@pytest.mark.parametrize(
    ("day", "year", "first", "last"),
    [
        ("2026-11-22", 2025, "2025-11-22", "2025-11-22"),
        ("2026-02-28", 2024, "2024-02-28", "2024-02-29"),
        ("2028-02-28", 2027, "2027-02-28", "2027-02-28"),
        ("2028-02-29", 2027, "2027-02-28", "2027-02-28"),
        ("2028-02-29", 2024, "2024-02-29", "2024-02-29"),
    ],
)
def test_the_same_days_of_another_year(day: str, year: int, first: str, last: str) -> None:
    assert same_days(date.fromisoformat(day), year) == (date.fromisoformat(first), date.fromisoformat(last))

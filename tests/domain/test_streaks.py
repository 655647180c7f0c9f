"""Streaks read from marks."""

from __future__ import annotations

import pytest

from netpractice.domain.streaks import Streak, streak
from tests.domain.made import pending, settled


@pytest.mark.parametrize(
    ("past", "now", "expected"),
    [
        ("", False, pending(0, 0)),
        ("", True, settled(1, 1)),
        ("", None, settled(0, 0)),
        ("111", False, pending(3, 3)),
        ("111", True, settled(4, 4)),
        ("111", None, settled(3, 3)),
        ("1110", True, settled(1, 3)),
        ("1110", False, pending(0, 3)),
        ("011011110010", False, pending(0, 4)),
        ("0110111100101", True, settled(2, 4)),
        ("000", False, pending(0, 0)),
    ],
)
def test_runs_of_what_was_kept(past: str, now: bool | None, expected: Streak) -> None:
    assert streak(bytes(map(int, past)), now) == expected

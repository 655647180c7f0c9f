"""Days that go by while the app is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netpractice.tui import app
from tests.journeys.user import TODAY, HandClock, at_the_screen, on_disk

TOMORROW = TODAY + timedelta(days=1)

EVENING = datetime(2026, 11, 22, 23, 50, tzinfo=UTC)
LATE = datetime(2026, 11, 23, 2, 59, tzinfo=UTC)
NEW_DAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """A clock that shows Sunday evening, at which the app looks all the time."""
    monkeypatch.setattr(app, "TURN_EVERY", 0.02)
    return HandClock(EVENING)


async def test_at_three_the_new_day_is_shown_without_a_key(data: Path, clock: HandClock) -> None:
    async with at_the_screen(data, clock=clock) as user:
        await user.press("1")
        assert "Sun 22 Nov  1 d" in user.painted.text[0]
        clock.moment = LATE
        await user.pilot.pause(0.1)
        assert "Sun 22 Nov  1 d" in user.painted.text[0]
        await user.press("2")
        clock.moment = NEW_DAY
        await user.sees("Mon 23 Nov  1 d", "□ Start warm")
        assert "○ " in user.row("Start warm")
        assert "run 1 (today is open)" in user.screen
        await user.press("4")
        assert "Kept 2 of 14 days   run 2   best 2" in user.screen
        await user.saved()
    pages = {day: on_disk(data, day) for day in (TODAY, TOMORROW)}
    assert {day: page and page.ticks for day, page in pages.items()} == {
        TODAY: ("warm", "anywhere"),
        TOMORROW: ("listen",),
    }


async def test_a_day_that_is_looked_at_stays_when_another_begins(data: Path, clock: HandClock) -> None:
    async with at_the_screen(data, clock=clock) as user:
        await user.press("h")
        assert "Six habits · Sat 21 Nov" in user.screen
        clock.moment = NEW_DAY
        await user.sees("Mon 23 Nov")
        assert "Six habits · Sat 21 Nov" in user.screen
        await user.press("l")
        assert "Six habits · Sun 22 Nov" in user.screen


async def test_a_line_is_written_for_the_day_on_which_it_was_begun(data: Path, clock: HandClock) -> None:
    async with at_the_screen(data, clock=clock) as user:
        await user.press("e")
        await user.sees("Evening: how did it go?")
        await user.type("well")
        clock.moment = NEW_DAY
        await user.pilot.pause(0.05)
        await user.press("enter")
        await user.sees("Mon 23 Nov")
        await user.saved()
    page = on_disk(data)
    assert page is not None
    assert page.reflection == "well"
    assert on_disk(data, TOMORROW) is None

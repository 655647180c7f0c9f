"""The daily check-in, key by key."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.records import CheckIn, HabitKey
from tests.journeys.user import TODAY, at_the_screen, on_disk, opened

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY

TICKED, OPEN, PROVED = "✓", "□", "■"


def page_on_disk(data: Path, day: date = TODAY) -> CheckIn:
    """The page of a day on the disk; there must be one."""
    page = on_disk(data, day)
    assert page is not None
    return page


def ticks_on_disk(data: Path, day: date = TODAY) -> tuple[HabitKey, ...]:
    """The habits ticked by hand on a day, none without a page."""
    page = on_disk(data, day)
    return page.ticks if page else ()


async def test_four_ticks_and_an_attitude_take_six_keys_and_are_there_tomorrow(data: Path) -> None:
    keys = ["1", "2", "4", "6", "3", "4"]
    assert len(keys) <= 7
    async with at_the_screen(data) as user:
        await user.press(*keys)
        for name in ("Start warm", "Anywhere", "Listen to help", "Give first"):
            assert f"{TICKED} {name}" in user.screen
        assert f"{PROVED} Show up open    attitude 4, wide open" in user.screen
        assert f"{OPEN} Follow through" in user.screen
        assert "Kept 1 of 14 days   run 1   best 1" in user.screen
        await user.saved()
        page = page_on_disk(data)
        assert (page.ticks, page.attitude) == (("warm", "anywhere", "listen", "give"), 4)
        before = user.screen
    async with at_the_screen(data) as user:
        assert user.screen == before


async def test_a_second_press_takes_the_tick_back(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        assert f" 1 {TICKED} Start warm      ticked by hand" in user.screen
        await user.press("1")
        assert f" 1 {OPEN} Start warm" in user.screen
        await user.saved()
    assert on_disk(data) is None


async def test_what_the_journal_proves_is_not_ticked_away(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        before = user.row("Start warm")
        assert f"{PROVED} Start warm      a talk with Ada Example" in before
        await user.press("1")
        await user.sees("Start warm: kept already, Sun 22 Nov.")
        assert user.row("Start warm") == before
        assert user.app.book.undo_label is None


async def test_three_asks_how_open_and_a_digit_answers(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("3")
        assert "0 closed to 4 wide open" in user.row("Show up open")
        assert user.painted.text[-1].startswith(" 0-4 How open?  Backspace None  Esc Leave it")
        await user.press("2")
        assert "attitude 2, so-so" in user.row("Show up open")
        assert user.painted.text[-1].startswith(" 1-6 Habit")
        await user.press("3", "backspace")
        assert f"{OPEN} Show up open" in user.screen
        await user.saved()
    assert on_disk(data) is None


async def test_esc_leaves_the_attitude_as_it_was(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("3", "1", "3", "escape")
        assert "attitude 1, guarded" in user.row("Show up open")
        await user.saved()
    assert page_on_disk(data).attitude == 1


async def test_while_the_attitude_is_asked_for_no_other_key_of_today_works(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("3", "5", "6", "i", "p", "h")
        assert "0 closed to 4 wide open" in user.row("Show up open")
        assert "─Six habits──" in user.screen
        assert user.app.book.undo_label is None
        await user.press("1")
        assert "attitude 1, guarded" in user.row("Show up open")
        assert f"{OPEN} Start warm" in user.screen
        await user.press("2")
        assert f"{TICKED} Anywhere" in user.screen


async def test_the_lines_of_the_day_are_written_and_kept(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.sees("Intention: what do you mean to do?", "Enter keeps it, Esc leaves it")
        await user.type("ask Bo")
        await user.press("enter")
        assert "i Intention  ask Bo" in user.screen
        await user.press("e")
        await user.sees("Evening: how did it go?")
        await user.type("well")
        await user.press("enter")
        assert "e Evening    well" in user.screen
        await user.saved()
        page = page_on_disk(data)
        assert (page.intention, page.reflection) == ("ask Bo", "well")
        await user.press("i", *["backspace"] * 3, "enter")
        assert "i Intention  ask" in user.screen
        await user.press("e", "ctrl+u", "enter")
        assert "e Evening    How did it go?" in user.screen
        await user.saved()
    page = page_on_disk(data)
    assert (page.intention, page.reflection) == ("ask", "")


async def test_esc_keeps_nothing_of_a_line(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.sees("Intention:")
        await user.type("never")
        await user.sees("never")
        await user.press("escape")
        assert "What do you mean to do today?" in user.screen
        assert "never" not in user.screen
        assert user.app.book.undo_label is None


async def test_a_line_that_is_too_long_is_refused_and_stays(data: Path) -> None:
    long = "word " * 101
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.sees("Intention:")
        await user.paste(long.strip())
        await user.sees("this line: 504 characters are too long, at most 500 fit")
        await user.press("enter")
        assert "504 characters are too long" in user.screen
        assert on_disk(data) is None
        await user.press(*["backspace"] * 5)
        await user.sees_no("too long")
        await user.press("enter")
        await user.saved()
    assert page_on_disk(data).intention == ("word " * 100).strip()


async def test_a_paste_of_several_lines_becomes_one_and_does_nothing(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.sees("Intention:")
        await user.paste("one\nq\r\n\ttwo \x1b[2Jthree\x07\n")
        assert "one q two [2Jthree" in user.screen
        await user.press("enter")
        await user.saved()
    assert page_on_disk(data).intention == "one q two [2Jthree"


async def test_a_pass_is_taken_taken_back_and_counted(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("p")
        assert "a pass, 1 more this month" in user.screen
        await user.press("p")
        assert "a pass," not in user.screen
        await user.press("p", "h", "p")
        assert "a pass, no more this month" in user.screen
        await user.press("h", "p")
        await user.sees("both passes of November are taken. Take one back to use it on this day.")
        await user.saved()
    assert page_on_disk(data).passed
    assert page_on_disk(data, YESTERDAY).passed
    assert on_disk(data, YESTERDAY - DAY) is None


async def test_a_day_on_which_a_habit_is_kept_needs_no_pass(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1", "p")
        await user.sees("a habit is kept on this day, so it needs no pass.")
        await user.saved()
    assert not page_on_disk(data).passed


async def test_a_late_entry_repairs_the_run(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1", "h", "h", "1")
        assert "Six habits · Fri 20 Nov · l goes on" in user.screen
        assert "run 1   best 1" in user.screen
        await user.press("l", "1")
        assert "Six habits · Sat 21 Nov · l goes on" in user.screen
        assert "Kept 3 of 14 days   run 3   best 3" in user.screen
        assert "· · · · ● ◉ ●" in user.row("Start warm")
        assert "Sun 22 Nov  3 d " in user.painted.text[0]
        await user.press("l")
        assert "─Six habits──" in user.screen
        await user.saved()
    assert [ticks_on_disk(data, TODAY - n * DAY) for n in range(4)] == [("warm",), ("warm",), ("warm",), ()]


@pytest.mark.parametrize("key", ["l", "right"])
async def test_a_day_to_come_is_refused(data: Path, key: str) -> None:
    async with at_the_screen(data) as user:
        await user.press(key)
        await user.sees("That day is still ahead.")
        assert "─Six habits──" in user.screen


async def test_going_to_today_looks_at_today_again(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("h", "h")
        assert "Fri 20 Nov" in user.screen
        await user.press("T")
        assert "Fri 20 Nov" not in user.screen


async def test_undo_and_redo_go_back_and_forth_over_many_levels_and_a_restart(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1", "2", "3", "4", "i", *"go", "enter", "p")
        await user.saved()
        assert (page_on_disk(data).ticks, page_on_disk(data).attitude) == (("warm", "anywhere"), 4)
        await user.press("u")
        await user.sees("Undone: wrote the intention, Sun 22 Nov.")
        await user.press("u")
        await user.sees("Undone: set the attitude to 4, Sun 22 Nov.")
        await user.saved()
    assert page_on_disk(data).attitude is None
    async with at_the_screen(data) as user:
        await user.press("u", "u")
        await user.sees("Undone: ticked Start warm, Sun 22 Nov.")
        await user.press("u")
        await user.sees("Nothing to undo.")
        await user.saved()
        assert on_disk(data) is None
        await user.press(*["ctrl+r"] * 4)
        await user.sees("Done again: wrote the intention, Sun 22 Nov.")
        await user.press("ctrl+r")
        await user.sees("Nothing to redo.")
        assert "i Intention  go" in user.screen
        await user.saved()
    page = page_on_disk(data)
    assert (page.ticks, page.attitude, page.intention) == (("warm", "anywhere"), 4, "go")


async def test_a_new_step_ends_what_could_be_done_again(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1", "2", "u", "4", "ctrl+r")
        await user.sees("Nothing to redo.")
        await user.saved()
    assert ticks_on_disk(data) == ("warm", "listen")


async def test_an_empty_book_names_the_next_keys(data: Path) -> None:
    async with at_the_screen(data) as user:
        rows = user.painted.text
        first = next(y for y, row in enumerate(rows) if "First steps" in row)
        steps = rows[first + 1 : first + 4]
        assert steps[0].startswith(" 1-6 ticks a habit")
        assert steps[1].startswith(" I brings in people")
        assert "netpractice demo" in steps[2]
        await user.press("1")
        assert "First steps" not in user.screen
        await user.saved()
    with opened(data, writable=False).paths.book.open("rb") as file:
        assert file.read(1) == b"{"

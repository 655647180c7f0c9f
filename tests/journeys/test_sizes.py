"""Terminals of every size, also while they change, and poor ones."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from netpractice.tui.widgets.line_input import LineInput
from netpractice.tui.widgets.list import LineList
from tests.counts import tally
from tests.journeys.user import TODAY, User, at_the_screen, on_disk

SIZES = (
    (20, 5), (30, 8), (40, 12), (59, 15), (59, 24), (60, 16), (79, 23), (80, 15), (80, 24), (80, 31), (80, 32),
    (99, 40), (100, 16), (100, 24), (100, 32), (120, 40), (160, 50), (300, 5), (20, 100), (300, 100),
)  # fmt: skip

STORM = [size for size in SIZES * 2 if max(size) <= 120]
"""What somebody goes through who drags the edge of a window."""


def assert_fits(user: User, size: tuple[int, int]) -> None:
    """Check that a screen fills its terminal and no more, and that the way out is on it."""
    rows = user.painted.text
    assert len(rows) == size[1]
    assert max(map(cell_len, rows)) <= size[0]
    assert rows[-1].endswith("q Quit"), rows
    assert [row for row in rows if "Today" in row or " T " in row], rows


async def test_the_screen_fits_every_size(demo: Path) -> None:
    async with at_the_screen(demo, size=SIZES[0]) as user:
        assert_fits(user, SIZES[0])
        for size in SIZES[1:]:
            await user.pilot.resize_terminal(*size)
            await user.settle()
            assert_fits(user, size)
            tally("S2")


async def test_what_is_typed_outlives_a_storm_of_sizes(demo: Path) -> None:
    text = "ask one more"
    async with at_the_screen(demo) as user:
        await user.press("i")
        await user.sees("Intention:")
        line = user.app.screen.query_one(LineInput)
        line.value = ""
        for (before, after), sign in zip(pairwise(STORM), text, strict=False):
            await user.pilot.resize_terminal(*before)
            await user.type(sign)
            await user.pilot.resize_terminal(*after)
            tally("S2")
        await user.pilot.resize_terminal(80, 24)
        assert text in user.screen
        await user.press("enter")
        await user.saved()
    page = on_disk(demo)
    assert page is not None
    assert page.intention == text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"LANG": "C", "LC_ALL": "C"}, {"NO_COLOR": "1"}], ids=str)
def test_poor_terminals_show_the_day(demo: Path, environ: dict[str, str]) -> None:
    from tests.bench.terminal import Terminal

    command = [sys.executable, "-m", "netpractice", "--data", str(demo), "--today", TODAY.isoformat()]
    with Terminal(command, {"HOME": str(demo.parent), **environ}) as terminal:
        terminal.wait_for(["Start warm", "a talk with Ada Example", "q Quit"])
        terminal.press("2", 0.3)
        assert "Anywhere        ticked by hand" in terminal.screen()
        terminal.press("q", 0.3)
        terminal.wait_for_end()
    tally("S2")


@pytest.mark.parametrize("keys", ["T", "Sj\n", "Wj"])
async def test_keys_do_the_same_after_a_window_was_too_small_for_a_list(demo: Path, keys: str) -> None:
    async with at_the_screen(demo) as user:
        await user.press(*keys.replace("\n", ""), *("enter" for _ in range(keys.count("\n"))))
        before = user.app.focused
        assert isinstance(before, LineList)
        await user.pilot.resize_terminal(40, 12)
        await user.settle()
        await user.pilot.resize_terminal(80, 24)
        await user.settle()
        at = before.cursor
        await user.press("k" if at else "j")
        assert user.app.focused is before
        assert before.cursor != at


async def test_habits_are_ticked_in_a_window_that_was_larger(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("T")
        await user.pilot.resize_terminal(40, 12)
        await user.settle()
        await user.press("2")
        await user.sees("2 ✓ Anywhere")


async def test_the_cursor_stays_in_view_in_a_line_that_grows_narrower(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("i")
        await user.sees("Intention:")
        await user.type("one " * 30 + "last")
        for width in (120, 60):
            await user.pilot.resize_terminal(width, 24)
            await user.settle()
            await user.sees("one last")


async def test_a_form_that_is_longer_than_the_screen_scrolls_to_the_field_that_is_typed_in(data: Path) -> None:
    async with at_the_screen(data, size=(60, 16)) as user:
        await user.press("R", "a", "shift+tab")
        await user.type("a lantern")
        await user.sees("a lantern")
        assert not any("Name" in row for row in user.painted.text)

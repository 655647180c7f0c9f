"""The scorecard, key by key: why a cell is as it is, the way to where it was written, passes, rest weeks and the plan."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from netpractice.domain.records import Conversation, Participant
from netpractice.practice import checkin
from netpractice.practice.grid import grid
from netpractice.tui.screens.scorecard import ScorecardPane
from netpractice.tui.widgets.list import LineList
from tests.journeys.user import LARGE, User, at_the_screen, on_disk, opened

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY = date(2026, 11, 16)
COLUMN = 18
"""Where the cells of the grid begin."""


def practised(data: Path) -> None:
    """Write a book with a little in each of the last three weeks."""
    with closing(opened(data)) as book:
        for n in range(3):
            checkin.tick(book, "give", MONDAY - n * WEEK + DAY)
        who = (Participant(name="Ana Sample", circle="warm"),)
        book.change("talked", put=[book.new(Conversation, day=MONDAY - WEEK + 2 * DAY, people=who, setting="gym")])


def cells(user: User, name: str) -> list[str]:
    """The cells of a row of the grid."""
    row = user.row(f" {name}")[COLUMN:]
    return [row[n * 3 : n * 3 + 2] for n in range(12)]


def here(user: User) -> tuple[int, int]:
    """The row and the column of the cell that stands out."""
    pane = user.app.screen.query_one(ScorecardPane)
    looks = user.painted.looks
    top = pane.query_one("#grid").content_region.y + 2
    row = next(n for n in range(7) if "h" in looks[top + n])
    return row, (looks[top + row].index("h") - COLUMN) // 3


async def test_digits_letters_and_arrows_move_and_the_panel_explains(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S")
        await user.sees("Why 1 Start warm, this week, Mon 16 Nov on")
        assert here(user) == (0, 11)
        await user.press("6")
        await user.sees("Why 6 Give first, this week", "1 of 2 days · credit 50", "Tue 17 Nov ✓ ticked by hand")
        await user.press("h", "1")
        await user.sees("Why 1 Start warm, 2026-W46", "■ gym with Ana Sample")
        assert here(user) == (0, 10)
        await user.press("left", "l", "right", "l")
        assert here(user) == (0, 11)
        await user.press("j", "down", "k")
        assert here(user) == (1, 11)
        for _ in range(9):
            await user.press("down")
        await user.sees("Why the score, this week", "so far")
        assert here(user) == (6, 11)
        await user.press("g", "2")
        await user.sees("Why 2 Anywhere, 2026-W36", "nothing was written down by then")
        await user.press("G")
        assert here(user) == (1, 11)


async def test_enter_goes_to_the_days_and_enter_again_to_where_it_was_written(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6", "enter")
        days = user.app.screen.query_one("#days", LineList)
        assert days.has_focus
        assert days.cursor == 6
        await user.press("g", "j", "enter")
        await user.stands_on("Today")
        await user.sees("Tue 17 Nov · l goes on", "✓ Give first")
        await user.press("S")
        await user.sees("Why 6 Give first, this week")
        await user.press("h", "1", "enter", "escape")
        assert not days.has_focus
        assert days.cursor is None
        await user.press("enter", "g", "j", "j", "enter")
        await user.sees("gym")
        assert user.app.frame.open_key != "scorecard"


async def test_a_past_day_is_edited_and_the_grid_moves_at_once(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6", "h")
        assert cells(user, "6 Give first")[10] == "50"
        await user.press("E")
        await user.stands_on("Today")
        await user.sees("Sun 15 Nov · l goes on")
        await user.press("6", "S")
        await user.stands_on("Scorecard")
        assert cells(user, "6 Give first")[10] == "10"
        await user.sees("2 of 2 days · credit 100")
        await user.press("u")
        assert cells(user, "6 Give first")[10] == "50"
        await user.press("ctrl+r")
        assert cells(user, "6 Give first")[10] == "10"
        await user.saved()
    page = on_disk(data, MONDAY - DAY)
    assert page is not None
    assert page.ticks == ("give",)


async def test_a_pass_says_how_many_are_left_and_adds_nothing(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6")
        before = cells(user, "6 Give first")
        await user.press("p")
        await user.sees("Sun 22 Nov – a pass, 1 more this month")
        assert cells(user, "6 Give first") == before
        await user.press("p")
        await user.sees_no("a pass")
        await user.press("h", "p")
        await user.sees("choose the day first: Enter.")
        await user.press("enter", "p")
        await user.sees("Sun 15 Nov – a pass, 1 more this month")
        await user.press("k", "p")
        await user.sees("Sat 14 Nov – a pass, no more this month")
        await user.press("k", "p")
        await user.sees("both passes of November are taken")
        await user.saved()


async def test_a_rest_week_is_a_dash_until_it_is_scored_again(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6", "h", "r")
        await user.sees("a rest week, not scored")
        assert {cells(user, name)[10] for name in ("1 Start warm", "6 Give first", "  week")} == {"– "}
        await user.press("r")
        await user.sees("1 of 2 days · credit 50")
        assert cells(user, "6 Give first")[10] == "50"
        await user.press("u")
        await user.sees("a rest week, not scored")
        assert cells(user, "6 Give first")[10] == "– "


async def test_the_plan_changes_from_next_week_on_and_no_past_cell_with_it(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6")
        before = grid(user.app.book, 24)
        await user.press("t")
        await user.sees(
            "Give first: 2 days a week now. From Mon 23 Nov on:",
            "7  every day",
            "The weeks until then stay as they are.",
        )
        await user.press("escape")
        assert user.app.book.undo_label == "talked"
        await user.press("t", "5", "v", "v", "v")
        await user.sees("Plan     5 days a week, as planned.")
        assert grid(user.app.book, 24) == before
        await user.saved()
        await user.press("5", "t")
        await user.sees("Follow through: all that is due now.", "0  paused", "1  all that is due")
        await user.press("0", "j", "j", "t")
        await user.sees("go to a habit first: 1-6.")
    with closing(opened(data, writable=False)) as book:
        assert book.standing.targets(MONDAY + WEEK)["give"] == 5
        assert book.standing.targets(MONDAY)["give"] == 2


async def test_the_views_go_round(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S")
        for words in ("The weeks' scores", "A year", "Start warm: how it is computed", "Why 1 Start warm"):
            await user.press("v")
            await user.sees(words)
        await user.press("v", "3")
        await user.sees("Why 3 Show up open")


async def test_cells_and_names_can_be_clicked(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "2", "enter")
        rows = user.painted.text
        y = next(n for n, row in enumerate(rows) if " 6 Give first" in row)
        await user.pilot.click(offset=(COLUMN + 3 * 9, y))
        assert here(user) == (5, 9)
        assert not user.app.screen.query_one("#days").has_focus
        await user.sees("Why 6 Give first, 2026-W45")
        await user.click("4 Listen to help")
        assert here(user) == (3, 9)
        await user.pilot.click(offset=(COLUMN + 3 * 10, y + 1))
        assert here(user) == (6, 10)
        await user.sees("Why the score, 2026-W46")
        await user.pilot.click(offset=(COLUMN + 3 * 12 + 2, y))
        assert here(user) == (6, 10)


async def test_a_wide_screen_has_24_weeks_the_habit_and_the_year(demo: Path) -> None:
    async with at_the_screen(demo, size=LARGE) as user:
        await user.press("S", "5")
        await user.sees("─ A year ─", "Follow through ─", "Counts", "week that rests bridges")
        assert user.row("5 Follow through").count("▒▒") + user.row("5 Follow through").count("██") > 3
        await user.press("g")
        assert user.app.screen.query_one(ScorecardPane).back == 23
        await user.pilot.resize_terminal(80, 24)
        await user.settle()
        assert user.app.screen.query_one(ScorecardPane).back == 11


async def test_below_60x16_it_is_a_list_that_keys_still_move(data: Path) -> None:
    practised(data)
    async with at_the_screen(data, size=(59, 15)) as user:
        await user.press("S")
        await user.sees("6 Give first     1/2", "widen to 80x24 for the full view", "2026-W47")
        await user.press("h", "h", "enter", "v", "p")
        await user.sees("2026-W45")


async def test_the_line_is_copied_as_text(data: Path) -> None:
    practised(data)
    async with at_the_screen(data) as user:
        await user.press("S", "6", "y")
        await user.sees("copied the line.")
        assert user.app.clipboard.split()[:3] == ["6", "Give", "first"]
        await user.press("enter", "g", "j", "y")
        assert user.app.clipboard == "Tue 17 Nov ✓ ticked by hand"


async def test_the_days_show_their_first_line_again_when_they_are_left(demo: Path) -> None:
    async with at_the_screen(demo, size=(60, 16)) as user:
        await user.press("S", "enter", "G")
        assert "Mon 16 Nov" not in "\n".join(user.painted.text[12:])
        await user.press("escape", "h")
        await user.sees("Mon 9 Nov")
        await user.press("enter", "G", "S")
        await user.sees("Mon 9 Nov")
        await user.press("enter", "G", "v", "v", "v")
        await user.sees("how it is computed", "Begin with people you already know")


async def test_the_cursor_stays_among_the_days_of_a_shorter_week(data: Path) -> None:
    practised(data)
    with closing(opened(data)) as book:
        for n in range(3):
            who = (Participant(name=f"Ben {n}", circle="warm"),)
            book.change("talked", put=[book.new(Conversation, day=MONDAY, people=who, setting="gym")])
    async with at_the_screen(data) as user:
        await user.press("S", "1", "enter", "G")
        days = user.app.screen.query_one("#days", LineList)
        assert days.cursor == 8
        await user.press("h")
        assert days.cursor == 6
        await user.press("E")
        await user.sees("Sun 15 Nov · l goes on")
        await user.press("S", "l", "enter", "G", "u")
        assert days.cursor == 7

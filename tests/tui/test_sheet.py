"""Pages over a screen: their own keys and footer, what holds everywhere, and the way back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.command import DiscoveryHit

from netpractice.domain.errors import InputError
from netpractice.practice import checkin
from netpractice.practice.outcome import Outcome
from netpractice.tui.commands import ActionCommands
from netpractice.tui.config import Config
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens.place import FILTER, LIST
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Lines, Span
from netpractice.tui.widgets.list import LineList
from tests.journeys.user import SMALL, TODAY, User, at_the_screen

LETTERS = "abcde"


class LettersSheet(Sheet[str]):
    """Chooses a letter."""

    CALLED = "Letters"
    HELP = "Choose a letter."
    PARTS = (LIST,)

    def parts(self) -> ComposeResult:
        yield Lines("ticks")
        yield LineList("letters", classes="part")

    def look_again(self) -> None:
        page = checkin.page(self.book, TODAY)
        ticked = ", ".join(page.ticks) if page else "nothing"
        self.query_one("#ticks", Lines).show(lambda _: ((Span(f"ticked: {ticked}"),),))
        self.query_one("#letters", LineList).show(lambda _: [(Span(f"letter {each}"),) for each in LETTERS])

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        self.dismiss(LETTERS[message.index])

    def tick(self) -> Outcome | None:
        return self.attempt(lambda: checkin.tick(self.book, "warm", TODAY))


class WordsSheet(Sheet[str]):
    """Has a line that filters."""

    CALLED = "Words"
    PARTS = (FILTER,)

    def parts(self) -> ComposeResult:
        yield FilterLine()


@asynccontextmanager
async def on_sheet(
    data: Path, kind: type[Sheet[str]] = LettersSheet, *, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[User, list[str | None]]]:
    """The app with a page open, and the results that it gave."""
    async with at_the_screen(data, size=size) as user:
        results: list[str | None] = []
        app = user.app
        await app.push_screen(kind(app.book, app.config.glyphs, app.keys), results.append)
        await user.settle()
        yield user, results


async def test_a_page_lies_between_the_header_and_a_footer_of_its_own(data: Path) -> None:
    async with on_sheet(data) as (user, _):
        assert user.painted.text[0].startswith(" netpractice  Today  Roster")
        assert user.painted.text[1].rstrip() == "ticked: nothing"
        assert user.painted.text[-1] == " u Undo  ? Help  q Back"
        assert "Start warm" not in user.screen


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_a_page_that_is_left_gives_nothing(data: Path, key: str) -> None:
    async with on_sheet(data) as (user, results):
        await user.press(key)
        await user.sees("Start warm")
        assert results == [None]
        assert user.app.is_running


async def test_what_is_chosen_is_given(data: Path) -> None:
    async with on_sheet(data) as (user, results):
        await user.press("j", "enter")
        await user.sees("Start warm")
        assert results == ["b"]


async def test_a_step_is_told_shown_and_undone(data: Path) -> None:
    async with on_sheet(data) as (user, _):
        page = user.app.screen
        assert isinstance(page, LettersSheet)
        assert page.tick() is not None
        await user.sees("ticked: warm")
        await user.saved()
        await user.press("u")
        await user.sees("ticked: nothing", "Undone: ticked Start warm")


async def test_a_step_that_is_refused_is_told_and_gives_nothing(data: Path) -> None:
    def refuse() -> Outcome:
        raise InputError("that can't be", way_out="Do something else")

    async with on_sheet(data) as (user, _):
        page = user.app.screen
        assert isinstance(page, LettersSheet)
        assert page.attempt(refuse) is None
        await user.sees("that can't be. Do something else.")


async def test_help_and_palette_are_those_of_the_page(data: Path) -> None:
    async with on_sheet(data, size=(100, 50)) as (user, results):
        await user.press("?")
        await user.sees("Help: Letters", "Choose a letter.", "Close the page", "Go to the next line.")
        await user.press("escape")
        shown = [hit.text async for hit in ActionCommands(user.app.screen).discover() if isinstance(hit, DiscoveryHit)]
        assert shown[0] == "Back"
        assert {"Undo", "Go to Roster", "Theme"} <= set(shown)
        assert "Down" not in shown
        await user.press("ctrl+p")
        await user.type("back")
        await user.sees_no("Go to Roster")
        await user.press("enter")
        await user.sees("Start warm")
        assert results == [None]


async def test_a_capital_leaves_for_its_screen_through_pages_over_pages(data: Path) -> None:
    async with on_sheet(data) as (user, results):
        app = user.app
        await app.push_screen(LettersSheet(app.book, app.config.glyphs, app.keys), results.append)
        await user.settle()
        await user.press("J")
        await user.stands_on("Journal")
        await user.sees("? Help  q Quit")
        assert results == [None, None]


async def test_brackets_and_the_names_in_the_header_leave_too(data: Path) -> None:
    async with on_sheet(data) as (user, results):
        await user.press("]")
        await user.stands_on("Roster")
        app = user.app
        await app.push_screen(LettersSheet(app.book, app.config.glyphs, app.keys), results.append)
        await user.settle()
        await user.click("Week")
        await user.stands_on("Week")
        assert results == [None, None]


async def test_words_of_the_footer_can_be_clicked(data: Path) -> None:
    async with on_sheet(data) as (user, results):
        await user.click("? Help")
        await user.sees("Help: Letters")
        await user.press("escape")
        await user.click("q Back")
        await user.sees("Start warm")
        assert results == [None]


async def test_while_text_is_typed_the_footer_names_what_is_no_text(data: Path) -> None:
    async with on_sheet(data, WordsSheet) as (user, results):
        await user.until(lambda: "F1" in user.screen, "the footer of a line")
        assert user.painted.text[-1] == " Enter Keep it  Esc Clear it  F1 Help  Esc Back"
        await user.type("q? Tu")
        assert user.app.screen.query_one(FilterLine).value == "q? Tu"
        await user.press("f1")
        await user.sees("Help: Words", "Show the whole list again.")
        await user.press("escape", "escape")
        assert user.app.screen.query_one(FilterLine).value == ""
        assert results == []


async def test_a_page_follows_the_keys_of_the_config(data: Path) -> None:
    config = Config(keymap={"sheet.leave": "x", "help": "h"})
    async with at_the_screen(data, config=config) as user:
        app = user.app
        await app.push_screen(LettersSheet(app.book, app.config.glyphs, app.keys))
        await user.settle()
        assert user.painted.text[-1] == " u Undo  h Help  x Back"
        await user.press("h")
        await user.sees("Help: Letters")
        await user.press("escape", "x")
        await user.sees("Start warm")

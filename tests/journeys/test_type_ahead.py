"""Keys that come in one read, as over a slow line: each finds what the one before has opened or closed."""

from __future__ import annotations

from pathlib import Path

from textual import events

from netpractice.domain.records import CheckIn
from tests.journeys.user import User, at_the_screen, on_disk


async def page_after(user: User, data: Path) -> CheckIn:
    """The page of the day once all is saved; there must be one."""
    await user.saved()
    page = on_disk(data)
    assert page is not None
    return page


async def test_letters_for_a_question_are_no_keys_of_the_screen(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.type_ahead("ihelp 1234 people", "enter")
        page = await page_after(user, data)
        assert (page.intention, page.ticks, page.attitude) == ("help 1234 people", (), None)


async def test_keys_after_a_question_are_keys_again(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.type_ahead("ihello", "enter", "1334")
        page = await page_after(user, data)
        assert (page.intention, page.ticks, page.attitude) == ("hello", ("warm", "listen"), 3)


async def test_one_question_after_the_other(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.type_ahead("ihello", "enter", "ewent well", "enter", "inot this", "escape", "6")
        page = await page_after(user, data)
        assert (page.intention, page.reflection, page.ticks) == ("hello", "went well", ("give",))


async def test_keys_and_a_paste_keep_their_order(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.type_ahead("ione ")
        user.app.post_message(events.Paste("two"))
        await user.type_ahead(" three", "enter", "1")
        page = await page_after(user, data)
        assert (page.intention, page.ticks) == ("one two three", ("warm",))


async def test_a_screen_that_is_opened_takes_the_keys_that_follow(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.type_ahead("?", "escape", "J1T1")
        page = await page_after(user, data)
        assert page.ticks == ("warm",)
        await user.stands_on("Today")

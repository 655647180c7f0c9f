"""Follow-ups from the day they come up until they are closed, key by key."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from netpractice.domain.days import DAY
from netpractice.domain.followups import due_as_of, outcome
from netpractice.domain.records import Contact, FollowUp, FollowUpKind
from netpractice.practice.book import Book
from netpractice.tui.messages import Visit
from tests.journeys.user import LARGE, SMALL, TODAY, HandClock, at_the_screen, opened


def ago(days: int) -> date:
    return TODAY - days * DAY


def person(book: Book, name: str) -> str:
    """The id of somebody on the roster."""
    contact = book.new(Contact, name=name, circle="warm")
    book.change("added", put=[contact])
    return contact.id


def opens(book: Book, what: str, kind: FollowUpKind = "promise", due: date = TODAY, contact: str = "") -> str:
    """The id of a follow-up that was opened twenty days ago."""
    made = book.new(FollowUp, kind=kind, what=what, opened=ago(20), due=due, contact=contact)
    book.change("opened", put=[made])
    return made.id


def on_disk(data: Path) -> dict[str, FollowUp]:
    """The follow-ups by what they are about, as they are on the disk."""
    with closing(opened(data, writable=False)) as book:
        return {each.what: each for each in book.records.followups.values()}


def ways(data: Path) -> dict[str, str | None]:
    """How each follow-up was closed, as it is on the disk."""
    return {what: outcome(each) for what, each in on_disk(data).items()}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_whole_life_of_a_lead(data: Path, size: tuple[int, int]) -> None:
    with closing(opened(data)) as book:
        person(book, "Ana Núñez")
    clock = HandClock(datetime.fromisoformat("2026-11-03T12:00+00:00"))
    async with at_the_screen(data, clock=clock, size=size) as user:
        await user.press("F", "+")
        await user.sees("A follow-up", "Kind")
        await user.press("ctrl+u")
        await user.type("lead")
        await user.press("enter")
        await user.type("write to the radio")
        await user.press("enter")
        await user.type("ana")
        await user.sees("Ana Núñez")
        await user.press("enter")
        await user.type("thu")
        await user.sees("Thu 5 Nov")
        await user.press("ctrl+s")
        await user.sees("Leads  1", "Lead from Ana Núñez", "heard 3 Nov", "Due Thu 5 Nov, in 2 d")
        clock.moment += 2 * timedelta(days=1)
        await user.press("T", "F")
        await user.sees("Due today")
        await user.press("m")
        await user.sees("Acted: what came of it?")
        await user.type("wrote")
        await user.press("enter")
        await user.sees("→ acted 5 Nov: wrote", "Due Thu 12 Nov, in 7 d", "they know what came of it")
        clock.moment += 4 * timedelta(days=1)
        await user.press("m")
        await user.sees("Told: what came of it?")
        await user.type("it led nowhere, thanks said")
        await user.press("enter")
        await user.sees("Nothing is open")
        await user.press("/")
        await user.type("radio")
        await user.press("enter")
        await user.sees("Closed  1", "told 9 Nov")
        told = "heard 3 Nov → acted 5 Nov: wrote → told Ana Núñez 9 Nov: it led nowhere, thanks said"
        shown = " ".join(" ".join(row.partition("││")[2] or row for row in user.painted.text).replace("│", " ").split())
        assert told in shown
        await user.saved()
        assert ways(data) == {"write to the radio": "told"}
        await user.press("o")
        await user.sees("opened again 9 Nov")
        await user.press("u", "u", "u", "u")
        await user.sees("None fits.")
        await user.press("escape")
        await user.sees("Nothing is open")
        await user.press(*["ctrl+r"] * 3)
        await user.saved()
    assert ways(data) == {"write to the radio": "told"}


async def test_each_outcome_is_one_key_and_the_cursor_goes_on(data: Path) -> None:
    with closing(opened(data)) as book:
        kinds: tuple[FollowUpKind, ...] = ("met", "promise", "lead", "lead", "help", "help")
        for number, kind in enumerate(kinds):
            opens(book, f"thing {number}", kind, ago(number))
    async with at_the_screen(data) as user:
        await user.press("F")
        await user.sees("Follow-ups · 6 open · 6 due", "People met  1", "Ways to help  2")
        await user.press("x", "d", "t", "a", "j", "x", "s")
        await user.saved()
        assert ways(data) == {
            "thing 0": "done", "thing 1": "let go", "thing 2": None, "thing 3": "told", "thing 4": None,
            "thing 5": "done",
        }  # fmt: skip
        assert due_as_of(on_disk(data)["thing 4"], TODAY) == TODAY + DAY
        assert due_as_of(on_disk(data)["thing 2"], TODAY) == TODAY + 7 * DAY
        await user.press(*["u"] * 6)
        await user.sees("Follow-ups · 6 open · 6 due")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        assert not any(each.steps for each in book.records.followups.values())
        assert not book.records.favours


async def test_help_that_was_done_is_a_favour_given(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "lend the drum", "help")
    async with at_the_screen(data) as user:
        await user.press("F", "enter")
        await user.sees("Nothing is open")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        assert [(each.direction, each.what) for each in book.records.favours.values()] == [("gave", "lend the drum")]


async def test_a_pile_of_old_cards_is_let_go_at_once_and_comes_back_with_one_undo(data: Path) -> None:
    with closing(opened(data)) as book:
        for number in range(8):
            opens(book, f"card {number}", "met", ago(9))
        opens(book, "a promise")
    async with at_the_screen(data) as user:
        await user.press("F")
        await user.press(*["space"] * 8)
        await user.sees("8 marked")
        await user.press("d")
        await user.sees("Follow-ups · 1 open")
        await user.saved()
        assert list(ways(data).values()).count("let go") == 8
        await user.press("u")
        await user.sees("Follow-ups · 9 open")
        await user.press("space", "space", "escape")
        assert "marked" not in user.screen
        await user.saved()


async def test_what_cannot_be_done_is_said_and_changes_nothing(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "a lead", "lead")
        opens(book, "a promise")
    async with at_the_screen(data) as user:
        await user.press("F", "t")
        await user.sees("only a lead has a giver to tell")
        await user.press("j", "x")
        await user.sees("a lead is closed by telling its giver")
        assert user.app.book.undo_label == "opened"


async def test_it_is_put_off_to_a_day_in_words(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "thing")
    async with at_the_screen(data) as user:
        await user.press("F", "w")
        await user.sees("Until when?")
        await user.type("12 dec")
        await user.sees("Sat 12 Dec")
        await user.press("enter")
        await user.sees("Due Sat 12 Dec, in 20 d")
        await user.saved()
    assert due_as_of(on_disk(data)["thing"], TODAY) == date(2026, 12, 12)


async def test_it_is_edited_removed_and_copied(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "send the map", contact=person(book, "Ann Lee"))
        person(book, "Anna Bell")
    async with at_the_screen(data) as user:
        await user.press("F", "y")
        await user.sees("Copied.")
        assert user.app.clipboard == "Promise to Ann Lee / send the map / today\npromised 2 Nov"
        await user.press("e")
        await user.sees("Promises", "With")
        await user.press("ctrl+u")
        await user.type("send both maps")
        await user.press("enter", "ctrl+u")
        await user.type("Nobody")
        await user.sees("nobody on the roster has this name")
        await user.press("ctrl+u")
        await user.type("an")
        await user.press("down")
        await user.press("enter", "ctrl+u")
        await user.type("2w")
        await user.sees("Sun 6 Dec")
        await user.press("ctrl+s")
        await user.sees("send both maps", "Due Sun 6 Dec")
        await user.press("delete")
        await user.sees("Nothing is open")
        await user.press("u")
        await user.sees("send both maps")
        await user.saved()
    assert list(on_disk(data)) == ["send both maps"]


async def test_an_entry_is_opened_where_it_was_written(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "open one")
        shut = opens(book, "shut one")
        opens(book, "other one")
    async with at_the_screen(data) as user:
        await user.press("F", "j", "d", "T")
        user.app.frame.post_message(Visit(TODAY, user.app.book.records.followups[shut]))
        await user.settle()
        await user.stands_on("Follow-ups")
        assert user.row("let go 22 Nov").startswith("  – shut one")
        assert "promised 2 Nov → let go on purpose 22 Nov" in user.screen
        await user.saved()


async def test_a_wrong_filter_says_what_is_wrong(data: Path) -> None:
    with closing(opened(data)) as book:
        opens(book, "thing")
    async with at_the_screen(data) as user:
        await user.press("F", "/")
        await user.type("kind:x")
        await user.sees("there is no kind x")
        await user.press("escape")
        await user.sees("Promises  1")

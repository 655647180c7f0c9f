"""What is due, on Today: cleared, put off and left in peace, key by key."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.followups import due_as_of, outcome
from netpractice.domain.records import Contact, Conversation, Event, FollowUp, FollowUpKind, Participant, Review, Season
from netpractice.practice.book import Book
from netpractice.practice.due import due
from tests.journeys.user import LARGE, SMALL, TODAY, User, at_the_screen, opened

DAY = timedelta(days=1)
KINDS: tuple[FollowUpKind, ...] = ("met", "promise", "lead", "help")


def ago(days: int) -> date:
    return TODAY - days * DAY


def person(book: Book, name: str, days: int) -> str:
    """The id of somebody with whom one talked so many days ago."""
    contact = book.new(Contact, name=name, circle="warm")
    talk = book.new(Conversation, day=ago(days), people=(Participant(name=name, contact=contact.id),))
    book.change("met", put=[contact, talk])
    return contact.id


def promise(book: Book, what: str, due_day: date = TODAY, kind: FollowUpKind = "promise") -> str:
    made = book.new(FollowUp, kind=kind, what=what, opened=ago(20), due=due_day)
    book.change("opened", put=[made])
    return made.id


def write_due(data: Path, followups: int, people: int) -> None:
    """Write a book in which so much is due."""
    with closing(opened(data)) as book:
        for number in range(followups):
            promise(book, f"thing {number:02}", ago(30 - number), KINDS[number % 4])
        for number in range(people):
            person(book, f"Person {number}", 100 - number)


def due_on_disk(data: Path) -> list[str]:
    """Who or what is due, as it is on the disk."""
    with closing(opened(data, writable=False)) as book:
        return [row.who or row.words for row in due(book)]


def the_followup(data: Path) -> FollowUp:
    """The only follow-up, as it is on the disk."""
    with closing(opened(data, writable=False)) as book:
        (there,) = book.records.followups.values()
        return there


async def with_due(user: User, words: str = "Due now · ") -> None:
    """Wait until what is due is shown."""
    await user.sees(words)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_twelve_things_due_are_cleared_in_twelve_keys(data: Path, size: tuple[int, int]) -> None:
    write_due(data, 8, 4)
    async with at_the_screen(data, size=size) as user:
        await with_due(user, "Due now · 12")
        for left in range(11, 0, -1):
            await user.press("enter")
            assert f"Due now · {left}─" in user.screen.replace(" ─", "─")
        await user.press("enter")
        assert "Nothing is due." in user.screen
        await user.saved()
        assert due_on_disk(data) == []
        await user.press(*["u"] * 12)
        assert "Due now · 12" in user.screen
        await user.saved()
    assert len(due_on_disk(data)) == 12


async def test_four_habits_and_two_things_due_take_at_most_eight_keys(data: Path) -> None:
    write_due(data, 2, 0)
    keys = ["1", "2", "4", "3", "3", "enter", "enter"]
    assert len(keys) <= 8
    async with at_the_screen(data) as user:
        await user.press(*keys)
        for name in ("✓ Start warm", "✓ Anywhere", "■ Show up open", "✓ Listen to help", "■ Follow through"):
            assert name in user.screen
        assert "Nothing is due." in user.screen
        await user.saved()


async def test_twelve_keys_are_enough_for_six_habits_three_things_due_and_leaving(data: Path) -> None:
    write_due(data, 3, 0)
    async with at_the_screen(data) as user:
        await user.type_ahead("1", "2", "3", "3", "4", "6", "enter", "enter", "enter")
        await user.sees("Nothing is due.")
        await user.saved()
    assert due_on_disk(data) == []


async def test_the_cursor_goes_on_to_the_next_and_stays_on_its_row(data: Path) -> None:
    write_due(data, 3, 1)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.press("j", "enter", "s")
        assert "Due now · 2" in user.screen
        await user.press("u", "enter", "u", "u")
        assert "Due now · 4" in user.screen
        await user.press("s")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        there = {each.what: (outcome(each), due_as_of(each, TODAY)) for each in book.records.followups.values()}
    assert there == {"thing 00": (None, ago(30)), "thing 01": (None, ago(29)), "thing 02": (None, TODAY + DAY)}


async def test_digits_tick_while_the_cursor_is_in_the_list(data: Path) -> None:
    write_due(data, 2, 0)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.press("j", "2", "k", "6")
        assert "✓ Anywhere" in user.screen
        assert "✓ Give first" in user.screen
        assert "Due now · 2" in user.screen
        await user.saved()


async def test_while_the_attitude_is_asked_for_nothing_due_is_done(data: Path) -> None:
    write_due(data, 2, 0)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.press("3", "enter", "s", "w", "x")
        assert "0 closed to 4 wide open" in user.screen
        assert "Due now · 2" in user.screen
        assert len(due_on_disk(data)) == 2


async def test_a_day_typed_in_words_is_shown_as_read(data: Path) -> None:
    write_due(data, 1, 0)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.press("w")
        await user.sees("Until when? thing 00")
        await user.type("fri")
        await user.sees("Fri 27 Nov")
        await user.type("x")
        await user.sees("'frix' can't be read as a day")
        await user.press("enter")
        await user.sees("'frix' can't be read as a day")
        await user.press("backspace", "enter")
        await user.sees("Nothing is due.")
        await user.saved()
        assert due_as_of(the_followup(data), TODAY) == date(2026, 11, 27)
        await user.press("w")
        assert "Until when?" not in user.screen


async def test_somebody_is_left_in_peace_for_a_month_and_the_rhythm_asked_about(data: Path) -> None:
    write_due(data, 1, 1)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.press("x")
        assert "Due now · 2" in user.screen
        await user.press("j", "x")
        await user.sees("Person 0 is left in peace for a month. Is the rhythm right? r on the roster changes it.")
        await user.saved()
    assert due_on_disk(data) == ["thing 00"]


async def test_enter_and_a_click_do_the_row_under_the_cursor(data: Path) -> None:
    write_due(data, 2, 0)
    async with at_the_screen(data) as user:
        await with_due(user)
        await user.click("thing 01")
        assert "Due now · 2" in user.screen
        await user.click("thing 01")
        await user.sees("Due now · 1")
        assert "thing 00" in user.screen
        await user.saved()


async def test_a_book_without_anything_due_says_so(data: Path) -> None:
    with closing(opened(data)) as book:
        promise(book, "later", TODAY + 3 * DAY)
    async with at_the_screen(data) as user:
        await user.sees("Nothing is due.")
        await user.press("enter", "s", "w", "x")
        assert user.app.book.undo_label == "opened"
        await user.click("F shows what is open")
        await user.stands_on("Follow-ups")


async def test_the_day_tells_its_event_the_if_then_and_the_season(data: Path) -> None:
    with closing(opened(data)) as book:
        event = book.new(Event, name="Lantern Evening", day=TODAY, place="depot", to_meet="one gardener")
        left = book.new(Review, day=ago(9), if_then="If I wait, then I ask.", lesson="Chairs help.")
        book.change("wrote", put=[event, left, book.new(Season, start=ago(40), need="a client")])
    async with at_the_screen(data, size=LARGE) as user:
        await user.sees("Lantern Evening, depot", "If I wait, then I ask.", "The day · I need: a client")
        assert "Chairs help." not in user.screen
        await user.press(*["h"] * 6)
        await user.sees("Chairs help.")
        assert "Lantern Evening" not in user.screen

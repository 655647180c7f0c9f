"""The week, key by key: weeks, traps and their repair, the two lines, the guided review and the page that is kept."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from netpractice.domain.records import Contact, Conversation, Favour, FollowUp, Participant, Review
from netpractice.practice import checkin
from netpractice.practice.guided import stops
from netpractice.practice.review import review, write
from netpractice.practice.review_page import page
from netpractice.tui.widgets.list import LineList
from tests.journeys.user import LARGE, TODAY, User, at_the_screen, opened

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY = date(2026, 11, 16)


def with_open_ends(data: Path) -> None:
    """Write a book with something of every kind to go through: pile, lead, promise, two to greet, ledger."""
    with closing(opened(data)) as book:
        mia, leo, ana, ben = (
            book.new(Contact, name=name, circle="warm") for name in ("Mia Met", "Leo Lead", "Ana Away", "Ben Asked")
        )
        talks = [
            book.new(Conversation, day=TODAY - days * DAY, people=(Participant(name=who.name, contact=who.id),))
            for who, days in ((ana, 60), (ben, 50), (leo, 3))
        ]
        book.change(
            "all",
            put=[
                mia, leo, ana, ben, *talks,
                book.new(FollowUp, kind="met", contact=mia.id, opened=TODAY - 20 * DAY, due=TODAY - 18 * DAY),
                book.new(
                    FollowUp, kind="lead", contact=leo.id, what="write to the press", opened=TODAY - 3 * DAY,
                    due=TODAY + 4 * DAY,
                ),
                book.new(
                    FollowUp, kind="promise", contact=leo.id, what="send the slides", opened=TODAY - 9 * DAY,
                    due=TODAY - 2 * DAY,
                ),
                *(book.new(Favour, day=TODAY - 20 * DAY, direction="asked", contact=ben.id, what="x") for _ in "ab"),
            ],
        )  # fmt: skip


def reviews_on_disk(data: Path) -> list[Review]:
    with closing(opened(data, writable=False)) as book:
        return list(book.records.reviews.values())


def traps(user: User) -> LineList:
    return user.app.screen.query_one("#traps", LineList)


async def test_the_week_is_read_without_a_key(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("W")
        await user.stands_on("Week")
        await user.sees(
            "2026-W47, Mon 16 Nov to Sun 22 Nov 2026", "79 / 100 so far  ▲ 4 on the week before", "kept 12 of 14",
            "1 Start warm      ▇▇▇", "met this week", "! Card pile", "✓ One way", "2 leads: 1 told", "worry overshoots by",
            "e Lesson", "i If-then",
        )  # fmt: skip


async def test_other_weeks_from_the_first_record_on(data: Path) -> None:
    with closing(opened(data)) as book:
        checkin.tick(book, "give", MONDAY - WEEK)
    async with at_the_screen(data) as user:
        await user.press("W", "l")
        await user.sees("that week is still ahead.")
        await user.press("h")
        await user.sees("2026-W46, Mon 9 Nov to Sun 15 Nov 2026", "10 / 100 ")
        assert "so far" not in user.screen
        await user.press("left")
        await user.sees("nothing was written down before this week.")
        await user.press("right")
        await user.sees("2026-W47", "so far")


async def test_a_trap_is_repaired_by_one_key_and_undo_brings_it_back(data: Path) -> None:
    with_open_ends(data)
    async with at_the_screen(data) as user:
        await user.press("W", "j")
        await user.sees("Card pile · Enter I wrote to them · x let it go, on purpose", "x Let go")
        assert "Enter Review" not in user.screen
        await user.press("enter")
        await user.sees("✓ Card pile       nobody met is waiting")
        await user.press("u")
        await user.sees("! Card pile")
        await user.press("escape", "j", "w", "u", "x")
        await user.sees("✓ Card pile")
        await user.sees("Ask and vanish · Enter we were in touch · x not for a month")
        await user.press("x")
        await user.sees("in peace until")
        await user.press("escape", "j", "k", "k")
        assert traps(user).cursor == 1
        await user.press("enter")
        assert traps(user).cursor == 3
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        assert sum(step.kind == "let go" for each in book.records.followups.values() for step in each.steps) == 1


async def test_whom_a_trap_is_about_can_be_opened(data: Path) -> None:
    with_open_ends(data)
    async with at_the_screen(data) as user:
        await user.press("R", "slash", *"ana", "enter", "W")
        await user.press("j", "j", "o")
        await user.stands_on("Roster")
        assert user.app.screen.query_one("#card").border_title == "Ben Asked"
        await user.press("W", "j", "o")
        await user.until(lambda: user.app.frame.open_key not in ("week", "roster"), "where follow-ups are")


async def test_lesson_and_if_then_are_written_in_place(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("W", "e")
        await user.sees("What did the week teach you?", "Enter keeps it, Esc leaves it")
        await user.type("talked more than I listened")
        await user.press("enter", "i")
        await user.sees("If … happens next week, then I will …")
        await user.type("If tea, then ask")
        await user.press("enter")
        await user.sees("e Lesson   talked more than I listened", "i If-then  If tea, then ask")
        await user.press("i", "escape")
        await user.press("u")
        await user.sees("If … happens, then I will …")
        await user.saved()
    (kept,) = reviews_on_disk(data)
    assert (kept.lesson, kept.if_then, kept.finished) == ("talked more than I listened", "", None)


async def test_a_guided_review_takes_under_forty_keys_and_keeps_a_page(data: Path) -> None:
    with_open_ends(data)
    keys = 0
    async with at_the_screen(data) as user:

        async def press(*pressed: str) -> None:
            nonlocal keys
            keys += len(pressed)
            await user.press(*pressed)

        async def write(line: str) -> None:
            nonlocal keys
            keys += len(line)
            await user.type(line)
            await press("enter")

        await press("W", "enter")
        await user.sees("1 of 8", "People you met", "Mia Met, met 20 d ago, and nothing written since")
        await press("enter")
        await user.sees("2 of 8", "Leo Lead: write to the press", "I acted on it")
        await press("z")
        await user.sees("3 of 8", "send the slides")
        await press("enter")
        await user.sees("4 of 8", "Ana Away, in touch 60 d ago, meant to be every 21 d")
        await press("enter")
        await user.sees("5 of 8", "Ben Asked")
        await press("z")
        await user.sees("6 of 8", "Give first", "five minutes would do")
        await press("s")
        await user.sees("7 of 8", "What did the week teach you?")
        await write("ask more")
        await user.sees("8 of 8", "Lesson: ask more")
        await write("If tea")
        await user.sees("The page of 2026-W47: Enter keeps it", "# 2026-W47, Mon 16 Nov")
        await press("m")
        await user.sees("copied the page.")
        copied = user.app.clipboard
        await press("enter")
        await user.sees("reviewed Sun 22 Nov", "e Lesson   ask more", "i If-then  If tea")
        await user.saved()
    assert keys < 40
    (kept,) = reviews_on_disk(data)
    assert (kept.lesson, kept.if_then, kept.finished) == ("ask more", "If tea", TODAY)
    assert kept.page == copied
    with closing(opened(data, writable=False)) as book:
        assert {(f.kind, len(f.steps)) for f in book.records.followups.values()} == {
            ("met", 1), ("lead", 1), ("promise", 1), ("promise", 0),
        }  # fmt: skip


async def test_it_is_left_and_taken_up_again_and_each_answer_can_be_taken_back(data: Path) -> None:
    with_open_ends(data)
    async with at_the_screen(data) as user:
        await user.press("W", "enter", "u")
        await user.sees("nothing to take back in this round.")
        await user.press("x")
        await user.sees("2 of 8")
        await user.press("s")
        await user.sees("3 of 8")
        await user.press("u")
        await user.sees("2 of 8", "write to the press")
        await user.press("u")
        await user.sees("1 of 8", "Mia Met")
        await user.press("x", "q")
        await user.sees("✓ Card pile")
        await user.press("enter")
        await user.sees("1 of 7", "write to the press")
        await user.press("escape", "W")
        await user.stands_on("Week")


async def test_what_was_typed_stays_when_it_is_too_long_and_a_step_back_leads_out_of_a_line(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("W", "enter")
        await user.sees("1 of 3", "Give first")
        await user.press("s")
        await user.sees("2 of 3", "keeps the line and goes on")
        await user.paste("x" * 501)
        await user.sees("500")
        await user.press("enter")
        await user.sees("2 of 3", "xxxxx")
        await user.press("shift+tab")
        await user.sees("1 of 3")
        await user.press("s", "escape")
        await user.sees("To take along")
        assert user.app.book.undo_label is None


async def test_an_empty_line_goes_on_and_nothing_is_written(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("W", "enter", "s", "enter", "enter")
        await user.sees("The page of 2026-W47", "no score")
        assert user.app.book.undo_label is None
        await user.press("u")
        await user.sees("3 of 3")


async def test_keys_typed_ahead_find_their_stop(data: Path) -> None:
    with_open_ends(data)
    async with at_the_screen(data) as user:
        await user.press("W")
        await user.type_ahead("enter", "sssssszzz", "enter", "later", "enter")
        await user.sees("The page of 2026-W47")
        found = review(user.app.book, MONDAY)
        assert (found.lesson, found.if_then) == ("zzz", "later")


async def test_the_page_is_read_again_as_it_was_kept(data: Path) -> None:
    async with at_the_screen(data) as user:
        checkin.tick(user.app.book, "give", TODAY - DAY)
        await user.press("W", "v")
        await user.sees("The page of 2026-W47: Enter keeps it", "Give first: 1 of 2 days")
        await user.press("enter", "T", "6", "W", "v")
        await user.sees("The page of 2026-W47: kept Sun 22 Nov", "Give first: 1 of 2 days")
        await user.press("j", "k", "q")
        await user.sees("1 Start warm      ···")


async def test_what_last_week_left_is_there_all_week(data: Path) -> None:
    with closing(opened(data)) as book:
        checkin.tick(book, "give", MONDAY - 53 * WEEK)
        write(book, MONDAY - WEEK, lesson="breathe", if_then="If late, then walk")
        write(book, date(2025, 11, 17), lesson="stop collecting cards")
    async with at_the_screen(data, size=LARGE) as user:
        await user.press("W")
        await user.sees("Before   If late, then walk", "2026-W46   breathe", "A year ago stop collecting cards")


async def test_the_week_is_copied_as_markdown_and_a_line_as_text(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("W", "m")
        await user.sees("copied 2026-W47 as Markdown.")
        assert user.app.clipboard == page(review(user.app.book, MONDAY))
        await user.press("y")
        assert user.app.clipboard.startswith("79 / 100 so far")
        await user.press("j", "y")
        assert user.app.clipboard.startswith("Card pile")


async def test_below_60x16_it_is_a_list_that_keys_still_serve(data: Path) -> None:
    with_open_ends(data)
    async with at_the_screen(data, size=(59, 15)) as user:
        await user.press("W")
        await user.sees("2026-W47, score", "! Card pile", "widen to 80x24 for the full view")
        await user.press("enter")
        await user.sees("1 of 8", "Mia Met")
        await user.press("enter", "q")
        await user.sees("✓ Card pile")


async def test_an_old_week_has_its_two_lines_and_no_traps(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("W", "h", "h", "h")
        await user.sees("The traps are told as they stand now")
        await user.press("j")
        await user.sees("the traps are with this week and the last.")
        left = [stop.kind for stop in stops(user.app.book, MONDAY - 3 * WEEK)]
        assert left == ["lesson", "if-then"]

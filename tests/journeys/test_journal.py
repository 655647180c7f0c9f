"""The journal, key by key: reading, searching, writing, editing and removing, and what is on the disk then."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Conversation, Debrief, Participant
from netpractice.tui.messages import Visit
from tests.journeys.user import LARGE, TODAY, User, at_the_screen, opened

WEEK_AGO = TODAY - timedelta(days=7)
YEAR_AGO = date(2025, 11, 22)


def with_talks(data: Path) -> None:
    """Write a book with three conversations: of today, of a week ago, and of this day a year ago."""
    with closing(opened(data)) as book:
        ann = book.new(Contact, name="Ann Lee", circle="warm")
        who = (Participant(name="Ann Lee", contact=ann.id, circle="warm"),)
        talks = (
            book.new(Conversation, day=TODAY, people=who, setting="train", notes="Kites over the old harbour."),
            book.new(Conversation, day=WEEK_AGO, setting="gym", tags=("hr",), notes="A stranger in the queue."),
            book.new(Conversation, day=YEAR_AGO, people=who, notes="Ferries.", debrief=Debrief(learnt="she paints")),
        )
        book.change("talked", put=[ann, *talks])


def talks_of(data: Path) -> list[Conversation]:
    with closing(opened(data, writable=False)) as book:
        return list(book.records.conversations.values())


async def talk_on_disk(user: User, data: Path) -> Conversation:
    """The conversation that was written last, once all is saved."""
    await user.saved()
    return talks_of(data)[-1]


async def test_days_and_their_talks_newest_first_with_a_reader(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J")
        await user.sees("Journal · 3 talks", "Sun 22 Nov  today", "Sun 15 Nov", "Sat 22 Nov 2025")
        await user.sees("Kites over the old harbour.", "· @train")
        await user.press("j")
        await user.sees(" @gym #hr")
        await user.press("j", "j")
        await user.sees("Learnt      she paints")
        await user.press("g")
        await user.sees("· @train")


async def test_a_search_goes_over_all_years_and_shows_where(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "/")
        await user.type("PAINTS")
        await user.sees("Journal · 1 of 3 talks", "Ferries")
        row = next(n for n, row in enumerate(user.painted.text) if "she paints" in row)
        there = user.painted.text[row].index("paints")
        assert set(user.painted.looks[row][there : there + 6]) == {"h"}
        await user.press("enter", "j", "escape")
        await user.sees("Journal · 3 talks")
        for query, found in (("@gym", 1), ("#hr", 1), ('"old harbour"', 1), ("who:ann", 2), ("to:2025", 1), ("zz", 0)):
            await user.press("/")
            await user.type(query)
            await user.sees(f"Journal · {found} of 3 talks")
            await user.press("escape")
        await user.press("/")
        await user.type("nowhere:x")
        await user.sees("nowhere: means nothing here")


async def test_the_views_below_the_list(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "v")
        await user.sees("Nov 2026", "Mon  Tue  Wed", "22●", "15●")
        await user.press("v")
        await user.sees("On this day", "2025 Ann Lee  Ferries.")
        await user.press("v")
        await user.sees("· @train")
    async with at_the_screen(data, size=LARGE) as user:
        await user.press("J")
        await user.sees("· @train", "22●", "2025 Ann Lee  Ferries.")


async def test_enter_opens_the_whole_talk_and_one_may_turn_on(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "enter")
        await user.sees("Ann Lee · 1 of 3", "Kites over")
        await user.press("l", "l", "l")
        await user.sees("Ann Lee · 3 of 3", "she paints")
        await user.press("h", "q")
        await user.sees("Journal · 3 talks", " @gym #hr")


async def test_a_removed_talk_comes_back(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "j", "d")
        await user.sees("removed the talk, Sun 15 Nov", "Journal · 2 talks")
        await user.saved()
        assert len(talks_of(data)) == 2
        await user.press("u")
        await user.sees("Journal · 3 talks")
        await user.press("enter", "delete")
        await user.sees("Journal · 2 talks")
        await user.press("u")
        await user.saved()
    assert len(talks_of(data)) == 3


async def test_a_talk_is_written_from_anywhere_with_a_few_keys(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("n")
        await user.type("Ann & Bo Kim")
        await user.sees("Ann Lee: on the roster; Bo Kim: new")
        await user.press("tab")
        await user.type("fri")
        await user.sees("Fri 20 Nov")
        await user.press("tab")
        await user.type("tr")
        await user.press("down")
        await user.press(*["tab"] * 3)
        await user.type("Two lines")
        await user.press("enter")
        await user.type("of notes")
        await user.press("tab")
        await user.type("likes maps")
        await user.press("tab", "tab")
        await user.type("t")
        await user.press("tab", "tab", "3")
        await user.press("ctrl+s")
        talk = await talk_on_disk(user, data)
        assert [person.name for person in talk.people] == ["Ann Lee", "Bo Kim"]
        assert (talk.day, talk.setting, talk.notes) == (date(2026, 11, 20), "train", "Two lines\nof notes")
        assert talk.debrief == Debrief(learnt="likes maps", talked="them", went=3)
        await user.press("h", "h")
        await user.sees("■ Listen to help", "■ Anywhere")


async def test_a_day_to_come_is_refused_and_what_was_typed_stays(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("n")
        await user.type("Ann")
        await user.press("tab")
        await user.type("2027-01-01")
        await user.sees("Fri 1 Jan 2027 hasn't begun yet. Write talks down")
        await user.press("ctrl+s")
        await user.sees("hasn't begun yet", "2027-01-01", "Ann")
        assert talks_of(data) == []


async def test_an_ambiguous_name_is_never_guessed(data: Path) -> None:
    with closing(opened(data)) as book:
        book.change("met", put=[book.new(Contact, name=name) for name in ("Ann Lee", "Ann Moss")])
    async with at_the_screen(data) as user:
        await user.press("n")
        await user.type("Ann")
        await user.sees("Up and down choose: Ann Lee  Ann Moss")
        await user.press("ctrl+s")
        await user.sees("Ann could be Ann Lee or Ann Moss. Write more")
        await user.press("down", "ctrl+s")
        talk = await talk_on_disk(user, data)
        assert talk.people[0].name == "Ann Lee"


async def test_any_old_entry_is_edited(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "G", "e")
        await user.sees("Talk with Ann Lee", "2025-11-22")
        await user.press("tab")
        await user.press(*["backspace"] * 2)
        await user.type("21")
        await user.press("ctrl+s")
        await user.sees("Fri 21 Nov 2025")
        await user.saved()
        assert min(talk.day for talk in talks_of(data)) == date(2025, 11, 21)


async def test_a_talk_that_is_left_is_asked_about_and_survives_a_kill(data: Path) -> None:
    draft = data.with_name("book.json.draft")
    async with at_the_screen(data) as user:
        await user.press("n")
        await user.type("Ann Lee")
        await user.until(lambda: draft.exists() and b"Ann Lee" in draft.read_bytes(), "the draft on the disk")
        user.app.exit()
    async with at_the_screen(data) as user:
        await user.sees("is kept: n opens it")
        await user.press("n")
        await user.sees("Ann Lee")
        await user.press("escape")
        await user.sees("Keep what you changed?", "s  save it")
        await user.press("x")
        await user.until(lambda: not draft.exists(), "no draft on the disk")
    assert talks_of(data) == []


async def test_a_visit_goes_to_the_record(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        talk = talks_of(data)[1]
        user.app.frame.post_message(Visit(talk.day, talk))
        await user.settle()
        await user.stands_on("Journal")
        await user.sees(" @gym #hr")
        await user.press("/")
        await user.type("ferries")
        user.app.frame.post_message(Visit(talk.day, talk))
        await user.settle()
        await user.sees("Journal · 3 talks", " @gym #hr")


async def test_an_empty_journal_names_the_next_key(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("J")
        await user.sees("Every talk counts", "n writes one talk down", "b writes many down")
        await user.press("/", "e", "d", "v", "y", "enter")
        await user.press("b")
        await user.sees("After the event")


async def test_copying_says_so(data: Path) -> None:
    with_talks(data)
    async with at_the_screen(data) as user:
        await user.press("J", "y")
        await user.sees("Copied.")
        assert user.app.clipboard == "Sun 22 Nov / Ann Lee / train\nKites over the old harbour."


@pytest.mark.parametrize("size", [(59, 15), (60, 16), (80, 24), (100, 30)])
async def test_nothing_is_lost_at_any_size(data: Path, size: tuple[int, int]) -> None:
    with_talks(data)
    async with at_the_screen(data, size=size) as user:
        await user.press("J")
        await user.sees("Ann Lee")
        await user.press("b")
        await user.type("Bo")
        await user.sees("Bo")

"""The after-event batch, key by key: five people on the train home, and nothing that is typed is lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from netpractice.domain.records import Contact, Records
from netpractice.practice.book import Book
from tests.journeys.user import LARGE, TODAY, User, at_the_screen, opened

FIVE = (
    "## HR meetup, St. Louis / thu / @bar / #hr",
    "Ann Lee / =ACME, recruiter / kids at St. John's / *intro to Bo / fu sat",
    "Hiro / data guy / !send talk slides by tue",
    "Ines Costa / ~learns to sail / 3",
    "Ben Okafor / <a good question",
    "woman by the coats / good laugh about whirlpools",
)


def with_people(data: Path, *names: str) -> None:
    """Write a book with people on its roster."""
    with closing(opened(data)) as book:
        book.change("met people", put=[book.new(Contact, name=name, circle="friendly") for name in names])


def records_of(data: Path) -> Records:
    with closing(opened(data, writable=False)) as book:
        return book.records


def draft_of(data: Path) -> str | None:
    """The batch that is kept on the disk, for somebody who starts now."""
    with closing(Book.open(opened(data).paths, opened(data).clock)) as book:
        book.find_drafts()
        draft = book.drafts.find("batch")
        return draft.typed["text"] if draft else None


async def type_five(user: User) -> None:
    """Open the batch and type everybody, an Enter after each line but the last."""
    await user.press("b")
    for number, line in enumerate(FIVE):
        if number:
            await user.press("enter")
        await user.type(line)


async def test_five_people_cost_their_text_five_enters_and_the_key_that_saves(data: Path) -> None:
    with_people(data, "Hiro Tanaka", "Ben Okafor")
    async with at_the_screen(data) as user:
        await type_five(user)
        await user.sees("HR meetup, St. Louis", "Thu 19 Nov  @bar  #hr", "5 talks, 2 new people")
        assert "new" in user.row("2 Ann Lee")
        assert "match" in user.row("3 Hiro Tanaka")
        assert "no card" in user.row("6 woman by the")
        await user.press("ctrl+s")
        await user.sees("wrote down 5 talks, Thu 19 Nov")
        await user.saved()
        records = records_of(data)
        assert len(records.conversations) == 5
        assert sorted(contact.name for contact in records.contacts.values()) == [
            "Ann Lee", "Ben Okafor", "Hiro Tanaka", "Ines Costa",
        ]  # fmt: skip
        assert not data.with_name("book.json.draft").exists()
        await user.press("u")
        await user.saved()
        assert records_of(data).conversations == {}
        await user.press("ctrl+r")
        await user.saved()
        assert len(records_of(data).conversations) == 5


async def test_esc_keeps_the_draft_and_b_goes_on_with_it(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("Ann Lee / maps")
        await user.press("escape")
        await user.sees("Kept as a draft: b goes on with it", "Six habits")
        await user.press("b")
        await user.sees("Ann Lee / maps", "draft kept 12:00")
        await user.type(" and kites")
        await user.press("escape")
    async with at_the_screen(data) as user:
        await user.sees("A draft from 12:00 is kept: b opens it.")
        await user.press("b")
        await user.sees("Ann Lee / maps and kites")
        await user.press("ctrl+s")
        await user.saved()
    assert len(records_of(data).conversations) == 1
    assert draft_of(data) is None


async def test_what_is_typed_is_on_the_disk_within_half_a_second(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("Ann Lee")
        path = data.with_name("book.json.draft")
        await user.until(lambda: path.exists() and b"Ann Lee" in path.read_bytes(), "the draft on the disk")


async def test_text_is_text_and_no_key(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("qubnTRJ123? q")
        await user.sees("qubnTRJ123? q", "Will be saved as")
        await user.press("escape")
        assert records_of(data).checkins == {}


async def test_a_paste_of_many_lines_keeps_all_of_them(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.paste("\n".join(FIVE[:3]) + "\r\nIvy\x1b[2J Moss / \x00kites\r\n")
        await user.sees("Ivy[2J Moss / kites", "3 talks")
        await user.press("ctrl+s")
        await user.saved()
    assert len(records_of(data).conversations) == 3


async def test_tab_completes_a_name_and_takes_the_next_one(data: Path) -> None:
    with_people(data, "Ann Lee", "Anna Bell")
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("An")
        await user.sees("Tab Ann Lee · Anna Bell")
        await user.press("tab")
        assert user.row("Ann Lee").strip() == "Ann Lee"
        await user.press("tab")
        assert user.row("Anna Bell").strip() == "Anna Bell"
        await user.type(" / maps")
        await user.press("ctrl+s")
        await user.saved()
    (talk,) = records_of(data).conversations.values()
    assert talk.people[0].name == "Anna Bell"


async def test_a_line_that_cannot_be_read_stays_with_the_reason(data: Path) -> None:
    with_people(data, "Ann Lee", "Ann Moss")
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.paste("## Fair / thu\nBo Kim / maps\nAnn / kites\nCy Roe / fu someday")
        await user.sees('column 1 "Ann": Ann could be Ann Lee or Ann Moss', 'column 10 "fu someday"')
        await user.press("ctrl+s")
        await user.sees("2 lines can't be read", "m  mend them first", "r  save the rest now; they stay here")
        await user.press("enter", "escape")
        assert records_of(data).conversations == {}
        await user.press("ctrl+s", "r")
        await user.sees("wrote down the talk with Bo Kim, Thu 19 Nov; 2 lines left out")
        await user.saved()
        await user.sees("## Fair / thu", "Ann / kites", "Cy Roe / fu someday")
        await user.sees_no("Bo Kim / maps")
        await user.press("escape")
    assert len(records_of(data).conversations) == 1
    assert draft_of(data) == "## Fair / thu\nAnn / kites\nCy Roe / fu someday"


async def test_mending_puts_the_cursor_where_it_is_wrong(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.paste("Bo Kim / fu someday / maps")
        await user.press("ctrl+s")
        await user.sees("1 line can't be read")
        await user.press("m", *["backspace"] * 7)
        await user.type("fri")
        await user.press("ctrl+s")
        await user.saved()
    (followup,) = records_of(data).followups.values()
    assert followup.due > TODAY


async def test_nothing_is_saved_while_nothing_is_typed(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b", "ctrl+s")
        await user.sees("Nothing to write down yet.")


async def test_what_the_table_needs_is_there_on_a_wide_screen(data: Path) -> None:
    async with at_the_screen(data, size=LARGE) as user:
        await type_five(user)
        await user.sees("How a line is read", "one way I could help", "5 talks, 4 new people")


async def test_what_was_thrown_away_is_no_draft(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("Ann Lee")
        await user.press("ctrl+p")
        await user.type("throw away")
        await user.press("enter")
        await user.sees_no("Ann Lee")
        await user.press("ctrl+z")
        await user.sees("Ann Lee")
        await user.press("ctrl+a", "ctrl+k", "escape")
    assert draft_of(data) is None


async def test_a_batch_shows_at_once_what_it_proves(data: Path) -> None:
    with_people(data, "Ana Moss")
    async with at_the_screen(data) as user:
        await user.press("b")
        await user.type("Ana / ~likes maps / @train")
        await user.press("ctrl+s")
        await user.sees("■ Listen to help", "■ Anywhere")
        await user.press("u")
        await user.sees("□ Listen to help")

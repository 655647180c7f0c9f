"""What is typed in questions and forms is kept while it is typed, and there again where it was typed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from netpractice.domain.records import Contact
from tests.journeys.user import User, at_the_screen, on_disk, opened


async def keeps(user: User, data: Path, words: str) -> None:
    """Wait until the file of drafts holds these words."""
    path = data.with_name("book.json.draft")
    await user.until(lambda: path.exists() and words.encode() in path.read_bytes(), f"a draft of {words}")


async def test_a_line_on_today_is_kept_while_it_is_typed(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.type("talk to one stran")
        await keeps(user, data, "talk to one stran")
    async with at_the_screen(data) as user:
        await user.sees("A draft from 12:00 is kept: i opens it.")
        await user.press("i")
        await user.sees("talk to one stran")
        await user.type("ger")
        await user.press("enter")
        await user.saved()
        page = on_disk(data)
        assert page is not None
        assert page.intention == "talk to one stranger"
        await user.until(lambda: not data.with_name("book.json.draft").exists(), "no draft any more")


async def test_a_line_that_is_left_is_no_draft(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.type("hello")
        await keeps(user, data, "hello")
        await user.press("escape")
        await user.until(lambda: not data.with_name("book.json.draft").exists(), "no draft any more")


async def test_a_card_that_was_being_edited_is_offered_again(data: Path) -> None:
    with closing(opened(data)) as book:
        book.change("met Ann", put=[book.new(Contact, name="Ann Lee")])
    async with at_the_screen(data) as user:
        await user.press("R", "e")
        await user.type(" Moss")
        await keeps(user, data, "Ann Lee Moss")
    async with at_the_screen(data) as user:
        await user.sees("is kept: edit Ann Lee to go on with it.")
        await user.press("R", "e")
        await user.sees("Ann Lee Moss")
        await user.press("ctrl+s")
        await user.saved()
        await user.until(lambda: not data.with_name("book.json.draft").exists(), "no draft any more")
    with closing(opened(data, writable=False)) as book:
        assert [contact.name for contact in book.records.contacts.values()] == ["Ann Lee Moss"]


async def test_drafts_that_cannot_be_read_are_named_at_the_start(data: Path) -> None:
    data.parent.mkdir()
    data.with_name("book.json.draft").write_text("no drafts")
    async with at_the_screen(data) as user:
        await user.sees("the drafts in it can't be read", "It is kept as book.json.draft.damaged-")

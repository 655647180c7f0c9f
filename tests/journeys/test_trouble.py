"""When something is in the way: a second instance, a disk that refuses, another program, a kill."""

from __future__ import annotations

import errno
import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.store import disk
from tests.journeys.user import TODAY, at_the_screen, on_disk

YESTERDAY = TODAY - timedelta(days=1)

FULL = "refused to save (No space left on device)"


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk on which nothing can be put in place any more; undone by `undo`."""

    def refuse(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(disk, "take_place", refuse)
    return monkeypatch


def ticked(data: Path, day: date = TODAY) -> tuple[str, ...]:
    """What is ticked on a day, on the disk."""
    page = on_disk(data, day)
    return page.ticks if page else ()


def written_by_another_program(data: Path) -> None:
    """Let another program write a page for yesterday, in a file of its own that takes the book's place."""
    tables = json.loads(data.read_bytes())
    theirs = {**tables["checkins"]["1"], "id": "theirs", "day": YESTERDAY.isoformat(), "ticks": ["give"]}
    tables["checkins"]["2"] = theirs
    other = data.with_name("other.json")
    other.write_text(json.dumps(tables))
    other.replace(data)


async def test_a_second_instance_says_that_it_only_reads_and_refuses_kindly(data: Path) -> None:
    async with at_the_screen(data) as first:
        await first.press("1")
        await first.saved()
        async with at_the_screen(data) as second:
            await second.sees("Another netpractice has this book open, so here it can only be read.")
            assert second.painted.text[0].endswith("–")
            assert "✓ Start warm" in second.screen
            for key in ("2", "6"):
                await second.press(key)
                await second.sees("Close it there, then open the book here again.")
            await second.press("i")
            await second.sees("Intention:")
            await second.type("go")
            await second.press("enter")
            await second.sees("Close it there, then open the book here again.")
            await second.press("ctrl+s")
            await second.sees_no("Close it there")
            assert second.painted.text[0].endswith("–")
            assert "□ Anywhere" in second.screen
            await second.press("h", "T", "S", "?", "escape", "q")
            await second.pilot.pause()
            assert not second.app.is_running
        await first.press("2")
        await first.saved()
    assert ticked(data) == ("warm", "anywhere")


async def test_a_refused_save_is_said_marked_and_tried_again(data: Path, full_disk: pytest.MonkeyPatch) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        await user.sees("Not saved: ^s tries again", data.name, FULL)
        await user.until(lambda: user.painted.text[0].endswith("▲"), "the mark of what isn't saved")
        assert "✓ Start warm" in user.screen
        await user.press("2")
        assert "✓ Anywhere" in user.screen
        await user.sees(FULL)
        await user.until(lambda: user.painted.text[0].endswith("▲"), "the mark of what isn't saved")
        full_disk.undo()
        await user.press("ctrl+s")
        await user.saved()
        await user.sees("Saved.")
        assert ticked(data) == ("warm", "anywhere")
        await user.press("ctrl+s")
        await user.sees("All of it is on disk.")


async def test_leaving_with_something_unsaved_asks_first(data: Path, full_disk: pytest.MonkeyPatch) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        await user.sees(FULL)
        await user.press("q")
        await user.sees("Your last changes aren't on disk", "s  stay and try again", "x  leave without them")
        await user.press("enter", "q", "escape")
        await user.sees_no("Your last changes")
        assert "✓ Start warm" in user.screen
        await user.press("q")
        await user.sees("Your last changes aren't on disk")
        await user.press("s")
        await user.sees("Not saved: ^s tries again")
        full_disk.undo()
        await user.press("q")
        await user.pilot.pause()
        assert not user.app.is_running
        assert ticked(data) == ("warm",)


async def test_one_may_leave_without_what_cannot_be_saved(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        await user.saved()
        book = data.read_bytes()
        monkeypatch.setattr(disk, "take_place", lambda path: os.open(path / "not a folder", os.O_RDONLY))
        await user.press("2")
        await user.sees("Not saved")
        await user.press("q")
        await user.sees("Your last changes aren't on disk")
        await user.click("x  leave without them")
        await user.pilot.pause()
        assert not user.app.is_running
        assert data.read_bytes() == book
        monkeypatch.undo()


@pytest.mark.parametrize(("answer", "ours", "said"), [
    ("k", ("warm", "anywhere"), "Both are kept."),
    ("r", ("warm",), "Reloaded."),
])  # fmt: skip
async def test_a_book_changed_outside_is_noticed_before_anything_is_written(
    data: Path, answer: str, ours: tuple[str, ...], said: str
) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        await user.saved()
        written_by_another_program(data)
        theirs = data.read_bytes()
        await user.press("2")
        await user.sees("Another program changed the book", "k  keep both", "r  reload theirs", "Esc  decide later")
        await user.press("enter", "escape")
        await user.sees("Not saved: ^s asks again", "another program changed this file, so nothing was written.")
        await user.until(lambda: user.painted.text[0].endswith("▲"), "the mark of what isn't saved")
        assert data.read_bytes() == theirs
        await user.press("ctrl+s")
        await user.sees("Another program changed the book")
        await user.press(answer)
        await user.sees(said)
        await user.saved()
        assert ("✓ Anywhere" in user.screen) == ("anywhere" in ours)
        assert "Kept 2 of 14 days   run 2   best 2" in user.screen
    assert (ticked(data), ticked(data, YESTERDAY)) == (ours, ("give",))


async def test_leaving_a_book_that_was_changed_outside_asks_one_thing_at_a_time(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1")
        await user.saved()
        written_by_another_program(data)
        await user.press("2")
        await user.sees("Another program changed the book")
        await user.press("escape", "q")
        await user.sees("Your last changes aren't on disk", "another program changed this file")
        await user.press("s")
        await user.sees("Another program changed the book")
        await user.press("k")
        await user.saved()
        await user.press("q")
        await user.pilot.pause()
        assert not user.app.is_running
    assert (ticked(data), ticked(data, YESTERDAY)) == (("warm", "anywhere"), ("give",))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pseudo-terminal")
def test_what_was_shown_as_saved_survives_a_kill(data: Path) -> None:
    from tests.bench.terminal import Terminal

    command = [sys.executable, "-m", "netpractice", "--data", str(data), "--today", TODAY.isoformat()]
    with Terminal(command, {"HOME": str(data.parent)}) as terminal:
        terminal.wait_for(["Start warm", "? Help"])
        for key in "124634":
            terminal.press(key, 0.05)
        for _ in range(200):
            screen = terminal.screen()
            if "attitude 4, wide open" in screen and screen.splitlines()[0].endswith("✓"):
                break
            terminal.watch(0.05)
        before = terminal.screen()
    # Leaving the block has killed the program, which had no chance to do anything more.
    assert before.splitlines()[0].endswith("1 d ✓")
    page = on_disk(data)
    assert page is not None
    assert (page.ticks, page.attitude) == (("warm", "anywhere", "listen", "give"), 4)
    with Terminal(command, {"HOME": str(data.parent)}) as terminal:
        terminal.wait_for(["attitude 4, wide open", "? Help"])
        assert terminal.screen() == before

"""F1 before one's eyes: what the disk refuses stays on the screen, the header says so, and one key saves it later."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.counts import tally
from tests.faults.flows import seed
from tests.faults.layer import Call, Watch, layer
from tests.journeys.user import User, at_the_screen, on_disk

WRITING = {"open", "write", "fsync", "replace", "mkdir", "unlink", "ftruncate"}


def refusing(names: set[str], error: str) -> Watch:
    """A disk that refuses all calls of these names; what is only looked at is still there."""
    number: int = getattr(errno, error)

    def watch(call: Call, carry_out: Callable[[], object]) -> object:
        reads = call.name == "open" and not call.args[1] & os.O_CREAT and error != "EMFILE"
        if call.name in names and not reads:
            raise OSError(number, os.strerror(number), str(call.path))
        return carry_out()

    return watch


def says(user: User, text: str) -> bool:
    """True if the message on the screen holds a text, however it is broken into lines."""
    return text.replace(" ", "") in user.message.replace(" ", "")


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ({"write"}, "ENOSPC"),
        ({"fsync"}, "EIO"),
        (WRITING, "EROFS"),
        ({"replace"}, "EACCES"),
        ({"open", "listdir"}, "EMFILE"),
    ],
)
async def test_a_refused_tick_stays_and_is_saved_by_the_key_that_is_named(
    data: Path, names: set[str], error: str
) -> None:
    seed(data)
    async with at_the_screen(data, size=(120, 40)) as user:
        await user.saved()
        old = data.read_bytes()
        with layer(data.parent, refusing(names, error)):
            await user.press("2")
            await user.sees("Not saved: ^s tries again")
            assert says(user, os.strerror(getattr(errno, error)))
            assert says(user, str(data))
            assert says(user, "try again.")
            assert "✓ Anywhere" in user.screen
            assert not user.painted.text[0].endswith("✓")
            await user.press("ctrl+s", "4")
            await user.until(lambda: user.app.book.unsaved == 2, "two steps that wait")
            assert "✓ Listen to help" in user.screen
            assert data.read_bytes() == old
        await user.press("ctrl+s")
        await user.saved()
    kept = on_disk(data)
    assert kept is not None
    assert kept.ticks == ("warm", "anywhere", "listen")
    tally("F1")


async def test_leaving_with_a_refused_tick_is_asked_about(data: Path) -> None:
    seed(data)
    async with at_the_screen(data) as user:
        await user.saved()
        with layer(data.parent, refusing({"fsync"}, "EIO")):
            await user.press("2", "q")
            await user.sees("Your last changes aren't on disk")
            await user.press("s")
            await user.sees_no("Your last changes aren't on disk")
            assert "✓ Anywhere" in user.screen
        await user.press("ctrl+s")
        await user.saved()
    tally("F1")


async def test_a_book_whose_lock_is_refused_can_be_looked_at(data: Path) -> None:
    seed(data)
    old = data.read_bytes()
    with layer(data.parent, refusing({"flock"}, "EIO")):
        async with at_the_screen(data) as user:
            await user.sees("The book's lock can't be taken", "✓ Start warm")
            await user.press("2")
            await user.sees("Make its folder writable, then open the book again")
            assert "✓ Anywhere" not in user.screen
    assert data.read_bytes() == old
    tally("F1")

"""S1: told to end, or the terminal closed, whatever is open: the draft is whole, and the terminal as it was."""

from __future__ import annotations

import os
import signal
from itertools import product
from pathlib import Path

import pytest

from tests.counts import tally
from tests.faults.typing import Kept, app, begin, kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no such signals here")

TEXT = "Ann Lee / kites and ferries"

ENDS = ("SIGTERM", "SIGHUP", "SIGINT", "hang up")
"""What ends the app."""

PLACES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "batch": (("b",), "batch", "text"),
    "form": (("n",), "note", "people"),
    "form's notes": (("n", *["\t"] * 5), "note", "notes"),
    "idle after leaving": (("b",), "batch", "text"),
}
"""Where somebody types: the keys that lead there, the place of the draft, and its field."""

BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l")
"""What gives the terminal back: the screen before, the cursor, plain pastes, and no mouse."""


@pytest.mark.parametrize(("place", "end"), [("batch", "SIGTERM"), ("form", "hang up")])
def test_a_sample_of_ends(place: str, end: str, data: Path) -> None:
    ended(place, end, data)


@pytest.mark.slow
@pytest.mark.parametrize(("place", "end"), list(product(PLACES, ENDS)))
def test_every_end(place: str, end: str, data: Path) -> None:
    ended(place, end, data)


def ended(place: str, end: str, data: Path) -> None:
    """End the app while somebody types in a place, and look at what is left."""
    data.parent.mkdir(parents=True, exist_ok=True)
    keys, name, field = PLACES[place]
    with app(data) as terminal:
        before = terminal.attributes()
        begin(terminal, *keys)
        terminal.press(TEXT, 0.2)
        if place == "idle after leaving":
            terminal.press("\x1b", 0.4)
        if end == "hang up":
            terminal.hang_up()
            terminal.status()
        else:
            terminal.signal(getattr(signal, end))
            assert terminal.status() == 0
            terminal.wait(0.1)
            said = b"".join(chunk.data for chunk in terminal.chunks)
            assert all(said.rfind(back) > said.rfind(b"Will be saved") for back in BACK)
            assert terminal.attributes() == before
    assert drafted(kept(data), name, field) == TEXT
    tally("S1")


def drafted(found: Kept, name: str, field: str) -> str:
    """The text of a field that waits."""
    return found.drafts.get(name, {}).get(field, "")

"""K2: killed at a random moment of typing and saving, in a real terminal; a second of typing is lost at most."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal, replay
from tests.counts import tally
from tests.faults.typing import app, batch_in, begin, kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")

AT_MOST = 1.0
"""Seconds of typing that may be lost."""

EACH = 5
"""How many kills a test tries."""

WORDS_A_LINE, LINES_A_BATCH = 6, 3


@pytest.mark.parametrize("seed", range(2))
def test_a_sample_of_kills_while_typing(seed: int, tmp_path: Path) -> None:
    kill_often(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 122))
def test_every_kill_while_typing(seed: int, tmp_path: Path) -> None:
    kill_often(seed, tmp_path)


def kill_often(seed: int, place: Path) -> None:
    """Kill the app again and again, each time on a book of its own."""
    chance = random.Random(seed)
    for number in range(EACH):
        data = place / str(number) / "book.json"
        data.parent.mkdir()
        shown, typed = killed(data, chance)
        found = kept(data)
        saved = [word for talk in found.talks for word in words_in(talk.notes)]
        waiting = words_in(batch_in(found))
        assert shown <= {*saved, *waiting}, (seed, number)
        assert {*saved, *waiting} <= typed
        assert len(saved + waiting) == len({*saved, *waiting}), (
            f"{seed}, {number}: what is in the book is offered again"
        )
        tally("K2")


def killed(data: Path, chance: random.Random) -> tuple[set[str], set[str]]:
    """Kill the app while somebody types; the words that had been shown a second before, and all that were typed."""
    with app(data) as terminal:
        begin(terminal, "b")
        end = time.monotonic() + chance.uniform(0.3, 2.8)
        typed = type_until(terminal, end, chance)
        terminal.signal(signal.SIGKILL)
        at = time.monotonic()
        terminal.status()
        screens = ("\n".join(screen.display) for moment, screen in replay(terminal.chunks) if moment <= at - AT_MOST)
        none: set[str] = set()
        return none.union(*map(words_in_area, screens)), typed


def type_until(terminal: Terminal, end: float, chance: random.Random) -> set[str]:
    """Type lines of words, save every few lines and go on, until a moment; the words that were begun."""
    typed: set[str] = set()
    for line in range(1000):
        terminal.press(f"Kim {'abcdefghij'[line % 10]} / ", 0.02)
        for _ in range(WORDS_A_LINE):
            if time.monotonic() >= end:
                return typed
            word = f"w{len(typed):03}x"
            typed.add(word)
            terminal.press(f"{word} ", chance.uniform(0.01, 0.06))
        if line % LINES_A_BATCH == LINES_A_BATCH - 1:
            terminal.press("\x13", 0.15)
            terminal.press("b", 0.1)
        else:
            terminal.press("\r", 0.01)
    return typed


def words_in(text: str) -> list[str]:
    """The whole words of the typist in a text."""
    return re.findall(r"w\d{3}x", text)


def words_in_area(screen: str) -> set[str]:
    """The words that stood where they are typed."""
    return set(words_in(screen.partition("Will be saved as")[0]))

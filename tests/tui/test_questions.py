"""Questions over a screen: what they ask and offer may hold any text, which is only ever shown."""

from __future__ import annotations

from pathlib import Path

from netpractice.tui.modals.ask_line import AskLine
from netpractice.tui.modals.choice import Choice
from tests.counts import tally
from tests.hostile import HOSTILE, MARKUP
from tests.journeys.user import at_the_screen

TEXTS = (*MARKUP, *HOSTILE[len(MARKUP) :: 24])
"""All that is read as markup, and some of everything else."""


async def test_questions_are_asked_in_any_words(data: Path) -> None:
    async with at_the_screen(data) as user:
        for number, text in enumerate(TEXTS):
            ask = AskLine(f"Qq{text}") if number % 3 else Choice(f"Qq{text}", {"s": text}, note=text)
            await user.app.push_screen(ask)
            await user.settle()
            assert f"Qq{text}" in user.screen if text in MARKUP else "Qq" in user.screen, text
            user.app.pop_screen()
        assert user.app.is_running
    tally("X1", len(TEXTS))

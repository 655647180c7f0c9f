"""Changing the season: one key for needing nothing, or a line that says what is needed."""

from __future__ import annotations

from netpractice.practice import seasons
from netpractice.tui.modals.ask_line import AskLine
from netpractice.tui.modals.choice import Choice
from netpractice.tui.screens.place import Place

ANSWERS = {"n": "I need nothing: the time to give", "s": "I need something: say what"}
"""What can be answered."""


async def ask_season(place: Place) -> None:
    """Ask which season begins today, on behalf of wherever the user is."""
    book = place.book
    now = seasons.current(book)

    def write(need: str | None) -> None:
        """Begin the season, unless the question was left."""
        if need is not None:
            outcome = place.attempt(lambda: seasons.change(book, need))
            if outcome:
                place.tell(outcome.words)

    def answered(key: str | None) -> None:
        """Begin a calm season, or ask what is needed."""
        if key == "n":
            write("")
        elif key == "s":
            question = AskLine("From today on I need", now.need if now else "", hint="a job, a client, a flat")
            place.app.push_screen(question, write)

    await place.app.push_screen(Choice(f"The season: {seasons.say(now)}", ANSWERS), answered)

"""Seasons as one changes them: from a day on one needs nothing, or something."""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain import seasons
from netpractice.domain.days import DAY
from netpractice.domain.records import Season
from netpractice.domain.text import clean_line
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import begun


def current(book: Book) -> Season | None:
    """The season it is; None if none was ever begun."""
    return seasons.season_on(book.records.seasons.values(), book.today)


def history(book: Book) -> tuple[Season, ...]:
    """Every season, the latest first."""
    return seasons.in_order(book.records.seasons.values())[::-1]


def say(season: Season | None) -> str:
    """A season in words."""
    if season is None:
        return "no season yet"
    return f"I need: {season.need}" if season.need else "I need nothing"


def change(book: Book, need: str, on: date | None = None) -> Outcome:
    """Begin a season.

    A second thought on the same day takes the place of the first, and a season that would go on as the one before it
    isn't begun.

    Args:
        book: the open book.
        need: what is needed, in one line; empty for nothing.
        on: the practice day on which it begins, today if not given.

    Raises:
        InputError: a line that is too long, or a day that hasn't begun.
    """
    day, line = begun(book, on), clean_line(need, "need")
    every = book.records.seasons.values()
    there = [season for season in every if season.start == day]
    before = seasons.season_on(every, day - DAY)
    if before is not None and before.need == line:
        words = f"{say(before)}, as before"
        return Outcome(change=book.change(words, remove=there), words=words)
    if there:
        begins = msgspec.structs.replace(seasons.in_order(there)[-1], need=line)
    else:
        begins = book.new(Season, start=day, need=line)
    words = say(begins)
    made = book.change(words, put=[begins])
    return Outcome(change=made, words=words if made else f"{words}, as before")

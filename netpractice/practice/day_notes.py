"""What stands beside a day: the events of the day, what the last review left to take along, and the season it is."""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain.days import WEEK, week_of
from netpractice.domain.records import Event
from netpractice.domain.seasons import season_on
from netpractice.practice.book import Book
from netpractice.practice.events import on_day
from netpractice.practice.review import left_by
from netpractice.practice.seasons import say


class DayNotes(msgspec.Struct, frozen=True, kw_only=True):
    """What to keep in mind on a day."""

    events: tuple[Event, ...] = ()
    """The events of the day, with their missions."""
    if_then: str = ""
    """What the review of the week before left for this one; empty if it left nothing."""
    lesson: str = ""
    """What was learnt in the week before, told on the first day of a week only."""
    season: str = ""
    """The season that the day is in, in words; empty if none was ever begun."""


def day_notes(book: Book, day: date) -> DayNotes:
    """What to keep in mind on a day."""
    week = week_of(day, book.settings.week_start)
    left = left_by(book, week - WEEK)
    season = season_on(book.records.seasons.values(), day)
    return DayNotes(
        events=on_day(book, day),
        if_then=left.if_then if left else "",
        lesson=left.lesson if left and day == week else "",
        season=say(season) if season else "",
    )

"""The days that are given with what is written: one that has begun, or one to come, in words or as a date."""

from __future__ import annotations

from datetime import date

from netpractice.domain.days import read_day, show_day
from netpractice.domain.errors import InputError
from netpractice.practice.book import Book


def begun(book: Book, on: date | None) -> date:
    """A practice day, today if none is given; raises InputError if it hasn't begun."""
    if on is not None and on > book.today:
        raise InputError(
            "this day hasn't begun yet", where=show_day(on, book.today), way_out="Write it down when it is there"
        )
    return book.today if on is None else on


def ahead(book: Book, day: str | date) -> date:
    """A day that is meant to come, which may be given in words; raises InputError if they mean none."""
    return day if isinstance(day, date) else read_day(day, book.today, week_start=book.settings.week_start)


def not_over(book: Book, day: str | date) -> date:
    """Today or a day to come, which may be given in words; raises InputError for words that mean none and for days before."""
    there = ahead(book, day)
    if there < book.today:
        raise InputError("this day is over", where=show_day(there, book.today), way_out="Choose today or a later day")
    return there

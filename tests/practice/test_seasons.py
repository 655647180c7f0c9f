"""Seasons: begun, changed on second thoughts, and undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netpractice.domain.errors import InputError
from netpractice.practice import seasons
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)


def open_at(path: Path, today: date = TODAY) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(today))


def test_a_season_lasts_until_the_next(data: Path) -> None:
    book = open_at(data)
    assert (seasons.current(book), seasons.say(None)) == (None, "no season yet")
    assert seasons.change(book, "").words == "I need nothing"
    book.close()
    later = open_at(data, date(2026, 12, 24))
    assert seasons.say(seasons.current(later)) == "I need nothing"
    assert seasons.change(later, " a\tjob ").words == "I need: a job"
    assert [season.need for season in seasons.history(later)] == ["a job", ""]
    later.undo()
    assert seasons.say(seasons.current(later)) == "I need nothing"
    later.close()


def test_second_thoughts_on_the_same_day(data: Path) -> None:
    book = open_at(data)
    seasons.change(book, "", date(2026, 11, 1))
    seasons.change(book, "a job")
    seasons.change(book, "a client")
    assert [season.need for season in seasons.history(book)] == ["a client", ""]
    assert seasons.change(book, "a client").change is None
    assert seasons.change(book, "").words == "I need nothing, as before"
    assert [season.need for season in seasons.history(book)] == [""]
    assert seasons.change(book, "").change is None
    book.close()


def test_a_season_begins_today_or_began_before(data: Path) -> None:
    book = open_at(data)
    with pytest.raises(InputError):
        seasons.change(book, "a job", date(2026, 11, 23))
    with pytest.raises(InputError):
        seasons.change(book, "x" * 501)
    assert seasons.current(book) is None
    book.close()

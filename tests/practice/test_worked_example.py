"""The example of the README that is worked by hand: the program comes to the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from netpractice.domain.habits import HABITS
from netpractice.domain.records import FollowUp, HabitKey, Step
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.review import review
from netpractice.practice.scorecard import score, status
from tests.journeys.user import opened
from tests.readme import README

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY = date(2026, 11, 16)
NEXT_MONDAY = MONDAY + WEEK

TEXT = re.sub(r"\s+", " ", README.read_text("utf-8").partition("<!-- example -->")[2].partition("<!-- /example -->")[0])
ROWS = re.findall(r"\| ([A-Z][\w ]+) \| (\d) of (\d) (days|due) \| ([\d/]+) ", TEXT)
KEYS: dict[str, HabitKey] = {habit.name: habit.key for habit in HABITS}


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book with the two weeks of the example, on the Monday after them."""
    with closing(opened(data, FixedClock(NEXT_MONDAY))) as book:
        for name, done, _, unit, _ in ROWS:
            if unit == "days":
                keep(book, KEYS[name], int(done), MONDAY)
        for habit, credit in zip((habit for habit in HABITS if habit.key != "follow"), before(), strict=True):
            keep(book, habit.key, int(credit * habit.target), MONDAY - WEEK)
        done, due = next((int(row[1]), int(row[2])) for row in ROWS if row[3] == "due")
        promises = [promise(book, is_kept=n < done) for n in range(due)]
        book.change("promises", put=promises)
        yield book


def keep(book: Book, key: HabitKey, days: int, week: date) -> None:
    """Keep a habit on so many days of a week."""
    for n in range(days):
        checkin.tick(book, key, week + n * DAY)


def promise(book: Book, *, is_kept: bool) -> FollowUp:
    """A promise that is due in the week of the example."""
    steps = (Step(day=MONDAY + DAY, kind="done"),) if is_kept else ()
    return book.new(FollowUp, kind="promise", what="write", opened=MONDAY, due=MONDAY + 2 * DAY, steps=steps)


def before() -> list[Fraction]:
    """The credits of the week before."""
    found = re.search(r"had the credits ([\d/, ]+) and ([\d/]+)", TEXT)
    assert found
    return [Fraction(each) for each in (*found[1].split(", "), found[2])]


def bold() -> list[str]:
    """The results that the text gives."""
    return re.findall(r"\*\*([\d.]+)\*\*", TEXT)


def test_the_table_names_all_six_habits_with_their_first_plan() -> None:
    assert [row[0] for row in ROWS] == [habit.name for habit in HABITS]
    assert [int(row[2]) for row in ROWS if row[3] == "days"] == [h.target for h in HABITS if h.key != "follow"]


def test_credits_scores_strength_and_run_are_those_of_the_program(book: Book) -> None:
    this, last = score(book, MONDAY), score(book, MONDAY - WEEK)
    assert [habit.credit for habit in this.habits] == [float(Fraction(row[4])) for row in ROWS]
    assert [habit.credit for habit in last.habits if habit.habit != "follow"] == [float(each) for each in before()]
    assert last.habits[4].state == "resting"
    now = status(book)
    figures = [this.score, last.score, now.strength, now.streaks.weekly.current]
    assert [str(figure) for figure in figures] == bold()
    assert review(book, MONDAY).score == this.score


def test_the_steps_between_are_right() -> None:
    shares = [Fraction(row[4]) for row in ROWS]
    total, mean, fade = float(sum(shares)), float(sum(shares)) / len(shares), 0.5**0.25
    assert f"add up to {total:.4f}; a sixth of that is {mean:.4f}" in TEXT
    assert f"100 · (0.5 · {fade:.4f} + {mean:.4f}) / ({fade:.4f} + 1)" in TEXT

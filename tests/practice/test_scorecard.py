"""The views of score, why and status: what they say of a small book whose figures can be worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import CheckIn, Conversation, FollowUp, Participant, Plan, Settings, Step
from netpractice.practice import checkin, scorecard
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 20)
"""A Friday in 2026-W47, so that two days of the week are still to come."""

MONDAY = date(2026, 11, 16)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def test_an_empty_book(book: Book) -> None:
    report = scorecard.status(book)
    assert (report.score, report.strength, report.kept, report.followups_due) == (None, None, (), 0)
    assert report.streaks.daily.current == 0
    assert report.kept_of_last_14 == 0


def test_status_counts_today_the_run_and_what_is_due(book: Book) -> None:
    for n in range(3):
        checkin.tick(book, "give", TODAY - timedelta(days=n))
    due = {"opened": MONDAY, "kind": "promise"}
    book.change(
        "promised",
        put=[
            book.new(FollowUp, due=TODAY, **due),
            book.new(FollowUp, due=TODAY + timedelta(days=1), **due),
            book.new(FollowUp, due=MONDAY, steps=(Step(day=MONDAY, kind="done"),), **due),
            book.new(FollowUp, due=MONDAY, steps=(Step(day=MONDAY, kind="snoozed", until=date(2026, 12, 1)),), **due),
        ],
    )
    report = scorecard.status(book)
    assert report.kept == ("give",)
    assert (report.streaks.daily.current, report.kept_of_last_14, report.followups_due) == (3, 4, 1)


def test_a_score_says_for_every_day_what_counted(book: Book) -> None:
    people = (Participant(name="Ana Núñez", circle="warm"),)
    talk = book.new(Conversation, day=MONDAY, people=people, setting="gym")
    book.change("talked", put=[talk])
    checkin.tick(book, "warm", TODAY)
    report = scorecard.score(book, MONDAY)
    warm = report.habits[0]
    assert (warm.habit, warm.kept_days, warm.target, warm.credit) == ("warm", 2, 2, 1.0)
    assert [day.kept for day in warm.days] == [True, False, False, False, True, False, False]
    assert warm.days[0].why == (
        scorecard.Why(words="gym with Ana Núñez", by_hand=False, table="conversations", id=talk.id),
    )
    assert [why.by_hand for why in warm.days[4].why] == [True]
    assert report.habits[1].days[0].kept
    assert not report.finished
    assert report.score == 30  # credits 1, 1/2, 0, 0 and 0; nothing is due, so follow rests


def test_what_a_merged_book_holds_of_days_to_come_does_not_count_yet(book: Book) -> None:
    ahead = TODAY + timedelta(days=1)
    book.change("merged", put=[book.new(CheckIn, day=ahead, ticks=("warm",))])
    assert not scorecard.score(book, MONDAY).habits[0].days[5].kept
    assert not scorecard.why(book, "warm", ahead).kept


def test_margins_in_words(book: Book) -> None:
    checkin.check_in(book, TODAY, ticks=["warm"], attitude=3)
    checkin.check_in(book, MONDAY, ticks=["warm"])
    targets = {"anywhere": 3, "give": 7, "listen": 0}
    book.change("planned", put=[book.new(Plan, start=MONDAY, targets=targets)])
    words = {habit.habit: scorecard.margin_words(habit) for habit in scorecard.score(book, MONDAY).habits}
    assert words == {
        "warm": "met this week",
        "anywhere": "tight: 3 more in 3 days",
        "open": "out of reach this week",
        "listen": "",
        "follow": "nothing due, it rests",
        "give": "out of reach this week",
    }


def test_a_margin_with_room_and_one_with_follow_ups(book: Book) -> None:
    checkin.tick(book, "give", TODAY)
    book.change("promised", put=[book.new(FollowUp, kind="promise", opened=MONDAY, due=TODAY)])
    words = {habit.habit: scorecard.margin_words(habit) for habit in scorecard.score(book, MONDAY).habits}
    assert words["warm"] == "2 more, 3 days left"
    assert words["give"] == "1 more, 2 days left"
    assert words["follow"] == "1 open, due by today"


def test_no_margin_once_the_week_is_over(book: Book) -> None:
    report = scorecard.score(book, MONDAY - timedelta(days=7))
    assert {scorecard.margin_words(habit) for habit in report.habits} == {""}


@pytest.mark.parametrize(
    ("text", "week"),
    [
        (None, MONDAY),
        ("this", MONDAY),
        ("Last", MONDAY - timedelta(days=7)),
        ("2026-W47", MONDAY),
        ("2026-w01", date(2025, 12, 29)),
        ("2020-W53", date(2020, 12, 28)),
    ],
)
def test_weeks_are_found_by_name(book: Book, text: str | None, week: date) -> None:
    assert scorecard.find_week(book, text) == week


@pytest.mark.parametrize("text", ["", "next", "2026", "2026-W54", "2021-W53", "2026-11-20", "W47"])
def test_what_names_no_week_is_refused_with_an_example(book: Book, text: str) -> None:
    with pytest.raises(InputError) as refused:
        scorecard.find_week(book, text)
    assert "2026-W47" in refused.value.way_out


def test_a_week_to_come_is_refused(book: Book) -> None:
    with pytest.raises(InputError, match="this week begins on Mon 23 Nov"):
        scorecard.find_week(book, "2026-W48")


@pytest.mark.parametrize("week_start", range(7))
def test_a_week_is_found_again_under_its_own_name(book: Book, week_start: int) -> None:
    book.change("set", put=[book.new(Settings, week_start=week_start)])
    report = scorecard.score(book, scorecard.find_week(book, "last"))
    assert scorecard.find_week(book, report.week) == report.first_day
    assert report.first_day.weekday() == week_start

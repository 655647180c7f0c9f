"""The grid of the scorecard: every cell is what the oracle says, past cells stay, and nothing running is called failed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from netpractice.domain.changes import Image, apply
from netpractice.domain.days import week_label
from netpractice.domain.habits import HABITS
from netpractice.domain.records import FollowUp, Records, RestWeek, Settings
from netpractice.practice import checkin, plan
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.grid import card, edited_day, grid, week_why
from netpractice.practice.review import review
from netpractice.practice.scorecard import score
from netpractice.practice.today import kept_map
from netpractice.store.codec import encode
from tests.domain.oracle import KEYS, Oracle
from tests.journeys.user import TODAY, opened
from tests.strategies import History, histories

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY = date(2026, 11, 16)
SHOWN = 24


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    with closing(opened(data)) as book:
        yield book


@settings(max_examples=40)
@given(histories())
def test_every_cell_of_random_histories_is_what_the_oracle_says(history: History) -> None:
    compare(history)


@pytest.mark.slow
@settings(max_examples=600)
@given(histories())
def test_every_cell_of_all_histories(history: History) -> None:
    compare(history)


def compare(history: History) -> None:
    """Open a book with a random history, and hold grid, days, score and review against the oracle."""
    records = Records()
    apply(records, [Image(None, record) for record in history.book])
    oracle = Oracle(records, history.today)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.json"
        path.write_bytes(encode(records))
        with closing(opened(path, FixedClock(history.today), writable=False)) as book:
            seen = card(book, SHOWN)
            assert [(run.current, run.longest) for run in seen.runs] == [oracle.run(key)[:2] for key in KEYS]
            for shown in seen.weeks:
                compare_week(book, shown.week, oracle)


def compare_week(book: Book, week: date, oracle: Oracle) -> None:
    """Everything that is shown of a week."""
    (cells,) = (each for each in grid(book, SHOWN) if each.week == week)
    report, glance = score(book, week), review(book, week)
    assert cells.score == report.score == glance.score == oracle.score(week)
    assert cells.rest == oracle.rests(week)
    for habit, key in zip(HABITS, KEYS, strict=True):
        why, told, line = week_why(book, key, week), report.habits[habit.index], glance.habits[habit.index]
        credit = oracle.credit(key, week)
        assert why.in_week.credit == told.credit == line.credit == (None if credit is None else float(credit))
        assert why.in_week.kept_days == told.kept_days == line.kept_days == oracle.kept_days(key, week)
        assert why.in_week.target == told.target == line.target == oracle.plan(week)[key]
        assert (why.in_week.due, why.in_week.handled) == (told.due, told.handled) == (line.due, line.handled)
        for day in why.days:
            compare_day(day.state, day.day, key, oracle)


def compare_day(state: str, day: date, key: str, oracle: Oracle) -> None:
    """The state of one day."""
    habit = next(each for each in KEYS if each == key)
    if day > oracle.today:
        assert state == "ahead"
    elif day in oracle.proved[habit]:
        assert state == "proved"
    elif day in oracle.kept[habit]:
        assert state == "ticked"
    else:
        assert state == ("pass" if day in oracle.passed else "none")


def test_a_running_week_is_never_called_failed(book: Book) -> None:
    checkin.tick(book, "give", TODAY)
    for habit in HABITS:
        why = week_why(book, habit.key, MONDAY)
        assert "short" not in why.missing
        assert "left open" not in why.missing
    assert week_why(book, "open", MONDAY).missing == "out of reach this week"
    assert week_why(book, "give", MONDAY).missing == "out of reach this week"
    assert week_why(book, "follow", MONDAY).missing == "nothing due, it rests"


def test_a_finished_week_says_what_is_missing(book: Book) -> None:
    last = MONDAY - WEEK
    checkin.tick(book, "give", last)
    late = book.new(FollowUp, kind="promise", opened=last, due=last + DAY, what="write")
    book.change("promised", put=[late])
    assert week_why(book, "give", last).missing == "1 short of the plan"
    assert week_why(book, "open", last).missing == "4 short of the plan"
    assert week_why(book, "follow", last).missing == "1 left open"


def test_what_rests_or_is_paused_has_no_credit_and_isnt_zero(book: Book) -> None:
    checkin.tick(book, "give", MONDAY)
    assert week_why(book, "follow", MONDAY).in_week.credit is None
    book.change("rest", put=[book.new(RestWeek, day=MONDAY)])
    (week,) = grid(book, 1)
    assert (week.score, {habit.credit for habit in week.habits}) == (None, {None})


def test_a_change_of_the_plan_leaves_every_past_cell(book: Book) -> None:
    for n in range(30):
        checkin.tick(book, "give", TODAY - n * DAY)
    before = grid(book, SHOWN)
    plan.set_targets(book, {"give": 7, "open": 0, "warm": 5})
    assert grid(book, SHOWN) == before
    assert book.standing.targets(MONDAY + WEEK) == {
        "warm": 5, "anywhere": 2, "open": 0, "listen": 2, "follow": 1, "give": 7,
    }  # fmt: skip


def test_a_pass_adds_nothing(book: Book) -> None:
    checkin.tick(book, "give", TODAY - 2 * DAY)
    before = grid(book, SHOWN)
    checkin.toggle_pass(book, TODAY - DAY)
    assert grid(book, SHOWN) == before
    day = week_why(book, "give", MONDAY).days[5]
    assert (day.state, day.reasons, day.passes_left) == ("pass", (), 1)


def test_the_day_to_edit_is_today_or_the_last_of_a_week_that_is_over(book: Book, data: Path) -> None:
    assert edited_day(book, MONDAY - WEEK) == MONDAY - DAY
    with closing(opened(data.with_name("other.json"), FixedClock(MONDAY + 2 * DAY))) as running:
        assert edited_day(running, MONDAY) == MONDAY + 2 * DAY


@pytest.mark.parametrize("week_start", [0, 6, 5, 2])
def test_weeks_of_a_year_of_53_follow_each_other_whatever_day_they_begin_on(data: Path, week_start: int) -> None:
    with closing(opened(data, FixedClock(date(2027, 1, 20)))) as book:
        book.change("weeks", put=[book.new(Settings, week_start=week_start)])
        checkin.tick(book, "give", date(2026, 12, 31))
        weeks = grid(book, 8)
        labels = [week_label(week.week) for week in weeks]
        assert {week.week.weekday() for week in weeks} == {week_start}
        assert all(after.week - before.week == WEEK for before, after in pairwise(weeks))
        assert labels[labels.index("2026-W53") + 1] == "2027-W01"
        kept = [week for week in weeks if week.habits[5].kept_days]
        assert [week_label(week.week) for week in kept] == ["2026-W53"]


def test_the_map_of_a_year_has_the_29th_of_february(data: Path) -> None:
    with closing(opened(data, FixedClock(date(2028, 12, 31)))) as book:
        for day in (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)):
            checkin.tick(book, "give", day)
        weeks = kept_map(book, book.today, 53)
        first = book.standing.this_week - 52 * WEEK
        days = {first + n * WEEK + i * DAY: kept for n, week in enumerate(weeks) for i, kept in enumerate(week)}
        assert first <= date(2028, 1, 1)
        assert len(days) == 53 * 7
        assert [day for day, kept in days.items() if kept] == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]

"""The plan: a change holds from next week on, in one step, and no past week knows of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABITS
from netpractice.domain.records import HabitKey, Plan
from netpractice.domain.scorecard import DEFAULT_TARGETS
from netpractice.practice import checkin, plan
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
NEXT_WEEK = date(2026, 11, 23)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def plans(book: Book) -> list[Plan]:
    return list(book.records.plans.values())


def test_a_new_target_holds_from_next_week_on(book: Book) -> None:
    checkin.tick(book, "warm", TODAY)
    before = book.standing.week(TODAY)
    outcome = plan.set_target(book, "warm", 3)
    assert outcome.words == "Start warm: 3 days a week, until then 2 days a week, from Mon 23 Nov on"
    assert [(p.start, p.targets["warm"]) for p in plans(book)] == [(NEXT_WEEK, 3)]
    assert plan.planned(book) == {**DEFAULT_TARGETS, "warm": 3}
    assert book.standing.targets(TODAY) == DEFAULT_TARGETS
    assert book.standing.week(TODAY) == before


def test_two_changes_in_a_week_make_one_plan(book: Book) -> None:
    plan.set_target(book, "warm", 3)
    plan.set_target(book, "give", 0)
    assert [(p.start, p.targets["warm"], p.targets["give"]) for p in plans(book)] == [(NEXT_WEEK, 3, 0)]


def test_what_is_set_back_leaves_no_plan(book: Book) -> None:
    plan.set_target(book, "warm", 3)
    outcome = plan.set_target(book, "warm", 2)
    assert outcome.change is not None
    assert plans(book) == []


def test_what_is_planned_already_changes_nothing(book: Book) -> None:
    outcome = plan.set_target(book, "open", 4)
    assert (outcome.change, outcome.words) == (None, "the plan is so already")
    assert plans(book) == []


def test_a_change_of_several_is_one_step(book: Book) -> None:
    outcome = plan.set_targets(book, {"warm": 7, "follow": 0})
    assert outcome.words == (
        "Start warm: every day, until then 2 days a week; Follow through: paused, from Mon 23 Nov on"
    )
    book.undo()
    assert plans(book) == []


@pytest.mark.parametrize(
    ("key", "days", "what"),
    [
        ("warm", 8, "Start warm: a week has no 8 days. Take 0 to 7; 0 pauses the habit."),
        ("warm", -1, "Start warm: a week has no -1 days. Take 0 to 7; 0 pauses the habit."),
        ("follow", 2, "Follow through: it has no days a week: all that is due counts. 0 pauses it, 1 takes it up."),
    ],
)
def test_a_target_that_cant_be_is_refused(book: Book, key: HabitKey, days: int, what: str) -> None:
    with pytest.raises(InputError) as caught:
        plan.set_target(book, key, days)
    assert str(caught.value) == what
    assert plans(book) == []


@pytest.mark.parametrize(
    ("key", "days", "sentence"),
    [
        ("warm", 2, "2 days a week, as planned."),
        ("warm", 1, "Start warm: 1 day a week, until then 2 days a week, from Mon 23 Nov on. The weeks until then stay as they are."),
        ("give", 0, "Give first: paused, from Mon 23 Nov on. The weeks until then stay as they are."),
        ("follow", 1, "All that is due, as planned."),
    ],
)  # fmt: skip
def test_a_sentence_tells_what_a_target_would_change(book: Book, key: HabitKey, days: int, sentence: str) -> None:
    assert plan.says(book, key, days) == sentence


changes = st.lists(
    st.sampled_from(HABITS).flatmap(
        lambda habit: st.tuples(st.just(habit.key), st.integers(0, 1 if habit.key == "follow" else 7))
    ),
    max_size=6,
)


@given(changes)
def test_the_last_word_holds_and_the_running_week_stays(asked: list[tuple[HabitKey, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        opened = Book.open(find_paths(str(Path(folder) / "book.json"), {}), FixedClock(TODAY))
        checkin.tick(opened, "warm", TODAY)
        before = opened.standing.week(TODAY)
        for key, days in asked:
            plan.set_target(opened, key, days)
        assert plan.planned(opened) == {**DEFAULT_TARGETS, **dict(asked)}
        assert opened.standing.week(TODAY) == before
        assert len(plans(opened)) <= 1
        opened.close()

"""The ledger: balances over spans of days, bars by week, what to give next, and facts about one person."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.ledger import FIVE_MINUTES, SPANS, balance, bars, facts, ideas
from netpractice.domain.records import Favour
from netpractice.domain.ties import Balance
from tests.domain.made import day, favour
from tests.strategies import days_around, favours

some = st.lists(favours(days_around(day(0), back=400, ahead=9)), max_size=20, unique_by=lambda favour: favour.id)
"""Favours as a book holds them: no two have the same id."""


def test_a_balance_counts_the_days_that_end_today() -> None:
    there = [favour(0), favour(-29, "received"), favour(-30, "asked"), favour(1), favour(-89), favour(-90)]
    assert balance(there, day(0), 30) == Balance(gave=1, received=1, asked=0)
    assert balance(there, day(0), 90) == Balance(gave=2, received=1, asked=1)
    assert balance(there, day(0), 365) == Balance(gave=3, received=1, asked=1)


@given(there=some)
def test_a_longer_span_never_counts_less(there: list[Favour]) -> None:
    short, middle, long = (balance(there, day(0), days) for days in SPANS)
    assert short.gave <= middle.gave <= long.gave
    assert short.asked <= middle.asked <= long.asked


def test_bars_stand_for_whole_weeks_up_to_today() -> None:
    there = [favour(-7), favour(-7, "asked"), favour(-1, minute=1), favour(0, "received"), favour(3), favour(-8)]
    shown = bars(there, day(2), week_start=0, weeks=2)
    assert [(bar.week, bar.gave, bar.received, bar.asked) for bar in shown] == [(day(-7), 2, 0, 1), (day(0), 0, 1, 0)]


@given(there=some, week_start=st.integers(0, 6))
def test_bars_and_balance_agree_over_whole_weeks(there: list[Favour], week_start: int) -> None:
    shown = bars(there, day(0), week_start)
    days = (day(0) - shown[0].week).days + 1
    assert balance(there, day(0), days) == Balance(
        gave=sum(bar.gave for bar in shown),
        received=sum(bar.received for bar in shown),
        asked=sum(bar.asked for bar in shown),
    )


def test_ideas_begin_with_what_was_never_given() -> None:
    there = [favour(-20, kind="praise"), favour(-3, kind="introduction"), favour(-60, kind="introduction")]
    offered = ideas([*there, favour(-2, "received", kind="lead"), favour(4, kind="share")], day(0))
    assert len(offered) == len(FIVE_MINUTES)
    assert {idea.kind for idea in offered[:5]} == {"useful link", "share", "feedback", "lead", "reference"}
    assert [(idea.kind, idea.last) for idea in offered[5:]] == [("praise", day(-20)), ("introduction", day(-3))]
    assert ideas([favour(0, kind="lead")], day(0))[-1].last == day(0)


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ([], ()),
        ([favour(-9), favour(-3, "received")], ()),
        ([favour(-9), favour(-5), favour(-3, "asked")], ("2 gives before your last ask",)),
        ([favour(-9, "asked")], ("0 gives before your last ask",)),
        ([favour(-9, "asked"), favour(-4)], ("0 gives before your last ask", "1 give since your last ask")),
        ([favour(-9, "asked"), favour(-7), favour(-4, "asked")], ("1 give before your last ask",)),
        ([favour(-3, "asked", minute=5), favour(-3, minute=2)], ("1 give before your last ask",)),
        ([favour(1, "asked"), favour(-3)], ()),
        ([favour(0, "asked"), favour(-3)], ("1 give before your last ask",)),
    ],
)
def test_facts_about_one_person(there: list[Favour], expected: tuple[str, ...]) -> None:
    assert facts(there, day(0)) == expected


@given(there=some, seed=st.integers(0, 99))
def test_the_order_of_records_does_not_matter(there: list[Favour], seed: int) -> None:
    mixed = random.Random(seed).sample(there, len(there))
    assert facts(mixed, day(0)) == facts(there, day(0))
    assert ideas(mixed, day(0)) == ideas(there, day(0))
    assert bars(mixed, day(0), 0) == bars(there, day(0), 0)

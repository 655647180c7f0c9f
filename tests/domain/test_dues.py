"""Counts of follow-ups by week: the same whether one asks for a while or for always, first or after a change."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.changes import Image
from netpractice.domain.days import week_ordinal
from netpractice.domain.dues import RECENT, Dues
from netpractice.domain.followups import due_weeks
from netpractice.domain.records import FollowUp
from tests.domain.made import day, followup, step
from tests.strategies import followups

TODAY = date(2026, 11, 22)
RUNNING = week_ordinal(TODAY.toordinal(), 0)

OFTEN = st.sampled_from([7 * RECENT + 6, 7 * RECENT, 7 * RECENT - 1, 3, 0])
"""Days ago around the edge of the weeks that are counted at once, and recent ones."""

DAYS = (OFTEN | st.integers(6 * RECENT, 21 * RECENT)).map(lambda ago: TODAY - timedelta(days=ago))


def in_turn(found: list[FollowUp]) -> dict[str, FollowUp]:
    """Follow-ups by ids of their own."""
    return {str(n): msgspec.structs.replace(each, id=str(n)) for n, each in enumerate(found)}


def counted(there: dict[str, FollowUp], weeks: range) -> list[tuple[int, int]]:
    """How many were handled and due in each week, counted one by one."""
    spans = list(chain.from_iterable(due_weeks(each, TODAY.toordinal(), 0) for each in there.values()))
    here = [[span for span in spans if span.first <= week <= span.last] for week in weeks]
    return [(sum(span.handled for span in each), len(each)) for each in here]


BACK = st.sampled_from([3, RECENT - 1, RECENT, RECENT + 1, 3 * RECENT])
"""How many weeks back somebody looks."""


@settings(max_examples=400)
@given(
    st.lists(followups(DAYS), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 3), st.none() | followups(DAYS), BACK), min_size=1, max_size=4),
)
def test_the_counts_are_those_of_all_follow_ups(
    found: list[FollowUp], changes: list[tuple[int, FollowUp | None, int]]
) -> None:
    there = in_turn(found)
    dues = Dues(there.values(), TODAY.toordinal(), 0)
    for n, put, back in changes:
        before, after = there.pop(str(n), None), None
        if put is not None:
            there[str(n)] = after = msgspec.structs.replace(put, id=str(n))
        if before or after:
            past = range(RUNNING - 7 * 4 * RECENT, RUNNING, 7)
            was, is_now = (counted({"": each} if each else {}, past) for each in (before, after))
            assert dues.update(Image(before, after)) or was == is_now
        weeks = range(RUNNING - 7 * back, RUNNING + 7, 7)
        assert dues.in_weeks(weeks) == counted(there, weeks)


def test_what_is_closed_today_leaves_finished_weeks_as_they_are() -> None:
    still_open = followup(0, 1)
    today = day(40)
    dues = Dues([still_open], today.toordinal(), 0)
    closed = msgspec.structs.replace(still_open, steps=(step("done", 40),))
    assert not dues.update(Image(still_open, closed))
    assert dues.update(Image(closed, None))


@pytest.mark.parametrize("is_asked_before", [False, True])
def test_one_that_was_closed_years_ago_can_be_taken_out(is_asked_before: bool) -> None:
    closed = followup(0, 1, step("done", 8))
    weeks = range(day(0).toordinal(), day(7 * RECENT + 70).toordinal(), 7)
    dues = Dues([closed], day(7 * RECENT + 70).toordinal(), 0)
    if is_asked_before:
        assert dues.in_weeks(weeks)[:3] == [(0, 1), (1, 1), (0, 0)]
    assert dues.update(Image(closed, None))
    assert set(dues.in_weeks(weeks)) == {(0, 0)}


def test_no_week_is_none() -> None:
    assert Dues([], TODAY.toordinal(), 0).in_weeks([]) == []

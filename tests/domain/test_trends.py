"""Worry, settings and attitude over weeks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.records import CheckIn, Conversation, Debrief
from netpractice.domain.trends import attitudes, most_unlikely, settings_of_month, worry_gap
from tests.domain.made import day, talk, written
from tests.strategies import STAMP

TODAY = 6
"""Sunday 22 November."""


def felt(n: int, expected: int | None, went: int | None) -> Conversation:
    return msgspec.structs.replace(talk(n, ref=f"{n}-{expected}-{went}"), debrief=Debrief(expected=expected, went=went))


def page(n: int, attitude: int | None, minute: int = 0) -> CheckIn:
    return CheckIn(id=f"{n}-{minute}", created=STAMP, updated=written(minute), day=day(n), attitude=attitude)


def at(n: int, setting: str) -> Conversation:
    return talk(n, setting=setting, ref=f"{n}-{setting}")


def test_worry_is_held_against_what_came_of_it() -> None:
    gap = worry_gap([felt(0, 1, 3), felt(1, 2, 2), felt(2, 0, None), felt(3, None, 4)], day(TODAY), 90)
    assert gap is not None
    assert (gap.talks, gap.expected, gap.went, gap.overshoots) == (2, 1.5, 2.5, 1.0)


@pytest.mark.parametrize("n", [TODAY + 1, TODAY - 90])
def test_talks_outside_of_the_span_tell_nothing_of_worry(n: int) -> None:
    assert worry_gap([felt(n, 1, 3)], day(TODAY), 90) is None
    assert worry_gap([felt(TODAY - 89, 1, 3)], day(TODAY), 90) is not None


def test_the_settings_of_a_month_are_each_named_once() -> None:
    talks = [at(0, "Gym"), at(2, "gym"), at(1, "train"), at(-20, "pier"), at(TODAY + 1, "moon"), at(3, "")]
    found = settings_of_month(talks, day(TODAY))
    assert [(setting.name, setting.times) for setting in found] == [("gym", 2), ("train", 1)]


def test_the_most_unlikely_setting_of_the_year_is_the_rarest_and_of_those_the_latest() -> None:
    talks = [at(0, "gym"), at(2, "gym"), at(-100, "whirlpool"), at(-30, "lift"), at(-400, "volcano")]
    found = most_unlikely(talks, day(TODAY))
    assert found is not None
    assert (found.name, found.last) == ("lift", day(-30))
    assert most_unlikely([], day(TODAY)) is None


def test_the_attitude_of_a_week_is_the_mean_of_its_pages() -> None:
    found = attitudes([page(-3, 1), page(0, 2), page(1, 3), page(2, None), page(TODAY + 1, 4)], day(TODAY), 0, 3)
    assert [(week.week, week.days, week.mean) for week in found] == [
        (day(-14), 0, None),
        (day(-7), 1, 1.0),
        (day(0), 2, 2.5),
    ]


def test_of_two_pages_for_a_day_the_one_changed_last_counts() -> None:
    (week,) = attitudes([page(0, 4, minute=2), page(0, 1, minute=1)], day(TODAY), 0, 1)
    assert (week.days, week.mean) == (1, 4.0)


@given(st.lists(st.tuples(st.integers(-200, 20), st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_the_order_of_talks_changes_nothing_and_the_gap_stays_in_range(felts: list[tuple[int, int, int]]) -> None:
    talks = [felt(*one) for one in felts]
    gap = worry_gap(talks, day(TODAY), 90)
    again = worry_gap(sorted(talks, key=lambda one: (one.debrief.went or 0, one.id)), day(TODAY), 90)
    assert gap == again
    assert gap is None or -4 <= gap.overshoots <= 4

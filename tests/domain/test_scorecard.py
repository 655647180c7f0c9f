"""Scores of weeks, plans, margins and strength, with figures worked out by hand."""

from __future__ import annotations

from datetime import date
from operator import mul

import pytest

from netpractice.domain.habits import HABITS
from netpractice.domain.records import HabitKey
from netpractice.domain.scorecard import Margin, WeekFacts, plan_history, score_week, strength
from tests.domain.made import MONDAY, day, plan

DEFAULTS: dict[HabitKey, int] = {"warm": 2, "anywhere": 2, "open": 4, "listen": 2, "follow": 1, "give": 2}

ONLY_GIVE: dict[HabitKey, int] = {"warm": 0, "anywhere": 0, "open": 0, "listen": 0, "follow": 0, "give": 7}

WARM, ANYWHERE, OPEN, LISTEN, FOLLOW, GIVE = (habit.bit for habit in HABITS)


def facts(
    *masks: int,
    targets: dict[HabitKey, int] = DEFAULTS,
    due: int = 0,
    handled: int = 0,
    rest: bool = False,
    finished: bool = True,
) -> WeekFacts:
    """A week whose first days were kept so; a finished one is filled up with empty days."""
    days = [*masks, *[0] * (7 - len(masks) if finished else 0)]
    return WeekFacts(MONDAY, days, targets, due, handled, rest=rest, begun=True, finished=finished)


def credits_of(week: WeekFacts) -> list[float | None]:
    return [habit.credit for habit in score_week(week).habits]


def test_a_perfect_week() -> None:
    week = score_week(
        facts(
            WARM | ANYWHERE | LISTEN | GIVE | OPEN, WARM | ANYWHERE | LISTEN | GIVE | OPEN, OPEN, OPEN, due=2, handled=2
        )
    )
    assert (week.score, week.credit) == (100, 1.0)
    assert [habit.kept_days for habit in week.habits] == [2, 2, 4, 2, 0, 2]
    assert {habit.state for habit in week.habits} == {"active"}


def test_a_week_by_hand() -> None:
    # 1/2, 2/2, 1/4, 0/2, 1/3, 2/2: 37/12 over six habits is 37/72, or 51.4.
    week = facts(WARM | ANYWHERE | GIVE, ANYWHERE | GIVE | OPEN, ANYWHERE, due=3, handled=1)
    assert credits_of(week) == [0.5, 1.0, 0.25, 0.0, 1 / 3, 1.0]
    assert score_week(week).score == 51
    assert score_week(week).credit == 37 / 72


def test_more_days_than_wanted_earn_no_more() -> None:
    assert credits_of(facts(*[WARM] * 7))[0] == 1.0


def test_a_week_with_nothing_kept_is_zero() -> None:
    week = score_week(facts())
    assert (week.score, week.credit) == (0, 0.0)


def test_a_pass_keeps_no_habit() -> None:
    passed = 1 << len(HABITS)
    assert [habit.kept_days for habit in score_week(facts(passed, passed | WARM)).habits] == [1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("due", "handled", "kept", "credit", "state"),
    [
        (0, 0, 0, None, "resting"),
        (0, 0, FOLLOW, 1.0, "active"),
        (4, 1, 0, 0.25, "active"),
        (4, 0, FOLLOW, 0.0, "active"),
        (4, 4, 0, 1.0, "active"),
    ],
)
def test_follow_through(due: int, handled: int, kept: int, credit: float | None, state: str) -> None:
    follow = score_week(facts(kept, due=due, handled=handled)).habits[4]
    assert (follow.credit, follow.state, follow.due, follow.handled) == (credit, state, due, handled)


def test_a_resting_habit_leaves_the_mean() -> None:
    # Five habits are active: 2/2 and four times 0.
    assert score_week(facts(WARM, WARM)).score == 20


def test_paused_habits_leave_the_mean() -> None:
    targets = {**DEFAULTS, "warm": 0, "follow": 0, "open": 0}
    week = score_week(facts(WARM | ANYWHERE | FOLLOW, ANYWHERE, targets=targets, due=5))
    # anywhere 2/2, listen and give 0: a third.
    assert (week.score, [habit.state for habit in week.habits if not habit.target]) == (33, ["paused"] * 3)
    assert [habit.credit for habit in week.habits] == [None, 1.0, None, 0.0, None, 0.0]


def test_no_habit_active_is_no_score() -> None:
    week = score_week(facts(WARM, targets=dict.fromkeys(DEFAULTS, 0)))
    assert (week.score, week.credit) == (None, None)


def test_only_follow_and_nothing_due_is_no_score() -> None:
    targets = {**dict.fromkeys(DEFAULTS, 0), "follow": 1}
    assert score_week(facts(targets=targets)).score is None


def test_a_rest_week_has_no_score() -> None:
    week = score_week(facts(WARM | ANYWHERE | OPEN | LISTEN | FOLLOW | GIVE, rest=True))
    assert (week.rest, week.score, week.credit) == (True, None, None)
    assert {(habit.state, habit.credit, habit.kept_days) for habit in week.habits} == {("resting", None, 1)}


@pytest.mark.parametrize(
    ("due", "handled", "score"),
    [(8, 1, 13), (8, 3, 38), (8, 5, 63), (8, 7, 88), (200, 1, 1), (200, 3, 2), (201, 1, 0), (1000, 994, 99)],
)
def test_a_half_goes_up(due: int, handled: int, score: int) -> None:
    targets = {**dict.fromkeys(DEFAULTS, 0), "follow": 1}
    assert score_week(facts(targets=targets, due=due, handled=handled)).score == score


def test_a_half_is_a_half_also_as_a_sum_of_odd_parts() -> None:
    # 1/6 of warm and 7/12 of follow-ups over six habits: 12.5, though neither part is exact in binary.
    targets: dict[HabitKey, int] = {"warm": 6, "anywhere": 2, "open": 4, "listen": 2, "follow": 1, "give": 2}
    assert score_week(facts(WARM, targets=targets, due=12, handled=7)).score == 13


@pytest.mark.parametrize(
    ("kept", "margin"),
    [
        # Target 4 of `open`; the last of the days given is today.
        ([OPEN, OPEN, OPEN, OPEN], Margin("met", 0, 3)),
        ([OPEN, OPEN, OPEN, OPEN, 0], Margin("met", 0, 3)),
        ([OPEN, 0], Margin("open", 3, 6)),
        ([OPEN, OPEN], Margin("open", 2, 5)),
        ([0, 0, 0, 0], Margin("tight", 4, 4)),
        ([0, 0, 0, OPEN], Margin("tight", 3, 3)),
        ([0, 0, 0, 0, 0], Margin("out of reach", 4, 3)),
        ([OPEN, OPEN, OPEN, 0, 0, 0, 0], Margin("tight", 1, 1)),
        ([OPEN, OPEN, 0, 0, 0, 0, OPEN], Margin("out of reach", 1, 0)),
        ([OPEN, OPEN, OPEN, 0, 0, 0, OPEN], Margin("met", 0, 0)),
    ],
)
def test_the_margin_of_the_running_week(kept: list[int], margin: Margin) -> None:
    assert score_week(facts(*kept, finished=False)).habits[2].margin == margin


@pytest.mark.parametrize(
    ("due", "handled", "margin"),
    [(0, 0, Margin("met", 0, 1)), (5, 5, Margin("met", 0, 1)), (5, 2, Margin("open", 3, 1))],
)
def test_the_margin_of_follow_through_is_never_out_of_reach(due: int, handled: int, margin: Margin) -> None:
    sunday = facts(0, 0, 0, 0, 0, 0, FOLLOW, due=due, handled=handled, finished=False)
    assert score_week(sunday).habits[4].margin == margin


def test_no_margin_in_a_finished_or_resting_week_nor_for_a_paused_habit() -> None:
    assert {habit.margin for habit in score_week(facts(WARM)).habits} == {None}
    assert {habit.margin for habit in score_week(facts(WARM, rest=True, finished=False)).habits} == {None}
    running = score_week(facts(WARM, targets=ONLY_GIVE, finished=False))
    assert [habit.margin for habit in running.habits] == [None] * 5 + [Margin("tight", 7, 7)]


@pytest.mark.parametrize(("empty", "figure"), [(0, 100.0), (1, 82.2), (2, 67.9), (4, 46.7)])
def test_strength_after_twelve_perfect_weeks(empty: int, figure: float) -> None:
    past = strength([1.0] * 12 + [0.0] * empty)
    assert past is not None
    assert round(past, 1) == figure


def test_a_perfect_beginner_is_at_a_hundred() -> None:
    assert strength([1.0]) == 100.0


def test_strength_halves_its_memory_in_four_weeks() -> None:
    # Four weeks ago weighs half of now: 1 and 0 at weights 0.5 and 1 would be a third.
    faded = strength([1.0, 0.0, 0.0, 0.0, 0.0])
    weights = [0.5 ** ((5 - i) / 4) for i in range(1, 6)]
    assert faded == pytest.approx(100 * 0.5 / sum(weights))


def test_strength_over_many_years() -> None:
    past = [n % 7 / 6 for n in range(2000)]
    weights = [0.5 ** ((2000 - i) / 4) for i in range(1, 2001)]
    expected = 100 * sum(map(mul, past, weights)) / sum(weights)
    assert strength(past) == pytest.approx(expected, rel=1e-12)


def test_no_strength_before_anything_was_scored() -> None:
    assert strength([]) is None


def test_plans_follow_each_other() -> None:
    later, sooner = plan(14, {"give": 5}), plan(0, {"give": 3, "warm": 0})
    history = plan_history([later, sooner])
    assert history == [
        (date.min, DEFAULTS),
        (day(0), {**DEFAULTS, "give": 3, "warm": 0}),
        (day(14), {**DEFAULTS, "give": 5}),
    ]


def test_of_two_plans_with_one_start_the_later_written_holds() -> None:
    first, second = plan(0, {"give": 3}, minute=1), plan(0, {"give": 4}, minute=2)
    for order in ([first, second], [second, first]):
        assert plan_history(order)[-1] == (day(0), {**DEFAULTS, "give": 4})


@pytest.mark.parametrize(("written", "target"), [(0, 0), (1, 1), (5, 1)])
def test_follow_through_has_no_target_but_can_be_paused(written: int, target: int) -> None:
    assert plan_history([plan(0, {"follow": written})])[-1][1]["follow"] == target

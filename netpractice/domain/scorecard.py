"""The scorecard: credits, the score of a week, margins and strength.

For `warm`, `anywhere`, `open`, `listen` and `give`, with `k` days kept in the week: credit = min(1, k / target).
For `follow`: credit = handled / due, where due are the follow-ups that were open in the week and due by its end, and
handled those of them closed by its end. With none due, 1 if the habit was kept on any day of the week, else it rests.
A habit that rests or is paused (target 0) leaves the mean.

score = round(100 * mean of the credits), half up. A week that rests, or in which no habit is active, has no score.

Strength over n weeks, newest last: 100 * sum(c_i * 0.5 ** ((n - i) / 4)) / sum(0.5 ** ((n - i) / 4)): a mean whose memory
halves every four weeks, and that shows a perfect beginner 100 and not 16. Weeks without a credit are skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import lcm
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.habits import HABITS, Habit
from netpractice.domain.records import HabitKey, Plan

HabitState: TypeAlias = Literal["active", "paused", "resting"]
MarginState: TypeAlias = Literal["met", "open", "tight", "out of reach"]

DEFAULT_TARGETS: dict[HabitKey, int] = {habit.key: habit.target for habit in HABITS}
"""The plan of a book that has none: days a week, by habit."""

HALF_LIFE_WEEKS = 4
"""After how many weeks a credit weighs half as much in the strength."""


class Margin(msgspec.Struct, frozen=True, gc=False):
    """How the running week stands for a habit."""

    state: MarginState
    more: int
    """Days still needed; for `follow` the follow-ups due and still open."""
    left: int
    """Days of the week that can still count, today among them unless it has counted already."""


class HabitWeek(msgspec.Struct, frozen=True, gc=False):
    """One habit in one week."""

    key: HabitKey
    state: HabitState
    """Paused by the plan; resting in a rest week or, for `follow`, with nothing due and nothing done."""
    kept_days: int
    """Days on which it was kept, 0 to 7."""
    target: int
    """Days wanted by the plan, 0 to 7; `follow` has 1, or 0 when it is paused."""
    credit: float | None
    """0 to 1; None when paused or resting."""
    due: int = 0
    """For `follow`: how many follow-ups were due."""
    handled: int = 0
    """For `follow`: how many of them were closed."""
    margin: Margin | None = None
    """In the running week, for a habit that isn't paused and unless the week rests."""


class WeekScore(msgspec.Struct, frozen=True, gc=False):
    """One week."""

    week: date
    """Its first day."""
    rest: bool
    """True for a rest week."""
    finished: bool
    """True once its last day is over."""
    score: int | None
    """0 to 100; None for a week without a score, to be shown as a dash and never as 0."""
    credit: float | None
    """The mean of the credits, 0 to 1; None for a week without a score."""
    habits: tuple[HabitWeek, ...]
    """The six habits in order."""


class WeekFacts(msgspec.Struct, frozen=True, gc=False):
    """What a week is scored from."""

    week: date
    """Its first day."""
    days: Sequence[int]
    """The habits kept on each of its days that have come so far, as masks; the last one is today in the running week."""
    targets: Mapping[HabitKey, int]
    """The plan in force."""
    due: int
    """Follow-ups due."""
    handled: int
    """Those of them closed."""
    rest: bool
    """True for a rest week."""
    begun: bool
    """True from the week of the first record to the running one; in no other week anything counts."""
    finished: bool
    """True once its last day is over."""


def plan_history(plans: Iterable[Plan]) -> list[tuple[date, dict[HabitKey, int]]]:
    """The plans as they followed each other: from which day on, and the targets of all six habits.

    A plan holds for the weeks that begin on its first day or later, until a later one does; of two plans with one start
    that which was written last. A habit that it doesn't name has its default, as all have before the first plan; for
    `follow` whatever isn't 0 is 1.
    """
    history = {date.min: DEFAULT_TARGETS}
    for plan in sorted(plans, key=lambda plan: (plan.start, plan.created, plan.id)):
        targets = DEFAULT_TARGETS | plan.targets
        history[plan.start] = targets | {"follow": min(1, targets["follow"])}
    return list(history.items())


def score_week(facts: WeekFacts) -> WeekScore:
    """Score a week."""
    days_kept = tally(facts.days)
    counts = facts.begun and not facts.rest
    running = counts and not facts.finished
    habits = []
    shares = []
    for habit, kept in zip(HABITS, days_kept, strict=True):
        target = facts.targets[habit.key]
        share = _share(habit, kept, target, facts) if counts and target else None
        if share:
            shares.append(share)
        state: HabitState = "active" if share else "resting" if target else "paused"
        credit = share[0] / share[1] if share else None
        due, handled = (facts.due, facts.handled) if habit.key == "follow" else (0, 0)
        margin = _margin(habit, target - kept, facts) if running and target else None
        habits.append(HabitWeek(habit.key, state, kept, target, credit, due, handled, margin))
    score, credit = _mean(shares) if shares else (None, None)
    return WeekScore(facts.week, facts.rest, facts.finished, score, credit, tuple(habits))


def tally(days: Iterable[int]) -> bytes:
    """On how many of some days each habit was kept, from the days' masks."""
    return sum(map(_TALLY.__getitem__, days)).to_bytes(len(HABITS), "little")


def percent(part: int, whole: int) -> int:
    """A part of a whole as a whole number from 0 to 100: worked out exactly, so that a half is a half and goes up."""
    return (200 * part + whole) // (2 * whole)


def strength(past: Sequence[float]) -> float | None:
    """The strength, 0 to 100, that the credits of finished weeks have built up; None if there are none.

    Args:
        past: their credits, 0 to 1 each, the oldest first; weeks without one are left out.
    """
    total = weight = 0.0
    for credit in past[-_REMEMBERED:]:
        total = total * _FADE + credit
        weight = weight * _FADE + 1.0
    return 100.0 * total / weight if weight else None


_REMEMBERED = 60 * HALF_LIFE_WEEKS
"""How many weeks make the strength: all that were before weigh less than a number can tell (one in 2 ** 60)."""

_FADE = 0.5 ** (1 / HALF_LIFE_WEEKS)
"""What a week's weight is multiplied by as the next week comes."""

_TALLY = tuple(sum(1 << 8 * habit.index for habit in HABITS if mask & habit.bit) for mask in range(2 << len(HABITS)))
"""For each mask of habits, with or without the pass above them, a number with a byte 1 for each habit in it.

The sum over a week has the days of each habit in its byte.
"""


def _share(habit: Habit, kept: int, target: int, facts: WeekFacts) -> tuple[int, int] | None:
    """The credit of a habit that isn't paused, as an exact fraction; None if it rests."""
    if habit.key != "follow":
        return min(kept, target), target
    if facts.due:
        return facts.handled, facts.due
    return (1, 1) if kept else None


def _mean(shares: Sequence[tuple[int, int]]) -> tuple[int, float]:
    """The score and the mean of credits."""
    parts = lcm(*(part for _, part in shares))
    total = sum(share * (parts // part) for share, part in shares)
    parts *= len(shares)
    return percent(total, parts), total / parts


def _margin(habit: Habit, more: int, facts: WeekFacts) -> Margin:
    """The margin in the running week of a habit that needs `more` days, or none if that is below 1."""
    ahead = 7 - len(facts.days)
    if habit.key == "follow":
        still_open = facts.due - facts.handled
        return Margin("open" if still_open else "met", still_open, ahead + 1)
    left = ahead if facts.days[-1] & habit.bit else ahead + 1
    if more <= 0:
        return Margin("met", 0, left)
    return Margin("open" if more < left else "tight" if more == left else "out of reach", more, left)

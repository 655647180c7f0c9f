"""What finished days and weeks add up to: streaks and strengths, read without a scorecard for each week.

Weeks stand in columns, the oldest first, one entry for each finished week that doesn't rest. A column of ten years is
worked out in microseconds, so that all of them can be worked out anew after a change. What they say is what the
scorecards of the same weeks say (see `scorecard`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, repeat
from typing import TypeAlias

from netpractice.domain.evidence import EVERY, PASS, Evidence
from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import HabitKey
from netpractice.domain.scorecard import percent
from netpractice.domain.weeks import Weeks

Share: TypeAlias = tuple[int, int]
"""A credit as an exact fraction."""

_WHOLE = 420
"""A credit of 1 in parts that can be divided by every target from 1 to 7."""

_PARTS = tuple(tuple(min(kept, target) * _WHOLE // max(1, target) for kept in range(8)) for target in range(8))
"""For each target, and the days kept, the credit in those parts."""

_CREDITS = tuple(tuple(parts / _WHOLE for parts in column) for column in _PARTS)
"""For each target, and the days kept, the credit."""

_MET = tuple(bytes(kept >= target for kept in range(256)) for target in range(8))
"""For each target, and the days kept, whether it was met, as a mark (see `streaks`)."""

_DAY_MARKS = bytes(mask & EVERY > 0 for mask in range(256))
"""For each mask of a day whether anything was kept, as a mark."""

_ONLY_PASSED = bytes((PASS,))
"""The masks of a day that bridges: passed, and nothing kept."""

_FOLLOW = HABIT["follow"]
_OTHERS = tuple(habit for habit in HABITS if habit is not _FOLLOW)


class Past:
    """Finished days and weeks as they stand; it holds until one of them is touched."""

    def __init__(self, evidence: Evidence, weeks: Weeks, today: int, threshold: int) -> None:
        """Look at what was before today, with the least score of a week that continues the weekly streak."""
        self._evidence = evidence
        self._weeks = weeks
        self._today = today
        self._threshold = threshold

    @cached_property
    def days(self) -> bytes:
        """The marks of the days, for the daily streak."""
        first = self._weeks.running if self._weeks.first is None else self._weeks.first
        return bytes(self._evidence.span(first, self._today - 1)).translate(_DAY_MARKS, _ONLY_PASSED)

    @cached_property
    def weeks(self) -> bytes:
        """The marks of the weeks, for the weekly streak."""
        return bytes([percent(part, whole) >= self._threshold for part, whole in self._means])

    def run(self, key: HabitKey) -> bytes:
        """The marks of the weeks for one habit."""
        if key == _FOLLOW.key:
            return bytes([handled == due for handled, due in filter(None, self._follow)])
        column = self._kept[HABIT[key].index]
        return b"".join(column[part].translate(_MET[targets[key]]) for part, targets in self._plans if targets[key])

    def credits(self, key: HabitKey | None) -> list[float]:
        """The credits of one habit, or with None those of the weeks; weeks without one are left out."""
        if key is None:
            return _quotients(self._means)
        if key == _FOLLOW.key:
            return _quotients(filter(None, self._follow))
        column = self._kept[HABIT[key].index]
        parts = (map(_CREDITS[targets[key]].__getitem__, column[part]) for part, targets in self._plans if targets[key])
        return list(chain.from_iterable(parts))

    @cached_property
    def _counted(self) -> list[int]:
        """The finished weeks that don't rest."""
        return self._weeks.counted()

    @cached_property
    def _kept(self) -> list[bytes]:
        """For each habit the days on which it was kept."""
        tallies = b"".join(map(self._weeks.tally, self._counted))
        return [tallies[habit.index :: len(HABITS)] for habit in HABITS]

    @cached_property
    def _plans(self) -> Sequence[tuple[slice, dict[HabitKey, int]]]:
        """The parts of a column in which one plan was in force, each with its targets."""
        return self._weeks.plans_in(self._counted)

    @cached_property
    def _follow(self) -> list[Share | None]:
        """The credits of `follow`; None where it rested or was paused."""
        dues = self._weeks.due_in(self._counted)
        shares: list[Share | None] = [
            due if due[1] else (1, 1) if kept else None
            for due, kept in zip(dues, self._kept[_FOLLOW.index], strict=True)
        ]
        for part, targets in self._plans:
            if not targets[_FOLLOW.key]:
                shares[part] = [None] * len(shares[part])
        return shares

    @cached_property
    def _means(self) -> list[Share]:
        """The means of the credits of each week, those without any left out."""
        sums: list[int] = []
        counts: list[int] = []
        for part, targets in self._plans:
            columns = [map(_PARTS[targets[habit.key]].__getitem__, self._kept[habit.index][part]) for habit in _OTHERS]
            sums += map(sum, zip(*columns, strict=True))
            counts += repeat(sum(targets[habit.key] > 0 for habit in _OTHERS), len(sums) - len(counts))
        means = []
        for parts, count, follow in zip(sums, counts, self._follow, strict=True):
            if follow:
                handled, due = follow
                means.append((parts * due + _WHOLE * handled, _WHOLE * due * (count + 1)))
            elif count:
                means.append((parts, _WHOLE * count))
        return means


def _quotients(shares: Iterable[Share]) -> list[float]:
    """Fractions as numbers."""
    return [part / whole for part, whole in shares]

"""The weeks of a book: scored when they are first asked for, and again only when a change touches them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from netpractice.domain.changes import Image
from netpractice.domain.days import week_ordinal
from netpractice.domain.dues import Dues
from netpractice.domain.evidence import Evidence
from netpractice.domain.records import FollowUp, HabitKey, Plan, Records, RestWeek
from netpractice.domain.scorecard import WeekFacts, WeekScore, plan_history, score_week, tally


class Weeks:
    """Weeks as they stand on a day. A week is named by the ordinal of its first day."""

    def __init__(self, records: Records, evidence: Evidence, today: date, week_start: int) -> None:
        """Lay out the weeks up to that of `today`, each beginning on a weekday."""
        self._records = records
        self._evidence = evidence
        self._today = today.toordinal()
        self.week_start = week_start
        """The first day of a week, 0 for Monday to 6 for Sunday."""
        self.running = self.week_of(today)
        """The running week."""
        self.first = self._first_written()
        """The week of the first record, or None if nothing has been written down by today."""
        self._scores: dict[int, WeekScore] = {}
        self._tallies: dict[int, bytes] = {}
        self._dues = Dues(records.followups.values(), self._today, week_start)
        self._read()

    def week_of(self, day: date) -> int:
        """The week that a day is in."""
        return week_ordinal(day.toordinal(), self.week_start)

    def targets(self, week: int) -> dict[HabitKey, int]:
        """The plan in force in a week."""
        return self._plans[bisect_right(self._starts, week) - 1]

    def score(self, week: int) -> WeekScore:
        """The score of any week; one that hasn't begun, or was before the first record, has none."""
        score = self._scores.get(week)
        if score is None:
            score = self._scores[week] = score_week(self._facts(week))
        return score

    def counted(self) -> list[int]:
        """The weeks from the first one to that before the running one, without those that rest."""
        first = self.running if self.first is None else self.first
        return [week for week in range(first, self.running, 7) if week not in self._rests]

    def tally(self, week: int) -> bytes:
        """The days of a finished week on which each habit was kept."""
        kept = self._tallies.get(week)
        if kept is None:
            kept = self._tallies[week] = tally(self._evidence.span(week, week + 6))
        return kept

    def due_in(self, weeks: Sequence[int]) -> list[tuple[int, int]]:
        """For each of some weeks, the earliest first, how many follow-ups were handled in it, and of how many due."""
        return self._dues.in_weeks(weeks)

    def plans_in(self, weeks: Sequence[int]) -> list[tuple[slice, dict[HabitKey, int]]]:
        """The parts of a sequence of weeks, in order, in which one plan is in force, each with its targets."""
        edges = [*(bisect_left(weeks, start) for start in self._starts), len(weeks)]
        return [(slice(*part), plan) for part, plan in zip(pairwise(edges), self._plans, strict=True)]

    def update(self, images: Iterable[Image], days: Iterable[int]) -> bool:
        """Follow a change of the records that changed the evidence of `days`; True if it touched what is finished."""
        touched = {week_ordinal(day, self.week_start) for day in days}
        for week in touched:
            self._scores.pop(week, None)
            self._tallies.pop(week, None)
        is_past = any(week < self.running for week in touched)
        shared = [image for image in images if isinstance(image.some, FollowUp | RestWeek | Plan)]
        for image in shared:
            is_past |= not isinstance(image.some, FollowUp) or self._dues.update(image)
        first = self._first_written()
        if shared or first != self.first:
            is_past |= first != self.first
            self.first = first
            self._scores.clear()
            self._read()
        return is_past

    def _first_written(self) -> int | None:
        """The week of the first record as the evidence has it now."""
        first = self._evidence.first_day
        return None if first is None or first.toordinal() > self._today else self.week_of(first)

    def _read(self) -> None:
        """Read what all weeks share: which of them rest, and the plans."""
        self._rests = {self.week_of(rest.day) for rest in self._records.rest_weeks.values()}
        history = plan_history(self._records.plans.values())
        self._plans = [targets for _, targets in history]
        self._starts = [start.toordinal() for start, _ in history]

    def _facts(self, week: int) -> WeekFacts:
        """What a week is scored from."""
        ((handled, due),) = self.due_in([week])
        return WeekFacts(
            week=date.fromordinal(week),
            days=self._evidence.span(week, min(week + 6, self._today)),
            targets=self.targets(week),
            due=due,
            handled=handled,
            rest=week in self._rests,
            begun=self.first is not None and self.first <= week <= self.running,
            finished=week < self.running,
        )

"""The weeks of a book, scored: worked out when they are first asked for, and again only when a change touches them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from netpractice.domain.changes import Image
from netpractice.domain.days import week_ordinal
from netpractice.domain.evidence import Evidence
from netpractice.domain.followups import due_weeks
from netpractice.domain.records import FollowUp, HabitKey, Plan, Record, Records, RestWeek
from netpractice.domain.scorecard import WeekFacts, WeekScore, plan_history, score_week


class Weeks:
    """Weeks as they stand on a day. A week is named by the ordinal of its first day."""

    def __init__(self, records: Records, evidence: Evidence, today: date, week_start: int) -> None:
        """Lay out the weeks up to that of `today`, each beginning on the weekday `week_start`."""
        self._records = records
        self._evidence = evidence
        self._today = today.toordinal()
        self._week_start = week_start
        self.running = self.week_of(today)
        """The running week."""
        self.first = self.first_written()
        """The week of the first record, or None if nothing has been written down by today."""
        self._scores: dict[int, WeekScore] = {}
        self._handled: defaultdict[int, int] = defaultdict(int)
        self._edges: defaultdict[int, int] = defaultdict(int)
        for followup in records.followups.values():
            self._count(followup, 1)
        self._read()

    def week_of(self, day: date) -> int:
        """The week that a day is in."""
        return week_ordinal(day.toordinal(), self._week_start)

    def first_written(self) -> int | None:
        """The week of the first record as the evidence has it now; a change that moves it needs new weeks."""
        first = self._evidence.first_day
        return None if first is None or first.toordinal() > self._today else self.week_of(first)

    def targets(self, week: int) -> dict[HabitKey, int]:
        """The plan in force in a week."""
        return self._plans[bisect_right(self._starts, week) - 1][1]

    def score(self, week: int) -> WeekScore:
        """The score of any week; one that hasn't begun, or was before the first record, has none."""
        score = self._scores.get(week)
        if score is None:
            score = self._scores[week] = score_week(self._facts(week))
        return score

    def finished(self) -> list[WeekScore]:
        """The scores from the first week to the one before the running week."""
        first = self.running if self.first is None else self.first
        return [self.score(week) for week in range(first, self.running, 7)]

    def update(self, images: Iterable[Image], days: Iterable[int]) -> set[int]:
        """Follow a change of the records that changed the evidence of `days`; returns the weeks that it touched."""
        touched = {week_ordinal(day, self._week_start) for day in days}
        shared = [image for image in images if isinstance(image.some, FollowUp | RestWeek | Plan)]
        for image in shared:
            touched.update(week for week, _ in self._claims(image.before) ^ self._claims(image.after))
            touched.update(self._scope(image.before), self._scope(image.after))
            self._count(image.before, -1)
            self._count(image.after, 1)
        if shared:
            self._read()
        for week in touched:
            self._scores.pop(week, None)
        return touched

    def _claims(self, record: Record | None) -> set[tuple[int, bool]]:
        """The weeks in which a follow-up is due, each with whether it is handled; none for another record."""
        if not isinstance(record, FollowUp):
            return set()
        spans = due_weeks(record, self._today, self._week_start)
        return {(week, span.handled) for span in spans for week in range(span.first, span.last + 7, 7)}

    def _scope(self, record: Record | None) -> list[int]:
        """The weeks that a rest week or a plan is about; none for another record."""
        if isinstance(record, RestWeek):
            return [self.week_of(record.day)]
        if isinstance(record, Plan):
            return [week for week in self._scores if week >= record.start.toordinal()]
        return []

    def _count(self, record: Record | None, times: int) -> None:
        """Count a follow-up where its weeks begin and end, or with -1 take it out again."""
        if isinstance(record, FollowUp):
            for span in due_weeks(record, self._today, self._week_start):
                self._edges[span.first] += times
                self._edges[span.last + 7] -= times
                if span.handled:
                    self._handled[span.first] += times

    def _read(self) -> None:
        """Read what all weeks share: how many follow-ups are due in each, which of them rest, and the plans."""
        weeks = range(min(self._edges, default=self.running), self.running + 7, 7)
        self._due = dict(zip(weeks, accumulate(self._edges.get(week, 0) for week in weeks), strict=True))
        self._rests = {self.week_of(rest.day) for rest in self._records.rest_weeks.values()}
        self._plans = plan_history(self._records.plans.values())
        self._starts = [start.toordinal() for start, _ in self._plans]

    def _facts(self, week: int) -> WeekFacts:
        """What a week is scored from."""
        return WeekFacts(
            week=date.fromordinal(week),
            days=self._evidence.span(week, min(week + 6, self._today)),
            targets=self.targets(week),
            due=self._due.get(week, 0),
            handled=self._handled.get(week, 0),
            rest=week in self._rests,
            begun=self.first is not None and self.first <= week <= self.running,
            finished=week < self.running,
        )

"""How many follow-ups are due in each week and how many of them are handled, counted as far back as anybody asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, repeat

from netpractice.domain.changes import Image
from netpractice.domain.days import week_ordinal
from netpractice.domain.followups import Span, due_weeks, is_open
from netpractice.domain.records import FollowUp, Record

RECENT = 52
"""How many weeks are counted from the first. Hardly any run that is shown every day reaches further back."""


class Dues:
    """The follow-ups of a book as they stand on a day, by week. A week is named by the ordinal of its first day."""

    def __init__(self, followups: Iterable[FollowUp], today: int, week_start: int) -> None:
        """Count recent weeks; `today` is an ordinal, `week_start` 0 for Monday to 6 for Sunday."""
        self._today = today
        self._week_start = week_start
        self._running = week_ordinal(today, week_start)
        self._since = max(1, self._running - 7 * RECENT)
        self._since_day = date.fromordinal(self._since)
        self._settled: dict[str, FollowUp] = {}
        self._edges: defaultdict[int, int] = defaultdict(int)
        self._handled: defaultdict[int, int] = defaultdict(int)
        self._due: dict[int, int] | None = None
        for followup in followups:
            if self._is_settled(followup):
                self._settled[followup.id] = followup
            else:
                self._count(due_weeks(followup, today, week_start), 1)

    def in_weeks(self, weeks: Sequence[int]) -> list[tuple[int, int]]:
        """For each of some weeks, the earliest first, how many follow-ups were handled in it, and of how many due."""
        if weeks and weeks[0] < self._since:
            self._count_all()
        if self._due is None:
            known = range(min(self._edges, default=self._running), self._running + 7, 7)
            self._due = dict(zip(known, accumulate(self._edges.get(week, 0) for week in known), strict=True))
        return list(zip(map(self._handled.get, weeks, repeat(0)), map(self._due.get, weeks, repeat(0)), strict=True))

    def update(self, image: Image) -> bool:
        """Follow a change of a follow-up; False if it is sure to leave finished weeks as they are."""
        before, after = self._take_out(image.before), self._take_in(image.after)
        self._due = None
        return self._finished(before) != self._finished(after)

    def _take_out(self, record: Record | None) -> list[Span]:
        """Count a follow-up no longer; the result is the weeks in which it was due."""
        if not isinstance(record, FollowUp):
            return []
        spans = due_weeks(record, self._today, self._week_start)
        if self._settled.pop(record.id, None) is None:
            self._count(spans, -1)
        return spans

    def _take_in(self, record: Record | None) -> list[Span]:
        """Count a follow-up, or keep it until somebody asks; the result is the weeks in which it is due."""
        if not isinstance(record, FollowUp):
            return []
        spans = due_weeks(record, self._today, self._week_start)
        if self._is_settled(record):
            self._settled[record.id] = record
        else:
            self._count(spans, 1)
        return spans

    def _is_settled(self, followup: FollowUp) -> bool:
        """True for one that was closed before the weeks that are counted, and not touched again."""
        for step in followup.steps:
            if step.day >= self._since_day:
                return False
        return not is_open(followup)

    def _count_all(self) -> None:
        """Count what was settled long ago, too; from now on everything is."""
        self._since, self._since_day = 1, date.min
        for followup in self._settled.values():
            self._count(due_weeks(followup, self._today, self._week_start), 1)
        self._settled.clear()
        self._due = None

    def _count(self, spans: Iterable[Span], times: int) -> None:
        """Count a follow-up where its weeks begin and end, or with -1 take it out again."""
        for span in spans:
            self._edges[span.first] += times
            self._edges[span.last + 7] -= times
            if span.handled:
                self._handled[span.first] += times

    def _finished(self, spans: Iterable[Span]) -> list[Span]:
        """Spans as far as they are in finished weeks."""
        return [Span(s.first, min(s.last, self._running - 7), s.handled) for s in spans if s.first < self._running]

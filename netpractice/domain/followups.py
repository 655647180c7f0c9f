"""The states of a follow-up, read from its steps.

A follow-up is open until a step closes it: `done`, `told` or `let go`; a lead only by telling the giver what came of it
or by letting go, since acting alone leaves the giver without an answer. A step `reopened` opens it again. Steps count in
the order of their days, so one that is written late takes its proper place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias, cast

import msgspec

from netpractice.domain.days import week_ordinal
from netpractice.domain.records import FollowUp, Step, StepKind

Outcome: TypeAlias = Literal["done", "told", "let go"]

ACTS: frozenset[StepKind] = frozenset({"acted", "told", "done", "let go"})
"""The steps by which a follow-up is followed through; a snooze or a reopening isn't one."""

_CLOSING: frozenset[StepKind] = frozenset({"done", "told", "let go"})
_CLOSING_LEAD: frozenset[StepKind] = frozenset({"told", "let go"})


def closing_steps(followup: FollowUp) -> frozenset[StepKind]:
    """The kinds of step that close a follow-up of this kind."""
    return _CLOSING_LEAD if followup.kind == "lead" else _CLOSING


def in_order(followup: FollowUp) -> Sequence[Step]:
    """The steps by day, those of one day in the order of writing."""
    return followup.steps if len(followup.steps) < 2 else sorted(followup.steps, key=lambda step: step.day)


def closing(followup: FollowUp, by: date = date.max) -> Step | None:
    """The step that closed it, as things stood at the end of the day `by`; None while it was open."""
    closes = closing_steps(followup)
    found: Step | None = None
    for step in in_order(followup):
        if step.day > by:
            break
        if step.kind == "reopened":
            found = None
        elif found is None and step.kind in closes:
            found = step
    return found


def is_open(followup: FollowUp) -> bool:
    """True while nothing has closed it."""
    return closing(followup) is None


def closed_on(followup: FollowUp) -> date | None:
    """The day on which it was closed, or None while it is open."""
    step = closing(followup)
    return step.day if step else None


def outcome(followup: FollowUp) -> Outcome | None:
    """How it was closed, or None while it is open."""
    step = closing(followup)
    return cast("Outcome", step.kind) if step else None


def acted_on(followup: FollowUp) -> date | None:
    """The last day on which it was acted on, or None if it never was."""
    return max((step.day for step in followup.steps if step.kind == "acted"), default=None)


def due_as_of(followup: FollowUp, day: date) -> date:
    """The due day as it stood at the end of `day`: the latest snooze until then, else the first due day."""
    due = followup.due
    for step in in_order(followup):
        if step.day > day:
            break
        if step.kind == "snoozed" and step.until is not None:
            due = step.until
    return due


class Span(msgspec.Struct, frozen=True):
    """Consecutive weeks in which a follow-up counts as due. Weeks are the ordinals of their first days."""

    first: int
    last: int
    """The last week, included."""
    handled: bool
    """True if it was closed by the end of these weeks."""


def due_weeks(followup: FollowUp, today: int, week_start: int) -> list[Span]:
    """The weeks in which a follow-up counts as due, up to the running one, in order and without overlap.

    It is due in a week if it was open in it at any time, opened by its end, and due by its end; what is due is what the
    week knew: a later snooze changes nothing. The running week ends today, and what is dated later isn't there yet.

    Args:
        followup: the follow-up.
        today: the ordinal of the current practice day.
        week_start: 0 for Monday to 6 for Sunday.
    """
    opened = followup.opened.toordinal()
    if opened > today:
        return []
    walk = _Walk(followup, today, week_start)
    for step in in_order(followup):
        day = step.day.toordinal()
        if day > today:
            break
        walk.take(step, week_ordinal(day, week_start))
    return walk.end()


class _Walk:
    """A walk over the steps of a follow-up, week by week, that gathers the spans in which it is due."""

    def __init__(self, followup: FollowUp, today: int, week_start: int) -> None:
        """Begin in the week of the opening."""
        self._closes = closing_steps(followup)
        self._today = today
        self._week_start = week_start
        self._due = followup.due.toordinal()
        self._week = week_ordinal(followup.opened.toordinal(), week_start)
        self._closed = False
        self._was_open = True
        self._spans: list[Span] = []

    def take(self, step: Step, week: int) -> None:
        """Go on to the step's week and let the step change the state."""
        if week > self._week:
            self._leave_until(week)
        if step.kind == "reopened":
            self._closed = False
        elif step.kind == "snoozed":
            self._due = step.until.toordinal() if step.until else self._due
        elif step.kind in self._closes:
            self._closed = True
        # A step dated before the opening is older than the week of the opening and only tells how that week began.
        self._was_open = not self._closed if week < self._week else self._was_open or not self._closed

    def end(self) -> list[Span]:
        """Go on to the running week and return what was gathered."""
        self._leave_until(week_ordinal(self._today, self._week_start) + 7)
        return self._spans

    def _leave_until(self, week: int) -> None:
        """Account for the present week and for those without steps before `week`, which becomes the present one."""
        if self._was_open and self._due <= min(self._week + 6, self._today):
            self._spans.append(Span(self._week, self._week, self._closed))
        if not self._closed and self._due <= self._today:
            first = max(self._week + 7, week_ordinal(self._due, self._week_start))
            if first < week:
                self._spans.append(Span(first, week - 7, handled=False))
        self._week = week
        self._was_open = not self._closed

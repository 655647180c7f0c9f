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


def closing(followup: FollowUp) -> Step | None:
    """The step that closed it, or None while it is open."""
    closes = closing_steps(followup)
    found: Step | None = None
    for step in in_order(followup):
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


class Span(msgspec.Struct, frozen=True, gc=False):
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
    closes = closing_steps(followup)
    due = followup.due.toordinal()
    week = week_ordinal(opened, week_start)
    was_open, closed = True, False
    spans: list[Span] = []
    for step in in_order(followup):
        day = step.day.toordinal()
        if day > today:
            break
        at = week_ordinal(day, week_start)
        if at > week:
            if was_open and due <= today:
                spans += _due_from(week, week if closed else at - 7, closed, week_ordinal(due, week_start))
            week, was_open = at, not closed
        if step.kind == "reopened":
            closed = False
        elif step.kind == "snoozed":
            due = step.until.toordinal() if step.until else due
        elif step.kind in closes:
            closed = True
        # A step dated before the week of the opening only tells how that week began.
        was_open = not closed or (was_open and at == week)
    if was_open and due <= today:
        last = week if closed else week_ordinal(today, week_start)
        spans += _due_from(week, last, closed, week_ordinal(due, week_start))
    return spans


def _due_from(week: int, last: int, closed: bool, due: int) -> list[Span]:
    """The weeks from `week` to `last` from the week `due` on, none if it comes later."""
    first = max(week, due)
    return [Span(first, last, closed)] if first <= last else []

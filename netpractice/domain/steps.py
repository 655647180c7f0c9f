"""What can be done with a follow-up in each state, what doing it changes, and its story in words.

| state | promise, met, help | lead |
|---|---|---|
| open | done · acted · snoozed · let go | acted · told · snoozed · let go |
| acted | done · acted · snoozed · let go | told · acted · snoozed · let go |
| closed | reopened | reopened |

The first of each row is what Enter does. Acting on a promise says only that it has begun. Acting on a lead leaves its
giver to be told, for which a week is given; telling the giver of a lead that nobody acted on writes both. Every open
follow-up can be closed and every closed one opened again, whatever the days of the steps that are there.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import DAY, WEEK, month
from netpractice.domain.errors import InputError
from netpractice.domain.followups import acted_on, closing_steps, due_as_of, in_order, is_open
from netpractice.domain.records import FollowUp, FollowUpKind, Step, StepKind

State: TypeAlias = Literal["open", "acted", "closed"]

TIME_TO_TELL = WEEK
"""How long after acting on a lead its giver is to be told what came of it, unless it is due later anyway."""

TIME_TO_KEEP = WEEK
"""When a promise, a lead or a way to help is due after it was opened, if no other day was named."""

_POSSIBLE: dict[State, tuple[StepKind, ...]] = {
    "open": ("done", "acted", "snoozed", "let go"),
    "acted": ("done", "acted", "snoozed", "let go"),
    "closed": ("reopened",),
}
_POSSIBLE_LEAD: dict[State, tuple[StepKind, ...]] = {
    "open": ("acted", "told", "snoozed", "let go"),
    "acted": ("told", "acted", "snoozed", "let go"),
    "closed": ("reopened",),
}


def state_of(followup: FollowUp) -> State:
    """Whether it is closed, and while it is open whether it was ever acted on."""
    if not is_open(followup):
        return "closed"
    return "open" if acted_on(followup) is None else "acted"


def possible(followup: FollowUp) -> tuple[StepKind, ...]:
    """The kinds of step that it can take now; the first is the one to expect."""
    table = _POSSIBLE_LEAD if followup.kind == "lead" else _POSSIBLE
    return table[state_of(followup)]


def take(
    followup: FollowUp, kind: StepKind, day: date, *, until: date | None = None, note: str = "", conversation: str = ""
) -> FollowUp:
    """A follow-up after a step.

    Args:
        followup: the follow-up as it is.
        kind: the step.
        day: the day of the step; steps that it would have to undo but that are dated later move it to their day.
        until: the new due day, for a snooze.
        note: one line, clean.
        conversation: the id of the conversation that made it so.

    Raises:
        InputError: it can't take this step now.
    """
    if kind not in possible(followup):
        raise refusal(followup, kind)
    day = max(day, _latest(followup, kind))
    steps = [Step(day=day, kind=kind, until=until, note=note, conversation=conversation)]
    if followup.kind == "lead":
        if kind == "told" and acted_on(followup) is None:
            steps.insert(0, Step(day=day, kind="acted"))
        if kind == "acted" and due_as_of(followup, date.max) < day + TIME_TO_TELL:
            snoozed = max(day, _latest(followup, "snoozed"))
            steps.append(Step(day=snoozed, kind="snoozed", until=day + TIME_TO_TELL))
    return msgspec.structs.replace(followup, steps=(*followup.steps, *steps))


def refusal(followup: FollowUp, kind: StepKind) -> InputError:
    """Why it can't take a step now."""
    if not is_open(followup):
        return InputError("this follow-up is closed", way_out="Open it again first")
    if kind == "reopened":
        return InputError("this follow-up is open")
    if kind == "done":
        return InputError(
            "a lead is closed by telling its giver what came of it",
            way_out="Take told when they know, acted when you have followed it, or let it go on purpose",
        )
    return InputError("only a lead has a giver to tell", way_out="Take done, or let it go on purpose")


def first_due(kind: FollowUpKind, opened: date, met_hours: int) -> date:
    """The day on which a follow-up is due if nobody named one: that on which a new person's hours are over, or in a week."""
    return opened + -(-met_hours // 24) * DAY if kind == "met" else opened + TIME_TO_KEEP


def story(followup: FollowUp, giver: str, today: date) -> tuple[str, ...]:
    """What happened to it, the oldest first: `heard 3 Nov`, `acted 5 Nov: wrote`, `told Ana 9 Nov: it led nowhere`.

    Args:
        followup: the follow-up.
        giver: whom it is about, by name; empty if that is nobody on the roster.
        today: the day it is told on; days of other years get their year.
    """
    told = [f"{_OPENED[followup.kind]} {_short(followup.opened, today)}"]
    before: Step | None = None
    for step in in_order(followup):
        if not _gives_time_to_tell(followup, before, step):
            note = f": {step.note}" if step.note else ""
            told.append(f"{_step_words(step, giver or 'the giver', today)}{note}")
        before = step
    return tuple(told)


_OPENED: dict[FollowUpKind, str] = {"met": "met", "promise": "promised", "lead": "heard", "help": "noticed"}


def _step_words(step: Step, giver: str, today: date) -> str:
    """A step and its day."""
    if step.kind == "snoozed":
        return f"put off to {_short(step.until, today)}" if step.until else f"put off {_short(step.day, today)}"
    words = {"told": f"told {giver}", "reopened": "opened again", "let go": "let go on purpose"}
    return f"{words.get(step.kind, step.kind)} {_short(step.day, today)}"


def _gives_time_to_tell(followup: FollowUp, before: Step | None, step: Step) -> bool:
    """True for the snooze that acting on a lead brings with it."""
    if followup.kind != "lead" or step.kind != "snoozed" or before is None or before.kind != "acted":
        return False
    return step.day == before.day and step.until == step.day + TIME_TO_TELL and not step.note


def _short(day: date, today: date) -> str:
    """A day as briefly as it can be told, `3 Nov`, with its year if that isn't this one."""
    return f"{day.day} {month(day)}" + (f" {day.year}" if day.year != today.year else "")


def _latest(followup: FollowUp, kind: StepKind) -> date:
    """The last day of the steps that a new step of this kind has to follow in order to count."""
    overruled = {"snoozed": {"snoozed"}, "reopened": closing_steps(followup)}.get(kind, {"reopened"})
    return max((step.day for step in followup.steps if step.kind in overruled), default=date.min)

"""What can be done on Today."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.domain.habits import HABITS
from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "habit": Group(keys="1-6", name="Habit", does="Tick a habit kept; again takes the tick back."),
    "attitude": Group(keys="0-4", name="How open?", does="After 3: from 0, closed, to 4, wide open."),
    "day": Group(keys="h l", name="Day", does="Look at the day before, or the day after."),
}
"""The groups by key."""


def _tick_actions() -> Iterator[Action]:
    """Make the actions that tick habits and set the attitude."""
    for habit in HABITS:
        does = "Write down the attitude: then 0 to 4." if habit.key == "open" else "Tick it, or take the tick back."
        yield Action(
            id=f"today.tick.{habit.number}", keys=str(habit.number), name=habit.name, does=does, where="today",
            run=f"tick('{habit.key}')", footer="Habit", group="habit", quick=True,
        )  # fmt: skip
    for level in range(5):
        yield Action(
            id=f"today.attitude.{level}", keys=str(level), name=f"Attitude {level}", does=f"After 3: {level} of 4.",
            where="today", run=f"attitude({level})", footer="How open?", group="attitude", quick=True,
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_tick_actions(),
    Action(
        id="today.attitude.clear", keys="backspace", name="Attitude: none",
        does="After 3: take the day's attitude back.", where="today", run="attitude(-1)", footer="None",
    ),
    Action(
        id="today.attitude.leave", keys="escape", name="Attitude as is", does="After 3: leave it as it is.",
        where="today", run="leave_attitude", footer="Leave it",
    ),
    Action(
        id="today.done", keys="enter", name="Do it", does="Done, told or in touch; then the next one.",
        where="today", run="done", footer="Do it",
    ),
    Action(
        id="today.snooze", keys="s", name="Snooze", does="Put what is due off until tomorrow.", where="today",
        run="snooze", footer="Snooze",
    ),
    Action(
        id="today.put_off", keys="w", name="Put off", does="Put what is due off to a day in words.", where="today",
        run="put_off",
    ),
    Action(
        id="today.not_now", keys="x", name="Not now", does="Don't name this person for a month.", where="today",
        run="not_now",
    ),
    Action(
        id="today.intention", keys="i", name="Intention", does="Write what you mean to do today.", where="today",
        run="intention",
    ),
    Action(
        id="today.reflection", keys="e", name="Evening line", does="Write a line about how the day went.",
        where="today", run="reflection",
    ),
    Action(
        id="today.pass", keys="p", name="Pass", does="A day off that the daily run bridges.",
        where="today", run="pass_day",
    ),
    Action(
        id="today.earlier", keys="h,left", name="The day before", does="Look at the day before this one.",
        where="today", run="day(-1)", group="day", quick=True,
    ),
    Action(
        id="today.later", keys="l,right", name="The day after", does="Look at the day after this one.",
        where="today", run="day(1)", group="day", quick=True,
    ),
)  # fmt: skip
"""In the order in which help lists them."""

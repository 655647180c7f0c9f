"""What can be done on the scorecard."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.domain.habits import HABITS
from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "row": Group(keys="1-6", name="Habit", does="Go to a habit, and see why its week stands so."),
    "week": Group(keys="h l", name="Week", does="Go to the week before, or to the week after."),
    "line": Group(keys="j k", name="Line", does="Go to the next line, or to the one before."),
}
"""The groups by key."""


def _row_actions() -> Iterator[Action]:
    """Make the actions that go to a habit."""
    for habit in HABITS:
        yield Action(
            id=f"scorecard.row.{habit.number}", keys=str(habit.number), name=habit.name,
            does="Go to this habit: why does it stand so?", where="scorecard", run=f"row({habit.index})",
            footer="Habit", group="row", quick=True,
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_row_actions(),
    Action(
        id="scorecard.before", keys="h,left", name="The week before", does="Go to the week before.", where="scorecard",
        run="week(-1)", footer="Week", group="week", quick=True,
    ),
    Action(
        id="scorecard.after", keys="l,right", name="The week after", does="Go to the week after.", where="scorecard",
        run="week(1)", footer="Week", group="week", quick=True,
    ),
    Action(
        id="scorecard.down", keys="j,down", name="Down", does="Go to the next line.", where="scorecard", run="line(1)",
        group="line", quick=True,
    ),
    Action(
        id="scorecard.up", keys="k,up", name="Up", does="Go to the line before.", where="scorecard", run="line(-1)",
        group="line", quick=True,
    ),
    Action(
        id="scorecard.first", keys="g,home", name="The first week", does="Go to the first week that is shown.",
        where="scorecard", run="edge(False)",
    ),
    Action(
        id="scorecard.now", keys="G,end", name="This week", does="Go to the running week.", where="scorecard",
        run="edge(True)",
    ),
    Action(
        id="scorecard.why", keys="enter", name="Why?", does="Go to the days below; Enter there opens one.",
        where="scorecard", run="why", footer="Why?",
    ),
    Action(
        id="scorecard.view", keys="v", name="Another view", does="Days, bars, the year, and how it is computed.",
        where="scorecard", run="view", footer="View",
    ),
    Action(
        id="scorecard.edit", keys="E", name="Edit a day", does="Open the day on Today, to add to it.",
        where="scorecard", run="edit_day", footer="Edit",
    ),
    Action(
        id="scorecard.pass", keys="p", name="Pass", does="Make the day a pass, or take the pass back.",
        where="scorecard", run="pass_day", footer="Pass",
    ),
    Action(
        id="scorecard.rest", keys="r", name="Rest week", does="Leave the week unscored, or score it again.",
        where="scorecard", run="rest_week",
    ),
    Action(
        id="scorecard.target", keys="t", name="Target", does="Change the plan from next week on.", where="scorecard",
        run="target", footer="Target",
    ),
    Action(
        id="scorecard.leave_why", keys="escape", name="Back to weeks", does="Leave the days, back to the weeks.",
        where="scorecard", run="leave_why",
    ),
    Action(
        id="scorecard.copy", keys="y", name="Copy", does="Copy the line as text.", where="scorecard", run="copy_row",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

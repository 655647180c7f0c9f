"""What can be done on the week."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "weeks": Group(keys="h l", name="Week", does="Go to the week before, or to the week after."),
    "traps": Group(keys="j k", name="Traps", does="Go down to the traps; a key there repairs one."),
}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="week.guided", keys="enter", name="Review", does="Go through what is open, one thing at a time.",
        where="week", run="guided", footer="Review",
    ),
    Action(
        id="week.before", keys="h,left", name="The week before", does="Look at the week before.", where="week",
        run="week(-1)", footer="Week", group="weeks",
    ),
    Action(
        id="week.after", keys="l,right", name="The week after", does="Look at the week after.", where="week",
        run="week(1)", footer="Week", group="weeks",
    ),
    Action(
        id="week.down", keys="j,down", name="To the traps", does="Go down to the traps.", where="week",
        run="traps", footer="Traps", group="traps",
    ),
    Action(
        id="week.up", keys="k,up", name="Up to the traps", does="Go to the last of the traps.", where="week",
        run="traps(True)", footer="Traps", group="traps",
    ),
    Action(
        id="week.repair", keys="w", name="Repair", does="Write down what ends the trap, as Enter does.",
        where="week", run="repair", footer="Repair",
    ),
    Action(
        id="week.leave_row", keys="x", name="Let go", does="Let it go on purpose, or not for a month.",
        where="week", run="leave_row", footer="Let go",
    ),
    Action(
        id="week.visit", keys="o", name="Open", does="Open the person, or the follow-up.", where="week",
        run="visit", footer="Open",
    ),
    Action(
        id="week.leave_traps", keys="escape", name="Back to week", does="Leave the traps, back to the week.",
        where="week", run="leave_traps",
    ),
    Action(
        id="week.if_then", keys="i", name="If-then", does="Write a plan for next week: if, then.", where="week",
        run="if_then", footer="If-then",
    ),
    Action(
        id="week.lesson", keys="e", name="Lesson", does="Write what the week taught you.", where="week",
        run="lesson", footer="Lesson",
    ),
    Action(
        id="week.page", keys="v", name="The page", does="Read the week's page; Enter keeps it.", where="week",
        run="page", footer="Page",
    ),
    Action(
        id="week.markdown", keys="m", name="Copy the week", does="Copy the week as Markdown.", where="week",
        run="markdown", footer="Markdown",
    ),
    Action(
        id="week.copy", keys="y", name="Copy", does="Copy the line as text.", where="week", run="copy_row",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

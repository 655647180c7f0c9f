"""What can be done while a filter is typed."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="filter.keep", keys="enter,down", name="Keep filter", does="Go to the list with what was found.",
        where="filter", run="keep", footer="Keep it",
    ),
    Action(
        id="filter.clear", keys="escape", name="Clear filter", does="Show the whole list again.", where="filter",
        run="clear", footer="Clear it",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

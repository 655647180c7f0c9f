"""What can be done in the favour ledger."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="favours.edit", keys="e,enter", name="Edit", does="Change what is written about the favour.",
        where="favours", run="edit", footer="Edit",
    ),
    Action(
        id="favours.add", keys="+", name="New", does="Write a favour given, received or asked for.",
        where="favours", run="add", footer="New",
    ),
    Action(
        id="favours.filter", keys="/", name="Filter", does="Find by words, who:, kind:, gave, asked.",
        where="favours", run="filter", footer="Filter",
    ),
    Action(
        id="favours.remove", keys="delete", name="Remove", does="Take it out; undo brings it back.",
        where="favours", run="remove",
    ),
    Action(
        id="favours.copy", keys="y", name="Copy", does="Copy the line as text.", where="favours", run="copy",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

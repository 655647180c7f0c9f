"""What can be done with events."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="events.edit", keys="e,enter", name="Edit", does="The mission before it, the debrief after it.",
        where="events", run="edit", footer="Edit",
    ),
    Action(
        id="events.add", keys="+", name="New", does="Write down an event you go to, with a mission.",
        where="events", run="add", footer="New",
    ),
    Action(
        id="events.batch", keys="b", name="Batch", does="Write its talks down, a person a line.",
        where="events", run="batch", footer="Batch",
    ),
    Action(
        id="events.remove", keys="delete", name="Remove", does="Take it out; undo brings it back.",
        where="events", run="remove",
    ),
    Action(
        id="events.copy", keys="y", name="Copy", does="Copy the event and what it gave as text.", where="events",
        run="copy",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

"""What can be done where two contacts become one."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="merge.lead", keys="tab,h,l", name="Who leads", does="Let the other's name and facts lead.",
        where="merge", run="lead", footer="Other way round",
    ),
    Action(
        id="merge.merge", keys="enter", name="Merge", does="Make one of the two; undo makes two again.", where="merge",
        run="merge", footer="Merge",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

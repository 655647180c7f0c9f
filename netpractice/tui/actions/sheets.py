"""What can be done on every page that lies over a screen."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="sheet.leave", keys="q,escape", name="Back", does="Close the page; what was done on it stays.", where="sheet",
        run="leave", footer="Back",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

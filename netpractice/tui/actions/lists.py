"""What can be done in every list."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="list.down", keys="j,down", name="Down", does="Go to the next line.", where="list",
        run="move(1)", quick=True,
    ),
    Action(
        id="list.up", keys="k,up", name="Up", does="Go to the line before.", where="list",
        run="move(-1)", quick=True,
    ),
    Action(
        id="list.first", keys="g,home", name="First", does="Go to the first line.", where="list", run="edge(False)",
    ),
    Action(
        id="list.last", keys="G,end", name="Last", does="Go to the last line.", where="list", run="edge(True)",
    ),
    Action(
        id="list.half_down", keys="ctrl+d,pagedown", name="Half page on", does="Go half a page on.",
        where="list", run="page(0.5)", quick=True,
    ),
    Action(
        id="list.half_up", keys="ctrl+u,pageup", name="Half page back", does="Go half a page back.", where="list",
        run="page(-0.5)", quick=True,
    ),
    Action(
        id="list.choose", keys="enter", name="Choose", does="Do what the line offers.",
        where="list", run="choose",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

"""What can be done on one person's card."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "person": Group(keys="h l", name="Person", does="Look at the person before, or the one after."),
}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="card.touch", keys="c", name="In touch today", does="Write down that you were in touch today.", where="card",
        run="touch", footer="In touch",
    ),
    Action(
        id="card.edit", keys="e", name="Edit", does="Change what is on the card.", where="card", run="edit",
        footer="Edit",
    ),
    Action(
        id="card.archive", keys="d", name="Archive", does="Put away, or bring back; all of it is kept.", where="card",
        run="archive", footer="Archive",
    ),
    Action(
        id="card.circle", keys="w", name="Circle", does="Say how warm it is: choose the circle.", where="card",
        run="circle",
    ),
    Action(
        id="card.tags", keys="t", name="Tags", does="Put tags on, or take some off.", where="card", run="tags",
    ),
    Action(
        id="card.rhythm", keys="r", name="Rhythm", does="Say how often to be in touch, or never.", where="card",
        run="rhythm",
    ),
    Action(
        id="card.remove", keys="delete", name="Remove", does="Take off the roster; undo brings back.", where="card",
        run="remove",
    ),
    Action(
        id="card.copy", keys="y", name="Copy", does="Copy the whole card as text.", where="card", run="copy",
    ),
    Action(
        id="card.previous", keys="h,left", name="Person before", does="Look at the one before in the list.",
        where="card", run="turn_to(-1)", footer="Person", group="person",
    ),
    Action(
        id="card.next", keys="l,right", name="Person after", does="Look at the one after in the list.", where="card",
        run="turn_to(1)", footer="Person", group="person",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

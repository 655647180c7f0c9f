"""What can be done on the roster."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "order": Group(keys="", name="Sorted", does="By turn, name, circle, contact, favours, age."),
}
"""The groups by key."""


ORDER_NAMES = {
    "due": "turn",
    "name": "name",
    "circle": "circle",
    "last": "last contact",
    "gave": "favours",
    "added": "latest added",
}
"""What each order of people goes by."""


def _order_actions() -> Iterator[Action]:
    """Make the actions that put people into an order at once."""
    for order, name in ORDER_NAMES.items():
        yield Action(
            id=f"roster.order.{order}", keys="", name=f"By {name}", does="Put people in this order.", where="roster",
            run=f"order('{order}')", group="order",
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    Action(
        id="roster.add", keys="a", name="Add", does="Add somebody; a name is enough.", where="roster", run="add",
        footer="Add",
    ),
    Action(
        id="roster.touch", keys="c", name="In touch today", does="Write down that you were in touch today.",
        where="roster", run="touch", footer="In touch",
    ),
    Action(
        id="roster.edit", keys="e", name="Edit", does="Change what is on the card.", where="roster", run="edit",
        footer="Edit",
    ),
    Action(
        id="roster.filter", keys="/", name="Filter", does="Find people by words, #tag, circle:warm, due.",
        where="roster", run="filter", footer="Filter",
    ),
    Action(
        id="roster.sort", keys="o", name="Next order", does="Put people in another order.", where="roster",
        run="next_order", footer="Order",
    ),
    *_order_actions(),
    Action(
        id="roster.mark", keys="space", name="Mark", does="Mark somebody, to do the same with several.",
        where="roster", run="mark",
    ),
    Action(
        id="roster.circle", keys="w", name="Circle", does="Say how warm it is: choose the circle.", where="roster",
        run="circle", footer="Circle",
    ),
    Action(
        id="roster.tags", keys="t", name="Tags", does="Put tags on, or take some off.", where="roster", run="tags",
        footer="Tags",
    ),
    Action(
        id="roster.rhythm", keys="r", name="Rhythm", does="Say how often to be in touch, or never.", where="roster",
        run="rhythm", footer="Rhythm",
    ),
    Action(
        id="roster.archive", keys="d", name="Archive", does="Put away, or bring back; all of it is kept.",
        where="roster", run="archive", footer="Archive",
    ),
    Action(
        id="roster.remove", keys="delete", name="Remove", does="Take off the roster; undo brings back.",
        where="roster", run="remove",
    ),
    Action(
        id="roster.merge", keys="m", name="Merge two", does="Make one of two who are the same person.",
        where="roster", run="merge", footer="Merge",
    ),
    Action(
        id="roster.copy", keys="y", name="Copy", does="Copy the line as text.", where="roster", run="copy",
    ),
    Action(
        id="roster.sorting", keys="s", name="Sorting round", does="Choose the circle of everybody imported.",
        where="roster", run="sorting",
    ),
    Action(
        id="roster.clear", keys="escape", name="Clear", does="Take the marks away, then the filter.",
        where="roster", run="clear",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

"""What can be done in the journal, and with one conversation that is read whole."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.tui.actions.action import Action, Group, Where

GROUPS: dict[str, Group] = {
    "talk": Group(keys="h l", name="Talk", does="Read the talk before, or the one after."),
}
"""The groups by key."""


def _talk_actions(where: Where) -> Iterator[Action]:
    """Make the actions on one conversation, in the list or where it is read whole."""
    yield Action(
        id=f"{where}.edit", keys="e", name="Edit", does="Change what is written about it.", where=where, run="edit",
        footer="Edit",
    )  # fmt: skip
    yield Action(
        id=f"{where}.remove", keys="d,delete", name="Remove", does="Take it out, with what came of it; u undoes.",
        where=where, run="remove", footer="Remove" if where == "talk" else "",
    )  # fmt: skip
    yield Action(
        id=f"{where}.copy", keys="y", name="Copy", does="Copy it as text.", where=where, run="copy",
        footer="Copy" if where == "talk" else "",
    )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_talk_actions("journal"),
    Action(
        id="journal.filter", keys="/", name="Search", does='Words, "phrase", #tag, @place, who:, from:.',
        where="journal", run="filter", footer="Search",
    ),
    Action(
        id="journal.view", keys="v", name="Another view", does="Reader, month, or this day in earlier years.",
        where="journal", run="view", footer="View",
    ),
    Action(
        id="journal.clear", keys="escape", name="Clear", does="Show all conversations again.", where="journal",
        run="clear",
    ),
    *_talk_actions("talk"),
    Action(
        id="talk.newer", keys="h,left", name="Talk before", does="Read the one before it in the list.", where="talk",
        run="turn_to(-1)", footer="Talk", group="talk",
    ),
    Action(
        id="talk.older", keys="l,right", name="Talk after", does="Read the one after it in the list.", where="talk",
        run="turn_to(1)", footer="Talk", group="talk",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

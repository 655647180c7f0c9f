"""What can be done while people are brought in from files: naming the files, telling columns, and looking first."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="import.complete", keys="tab,down", name="Complete", does="Take the next file or folder that fits.",
        where="import", run="complete(1)", footer="Complete",
    ),
    Action(
        id="import.complete_back", keys="shift+tab,up", name="The one before", does="Take the one before it.",
        where="import", run="complete(-1)",
    ),
    Action(
        id="import.read", keys="enter,ctrl+s", name="Read", does="Read it and look; nothing is written yet.",
        where="import", run="read", footer="Read it",
    ),
    Action(
        id="mapping.choose", keys="enter,space", name="What it holds", does="Say what is in the column.",
        where="mapping", run="choose", footer="What it holds",
    ),
    Action(
        id="mapping.next", keys="l,right", name="Next field", does="Take the next of what it may hold.",
        where="mapping", run="cycle(1)",
    ),
    Action(
        id="mapping.previous", keys="h,left", name="Field before", does="Take the one before it.", where="mapping",
        run="cycle(-1)",
    ),
    Action(
        id="mapping.nothing", keys="backspace", name="Nothing", does="Leave the column unread.", where="mapping",
        run="nothing", footer="Leave out",
    ),
    Action(
        id="mapping.read", keys="ctrl+s", name="Read", does="Read the table so, and look.", where="mapping",
        run="read", footer="Read it",
    ),
    Action(
        id="preview.carry_out", keys="ctrl+s", name="Import", does="Bring in what is taken; undo takes all back.",
        where="preview", run="carry_out", footer="Import",
    ),
    Action(
        id="preview.take", keys="space", name="Take or leave", does="Take somebody, or a change; or leave it.",
        where="preview", run="take", footer="Take/leave",
    ),
    Action(
        id="preview.open", keys="enter", name="Details", does="Open or close what is told of somebody.",
        where="preview", run="open", footer="Details",
    ),
    Action(
        id="preview.apart", keys="a", name="Somebody else", does="Not the same person: add them apart, or not.",
        where="preview", run="apart", footer="Apart",
    ),
    Action(
        id="preview.problems", keys="p", name="Problems", does="Show what couldn't be read, or people again.",
        where="preview", run="problems", footer="Problems",
    ),
    Action(
        id="preview.filter", keys="/", name="Filter", does="Find people by words, new, changed, same.",
        where="preview", run="filter", footer="Filter",
    ),
    Action(
        id="preview.take_all", keys="o", name="All or none", does="Take in, or leave out, all in the list.",
        where="preview", run="take_all", footer="All",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

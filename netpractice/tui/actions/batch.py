"""What can be done where several talks are written down."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="batch.save", keys="ctrl+s", name="Save all", does="Write all of it down, as one step for undo.",
        where="batch", run="save", footer="Save all",
    ),
    Action(
        id="batch.complete", keys="tab", name="Complete name", does="Complete the name; again takes the next one.",
        where="batch", run="complete", footer="Name",
    ),
    Action(
        id="batch.editor", keys="f4", name="In $EDITOR", does="Write the same text in $VISUAL or $EDITOR.",
        where="batch", run="editor", footer="$EDITOR",
    ),
    Action(
        id="batch.empty", keys="", name="Throw away", does="Empty the page; ^z brings the text back.", where="batch",
        run="empty",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

"""What can be done in a form."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="form.next", keys="tab,enter", name="Next field", does="Go to the next field.", where="form", run="next",
        footer="Next",
    ),
    Action(
        id="form.previous", keys="shift+tab", name="Field before", does="Go to the field before.", where="form",
        run="previous",
    ),
    Action(
        id="form.choose_next", keys="down", name="Next choice", does="Take the next of what may be meant.",
        where="form", run="choose(1)",
    ),
    Action(
        id="form.choose_previous", keys="up", name="Choice before", does="Take the one before it.", where="form",
        run="choose(-1)",
    ),
    Action(
        id="form.editor", keys="f4", name="In $EDITOR", does="Write the long text in $VISUAL or $EDITOR.",
        where="form", run="editor",
    ),
    Action(
        id="form.save", keys="ctrl+s", name="Save", does="Keep what is in the form.", where="form", run="save",
        footer="Save",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

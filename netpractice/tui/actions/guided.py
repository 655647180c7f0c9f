"""What can be done while a week is reviewed one thing at a time."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "scroll": Group(keys="j k", name="Up and down", does="Read on, or back."),
}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="guided.go_on", keys="enter", name="Go on", does="Take the first answer; at the end keep it.",
        where="guided", run="go_on", footer="Go on",
    ),
    Action(
        id="guided.let_go", keys="x", name="Let go", does="Let it go, on purpose; undo brings it back.",
        where="guided", run="give('let go')", footer="Let go",
    ),
    Action(
        id="guided.later", keys="z", name="Later", does="Be asked again another time.", where="guided",
        run="give('later')", footer="Later",
    ),
    Action(
        id="guided.skip", keys="s", name="Skip", does="Leave it as it is; the next comes.", where="guided",
        run="skip", footer="Skip",
    ),
    Action(
        id="guided.down", keys="j,down,pagedown", name="Read on", does="Read on.", where="guided", run="scroll(4)",
        group="scroll",
    ),
    Action(
        id="guided.up", keys="k,up,pageup", name="Read back", does="Read back.", where="guided", run="scroll(-4)",
        group="scroll",
    ),
    Action(
        id="guided.copy", keys="m", name="Copy the page", does="Copy the page as Markdown.", where="guided",
        run="copy_page", footer="Markdown",
    ),
    Action(
        id="guided.back", keys="u,shift+tab", name="A step back", does="Take the latest answer back and ask again.",
        where="guided", run="back", footer="Step back",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

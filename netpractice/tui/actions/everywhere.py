"""What can be done on every screen."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.tui.actions.action import SCREENS, Action, Group

GROUPS: dict[str, Group] = {
    "screen": Group(keys="T R J F S W", name="Go to", does="Open one of the six screens."),
    "turn": Group(keys="[ ]", name="Turn", does="Open the screen to the left, or to the right."),
}
"""The groups by key."""


def _go_actions() -> Iterator[Action]:
    """Make the actions that go from screen to screen."""
    for key, capital, name in SCREENS:
        yield Action(
            id=f"go.{key}", keys=capital, name=f"Go to {name}", does=f"Open {name}.", where="everywhere",
            run=f"screen.go('{key}')", group="screen",
        )  # fmt: skip
    for name, bracket, by, side in (("previous", "[", -1, "left"), ("next", "]", 1, "right")):
        yield Action(
            id=f"go.{name}", keys=bracket, name=f"{name.capitalize()} screen", does=f"Open the screen to the {side}.",
            where="everywhere", run=f"screen.turn({by})", group="turn",
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_go_actions(),
    Action(
        id="note", keys="n", name="Note", does="Write one talk down.", where="everywhere", run="app.note",
        footer="Note",
    ),
    Action(
        id="batch", keys="b", name="Batch", does="Write several talks down, after an event.", where="everywhere",
        run="app.batch", footer="Batch",
    ),
    Action(
        id="import", keys="I", name="Import", does="Bring in people: vCards, LinkedIn, any table.",
        where="everywhere", run="app.import_people",
    ),
    Action(
        id="undo", keys="u", name="Undo", does="Take back the latest change, also much later.",
        where="everywhere", run="app.undo", footer="Undo",
    ),
    Action(
        id="redo", keys="ctrl+r", name="Redo", does="Do again what was undone.", where="everywhere", run="app.redo",
    ),
    Action(
        id="save", keys="ctrl+s", name="Save now",
        does="Try again what the disk refused.", where="everywhere", run="app.save",
    ),
    Action(
        id="season", keys="", name="Season", does="Say what you need from today on, or nothing.", where="everywhere",
        run="app.season",
    ),
    Action(
        id="backup", keys="", name="Back up now", does="Write a backup of the book.", where="everywhere",
        run="app.backup",
    ),
    Action(
        id="theme", keys="", name="Theme", does="Choose the colours; the choice is kept.", where="everywhere",
        run="app.themes",
    ),
    Action(
        id="palette", keys="ctrl+p,:", name="Every command", does="The palette: find a command by its name.", where="everywhere",
        run="app.command_palette",
    ),
    Action(
        id="help", keys="?,f1", name="Help", does="Show the keys of this screen, searchable.",
        where="everywhere", run="app.help", footer="Help",
    ),
    Action(
        id="quit", keys="q,ctrl+c", name="Quit", does="Save and leave; on a page, q goes back.", where="everywhere", run="app.leave",
        footer="Quit",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

"""The one registry of actions: what can be done, where, by which key, and in which words.

Bindings, footer, help, palette and the README's key table all come from `ACTIONS`; a key that isn't here does nothing.
An action's `run` is a Textual action string that is looked up on the screen it belongs to, or on the app.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec
from textual.binding import Binding, BindingType

from netpractice.domain.habits import HABITS

ScreenKey: TypeAlias = Literal["today", "roster", "journal", "followups", "scorecard", "week"]
Where: TypeAlias = Literal["everywhere", "list", ScreenKey]

SCREENS: tuple[tuple[ScreenKey, str, str], ...] = (
    ("today", "T", "Today"),
    ("roster", "R", "Roster"),
    ("journal", "J", "Journal"),
    ("followups", "F", "Follow-ups"),
    ("scorecard", "S", "Scorecard"),
    ("week", "W", "Week"),
)
"""The six screens in the order of the header: key, capital, name."""


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a user can do."""

    id: str
    """What a keymap in the config calls it."""
    keys: str
    """Its keys, comma separated, in Textual's names; empty for an action of the palette only."""
    name: str
    """What help and palette call it, in at most 15 characters."""
    does: str
    """What it does, in a sentence that fits a line of help at 80 columns: at most 46 characters."""
    where: Where
    run: str
    footer: str = ""
    """Its word in the footer; empty for an action that the footer leaves out."""
    group: str = ""
    """The key of the group in `GROUPS` that stands for it in footer and help."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Actions of one kind that footer and help show as one."""

    keys: str
    """Their keys as people read them."""
    name: str
    does: str


GROUPS: dict[str, Group] = {
    "habit": Group(keys="1-6", name="Habit", does="Tick a habit kept; again takes the tick back."),
    "attitude": Group(keys="0-4", name="How open?", does="After 3: from 0, closed, to 4, wide open."),
    "day": Group(keys="h l", name="Day", does="Look at the day before, or the day after."),
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


def _tick_actions() -> Iterator[Action]:
    """Make the actions that tick habits and set the attitude."""
    for habit in HABITS:
        does = "Write down the attitude: then 0 to 4." if habit.key == "open" else "Tick it, or take the tick back."
        yield Action(
            id=f"today.tick.{habit.number}", keys=str(habit.number), name=habit.name, does=does, where="today",
            run=f"tick('{habit.key}')", footer="Habit", group="habit",
        )  # fmt: skip
    for level in range(5):
        yield Action(
            id=f"today.attitude.{level}", keys=str(level), name=f"Attitude {level}", does=f"After 3: {level} of 4.",
            where="today", run=f"attitude({level})", footer="How open?", group="attitude",
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_tick_actions(),
    Action(
        id="today.attitude.clear", keys="backspace", name="Attitude: none",
        does="After 3: take the day's attitude back.", where="today", run="attitude(-1)", footer="None",
    ),
    Action(
        id="today.attitude.leave", keys="escape", name="Attitude as is", does="After 3: leave it as it is.",
        where="today", run="leave_attitude", footer="Leave it",
    ),
    Action(
        id="today.intention", keys="i", name="Intention", does="Write what you mean to do today.", where="today",
        run="intention", footer="Intention",
    ),
    Action(
        id="today.reflection", keys="e", name="Evening line", does="Write a line about how the day went.",
        where="today", run="reflection", footer="Evening",
    ),
    Action(
        id="today.pass", keys="p", name="Pass", does="A day off that the daily run bridges.",
        where="today", run="pass_day", footer="Pass",
    ),
    Action(
        id="today.earlier", keys="h,left", name="The day before", does="Look at the day before this one.",
        where="today", run="day(-1)", footer="Day", group="day",
    ),
    Action(
        id="today.later", keys="l,right", name="The day after", does="Look at the day after this one.",
        where="today", run="day(1)", footer="Day", group="day",
    ),
    Action(
        id="list.down", keys="j,down", name="Down", does="Go to the next line.", where="list", run="move(1)",
    ),
    Action(
        id="list.up", keys="k,up", name="Up", does="Go to the line before.", where="list", run="move(-1)",
    ),
    Action(
        id="list.first", keys="g,home", name="First", does="Go to the first line.", where="list", run="edge(False)",
    ),
    Action(
        id="list.last", keys="G,end", name="Last", does="Go to the last line.", where="list", run="edge(True)",
    ),
    Action(
        id="list.half_down", keys="ctrl+d,pagedown", name="Half page on", does="Go half a page on.",
        where="list", run="page(0.5)",
    ),
    Action(
        id="list.half_up", keys="ctrl+u,pageup", name="Half page back", does="Go half a page back.", where="list",
        run="page(-0.5)",
    ),
    Action(
        id="list.choose", keys="enter", name="Choose", does="Do what the line offers.",
        where="list", run="choose",
    ),
    *_go_actions(),
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
        id="quit", keys="q,ctrl+c", name="Quit", does="Save and leave.", where="everywhere", run="app.leave",
        footer="Quit",
    ),
)  # fmt: skip
"""Every action, in the order in which help lists them."""

ACTION: dict[str, Action] = {action.id: action for action in ACTIONS}
"""The actions by id."""

_LABELS = {
    "escape": "Esc", "enter": "Enter", "backspace": "Backspace", "space": "Space", "tab": "Tab",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn",
}  # fmt: skip


def key_label(key: str) -> str:
    """How a key is written for people: `^p` for ctrl+p, `Esc` for escape, `F1` for f1, a character as it is."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key in _LABELS:
        return _LABELS[key]
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


class Keys:
    """The keys in force: those of the registry with what the user's config says instead."""

    def __init__(self, keymap: Mapping[str, str] | None = None) -> None:
        """Take a keymap of action ids to comma separated keys; None for the registry's own keys."""
        self.keymap = dict(keymap or {})

    def of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action in Textual's names, the foremost first."""
        return tuple(key.strip() for key in self.keymap.get(action.id, action.keys).split(",") if key.strip())

    def changes(self, group: str) -> bool:
        """True if the config changes a key of a group."""
        return any(ACTION[name].group == group for name in self.keymap if name in ACTION)

    def label(self, action: Action) -> str:
        """The foremost key of an action as people read it; empty if it has none."""
        keys = self.of(action)
        return key_label(keys[0]) if keys else ""

    def labels(self, action: Action) -> str:
        """All keys of an action as people read them."""
        return " ".join(key_label(key) for key in self.of(action))


def actions_for(where: Where) -> tuple[Action, ...]:
    """The actions of one place, in the order of the registry."""
    return tuple(action for action in ACTIONS if action.where == where)


def bindings(where: Where) -> list[BindingType]:
    """The Textual bindings of one place; a keymap may change their keys by id."""
    return [
        Binding(action.keys, action.run, action.name, id=action.id, tooltip=action.does, show=bool(action.footer))
        for action in actions_for(where)
        if action.keys
    ]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An action, or a group of them, as footer, help and README show it."""

    keys: str
    name: str
    does: str
    footer: str
    actions: tuple[Action, ...]


def entries(actions: Iterable[Action], keys: Keys) -> tuple[Entry, ...]:
    """The actions with those of a group as one, in the order of their first.

    A group whose keys the user's config changes falls apart, so that every key shown is the one in force.
    """
    members: dict[str, list[Action]] = {}
    for action in actions:
        together = action.group and not keys.changes(action.group)
        members.setdefault(action.group if together else action.id, []).append(action)
    return tuple(_entry(name, tuple(those), keys) for name, those in members.items())


def _entry(name: str, actions: tuple[Action, ...], keys: Keys) -> Entry:
    """One entry, under the name of a group or an action."""
    first = actions[0]
    group = GROUPS.get(name)
    if group is None:
        return Entry(keys=keys.labels(first), name=first.name, does=first.does, footer=first.footer, actions=actions)
    footer = group.name if first.footer else ""
    return Entry(keys=group.keys, name=group.name, does=group.does, footer=footer, actions=actions)

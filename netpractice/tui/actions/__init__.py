"""The one registry of actions: what can be done, where, by which key, and in which words.

Bindings, footer, help, palette and the README's key table all come from `ACTIONS`; a key that isn't here does nothing.
An action's `run` is a Textual action string that is looked up on the screen it belongs to, or on the app. Each place has
a module of its own with its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from textual.binding import Binding, BindingType

from netpractice.tui.actions import (
    batch,
    card,
    events,
    everywhere,
    favours,
    filters,
    followups,
    form,
    guided,
    importing,
    journal,
    lists,
    merge,
    roster,
    scorecard,
    sheets,
    sorting,
    today,
    week,
)
from netpractice.tui.actions.action import SCREENS, Action, Group, ScreenKey, Where

__all__ = [
    "ACTION", "ACTIONS", "GROUPS", "SCREENS", "Action", "Entry", "Group", "Keys", "ScreenKey", "Where",
    "actions_for", "bindings", "entries", "is_text", "key_label",
]  # fmt: skip

_PLACES = (
    today, roster, card, form, merge, sorting, importing, journal, batch, followups, favours, events, scorecard, week,
    guided, lists, filters, sheets, everywhere,
)  # fmt: skip

ACTIONS: tuple[Action, ...] = tuple(action for place in _PLACES for action in place.ACTIONS)
"""Every action, in the order in which help lists them."""

GROUPS: dict[str, Group] = {key: group for place in _PLACES for key, group in place.GROUPS.items()}
"""The groups by key."""

ACTION: dict[str, Action] = {action.id: action for action in ACTIONS}
"""The actions by id."""

_LABELS = {
    "escape": "Esc", "enter": "Enter", "backspace": "Backspace", "space": "Space", "tab": "Tab", "shift+tab": "S-Tab",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End",
    "pageup": "PgUp", "pagedown": "PgDn",
}  # fmt: skip


def is_text(key: str) -> bool:
    """True for a key, in Textual's name, that writes a character where text is typed."""
    return len(key) == 1 or key == "space"


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
        Binding(action.keys, action.run, action.name, id=action.id, tooltip=action.does, priority=action.quick)
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

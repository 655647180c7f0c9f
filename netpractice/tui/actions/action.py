"""What an action is: something that can be done, where, by which key, and in which words."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

ScreenKey: TypeAlias = Literal["today", "roster", "journal", "followups", "scorecard", "week"]
Where: TypeAlias = Literal[
    "everywhere",
    "list",
    "filter",
    "sheet",
    "batch",
    "card",
    "events",
    "favours",
    "form",
    "merge",
    "sorting",
    "talk",
    "guided",
    "import",
    "mapping",
    "preview",
    ScreenKey,
]

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
    quick: bool = False
    """True if it acts before Textual carries its key from widget to widget: for keys that are pressed again and again,
    where nothing is typed."""
    group: str = ""
    """The key of the group in `GROUPS` that stands for it in footer and help."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Actions of one kind that footer and help show as one."""

    keys: str
    """Their keys as people read them."""
    name: str
    does: str

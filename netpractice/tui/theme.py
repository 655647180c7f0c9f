"""The program's own look: a dark and a light theme, and the glyphs that carry every state without colour.

The colours of the states were searched for so that people who see fewer colours tell them apart too. Blue is for what
is done, yellow or ochre for what is open, coral or magenta only for a promise past its date. The primary colour marks
focus and keys and never a state.

Three variables stand beside those of Textual, in every theme: `$muted` for labels, `$cursor` for the ground of the row
under the cursor, and `$cursor-style` for its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="netpractice-dark",
    dark=True,
    background="#12161c",
    surface="#1a2029",
    panel="#242c38",
    foreground="#e6e9ef",
    primary="#a98bff",
    success="#53c7f0",
    warning="#fddb2b",
    error="#fe7c6b",
    variables={
        "muted": "#8f9bb3",
        "foreground-muted": "#8f9bb3",
        "border-blurred": "#3b4557",
        "cursor": "#2a2f47",
        "cursor-style": "bold",
        "block-cursor-background": "#2a2f47",
        "block-cursor-foreground": "#e6e9ef",
        "block-cursor-blurred-background": "#2a2f47",
        "footer-background": "#12161c",
    },
)
"""Light text on a dark ground; the theme of a new book."""

LIGHT = Theme(
    name="netpractice-light",
    dark=False,
    background="#fbfaf7",
    surface="#f2efe8",
    panel="#e4e1d8",
    foreground="#1c2430",
    primary="#3a2a9c",
    success="#025cd3",
    warning="#6b4d08",
    error="#bc0f6f",
    variables={
        "muted": "#566070",
        "foreground-muted": "#566070",
        "border-blurred": "#c9c4b6",
        "cursor": "#e2def2",
        "cursor-style": "bold",
        "block-cursor-background": "#e2def2",
        "block-cursor-foreground": "#1c2430",
        "block-cursor-blurred-background": "#e2def2",
        "footer-background": "#fbfaf7",
    },
)
"""Dark text on a light ground."""

THEMES = (DARK, LIGHT)
"""The program's own themes; those that come with Textual can be chosen too."""

_MUTED = 0.3
"""How far the text colour goes towards the background for a label, in a theme that has no colour of its own for it."""

_TINT = 0.15
"""How far the background goes towards the primary colour for the row under the cursor, in such a theme."""


def variables_for(theme: Theme) -> dict[str, str]:
    """The values of `$muted`, `$cursor` and `$cursor-style` in a theme that doesn't set them itself.

    A theme of the terminal's own colours gets none that isn't sure to be readable: labels look like text there, and
    the row under the cursor is reversed.
    """
    if theme.ansi:
        return {"muted": "ansi_default", "cursor": "ansi_default", "cursor-style": "bold reverse"}
    if "muted" in theme.variables:
        return {}
    colors = theme.to_color_system().generate()
    background, foreground, primary = (Color.parse(colors[name]) for name in ("background", "foreground", "primary"))
    return {
        "muted": foreground.blend(background, _MUTED).hex,
        "cursor": background.blend(primary, _TINT).hex,
        "cursor-style": "bold",
    }


Tone: TypeAlias = Literal[
    "plain", "bright", "muted", "key", "done", "open", "late", "here", "capital", "cursor", "thumb", "found"
]
"""What a run of text means; the theme decides how that looks."""

_COLORED = ("muted", "primary", "success", "warning", "error", "cursor", "cursor-style", "border-blurred")
"""The theme's variables that tones are made of."""


def tone_styles(variables: Mapping[str, str]) -> dict[Tone, Style]:
    """How each tone looks in the theme that has these variables, to be put over a panel's own style.

    Style sheets have component classes for this, but each of them costs every panel a pass over all rules at the start.
    """
    return _tone_styles(*(variables[name] for name in _COLORED))


@lru_cache(maxsize=2)
def _tone_styles(
    muted: str, primary: str, success: str, warning: str, error: str, cursor: str, cursor_style: str, thumb: str
) -> dict[Tone, Style]:
    """The looks of the tones in a theme's colours."""
    return {
        "plain": Style(),
        "bright": Style(bold=True),
        "muted": Style(color=_rich(muted)),
        "key": Style(color=_rich(primary), bold=True),
        "done": Style(color=_rich(success)),
        "open": Style(color=_rich(warning)),
        "late": Style(color=_rich(error)),
        "here": Style(bold=True, reverse=True),
        "capital": Style(color=_rich(muted), underline=True),
        "cursor": Style(bgcolor=_rich(cursor)) + Style.parse(cursor_style),
        "thumb": Style(bgcolor=_rich(thumb)),
        "found": Style(bold=True, reverse=True),
    }


def _rich(color: str) -> RichColor:
    """A colour of a theme in the form that strips are made of."""
    return Color.parse(color).rich_color


class Glyphs(msgspec.Struct, frozen=True, kw_only=True):
    """One sign for every state, each one cell wide, so that a column stands whatever the set."""

    proved: str
    """A habit that the day's records show to be kept."""
    ticked: str
    """A habit ticked by hand."""
    open: str
    """A habit not kept on the day yet."""
    paused: str
    """A habit that the plan pauses."""

    kept: str
    """A day on which a habit was kept."""
    kept_here: str
    """The same, for the day that is looked at."""
    open_here: str
    """The day that is looked at, not kept yet."""
    none: str
    """A day without it; also the empty part of a bar."""
    passed: str
    """A day bridged by a pass."""
    ahead: str
    """A day to come."""

    due: str
    """Something due now."""
    late: str
    """A promise past its date, or a save that the disk refused."""
    done: str
    """Something closed, or all of it on disk."""
    waiting: str
    """On its way to the disk."""
    locked: str
    """A book that can only be looked at."""

    more: str
    """The end of a text that was cut."""
    dash: str
    """Stands for a number that isn't there."""
    between: str
    """Stands between two facts in a line."""
    then: str
    """Stands between something and what came after it."""
    up: str
    """More than before."""
    down: str
    """Less than before."""
    bar: str
    """The full part of a bar."""
    steps: tuple[str, str, str, str, str]
    """A credit in five steps, from nothing to all of it."""


UNICODE = Glyphs(
    proved="■",
    ticked="✓",
    open="□",
    paused="–",
    kept="●",
    kept_here="◉",
    open_here="○",
    none="·",
    passed="–",
    ahead=" ",
    due="!",
    late="▲",
    done="✓",
    waiting="○",
    locked="–",
    more="…",
    dash="–",
    between="·",
    then="→",
    up="▲",
    down="▼",
    bar="▇",
    steps=("·", "░", "▒", "▓", "█"),
)
"""Signs that are in every usual monospaced font."""

ASCII = Glyphs(
    proved="#",
    ticked="x",
    open="_",
    paused="-",
    kept="*",
    kept_here="@",
    open_here="o",
    none=".",
    passed="-",
    ahead=" ",
    due="!",
    late="^",
    done="+",
    waiting="o",
    locked="-",
    more="~",
    dash="-",
    between="|",
    then=">",
    up="^",
    down="v",
    bar="=",
    steps=(".", "-", "+", "#", "@"),
)
"""The same states for terminals and fonts that have nothing else."""

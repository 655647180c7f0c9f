"""What a person sees of a running app: the text of the screen, and how each cell of it looks.

Both are read from the picture that Textual exports, so they hold what is painted over what, as on a terminal.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import App

_CELL = 12.2
"""How wide a cell of the picture is."""

_STYLE = re.compile(r"-(r\d+) \{ (.*?) \}")
_TEXT = re.compile(
    r'<text class="\S+?-(r\d+)" x="([\d.]+)" y="[\d.]+" textLength="[\d.]+" clip-path="url\(#\S+?-line-(\d+)\)">(.*?)</text>',
    re.DOTALL,
)

ROLES = {
    "foreground": ".",
    "muted": "m",
    "primary": "k",
    "success": "d",
    "warning": "o",
    "error": "l",
    "background": "h",
    "border-blurred": "-",
}
"""The letter for each colour of the own themes: text, muted, key, done, open, late, here (reversed) and frame."""

BRIGHT, CAPITAL, OTHER = "b", "c", "?"
"""Bold text, underlined muted text, and what has no letter."""


class Painted(NamedTuple):
    """A screen as it is seen."""

    text: tuple[str, ...]
    """The rows, without the blanks at their ends."""
    looks: tuple[str, ...]
    """For every row a letter a cell, as `ROLES` says."""

    @property
    def page(self) -> str:
        """The whole text."""
        return "\n".join(self.text)


def painted(app: App[None]) -> Painted:
    """The screen of an app as it is now."""
    roles = {app.theme_variables[role].lower(): letter for role, letter in ROLES.items() if role in app.theme_variables}
    return read(app.export_screenshot(simplify=True), app.size.height, roles)


def read(svg: str, height: int, roles: dict[str, str]) -> Painted:
    """The screen in a picture: its number of rows, and the letters of its colours, are told."""
    letters = {name: _letter(css, roles) for name, css in _STYLE.findall(svg)}
    text, looks = [""] * height, [""] * height
    for style, x, row, escaped in _TEXT.findall(svg):
        line = int(row)
        words = unescape(escaped).replace("\xa0", " ")
        gap = " " * (round(float(x) / _CELL) - cell_len(text[line]))
        text[line] += gap + words
        looks[line] += gap + "".join(
            (" " if sign == " " else letters.get(style, OTHER)) * cell_len(sign) for sign in words
        )
    return Painted(tuple(line.rstrip() for line in text), tuple(line.rstrip() for line in looks))


def _letter(css: str, roles: dict[str, str]) -> str:
    """The letter for a style of the picture."""
    color = re.search(r"fill: (#\w+)", css)
    letter = roles.get(color[1].lower(), OTHER) if color else OTHER
    if letter == "." and "bold" in css:
        return BRIGHT
    return CAPITAL if letter == "m" and "underline" in css else letter

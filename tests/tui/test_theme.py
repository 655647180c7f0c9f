"""The own themes can be read, every theme has the variables the screens use, and glyphs tell states apart."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Static

from netpractice.tui.theme import ASCII, DARK, LIGHT, THEMES, UNICODE, Glyphs, variables_for

ROLES = ("foreground", "muted", "primary", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel", "cursor")
SETS = pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])

STATES = {
    "habit": ("proved", "ticked", "open", "paused"),
    "day": ("kept", "kept_here", "open_here", "none", "passed", "ahead"),
    "follow-up": ("due", "late", "done"),
    "save": ("done", "waiting", "late", "locked"),
    "bar": ("bar", "none"),
    "trend": ("up", "down"),
}
"""The states that stand in the same place on a screen."""


def colors_of(theme: Theme) -> dict[str, str]:
    """Every colour variable of a theme, as the style sheets see them."""
    return theme.to_color_system().generate() | variables_for(theme) | theme.variables


def luminance(color: Color) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


def every_glyph(glyphs: Glyphs) -> list[str]:
    """All signs of a set, one by one."""
    values = msgspec.structs.asdict(glyphs)
    return [sign for value in values.values() for sign in ((value,) if isinstance(value, str) else value)]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("role", "ground", "theme"), list(product(ROLES, GROUNDS, THEMES)), ids=str)
def test_every_role_can_be_read_on_every_ground(role: str, ground: str, theme: Theme) -> None:
    colors = colors_of(theme)
    assert contrast(colors[role], colors[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
def test_the_parts_of_textual_can_be_read_in_the_own_themes(theme: Theme) -> None:
    colors = colors_of(theme)
    pairs = [
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("footer-foreground", "footer-background"),
        ("footer-key-foreground", "footer-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("foreground-muted", "panel"),
    ]
    assert {pair: contrast(colors[pair[0]], colors[pair[1]]) >= 4.5 for pair in pairs} == dict.fromkeys(pairs, True)


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
def test_the_states_have_colours_of_their_own(theme: Theme) -> None:
    assert len({theme.primary, theme.success, theme.warning, theme.error, theme.foreground}) == 5


def test_the_own_themes_are_one_dark_and_one_light() -> None:
    assert [(theme.name, theme.dark) for theme in (DARK, LIGHT)] == [
        ("netpractice-dark", True),
        ("netpractice-light", False),
    ]


class Themed(App[None]):
    """Shows one text with the variables that aren't Textual's."""

    CSS = "Static { color: $muted; background: $cursor; text-style: $cursor-style; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Static("text")


async def test_the_variables_hold_in_every_theme() -> None:
    app = Themed()
    for theme in THEMES:
        app.register_theme(theme)
    async with app.run_test(size=(20, 3)) as pilot:
        for name in (*(theme.name for theme in THEMES), *BUILTIN_THEMES):
            app.theme = name
            await pilot.pause()
            style = app.query_one(Static).rich_style
            assert style.bold, name
            assert style.color != style.bgcolor or style.reverse, name


@SETS
def test_every_glyph_is_one_cell_wide(glyphs: Glyphs) -> None:
    assert {sign: cell_len(sign) for sign in every_glyph(glyphs)} == dict.fromkeys(every_glyph(glyphs), 1)


def test_the_ascii_set_is_ascii() -> None:
    assert [sign for sign in every_glyph(ASCII) if not sign.isascii()] == []


@SETS
@pytest.mark.parametrize("place", STATES)
def test_states_of_one_place_differ_without_colour(glyphs: Glyphs, place: str) -> None:
    signs = [getattr(glyphs, state) for state in STATES[place]]
    assert len(set(signs)) == len(signs)


@SETS
def test_the_steps_of_a_credit_differ(glyphs: Glyphs) -> None:
    assert len(set(glyphs.steps)) == len(glyphs.steps)

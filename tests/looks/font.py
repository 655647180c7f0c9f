"""Fira Code, cut down to the letters of one picture.

The font comes with the package fontpkg-fira-code, under the SIL Open Font License 1.1.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from typing import Literal, TypeAlias

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

Weight: TypeAlias = Literal[400, 700]

REGULAR: Weight = 400
BOLD: Weight = 700

FAMILY = "Fira Code"

_WINDOWS_ENGLISH = (3, 1, 0x409)
"""Where in a font its names are looked for: platform, encoding, language."""


class MissingGlyphError(Exception):
    """A picture shows a character that the font can't draw, so some terminals may not be able to either."""


def cut(letters: Iterable[str], weight: Weight) -> TTFont:
    """The font in one weight with these letters only; raises MissingGlyphError for one that it doesn't have."""
    with files("fontpkg_fira_code").joinpath("files/FiraCode[wght].ttf").open("rb") as file:
        font = TTFont(BytesIO(file.read()))
    missing = {letter for letter in letters if ord(letter) not in font.getBestCmap()}
    if missing:
        raise MissingGlyphError(f"{FAMILY} has no glyph for {' '.join(sorted(missing))}")
    options = Options(layout_features=[], hinting=False, name_IDs=[0, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(letters))
    subsetter.subset(font)
    instance = instantiateVariableFont(font, {"wght": weight})
    face = "Bold" if weight == BOLD else "Regular"
    for name_id, name in ((1, FAMILY), (2, face), (6, f"FiraCode-{face}")):
        instance["name"].setName(name, name_id, *_WINDOWS_ENGLISH)
    return instance


def bytes_of(font: TTFont, *, web: bool) -> bytes:
    """The font as a file: for the web (WOFF) or for a desktop (TrueType)."""
    font.flavor = "woff" if web else None
    file = BytesIO()
    font.recalcTimestamp = False
    font.save(file)
    return file.getvalue()


def style(fonts: dict[Weight, TTFont]) -> str:
    """The CSS that carries the fonts within itself."""
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("data:font/woff;base64,{b64encode(bytes_of(font, web=True)).decode()}") format("woff"); }}'
        for weight, font in fonts.items()
    )

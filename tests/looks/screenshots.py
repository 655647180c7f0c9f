"""`python -m tests.looks.screenshots`: the pictures in `screenshots/`, made from the sample book on a fixed day.

Each scene becomes an SVG that carries its font within itself, so that it looks the same wherever it is shown, and a
PNG of it. A new picture is one more line in `SCENES`. Names on the command line choose among them.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

from resvg_py import svg_to_bytes

from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.demo import write_demo
from netpractice.store.paths import find_paths
from netpractice.tui.app import NetpracticeApp
from netpractice.tui.theme import DARK, LIGHT
from tests.looks.font import BOLD, FAMILY, REGULAR, bytes_of, cut, style

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[2] / "screenshots"

SMALL, LARGE = (80, 24), (120, 40)

_FONT_SIZES = ("font-size: 20px", "font-size: 20.3333px")
"""Textual's, and the one at which a letter is just as wide as a cell, so that bars have no seams."""

_FONT_FACE = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


class Scene(NamedTuple):
    """One thing to be seen, in every size and theme."""

    name: str
    keys: tuple[str, ...] = ()
    """What is pressed after the start, in Textual's names."""
    sizes: tuple[tuple[int, int], ...] = (SMALL, LARGE)
    themes: tuple[str, ...] = (DARK.name, LIGHT.name)
    empty: bool = False
    """True for a book in which nothing has been written, instead of the sample book."""


SCENES: tuple[Scene, ...] = (
    Scene("today"),
    Scene("roster", ("R",)),
    Scene("journal", ("J",)),
    Scene("followups", ("F",)),
    Scene("scorecard", ("S",)),
    Scene("week", ("W",)),
    Scene("help", ("question_mark",), sizes=(SMALL,), themes=(DARK.name,)),
    Scene("welcome", sizes=(SMALL,), themes=(DARK.name,), empty=True),
)
"""Every scene. The README opens with the first."""


class Picture(NamedTuple):
    """A scene in one size and theme."""

    svg: str
    png: bytes


@contextmanager
def _book(scene: Scene) -> Iterator[Book]:
    """The book of a scene, in a folder of its own that goes again."""
    with tempfile.TemporaryDirectory(prefix="netpractice-looks-") as folder:
        path = Path(folder) / "book.json"
        if not scene.empty:
            write_demo(path, TODAY)
        book = Book.open(find_paths(str(path), {}), FixedClock(TODAY))
        try:
            yield book
        finally:
            book.close()


async def take(scene: Scene, size: tuple[int, int], theme: str) -> Picture:
    """Take one picture of a scene."""
    with _book(scene) as book:
        book.set_theme(theme)
        book.save()
        app = NetpracticeApp(book)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*scene.keys)
            while book.unsaved:
                await pilot.pause(0.05)
            await pilot.pause()
            svg = app.export_screenshot(simplify=True)
    return _with_font(svg)


def _with_font(svg: str) -> Picture:
    """The picture with its own letters inside, and the same as a PNG."""
    letters = sorted(set(unescape(" ".join(_TEXT.findall(svg)))) - {"\n"})
    fonts = {weight: cut(letters, weight) for weight in (REGULAR, BOLD)}
    plain = _FONT_FACE.sub("", svg).replace("font-family: arial", f"font-family: {FAMILY}").replace(*_FONT_SIZES)
    with tempfile.TemporaryDirectory(prefix="netpractice-looks-") as folder:
        font_files = []
        for weight, font in fonts.items():
            file = Path(folder) / f"{weight}.ttf"
            file.write_bytes(bytes_of(font, web=False))
            font_files.append(str(file))
        png = svg_to_bytes(
            svg_string=plain, skip_system_fonts=True, font_files=font_files, font_family=FAMILY, monospace_family=FAMILY
        )
    return Picture(plain.replace("<style>", f"<style>\n{style(fonts)}", 1), png)


def names(scene: Scene) -> dict[str, tuple[tuple[int, int], str]]:
    """The names of a scene's pictures, such as `today-80x24-dark`, each with its size and theme."""
    return {
        f"{scene.name}-{columns}x{rows}-{theme.rpartition('-')[2]}": ((columns, rows), theme)
        for theme in scene.themes
        for columns, rows in scene.sizes
    }


async def take_all(scenes: Sequence[Scene], folder: Path) -> None:
    """Take every picture of some scenes into a folder."""
    folder.mkdir(exist_ok=True)
    for scene in scenes:
        for name, (size, theme) in names(scene).items():
            picture = await take(scene, size, theme)
            (folder / f"{name}.svg").write_text(picture.svg, encoding="utf-8")
            (folder / f"{name}.png").write_bytes(picture.png)
            print(folder / f"{name}.svg")


def main() -> None:
    """Take the pictures that are asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.looks.screenshots", description=__doc__)
    parser.add_argument("scenes", nargs="*", help="names of scenes (default: all)")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, help="the folder (default: screenshots)")
    args = parser.parse_args()
    chosen = [scene for scene in SCENES if not args.scenes or scene.name in args.scenes]
    asyncio.run(take_all(chosen, args.output))


if __name__ == "__main__":
    main()

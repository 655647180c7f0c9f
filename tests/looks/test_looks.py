"""What every screen looks like, as text that can be read in a review: `NETPRACTICE_LOOKS=write` writes it anew.

Each file in `snapshots` is the text of a screen; that of Today also holds a letter for how each cell looks (see
`painted.ROLES`), under a row of tildes.
"""

from __future__ import annotations

import os
import re
from contextlib import closing
from pathlib import Path

import pytest
from textual.widget import Widget

from netpractice.domain.text import SUSPICIOUS
from netpractice.tui.config import Config
from netpractice.tui.theme import ASCII, DARK, LIGHT
from tests.journeys.user import User, at_the_screen, opened
from tests.looks.painted import Painted, read
from tests.looks.scenes import LOOKS, OVER, SMALL, TINY, Look
from tests.looks.screenshots import FOLDER, SCENES, Scene, names

SNAPSHOTS = Path(__file__).with_name("snapshots")
WRITE = os.environ.get("NETPRACTICE_LOOKS") == "write"
WITH_LOOKS = {"today-80x24", "ticked-80x24", "help-80x24"}

WAYS_OUT = ("? Help  q Quit", "? Help  q Back", "F1 Help  ^c Quit", "F1 Help  Esc Back")
"""What a footer ends in: on a screen and on a page, and while text is typed there."""

every_look = pytest.mark.parametrize("look", LOOKS, ids=[look.title for look in LOOKS])


@pytest.fixture(autouse=True)
def _among_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin in the folder with files to import."""
    monkeypatch.chdir(Path(__file__).with_name("files"))


@pytest.fixture
def books(demo: Path, data: Path) -> dict[bool, Path]:
    """The paths of a book without anything in it (True) and of the sample book (False)."""
    return {True: data, False: demo}


async def arrange(user: User, look: Look) -> None:
    """Press the keys of a look, and wait until it is there and everything saved."""
    await user.press(*look.keys)
    await user.sees(look.awaited)
    await user.until(lambda: not user.app.book.unsaved and user.app.frame.save_state == "saved", "all saved")
    await user.settle()


def choose_theme(data: Path, theme: str) -> None:
    """Keep a theme with a book."""
    with closing(opened(data)) as book:
        book.set_theme(theme)


def as_kept(look: Look, shown: Painted) -> str:
    """A screen as its file keeps it."""
    parts = [shown.page]
    if look.title in WITH_LOOKS:
        parts += ["~" * look.size[0], "\n".join(shown.looks)]
    return "\n".join(parts) + "\n"


def scrollbars(user: User) -> list[str]:
    """Every part of the screen that shows a scrollbar."""
    return [
        str(widget.id)
        for widget in (user.app.screen, *user.app.screen.query("*").results(Widget))
        if (widget.show_vertical_scrollbar and widget.styles.scrollbar_size_vertical)
        or (widget.show_horizontal_scrollbar and widget.styles.scrollbar_size_horizontal)
    ]


@every_look
async def test_a_screen_looks_as_it_was_left(look: Look, books: dict[bool, Path]) -> None:
    async with at_the_screen(books[look.empty], size=look.size) as user:
        await arrange(user, look)
        shown = user.painted
        assert len(shown.text) == look.size[1]
        if look.name not in OVER:
            assert " ".join(shown.text[-1].split()).endswith(tuple(" ".join(each.split()) for each in WAYS_OUT))
            assert scrollbars(user) == []
        assert SUSPICIOUS.search(shown.page.replace("\n", "")) is None
    file = SNAPSHOTS / f"{look.title}.txt"
    if WRITE:
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(as_kept(look, shown), encoding="utf-8")
    assert as_kept(look, shown).splitlines() == file.read_text(encoding="utf-8").splitlines()


def test_every_snapshot_belongs_to_a_look() -> None:
    assert {file.stem for file in SNAPSHOTS.iterdir()} == {look.title for look in LOOKS}


@pytest.mark.parametrize("title", ["today-80x24", "today-120x40", "help-80x24"])
async def test_dark_and_light_differ_in_their_colours_only(title: str, books: dict[bool, Path]) -> None:
    look = next(look for look in LOOKS if look.title == title)
    seen = []
    for theme in (DARK.name, LIGHT.name):
        choose_theme(books[look.empty], theme)
        async with at_the_screen(books[look.empty], size=look.size) as user:
            await arrange(user, look)
            seen.append(user.painted)
    assert seen[0].text == seen[1].text
    assert seen[0].looks == seen[1].looks
    assert "?" not in "".join(seen[0].looks) or look.name in OVER


@every_look
async def test_with_ascii_glyphs_everything_but_letters_is_ascii(look: Look, books: dict[bool, Path]) -> None:
    async with at_the_screen(books[look.empty], size=look.size, config=Config(glyphs=ASCII)) as user:
        await arrange(user, look._replace(awaited=look.awaited.replace("▌", "|")))
        strange = {sign for sign in user.screen if not sign.isascii() and not sign.isalpha()}
        assert strange == set()
        if look.empty:
            assert user.screen.isascii()


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-dark", "textual-light", "solarized-light"])
async def test_other_themes_show_the_same_text(theme: str, books: dict[bool, Path]) -> None:
    kept = (SNAPSHOTS / "today-80x24.txt").read_text(encoding="utf-8").splitlines()[: SMALL[1]]
    choose_theme(books[False], theme)
    async with at_the_screen(books[False]) as user:
        assert user.app.theme == theme
        assert list(user.painted.text) == kept


async def test_without_colour_every_state_still_shows(books: dict[bool, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    kept = (SNAPSHOTS / "ticked-80x24.txt").read_text(encoding="utf-8").splitlines()[: SMALL[1]]
    look = next(look for look in LOOKS if look.title == "ticked-80x24")
    async with at_the_screen(books[False]) as user:
        await arrange(user, look)
        assert list(user.painted.text) == kept
        svg = user.app.export_screenshot(simplify=True)
    assert colored(svg) == set()


def colored(svg: str) -> set[str]:
    """The colours of a picture's cells that aren't grey, but for what Textual gives a picture's own default text."""
    cells = svg.partition('clip-path="url(#')[2]
    styles = re.findall(r"-r\d+ \{ fill: #(?!c5c8c6)(\w{6})", svg) + re.findall(r'<rect fill="#(\w{6})"', cells)
    return {color for color in styles if len({color[0:2], color[2:4], color[4:6]}) > 1}


def test_no_line_of_help_and_welcome_is_cut_at_80_columns() -> None:
    for title in ("help-80x24", "welcome-80x24"):
        text = (SNAPSHOTS / f"{title}.txt").read_text(encoding="utf-8")
        assert "…" not in text, title


def test_the_smallest_screens_ask_for_more_room() -> None:
    look = next(look for look in LOOKS if look.size == TINY)
    text = (SNAPSHOTS / f"{look.title}.txt").read_text(encoding="utf-8")
    assert "widen to 80x24 for the full view" in text
    assert "1 ■ Start warm" in text


PICTURES = [(scene, name, *names(scene)[name]) for scene in SCENES for name in names(scene)]


@pytest.mark.parametrize(("scene", "name", "size", "theme"), PICTURES, ids=[name for _, name, *_ in PICTURES])
async def test_the_pictures_of_the_readme_show_the_app_as_it_is(
    scene: Scene, name: str, size: tuple[int, int], theme: str, books: dict[bool, Path]
) -> None:
    """`python -m tests.looks.screenshots` takes them anew."""
    choose_theme(books[scene.empty], theme)
    async with at_the_screen(books[scene.empty], size=size) as user:
        await user.press(*scene.keys)
        await user.settle()
        roles = {color.lower(): role[0] for role, color in user.app.theme_variables.items() if color.startswith("#")}
        now = read(user.app.export_screenshot(simplify=True), size[1], roles)
    kept = read((FOLDER / f"{name}.svg").read_text(encoding="utf-8"), size[1], roles)
    assert kept.text == now.text
    assert kept.looks == now.looks

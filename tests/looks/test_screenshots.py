"""The pictures of the README: made from the sample book, whole in themselves."""

from __future__ import annotations

import pytest

from netpractice.practice.demo import make_demo
from netpractice.store.codec import encode
from netpractice.tui.theme import DARK
from tests.looks.font import BOLD, FAMILY, REGULAR, MissingGlyphError, bytes_of, cut
from tests.looks.screenshots import FOLDER, SCENES, SMALL, TODAY, Scene, names, take

PNG = b"\x89PNG\r\n\x1a\n"


async def test_a_picture_carries_its_font_and_loads_nothing() -> None:
    picture = await take(Scene("today"), SMALL, DARK.name)
    assert "Start" in picture.svg
    assert "Ada" in picture.svg
    assert picture.svg.count("@font-face") == picture.svg.count("url(") - picture.svg.count("url(#") == 2
    assert "https://" not in picture.svg.replace("https://www.textualize.io", "")
    assert picture.png.startswith(PNG)
    # Without letters the same picture has a tenth of the bytes.
    assert len(picture.png) > 30_000


async def test_a_picture_is_the_same_every_time() -> None:
    scene = Scene("welcome", empty=True)
    assert await take(scene, SMALL, DARK.name) == await take(scene, SMALL, DARK.name)


def test_every_scene_is_in_the_folder_and_nothing_else() -> None:
    expected = {f"{name}.{kind}" for scene in SCENES for name in names(scene) for kind in ("svg", "png")}
    assert {file.name for file in FOLDER.iterdir()} == expected


@pytest.mark.parametrize(("weight", "face"), [(REGULAR, "Regular"), (BOLD, "Bold")])
def test_a_font_has_the_letters_asked_for(weight: int, face: str) -> None:
    font = cut("é■ł", REGULAR if weight == REGULAR else BOLD)
    assert {chr(code) for code in font.getBestCmap()} == set("é■ł")
    assert font["name"].getDebugName(1) == FAMILY
    assert font["name"].getDebugName(2) == face
    assert bytes_of(font, web=True).startswith(b"wOFF")


def test_a_letter_that_the_font_lacks_is_named() -> None:
    with pytest.raises(MissingGlyphError, match="漢"):
        cut("a漢", REGULAR)


def test_the_sample_book_can_be_drawn() -> None:
    letters = {letter for letter in encode(make_demo(TODAY)).decode() if letter.isprintable()}
    assert cut(letters, REGULAR)

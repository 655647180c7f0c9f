"""User text reaches the screen as it is: no markup, no control bytes, and as many cells as were asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import DataTable, Static

from netpractice.domain.text import SUSPICIOUS, harmless
from netpractice.tui.text import cell, cells, content, cut, one_line, plain, wrap
from tests.hostile import HOSTILE

AWKWARD = "ab \u6771\u0301\u200d\ufe0f\u2764\U0001f469\u20e3\u0930\u094d\x1b\n"
awkward = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=40)


class Shown(App[None]):
    """Shows every hostile string cut, in a sentence and in a table."""

    CSS = "DataTable { height: auto; max-height: 1000; }"

    def compose(self) -> ComposeResult:
        for value in HOSTILE:
            yield Static(plain(cut(value, 40)), classes="plain")
            yield Static(content("[b]$name[/b] $days d", name=one_line(value), days=3), classes="content")
        yield DataTable[object]()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_column("name", width=40)
        for value in HOSTILE:
            table.add_row(cell(value))


def painted(widget: Widget) -> list[str]:
    """The rows of a widget as they go to the terminal."""
    return [strip.text for strip in widget.render_lines(Region(0, 0, *widget.size))]


async def test_hostile_text_is_shown_as_it_is_and_does_nothing() -> None:
    app = Shown()
    async with app.run_test(size=(600, 10)) as pilot:
        await pilot.pause()
        rows = {kind: [painted(widget) for widget in app.query(f".{kind}")] for kind in ("plain", "content")}
        table = painted(app.query_one(DataTable))[1:]
    for value, line, sentence, cells_of_row in zip(HOSTILE, rows["plain"], rows["content"], table, strict=True):
        assert line[0].startswith(cut(value, 40))
        assert "".join(sentence).rstrip().endswith("3 d")
        assert cells_of_row.startswith(" " + one_line(value)[:19])
        assert SUSPICIOUS.search("".join([*line, *sentence, cells_of_row])) is None


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_no_text_is_read_as_markup(hostile: str) -> None:
    assert content("[b]$name[/b]", name=hostile).plain == plain(hostile).plain
    assert len(content("[b]$name[/b]", name=hostile).spans) == (1 if plain(hostile).plain else 0)
    assert plain(hostile).spans == []
    assert cell(hostile).plain == one_line(hostile)
    assert cell(hostile).spans == []


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_a_strip_of_our_own_holds_no_control_bytes(hostile: str) -> None:
    strip = Strip([Segment(cut(hostile, 30)), Segment(one_line(hostile))])
    assert SUSPICIOUS.search(strip.text) is None
    assert "\n" not in strip.text
    assert Strip([Segment(cut(hostile, 30))]).cell_length == 30


def test_values_are_put_into_a_template_once() -> None:
    assert content("$one $two", one="$two", two="[/]").plain == "$two [/]"
    assert content("[b]$days[/b] d", days=3).markup == "[b]3[/b] d"


def test_a_style_is_put_on_the_whole_text() -> None:
    assert plain("Ann", "bold").markup == "[bold]Ann[/bold]"
    assert plain("Ann") == Content("Ann")
    assert cell("Ann", "bold").style == "bold"


@pytest.mark.parametrize(
    ("value", "width", "shown"),
    [
        ("Ann", 5, "Ann  "),
        ("Ann Lee", 7, "Ann Lee"),
        ("Ann Lee", 6, "Ann L…"),
        ("Ann Lee", 5, "Ann… "),
        ("Ann", 1, "…"),
        ("Ann", 0, ""),
        ("Ann", -3, ""),
        ("東京太郎", 8, "東京太郎"),
        ("東京太郎", 7, "東京太…"),
        ("東京太郎", 6, "東京… "),
        ("e\u0301e\u0301e\u0301", 2, "\xe9…"),
        ("x\u0330x\u0330x\u0330", 2, "x\u0330…"),
        ("👩\u200d👩\u200d👧 Kim", 4, "👩\u200d👩\u200d👧… "),
        ("one\ntwo", 8, "one two "),
    ],
)
def test_a_text_is_cut_between_characters_and_filled_up(value: str, width: int, shown: str) -> None:
    assert cut(value, width) == shown


def test_the_sign_of_a_cut_text_can_be_ascii() -> None:
    assert cut("Ann Lee", 6, more="~") == "Ann L~"
    assert cut("Ann Lee", 2, more="...") == ".."


@given(awkward, st.integers(min_value=-2, max_value=30))
def test_a_cut_text_has_exactly_the_cells_asked_for(value: str, width: int) -> None:
    assert cells(cut(value, width)) == max(0, width)


@given(awkward, awkward)
def test_texts_in_a_row_take_the_cells_of_each(one: str, two: str) -> None:
    row = Strip([Segment(cut(one, 10)), Segment(cut(two, 7))])
    assert row.cell_length == 17
    assert not set(row.text) & set("\x1b\r\n")


def test_a_joiner_joins_pictures_only() -> None:
    assert one_line("👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥") == "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥"
    assert one_line("a\u200db \u200d") == "ab "


@pytest.mark.parametrize(
    ("value", "width", "rows"),
    [
        ("", 10, []),
        ("Ann Lee met me", 8, ["Ann Lee", "met me"]),
        ("Ann Lee", 7, ["Ann Lee"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a \u6771\u4eac\u592a\u90ce", 5, ["a", "\u6771\u4eac", "\u592a\u90ce"]),
    ],
)
def test_a_long_text_is_broken_between_words(value: str, width: int, rows: list[str]) -> None:
    assert wrap(value, width) == rows


@given(awkward, st.integers(min_value=2, max_value=30))
def test_broken_rows_fit_and_lose_nothing_but_spaces(value: str, width: int) -> None:
    rows = wrap(value, width)
    assert all(cells(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join("\n".join(wrap(value, 10_000)).split())
    assert "".join("".join(rows).split()).replace("\u200d", "") == "".join(harmless(value).split()).replace(
        "\u200d", ""
    )

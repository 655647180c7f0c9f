"""Panels and lists render what is in view, paint what changed, and move over any number of lines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import overload

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.pilot import Pilot

from netpractice.tui.theme import DARK, variables_for
from netpractice.tui.widgets.lines import Line, Lines, Span, text_of
from netpractice.tui.widgets.list import WHEEL, LineList

HEIGHT = 10


class Counted(Sequence[Line]):
    """Many lines, each made when it is asked for; counts which were."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        assert isinstance(index, int)
        self.asked.add(index)
        return (Span(f"line {index}"),)


class Shown(App[None]):
    """Shows one panel."""

    CSS = f"Lines {{ height: {HEIGHT}; max-height: 100%; }}"

    def __init__(self, panel: Lines) -> None:
        super().__init__()
        self.panel = panel
        self.did: list[object] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield self.panel

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables_for(self.current_theme)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        self.did.append(message.action)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        self.did.append(message.index)


@asynccontextmanager
async def shown(panel: Lines) -> AsyncIterator[Pilot[None]]:
    """Run an app with a panel."""
    async with Shown(panel).run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        yield pilot


def rows(panel: Lines) -> list[str]:
    """What the rows in view say."""
    return [panel.render_line(y).text.rstrip() for y in range(HEIGHT)]


async def wheel(pilot: Pilot[None], turn: type[MouseEvent]) -> None:
    """Turn the wheel one step over the panel."""
    pilot.app.post_message(turn(None, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
    await pilot.pause()


class Counting(Lines):
    """Counts the regions that are painted again."""

    def __init__(self) -> None:
        super().__init__("panel")
        self.painted: list[Region] = []

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Counting:
        self.painted += regions or [self.region]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


async def test_only_the_lines_that_changed_are_painted_again() -> None:
    panel = Counting()
    panel.show(lambda _: ((Span("a"),), (Span("b"),), (Span("c"),)))
    async with shown(panel):
        panel.painted.clear()
        panel.show(lambda _: ((Span("a"),), (Span("B"),), (Span("c"),)))
        assert panel.painted == [Region(0, 1, 40, 1)]
        assert rows(panel)[:3] == ["a", "B", "c"]


async def test_lines_are_made_for_the_width_and_again_when_it_changes() -> None:
    panel = Lines("panel")
    panel.show(lambda width: ((Span(f"{width} cells"),),))
    async with shown(panel) as pilot:
        assert rows(panel)[0] == "40 cells"
        await pilot.resize_terminal(33, 20)
        await pilot.pause()
        assert rows(panel)[0] == "33 cells"


async def test_a_click_runs_the_action_of_the_span_that_was_hit() -> None:
    panel = Lines("panel")
    panel.show(lambda _: ((Span("wide 漢字 "), Span("go", "key", "go.today"), Span(" on")),))
    async with shown(panel) as pilot:
        app = pilot.app
        assert isinstance(app, Shown)
        await pilot.click("#panel", offset=(3, 0))
        await pilot.click("#panel", offset=(14, 0))
        assert app.did == []
        await pilot.click("#panel", offset=(11, 0))
        assert app.did == ["go.today"]


async def test_a_style_of_the_theme_is_on_every_tone() -> None:
    panel = Lines("panel")
    panel.show(lambda _: ((Span("a", "done"), Span("b", "late"), Span("c", "bright")),))
    async with shown(panel):
        done, late, bright, *_ = panel.render_line(0)
    assert done.style is not None
    assert late.style is not None
    assert bright.style is not None
    assert done.style.color != late.style.color
    assert bright.style.bold


def test_the_text_of_a_line_is_that_of_its_spans() -> None:
    assert text_of((Span("a"), Span("[b]", "key"))) == "a[b]"


@pytest.mark.parametrize("length", [100, 10_000])
async def test_only_the_lines_in_view_are_ever_made(length: int) -> None:
    lines, panel = Counted(length), LineList("list")
    panel.show(lambda _: lines)
    async with shown(panel) as pilot:
        panel.focus()
        panel.move_to(0)
        await pilot.press("j", "j", "k")
        await pilot.pause()
        assert panel.cursor == 1
        assert lines.asked <= set(range(HEIGHT + 1))
        lines.asked.clear()
        await pilot.press("G")
        await pilot.pause()
        assert panel.cursor == length - 1
        assert rows(panel)[-1] == f"line {length - 1}"
        assert lines.asked <= set(range(HEIGHT)) | set(range(length - HEIGHT, length))


async def test_the_cursor_moves_by_keys_and_stays_within_the_list() -> None:
    panel = LineList("list")
    lines = Counted(30)
    panel.show(lambda _: lines)
    async with shown(panel) as pilot:
        panel.focus()
        panel.move_to(0)
        for key, expected in (
            ("k", 0), ("down", 1), ("ctrl+d", 6), ("pagedown", 11), ("ctrl+u", 6), ("end", 29), ("j", 29), ("g", 0),
        ):  # fmt: skip
            await pilot.press(key)
            assert panel.cursor == expected, key
            assert f"line {expected}" in rows(panel)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    panel = LineList("list")
    panel.show(lambda _: Counted(30))
    async with shown(panel) as pilot:
        panel.move_to(1)
        await wheel(pilot, MouseScrollDown)
        assert (rows(panel)[0], panel.cursor) == (f"line {WHEEL}", 1)
        for _ in range(30):
            await wheel(pilot, MouseScrollDown)
        assert rows(panel)[-1] == "line 29"
        await wheel(pilot, MouseScrollUp)
        assert rows(panel)[0] == f"line {20 - WHEEL}"
        panel.move_to(2)
        assert rows(panel)[0] == "line 2"


async def test_the_cursor_stays_in_view_when_the_list_gets_smaller() -> None:
    panel = LineList("list")
    panel.show(lambda _: Counted(30))
    async with shown(panel) as pilot:
        panel.move_to(29)
        await pilot.resize_terminal(40, 5)
        await pilot.pause()
        assert [panel.render_line(y).text.split()[1] for y in range(5)] == ["25", "26", "27", "28", "29"]
        panel.show(lambda _: Counted(7))
        assert [panel.render_line(y).text.split()[1] for y in range(5)] == ["2", "3", "4", "5", "6"]
        panel.show(lambda _: Counted(30))
        assert panel.render_line(0).text.split()[1] == "2"


async def test_enter_and_a_second_click_choose() -> None:
    panel = LineList("list")
    lines = Counted(5)
    panel.show(lambda _: lines)
    async with shown(panel) as pilot:
        app = pilot.app
        assert isinstance(app, Shown)
        panel.focus()
        panel.move_to(0)
        await pilot.press("j", "enter")
        await pilot.click("#list", offset=(2, 3))
        assert panel.cursor == 3
        await pilot.click("#list", offset=(2, 3))
        await pilot.pause()
        assert app.did == [1, 3]
        await pilot.click("#list", offset=(2, 8))
        assert panel.cursor == 3


async def test_an_empty_list_has_no_cursor() -> None:
    panel = LineList("list")
    async with shown(panel) as pilot:
        panel.focus()
        await pilot.press("j", "G", "enter")
        assert panel.cursor is None
        assert panel.region == Region(0, 0, 40, HEIGHT)

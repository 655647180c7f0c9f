"""The area where text of several lines is typed."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.strip import Strip

from netpractice.tui.widgets.writing import WritingArea


class WatchedArea(WritingArea):
    """An area that keeps what was painted last in each of its rows."""

    def __init__(self, text: str) -> None:
        super().__init__(text, name="text")
        self.painted: dict[int, str] = {}

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        self.painted[y] = strip.text.strip()
        return strip


class WritingApp(App[None]):
    """Nothing but an area with a long word."""

    def compose(self) -> ComposeResult:
        yield WatchedArea("a" * 70 + "b" * 30)


async def test_lines_are_painted_as_they_are_broken_for_a_new_width() -> None:
    app = WritingApp()
    async with app.run_test(size=(80, 10)) as pilot:
        area = app.query_one(WatchedArea)
        for width in (83, 80):
            await pilot.resize_terminal(width, 10)
            await pilot.pause(0.1)
            fits = area.wrap_width
            assert area.painted[0] == ("a" * 70 + "b" * 30)[:fits]
            assert area.painted[1] == "b" * (100 - fits)

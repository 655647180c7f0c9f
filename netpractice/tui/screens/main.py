"""The one full-screen frame: header with the six screens, the open screen, footer.

The screens are panes that are mounted when they are first opened: a switch then costs a tenth of what a Textual mode costs.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from textwrap import wrap
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.reactive import var
from textual.screen import Screen

from netpractice.practice.book import Book
from netpractice.tui.actions import ACTION, SCREENS, Keys, ScreenKey
from netpractice.tui.messages import Visit
from netpractice.tui.screens.pane import Pane
from netpractice.tui.screens.place import Place, is_typing
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.bars import SaveState, footer_line, header_line
from netpractice.tui.widgets.lines import Lines, Span

PANES: dict[ScreenKey, str] = {
    "roster": "roster",
    "journal": "journal",
    "followups": "followups",
    "scorecard": "scorecard",
    "week": "week",
}
"""The modules of the screens that are mounted when they are first opened, each with its `PANE`."""

WRITTEN_ON: dict[str, ScreenKey] = {
    "contacts": "roster",
    "conversations": "journal",
    "followups": "followups",
    "favours": "followups",
    "events": "followups",
}
"""The screens on which the records of a table are read, by the table; all others are read on Today."""

BY_WIDTH = [(0, "-tiny"), (60, "-normal"), (100, "-wide")]
"""The class that the frame has from a width in cells on."""

BY_HEIGHT = [(0, "-flat"), (16, "-low"), (24, "-short"), (32, "-tall")]
"""The class that it has from a height in rows on."""


def _reached(size: int, breakpoints: list[tuple[int, str]]) -> str:
    """The class of the last breakpoint that a size reaches."""
    return [name for least, name in breakpoints if size >= least][-1]


def place_of(screen: Screen[Any]) -> Place | None:
    """Where the user is while a screen is on top; None for one that is no place of its own, such as a question."""
    if isinstance(screen, MainScreen):
        return screen.pane
    return screen if isinstance(screen, Place) else None


class MainScreen(Screen[None]):
    """Header, the open pane, footer; data go down into it, messages come up to the app."""

    HORIZONTAL_BREAKPOINTS = BY_WIDTH
    VERTICAL_BREAKPOINTS = BY_HEIGHT
    AUTO_FOCUS: ClassVar[str | None] = None

    open_key: var[ScreenKey] = var("today", init=False)
    """Which of the six screens is open."""
    save_state: var[SaveState] = var("saved")
    """Whether everything shown is on disk."""
    banner: var[str] = var("")
    """A line under the header that stays; empty for none."""

    def __init__(self, book: Book, keys: Keys, glyphs: Glyphs, banner: str) -> None:
        """Show a book."""
        super().__init__()
        self.book = book
        self.keys = keys
        self.glyphs = glyphs
        self.set_reactive(MainScreen.banner, banner)
        # Told beforehand, the style sheets needn't be gone through again when the size is first announced.
        self.set_classes([_reached(self.app.size.width, BY_WIDTH), _reached(self.app.size.height, BY_HEIGHT)])

    def compose(self) -> ComposeResult:
        """Lay out the frame with Today open."""
        from netpractice.tui.screens.today import TodayPane

        yield Lines("header")
        yield Lines("banner")
        yield TodayPane(self.book, self.glyphs, self.keys)
        yield Lines("footer")

    def on_mount(self) -> None:
        """Show Today."""
        self.watch_banner(self.banner)
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_footer())
        self.show_header()
        self.show_footer()
        self.pane.opened()

    @property
    def pane(self) -> Pane:
        """The pane of the open screen."""
        return self.query_one(f"#{self.open_key}", Pane)

    def look_again(self) -> None:
        """Show the book as it is now, in the frame and in the open pane."""
        self.show_header()
        self.show_footer()
        self.pane.look_again()

    def show_header(self) -> None:
        """Show the open screen, the day, the daily run and whether all is on disk."""
        head = (self.open_key, self.book, self.save_state, self.glyphs)
        self.query_one("#header", Lines).show(lambda width: (header_line(*head, width),))

    def show_footer(self) -> None:
        """Show what can be done now."""
        actions, typing = self.pane.footed(), is_typing(self)
        self.query_one("#footer", Lines).show(lambda width: (footer_line(actions, self.keys, width, typing=typing),))

    async def action_go(self, key: ScreenKey) -> None:
        """Open one of the six screens."""
        if key != self.open_key:
            self.pane.display = False
            self.open_key = key
            if not self.query(f"#{key}"):
                await self._mount_pane(key)
            self.pane.display = True
        self.pane.opened()
        self.show_header()
        self.show_footer()

    async def _mount_pane(self, key: ScreenKey) -> None:
        """Mount the pane of a screen that is opened for the first time, with its style sheet."""
        name = PANES[key]
        make: type[Pane] = import_module(f"{__package__}.{name}").PANE
        pane = make(key, self.book, self.glyphs, self.keys)
        path = Path(__file__).parent / pane.STYLES
        sheets = self.app.stylesheet
        if pane.STYLES and not sheets.has_source(str(path)):
            sheets.read(path)
            sheets.reparse()
            sheets.update(self.app)
        await self.mount(pane, before="#footer")

    async def on_visit(self, message: Visit) -> None:
        """Open the screen where something was written, and show it there; the day's page is on Today."""
        table = "" if message.record is None else message.record.table
        await self.action_go(WRITTEN_ON.get(table, "today"))
        self.pane.turn_to(message.day, message.record)

    async def action_turn(self, by: int) -> None:
        """Open the screen so many places to the right in the header; it goes round."""
        names = [key for key, _, _ in SCREENS]
        await self.action_go(names[(names.index(self.open_key) + by) % len(names)])

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Do the action that was clicked, in the app's turn: what a step tells in this screen's turn ends here."""
        self.app.call_later(self.pane.do, ACTION[message.action])

    def watch_banner(self, banner: str) -> None:
        """Show the banner, or take its line away."""
        line = self.query_one("#banner", Lines)
        line.display = bool(banner)
        line.show(lambda width: tuple((Span(f" {part}"),) for part in wrap(banner, max(1, width - 2))))

    def watch_save_state(self) -> None:
        """Tell in the header whether everything is on disk."""
        # The last save may end when the app has begun to close and the header is gone.
        if self.is_mounted and self.query("#header"):
            self.show_header()

"""The base of the large steps: a page that lies over the open screen and has keys of its own.

A subclass says where its actions are and what it consists of; footer, help, palette and the way back come with it:

    class LettersSheet(Sheet[str]):
        WHERE = "letters"              # its place in the registry of actions (see `actions`)
        CALLED = "Letters"             # what help calls it
        HELP = "Choose a letter."
        PARTS = (LIST,)                # a list is on it; FILTER stands for a line that filters
        BINDINGS = bindings("letters")

        def parts(self) -> ComposeResult:
            yield LineList("letters", classes="part")

        def look_again(self) -> None:
            self.query_one("#letters", LineList).show(...)

        def on_line_list_chosen(self, message: LineList.Chosen) -> None:
            self.dismiss(...)

Await the push, so that the next key doesn't slip to the screen below, and take the result in a callback:
`await self.app.push_screen(LettersSheet(self.book, self.glyphs, self.keys), self._chosen)`. The result is None when the
page was left. Steps are taken by `attempt`, as on a screen. Everything that can be done everywhere can be done here
too, except that `q` goes back; a capital leaves the page for its screen.
"""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from netpractice.practice.book import Book
from netpractice.tui.actions import ACTION, Keys, ScreenKey, Where, bindings
from netpractice.tui.screens.main import BY_HEIGHT, BY_WIDTH, MainScreen
from netpractice.tui.screens.place import Place, Places, is_typing
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.bars import footer_line
from netpractice.tui.widgets.lines import Lines

T = TypeVar("T")


class Sheet(ModalScreen[T | None], Place, Generic[T]):
    """A page under the header of the frame, with a footer of its own; the result is None when it was left."""

    WHERE: ClassVar[Where] = "sheet"
    CALLED: ClassVar[str] = ""

    DEFAULT_CSS = """
    Sheet {
        background: transparent;
        overflow: hidden;
    }

    Sheet #sheet {
        margin-top: 1;
        height: 1fr;
        background: $background;
    }

    Sheet #footer {
        height: 1;
        background: $background;
    }
    """
    BINDINGS = [*bindings("sheet"), *bindings("everywhere")]
    HORIZONTAL_BREAKPOINTS = BY_WIDTH
    VERTICAL_BREAKPOINTS = BY_HEIGHT

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Lie over a screen, with the book, the glyphs and the keys in force that it has."""
        super().__init__()
        self.book = book
        self.glyphs = glyphs
        self.keys = keys

    def parts(self) -> ComposeResult:
        """What the page consists of; to be written by a subclass."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Lay out the parts over the footer; the header of the frame stays in view above."""
        with Vertical(id="sheet"):
            yield from self.parts()
        yield Lines("footer")

    def on_mount(self) -> None:
        """Show the page as it is now."""
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_footer())
        self.look_again()
        self.show_footer()

    @property
    def called(self) -> str:
        """The page's name."""
        return self.CALLED

    @property
    def where(self) -> Where:
        """The page's own place."""
        return self.WHERE

    @property
    def places(self) -> Places:
        """All places whose actions can be done here."""
        *here, everywhere = (each for each in super().places if each[1] != "sheet")
        return (*here, ("On a page", "sheet"), everywhere)

    def show_footer(self) -> None:
        """Show what can be done now; help and the way back stand last."""
        back, named = ACTION["sheet.leave"], self.footed()
        # What can be done everywhere isn't named where its key does something else here.
        taken = {key for action in named if action.where != "everywhere" for key in self.keys.of(action)}
        shown = (each for each in named if each.where != "everywhere" or self.keys.of(each)[0] not in taken)
        actions = (*(action for action in shown if action.id not in ("quit", back.id)), back)
        typing = is_typing(self)
        self.query_one("#footer", Lines).show(lambda width: (footer_line(actions, self.keys, width, typing=typing),))

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Do the action that was clicked, in the app's turn."""
        message.stop()
        self.app.call_later(self.do, ACTION[message.action])

    def on_click(self, event: events.Click) -> None:
        """Let a click on the header, which belongs to the frame, do what it does there."""
        frame = next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))
        span = frame.query_one("#header", Lines).span_at(event.screen_x, 0) if event.screen_y == 0 else None
        if span is not None and span.action:
            self.app.call_later(self.do, ACTION[span.action])

    async def action_leave(self) -> None:
        """Go back to where the page was opened."""
        self.dismiss(None)

    async def action_go(self, key: ScreenKey) -> None:
        """Leave for one of the six screens."""
        await self._leave_for(f"screen.go('{key}')")

    async def action_turn(self, by: int) -> None:
        """Leave for the screen so many places to the right in the header."""
        await self._leave_for(f"screen.turn({by})")

    async def _leave_for(self, action: str) -> None:
        """Leave, and then let the screen below do something."""
        await self.action_leave()
        self.app.call_later(self.app.run_action, action)

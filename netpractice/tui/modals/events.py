"""Events of the year and those ahead: the mission before, what happened, and the debrief after."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from netpractice.practice import events
from netpractice.practice.book import Book
from netpractice.practice.events import EventView
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import events_lines
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Lines, MadeLines
from netpractice.tui.widgets.list import LineList


class EventsSheet(Sheet[None]):
    """What one goes to, and what it gave."""

    WHERE = "events"
    CALLED = "Events"
    HELP = "A mission makes a room smaller: one to help, to meet, to see again."
    PARTS = (LIST,)
    BINDINGS = bindings("events")
    CSS_PATH = "events.tcss"
    AUTO_FOCUS = "#rows"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, event: str = "") -> None:
        """Show the year, with the cursor on an event if one is given by its id."""
        super().__init__(book, glyphs, keys)
        self.views: Sequence[EventView] = ()
        self.looked_at = event
        self.rows = LineList("rows", classes="part")
        self.nothing = Lines("nothing", classes="part")
        self.whole = Lines("whole", classes="part")

    def parts(self) -> ComposeResult:
        """The list, and the event under the cursor."""
        yield self.rows
        yield self.nothing
        yield self.whole

    def on_mount(self) -> None:
        """Go to the list."""
        self.watch(self.rows, "cursor", self._follow, init=False)
        self._focus_list()

    def look_again(self) -> None:
        """Show events as they are now, with the cursor on the same one."""
        ahead = [event for event in events.coming(self.book) if event.day > self.book.today]
        views = self.views = (*(events.view(self.book, each.id) for each in reversed(ahead)), *events.year(self.book))
        today, glyphs, keys = self.book.today, self.glyphs, self.keys

        def make(width: int) -> Sequence[Line]:
            """Lines that are made when they come into view."""
            return MadeLines(views, lambda each: events_lines.event_line(each, today, width, glyphs))

        title = events_lines.events_title(len(views), len(ahead), glyphs)
        self.rows.entitle(title)
        self.nothing.entitle(title)
        self.nothing.show(lambda _: events_lines.empty_lines(keys))
        self.rows.display, self.nothing.display = bool(views), not views
        self.rows.show(make)
        there = (index for index, each in enumerate(views) if each.event.id == self.looked_at)
        self.rows.put_cursor(next(there, min(self.rows.cursor or 0, len(views) - 1)) if views else None)
        self._follow(self.rows.cursor)
        self.refresh_bindings()

    @property
    def view(self) -> EventView | None:
        """The event under the cursor."""
        return next((each for each in self.views if each.event.id == self.looked_at), None)

    def _follow(self, index: int | None) -> None:
        """Show the event that the cursor is on."""
        self.looked_at = "" if index is None else self.views[index].event.id
        view = self.view
        self.whole.entitle(view.event.name if view else "")
        self.whole.show(lambda width: events_lines.event_lines(view, width, self.keys) if view else ())

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to the page."""
        if self.views:
            self.rows.focus(scroll_visible=False)
        else:
            self.set_focus(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with an event needs one."""
        return bool(self.looked_at) or action not in {"edit", "batch", "remove", "copy"}

    async def on_line_list_chosen(self) -> None:
        """Edit the event under the cursor."""
        await self.action_edit()

    async def action_add(self) -> None:
        """Write an event down."""
        from netpractice.tui.modals.event_form import EventForm

        await self.app.push_screen(EventForm(self.book, self.glyphs, self.keys), self._after_form)

    async def action_edit(self) -> None:
        """Write the mission before an event, or the debrief after it."""
        from netpractice.tui.modals.event_form import EventForm

        await self.app.push_screen(EventForm(self.book, self.glyphs, self.keys, self.looked_at), self._after_form)

    def _after_form(self, _saved: bool | None) -> None:
        """Go back to the list, in which there may be a first event now."""
        self._focus_list()

    async def action_batch(self) -> None:
        """Write the talks held at the event under the cursor down, unless a batch waits that was begun before."""
        from netpractice.tui.modals.batch import BatchSheet

        begun = events.batch_line(self.book.records.events[self.looked_at])
        await self.app.push_screen(BatchSheet(self.book, self.glyphs, self.keys, begun), self._after_form)

    def action_remove(self) -> None:
        """Take the event under the cursor out."""
        event = self.looked_at
        if self.attempt(lambda: events.remove(self.book, [event])):
            self._focus_list()

    def action_copy(self) -> None:
        """Copy the event under the cursor, with what it gave."""
        view = self.view
        if view is not None:
            self.app.copy_to_clipboard(events_lines.event_text(view, self.book.today))
            self.tell("Copied")

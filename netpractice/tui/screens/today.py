"""Today: the daily check-in, where the app opens."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from netpractice.domain.records import HabitKey, Record
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.today import TodayView, kept_map, lately, today_view
from netpractice.tui.actions import Action, Keys, bindings
from netpractice.tui.messages import Refused
from netpractice.tui.screens import looking_back, today_lines
from netpractice.tui.screens.due_actions import WithDue
from netpractice.tui.screens.pane import Pane
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines, Maker

if TYPE_CHECKING:
    from netpractice.practice.day_notes import DayNotes

TITLES = {
    "pick": "Today's pick",
    "score": "This week",
    "day": "The day",
    "heat": "Half a year",
    "lately": "Lately",
}
"""What the parts are called."""

STAYS = frozenset({"undo", "help", "quit"})
"""What the footer names besides while the attitude is asked for."""


class TodayPane(Pane, WithDue):
    """The six habits of a day, what is due, the week so far and the day's lines."""

    HELP = "Tick what you kept; the journal ticks the rest by itself."
    PARTS = (LIST,)
    NAMES_WRITING = True
    BINDINGS = bindings("today")

    day: var[date | None] = var(None, init=False)
    """The day that is looked at; None follows today."""
    asking: var[bool] = var(default=False, init=False)
    """True while 0-4 set the attitude."""

    ATTITUDE_ACTIONS: ClassVar[frozenset[str]] = frozenset({"attitude", "leave_attitude"})
    DUE_ACTIONS: ClassVar[frozenset[str]] = frozenset({"done", "snooze", "put_off", "not_now"})

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show today."""
        super().__init__("today", book, glyphs, keys)
        self.parts: dict[str | None, Lines] = {}

    def compose(self) -> ComposeResult:
        """Lay out the parts; the style sheet puts them into one column or two."""
        yield Lines("plain")
        with Vertical(id="left"):
            yield Lines("habits", classes="part")
            yield Lines("due", classes="part")
            yield Lines("heat", classes="part")
        with Vertical(id="right"):
            yield Lines("pick", classes="part")
            yield Lines("score", classes="part")
            yield Lines("day", classes="part")
            yield Lines("lately", classes="part")

    def on_mount(self) -> None:
        """Name the parts."""
        self.parts = {part.id: part for part in self.query(Lines)}
        for part, title in TITLES.items():
            self.parts[part].entitle(title)

    @property
    def shown_day(self) -> date:
        """The day that is looked at."""
        return self.day or self.book.today

    def opened(self) -> None:
        """Look at today, whatever day was looked at before."""
        self.day = None
        self.asking = False
        self.look_again()
        self._focus_list()
        if self.due is None:
            # It takes too long to be found out before the first painting.
            self.call_after_refresh(self.know_due)

    async def know_due(self) -> None:
        """Find out what is due and what to keep in mind, unless that is known."""
        from netpractice.tui.screens.due_list import DueList

        if self.due is None:
            self.due = DueList("rows", self.book, self.glyphs)
            await self.query_one("#left").mount(self.due, after="#due")
            self.look_again()
            if self.has_focus:
                self._focus_list()

    def _focus_list(self) -> None:
        """Let keys go to what is due, or while nothing is, to this screen."""
        (self.due if self.due is not None and self.due.there else self).focus(scroll_visible=False)

    def turn_to(self, day: date, record: Record | None) -> None:
        """Look at a day; the days to come are not looked at."""
        self.day = None if day >= self.book.today else day
        self.look_again()

    def look_again(self) -> None:
        """Show the day as it is now."""
        view = today_view(self.book, self.shown_day)
        notes, glyphs, keys, asking = self._notes(), self.glyphs, self.keys, self.asking
        self.parts["habits"].entitle(today_lines.day_title(view, glyphs))
        self.parts["day"].entitle(today_lines.page_title(notes, glyphs))
        self._show("habits", lambda width: today_lines.habit_lines(view, width, glyphs, asking=asking))
        self._show("pick", lambda _: today_lines.pick_to_come(keys))
        self._show("score", lambda width: today_lines.week_lines(view, width, glyphs))
        self._show("day", lambda width: today_lines.page_lines(view, notes, width, glyphs, keys))
        self._show("plain", lambda _: today_lines.plain_lines(view, glyphs))
        self._show("heat", lambda _: looking_back.heat_lines(kept_map(self.book, view.day), view, glyphs))
        self._show("lately", lambda width: looking_back.lately_lines(lately(self.book, view.day), width, glyphs))
        self._show_due(view)

    def _notes(self) -> DayNotes | None:
        """What to keep in mind on the day; None until what is due is known too."""
        if self.due is None:
            return None
        from netpractice.practice.day_notes import day_notes

        return day_notes(self.book, self.shown_day)

    def _show_due(self, view: TodayView) -> None:
        """Show what is due; in its place, what to do first, or that nothing is due."""
        words, due, keys = self.parts["due"], self.due, self.keys
        words.entitle("First steps" if view.empty else "Due now")
        if view.empty:
            words.show(lambda _: today_lines.first_steps(keys))
        else:
            words.show(lambda _: () if due is None else today_lines.nothing_due(keys))
        if due is None:
            return
        due.look_again()
        is_listed = bool(due.there)
        if is_listed != due.display or words.display == is_listed:
            if due.has_focus:
                self.focus(scroll_visible=False)
            words.display, due.display = not is_listed, is_listed
            self.refresh_bindings()

    def _show(self, part: str, make: Maker) -> None:
        """Show lines in a part; one that isn't in view makes them when it comes into view."""
        self.parts[part].show(make)

    def footed(self) -> tuple[Action, ...]:
        """While the attitude is asked for, name nothing that would lead away from it."""
        return tuple(each for each in super().footed() if not self.asking or each.where == "today" or each.id in STAYS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the attitude is asked for, the digits mean its level and nothing else happens here."""
        if self.asking or action in self.ATTITUDE_ACTIONS:
            return self.asking == (action in self.ATTITUDE_ACTIONS)
        return action not in self.DUE_ACTIONS or self.can_deal(action)

    async def on_line_list_chosen(self) -> None:
        """Do what is due, as Enter does on the whole screen."""
        if not self.asking:
            await self.action_done()

    def watch_asking(self) -> None:
        """Show the question, and the keys that answer it."""
        self.look_again()
        self.refresh_bindings()

    def action_tick(self, key: HabitKey) -> None:
        """Tick a habit or take the tick back; the attitude asks for its level."""
        if key == "open":
            self.asking = True
        else:
            self.attempt(lambda: checkin.tick(self.book, key, self.shown_day))

    def action_attitude(self, level: int) -> None:
        """Write down an attitude of 0 to 4, or take it back with -1."""
        self.asking = False
        self.attempt(lambda: checkin.set_attitude(self.book, self.shown_day, level if level >= 0 else None))

    def action_leave_attitude(self) -> None:
        """Leave the attitude as it is."""
        self.asking = False

    def action_pass_day(self) -> None:
        """Take a pass, or take it back."""
        self.attempt(lambda: checkin.toggle_pass(self.book, self.shown_day))

    def action_day(self, by: int) -> None:
        """Look at another day; the days to come are not looked at."""
        day = self.shown_day + timedelta(days=by)
        if day > self.book.today:
            self.post_message(Refused("That day is still ahead."))
            return
        self.day = None if day == self.book.today else day
        self.look_again()

    async def action_intention(self) -> None:
        """Ask for the day's intention."""
        page = checkin.page(self.book, self.shown_day)
        await self._write("intention", "Intention: what do you mean to do?", page.intention if page else "")

    async def action_reflection(self) -> None:
        """Ask for the evening's line."""
        page = checkin.page(self.book, self.shown_day)
        await self._write("reflection", "Evening: how did it go?", page.reflection if page else "")

    async def _write(self, name: Literal["intention", "reflection"], question: str, text: str) -> None:
        """Ask for a line, to be written on the page of the day that is shown now."""
        from netpractice.tui.modals.ask_line import AskLine

        day, drafts = self.shown_day, self.book.drafts
        place = f"today.{name} {day}"
        set_line = checkin.set_intention if name == "intention" else checkin.set_reflection

        def write(line: str | None) -> None:
            """Write what was given, if anything was."""
            outcome = None if line is None else self.attempt(lambda: set_line(self.book, day, line))
            if outcome is not None:
                drafts.saved(place, outcome.change)

        await self.app.push_screen(AskLine(question, text, draft=(drafts, place)), write)

"""Follow-ups: what is open by the day it is due, and the way to everything about giving, events and seasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from netpractice.domain.records import Event, Favour, FollowUp, Record, StepKind
from netpractice.practice import followups, seasons
from netpractice.practice.book import Book
from netpractice.practice.lanes import history, lanes, row
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import not_over
from netpractice.tui.actions import Keys, ScreenKey, bindings
from netpractice.tui.screens import followups_lines
from netpractice.tui.screens.due_lines import day_read
from netpractice.tui.screens.filtered import Filtered
from netpractice.tui.screens.followups_lines import Heading, Listed
from netpractice.tui.screens.pane import Pane
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.headed_list import HeadedList
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Line, Lines, MadeLines, Span
from netpractice.tui.widgets.titles import Part

if TYPE_CHECKING:
    from netpractice.tui.modals.events import EventsSheet
    from netpractice.tui.modals.favours import FavoursSheet

ALWAYS = frozenset({"add", "filter", "clear", "favours", "events", "season"})
"""What can be done while no follow-up is listed."""

STEPS: dict[StepKind, Callable[[Book, tuple[str, ...]], Outcome]] = {
    "acted": followups.acted,
    "told": followups.told,
    "done": followups.done,
    "let go": followups.let_go,
    "reopened": followups.reopen,
}
"""What takes each step."""


class FollowupsPane(Pane, Filtered):
    """Open follow-ups in lanes, closed ones found by a filter, and the story of the one under the cursor."""

    HELP = "Every lead and promise until it is closed, let go on purpose too."
    STYLES = "followups.tcss"
    BINDINGS = bindings("followups")

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show what is open."""
        super().__init__(key, book, glyphs, keys)
        self.found = lanes(book)
        self.listed: Sequence[Listed] = ()
        self.looked_at = ""
        self.marks: set[str] = set()
        self.open = Part(name="open")
        self.filter = FilterLine(name="filter", hint="words, who:ann, kind:lead, due, acted, closed, outcome:told")
        self.search = FilterBar(self.filter)
        self.rows = HeadedList("rows", self._is_heading)
        self.story = Lines("story", classes="part")
        self.panel = {name: Lines(name) for name in ("trouble", "nothing", "hint")}

    def compose(self) -> ComposeResult:
        """Lay out the lanes over the story, or beside it."""
        panel = self.panel
        with self.open:
            yield self.search
            yield panel["trouble"]
            yield self.rows
            yield panel["nothing"]
        yield self.story
        yield panel["hint"]

    def on_mount(self) -> None:
        """Fill in what doesn't change."""
        self.watch(self.rows, "cursor", self._follow, init=False)
        self.panel["hint"].show(lambda _: ((Span("widen to 80x24 for the full view", "muted"),),))

    @property
    def followup(self) -> FollowUp | None:
        """The follow-up under the cursor."""
        return self.book.records.followups.get(self.looked_at)

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of those in the list that are marked, in their order."""
        return tuple(each for each in map(_id, self.listed) if each in self.marks)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those that an action is about: the marked ones, or else the one under the cursor."""
        return self.marked or ((self.looked_at,) if self.looked_at else ())

    # What is shown

    def turn_to(self, day: date, record: Record | None) -> None:
        """Put the cursor on a follow-up, a closed one too; open a favour or an event where those are kept."""
        if isinstance(record, FollowUp):
            self._turn_to(record)
        elif isinstance(record, Favour):
            self.app.push_screen(self._favours(record.id))
        elif isinstance(record, Event):
            self.app.push_screen(self._events(record.id))

    def _turn_to(self, followup: FollowUp) -> None:
        """Put the cursor on a follow-up, and where the list has it not, find it."""
        self.looked_at = followup.id
        self.look_again()
        if self.looked_at != followup.id and followup.id in self.book.records.followups:
            self.looked_at = followup.id
            self.filter.value = f'"{followup.what}"' if followup.what else "closed"
            self._end_filter()
            self.look_again()

    def look_again(self) -> None:
        """Show follow-ups as they are now, with the cursor on the same one, and where that is gone, on the next one."""
        self.found = lanes(self.book, self.filter.value)
        self.listed = followups_lines.listed(self.found)
        self.marks &= self.book.records.followups.keys()
        self._show_rows()
        self._show_around()
        self._look_at(self.rows.cursor)

    def _show_rows(self) -> None:
        """Show the list."""
        listed, closed = self.listed, bool(self.found.closed)

        def make(width: int) -> Sequence[Line]:
            """Lines that are made when they come into view."""
            return MadeLines(listed, partial(self._line, followups_lines.columns_for(width, closed=closed)))

        self.rows.display = bool(listed)
        self.rows.show(make)
        self.rows.put_cursor(self._place())
        if not self.filter.has_focus and self.has_focus_within:
            self._focus_list()

    def _line(self, columns: followups_lines.Columns, each: Listed) -> Line:
        """One line of the list."""
        if isinstance(each, Heading):
            return followups_lines.heading_line(each)
        shown = row(self.book, each) if isinstance(each, FollowUp) else each
        marked = shown.followup.id in self.marks
        return followups_lines.row_line(shown, self.book.today, columns, self.glyphs, marked=marked)

    def _place(self) -> int | None:
        """Where the cursor belongs."""
        if not self.listed:
            return None
        there = (index for index, each in enumerate(self.listed) if _id(each) == self.looked_at)
        place = next(there, None) if self.looked_at else None
        if place is None:
            place = min(self.rows.cursor or 0, len(self.listed) - 1)
        return place + 1 if self._is_heading(place) else place

    def _is_heading(self, index: int) -> bool:
        """True for a line that stands over a lane."""
        return isinstance(self.listed[index], Heading)

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to this screen."""
        (self.rows if self.listed else self).focus(scroll_visible=False)

    def _show_around(self) -> None:
        """Show the title and the lines about the list."""
        found, keys, panel = self.found, self.keys, self.panel
        filtered = bool(self.filter.value.strip())
        now = seasons.current(self.book)
        season = seasons.say(now) if now else ""
        self.open.entitle(
            followups_lines.followups_title(found, len(self.marked), season, filtered=filtered, glyphs=self.glyphs),
        )
        panel["trouble"].show(
            lambda width: tuple((Span(f"  {line}", "open"),) for line in wrap(found.trouble, width - 4))
        )
        panel["nothing"].display = not self.listed
        panel["nothing"].show(
            lambda _: followups_lines.nothing_lines(keys) if filtered else followups_lines.empty_lines(keys)
        )

    def _follow(self, index: int | None) -> None:
        """Let the story follow the cursor."""
        if index is not None and _id(self.listed[index]) != self.looked_at:
            self._look_at(index)

    def _look_at(self, index: int | None) -> None:
        """Tell the story of the follow-up in a line of the list; None for no line."""
        self.looked_at = "" if index is None else _id(self.listed[index])
        followup = self.followup
        if followup is None:
            self.story.entitle("")
            self.story.show(lambda _: ())
            return
        shown, steps = row(self.book, followup), history(self.book, followup)
        self.story.entitle(followups_lines.story_title(shown))
        self.story.show(
            lambda width: followups_lines.story_lines(shown, steps, self.book.today, width, self.glyphs, self.keys)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most of it is done with a follow-up."""
        return bool(self.looked_at) or action in ALWAYS

    # The filter and the marks

    def action_clear(self) -> None:
        """Take the marks away, or if there are none, the filter."""
        if self.marks:
            self.marks.clear()
            self.look_again()
        else:
            self.filter.action_clear()

    def action_mark(self) -> None:
        """Mark the follow-up under the cursor, or take the mark away, and go on."""
        self.marks ^= {self.looked_at}
        self.look_again()
        self.rows.action_move(1)

    # The steps

    async def on_line_list_chosen(self) -> None:
        """Take the step that is to be expected next."""
        self.action_proceed()

    def action_proceed(self) -> None:
        """Take the step that is to be expected next; what is closed stays so."""
        followup = self.followup
        if followup is not None and row(self.book, followup).closed is None:
            self.attempt(lambda: followups.proceed(self.book, followup.id))
        elif followup is not None:
            self.tell("That is closed already")

    def action_answer(self, kind: StepKind) -> None:
        """Take a step with all that are chosen."""
        ids = self.chosen
        self._answer(lambda: STEPS[kind](self.book, ids))

    def _answer(self, step: Callable[[], Outcome]) -> None:
        """Take a step, after which nothing is marked any more."""
        if self.attempt(step):
            self.marks.clear()
            self.look_again()

    async def action_remark(self) -> None:
        """Ask what came of it, and take the step that is to be expected next."""
        from netpractice.tui.modals.ask_line import AskLine

        followup = self.followup
        shown = row(self.book, followup) if followup else None
        if shown is None or shown.closed is not None:
            self.tell("That is closed already")
            return

        def take(note: str | None) -> None:
            """Take the step, unless the question was left."""
            if note is not None:
                self.attempt(lambda: followups.proceed(self.book, shown.followup.id, note))

        question = f"{shown.answers[0].capitalize()}: what came of it?"
        await self.app.push_screen(AskLine(question, hint=shown.words), take)

    def action_snooze(self) -> None:
        """Put what is chosen off until tomorrow."""
        ids = self.chosen
        self._answer(lambda: followups.snooze(self.book, ids, "tom"))

    async def action_put_off(self) -> None:
        """Ask for the day to put what is chosen off to."""
        from netpractice.tui.modals.ask_line import AskLine

        ids = self.chosen

        def take(words: str | None) -> None:
            """Put it off, if a day was given."""
            if words is not None:
                self._answer(lambda: followups.snooze(self.book, ids, words))

        ask = AskLine("Until when?", read=partial(not_over, self.book), tell=partial(day_read, self.book))
        await self.app.push_screen(ask, take)

    # The follow-ups themselves

    async def action_add(self) -> None:
        """Write one down by hand."""
        from netpractice.tui.modals.followup_form import FollowUpForm

        await self.app.push_screen(FollowUpForm(self.book, self.glyphs, self.keys))

    async def action_edit(self) -> None:
        """Correct the one under the cursor."""
        from netpractice.tui.modals.followup_form import FollowUpForm

        await self.app.push_screen(FollowUpForm(self.book, self.glyphs, self.keys, self.looked_at))

    async def action_favours(self) -> None:
        """Open the favour ledger."""
        await self.app.push_screen(self._favours())

    def _favours(self, favour: str = "") -> FavoursSheet:
        """The ledger, with the cursor on a favour if one is given by its id."""
        from netpractice.tui.modals.favours import FavoursSheet

        return FavoursSheet(self.book, self.glyphs, self.keys, favour)

    async def action_events(self) -> None:
        """Open the events of the year."""
        await self.app.push_screen(self._events())

    def _events(self, event: str = "") -> EventsSheet:
        """The events, with the cursor on one if it is given by its id."""
        from netpractice.tui.modals.events import EventsSheet

        return EventsSheet(self.book, self.glyphs, self.keys, event)

    async def action_season(self) -> None:
        """Say what is needed from today on, or that nothing is."""
        from netpractice.tui.modals.season import ask_season

        await ask_season(self)

    def action_remove(self) -> None:
        """Take what is chosen out of the book."""
        ids = self.chosen
        self._answer(lambda: followups.remove(self.book, ids))

    def action_copy(self) -> None:
        """Copy what is chosen as text."""
        there = [self.book.records.followups[each] for each in self.chosen]
        told = (
            followups_lines.story_text(row(self.book, each), history(self.book, each), self.book.today)
            for each in there
        )
        self.app.copy_to_clipboard("\n\n".join(told))
        self.tell("Copied")


def _id(each: Listed) -> str:
    """The id of the follow-up in a line; empty for a heading."""
    if isinstance(each, Heading):
        return ""
    return each.id if isinstance(each, FollowUp) else each.followup.id


PANE = FollowupsPane

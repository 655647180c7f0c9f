"""The scorecard: six habits over weeks, and for every cell the rows that made it so."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import var

from netpractice.domain.days import WEEK, show_day
from netpractice.domain.habits import HABIT, HABITS, Habit
from netpractice.domain.records import HabitKey, Record
from netpractice.practice import checkin, plan
from netpractice.practice.book import Book
from netpractice.practice.grid import Card, card, edited_day, week_why
from netpractice.practice.today import kept_map
from netpractice.tui.actions import ACTION, GROUPS, Keys, ScreenKey, bindings
from netpractice.tui.messages import Visit
from netpractice.tui.screens import scorecard_lines as lines
from netpractice.tui.screens import why_lines
from netpractice.tui.screens.pane import Pane
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Lines, cut_line, text_of
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part

View: TypeAlias = Literal["days", "bars", "year", "how"]

VIEWS: tuple[View, ...] = ("days", "bars", "year", "how")
"""What the panel below the grid can show, in the order of the key that goes on to the next."""

YEAR_WEEKS = 53
"""The weeks that hold a year."""


class ScorecardPane(Pane):
    """The grid of weeks, with the panel that explains the cell under the cursor."""

    HELP = "Every cell is explained below it; late entries, undo and edits move it at once."
    STYLES = "scorecard.tcss"
    PARTS = (LIST,)
    BINDINGS = bindings("scorecard")

    row: var[int] = var(0, init=False)
    """The line under the cursor: a habit, or the weeks' scores."""
    back: var[int] = var(0, init=False)
    """How many weeks ago the week under the cursor is."""
    view: var[View] = var("days", init=False)
    """What the panel below shows."""

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show the running week."""
        super().__init__(key, book, glyphs, keys)
        self.shown: tuple[tuple[date, Record | None], ...] = ()
        self.count = lines.FEW
        self.table = lines.Grid(Card(weeks=(), first=None, strength=None, strengths=(), runs=()), glyphs)

        self.plain, self.summary = Lines("plain"), Lines("summary")
        self.grid, self.about, self.year = (Lines(name, classes="part") for name in ("grid", "about", "year"))
        self.why = Part(name="why")
        self.days = LineList("days")

    def compose(self) -> ComposeResult:
        """Lay out the grid over its panels; the style sheet puts these beside each other where there is room."""
        yield self.plain
        yield self.grid
        with Horizontal(id="below"):
            with self.why:
                yield self.summary
                yield self.days
            yield self.about
        yield self.year

    def on_mount(self) -> None:
        """Name the parts."""
        self.grid.entitle("Scorecard", "score = the mean of the habits, each up to its plan")
        self.year.entitle("A year")

    @property
    def week(self) -> date:
        """The week under the cursor."""
        return self.book.standing.this_week - self.back * WEEK

    @property
    def habit(self) -> HabitKey | None:
        """The habit under the cursor; None on the line of the scores."""
        return HABITS[self.row].key if self.row < len(HABITS) else None

    @property
    def day(self) -> date:
        """The day that can be edited: the one under the cursor of the days, else the last of the week."""
        if self.days.has_focus and self.days.cursor is not None and self.days.cursor < len(self.shown):
            return self.shown[self.days.cursor][0]
        return edited_day(self.book, self.week)

    def look_again(self) -> None:
        """Show the weeks as they are now."""
        self.count = lines.weeks_in(self.grid.size.width or self.size.width)
        self.set_reactive(ScorecardPane.back, min(self.back, self.count - 1))
        self.table = lines.Grid(card(self.book, self.count), self.glyphs)
        self._show_year()
        self._look_at()

    def _look_at(self) -> None:
        """Show the cell under the cursor, and explain it."""
        table, at = self.table, (self.row, self.count - 1 - self.back)
        self.grid.show(lambda width: table.lines(at, width))
        self.plain.show(lambda _: lines.plain_lines(table.card.weeks[at[1]], at[0], self.glyphs))
        self._explain(HABITS[min(self.row, len(HABITS) - 1)], at[1])
        if self.days.cursor is not None:
            self.days.put_cursor(min(self.days.cursor, len(self.days.lines) - 1))

    def _explain(self, habit: Habit, column: int) -> None:
        """Show what the panel below the grid shows, and what is about the habit beside it."""
        glyphs, weeks = self.glyphs, self.table.card.weeks
        why = week_why(self.book, habit.key, self.week)

        def about(width: int) -> tuple[Line, ...]:
            return why_lines.about_lines(
                habit, plan.says(self.book, habit.key, plan.planned(self.book)[habit.key]), width
            )

        self.about.entitle(habit.name)
        self.about.show(about)
        self.set_class(self.view == "year", "-year")
        self.shown = ()
        said: Line = ()
        if self.view == "bars":
            self.why.entitle("The weeks' scores")
            self.days.show(lambda _: lines.bar_lines(weeks, column, glyphs))
        elif self.view == "how":
            self.why.entitle(f"{habit.name}: how it is computed")
            self.days.show(about)
        elif self.habit is None:
            self.why.entitle(f"Why the score, {why_lines.which_week(weeks[column], self.book.today)}")
            self.days.show(lambda _: why_lines.score_lines(weeks[column], glyphs))
        else:
            self.why.entitle(why_lines.why_title(why, self.book.today))
            said = why_lines.why_summary(why, self.table.card.runs[habit.index].longest, glyphs)
            self.shown = tuple((day.day, record) for day in why.days for record in why_lines.behind(day))
            self.days.show(
                lambda width: tuple(line for day in why.days for line in why_lines.day_lines(day, width, glyphs))
            )
        self.summary.show(lambda width: (cut_line(said, width, more=glyphs.more),) if said else ())

    def _show_year(self) -> None:
        """Show the map of the year."""

        def make(width: int) -> tuple[Line, ...]:
            kept = kept_map(self.book, self.book.today, YEAR_WEEKS)
            days = [self.book.standing.this_week - n * WEEK for n in reversed(range(YEAR_WEEKS))]
            return lines.year_lines(kept, days, self.book.standing.first_week, width, self.glyphs)

        self.year.show(make)

    def opened(self) -> None:
        """Come back to the weeks; the cursor stays where it was."""
        super().opened()
        self._leave_days()

    def on_resize(self) -> None:
        """Show as many weeks as there is room for now."""
        if self.display and lines.weeks_in(self.grid.size.width) != self.count:
            self.look_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Among the days, the keys of lines are the list's."""
        return action != "line" or not self.days.has_focus

    def watch_row(self) -> None:
        """Explain the line under the cursor."""
        self._look_elsewhere()

    def watch_back(self) -> None:
        """Explain the week under the cursor."""
        self._look_elsewhere()

    def watch_view(self) -> None:
        """Show another view."""
        self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        """Explain another cell, or in another way, from the first line on."""
        self.days.scroll_by(-self.days.top)
        self._look_at()

    def _leave_days(self) -> None:
        """Take the cursor from the days, and show them from the first on."""
        self.days.put_cursor(None)
        self.days.scroll_by(-self.days.top)

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked."""
        offset = event.get_content_offset(self.grid)
        cell = None if offset is None else lines.cell_at(offset.x, offset.y, self.count)
        if cell is not None:
            self.row, column = cell
            self.back = self.count - 1 - column
            self.action_leave_why()

    def action_row(self, row: int) -> None:
        """Go to a habit."""
        self.row = row
        self.view = "days"
        self.action_leave_why()

    def action_line(self, by: int) -> None:
        """Go up or down by so many lines."""
        self.row = max(0, min(lines.WEEK_ROW, self.row + by))

    def action_week(self, by: int) -> None:
        """Go to an earlier or a later week."""
        self.back = max(0, min(self.count - 1, self.back - by))

    def action_edge(self, last: bool) -> None:
        """Go to the first week that is shown, or to the running one."""
        self.back = 0 if last else self.count - 1

    def action_view(self) -> None:
        """Go on to the next view."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.action_leave_why()

    def action_why(self) -> None:
        """Go to the days that explain the cell."""
        self.view = "days"
        if self.habit is not None:
            self.days.focus(scroll_visible=False)
            self.days.put_cursor(max((n for n, (day, _) in enumerate(self.shown) if day <= self.book.today), default=0))

    def action_leave_why(self) -> None:
        """Go back to the weeks."""
        self._leave_days()
        self.focus(scroll_visible=False)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open what the line under the cursor is about, where it was written."""
        message.stop()
        if message.index < len(self.shown):
            day, record = self.shown[message.index]
            self.post_message(Visit(day, record))

    def action_edit_day(self) -> None:
        """Open the day on Today."""
        if self.day > self.book.today:
            self.tell("that day is still ahead")
        else:
            self.post_message(Visit(self.day))

    def action_pass_day(self) -> None:
        """Make the day a pass, or take the pass back; that of a past week has to be chosen."""
        if self.back and not self.days.has_focus:
            self.tell(f"choose the day first: {self.keys.label(ACTION['scorecard.why'])}")
            return
        self.attempt(lambda: checkin.toggle_pass(self.book, self.day))

    def action_rest_week(self) -> None:
        """Make the week a rest week, or have it scored again."""
        self.attempt(lambda: checkin.toggle_rest_week(self.book, self.week))

    async def action_target(self) -> None:
        """Ask for the habit's target from next week on."""
        from netpractice.tui.modals.choice import Choice

        key = self.habit
        if key is None:
            self.tell(f"go to a habit first: {GROUPS['row'].keys}")
            return
        start = show_day(plan.next_week(self.book), self.book.today)
        options = range(2) if key == "follow" else range(plan.DAYS_A_WEEK + 1)
        answers = {str(days): plan.wanted(key, days) for days in options}
        question = f"{HABIT[key].name}: {plan.wanted(key, plan.planned(self.book)[key])} now. From {start} on:"
        choice = Choice(question, answers, note="The weeks until then stay as they are.")
        await self.app.push_screen(choice, lambda answer: self._planned(key, answer))

    def _planned(self, key: HabitKey, answer: str | None) -> None:
        """Change the plan as was answered."""
        if answer is not None:
            self.attempt(lambda: plan.set_target(self.book, key, int(answer)))

    def action_copy_row(self) -> None:
        """Copy the line under the cursor as text."""
        days = self.days
        there = days.lines[days.cursor] if days.has_focus and days.cursor is not None else None
        line = there or self.grid.lines[self.row + 2]
        self.app.copy_to_clipboard(text_of(line).strip())
        self.tell("copied the line")


PANE = ScorecardPane

"""The week: score, habits, the three traps with their repair, and what to take along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from netpractice.domain.days import WEEK, week_label
from netpractice.domain.habits import TrapKey
from netpractice.domain.records import Record
from netpractice.practice import traps
from netpractice.practice.book import Book
from netpractice.practice.grid import grid
from netpractice.practice.outcome import Outcome
from netpractice.practice.review import ReviewReport, review, write
from netpractice.practice.review_page import page
from netpractice.practice.traps import TrapRow
from netpractice.tui.actions import Keys, ScreenKey, bindings
from netpractice.tui.messages import Visit
from netpractice.tui.screens import week_lines, week_panels
from netpractice.tui.screens.pane import Pane
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines, MadeLines, Maker, text_of
from netpractice.tui.widgets.list import LineList

TITLES = {
    "half": "Half a year",
    "told": "Loops and people",
    "loops": "Loops",
    "along": "To take along",
    "people": "People",
    "felt": "How it felt",
    "earlier": "Earlier lessons",
}
"""What the parts are called that always have the same title."""

AT_TRAPS = frozenset({"repair", "leave_row", "visit", "leave_traps"})
"""What can be done while the cursor is on the traps, and only then."""

AWAY_FROM_TRAPS = frozenset({"guided", "traps"})
"""What can be done while it isn't."""


class WeekPane(Pane):
    """A week at a glance; Enter goes through what is open in it."""

    HELP = "A week at a glance. Enter goes through what is open, in five minutes."
    STYLES = "week.tcss"
    PARTS = (LIST,)
    BINDINGS = bindings("week")

    week: var[date | None] = var(None, init=False)
    """The first day of the week that is looked at; None follows the running one."""

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show the running week."""
        super().__init__(key, book, glyphs, keys)
        self.targets: tuple[week_lines.Target, ...] = ()
        self.traps = LineList("traps", classes="part")
        self.seen: tuple[tuple[int, date, date], ReviewReport] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts; the style sheet puts them into one column or two."""
        yield Lines("plain")
        with Vertical(id="left"):
            yield Lines("head", classes="part")
            yield Lines("half", classes="part")
            yield self.traps
        with Vertical(id="right"):
            for name in ("told", "loops", "along", "people", "felt", "earlier"):
                yield Lines(name, classes="part")

    def on_mount(self) -> None:
        """Name the parts."""
        for name, title in TITLES.items():
            self.query_one(f"#{name}", Lines).entitle(title)
        self.watch(self.traps, "cursor", self._follow, init=False)

    @property
    def shown_week(self) -> date:
        """The first day of the week that is looked at."""
        return self.week or self.book.standing.this_week

    @property
    def report(self) -> ReviewReport:
        """The week that is looked at, as it is now; worked out anew when the book, the day or the week is another."""
        key = (self.book.revision, self.book.today, self.shown_week)
        if self.seen is None or self.seen[0] != key:
            self.seen = (key, review(self.book, self.shown_week))
        return self.seen[1]

    @property
    def target(self) -> week_lines.Target | None:
        """The gauge or the row under the cursor of the traps; None while the cursor isn't there."""
        place = self.traps.cursor
        return None if place is None or place >= len(self.targets) else self.targets[place]

    def opened(self) -> None:
        """Look at the running week, whatever week was looked at before."""
        self.set_reactive(WeekPane.week, None)
        self.traps.put_cursor(None)
        super().opened()

    def look_again(self) -> None:
        """Show the week as it is now."""
        report, glyphs, keys, start = self.report, self.glyphs, self.keys, self.shown_week
        wide = 2 if self.screen.has_class("-wide") else 1
        self.query_one("#head", Lines).entitle(week_lines.week_title(report, self.book.today, glyphs))
        self._show("head", lambda width: week_lines.head_lines(report, width, glyphs))
        self._show_traps(report)
        self._show("plain", lambda _: week_lines.plain_lines(report, glyphs))
        self._show("told", lambda width: week_panels.told_lines(report, width, glyphs))
        self._show("loops", lambda width: week_panels.loop_lines(report, width))
        self._show("along", lambda width: week_panels.along_lines(report, width, wide, keys, glyphs))
        self._show("people", lambda width: week_panels.people_lines(report, width))
        self._show("felt", lambda width: week_panels.felt_lines(report, width, glyphs))
        self._show("earlier", lambda width: week_panels.earlier_lines(report, width, glyphs))
        weeks = grid(self.book, week_panels.HALF_A_YEAR, start)
        self._show("half", lambda width: week_panels.score_bars(weeks, width, glyphs))

    def _show(self, part: str, make: Maker) -> None:
        """Show lines in a part."""
        self.query_one(f"#{part}", Lines).show(make)

    def _show_traps(self, report: ReviewReport) -> None:
        """Show the traps, with the cursor near where it was."""
        self.targets = targets = week_lines.trap_targets(report)
        if targets:
            self.traps.show(
                lambda width: MadeLines(targets, lambda target: week_lines.trap_line(target, width, self.glyphs))
            )
        else:
            self.traps.show(lambda _: week_lines.no_traps_lines())
        if self.traps.cursor is not None:
            self.traps.put_cursor(min(self.traps.cursor, len(targets) - 1) if targets else None)
        self._follow()

    def _follow(self) -> None:
        """Say in the title what the keys do with the row under the cursor, and in the footer which."""
        self.traps.entitle(week_lines.traps_title(self.target, self.keys, self.glyphs))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some of it is done on the traps, some beside them; the rest everywhere."""
        on_traps = self.traps.has_focus
        return on_traps if action in AT_TRAPS else not on_traps if action in AWAY_FROM_TRAPS else True

    def watch_week(self) -> None:
        """Show another week."""
        self.look_again()

    def action_week(self, by: int) -> None:
        """Go to an earlier or a later week, from that of the first record to the running one."""
        standing, week = self.book.standing, self.shown_week + by * WEEK
        if week > standing.this_week:
            self.tell("that week is still ahead")
        elif week < (standing.first_week or standing.this_week):
            self.tell("nothing was written down before this week")
        else:
            self.week = None if week == standing.this_week else week

    # The traps

    def action_traps(self, last: bool = False) -> None:
        """Go to the traps: to the first row that there is to repair, or to the last line."""
        if not self.targets:
            self.tell("the traps are with this week and the last")
            return
        first = next((n for n, (_, row) in enumerate(self.targets) if row is not None), 0)
        self.traps.focus(scroll_visible=False)
        self.traps.put_cursor(len(self.targets) - 1 if last else first)

    def action_leave_traps(self) -> None:
        """Go back to the week."""
        self.traps.put_cursor(None)
        self.focus(scroll_visible=False)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Repair the row."""
        message.stop()
        self.action_repair()

    def action_repair(self) -> None:
        """Write down what ends the trap for the row under the cursor."""
        self._with_row(lambda trap, row: traps.repair(self.book, trap, row))

    def action_leave_row(self) -> None:
        """Let go of the row under the cursor, on purpose."""
        self._with_row(lambda _, row: traps.leave(self.book, row))

    def _with_row(self, step: Callable[[TrapKey, TrapRow], Outcome]) -> None:
        """Do something about the row under the cursor; on a gauge, go to its first row."""
        if self.target is None:
            return
        gauge, row = self.target
        if row is not None:
            self.attempt(lambda: step(gauge.trap, row))
        elif gauge.rows:
            self.traps.put_cursor(next(n for n, (of, there) in enumerate(self.targets) if there and of is gauge))
        else:
            self.tell(f"{gauge.name}: nothing to repair")

    def action_visit(self) -> None:
        """Open whom or what the row under the cursor is about."""
        row = self.target[1] if self.target else None
        if row is not None:
            table = self.book.records.followups if row.kind == "follow-up" else self.book.records.contacts
            record: Record = table[row.id]
            self.post_message(Visit(self.book.today, record))

    # The lines and the page

    async def action_lesson(self) -> None:
        """Ask what the week taught."""
        await self._write("What did the week teach you?", self.report.lesson, "lesson")

    async def action_if_then(self) -> None:
        """Ask for a plan for next week."""
        await self._write("If … happens next week, then I will …", self.report.if_then, "if_then")

    async def _write(self, question: str, text: str, name: str) -> None:
        """Ask for a line of the week that is looked at."""
        from netpractice.tui.modals.ask_line import AskLine

        week = self.shown_week

        def take(line: str | None) -> None:
            """Write what was given, if anything was."""
            if line is not None:
                self.attempt(lambda: write(self.book, week, **{name: line}))

        await self.app.push_screen(AskLine(question.replace("…", self.glyphs.more), text), take)

    async def action_guided(self) -> None:
        """Go through what is open."""
        await self._open_guided(reading=False)

    async def action_page(self) -> None:
        """Read the week's page."""
        await self._open_guided(reading=True)

    async def _open_guided(self, *, reading: bool) -> None:
        """Open the guided review, or its page."""
        from netpractice.tui.modals.guided import GuidedSheet

        sheet = GuidedSheet(self.book, self.glyphs, self.keys, self.shown_week, reading=reading)
        await self.app.push_screen(sheet)

    def action_markdown(self) -> None:
        """Copy the week as Markdown."""
        self.app.copy_to_clipboard(page(self.report))
        self.tell(f"copied {week_label(self.shown_week)} as Markdown")

    def action_copy_row(self) -> None:
        """Copy the line under the cursor, or the headline, as text."""
        place = self.traps.cursor
        lines = self.query_one("#head", Lines).lines[0] if place is None else self.traps.lines[place]
        self.app.copy_to_clipboard(text_of(lines).strip())
        self.tell("copied the line")


PANE = WeekPane

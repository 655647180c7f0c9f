"""The journal: all conversations by day, searched over all years, with a reader beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.timer import Timer

from netpractice.domain.records import Conversation, Record
from netpractice.practice import talks
from netpractice.practice.book import Book
from netpractice.practice.journal import JournalLine, journal, month, on_this_day, prepare
from netpractice.practice.talk_view import entry, talk_row
from netpractice.tui.actions import Keys, ScreenKey, bindings
from netpractice.tui.screens import journal_lines
from netpractice.tui.screens.filtered import Filtered
from netpractice.tui.screens.pane import Pane
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.headed_list import HeadedList
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Line, Lines, MadeLines, Span
from netpractice.tui.widgets.titles import Part

VIEWS = ("reader", "month", "years")
"""What can stand below the list, where there is room for one only."""

PREPARE_EVERY, PREPARED = 0.03, 150
"""Seconds between two idle moments in which conversations are made ready to be searched, and how many at a time."""


class JournalPane(Pane, Filtered):
    """Conversations by day, the newest first, with the one under the cursor to be read."""

    HELP = "Your conversations, newest first: search all years, read, edit."
    STYLES = "journal.tcss"
    BINDINGS = bindings("journal")
    NAMES_WRITING = True

    view: var[int] = var(0, init=False)
    """Which of the views stands below the list."""

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show everything."""
        super().__init__(key, book, glyphs, keys)
        self.found = journal(book)
        self.listed: Sequence[JournalLine] = ()
        self.looked_at = ""
        self.filter = FilterLine(name="filter", hint='words, "phrase", #tag, @place, who:ann, from:2025 to:fri')
        self.search = FilterBar(self.filter)
        self.rows = HeadedList("rows", self._is_day)
        self.list = Part(name="talks")
        self.panel = {name: Lines(name) for name in ("trouble", "nothing", "hint")}
        self.views = {name: Lines(name, classes="part") for name in VIEWS}
        self._preparing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list over what is read, or beside it."""
        with self.list:
            yield self.search
            yield self.panel["trouble"]
            yield self.rows
            yield self.panel["nothing"]
        with Vertical(id="views"):
            yield from self.views.values()
        yield self.panel["hint"]

    def on_mount(self) -> None:
        """Fill in what doesn't change."""
        self.watch(self.rows, "cursor", self._follow, init=False)
        self.panel["hint"].show(lambda _: ((Span("widen to 80x24 for the full view", "muted"),),))
        self.watch_view()

    @property
    def talk(self) -> Conversation | None:
        """The conversation under the cursor."""
        return self.book.records.conversations.get(self.looked_at)

    def opened(self) -> None:
        """Go to the list, and get ready to be searched in idle moments."""
        self.look_again()
        self._focus_list()
        if self._preparing is None:
            self._preparing = self.set_interval(PREPARE_EVERY, self._prepare)

    def _prepare(self) -> None:
        """Make some more conversations ready to be searched."""
        if self._preparing is not None and prepare(self.book, PREPARED):
            self._preparing.stop()
            self._preparing = None

    def look_again(self) -> None:
        """Show the conversations as they are now, with the cursor on the same one."""
        before = self.found
        self.found = journal(self.book, self.filter.value, before)
        if self.found.talks != before.talks or not self.listed:
            self.listed = self.found.lines
        self._show_rows()
        self._show_around()
        self._look_at(self.rows.cursor)

    def turn_to(self, day: date, record: Record | None) -> None:
        """Put the cursor on a conversation, or on the newest one of a day or before it."""
        talk = record if isinstance(record, Conversation) else self._of(day)
        if talk is None:
            return
        self.looked_at = talk.id
        if talk not in self.found.talks:
            self.filter.value = ""
            self._end_filter()
        self.look_again()

    def _of(self, day: date) -> Conversation | None:
        """The newest conversation of a day, or else of the days before it."""
        return next((talk for talk in self.found.every if talk.day <= day), None)

    def _is_day(self, index: int) -> bool:
        """True for a line that is the heading of a day."""
        return isinstance(self.listed[index], date)

    def _show_rows(self) -> None:
        """Show the list, and put the cursor on the conversation that was looked at, or near where it was."""
        listed, query, book, glyphs = self.listed, self.found.query, self.book, self.glyphs

        def make(width: int) -> Sequence[Line]:
            def line(each: JournalLine) -> Line:
                if isinstance(each, date):
                    return journal_lines.day_line(each, book.today)
                return journal_lines.talk_line(talk_row(book, each), query, width, glyphs)

            return MadeLines(listed, line)

        self.rows.display = bool(listed)
        self.rows.show(make)
        self.rows.put_cursor(self._place())
        if not self.filter.has_focus and self.has_focus_within:
            self._focus_list()

    def _place(self) -> int | None:
        """Where the cursor belongs."""
        if not self.listed:
            return None
        talk = self.talk
        there = self.listed.index(talk) if talk in self.listed else min(self.rows.cursor or 1, len(self.listed) - 1)
        return there + 1 if self._is_day(there) else there

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to this screen."""
        (self.rows if self.listed else self).focus(scroll_visible=False)

    def _show_around(self) -> None:
        """Show the title and the lines about the list."""
        found, keys, panel = self.found, self.keys, self.panel
        filtered = bool(self.filter.value.strip())
        self.list.entitle(journal_lines.journal_title(found, filtered=filtered, glyphs=self.glyphs))
        panel["trouble"].show(
            lambda width: tuple((Span(f"  {row}", "open"),) for row in wrap(found.trouble, width - 4))
        )
        panel["nothing"].display = not found.talks
        panel["nothing"].show(
            lambda _: journal_lines.nothing_lines(found, keys) if found.every else journal_lines.empty_lines(keys)
        )

    def _follow(self, index: int | None) -> None:
        """Let the views follow the cursor."""
        if index is not None:
            each = self.listed[index]
            if isinstance(each, Conversation) and each.id != self.looked_at:
                self._look_at(index)

    def _look_at(self, index: int | None) -> None:
        """Show the conversation in a line of the list, its month, and its day in other years."""
        each = None if index is None else self.listed[index]
        self.looked_at = each.id if isinstance(each, Conversation) else ""
        reader, calendar, years = (self.views[name] for name in VIEWS)
        if not isinstance(each, Conversation):
            for part in self.views.values():
                part.entitle("")
                part.show(lambda _: ())
            return
        book, today, glyphs, query = self.book, self.book.today, self.glyphs, self.found.query
        told, shown, day = entry(book, each), month(book, each.day), each.day
        reader.entitle(journal_lines.entry_title(told))
        reader.show(lambda width: journal_lines.entry_lines(told, today, width, glyphs, query))
        calendar.entitle(journal_lines.month_title(shown))
        calendar.show(lambda _: journal_lines.month_lines(shown, day, book.settings.week_start, glyphs))
        years.entitle("On this day")
        years.show(lambda width: self._other_years(day, width))

    def _other_years(self, day: date, width: int) -> tuple[Line, ...]:
        """The conversations of the same day in earlier years."""
        rows = [(talk.day, talk_row(self.book, talk)) for talk in on_this_day(self.book, day)]
        return journal_lines.other_year_lines(rows, day, width, self.glyphs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most of it is done with a conversation."""
        return bool(self.looked_at) or (action in {"filter", "clear"} and bool(self.found.every))

    async def on_line_list_chosen(self) -> None:
        """Open the conversation under the cursor, whole."""
        from netpractice.tui.modals.talk import TalkSheet

        sheet = TalkSheet(self.book, self.glyphs, self.keys, self.looked_at, self.found)
        await self.app.push_screen(sheet, self._go_to)

    def _go_to(self, talk: str | None) -> None:
        """Put the cursor on a conversation, given by its id, if it is in the list."""
        if talk:
            self.looked_at = talk
            self.look_again()

    def watch_view(self) -> None:
        """Let another view stand below the list."""
        for number, name in enumerate(VIEWS):
            self.set_class(number == self.view, f"-{name}")

    def action_view(self) -> None:
        """Go to the next view."""
        self.view = (self.view + 1) % len(VIEWS)

    # The search

    def action_clear(self) -> None:
        """Show all conversations again."""
        self.filter.action_clear()

    # Conversations

    async def action_edit(self) -> None:
        """Change what is written about the conversation."""
        from netpractice.tui.modals.talk_form import TalkForm

        await self.app.push_screen(TalkForm(self.book, self.glyphs, self.keys, self.looked_at))

    def action_remove(self) -> None:
        """Take the conversation out."""
        talk = self.looked_at
        outcome = self.attempt(lambda: talks.remove(self.book, talk))
        if outcome:
            self.tell(outcome.words)

    def action_copy(self) -> None:
        """Copy the conversation as text."""
        if self.talk is not None:
            self.app.copy_to_clipboard(journal_lines.entry_text(entry(self.book, self.talk), self.book.today))
            self.tell("Copied")


PANE = JournalPane

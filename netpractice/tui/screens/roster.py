"""The roster: everybody, whose turn it is, and one person's card."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual.app import ComposeResult
from textual.reactive import var

from netpractice.domain.records import Contact, Record
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.person import card
from netpractice.practice.roster import ORDERS, Order, Roster, Row, roster
from netpractice.tui.actions import Action, Keys, ScreenKey, bindings
from netpractice.tui.screens import roster_lines
from netpractice.tui.screens.card_lines import card_lines, glance_lines
from netpractice.tui.screens.filtered import Filtered
from netpractice.tui.screens.pane import Pane
from netpractice.tui.screens.roster_actions import RosterActions
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Line, Lines, MadeLines, Span
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part

FOR_SEVERAL = frozenset({"roster.circle", "roster.tags", "roster.rhythm", "roster.archive", "roster.merge"})
"""What the footer names while somebody is marked, and only then."""

WITH_NOBODY = frozenset({"filter", "clear", "next_order", "order", "sorting"})
"""What can be done while a filter finds nobody."""


class RosterPane(Pane, RosterActions, Filtered):
    """Everybody in an order or as a filter finds them, with the card of the one under the cursor."""

    HELP = "Your people: who is slipping, whom do you owe?"
    STYLES = "roster.tcss"
    BINDINGS = bindings("roster")

    order: var[Order] = var("due", init=False)
    """What people go by."""

    def __init__(self, key: ScreenKey, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Show everybody."""
        super().__init__(key, book, glyphs, keys)
        self.found = Roster(rows=(), total=0, due=0, trouble="")
        self.looked_at = ""
        self.looked_at_before = ""
        self.marks: set[str] = set()
        self.people = Part(name="people")
        self.filter = FilterLine(name="filter", hint="words, #tag, circle:warm, company:, met:, due, new, archived")
        self.search = FilterBar(self.filter)
        self.rows = LineList("rows")
        self.card = Lines("card", classes="part")
        self.panel = {name: Lines(name) for name in ("trouble", "columns", "nobody", "unsorted", "hint")}

    def compose(self) -> ComposeResult:
        """Lay out the list over the card, or beside it."""
        panel = self.panel
        with self.people:
            yield self.search
            yield panel["trouble"]
            yield panel["columns"]
            yield self.rows
            yield panel["nobody"]
            yield panel["unsorted"]
        yield self.card
        yield panel["hint"]

    def on_mount(self) -> None:
        """Fill in what doesn't change."""
        # A message would come a frame after the cursor.
        self.watch(self.rows, "cursor", self._follow, init=False)
        self.panel["hint"].show(lambda _: ((Span("widen to 80x24 for the full view", "muted"),),))

    @property
    def person(self) -> str:
        """The person under the cursor."""
        return self.looked_at

    def turn_to(self, day: date, record: Record | None) -> None:
        """Go to a person, though the filter may leave them out."""
        if isinstance(record, Contact):
            self.find(record.id)

    def find(self, person: str) -> None:
        """Put the cursor on a person, in the whole list if the filter leaves them out."""
        self.looked_at = self.looked_at_before = person
        self.look_again()
        if self.looked_at != person:
            self.filter.action_clear()

    def step_on(self) -> None:
        """Go to the next line."""
        self.rows.action_move(1)

    def look_again(self) -> None:
        """Show people as they are now, with the cursor on the same person, or near where it was."""
        self._show(self.rows.cursor or 0)

    def _show(self, place: int) -> None:
        """Show people as they are now, with the cursor on the person looked at, or in a place if they aren't there."""
        self.found = roster(self.book, self.filter.value, self.order)
        self.marks &= self.book.records.contacts.keys()
        self._show_rows(place)
        self._show_around()
        self._look_at(self.rows.cursor)

    def _show_rows(self, place: int) -> None:
        """Show the list with the cursor on the person looked at, or in a place."""
        rows, today, glyphs = self.found.rows, self.book.today, self.glyphs

        def line(columns: roster_lines.Columns, row: Row) -> Line:
            return roster_lines.row_line(row, today, columns, glyphs, marked=row.contact.id in self.marks)

        self.rows.display = self.panel["columns"].display = bool(rows)
        self.rows.show(lambda width: MadeLines(rows, partial(line, roster_lines.columns_for(width))))
        there = (index for index, row in enumerate(rows) if row.contact.id == self.looked_at)
        self.rows.put_cursor(next(there, min(place, len(rows) - 1)) if rows else None)
        if not self.filter.has_focus and self.has_focus_within:
            self._focus_list()

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to this screen."""
        (self.rows if self.found.rows else self).focus(scroll_visible=False)

    def _show_around(self) -> None:
        """Show the title, the counts and the lines about the list."""
        found, keys, glyphs, panel = self.found, self.keys, self.glyphs, self.panel
        marked = len(self.marked)
        empty = not self.book.records.contacts
        filtered = bool(self.filter.value.strip())
        self.people.entitle(roster_lines.roster_title(found, self.order, marked, filtered=filtered, glyphs=glyphs))
        panel["columns"].show(lambda width: (roster_lines.heading_line(width, self.order),))
        panel["trouble"].show(
            lambda width: tuple((Span(f"  {row}", "open"),) for row in wrap(found.trouble, width - 4))
        )
        panel["nobody"].display = not found.rows
        panel["nobody"].show(
            lambda _: roster_lines.empty_lines(keys) if empty else roster_lines.nobody_lines(found, keys)
        )
        count = len(people.unsorted(self.book))
        panel["unsorted"].show(lambda _: (roster_lines.unsorted_line(count, keys),) if count else ())

    def _look_at(self, index: int | None) -> None:
        """Show the card of the person in a line of the list; None for no line."""
        self.looked_at = "" if index is None else self.found.rows[index].contact.id
        if not self.looked_at:
            self.card.entitle("")
            self.card.show(lambda _: ())
            return
        view, today = card(self.book, self.looked_at), self.book.today
        self.card.entitle(view.row.contact.name)
        self.card.show(
            lambda width: (card_lines if self.screen.has_class("-wide") else glance_lines)(
                view, today, width, self.glyphs
            )
        )

    def footed(self) -> tuple[Action, ...]:
        """Name what is done with several while somebody is marked."""
        marked = bool(self.marked)
        return tuple(
            action
            for action in super().footed()
            if action.where != "roster" or not self.looked_at or (action.id in FOR_SEVERAL) == marked
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most of it is done with somebody."""
        return bool(self.looked_at) or action == "add" or (action in WITH_NOBODY and bool(self.book.records.contacts))

    def _follow(self, index: int | None) -> None:
        """Let the card follow the cursor."""
        if index is not None and self.found.rows[index].contact.id != self.looked_at:
            self._look_at(index)

    async def on_line_list_chosen(self) -> None:
        """Open the card of the person under the cursor."""
        from netpractice.tui.modals.card import CardSheet

        ids = tuple(row.contact.id for row in self.found.rows)
        await self.app.push_screen(CardSheet(self.book, self.glyphs, self.keys, self.looked_at, ids), self._go_to)

    def _go_to(self, person: str | None) -> None:
        """Put the cursor on a person, if they are in the list."""
        if person is not None:
            self.looked_at = person
            self.look_again()

    # The filter and the order

    def action_filter(self) -> None:
        """Let the user type a filter."""
        self.looked_at_before = self.looked_at
        super().action_filter()

    def _sift(self) -> None:
        """Show who is found, at once, with the cursor on whoever was looked at before, or else on the first."""
        self.looked_at = self.looked_at_before
        self._show(0)

    def action_clear(self) -> None:
        """Take the marks away, or if there are none in the list, the filter."""
        if self.marked:
            self.marks.clear()
            self.look_again()
        else:
            self.looked_at_before = self.looked_at
            self.filter.action_clear()

    def action_order(self, order: Order) -> None:
        """Put people into an order, with the cursor on the same person."""
        self.order = order
        self.look_again()

    def action_next_order(self) -> None:
        """Put people into the next of the orders."""
        self.action_order(ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])


PANE = RosterPane

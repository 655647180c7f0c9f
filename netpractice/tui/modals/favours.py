"""The favour ledger: what was given, received and asked for, what it adds up to, and what could be given next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from netpractice.domain.records import Favour
from netpractice.practice.book import Book
from netpractice.practice.lanes import name_of
from netpractice.practice.ledger import ledger, remove, say
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import favours_lines
from netpractice.tui.screens.filtered import Filtered
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Line, Lines, MadeLines, Span
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part


class FavoursSheet(Sheet[None], Filtered):
    """The ledger of the whole practice; of one person only facts are told, on the card."""

    WHERE = "favours"
    CALLED = "Favours"
    HELP = "Deposits before withdrawals, for the practice as a whole."
    BINDINGS = bindings("favours")
    CSS_PATH = "favours.tcss"
    AUTO_FOCUS = "#rows"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, favour: str = "") -> None:
        """Show all of it, with the cursor on a favour if one is given by its id."""
        super().__init__(book, glyphs, keys)
        self.found = ledger(book)
        self.looked_at = favour
        self.balance = Lines("balance", classes="part")
        self.list = Part(name="favours")
        self.filter = FilterLine(name="filter", hint="words, who:ann, kind:lead, size:m, gave, received, asked")
        self.search = FilterBar(self.filter)
        self.rows = LineList("rows")
        self.ideas = Lines("ideas", classes="part")
        self.panel = {name: Lines(name) for name in ("trouble", "nothing")}

    def parts(self) -> ComposeResult:
        """The balance, the favours, and what could be given."""
        yield self.balance
        with self.list:
            yield self.search
            yield self.panel["trouble"]
            yield self.rows
            yield self.panel["nothing"]
        yield self.ideas

    def on_mount(self) -> None:
        """Fill in what doesn't change, and go to the list."""
        self.watch(self.rows, "cursor", self._follow, init=False)
        self.ideas.entitle("Five minutes, and somebody is glad")
        self._focus_list()

    @property
    def favour(self) -> Favour | None:
        """The favour under the cursor."""
        return self.book.records.favours.get(self.looked_at)

    def look_again(self) -> None:
        """Show the ledger as it is now, with the cursor on the same favour."""
        found = self.found = ledger(self.book, self.filter.value)
        glyphs, today, filtered = self.glyphs, self.book.today, bool(self.filter.value.strip())
        self.balance.entitle(favours_lines.balance_title(found, glyphs))
        self.list.entitle(favours_lines.ledger_title(found, filtered=filtered, glyphs=glyphs))
        self.balance.show(lambda width: favours_lines.balance_lines(found, width, glyphs))
        self.ideas.show(lambda width: favours_lines.idea_lines(found.ideas, today, width, glyphs))
        self.panel["trouble"].show(
            lambda width: tuple((Span(f"  {line}", "open"),) for line in wrap(found.trouble, width - 4))
        )
        self.panel["nothing"].display = not found.favours
        self.panel["nothing"].show(lambda _: favours_lines.empty_lines(self.keys, filtered=filtered))
        self._show_rows()
        self.refresh_bindings()

    def _show_rows(self) -> None:
        """Show the favours."""
        favours = self.found.favours

        def make(width: int) -> Sequence[Line]:
            """Lines that are made when they come into view."""
            return MadeLines(favours, partial(self._line, favours_lines.columns_for(width)))

        self.rows.display = bool(favours)
        self.rows.show(make)
        there = (index for index, favour in enumerate(favours) if favour.id == self.looked_at)
        self.rows.put_cursor(next(there, min(self.rows.cursor or 0, len(favours) - 1)) if favours else None)
        self._follow(self.rows.cursor)

    def _line(self, columns: favours_lines.Columns, favour: Favour) -> Line:
        """One favour."""
        who = name_of(self.book, favour.contact)
        return favours_lines.favour_line(favour, who, self.book.today, columns, self.glyphs)

    def _follow(self, index: int | None) -> None:
        """Know which favour the cursor is on."""
        self.looked_at = "" if index is None else self.found.favours[index].id

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to the page."""
        if self.found.favours:
            self.rows.focus(scroll_visible=False)
        else:
            self.set_focus(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a favour needs one."""
        return bool(self.looked_at) or action not in {"edit", "remove", "copy"}

    # The filter

    # Favours

    async def on_line_list_chosen(self) -> None:
        """Edit the favour under the cursor."""
        await self.action_edit()

    async def action_add(self) -> None:
        """Write a favour down."""
        from netpractice.tui.modals.favour_form import FavourForm

        await self.app.push_screen(FavourForm(self.book, self.glyphs, self.keys), self._after_form)

    async def action_edit(self) -> None:
        """Correct the favour under the cursor."""
        from netpractice.tui.modals.favour_form import FavourForm

        await self.app.push_screen(FavourForm(self.book, self.glyphs, self.keys, self.looked_at), self._after_form)

    def _after_form(self, _saved: bool | None) -> None:
        """Go back to the list, in which there may be a first favour now."""
        self._focus_list()

    def action_remove(self) -> None:
        """Take the favour under the cursor out of the ledger."""
        favour = self.looked_at
        if self.attempt(lambda: remove(self.book, [favour])):
            self._focus_list()

    def action_copy(self) -> None:
        """Copy the favour under the cursor as text."""
        if self.favour is not None:
            self.app.copy_to_clipboard(say(self.book, self.favour))
            self.tell("Copied")

"""Looking at an import before anything is written: who is new, what changes about whom, and what couldn't be read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import cached_property, partial
from typing import NamedTuple

from textual.app import ComposeResult

from netpractice.domain.errors import NetpracticeError
from netpractice.domain.text import fold
from netpractice.practice.book import Book
from netpractice.practice.importing import Item, Plan, carry_out_in_steps
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.collecting import collector_at_rest
from netpractice.tui.messages import Did, Refused
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import preview_lines
from netpractice.tui.screens.filtered import Filtered
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.lines import Line, Lines, MadeLines
from netpractice.tui.widgets.list import LineList
from netpractice.tui.widgets.titles import Part

_ITSELF, _WHY = -2, -1
"""What a row tells of somebody: who it is, and by what they were found; from 0 on it is one of the details."""

WITH_SOMEBODY = frozenset({"open", "take", "take_all", "apart"})
"""What can be done while somebody is in the list."""


class Row(NamedTuple):
    """A row of the list."""

    item: int
    """Somebody, by their place in the plan."""
    part: int
    """What it tells of them."""


class PreviewSheet(Sheet[Outcome], Filtered):
    """A plan that is looked at and chosen from; the result is what came of it, None if nothing was written."""

    WHERE = "preview"
    CALLED = "Preview"
    HELP = "Nothing is written yet. Take or leave whom and what you like."
    BINDINGS = bindings("preview")
    CSS_PATH = "import.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, plan: Plan) -> None:
        """Show a plan; those about whom something changes stand first."""
        super().__init__(book, glyphs, keys)
        self.plan = plan
        order = preview_lines.ORDER
        self.order = sorted(range(len(plan.items)), key=lambda index: order.index(plan.items[index].action))
        self.opened: set[int] = set()
        self.shown: list[Row] = []
        self.in_problems = False
        self.summary = Lines("summary")
        self.looked = Part(name="looked")
        self.filter = FilterLine(name="filter", hint="words; new, changed, same, left out")
        self.search = FilterBar(self.filter)
        self.rows = LineList("rows")

    def parts(self) -> ComposeResult:
        """The numbers over the list."""
        yield self.summary
        with self.looked:
            yield self.search
            yield self.rows

    def on_mount(self) -> None:
        """Go to the list."""
        self.rows.focus()
        self.watch(self.rows, "cursor", self.refresh_bindings, init=False)

    def _focus_list(self) -> None:
        """Let keys go to the list."""
        self.rows.focus()

    def look_again(self) -> None:
        """Show the plan as it is chosen now, with the cursor where it was."""
        plan, keys, glyphs = self.plan, self.keys, self.glyphs
        self.summary.show(lambda width: preview_lines.summary_lines(plan, keys, width, glyphs))
        if self.in_problems:
            self._show_problems()
        else:
            self._show_people()
        self.refresh_bindings()

    @cached_property
    def texts(self) -> list[str]:
        """What a filter finds about everybody in the plan, whatever becomes of them."""
        return [preview_lines.found_by(item) for item in self.plan.items]

    def _fits(self, index: int, words: Sequence[str]) -> bool:
        """True if all words are found about somebody, or in the words for what becomes of them."""
        text = f"{self.texts[index]} {preview_lines.becomes(self.plan.items[index])}"
        return all(word in text for word in words)

    def _show_people(self) -> None:
        """Show everybody whom the filter finds, those that are open with what is told of them."""
        words = fold(self.filter.value).split()
        found = [index for index in self.order if self._fits(index, words)] if words else self.order
        self.shown = [row for index in found for row in self._rows_of(index)]
        count = f"{len(found):,} of {len(self.order):,}" if words else f"{len(self.order):,}"
        people = "person" if len(self.order) == 1 else "people"
        self.looked.entitle(f"To be imported {self.glyphs.between} {count} {people}")
        rows, total = self.shown, len(self.order)
        if rows:
            self.rows.show(lambda width: MadeLines(rows, partial(self._line, width)))
        else:
            self.rows.show(lambda _: (preview_lines.nobody_line(total, self.keys),))
        self.rows.put_cursor(min(self.rows.cursor or 0, len(rows) - 1) if rows else None)

    def _rows_of(self, index: int) -> list[Row]:
        """The rows of somebody."""
        item = self.plan.items[index]
        if index not in self.opened:
            return [Row(index, _ITSELF)]
        why = [Row(index, _WHY)] if item.contact else []
        return [Row(index, _ITSELF), *why, *(Row(index, n) for n in range(len(preview_lines.details(item))))]

    def _line(self, width: int, row: Row) -> Line:
        """The line of a row."""
        item = self.plan.items[row.item]
        if row.part == _ITSELF:
            return preview_lines.item_line(item, width, self.glyphs)
        if row.part == _WHY:
            return preview_lines.why_line(item, width, self.glyphs)
        return preview_lines.detail_line(preview_lines.details(item)[row.part], width, self.glyphs)

    def _show_problems(self) -> None:
        """Show what couldn't be read."""
        problems, files = self.plan.problems, len(self.plan.files)
        self.looked.entitle(f"What couldn't be read or taken {self.glyphs.between} {len(problems):,}")
        self.rows.show(lambda width: preview_lines.problem_lines(problems, files, width))
        self.rows.put_cursor(0)

    # Whom and what

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None if nobody is there."""
        cursor = self.rows.cursor
        return None if self.in_problems or cursor is None or cursor >= len(self.shown) else self.shown[cursor]

    @property
    def item(self) -> Item | None:
        """Whom the row under the cursor tells of."""
        return None if self.row is None else self.plan.items[self.row.item]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most of it is done with somebody."""
        if action == "apart":
            return self.item is not None and self.item.known is not None
        if action == "problems":
            return bool(self.plan.problems)
        return action not in WITH_SOMEBODY or self.row is not None

    def on_line_list_chosen(self) -> None:
        """Open or close what is told of somebody."""
        if self.row is not None:
            self.action_open()

    def action_open(self) -> None:
        """Open or close what is told of somebody."""
        if self.row is not None:
            self.opened ^= {self.row.item}
            first = self.row._replace(part=_ITSELF)
            self._show_people()
            self.rows.put_cursor(self.shown.index(first))

    def action_take(self) -> None:
        """Take the change under the cursor or leave it; on anything else take the person or leave them, and go on."""
        row, item = self.row, self.item
        if row is None or item is None:
            return
        change = preview_lines.details(item)[row.part].change if row.part >= 0 else None
        if change is not None:
            self._choose(self.plan.with_taken(row.item, change.field, taken=not change.taken))
        else:
            self._choose(self.plan.with_included(row.item, included=not item.included))
        self.rows.action_move(1)

    def action_take_all(self) -> None:
        """Leave all in the list out, or if they are, take them in."""
        indexes = {row.item for row in self.shown}
        some = any(self.plan.items[index].included for index in indexes)
        self._choose(self.plan.with_all_included(indexes, included=not some))

    def action_apart(self) -> None:
        """Say that it isn't the person found, or that it is."""
        if self.row is not None and self.item is not None:
            index = self.row.item
            self._choose(self.plan.with_apart(index, apart=not self.item.apart))
            self.rows.put_cursor(self.shown.index(Row(index, _ITSELF)))

    def _choose(self, plan: Plan) -> None:
        """Go on with a plan in which something else is taken."""
        self.plan = plan
        self.look_again()

    # What is looked at

    def action_filter(self) -> None:
        """Let the user type a filter."""
        self.in_problems = False
        super().action_filter()
        self.look_again()

    def _sift(self) -> None:
        """Show who is found, at once."""
        self.rows.put_cursor(0)
        self.look_again()

    def action_problems(self) -> None:
        """Show what couldn't be read, or people again."""
        self.in_problems = not self.in_problems
        self.rows.put_cursor(0)
        self.look_again()

    async def action_leave(self) -> None:
        """Go back to people, then to all of them, then leave without writing anything."""
        if self.in_problems:
            self.action_problems()
        elif self.filter.value:
            self.filter.action_clear()
        else:
            self.dismiss(None)

    async def action_carry_out(self) -> None:
        """Bring in what is taken, with pauses in which the screen is painted."""
        try:
            with collector_at_rest():
                outcome = await self._carried_out()
        except NetpracticeError as problem:
            self.app.post_message(Refused(str(problem)))
        else:
            self.app.post_message(Did(outcome.words, changed=outcome.change is not None))
            self.dismiss(outcome)

    async def _carried_out(self) -> Outcome:
        """What came of the plan; raises what `carry_out` raises."""
        steps = carry_out_in_steps(self.book, self.plan)
        outcome = next(steps)
        for later in steps:
            outcome = later
            await asyncio.sleep(0)
        return outcome

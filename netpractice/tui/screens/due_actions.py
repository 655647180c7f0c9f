"""What can be done with what is due."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import ACTION
from netpractice.tui.screens.place import Place

if TYPE_CHECKING:
    from netpractice.practice.due import Due
    from netpractice.tui.screens.due_list import DueList

SNOOZE, REST = "tom", "1m"
"""Until when something is put off by one key, and for how long somebody isn't named."""


class WithDue(Place):
    """A place where things are due; a subclass puts the list where it belongs."""

    due: DueList | None = None
    """The list, or None until what is due is known."""

    async def know_due(self) -> None:
        """Find out what is due, if that isn't known yet; to be written by a subclass."""
        raise NotImplementedError

    @property
    def row(self) -> Due | None:
        """What the cursor is on."""
        return self.due.row if self.due is not None else None

    def can_deal(self, action: str) -> bool:
        """True if there is something to do an action of this class with, as far as is known."""
        if self.due is None:
            return True
        return self.row is not None and (action != "not_now" or self.row.kind == "person")

    async def action_done(self) -> None:
        """Do what the row asks for; the next one takes its place."""
        from netpractice.practice.due import proceed

        await self._deal(lambda row: proceed(self.book, row))

    async def action_snooze(self) -> None:
        """Ask again tomorrow."""
        from netpractice.practice.due import put_off

        await self._deal(lambda row: put_off(self.book, row, SNOOZE))

    async def action_not_now(self) -> None:
        """Leave somebody in peace for a month; that nobody wanted to may lie in the rhythm."""
        from netpractice.practice.due import quiet

        row = await self._deal(lambda row: quiet(self.book, row.contact, REST))
        if row is not None:
            rhythm = self.keys.label(ACTION["roster.rhythm"])
            self.tell(f"{row.who} is left in peace for a month. Is the rhythm right? {rhythm} on the roster changes it")

    async def action_put_off(self) -> None:
        """Ask for the day to put something off to."""
        from netpractice.practice.due import put_off
        from netpractice.practice.when import not_over
        from netpractice.tui.modals.ask_line import AskLine
        from netpractice.tui.screens.due_lines import day_read

        await self.know_due()
        row = self.row
        if row is None:
            return

        def take(words: str | None) -> None:
            """Put it off, if a day was given."""
            if words is not None:
                self.attempt(lambda: put_off(self.book, row, words))

        question = f"Until when? {row.who or row.words}"
        ask = AskLine(question, read=partial(not_over, self.book), tell=partial(day_read, self.book))
        await self.app.push_screen(ask, take)

    async def _deal(self, step: Callable[[Due], Outcome]) -> Due | None:
        """Do something with the row under the cursor; the result is the row if something was done."""
        await self.know_due()
        row = self.row
        return row if row is not None and self.attempt(lambda: step(row)) else None

"""What can be done on the roster besides looking: marking, adding, merging, copying, choosing circles."""

from __future__ import annotations

from netpractice.domain.fields import FIELDS
from netpractice.practice import people
from netpractice.practice.roster import Roster
from netpractice.tui.actions import ACTION
from netpractice.tui.screens import people_lines, roster_lines
from netpractice.tui.screens.people_actions import WithPeople
from netpractice.tui.widgets.lines import Line


class RosterActions(WithPeople):
    """A list of people, some of whom may be marked so that the same is done with all of them."""

    found: Roster
    """The people in the list."""
    marks: set[str]
    """The ids of those who are marked, in the list or not."""

    def find(self, person: str) -> None:
        """Go to a person, also to one whom the list leaves out."""
        raise NotImplementedError

    def step_on(self) -> None:
        """Go to the next person in the list."""
        raise NotImplementedError

    @property
    def marked(self) -> tuple[str, ...]:
        """Everybody in the list who is marked: what isn't in view is never changed."""
        return tuple(row.contact.id for row in self.found.rows if row.contact.id in self.marks)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Everybody in the list who is marked, or else the person under the cursor."""
        return self.marked or super().chosen

    async def action_add(self) -> None:
        """Ask for the name of somebody new."""
        from netpractice.tui.modals.ask_line import AskLine

        def tell(typed: str, width: int) -> tuple[Line, ...]:
            return people_lines.near_lines(self.book, typed, width)

        await self.app.push_screen(AskLine("Who?", read=FIELDS["name"].read, tell=tell), self._add)

    def _add(self, name: str | None) -> None:
        """Add somebody and go to them."""
        outcome = self.attempt(lambda: people.add(self.book, name)) if name else None
        if outcome and outcome.change:
            self.find(outcome.change.images[0].id)

    def action_mark(self) -> None:
        """Mark the person under the cursor, or take the mark away, and go on."""
        self.marks ^= {self.person}
        self.refresh_bindings()
        self.look_again()
        self.step_on()

    async def action_merge(self) -> None:
        """Make one of the two who are marked, or of the one who is and the person under the cursor."""
        pair = self.marked if len(self.marked) > 1 else tuple(dict.fromkeys((*self.marked, self.person)))
        if len(pair) != 2:
            self.tell(f"Mark two people with {self.keys.label(ACTION['roster.mark'])} to make one of them")
            return
        from netpractice.tui.modals.merge import MergeSheet

        await self.app.push_screen(MergeSheet(self.book, self.glyphs, self.keys, pair), self._merged)

    def _merged(self, person: str | None) -> None:
        """Go to the one whom two have become."""
        if person is not None:
            self.find(person)

    def action_copy(self) -> None:
        """Copy the chosen people as text."""
        ids = set(self.chosen)
        rows = tuple(row for row in self.found.rows if row.contact.id in ids)
        self.copy(roster_lines.copied(rows, self.book.today))

    async def action_sorting(self) -> None:
        """Begin to choose the circles of those who were imported, or go on with it."""
        from netpractice.tui.modals.sorting import SortingSheet

        if people.unsorted(self.book):
            await self.app.push_screen(SortingSheet(self.book, self.glyphs, self.keys))
        else:
            self.tell("Everybody's circle is chosen")

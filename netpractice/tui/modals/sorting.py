"""The sorting round: everybody who was imported, one at a time, with one key for the circle."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from netpractice.domain.records import Circle, Contact
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import sorting_lines
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines


class SortingSheet(Sheet[int]):
    """Asks for the circle of one person after the other; the result is how many were answered, at the end of them."""

    WHERE = "sorting"
    CALLED = "Sorting round"
    HELP = "How warm is it? Stop whenever you like: the rest waits for you."
    BINDINGS = bindings("sorting")
    CSS_PATH = "sorting.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys) -> None:
        """Begin with those whose circle nobody has chosen yet."""
        super().__init__(book, glyphs, keys)
        self.round = tuple(contact.id for contact in people.unsorted(book))
        self.skipped: list[str] = []
        self.steps: list[bool] = []
        self.progress = Lines("progress")
        self.who = Lines("who", classes="part")
        self.answers = Lines("answers", classes="part")

    def parts(self) -> ComposeResult:
        """How far one has come, who it is, and what can be answered."""
        yield self.progress
        yield self.who
        yield self.answers

    def on_mount(self) -> None:
        """Name the parts."""
        self.who.border_title = "Who is it?"
        self.answers.border_title = "How warm is it?"
        self.answers.show(lambda _: sorting_lines.circle_lines(self.keys))

    @property
    def waiting(self) -> list[Contact]:
        """Those of this round who are still to be answered."""
        there = (self.book.records.contacts.get(each) for each in self.round if each not in self.skipped)
        return [contact for contact in there if contact and contact.unsorted and contact.archived is None]

    def look_again(self) -> None:
        """Show who is next; at the end of the round, leave."""
        waiting = self.waiting
        if not waiting:
            self._end()
            return
        done, total, contact = len(self.round) - len(waiting), len(self.round), waiting[0]
        self.progress.show(lambda width: (sorting_lines.progress_line(done, total, width, self.glyphs),))
        namesakes = [other for other in people.near(self.book, contact.name) if other.id != contact.id]
        self.who.show(lambda width: sorting_lines.person_lines(contact, namesakes[:3], width))

    def _end(self) -> None:
        """Say what was done, and leave."""
        later = f", {len(self.skipped):,} left for another time" if self.skipped else ""
        self.tell(f"{len(self.round) - len(self.skipped):,} chosen{later}")
        self.dismiss(len(self.steps))

    def action_take(self, circle: Circle) -> None:
        """Put the person into a circle; the next comes."""
        self._answer(lambda contact: people.sort(self.book, contact.id, circle))

    def action_archive(self) -> None:
        """Put the person away; the next comes."""
        self._answer(lambda contact: people.archive(self.book, [contact.id]))

    def action_skip(self) -> None:
        """Leave the person for another time; the next comes."""
        self.skipped.append(self.waiting[0].id)
        self.steps.append(False)
        self.look_again()

    async def action_back(self) -> None:
        """Take the latest answer of this round back, and ask for it again."""
        if not self.steps:
            self.tell("Nothing to take back in this round")
        elif self.steps.pop():
            await self.run_action("app.undo")
        else:
            self.skipped.pop()
            self.look_again()

    def _answer(self, step: Callable[[Contact], Outcome]) -> None:
        """Do something with the person who is asked about."""
        contact = self.waiting[0]
        if self.attempt(lambda: step(contact)):
            self.steps.append(True)

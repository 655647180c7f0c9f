"""One person's card, whole: facts, ways to help, follow-ups and all that there was."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from netpractice.practice.book import Book
from netpractice.practice.person import card
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens.card_lines import card_lines, card_text
from netpractice.tui.screens.people_actions import WithPeople
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.list import LineList


class CardSheet(Sheet[str], WithPeople):
    """A card that can be walked through; the result is the id of the person who was looked at last."""

    WHERE = "card"
    CALLED = "Card"
    HELP = "All that there was between the two of you."
    PARTS = (LIST,)
    BINDINGS = bindings("card")
    CSS_PATH = "card.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, person: str, among: Sequence[str] = ()) -> None:
        """Show a person, given by the id, among others whose cards can be turned to."""
        super().__init__(book, glyphs, keys)
        self.looked_at = person
        self.among = tuple(among) or (person,)
        self.whole = LineList("whole", classes="part")

    @property
    def person(self) -> str:
        """The person whose card this is."""
        return self.looked_at

    def parts(self) -> ComposeResult:
        """One list of lines, so that all of it can be walked through."""
        yield self.whole

    def look_again(self) -> None:
        """Show the card as it is now; leave it if it isn't there any more."""
        if self.looked_at not in self.book.records.contacts:
            self.dismiss(None)
            return
        view, today = card(self.book, self.looked_at), self.book.today
        place = self.among.index(self.looked_at) + 1
        self.whole.entitle(view.row.contact.name, f"{place:,} of {len(self.among):,}")
        self.whole.show(lambda width: card_lines(view, today, width, self.glyphs))

    def action_turn_to(self, by: int) -> None:
        """Turn to the card so many places on, as far as there are any."""
        there = [each for each in self.among if each in self.book.records.contacts]
        place = there.index(self.looked_at) + by
        if 0 <= place < len(there):
            self.looked_at = there[place]
            self.look_again()
            self.whole.put_cursor(0)

    def action_copy(self) -> None:
        """Copy the card as text."""
        view = card(self.book, self.looked_at)
        lines = card_lines(view, self.book.today, self.size.width, self.glyphs)
        self.copy(card_text(view.row.contact.name, lines))

    async def action_leave(self) -> None:
        """Go back, with the person who was looked at last."""
        self.dismiss(self.looked_at)

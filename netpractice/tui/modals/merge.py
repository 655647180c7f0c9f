"""Two contacts side by side, and what they will be as one."""

from __future__ import annotations

from textual.app import ComposeResult

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.merging import merged
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens.merge_lines import merge_lines
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Lines, Span


class MergeSheet(Sheet[str]):
    """Asks which of two leads and makes one of them; the result is the id of the one."""

    WHERE = "merge"
    CALLED = "Merge two"
    HELP = "The one who leads keeps name and facts; all that was with both is kept."
    BINDINGS = bindings("merge")
    CSS_PATH = "merge.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, pair: tuple[str, ...]) -> None:
        """Show two contacts, given by their ids; the first leads until the user says otherwise."""
        super().__init__(book, glyphs, keys)
        self.pair = pair
        self.table = Lines("both", classes="part")

    def parts(self) -> ComposeResult:
        """One table."""
        yield self.table

    def look_again(self) -> None:
        """Show both as they are now; leave if one of them isn't there any more."""
        contacts = self.book.records.contacts
        if any(each not in contacts for each in self.pair):
            self.dismiss(None)
            return
        lead, other = (contacts[each] for each in self.pair)
        self.table.entitle(f"{lead.name} and {other.name}: one person?")
        try:
            one = merged(self.book, lead, other)[0]
        except InputError as problem:
            words = str(problem)
            self.table.show(lambda width: tuple((Span(f" {row}", "late"),) for row in wrap(words, width - 2)))
            return
        sides = [people.shown(self.book, each) for each in (lead, other, one) if isinstance(each, Contact)]
        counts = self._counts()
        self.table.show(lambda width: merge_lines(sides, counts, width, self.glyphs))

    def _counts(self) -> dict[str, list[int]]:
        """How many conversations, favours and follow-ups there are with each of the two, and with the one."""
        ties = self.book.standing.ties
        kinds = {"Talks": ties.conversations, "Favours": ties.favours, "Follow-ups": ties.followups}
        there = {kind: [{record.id for record in of(each)} for each in self.pair] for kind, of in kinds.items()}
        return {kind: [len(mine), len(theirs), len(mine | theirs)] for kind, (mine, theirs) in there.items()}

    def action_lead(self) -> None:
        """Let the other lead."""
        self.pair = self.pair[::-1]
        self.look_again()

    def action_merge(self) -> None:
        """Make one of the two."""
        keep, other = self.pair
        if self.attempt(lambda: people.merge(self.book, keep, other)):
            self.dismiss(keep)

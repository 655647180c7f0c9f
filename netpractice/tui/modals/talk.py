"""One conversation, whole: what was said, what was learnt and what came of it."""

from __future__ import annotations

from textual.app import ComposeResult

from netpractice.practice import talks
from netpractice.practice.book import Book
from netpractice.practice.journal import Journal
from netpractice.practice.talk_view import entry
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import journal_lines
from netpractice.tui.screens.place import LIST
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.list import LineList


class TalkSheet(Sheet[str]):
    """A conversation among those that were found; the result is the id of the one that was read last."""

    WHERE = "talk"
    CALLED = "Talk"
    HELP = "All that is written about it, and what came of it."
    PARTS = (LIST,)
    BINDINGS = bindings("talk")
    CSS_PATH = "talk.tcss"

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, talk: str, among: Journal) -> None:
        """Show a conversation, given by its id, among those that can be turned to."""
        super().__init__(book, glyphs, keys)
        self.query_shown = among.query
        self.ids = [each.id for each in among.talks]
        self.talk = talk
        self.whole = LineList("whole", classes="part")

    def parts(self) -> ComposeResult:
        """One list of lines, so that all of it can be walked through."""
        yield self.whole

    def look_again(self) -> None:
        """Show the conversation as it is now; leave it if it isn't there any more."""
        found = self.book.records.conversations.get(self.talk)
        if found is None:
            self.dismiss(None)
            return
        told, today = entry(self.book, found), self.book.today
        place = f"{self.ids.index(self.talk) + 1:,} of {len(self.ids):,}"
        self.whole.entitle(f"{journal_lines.entry_title(told)} {self.glyphs.between} {place}")
        self.whole.show(lambda width: journal_lines.entry_lines(told, today, width, self.glyphs, self.query_shown))

    def action_turn_to(self, by: int) -> None:
        """Turn to the conversation so many places on, as far as there are any."""
        there = [each for each in self.ids if each in self.book.records.conversations]
        place = there.index(self.talk) + by
        if 0 <= place < len(there):
            self.talk = there[place]
            self.look_again()
            self.whole.put_cursor(0)

    async def action_edit(self) -> None:
        """Change what is written about it."""
        from netpractice.tui.modals.talk_form import TalkForm

        await self.app.push_screen(TalkForm(self.book, self.glyphs, self.keys, self.talk))

    def action_remove(self) -> None:
        """Take it out, and go back."""
        outcome = self.attempt(lambda: talks.remove(self.book, self.talk))
        if outcome:
            self.tell(outcome.words)

    def action_copy(self) -> None:
        """Copy it as text."""
        told = entry(self.book, self.book.records.conversations[self.talk])
        self.app.copy_to_clipboard(journal_lines.entry_text(told, self.book.today))
        self.tell("Copied")

    async def action_leave(self) -> None:
        """Go back, with the conversation that was read last."""
        self.dismiss(self.talk)

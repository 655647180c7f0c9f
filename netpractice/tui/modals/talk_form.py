"""One conversation as a form: who, when and where, what was said, and the debrief."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from netpractice.practice import talks
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.practice.talks import TalkDraft, draft_of
from netpractice.tui.actions import Keys
from netpractice.tui.modals import talk_fields
from netpractice.tui.modals.form import FormSheet
from netpractice.tui.theme import Glyphs

NOTE = "note"
"""What the draft of a new conversation is called."""


class TalkForm(FormSheet):
    """A conversation to be written down or edited."""

    CALLED = "Talk"
    HELP = "Every part may stay empty; a name or a line is enough."

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, talk: str = "") -> None:
        """Begin with a conversation, given by its id, or with a new one of today."""
        self.talk = talk
        old = book.records.conversations.get(talk)
        self.begun = draft_of(book, old) if old else TalkDraft()
        title = talks.with_whom(old).replace("the t", "T", 1) if old else "A talk"
        place = f"talk {talk}" if old else NOTE
        super().__init__(book, glyphs, keys, title, talk_fields.fields_of(book, self.begun), place)

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Write the conversation down."""
        draft = msgspec.structs.replace(self.begun, **talk_fields.read_fields(typed))
        return talks.edit(self.book, self.talk, draft) if self.talk else talks.write(self.book, draft)

"""The tray: all follow-ups, the open ones and the closed ones in order, and the text that each is searched in.

Text is folded when a follow-up is first looked at in a search, and an order is made when it is first asked for; they stay
until a change touches a follow-up. The tray always says what a new one over the same records would.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netpractice.domain.changes import Image
from netpractice.domain.followups import closed_on, due_as_of, is_open
from netpractice.domain.records import Contact, FollowUp, Records
from netpractice.domain.search import haystack


class Tray:
    """The follow-ups of a book; it follows changes of the records."""

    def __init__(self, records: Records) -> None:
        """Look at records that others keep up to date."""
        self._records = records
        self._open: tuple[FollowUp, ...] | None = None
        self._closed: tuple[FollowUp, ...] | None = None
        self._texts: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def update(self, images: Iterable[Image]) -> None:
        """Forget what a change touched."""
        for image in images:
            if image.table == FollowUp.table:
                self._open = self._closed = None
                self._texts.pop(image.id, None)
            elif image.table == Contact.table:
                self._names.pop(image.id, None)

    def open(self, today: date) -> tuple[tuple[date, FollowUp], ...]:
        """The open ones with the day each is due as of today, the one due first first, then the one opened first."""
        if self._open is None:
            self._open = tuple(filter(is_open, self._records.followups.values()))
        dated = [(due_as_of(followup, today), followup) for followup in self._open]
        return tuple(sorted(dated, key=lambda each: (each[0], each[1].opened, each[1].id)))

    def closed(self) -> tuple[FollowUp, ...]:
        """The closed ones, the one closed last first."""
        if self._closed is None:
            dated = [(closed_on(followup), followup) for followup in self._records.followups.values()]
            closed = sorted((day, followup.id, followup) for day, followup in dated if day is not None)
            self._closed = tuple(followup for *_, followup in reversed(closed))
        return self._closed

    def text(self, followup: FollowUp) -> str:
        """What a follow-up says: what it is about, its notes and whom, as words are looked for in it."""
        text = self._texts.get(followup.id)
        if text is None:
            text = self._texts[followup.id] = haystack((followup.what, *(step.note for step in followup.steps)))
        return f"{text}\n{self.name(followup.contact)}"

    def name(self, contact_id: str) -> str:
        """What a contact is called, as words are looked for in it; empty for nobody on the roster."""
        name = self._names.get(contact_id)
        if name is None:
            contact = self._records.contacts.get(contact_id)
            name = self._names[contact_id] = haystack((contact.name, contact.nickname)) if contact else ""
        return name

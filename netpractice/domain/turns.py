"""Whose turn it is: everybody whose rhythm is up, the one furthest over it first.

What is known of somebody stays until a change touches their contact or a record about them, or another day comes. The turns
always say what new ones over the same records would.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from netpractice.domain.changes import Image
from netpractice.domain.records import Contact, Records
from netpractice.domain.rhythm import overdue, rhythm_of
from netpractice.domain.ties import Ties, about


class Turn(msgspec.Struct, frozen=True, gc=False):
    """Somebody whose rhythm is up."""

    contact: Contact
    days: int
    """How many days ago the last contact was."""
    rhythm: int
    """How often to be in touch, in days."""
    due: date
    """The day on which it was up."""


class Turns:
    """The people of a book whose rhythm is up; they follow changes of the records."""

    def __init__(self, records: Records, ties: Ties) -> None:
        """Look at records and ties that others keep up to date; nothing is read before it is needed."""
        self._records = records
        self._ties = ties
        self._today = date.min
        self._up: dict[str, Turn] = {}
        self._stale: set[str] = set()
        self._order: tuple[Turn, ...] | None = None

    def update(self, images: Iterable[Image]) -> None:
        """Forget what a change touched."""
        for image in images:
            if image.table == Contact.table:
                self._stale.add(image.id)
            self._stale.update(about(image.before))
            self._stale.update(about(image.after))

    def up(self, today: date) -> tuple[Turn, ...]:
        """Everybody whose rhythm is up on a day, the quiet too: the furthest over it first, then the one due first."""
        if today != self._today:
            self._today, self._order = today, None
            self._up.clear()
            self._stale = set(self._records.contacts)
        if self._stale or self._order is None:
            for contact_id in self._stale:
                self._look_at(contact_id)
            self._stale.clear()
            self._order = tuple(sorted(self._up.values(), key=_by_turn))
        return self._order

    def _look_at(self, contact_id: str) -> None:
        """Find out again whether it is somebody's turn."""
        turn = self._turn(contact_id)
        if turn is None:
            self._up.pop(contact_id, None)
        else:
            self._up[contact_id] = turn

    def _turn(self, contact_id: str) -> Turn | None:
        """How far over it somebody is; None for everybody else."""
        contact = self._records.contacts.get(contact_id)
        rhythm = rhythm_of(contact) if contact else None
        if contact is None or rhythm is None or contact.archived is not None:
            return None
        last = self._ties.last_contact(contact_id, self._today)
        if last is None or (self._today - last).days < rhythm:
            return None
        return Turn(contact, (self._today - last).days, rhythm, last + timedelta(days=rhythm))


def _by_turn(turn: Turn) -> tuple[float, date, datetime, str]:
    """What puts people in their order; of those who are alike, whoever was written down first comes first."""
    return -overdue(turn.days, turn.rhythm), turn.due, turn.contact.created, turn.contact.id

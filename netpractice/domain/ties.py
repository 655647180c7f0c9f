"""What ties one to each contact: the conversations, favours and follow-ups with them, found by the contact's id.

Ties are read from a book's records once and then follow each change. They know no day: whoever asks says what today is,
and what is dated later doesn't count yet. Ids of people who aren't on the roster any more have ties like all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from netpractice.domain.changes import Image
from netpractice.domain.followups import due_as_of, is_open
from netpractice.domain.records import Conversation, Favour, FollowUp, Record, Records

D = TypeVar("D", Conversation, Favour)


class Balance(msgspec.Struct, frozen=True, gc=False):
    """How many favours went which way between somebody and oneself."""

    gave: int
    received: int
    asked: int


class _Tie(msgspec.Struct, gc=False):
    """The records about one contact, in no order."""

    talks: list[Conversation] = []
    favours: list[Favour] = []
    followups: list[FollowUp] = []


_NONE = _Tie()


class Ties:
    """The records of a book by the contact that they are about; it follows changes of the records."""

    def __init__(self, records: Records) -> None:
        """Read all records."""
        self._ties: dict[str, _Tie] = {}
        for talk in records.conversations.values():
            for contact in _in_talk(talk):
                self._tie(contact).talks.append(talk)
        for favour in records.favours.values():
            if favour.contact:
                self._tie(favour.contact).favours.append(favour)
        for followup in records.followups.values():
            if followup.contact:
                self._tie(followup.contact).followups.append(followup)

    def update(self, images: Iterable[Image]) -> None:
        """Follow a change of the records."""
        for image in images:
            for place in self._places(image.before):
                place.remove(image.before)
            for place in self._places(image.after):
                place.append(image.after)

    def last_contact(self, contact: str, today: date) -> date | None:
        """The newest day up to today of a conversation or of a favour given or received; None if there was none."""
        tie = self._ties.get(contact, _NONE)
        days = [talk.day for talk in tie.talks]
        days += [favour.day for favour in tie.favours if favour.direction != "asked"]
        return max((day for day in days if day <= today), default=None)

    def balance(self, contact: str, today: date) -> Balance:
        """How many favours were given, received and asked for up to today."""
        ways = [favour.direction for favour in self._ties.get(contact, _NONE).favours if favour.day <= today]
        return Balance(ways.count("gave"), ways.count("received"), ways.count("asked"))

    def open_followups(self, contact: str, today: date) -> tuple[tuple[date, FollowUp], ...]:
        """The follow-ups that are open, each with the day it is due as of today, the earliest first."""
        there = self._ties.get(contact, _NONE).followups
        still = [(due_as_of(followup, today), followup) for followup in there if is_open(followup)]
        return tuple(sorted(still, key=lambda each: (each[0], _age(each[1]))))

    def conversations(self, contact: str) -> tuple[Conversation, ...]:
        """The conversations with somebody, the newest first."""
        return _newest_first(self._ties.get(contact, _NONE).talks)

    def favours(self, contact: str) -> tuple[Favour, ...]:
        """The favours given to, received from and asked of somebody, the newest first."""
        return _newest_first(self._ties.get(contact, _NONE).favours)

    def followups(self, contact: str) -> tuple[FollowUp, ...]:
        """The follow-ups about somebody, open and closed, the one opened last first."""
        there = self._ties.get(contact, _NONE).followups
        return tuple(sorted(there, key=lambda followup: (followup.opened, _age(followup)), reverse=True))

    def _tie(self, contact: str) -> _Tie:
        """The tie with a contact, made if it is the first."""
        tie = self._ties.get(contact)
        if tie is None:
            tie = self._ties[contact] = _Tie()
        return tie

    def _places(self, record: Record | None) -> Iterator[list[Any]]:
        """The lists that a record belongs in, one for each contact that it is about."""
        for contact in about(record):
            tie = self._tie(contact)
            match record:
                case Conversation():
                    yield tie.talks
                case Favour():
                    yield tie.favours
                case _:
                    yield tie.followups


def about(record: Record | None) -> Iterable[str]:
    """The ids of the contacts that a record is about, each once; none for a record that is about nobody."""
    match record:
        case Conversation():
            return _in_talk(record)
        case Favour() | FollowUp():
            return (record.contact,) if record.contact else ()
        case _:
            return ()


def _in_talk(talk: Conversation) -> Iterable[str]:
    """The ids of the contacts in a conversation, each once, though a merged book may name somebody twice."""
    if len(talk.people) == 1:
        contact = talk.people[0].contact
        return (contact,) if contact else ()
    return dict.fromkeys(person.contact for person in talk.people if person.contact)


def _newest_first(records: Iterable[D]) -> tuple[D, ...]:
    """Records by day, those of one day in the order of writing, the newest first."""
    return tuple(sorted(records, key=lambda record: (record.day, _age(record)), reverse=True))


def _age(record: Record) -> tuple[datetime, str]:
    """What puts records in the order of writing."""
    return record.created, record.id

"""What a file of contacts says: cards as they were read, and what couldn't be read."""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain.records import Circle


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A person as a file tells of them. Every text is clean and fits its field; what the file doesn't tell is empty."""

    name: str
    """The name as one would say it, never empty."""
    nickname: str = ""
    company: str = ""
    """The company; parts of it, such as departments, are joined by ", "."""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birthday: str = ""
    """ISO date, or `--MM-DD` when the year isn't known."""
    notes: str = ""
    tags: tuple[str, ...] = ()
    uid: str = ""
    """The identity that the card carries."""
    connected: date | None = None
    """The day on which the two were connected on the service that wrote the file."""
    circle: Circle | None = None
    """The circle, if the file is one of ours."""
    how_met: str = ""
    """How the two met, if the file is one of ours."""
    introduced_by: str = ""
    """The name of who introduced the two, if the file is one of ours."""
    rhythm_days: int | None = None
    """The contact's own rhythm in days, if the file is one of ours."""
    resting: bool = False
    """True for somebody who is never due, if the file is one of ours."""
    quiet_until: date | None = None
    """The day before which the contact isn't suggested, if the file is one of ours."""
    archived: date | None = None
    """The day on which the contact was archived, if the file is one of ours."""
    line: int = 0
    """The line of the file on which it begins, from 1; 0 where lines have no meaning."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a file that couldn't be read, or was left out."""

    file: str
    """The file's name as the user gave it."""
    line: int
    """The line, from 1; 0 for the file as a whole."""
    what: str
    """What is wrong and what became of it, in a sentence without a full stop."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of contacts says."""

    file: str
    """The file's name as the user gave it."""
    kind: str
    """What the file is, in words: `vCard`, `LinkedIn connections`, `Google contacts`."""
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...] = ()
    found: int
    """How many people the file holds, those that couldn't be read included."""

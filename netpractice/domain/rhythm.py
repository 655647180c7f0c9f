"""The rhythm of being in touch: how often one would like to be, and how far over it somebody is.

A contact's circle gives the rhythm unless one of its own was set; somebody resting has none and is never due.
`overdue = max(0, days since the last contact - rhythm) / rhythm`: a fraction of the rhythm, 0 while it isn't up.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal, TypeAlias

from netpractice.domain.days import show_span
from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle, Contact
from netpractice.domain.text import clean_line, fold

RHYTHMS: dict[Circle, int] = {"warm": 21, "friendly": 60, "familiar": 180, "new": 14}
"""Every circle, the nearest first, with its rhythm in days."""

CIRCLES: tuple[Circle, ...] = tuple(RHYTHMS)
"""The circles, the nearest first."""

LATE = 0.5
"""Overdue by more than this share of the rhythm, it is time to reconnect."""

OF_CIRCLE, RESTING = "circle", "resting"
"""What is written for a rhythm that isn't a number of days: that of the circle, and none."""

_DAYS_IN = {"d": 1, "w": 7, "m": 30, "y": 365}
_LONGEST = 3650
_RHYTHM = re.compile(r"(?:every )?(\d{1,4}) ?(?:([dwmy])|(d)ays?|(w)eeks?|(m)onths?|(y)ears?)?", re.ASCII)

State: TypeAlias = Literal["in touch", "due", "reconnect", "new", "resting", "archived"]
"""How it stands with somebody: the rhythm isn't up, it is up, it is long over, never in touch yet, never due, put away."""


def rhythm_of(contact: Contact) -> int | None:
    """How often to be in touch, in days; None for somebody who rests."""
    if contact.resting:
        return None
    return RHYTHMS[contact.circle] if contact.rhythm_days is None else contact.rhythm_days


def overdue(days: int, rhythm: int) -> float:
    """How far over the rhythm somebody is, as a share of it: 0 while it isn't up, 0.5 for 21 days of every 14."""
    return max(0, days - rhythm) / rhythm


def state_of(contact: Contact, days: int | None) -> State:
    """How it stands with a contact.

    Args:
        contact: somebody on the roster.
        days: how many days ago the last contact was, 0 for today; None if there was none.
    """
    if contact.archived is not None:
        return "archived"
    rhythm = rhythm_of(contact)
    if rhythm is None:
        return "resting"
    if days is None:
        return "new"
    if days < rhythm:
        return "in touch"
    return "reconnect" if overdue(days, rhythm) > LATE else "due"


def due_words(state: State, due: date | None, today: date) -> str:
    """When somebody's turn is, as lists show it: `in 12 d`, `today`, `9 d over`, or the state where days say less."""
    if state not in ("in touch", "due") or due is None:
        return state
    days = (today - due).days
    return f"{show_span(days)} over" if days > 0 else show_span(days)


def read_circle(text: str) -> Circle:
    """The circle that somebody typed, or its first letters; raises InputError if that is none, or more than one."""
    word = fold(clean_line(text))
    there = [circle for circle in CIRCLES if word and circle.startswith(word)]
    if len(there) != 1:
        raise InputError(f"'{word[:40]}' is no circle", where="circle", way_out=f"Give one of {', '.join(CIRCLES)}")
    return there[0]


def read_rhythm(text: str) -> dict[str, Any]:
    """The fields of a contact that a typed rhythm sets: `30`, `6w`, `every 3 months`, `1y`; `circle` or nothing; `resting`.

    Raises:
        InputError: it can't be read, or isn't one of 1 to 3,650 days.
    """
    words = fold(clean_line(text))
    if words in ("", OF_CIRCLE):
        return {"rhythm_days": None, "resting": False}
    if words == RESTING:
        return {"resting": True}
    match = _RHYTHM.fullmatch(words)
    days = int(match[1]) * _DAYS_IN["".join(filter(None, match.groups()[1:])) or "d"] if match else 0
    if not 1 <= days <= _LONGEST:
        way_out = "Write it like 30, 6w or 3 months, circle or resting"
        raise InputError(f"'{words[:40]}' is no rhythm", where="rhythm", way_out=way_out)
    return {"rhythm_days": days, "resting": False}


def show_rhythm(contact: Contact) -> str:
    """A contact's rhythm as one would type it."""
    if contact.resting:
        return RESTING
    return OF_CIRCLE if contact.rhythm_days is None else f"{contact.rhythm_days} d"

"""A conversation told: all that is written about it and that came of it, in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import show_day
from netpractice.domain.evidence import words
from netpractice.domain.followups import closed_on, due_as_of, outcome
from netpractice.domain.records import Conversation, Debrief, Favour, FavourDirection, FollowUp, FollowUpKind
from netpractice.domain.roll import to_do

Fruit: TypeAlias = Favour | FollowUp
"""What may come of a conversation."""

_FAVOURS: dict[FavourDirection, str] = {"gave": "Gave", "received": "Got", "asked": "Asked"}
_FOLLOW_UPS: dict[FollowUpKind, str] = {
    "met": "Met",
    "promise": "Promised",
    "lead": "Lead",
    "help": "Could help",
}
_TALKED: dict[Literal["me", "even", "them"], str] = {"me": "I did", "even": "both alike", "them": "they did"}


class Said(msgspec.Struct, frozen=True):
    """One thing that is written about a conversation."""

    label: str
    """What it is, such as `Learnt`; empty for the notes."""
    text: str
    """What is written, of several lines where the field has them; empty where the label says it all."""
    state: str = ""
    """How a follow-up stands, in words."""
    record: Fruit | None = None
    """The favour or follow-up that it is."""


def telling(talk: Conversation, fruits: Iterable[Fruit], today: date) -> tuple[Said, ...]:
    """All that is written about a conversation; a way to help that became a follow-up is told as that.

    Args:
        talk: the conversation.
        fruits: what came of it, in the order of writing.
        today: the day it is read on; days of other years get their year.
    """
    fruits = tuple(fruits)
    told = {fruit.what for fruit in fruits if isinstance(fruit, FollowUp) and fruit.kind == "help"}
    ways = "\n".join(line for line in talk.debrief.help.split("\n") if line.strip() not in told)
    return (*(said for said in _written(talk, ways) if said.text.strip()), *(_fruit(fruit, today) for fruit in fruits))


def levels(debrief: Debrief) -> str:
    """How it went, in words: `went 3, expected 1, ease 4 of 4`; empty if nothing of it was noted."""
    noted = (("went", debrief.went), ("expected", debrief.expected), ("ease", debrief.ease))
    said = ", ".join(f"{name} {level}" for name, level in noted if level is not None)
    return f"{said} of 4" if said else ""


def _written(talk: Conversation, ways_to_help: str) -> Iterator[Said]:
    """The notes and the debrief, with those ways to help that aren't follow-ups."""
    debrief = talk.debrief
    yield Said("", talk.notes)
    yield Said("Learnt", debrief.learnt)
    yield Said("Could help", ways_to_help)
    yield Said("Talked more", _TALKED[debrief.talked] if debrief.talked else "")
    yield Said("How it went", levels(debrief))
    yield Said("Went well", debrief.went_well)
    yield Said("Try next", debrief.try_next)


def _fruit(fruit: Fruit, today: date) -> Said:
    """What came of it."""
    if isinstance(fruit, Favour):
        what = fruit.what if fruit.kind == "other" and fruit.what else words(fruit, fruit.day)
        return Said(_FAVOURS[fruit.direction], what, record=fruit)
    closed, how = closed_on(fruit), outcome(fruit)
    state = f"{how} {show_day(closed, today)}" if closed else f"due {show_day(due_as_of(fruit, date.max), today)}"
    return Said(_FOLLOW_UPS[fruit.kind], fruit.what or to_do(fruit), state, fruit)

"""How follow-ups, and what is done with them, are said in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netpractice.domain.days import show_day
from netpractice.domain.followups import due_as_of, is_open
from netpractice.domain.records import FollowUp, FollowUpKind, StepKind
from netpractice.domain.roll import to_do
from netpractice.practice.book import Book
from netpractice.practice.lanes import name_of

_GIVEN = ("", ", a favour given", ", favours given")
"""What is said of favours written beside: none, one, several."""

MADE: dict[FollowUpKind, str] = {
    "met": "met",
    "promise": "promised",
    "lead": "noted a lead",
    "help": "noted a way to help",
}
"""What opening a follow-up is called."""

_DID: dict[StepKind, str] = {
    "acted": "acted on",
    "told": "told",
    "done": "done",
    "let go": "let go",
    "snoozed": "put off",
    "reopened": "opened again",
}


def answer_words(book: Book, answered: Sequence[FollowUp], kind: StepKind, until: date | None, favours: int) -> str:
    """What was done to follow-ups, in words that fit after "undone: ".

    Args:
        book: the open book.
        answered: the follow-ups, one at least, after the step that each of them took.
        kind: that step.
        until: the new due day, for a snooze.
        favours: how many favours given were written beside.
    """
    given = _GIVEN[min(favours, 2)]
    did = f"{_DID[kind]} to {show_day(until, book.today)}" if until else _DID[kind]
    first = answered[0]
    if len(answered) > 1:
        return f"{did}: {these(book, answered)}{given}"
    if first.kind != "lead" or kind not in ("acted", "told"):
        return f"{did}: {about(book, first)}{given}"
    giver = name_of(book, first.contact) or "the giver"
    if kind == "told":
        return f"told {giver}: {first.what or 'what came of the lead'}"
    return f"acted on: {about(book, first)}, {giver} to be told by {show_day(due_as_of(first, date.max), book.today)}"


def why_nothing(book: Book, asked: Sequence[FollowUp], kind: StepKind) -> str:
    """Why a step changed nothing."""
    why = "open already" if kind == "reopened" else "closed already"
    if kind == "snoozed" and any(map(is_open, asked)):
        why = "due then already"
    return f"{these(book, asked)}: {why}" if asked else "nothing to change"


def these(book: Book, followups: Sequence[FollowUp]) -> str:
    """Follow-ups as they are named: one by what it is about, several by their number."""
    return about(book, followups[0]) if len(followups) == 1 else f"{len(followups)} follow-ups"


def about(book: Book, followup: FollowUp) -> str:
    """What a follow-up is about, and whom."""
    what, who = followup.what or to_do(followup), name_of(book, followup.contact)
    return f"{what} ({who})" if who else what

"""Hypothesis strategies: practice records around a day, and histories of books that are written, edited and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

import msgspec
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.domain.habits import HABITS
from netpractice.domain.records import (
    CheckIn,
    Contact,
    Conversation,
    Debrief,
    Favour,
    FollowUp,
    Participant,
    Plan,
    Record,
    RestWeek,
    Settings,
    Step,
)

Days: TypeAlias = st.SearchStrategy[date]

TODAYS = (
    date(2024, 2, 29),
    date(2024, 3, 1),
    date(2025, 3, 1),
    date(2020, 12, 31),
    date(2021, 1, 3),
    date(2026, 11, 22),
    date(2026, 3, 29),
    date(2027, 1, 1),
)
"""Days to stand on: around a 29 February, a week 53, a new year and a change of the clocks."""

STAMP = datetime(2026, 1, 1, tzinfo=UTC)

ids = st.integers(0, 10**9).map("{:09d}".format)
stamps = st.integers(0, 20).map(lambda minutes: STAMP + timedelta(minutes=minutes))
"""Moments of writing; there are so few that two records often share one."""

words = st.sampled_from(["", "x"])
levels = st.none() | st.integers(0, 4)
habit_keys = st.sampled_from([habit.key for habit in HABITS])

PEOPLE = ("ann", "ben", "cleo")
"""The ids of the contacts there are; records are often about the same one."""

anybody = st.sampled_from(["", *PEOPLE, "somebody removed"])
"""Whom a record is about."""


def days_around(today: date, back: int = 45, ahead: int = 4) -> Days:
    """Days before and, since clocks are set back and books merged, a little after a day."""
    return st.integers(-back, ahead).map(lambda n: today + timedelta(days=n))


def conversations(days: Days) -> st.SearchStrategy[Conversation]:
    circles = st.sampled_from(["warm", "friendly", None])
    people = st.lists(st.builds(Participant, name=st.just("Ann"), contact=anybody, circle=circles), max_size=2)
    debriefs = st.builds(Debrief, learnt=words, help=words)
    return st.builds(
        Conversation,
        id=ids,
        created=stamps,
        updated=stamps,
        day=days,
        people=people.map(tuple),
        setting=words,
        event=words,
        debrief=debriefs,
    )


def favours(days: Days) -> st.SearchStrategy[Favour]:
    directions = st.sampled_from(["gave", "received", "asked"])
    return st.builds(Favour, id=ids, created=stamps, updated=stamps, day=days, direction=directions, contact=anybody)


def followups(days: Days) -> st.SearchStrategy[FollowUp]:
    """Follow-ups with steps in any order, on any day, also before the opening."""
    kinds = st.sampled_from(["done", "told", "let go", "acted", "snoozed", "reopened"])
    steps = st.lists(st.builds(Step, day=days, kind=kinds, until=st.none() | days), max_size=4).map(tuple)
    kind = st.sampled_from(["lead", "promise", "met", "help"])
    return st.builds(
        FollowUp,
        id=ids,
        created=stamps,
        updated=stamps,
        kind=kind,
        what=words,
        contact=anybody,
        opened=days,
        due=days,
        steps=steps,
    )


def contacts(days: Days) -> st.SearchStrategy[Contact]:
    return st.builds(
        Contact,
        id=st.sampled_from(PEOPLE),
        created=stamps,
        updated=stamps,
        name=st.sampled_from(["Ann Lee", "Łucja Ång", "lee, ann"]),
        nickname=words,
        circle=st.sampled_from(["warm", "friendly", "familiar", "new"]),
        rhythm_days=st.none() | st.integers(1, 30),
        resting=st.booleans(),
        company=words,
        introduced_by=anybody,
        unsorted=st.booleans(),
        archived=st.none() | days,
    )


def checkins(days: Days) -> st.SearchStrategy[CheckIn]:
    some = st.lists(habit_keys, unique=True, max_size=6).map(tuple)
    every = st.just(tuple(habit.key for habit in HABITS))
    return st.builds(
        CheckIn,
        id=ids,
        created=stamps,
        updated=stamps,
        day=days,
        attitude=levels,
        intention=words,
        ticks=some | every,
        passed=st.booleans(),
    )


def rest_weeks(days: Days) -> st.SearchStrategy[RestWeek]:
    return st.builds(RestWeek, id=ids, created=stamps, updated=stamps, day=days)


def plans(days: Days) -> st.SearchStrategy[Plan]:
    targets = st.dictionaries(habit_keys, st.integers(0, 7), max_size=6)
    return st.builds(Plan, id=ids, created=stamps, updated=stamps, start=days, targets=targets)


all_settings = st.builds(
    Settings,
    id=st.just("settings"),
    created=stamps,
    updated=stamps,
    week_start=st.integers(0, 6),
    weekly_threshold=st.sampled_from([60, 0, 1, 33, 50, 99, 100]),
)


def practice_records(today: date) -> st.SearchStrategy[Record]:
    """Any record that scores and streaks are computed from."""
    days = days_around(today)
    practice = (conversations(days), favours(days), followups(days), checkins(days))
    return st.one_of(*practice, rest_weeks(days), plans(days), all_settings)


def roster_records(today: date) -> st.SearchStrategy[Record]:
    """Any record that the roster is computed from."""
    days = days_around(today)
    return st.one_of(contacts(days), conversations(days), favours(days), followups(days))


@st.composite
def stretches(draw: st.DrawFn, today: date) -> list[Record]:
    """Days in a row that were ticked alike, so that streaks of days and weeks come about."""
    page = draw(checkins(days_around(today)))
    return [
        msgspec.structs.replace(page, id=f"{page.id}-{n}", day=page.day + timedelta(days=n))
        for n in range(draw(st.integers(1, 21)))
    ]


class Put(msgspec.Struct, frozen=True):
    """Write a new record, or with `edits` change the record of its type that stands at that place into it."""

    record: Record
    edits: int | None


class Remove(msgspec.Struct, frozen=True):
    """Remove a record: of all there are, the one at a place."""

    place: int


class Undo(msgspec.Struct, frozen=True):
    """Take the last change back."""


class GoTo(msgspec.Struct, frozen=True):
    """Let another day come, or set the clock back, by so many days."""

    days: int


Deed: TypeAlias = Put | Remove | Undo | GoTo


class History(msgspec.Struct, frozen=True):
    """A book and what is done to it, one deed a list entry, each with whether anybody looks at the standing after it."""

    today: date
    book: list[Record]
    deeds: list[tuple[Deed, bool]]


@st.composite
def histories(draw: st.DrawFn, kinds: Callable[[date], st.SearchStrategy[Record]] = practice_records) -> History:
    """Histories of books that hold records of some kinds, besides days in a row and follow-ups."""
    today = draw(st.sampled_from(TODAYS))
    records = kinds(today)
    singles = draw(st.lists(records, max_size=20))
    open_things = draw(st.lists(followups(days_around(today, back=25)), max_size=8))
    rows = draw(st.lists(stretches(today), max_size=3))
    places = st.integers(0, 100)
    deeds: st.SearchStrategy[Deed] = st.one_of(
        st.builds(Put, record=records, edits=st.none() | places),
        st.builds(Remove, place=places),
        st.just(Undo()),
        st.builds(GoTo, days=st.integers(-10, 10)),
    )
    book = [*singles, *open_things, *(record for row in rows for record in row)]
    return History(today, book, draw(st.lists(st.tuples(deeds, st.booleans()), max_size=8)))


def few(*texts: str) -> st.SearchStrategy[tuple[str, ...]]:
    """None, one or two of some texts."""
    return st.lists(st.sampled_from(texts), max_size=2).map(tuple)


nasty_cards = st.builds(
    Card,
    name=st.sampled_from(
        [
            "Ann Lee",
            "ann lee",
            "A. Lee",
            "Lee, Ann",
            "Bo Lee",
            "Ann",
            "Dr. Ann Lee",
            "ann@x.org",
            "Zoe Kim",
            "[/]",
            "112",
        ]
    ),
    nickname=st.sampled_from(["", "Annie", "Bo"]),
    company=st.sampled_from(["", "", "ACME", "acme", "Init"]),
    role=st.sampled_from(["", "CTO", "Boss"]),
    emails=few("ann@x.org", "ANN@x.org", "info@x.org", "bo@x.org"),
    phones=few("+1 314 555 0100", "(314) 555-0100", "+49 314 5550100", "112", "0314 5550100"),
    links=few("https://linkedin.com/in/ann", "de.linkedin.com/in/ann/", "https://x.org", "linkedin.com/in/bo"),
    birthday=st.sampled_from(["", "1980-01-02", "--01-02", "1990-05-05"]),
    notes=st.sampled_from(["", "hi", "hi there"]),
    tags=few("a", "A", "b"),
    uid=st.sampled_from(["", "", "u1", "u2", "urn:uuid:U1"]),
    connected=st.sampled_from([None, date(2024, 1, 1)]),
    circle=st.sampled_from([None, "warm"]),
    how_met=st.sampled_from(["", "", "bar"]),
    introduced_by=st.sampled_from(["", "", "Bo Lee", "Ann Lee"]),
    line=st.integers(0, 9),
)
"""Cards that share what cards can share, in every wrong combination."""

_BITS = st.sampled_from((
    " / ", "/", " & ", "&", "\\", " by ", "by", "fri", "3d", "next", "\n", "## ", "#", "**", "*", "!", "^", "fu ", "-", "=", ",",
    "@", "0", "12", "~", "?", "<", "+", " ", "\t", "\u0338", "\u0301", "\x00", "\x1c", "\u2028", "é", "東", "Ann", "feedback:",
    "\u200e", "\r", "thu",
))  # fmt: skip
CAPTURES = st.lists(_BITS | st.text(max_size=3), max_size=14).map("".join)
"""Texts of captured lines, in which every sign may stand anywhere."""

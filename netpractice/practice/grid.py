"""The scorecard as a grid: weeks beside each other, and the days of one week for one habit."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import DAY, WEEK, week_days
from netpractice.domain.evidence import PASS, Reason
from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import HabitKey
from netpractice.domain.scorecard import HabitWeek, WeekScore
from netpractice.domain.streaks import Streak
from netpractice.practice.book import Book
from netpractice.practice.checkin import passes_left
from netpractice.practice.scorecard import margin_words

DayState: TypeAlias = Literal["proved", "ticked", "pass", "none", "ahead"]
"""Kept by evidence, kept by hand, bridged by a pass, nothing, or still to come."""


class GridDay(msgspec.Struct, frozen=True, kw_only=True):
    """One habit on one day."""

    day: date
    state: DayState
    reasons: tuple[Reason, ...]
    """What made it so, the newest first."""
    passes_left: int = 0
    """For a day with a pass: how many more its month has."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """The scorecard: some weeks beside each other, and how the habits stand as of now."""

    weeks: tuple[WeekScore, ...]
    """The oldest first."""
    first: date | None
    """The week of the first record; None for an empty book."""
    strength: float | None
    """That of the practice as a whole, 0 to 100; None before the first finished week."""
    strengths: tuple[float | None, ...]
    """Those of the six habits."""
    runs: tuple[Streak, ...]
    """For each habit the consecutive weeks in which its target was met."""


class WeekWhy(msgspec.Struct, frozen=True, kw_only=True):
    """Why a habit has the credit that it has in a week."""

    habit: HabitKey
    week: WeekScore
    in_week: HabitWeek
    missing: str
    """What was, or is, still to do, in words; empty if nothing is."""
    days: tuple[GridDay, ...]
    """The seven days."""


def grid(book: Book, count: int, last: date | None = None) -> tuple[WeekScore, ...]:
    """So many weeks, the oldest first, up to that which begins on `last`; the running one if it isn't given."""
    standing = book.standing
    end = last or standing.this_week
    return tuple(standing.week(end - n * WEEK) for n in reversed(range(count)))


def card(book: Book, count: int) -> Card:
    """The scorecard over so many weeks, up to the running one."""
    standing = book.standing
    return Card(
        weeks=grid(book, count),
        first=standing.first_week,
        strength=standing.strength(None),
        strengths=tuple(standing.strength(habit.key) for habit in HABITS),
        runs=tuple(standing.run(habit.key) for habit in HABITS),
    )


def week_why(book: Book, key: HabitKey, week: date) -> WeekWhy:
    """Why a habit has its credit in the week that begins on a day."""
    scored = book.standing.week(week)
    in_week = scored.habits[HABIT[key].index]
    return WeekWhy(
        habit=key,
        week=scored,
        in_week=in_week,
        missing=margin_words(in_week) or _was_missing(in_week),
        days=tuple(_day(book, key, day) for day in week_days(week)),
    )


def edited_day(book: Book, week: date) -> date:
    """The day of a week to begin with when one is to be edited: today in the running week, else its last day."""
    return min(week + WEEK - DAY, book.today)


def _was_missing(in_week: HabitWeek) -> str:
    """What a finished week lacked."""
    if in_week.credit is None or in_week.credit == 1:
        return ""
    if in_week.due:
        return f"{in_week.due - in_week.handled} left open"
    return f"{in_week.target - in_week.kept_days} short of the plan"


def _day(book: Book, key: HabitKey, day: date) -> GridDay:
    """One habit on one day."""
    if day > book.today:
        return GridDay(day=day, state="ahead", reasons=())
    evidence = book.standing.evidence
    reasons = evidence.why(key, day)
    state: DayState = "none"
    if reasons:
        state = "ticked" if reasons[0].by_hand else "proved"
    elif evidence.span(day.toordinal(), day.toordinal())[0] & PASS:
        state = "pass"
    left = passes_left(book, day) if state == "pass" else 0
    return GridDay(day=day, state=state, reasons=reasons, passes_left=left)

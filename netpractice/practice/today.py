"""The day's page as a view: what Today shows, worked out from the open book."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import WEEK, week_days, week_of
from netpractice.domain.evidence import Reason
from netpractice.domain.habits import HABITS, Habit
from netpractice.domain.records import CheckIn, Conversation
from netpractice.domain.scorecard import HabitWeek, WeekScore
from netpractice.domain.streaks import Streak
from netpractice.practice.book import Book
from netpractice.practice.checkin import page, passes_left, rests

HabitState: TypeAlias = Literal["proved", "ticked", "open", "paused"]
Dot: TypeAlias = Literal["kept", "pass", "none", "ahead"]


class HabitRow(msgspec.Struct, frozen=True, kw_only=True):
    """One habit on the shown day and in its week."""

    habit: Habit
    state: HabitState
    """Proved by what was written down, ticked by hand, still open, or paused by the plan."""
    reasons: tuple[Reason, ...]
    """What made it so, newest first."""
    dots: tuple[Dot, ...]
    """The seven days of the week."""
    week: HabitWeek
    run: Streak
    """Consecutive weeks in which the habit's target was met."""


class TodayView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that Today shows, for the day that is looked at."""

    day: date
    today: date
    week_start: int
    empty: bool
    """True for a book in which nothing has been written down yet."""
    first_week: bool
    """True in an empty book, and in the week in which the practice began."""
    habits: tuple[HabitRow, ...]
    week: WeekScore
    week_before: WeekScore
    daily: Streak
    kept_of_14: int
    page: CheckIn | None
    passes_left: int
    """How many passes the month of the day still has."""
    rests: bool
    """True if the week of the day is a rest week."""
    try_next: str
    """What the latest conversation that left something to try says; empty when none does."""


def today_view(book: Book, day: date) -> TodayView:
    """What Today shows when it looks at a day, which is today or earlier."""
    standing = book.standing
    week = week_of(day, book.settings.week_start)
    score = standing.week(week)
    checkin = page(book, day)
    return TodayView(
        day=day,
        today=book.today,
        week_start=book.settings.week_start,
        empty=standing.first_week is None,
        first_week=standing.first_week in (None, week),
        habits=tuple(_habit_row(book, day, habit, score.habits[habit.index]) for habit in HABITS),
        week=score,
        week_before=standing.week(week - WEEK),
        daily=standing.daily,
        kept_of_14=standing.kept_of_last(14),
        page=checkin,
        passes_left=passes_left(book, day),
        rests=rests(book, day),
        try_next=_try_next(book),
    )


def _habit_row(book: Book, day: date, habit: Habit, week: HabitWeek) -> HabitRow:
    """One habit on a day."""
    evidence = book.standing.evidence
    state: HabitState = "open"
    if evidence.proved(day) & habit.bit:
        state = "proved"
    elif evidence.mask(day) & habit.bit:
        state = "ticked"
    elif week.state == "paused":
        state = "paused"
    return HabitRow(
        habit=habit,
        state=state,
        reasons=evidence.why(habit.key, day),
        dots=tuple(_dot(book, each, habit) for each in week_days(week_of(day, book.settings.week_start))),
        week=week,
        run=book.standing.run(habit.key),
    )


def _dot(book: Book, day: date, habit: Habit) -> Dot:
    """How a habit stands on one day of the week."""
    if book.standing.evidence.mask(day) & habit.bit:
        return "kept"
    if day > book.today:
        return "ahead"
    return "pass" if day in book.standing.evidence.passes else "none"


def _try_next(book: Book) -> str:
    """What to try next, of the newest conversation that says something of it."""
    latest: Conversation | None = None
    for conversation in book.records.conversations.values():
        if conversation.debrief.try_next and (latest is None or conversation.day >= latest.day):
            latest = conversation
    return latest.debrief.try_next if latest is not None else ""

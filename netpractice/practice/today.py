"""The day's page as a view: what Today shows, worked out from the open book."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import DAY, WEEK, week_days, week_of, year_before
from netpractice.domain.evidence import PASS, Reason
from netpractice.domain.habits import HABITS, Habit
from netpractice.domain.records import CheckIn, Conversation
from netpractice.domain.scorecard import HabitWeek, WeekScore
from netpractice.domain.streaks import Streak
from netpractice.practice.book import Book
from netpractice.practice.checkin import page, passes_left, rests

HabitState: TypeAlias = Literal["proved", "ticked", "open", "paused"]
Dot: TypeAlias = Literal["kept", "pass", "none", "ahead"]

LATELY = 8
"""How many conversations are listed as the latest."""

LATELY_DAYS = 60
"""How many days back they are looked for."""

HALF_YEAR_WEEKS = 26
"""The weeks that hold half a year."""


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
    run: int
    """Consecutive weeks, up to now, in which the habit's target was met."""


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


class Lately(msgspec.Struct, frozen=True, kw_only=True):
    """The latest conversations, the newest first, and one of a year ago."""

    talks: tuple[Conversation, ...]
    year_ago: Conversation | None


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
        try_next=_try_next(book, day),
    )


def kept_map(book: Book, day: date, weeks: int = HALF_YEAR_WEEKS) -> tuple[tuple[int | None, ...], ...]:
    """How many of the six habits were kept on each day of the weeks up to that of `day`; None for days ahead."""
    last = week_of(day, book.settings.week_start)
    firsts = (last - n * WEEK for n in reversed(range(weeks)))
    return tuple(tuple(_kept_count(book, each) for each in week_days(week)) for week in firsts)


def _kept_count(book: Book, day: date) -> int | None:
    """How many habits were kept on a day; None for a day ahead."""
    return None if day > book.today else book.standing.evidence.mask(day).bit_count()


def lately(book: Book, day: date) -> Lately:
    """The latest conversations up to a day, and the one of about a year before it."""
    talks: list[Conversation] = []
    for back in range(LATELY_DAYS):
        talks += _talks_on(book, day - back * DAY)
        if len(talks) >= LATELY:
            break
    then = year_before(day)
    around = (talk for back in (0, 1, -1, 2, -2, 3, -3) for talk in _talks_on(book, then - back * DAY))
    return Lately(talks=tuple(talks[:LATELY]), year_ago=next(around, None))


def _talks_on(book: Book, day: date) -> list[Conversation]:
    """The conversations of a day, the newest first."""
    return [record for record in book.standing.evidence.written_on(day) if isinstance(record, Conversation)]


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
        dots=_dots(book, week_of(day, book.settings.week_start), habit),
        week=week,
        run=book.standing.run_so_far(habit.key),
    )


def _dots(book: Book, week: date, habit: Habit) -> tuple[Dot, ...]:
    """How a habit stands on each day of a week."""
    ahead = book.today.toordinal() - week.toordinal()
    masks = book.standing.evidence.span(week.toordinal(), week.toordinal() + 6)
    return tuple(
        "kept" if mask & habit.bit else "ahead" if n > ahead else "pass" if mask & PASS else "none"
        for n, mask in enumerate(masks)
    )


def _try_next(book: Book, day: date) -> str:
    """What to try next, of the newest conversation up to a day that says something of it."""
    for back in range(LATELY_DAYS):
        for talk in _talks_on(book, day - back * DAY):
            if talk.debrief.try_next:
                return talk.debrief.try_next
    return ""

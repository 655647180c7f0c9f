"""The scorecard as views: a week, a day's reasons, and where the practice stands, for screens and reports alike.

The field names are those of the command line's `--json`, which shows these views as they are.
"""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain.days import read_week, show_day, week_days, week_label, week_of
from netpractice.domain.errors import InputError
from netpractice.domain.evidence import Reason
from netpractice.domain.followups import due_as_of, is_open
from netpractice.domain.habits import HABITS, Habit
from netpractice.domain.records import HabitKey
from netpractice.domain.scorecard import HabitState, HabitWeek, Margin
from netpractice.domain.streaks import Streak
from netpractice.practice.book import Book

LATELY_DAYS = 14
"""How many days "kept n of the last 14" looks back on, today included."""


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """One reason why a habit counts as kept on a day."""

    words: str
    """What it was, in a few words."""
    by_hand: bool
    """True for a tick, which can be taken back."""
    table: str
    """The table of the record behind it."""
    id: str
    """That record's id."""


class DayReasons(msgspec.Struct, frozen=True, kw_only=True):
    """One habit on one day of a week."""

    day: date
    kept: bool
    why: tuple[Why, ...]
    """The newest first."""


class HabitReport(msgspec.Struct, frozen=True, kw_only=True):
    """One habit in a week."""

    habit: HabitKey
    state: HabitState
    """Active, paused by the plan, or resting (a rest week; for `follow` also a week with nothing due)."""
    kept_days: int
    target: int
    """Days a week wanted by the plan; for `follow` 1, or 0 when it is paused."""
    due: int
    """For `follow`: how many follow-ups were due."""
    handled: int
    """For `follow`: how many of those were closed."""
    credit: float | None
    """0 to 1; None when paused or resting."""
    margin: Margin | None
    """In the running week: what is still to do and in how many days."""
    strength: float | None
    """0 to 100, to one decimal, as of now; None before the first finished week."""
    streak_weeks: int
    """Consecutive weeks, as of now, in which the target was met."""
    days: tuple[DayReasons, ...]
    """The seven days of the week."""


class Streaks(msgspec.Struct, frozen=True, kw_only=True):
    """The streaks as of now."""

    daily: Streak
    weekly: Streak


class ScoreReport(msgspec.Struct, frozen=True, kw_only=True):
    """A week's score, habit by habit."""

    week: str
    """Its ISO 8601 name, `2026-W47`."""
    first_day: date
    finished: bool
    """False for the running week, whose score is the one so far."""
    rest: bool
    score: int | None
    """0 to 100; None for a rest week and for a week in which no habit is active."""
    strength: float | None
    """The practice as a whole, 0 to 100, to one decimal, as of now."""
    habits: tuple[HabitReport, ...]
    streaks: Streaks


class WhyReport(msgspec.Struct, frozen=True, kw_only=True):
    """What made a habit kept on a day."""

    habit: HabitKey
    day: date
    kept: bool
    why: tuple[Why, ...]
    """The newest first."""


class HabitToday(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a habit is kept today."""

    habit: HabitKey
    kept: bool


class StatusReport(msgspec.Struct, frozen=True, kw_only=True):
    """Where the practice stands today."""

    day: date
    week: str
    rest: bool
    score: int | None
    """This week's score so far; None in a rest week and while no habit is active."""
    strength: float | None
    habits: tuple[HabitToday, ...]
    streaks: Streaks
    kept_of_last_14: int
    """On how many of the last 14 days, today included, a habit was kept."""
    followups_due: int
    """Open follow-ups whose due day has come."""

    @property
    def kept(self) -> tuple[HabitKey, ...]:
        """The habits kept today, in their order."""
        return tuple(habit.habit for habit in self.habits if habit.kept)


def status(book: Book) -> StatusReport:
    """Where the practice stands on the book's present day."""
    standing = book.standing
    today = book.today
    week = standing.week(standing.this_week)
    mask = standing.evidence.mask(today)
    return StatusReport(
        day=today,
        week=week_label(week.week),
        rest=week.rest,
        score=week.score,
        strength=_rounded(standing.strength(None)),
        habits=tuple(HabitToday(habit=habit.key, kept=bool(mask & habit.bit)) for habit in HABITS),
        streaks=Streaks(daily=standing.daily, weekly=standing.weekly),
        kept_of_last_14=standing.kept_of_last(LATELY_DAYS),
        followups_due=followups_due(book),
    )


def followups_due(book: Book) -> int:
    """How many open follow-ups have come due by the book's present day."""
    today = book.today
    return sum(
        is_open(followup) and due_as_of(followup, today) <= today for followup in book.records.followups.values()
    )


def why(book: Book, key: HabitKey, day: date) -> WhyReport:
    """What made a habit kept on a day."""
    reasons = _reasons(book, key, day)
    return WhyReport(habit=key, day=day, kept=bool(reasons), why=reasons)


def score(book: Book, week: date) -> ScoreReport:
    """A week's score; the week is named by its first day."""
    standing = book.standing
    scored = standing.week(week)
    return ScoreReport(
        week=week_label(week),
        first_day=week,
        finished=scored.finished,
        rest=scored.rest,
        score=scored.score,
        strength=_rounded(standing.strength(None)),
        habits=tuple(
            _habit_report(book, week, habit, in_week) for habit, in_week in zip(HABITS, scored.habits, strict=True)
        ),
        streaks=Streaks(daily=standing.daily, weekly=standing.weekly),
    )


def find_week(book: Book, text: str | None) -> date:
    """The first day of the week that a text means, this week for None.

    Raises:
        InputError: it means no week (see `read_week`), or one that hasn't begun.
    """
    today, week_start = book.today, book.settings.week_start
    this_week = week_of(today, week_start)
    week = this_week if text is None else read_week(text, today, week_start)
    if week > this_week:
        raise InputError(
            f"this week begins on {show_day(week, today)}",
            where=week_label(week),
            way_out=f"The running week is {week_label(this_week)}",
        )
    return week


def margin_words(in_week: HabitReport | HabitWeek) -> str:
    """What is still to do for a habit in the running week, in words; empty for other weeks."""
    margin = in_week.margin
    if margin is None:
        return ""
    if in_week.state == "resting":
        return "nothing due, it rests"
    if margin.state == "met":
        return "met this week"
    if margin.state == "out of reach":
        return "out of reach this week"
    if in_week.due:
        return f"{margin.more} open, due by today"
    days = "1 day" if margin.left == 1 else f"{margin.left} days"
    return f"tight: {margin.more} more in {days}" if margin.state == "tight" else f"{margin.more} more, {days} left"


def _habit_report(book: Book, week: date, habit: Habit, in_week: HabitWeek) -> HabitReport:
    """One habit in a week, with the reasons for each day."""
    standing = book.standing
    return HabitReport(
        habit=habit.key,
        state=in_week.state,
        kept_days=in_week.kept_days,
        target=in_week.target,
        due=in_week.due,
        handled=in_week.handled,
        credit=in_week.credit,
        margin=in_week.margin,
        strength=_rounded(standing.strength(habit.key)),
        streak_weeks=standing.run(habit.key).current,
        days=tuple(_day_reasons(book, habit.key, day) for day in week_days(week)),
    )


def _day_reasons(book: Book, key: HabitKey, day: date) -> DayReasons:
    """One habit on one day."""
    reasons = _reasons(book, key, day)
    return DayReasons(day=day, kept=bool(reasons), why=reasons)


def _reasons(book: Book, key: HabitKey, day: date) -> tuple[Why, ...]:
    """Why a habit counts as kept on a day; what a merged book holds of days to come doesn't count yet."""
    if day > book.today:
        return ()
    return tuple(_why(reason) for reason in book.standing.evidence.why(key, day))


def _why(reason: Reason) -> Why:
    """A reason as a view."""
    return Why(words=reason.words, by_hand=reason.by_hand, table=reason.record.table, id=reason.record.id)


def _rounded(strength: float | None) -> float | None:
    """A strength to one decimal."""
    return None if strength is None else round(strength, 1)

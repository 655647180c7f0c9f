"""The weekly review: a week at a glance, what it leaves open, and one lesson and one if-then to take along.

Everything but the two lines is worked out from what was written down. There is one review for a week at most; the lines
can be written at any time, and a finished review keeps its page.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from netpractice.domain.days import DAY, WEEK, week_days, week_label, week_of, year_before
from netpractice.domain.evidence import PASS
from netpractice.domain.loops import Leads, Promises, leads_of, promises_of
from netpractice.domain.records import HabitKey, Review
from netpractice.domain.scorecard import HabitState, HabitWeek
from netpractice.domain.text import clean_line, clean_text
from netpractice.domain.ties import about
from netpractice.domain.trends import (
    Attitude,
    Setting,
    WorryGap,
    attitudes,
    most_unlikely,
    settings_of_month,
    worry_gap,
)
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.practice.scorecard import LATELY_DAYS, Streaks, margin_words
from netpractice.practice.traps import Gauge, gauges

WORRY_DAYS = 90
"""Over how many days worry is held against what came of it."""

ATTITUDE_WEEKS = 8
"""How many weeks the trend of the attitude has."""

EARLIER = 5
"""How many earlier lessons are told."""

_MIDDLE = 3 * DAY
"""From the first day of a week to the middle one, which stays in most of the same week whatever day weeks begin on."""

NewLine = str | UnsetType
"""A line to write, empty to take it back, UNSET to leave it as it is."""


class HabitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One habit in the week."""

    habit: HabitKey
    state: HabitState
    kept_days: int
    target: int
    due: int
    """For `follow`: how many follow-ups were due."""
    handled: int
    """For `follow`: how many of those were closed."""
    credit: float | None
    """0 to 1; None when paused or resting."""
    credit_before: float | None
    """That of the week before."""
    difference: int
    """Days kept more than in the week before; for `follow` follow-ups closed more."""
    margin: str
    """In the running week what is still to do, in words; empty otherwise."""


class People(msgspec.Struct, frozen=True, kw_only=True):
    """The people of the week."""

    new: tuple[str, ...]
    """The names of those met in it, the first first."""
    in_touch: int
    """How many one was in touch with."""
    reconnect: int
    """How many are due now."""


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """What a review left."""

    week: str
    lesson: str
    if_then: str


class ReviewReport(msgspec.Struct, frozen=True, kw_only=True):
    """A week at a glance."""

    week: str
    """Its ISO 8601 name, `2026-W47`."""
    first_day: date
    finished: bool
    """False for the running week."""
    rest: bool
    score: int | None
    score_before: int | None
    """That of the week before."""
    habits: tuple[HabitLine, ...]
    streaks: Streaks
    kept_of_last_14: int
    passes: int
    """How many passes were taken in the week."""
    traps: tuple[Gauge, ...]
    """The mirror as of now; empty for weeks before the last."""
    leads: Leads
    promises: Promises
    people: People
    settings: tuple[Setting, ...]
    """Those of the month up to the end of the week."""
    unlikely: Setting | None
    """The most unlikely one of the year."""
    worry: WorryGap | None
    attitude: tuple[Attitude, ...]
    """Of the last weeks, the oldest first."""
    lesson: str
    if_then: str
    reviewed: date | None
    """The day on which the review was finished; None while it wasn't."""
    before: Lesson | None
    """What the week before left to take along."""
    year_ago: Lesson | None
    """What the week of a year ago left."""
    earlier: tuple[Lesson, ...]
    """What the weeks before left, the latest first."""


def review(book: Book, week: date) -> ReviewReport:
    """A week at a glance; the week is named by its first day."""
    standing, records, today = book.standing, book.records, book.today
    scored, before = standing.week(week), standing.week(week - WEEK)
    end = min(week + WEEK - DAY, today)
    week_start = book.settings.week_start
    followups = tuple(records.followups.values())
    talks = tuple(records.conversations.values())
    there = review_of(book, week)
    return ReviewReport(
        week=week_label(week),
        first_day=week,
        finished=scored.finished,
        rest=scored.rest,
        score=scored.score,
        score_before=before.score,
        habits=tuple(_habit_line(now, then) for now, then in zip(scored.habits, before.habits, strict=True)),
        streaks=Streaks(daily=standing.daily, weekly=standing.weekly),
        kept_of_last_14=standing.kept_of_last(LATELY_DAYS),
        passes=sum(bool(mask & PASS) for mask in standing.evidence.span(week.toordinal(), end.toordinal())),
        traps=gauges(book) if week >= standing.this_week - WEEK else (),
        leads=leads_of(followups, week, today),
        promises=promises_of(followups, week, today),
        people=_people(book, week, end),
        settings=settings_of_month(talks, end),
        unlikely=most_unlikely(talks, end),
        worry=worry_gap(talks, end, WORRY_DAYS),
        attitude=attitudes(records.checkins.values(), end, week_start, ATTITUDE_WEEKS),
        lesson=there.lesson if there else "",
        if_then=there.if_then if there else "",
        reviewed=there.finished if there else None,
        before=left_by(book, week - WEEK),
        year_ago=left_by(book, week_of(year_before(week + _MIDDLE), week_start)),
        earlier=earlier(book, week),
    )


def review_of(book: Book, week: date) -> Review | None:
    """The review of a week; of several, as merged books have them, the one changed last."""
    return max(_reviews(book, week), key=lambda review: (review.updated, review.id), default=None)


def left_by(book: Book, week: date) -> Lesson | None:
    """What the review of a week left to take along; None if it left nothing."""
    there = review_of(book, week)
    if there is None or not (there.lesson or there.if_then):
        return None
    return Lesson(week=week_label(week), lesson=there.lesson, if_then=there.if_then)


def earlier(book: Book, week: date) -> tuple[Lesson, ...]:
    """What the weeks before left, the latest first."""
    left: list[Lesson] = []
    for each in reviewed_weeks(book, reverse=True):
        lesson = left_by(book, each) if each < week else None
        if lesson:
            left.append(lesson)
        if len(left) == EARLIER:
            break
    return tuple(left)


def reviewed_weeks(book: Book, *, reverse: bool = False) -> list[date]:
    """The weeks that have a review, finished or begun, in order."""
    start = book.settings.week_start
    return sorted({week_of(review.day, start) for review in book.records.reviews.values()}, reverse=reverse)


def write(book: Book, week: date, *, lesson: NewLine = UNSET, if_then: NewLine = UNSET) -> Outcome:
    """Write the lesson of a week, its if-then, or both, in one step. Raises InputError for a line that is too long."""
    old = _page(book, week)
    new = msgspec.structs.replace(
        old,
        lesson=old.lesson if lesson is UNSET else clean_line(lesson, "the lesson"),
        if_then=old.if_then if if_then is UNSET else clean_line(if_then, "the if-then"),
    )
    steps = [name for name in ("lesson", "if_then") if getattr(new, name) != getattr(old, name)]
    if not steps:
        return Outcome(change=None, words="it says so already")
    named = " and ".join("the lesson" if name == "lesson" else "the if-then" for name in steps)
    gone = all(not getattr(new, name) for name in steps)
    return _put(book, week, new, f"{'took back' if gone else 'wrote'} {named} of {week_label(week)}")


def finish(book: Book, week: date, page: str) -> Outcome:
    """Keep the page of a review that was gone through. Raises InputError for a page that is too long."""
    old = _page(book, week)
    new = msgspec.structs.replace(old, finished=book.today, page=clean_text(page, "the page"))
    return _put(book, week, new, f"finished the review of {week_label(week)}")


def _habit_line(now: HabitWeek, before: HabitWeek) -> HabitLine:
    """One habit in the week, beside the week before."""
    follows = now.key == "follow"
    return HabitLine(
        habit=now.key,
        state=now.state,
        kept_days=now.kept_days,
        target=now.target,
        due=now.due,
        handled=now.handled,
        credit=now.credit,
        credit_before=before.credit,
        difference=now.handled - before.handled if follows else now.kept_days - before.kept_days,
        margin=margin_words(now),
    )


def _people(book: Book, week: date, end: date) -> People:
    """Who was met in a week, how many one was in touch with, and how many are due."""
    evidence, contacts = book.standing.evidence, book.records.contacts
    met: dict[str, None] = {}
    touched: set[str] = set()
    for day in week_days(week):
        if day > end:
            break
        for record in reversed(evidence.written_on(day)):
            those = [each for each in about(record) if each in contacts]
            touched.update(those)
            met.update((each, None) for each in those if _first_day(book, each) == day)
    rows = book.standing.roll.rows(book.today)
    return People(
        new=tuple(contacts[each].name for each in met),
        in_touch=len(touched),
        reconnect=sum(row.state in ("due", "reconnect") for row in rows),
    )


def _first_day(book: Book, contact: str) -> date | None:
    """The day of the first conversation with somebody."""
    return min((talk.day for talk in book.standing.ties.conversations(contact)), default=None)


def _reviews(book: Book, week: date) -> Iterable[Review]:
    """Every review of a week."""
    return [review for review in book.records.reviews.values() if week <= review.day < week + WEEK]


def _page(book: Book, week: date) -> Review:
    """The review of a week, or a new one."""
    return review_of(book, week) or book.new(Review, day=week + _MIDDLE)


def _put(book: Book, week: date, new: Review, words: str) -> Outcome:
    """Put a review in place of whatever its week has, or remove it if nothing is left on it."""
    others = [review for review in _reviews(book, week) if review.id != new.id]
    empty = msgspec.structs.replace(new, lesson="", if_then="", finished=None, page="")
    if new == empty:
        return Outcome(change=book.change(words, remove=[*others, *_there(book, new)]), words=words)
    return Outcome(change=book.change(words, put=[new], remove=others), words=words)


def _there(book: Book, new: Review) -> list[Review]:
    """A review as it is in the book, if it is."""
    old = book.records.reviews.get(new.id)
    return [old] if old else []

"""The day's page: ticks by hand, attitude, intention, a line of reflection, passes and rest weeks.

Each function is one change of the open book, so one step for undo, with a label in words. There is one page for a day at
most; a page on which nothing is left is removed. A day that hasn't begun is refused with InputError.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from netpractice.domain.days import DAY, WEEK, month_of, show_day, week_label, week_of
from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import CheckIn, HabitKey, RestWeek
from netpractice.domain.text import clean_line
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome

PASSES_A_MONTH = 2
"""How many passes a calendar month has."""

CHECKIN_TABLES = frozenset({CheckIn.table, RestWeek.table})
"""The tables that the functions of this module change."""

NewLevel: TypeAlias = int | UnsetType | None
"""A level to write, None to take it back, UNSET to leave it as it is."""

NewLine: TypeAlias = str | UnsetType
"""A line to write, empty to take it back, UNSET to leave it as it is."""


def page(book: Book, day: date) -> CheckIn | None:
    """What is on the page of a day, or None for an empty one.

    Books that were merged may hold several pages for a day; they read as one: the ticks of all of them, and of every
    other part what was changed last.
    """
    pages = _pages(book, day)
    return _as_one(pages) if pages else None


def passes_left(book: Book, day: date) -> int:
    """How many passes the calendar month of a day still has, 0 to 2."""
    used = {c.day for c in book.records.checkins.values() if c.passed and month_of(c.day) == month_of(day)}
    return max(0, PASSES_A_MONTH - len(used))


def rests(book: Book, day: date) -> bool:
    """True if the week of a day is a rest week."""
    return bool(_rest_weeks(book, day))


def tick(book: Book, key: HabitKey, day: date) -> Outcome:
    """Tick a habit by hand, or take the tick back.

    Evidence can't be ticked away, and a habit that it proves needs no tick: then nothing is changed.
    """
    there = page(book, day)
    if there is not None and key in there.ticks:
        return check_in(book, day, untick=(key,))
    return check_in(book, day, ticks=(key,))


def set_attitude(book: Book, day: date, level: int | None) -> Outcome:
    """Write down the day's attitude, 0 to 4, or take it back with None."""
    return check_in(book, day, attitude=level)


def set_intention(book: Book, day: date, text: str) -> Outcome:
    """Write the day's intention; empty text takes it back. Raises InputError for a text that is too long."""
    return check_in(book, day, intention=text)


def set_reflection(book: Book, day: date, text: str) -> Outcome:
    """Write the day's line of reflection; empty text takes it back. Raises InputError for a text that is too long."""
    return check_in(book, day, reflection=text)


def check_in(
    book: Book,
    day: date,
    *,
    ticks: Collection[HabitKey] = (),
    untick: Collection[HabitKey] = (),
    attitude: NewLevel = UNSET,
    intention: NewLine = UNSET,
    reflection: NewLine = UNSET,
    passed: bool | UnsetType = UNSET,
) -> Outcome:
    """Write several parts of a day's page in one change.

    Args:
        book: the open book.
        day: the practice day; raises InputError if it hasn't begun.
        ticks: habits to tick by hand; those that are kept already are left as they are.
        untick: habits whose tick is taken back.
        attitude: 0 to 4; raises InputError for any other number.
        intention: one line; raises InputError if it is too long.
        reflection: one line; raises InputError if it is too long.
        passed: whether the day is a pass; raises InputError for a third one in a calendar month and for a day on which a
            habit is kept, which needs none.
    """
    _refuse_future(book, day)
    old = page(book, day) or book.new(CheckIn, day=day)
    marked = {key for key in ticks if not _proved(book, day, attitude) & HABIT[key].bit}
    wanted = (marked | set(old.ticks)) - set(untick)
    new = msgspec.structs.replace(
        old,
        ticks=tuple(habit.key for habit in HABITS if habit.key in wanted),
        attitude=old.attitude if attitude is UNSET else _level(attitude),
        intention=old.intention if intention is UNSET else clean_line(intention, "intention"),
        reflection=old.reflection if reflection is UNSET else clean_line(reflection, "reflection"),
        passed=old.passed if passed is UNSET else passed,
    )
    if new.passed and not old.passed:
        _refuse_pass(book, new)
    steps = _steps(old, new)
    if not steps:
        return Outcome(change=None, words=f"{_why_nothing(ticks, untick)}, {show_day(day, book.today)}")
    return _write(book, new, f"{', '.join(steps)}, {show_day(day, book.today)}")


def toggle_pass(book: Book, day: date) -> Outcome:
    """Take a pass for a day, or take it back; `check_in` says which passes are refused."""
    there = page(book, day)
    return check_in(book, day, passed=there is None or not there.passed)


def toggle_rest_week(book: Book, day: date) -> Outcome:
    """Make the week of a day a rest week, or have it scored again. Raises InputError for a week that hasn't begun."""
    week = week_of(day, book.settings.week_start)
    _refuse_future(book, week)
    label = week_label(week)
    there = _rest_weeks(book, day)
    if there:
        words = f"scored {label} again"
        return Outcome(change=book.change(words, remove=there), words=words)
    words = f"made {label} a rest week"
    # The middle day stays in most of the same week when another first day of the week is chosen later.
    rest = book.new(RestWeek, day=week + 3 * DAY)
    return Outcome(change=book.change(words, put=[rest]), words=words)


def _rest_weeks(book: Book, day: date) -> list[RestWeek]:
    """The records that make the week of a day a rest week."""
    week = week_of(day, book.settings.week_start)
    return [rest for rest in book.records.rest_weeks.values() if week <= rest.day < week + WEEK]


def _pages(book: Book, day: date) -> list[CheckIn]:
    """Every check-in record of a day, in the order of writing."""
    return [checkin for checkin in book.records.checkins.values() if checkin.day == day]


def _as_one(pages: list[CheckIn]) -> CheckIn:
    """Several pages of one day as the first of them."""
    if len(pages) == 1:
        return pages[0]
    late_first = sorted(pages, key=lambda checkin: checkin.updated, reverse=True)
    ticked = {key for checkin in pages for key in checkin.ticks}
    return msgspec.structs.replace(
        pages[0],
        attitude=next((c.attitude for c in late_first if c.attitude is not None), None),
        intention=next((c.intention for c in late_first if c.intention), ""),
        reflection=next((c.reflection for c in late_first if c.reflection), ""),
        ticks=tuple(habit.key for habit in HABITS if habit.key in ticked),
        passed=any(c.passed for c in pages),
    )


def _write(book: Book, new: CheckIn, words: str) -> Outcome:
    """Put the page in place of whatever pages its day has, or remove them if nothing is left on it."""
    pages = _pages(book, new.day)
    empty = CheckIn(id=new.id, created=new.created, updated=new.updated, day=new.day)
    if new == empty:
        return Outcome(change=book.change(words, remove=pages), words=words)
    rest = [checkin for checkin in pages if checkin.id != new.id]
    return Outcome(change=book.change(words, put=[new], remove=rest), words=words)


def _proved(book: Book, day: date, attitude: NewLevel) -> int:
    """The habits that evidence proves on a day, as bits, an attitude that is being written included."""
    proved = book.standing.evidence.proved(day)
    if attitude is UNSET:
        return proved
    bit = HABIT["open"].bit
    return proved & ~bit if attitude is None else proved | bit


def _steps(old: CheckIn, new: CheckIn) -> list[str]:
    """What was done to a page, each step in words."""
    steps = []
    added = [HABIT[key].name for key in new.ticks if key not in old.ticks]
    if added:
        steps.append(f"ticked {_joined(added)}")
    removed = [HABIT[key].name for key in old.ticks if key not in new.ticks]
    if removed:
        steps.append(f"took back the tick for {_joined(removed)}")
    if new.attitude != old.attitude:
        steps.append("took back the attitude" if new.attitude is None else f"set the attitude to {new.attitude}")
    if new.intention != old.intention:
        steps.append("wrote the intention" if new.intention else "took back the intention")
    if new.reflection != old.reflection:
        steps.append("wrote the reflection" if new.reflection else "took back the reflection")
    if new.passed != old.passed:
        steps.append("took a pass" if new.passed else "took back the pass")
    return steps


def _why_nothing(ticks: Collection[HabitKey], untick: Collection[HabitKey]) -> str:
    """Why a request changed nothing."""
    if not (ticks or untick):
        return "nothing new"
    names = _joined([habit.name for habit in HABITS if habit.key in (ticks or untick)])
    return f"{names}: {'kept already' if ticks else 'no tick to take back'}"


def _joined(names: list[str]) -> str:
    """Names as one reads them out: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _level(level: int | None) -> int | None:
    """The level itself; raises InputError unless it is None or 0 to 4."""
    if level is not None and not 0 <= level <= 4:
        raise InputError(f"{level} is no attitude", way_out="Give 0 (not at all open) to 4 (very open)")
    return level


def _refuse_pass(book: Book, new: CheckIn) -> None:
    """Raise InputError if the day of a page can't be passed."""
    where = show_day(new.day, book.today)
    if book.standing.evidence.mask(new.day) or new.ticks or new.attitude is not None:
        raise InputError(
            "a habit is kept on this day, so it needs no pass",
            where=where,
            way_out="Keep the pass for a day that stays empty",
        )
    if not passes_left(book, new.day):
        raise InputError(
            f"both passes of {new.day:%B} are taken", where=where, way_out="Take one back to use it on this day"
        )


def _refuse_future(book: Book, day: date) -> None:
    """Raise InputError if a day hasn't begun."""
    if day > book.today:
        raise InputError(
            "this day hasn't begun yet", where=show_day(day, book.today), way_out="Write it down when it is there"
        )

"""The plan: how many days a week each habit is wanted. A change holds from next week on and rewrites no past week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netpractice.domain.days import DAY, show_day
from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABIT
from netpractice.domain.records import HabitKey, Plan
from netpractice.domain.scorecard import plan_history
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome

DAYS_A_WEEK = 7
"""The most days a week that a habit can be wanted."""


def next_week(book: Book) -> date:
    """The first day of the week from which on a change holds."""
    return book.standing.this_week + 7 * DAY


def planned(book: Book) -> dict[HabitKey, int]:
    """The targets from next week on; 0 pauses a habit, and for `follow` 1 means that it isn't paused."""
    return book.standing.targets(next_week(book))


def set_target(book: Book, key: HabitKey, days: int) -> Outcome:
    """Want a habit on so many days a week from next week on; 0 pauses it.

    Raises:
        InputError: a week hasn't so many days, or `follow`, which has no target, isn't given 0 or 1.
    """
    return set_targets(book, {key: days})


def set_targets(book: Book, targets: Mapping[HabitKey, int]) -> Outcome:
    """Want several habits on so many days a week from next week on, in one step. Raises what `set_target` raises."""
    for key, days in targets.items():
        _refuse_impossible(key, days)
    start = next_week(book)
    before = planned(book)
    after = {**before, **targets}
    changes = [_words(key, before[key], after[key]) for key in after if after[key] != before[key]]
    if not changes:
        return Outcome(change=None, words="the plan is so already")
    words = f"{'; '.join(changes)}, from {show_day(start, book.today)} on"
    there = [plan for plan in book.records.plans.values() if plan.start == start]
    if after == _without(book, there, start):
        return Outcome(change=book.change(words, remove=there), words=words)
    plan = book.new(Plan, start=start, targets=after)
    return Outcome(change=book.change(words, put=[plan], remove=there), words=words)


def says(book: Book, key: HabitKey, days: int) -> str:
    """A sentence that tells what a target would change, and from when."""
    before, start = planned(book)[key], show_day(next_week(book), book.today)
    if days == before:
        return f"{wanted(key, days).capitalize()}, as planned."
    return f"{_words(key, before, days)}, from {start} on. The weeks until then stay as they are."


def _without(book: Book, plans: list[Plan], week: date) -> dict[HabitKey, int]:
    """The targets of a week if some plans weren't there."""
    rest = (plan for plan in book.records.plans.values() if plan not in plans)
    return [targets for start, targets in plan_history(rest) if start <= week][-1]


def _refuse_impossible(key: HabitKey, days: int) -> None:
    """Raise InputError for a target that there can't be."""
    if key == "follow" and days not in (0, 1):
        raise InputError(
            "it has no days a week: all that is due counts", where=HABIT[key].name, way_out="0 pauses it, 1 takes it up"
        )
    if not 0 <= days <= DAYS_A_WEEK:
        raise InputError(f"a week has no {days} days", where=HABIT[key].name, way_out="Take 0 to 7; 0 pauses the habit")


def _words(key: HabitKey, before: int, after: int) -> str:
    """A change of a target in words."""
    was = f", until then {wanted(key, before)}" if key != "follow" and before and after else ""
    return f"{HABIT[key].name}: {wanted(key, after)}{was}"


def wanted(key: HabitKey, days: int) -> str:
    """A target in words."""
    if days == 0:
        return "paused"
    if key == "follow":
        return "all that is due"
    return "1 day a week" if days == 1 else "every day" if days == DAYS_A_WEEK else f"{days} days a week"

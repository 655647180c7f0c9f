"""Why the scorecard stands as it does, as lines: the days behind a cell, the credits behind a score, and the rules."""

from __future__ import annotations

from datetime import date
from textwrap import wrap

from netpractice.domain.days import show_day, week_label
from netpractice.domain.habits import HABIT, Habit
from netpractice.domain.records import Record
from netpractice.domain.scorecard import HALF_LIFE_WEEKS, WeekScore
from netpractice.practice.grid import DayState, GridDay, WeekWhy
from netpractice.tui.screens.scorecard_lines import done_of, per_cent
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span


def why_title(why: WeekWhy, today: date) -> str:
    """What the panel below the grid explains."""
    habit = HABIT[why.habit]
    return f"Why {habit.number} {habit.name}, {which_week(why.week, today)}"


def which_week(week: WeekScore, today: date) -> str:
    """A week in words."""
    return week_label(week.week) if week.finished else f"this week, {show_day(week.week, today)} on"


def why_summary(why: WeekWhy, best_run: int, glyphs: Glyphs) -> Line:
    """What was done of what was planned, what is missing, the credit that makes it, and the best run in weeks."""
    in_week, follows = why.in_week, why.habit == "follow"
    parts: list[str]
    if why.week.rest:
        parts = ["a rest week, not scored"]
    elif in_week.state == "paused":
        parts = ["paused by the plan, it leaves the mean"]
    elif in_week.state == "resting":
        parts = ["nothing due, it rests and leaves the mean" if follows else _NOT_BEGUN[why.week.finished]]
    else:
        done = (
            f"{in_week.handled} of {in_week.due} due"
            if in_week.due
            else f"{in_week.kept_days} of {in_week.target} days"
        )
        parts = [done if in_week.due or not follows else "kept, with nothing due"]
        parts += [f"credit {per_cent(in_week.credit or 0)}", why.missing]
    best = f"best run {best_run} w" if best_run else ""
    return (Span(f" {f' {glyphs.between} '.join(part for part in (*parts, best) if part)}", "muted"),)


def behind(day: GridDay) -> tuple[Record | None, ...]:
    """The records behind the lines of a day, None for a line without one."""
    return tuple(reason.record for reason in day.reasons) or (None,)


def day_lines(day: GridDay, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """One day for one habit: its state, and every row behind it."""
    sign, tone, words = _state(day, glyphs)
    if day.state not in ("proved", "ticked"):
        return ((Span(f" {show_day(day.day):<10} ", "muted"), Span(f"{sign} ", tone), Span(words, "muted")),)
    lines = []
    for n, reason in enumerate(day.reasons):
        name = f" {show_day(day.day):<10} " if n == 0 else " " * 12
        mark = Span(f"{glyphs.ticked if reason.by_hand else glyphs.proved} ", "done")
        about = "" if reason.by_hand else f"  {_SOURCES.get(reason.record.table, '')}"
        text = cut(reason.words, max(0, width - 15 - len(about)), more=glyphs.more)
        lines.append((Span(name, "muted"), mark, Span(text), Span(about, "muted")))
    return tuple(lines)


_SOURCES = {
    "conversations": "journal",
    "followups": "follow-up",
    "favours": "favour",
    "checkins": "page",
}
"""Where a row was written."""


def _state(day: GridDay, glyphs: Glyphs) -> tuple[str, Tone, str]:
    """A day's state as a glyph, its tone and a word."""
    a_pass = f"a pass, {day.passes_left or 'no'} more this month"
    table: dict[DayState, tuple[str, Tone, str]] = {
        "proved": (glyphs.proved, "done", ""),
        "ticked": (glyphs.ticked, "done", ""),
        "pass": (glyphs.passed, "muted", a_pass),
        "none": (glyphs.none, "muted", ""),
        "ahead": (" ", "muted", "still ahead"),
    }
    return table[day.state]


_NOT_BEGUN = {True: "nothing was written down by then", False: "what you write down begins your first week"}
"""Why a week before the first record doesn't count, by whether it is over."""


def score_lines(week: WeekScore, glyphs: Glyphs) -> tuple[Line, ...]:
    """Why a week has its score: the mean of the credits."""
    if week.rest:
        return ((Span(" A rest week: it isn't scored, and the weekly run goes on over it.", "muted"),),)
    lines: list[Line] = []
    for habit in week.habits:
        name = f" {HABIT[habit.key].number} {HABIT[habit.key].name:<15}"
        if habit.credit is None:
            lines.append((Span(name), Span(f"{glyphs.dash:>6}  {habit.state}, leaves the mean", "muted")))
        else:
            done = done_of(habit) or "kept"
            lines.append((Span(name), Span(f"{_exact(habit.credit):>6}", "bright"), Span(f"  {done}", "muted")))
    active = [habit for habit in week.habits if habit.credit is not None]
    if week.score is None:
        nothing = _NOT_BEGUN[week.finished] if _not_begun(week) else "the plan pauses all of it"
        return (*lines, (Span(f" no score: {nothing}", "muted"),))
    sum_of = " + ".join(_exact(habit.credit or 0) for habit in active)
    so_far = "" if week.finished else " so far"
    return (*lines, (Span(f" ({sum_of}) / {len(active)} = ", "muted"), Span(f"{week.score}{so_far}", "done")))


def _not_begun(week: WeekScore) -> bool:
    """True for a week before anything was written down: in all others nothing but `follow` rests."""
    return any(habit.state == "resting" and habit.key != "follow" for habit in week.habits)


def _exact(credit: float) -> str:
    """A credit in per cent, to one decimal where it isn't whole, so that a sum of several comes out right."""
    return f"{100 * credit:.1f}".removesuffix(".0")


def about_lines(habit: Habit, target: str, width: int) -> tuple[Line, ...]:
    """A habit: the article's idea in our words, what counts, the plan, and how its numbers are computed."""
    follow = habit.key == "follow"
    credit = "follow-ups closed / due; kept with nothing due: 1" if follow else "days kept / days planned, at most 1"
    parts = (
        ("", habit.idea),
        ("Counts", habit.counts),
        ("Plan", target),
        ("Credit", credit),
        ("Score", "the mean of the credits, times 100; what rests or is paused leaves it"),
        ("Strength", f"the mean of finished weeks, each weighing half as much {HALF_LIFE_WEEKS} weeks later"),
        ("Run", "weeks in a row in which the plan was met; a week that rests bridges"),
    )
    lines: list[Line] = []
    for label, words in parts:
        indent = 10 if label else 1
        for n, text in enumerate(wrap(words, max(10, width - indent - 1))):
            head = f" {label:<9}" if label and n == 0 else " " * indent
            lines.append((Span(head, "muted"), Span(text, "plain" if label else "bright")))
        if not label:
            lines.append(())
    return tuple(lines)

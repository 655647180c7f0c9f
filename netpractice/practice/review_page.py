"""The weekly review in words: lines for a screen without one, and the Markdown page that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netpractice.domain.days import DAY, show_day, show_span
from netpractice.domain.habits import HABIT
from netpractice.domain.trends import WorryGap
from netpractice.exchange.markdown import inline
from netpractice.practice.book import Book
from netpractice.practice.review import HabitLine, Lesson, ReviewReport, review, review_of, reviewed_weeks
from netpractice.practice.traps import Gauge

_HEADING = re.compile(r"^(?=#)", re.MULTILINE)
"""Finds the headings of a page, so that each can be put one level down; what users wrote stands in no line of its own."""

_ABOUT = 0.05
"""A gap below this shows as 0.0."""


def page(report: ReviewReport) -> str:
    """The review as Markdown, to be kept and copied; what users wrote can't become markup."""
    parts = [f"# {title(report)}", headline(report) + "."]
    parts.append("\n".join(f"- {habit_words(habit)}" for habit in report.habits))
    if report.traps:
        traps = [line for gauge in report.traps for line in _trap(gauge)]
        parts += ["## Three traps", "\n".join(traps)]
    told = [*loops(report), *people(report), *places(report), *feelings(report)]
    if told:
        parts += ["## The week", "\n".join(f"- {inline(line)}" for line in told)]
    lines = [("Lesson", report.lesson), ("If-then", report.if_then)]
    if any(text for _, text in lines):
        parts += ["## To take along", "\n".join(f"- {name}: {inline(text)}" for name, text in lines if text)]
    return "\n\n".join(parts) + "\n"


def pages(book: Book) -> str:
    """Every week that has a review, the oldest first, as one Markdown page: the page that was kept, or else as it is now."""
    parts = ["# Weekly reviews\n"]
    for week in reviewed_weeks(book):
        there = review_of(book, week)
        text = there.page if there and there.page else page(review(book, week))
        parts.append(_HEADING.sub("#", text.rstrip("\n")) + "\n")
    return "\n".join(parts) if len(parts) > 1 else f"{parts[0]}\nNo week is reviewed yet.\n"


def _trap(gauge: Gauge) -> Iterator[str]:
    """A trap as an entry of a list, with the rows behind it."""
    yield f"- **{gauge.name}**: {gauge.words}"
    for row in gauge.rows:
        yield f"  - {inline(row.who or 'somebody')}: {inline(row.words)}"


def title(report: ReviewReport) -> str:
    """The week by its name and days: `2026-W47, Mon 16 Nov to Sun 22 Nov 2026`."""
    last = report.first_day + 6 * DAY
    return f"{report.week}, {show_day(report.first_day)} to {show_day(last)} {last.year}"


def headline(report: ReviewReport) -> str:
    """The score and what stands beside it."""
    if report.rest:
        score = "a rest week, not scored"
    elif report.score is None:
        score = "no score"
    else:
        score = f"score {report.score}" if report.finished else f"score {report.score} so far"
        score += against(report)
    run = report.streaks.daily.current
    passes = f", {report.passes} pass{'es' * (report.passes > 1)}" if report.passes else ""
    return f"{score}; run {run} d, kept {report.kept_of_last_14} of the last 14 days{passes}"


def against(report: ReviewReport) -> str:
    """How the score differs from that of the week before; empty if one of them has none."""
    if report.score is None or report.score_before is None:
        return ""
    more = report.score - report.score_before
    return f", {more} up on the week before" if more > 0 else f", {-more} down on the week before" if more else ""


def habit_words(habit: HabitLine) -> str:
    """A habit in the week: what was done, and what is still to do."""
    name = HABIT[habit.habit].name
    if habit.state == "paused":
        return f"{name}: paused"
    if habit.habit == "follow":
        done = f"{habit.handled} of {habit.due} due" if habit.due else "nothing due"
    else:
        done = f"{habit.kept_days} of {habit.target} days"
    beside = f", {habit.difference:+d}" if habit.difference else ""
    margin = f"; {habit.margin}" if habit.margin and not (habit.habit == "follow" and not habit.due) else ""
    return f"{name}: {done}{beside}{margin}"


def done_words(habit: HabitLine) -> str:
    """What was done of what was planned, `3/2`; for `follow` of what was due. Empty for what doesn't count."""
    if habit.state != "active":
        return ""
    if habit.habit == "follow":
        return f"{habit.handled}/{habit.due}" if habit.due else "kept"
    return f"{habit.kept_days}/{habit.target}"


def loops(report: ReviewReport) -> Iterator[str]:
    """What became of leads and promises."""
    leads, promises = report.leads, report.promises
    if leads.total:
        parts = [f"{leads.told} told" if leads.told else "", f"{leads.let_go} let go" if leads.let_go else ""]
        if leads.open:
            parts.append(f"{leads.open} open, the oldest {show_span(leads.oldest)}")
        yield f"{counted(leads.total, 'lead')}: {', '.join(part for part in parts if part)}"
    if promises.total:
        yield f"{counted(promises.total, 'promise')} due: {promises.kept} kept, {promises.in_time} in time"


def people(report: ReviewReport) -> Iterator[str]:
    """Whom one was in touch with."""
    there = report.people
    if there.in_touch:
        yield f"in touch with {counted(there.in_touch, 'person')}"
    if there.new:
        yield f"new: {', '.join(there.new)}"
    if there.reconnect:
        yield f"{counted(there.reconnect, 'person')} to say hello to"


def places(report: ReviewReport) -> Iterator[str]:
    """Where one talked with people."""
    if report.settings:
        names = ", ".join(setting.name for setting in report.settings)
        yield f"{counted(len(report.settings), 'setting')} this month: {names}"
    if report.unlikely:
        yield f"the most unlikely of the year: {report.unlikely.name}, {show_day(report.unlikely.last)}"


def feelings(report: ReviewReport) -> Iterator[str]:
    """Worry against what came of it, and the attitude."""
    gap = report.worry
    if gap:
        yield f"expected {gap.expected:.1f}, went {gap.went:.1f} of 4: {worry_words(gap)}"
    levels = [week.mean for week in report.attitude if week.mean is not None]
    if levels and report.attitude[-1].mean is not None:
        before = levels[:-1]
        usual = f", {sum(before) / len(before):.1f} in the weeks before" if before else ""
        yield f"attitude {levels[-1]:.1f} of 4{usual}"


def worry_words(gap: WorryGap) -> str:
    """How far worry overshot."""
    over = gap.overshoots
    if abs(over) < _ABOUT:
        return "worry is about right"
    return f"worry overshoots by {over:.1f}" if over > 0 else f"hope overshoots by {-over:.1f}"


def lesson_words(lesson: Lesson) -> Iterator[str]:
    """What an earlier review left."""
    if lesson.lesson:
        yield f"{lesson.week}: {lesson.lesson}"
    if lesson.if_then:
        yield f"{lesson.week}: {lesson.if_then}"


def counted(number: int, noun: str) -> str:
    """So many of something in words."""
    plural = {"person": "people"}.get(noun, f"{noun}s")
    return f"{number:,} {noun if number == 1 else plural}"

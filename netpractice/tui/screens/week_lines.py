"""The week at a glance as lines: score, habits and traps; plain functions of the review, width and glyphs."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from netpractice.domain.days import show_day
from netpractice.domain.habits import HABIT
from netpractice.practice.review import HabitLine, ReviewReport
from netpractice.practice.review_page import done_words, title
from netpractice.practice.traps import Gauge, TrapRow, answers
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cells, cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span, cut_line

_BAR = 20
"""The cells of a habit's bar where there is room."""

_BESIDE = 60
"""The cells that a habit's line needs beside its bar."""

_NAME = 15
_TRAP = 15
_WHO = 20
"""The most cells that the name of somebody in a trap takes."""

Target: TypeAlias = tuple[Gauge, TrapRow | None]
"""What a line of the traps is about: a gauge, or one of its rows."""


def week_title(report: ReviewReport, today: date, glyphs: Glyphs) -> str:
    """The week by its name and days, and whether it was reviewed."""
    reviewed = f"reviewed {show_day(report.reviewed, today)}" if report.reviewed else ""
    return f" {glyphs.between} ".join(filter(None, (title(report), reviewed)))


def head_lines(report: ReviewReport, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The score with what stands beside it, and the six habits."""
    lines = (_headline(report, glyphs), *(_habit_line(habit, report, width, glyphs) for habit in report.habits))
    return tuple(cut_line(line, width, more=glyphs.more) for line in lines)


def _headline(report: ReviewReport, glyphs: Glyphs) -> Line:
    """The score, against the week before, run, kept n of 14, passes."""
    run = report.streaks.daily.current
    passes = f"   {report.passes} pass{'es' * (report.passes > 1)}" if report.passes else ""
    return (
        *_score(report, glyphs),
        Span("   run "),
        Span(f"{run} d" if run else glyphs.dash, "bright"),
        Span("   kept "),
        Span(f"{report.kept_of_last_14} of 14", "bright"),
        Span(passes),
    )


def _score(report: ReviewReport, glyphs: Glyphs) -> Line:
    """The score, and how it differs from that of the week before."""
    if report.rest:
        return Span(f" {glyphs.dash} ", "muted"), Span("a rest week, not scored")
    if report.score is None:
        return Span(f" {glyphs.dash} ", "muted"), Span("no score" if report.finished else "no score yet")
    score = (Span(f" {report.score}", "done"), Span(f" / 100{'' if report.finished else ' so far'}"))
    if report.score_before is None:
        return score
    more = report.score - report.score_before
    if more == 0:
        return (*score, Span("  as the week before", "muted"))
    return (*score, Span("  "), _difference(more, " ", glyphs), Span(" on the week before", "muted"))


def _difference(more: int, between: str, glyphs: Glyphs) -> Span:
    """More or less than before; less is no fault, and doesn't look like one."""
    return Span(f"{glyphs.up if more > 0 else glyphs.down}{between}{abs(more)}", "done" if more > 0 else "muted")


def _habit_line(habit: HabitLine, report: ReviewReport, width: int, glyphs: Glyphs) -> Line:
    """One habit: a bar, what was done, how it differs from the week before, and what is still to do."""
    name = HABIT[habit.habit]
    size = max(6, min(_BAR, width - _BESIDE))
    head = (Span(f" {name.number} ", "key"), Span(f"{name.name:<{_NAME}} "))
    if habit.credit is None:
        return (*head, Span(f"{glyphs.dash} {_at_rest(habit, report)}", "muted"))
    filled = round(habit.credit * size)
    tone: Tone = "done" if habit.credit == 1 else "open"
    return (
        *head,
        Span(glyphs.bar * filled, tone),
        Span(glyphs.none * (size - filled), "muted"),
        Span(f" {done_words(habit):<5}", tone),
        *_against(habit, glyphs),
        Span(f"  {habit.margin}", "muted"),
    )


def _at_rest(habit: HabitLine, report: ReviewReport) -> str:
    """Why a habit has no credit; before the first record, what would keep it."""
    if habit.state == "paused":
        return "paused by the plan"
    if report.rest:
        return "at rest"
    return "nothing due, it rests" if habit.habit == "follow" else HABIT[habit.habit].hint


def _against(habit: HabitLine, glyphs: Glyphs) -> Line:
    """How much more or less was done than in the week before, in four cells."""
    if habit.credit_before is None:
        return (Span(" " * 4),)
    if habit.difference == 0:
        return (Span(" =  ", "muted"),)
    difference = _difference(habit.difference, "", glyphs)
    return Span(" "), difference, Span(" " * (3 - cells(difference.text)))


def trap_targets(report: ReviewReport) -> tuple[Target, ...]:
    """What the lines of the traps are about: the three gauges, then the rows behind them."""
    gauges: list[Target] = [(gauge, None) for gauge in report.traps]
    return (*gauges, *((gauge, row) for gauge in report.traps for row in gauge.rows))


def trap_line(target: Target, width: int, glyphs: Glyphs) -> Line:
    """A gauge with how it stands, or somebody behind it."""
    gauge, row = target
    if row is None:
        mark = Span(f" {glyphs.done if gauge.clear else glyphs.due} ", "done" if gauge.clear else "open")
        line = (mark, Span(f"{gauge.name:<{_TRAP}} ", "bright"), Span(gauge.words))
    else:
        who = row.who or "somebody"
        name = cut(who, min(cells(who), _WHO), more=glyphs.more)
        line = (Span(f"   {gauge.name:<{_TRAP}} ", "muted"), Span(name, "bright"), Span(f" {row.words}", "muted"))
    return cut_line(line, width, more=glyphs.more)


def no_traps_lines() -> tuple[Line, ...]:
    """What stands in the place of the traps for a week that is long over."""
    return ((Span(" The traps are told as they stand now: they are with this week and the last.", "muted"),),)


def traps_title(target: Target | None, keys: Keys, glyphs: Glyphs) -> str:
    """The title of the traps: for the row under the cursor it says what the keys do."""
    if target is None or target[1] is None:
        repair = f" {glyphs.between} {target[0].repair}" if target and not target[0].clear else ""
        return f"Three traps{repair}"
    mends, leaves = answers(target[0].trap, target[1])
    parts = (
        target[0].name,
        f"{keys.label(ACTION['list.choose'])} {mends}",
        f"{keys.label(ACTION['week.leave_row'])} {leaves}",
    )
    return f" {glyphs.between} ".join(parts)


def plain_lines(report: ReviewReport, glyphs: Glyphs) -> tuple[Line, ...]:
    """A week for a terminal below 60x16: score, habits, traps, one column."""
    habits = tuple(
        (Span(f"{HABIT[habit.habit].number} ", "key"), Span(f"{HABIT[habit.habit].name:<{_NAME}} {done_words(habit)}"))
        for habit in report.habits
    )
    traps = tuple(
        (Span(f"{glyphs.done if gauge.clear else glyphs.due} ", "done" if gauge.clear else "open"), Span(gauge.name))
        for gauge in report.traps
    )
    score = glyphs.dash if report.score is None else str(report.score)
    total = (Span(f"{report.week}, score {score}{'' if report.finished else ' so far'}"),)
    return (total, *habits, *traps, (Span("widen to 80x24 for the full view", "muted"),))

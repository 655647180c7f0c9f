"""What stands beside the week at a glance, as lines: its loops and people, what it taught, and the weeks before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from statistics import median

from netpractice.domain.days import month
from netpractice.domain.scorecard import WeekScore
from netpractice.practice.review import Lesson, ReviewReport
from netpractice.practice.review_page import counted, feelings, loops, people, places, worry_words
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.screens.looking_back import step_of
from netpractice.tui.text import cut, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

HALF_A_YEAR = 26
"""The weeks that the bars of the scores show."""

_LABEL = 9
_LINES = 2
"""How many rows a lesson or an if-then takes at most."""

_HIGHEST_ATTITUDE = 4
_SCORE_ROWS = 4


def told_lines(report: ReviewReport, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """Loops, people, places and feelings in a line each, for a screen without room for panels of their own."""
    told = (loops(report), _people_in_short(report), islice(places(report), 1), _feelings_in_short(report, glyphs))
    rows = [f" {glyphs.between} ".join(part) for part in told]
    if not any(rows):
        return ((Span(" Leads, promises, people and places of the week will stand here.", "muted"),),)
    return tuple((Span(f" {cut(row, width - 1, more=glyphs.more).rstrip()}"),) for row in rows if row)


def _people_in_short(report: ReviewReport) -> Iterator[str]:
    """The people of the week in numbers."""
    there = report.people
    if there.in_touch:
        yield f"in touch with {counted(there.in_touch, 'person')}, {len(there.new)} new"
    if there.reconnect:
        yield f"{there.reconnect:,} to say hello to"


def _feelings_in_short(report: ReviewReport, glyphs: Glyphs) -> Iterator[str]:
    """How far worry overshot, and the attitude of the last weeks, a cell a week in five steps for 0 to 4."""
    if report.worry:
        yield worry_words(report.worry)
    levels = _levels(report)
    if levels:
        steps = (" " if week.mean is None else glyphs.steps[int(week.mean + 0.5)] for week in report.attitude)
        yield f"attitude {''.join(steps)} {levels[-1]:.1f} of 4"


def _levels(report: ReviewReport) -> list[float]:
    """The attitudes that were written down."""
    return [week.mean for week in report.attitude if week.mean is not None]


def loop_lines(report: ReviewReport, width: int) -> tuple[Line, ...]:
    """What became of leads and promises."""
    return tuple(_wrapped(loops(report), width)) or ((Span(" No leads or promises this week.", "muted"),),)


def people_lines(report: ReviewReport, width: int) -> tuple[Line, ...]:
    """Whom one was in touch with, and where."""
    return tuple(_wrapped((*people(report), *places(report)), width)) or (
        (Span(" The people of the week will stand here.", "muted"),),
    )


def felt_lines(report: ReviewReport, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """Worry against what came of it, and the attitude of the last weeks as bars."""
    words = tuple(_wrapped(feelings(report), width))
    if not _levels(report):
        return words or ((Span(" Attitude and worry will stand here.", "muted"),),)
    shares = [None if week.mean is None else week.mean / _HIGHEST_ATTITUDE for week in report.attitude]
    days = "".join(f"{week.week.day:02} " for week in report.attitude)
    return (*words, *bar_rows(shares, 2, ("4", ""), 3, glyphs), (Span(f"   {days}", "muted"),))


def along_lines(report: ReviewReport, width: int, rows: int, keys: Keys, glyphs: Glyphs) -> tuple[Line, ...]:
    """The lesson and the if-then, each with its key, and what the week before left."""
    lines = [
        *_to_write("Lesson", report.lesson, "What did the week teach you?", "week.lesson", width, rows, keys, glyphs),
        *_to_write("If-then", report.if_then, "If … happens, then I will …", "week.if_then", width, rows, keys, glyphs),
    ]
    if report.before:
        left = report.before.if_then or report.before.lesson
        lines += _labelled("   Before", left, width, rows, glyphs)
    return tuple(lines)


def _to_write(
    label: str, text: str, question: str, action: str, width: int, rows: int, keys: Keys, glyphs: Glyphs
) -> list[Line]:
    """A line that may be written, with its key; in as many rows as it may take."""
    key = Span(f" {keys.label(ACTION[action])} ", "key", action)
    tone: Tone = "plain" if text else "muted"
    first, *more = _rows(text or question.replace("…", glyphs.more), width - _LABEL - 4, rows, glyphs)
    head = (key, Span(f"{label:<{_LABEL}}", "muted", action), Span(first, tone, action))
    return [head, *((Span(" " * (_LABEL + 3)), Span(row, tone, action)) for row in more)]


def _labelled(label: str, text: str, width: int, rows: int, glyphs: Glyphs) -> list[Line]:
    """A text behind its label, in as many rows as it may take."""
    found = _rows(text, width - _LABEL - 4, rows, glyphs)
    return [
        (Span(f"{label if n == 0 else '':<{_LABEL + 3}}", "muted"), Span(row, "muted")) for n, row in enumerate(found)
    ]


def _rows(text: str, width: int, rows: int, glyphs: Glyphs) -> list[str]:
    """A text in so many rows at most."""
    if rows == 1:
        return [cut(text, width, more=glyphs.more).rstrip()]
    found = wrap(text, max(2, width))
    return (
        found if len(found) <= rows else [*found[: rows - 1], cut(" ".join(found[rows - 1 :]), width, more=glyphs.more)]
    )


def earlier_lines(report: ReviewReport, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What the weeks before left, and the week of a year ago."""
    lines = [line for lesson in report.earlier for line in _lesson(lesson, lesson.week, width, glyphs)]
    if report.year_ago:
        lines += [(), *_lesson(report.year_ago, "A year ago", width, glyphs)]
    return tuple(lines) or ((Span(" Earlier lessons will stand here.", "muted"),),)


def _lesson(lesson: Lesson, label: str, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """What a review left."""
    for n, text in enumerate(filter(None, (lesson.lesson, lesson.if_then))):
        room = max(0, width - 12)
        head = Span(f" {label if n == 0 else '':<10} ", "muted")
        yield head, Span(cut(text, room, more=glyphs.more).rstrip(), "plain" if n == 0 else "muted")


def score_bars(weeks: Sequence[WeekScore], width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The scores of some weeks as bars, the oldest first, with the months under them and their median."""
    weeks = weeks[-max(1, (width - 6) // 2) :]
    shares = [None if week.score is None else week.score / 100 for week in weeks]
    months = "".join(f"{_month(weeks, n):<2}" for n in range(len(weeks)))
    scores = [week.score for week in weeks if week.score is not None]
    middle = f"  median {median(scores):.0f}" if scores else ""
    return (
        *bar_rows(shares, _SCORE_ROWS, ("100", "0"), 2, glyphs),
        (Span(f"     {months.rstrip()}{middle}", "muted"),),
    )


def _month(weeks: Sequence[WeekScore], place: int) -> str:
    """The initial of a month over the first week that is shown of it."""
    here = weeks[place].week
    return month(here)[0] if place == 0 or weeks[place - 1].week.month != here.month else ""


def bar_rows(
    shares: Sequence[float | None], rows: int, ends: tuple[str, str], size: int, glyphs: Glyphs
) -> Iterator[Line]:
    """Shares of 0 to 1 as upright bars of so many rows; none for None.

    Args:
        shares: one for each bar.
        rows: how high a whole bar is.
        ends: what stands beside the highest row and the lowest.
        size: the cells from a bar to the next.
        glyphs: the set in use.
    """
    room = max(map(len, ends)) + 2
    for level in reversed(range(rows)):
        label = ends[0] if level == rows - 1 else ends[1] if level == 0 else ""
        parts = (0.0 if share is None else share * rows - level for share in shares)
        bars = "".join(f"{_part(part, glyphs) * (size - 1):<{size}}" for part in parts)
        yield Span(f"{label:>{room - 1}} ", "muted"), Span(bars, "done")


def _part(part: float, glyphs: Glyphs) -> str:
    """A row of a bar that is filled so far."""
    step = step_of(part)
    return glyphs.steps[step] if step else " "


def _wrapped(told: Iterable[str], width: int) -> Iterator[Line]:
    """Sentences in rows, those after the first of each a little to the right."""
    for words in told:
        for n, row in enumerate(wrap(words, max(2, width - 3))):
            yield (Span(f" {' ' * (2 * (n > 0))}{row}"),)

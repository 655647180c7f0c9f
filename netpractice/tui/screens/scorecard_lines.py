"""The scorecard as lines: plain functions of weeks, width and glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from netpractice.domain.days import DAY, month, show_day, week_label, weekday
from netpractice.domain.habits import HABIT, HABITS, Habit
from netpractice.domain.records import Record
from netpractice.domain.scorecard import HALF_LIFE_WEEKS, HabitWeek, WeekScore
from netpractice.practice.grid import Card, DayState, GridDay, WeekWhy
from netpractice.tui.screens.looking_back import step_of
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span, cut_line, joined

WEEK_ROW = len(HABITS)
"""The row of the weeks' scores, below those of the habits."""

FEW, MANY = 12, 24
"""How many weeks are shown, and how many where there is room."""

_NAME = 18
_CELL = 3
_MANY_FROM = _NAME + MANY * _CELL + 21
_HEAD_ROWS = 2
_BAR_ROWS = 5


def weeks_in(width: int) -> int:
    """How many weeks there is room for."""
    return MANY if width >= _MANY_FROM else FEW


class Grid:
    """The six habits and the score over some weeks; what no move of the cursor changes is made once."""

    def __init__(self, card: Card, glyphs: Glyphs) -> None:
        """Show a card, with a set of glyphs."""
        self.card = card
        self.glyphs = glyphs
        weeks, first = card.weeks, card.first
        months = "".join(f"{_month_over(weeks, n):<{_CELL}}" for n in range(len(weeks)))
        self._months = (Span(" " * _NAME), Span(months, "muted"))
        self._cells: list[list[tuple[str, Tone]]] = [
            [_credit(week, week.habits[habit.index].credit, first, glyphs) for week in weeks] for habit in HABITS
        ]
        self._cells.append([(_in_cell(_score(week, first, glyphs), glyphs), "plain") for week in weeks])
        self._rows = [joined(Span(f"{text:<{_CELL}}", tone) for text, tone in row) for row in self._cells]

    def lines(self, at: tuple[int, int], width: int) -> tuple[Line, ...]:
        """The lines for so many cells, with what was done and the score in the week of the cell looked at.

        Args:
            at: row and column of that cell.
            width: the cells of a line.
        """
        row, column = at
        lines = (
            self._months,
            self._days(column),
            *(self._habit_row(habit, column, at=row == habit.index) for habit in HABITS),
            self._score_row(column, at=row == WEEK_ROW),
        )
        return tuple(cut_line(line, width, more="") for line in lines)

    def _days(self, column: int) -> Line:
        """The days on which the weeks begin; that of the week looked at stands out."""
        days = [f"{week.week.day:02}{' ' * (_CELL - 2)}" for week in self.card.weeks]
        head = "  done score strength  run"
        return (
            Span(" " * _NAME),
            Span("".join(days[:column]), "muted"),
            Span(days[column], "bright"),
            Span("".join(days[column + 1 :]) + head, "muted"),
        )

    def _habit_row(self, habit: Habit, column: int, *, at: bool) -> Line:
        """One habit over the weeks; its strength and its run are as of now."""
        card, dash = self.card, self.glyphs.dash
        in_week, run = card.weeks[column].habits[habit.index], card.runs[habit.index].current
        number = "" if in_week.credit is None else str(_percent(in_week.credit))
        action = f"scorecard.row.{habit.number}"
        return (
            Span(f" {habit.number} ", "key", action),
            Span(f"{habit.name:<{_NAME - 3}}", "bright" if at else "plain", action),
            *self._row(habit.index, column if at else None, number),
            Span(f"{_done(in_week) or dash:>6}", "done" if in_week.credit == 1 else "plain"),
            Span(f"{number or dash:>6}", "bright"),
            Span(f"{_strength(card.strengths[habit.index], self.glyphs):>9}"),
            Span(f"{f'{run} w' if run else dash:>5}", "muted"),
        )

    def _score_row(self, column: int, *, at: bool) -> Line:
        """The scores of the weeks, and the strength of the practice as a whole."""
        score = _score(self.card.weeks[column], self.card.first, self.glyphs)
        return (
            Span(f"   {'week':<{_NAME - 3}}", "bright" if at else "muted"),
            *self._row(WEEK_ROW, column if at else None, score),
            Span(f"{score:>12}", "bright"),
            Span(f"{_strength(self.card.strength, self.glyphs):>9}"),
        )

    def _row(self, row: int, here: int | None, number: str) -> Line:
        """The cells of a row; under the cursor is the number itself: a whole cell that is reversed would be a hole."""
        if here is None:
            return self._rows[row]
        cells = [Span(f"{text:<{_CELL}}", tone) for text, tone in self._cells[row]]
        sign = self._cells[row][here][0]
        text = sign and (number or sign)
        stands = Span(f"{text:<{_CELL - 1}}", "here"), Span(" " * (_CELL - max(_CELL - 1, len(text))))
        return joined((*cells[:here], *stands, *cells[here + 1 :]))


def cell_at(x: int, y: int, count: int) -> tuple[int, int] | None:
    """The row and the column of the cell at an offset in the grid, None beside the cells.

    Args:
        x: the offset to the right, in cells of the terminal.
        y: the offset downwards.
        count: how many weeks the grid shows.
    """
    row, column = y - _HEAD_ROWS, (x - _NAME) // _CELL
    return (row, column) if 0 <= row <= WEEK_ROW and 0 <= column < count else None


def _month_over(weeks: Sequence[WeekScore], place: int) -> str:
    """The month over the first week that is shown of it, unless the next one begins a week later."""
    here, *after = (week.week.month for week in weeks[place : place + 2])
    begins = place == 0 or weeks[place - 1].week.month != here
    return month(weeks[place].week) if begins and after != [here % 12 + 1] else ""


def _credit(week: WeekScore, credit: float | None, first: date | None, glyphs: Glyphs) -> tuple[str, Tone]:
    """A credit as a glyph and a tone; blank before the first record."""
    if first is None or week.week < first:
        return "", "muted"
    if credit is None:
        return glyphs.dash, "muted"
    step = step_of(credit)
    sign = glyphs.steps[step]
    return (sign, "muted") if step == 0 else (sign * 2, "done")


def _strength(strength: float | None, glyphs: Glyphs) -> str:
    """A strength; a dash before the first finished week."""
    return glyphs.dash if strength is None else f"{strength:.0f}"


def _score(week: WeekScore, first: date | None, glyphs: Glyphs) -> str:
    """A week's score; a dash for a week without one, nothing before the first record."""
    if first is None or week.week < first:
        return ""
    return glyphs.dash if week.score is None else str(week.score)


def _in_cell(score: str, glyphs: Glyphs) -> str:
    """A score in two cells: 100 is a whole one, drawn as every whole credit is."""
    return glyphs.steps[4] * 2 if score == "100" else score


def _done(in_week: HabitWeek) -> str:
    """Days kept of the target, or follow-ups closed of those due; empty for what doesn't count."""
    if in_week.state != "active":
        return ""
    if in_week.key == "follow":
        return f"{in_week.handled}/{in_week.due}" if in_week.due else ""
    return f"{in_week.kept_days}/{in_week.target}"


def _percent(credit: float) -> int:
    """A credit in per cent, half up."""
    return int(100 * credit + 0.5)


def _exact(credit: float) -> str:
    """A credit in per cent, to one decimal where it isn't whole, so that a sum of several comes out right."""
    return f"{100 * credit:.1f}".removesuffix(".0")


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
        parts += [f"credit {_percent(in_week.credit or 0)}", why.missing]
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
            done = _done(habit) or "kept"
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


def bar_lines(weeks: Sequence[WeekScore], at: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The scores of the weeks as bars under each other's columns; the week that is looked at stands out."""
    lines: list[Line] = []
    for level in reversed(range(_BAR_ROWS)):
        floor = level * 100 / _BAR_ROWS
        label = f"{100 * (level + 1) // _BAR_ROWS:>{_NAME - 2}}  "
        spans = [Span(label, "muted")]
        for n, week in enumerate(weeks):
            full = week.score is not None and week.score > floor
            sign = glyphs.steps[4] * 2 if full else glyphs.none if level == 0 else ""
            spans.append(Span(f"{sign:<{_CELL}}", "muted" if not full else "bright" if n == at else "done"))
        lines.append(joined(spans))
    scores = (glyphs.dash if week.score is None else str(week.score) for week in weeks)
    numbers = "".join(f"{_in_cell(score, glyphs):<{_CELL}}" for score in scores)
    return (*lines, (Span(" " * _NAME), Span(numbers, "muted")))


def year_lines(
    kept: Sequence[Sequence[int | None]], days: Sequence[date], first: date | None, width: int, glyphs: Glyphs
) -> tuple[Line, ...]:
    """The year as a map: a column a week, a row a day of the week, fuller the more habits were kept.

    Args:
        kept: for each week, the oldest first, how many habits were kept on each day; None for days ahead.
        days: the first days of these weeks.
        first: the week of the first record, before which nothing is shown; None for an empty book.
        width: the cells of a line.
        glyphs: the set in use.
    """
    each = 2 if width >= 4 + 2 * len(days) else 1
    room = max(0, (width - 4) // each)
    kept, days = kept[-room:], days[-room:]
    months = "".join(_month_mark(day, each) for day in days)
    lines: list[Line] = [(Span(f"    {months}", "muted"),)]
    for n in range(7):
        spans = [Span(f" {weekday(days[0] + n * DAY)[0]}  ", "muted")]
        for start, week in zip(days, kept, strict=True):
            day = start + n * DAY
            count = week[n] if first is not None and day >= first else None
            step = 0 if not count else min(4, 1 + (count - 1) * 4 // len(HABITS))
            sign = " " if count is None else glyphs.steps[step]
            spans.append(Span(f"{sign:<{each}}", "muted" if step == 0 else "done"))
        lines.append(joined(spans))
    return tuple(lines)


def _month_mark(week: date, cells: int) -> str:
    """The initial of a month over the week in which it begins."""
    return f"{month(week)[0] if week.day <= 7 else ' ':<{cells}}"


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


def plain_lines(week: WeekScore, row: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """A week for a terminal below 60x16: the six habits and the score, one column; the row looked at stands out."""
    rows = tuple(
        (
            Span(f"{HABIT[habit.key].number} ", "key"),
            Span(f"{HABIT[habit.key].name:<15}", "bright" if n == row else "plain"),
            Span(_done(habit) or glyphs.dash),
        )
        for n, habit in enumerate(week.habits)
    )
    score = glyphs.dash if week.score is None else str(week.score)
    total = (Span(f"{week_label(week.week)}, score {score}{'' if week.finished else ' so far'}"),)
    return (*rows, total, (Span("widen to 80x24 for the full view", "muted"),))

"""The weeks of the scorecard as lines: the grid of cells, the bars, the map of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netpractice.domain.days import DAY, month, week_label, weekday
from netpractice.domain.habits import HABIT, HABITS, Habit
from netpractice.domain.scorecard import HabitWeek, WeekScore
from netpractice.practice.grid import Card
from netpractice.tui.screens.looking_back import step_of
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
        number = "" if in_week.credit is None else str(per_cent(in_week.credit))
        action = f"scorecard.row.{habit.number}"
        return (
            Span(f" {habit.number} ", "key", action),
            Span(f"{habit.name:<{_NAME - 3}}", "bright" if at else "plain", action),
            *self._row(habit.index, column if at else None, number),
            Span(f"{done_of(in_week) or dash:>6}", "done" if in_week.credit == 1 else "plain"),
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


def done_of(in_week: HabitWeek) -> str:
    """Days kept of the target, or follow-ups closed of those due; empty for what doesn't count."""
    if in_week.state != "active":
        return ""
    if in_week.key == "follow":
        return f"{in_week.handled}/{in_week.due}" if in_week.due else ""
    return f"{in_week.kept_days}/{in_week.target}"


def per_cent(credit: float) -> int:
    """A credit in per cent, half up."""
    return int(100 * credit + 0.5)


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


def plain_lines(week: WeekScore, row: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """A week for a terminal below 60x16: the six habits and the score, one column; the row looked at stands out."""
    rows = tuple(
        (
            Span(f"{HABIT[habit.key].number} ", "key"),
            Span(f"{HABIT[habit.key].name:<15}", "bright" if n == row else "plain"),
            Span(done_of(habit) or glyphs.dash),
        )
        for n, habit in enumerate(week.habits)
    )
    score = glyphs.dash if week.score is None else str(week.score)
    total = (Span(f"{week_label(week.week)}, score {score}{'' if week.finished else ' so far'}"),)
    return (*rows, total, (Span("widen to 80x24 for the full view", "muted"),))

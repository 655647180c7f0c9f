"""What a wide Today looks back on, as lines: half a year of practice, and the latest conversations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netpractice.domain.days import WEEK, month, week_days, week_of, weekday
from netpractice.domain.records import Conversation
from netpractice.practice.today import Lately, TodayView
from netpractice.tui.text import cells, cut
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

_NAME = 20
"""The most cells that a name takes."""

_AROUND = 6
"""The cells of a conversation's line around name and words."""


def heat_lines(weeks: Sequence[Sequence[int | None]], view: TodayView, glyphs: Glyphs) -> tuple[Line, ...]:
    """The half year as a strip: a column a week, a row a day of the week, fuller the more habits were kept."""
    days = week_days(week_of(view.day, view.week_start))
    firsts = [days[0] - n * WEEK for n in reversed(range(len(weeks)))]
    rows = (
        (Span(f" {weekday(day)[0]} ", "muted"), *(_heat_span(week[n], glyphs) for week in weeks))
        for n, day in enumerate(days)
    )
    return ((Span(f"   {_months(firsts)}", "muted"),), *rows)


def step_of(credit: float) -> int:
    """A credit of 0 to 1 in five steps: 0 for nothing, 4 for all of it."""
    return 4 if credit >= 1 else 0 if credit <= 0 else 1 + min(2, int(credit * 3))


def _months(weeks: Sequence[date]) -> str:
    """The initials of the months over the weeks in which they begin, two cells a week."""
    return "".join(month(week)[0] + " " if week.day <= 7 else "  " for week in weeks)


def _heat_span(kept: int | None, glyphs: Glyphs) -> Span:
    """One day of the half year: none of the habits, or one to six of them in four steps."""
    if kept is None:
        return Span("  ")
    step = 0 if kept == 0 else min(4, 1 + (kept - 1) * 4 // 6)
    return Span(f"{glyphs.steps[step]} ", "muted" if step == 0 else "done")


def lately_lines(latest: Lately, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The latest conversations, and one of a year ago."""
    lines: list[Line] = [_talk_line(talk, width, glyphs) for talk in latest.talks]
    if latest.year_ago is not None:
        lines += [(), (Span(" A year ago", "muted"),), _talk_line(latest.year_ago, width, glyphs)]
    return tuple(lines) or ((Span(" Conversations will stand here.", "muted"),),)


def _talk_line(talk: Conversation, width: int, glyphs: Glyphs) -> Line:
    """A conversation: day of the week, who, and what it was about."""
    who = ", ".join(person.name for person in talk.people) or talk.setting
    about = talk.notes or talk.debrief.learnt or talk.setting
    name = cut(who, min(cells(who), _NAME), more=glyphs.more)
    words = cut(about, max(0, width - cells(name) - _AROUND), more=glyphs.more)
    return (Span(f" {weekday(talk.day)} ", "muted"), Span(name, "bright"), Span(f" {words}", "muted"))

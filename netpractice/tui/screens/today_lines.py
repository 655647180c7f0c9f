"""Today as lines: plain functions of the view, the width and the glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from netpractice.domain.days import show_day, week_days, week_of, weekday
from netpractice.domain.records import Event
from netpractice.domain.scorecard import WeekScore
from netpractice.practice.scorecard import margin_words
from netpractice.practice.today import Dot, HabitRow, TodayView
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span, width_of

if TYPE_CHECKING:
    from netpractice.practice.day_notes import DayNotes

LEVELS = ("closed", "guarded", "so-so", "open", "wide open")
"""The five levels of the attitude in words."""

_NAME = 14
_FIXED = 50
"""The cells of a habit's line that aren't the words."""


def first_steps(keys: Keys) -> tuple[Line, ...]:
    """What Today says in a book in which nothing has been written down yet: three lines that name the next key."""

    def key(name: str) -> Span:
        return Span(keys.label(ACTION[name]), "key")

    first, last = key("today.tick.1"), key("today.tick.6")
    closed, open_ = key("today.attitude.0"), key("today.attitude.4")
    return (
        (Span(" "), first, Span("-", "key"), last, Span(" ticks a habit you kept; after "),
         key("today.tick.3"), Span(", "), closed, Span("-", "key"), open_, Span(" says how open.")),
        (Span(" "), key("import"), Span(" brings in people, "), key("help"),
         Span(" shows every key, "), key("undo"), Span(" takes it back.")),
        (Span(" Just looking? Leave with "), key("quit"), Span(" and run "), Span("netpractice demo", "bright"),
         Span(".")),
    )  # fmt: skip


def nothing_due(keys: Keys) -> tuple[Line, ...]:
    """What stands in the place of what is due while nothing is."""

    def key(name: str) -> Span:
        return Span(keys.label(ACTION[name]), "key", name)

    return (
        (Span(" Nothing is due. ", "done"), Span("What you promise will come up here.", "muted")),
        (Span(" "), key("go.followups"), Span(" shows what is open, ", "muted"), key("go.roster"),
         Span(" whom to say hello to.", "muted")),
    )  # fmt: skip


def pick_to_come(keys: Keys) -> tuple[Line, ...]:
    """What stands in the place of today's pick."""
    action = "go.roster"
    return (
        (Span(" Here: one person, why, and an opener.", "muted"),),
        (Span(f" {keys.label(ACTION[action])}", "key", action), Span(" shows whose turn it is.", "muted", action)),
    )


def habit_lines(view: TodayView, width: int, glyphs: Glyphs, *, asking: bool = False) -> tuple[Line, ...]:
    """The heading and one line for each habit, in columns."""
    letters = " ".join(weekday(day)[0] for day in week_days(week_of(view.day, view.week_start)))
    words = max(0, width - _FIXED)
    head = (Span(" " * (5 + _NAME + 2 + words + 2)), Span(f"{letters}  week    run ", "muted"))
    return (head, *(_habit_line(row, view, words, glyphs, asking=asking) for row in view.habits))


def _habit_line(row: HabitRow, view: TodayView, words: int, glyphs: Glyphs, *, asking: bool) -> Line:
    """One habit: number, state, name, why, the week as dots, done of target, run."""
    action = f"today.tick.{row.habit.number}"
    kept = row.state in ("proved", "ticked")
    asked = asking and row.habit.key == "open"
    note, tone = _note(row, view)
    if asked:
        note, tone = "0 closed to 4 wide open", "open"
    dots = week_days(week_of(view.day, view.week_start))
    return (
        Span(f" {row.habit.number} ", "key", action),
        Span(_state_glyph(row, glyphs), "done" if kept else "muted" if row.state == "paused" else "open", action),
        Span(f" {row.habit.name:<{_NAME}}  ", "bright" if kept or asked else "plain", action),
        Span(f"{cut(note, words, more=glyphs.more)}  ", tone, action),
        *(_dot_span(dot, day, view, glyphs) for dot, day in zip(row.dots, dots, strict=True)),
        Span(" "),
        *_done(row, glyphs),
        Span(f"{_weeks(row.run, glyphs)} ", "muted"),
    )


def _state_glyph(row: HabitRow, glyphs: Glyphs) -> str:
    """The glyph of a habit's state on the day."""
    return {"proved": glyphs.proved, "ticked": glyphs.ticked, "open": glyphs.open, "paused": glyphs.paused}[row.state]


def _note(row: HabitRow, view: TodayView) -> tuple[str, Tone]:
    """Why a habit is kept on the day, or how its week stands."""
    if row.habit.key == "open" and view.page is not None and view.page.attitude is not None:
        return f"attitude {view.page.attitude}, {LEVELS[view.page.attitude]}", "muted"
    if row.reasons:
        more = len(row.reasons) - 1
        return row.reasons[0].words + (f" +{more}" if more else ""), "muted"
    if row.state == "paused":
        return "paused by the plan", "muted"
    if view.rests:
        return "a rest week", "muted"
    if view.first_week:
        return row.habit.hint, "muted"
    return margin_words(row.week), "muted"


def _dot_span(dot: Dot, day: date, view: TodayView, glyphs: Glyphs) -> Span:
    """One day of the week; the day that is looked at stands out."""
    shown = day == view.day
    if dot == "kept":
        return Span(f"{glyphs.kept_here if shown else glyphs.kept} ", "done")
    if dot == "none":
        return Span(f"{glyphs.open_here} ", "open") if shown else Span(f"{glyphs.none} ", "muted")
    return Span(f"{glyphs.passed if dot == 'pass' else glyphs.ahead} ", "muted")


def _done(row: HabitRow, glyphs: Glyphs) -> Line:
    """Days kept of the target, or follow-ups handled of those due."""
    week = row.week
    if week.state != "active":
        return (Span(f" {glyphs.dash:>4}", "muted"),)
    count = (
        f"{week.handled}/{week.due}" if row.habit.key == "follow" and week.due else f"{week.kept_days}/{week.target}"
    )
    return (Span(f" {count:>4}", "done" if week.credit == 1 else "open"),)


def _weeks(count: int, glyphs: Glyphs) -> str:
    """A run of weeks, in seven cells."""
    return f"{f'{count} w' if count else glyphs.dash:>6}"


def week_lines(view: TodayView, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The week's score as a number and a bar, and the daily run with what stands beside it always."""
    score = view.week.score
    number: Line = (
        Span(f" {glyphs.dash} ", "muted"),
        Span("a rest week  " if view.rests else "no score yet  ", "muted"),
    )
    if score is not None:
        number = (Span(f" {score}", "done"), Span(" / 100  "))
    before = _before(view.week_before)
    bar = max(0, min(20, width - width_of(number) - len(before) - 3))
    filled = round((score or 0) * bar / 100)
    return (
        (
            *number,
            Span(glyphs.bar * filled, "done"),
            Span(glyphs.none * (bar - filled), "muted"),
            Span(f"  {before}", "muted"),
        ),
        _run_line(view),
    )


def _before(week: WeekScore) -> str:
    """The score of the week before in words."""
    return "" if week.score is None else f"was {week.score}"


def _run_line(view: TodayView) -> Line:
    """Kept n of 14, run, best: a broken run is never the whole story."""
    return (
        Span(" Kept "),
        Span(f"{view.kept_of_14} of 14", "bright"),
        Span(" days   run "),
        Span(f"{view.daily.current}", "bright"),
        Span(" (today is open)" if view.daily.pending and view.daily.current else "", "muted"),
        Span("   best "),
        Span(f"{view.daily.longest}", "bright"),
    )


def page_title(notes: DayNotes | None, glyphs: Glyphs) -> str:
    """The title over the day's lines, with the season it is."""
    return f"The day {glyphs.between} {notes.season}" if notes and notes.season else "The day"


def page_lines(view: TodayView, notes: DayNotes | None, width: int, glyphs: Glyphs, keys: Keys) -> tuple[Line, ...]:
    """The intention and the evening's line, each with the key that writes it, and what to keep in mind."""
    room = max(0, width - 14)
    intention = view.page.intention if view.page else ""
    reflection = view.page.reflection if view.page else ""
    return (
        _written("Intention", intention, "What do you mean to do today?", "today.intention", room, glyphs, keys),
        _written("Evening", reflection, "How did it go?", "today.reflection", room, glyphs, keys),
        *(_kept(label, text, room, glyphs) for label, text in _in_mind(view, notes, glyphs)),
    )


def _in_mind(view: TodayView, notes: DayNotes | None, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """What to keep in mind, with what each is called, the most pressing first."""
    if notes is not None:
        for event in notes.events:
            yield "Event", _event_words(event, glyphs)
        if notes.if_then:
            yield "If-then", notes.if_then
        if notes.lesson:
            yield "Lesson", notes.lesson
        for event in notes.events:
            if event.if_then:
                yield "There", event.if_then
    if view.try_next:
        yield "Try next", view.try_next


def _event_words(event: Event, glyphs: Glyphs) -> str:
    """An event with its mission, in a line."""
    mission = (("help", event.to_help), ("meet", event.to_meet), ("reconnect with", event.to_reconnect))
    parts = (", ".join(filter(None, (event.name, event.place))), *(f"{verb} {whom}" for verb, whom in mission if whom))
    return f" {glyphs.between} ".join(parts)


def _kept(label: str, text: str, room: int, glyphs: Glyphs) -> Line:
    """Something to keep in mind, under the lines that are written."""
    return (Span(f"   {label:<11}", "muted"), Span(cut(text, room, more=glyphs.more)))


def _written(label: str, text: str, question: str, action: str, room: int, glyphs: Glyphs, keys: Keys) -> Line:
    """A line that may be written, with its key."""
    value = Span(cut(text or question, room, more=glyphs.more), "plain" if text else "muted", action)
    return (Span(f" {keys.label(ACTION[action])} ", "key", action), Span(f"{label:<11}", "muted", action), value)


def plain_lines(view: TodayView, glyphs: Glyphs) -> tuple[Line, ...]:
    """Today for a terminal below 60x16: the six habits and a hint, one column."""
    rows = tuple(
        (Span(f"{row.habit.number} ", "key"), Span(f"{_state_glyph(row, glyphs)} {row.habit.name}"))
        for row in view.habits
    )
    return (*rows, (Span("widen to 80x24 for the full view", "muted"),))


def day_title(view: TodayView, glyphs: Glyphs) -> str:
    """The title of the six habits: the day, when it isn't today, and what there is to say of passes and rest weeks."""
    parts = ["Six habits"]
    if view.day != view.today:
        parts += [show_day(view.day, view.today), "l goes on"]
    if view.page is not None and view.page.passed:
        parts.append(f"a pass, {view.passes_left or 'no'} more this month")
    if view.rests:
        parts.append("a rest week")
    return f" {glyphs.between} ".join(parts)

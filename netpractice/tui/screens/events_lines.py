"""Events as lines: a list over the year, and one with its mission beside what happened. Plain functions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netpractice.domain.days import show_day
from netpractice.practice.events import EventView
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cut, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

_DAY = 15
_GAP = "  "
_NAMES = (16, 28)
_LABEL = 22
_READ = 100


def event_line(view: EventView, today: date, width: int, glyphs: Glyphs) -> Line:
    """One event: what stands before it, its day, its name, and what it gave or where it will be."""
    sign, tone = _sign(view, glyphs)
    rest = max(0, width - 3 - _DAY - 2 * len(_GAP))
    least, most = _NAMES
    name = max(min(least, rest), min(most, rest * 2 // 5))
    says = view.words or view.event.place
    return (
        Span(f" {sign} ", tone),
        Span(f"{show_day(view.event.day, today):<{_DAY}}{_GAP}", "muted"),
        Span(cut(view.event.name, name, more=glyphs.more), "bright"),
        Span(_GAP + cut(says, max(0, rest - name), more=glyphs.more), "muted"),
    )


def _sign(view: EventView, glyphs: Glyphs) -> tuple[str, Tone]:
    """Ahead, today, or over."""
    if view.stage == "over":
        return glyphs.done, "done"
    return (glyphs.due, "open") if view.stage == "today" else (glyphs.open_here, "plain")


def event_lines(view: EventView, width: int, keys: Keys) -> tuple[Line, ...]:
    """One event whole: where, what it gave and how it was, the mission beside what happened, and the if-then line."""
    room = max(2, min(width, _READ) - 2)
    event = view.event
    tags = " ".join(f"#{tag}" for tag in event.tags)
    lines = list(_text(" ".join(filter(None, (event.place, tags))), room, "muted"))
    if view.words:
        lines += _labelled("It gave", view.words, room)
    if event.debrief:
        lines += _labelled("How it was", event.debrief, room)
    elif view.stage == "over":
        key = Span(f" {keys.label(ACTION['events.edit'])}", "key", "events.edit")
        lines.append((key, Span(" writes how it was", "muted", "events.edit")))
    for each in view.mission:
        lines += _labelled(each.label.capitalize(), each.planned or "-", room)
        if each.happened:
            lines += _labelled("", each.happened, room, "done")
    if event.if_then:
        lines += _labelled("If-then", event.if_then, room)
    return tuple(lines)


def event_text(view: EventView, today: date) -> str:
    """One event as text, to be copied."""
    event = view.event
    mission = (f"{each.label}: {each.planned or '-'}; {each.happened or '-'}" for each in view.mission)
    head = " / ".join(filter(None, (show_day(event.day, today), event.name, event.place, view.words)))
    return "\n".join(filter(None, (head, *mission, event.if_then, event.debrief)))


def events_title(views: int, ahead: int, glyphs: Glyphs) -> str:
    """The title over the list: how many events are ahead, and how many the year had."""
    coming = f" {glyphs.between} {ahead:,} ahead" if ahead else ""
    return f"Events of a year {glyphs.between} {views - ahead:,}{coming}" if views else "Events"


def empty_lines(keys: Keys) -> tuple[Line, ...]:
    """What the list says while there is no event."""
    key = Span(keys.label(ACTION["events.add"]), "key", "events.add")
    return (
        (Span("  No event of the last year, and none ahead.", "bright"),),
        (Span("  "), key, Span(" writes one down: somebody to help, to meet, to reconnect with.")),
    )


def _labelled(label: str, text: str, room: int, tone: Tone = "plain") -> Iterator[Line]:
    """Text beside a label; a long one goes on under itself."""
    rows = wrap(text, max(2, room - _LABEL))
    return (
        (Span(f" {label if number == 0 else '':<{_LABEL}}", "muted"), Span(row, tone))
        for number, row in enumerate(rows)
    )


def _text(text: str, room: int, tone: Tone = "plain") -> Iterator[Line]:
    """Running text."""
    return ((Span(f" {row}", tone),) for row in wrap(text, room))

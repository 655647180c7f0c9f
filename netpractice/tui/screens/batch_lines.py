"""What a text of several talks will be saved as, as lines, and how a line of it is read. Plain functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from netpractice.domain.capture import Trouble, lines_of
from netpractice.domain.days import show_day
from netpractice.domain.habits import HABITS
from netpractice.domain.records import HabitKey
from netpractice.practice.batch import Batch, EventRow, Row
from netpractice.practice.who import State, Who
from netpractice.tui.text import cells, cut, one_line, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

SIGNS: tuple[tuple[str, str], ...] = (
    ("Ann & Bo / text", "a person a line"),
    ("~text", "what I learnt"),
    ("*text", "one way I could help"),
    ("!text by fri", "I promised"),
    ("^text by fri", "a lead they gave me"),
    ("+text", "I gave"),
    ("<text  ?text", "they gave me, I asked"),
    ("fu 2d  fu -", "write by then, or let go"),
    ("=company, role", "facts for the card"),
    ("@place  #tag", "where it was, tags"),
    ("0-4", "how well it went"),
    ("## name / thu", "the event, as first line"),
    ("**Ann", "somebody new on purpose"),
)
"""How a line is read: what is written, and what it means."""

_STATES: dict[State, tuple[str, Tone]] = {
    "ambiguous": ("?", "late"),
    "new": ("new", "open"),
    "match": ("match", "done"),
    "described": ("no card", "muted"),
}
"""What is said of somebody, and how; of several people the first in this order counts."""

_NUMBER, _STATE, _DUE, _HABITS = 3, 7, 10, 6
_GAP = "  "
_NAMES = (14, 26)
"""The fewest and the most cells of who it is."""

_UNDER = _NUMBER + 1
"""How far in stands what is wrong with a line."""

_SIGN = 16
"""The cells of the column of signs."""

_SPACED = 3
"""The most habits of a line between whose numbers there is room for spaces."""

_EXCERPT = 24
"""The most cells of the place that is quoted."""


class Table(msgspec.Struct, frozen=True):
    """What will be saved, as lines, with the place of each line of the text among them."""

    lines: tuple[Line, ...]
    places: dict[int, int]
    """The place of what is said of a line of the text, by the number of that line."""

    def place(self, number: int) -> int | None:
        """The place of what is said of a line, or of the nearest one before it; None if there is none."""
        return self.places[max(before)] if (before := [each for each in self.places if each <= number]) else None


def table_of(batch: Batch, here: int, today: date, width: int, glyphs: Glyphs) -> Table:
    """What a text will be saved as.

    Args:
        batch: the text as it was read.
        here: the number of the line that is typed in, whose names are offered.
        today: the day it is.
        width: the cells of a line.
        glyphs: the glyphs in use.
    """
    text = lines_of(batch.text)
    lines: list[Line] = [_heading(width)]
    places: dict[int, int] = {}
    rows: list[EventRow | Row] = [*([batch.event] if batch.event else []), *batch.rows]
    for row in rows:
        places[row.number] = len(lines)
        if isinstance(row, EventRow):
            lines.append(_event_line(row, today, width, glyphs))
        else:
            lines.append(_row_line(row, width, glyphs))
        for trouble in row.troubles:
            lines += _trouble_lines(trouble, text[row.number - 1], width, glyphs)
        if isinstance(row, Row) and row.number == here:
            lines += _offer_lines(row.who, width, glyphs)
    return Table(tuple(lines), places)


def nothing_lines(width: int) -> tuple[Line, ...]:
    """What the table says while nothing is typed."""
    words = (
        "Write a person a line, as much or as little as you like:",
        "Ida Berg / works with maps / !send the article by fri",
        "An event may stand on the first line: ## HR meetup / thu / @bar",
    )
    return tuple((Span(cut(f" {line}", width), "muted"),) for line in words)


def sign_lines(width: int) -> tuple[Line, ...]:
    """How a line is read."""
    return tuple(
        (Span(f" {sign:<{_SIGN}}", "key"), Span(cut(words, max(0, width - _SIGN - 1)))) for sign, words in SIGNS
    )


def _widths(width: int) -> tuple[int, int]:
    """The cells of who it is and of what was read, in a list so wide."""
    rest = width - _NUMBER - _STATE - _DUE - _HABITS - 5 * len(_GAP) + 1
    name = max(_NAMES[0], min(_NAMES[1], rest * 2 // 5))
    return name, max(0, rest - name)


def _heading(width: int) -> Line:
    """The names of the columns."""
    name, read = _widths(width)
    titles = (("", _NUMBER), ("Who", name), ("", _STATE), ("Follow up", _DUE), ("Read as", read), ("Habits", _HABITS))
    return (Span(_GAP.join(f"{title:<{room}}" for title, room in titles)[1:], "muted"),)


def _event_line(row: EventRow, today: date, width: int, glyphs: Glyphs) -> Line:
    """The event: its name, whether it is in the book, its day, its place and its tags."""
    name, _ = _widths(width)
    facts = (show_day(row.day, today), f"@{row.place}" if row.place else "", *(f"#{tag}" for tag in row.tags))
    state, tone = _STATES["match" if row.known else "new"]
    room = max(0, width - _NUMBER - name - _STATE - 3 * len(_GAP) + 1)
    return (
        Span(f"{'##':>{_NUMBER}} ", "muted"),
        Span(cut(row.name, name, more=glyphs.more), "bright"),
        Span(f"{_GAP}{state:<{_STATE}}{_GAP}", tone),
        Span(cut(_GAP.join(filter(None, facts)), room, more=glyphs.more)),
    )


def _row_line(row: Row, width: int, glyphs: Glyphs) -> Line:
    """One line of the text: who, whether they are on the roster, the follow-up, what was read, and the habits it keeps."""
    name, read = _widths(width)
    who = " & ".join(each.name for each in row.who) or glyphs.dash
    state, tone = _state(row.who)
    words = "; ".join(row.read) or ("" if row.troubles else "a talk")
    return (
        Span(f"{row.number:>{_NUMBER}} ", "muted"),
        Span(cut(who, name, more=glyphs.more), "late" if row.troubles else "bright"),
        Span(f"{_GAP}{state:<{_STATE}}{_GAP}", tone),
        Span(f"{row.follow_up or glyphs.dash:<{_DUE}}{_GAP}", "plain" if row.follow_up else "muted"),
        Span(cut(words, read, more=glyphs.more), "muted" if words == "note" else "plain"),
        Span(f"{_GAP}{_digits(row.habits)}", "key"),
    )


def _state(who: Sequence[Who]) -> tuple[str, Tone]:
    """What is said of the people of a line."""
    states = {each.state for each in who}
    return next((_STATES[state] for state in _STATES if state in states), ("", "muted"))


def _digits(habits: Sequence[HabitKey]) -> str:
    """The numbers of habits."""
    digits = [str(habit.number) for habit in HABITS if habit.key in habits]
    return (" " if len(digits) <= _SPACED else "").join(digits)


def _trouble_lines(trouble: Trouble, line: str, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """What is wrong, where, and what to do about it."""
    excerpt = one_line(line[trouble.start : trouble.end]).strip()
    quoted = f' "{cut(excerpt, min(cells(excerpt), _EXCERPT), more=glyphs.more)}"' if excerpt else ""
    said = f"column {trouble.start + 1}{quoted}: {trouble.what}. {trouble.way_out}."
    for row in wrap(said, max(2, width - _UNDER)):
        yield (Span(" " * _UNDER + row, "late"),)


def _offer_lines(who: Sequence[Who], width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Whom the key that completes a name offers."""
    for each in who:
        if each.candidates:
            names = f" {glyphs.between} ".join(contact.name for contact in each.candidates)
            room = max(0, width - _UNDER - cells("Tab "))
            yield (Span(" " * _UNDER), Span("Tab ", "key"), Span(cut(names, room, more=glyphs.more), "muted"))

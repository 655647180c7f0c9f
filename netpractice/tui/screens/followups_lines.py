"""Follow-ups as lines: lanes of rows, and the story of one. Plain functions of the views, the width and the glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from netpractice.domain.days import month, show_day, show_span
from netpractice.domain.records import FollowUp, FollowUpKind, StepKind
from netpractice.practice.lanes import LANE_NAMES, Lanes, Row, when
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cells, cut, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span, width_of

NEXT_STEPS: dict[StepKind, str] = {
    "acted": "you acted on it",
    "told": "they know what came of it",
    "done": "it is done",
    "reopened": "it is open again",
}
"""What the step that is to be expected next says."""

_MARK, _SIGN = 2, 2
_GAP = "  "
_OPEN, _CLOSED = 10, 18
"""The cells of the day of an open one, and of a closed one."""

_NAMES = (14, 26)
"""The fewest and the most cells of a name."""

_PLAIN = 50
"""Below so many cells a line says who, or what, and when only."""

_ABOUT: dict[FollowUpKind, str] = {"met": "Met", "promise": "Promise to", "lead": "Lead from", "help": "Help for"}
"""What stands before the name in the title of a story."""

_READ = 100
"""The most cells of a line of running text."""


class Heading(msgspec.Struct, frozen=True):
    """What stands over a lane."""

    name: str
    count: int


Listed: TypeAlias = Heading | Row | FollowUp
"""A line of the list; a closed follow-up becomes a row when it is looked at."""


class Columns(msgspec.Struct, frozen=True):
    """How many cells the columns of a width take."""

    who: int
    words: int
    """What it is about; 0 where there is no room for it."""
    when: int


def listed(found: Lanes) -> tuple[Listed, ...]:
    """The lanes in which there is something, each under its heading, the closed ones last."""
    lines: list[Listed] = []
    for lane in found.lanes:
        if lane.rows:
            lines += [Heading(LANE_NAMES[lane.kind], len(lane.rows)), *lane.rows]
    if found.closed:
        lines += [Heading("Closed", len(found.closed)), *found.closed]
    return tuple(lines)


def columns_for(width: int, *, closed: bool) -> Columns:
    """The columns of a list so wide, in which there are closed ones or none."""
    day = _CLOSED if closed else _OPEN
    rest = width - _MARK - _SIGN - len(_GAP) - day
    if width < _PLAIN:
        return Columns(max(0, rest), 0, day)
    least, most = _NAMES
    who = max(least, min(most, rest // 3))
    return Columns(who, max(0, rest - who - len(_GAP)), day)


def heading_line(heading: Heading) -> Line:
    """The name of a lane, and how much is in it."""
    return (Span(f" {heading.name}", "bright"), Span(f"{_GAP}{heading.count:,}", "muted"))


def row_line(row: Row, today: date, columns: Columns, glyphs: Glyphs, *, marked: bool = False) -> Line:
    """One follow-up in columns: mark, sign, who, what it is about, and when it is due or how it was closed."""
    sign, tone = _sign(row, glyphs)
    start = (Span(f"{glyphs.ticked if marked else ' ':<{_MARK}}", "key"), Span(f"{sign:<{_SIGN}}", tone))
    day = Span(_GAP + cut(_when(row, today), columns.when, more=glyphs.more), "muted" if tone == "plain" else tone)
    about: Tone = "muted" if row.closed else "plain"
    if not columns.words:
        return (*start, Span(cut(row.who or row.words, columns.who, more=glyphs.more), about), day)
    if not row.who:
        return (*start, Span(cut(row.words, columns.who + len(_GAP) + columns.words, more=glyphs.more), about), day)
    who = Span(cut(row.who, columns.who, more=glyphs.more), "muted" if row.closed else "bright")
    return (*start, who, Span(_GAP + cut(row.words, columns.words, more=glyphs.more), about), day)


def _sign(row: Row, glyphs: Glyphs) -> tuple[str, Tone]:
    """Closed, past its day, due today, or still ahead."""
    if row.closed is not None:
        return (glyphs.paused, "muted") if row.outcome == "let go" else (glyphs.done, "done")
    if row.late > 0:
        return glyphs.late, "late"
    return (glyphs.due, "open") if row.late == 0 else (glyphs.open_here, "plain")


def _when(row: Row, today: date) -> str:
    """When it is due, or how and when it was closed."""
    if row.closed is None:
        return when(row, today)
    year = f" {row.closed.year}" if row.closed.year != today.year else ""
    return f"{row.outcome} {row.closed.day} {month(row.closed)}{year}"


def followups_title(found: Lanes, marked: int, season: str, *, filtered: bool, glyphs: Glyphs) -> str:
    """The title over the list: how many are open, due, found and marked, and the season it is."""
    parts = [
        "Follow-ups",
        f"{found.open:,} open",
        *([f"{found.due:,} due"] if found.due else []),
        *([f"{found.found:,} found"] if filtered else []),
        *([f"{marked:,} marked"] if marked else []),
        *([season] if season else []),
    ]
    return f" {glyphs.between} ".join(parts)


def story_title(row: Row) -> str:
    """What kind of follow-up it is, and with whom."""
    return f"{_ABOUT[row.followup.kind]} {row.who}" if row.who else _ABOUT[row.followup.kind].split()[0]


def story_lines(
    row: Row, steps: Sequence[str], today: date, width: int, glyphs: Glyphs, keys: Keys
) -> tuple[Line, ...]:
    """What a follow-up is about, what happened to it, the oldest first, and what comes next."""
    room = max(2, min(width, _READ) - 2)
    what = [(Span(f" {line}", "bright"),) for line in wrap(row.words, room)]
    told = [(Span(f" {line}"),) for line in _story_rows(steps, room, glyphs)]
    return (*what, *told, *_next_lines(row, today, room, glyphs, keys))


def _story_rows(steps: Sequence[str], room: int, glyphs: Glyphs) -> list[str]:
    """What happened in rows, broken between the steps where that is possible."""
    rows: list[str] = []
    for number, step in enumerate(steps):
        said = f"{glyphs.then} {step}" if number else step
        joined = f"{rows[-1]} {said}" if rows else said
        if cells(joined) <= room:
            rows[-1:] = [joined]
        else:
            rows += wrap(said, room)
    return rows


def _next_lines(row: Row, today: date, room: int, glyphs: Glyphs, keys: Keys) -> tuple[Line, ...]:
    """When it is due, and which key takes the next step."""
    action = "followups.proceed" if row.closed is None else "followups.reopen"
    says = NEXT_STEPS[row.answers[0]]
    step = (Span(f" {keys.label(ACTION[action])}", "key", action), Span(f": {says}", "muted", action))
    if row.closed is not None:
        return (step,)
    since = f"{show_span(row.late)} late" if row.late > 0 else show_span(row.late)
    due = Span(
        f" Due {show_day(row.due, today)}, {since}" if row.late else " Due today",
        "late" if row.late > 0 else "open" if row.late == 0 else "muted",
    )
    if width_of((due, *step)) + 2 > room:
        return ((due,), step)
    return ((due, Span(f" {glyphs.between}", "muted"), *step),)


def story_text(row: Row, steps: Sequence[str], today: date) -> str:
    """A follow-up with its story as text, to be copied."""
    head = " / ".join(filter(None, (story_title(row), row.words, _when(row, today))))
    return f"{head}\n{', '.join(steps)}"


def empty_lines(keys: Keys) -> tuple[Line, ...]:
    """What the list says while nothing is open: lines that name the next key."""

    def key(name: str) -> Span:
        return Span(keys.label(ACTION[name]), "key", name)

    return (
        (Span("  Nothing is open: every lead and promise is closed.", "done"),),
        (Span("  "), key("followups.add"), Span(" writes one down; talks bring theirs along by themselves.")),
        (Span("  "), key("followups.filter"), Span(" finds closed ones, by a word or "), Span("closed", "bright"),
         Span(".")),
    )  # fmt: skip


def nothing_lines(keys: Keys) -> tuple[Line, ...]:
    """What the list says when a filter finds nothing."""
    key = Span(keys.label(ACTION["followups.clear"]), "key", "followups.clear")
    return ((Span("  None fits.  ", "muted"), key, Span(" shows all open ones.", "muted")),)

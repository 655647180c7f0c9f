"""The roster as lines: plain functions of its rows, the width and the glyphs."""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain.rhythm import State
from netpractice.practice.roster import Order, Roster, Row, due_of, last_of
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.actions.roster import ORDER_NAMES
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

TONES: dict[State, Tone] = {
    "in touch": "done",
    "due": "open",
    "reconnect": "late",
    "new": "plain",
    "resting": "muted",
    "archived": "muted",
}
"""How each state looks."""

_CIRCLE, _LAST, _DUE, _GIVES = 8, 6, 9, 5
_MARK = 2
_STATE = 2
_GAP = "  "
_PLAIN = 60
"""Below so many cells a line says who and when only."""

_NAMES = (16, 30)
"""The fewest and the most cells of a name."""


class Columns(msgspec.Struct, frozen=True):
    """How many cells the columns of a width take that aren't the same everywhere."""

    name: int
    step: int
    """The next step; 0 where there is no room for it."""
    full: bool
    """False where a line says who and when only."""


def columns_for(width: int) -> Columns:
    """The columns of a list so wide."""
    due = _STATE + _DUE
    if width < _PLAIN:
        return Columns(max(0, width - _MARK - len(_GAP) - due), 0, full=False)
    rest = width - _MARK - _CIRCLE - _LAST - due - _GIVES - 5 * len(_GAP)
    least, most = _NAMES
    name = max(least, min(most, rest // 2))
    return Columns(name, max(0, rest - name), full=True)


def heading_line(width: int, order: Order) -> Line:
    """The names of the columns; a click on one puts people in its order."""
    columns = columns_for(width)
    if not columns.full:
        return (
            Span(" " * _MARK), *_head("Name", columns.name, "name", order), Span(_GAP + " " * _STATE),
            *_head("Due", _DUE, "due", order),
        )  # fmt: skip
    return (
        Span(" " * _MARK),
        *_head("Name", columns.name, "name", order), Span(_GAP),
        *_head("Circle", _CIRCLE, "circle", order), Span(_GAP),
        *_head(f"{'Last':>{_LAST}}", _LAST, "last", order), Span(_GAP + " " * _STATE),
        *_head("Due", _DUE, "due", order), Span(_GAP),
        *_head(f"{'G:R':>{_GIVES}}", _GIVES, "gave", order), Span(_GAP),
        Span(cut("Next step", columns.step), "muted"),
    )  # fmt: skip


def _head(title: str, width: int, by: Order, order: Order) -> Line:
    """The name of a column in its width; that of the order in use stands out."""
    word = title.strip()
    before, _, after = cut(title, width, more="").partition(word)
    spans = (Span(before), Span(word, "capital" if by == order else "muted", f"roster.order.{by}"), Span(after))
    return tuple(span for span in spans if span.text)


def row_line(row: Row, today: date, columns: Columns, glyphs: Glyphs, *, marked: bool = False) -> Line:
    """One person in columns: mark, name, circle, last contact, whose turn it is, gave and received, next step."""
    name = Span(cut(row.contact.name, columns.name, more=glyphs.more), _name_tone(row))
    due = (Span(f"{state_glyph(row.state, glyphs)} ", TONES[row.state]), _due_span(row, today))
    mark = Span(f"{glyphs.done if marked else ' '} ", "key")
    if not columns.full:
        return (mark, name, Span(_GAP), *due)
    gives = f"{row.gave}:{row.received}"
    return (
        mark,
        name,
        Span(f"{_GAP}{row.contact.circle:<{_CIRCLE}}{_GAP}", "muted"),
        Span(f"{last_of(row):>{_LAST}}{_GAP}", "muted"),
        *due,
        Span(f"{_GAP}{gives:>{_GIVES}}{_GAP}", "muted" if gives == "0:0" else "plain"),
        Span(cut(row.next_step, columns.step, more=glyphs.more)),
    )


def _name_tone(row: Row) -> Tone:
    """Whose turn it is stands out."""
    return "bright" if row.state in ("due", "reconnect") else "muted" if row.state == "archived" else "plain"


def _due_span(row: Row, today: date) -> Span:
    """When somebody's turn is, in the width of its column."""
    tone = "muted" if row.state == "in touch" else TONES[row.state]
    return Span(f"{due_of(row, today):<{_DUE}}", tone)


def state_glyph(state: State, glyphs: Glyphs) -> str:
    """The sign of a state, so that it shows without colours too."""
    return {
        "in touch": glyphs.kept,
        "due": glyphs.due,
        "reconnect": glyphs.late,
        "new": glyphs.open_here,
        "resting": glyphs.none,
        "archived": glyphs.paused,
    }[state]


def roster_title(found: Roster, order: Order, marked: int, *, filtered: bool, glyphs: Glyphs) -> str:
    """The title over the list: what people go by, how many there are, were found, are due and are marked."""
    people = "1 person" if found.total == 1 else f"{found.total:,} people"
    if not (found.total or found.rows):
        return "Roster"
    parts = [
        "Roster",
        f"{len(found.rows):,} of {people}" if filtered else people,
        *([f"{found.due:,} due"] if found.due else []),
        *([f"{marked:,} marked"] if marked else []),
        f"by {ORDER_NAMES[order]}",
    ]
    return f" {glyphs.between} ".join(parts)


def unsorted_line(count: int, keys: Keys) -> Line:
    """How many people's circle is yet to be chosen, with the key that begins."""
    who = "1 person's circle is" if count == 1 else f"{count:,} people's circles are"
    action = "roster.sorting"
    return (
        Span(f"  {who} yet to be chosen: ", "muted", action),
        Span(keys.label(ACTION[action]), "key", action),
        Span(" begins a round", "muted", action),
    )


def empty_lines(keys: Keys) -> tuple[Line, ...]:
    """What the roster says while nobody is on it: lines that name the next key."""

    def key(name: str) -> Span:
        return Span(keys.label(ACTION[name]), "key", name)

    return (
        (Span("  Start with people who already like you.", "bright"),),
        (Span("  "), key("roster.add"), Span(" adds somebody: a name is enough, and three names are a roster.")),
        (Span("  "), key("import"), Span(" brings in those in your phone, your mail or on LinkedIn.")),
        (Span("  Just looking? Leave with "), key("quit"), Span(" and run "), Span("netpractice demo", "bright"),
         Span(".")),
    )  # fmt: skip


def nobody_lines(found: Roster, keys: Keys) -> tuple[Line, ...]:
    """What the list says when a filter finds nobody, or without one, when everybody is archived."""
    if not found.total:
        key = Span(keys.label(ACTION["roster.filter"]), "key", "roster.filter")
        return ((Span("  Everybody is archived.  ", "muted"), key, Span("archived shows them.", "muted")),)
    key = Span(keys.label(ACTION["roster.clear"]), "key", "roster.clear")
    return ((Span(f"  Nobody of {found.total:,} fits.  ", "muted"), key, Span(" shows all of them.", "muted")),)


def copied(rows: tuple[Row, ...], today: date) -> str:
    """People as text, a line each: what would be told of them."""
    return "\n".join(_copied(row, today) for row in rows)


def _copied(row: Row, today: date) -> str:
    """One person as text."""
    contact = row.contact
    parts = (
        contact.name,
        ", ".join(filter(None, (contact.role, contact.company))),
        contact.circle,
        f"last {last_of(row)}",
        due_of(row, today),
        f"gave {row.gave}, received {row.received}",
        row.next_step,
        *contact.emails,
        *contact.phones,
    )
    return " / ".join(filter(None, parts))

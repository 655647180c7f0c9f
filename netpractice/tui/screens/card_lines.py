"""One person's card as lines: at a glance beside the list, and whole. Plain functions of the view and the width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from netpractice.domain.days import show_day
from netpractice.practice.person import CardView, Entry
from netpractice.practice.roster import due_of, last_of
from netpractice.tui.screens.roster_lines import TONES, state_glyph
from netpractice.tui.text import one_line, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span, cut_line, text_of, width_of

_LABEL = 14
"""The cells of the column of labels."""

_DAY, _SHORT_DAY, _KIND = 15, 10, 8
"""The cells of a day with its year, of one without it, and of what happened on it."""

_NARROW = 60
"""Below so many cells days go without a column for the year."""

_UNDER = 3
"""How far in a long text goes on where there is no room under its beginning."""

_LEAST = 10
"""The fewest cells that a column of text is given."""

_GLANCE = 12
"""How much of a timeline is looked at in a glance: there is no room for more."""

_READ = 100
"""The most cells of a line of running text: longer ones are hard to read."""


def glance_lines(view: CardView, today: date, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What matters most about somebody, a line each, so that a few rows say a lot."""
    lines = [*_who(view, glyphs), *_turn(view, today, glyphs)]
    lines += (_open_line(due, words, today, glyphs, _SHORT_DAY) for due, words, _ in view.open)
    lines.append(_gives(view, glyphs))
    lines += ((Span(" Could help  ", "muted"), Span(each)) for each in view.helps[:1])
    lines += (_entry_line(entry, today, _SHORT_DAY) for entry in view.timeline[:_GLANCE])
    return tuple(cut_line(line, width, more=glyphs.more) for line in lines)


def card_lines(view: CardView, today: date, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """All that is known of somebody, in sections, with long texts broken into rows."""
    room = min(width, _READ) - 2
    day = _DAY if room >= _NARROW else _SHORT_DAY
    lines: list[Line] = []
    for line in (*_who(view, glyphs), *_turn(view, today, glyphs), _gives(view, glyphs)):
        lines += _broken(line, room)
    for title, section in (
        ("Open", (_spread(_open_line(due, words, today, glyphs, day), room) for due, words, _ in view.open)),
        ("How I could help", (_text(words, room) for words in view.helps)),
        ("What they gave", (_text(words, room) for words in view.gave_me)),
        ("Card", (_labelled(label, value, room) for label, value in view.facts)),
        ("Notes", [_text(view.notes, room)] if view.notes else []),
        ("Timeline", (_spread(_entry_line(entry, today, day), room) for entry in view.timeline)),
    ):
        rows = [line for part in section for line in part]
        if rows:
            lines += [(), (Span(f" {title}", "bright"),), *rows]
    return tuple(lines)


def card_text(name: str, lines: Iterable[Line]) -> str:
    """A card as text, to be copied."""
    return "\n".join((name, *(text_of(line).rstrip() for line in lines)))


def _who(view: CardView, glyphs: Glyphs) -> Iterator[Line]:
    """What they do, and how the two of you met."""
    contact = view.row.contact
    does = ", ".join(filter(None, (contact.role, contact.company)))
    met = f"met {view.how_met}" if view.how_met else ""
    by = f"introduced by {view.introduced_by}" if view.introduced_by else ""
    first, *others = [part for part in (does, met, by) if part] or [""]
    if first:
        rest = "".join(f" {glyphs.between} {part}" for part in others)
        yield (Span(f" {first}", "plain" if does else "muted"), Span(rest, "muted"))


def _turn(view: CardView, today: date, glyphs: Glyphs) -> Iterator[Line]:
    """Whose turn it is, and what that goes by."""
    row = view.row
    state = (
        Span(f" {state_glyph(row.state, glyphs)} {due_of(row, today)}", TONES[row.state]),
        Span("  not in touch yet" if row.days is None else f"  last {last_of(row)}", "muted"),
    )
    every = f" {glyphs.between} every {row.rhythm} d" if row.rhythm else ""
    yield (*state, Span(f"{every} {glyphs.between} {row.contact.circle}", "muted"))


def _gives(view: CardView, glyphs: Glyphs) -> Line:
    """Facts about give and take."""
    facts = (f"gave {view.row.gave}", f"received {view.row.received}", *view.remarks)
    return (Span(f" {f' {glyphs.between} '.join(facts)}".replace(" gave", " Gave", 1)),)


def _open_line(due: date, words: str, today: date, glyphs: Glyphs, day_width: int) -> Line:
    """A follow-up that is open, with the day on which it is due."""
    tone: Tone = "late" if due < today else "open" if due == today else "plain"
    sign = glyphs.late if due < today else glyphs.due if due == today else glyphs.open_here
    return (Span(f" {sign} {show_day(due, today):<{day_width}}  ", tone), Span(words))


def _entry_line(entry: Entry, today: date, day_width: int) -> Line:
    """Something that happened."""
    day = f"{show_day(entry.day, today):<{day_width}}"
    return (Span(f" {day}  {entry.kind:<{_KIND}}  ", "muted"), Span(entry.words))


def _labelled(label: str, value: str, width: int) -> Iterator[Line]:
    """A fact with its label; a long one goes on under itself."""
    return _spread((Span(f" {label:<{_LABEL}}", "muted"), Span(value)), width)


def _text(words: str, width: int) -> Iterator[Line]:
    """Running text."""
    return ((Span(f" {row}"),) for row in wrap(words, width))


def _spread(line: Line, width: int) -> Iterator[Line]:
    """A line whose last span goes on under itself, or, where that is far to the right, under the line."""
    *head, last = line
    words, before = one_line(last.text), width_of(head)
    under = before if before <= width // 2 else _UNDER
    first = next(iter(wrap(words, max(_LEAST, width - before))), "")
    yield (*head, Span(first, last.tone))
    rest = words[len(first) :].lstrip()
    yield from ((Span(" " * under), Span(row, last.tone)) for row in wrap(rest, max(_LEAST, width - under)))


def _broken(line: Line, width: int) -> Iterator[Line]:
    """A line as it is, or, if it is too long, as rows of text in the tone of its first span."""
    text = text_of(line)
    rows = wrap(text.strip(), width)
    return iter([line]) if len(rows) < 2 else ((Span(f" {row}", line[0].tone),) for row in rows)

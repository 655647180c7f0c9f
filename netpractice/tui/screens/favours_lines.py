"""The favour ledger as lines: what it adds up to, the favours, and what could be given next. Plain functions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from netpractice.domain.days import month, show_span
from netpractice.domain.ledger import Bar, Idea
from netpractice.domain.records import Favour, FavourDirection
from netpractice.domain.ties import Balance
from netpractice.practice.ledger import Ledger
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

TONES: dict[FavourDirection, Tone] = {"gave": "done", "received": "plain", "asked": "open"}
"""How each way of a favour looks."""

_GAP = "  "
_DAY, _WAY, _KIND, _SIZE = 11, 8, 12, 1
_NAMES = (14, 24)
_PLAIN = 60
"""Below so many cells a line says when, which way and with whom only."""

_COUNTS = 42
"""The cells of a balance in words, and of its label."""


class Columns(msgspec.Struct, frozen=True):
    """How many cells the columns of a width take."""

    who: int
    what: int
    """What it was, its kind and its size; 0 where there is no room for them."""


def columns_for(width: int) -> Columns:
    """The columns of a list so wide."""
    rest = width - 1 - _DAY - len(_GAP) - _WAY - len(_GAP)
    if width < _PLAIN:
        return Columns(max(0, rest), 0)
    least, most = _NAMES
    rest -= 3 * len(_GAP) + _KIND + _SIZE
    who = max(least, min(most, rest // 3))
    return Columns(who, max(0, rest - who))


def favour_line(favour: Favour, who: str, today: date, columns: Columns, glyphs: Glyphs) -> Line:
    """One favour in columns: day, which way, with whom, what it was, kind and size."""
    day = f"{favour.day.day} {month(favour.day)}" + (f" {favour.day.year}" if favour.day.year != today.year else "")
    start = (
        Span(f" {day:<{_DAY}}{_GAP}", "muted"),
        Span(f"{favour.direction:<{_WAY}}", TONES[favour.direction]),
        Span(_GAP + cut(who or glyphs.dash, columns.who, more=glyphs.more), "bright" if who else "muted"),
    )
    if not columns.what:
        return start
    kind = "" if favour.kind == "other" else favour.kind
    return (
        *start,
        Span(_GAP + cut(favour.what, columns.what, more=glyphs.more)),
        Span(f"{_GAP}{kind:<{_KIND}}{_GAP}{favour.size or ' '}", "muted"),
    )


def ledger_title(ledger: Ledger, *, filtered: bool, glyphs: Glyphs) -> str:
    """The title over the favours: how many there are, and how many were found."""
    every = "1 favour" if ledger.total == 1 else f"{ledger.total:,} favours"
    if not ledger.total:
        return "Favours"
    return f"Favours {glyphs.between} {f'{len(ledger.favours):,} of {every}' if filtered else every}"


def balance_title(ledger: Ledger, glyphs: Glyphs) -> str:
    """The title over the balance, with how much was given while nothing was needed."""
    if ledger.calm_share is None:
        return "Balance"
    return f"Balance {glyphs.between} {round(100 * ledger.calm_share)} % given while you needed nothing"


def balance_lines(ledger: Ledger, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What went which way over 30, 90 and 365 days, as numbers and as a bar, and the last quarter week by week."""
    most = max((_sum(balance) for _, balance in ledger.balances), default=0)
    room = max(0, width - _COUNTS - 2)
    rows = (_balance_line(days, balance, most, room, glyphs) for days, balance in ledger.balances)
    return (*rows, _weeks_line("gave", [bar.gave for bar in ledger.bars], ledger.bars, glyphs),
            _weeks_line("asked", [bar.asked for bar in ledger.bars], ledger.bars, glyphs))  # fmt: skip


def _balance_line(days: int, balance: Balance, most: int, room: int, glyphs: Glyphs) -> Line:
    """One span: how many of each, and the same as a bar."""
    counts: tuple[tuple[int, str, Tone, str], ...] = (
        (balance.gave, "gave", "done", glyphs.steps[4]),
        (balance.received, "received", "plain", glyphs.steps[2]),
        (balance.asked, "asked", "open", glyphs.steps[1]),
    )
    label = Span(f" {days:>3} days{_GAP}", "muted")
    words = tuple(Span(f"{count:>4} {name}", tone) for count, name, tone, _ in counts)
    bars = (Span(sign * _part(count, most, room), tone) for count, _, tone, sign in counts)
    return (label, *words, Span(_GAP), *bars)


def _part(count: int, most: int, room: int) -> int:
    """How many cells of a bar a number takes; one at least for something."""
    return max(1, count * max(0, room - 2) // most) if count and room else 0


def _weeks_line(way: FavourDirection, counts: Sequence[int], bars: Sequence[Bar], glyphs: Glyphs) -> Line:
    """How many favours went one way in each week of the last quarter."""
    cells = "".join(f"{min(count, 9)} " if count else f"{glyphs.none} " for count in counts)
    return (Span(f" {way:<8}{_GAP}", "muted"), Span(cells, TONES[way]), Span(f"a week, {len(bars)} weeks", "muted"))


def _sum(balance: Balance) -> int:
    """How many favours a balance holds."""
    return balance.gave + balance.received + balance.asked


def idea_lines(ideas: Sequence[Idea], today: date, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """Favours of five minutes, those first whose kind wasn't given for longest."""
    room = max(0, width - _KIND - 14)
    return tuple(
        (
            Span(f" {idea.kind:<{_KIND}}{_GAP}", "bright"),
            Span(cut(idea.words, room, more=glyphs.more)),
            Span(f"{_GAP}{show_span((today - idea.last).days) if idea.last else 'not yet':>7}", "muted"),
        )
        for idea in ideas
    )


def empty_lines(keys: Keys, *, filtered: bool) -> tuple[Line, ...]:
    """What the list says while there is nothing in it."""
    if filtered:
        return ((Span("  None fits.  Esc in the filter shows all of them.", "muted"),),)
    key = Span(keys.label(ACTION["favours.add"]), "key", "favours.add")
    return (
        (Span("  Nothing given, received or asked for is written down yet.", "bright"),),
        (Span("  "), key, Span(" writes a favour down; talks bring theirs along by themselves.")),
    )

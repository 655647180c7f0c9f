"""The journal as lines: days and their conversations, one of them read, a month, and a day in other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from netpractice.domain.days import DAY, month, show_day, week_days, week_of, weekday
from netpractice.domain.search import Query
from netpractice.practice.journal import Journal, Month
from netpractice.practice.talk_view import Entry, Said, TalkRow
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.screens.found import NOTHING, found_in
from netpractice.tui.text import cells, cut, one_line, wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span, width_of

_WHO, _WHERE = (16, 28), 16
"""The fewest and the most cells of the people, and the most of the place."""

_GAP = "  "
_READ = 100
"""The most cells of a line of running text: longer ones are hard to read."""

_LABEL = 12
"""The cells of the labels in an entry."""

_LEAST = 20
"""The fewest cells of the text beside a label."""

_DAY_CELLS = 5
"""The cells of a day of the month."""


def day_line(day: date, today: date) -> Line:
    """The heading of a day."""
    ago = (today - day).days
    when = "today" if ago == 0 else "yesterday" if ago == 1 else ""
    return (Span(f" {show_day(day, today)}{f'{_GAP}{when}' if when else ''}", "muted"),)


def talk_line(row: TalkRow, query: Query, width: int, glyphs: Glyphs) -> Line:
    """A conversation in one line: who, where, and what it was about."""
    room = max(0, width - 3 - 2 * len(_GAP))
    who = max(min(_WHO[0], room), min(_WHO[1], room * 2 // 5))
    where = min(_WHERE, max(0, room - who) // 3)
    return (
        Span("   "),
        *found_in(cut(row.who or glyphs.dash, who, more=glyphs.more), query, "bright", "who"),
        Span(_GAP),
        *found_in(cut(row.where, where, more=glyphs.more), query, "muted", "@"),
        Span(_GAP),
        *found_in(cut(row.gist, max(0, room - who - where), more=glyphs.more), query),
    )


def journal_title(found: Journal, *, filtered: bool, glyphs: Glyphs) -> str:
    """The title over the list: how many conversations there are, and how many were found."""
    every = "1 talk" if len(found.every) == 1 else f"{len(found.every):,} talks"
    if not found.every:
        return "Journal"
    return f"Journal {glyphs.between} {f'{len(found.talks):,} of {every}' if filtered else every}"


def empty_lines(keys: Keys) -> tuple[Line, ...]:
    """What the journal says while nothing is in it: three lines that name the next key."""

    def key(name: str) -> Span:
        return Span(keys.label(ACTION[name]), "key", name)

    return (
        (Span("  Every talk counts, also one of three words.", "bright"),),
        (Span("  "), key("note"), Span(" writes one talk down; late is fine, any day that has been.")),
        (Span("  "), key("batch"), Span(" writes many down after an event, a person a line.")),
    )


def nothing_lines(found: Journal, keys: Keys) -> tuple[Line, ...]:
    """What the list says when a search finds nothing."""
    key = Span(keys.label(ACTION["journal.clear"]), "key", "journal.clear")
    return ((Span(f"  None of {len(found.every):,} fits.  ", "muted"), key, Span(" shows all of them.", "muted")),)


def entry_title(entry: Entry) -> str:
    """Who was in a conversation."""
    return ", ".join(entry.who) or "A talk"


def entry_lines(entry: Entry, today: date, width: int, glyphs: Glyphs, query: Query = NOTHING) -> tuple[Line, ...]:
    """A conversation as it is read, with what a query looks for standing out."""
    room = min(width, _READ) - 2
    lines: list[Line] = []
    if len(entry.who) > 1 or query.terms:
        lines += _running(", ".join(entry.who), room, query, "who")
    lines += _facts(entry, today, room, glyphs, query)
    for said in entry.said:
        lines += _said(said, room, query)
    return tuple(lines)


def entry_text(entry: Entry, today: date) -> str:
    """A conversation as text, to be copied."""
    head = " / ".join(filter(None, (show_day(entry.talk.day, today), entry_title(entry), entry.setting, entry.event)))
    told = (
        f"{f'{said.label}: ' if said.label else ''}{said.text}{f' ({said.state})' if said.state else ''}"
        for said in entry.said
    )
    return "\n".join((head, " ".join(f"#{tag}" for tag in entry.tags), *told)).replace("\n\n", "\n")


def _facts(entry: Entry, today: date, room: int, glyphs: Glyphs, query: Query) -> Iterator[Line]:
    """When and where it was, in as many rows as that needs."""
    facts = [(f"{glyphs.between} @{entry.setting}", "@")] if entry.setting else []
    facts += [(f"{glyphs.between} {entry.event}", "event")] if entry.event else []
    facts += [(f"#{tag}", "#") for tag in entry.tags]
    line: Line = (Span(f" {show_day(entry.talk.day, today)}", "muted"),)
    for words, key in facts:
        first, *rest = wrap(one_line(words), room)
        if width_of(line) + 1 + cells(first) > room:
            yield line
            line = ()
        line = (*line, Span(" "), *found_in(first, query, "muted", key))
        for row in rest:
            yield line
            line = (Span(" "), *found_in(row, query, "muted", key))
    yield line


def _said(said: Said, room: int, query: Query) -> Iterator[Line]:
    """One thing that is written about it; what follows from it tells how it stands."""
    if not said.label:
        yield ()
        yield from _running(said.text, room, query)
        yield ()
        return
    text = f"{said.text} ({said.state})" if said.text and said.state else said.text or said.state
    rows = wrap(text, max(_LEAST, room - _LABEL)) or [""]
    for number, row in enumerate(rows):
        label = cut(said.label if number == 0 else "", _LABEL)
        yield (Span(f" {label}", "muted"), *found_in(row, query))


def _running(text: str, room: int, query: Query, key: str = "") -> Iterator[Line]:
    """Running text."""
    return ((Span(" "), *found_in(row, query, "bright" if key else "plain", key)) for row in wrap(text, max(2, room)))


def month_title(shown: Month) -> str:
    """The name of a month."""
    return f"{month(shown.first)} {shown.first.year}"


def month_lines(shown: Month, here: date, week_start: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """A month as a calendar: a dot beside every day with conversations, and the day that is looked at stands out."""
    first = week_of(shown.first, week_start)
    last = shown.first + (len(shown.counts) - 1) * DAY
    names = "".join(f"{weekday(day):<{_DAY_CELLS}}" for day in week_days(first))
    weeks = ((last - first).days // 7) + 1
    rows = (
        (Span(" "), *(span for day in week_days(first + 7 * number * DAY) for span in _day(day, shown, here, glyphs)))
        for number in range(weeks)
    )
    return ((Span(f" {names}", "muted"),), *rows)


def _day(day: date, shown: Month, here: date, glyphs: Glyphs) -> Line:
    """A day of a month."""
    if (day.year, day.month) != (shown.first.year, shown.first.month):
        return (Span(" " * _DAY_CELLS),)
    talks = shown.counts[day.day - 1]
    text = f"{day.day:>2}{glyphs.kept if talks else ' '}"
    return (Span(text, "here" if day == here else "done" if talks else "muted"), Span(" " * (_DAY_CELLS - len(text))))


def other_year_lines(rows: Sequence[tuple[date, TalkRow]], day: date, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The conversations of the same day in earlier years."""
    if not rows:
        return ((Span(f" Nothing on {day.day} {month(day)} in the years before.", "muted"),),)
    return tuple(_year_line(each, row, width, glyphs) for each, row in rows)


def _year_line(day: date, row: TalkRow, width: int, glyphs: Glyphs) -> Line:
    """A conversation of another year."""
    who = cut(row.who or glyphs.dash, min(_WHO[1], max(cells(row.who), 1)), more=glyphs.more)
    about = row.gist or row.where
    rest = max(0, width - 6 - cells(who) - len(_GAP))
    return (Span(f" {day.year} ", "muted"), Span(who, "bright"), Span(f"{_GAP}{cut(about, rest, more=glyphs.more)}"))

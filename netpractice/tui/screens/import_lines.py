"""Asking for files of contacts: what can be read, what may be meant, and how far reading has come. Plain functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netpractice.practice.importing.typed_paths import Candidate
from netpractice.tui.text import cells, cut, wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

_CAN_READ = (
    ("vCards", "from phones, mail programs, address books (.vcf); a folder too"),
    ("LinkedIn", "Settings, Data privacy, Get a copy of your data: Connections.csv"),
    ("Google", "contacts.google.com, Export, either as a table or as vCards"),
    ("Outlook", "and Thunderbird, and any other table (.csv) with your help"),
    ("netpractice", "a whole book: netpractice export json"),
)
"""What can be read, and where it comes from."""

_HOW = "Write its path, or drag the file into the terminal."
"""What is said while nothing is typed and nothing is found to be offered."""

_LABEL = 13
_BAR = 40


def about_lines(width: int) -> tuple[Line, ...]:
    """What can be read, and how several files are named."""
    room = max(10, min(width, 100) - _LABEL - 2)
    promise = "Nothing is written before you have looked at it; undo takes it all back."
    several = "Several files have blanks between them. A file dragged into the terminal works too."
    return (
        *((Span(f" {row}"),) for row in wrap(promise, room + _LABEL)),
        (),
        *(row for label, words in _CAN_READ for row in _about(label, words, room)),
        (),
        *((Span(f" {row}", "muted"),) for row in wrap(several, room + _LABEL)),
    )


def _about(label: str, words: str, room: int) -> Iterator[Line]:
    """The rows about something that can be read."""
    for number, row in enumerate(wrap(words, room)):
        yield (Span(f" {'' if number else label:<{_LABEL}}", "bright"), Span(row, "muted"))


def trouble_lines(trouble: str, width: int) -> tuple[Line, ...]:
    """What is wrong with what was named."""
    return tuple((Span(row, "late"),) for row in wrap(trouble, max(2, width)))


def candidate_lines(found: Sequence[Candidate], typed: str, width: int, rows: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The files and folders that may be meant, in at most so many rows; the one that stands in the line stands out.

    Args:
        found: what may be meant.
        typed: what stands in the line.
        width: the cells of a row.
        rows: the most rows; where there is more, the part around the one that stands in the line is shown.
        glyphs: the signs in use.
    """
    if not found:
        words = "No file of contacts and no folder begins like this." if typed.strip() else _HOW
        return tuple((Span(row, "muted"),) for row in wrap(words, max(2, width)))
    there = next((number for number, each in enumerate(found) if each.line == typed), None)
    first = 0 if there is None or len(found) <= rows else max(0, min(there - rows // 2, len(found) - rows))
    shown = found[first : first + rows]
    more = len(found) - first - len(shown)
    lines = [_candidate(each, typed, width, glyphs) for each in shown]
    if more:
        lines[-1] = (*lines[-1], Span(f"  and {more:,} more", "muted"))
    return tuple(lines)


def _candidate(each: Candidate, typed: str, width: int, glyphs: Glyphs) -> Line:
    """A file or a folder."""
    room = max(1, min(cells(each.name), width - 20))
    return (Span(cut(each.name, room, more=glyphs.more), "key" if each.line == typed else "plain"),)


def reading_line(share: float, width: int, glyphs: Glyphs) -> Line:
    """How far reading has come: a share from 0 to 1, in percent and as a bar."""
    bar = max(0, min(_BAR, width - 30))
    filled = int(bar * share)
    return (
        Span(f"Reading {int(100 * share):>3} %  "),
        Span(glyphs.bar * filled, "done"),
        Span(glyphs.none * (bar - filled), "muted"),
        Span("  Esc stops it", "muted"),
    )

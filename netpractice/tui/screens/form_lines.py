"""A form's labels, and what is said under the field that is typed in. Plain functions."""

from __future__ import annotations

from collections.abc import Sequence

from netpractice.tui.text import cells, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

LABEL = 15
"""The cells of the labels."""

_CHOOSE = "Up and down choose: "


def label_lines(
    labels: Sequence[str], rows: Sequence[int], here: int, under: int, wrong: frozenset[int]
) -> tuple[Line, ...]:
    """The labels of the fields, each beside the first row of its field.

    Args:
        labels: what the fields are called.
        rows: how many rows each of them has.
        here: the field that is typed in.
        under: how many lines are free under that field, for what is said of it.
        wrong: the fields with something wrong in them.
    """
    lines: list[Line] = []
    for number, label in enumerate(labels):
        tone: Tone = "late" if number in wrong else "bright" if number == here else "muted"
        lines.append((Span(f" {label}", tone),))
        lines += [()] * (rows[number] - 1 + (under if number == here else 0))
    return tuple(lines)


def note_lines(
    trouble: str, choices: Sequence[str], value: str, hint: str, width: int, glyphs: Glyphs
) -> tuple[Line, ...]:
    """What is said under a field: what is wrong with it, or what may be meant, or how to write it."""
    if trouble:
        return tuple((Span(row, "late"),) for row in wrap(trouble, width))
    if choices:
        return (_choices_line(choices, value, width, glyphs),)
    return tuple((Span(row, "muted"),) for row in wrap(hint, width))


def _choices_line(choices: Sequence[str], value: str, width: int, glyphs: Glyphs) -> Line:
    """As many choices as there is room for, from the one that stands in the field on if it is far down."""
    spans = [Span(_CHOOSE, "muted")]
    left = width - len(_CHOOSE) - cells(glyphs.more)
    all_fit = sum(cells(choice) + 2 for choice in choices) <= left
    first = 0 if all_fit or value not in choices else max(0, choices.index(value) - 2)
    for choice in choices[first:]:
        left -= cells(choice) + 2
        if left < 0:
            return (*spans, Span(glyphs.more, "muted"))
        spans.append(Span(f"{choice}  ", "key" if choice == value else "plain"))
    return tuple(spans)

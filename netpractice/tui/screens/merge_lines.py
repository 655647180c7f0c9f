"""Two contacts and the one that they will be, as columns. Plain functions of what is on their cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netpractice.domain.fields import FIELDS
from netpractice.tui.text import cut
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

HEADS = ("this one leads", "the other", "as one")
"""What stands over the columns."""

_LABEL = 14
_GAP = "  "


def merge_lines(
    sides: Sequence[Mapping[str, str]], counts: Mapping[str, Sequence[int]], width: int, glyphs: Glyphs
) -> tuple[Line, ...]:
    """A line for each field that one of them has.

    Args:
        sides: what stands in each field of the one who leads, of the other, and of the two as one.
        counts: how many records of a kind each of them has.
        width: the cells to fill.
        glyphs: the signs in use.
    """
    column = max(8, (width - _LABEL - 1) // len(HEADS) - len(_GAP))
    fields = [(field.label, [side[name].partition("\n")[0] for side in sides]) for name, field in FIELDS.items()]
    numbers = [(kind, [f"{count:,}" for count in each]) for kind, each in counts.items()]
    return (
        (Span(" " * (_LABEL + 1)), *(Span(f"{cut(head, column)}{_GAP}", "muted") for head in HEADS)),
        *(_line(label, values, column, glyphs) for label, values in fields if any(values)),
        (),
        *(_line(kind, values, column, glyphs) for kind, values in numbers),
    )


def _line(label: str, values: Sequence[str], column: int, glyphs: Glyphs) -> Line:
    """What both have in a field, and what they will have as one, which stands out."""
    *both, one = (f"{cut(value, column, more=glyphs.more)}{_GAP}" for value in values)
    return (Span(f" {label:<{_LABEL}}", "muted"), *(Span(value) for value in both), Span(one, "bright"))

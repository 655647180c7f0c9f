"""Showing where in a text stands what was looked for."""

from __future__ import annotations

from netpractice.domain.search import Query
from netpractice.practice.journal import highlights
from netpractice.tui.theme import Tone
from netpractice.tui.widgets.lines import Line, Span

NOTHING = Query(())
"""A query that looks for nothing."""


def found_in(text: str, query: Query, tone: Tone = "plain", key: str = "") -> Line:
    """A text in a tone, with what a query looks for standing out.

    Args:
        text: one line of text.
        query: what is looked for.
        tone: how the rest looks.
        key: the key by which this field is found besides words, as in `practice.journal.highlights`.
    """
    if not query.terms:
        return (Span(text, tone),)
    line: list[Span] = []
    begin = 0
    for start, end in highlights(query, text, key):
        line += [Span(text[begin:start], tone), Span(text[start:end], "found")]
        begin = end
    return tuple(span for span in (*line, Span(text[begin:], tone)) if span.text)

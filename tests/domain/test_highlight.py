"""Where what was looked for stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.highlight import spans
from netpractice.domain.search import haystack
from netpractice.domain.text import fold
from tests.hostile import HOSTILE


def shown(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("The harbour, the boats", ["the"], ["The", "the"]),
        ("Søren’s café", ["soren's", "cafe"], ["Søren’s", "café"]),
        ("Straße und Strasse", ["strasse"], ["Straße", "Strasse"]),
        ("Straße", ["s"], ["S", "ß"]),
        ("ﬁne", ["fi"], ["ﬁ"]),
        ("good\n  laugh", ["good laugh"], ["good\n  laugh"]),
        ("banana", ["ana"], ["ana"]),
        ("banana", ["ban", "nan"], ["banan"]),
        ("abc", ["x", ""], []),
        ("", ["x"], []),
        ("e\u0301te\u0301", ["ete"], ["e\u0301te\u0301"]),
    ],
)
def test_what_is_marked(text: str, words: list[str], marked: list[str]) -> None:
    assert shown(text, *words) == marked


@given(st.text(max_size=20), st.text(min_size=1, max_size=3))
def test_spans_lie_in_the_text_in_order_and_apart(text: str, word: str) -> None:
    found = spans(text, [fold(word)])
    edges = [edge for span in found for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.text(st.characters(categories=["L", "Nd", "Zs"], max_codepoint=0x24F), max_size=20), st.integers(0, 20))
def test_a_word_of_the_text_is_marked(text: str, place: int) -> None:
    words = haystack([text]).split()
    if words:
        word = words[place % len(words)]
        assert any(word in haystack([marked]) for marked in shown(text, word))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_looked_through(text: str) -> None:
    for start, end in spans(text, ["ann", "a", fold(text)]):
        assert text[start:end]

"""Names that may be the same person's, and names that aren't alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.likeness import alike, name_key
from netpractice.domain.text import fold
from tests.hostile import HOSTILE

names = st.lists(st.sampled_from(["Ann", "Anne", "Lee", "A.", "Łukasz", "Lukas", "O'Neill", "李", "x"]), max_size=4)


def are_alike(one: str, other: str) -> bool:
    return alike(name_key(one), name_key(other))


@pytest.mark.parametrize(
    "pair",
    [
        "Ann Lee | ann  LEE",
        "Ann Lee | Lee, Ann",
        "Ann Lee | Anne Lee",
        "Ann Lee | A. Lee",
        "Ann Lee | Ann Mary Lee",
        "Ann Lee | Dr. Ann Lee",
        "Rob Roy | Robert Roy",
        "Erik Holm | Eric Holm",
        "Catherine Dean | Katherine Dean",
        "Sophie Braun | Sofie Braun",
        "Jörg Müller | Joerg Mueller",
        "Ole Bjørndal | Ole Bjorndal",
        "Erin O’Neill | Erin ONeill",
        "Jean-Luc Petit | Jean Luc Petit",
        "Mohammed Ali | Muhammad Ali",
        "Beispeil Greta | Greta Beispiel",
        "東京太郎 | 東京 太郎",
        "Madonna | Madona",
        "👍 | 👍",
    ],
)
def test_names_that_may_be_the_same_persons(pair: str) -> None:
    one, other = pair.split(" | ")
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    "pair",
    [
        "Ann Lee | Bob Lee",
        "Ann Lee | Ann Kim",
        "Ann Lee | Ann",
        "Ann Lee | Lee",
        "Ann | A.",
        "Robert | Rob",
        "Ann Lee | Anne Leigh",
        "Jon Berg | Jan Berg",
        "Mark Lee | Mary Lee",
        "Anna Berg | Hanne Borg",
        "Al Lee | Alan Lee",
        "Kim | Jim",
        "??? | !!!",
        " | ",
        " | Ann",
    ],
)
def test_names_that_are_not_alike(pair: str) -> None:
    one, other = pair.split(" | ")
    assert not are_alike(one, other)
    assert not are_alike(other, one)


@given(names, names)
def test_which_name_comes_first_changes_nothing(one: list[str], other: list[str]) -> None:
    assert are_alike(" ".join(one), " ".join(other)) == are_alike(" ".join(other), " ".join(one))


@given(names.flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))))
def test_the_order_of_words_changes_nothing(both: tuple[list[str], list[str]]) -> None:
    there, permuted = both
    assert are_alike(" ".join(there), " ".join(permuted)) == bool(there)
    assert are_alike(", ".join(there), " ".join(permuted)) == bool(there)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_every_name_is_like_itself(name: str) -> None:
    assert are_alike(name, name) == bool(fold(name).strip(".' "))

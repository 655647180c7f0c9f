"""The fields of a card: how what is typed is read, and that what is shown can be typed again."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS, Typed, union
from netpractice.domain.records import Contact
from netpractice.domain.text import LINE_LIMIT, SUSPICIOUS
from tests.domain.made import contact
from tests.hostile import HOSTILE

ANN = contact("ann")
TEXTS = [name for name in FIELDS if name not in ("name", "circle", "rhythm", "birthday")]


def read(field: str, typed: Typed) -> object:
    facts = FIELDS[field].read(typed)
    return facts[field]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "  Ann\tLee ", "Ann Lee"),
        ("company", "ACME\u202e", "ACME"),
        ("emails", "a@example.org, b@example.org; A@example.org,", ("a@example.org", "b@example.org")),
        ("phones", "+1 314 555 0100\n(314) 555", ("+1 314 555 0100", "(314) 555")),
        (
            "links",
            "https://example.org/a,b  https://example.org/c",
            ("https://example.org/a,b", "https://example.org/c"),
        ),
        ("tags", "#hr #old friends, music; #HR", ("hr", "old friends", "music")),
        ("tags", ["#hr", " old friends "], ("hr", "old friends")),
        ("emails", ["a@example.org", ""], ("a@example.org",)),
        ("notes", "\n two\r\nlines \n", "two\nlines"),
        ("circle", "w", "warm"),
        ("birthday", "12 mar", "--03-12"),
    ],
)
def test_what_is_typed_is_cleaned_and_split(field: str, typed: Typed, value: object) -> None:
    assert read(field, typed) == value


def test_a_circle_that_was_typed_has_been_chosen() -> None:
    assert FIELDS["circle"].read("warm") == {"circle": "warm", "unsorted": False}


def test_nobody_is_without_a_name() -> None:
    for typed in ("", "  ", "\u200e"):
        with pytest.raises(InputError, match="nobody is without a name"):
            FIELDS["name"].read(typed)


@pytest.mark.parametrize("field", [name for name in TEXTS if name != "notes"])
def test_what_is_too_long_is_refused_and_the_field_named(field: str) -> None:
    with pytest.raises(InputError, match=FIELDS[field].label.lower()):
        FIELDS[field].read("x" * (LINE_LIMIT + 1))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text_in_every_field(text: str) -> None:
    for name in TEXTS:
        typed = msgspec.structs.replace(ANN, **FIELDS[name].read(text))
        assert not SUSPICIOUS.search(FIELDS[name].show(typed))


lines = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="#,;"), min_size=1, max_size=8
)


@given(st.lists(lines, max_size=3), st.sampled_from(["emails", "phones", "links", "tags"]))
def test_what_a_list_shows_can_be_typed_again(texts: list[str], name: str) -> None:
    field = FIELDS[name]
    there: Contact = msgspec.structs.replace(ANN, **field.read(texts))
    assert msgspec.structs.replace(there, **field.read(field.show(there))) == there


def test_a_union_keeps_the_first_of_those_that_say_the_same() -> None:
    assert union(["Zürich", "", "zurich", "Bern"]) == ("Zürich", "Bern")

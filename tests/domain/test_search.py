"""Searching: how a query is read, what its terms find, and the rules that hold whatever is typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.search import Found, Matching, Query, Term, Test, haystack, parse_query, sift
from netpractice.domain.text import fold

TEXTS = ("Søren Łukasz, Zürich", "ann lee #hr", "Ann Marie Lee", "ÅNN, Zurich", "a/b: http://x.org", "")

words = st.sampled_from(["ann", "LEE", "söREN", "lukasz", "zuri", "#hr", "due", "in:zürich", "up:", "in:", '"ann lee"'])
queries = st.lists(words | st.text(max_size=6).filter(lambda text: not quotes(text)), max_size=4)


def quotes(text: str) -> bool:
    """True for text with a quotation mark of any kind, after which what follows is another term."""
    return '"' in fold(text) or not set("“”„«»").isdisjoint(text)


def bare(value: str) -> Term:
    return Term("", value, quoted=False)


def among(field: Callable[[str], str]) -> Callable[[str], Test[str]]:
    return lambda value: lambda item: value in fold(field(item))


def number(value: str) -> Test[str]:
    if not value.isdigit():
        raise InputError(f"{value} is no number", way_out="Write digits")
    return lambda item: len(item) > int(value)


MATCHING: Matching[str] = Matching(
    text=lambda item: haystack([item]),
    keys={
        "in": among(lambda item: item.partition(",")[2]),
        "#": among(lambda item: item.partition("#")[2]),
        "over": number,
    },
    flags={"due": lambda item: item.isupper()},
)


def find(query: str) -> Found[str]:
    return sift(TEXTS, parse_query(query), MATCHING)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  Ann   LEE ", (bare("ann"), bare("lee"))),
        ('"Ann  Lee" x', (Term("", "ann lee", quoted=True), bare("x"))),
        ("“Ann Lee”", (Term("", "ann lee", quoted=True),)),
        ('"still being typed', (Term("", "still being typed", quoted=True),)),
        ("#hr @bar", (Term("#", "hr", quoted=False), Term("@", "bar", quoted=False))),
        ('#"old friends"', (Term("#", "old friends", quoted=True),)),
        ("Company:ACME", (Term("company", "acme", quoted=False),)),
        ('company:"Paper Whale" x', (Term("company", "paper whale", quoted=True), bare("x"))),
        ('met:"at the', (Term("met", "at the", quoted=True),)),
        ("circle:", (Term("circle", "", quoted=False),)),
        ("10:30 a/b c# :x", (bare("10:30"), bare("a/b"), bare("c#"), bare(":x"))),
        ("https://example.org/ann", (bare("https://example.org/ann"),)),
        ("Łódź", (bare("lodz"),)),
    ],
)
def test_a_query_is_read_into_terms(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(typed) == Query(terms)


def test_words_and_phrases_are_looked_for_blind_to_case_and_accents() -> None:
    assert find("soren").items == find("SØREN zurich").items == [TEXTS[0]]
    assert find("ann lee").items == [TEXTS[1], TEXTS[2]]
    assert find('"ann lee"').items == [TEXTS[1]]
    assert find("").items == list(TEXTS)


def test_keys_flags_and_marks_mean_what_the_list_says() -> None:
    assert find("in:zürich").items == [TEXTS[0], TEXTS[3]]
    assert find("#hr").items == [TEXTS[1]]
    assert find("DUE").items == []
    assert find("over:18 lee").items == []
    assert find("over:12 lee").items == [TEXTS[2]]


def test_a_flag_in_quotes_is_a_word() -> None:
    assert sift(["due soon", "DONE"], parse_query("due"), MATCHING).items == ["DONE"]
    assert sift(["due soon", "DONE"], parse_query('"due"'), MATCHING).items == ["due soon"]


def test_a_term_that_is_still_being_typed_finds_all() -> None:
    for typed in ("in:", "#", '"', 'in:"', "nothing:"):
        assert find(typed) == Found(list(TEXTS))


def test_a_term_that_cannot_be_read_is_left_out_and_named() -> None:
    found = find("place:zurich soren")
    assert found.items == [TEXTS[0]]
    assert found.trouble == (
        "place: means nothing here. Known are in:, #…, over:; what stands in quotes is looked for as it is."
    )
    assert find("@bar").trouble.startswith("@… means nothing here.")
    assert find("over:ten soren") == Found([TEXTS[0]], "ten is no number. Write digits.")


def test_trouble_is_told_once_for_each_kind() -> None:
    assert find("at:x at:y over:z").trouble.count("at: means nothing") == 1
    assert "z is no number" in find("at:x at:y over:z").trouble


def test_the_words_of_a_query_are_those_looked_for_in_the_text() -> None:
    assert parse_query('Ann "Łódź by night" #hr in:x due').words == ("ann", "lodz by night", "due")
    assert parse_query("due").says("due")
    assert not parse_query('"due" overdue in:due').says("due")


@given(queries, words)
def test_a_term_more_never_finds_more(terms: list[str], more: str) -> None:
    fewer = find(" ".join([*terms, more])).items
    assert set(fewer) <= set(find(" ".join(terms)).items)


@given(st.lists(words, max_size=5).flatmap(lambda terms: st.tuples(st.just(terms), st.permutations(terms))))
def test_the_order_of_terms_changes_nothing(both: tuple[list[str], list[str]]) -> None:
    there, permuted = both
    assert find(" ".join(there)).items == find(" ".join(permuted)).items


@given(st.text(max_size=30))
def test_a_query_is_blind_to_case_and_accents(typed: str) -> None:
    assert parse_query(fold(typed)) == parse_query(typed)
    assert parse_query(typed.upper()).words == parse_query(typed.upper().lower()).words


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_and_any_word_of_a_text_finds_it(typed: str) -> None:
    assert all(" ".join(term.value.split()) == term.value == fold(term.value) for term in parse_query(typed).terms)
    text = haystack([typed])
    for word in text.split():
        assert quotes(word) or sift([typed], parse_query(f'"{word}"'), MATCHING).items == [typed]


@given(st.lists(st.text(max_size=12), max_size=4))
def test_a_haystack_has_a_folded_line_for_each_text(parts: list[str]) -> None:
    lines = haystack(parts).split("\n") if haystack(parts) else []
    assert all(" ".join(line.split()) == line == fold(line) for line in lines)
    assert len(lines) <= len(parts)


def test_nothing_is_found_across_two_texts() -> None:
    assert haystack(["Ann", "", "Lee\nKim"]) == "ann\nlee kim"
    assert sift(["x"], parse_query('"ann lee"'), Matching(lambda _: haystack(["Ann", "Lee"]), {})).items == []

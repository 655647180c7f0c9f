"""The cleaner: what it drops, what it keeps, what it refuses, and that once is enough."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.text import (
    LINE_LIMIT,
    MARKS_LIMIT,
    SUSPICIOUS,
    TEXT_LIMIT,
    clean_line,
    clean_text,
    fold,
    harmless,
    is_clean,
    looks_clean,
)
from tests.hostile import HOSTILE

AWKWARD = "\x00\x1b\t\n\r\x85 \xa0aeEi<\u0300\u0301\u0327\u0335\u0345\u05b8\u093f\u094d\u09c7\u09be\u1100\u1161\u11a8"
AWKWARD += "\u200b\u200c\u200d\u200e\u2028\u202e\u212b\u20dd\u3000\ufe0f\ufeff\ud800\udfff\U000e0041\U0001f469"
any_text = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=60)

DROPPED = [
    *range(0x09), 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F,
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000), *range(0xE0000, 0xE0080),
]  # fmt: skip


def longest_run_of_marks(text: str) -> int:
    """The most combining marks that follow each other."""
    longest = run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in {"Mn", "Mc", "Me"} else 0
        longest = max(longest, run)
    return longest


def test_what_acts_instead_of_being_read_is_dropped() -> None:
    for code in DROPPED:
        assert clean_line(f"Ann{chr(code)}Lee") == "AnnLee", hex(code)
        assert clean_text(f"Ann{chr(code)}Lee") == "AnnLee", hex(code)


def test_every_other_code_point_stays_but_for_its_composed_form() -> None:
    gone = {*DROPPED, 0x09, 0x0B, 0x0D, 0x2028, 0x2029}
    for code in range(sys.maxunicode + 1):
        if code not in gone:
            assert clean_text(chr(code)) == unicodedata.normalize("NFC", chr(code)), hex(code)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  Ann   Lee ", "Ann Lee"),
        ("Ann\tLee", "Ann Lee"),
        ("Ann\nLee", "Ann Lee"),
        ("Ann\r\nLee", "Ann Lee"),
        ("Ann\u2028Lee", "Ann Lee"),
        ("Ann\x0bLee", "Ann Lee"),
        ("Ann\xa0\u3000Lee", "Ann Lee"),
        (" \x00 ", ""),
        ("e\u0301", "\xe9"),
        ("e\x00\u0301", "\xe9"),
        ("\u1112\u1161\u11ab", "\ud55c"),
    ],
)
def test_a_line_is_one_line_with_single_spaces(typed: str, line: str) -> None:
    assert clean_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("one\r\r\ntwo", "one\n\ntwo"),
        ("one\u2029two\u2028three", "one\ntwo\nthree"),
        ("one\x0btwo", "one\ntwo"),
        ("\tone  two ", " one  two "),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
    ],
)
def test_a_text_keeps_its_lines_and_its_spaces(typed: str, text: str) -> None:
    assert clean_text(typed) == text


@pytest.mark.parametrize(
    "written",
    [
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0930\u094d\u200d\u092f",
        "\u0f66\u0f92\u0fb2\u0f74",
    ],
    ids=["family", "heart", "keycap", "persian", "hindi", "tibetan"],
)
def test_emoji_and_living_scripts_stay_as_written(written: str) -> None:
    assert clean_line(written) == written


def test_marks_are_capped_on_each_character_alone() -> None:
    towering = "Z" + "\u0335\u0301" * 60
    assert longest_run_of_marks(clean_line(towering)) == MARKS_LIMIT
    assert clean_line(f"{towering}oe").endswith("oe")
    assert clean_line("x\u0335\u0321" * 30) == "x\u0335\u0321" * 30


def test_joiners_between_marks_do_not_lift_the_cap() -> None:
    assert len(clean_line("Z" + "\u0335\u200d" * 60)) == 1 + MARKS_LIMIT


def test_the_longest_line_fits_and_a_longer_one_is_refused_by_name() -> None:
    assert clean_line("a" * LINE_LIMIT) == "a" * LINE_LIMIT
    assert clean_line(" " * 900 + "Ann") == "Ann"
    with pytest.raises(InputError, match=r"^company: 501 characters are too long, at most 500 fit\. .*notes\.$"):
        clean_line("a" * (LINE_LIMIT + 1), "company")


def test_the_longest_text_fits_and_a_longer_one_is_refused_by_name() -> None:
    assert clean_text("\xe9" * TEXT_LIMIT) == "\xe9" * TEXT_LIMIT
    with pytest.raises(InputError, match=r"^notes: 100,001 characters are too long, at most 100,000 fit\."):
        clean_text("a" * (TEXT_LIMIT + 1), "notes")


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_hostile_text_comes_out_clean(hostile: str) -> None:
    line = clean_line(hostile)
    assert SUSPICIOUS.search(line) is None
    assert line.splitlines() in ([], [line])
    line.encode()


@given(any_text)
def test_once_is_enough(value: str) -> None:
    assert clean_text(clean_text(value)) == clean_text(value)
    assert clean_line(clean_line(value)) == clean_line(value)
    assert clean_line(clean_text(value)) == clean_line(value)


@given(any_text)
def test_clean_text_holds_nothing_that_acts_and_is_composed(value: str) -> None:
    for clean in (clean_text(value), clean_line(value)):
        assert not {ord(character) for character in clean} & {*DROPPED, 0x09, 0x0D, 0x2028, 0x2029}
        assert unicodedata.is_normalized("NFC", clean)
        assert longest_run_of_marks(clean) <= MARKS_LIMIT
    assert not set(clean_line(value)) & set("\n\xa0\u3000")


@given(any_text)
def test_is_clean_agrees_with_the_cleaner(value: str) -> None:
    assert is_clean(value) == (clean_text(value) == value)


@given(st.lists(any_text, max_size=4), st.booleans())
def test_a_file_that_looks_clean_is_clean(values: list[str], escaped: bool) -> None:
    data = json.dumps(values, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    if looks_clean(data):
        assert all(is_clean(value) for value in values)


@given(st.lists(any_text.map(clean_line), max_size=4))
def test_a_file_of_plain_lines_looks_clean(values: list[str]) -> None:
    simple = [value for value in values if "\\" not in value and max(value, default="") < "\u0300"]
    assert looks_clean(json.dumps(simple, ensure_ascii=False).encode())


@pytest.mark.parametrize("escaped", [True, False], ids=["escaped", "as it is"])
def test_a_file_with_one_character_that_acts_does_not_look_clean(escaped: bool) -> None:
    for code in (*DROPPED, 0x09, 0x0D, 0x2028, 0x2029):
        data = json.dumps([f'say "hi" \\ {chr(code)}'], ensure_ascii=escaped).encode("utf-8", "surrogatepass")
        assert not looks_clean(data), hex(code)


def test_a_file_with_lines_quotes_and_backslashes_looks_clean() -> None:
    assert looks_clean(json.dumps(['one\ntwo "three" \\ four \\t \\u001b \\\\'], indent=1).encode())


def test_a_file_in_another_encoding_does_not_look_clean() -> None:
    assert not looks_clean('["caf\xe9"]'.encode("latin-1"))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ana N\xfa\xf1ez", "ana nunez"),
        ("\u0141ukasz \xd8rsted", "lukasz orsted"),
        ("STRASSE stra\xdfe", "strasse strasse"),
        ("\u0130stanbul \u0131stanbul ISTANBUL", "istanbul istanbul istanbul"),
        ("O\u2019Neill", "o'neill"),
        ("Anne\u2011Marie", "anne-marie"),
        ("Vi\u1ec7t \u0110\u1eb7ng", "viet dang"),
        ("\ufb01ne \uff21\uff4e\uff4e", "fine ann"),
        ("\u05e9\u05c1\u05b8 \u0645\u064f", "\u05e9 \u0645"),
    ],
)
def test_folding_is_blind_to_case_accents_and_drawing(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["\u304c", "\u0915\u0941", "\u0e17\u0e35", "\ud55c\uad6d"])
def test_folding_keeps_the_marks_that_tell_letters_apart(word: str) -> None:
    assert fold(word) == word


def test_folding_a_letter_is_final_and_blind_to_its_case() -> None:
    for code in filter(lambda code: chr(code).isalpha(), range(0x1FFFF)):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)
        assert fold(chr(code).upper()) == folded == fold(chr(code).lower()), hex(code)


@given(any_text)
def test_folding_is_final_and_blind_to_composition(value: str) -> None:
    assert fold(fold(value)) == fold(value)
    assert fold(unicodedata.normalize("NFD", value)) == fold(value)


@given(any_text)
def test_what_is_only_shown_may_have_any_length_and_is_as_harmless(value: str) -> None:
    assert harmless(value) == clean_text(value)
    assert len(harmless("a" * TEXT_LIMIT + value)) >= TEXT_LIMIT

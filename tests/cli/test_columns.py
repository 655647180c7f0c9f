"""Plain tables: what stands under what, what is cut on a terminal, and that wide characters count as two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.cli.columns import Column, cells, cut, table
from tests.hostile import HOSTILE

COLUMNS = (Column("Name", 8), Column("Due"), Column("Next"))


def lines(*rows: tuple[str, str, str], width: int | None = None) -> list[str]:
    return list(table(COLUMNS, rows, width))


def test_columns_stand_under_their_titles() -> None:
    assert lines(("Ann Lee", "today", "send the map"), ("Bo", "in 12 d", "")) == [
        "Name     Due      Next",
        "Ann Lee  today    send the map",
        "Bo       in 12 d",
    ]


def test_a_terminal_cuts_the_widest_columns_and_the_last_one() -> None:
    assert lines(("Annabelle Leeward", "today", "send the map of the harbour"), width=30) == [
        "Name      Due    Next",
        "Annabe..  today  send the ma..",
    ]


def test_elsewhere_nothing_is_cut_and_one_long_text_spreads_no_others() -> None:
    rows = lines(("x" * 90, "today", "y" * 200), ("Ann", "today", "z"))
    assert rows[1] == f"{'x' * 90}  today  {'y' * 200}"
    assert rows[2] == f"{'Ann':<40}  today  z"


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert [cells(text) for text in ("Ann", "東京", "Ａ", "e\u0301", "👩\u200d👧", "")] == [3, 4, 2, 1, 4, 0]
    assert lines(("東京", "today", "x"), ("Ann", "", ""))[1] == "東京  today  x"
    assert cut("東京太郎", 7) == "東京.."


@given(st.text(max_size=20), st.integers(0, 24))
def test_a_cut_text_fits(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    assert shown == text or cells(text) > width


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    for width in (80, 20, 1, None):
        shown = lines((text, text, text), ("Ann", "today", "x"), width=width)
        assert len(shown) == 3
        assert all("\n" not in line and "\x1b" not in line for line in shown)

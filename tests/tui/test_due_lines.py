"""What is due as lines: every kind of row in every width, to the letter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netpractice.practice.due import Due, DueNow
from netpractice.tui.screens import due_lines
from netpractice.tui.theme import ASCII, UNICODE, Glyphs
from netpractice.tui.widgets.lines import text_of, width_of
from tests.journeys.user import TODAY, opened

LATE = Due(kind="follow-up", id="a", contact="1", who="Tomáš Příklad", words="send the map", due=TODAY, late=2,
           when="2 d late", enter="done")  # fmt: skip
NOBODY = Due(kind="follow-up", id="b", contact="", who="", words="ask at the museum about the old maps", due=TODAY,
             late=0, when="today", enter="acted")  # fmt: skip
PERSON = Due(kind="person", id="c", contact="c", who="Noa Dugma", words="be in touch", due=date(2026, 11, 2), late=20,
             when="34 d / 14", enter="in touch")  # fmt: skip


def line(row: Due, width: int, glyphs: Glyphs = UNICODE) -> str:
    return text_of(due_lines.due_line(row, due_lines.columns_for(width), glyphs))


def test_rows_stand_in_columns() -> None:
    assert [line(row, 70) for row in (LATE, NOBODY, PERSON)] == [
        " ▲ Tomáš Příklad      send the map                        2 d late    ",
        " ! ask at the museum about the old maps                   today       ",
        " · Noa Dugma          be in touch                         34 d / 14   ",
    ]


def test_a_narrow_list_says_who_or_what_and_when() -> None:
    assert [line(row, 40) for row in (LATE, NOBODY, PERSON)] == [
        " ▲ Tomáš Příklad            2 d late    ",
        " ! ask at the museum abou…  today       ",
        " · Noa Dugma                34 d / 14   ",
    ]


@pytest.mark.parametrize("width", [20, 49, 50, 60, 79, 200])
def test_a_row_is_as_wide_as_its_list(width: int) -> None:
    for row in (LATE, NOBODY, PERSON):
        for glyphs in (UNICODE, ASCII):
            assert width_of(due_lines.due_line(row, due_lines.columns_for(width), glyphs)) == width


def test_a_promise_past_its_day_stands_out_and_a_person_does_not() -> None:
    tones = [due_lines.due_line(row, due_lines.columns_for(79), UNICODE)[0].tone for row in (LATE, NOBODY, PERSON)]
    assert tones == ["late", "open", "plain"]
    assert [line(row, 79, ASCII)[1] for row in (LATE, NOBODY, PERSON)] == ["^", "!", "."]


def test_the_title_counts() -> None:
    assert due_lines.due_title(DueNow((), (), TODAY), UNICODE) == "Due now"


def test_a_day_is_shown_as_it_is_read(data: Path) -> None:
    book = opened(data)
    assert text_of(due_lines.day_read(book, "fri", 40)[0]) == "Fri 27 Nov"
    assert text_of(due_lines.day_read(book, " ", 40)[0]).startswith("tom, fri, 3d")
    assert text_of(due_lines.day_read(book, "1y", 40)[0]) == "Mon 22 Nov 2027"
    book.close()

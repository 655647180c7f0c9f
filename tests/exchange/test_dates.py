"""Dates of other programs: languages, orders, and what proves an order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.exchange.date_columns import DateColumn
from netpractice.exchange.dates import calendar_day, is_no_date, read_date, written_in_parts

MARCH = "2024-03-05"
WRITTEN = [
    ("2024-03-05", MARCH),
    ("2024/03/05", MARCH),
    ("2024-03-05T10:20:30Z", MARCH),
    ("2024-03-05 00:00:00", MARCH),
    ("20240305", MARCH),
    ("5.3.2024", MARCH),
    ("05. 03. 24", MARCH),
    ("05 Mar 2024", MARCH),
    ("5-Mar-24", MARCH),
    ("Mar 5, 2024", MARCH),
    ("March 5, 2024", MARCH),
    ("05. März 2024", MARCH),
    ("05 mars 2024", MARCH),
    ("mardi 5 mars 2024", MARCH),
    ("5 de marzo de 2024", MARCH),
    ("05 de mar. de 2024", MARCH),
    ("5 mrt 2024", MARCH),
    ("5 marca 2024", MARCH),
    ("5 марта 2024 г.", MARCH),
    ("2024年3月5日", MARCH),
    ("2024년 3월 5일", MARCH),
    ("12 févr. 2024", "2024-02-12"),
    ("3 août 2023", "2023-08-03"),
    ("01 ene 2024", "2024-01-01"),
    ("1 gen 2024", "2024-01-01"),
    ("02 de fev. de 2023", "2023-02-02"),
    ("12 dez 2022", "2022-12-12"),
    ("08 Haz 2021", "2021-06-08"),
    ("4 out 2020", "2020-10-04"),
    ("4/15/1980", "1980-04-15"),
    ("15/4/1980", "1980-04-15"),
    ("31.12.99", "1999-12-31"),
    ("1.1.24", "2024-01-01"),
    ("1815-12-10", "1815-12-10"),
    ("--12-09", "--12-09"),
    ("--1209", "--12-09"),
    ("1604-12-09", "--12-09"),
    ("0000-12-09", "--12-09"),
    ("9 Dec", "--12-09"),
    ("29 Feb", "--02-29"),
]


@pytest.mark.parametrize(("written", "iso"), WRITTEN)
def test_a_date_is_read_in_every_form_that_programs_write(written: str, iso: str) -> None:
    read = read_date(written)
    assert read is not None
    assert (read.iso(), read.may_swap) == (iso, False)


@pytest.mark.parametrize(
    "text",
    ["", "x", "Engineer", "45292", "Jan 2024", "30.2.2020", "29.2.2023", "13/13/2020", "2024-03", "1/2/3/4", "0/0/00",
     "9" * 39, "9" * 39 + "/1/1", "1/1/" + "9" * 30, "5 Mar 99999", "1.1.1200", "x" * 5000],
)  # fmt: skip
def test_what_is_no_date_isnt_guessed(text: str) -> None:
    assert read_date(text) is None


@given(st.text("0123456789/.- :年mar", max_size=45))
def test_every_text_is_a_date_of_the_calendar_or_none(text: str) -> None:
    read = read_date(text)
    if read is not None:
        date(read.year or 2000, read.month, read.day)
        assert calendar_day(read) == (date(read.year, read.month, read.day) if read.year else None)


@pytest.mark.parametrize("text", ["", " ", "0/0/00", "00.00.0000", "0000-00-00", "-", "//"])
def test_programs_write_zeros_for_no_date(text: str) -> None:
    assert is_no_date(text)


def test_two_numbers_that_could_both_be_the_month_say_so() -> None:
    read = read_date("3/4/1980")
    assert read is not None
    assert (read.iso(), read.may_swap) == ("1980-03-04", True)
    assert read.other_way_round().iso() == "1980-04-03"


def read_column(header: str, cells: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """The dates of a column, and what was wrong with them."""
    column = DateColumn("birthdays", header, cells)
    dates = [read.iso() if (read := column.read(cell, line)) else "" for line, cell in enumerate(cells, 2)]
    return dates, [(problem.line, problem.what) for problem in column.problems("a.csv")]


def test_one_date_proves_the_order_of_all() -> None:
    assert read_column("Birthday", ["3/4/1980", "25/4/1980"]) == (["1980-04-03", "1980-04-25"], [])
    assert read_column("Geburtstag", ["3/4/1980", "4/25/1980"]) == (["1980-03-04", "1980-04-25"], [])


def test_an_order_that_nothing_proves_is_that_of_the_language_and_is_told() -> None:
    first = "birthdays such as '3/4/1980' were read with the month first: look them over"
    assert read_column("Birthday", ["3/4/1980"]) == (["1980-03-04"], [(0, first)])
    dates, problems = read_column("Anniversaire", ["3/4/1980"])
    assert dates == ["1980-04-03"]
    assert "day first" in problems[0][1]


def test_dates_that_cant_be_read_are_told_once() -> None:
    dates, problems = read_column("Birthday", ["0/0/00", "spring", "autumn", "1980-01-02"])
    assert dates == ["", "", "", "1980-01-02"]
    assert problems == [(3, "2 of the birthdays can't be read, such as 'spring', and were left out")]


def test_a_date_may_stand_in_three_cells() -> None:
    assert [
        read.iso() if read else None
        for read in (
            written_in_parts("1980", "5", "17"),
            written_in_parts("", "May", "17"),
            written_in_parts("1980", "13", "17"),
            written_in_parts("1980", "5", ""),
            written_in_parts("9" * 5000, "5", "17"),
        )
    ] == ["1980-05-17", "--05-17", None, None, None]

"""Text to rows: by RFC 4180 to the letter, and what becomes of rows that break it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.exchange.rows import read_rows

cells = st.text("ab\"'\n,;\t |é", max_size=6)
tables = st.lists(st.lists(cells, min_size=1, max_size=4), max_size=5)


def rows(text: str, separator: str = ",", width: int = 0) -> list[tuple[int, list[str], int]]:
    """The rows as (line, cells, how many of them are sure)."""
    return [(row.line, row.cells, row.sure) for row in read_rows(text, separator, width=width)]


@given(tables, st.sampled_from(",;\t|"))
def test_what_follows_the_rules_is_read_by_them(table: list[list[str]], separator: str) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\n").writerows(table)
    assert [cells for _, cells, _ in rows(file.getvalue(), separator)] == [row for row in table if any(row)]


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5))
def test_knowing_the_width_changes_nothing_in_a_table_that_follows_the_rules(table: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    assert rows(file.getvalue(), width=3) == rows(file.getvalue())


@given(st.text('ab"\n,', max_size=40), st.integers(0, 4))
def test_every_text_has_rows_in_the_order_of_its_lines(text: str, width: int) -> None:
    found = rows(text, width=width)
    numbers = [line for line, _, _ in found]
    assert numbers == sorted(set(numbers))
    assert all(1 <= line <= text.count("\n") + 1 for line in numbers)
    letters = "".join(cell for _, cells, _ in found for cell in cells)
    assert [letter for letter in letters if letter in "ab"] == [letter for letter in text if letter in "ab"]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'name,notes\n\n"Ann","one\ntwo\n\nthree"\nBob,x\n'
    assert rows(text) == [
        (1, ["name", "notes"], -1),
        (3, ["Ann", "one\ntwo\n\nthree"], -1),
        (7, ["Bob", "x"], -1),
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ('a, "b, c" ,d', ["a", "b, c", "d"]),
        ('a,"Foo "Bar" Inc",d', ["a", 'Foo "Bar" Inc', "d"]),
        ('a,27" screen,d', ["a", '27" screen', "d"]),
        ('a,"""b""",d', ["a", '"b"', "d"]),
        ('"said, "hi" there",d', ['said, "hi" there', "d"]),
    ],
)
def test_marks_that_are_meant_otherwise_are_forgiven(line: str, read: list[str]) -> None:
    assert rows(line) == [(1, read, -1)]


@pytest.mark.parametrize(
    "broken",
    ['2,"x,y', '2,"x', '2,x,"', '2,"x, y, z'],
)
def test_a_mark_that_is_never_closed_spoils_its_own_row_alone(broken: str) -> None:
    text = f"a,b,c\n1,x,y\n{broken}\n3,x,y\n4,x,y\n"
    found = rows(text, width=3)
    assert [line for line, _, _ in found] == [1, 2, 3, 4, 5]
    assert found[2][1][0] == "2"
    assert found[2][2] >= 1
    assert found[3:] == [(4, ["3", "x", "y"], -1), (5, ["4", "x", "y"], -1)]


def test_a_missing_mark_is_found_where_the_next_cell_opens() -> None:
    assert rows('"1","x,"y","z"\n"2","x","y","z"\n') == [
        (1, ["1", "x", "y", "z"], 1),
        (2, ["2", "x", "y", "z"], -1),
    ]
    assert rows('"1","x","y\n"2","x","y"\n') == [(1, ["1", "x", "y"], 2), (2, ["2", "x", "y"], -1)]


def test_rows_in_a_cell_are_told_from_lines_of_text() -> None:
    swallowed = 'a,b,c\n1,"x,y\n2,x,y\n3,x,27"\n4,x,y\n'
    assert [cells[0] for _, cells, _ in rows(swallowed, width=3)] == ["a", "1", "2", "3", "4"]
    text = 'a,b,c\n1,"one, two, three\nfour, five, six",y\n2,x,y\n'
    assert [cells[0] for _, cells, _ in rows(text, width=3)] == ["a", "1", "2"]


@pytest.mark.parametrize(
    "piece", ['a,""x\n', 'a,"x\n', '"a"b,', '"', 'a,"""x\n', '"x,y\n', 'a,"b\nc,d,""e\n', '"a"b "']
)
def test_thousands_of_broken_marks_are_read_in_one_go(piece: str) -> None:
    # Time that grew with the square of this would be minutes.
    text = piece * 30_000
    letters = sum(len(cell) for _, cells, _ in rows(text, width=3) for cell in cells)
    assert letters <= len(text)

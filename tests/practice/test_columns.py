"""Tables whose columns somebody has to name: what is offered, and that they are read as they were named."""

from __future__ import annotations

import pytest

from netpractice.domain.errors import ColumnsError, InputError
from netpractice.practice.importing import Source, read
from netpractice.practice.importing.columns import columns, shape

KLUB = """Mitglied;Anschrift;Mail 1;Mail 2;Rufnummer
Ann Lee;Hill Road 1;ann@example.org;a.lee@example.com;+1 314 555 0100
Bo Ek;Low Road 2;bo@example.org;;+1 314 555 0101
"""

BARE = """1,Ann Lee,ann@example.org,314 555 0100
2,Bo Ek,bo@example.org,314 555 0101
3,Cy Poe,cy@example.org,314 555 0102
"""


def table(text: str) -> Source:
    return Source("people.csv", text.encode())


def test_a_table_with_strange_headings_asks_and_is_read_as_it_was_named() -> None:
    source = table(KLUB)
    with pytest.raises(ColumnsError, match="which of its 5 columns"):
        read([source])
    looks = shape(source)
    assert looks.headers == ("Mitglied", "Anschrift", "Mail 1", "Mail 2", "Rufnummer")
    assert looks.rows[0][0] == "Ann Lee"
    named = columns(looks, ("name", "", *looks.fields[2:]))
    [reading] = read([source], named)
    assert [card.name for card in reading.cards] == ["Ann Lee", "Bo Ek"]
    assert reading.cards[0].emails == ("ann@example.org", "a.lee@example.com")


def test_a_number_in_a_row_is_never_taken_for_a_heading() -> None:
    source = table(BARE)
    looks = shape(source)
    assert looks.headers == ("1", "2", "3", "4")
    [reading] = read([source], columns(looks, ("", "name", "email", "phone")))
    assert [card.name for card in reading.cards] == ["Ann Lee", "Bo Ek", "Cy Poe"]
    assert reading.cards[2].phones == ("314 555 0102",)


def test_a_column_that_was_guessed_and_is_left_out_is_not_read() -> None:
    looks = shape(table(KLUB))
    assert looks.fields[4] == "phone"
    [reading] = read([table(KLUB)], columns(looks, ("name", "", "email", "", "")))
    assert (reading.cards[0].phones, reading.cards[0].emails) == ((), ("ann@example.org",))


def test_columns_of_the_same_heading_go_by_their_numbers() -> None:
    looks = shape(table("Wer;Was;Was\nAnn Lee;ann@example.org;a helper\nBo Ek;bo@example.org;a friend\n"))
    assert columns(looks, ("name", "email", "notes")) == {"name": "Wer", "email": "2", "notes": "3"}


def test_what_is_no_table_has_no_shape() -> None:
    with pytest.raises(InputError, match="not contacts"):
        shape(Source("page.html", b"<!doctype html><html></html>"))

"""Any other table: columns that somebody names, rows that are damaged, and what a table looks like."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import ColumnsError, InputError
from netpractice.exchange.layout import FIELDS
from netpractice.exchange.reading import read_file
from netpractice.exchange.tables import table_shape
from tests.exchange.tables import FILE, facts, problems, reading

PEOPLE = "Kundin;Ort;Kontaktweg\nAnn Lee;Rom;ann@example.org\nZoë Petit;Köln;zoe@example.org\n"


def names(text: str) -> list[str]:
    """The names of the people in a table."""
    return [card.name for card in reading(text).cards]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("columns", [{"name": "KUNDIN", "email": "kontaktweg"}, {"name": "1", "email": "3"}])
def test_columns_are_named_by_header_or_number(columns: dict[str, str], encoding: str) -> None:
    read = reading(PEOPLE, encoding, columns)
    assert [facts(card) for card in read.cards] == [
        {"name": "Ann Lee", "emails": ("ann@example.org",)},
        {"name": "Zoë Petit", "emails": ("zoe@example.org",)},
    ]


def test_columns_of_a_table_without_headers_are_numbered() -> None:
    read = reading(PEOPLE.partition("\n")[2], columns={"name": "1", "email": "3"})
    assert [card.line for card in read.cards] == [1, 2]


def test_a_mapping_adds_to_what_is_known_and_can_leave_a_column_out() -> None:
    text = "Name,Kunde,E-Mail,Firma\nfolder 7,Ann Lee,ann@example.org,Acme\n"
    (card,) = reading(text, columns={"name": "Kunde", "company": ""}).cards
    assert facts(card) == {"name": "Ann Lee", "emails": ("ann@example.org",)}


def test_a_field_may_be_called_by_any_header_that_is_known_for_it() -> None:
    (card,) = reading("A,B,C\nAnn,Lee,CEO\n", columns={"first name": "A", "Nachname": "B", "job title": "C"}).cards
    assert facts(card) == {"name": "Ann Lee", "role": "CEO"}


def test_the_header_may_stand_below_other_rows() -> None:
    (card,) = reading(f"Report\n2026;x;y\n{PEOPLE}", columns={"name": "Kundin"}).cards[:1]
    assert (card.name, card.line) == ("Ann Lee", 4)


def test_a_column_or_field_that_isnt_there_is_told_with_those_that_are() -> None:
    with pytest.raises(
        InputError, match=r"^people.csv: there is no column 'Chef'. Its columns are 'Kundin', 'Ort', 'Ko"
    ):
        reading(PEOPLE, columns={"name": "Chef"})
    with pytest.raises(InputError, match="there is no column '4'"):
        reading(PEOPLE, columns={"name": "4"})
    with pytest.raises(InputError, match="there is no column '99"):
        reading(PEOPLE, columns={"name": "9" * 5000})
    with pytest.raises(InputError, match=r"'planet' is no field of a contact\. The fields are name, first"):
        reading(PEOPLE, columns={"planet": "Ort"})


@pytest.mark.parametrize(
    "text",
    [PEOPLE, "Kunde,Mail\nAnn Lee,ann@example.org\n", "Ann,Rome\nBob,Berlin\n", "Product,Price\nSoap,3.50\n"],
)
def test_a_table_whose_names_arent_clear_asks_which_column_holds_them(text: str) -> None:
    with pytest.raises(
        InputError, match=r"it isn't clear which of its . columns holds people's names. Say (which of|by its)"
    ):
        reading(text)


def test_of_many_headers_the_first_are_named() -> None:
    with pytest.raises(ColumnsError) as refusal:
        reading(",".join(f"c{number}" for number in range(200)) + "\n" + ",".join(["x"] * 200) + "\n")
    assert refusal.value.way_out.startswith("Say which of 'c0', 'c1', ")
    assert refusal.value.way_out.endswith("'c19', or 180 more does")


def test_a_list_of_addresses_alone_needs_no_names() -> None:
    assert names("E-Mail\nann@example.org\nben@example.org\n") == ["ann@example.org", "ben@example.org"]
    assert names("E-Mail;Telefon\nann@example.org;+1 314 555\n") == ["ann@example.org"]


def test_a_shape_shows_the_headers_and_guesses_what_they_mean() -> None:
    shape = table_shape(FILE, PEOPLE.encode("cp1252"))
    assert shape.headers == ("Kundin", "Ort", "Kontaktweg")
    assert shape.fields == ("name", "", "email")
    assert shape.rows == (("Ann Lee", "Rom", "ann@example.org"), ("Zoë Petit", "Köln", "zoe@example.org"))
    assert (shape.separator, shape.kind) == (";", "table of contacts")


def test_a_shape_without_headers_numbers_the_columns() -> None:
    shape = table_shape(FILE, b"Ann\t+1 314 555 0100\thttps://ann.example\nBob\t+1 314 555 0101\n")
    assert shape.headers == ("1", "2", "3")
    assert shape.fields == ("name", "phone", "link")
    assert shape.rows[1] == ("Bob", "+1 314 555 0101", "")


def test_a_mapping_made_of_a_shape_reads_the_table() -> None:
    shape = table_shape(FILE, PEOPLE.encode())
    mapping = {field: header for field, header in zip(shape.fields, shape.headers, strict=True) if field}
    assert [card.name for card in reading(PEOPLE, columns=mapping).cards] == ["Ann Lee", "Zoë Petit"]
    assert set(mapping) <= set(FIELDS)


def test_a_shape_passes_over_notes_before_the_table() -> None:
    shape = table_shape(FILE, f"My customers\n\n{PEOPLE}".encode())
    assert shape.headers == ("Kundin", "Ort", "Kontaktweg")
    assert shape.rows[0] == ("Ann Lee", "Rom", "ann@example.org")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"just a line of text", "this is text, not a table of contacts"),
        (b"one\ntwo\nthree\n", "this is text, not a table of contacts"),
        (b"", "this file is empty"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"<html><head>", "a web page"),
    ],
)
def test_what_isnt_a_table_has_no_shape(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        table_shape(FILE, data)


def test_one_known_column_is_enough_and_names_that_are_headers_are_names() -> None:
    assert names("Name,Team,Ort,Land\nNick Lee,A,B,C\nNick,B,x,y\n") == ["Nick Lee", "Nick"]
    rows = "Ann,Lee,,Acme,CEO,05 Mar 2024\nNick,Page,nick@example.org,Mobile,CEO,06 Mar 2024\n"
    assert names(rows) == ["Ann Lee", "Nick Page"]


def test_a_row_without_a_name_goes_by_the_next_best() -> None:
    text = (
        "First Name,Last Name,Nickname,Company,Phone,E-mail\n"
        "Ann,,,Acme,,ann@example.org\n,Lee,,,,\n,,Zip,,,\n,,,Acme,,info@acme.example\n,,,Pizza Roma,+39 06 1,\n,,,Acme,,\n,,,,+1 2 3,\n"
    )
    read = reading(text)
    assert [card.name for card in read.cards] == ["Ann", "Lee", "Zip", "info@acme.example", "Pizza Roma"]
    nobody = "there is neither a name nor an e-mail address; the row was left out"
    assert problems(read) == [(7, nobody), (8, nobody)]
    assert read.found == 7


def test_a_whole_name_beside_a_first_one_isnt_said_twice() -> None:
    assert names("Name,First Name,E-mail\nAnn Lee,Ann,a@b.example\nLee,Ann,c@d.example\n") == ["Ann Lee", "Ann Lee"]


def test_rows_may_be_too_short_or_too_long() -> None:
    text = "Name,E-mail,Company,Phone\nAnn\nBob,bob@example.org\nCid,,Acme, Inc,+1 2 3\nDot,,Acme,+1 2 3,,,\nEve,a@b.example,x,+1 2 3,y\n"
    read = reading(text)
    assert [card.name for card in read.cards] == ["Ann", "Bob", "Cid", "Dot", "Eve"]
    assert facts(read.cards[2]) == {"name": "Cid", "company": "Acme, Inc", "phones": ("+1 2 3",)}
    assert problems(read) == [
        (4, "a separator stands in a cell without quotation marks; it was read as part of the text"),
        (6, "5 cells stand in 4 columns; look this row over"),
    ]


def test_a_mark_that_isnt_closed_spoils_no_other_row_and_nothing_wrong_is_read() -> None:
    text = 'Name,Company,Role,E-mail\nAnn,A,B,a@example.org\nBob,"Acme, Inc,CEO,b@example.org\nCid,"C,D,c@example.org\n"Dot'
    text += ' Lee,E,F,d@example.org\n"Eve","G",H,"e@example.org"\n'
    read = reading(text)
    assert [facts(card) for card in read.cards] == [
        {"name": "Ann", "company": "A", "role": "B", "emails": ("a@example.org",)},
        {"name": "Bob"},
        {"name": "Cid", "company": "C", "role": "D", "emails": ("c@example.org",)},
        {"name": "Dot Lee", "company": "E", "role": "F", "emails": ("d@example.org",)},
        {"name": "Eve", "company": "G", "role": "H", "emails": ("e@example.org",)},
    ]
    assert problems(read) == [
        (3, "a quotation mark isn't closed; only what stands before it was read"),
        (4, "a quotation mark isn't closed; the row was read without it"),
        (5, "a quotation mark isn't closed; the row was read without it"),
    ]


def test_lines_are_those_of_the_file_whatever_is_in_its_cells() -> None:
    text = '\n\nName,Notes\r\n"Ann","one\r\ntwo\r\n\r\nthree"\r\n\r\n"",""\r\nBob,x\r\n,nobody\r\n'
    read = reading(text)
    assert [(card.name, card.line) for card in read.cards] == [("Ann", 4), ("Bob", 10)]
    assert [line for line, _ in problems(read)] == [11]
    assert read.cards[0].notes == "one\ntwo\n\nthree"


def test_what_doesnt_fit_is_told_and_the_rest_comes_in() -> None:
    long, notes = "x" * 501, "y" * 100_001
    read = reading(
        f"Name,Company,E-mail,Notes\nAnn,{long},{long}@example.org,{notes}\n{long},A,b@example.org,\n{long},A,,\n"
    )
    assert [facts(card) for card in read.cards] == [
        {"name": "Ann"},
        {"name": "b@example.org", "company": "A", "emails": ("b@example.org",)},
    ]
    told = problems(read)
    assert [line for line, _ in told] == [2, 2, 2, 3, 4, 4]
    assert told[1][1] == "the company: 501 characters are too long, at most 500 fit; it was left out"
    assert told[2][1] == "the notes: 100,001 characters are too long, at most 100,000 fit; they were left out"


def test_addresses_and_numbers_that_are_none_are_told() -> None:
    text = "Name,E-mail,Phone,Website\nAnn,ann at home,none,example.org\nBob,-,4.91511E+11,\nCid,a@b.example; c@d.example,1;2,x y\n"
    read = reading(text)
    assert facts(read.cards[2]) == {
        "name": "Cid",
        "emails": ("a@b.example", "c@d.example"),
        "phones": ("1", "2"),
        "links": ("x", "y"),
    }
    assert problems(read) == [
        (2, "'ann' isn't an e-mail address; it was left out"),
        (2, "'at' isn't an e-mail address; it was left out"),
        (2, "'home' isn't an e-mail address; it was left out"),
        (2, "'none' isn't a telephone number; it was left out"),
        (3, "'4.91511E+11' has lost digits of a telephone number in a spreadsheet program; it was left out"),
    ]


@pytest.mark.parametrize(
    "cell",
    ["ann@example.org; a.lee@example.org", "ann@example.org ::: mailto:a.lee@example.org",
     '"Lee, Ann" <ann@example.org>; a.lee@example.org', "Ann <ann@example.org>, Ann Lee <mailto:a.lee@example.org>"],
)  # fmt: skip
def test_a_cell_may_hold_several_addresses_with_names_or_without(cell: str) -> None:
    (card,) = reading("Name|E-mail\nAnn Lee|" + cell).cards
    assert card.emails == ("ann@example.org", "a.lee@example.org")


@pytest.mark.parametrize("cell", [f"<a@b.example>{'a' * 200_000}", f"<{'@' * 200_000}", "<a@" * 100_000])
def test_a_cell_of_no_addresses_is_read_in_time(cell: str) -> None:
    (card,) = reading(f"Name|E-mail\nAnn Lee|{cell}").cards
    assert len(card.emails) < 2


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("+1 314 555 0100,+1 314 555 0101", ("+1 314 555 0100", "+1 314 555 0101")),
        ("314-555-0100, (314) 555-0101; 555-0102", ("314-555-0100", "(314) 555-0101", "555-0102")),
        ("+1 314 555 0100,,42", ("+1 314 555 0100,,42",)),
        ("0711,5550100", ("0711,5550100",)),
    ],
)
def test_a_cell_may_hold_several_numbers_and_a_number_pauses(cell: str, phones: tuple[str, ...]) -> None:
    assert reading(f'Name,Phone Numbers\nAnn,"{cell}"\n').cards[0].phones == phones


def test_headers_that_are_repeated_are_nobody() -> None:
    assert names("Name,E-mail\nAnn,a@example.org\nName,E-mail\nBen,b@example.org\n") == ["Ann", "Ben"]
    assert names("\ufeffName,E-mail\nAnn,a@example.org\n\ufeffName,E-mail\nBen,b@example.org\n") == ["Ann", "Ben"]


def test_text_is_cleaned() -> None:
    (card,) = reading("Name,Notes\n\u202eAnn\x1b[2J\tLee ,a\x07b\n").cards
    assert facts(card) == {"name": "Ann[2J Lee", "notes": "ab"}


VALID = (
    b'Notes:\n"x, y"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
    b'Ann,Lee,https://www.linkedin.com/in/ann,,"Acme, Inc",CEO,05 Mar 2024\nBob,Ray,,b@example.org,A,B,06 Mar 2024\n'
)


def read_any(data: bytes) -> None:
    """Read whatever bytes; refusing them is all that may happen else."""
    with suppress(InputError):
        read = read_file(FILE, data)
        assert read.found >= len(read.cards)
        assert all(card.name and card.line > 0 for card in read.cards)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_any(data)


@given(st.text("Name,mail@;\t|\"'\n=+-<>{}[]:0é\x00", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_any(f"Name,E-mail\n{text}".encode())
    read_any(text.encode())


@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), st.binary(max_size=3)), max_size=5))
def test_a_damaged_table_is_read_or_refused(damages: list[tuple[int, int, bytes]]) -> None:
    data = VALID
    for place, removed, put in damages:
        data = data[:place] + put + data[place + removed :]
    read_any(data)


@pytest.mark.slow
def test_a_table_cut_anywhere_is_read_or_refused() -> None:
    for end in range(len(VALID)):
        for junk in (b"", b'"', b"\xff", b"\0", b"\n\n"):
            read_any(VALID[:end] + junk)
            read_any(VALID[:end] + junk + VALID[end:])

"""The pages of an import as lines: the very words for every state and width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from netpractice.domain.cards import Card, Problem, Reading
from netpractice.domain.updating import FieldChange
from netpractice.exchange.layout import FIELDS
from netpractice.exchange.tables import Shape
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.importing import Item, Plan, carry_out, plan
from netpractice.practice.importing.typed_paths import Candidate
from netpractice.tui.actions import Keys
from netpractice.tui.screens.import_lines import about_lines, candidate_lines, reading_line, trouble_lines
from netpractice.tui.screens.mapping_lines import (
    FIELD_KEYS,
    FIELD_WORDS,
    NOTHING,
    advice_line,
    column_line,
    title_line,
)
from netpractice.tui.screens.preview_lines import (
    becomes,
    detail_line,
    details,
    found_by,
    item_line,
    nobody_line,
    problem_lines,
    summary_lines,
    why_line,
)
from netpractice.tui.theme import ASCII, UNICODE
from netpractice.tui.widgets.lines import Line, text_of, width_of
from tests.hostile import HOSTILE
from tests.journeys.user import opened

KEYS = Keys()
ANN = Card(name="Ann Lee", role="Engineer", company="Blue Kettle", emails=("ann@example.org",), uid="a")
NAMES = ("Connections.csv", "phone.vcf", "photos/")


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book without anybody."""
    with closing(opened(data)) as book:
        yield book


def reading(*cards: Card, file: str = "in/people.vcf", found: int = 0, problems: Sequence[Problem] = ()) -> Reading:
    """What a file says."""
    return Reading(file=file, kind="vCard", cards=cards, problems=tuple(problems), found=found or len(cards))


def problem(line: int, what: str = "the name is missing", file: str = "in/people.vcf") -> Problem:
    """Something that couldn't be read."""
    return Problem(file=file, line=line, what=what)


def texts(lines: Sequence[Line]) -> list[str]:
    """The text of lines, without the blanks at their ends."""
    return [text_of(line).rstrip() for line in lines]


def summary(made: Plan, width: int = 79) -> list[str]:
    """What stands over the list."""
    return texts(summary_lines(made, KEYS, width, UNICODE))


def told(item: Item) -> list[str]:
    """What is told of somebody."""
    return [text_of(detail_line(each, 79, UNICODE)).rstrip() for each in details(item)]


def candidates(typed: str, rows: int = 5, names: Sequence[str] = NAMES) -> list[str]:
    """What is offered."""
    return texts(candidate_lines([Candidate(name, name) for name in names], typed, 60, rows, UNICODE))


# Naming files


@pytest.mark.parametrize("width", [59, 74, 118])
def test_what_can_be_read_is_told_in_any_width(width: int) -> None:
    lines = about_lines(width)
    assert max(map(width_of, lines)) <= width
    words = " ".join(" ".join(texts(lines)).split())
    for each in ("vCards", "Connections.csv", "Google", "Outlook", "Thunderbird", "undo takes it all back"):
        assert each in words


def test_what_may_be_meant_is_listed_as_far_as_there_is_room() -> None:
    assert candidates("") == list(NAMES)
    assert candidates("", 2) == ["Connections.csv", "phone.vcf  and 1 more"]
    names = [f"{number}.vcf" for number in range(9)]
    assert candidates("6.vcf", 3, names) == ["5.vcf", "6.vcf", "7.vcf  and 1 more"]
    assert candidates("8.vcf", 3, names) == ["6.vcf", "7.vcf", "8.vcf"]
    taken = candidate_lines([Candidate("a", "a"), Candidate("b", "b")], "b", 60, 5, UNICODE)[1]
    assert taken[0].tone == "key"


def test_nothing_that_may_be_meant_is_said_too() -> None:
    assert candidates("x", names=()) == ["No file of contacts and no folder begins like this."]
    assert candidates(" ", names=()) == ["Write its path, or drag the file into the terminal."]


def test_how_far_reading_has_come_is_a_number_and_a_bar() -> None:
    assert texts([reading_line(0.5, 70, ASCII)]) == [f"Reading  50 %  {'=' * 20}{'.' * 20}  Esc stops it"]
    for share in (0.0, 0.999, 1.0):
        for width in (0, 20, 60, 118):
            assert text_of(reading_line(share, width, UNICODE)).startswith(f"Reading {int(share * 100):>3} %")
    assert width_of(reading_line(1, 60, UNICODE)) <= 60


def test_what_is_wrong_is_broken_into_rows() -> None:
    assert texts(trouble_lines("people.csv: there is no such file.", 20)) == ["people.csv: there is", "no such file."]


# Looking first


def test_the_numbers_the_file_and_its_problems_stand_over_the_list(book: Book) -> None:
    carry_out(book, plan(book, [reading(ANN)]))
    people.add(book, "Bo Ek")
    made = plan(
        book,
        [
            reading(
                replace(ANN, company="Red Kettle"),
                Card(name="Cy Poe"),
                Card(name="Di Roe"),
                found=43,
                problems=[problem(line) for line in (305, 118, 118)],
            )
        ],
    )
    assert summary(made) == [
        " + 2 new   ~ 1 changed",
        " people.vcf: vCard, 3 of 43 people",
        " 3 problems: lines 118, 305  p tells more",
    ]
    assert summary(made.with_included(1, included=False))[0] == " + 1 new   ~ 1 changed   – 1 left out"
    assert summary(plan(book, [reading(ANN)])) == [" = 1 same", " people.vcf: vCard, 1 person"]


def test_several_files_are_counted_and_their_problems_named(book: Book) -> None:
    problems = [problem(0, "this is a picture", "b.png"), *(problem(line) for line in range(1, 7))]
    made = plan(book, [reading(ANN), reading(Card(name="Bo Ek"), file="b.png", problems=problems)])
    assert summary(made)[1:] == [" 2 files (vCard): 2 people", " 7 problems: lines 1, 2, 3, 4 and 2 more  p tells more"]
    assert texts(problem_lines(made.problems, 2, 79))[:2] == [
        " ! b.png: this is a picture",
        " ! people.vcf, line 1: the name is missing",
    ]
    assert texts(problem_lines([problem(1)], 1, 20)) == [" ! line 1: the name", "   is missing"]
    [one] = summary_lines(plan(book, [reading(ANN, problems=[problem(0)])]), KEYS, 79, UNICODE)[2:]
    assert text_of(one) == " 1 problem  p tells more"


def test_somebody_new_is_told_with_what_is_known_of_them() -> None:
    item = Item(card=ANN)
    assert text_of(item_line(item, 79, UNICODE)).rstrip() == (
        " + Ann Lee               Engineer, Blue Kettle · ann@example.org"
    )
    assert told(item) == [
        "       Company      Blue Kettle",
        "       Role         Engineer",
        "       E-mail       ann@example.org",
    ]
    assert told(Item(card=Card(name="Bo"))) == ["                    only the name is known"]
    assert text_of(item_line(replace(item, included=False), 79, ASCII)).rstrip() == " - Ann Lee               left out"
    assert (becomes(item), becomes(replace(item, included=False))) == ("new", "left out")
    assert found_by(item) == "ann lee  blue kettle engineer ann@example.org"


def test_changes_are_told_with_before_and_after(book: Book) -> None:
    carry_out(book, plan(book, [reading(replace(ANN, notes="met at the lake"))]))
    (contact,) = book.records.contacts.values()
    people.edit(book, contact.id, role="chief")
    later = replace(
        ANN, company="Red Kettle", role="Lead", nickname="Annie", emails=("a@example.com",), notes="likes tea"
    )
    (item,) = plan(book, [reading(later)]).items
    assert text_of(item_line(item, 79, UNICODE)).rstrip() == (
        " ~ Ann Lee               nickname, company, e-mail, notes · stays: role"
    )
    assert text_of(why_line(item, 79, UNICODE)).rstrip() == "       on the roster, found by identity"
    assert told(item) == [
        "     ✓ Nickname     (empty) -> Annie",
        "     ✓ Company      Blue Kettle -> Red Kettle",
        "     □ Role         stays chief; the file says Lead",
        "     ✓ E-mail       + a@example.com",
        "     ✓ Notes        + likes tea",
    ]
    left = replace(item, differences=tuple(replace(change, taken=False) for change in item.differences))
    assert told(left)[-2:] == [
        "     □ E-mail       not added: a@example.com",
        "     □ Notes        not added: likes tea",
    ]
    assert "added apart" in text_of(item_line(replace(item, apart=True), 79, UNICODE))


def test_somebody_who_stays_the_same_or_archived_is_told_so(book: Book) -> None:
    carry_out(book, plan(book, [reading(ANN)]))
    (same,) = plan(book, [reading(ANN)]).items
    assert text_of(item_line(same, 79, UNICODE)).rstrip() == " = Ann Lee               as it is on the roster"
    people.archive(book, list(book.records.contacts))
    (away,) = plan(book, [reading(replace(ANN, company="Red Kettle"))]).items
    assert text_of(item_line(away, 79, UNICODE)).rstrip() == " ~ Ann Lee               company · archived"
    assert text_of(why_line(replace(away, why=None), 79, UNICODE)).rstrip() == "       on the roster"


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("width", [40, 79, 118])
def test_any_text_keeps_its_row(text: str, width: int) -> None:
    card = Card(name=text, company=text, role=text, notes=text, emails=(text,))
    change = FieldChange(field="company", before=text, after=text, taken=True)
    looks = Shape(kind="", separator=",", headers=(text,), rows=((text,),), fields=("",))
    lines = [
        item_line(Item(card=card), width, UNICODE),
        *(detail_line(each, width, UNICODE) for each in details(Item(card=card))),
        *(detail_line(each._replace(change=change), width, UNICODE) for each in details(Item(card=card))),
        column_line(looks, 0, "name", width, UNICODE),
        *candidate_lines([Candidate(text, text)], "", width, 4, UNICODE),
        *problem_lines([problem(3, text, text)], 2, width),
    ]
    assert max(map(width_of, lines)) <= width
    assert not [line for line in lines if "\n" in text_of(line) and width_of(line) > width]


def test_nobody_found_names_the_key_in_force() -> None:
    assert text_of(nobody_line(1200, Keys({"preview.filter": "f"}))) == "  Nobody of 1,200 fits.  f changes the filter."


# Telling columns


def test_columns_stand_under_their_headings_with_what_they_begin_with() -> None:
    looks = Shape(kind="", separator=";", headers=("Mitglied", ""), rows=(("Ann", "1"), ("", "2")), fields=("name", ""))
    assert texts([title_line(79)]) == [" Column               Holds            Begins with"]
    assert texts([column_line(looks, n, looks.fields[n], 79, UNICODE) for n in (0, 1)]) == [
        " Mitglied             whole name       Ann",
        " column 2             –                1 · 2",
    ]


def test_advice_names_what_is_missing() -> None:
    assert text_of(advice_line(("", "phone"), KEYS)) == " In which column are the names?  Enter says what is in one"
    for field in ("name", "first", "email"):
        assert text_of(advice_line(("", field), KEYS)).startswith(" Looks right?  ^s reads the table")


def test_every_field_has_words_and_every_key_is_one_field() -> None:
    assert set(FIELD_WORDS) == set(FIELDS)
    assert set(FIELD_KEYS.values()) <= set(FIELDS)
    assert NOTHING not in FIELD_KEYS
    assert len(set(FIELD_KEYS.values())) == len(FIELD_KEYS)

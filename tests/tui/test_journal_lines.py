"""The lines of the journal and of a batch: plain functions with plain results."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Conversation, Debrief, Participant
from netpractice.domain.search import parse_query
from netpractice.practice.batch import read_batch
from netpractice.practice.book import Book
from netpractice.practice.journal import Month, journal, month
from netpractice.practice.talk_view import TalkRow, entry
from netpractice.tui.screens import batch_lines, journal_lines
from netpractice.tui.screens.found import found_in
from netpractice.tui.theme import ASCII, UNICODE
from netpractice.tui.widgets.lines import Line, text_of, width_of
from tests.journeys.user import TODAY, opened


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    with closing(opened(data)) as book:
        book.change("met", put=[book.new(Contact, name=name) for name in ("Ann Lee", "Ann Moss", "Bo Kim")])
        yield book


def texts(lines: Iterator[Line] | tuple[Line, ...]) -> list[str]:
    return [text_of(line).rstrip() for line in lines]


def table(book: Book, text: str, *, here: int = 1, width: int = 79) -> list[str]:
    return texts(batch_lines.table_of(read_batch(book, text), here, TODAY, width, UNICODE).lines)


def test_days_are_named_as_one_thinks_of_them() -> None:
    assert texts((journal_lines.day_line(TODAY, TODAY),)) == [" Sun 22 Nov  today"]
    assert texts((journal_lines.day_line(date(2026, 11, 21), TODAY),)) == [" Sat 21 Nov  yesterday"]
    assert texts((journal_lines.day_line(date(2025, 11, 21), TODAY),)) == [" Fri 21 Nov 2025"]


@pytest.mark.parametrize("width", [20, 40, 60, 78, 118])
def test_a_line_of_a_talk_fits_its_width(width: int) -> None:
    row = TalkRow("Ann Lee, Bo Kim and everybody else there was", "the train to the coast", "Kites " * 20)
    line = journal_lines.talk_line(row, parse_query("kites"), width, UNICODE)
    assert width_of(line) <= width
    assert any(span.tone == "found" for span in line) or width < 40


def test_what_was_looked_for_stands_out_by_its_field() -> None:
    def found(text: str, query: str, key: str = "") -> list[str]:
        return [span.text for span in found_in(text, parse_query(query), key=key) if span.tone == "found"]

    assert found("Łódź by train, TRAINS", "train lodz") == ["Łódź", "train", "TRAIN"]
    assert found("train", "@train") == []
    assert found("train", "@train", "@") == ["train"]
    assert found("Ann Lee", "who:ann", "who") == ["Ann"]
    assert found("nothing", "") == []


def test_a_talk_is_told_with_its_labels(book: Book) -> None:
    who = (Participant(name="Ann Lee"), Participant(name="a man with a kite"))
    debrief = Debrief(learnt="she paints", talked="them", went=3)
    talk = book.new(
        Conversation, day=TODAY, people=who, setting="train", tags=("hr",), notes="One.\nTwo.", debrief=debrief
    )
    book.change("talked", put=[talk])
    told = entry(book, talk)
    assert journal_lines.entry_title(told) == "Ann Lee, a man with a kite"
    assert texts(journal_lines.entry_lines(told, TODAY, 40, UNICODE)) == [
        " Ann Lee, a man with a kite", " Sun 22 Nov · @train #hr", "", " One.", " Two.", "",
        " Learnt      she paints", " Talked more they did", " How it went went 3 of 4",
    ]  # fmt: skip
    assert journal_lines.entry_text(told, TODAY).splitlines() == [
        "Sun 22 Nov / Ann Lee, a man with a kite / train", "#hr", "One.", "Two.",
        "Learnt: she paints", "Talked more: they did", "How it went: went 3 of 4",
    ]  # fmt: skip


def test_a_month_has_a_dot_on_every_day_with_talks(book: Book) -> None:
    book.change("talked", put=[book.new(Conversation, day=date(2026, 2, 28), notes="x")])
    lines = journal_lines.month_lines(month(book, date(2026, 2, 1)), date(2026, 2, 1), 0, UNICODE)
    assert texts(lines)[:3] == [
        " Mon  Tue  Wed  Thu  Fri  Sat  Sun", "                                1", "  2    3    4    5    6    7    8",
    ]  # fmt: skip
    assert texts(lines)[-1] == " 23   24   25   26   27   28●"
    sunday_first = journal_lines.month_lines(Month(date(2026, 2, 1), (0,) * 28), date(2026, 2, 9), 6, ASCII)
    assert texts(sunday_first)[1] == "  1    2    3    4    5    6    7"
    assert [span.text.strip() for line in sunday_first for span in line if span.tone == "here"] == ["9"]


def test_a_day_in_other_years() -> None:
    rows = [(date(2024, 11, 22), TalkRow("", "gym", "")), (date(2023, 11, 22), TalkRow("Bo", "", "Ferries " * 20))]
    assert texts(journal_lines.other_year_lines(rows, TODAY, 30, UNICODE)) == [
        " 2024 –  gym", " 2023 Bo  Ferries Ferries Fer…",
    ]  # fmt: skip
    assert texts(journal_lines.other_year_lines((), TODAY, 30, UNICODE)) == [" Nothing on 22 Nov in the years before."]


def test_the_title_counts(book: Book) -> None:
    assert journal_lines.journal_title(journal(book), filtered=False, glyphs=UNICODE) == "Journal"
    book.change("talked", put=[book.new(Conversation, day=TODAY, notes="x")])
    assert journal_lines.journal_title(journal(book), filtered=False, glyphs=UNICODE) == "Journal · 1 talk"
    assert journal_lines.journal_title(journal(book, "z"), filtered=True, glyphs=UNICODE) == "Journal · 0 of 1 talk"


def test_a_batch_says_what_each_line_will_be(book: Book) -> None:
    assert table(book, "## Fair / thu / @bar / #hr\nBo / ~likes maps\nIda Berg\nman with a kite / laughed") == [
        "    Who                         Follow up   Read as                      Habits",
        " ## Fair               new      Thu 19 Nov  @bar  #hr",
        "  2 Bo Kim             match    –           learnt likes maps            4",
        "  3 Ida Berg           new      Sat 21 Nov  a talk",
        "  4 man with a kite    no card  –           note",
    ]


def test_a_line_that_cannot_be_read_says_where_and_what_to_do(book: Book) -> None:
    lines = table(book, "Bo / fu someday\nAnn / kites", here=2)
    assert lines[2:4] == [
        "    column 6 \"fu someday\": 'someday' can't be read as a day. Write it like fri,",
        "    3d, 12 dec or 2026-12-12.",
    ]
    assert lines[4].startswith("  2 Ann                ?")
    assert lines[-1] == "    Tab Ann Lee · Ann Moss"
    assert "Tab" not in "".join(table(book, "Bo\nAnn", here=1))


@pytest.mark.parametrize("width", [40, 60, 78, 74, 118])
def test_the_table_fits_its_width(book: Book, width: int) -> None:
    text = (
        "## A very long name of an event in a far away town / thu / @bar\nBo / " + "kites " * 30 + "\nAnn / fu someday"
    )
    lines = batch_lines.table_of(read_batch(book, text), 3, TODAY, width, UNICODE).lines
    assert max(map(width_of, lines)) <= max(width, 58)


def test_the_place_of_a_line_is_that_of_the_nearest_before_it(book: Book) -> None:
    made = batch_lines.table_of(read_batch(book, "Bo\n\n\nIda Berg / fu x\n"), 1, TODAY, 78, UNICODE)
    assert [made.place(number) for number in range(1, 6)] == [1, 1, 1, 2, 2]
    assert batch_lines.table_of(read_batch(book, ""), 1, TODAY, 78, UNICODE).place(1) is None

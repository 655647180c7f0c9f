"""The roster, a card, a form and the pages around them as lines: the very words for every state and width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact, Conversation, Debrief, Favour, FollowUp, Participant, Step
from netpractice.domain.rhythm import CIRCLES
from netpractice.domain.roll import ORDERS, Row
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.merging import merged
from netpractice.practice.person import card
from netpractice.practice.roster import Roster, roster
from netpractice.tui.actions import Keys
from netpractice.tui.actions.roster import ORDER_NAMES
from netpractice.tui.actions.sorting import CIRCLE_KEYS
from netpractice.tui.screens.card_lines import card_lines, card_text, glance_lines
from netpractice.tui.screens.form_lines import label_lines, note_lines
from netpractice.tui.screens.merge_lines import merge_lines
from netpractice.tui.screens.people_lines import CIRCLE_WORDS, near_lines, read_tags, rhythm_lines, tag_lines
from netpractice.tui.screens.roster_lines import (
    columns_for,
    copied,
    empty_lines,
    heading_line,
    nobody_lines,
    roster_title,
    row_line,
    unsorted_line,
)
from netpractice.tui.screens.sorting_lines import circle_lines, person_lines, progress_line
from netpractice.tui.theme import ASCII, UNICODE
from netpractice.tui.widgets.lines import Line, text_of, width_of
from tests.journeys.user import TODAY, opened

DAY = timedelta(days=1)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book without anybody, on a Sunday."""
    with closing(opened(data)) as book:
        yield book


def added(book: Book, name: str, **fields: object) -> Contact:
    """Somebody new on the roster."""
    contact = book.new(Contact, name=name, **fields)
    book.change("add", put=[contact])
    return contact


def talked(book: Book, contact: Contact, days: int, **fields: object) -> None:
    """Write down a conversation so many days ago."""
    person = Participant(name=contact.name, contact=contact.id, circle=contact.circle)
    book.change("talk", put=[book.new(Conversation, day=TODAY - days * DAY, people=(person,), **fields)])


def texts(lines: Sequence[Line]) -> list[str]:
    """The text of lines, without the blanks at their ends."""
    return [text_of(line).rstrip() for line in lines]


def row_of(book: Book, contact: Contact) -> Row:
    """How it stands with somebody."""
    return card(book, contact.id).row


def shown(row: Row, width: int = 79, *, marked: bool = False, ascii_only: bool = False) -> str:
    """The text of a line of the roster."""
    return text_of(row_line(row, TODAY, columns_for(width), ASCII if ascii_only else UNICODE, marked=marked)).rstrip()


@pytest.mark.parametrize(
    ("fields", "days", "line"),
    [
        ({"circle": "warm"}, 5, "  Ann Lee             warm         5 d  ● in 16 d      0:0"),
        ({"circle": "warm"}, 21, "  Ann Lee             warm        21 d  ! today        0:0"),
        ({"circle": "warm"}, 30, "  Ann Lee             warm        30 d  ! 9 d over     0:0"),
        ({"circle": "warm"}, 40, "  Ann Lee             warm        40 d  ▲ reconnect    0:0"),
        ({"circle": "friendly"}, None, "  Ann Lee             friendly       -  ○ new          0:0"),
        ({"resting": True}, 400, "  Ann Lee             new        1.0 y  · resting      0:0"),
        ({"archived": TODAY}, 400, "  Ann Lee             new        1.0 y  – archived     0:0"),
    ],
)  # fmt: skip
def test_every_state_has_a_sign_and_words(book: Book, fields: dict[str, object], days: int | None, line: str) -> None:
    ann = added(book, "Ann Lee", **fields)
    if days is not None:
        talked(book, ann, days)
    assert shown(row_of(book, ann)) == line


def test_a_line_fills_its_width_and_a_narrow_one_says_who_and_when_only(book: Book) -> None:
    row = row_of(book, added(book, "Ann Lee with a name that goes on and on and on"))
    for width in range(30, 200):
        line = row_line(row, TODAY, columns_for(width), UNICODE)
        assert width_of(line) <= width
        assert width_of(heading_line(width, "due")) <= width
        assert "new" in text_of(line)
    assert shown(row, 40) == "  Ann Lee with a name that…  ○ new"
    assert shown(row, 40, marked=True).startswith("✓ ")
    assert shown(row, 40, marked=True, ascii_only=True).startswith("+ ")


def test_a_column_that_people_go_by_stands_out_and_each_can_be_clicked() -> None:
    line = heading_line(79, "last")
    named = {span.text: (span.tone, span.action) for span in line if span.action}
    assert named == {
        "Name": ("muted", "roster.order.name"),
        "Circle": ("muted", "roster.order.circle"),
        "Last": ("capital", "roster.order.last"),
        "Due": ("muted", "roster.order.due"),
        "G:R": ("muted", "roster.order.gave"),
    }
    assert tuple(ORDER_NAMES) == ORDERS


@pytest.mark.parametrize(
    ("found", "total", "due", "marked", "filtered", "title"),
    [
        (0, 0, 0, 0, False, "Roster"),
        (1, 1, 0, 0, False, "Roster · 1 person · by turn"),
        (2000, 2000, 12, 0, False, "Roster · 2,000 people · 12 due · by turn"),
        (3, 2000, 12, 2, True, "Roster · 3 of 2,000 people · 12 due · 2 marked · by turn"),
        (0, 5, 0, 0, True, "Roster · 0 of 5 people · by turn"),
    ],
)
def test_the_title_counts(  # one case a row
    book: Book, found: int, total: int, due: int, marked: int, *, filtered: bool, title: str
) -> None:
    row = row_of(book, added(book, "Ann"))
    view = Roster(rows=(row,) * found, total=total, due=due, trouble="")
    assert roster_title(view, "due", marked, filtered=filtered, glyphs=UNICODE) == title


def test_lines_about_the_list_name_the_keys_in_force(book: Book) -> None:
    keys = Keys({"roster.add": "n", "roster.sorting": "v", "roster.clear": "x"})
    assert texts(empty_lines(keys))[1].startswith("  n adds somebody")
    assert text_of(unsorted_line(1, keys)) == "  1 person's circle is yet to be chosen: v begins a round"
    assert text_of(unsorted_line(2000, keys)).startswith("  2,000 people's circles are")
    assert texts(nobody_lines(roster(book, "x"), keys)) == ["  Everybody is archived.  /archived shows them."]
    added(book, "Ann")
    assert texts(nobody_lines(roster(book, "x"), keys)) == ["  Nobody of 1 fits.  x shows all of them."]


def test_somebody_is_copied_in_one_line(book: Book) -> None:
    ann = added(book, "Ann Lee", company="ACME", role="CTO", emails=("ann@example.org",), circle="warm")
    assert copied((row_of(book, ann),), TODAY) == (
        "Ann Lee / CTO, ACME / warm / last - / new / gave 0, received 0 / ann@example.org"
    )


@pytest.fixture
def ann(book: Book) -> Contact:
    """Somebody with whom there was a lot."""
    by = added(book, "Bo Ek")
    ann = added(
        book, "Ann Lee", company="ACME", role="CTO", circle="warm", how_met="at the coat rack", introduced_by=by.id,
        notes="Likes tea.\nKnows Lisbon.", tags=("hr",), emails=("ann@example.org",),
    )  # fmt: skip
    talked(book, ann, 30, setting="bar", notes="asked about Lisbon", debrief=Debrief(help="read her CV"))
    book.change("gave", put=[book.new(Favour, day=TODAY - 20 * DAY, direction="gave", what="a map", contact=ann.id)])
    book.change("got", put=[
        book.new(Favour, day=date(2025, 3, 1), direction="received", kind="lead", what="a job", contact=ann.id),
        book.new(FollowUp, kind="promise", what="send the talk", opened=TODAY, due=TODAY - DAY, contact=ann.id),
        book.new(
            FollowUp, kind="lead", what="call Cy", opened=TODAY - 9 * DAY, due=TODAY, contact=ann.id,
            steps=(Step(day=TODAY, kind="told", note="no luck"),),
        ),
    ])  # fmt: skip
    return ann


def test_a_glance_says_the_most_in_the_first_lines(book: Book, ann: Contact) -> None:
    assert texts(glance_lines(card(book, ann.id), TODAY, 80, UNICODE)) == [
        " CTO, ACME · met at the coat rack · introduced by Bo Ek",
        " ● in 1 d  last 20 d · every 21 d · warm",
        " ▲ Sat 21 Nov  send the talk",
        " Gave 1 · received 1 · 1 talk",
        " Could help  read her CV",
        " Sun 22 Nov  promise   send the talk",
        " Sun 22 Nov  told      call Cy: no luck",
        " Fri 13 Nov  lead      call Cy",
        " Mon 2 Nov   gave      other: a map",
        " Fri 23 Oct  talk      bar: asked about Lisbon",
        " Sat 1 Mar 2025  received  lead: a job",
    ]


def test_a_card_says_all_in_sections(book: Book, ann: Contact) -> None:
    lines = texts(card_lines(card(book, ann.id), TODAY, 80, UNICODE))
    titles = [line.strip() for before, line in pairwise(lines) if not before]
    assert titles == ["Open", "How I could help", "What they gave", "Card", "Notes", "Timeline"]
    assert " E-mail        ann@example.org" in lines
    assert lines[lines.index(" Notes") + 1 :][:2] == [" Likes tea.", " Knows Lisbon."]
    assert " Sat 1 Mar 2025   received  lead: a job" in lines
    assert card_text("Ann Lee", card_lines(card(book, ann.id), TODAY, 80, UNICODE)).startswith("Ann Lee\n CTO, ACME")


@pytest.mark.parametrize("width", [20, 30, 44, 59, 60, 80, 120, 200])
def test_nothing_on_a_card_is_wider_than_its_room_and_no_word_is_lost(book: Book, ann: Contact, width: int) -> None:
    lines = card_lines(card(book, ann.id), TODAY, width, UNICODE)
    assert all(width_of(line) <= max(width, 40) for line in lines)
    words = " ".join(" ".join(texts(lines)).split())
    for word in ("Lisbon.", "Cy:", "luck", "CV", "rack"):
        assert word in words
    assert all(width_of(line) <= width for line in glance_lines(card(book, ann.id), TODAY, width, UNICODE))


def test_somebody_of_whom_little_is_known_has_a_short_card(book: Book) -> None:
    ann = added(book, "Ann")
    assert texts(card_lines(card(book, ann.id), TODAY, 80, ASCII)) == [
        " o new  not in touch yet | every 14 d | new",
        " Gave 0 | received 0",
        "",
        " Card",
        " Circle        new",
        " Rhythm        every 14 d, as the circle",
    ]


def test_who_may_be_there_already_is_named_while_a_name_is_typed(book: Book) -> None:
    added(book, "Ann Lee", company="ACME", archived=TODAY)
    assert texts(near_lines(book, "", 60)) == ["A name is enough; the rest can come later."]
    assert texts(near_lines(book, "Bo", 60)) == ["A name is enough; the rest can come later."]
    assert texts(near_lines(book, "An", 60)) == ["On the roster: Ann Lee"]
    assert texts(near_lines(book, "ann  LEE", 60))[1] == "  Ann Lee (ACME, new, archived)"
    assert texts(near_lines(book, '"', 60)) == ["A name is enough; the rest can come later."]


def test_a_rhythm_is_told_as_it_is_read(book: Book) -> None:
    ann = added(book, "Ann", circle="friendly")
    assert texts(rhythm_lines(ann, "", 60)) == ["as the circle has it: every 60 days"]
    assert texts(rhythm_lines(None, "circle", 80)) == [
        "as the circle has it: warm 21 d, friendly 60 d, familiar 180 d, new 14 d"
    ]
    assert texts(rhythm_lines(ann, "3 months", 60)) == ["every 90 days"]
    assert texts(rhythm_lines(ann, "resting", 60)) == ["never due, until it is changed"]


@pytest.mark.parametrize(
    ("typed", "on", "off"),
    [
        ("", (), ()),
        ("music, #hr", ("music", "hr"), ()),
        ("#old friends #hr", ("old friends", "hr"), ()),
        ("-hr", (), ("hr",)),
        ("-#hr, music", ("music",), ("hr",)),
    ],
)
def test_tags_are_put_on_or_taken_off(typed: str, on: tuple[str, ...], off: tuple[str, ...]) -> None:
    assert read_tags(typed) == (on, off)


def test_a_lone_minus_takes_nothing_off() -> None:
    with pytest.raises(InputError, match="takes nothing off"):
        read_tags("music, -")


def test_tags_that_are_on_and_in_use_are_named(book: Book) -> None:
    ann, bo = added(book, "Ann", tags=("hr", "music")), added(book, "Bo", tags=("hr",))
    everybody = (ann, bo, added(book, "Cy", tags=("museum",)))
    assert texts(tag_lines((ann, bo), everybody, "mus", 60)) == [
        "Will change  +#mus",
        "On now       #hr (2) #music (1)",
        "In use       #music #museum",
    ]
    assert texts(tag_lines((ann,), everybody, "", 60))[0] == "On now       #hr #music"


def test_labels_leave_room_for_what_is_said_of_a_field() -> None:
    lines = label_lines(["Name", "Circle", "Notes"], [1, 1, 1], 1, 2, frozenset({2}))
    assert texts(lines) == [" Name", " Circle", "", "", " Notes"]
    assert [line[0].tone for line in lines if line] == ["muted", "bright", "late"]


def test_under_a_field_stands_what_is_wrong_or_may_be_meant_or_how_to_write_it() -> None:
    assert texts(note_lines("No such day.", ("a",), "", "12 mar", 60, UNICODE)) == ["No such day."]
    assert texts(note_lines("", (), "", "12 mar", 60, UNICODE)) == ["12 mar"]
    assert texts(note_lines("", CIRCLES, "new", "", 60, UNICODE)) == [
        "Up and down choose: warm  friendly  familiar  new"
    ]
    many = [f"person {n:03}" for n in range(50)]
    line = text_of(note_lines("", many, "person 030", "", 60, UNICODE)[0])
    assert "person 030" in line
    assert line.endswith("…")
    assert len(line) <= 60


def test_two_contacts_and_the_one_that_they_will_be(book: Book) -> None:
    ann, anna = added(book, "Ann Lee", company="ACME", notes="tea\nmilk"), added(book, "Anna Lee", role="CTO")
    one = merged(book, ann, anna)[0]
    assert isinstance(one, Contact)
    sides = [people.shown(book, each) for each in (ann, anna, one)]
    assert texts(merge_lines(sides, {"Talks": (1, 2, 3)}, 66, UNICODE)) == [
        "               this one leads   the other        as one",
        " Name          Ann Lee          Anna Lee         Ann Lee",
        " Circle        new              new              new",
        " Rhythm        circle           circle           circle",
        " Company       ACME                              ACME",
        " Role                           CTO              CTO",
        " Notes         tea                               tea",
        "",
        " Talks         1                2                3",
    ]


def test_a_round_shows_how_far_one_has_come_and_who_it_is(book: Book) -> None:
    assert text_of(progress_line(6, 41, 54, UNICODE)) == " 7 of 41  " + "▇" * 4 + "·" * 26
    assert text_of(progress_line(0, 0, 54, ASCII)).startswith(" 0 of 0")
    ann = msgspec.structs.replace(
        added(book, "Ann Lee", company="ACME", role="CTO", emails=("a@example.org",), links=("https://example.org/ann",)),
        notes="one\ntwo", birthday="--03-12", how_met="", tags=("hr",), phones=("+1 314",),
    )  # fmt: skip
    other = added(book, "Ann Li", company="Bits")
    assert texts(person_lines(ann, [other], 60)) == [
        " Ann Lee",
        "           CTO, ACME",
        " E-mail    a@example.org",
        " Phone     +1 314",
        " Links     https://example.org/ann",
        " Birthday  12 Mar",
        " Tags      #hr",
        " Also      Ann Li (Bits)",
        "           one",
        "           two",
    ]


def test_every_circle_has_its_key_and_its_words() -> None:
    assert tuple(CIRCLE_KEYS) == tuple(CIRCLE_WORDS) == CIRCLES
    lines = texts(circle_lines(Keys({"sorting.warm": "a"})))
    assert lines[0] == "  a  warm      likes you and forgives mistakes; every 21 d"
    assert [line.split()[0] for line in lines if line] == ["a", "f", "m", "n", "s", "d", "u"]

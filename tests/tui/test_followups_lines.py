"""Follow-ups, favours and events as lines, to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from netpractice.domain.days import DAY
from netpractice.domain.records import Contact, Event, Favour, FollowUp, FollowUpKind, Step
from netpractice.practice import events, lanes
from netpractice.practice.book import Book
from netpractice.practice.ledger import ledger
from netpractice.tui.actions import Keys
from netpractice.tui.screens import events_lines, favours_lines, followups_lines
from netpractice.tui.theme import ASCII, UNICODE, Glyphs
from netpractice.tui.widgets.lines import Line, text_of, width_of
from tests.journeys.user import TODAY, opened


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book with Ana and follow-ups of every kind and state."""
    with closing(opened(data)) as book:
        ana = book.new(Contact, name="Ana Núñez")

        def opens(what: str, kind: FollowUpKind, due: int, *steps: Step, who: str = ana.id) -> FollowUp:
            """A follow-up of twenty days ago, due so many days from today."""
            return book.new(FollowUp, kind=kind, what=what, contact=who, opened=ago(20), due=ago(-due), steps=steps)

        book.change("wrote", put=[
            ana,
            opens("write a first word", "met", -2),
            opens("ask at the museum about the maps", "lead", 0, who=""),
            opens("call the radio", "lead", 0, Step(day=ago(3), kind="acted", note="rang twice"),
                  Step(day=ago(3), kind="snoozed", until=ago(-4))),
            opens("lend the drum", "help", 5),
            opens("send the book", "promise", 1, Step(day=ago(400), kind="done")),
            opens("old card", "met", 1, Step(day=ago(4), kind="let go", note="no use to either")),
        ])  # fmt: skip
        yield book


def ago(days: int) -> date:
    return TODAY - days * DAY


def texts(lines: Sequence[Line]) -> list[str]:
    return [text_of(line).rstrip() for line in lines]


def shown(book: Book, query: str = "", width: int = 76, glyphs: Glyphs = UNICODE) -> list[str]:
    """The lines of the list that a filter finds."""
    found = lanes.lanes(book, query)
    columns = followups_lines.columns_for(width, closed=bool(found.closed))
    lines = []
    for each in followups_lines.listed(found):
        if isinstance(each, followups_lines.Heading):
            lines.append(followups_lines.heading_line(each))
        else:
            row = lanes.row(book, each) if isinstance(each, FollowUp) else each
            lines.append(followups_lines.row_line(row, TODAY, columns, glyphs))
            assert width_of(lines[-1]) == width
    return texts(lines)


def test_open_ones_stand_in_lanes_and_those_that_are_empty_are_left_out(book: Book) -> None:
    assert shown(book) == [
        " People met  1",
        "  ▲ Ana Núñez             write a first word                      2 d late",
        " Leads  2",
        "  ! ask at the museum about the maps                              today",
        "  ○ Ana Núñez             tell them what came of it: call the r…  in 4 d",
        " Ways to help  1",
        "  ○ Ana Núñez             lend the drum                           in 5 d",
    ]


def test_closed_ones_say_how_and_when(book: Book) -> None:
    assert [line.split()[0] for line in shown(book, "closed")] == ["Closed", "–", "✓"]
    assert shown(book, "closed")[1].endswith("let go 18 Nov")
    assert shown(book, "closed")[2].endswith("done 18 Oct 2025")
    assert [line[2] for line in shown(book, "closed", glyphs=ASCII)[1:]] == ["-", "+"]


@pytest.mark.parametrize("width", [26, 49, 50, 60, 200])
def test_rows_are_as_wide_as_the_list(book: Book, width: int) -> None:
    assert len(shown(book, width=width)) == 7
    assert len(shown(book, "closed", width=width)) == 3


def story(book: Book, what: str, width: int = 60, glyphs: Glyphs = UNICODE) -> list[str]:
    """The story of the follow-up that is about this."""
    followup = next(each for each in book.records.followups.values() if each.what == what)
    row, steps = lanes.row(book, followup), lanes.history(book, followup)
    return texts(followups_lines.story_lines(row, steps, TODAY, width, glyphs, Keys()))


def test_a_story_is_told_with_arrows_and_says_what_comes_next(book: Book) -> None:
    assert story(book, "call the radio") == [
        " tell them what came of it: call the radio",
        " heard 2 Nov → acted 19 Nov: rang twice",
        " Due Thu 26 Nov, in 4 d · Enter: they know what came of it",
    ]
    assert story(book, "call the radio", 40) == [
        " tell them what came of it: call the",
        " radio",
        " heard 2 Nov → acted 19 Nov: rang twice",
        " Due Thu 26 Nov, in 4 d",
        " Enter: they know what came of it",
    ]
    assert story(book, "call the radio", 30)[2:4] == [" heard 2 Nov", " → acted 19 Nov: rang twice"]
    assert story(book, "call the radio", glyphs=ASCII)[1] == " heard 2 Nov > acted 19 Nov: rang twice"


def test_a_closed_story_can_be_opened_again(book: Book) -> None:
    assert story(book, "old card")[-2:] == [
        " met 2 Nov → let go on purpose 18 Nov: no use to either",
        " o: it is open again",
    ]


def test_titles_count(book: Book) -> None:
    title = followups_lines.followups_title
    assert title(lanes.lanes(book), 0, "", filtered=False, glyphs=UNICODE) == "Follow-ups · 4 open · 2 due"
    assert title(lanes.lanes(book, "ana"), 2, "I need nothing", filtered=True, glyphs=UNICODE) == (
        "Follow-ups · 4 open · 2 due · 5 found · 2 marked · I need nothing"
    )


def test_favours_stand_in_columns_and_add_up(book: Book) -> None:
    ana = next(iter(book.records.contacts))
    book.change("wrote", put=[
        book.new(Favour, day=ago(2), direction="gave", what="to Bo", kind="introduction", size="S", contact=ana),
        book.new(Favour, day=ago(60), direction="asked", what="feedback on the page"),
        book.new(Favour, day=ago(360), direction="received", kind="praise", contact=ana),
    ])  # fmt: skip
    found = ledger(book)
    columns = favours_lines.columns_for(76)
    lines = [
        favours_lines.favour_line(each, lanes.name_of(book, each.contact), TODAY, columns, UNICODE)
        for each in found.favours
    ]
    assert {width_of(line) for line in lines} == {76}
    assert [text_of(line).split() for line in lines] == [
        ["20", "Nov", "gave", "Ana", "Núñez", "to", "Bo", "introduction", "S"],
        ["23", "Sep", "asked", "–", "feedback", "on", "the", "pa…"],
        ["27", "Nov", "2025", "received", "Ana", "Núñez", "praise"],
    ]
    assert texts(favours_lines.balance_lines(found, 60, UNICODE)) == [
        "  30 days     1 gave   0 received   0 asked  ████",
        "  90 days     1 gave   0 received   1 asked  ████░░░░",
        " 365 days     1 gave   1 received   1 asked  ████▒▒▒▒░░░░",
        " gave      · · · · · · · · · · · · 1 a week, 13 weeks",
        " asked     · · · · 1 · · · · · · · · a week, 13 weeks",
    ]
    idea = texts(favours_lines.idea_lines(found.ideas, TODAY, 76, UNICODE))
    assert idea[0].endswith("not yet")
    assert idea[-1].startswith(" introduction  bring two people together")
    assert favours_lines.ledger_title(ledger(book, "gave"), filtered=True, glyphs=UNICODE) == "Favours · 1 of 3 favours"


@pytest.mark.parametrize("width", [10, 30, 59, 60, 120])
def test_the_ledger_keeps_its_width(book: Book, width: int) -> None:
    favour = book.new(Favour, day=ago(2), direction="gave", what="x" * 200)
    line = favours_lines.favour_line(favour, "Ana", TODAY, favours_lines.columns_for(width), UNICODE)
    assert width_of(line) == max(width, 24)


def test_an_event_tells_its_mission_and_how_it_was(book: Book) -> None:
    made = book.new(Event, name="Lantern Evening", day=ago(4), place="depot", tags=("maps",), to_meet="one gardener",
                    if_then="If there is a line, then I stand in it.", debrief="Two good talks.")  # fmt: skip
    ahead = book.new(Event, name="Winter Market", day=ago(-9), place="square", to_help="Joost")
    book.change("wrote", put=[made, ahead])
    views = [events.view(book, each.id) for each in (ahead, made)]
    assert texts([events_lines.event_line(each, TODAY, 70, UNICODE) for each in views]) == [
        " ○ Tue 1 Dec        Winter Market        square",
        " ✓ Wed 18 Nov       Lantern Evening      no conversation written down",
    ]
    assert texts(events_lines.event_lines(views[1], 70, Keys())) == [
        " depot #maps",
        " It gave               no conversation written down",
        " How it was            Two good talks.",
        " One to meet           one gardener",
        " If-then               If there is a line, then I stand in it.",
    ]
    assert texts(events_lines.event_lines(views[0], 70, Keys())) == [" square", " One to help           Joost"]
    assert events_lines.events_title(2, 1, UNICODE) == "Events of a year · 1 · 1 ahead"
    assert events_lines.event_text(views[1], TODAY) == (
        "Wed 18 Nov / Lantern Evening / depot / no conversation written down\n"
        "one to meet: one gardener; -\nIf there is a line, then I stand in it.\nTwo good talks."
    )

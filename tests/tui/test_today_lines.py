"""Today as lines: for every state of a day and its week the very words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.days import show_day
from netpractice.domain.habits import HABITS
from netpractice.domain.records import (
    Conversation,
    Debrief,
    Event,
    Favour,
    FollowUp,
    Participant,
    Plan,
    Review,
    Season,
    Settings,
    Step,
)
from netpractice.practice.book import Book
from netpractice.practice.checkin import check_in, toggle_pass, toggle_rest_week
from netpractice.practice.clock import FixedClock
from netpractice.practice.day_notes import day_notes
from netpractice.practice.today import Lately, kept_map, lately, today_view
from netpractice.tui.actions import Keys
from netpractice.tui.screens import looking_back, today_lines
from netpractice.tui.theme import ASCII, UNICODE, Glyphs
from netpractice.tui.widgets.lines import Line, text_of
from tests.journeys.user import TODAY, opened

DAY = timedelta(days=1)
MONDAY = TODAY - 6 * DAY
WEDNESDAY = date(2026, 11, 18)
WIDTH = 80


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book without anything in it, on a Sunday."""
    with closing(opened(data)) as book:
        yield book


def on(data: Path, day: date) -> Book:
    """The book on another day."""
    return opened(data, FixedClock(day))


def texts(lines: Sequence[Line]) -> list[str]:
    """The text of lines, without the blanks at their ends."""
    return [text_of(line).rstrip() for line in lines]


def habits(book: Book, day: date = TODAY, *, glyphs: Glyphs = UNICODE, asking: bool = False) -> list[str]:
    """The text of the six habits on a day."""
    return texts(today_lines.habit_lines(today_view(book, day), WIDTH, glyphs, asking=asking))


def tones(line: Line) -> dict[str, str]:
    """What each word of a line means."""
    return {span.text.strip(): span.tone for span in line if span.text.strip()}


def talk(book: Book, day: date, *names: str, **fields: object) -> None:
    """Write down a conversation with people of the warm circle."""
    people = tuple(Participant(name=name, circle="warm") for name in names)
    book.change("wrote", put=[book.new(Conversation, day=day, people=people, **fields)])


def test_an_empty_book_shows_what_to_do(book: Book) -> None:
    assert habits(book) == [
        "                                                     M T W T F S S  week    run",
        *(f" {h.number} □ {h.name:<14}  {h.hint:<30}  · · · · · · ○      –     –" for h in HABITS),
    ]


def test_every_state_of_a_habit_has_its_glyph_and_words(book: Book) -> None:
    book.change("planned", put=[book.new(Plan, start=MONDAY - 700 * DAY, targets={"give": 0, "listen": 1})])
    check_in(book, MONDAY - 20 * DAY, ticks=["warm"])
    talk(book, TODAY, "Ann", "Bo", "Cy", setting="bar")
    talk(book, TODAY, "Di")
    check_in(book, TODAY, ticks=["listen"], attitude=2)
    assert habits(book) == [
        "                                                     M T W T F S S  week    run",
        " 1 ■ Start warm      a talk with Di +1               · · · · · · ◉    1/2     –",
        " 2 ■ Anywhere        bar with Ann, Bo and 1 more     · · · · · · ◉    1/2     –",
        " 3 ■ Show up open    attitude 2, so-so               · · · · · · ◉    1/4     –",
        " 4 ✓ Listen to help  ticked by hand                  · · · · · · ◉    1/1   1 w",
        " 5 □ Follow through  nothing due, it rests           · · · · · · ○      –     –",
        " 6 – Give first      paused by the plan              · · · · · · ○      –     –",
    ]
    ascii_only = habits(book, glyphs=ASCII)
    assert [line[3] for line in ascii_only[1:]] == ["#", "#", "#", "x", "_", "-"]
    assert all(line.isascii() for line in ascii_only)


def test_favours_and_follow_ups_tell_what_they_were(book: Book) -> None:
    done = Step(day=TODAY, kind="told")
    due = book.new(FollowUp, kind="lead", what="ask at the museum", opened=MONDAY, due=TODAY, steps=(done,))
    late = book.new(FollowUp, kind="promise", what="send the map", opened=MONDAY, due=TODAY - DAY)
    gift = book.new(Favour, day=TODAY, direction="gave", kind="introduction", what="Ann to Bo")
    book.change("wrote", put=[due, late, gift])
    lines = habits(book)
    assert lines[5] == " 5 ■ Follow through  told: ask at the museum         · · · · · · ◉    1/2     –"
    assert lines[6] == " 6 ■ Give first      introduction: Ann to Bo         · · · · · · ◉    1/2     –"


def test_the_week_is_told_by_dots(data: Path) -> None:
    with closing(on(data, WEDNESDAY)) as book:
        check_in(book, MONDAY, ticks=["warm"])
        toggle_pass(book, MONDAY + DAY)
        assert habits(book, WEDNESDAY)[1].endswith("● – ○            1/2     –")
        assert habits(book, MONDAY)[1].endswith("◉ – ·            1/2     –")
        check_in(book, WEDNESDAY, ticks=["warm"])
        assert habits(book, WEDNESDAY)[1].endswith("● – ◉            2/2   1 w")


def test_a_week_may_begin_on_another_day(book: Book) -> None:
    book.change("set", put=[book.new(Settings, week_start=6)])
    check_in(book, TODAY, ticks=["warm"])
    lines = habits(book)
    assert lines[0].endswith("S M T W T F S  week    run")
    assert lines[1].endswith("◉                1/2     –")


@pytest.mark.parametrize(("today", "kept", "words"), [
    (MONDAY, (), "2 more, 7 days left"),
    (TODAY - DAY, (), "tight: 2 more in 2 days"),
    (TODAY, (MONDAY,), "tight: 1 more in 1 day"),
    (TODAY, (), "out of reach this week"),
    (WEDNESDAY, (MONDAY, MONDAY + DAY), "met this week"),
])  # fmt: skip
def test_the_margin_is_told_in_words(data: Path, today: date, kept: Sequence[date], words: str) -> None:
    with closing(on(data, today)) as book:
        check_in(book, MONDAY - 10 * DAY, ticks=["warm"])
        for day in kept:
            check_in(book, day, ticks=["warm"])
        assert f" 1 □ Start warm      {words:<30}  " in habits(book, today)[1]


def test_a_rest_week_asks_for_nothing(book: Book) -> None:
    check_in(book, MONDAY - 10 * DAY, ticks=["warm"])
    toggle_rest_week(book, TODAY)
    view = today_view(book, TODAY)
    assert habits(book)[1] == " 1 □ Start warm      a rest week                     · · · · · · ○      –     –"
    assert today_lines.day_title(view, UNICODE) == "Six habits · a rest week"
    assert texts(today_lines.week_lines(view, WIDTH, UNICODE))[0].startswith(" – a rest week  ")


def test_the_question_stands_in_the_row_of_its_habit(book: Book) -> None:
    view = today_view(book, TODAY)
    row = today_lines.habit_lines(view, WIDTH, UNICODE, asking=True)[3]
    assert text_of(row).startswith(" 3 □ Show up open    0 closed to 4 wide open ")
    assert tones(row)["Show up open"] == "bright"
    assert tones(row)["0 closed to 4 wide open"] == "open"


@pytest.mark.parametrize("level", range(5))
def test_every_attitude_has_a_word(book: Book, level: int) -> None:
    check_in(book, TODAY, attitude=level)
    word = ("closed", "guarded", "so-so", "open", "wide open")[level]
    assert f"attitude {level}, {word}  " in habits(book)[3]


@pytest.mark.parametrize("width", [0, 20, 49, 50, 60, 79, 80, 200])
def test_columns_stand_whatever_the_width(book: Book, width: int) -> None:
    talk(book, TODAY, "somebody with a name that is really much too long for any column " * 3)
    lines = today_lines.habit_lines(today_view(book, TODAY), width, UNICODE)
    assert {len(text_of(line)) for line in lines} == {max(width, 50)}


def test_a_run_of_many_weeks_fits_its_column(book: Book) -> None:
    for week in range(150):
        check_in(book, MONDAY - week * 7 * DAY, ticks=["warm"])
        check_in(book, MONDAY - week * 7 * DAY + DAY, ticks=["warm"])
    assert habits(book)[1].endswith("  2/2 150 w")


def test_the_week_is_told_by_its_score_and_a_bar(book: Book) -> None:
    for n in range(7, 21):
        check_in(book, TODAY - n * DAY, ticks=["warm", "anywhere", "listen", "give"], attitude=3)
    check_in(book, TODAY, ticks=["warm", "anywhere"])
    view = today_view(book, TODAY)
    assert texts(today_lines.week_lines(view, WIDTH, UNICODE)) == [
        " 20 / 100  ▇▇▇▇················  was 100",
        " Kept 8 of 14 days   run 1   best 14",
    ]
    assert texts(today_lines.week_lines(view, 30, ASCII))[0] == " 20 / 100  ==.......  was 100"
    assert texts(today_lines.week_lines(view, 10, ASCII))[0] == " 20 / 100    was 100"


def test_a_run_that_waits_for_today_says_so(book: Book) -> None:
    check_in(book, TODAY - DAY, ticks=["warm"])
    run = texts(today_lines.week_lines(today_view(book, TODAY), WIDTH, UNICODE))[1]
    assert run == " Kept 1 of 14 days   run 1 (today is open)   best 1"


def test_a_week_without_a_score_shows_none(book: Book) -> None:
    line = texts(today_lines.week_lines(today_view(book, TODAY), WIDTH, UNICODE))[0]
    assert line == " – no score yet  ····················"


def test_the_lines_of_the_day_stand_with_their_keys(book: Book) -> None:
    assert texts(today_lines.page_lines(today_view(book, TODAY), None, WIDTH, UNICODE, Keys())) == [
        " i Intention  What do you mean to do today?",
        " e Evening    How did it go?",
    ]
    talk(book, TODAY - DAY, debrief=Debrief(try_next="ask one more"))
    check_in(book, TODAY, intention="listen", reflection="it went well, all in all")
    lines = today_lines.page_lines(today_view(book, TODAY), None, 30, UNICODE, Keys())
    assert texts(lines) == [
        " i Intention  listen",
        " e Evening    it went well, a…",
        "   Try next   ask one more",
    ]
    assert [span.action for span in lines[0]] == ["today.intention"] * 3


def test_what_to_keep_in_mind_stands_under_the_lines_of_the_day(book: Book) -> None:
    there = book.new(Event, day=TODAY, name="Lantern Evening", place="depot", to_help="Bo", to_reconnect="Chloé",
                     if_then="If there is a line, then I stand in it.")  # fmt: skip
    left = book.new(Review, day=MONDAY - DAY, lesson="Chairs help.", if_then="If I wait, then I ask.")
    book.change("wrote", put=[there, left, book.new(Season, start=MONDAY, need="a client")])
    talk(book, MONDAY, debrief=Debrief(try_next="ask one more"))

    def shown(day: date, width: int = WIDTH) -> list[str]:
        lines = today_lines.page_lines(today_view(book, day), day_notes(book, day), width, UNICODE, Keys())
        return texts(lines)[2:]

    assert shown(TODAY) == [
        "   Event      Lantern Evening, depot · help Bo · reconnect with Chloé",
        "   If-then    If I wait, then I ask.",
        "   There      If there is a line, then I stand in it.",
        "   Try next   ask one more",
    ]
    assert shown(TODAY, 30)[0] == "   Event      Lantern Evening…"
    assert shown(MONDAY) == [
        "   If-then    If I wait, then I ask.",
        "   Lesson     Chairs help.",
        "   Try next   ask one more",
    ]
    assert today_lines.page_title(day_notes(book, TODAY), UNICODE) == "The day · I need: a client"
    assert today_lines.page_title(day_notes(book, MONDAY - DAY), UNICODE) == "The day"
    assert today_lines.page_title(None, UNICODE) == "The day"


def test_the_title_tells_the_day_and_its_pass(book: Book) -> None:
    assert today_lines.day_title(today_view(book, TODAY), UNICODE) == "Six habits"
    assert today_lines.day_title(today_view(book, MONDAY), ASCII) == "Six habits | Mon 16 Nov | l goes on"
    toggle_pass(book, MONDAY)
    title = today_lines.day_title(today_view(book, MONDAY), UNICODE)
    assert title == "Six habits · Mon 16 Nov · l goes on · a pass, 1 more this month"
    toggle_pass(book, TODAY)
    assert today_lines.day_title(today_view(book, TODAY), UNICODE) == "Six habits · a pass, no more this month"


def test_the_smallest_screen_shows_the_states_and_asks_for_room(book: Book) -> None:
    check_in(book, TODAY, ticks=["warm"], attitude=1)
    assert texts(today_lines.plain_lines(today_view(book, TODAY), UNICODE)) == [
        "1 ✓ Start warm",
        "2 □ Anywhere",
        "3 ■ Show up open",
        "4 □ Listen to help",
        "5 □ Follow through",
        "6 □ Give first",
        "widen to 80x24 for the full view",
    ]


def test_half_a_year_is_a_strip_with_a_column_a_week(data: Path) -> None:
    with closing(on(data, WEDNESDAY)) as book:
        check_in(book, MONDAY, ticks=["warm"])
        check_in(book, MONDAY + DAY, ticks=["warm", "anywhere", "listen"])
        check_in(book, MONDAY - 7 * DAY, ticks=["warm", "anywhere", "listen", "give", "follow"], attitude=4)
        check_in(book, MONDAY - 6 * DAY, ticks=["warm", "anywhere", "listen", "give"])
        lines = texts(looking_back.heat_lines(kept_map(book, WEDNESDAY), today_view(book, WEDNESDAY), UNICODE))
    assert lines == [
        "     J         J       A         S       O       N",
        " M · · · · · · · · · · · · · · · · · · · · · · · · █ ░",
        " T · · · · · · · · · · · · · · · · · · · · · · · · ▓ ▒",
        " W · · · · · · · · · · · · · · · · · · · · · · · · · ·",
        " T · · · · · · · · · · · · · · · · · · · · · · · · ·",
        " F · · · · · · · · · · · · · · · · · · · · · · · · ·",
        " S · · · · · · · · · · · · · · · · · · · · · · · · ·",
        " S · · · · · · · · · · · · · · · · · · · · · · · · ·",
    ]


def test_the_latest_talks_and_one_of_a_year_ago_are_listed(book: Book) -> None:
    talk(book, TODAY - 366 * DAY, "Ann Lee", notes="the museum\nopens late")
    talk(book, TODAY - 2 * DAY, "Bo", "Cy", debrief=Debrief(learnt="sails on Sundays"))
    talk(book, TODAY - DAY, setting="queue at the bakery, long")
    lines = texts(looking_back.lately_lines(lately(book, TODAY), 50, UNICODE))
    assert lines == [
        " Sat queue at the bakery… queue at the bakery, lo…",
        " Fri Bo, Cy sails on Sundays",
        "",
        " A year ago",
        " Fri Ann Lee the museum opens late",
    ]
    assert show_day(TODAY - 366 * DAY) == "Fri 21 Nov"


def test_without_talks_their_place_is_named() -> None:
    nothing = Lately(talks=(), year_ago=None)
    assert texts(looking_back.lately_lines(nothing, 50, UNICODE)) == [" Conversations will stand here."]


def test_the_lines_to_come_fit_60_columns() -> None:
    for make in (today_lines.first_steps, today_lines.nothing_due, today_lines.pick_to_come):
        lines = make(Keys())
        assert max(len(text_of(line)) for line in lines) <= 60


def test_a_changed_key_is_the_one_that_is_shown() -> None:
    keys = Keys({"import": "w", "quit": "ctrl+w", "go.roster": "f6"})
    assert texts(today_lines.first_steps(keys))[1].startswith(" w brings in people")
    assert texts(today_lines.first_steps(keys))[2] == " Just looking? Leave with ^w and run netpractice demo."
    assert texts(today_lines.pick_to_come(keys))[1] == " F6 shows whose turn it is."

"""The scorecard as lines: for every state of a cell, a day and a week the very words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import Conversation, Debrief, FollowUp, HabitKey, Participant, Plan, RestWeek, Step
from netpractice.practice import checkin, plan
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.grid import card, grid, week_why
from netpractice.practice.today import kept_map
from netpractice.tui.screens import scorecard_lines as lines
from netpractice.tui.screens import why_lines
from netpractice.tui.theme import ASCII, UNICODE, Glyphs, Tone
from netpractice.tui.widgets.lines import Line, text_of
from tests.journeys.user import TODAY, opened

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONDAY = date(2026, 11, 16)
WIDTH = 80


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book without anything in it, on a Sunday."""
    with closing(opened(data)) as book:
        yield book


def texts(shown: Sequence[Line]) -> list[str]:
    """The text of lines, without the blanks at their ends."""
    return [text_of(line).rstrip() for line in shown]


def over_weeks(
    book: Book, *, count: int = 4, at: tuple[int, int] = (0, 3), glyphs: Glyphs = UNICODE
) -> tuple[Line, ...]:
    """The grid over a few weeks."""
    return lines.Grid(card(book, count), glyphs).lines(at, WIDTH)


def tones(line: Line, text: str) -> list[Tone]:
    """The tones of the spans of a line that hold a text."""
    return [span.tone for span in line if text in span.text]


def practise(book: Book) -> None:
    """Three weeks: much, little, and the running one; the week before the last rests."""
    for n in range(4):
        checkin.tick(book, "give", MONDAY - 3 * WEEK + n * DAY)
        checkin.set_attitude(book, MONDAY - 3 * WEEK + n * DAY, 3)
    book.change("rest", put=[book.new(RestWeek, day=MONDAY - 2 * WEEK)])
    checkin.tick(book, "give", MONDAY - WEEK)
    checkin.set_attitude(book, MONDAY - WEEK, 2)
    checkin.tick(book, "listen", MONDAY)


def test_an_empty_book_has_no_cell_and_no_number(book: Book) -> None:
    shown = texts(over_weeks(book))
    assert shown == [
        " " * 21 + "Nov",
        " " * 18 + "26 02 09 16   done score strength  run",
        *(f" {h.number} {h.name:<15}{'':12}     –     –        –    –" for h in HABITS),
        "   week" + " " * 43 + "–",
    ]


def test_credit_in_five_steps_dash_for_rest_and_what_was_done(book: Book) -> None:
    practise(book)
    assert texts(over_weeks(book, at=(0, 3))) == [
        "                     Nov",
        "                  26 02 09 16   done score strength  run",
        " 1 Start warm     ·  –  ·  0     0/2     0        0    –",
        " 2 Anywhere       ·  –  ·  ·     0/2     0        0    –",
        " 3 Show up open   ██ –  ░░ ·     0/4     0       59    –",
        " 4 Listen to help ·  –  ·  ▒▒    1/2    50        0    –",
        " 5 Follow through –  –  –  –       –     –        –    –",
        " 6 Give first     ██ –  ▒▒ ·     0/2     0       73    –",
        "   week           40 –  15 10           10       26",
    ]


def test_with_ascii_glyphs_every_step_is_told_apart(book: Book) -> None:
    practise(book)
    rows = texts(over_weeks(book, glyphs=ASCII))
    assert rows[4].startswith(" 3 Show up open   @@ -  -- .")
    assert rows[5].startswith(" 4 Listen to help .  -  .  ++")
    assert all(row.isascii() for row in rows)


def test_the_cell_under_the_cursor_stands_out_and_its_week_fills_the_columns(book: Book) -> None:
    practise(book)
    shown = over_weeks(book, at=(5, 2))
    assert [span.text for span in shown[7] if span.tone == "here"] == ["50"]
    assert tones(shown[1], "09") == ["bright"]
    assert tones(shown[1], "16") == ["muted"]
    assert text_of(shown[7]).split()[-4:-2] == ["1/2", "50"]
    assert [span.text for span in over_weeks(book, at=(6, 0))[8] if span.tone == "here"] == ["40"]


def test_a_whole_week_is_drawn_whole_for_100_takes_three_cells(book: Book) -> None:
    for habit in HABITS:
        for n in range(habit.target):
            checkin.tick(book, habit.key, MONDAY + n * DAY)
    whole = over_weeks(book, at=(0, 3))[2]
    assert [span.text for span in whole if span.tone == "here"] == ["100"]
    assert text_of(whole).startswith(" 1 Start warm              100   2/2")
    last = text_of(over_weeks(book)[8])
    assert last.startswith("   week                    ██ ")
    assert last.split()[2:] == ["100", "–"]


def test_the_grid_is_cut_where_it_is_narrow(book: Book) -> None:
    narrow = lines.Grid(card(book, 12), UNICODE).lines((0, 11), 60)
    assert {len(text_of(line)) <= 60 for line in narrow} == {True}
    assert (lines.weeks_in(60), lines.weeks_in(80), lines.weeks_in(118)) == (12, 12, 24)


@pytest.mark.parametrize(
    ("x", "y", "cell"),
    [
        (18, 2, (0, 0)), (20, 2, (0, 0)), (21, 2, (0, 1)), (53, 8, (6, 11)), (17, 2, None), (54, 2, None),
        (30, 1, None), (30, 9, None),
    ],
)  # fmt: skip
def test_a_place_in_the_grid_is_a_cell(x: int, y: int, cell: tuple[int, int] | None) -> None:
    assert lines.cell_at(x, y, 12) == cell


def summary(book: Book, key: HabitKey, week: date = MONDAY) -> str:
    """What stands over the days of a cell."""
    return text_of(why_lines.why_summary(week_why(book, key, week), book.standing.run(key).longest, UNICODE)).strip()


def test_the_summary_says_what_was_done_and_what_is_missing(book: Book) -> None:
    practise(book)
    assert summary(book, "give", MONDAY - WEEK) == "1 of 2 days · credit 50 · 1 short of the plan · best run 1 w"
    assert summary(book, "give", MONDAY - 3 * WEEK) == "4 of 2 days · credit 100 · best run 1 w"
    assert summary(book, "listen") == "1 of 2 days · credit 50 · tight: 1 more in 1 day"
    assert summary(book, "follow") == "nothing due, it rests and leaves the mean"
    assert summary(book, "give", MONDAY - 2 * WEEK) == "a rest week, not scored · best run 1 w"
    assert summary(book, "warm", MONDAY - 9 * WEEK) == "nothing was written down by then"
    checkin.tick(book, "follow", MONDAY)
    assert summary(book, "follow") == "kept, with nothing due · credit 100 · met this week · best run 1 w"
    plan_of = book.new(Plan, start=MONDAY, targets={"warm": 0})
    book.change("plan", put=[plan_of])
    assert summary(book, "warm") == "paused by the plan, it leaves the mean"


def test_in_an_empty_book_the_running_week_is_about_to_begin(book: Book) -> None:
    assert summary(book, "warm") == "what you write down begins your first week"
    assert (
        texts(why_lines.score_lines(grid(book, 1)[0], UNICODE))[-1]
        == " no score: what you write down begins your first week"
    )


def test_each_day_says_its_state_and_every_row_behind_it(data: Path) -> None:
    with closing(opened(data, FixedClock(MONDAY + 4 * DAY))) as book:
        ana = Participant(name="Ana Sample", circle="warm")
        talks = [
            book.new(Conversation, day=MONDAY, people=(ana,), setting=place, debrief=Debrief(learnt="x"))
            for place in ("gym", "train")
        ]
        book.change("talks", put=talks)
        checkin.tick(book, "warm", MONDAY + DAY)
        checkin.toggle_pass(book, MONDAY + 3 * DAY)
        why = week_why(book, "warm", MONDAY)
        shown = [row for day in why.days for row in texts(why_lines.day_lines(day, 60, UNICODE))]
        assert shown == [
            " Mon 16 Nov ■ train with Ana Sample                 journal",
            "            ■ gym with Ana Sample                   journal",
            " Tue 17 Nov ✓ ticked by hand",
            " Wed 18 Nov ·",
            " Thu 19 Nov – a pass, 1 more this month",
            " Fri 20 Nov ·",
            " Sat 21 Nov   still ahead",
            " Sun 22 Nov   still ahead",
        ]
        assert [len(why_lines.behind(day)) for day in why.days] == [2, 1, 1, 1, 1, 1, 1]
        assert why_lines.why_title(why, book.today) == "Why 1 Start warm, this week, Mon 16 Nov on"


def test_the_score_is_explained_as_the_mean_of_the_credits(book: Book) -> None:
    practise(book)
    late = book.new(FollowUp, kind="promise", opened=MONDAY, due=MONDAY + DAY, what="a")
    done = [
        book.new(
            FollowUp, kind="promise", opened=MONDAY, due=MONDAY + DAY, what=what, steps=(Step(day=TODAY, kind="done"),)
        )
        for what in "bc"
    ]
    book.change("promises", put=[late, *done])
    assert texts(why_lines.score_lines(grid(book, 1)[0], UNICODE)) == [
        " 1 Start warm          0  0/2",
        " 2 Anywhere            0  0/2",
        " 3 Show up open        0  0/4",
        " 4 Listen to help     50  1/2",
        " 5 Follow through   66.7  2/3",
        " 6 Give first          0  0/2",
        " (0 + 0 + 0 + 50 + 66.7 + 0) / 6 = 19 so far",
    ]
    assert texts(why_lines.score_lines(grid(book, 3)[0], UNICODE)) == [
        " A rest week: it isn't scored, and the weekly run goes on over it."
    ]


def test_the_bars_stand_under_their_weeks_and_the_one_looked_at_stands_out(book: Book) -> None:
    practise(book)
    shown = lines.bar_lines(grid(book, 4), 0, UNICODE)
    assert texts(shown) == [
        "             100",
        "              80",
        "              60",
        "              40  ██",
        "              20  ██ ·  ██ ██",
        "                  40 –  15 10",
    ]
    assert [(span.text.split(), span.tone) for span in shown[4][1:]] == [
        (["██"], "bright"), (["·"], "muted"), (["██", "██"], "done"),
    ]  # fmt: skip


def test_the_year_begins_with_the_first_week_and_leaves_days_ahead_blank(data: Path) -> None:
    with closing(opened(data, FixedClock(date(2028, 3, 1)))) as book:
        for day in (date(2028, 2, 14), date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)):
            checkin.tick(book, "give", day)
        for habit in HABITS[:5]:
            checkin.tick(book, habit.key, date(2028, 2, 29))
        days = [book.standing.this_week - n * WEEK for n in reversed(range(4))]
        shown = texts(lines.year_lines(kept_map(book, book.today, 4), days, book.standing.first_week, 40, UNICODE))
        assert shown == [
            "    F",
            " M    ░ · ░",
            " T    · · █",
            " W    · · ░",
            " T    · ·",
            " F    · ·",
            " S    · ·",
            " S    · ·",
        ]


def test_how_a_habit_is_computed_in_plain_words(book: Book) -> None:
    said = " ".join(" ".join(texts(why_lines.about_lines(HABIT["follow"], "All that is due.", 60))).split())
    for words in (
        "Plan All that is due.",
        "Credit follow-ups closed / due; kept with nothing due: 1",
        "Score the mean of the credits, times 100; what rests or is paused leaves it",
        "Strength the mean of finished weeks, each weighing half as much 4 weeks later",
    ):
        assert words in said
    rows = why_lines.about_lines(HABIT["warm"], plan.says(book, "warm", 2), 54)
    assert len(rows) <= 15, "it fits beside the days at 120x40"
    assert " Plan     2 days a week, as planned." in texts(rows)


def test_below_60x16_the_week_is_a_plain_list(book: Book) -> None:
    practise(book)
    assert texts(lines.plain_lines(grid(book, 1)[0], 3, UNICODE)) == [
        "1 Start warm     0/2",
        "2 Anywhere       0/2",
        "3 Show up open   0/4",
        "4 Listen to help 1/2",
        "5 Follow through –",
        "6 Give first     0/2",
        "2026-W47, score 10 so far",
        "widen to 80x24 for the full view",
    ]

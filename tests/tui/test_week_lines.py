"""The week as lines: for every state of a week, its traps and its review the very words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Conversation, Debrief, Favour, FollowUp, Participant, RestWeek, Step
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.grid import grid
from netpractice.practice.guided import stops
from netpractice.practice.review import finish, review, write
from netpractice.tui.actions import Keys
from netpractice.tui.screens import guided_lines, week_lines, week_panels
from netpractice.tui.theme import ASCII, UNICODE, Glyphs
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


def head(book: Book, week: date = MONDAY, width: int = WIDTH, glyphs: Glyphs = UNICODE) -> list[str]:
    return texts(week_lines.head_lines(review(book, week), width, glyphs))


def practise(book: Book) -> None:
    """A quiet last week and a fuller running one."""
    for key in ("give", "warm"):
        checkin.tick(book, key, MONDAY - WEEK)
    for n in range(2):
        checkin.tick(book, "warm", MONDAY + n * DAY)
    checkin.tick(book, "listen", MONDAY)
    for n in range(3):
        checkin.set_attitude(book, MONDAY + n * DAY, 2 + n % 2)
    late = book.new(FollowUp, kind="promise", opened=MONDAY, due=MONDAY + DAY, what="send the slides")
    told = book.new(
        FollowUp, kind="lead", opened=MONDAY, due=TODAY, what="the press", steps=(Step(day=TODAY, kind="told"),)
    )
    book.change("followups", put=[late, told])


def test_an_empty_book_says_what_keeps_each_habit(book: Book) -> None:
    assert head(book) == [
        " – no score yet   run –   kept 0 of 14",
        " 1 Start warm      – someone who likes you",
        " 2 Anywhere        – a queue, a train, a bar",
        " 3 Show up open    – 3, then 0-4: how open?",
        " 4 Listen to help  – learnt, or could help",
        " 5 Follow through  – nothing due, it rests",
        " 6 Give first      – a favour; small counts",
    ]


def test_the_running_week_with_difference_and_margin(book: Book) -> None:
    practise(book)
    assert head(book) == [
        " 46 / 100 so far  ▲ 26 on the week before   run 1 d   kept 5 of 14",
        " 1 Start warm      ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ 2/2   ▲1   met this week",
        " 2 Anywhere        ···················· 0/2   =    out of reach this week",
        " 3 Show up open    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇····· 3/4   ▲3   tight: 1 more in 1 day",
        " 4 Listen to help  ▇▇▇▇▇▇▇▇▇▇·········· 1/2   ▲1   tight: 1 more in 1 day",
        " 5 Follow through  ▇▇▇▇▇▇▇▇▇▇·········· 1/2        1 open, due by today",
        " 6 Give first      ···················· 0/2   ▼1   out of reach this week",
    ]


def test_a_week_that_is_over_has_no_margin_and_less_is_no_fault(book: Book) -> None:
    practise(book)
    lines = week_lines.head_lines(review(book, MONDAY - WEEK), WIDTH, UNICODE)
    assert texts(lines)[:2] == [
        " 20 / 100   run 1 d   kept 5 of 14",
        " 1 Start warm      ▇▇▇▇▇▇▇▇▇▇·········· 1/2",
    ]
    fewer = week_lines.head_lines(review(book, MONDAY), WIDTH, UNICODE)[6]
    assert [span.tone for span in fewer if "▼" in span.text] == ["muted"]
    assert not any(span.tone == "late" for line in (*lines, fewer) for span in line)


def test_a_rest_week_and_passes_are_named(book: Book) -> None:
    practise(book)
    checkin.toggle_pass(book, TODAY - DAY)
    book.change("rest", put=[book.new(RestWeek, day=MONDAY)])
    shown = head(book)
    assert shown[0] == " – a rest week, not scored   run 1 d   kept 5 of 14   1 pass"
    assert shown[1] == " 1 Start warm      – at rest"


def test_narrow_and_ascii(book: Book) -> None:
    practise(book)
    assert all(len(row) <= 60 for row in head(book, width=60))
    assert " 1 Start warm      ======" in head(book, glyphs=ASCII)[1]
    assert all(row.isascii() for row in head(book, glyphs=ASCII))


def test_the_title_tells_when_a_week_was_reviewed(book: Book) -> None:
    assert week_lines.week_title(review(book, MONDAY), TODAY, UNICODE) == "2026-W47, Mon 16 Nov to Sun 22 Nov 2026"
    finish(book, MONDAY, "# page")
    title = week_lines.week_title(review(book, MONDAY), TODAY, UNICODE)
    assert title == "2026-W47, Mon 16 Nov to Sun 22 Nov 2026 · reviewed Sun 22 Nov"


def trapped(book: Book) -> None:
    """Somebody in the pile and somebody left without a word."""
    mia, leo = (book.new(Contact, name=name) for name in ("Mia Met", "Leo With A Rather Long Name"))
    met = book.new(FollowUp, kind="met", contact=mia.id, opened=TODAY - 20 * DAY, due=TODAY - 18 * DAY)
    gave = book.new(Favour, day=TODAY - 30 * DAY, direction="received", contact=leo.id, what="a tent")
    book.change("all", put=[mia, leo, met, gave])


def test_gauges_come_first_then_the_rows_behind_them(book: Book) -> None:
    trapped(book)
    targets = week_lines.trap_targets(review(book, MONDAY))
    assert texts([week_lines.trap_line(target, WIDTH, UNICODE) for target in targets]) == [
        " ! Card pile       1 met and not written to, the oldest 20 d",
        " ! Ask and vanish  1 helped you or were asked, then silence; the longest 30 d",
        " ✓ One way         gave 0, asked 0; gave in 0 of 13 weeks",
        "   Card pile       Mia Met met 20 d ago",
        "   Ask and vanish  Leo With A Rather L… helped you 30 d ago: a tent",
    ]
    assert texts([week_lines.trap_line(targets[4], 50, UNICODE)]) == [
        "   Ask and vanish  Leo With A Rather L… helped yo…"
    ]


def test_the_title_of_the_traps_says_what_the_keys_do(book: Book) -> None:
    trapped(book)
    targets = week_lines.trap_targets(review(book, MONDAY))
    assert [week_lines.traps_title(target, Keys(), UNICODE) for target in (None, *targets)] == [
        "Three traps",
        "Three traps · write to them, or let go on purpose",
        "Three traps · tell them what came of it",
        "Three traps",
        "Card pile · Enter I wrote to them · x let it go, on purpose",
        "Ask and vanish · Enter we were in touch · x not for a month",
    ]
    assert week_lines.trap_targets(review(book, MONDAY - 2 * WEEK)) == ()
    assert texts(week_lines.no_traps_lines()) == [
        " The traps are told as they stand now: they are with this week and the last."
    ]


def talked(book: Book) -> None:
    """A talk that went better than expected, in a place."""
    ana = book.new(Contact, name="Ana Sample", circle="warm")
    who = (Participant(name=ana.name, contact=ana.id, circle="warm"),)
    talk = book.new(Conversation, day=TODAY, people=who, setting="gym", debrief=Debrief(expected=1, went=3))
    book.change("talked", put=[ana, talk])


def test_loops_people_places_and_feelings_in_short(book: Book) -> None:
    assert texts(week_panels.told_lines(review(book, MONDAY), WIDTH, UNICODE)) == [
        " Leads, promises, people and places of the week will stand here."
    ]
    practise(book)
    talked(book)
    assert texts(week_panels.told_lines(review(book, MONDAY), WIDTH, UNICODE)) == [
        " 1 lead: 1 told · 1 promise due: 0 kept, 0 in time",
        " in touch with 1 person, 1 new",
        " 1 setting this month: gym",
        " worry overshoots by 2.0 · attitude        ▒ 2.3 of 4",
    ]


def test_the_panels_beside_the_week(book: Book) -> None:
    report = review(book, MONDAY)
    assert texts(week_panels.loop_lines(report, 44)) == [" No leads or promises this week."]
    assert texts(week_panels.people_lines(report, 44)) == [" The people of the week will stand here."]
    assert texts(week_panels.felt_lines(report, 44, UNICODE)) == [" Attitude and worry will stand here."]
    assert texts(week_panels.earlier_lines(report, 44, UNICODE)) == [" Earlier lessons will stand here."]
    practise(book)
    talked(book)
    report = review(book, MONDAY)
    assert texts(week_panels.loop_lines(report, 44)) == [" 1 lead: 1 told", " 1 promise due: 0 kept, 0 in time"]
    assert texts(week_panels.people_lines(report, 30)) == [
        " in touch with 1 person",
        " new: Ana Sample",
        " 1 setting this month: gym",
        " the most unlikely of the",
        "   year: gym, Sun 22 Nov",
    ]
    assert texts(week_panels.felt_lines(report, 44, UNICODE)) == [
        " expected 1.0, went 3.0 of 4: worry",
        "   overshoots by 2.0",
        " attitude 2.3 of 4",
        " 4                      ░░",
        "                        ██",
        "   28 05 12 19 26 02 09 16",
    ]


def along(book: Book, rows: int = 1, week: date = MONDAY) -> list[str]:
    return texts(week_panels.along_lines(review(book, week), 44, rows, Keys(), UNICODE))


def test_lesson_and_if_then_with_their_keys_and_what_the_week_before_left(book: Book) -> None:
    assert along(book) == [" e Lesson   What did the week teach you?", " i If-then  If … happens, then I will …"]
    long = "If coffee on Tuesday, then ask Dev one question and just listen."
    write(book, MONDAY, lesson="talked more than I listened", if_then=long)
    write(book, MONDAY - WEEK, lesson="breathe", if_then="If late, then walk")
    assert along(book) == [
        " e Lesson   talked more than I listened",
        " i If-then  If coffee on Tuesday, then ask…",
        "   Before   If late, then walk",
    ]
    assert along(book, rows=2) == [
        " e Lesson   talked more than I listened",
        " i If-then  If coffee on Tuesday, then ask",
        "            Dev one question and just list…",
        "   Before   If late, then walk",
    ]


def test_earlier_lessons_and_the_one_of_a_year_ago(book: Book) -> None:
    write(book, MONDAY - WEEK, lesson="breathe", if_then="If late, then walk")
    write(book, MONDAY - 2 * WEEK, if_then="If rain, then tea")
    write(book, date(2025, 11, 17), lesson="stop collecting cards")
    assert texts(week_panels.earlier_lines(review(book, MONDAY), 44, UNICODE)) == [
        " 2026-W46   breathe",
        "            If late, then walk",
        " 2026-W45   If rain, then tea",
        " 2025-W47   stop collecting cards",
        "",
        " A year ago stop collecting cards",
    ]


def test_half_a_year_of_scores_as_bars(book: Book) -> None:
    practise(book)
    shown = texts(week_panels.score_bars(grid(book, 6, MONDAY), 60, UNICODE))
    assert shown == [
        " 100",
        "",
        "               ▓",
        "   0         ▓ █",
        "     O     N  median 33",
    ]
    assert texts(week_panels.score_bars(grid(book, 26, MONDAY - 20 * WEEK), 60, UNICODE))[-1].startswith("     J")


def test_below_60x16_the_week_is_a_plain_list(book: Book) -> None:
    trapped(book)
    practise(book)
    assert texts(week_lines.plain_lines(review(book, MONDAY), UNICODE)) == [
        "2026-W47, score 43 so far",
        "1 Start warm      2/2",
        "2 Anywhere        0/2",
        "3 Show up open    3/4",
        "4 Listen to help  1/2",
        "5 Follow through  1/3",
        "6 Give first      0/2",
        "! Card pile",
        "! Ask and vanish",
        "✓ One way",
        "widen to 80x24 for the full view",
    ]


def test_a_stop_shows_its_answers_and_a_line_what_helps_to_think(book: Book) -> None:
    trapped(book)
    write(book, MONDAY - WEEK, lesson="breathe", if_then="If late, then walk")
    write(book, MONDAY, lesson="listen")
    report = review(book, MONDAY)
    first, *_, if_then = stops(book, MONDAY)
    assert texts(guided_lines.stop_lines(first, report, WIDTH, UNICODE)) == [
        " Mia Met, met 20 d ago, and nothing written since"
    ]
    assert texts(guided_lines.answer_lines(first, Keys())) == [
        " Enter     I wrote to them",
        " z         ask again in a week",
        " x         let it go, on purpose",
        " s         skip it, and be asked again next time",
        " u         a step back",
    ]
    assert texts(guided_lines.stop_lines(if_then, report, WIDTH, UNICODE)) == [
        " If … happens from Mon 23 Nov on, then I will …",
        " 2026-W47: score 0 so far; run 0 d, kept 0 of the last 14 days",
        " Lesson: listen",
        " The week before left: breathe / If late, then walk",
    ]
    assert texts(guided_lines.answer_lines(if_then, Keys())) == [
        " Enter     keeps the line and goes on; an empty one is fine too",
        " S-Tab     a step back",
    ]
    assert texts([guided_lines.progress_line(2, 6, UNICODE)]) == [" 3 of 6  ▇▇····"]


def test_the_page_in_rows_with_entries_under_each_other(book: Book) -> None:
    text = "# A heading\n\n- one two three four five\n  - an entry of an entry, longer\nend\n"
    assert texts(guided_lines.page_lines(text, 22)) == [
        " # A heading",
        "",
        " - one two three",
        "   four five",
        "   - an entry of an",
        "     entry, longer",
        " end",
    ]

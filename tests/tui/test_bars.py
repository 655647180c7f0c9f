"""Header and footer as lines, for every width."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netpractice.practice.book import Book
from netpractice.practice.checkin import check_in
from netpractice.tui.actions import SCREENS, Keys, actions_for
from netpractice.tui.screens.today import STAYS
from netpractice.tui.theme import ASCII, UNICODE
from netpractice.tui.widgets.bars import SaveState, footer_line, header_line, save_mark
from netpractice.tui.widgets.lines import Line, text_of, width_of
from tests.journeys.user import TODAY, opened

FOOTER = [action for action in (*actions_for("today"), *actions_for("everywhere")) if action.footer]
WHILE_ASKING = [
    action for action in FOOTER if action.id.startswith("today.attitude") or action.id in STAYS
]  # fmt: skip
NOT_ASKING = [action for action in FOOTER if not action.id.startswith("today.attitude")]


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book with one tick."""
    with closing(opened(data)) as book:
        check_in(book, TODAY, ticks=["warm"])
        yield book


def header(book: Book, width: int) -> str:
    """The text of the header on Today."""
    return text_of(header_line("today", book, "saved", UNICODE, width))


def test_the_header_shows_as_much_as_there_is_room_for(book: Book) -> None:
    assert [header(book, width).rstrip() for width in (100, 80, 79, 76, 62, 42, 30, 20)] == [
        " netpractice  Today  Roster  Journal  Follow-ups  Scorecard  Week                 Sun 22 Nov  1 d ✓",
        " netpractice  Today Roster Journal Follow-ups Scorecard Week  Sun 22 Nov  1 d ✓",
        " netpractice  Today Roster Journal Follow-ups Scorecard Week Sun 22 Nov  1 d ✓",
        " Today  Roster  Journal  Follow-ups  Scorecard  Week      Sun 22 Nov  1 d ✓",
        " Today  R  J  F  S  W                       Sun 22 Nov  1 d ✓",
        " Today  R  J  F  S  W   Sun 22 Nov  1 d ✓",
        " Today      Sun 22 Nov  1 d ✓",
        " Today",
    ]


@pytest.mark.parametrize("width", range(18, 140))
def test_the_header_never_grows_over_the_edge(book: Book, width: int) -> None:
    for key, _, name in SCREENS:
        line = header_line(key, book, "saved", UNICODE, width)
        assert width_of(line) <= width or text_of(line).strip() == name
        assert name in text_of(line)


def test_every_name_in_the_header_goes_to_its_screen(book: Book) -> None:
    line = header_line("week", book, "saved", UNICODE, 100)
    for key, capital, name in SCREENS:
        spans = [span for span in line if span.action == f"go.{key}"]
        assert "".join(span.text for span in spans).strip() == name
        assert spans[0].tone == ("here" if key == "week" else "capital")
        assert spans[0].text == (f" {name} " if key == "week" else capital)


@pytest.mark.parametrize(("state", "mark", "plain", "tone"), [
    ("saved", "✓", "+", "muted"),
    ("saving", "○", "o", "muted"),
    ("unsaved", "▲", "^", "late"),
    ("read only", "–", "-", "late"),
])  # fmt: skip
def test_the_mark_tells_whether_all_is_on_disk(state: SaveState, mark: str, plain: str, tone: str) -> None:
    assert (save_mark(state, UNICODE).text, save_mark(state, UNICODE).tone) == (mark, tone)
    assert save_mark(state, ASCII).text == plain


def footer(width: int, keys: Keys | None = None) -> str:
    """The text of Today's footer."""
    return text_of(footer_line(NOT_ASKING, keys or Keys(), width))


def test_the_footer_ends_in_help_and_quit_and_gives_way_before_them() -> None:
    assert [footer(width) for width in (80, 70, 60, 40, 20)] == [
        " 1-6 Habit  Enter Do it  s Snooze  n Note  b Batch  u Undo  ? Help  q Quit",
        " 1-6 Habit Enter Do it s Snooze n Note b Batch u Undo ? Help q Quit",
        " 1-6 Habit Enter Do it s Snooze n Note b Batch ? Help q Quit",
        " 1-6 Habit Enter Do it ? Help q Quit",
        " ? Help q Quit",
    ]


def test_the_footer_has_eight_entries_at_most() -> None:
    for actions in (NOT_ASKING, WHILE_ASKING):
        words = [span for span in footer_line(actions, Keys(), 200) if span.tone == "key"]
        assert len(words) <= 8


def test_while_the_attitude_is_asked_for_the_footer_says_so() -> None:
    line = text_of(footer_line(WHILE_ASKING, Keys(), 80))
    assert line == " 0-4 How open?  Backspace None  Esc Leave it  u Undo  ? Help  q Quit"


def test_the_footer_shows_the_keys_in_force() -> None:
    keys = Keys({"today.snooze": "z,ctrl+w", "today.tick.2": "b"})
    assert footer(200, keys=keys).startswith(
        " 1 Habit  b Habit  3 Habit  4 Habit  5 Habit  6 Habit  Enter Do it  z Snooze"
    )


def test_while_text_is_typed_the_footer_names_keys_that_are_no_text() -> None:
    line = footer_line(NOT_ASKING, Keys({"today.snooze": "s,f5"}), 80, typing=True)
    assert text_of(line) == " Enter Do it  F5 Snooze  F1 Help  ^c Quit"


def test_every_word_of_the_footer_can_be_clicked() -> None:
    line: Line = footer_line(NOT_ASKING, Keys(), 80)
    assert [span.action for span in line if span.text.strip()] == [
        action
        for each in ("tick.1", "done", "snooze")
        for action in [f"today.{each}"] * 2
    ] + [action for action in ("note", "batch", "undo", "help", "quit") for _ in range(2)]  # fmt: skip

"""check: ticks and the day's page from the command line, in one saved step."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from netpractice.domain.habits import HABITS
from netpractice.domain.records import Contact
from netpractice.practice import checkin
from netpractice.store import disk
from tests.cli.conftest import TODAY, CommandLine, OpenBook


def kept(cli: CommandLine, on: str = "today") -> list[str]:
    """The keys of the habits that are kept on a day."""
    return [habit["habit"] for habit in cli("check", "--on", on, "--json").json["habits"] if habit["kept"]]


def test_ticks_and_an_attitude_are_one_step_that_is_kept(cli: CommandLine) -> None:
    result = cli("check", "1", "anywhere", "4", "--attitude", "3")
    assert result == (0, "ticked Start warm, Anywhere and Listen to help, set the attitude to 3, Sun 22 Nov\n", "")
    assert kept(cli) == ["warm", "anywhere", "open", "listen"]
    assert cli("check", "--undo").status == 0
    assert kept(cli) == []


def test_the_page_in_lines(cli: CommandLine) -> None:
    cli("check", "1", "--attitude", "0", "--intention", "ask Ben", "--reflection", "went well")
    assert cli("check").lines == [
        "Sun 22 Nov",
        "  1 Start warm      ticked by hand",
        "  2 Anywhere        not yet",
        "  3 Show up open    attitude 0",
        "  4 Listen to help  not yet",
        "  5 Follow through  not yet",
        "  6 Give first      not yet",
        "  Intention: ask Ben",
        "  Reflection: went well",
    ]


def test_the_page_as_json(cli: CommandLine) -> None:
    report = cli("check", "6", "--attitude", "4", "--intention", "ask Ben", "--json").json
    habits = report.pop("habits")
    assert report == {
        "schema": 1,
        "day": "2026-11-22",
        "done": "ticked Give first, set the attitude to 4, wrote the intention, Sun 22 Nov",
        "attitude": 4,
        "intention": "ask Ben",
        "reflection": "",
        "passed": False,
    }
    assert [habit["habit"] for habit in habits] == [habit.key for habit in HABITS]
    page_id = habits[5]["why"][0]["id"]
    assert habits[5] == {
        "habit": "give",
        "day": "2026-11-22",
        "kept": True,
        "why": [{"words": "ticked by hand", "by_hand": True, "table": "checkins", "id": page_id}],
    }


def test_the_same_check_in_again_changes_nothing(cli: CommandLine) -> None:
    cli("check", "1")
    before = cli.data.read_bytes()
    again = cli("check", "1")
    assert again == (0, "Start warm: kept already, Sun 22 Nov\n", "")
    assert cli("check", "1", "--json").json["done"] == ""
    assert cli.data.read_bytes() == before


def test_habits_with_undo_take_their_ticks_back(cli: CommandLine) -> None:
    cli("check", "1", "2")
    assert cli("check", "1", "--undo").out == "took back the tick for Start warm, Sun 22 Nov\n"
    assert kept(cli) == ["anywhere"]
    again = cli("check", "1", "--undo")
    assert (again.status, again.out) == (1, "Start warm: no tick to take back, Sun 22 Nov\n")


def test_another_day(cli: CommandLine) -> None:
    assert cli("check", "5", "--on", "fri").out == "ticked Follow through, Fri 20 Nov\n"
    assert kept(cli, "2026-11-20") == ["follow"]
    assert kept(cli) == []


def test_undo_goes_back_step_by_step_and_ends_with_1(cli: CommandLine) -> None:
    cli("check", "1")
    empty_page = cli("check", "--on", "yesterday").out
    cli("check", "2", "--on", "yesterday")
    assert cli("check", "--undo").out == "undone: ticked Anywhere, Sat 21 Nov\n"
    assert cli("check", "--on", "yesterday").out == empty_page
    assert cli("check", "--undo", "--json").json["done"] == "undone: ticked Start warm, Sun 22 Nov"
    nothing = cli("check", "--undo")
    assert (nothing.status, nothing.out) == (1, "nothing to take back\n")


def test_undo_says_which_day_it_gave_back(cli: CommandLine) -> None:
    cli("check", "1", "--on", "yesterday")
    assert cli("check", "--undo", "--json").json["day"] == "2026-11-21"


def test_undo_leaves_another_kind_of_change_alone(cli: CommandLine, open_book: OpenBook) -> None:
    book = open_book()
    book.change("added Ana Núñez", put=[book.new(Contact, name="Ana Núñez")])
    book.close()
    before = cli.data.read_bytes()
    result = cli("check", "--undo")
    assert result.status == 2
    assert "the last change was no check-in: added Ana Núñez" in result.err
    assert cli.data.read_bytes() == before


def test_undo_of_a_rest_week(cli: CommandLine, open_book: OpenBook) -> None:
    book = open_book()
    checkin.toggle_rest_week(book, TODAY - timedelta(days=30))
    book.close()
    assert cli("check", "--undo").out == "undone: made 2026-W43 a rest week\n"


def test_passes(cli: CommandLine) -> None:
    assert cli("check", "--pass").out == "took a pass, Sun 22 Nov\n"
    assert "  a pass" in cli("check").lines
    assert cli("check", "--pass").out == "nothing new, Sun 22 Nov\n"
    assert cli("check", "--pass", "--undo").out == "took back the pass, Sun 22 Nov\n"


def test_a_line_is_taken_back_by_an_empty_one(cli: CommandLine) -> None:
    cli("check", "--intention", "ask Ben")
    assert cli("check", "--intention", "").out == "took back the intention, Sun 22 Nov\n"
    assert cli("check", "--json").json["intention"] == ""


def test_a_book_open_elsewhere_is_only_read(cli: CommandLine, open_book: OpenBook) -> None:
    cli("check", "1")
    holder = open_book()
    before = cli.data.read_bytes()
    result = cli("check", "2")
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert "has this book open" in result.err
    assert str(cli.data) in result.err
    assert cli("check").status == 0
    assert cli.data.read_bytes() == before
    holder.close()
    assert cli("check", "2").status == 0


@pytest.mark.parametrize(
    "words", [["--undo", "--attitude", "2"], ["--undo", "--on", "fri"], ["1", "--undo", "--intention", ""]]
)
def test_undo_with_what_it_does_not_go_with(cli: CommandLine, words: list[str]) -> None:
    result = cli("check", *words)
    assert result.status == 2
    assert "--undo goes with habits, with --pass, or alone" in result.err


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_is_named_and_the_book_stays_as_it_was(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, problem: int
) -> None:
    cli("check", "1")
    before = cli.data.read_bytes()

    def refuse(path: Path, data: bytes) -> None:
        raise OSError(problem, os.strerror(problem), str(path))

    monkeypatch.setattr(disk, "write_aside", refuse)
    result = cli("check", "2")
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert str(cli.data) in result.err
    assert os.strerror(problem) in result.err
    monkeypatch.undo()
    assert cli.data.read_bytes() == before
    assert cli("check", "2").out == "ticked Anywhere, Sun 22 Nov\n"

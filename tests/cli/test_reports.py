"""status, score and why: their lines and, field by field, their JSON."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netpractice.domain.habits import HABITS
from netpractice.domain.records import Conversation, FollowUp, Participant
from netpractice.practice import checkin
from tests.cli.conftest import TODAY, CommandLine, OpenBook

MONDAY = date(2026, 11, 16)
KEYS = [habit.key for habit in HABITS]


@pytest.fixture
def talk(open_book: OpenBook) -> str:
    """A book with one warm conversation today, a tick yesterday and a follow-up due; the conversation's id."""
    book = open_book()
    people = (Participant(name="Ana Núñez", circle="warm"),)
    said = book.new(Conversation, day=TODAY, people=people, setting="gym queue")
    book.change("talked", put=[said])
    book.change("promised", put=[book.new(FollowUp, kind="promise", opened=MONDAY, due=TODAY)])
    checkin.tick(book, "give", TODAY - timedelta(days=1))
    book.close()
    return said.id


def test_status_of_no_book_yet_writes_nothing(cli: CommandLine) -> None:
    result = cli("status")
    assert (result.status, result.err) == (0, "")
    assert result.lines == [
        "Sun 22 Nov: nothing yet (0 of 6)",
        "Run 0 d, best 0 d; kept 0 of the last 14 days",
        "2026-W47: score - so far",
    ]
    assert not cli.data.parent.exists()


def test_status_in_lines(cli: CommandLine, talk: str) -> None:
    assert cli("status").lines == [
        "Sun 22 Nov: Start warm, Anywhere (2 of 6)",
        "Run 2 d, best 2 d; kept 2 of the last 14 days",
        "2026-W47: score 25 so far",
        "1 follow-up due",
    ]


def test_status_in_a_rest_week(cli: CommandLine, open_book: OpenBook) -> None:
    book = open_book()
    checkin.toggle_rest_week(book, TODAY)
    book.close()
    assert "2026-W47 is a rest week" in cli("status").lines
    assert cli("status", "--json").json["rest"] is True


def test_status_as_json(cli: CommandLine, talk: str) -> None:
    daily = {"current": 2, "longest": 2, "pending": False}
    weekly = {"current": 0, "longest": 0, "pending": True}
    assert cli("status", "--json").json == {
        "schema": 1,
        "day": "2026-11-22",
        "week": "2026-W47",
        "rest": False,
        "score": 25,
        "strength": None,
        "habits": [{"habit": key, "kept": key in ("warm", "anywhere")} for key in KEYS],
        "streaks": {"daily": daily, "weekly": weekly},
        "kept_of_last_14": 2,
        "followups_due": 1,
    }


def test_status_for_bars(cli: CommandLine, talk: str) -> None:
    assert cli("status", "--format", "tmux").out == "2d 25 2/6 !1\n"
    assert cli("status", "--format", "short").out == "run 2 d, week 25, today 2/6, 1 due\n"
    bar = cli("status", "--format", "waybar").json
    assert bar == {
        "text": "run 2 d, week 25, today 2/6, 1 due",
        "tooltip": "\n".join(cli("status").lines),
        "class": "kept",
        "percentage": 25,
    }


def test_a_bar_before_anything_is_kept(cli: CommandLine) -> None:
    assert cli("status", "--format", "tmux").out == "0d - 0/6\n"
    assert cli("status", "--format", "waybar").json["class"] == "pending"


def test_score_in_lines(cli: CommandLine, talk: str) -> None:
    lines = cli("score").lines
    assert lines[0] == "2026-W47, Mon 16 Nov to Sun 22 Nov: score 25 so far"
    assert [line.split("  ")[1] for line in lines[1:7]] == [f"{habit.number} {habit.name}" for habit in HABITS]
    assert " ".join(lines[1].split()) == "1 Start warm 1 of 2 days ......S run 0 w out of reach this week"
    assert " ".join(lines[5].split()) == "5 Follow through 0 of 1 due ....... run 0 w 1 open, due by today"
    assert lines[7] == "Days in a row 2, best 2; weeks in a row 0, best 0"
    assert max(map(len, lines)) <= 80


def test_score_as_json(cli: CommandLine, talk: str) -> None:
    report = cli("score", "--json").json
    warm, follow = report["habits"][0], report["habits"][4]
    days = [(MONDAY + timedelta(days=n)).isoformat() for n in range(7)]
    why = [{"words": "gym queue with Ana Núñez", "by_hand": False, "table": "conversations", "id": talk}]
    assert warm == {
        "habit": "warm",
        "state": "active",
        "kept_days": 1,
        "target": 2,
        "due": 0,
        "handled": 0,
        "credit": 0.5,
        "margin": {"state": "out of reach", "more": 1, "left": 0},
        "strength": None,
        "streak_weeks": 0,
        "days": [{"day": day, "kept": day == days[6], "why": why if day == days[6] else []} for day in days],
    }
    assert (follow["due"], follow["handled"], follow["credit"]) == (1, 0, 0.0)
    assert {key: value for key, value in report.items() if key != "habits"} == {
        "schema": 1,
        "week": "2026-W47",
        "first_day": "2026-11-16",
        "finished": False,
        "rest": False,
        "score": 25,
        "strength": None,
        "streaks": cli("status", "--json").json["streaks"],
    }


def test_score_of_weeks_by_name(cli: CommandLine, talk: str) -> None:
    assert cli("score", "--week", "last", "--json").json["week"] == "2026-W46"
    assert cli("score", "--week", "2026-W47", "--json").json == cli("score", "--json").json
    assert cli("score", "--week", "2020-W53").lines[0] == "2020-W53, Mon 28 Dec to Sun 3 Jan: no score"


def test_why_in_lines(cli: CommandLine, talk: str) -> None:
    assert cli("why", "1") == (0, "Start warm, Sun 22 Nov:\n  gym queue with Ana Núñez\n", "")
    assert cli("why", "give", "--on", "yesterday") == (0, "Give first, Sat 21 Nov:\n  ticked by hand\n", "")


def test_a_day_of_another_year_shows_its_year(cli: CommandLine) -> None:
    assert cli("why", "1", "--on", "2025-11-22").lines[0] == "Start warm, Sat 22 Nov 2025: nothing written down yet"
    assert cli("check", "--on", "2025-11-22").lines[0] == "Sat 22 Nov 2025"


def test_why_without_a_reason_ends_with_1_and_says_what_counts(cli: CommandLine, talk: str) -> None:
    result = cli("why", "give")
    assert (result.status, result.err) == (1, "")
    assert result.lines == ["Give first, Sun 22 Nov: nothing written down yet", "  What counts: a favour given"]
    assert cli("why", "give", "--json").json == {
        "schema": 1, "habit": "give", "day": "2026-11-22", "kept": False, "why": [],
    }  # fmt: skip


def test_why_as_json(cli: CommandLine, talk: str) -> None:
    assert cli("why", "anywhere", "--json").json == {
        "schema": 1,
        "habit": "anywhere",
        "day": "2026-11-22",
        "kept": True,
        "why": [{"words": "gym queue with Ana Núñez", "by_hand": False, "table": "conversations", "id": talk}],
    }


def field_names(value: object) -> set[str]:
    """Every key in a JSON value."""
    if isinstance(value, dict):
        return {*value, *(name for part in value.values() for name in field_names(part))}
    return {name for part in value for name in field_names(part)} if isinstance(value, list) else set()


@pytest.mark.parametrize("words", [["status"], ["score"], ["why", "warm"], ["check"], ["paths"], ["backup"]])
def test_the_help_names_every_field_of_the_json(cli: CommandLine, talk: str, words: list[str]) -> None:
    named = cli(words[0], "--help").out
    fields = field_names(cli(*words, "--json").json)
    assert "schema" in fields
    assert [name for name in fields if f'"{name}"' not in named] == []


@pytest.mark.parametrize("words", [["status"], ["score"], ["why", "warm"], ["check"], ["paths"]])
def test_looking_leaves_the_folder_as_it_is(cli: CommandLine, talk: str, words: list[str]) -> None:
    def state() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in cli.data.parent.rglob("*") if path.is_file()}

    before = state()
    cli(*words)
    cli(*words, "--json")
    assert state() == before


def test_a_narrow_encoding_still_gets_whole_json_and_whole_lines(cli: CommandLine, talk: str) -> None:
    assert cli("why", "1", "--json", encoding="ascii").json == cli("why", "1", "--json").json
    assert "N\\xfa\\xf1ez" in cli("why", "1", encoding="ascii").out

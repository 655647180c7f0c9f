"""One source of figures: `score --json`, `review --json`, `status --json` and the screens' lines say the same."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from netpractice.domain.days import week_label
from netpractice.practice.grid import card
from netpractice.practice.review import review
from netpractice.tui.screens import scorecard_lines, week_lines
from netpractice.tui.theme import UNICODE
from netpractice.tui.widgets.lines import text_of
from tests.cli.conftest import CommandLine
from tests.journeys.user import opened

WEEKS = 14


@pytest.mark.parametrize("back", range(WEEKS))
def test_reports_and_screens_say_the_same_of_every_week_of_the_sample_book(demo: Path, back: int) -> None:
    cli = CommandLine(demo)
    with closing(opened(demo, writable=False)) as book:
        week = book.standing.this_week - back * timedelta(days=7)
        score = json.loads(cli("score", "--week", week_label(week), "--json").out)
        told = json.loads(cli("review", "--week", week_label(week), "--json").out)
        for name in ("week", "first_day", "finished", "rest", "score", "streaks"):
            assert score[name] == told[name]
        for in_score, in_review in zip(score["habits"], told["habits"], strict=True):
            for name in ("habit", "state", "kept_days", "target", "due", "handled", "credit"):
                assert in_score[name] == in_review[name]
        shown = scorecard_lines.Grid(card(book, WEEKS), UNICODE).lines((0, WEEKS - 1 - back), 200)
        head = week_lines.head_lines(review(book, week), 200, UNICODE)
    for habit, row, bar in zip(score["habits"], shown[2:8], head[1:], strict=True):
        done, credit, strength, run = text_of(row).split()[-5 if habit["streak_weeks"] else -4 :][:4]
        assert credit == ("–" if habit["credit"] is None else str(int(100 * habit["credit"] + 0.5)))
        assert strength == f"{habit['strength']:.0f}"
        assert run == (str(habit["streak_weeks"]) if habit["streak_weeks"] else "–")
        if done != "–" and habit["credit"] is not None:
            assert f" {done} " in text_of(bar)
            assert done == (
                f"{habit['handled']}/{habit['due']}" if habit["due"] else f"{habit['kept_days']}/{habit['target']}"
            )
    number = "–" if score["score"] is None else str(score["score"])
    assert text_of(shown[8]).split()[-2] == number
    assert text_of(head[0]).split()[0] == number


def test_the_status_says_what_the_running_week_does(demo: Path) -> None:
    cli = CommandLine(demo)
    status, score = (json.loads(cli(verb, "--json").out) for verb in ("status", "score"))
    told = json.loads(cli("review", "--json").out)
    for name in ("week", "rest", "score", "strength", "streaks"):
        assert status[name] == score[name]
    assert status["kept_of_last_14"] == told["kept_of_last_14"]

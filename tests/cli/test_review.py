"""review: its lines, its Markdown, its JSON, and the lines that it writes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from netpractice.domain.records import Contact, Conversation, Debrief, FollowUp, Participant
from netpractice.practice import checkin
from tests.cli.conftest import TODAY, CommandLine, OpenBook
from tests.hostile import HOSTILE


@pytest.fixture
def week(open_book: OpenBook) -> None:
    """A week with a warm talk today, a card that waits, and a tick in the week before."""
    book = open_book()
    ana = book.new(Contact, name="Ana *Sample*", circle="warm")
    who = (Participant(name=ana.name, contact=ana.id, circle="warm"),)
    said = book.new(Conversation, day=TODAY, people=who, setting="gym", debrief=Debrief(expected=1, went=3))
    met = TODAY - timedelta(days=4)
    book.change("all", put=[ana, said, book.new(FollowUp, kind="met", contact="", what="call", opened=met, due=TODAY)])
    checkin.tick(book, "give", TODAY - timedelta(days=7))
    checkin.toggle_pass(book, TODAY - timedelta(days=1))
    book.close()


def test_the_week_in_lines(cli: CommandLine, week: None) -> None:
    result = cli("review")
    assert (result.status, result.err) == (0, "")
    assert result.lines == [
        "2026-W47, Mon 16 Nov to Sun 22 Nov 2026",
        "score 17 so far, 7 up on the week before; run 1 d, kept 2 of the last 14 days, 1 pass",
        "  1 Start warm: 1 of 2 days, +1; out of reach this week",
        "  2 Anywhere: 1 of 2 days, +1; out of reach this week",
        "  3 Show up open: 0 of 4 days; out of reach this week",
        "  4 Listen to help: 0 of 2 days; out of reach this week",
        "  5 Follow through: 0 of 1 due; 1 open, due by today",
        "  6 Give first: 0 of 2 days, -1; out of reach this week",
        "Card pile: 1 met and not written to, the oldest 4 d",
        "  somebody: met 4 d ago: call",
        "Ask and vanish: everybody who helped has heard from you",
        "One way: gave 0, asked 0; gave in 0 of 13 weeks",
        "in touch with 1 person",
        "new: Ana *Sample*",
        "1 setting this month: gym",
        "the most unlikely of the year: gym, Sun 22 Nov",
        "expected 1.0, went 3.0 of 4: worry overshoots by 2.0",
    ]


def test_markdown_lets_no_name_become_markup(cli: CommandLine, week: None) -> None:
    lines = cli("review", "--markdown").lines
    assert lines[0] == "# 2026-W47, Mon 16 Nov to Sun 22 Nov 2026"
    assert "- new: Ana \\*Sample\\*" in lines
    assert "- **Card pile**: 1 met and not written to, the oldest 4 d" in lines


def test_the_json_tells_what_the_lines_tell(cli: CommandLine, week: None) -> None:
    report = cli("review", "--json").json
    assert (report["schema"], report["week"], report["score"], report["score_before"]) == (1, "2026-W47", 17, 10)
    assert report["habits"][0] | {"margin": ""} == {
        "habit": "warm", "state": "active", "kept_days": 1, "target": 2, "due": 0, "handled": 0, "credit": 0.5,
        "credit_before": 0.0, "difference": 1, "margin": "",
    }  # fmt: skip
    assert [trap["trap"] for trap in report["traps"]] == ["pile", "vanish", "oneway"]
    assert report["people"] == {"new": ["Ana *Sample*"], "in_touch": 1, "reconnect": 0}
    assert report["worry"] == {"talks": 1, "expected": 1.0, "went": 3.0}


def test_its_figures_are_those_of_the_score(cli: CommandLine, week: None) -> None:
    for name in ("last", "2026-W47"):
        score, review = cli("score", "--week", name, "--json").json, cli("review", "--week", name, "--json").json
        assert review["score"] == score["score"]
        for field in ("habit", "state", "kept_days", "target", "credit", "due", "handled"):
            assert [habit[field] for habit in review["habits"]] == [habit[field] for habit in score["habits"]]


def test_the_two_lines_are_written_and_the_page_is_kept(cli: CommandLine, open_book: OpenBook) -> None:
    result = cli("review", "--lesson", "asked one question more", "--if-then", "If tea, then ask", "--finish")
    assert result.status == 0
    assert result.lines[-2:] == ["Lesson: asked one question more", "If-then: If tea, then ask"]
    (there,) = open_book().records.reviews.values()
    assert (there.lesson, there.finished) == ("asked one question more", TODAY)
    assert there.page.endswith("- Lesson: asked one question more\n- If-then: If tea, then ask\n")
    assert cli("review", "--week", "last", "--json").json["before"] is None


def test_reading_writes_nothing(cli: CommandLine) -> None:
    assert cli("review").status == 0
    assert not cli.data.parent.exists()


@pytest.mark.parametrize("words", [("--week", "2026-W60"), ("--week", "2026-W48"), ("--lesson", "x" * 501)])
def test_what_cant_be_is_refused_in_one_line(cli: CommandLine, words: tuple[str, ...]) -> None:
    result = cli("review", *words)
    assert result.status == 2
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert not cli.data.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_lessons_are_shown_as_text(cli: CommandLine, text: str) -> None:
    result = cli("review", "--lesson", text[:500])
    assert result.status == 0
    assert not set(result.out) & {"\x1b", "\x07", "\u202e", "\x9b"}

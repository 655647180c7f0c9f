"""followups and the verbs that answer them: what is listed, which is meant by a code, and a lead's whole life."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, FollowUp
from tests.cli.conftest import TODAY, CommandLine, OpenBook
from tests.cli.test_reports import field_names


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def opened(open_book: OpenBook, *ids: str, what: str = "send the map") -> None:
    """Follow-ups with these ids."""
    book = open_book()
    made = [
        FollowUp(
            id=each, created=book.clock.now(), updated=book.clock.now(), kind="promise", what=f"{what} {each}",
            opened=ago(9), due=TODAY,
        )
        for each in ids
    ]  # fmt: skip
    book.change("opened", put=made)
    book.close()


@pytest.fixture
def ana(open_book: OpenBook) -> None:
    book = open_book()
    ana, anna = book.new(Contact, name="Ana Núñez"), book.new(Contact, name="Ana Novak", company="ACME")
    book.change("added", put=[ana, anna])
    book.close()


def only(cli: CommandLine, *words: str) -> dict[str, object]:
    """The one follow-up that a filter finds."""
    (followup,) = cli("followups", *words, "--json").json["followups"]
    assert isinstance(followup, dict)
    return followup


def test_nothing_open_ends_with_1(cli: CommandLine) -> None:
    assert cli("followups") == (1, "nothing is open\n", "")
    assert cli("followups", "lead") == (1, "nothing found\n", "")
    assert not cli.data.parent.exists()


def test_the_whole_life_of_a_lead(cli: CommandLine, ana: None) -> None:
    def on(day: str, *words: str) -> str:
        result = cli(*words, today=day)
        assert (result.status, result.err) == (0, "")
        return result.out

    made = on("2026-11-03", "followup", "lead", "the", "planner", "--with", "ana núñez", "--by", "fri")
    assert made == "noted a lead: the planner (Ana Núñez), due Fri 6 Nov\n"
    code = str(only(cli)["code"])
    said = on("2026-11-05", "acted", code, "--note", "wrote")
    assert said == "acted on: the planner (Ana Núñez), Ana Núñez to be told by Thu 12 Nov\n"
    assert "tell them what came of it: the planner" in on("2026-11-12", "due")
    assert on("2026-11-13", "told", code, "--on", "mon", "--note", "it led nowhere, thanks said") == (
        "told Ana Núñez: the planner\n"
    )
    assert cli("followups").status == 1
    lines = cli("followups", "nowhere", "--history").lines
    assert lines[1].split()[1:] == ["lead", "told", "Mon", "9", "Nov", "Ana", "Núñez", "the", "planner"]
    assert lines[2] == "    heard 3 Nov -> acted 5 Nov: wrote -> told Ana Núñez 9 Nov: it led nowhere, thanks said"
    assert on("2026-11-20", "reopen", code) == "opened again: the planner (Ana Núñez)\n"
    assert cli("undo").out == "undone: opened again: the planner (Ana Núñez)\n"
    assert only(cli, "closed")["outcome"] == "told"


def test_a_follow_up_as_json(cli: CommandLine, ana: None) -> None:
    cli("followup", "promise", "send it", "--with", "Ana Núñez", "--on", "mon")
    cli("snooze", str(only(cli)["code"]), "fri", "--note", "after the fair")
    report = only(cli)
    assert str(report["id"]).endswith(str(report.pop("code")))
    assert report.pop("id")
    assert report.pop("contact")
    assert report == {
        "kind": "promise", "what": "send it", "who": "Ana Núñez", "opened": "2026-11-16", "due": "2026-11-27",
        "late": -5, "state": "open", "outcome": None, "closed": None,
        "steps": [{"day": "2026-11-22", "kind": "snoozed", "until": "2026-11-27", "note": "after the fair"}],
    }  # fmt: skip


def test_an_answer_as_json(cli: CommandLine) -> None:
    made = cli("followup", "help", "introduce her", "--json").json
    assert made["done"] == "noted a way to help: introduce her, due Sun 29 Nov"
    code = made["followups"][0]["code"]
    report = cli("done", code, "--favour", "introduction", "--json").json
    assert report["done"] == "done: introduce her, a favour given"
    assert [(each["state"], each["outcome"]) for each in report["followups"]] == [("closed", "done")]
    assert cli("done", code, "--json").json["done"] == ""
    assert cli("ledger", "gave", "--json").json["favours"][0]["kind"] == "introduction"


def test_a_pile_is_let_go_at_once(cli: CommandLine, open_book: OpenBook) -> None:
    opened(open_book, "01aaaa", "01aaab", "01aaac")
    assert cli("letgo", "aab", "aac", "--note", "old cards").out == "let go: 2 follow-ups\n"
    assert only(cli)["id"] == "01aaaa"
    assert cli("undo").status == 0
    assert len(cli("followups", "--json").json["followups"]) == 3


def test_a_code_is_the_end_of_an_id_or_its_beginning_or_all_of_it(cli: CommandLine, open_book: OpenBook) -> None:
    opened(open_book, "01abc", "02abd", "abd02")
    for code in ("01abc", "ABC", "01a"):
        assert "01abc" in cli("done", code).out
    # What ends so is meant before what begins so.
    assert cli("done", "abd").out == "done: send the map 02abd\n"


def test_a_code_that_fits_several_is_refused_and_these_are_named(cli: CommandLine, open_book: OpenBook) -> None:
    opened(open_book, *(f"0{number}abc" for number in range(6)))
    before = cli.data.read_bytes()
    result = cli("done", "abc")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "netpractice: abc: this may be 0abc send the map 00abc, 1abc send the map 01abc, 2abc send the map 02abc, "
        "3abc send the map 03abc and 2 more. Give more of the code.\n"
    )
    assert cli.data.read_bytes() == before
    assert cli("done", "1abc").status == 0


def test_an_open_one_is_meant_before_a_closed_one_and_the_other_way_round(
    cli: CommandLine, open_book: OpenBook
) -> None:
    opened(open_book, "01abc", "02abc")
    cli("done", "01abc")
    assert cli("acted", "abc").out == "acted on: send the map 02abc\n"
    assert cli("reopen", "abc").out == "opened again: send the map 01abc\n"
    assert cli("reopen", "01abc").out == "send the map 01abc: open already\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("told abc", "only a lead has a giver to tell"),
        ("done nowhere", "there is no follow-up or person with this code"),
        ("done bc", "there is no follow-up or person with this code"),
        ("acted nowhere", "there is no follow-up with this code"),
        ("done abc --on tomorrow", "this day hasn't begun yet"),
        ("done abc --on 2026-11-01", "it came up on Fri 13 Nov"),
        ("done abc --favour lunch", "invalid choice: 'lunch'"),
        ("followups kind:lunch", "there is no kind lunch"),
        ("followups lunch:kim", "lunch: means nothing here"),
        ("followup promise", "required: WHAT"),
        ("followup lunch x", "invalid choice: 'lunch'"),
        ("followup promise x --by never", "'never' can't be read as a day"),
        ("followup promise x --with Zoe", "Zoe: nobody on the roster has this name"),
        ("followup promise x --with Ana", "Ana: Ana Núñez, Ana Novak (ACME) may be meant"),
        ("snooze abc", "required: DAY"),
    ],
)
def test_one_line_and_nothing_written(cli: CommandLine, open_book: OpenBook, ana: None, words: str, says: str) -> None:
    opened(open_book, "01abc")
    before = cli.data.read_bytes()
    result = cli(*words.split())
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert says in result.err
    assert cli.data.read_bytes() == before


def test_undo_goes_back_and_forth(cli: CommandLine) -> None:
    assert cli("undo") == (1, "nothing to take back\n", "")
    cli("followup", "promise", "send it")
    cli("check", "1")
    assert cli("undo").out == "undone: ticked Start warm, Sun 22 Nov\n"
    assert cli("undo", "--json").json == {"schema": 1, "done": "undone: promised: send it, due Sun 29 Nov"}
    assert cli("undo", "--redo").out == "done again: promised: send it, due Sun 29 Nov\n"
    cli("followup", "promise", "send more")
    assert cli("undo", "--redo") == (1, "nothing to do again\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ["due"],
        ["followups"],
        ["followups", "closed"],
        ["followup", "promise", "x"],
        ["letgo", "06b"],
        ["done", "06b"],
        ["snooze", "06b", "fri"],
        ["ledger"],
        ["favour", "gave", "x"],
        ["season"],
        ["events"],
        ["event", "x"],
        ["undo"],
    ],
)
def test_the_help_names_every_field_of_the_json(demo: Path, words: list[str]) -> None:
    cli = CommandLine(demo)
    named = cli(words[0], "--help").out
    fields = field_names(cli(*words, "--json").json)
    assert "schema" in fields
    assert [name for name in fields if f'"{name}"' not in named] == []

"""log: conversations in a line each, from the command line or standard input, all of them or none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import CommandLine, OpenBook

EVENING = """\
## HR meetup, St. Louis / thu / @bar / #hr
Ann Lee / =ACME, recruiter / *intro / !it by fri

Hiro & man with a kite / +feedback: his talk
"""


def journal(cli: CommandLine, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli("journal", "--json", *words).json["conversations"]
    return found


def test_a_line(cli: CommandLine) -> None:
    result = cli("log", "Ann Lee / kids at St. John's / ~likes maps / !it by fri")
    assert (result.status, result.err) == (0, "")
    assert result.lines == [
        "wrote down the talk with Ann Lee, Sun 22 Nov",
        "  Ann Lee (new); write by Tue 24 Nov; note; learnt likes maps; promised it, by Fri 27 Nov; keeps Listen to help",
    ]
    [talk] = journal(cli)
    assert talk["notes"] == "kids at St. John's"


def test_words_need_no_quotes_where_the_shell_leaves_them_alone(cli: CommandLine) -> None:
    assert cli("log", "Ann", "Lee", "/", "hello").status == 0
    assert [person["name"] for person in journal(cli)[0]["people"]] == ["Ann Lee"]


def test_a_batch_from_standard_input(cli: CommandLine) -> None:
    cli.input = EVENING.encode()
    result = cli("log", "-")
    assert (result.status, result.err) == (0, "")
    assert result.lines == [
        "wrote down 2 talks, Thu 19 Nov",
        "  at HR meetup, St. Louis (new event); @bar; #hr",
        "  Ann Lee (new); write by Sat 21 Nov; ACME, recruiter; could help: intro; promised it, by Fri 27 Nov; keeps Listen to help",
        "  Hiro (new) & man with a kite; write by Sat 21 Nov; gave feedback: his talk; keeps Give first",
    ]
    assert {talk["event"] for talk in journal(cli)} == {"HR meetup, St. Louis"}
    assert {talk["day"] for talk in journal(cli)} == {"2026-11-19"}
    cli.input = b"## hr meetup, st. louis / thu\nHiro / how he began"
    assert cli("log", "-", "--dry-run").lines[:2] == [
        "would write down, Thu 19 Nov:",
        "  at HR meetup, St. Louis; @bar; #hr",
    ]


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_of_any_system(cli: CommandLine, start: str, end: str) -> None:
    cli.input = (start + EVENING.replace("\n", end)).encode()
    assert cli("log", "-").lines[0] == "wrote down 2 talks, Thu 19 Nov"


def test_it_is_one_step_for_undo(cli: CommandLine, open_book: OpenBook) -> None:
    cli("check", "1")
    before = cli("export", "json").out
    cli.input = EVENING.encode()
    cli("log", "-")
    book = open_book()
    assert book.undo_label == "wrote down 2 talks, Thu 19 Nov"
    book.undo()
    book.close()
    assert cli("export", "json").out == before


def test_all_lines_or_none(cli: CommandLine) -> None:
    cli.input = b"Ann Lee / hello\nBo / 9\n\nCy / !call by next fri\n"
    result = cli("log", "-")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "netpractice: line 2, column 6: 9 doesn't say how well it went; "
        "line 4, column 6: 'next fri' can't be read as a day. Nothing was written; mend these first.\n"
    )
    assert not cli.data.parent.exists()


def test_an_ambiguous_name_is_refused_with_its_candidates(cli: CommandLine) -> None:
    cli("add", "Ann Lee")
    cli("add", "Ann Kim")
    result = cli("log", "Ann / hello")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "netpractice: column 1: Ann could be Ann Lee or Ann Kim. Write more of the name, or **Ann for somebody new.\n"
    )
    assert cli("log", "Ann K / hello").lines[0] == "wrote down the talk with Ann Kim, Sun 22 Nov"


def test_names_much_alike_are_told(cli: CommandLine) -> None:
    cli("add", "Ann Lee")
    assert cli("log", "Anne Lee / hello").lines[2:] == ["    Anne Lee is new; much alike on the roster: Ann Lee"]
    assert cli("log", "Ann Lee / hello").lines[2:] == []
    assert cli("log", "Lee").lines[2:] == ["    Lee is new; much alike on the roster: Ann Lee, Anne Lee"]


def test_a_name_in_small_letters_is_the_one_that_it_equals(cli: CommandLine) -> None:
    cli("add", "Bo")
    cli("add", "Bo Berg")
    assert cli("log", "bo & bo berg").lines[1:] == ["  Bo & Bo Berg"]


def test_a_short_description_may_have_been_meant_as_a_name(cli: CommandLine) -> None:
    assert cli("log", "ines costa / hello").lines[2:] == [
        "    ines costa isn't on the roster; **ines costa would be new"
    ]
    cli("add", "Inés Costas")
    assert cli("log", "costas").lines[2:] == [
        "    costas isn't on the roster; perhaps Inés Costas; **costas would be new"
    ]
    assert cli("log", "man with a kite / hello").lines[2:] == []


def test_a_slash_without_its_spaces_is_noticed(cli: CommandLine) -> None:
    assert cli("log", "Ann Lee /likes maps").lines[2:] == [
        "    Ann Lee /likes maps: a part begins after a slash with a space on both sides"
    ]


def test_another_day(cli: CommandLine) -> None:
    assert cli("log", "Ann Lee", "--on", "fri").lines[0] == "wrote down the talk with Ann Lee, Fri 20 Nov"
    cli.input = EVENING.encode()
    assert cli("log", "-", "--on", "yesterday").lines[0] == "wrote down 2 talks, Thu 19 Nov"


def test_a_dry_run_writes_nothing(cli: CommandLine) -> None:
    result = cli("log", "Ann Lee / ~maps", "--dry-run")
    assert result.lines == [
        "would write down, Sun 22 Nov:",
        "  Ann Lee (new); write by Tue 24 Nov; learnt maps; keeps Listen to help",
    ]
    assert not cli.data.parent.exists()
    assert cli("log", "Ann / 9", "--dry-run").status == 2


def test_the_report_as_json(cli: CommandLine) -> None:
    cli("add", "Ann Lee")
    cli.input = EVENING.replace("Ann Lee", "Anne Lee & Ann").encode()
    report = cli("log", "-", "--json").json
    people = {contact["name"]: contact["id"] for contact in cli("contacts", "--json").json["contacts"]}
    assert report == {
        "schema": 1,
        "saved": True,
        "done": "wrote down 2 talks, Thu 19 Nov",
        "day": "2026-11-19",
        "event": {"name": "HR meetup, St. Louis", "known": False, "place": "bar", "tags": ["hr"]},
        "lines": [
            {
                "line": 2,
                "who": [
                    {"name": "Anne Lee", "state": "new", "contact": people["Anne Lee"], "like": ["Ann Lee"]},
                    {"name": "Ann Lee", "state": "match", "contact": people["Ann Lee"], "like": []},
                ],
                "follow_up": "Sat 21 Nov",
                "read": [
                    "ACME, recruiter",
                    "could help: intro",
                    "promised it, by Fri 27 Nov",
                ],
                "habits": ["listen"],
            },
            {
                "line": 4,
                "who": [
                    {"name": "Hiro", "state": "new", "contact": people["Hiro"], "like": []},
                    {"name": "man with a kite", "state": "described", "contact": None, "like": []},
                ],
                "follow_up": "Sat 21 Nov",
                "read": ["gave feedback: his talk"],
                "habits": ["give"],
            },
        ],
    }


def test_a_dry_run_as_json_knows_no_ids_yet(cli: CommandLine) -> None:
    report = cli("log", "Ann Lee", "--dry-run", "--json").json
    assert (report["saved"], report["done"], report["lines"][0]["who"][0]["contact"]) == (False, "", None)


@pytest.mark.parametrize("text", [b"", b"\n \n", b"## Meetup\n"])
def test_nothing_to_write_down(cli: CommandLine, text: bytes) -> None:
    cli.input = text
    assert cli("log", "-") == (1, "nothing to write down\n", "")
    assert not cli.data.parent.exists()


def test_bytes_that_are_no_utf8(cli: CommandLine) -> None:
    cli.input = b"Ann Lee\nS\xf8ren / hello\n"
    result = cli("log", "-")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "netpractice: log: line 2 isn't UTF-8: byte 0xf8. "
        "Nothing was written; convert the text first, as in iconv -f latin1 -t utf-8.\n"
    )


def test_a_late_talk_closes_the_follow_up_with_somebody_new(cli: CommandLine) -> None:
    cli("log", "Ann Lee / hello", "--on", "thu")
    assert [each["outcome"] for each in journal(cli)[0]["followups"]] == [None]
    cli("log", "Ann / how was the move?")
    assert [each["outcome"] for each in journal(cli)[1]["followups"]] == ["done"]
    assert "done: somebody new" in cli("why", "5").out

"""add: somebody on the roster, in one saved step."""

from __future__ import annotations

import pytest

from tests.cli.conftest import CommandLine, OpenBook


def test_a_name_is_enough_and_needs_no_quotes(cli: CommandLine) -> None:
    assert cli("add", "Ann", "Lee") == (0, "added Ann Lee\n", "")
    [ann] = cli("contacts", "--json").json["contacts"]
    assert (ann["name"], ann["circle"], ann["state"]) == ("Ann Lee", "new", "new")


def test_everything_can_be_said_at_once(cli: CommandLine) -> None:
    cli("add", "Bo Xu")
    result = cli(
        "add", "Ann Lee", "--circle", "warm", "--rhythm", "6w", "--company", "ACME", "--role", "recruiter",
        "--nickname", "Annie", "--birthday", "12 mar", "--met", "PyCon", "--introduced-by", "bo", "--notes", "likes tea",
        "--email", "ann@example.org", "--email", "lee@example.org", "--phone", "1", "--link", "https://example.org",
        "--tag", "hr", "--tag", "#old friends", "--json",
    )  # fmt: skip
    assert (result.status, result.err) == (0, "")
    report = result.json
    assert (report["schema"], report["done"], report["like"]) == (1, "added Ann Lee", [])
    ann = report["contact"]
    assert (ann["circle"], ann["rhythm_days"], ann["company"], ann["role"]) == ("warm", 42, "ACME", "recruiter")
    assert (ann["nickname"], ann["birthday"], ann["how_met"], ann["notes"]) == (
        "Annie",
        "--03-12",
        "PyCon",
        "likes tea",
    )
    assert (ann["introduced_by"], ann["emails"]) == ("Bo Xu", ["ann@example.org", "lee@example.org"])
    assert (ann["phones"], ann["links"], ann["tags"]) == (["1"], ["https://example.org"], ["hr", "old friends"])
    assert cli("contacts", "ann", "--json").json["contacts"] == [ann]


def test_somebody_alike_is_named_and_the_new_one_is_added_all_the_same(cli: CommandLine) -> None:
    cli("add", "Anne Lee", "--company", "ACME", "--role", "recruiter")
    cli("add", "Zoe Ray", "--email", "z@example.org")
    result = cli("add", "Ann Lee", "--email", "Z@example.org")
    assert result.lines == [
        "added Ann Lee",
        "  perhaps the same person as Anne Lee (ACME, recruiter)",
        "  perhaps the same person as Zoe Ray",
    ]
    assert cli("add", "Ann Lee", "--json").json["like"] == ["Ann Lee", "Anne Lee"]
    assert len(cli("contacts", "--json").json["contacts"]) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "the following arguments are required: NAME"),
        (["add", " "], "name: nobody is without a name"),
        (["add", "Ann", "--circle", "cold"], "circle: 'cold' is no circle. Give one of warm"),
        (["add", "Ann", "--rhythm", "soon"], "rhythm: 'soon' is no rhythm"),
        (["add", "Ann", "--birthday", "31 apr"], "'31 apr' can't be read as a birthday"),
        (["add", "Ann", "--introduced-by", "Zoe"], "introduced by: nobody else on the roster is called Zoe"),
        (["add", "x" * 501], "name: 501 characters are too long"),
    ],
)
def test_what_cannot_be_read_is_2_and_leaves_no_trace(cli: CommandLine, words: list[str], said: str) -> None:
    result = cli(*words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert not cli.data.exists()


def test_adding_is_one_step_that_undo_takes_back(cli: CommandLine, open_book: OpenBook) -> None:
    cli("add", "Ann Lee", "--circle", "warm")
    book = open_book()
    assert book.undo_label == "added Ann Lee"
    book.undo()
    assert not book.records.contacts


def test_a_book_open_elsewhere_is_not_written(cli: CommandLine, open_book: OpenBook) -> None:
    cli("add", "Ann Lee")
    open_book()
    result = cli("add", "Bo Xu")
    assert (result.status, result.out) == (3, "")
    assert "has this book open" in result.err

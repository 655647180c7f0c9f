"""journal: the conversations in lines and as JSON, by a filter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def written(cli: CommandLine) -> CommandLine:
    """The command line on a book with three talks."""
    cli("log", "Bo Xu / ~rows / 2", "--on", "fri")
    cli("log", "Ann Lee & man with a kite / @bar / #hr / kids / too / ~likes maps / +feedback: a talk / !call by fri")
    cli.input = b"## Meetup / thu / #fair\nCy Doe / fu - / ?a desk"
    cli("log", "-")
    return cli


def test_days_and_their_talks(written: CommandLine) -> None:
    assert written("journal").lines == [
        "Sun 22 Nov",
        "  Ann Lee and man with a kite; bar; #hr",
        "    kids",
        "      too",
        "    Learnt: likes maps",
        "    Gave: feedback: a talk",
        "    Met: write a first word (due Tue 24 Nov)",
        "    Promised: call (due Fri 27 Nov)",
        "Fri 20 Nov",
        "  Bo Xu",
        "    Learnt: rows",
        "    How it went: went 2 of 4",
        "    Met: write a first word (due Sun 22 Nov)",
        "Thu 19 Nov",
        "  Cy Doe; Meetup; #fair",
        "    Asked: a desk",
        "    Met: write a first word (let go Thu 19 Nov)",
    ]


def test_as_json(written: CommandLine) -> None:
    [talk] = written("journal", "--json", "likes").json["conversations"]
    [person] = [contact for contact in written("contacts", "--json").json["contacts"] if contact["name"] == "Ann Lee"]
    favours, followups = talk.pop("favours"), talk.pop("followups")
    assert talk == {
        "id": talk["id"],
        "day": "2026-11-22",
        "people": [
            {"name": "Ann Lee", "contact": person["id"], "circle": "new"},
            {"name": "man with a kite", "contact": "", "circle": None},
        ],
        "setting": "bar",
        "event": "",
        "tags": ["hr"],
        "notes": "kids\ntoo",
        "debrief": {
            "learnt": "likes maps",
            "help": "",
            "talked": None,
            "expected": None,
            "went": None,
            "ease": None,
            "went_well": "",
            "try_next": "",
        },
    }
    assert [{**favour, "id": ""} for favour in favours] == [
        {"id": "", "direction": "gave", "kind": "feedback", "what": "a talk", "size": None}
    ]
    assert [{**followup, "id": ""} for followup in followups] == [
        {"id": "", "kind": "met", "what": "", "due": "2026-11-24", "outcome": None},
        {"id": "", "kind": "promise", "what": "call", "due": "2026-11-27", "outcome": None},
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["likes"], ["Ann Lee"]),
        (["#fair"], ["Cy Doe"]),
        (["@bar", "kids"], ["Ann Lee"]),
        (["who:bo"], ["Bo Xu"]),
        (["from:today"], ["Ann Lee"]),
        (['"feedback: a"'], []),
        (['"a talk"'], ["Ann Lee"]),
    ],
)
def test_a_filter(written: CommandLine, words: list[str], names: list[str]) -> None:
    result = written("journal", "--json", *words)
    assert [talk["people"][0]["name"] for talk in result.json["conversations"]] == names
    assert result.status == (0 if names else 1)


def test_nothing(cli: CommandLine) -> None:
    assert cli("journal") == (1, "nothing written down yet; netpractice log begins it\n", "")
    assert cli("journal", "--json") == (1, '{"schema":1,"conversations":[]}\n', "")
    cli("log", "Ann Lee")
    assert cli("journal", "zebra") == (1, "nothing found\n", "")


def test_the_sample_book_as_markdown(demo: Path) -> None:
    page = CommandLine(demo)("export", "md").out
    assert page.startswith("# Journal\n\n## ")
    assert "\n### Sunday, 22 November 2026\n" in page

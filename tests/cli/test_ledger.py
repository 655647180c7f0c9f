"""favour, ledger, season, event, events and debrief: lines, JSON and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netpractice.domain.records import Contact, Conversation, Participant
from tests.cli.conftest import TODAY, CommandLine, OpenBook


@pytest.fixture
def silent(open_book: OpenBook) -> str:
    """Somebody last spoken with more than a year ago; the contact's id."""
    book = open_book()
    erin = book.new(Contact, name="Erin O’Neill")
    people = (Participant(name="Erin", contact=erin.id),)
    book.change("added", put=[erin, book.new(Conversation, day=date(2025, 9, 12), people=people)])
    book.close()
    return erin.id


def test_a_favour_is_written(cli: CommandLine, silent: str) -> None:
    said = cli("favour", "gave", "a", "lift", "--with", "erin", "--size", "S", "--kind", "time", "--on", "fri")
    assert said == (0, "gave Erin O’Neill: a lift (time)\n", "")
    report = cli("ledger", "lift", "--json").json
    (favour,) = report["favours"]
    assert favour.pop("id")
    assert favour == {
        "day": "2026-11-20", "direction": "gave", "kind": "time", "what": "a lift", "size": "S", "contact": silent,
        "who": "Erin O’Neill",
    }  # fmt: skip


def test_an_ask_of_somebody_silent_is_written_and_says_so(cli: CommandLine, silent: str) -> None:
    result = cli("favour", "asked", "a reference", "--with", "Erin O'Neill")
    assert result.status == 0
    assert result.lines[0] == "asked Erin O’Neill: a reference"
    assert result.lines[1].startswith("  You last spoke with Erin O’Neill on Fri 12 Sep 2025, 1.1 y ago. Reconnecting")
    cli("undo")
    report = cli("favour", "asked", "a reference", "--with", "erin", "--json").json
    assert report["gate"] == "You last spoke with Erin O’Neill on Fri 12 Sep 2025, 1.1 y ago."
    assert report["favour"]["direction"] == "asked"
    assert cli("favour", "gave", "a cake", "--with", "erin", "--json").json["gate"] == ""


def test_the_ledger_in_lines(cli: CommandLine) -> None:
    assert cli("ledger").status == 1
    cli("season", "--nothing", "--on", "mon")
    cli("favour", "gave", "a lift", "--kind", "introduction")
    cli("favour", "received", "a cake", "--on", "2026-10-01")
    assert cli("ledger").lines == [
        " 30 days: gave 1, received 0, asked 0",
        " 90 days: gave 1, received 1, asked 0",
        "365 days: gave 1, received 1, asked 0",
        "100% of a year's giving was done while you needed nothing",
        "Five minutes:",
        "  send something worth reading to the one who would like it (useful link, not given yet)",
        "  tell somebody, or their boss, what they did well (praise, not given yet)",
        "  pass on an advert, a talk or a piece of work (share, not given yet)",
    ]
    listed = cli("ledger", "cake").lines
    assert [" ".join(line.split()) for line in listed] == ["Day Way Who Kind What", "Thu 1 Oct received other a cake"]
    assert cli("ledger", "nobody") == (1, "nothing found\n", "")


def test_the_ledger_as_json(cli: CommandLine) -> None:
    cli("favour", "gave", "a lift", "--kind", "share")
    report = cli("ledger", "--json").json
    assert report["balances"][0] == {"days": 30, "gave": 1, "received": 0, "asked": 0}
    assert report["weeks"][-1] == {"week": "2026-11-16", "gave": 1, "received": 0, "asked": 0}
    assert (len(report["weeks"]), report["calm_share"]) == (13, None)
    assert [idea["last"] for idea in report["ideas"]] == 6 * [None] + ["2026-11-22"]


def test_seasons(cli: CommandLine) -> None:
    assert cli("season") == (1, "no season yet\n", "")
    assert cli("season", "a", "job").out == "I need: a job\n"
    assert cli("season").out == "I need: a job, since Sun 22 Nov\n"
    report = cli("season", "--nothing", "--on", "2026-01-01", "--json").json
    assert report == {"schema": 1, "done": "I need nothing", "start": "2026-11-22", "need": "a job"}
    assert cli("season", "a job", "--json").json["done"] == ""
    assert cli("season", " ").err == (
        "netpractice: season: this need says nothing. Say what you need, or give --nothing.\n"
    )
    assert cli("season", "--json").json["need"] == "a job"


def test_an_event_from_the_mission_to_the_debrief(cli: CommandLine, open_book: OpenBook) -> None:
    assert cli("events").status == 1
    made = cli(
        "event", "Winter", "Market", "--day", "fri", "--place", "square", "--to-meet", "one gardener", "--tag", "#hr",
        "--if-then", "If I stand alone, then I ask.",
    )  # fmt: skip
    assert made.out == "event: Winter Market, Fri 27 Nov\n"
    (event,) = cli("events", "--json").json["events"]
    assert (event["stage"], event["tags"], event["to_meet"], event["met"]) == ("ahead", ["hr"], "one gardener", [])
    assert [line.split()[1:] for line in cli("events").lines[1:]] == [
        ["Fri", "27", "Nov", "Winter", "Market", "in", "5", "d"]
    ]
    book = open_book()
    ana = book.new(Contact, name="Ana")
    people = (Participant(name="Ana", contact=ana.id, circle="new"),)
    talk = book.new(Conversation, day=TODAY + timedelta(days=5), event=event["id"], people=people)
    book.change("talked", put=[ana, talk])
    book.close()
    cli.input = b"Two good talks.\nWet shoes.\n"
    assert cli("debrief", event["code"], "-", today="2026-11-28").lines == [
        "debrief of Winter Market",
        "Winter Market, Fri 27 Nov, square",
        "  one to meet: one gardener -> Ana",
        "  If I stand alone, then I ask.",
        "  1 conversation, 1 new",
        "  Two good talks.",
        "  Wet shoes.",
    ]
    assert (
        cli("events", event["code"], today="2026-11-28").lines
        == cli("debrief", event["code"], "-", today="2026-11-28").lines[1:]
    )
    assert cli("debrief", event["code"], "dry", "now", "--json").json["event"]["debrief"] == "dry now"
    cli.input = b"\n"
    assert (cli("debrief", event["code"], "-").status, cli("debrief", event["code"], " ").status) == (2, 2)
    assert cli("events", event["code"], "--json").json["events"][0]["debrief"] == "dry now"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("favour gave", "required: WHAT"),
        ("favour lent a cake", "invalid choice: 'lent'"),
        ("favour gave x --on tomorrow", "this day hasn't begun yet"),
        ("favour gave x --with Zoe", "nobody on the roster has this name"),
        ("ledger kind:lunch", "there is no kind lunch"),
        ("season a job --nothing", "--nothing goes without a need"),
        ("season --on mon", "--on goes with a need or with --nothing"),
        ("season x --on tomorrow", "this day hasn't begun yet"),
        ("event", "required: NAME"),
        ("event Fair --day soon", "'soon' can't be read as a day"),
        ("events nowhere", "there is no event with this code"),
        ("debrief nowhere text", "there is no event with this code. netpractice events shows the codes"),
    ],
)
def test_one_line_and_nothing_written(cli: CommandLine, words: str, says: str) -> None:
    cli("check", "1")
    before = cli.data.read_bytes()
    result = cli(*words.split())
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert says in result.err
    assert cli.data.read_bytes() == before

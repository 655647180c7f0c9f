"""contacts: the people on the roster as a table and as JSON."""

from __future__ import annotations

import os
import termios
from datetime import timedelta

import pytest

from netpractice.cli.main import main
from netpractice.cli.verbs.contacts import plain
from netpractice.domain.records import Contact, Conversation, Favour, FollowUp, Participant
from netpractice.practice.roster import ORDERS, roster
from tests.cli.conftest import TODAY, CommandLine, OpenBook


@pytest.fixture
def people(cli: CommandLine, open_book: OpenBook) -> dict[str, str]:
    """The ids of the people in a book, by name."""
    book = open_book()
    ben = book.new(Contact, name="Ben Okafor", circle="warm", company="ACME", role="talent lead", tags=("hr",))
    ana = book.new(
        Contact, name="Ana Núñez", circle="friendly", emails=("ana@example.org",), birthday="--03-12",
        introduced_by=ben.id, how_met="PyCon",
    )  # fmt: skip
    rest = book.new(Contact, name="Kim Rest", resting=True)
    cy = book.new(Contact, name="Cy Dow", unsorted=True, imported={"company": "x"})
    old = book.new(Contact, name="Old Archie", archived=TODAY)
    talks = [
        book.new(Conversation, day=TODAY - timedelta(days=n), people=(Participant(name="x", contact=each.id),))
        for n, each in ((28, ben), (9, ana), (700, old))
    ]
    gave = book.new(Favour, day=TODAY - timedelta(days=40), direction="gave", contact=ben.id)
    promise = book.new(FollowUp, kind="promise", what="send the map", contact=ben.id, opened=TODAY, due=TODAY)
    book.change("wrote", put=[ben, ana, rest, cy, old, *talks, gave, promise])
    book.close()
    return {contact.name: contact.id for contact in (ben, ana, rest, cy, old)}


def test_the_table_says_whose_turn_it_is(cli: CommandLine, people: dict[str, str]) -> None:
    result = cli("contacts")
    assert (result.status, result.err) == (0, "")
    assert result.lines == [
        "Name        Circle    Last  Due       G:R  Next step",
        "Ben Okafor  warm      28 d  7 d over  1:0  send the map",
        "Ana Núñez   friendly  9 d   in 51 d   0:0",
        "Cy Dow      new       -     new       0:0",
        "Kim Rest    new       -     resting   0:0",
    ]


def test_filters_sorting_and_archived_people(cli: CommandLine, people: dict[str, str]) -> None:
    def names(*words: str) -> list[str]:
        return [contact["name"] for contact in cli("contacts", *words, "--json").json["contacts"]]

    assert names("nunez") == ["Ana Núñez"]
    assert names("circle:warm", "due") == names("circle:warm due") == ["Ben Okafor"]
    assert names('company:"acme"') == ["Ben Okafor"]
    assert names("--sort", "name") == ["Ana Núñez", "Ben Okafor", "Cy Dow", "Kim Rest"]
    assert names("archived") == ["Old Archie"]
    assert names("--all")[-1] == "Old Archie"
    assert all(len(names("--sort", order)) == 4 for order in ORDERS)


def test_one_contact_as_json(cli: CommandLine, people: dict[str, str]) -> None:
    report = cli("contacts", "ben", "--json").json
    assert report == {
        "schema": 1,
        "contacts": [
            {
                "id": people["Ben Okafor"],
                "name": "Ben Okafor",
                "nickname": "",
                "circle": "warm",
                "unsorted": False,
                "company": "ACME",
                "role": "talent lead",
                "emails": [],
                "phones": [],
                "links": [],
                "tags": ["hr"],
                "birthday": "",
                "how_met": "",
                "introduced_by": "",
                "notes": "",
                "state": "due",
                "rhythm_days": 21,
                "last_contact": "2026-10-25",
                "due": "2026-11-15",
                "overdue": 7 / 21,
                "gave": 1,
                "received": 0,
                "next_step": "send the map",
                "next_due": "2026-11-22",
                "archived": False,
            }
        ],
    }


def test_what_isnt_known_is_null_in_json(cli: CommandLine, people: dict[str, str]) -> None:
    new, resting, archived = cli("contacts", "--all", "--json").json["contacts"][2:]
    assert [(each["state"], each["last_contact"], each["overdue"]) for each in (new, resting)] == [
        ("new", None, None),
        ("resting", None, None),
    ]
    assert (new["rhythm_days"], new["unsorted"], resting["rhythm_days"]) == (14, True, None)
    assert (archived["archived"], archived["last_contact"], archived["due"]) == (True, "2024-12-22", None)
    [ana] = cli("contacts", "ana", "--json").json["contacts"]
    assert ana["introduced_by"] == "Ben Okafor"


def test_nobody_found_is_1(cli: CommandLine, people: dict[str, str]) -> None:
    assert cli("contacts", "zoe") == (1, "nobody found\n", "")
    result = cli("contacts", "zoe", "--json")
    assert (result.status, result.json) == (1, {"schema": 1, "contacts": []})


def test_an_empty_roster_names_the_way_in(cli: CommandLine) -> None:
    assert cli("contacts") == (1, "nobody on the roster yet; netpractice add NAME begins it\n", "")
    assert not cli.data.parent.exists()


def test_a_filter_that_cannot_be_read_is_2(cli: CommandLine, people: dict[str, str]) -> None:
    result = cli("contacts", "tie:3")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("netpractice: contacts: tie: means nothing here. Known are #…, circle:,")
    assert cli("contacts", "--sort", "luck").status == 2


def test_rows_fit_the_terminal_and_are_all_there(cli: CommandLine, open_book: OpenBook) -> None:
    book = open_book()
    made = [book.new(Contact, name=f"Somebody with a very long name {n}" + "東京" * 9) for n in range(300)]
    book.change("wrote", put=made)
    for width in (80, 60, 40):
        lines = list(plain(roster(book), TODAY, width))
        assert len(lines) == 301
        assert all(len(line) + sum(character in "東京" for character in line) <= width for line in lines)


def test_a_terminal_says_how_wide_it_is(cli: CommandLine) -> None:
    cli("add", "Ann " * 20)
    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, 50))
    with os.fdopen(slave, "w", encoding="utf-8") as out:
        main(["--data", str(cli.data), "contacts"], environ={}, out=out, err=out, start_app=lambda *_: 0)
        shown = os.read(master, 10_000).decode().splitlines()
    os.close(master)
    assert len(shown) == 2
    assert shown[1].startswith("Ann Ann Ann Ann Ann An..  new")
    assert max(map(len, shown)) <= 50


def test_a_roster_that_another_netpractice_holds_can_be_read(cli: CommandLine, open_book: OpenBook) -> None:
    cli("add", "Ann Lee")
    open_book()
    assert cli("contacts").lines[1].startswith("Ann Lee")

"""due: what it lists, in lines and as JSON, and that its codes are the handles of done and snooze."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from netpractice.cli.finding import short_codes
from netpractice.domain.records import Contact, Conversation, FollowUp, Participant, Step
from tests.cli.conftest import TODAY, CommandLine, OpenBook


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def filled(cli: CommandLine, open_book: OpenBook) -> CommandLine:
    """A promise that is late, a lead due today, a promise due later, and somebody whose rhythm is up."""
    book = open_book()
    ana = book.new(Contact, name="Ana Núñez", circle="warm")
    ben = book.new(Contact, name="Ben", circle="warm")
    talk = book.new(Conversation, day=ago(39), people=(Participant(name="Ben", contact=ben.id),))
    late = book.new(FollowUp, kind="promise", what="send the map", contact=ana.id, opened=ago(9), due=ago(2))
    lead = book.new(FollowUp, kind="lead", what="call Kim", contact=ana.id, opened=ago(9), due=TODAY)
    later = book.new(FollowUp, kind="promise", what="draw the shore", opened=ago(9), due=ago(-5))
    book.change("filled", put=[ana, ben, talk, late, lead, later])
    book.close()
    return cli


def codes(cli: CommandLine) -> dict[str, str]:
    """The codes of what is due by what is to be done."""
    return {row["what"]: row["code"] for row in cli("due", "--json").json["due"]}


def test_nothing_due_ends_with_1_and_writes_nothing(cli: CommandLine) -> None:
    assert cli("due") == (1, "nothing is due\n", "")
    result = cli("due", "--json")
    assert (result.status, result.json) == (1, {"schema": 1, "due": []})
    assert not cli.data.parent.exists()


def test_what_is_due_in_lines(filled: CommandLine) -> None:
    result = filled("due")
    assert result.status == 0
    columns = [" ".join(line.split()[1:]) for line in result.lines]
    assert columns == [
        "When Who What",
        "2 d late Ana Núñez send the map",
        "today Ana Núñez call Kim",
        "39 d / 21 Ben say hello, ask for nothing",
    ]
    assert [line.split()[0] for line in result.lines[1:]] == list(codes(filled).values())


def test_what_is_due_as_json(filled: CommandLine) -> None:
    first, second, third = filled("due", "--json").json["due"]
    assert first["id"].endswith(first["code"])
    contact = first.pop("contact")
    assert contact == second["contact"]
    del first["id"], first["code"]
    assert first == {
        "kind": "follow-up", "who": "Ana Núñez", "what": "send the map", "due": "2026-11-20", "late": 2,
        "when": "2 d late", "next": "done",
    }  # fmt: skip
    assert (second["late"], second["next"]) == (0, "acted")
    assert (third["kind"], third["id"] == third["contact"], third["due"], third["next"]) == (
        "person", True, "2026-11-04", "in touch",
    )  # fmt: skip


def test_everything_due_is_cleared_by_its_codes(filled: CommandLine) -> None:
    there = codes(filled)
    assert filled("done", there["send the map"]).out == "done: send the map (Ana Núñez)\n"
    assert filled("acted", there["call Kim"]).status == 0
    assert filled("done", there["say hello, ask for nothing"]).out == "in touch with Ben, Sun 22 Nov\n"
    assert filled("due").status == 1


def test_what_is_due_is_put_off_by_its_codes(filled: CommandLine) -> None:
    there = codes(filled)
    assert filled("snooze", there["send the map"], "2", "w").out == "put off to Sun 6 Dec: send the map (Ana Núñez)\n"
    assert filled("snooze", there["say hello, ask for nothing"], "fri").out == "Ben: not before Fri 27 Nov\n"
    assert list(codes(filled)) == ["call Kim"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["done", "{person}", "{promise}"], "a person is named alone"),
        (["done", "{person}", "--note", "by phone"], "a person is named alone"),
        (["snooze", "{person}", "fri", "--note", "x"], "a note is for a follow-up"),
        (["snooze", "{promise}", "yesterday"], "this day is over"),
        (["snooze", "{promise}", "next", "fri"], "can't be read as a day"),
        (["done", "{person}", "--favour", "time"], "--favour tells what a way to help was"),
        (["done", "{promise}", "--favour", "time"], "--favour tells what a way to help was"),
        (["done", "nowhere"], "no follow-up or person with this code"),
    ],
)
def test_what_a_code_can_not_do(filled: CommandLine, words: list[str], says: str) -> None:
    there = codes(filled)
    named = {"person": there["say hello, ask for nothing"], "promise": there["send the map"]}
    before = filled.data.read_bytes()
    result = filled(*(word.format(**named) for word in words))
    assert (result.status, result.out, says in result.err) == (2, "", True)
    assert filled.data.read_bytes() == before


def test_codes_are_as_short_as_tells_them_apart() -> None:
    assert short_codes(["0aaaa", "0baaa", "0caba"]) == {"0aaaa": "aaaa", "0baaa": "baaa", "0caba": "caba"}
    assert short_codes(["1", "21", "2"]) == {"1": "1", "21": "21", "2": "2"}
    assert short_codes([]) == {}
    assert short_codes(["0aaaa"], ["0baaa", "0caba", "0daba"]) == {"0aaaa": "aaaa"}


def test_the_code_of_a_person_means_nobody_else(filled: CommandLine, open_book: OpenBook) -> None:
    code = codes(filled)["say hello, ask for nothing"]
    book = open_book()
    closed = FollowUp(
        id=f"01{code}", created=book.clock.now(), updated=book.clock.now(), kind="promise", what="long ago",
        opened=TODAY, due=TODAY, steps=(Step(day=TODAY, kind="done"),),
    )  # fmt: skip
    namesake = msgspec.structs.replace(book.new(Contact, name="Zoe"), id=f"02{code}")
    book.change("written", put=[closed, namesake])
    book.close()
    assert filled("done", codes(filled)["say hello, ask for nothing"]).out == "in touch with Ben, Sun 22 Nov\n"

"""Hostile text in every field that the command line prints reaches the terminal as text or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from netpractice.domain.capture import lines_of
from netpractice.domain.records import (
    CheckIn,
    Contact,
    Conversation,
    Debrief,
    Event,
    Favour,
    FollowUp,
    Participant,
    Record,
    Records,
    Season,
    Step,
)
from netpractice.domain.text import SUSPICIOUS, clean_line
from netpractice.practice.clock import FixedClock
from netpractice.store.codec import encode
from tests.cli.conftest import TODAY, CommandLine
from tests.hostile import HOSTILE

R = TypeVar("R", bound=Record)
NOW = FixedClock(TODAY).now()


def made(kind: Callable[..., R], number: int = 1, /, **fields: object) -> dict[str, R]:
    """A table of one record, as it is written without any cleaning."""
    record_id = str(number)
    return {record_id: kind(id=record_id, created=NOW, updated=NOW, **fields)}


def book_full_of(text: str) -> bytes:
    """A book with a text in every field of one line that the command line prints."""
    done = Step(day=TODAY, kind="done", note=text)
    warm = Participant(name=text, circle="warm")
    told = Debrief(learnt=text, help=text, went_well=text, try_next=text, went=3)
    lines = ("name", "nickname", "company", "role", "birthday", "how_met", "notes")
    lists = ("emails", "phones", "links", "tags")
    facts = dict.fromkeys(lines, text) | dict.fromkeys(lists, (text,))
    records = Records(
        contacts=made(Contact, 1, introduced_by="1", **facts),
        conversations=made(Conversation, 1, day=TODAY, people=(warm,))
        | made(Conversation, 2, day=TODAY, setting=text)
        | made(Conversation, 3, day=TODAY, people=(warm,), event="1", notes=text, tags=(text,), debrief=told),
        favours=made(Favour, day=TODAY, direction="gave", what=text, contact="1", conversation="3"),
        followups=made(FollowUp, kind="help", what=text, opened=TODAY, due=TODAY, steps=(done,), conversation="3")
        | made(FollowUp, 2, kind="promise", what=text, contact="1", opened=TODAY, due=TODAY),
        events=made(Event, name=text, day=TODAY, place=text, to_help=text, if_then=text, debrief=text, tags=(text,)),
        seasons=made(Season, start=TODAY, need=text),
        checkins=made(CheckIn, day=TODAY, attitude=2, intention=text, reflection=text),
    )
    return encode(records)


SHOWING = ["status", "check", "check --json", "score", "score --json", "why 1", "why 2", "why 5", "why 6", "doctor"]
SHOWING += ["contacts", "contacts --json"]
SHOWING += [
    "due",
    "due --json",
    "followups",
    "followups --json",
    "followups closed --history",
    "followups closed --json",
]
SHOWING += ["remind", "ledger", "ledger gave", "ledger --json", "season", "season --json"]
SHOWING += ["events", "events 1", "events --json"]
SHOWING += ["journal", "journal --json", "export md"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_in_the_book_is_only_ever_text(cli: CommandLine, text: str) -> None:
    cli.data.parent.mkdir()
    cli.data.write_bytes(book_full_of(text.encode(errors="replace").decode()))
    for words in SHOWING:
        result = cli(*words.split())
        assert result.err == ""
        assert not SUSPICIOUS.search(result.out)
    clean = clean_line(text.encode(errors="replace").decode())
    page = cli("check", "--json").json
    assert {" ".join(page[part].split()) for part in ("intention", "reflection")} == {clean}
    assert clean in " ".join(cli("why", "6").lines[1].split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_typed_is_cleaned_and_kept(cli: CommandLine, text: str) -> None:
    result = cli("check", f"--intention={text}", f"--reflection={text}")
    assert (result.status, result.err) == (0, "")
    page = cli("check", "--json").json
    assert (page["intention"], page["reflection"]) == (clean_line(text), clean_line(text))
    assert cli("add", f"--company={text}", "--", "Ann", text[:400]).status == 0
    [contact] = cli("contacts", "--json").json["contacts"]
    assert (contact["name"], contact["company"]) == (clean_line(f"Ann {text[:400]}"), clean_line(text))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_captured_is_cleaned_and_kept(cli: CommandLine, text: str) -> None:
    there = text[:499].encode(errors="replace").decode()
    line = f"Ann Lee / @x{' '.join(lines_of(there))}"
    cli.input = line.encode()
    result = cli("log", "-")
    assert (result.status, result.err) == (0, "")
    assert not SUSPICIOUS.search(result.out)
    [talk] = cli("journal", "--json").json["conversations"]
    assert talk["setting"] == clean_line(line.partition("@")[2].partition(" / ")[0])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_refused_is_shown_harmless_and_in_one_line(cli: CommandLine, text: str) -> None:
    for words in (
        ["why", "--", text],
        ["check", "1", f"--on={text}"],
        ["score", f"--week={text}"],
        ["restore", text],
        ["contacts", "--", text],
        ["add", "Ann", f"--circle={text}"],
        ["add", "Ann", f"--birthday=x{text}"],
        ["log", "--", f"Ann / 9{text[:1]} / !x by 9 {text}", f"/ {text}", "/ fu never"],
        ["journal", "--", f"from:never{text}"],
        ["done", "--", text],
        ["snooze", "--", text, "fri"],
        ["followup", "promise", "x", f"--with={text}"],
        ["followup", "promise", "x", f"--by=x{text}"],
        ["followups", "--", text],
        ["events", "--", text],
    ):
        result = cli(*words)
        assert result.status in (1, 2)
        assert result.err.count("\n") <= 1
        assert not SUSPICIOUS.search(result.err + result.out)

"""D2: files of every form that was ever released, of forms to come, and with parts that nobody knows here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netpractice.store.codec import SCHEMA
from tests.cli.conftest import CommandLine
from tests.counts import tally
from tests.faults.flows import files_of, seed
from tests.journeys.user import at_the_screen

GOLDEN = Path(__file__).parents[1] / "store" / "golden"
RELEASED = [f"schema{number}.json" for number in range(SCHEMA + 1)]


def put(data: Path, content: bytes) -> CommandLine:
    data.parent.mkdir(exist_ok=True)
    data.write_bytes(content)
    return CommandLine(data)


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_form_is_read_by_every_verb_and_left_as_it_is(name: str, data: Path) -> None:
    released = (GOLDEN / name).read_bytes()
    cli = put(data, released)
    for words in ("status", "score", "why 1", "check", "doctor"):
        assert cli(*words.split()).status in (0, 1)
        assert files_of(data.parent) == {"book.json": released}
    tally("D2")


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_form_is_written_in_the_present_one_after_a_backup(name: str, data: Path) -> None:
    released = (GOLDEN / name).read_bytes()
    cli = put(data, released)
    records = cli("doctor", "--json").json["records"]
    assert cli("check", "6", "--on", "2026-11-18").status == 0
    assert json.loads(data.read_bytes())["meta"] == {"1": {"schema": SCHEMA}}
    after = cli("doctor", "--json").json["records"]
    assert after == records | {"checkins": records["checkins"] + 1}
    there = cli("restore", "--json").json["backups"]
    kept = [backup["name"] for backup in there if backup["label"] == "before-migration"]
    assert len(kept) == (name != RELEASED[-1])
    if kept:
        assert cli("restore", kept[0]).status == 0
        assert data.read_bytes() == released
    tally("D2")


def newer(tables: dict[str, Any]) -> None:
    """The next schema, in a form that happens to be readable here."""
    tables["meta"]["1"]["schema"] = SCHEMA + 1
    tables["rituals"] = {"1": {"id": "a", "what": "coffee"}}


def newer_and_strange(tables: dict[str, Any]) -> None:
    """A schema far ahead, in a form that can't be read here."""
    tables["meta"]["1"]["schema"] = SCHEMA + 10
    tables["checkins"] = [{"on": 20261122}]


@pytest.mark.parametrize(("change", "status"), [(newer, 0), (newer_and_strange, 3)])
def test_a_newer_form_is_looked_at_if_that_is_possible_and_never_written(
    change: Callable[[dict[str, Any]], None], status: int, data: Path
) -> None:
    seed(data)
    tables = json.loads(data.read_bytes())
    change(tables)
    cli = put(data, json.dumps(tables).encode())
    before = files_of(data.parent, but=[data.with_name("book.json.lock")])
    assert cli("status").status == status
    for words in ("check 5", "check --undo", "backup"):
        result = cli(*words.split())
        assert result.status == 3
        assert "a newer netpractice wrote this book" in result.err.lower()
        assert result.err.endswith("Update netpractice.\n")
        assert files_of(data.parent, but=[data.with_name("book.json.lock")]) == before
    tally("D2")


async def test_a_newer_form_is_shown_and_every_change_refused(data: Path) -> None:
    seed(data)
    tables = json.loads(data.read_bytes())
    newer(tables)
    data.write_text(json.dumps(tables))
    before = data.read_bytes()
    async with at_the_screen(data) as user:
        await user.sees("A newer netpractice wrote this book", "✓ Start warm")
        await user.press("2")
        await user.sees("Update netpractice")
        assert "✓ Anywhere" not in user.screen
    assert data.read_bytes() == before
    tally("D2")


def an_unknown_field(tables: dict[str, Any]) -> None:
    tables["checkins"]["3"]["weather"] = {"sun": [1, 2.50, None]}


def an_unknown_table(tables: dict[str, Any]) -> None:
    tables["pets"] = {"7": {"name": "Rex"}, "9": {"name": "Ä"}}


def an_unknown_word_in_meta(tables: dict[str, Any]) -> None:
    tables["meta"]["1"]["made_by"] = "another program"
    tables["meta"]["2"] = {"schema": SCHEMA, "more": True}


@pytest.mark.parametrize("change", [an_unknown_field, an_unknown_table, an_unknown_word_in_meta])
def test_what_nobody_knows_here_stays(change: Callable[[dict[str, Any]], None], data: Path) -> None:
    seed(data)
    tables = json.loads(data.read_bytes())
    change(tables)
    cli = put(data, json.dumps(tables, separators=(",", ":"), ensure_ascii=False).encode())
    before = data.read_bytes()
    assert cli("check", "5", "--reflection", "well").status == 0
    after = json.loads(data.read_bytes())
    page = after["checkins"]["3"]
    assert page.pop("reflection") == "well"
    assert page["ticks"] == ["warm", "follow"]
    page |= {key: tables["checkins"]["3"][key] for key in ("ticks", "updated")}
    assert after == tables
    assert cli("check", "--undo").status == 0
    assert data.read_bytes() == before
    tally("D2")

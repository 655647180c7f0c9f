"""Whatever can't be used gets one line, its exit status, and leaves the book and its folder as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine, OpenBook

BAD = {
    "check 7": "7: no such habit",
    "check 0": "0: no such habit",
    "check warm cold": "cold: no such habit",
    "check 1 --on tomorrow": "this day hasn't begun yet",
    "check 1 --on 2026-11-23": "this day hasn't begun yet",
    "check --on 31.12.": "'31.12.' can't be read as a day",
    "check --on 2026-02-30": "'2026-02-30' is no day of the calendar",
    "check --attitude 5": "5: no such attitude",
    "check --attitude -1": "-1: no such attitude",
    "check --attitude x": "x: no such attitude",
    "check --attitude": "expected one argument",
    "check --frobnicate": "unrecognized arguments: --frobnicate",
    "check 1 --pass": "a habit is kept on this day, so it needs no pass",
    "score --week 2026-W54": "'2026-W54' can't be read as a week",
    "score --week 2026-W48": "2026-W48: this week begins on Mon 23 Nov",
    "score extra": "unrecognized arguments: extra",
    "log": "required: LINE",
    "log Ann / 9": "column 7: 9 doesn't say how well it went. Write 0 (badly) to 4 (very well), or \\9 for a note.",
    "log Ann --on tomorrow": "this day hasn't begun yet",
    "log Ann --on 31.12.": "'31.12.' can't be read as a day",
    "journal from:never": "journal: 'never' can't be read as a day",
    "journal place:bar": "journal: place: means nothing here",
    "why": "required: HABIT",
    "why nothing": "nothing: no such habit",
    "why 1 --on never": "'never' can't be read as a day",
    "status --format html": "invalid choice: 'html'",
    "status --json --format tmux": "not allowed with argument",
    "restore 99": "there is no backup 99",
    "restore ../book.json": "there is no backup ../book.json",
    "demo --years ten": "ten: not a number of years",
    "demo --years 0 -o new.json": "a sample book has 1 to 50 years",
    "status --today someday": "'someday' can't be read as a day",
    "nonsense": "nonsense: no such verb",
}


def folder(path: Path) -> dict[str, bytes]:
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}


@pytest.mark.parametrize(("words", "says"), BAD.items())
def test_one_line_and_nothing_written(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    cli("check", "2")
    before = folder(tmp_path)
    result = cli(*words.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("netpractice: ")
    assert result.err.count("\n") == 1
    assert says in result.err
    assert folder(tmp_path) == before
    assert cli.opened == []


@pytest.mark.parametrize("words", [words for words in BAD if words.startswith("check")])
def test_a_book_that_is_not_there_yet_is_not_made_by_a_mistake(cli: CommandLine, words: str) -> None:
    assert cli(*words.split()).status == 2
    assert not cli.data.parent.exists()


def test_a_line_that_is_too_long_is_refused_whole(cli: CommandLine) -> None:
    result = cli("check", "--reflection", "x" * 501)
    assert result.status == 2
    assert (
        result.err
        == "netpractice: reflection: 501 characters are too long, at most 500 fit. Put the long part into the notes.\n"
    )
    assert not cli.data.parent.exists()


DAMAGED = {
    "empty": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "no book": b'{"a": 1}',
    "bytes": b"\xff\x00",
    "null": b"null",
}
VERBS = ["status", "check", "check 1", "score", "why 1", "backup", "check --undo", ""]


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
@pytest.mark.parametrize("words", VERBS)
def test_a_damaged_book_is_named_and_left_as_it_is(cli: CommandLine, words: str, content: bytes) -> None:
    cli.data.parent.mkdir()
    cli.data.write_bytes(content)
    result = cli(*words.split())
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert str(cli.data) in result.err
    assert cli.data.read_bytes() == content
    assert cli.opened == []


def test_a_damaged_book_points_to_the_backup_that_brings_it_back(cli: CommandLine, open_book: OpenBook) -> None:
    cli("check", "1")
    good = cli.data.read_bytes()
    cli("backup")
    cli.data.write_bytes(good[:40])
    assert "netpractice restore newest brings back the backup of" in cli("status").err
    assert cli("restore", "newest").status == 0
    assert cli.data.read_bytes() == good


def test_a_folder_in_the_place_of_the_book(cli: CommandLine) -> None:
    cli.data.mkdir(parents=True)
    result = cli("status")
    assert result.status == 3
    assert result.err.count("\n") == 1
    assert str(cli.data) in result.err

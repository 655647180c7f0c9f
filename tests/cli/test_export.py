"""export: every format to standard output or a file, and what is never written over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netpractice.practice.exporting import FORMATS
from tests.cli.conftest import CommandLine


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_standard_output_or_to_a_file_alike(demo: Path, tmp_path: Path, name: str) -> None:
    cli = CommandLine(demo)
    before = demo.read_bytes()
    printed = cli("export", name)
    assert (printed.status, printed.err) == (0, "")
    assert printed.out
    assert cli("export", name, "-o", "-").out == printed.out
    there = tmp_path / "there"
    assert cli("export", name, "-o", str(there)).out == f"Wrote {there}\n"
    assert there.read_bytes().decode() == printed.out
    assert cli("export", name).out == printed.out
    assert demo.read_bytes() == before


@pytest.mark.parametrize("name", FORMATS)
def test_a_book_without_anything_in_it(cli: CommandLine, name: str) -> None:
    result = cli("export", name)
    assert (result.status, result.err) == (0, "")
    assert not cli.data.exists()


def test_the_whole_book_as_json(demo: Path) -> None:
    book = json.loads(CommandLine(demo)("export", "json").out)
    assert book["schema"] == 1
    assert all({"id", "created", "updated", "name"} <= contact.keys() for contact in book["contacts"])
    assert len(book["conversations"]) == len(json.loads(demo.read_bytes())["conversations"])


def test_what_the_locale_can_not_show_is_written_all_the_same(demo: Path) -> None:
    cli = CommandLine(demo)
    whole = cli("export", "json").out
    assert not whole.isascii()
    assert cli("export", "json", encoding="latin-1").out.encode("latin-1") == whole.encode()


def test_an_unknown_format_names_those_there_are(cli: CommandLine) -> None:
    result = cli("export", "docx")
    assert (result.status, result.out) == (2, "")
    assert "json" in result.err


def test_only_the_user_can_read_the_file(demo: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        CommandLine(demo)("export", "json", "-o", str(tmp_path / "there"))
    finally:
        os.umask(before)
    assert (tmp_path / "there").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_kept_unless_told_otherwise(demo: Path, tmp_path: Path) -> None:
    cli = CommandLine(demo)
    there = tmp_path / "there"
    there.write_text("mine")
    refused = cli("export", "json", "-o", str(there))
    assert (refused.status, refused.out) == (2, "")
    assert "--force" in refused.err
    assert there.read_text() == "mine"
    assert cli("export", "json", "-o", str(there), "--force").status == 0
    assert there.read_text() == cli("export", "json").out


@pytest.mark.parametrize(
    "name", ["book.json", "book.json.lock", "book.json.history", "book.json.draft", "backups/x.json", "linked"]
)
def test_the_book_itself_is_never_written_over(demo: Path, name: str) -> None:
    (demo.parent / "linked").symlink_to(demo)
    before = demo.read_bytes()
    result = CommandLine(demo)("export", "json", "--force", "-o", str(demo.parent / name))
    assert result.status == 2
    assert "a file of the book itself" in result.err
    assert demo.read_bytes() == before
    assert not (demo.parent / "backups").exists()


def test_what_is_no_file_is_never_written_over(demo: Path, tmp_path: Path) -> None:
    cli = CommandLine(demo)
    (tmp_path / "folder").mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path / "folder", pipe, Path(os.devnull)):
        result = cli("export", "json", "--force", "-o", str(path))
        assert result.status == 2
        assert "no ordinary file" in result.err
        assert path.exists()
    assert pipe.is_fifo()


def test_a_folder_that_is_not_there(demo: Path, tmp_path: Path) -> None:
    result = CommandLine(demo)("export", "json", "-o", str(tmp_path / "no" / "there"))
    assert (result.status, result.out) == (3, "")
    assert str(tmp_path / "no" / "there") in result.err
    assert list(tmp_path.iterdir()) == [demo.parent]


@pytest.mark.parametrize("name", ["csv", "vcf"])
def test_whoever_is_yet_to_be_sorted_is_so_in_the_next_book_too(cli: CommandLine, tmp_path: Path, name: str) -> None:
    cards = tmp_path / "ann.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n")
    cli("import", str(cards))
    cli("add", "Bo Kim", "--circle", "familiar")
    file = tmp_path / f"people.{name}"
    cli("export", name, "-o", str(file))
    other = CommandLine(tmp_path / "other.json")
    other("import", str(file))
    there = other("contacts", "--sort", "name", "--json").json["contacts"]
    assert [(one["name"], one["circle"], one["unsorted"]) for one in there] == [
        ("Ann Lee", "familiar", True),
        ("Bo Kim", "familiar", False),
    ]

"""D1: a damaged file gets one clear word, is never written over, and a backup takes its place on request."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.counts import tally
from tests.faults.damages import damages, flip
from tests.faults.flows import files_of, seed_backed_up
from tests.faults.layer import Call, layer


@pytest.fixture
def good(data: Path) -> bytes:
    """A good book with a backup beside it."""
    seed_backed_up(data)
    return data.read_bytes()


def assert_refused(cli: CommandLine, *words: str) -> None:
    """Exit status 3, and one line that names the file and the backup, with nothing written anywhere."""
    before = files_of(cli.data.parent)
    result = cli(*words)
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert result.err.startswith(f"netpractice: {cli.data}: ")
    assert result.err.endswith("netpractice restore newest brings back the backup of 2026-11-22 12:00.\n")
    assert cli.opened == []
    assert files_of(cli.data.parent) == before | {"book.json.lock": b""}


def assert_recovered(cli: CommandLine, damaged: bytes) -> None:
    """A backup is put in the file's place, and the file is kept."""
    assert cli("restore", "newest").status == 0
    kept = [path for path in (cli.data.parent / "backups").iterdir() if path.read_bytes() == damaged]
    assert len(kept) == 1
    assert "before-restore" in kept[0].name
    assert cli("check", "6").status == 0


def damage(cli: CommandLine, damaged: bytes) -> None:
    """Try everything with a damaged file."""
    cli.data.write_bytes(damaged)
    for words in (("status",), ("check", "1"), ("backup",), ()):
        assert_refused(cli, *words)
    assert_recovered(cli, damaged)
    tally("D1")


def test_a_sample_of_damages(good: bytes, data: Path, tmp_path: Path) -> None:
    damage_each(tmp_path, data, step=10)


@pytest.mark.slow
def test_every_damage(good: bytes, data: Path, tmp_path: Path) -> None:
    damage_each(tmp_path, data, step=1)


def damage_each(place: Path, good: Path, *, step: int) -> None:
    """Damage a copy of a good book in every way, or in every `step`th."""
    for number, (name, damaged) in enumerate([*damages(good.read_bytes())][::step]):
        folder = place / str(number)
        shutil.copytree(good.parent, folder)
        try:
            damage(CommandLine(folder / good.name), damaged)
        except AssertionError as problem:
            problem.add_note(name)
            raise


def test_a_flipped_bit_anywhere_is_refused_or_read_but_never_written_over(good: bytes, data: Path) -> None:
    """Inside a text a flipped bit is just another letter; wherever it is, nobody writes because of it."""
    cli = CommandLine(data)
    statuses = set()
    for place in range(0, len(good), 97):
        flipped = flip(good, place, place % 7)
        data.write_bytes(flipped)
        result = cli("status")
        assert result.err.count("\n") == (result.status == 3)
        assert data.read_bytes() == flipped
        statuses.add(result.status)
    assert statuses == {0, 3}


def a_folder(data: Path) -> None:
    data.unlink()
    data.mkdir()


def a_pipe(data: Path) -> None:
    data.unlink()
    os.mkfifo(data)


def nothing(data: Path) -> None:
    data.unlink()


@pytest.mark.skipif(os.name != "posix", reason="no pipes here")
@pytest.mark.parametrize("put", [a_folder, a_pipe, nothing])
def test_what_is_no_file_is_refused_too(put: Callable[[Path], object], good: bytes, data: Path) -> None:
    put(data)
    cli = CommandLine(data)
    for words in (("status",), ("check", "1"), ("backup",), ()):
        assert_refused(cli, *words)
    if data.exists():
        assert cli("restore", "newest").err.endswith("It can't be kept as a backup, so move it away, then try again.\n")
        data.rename(data.with_name("moved away"))
    assert cli("restore", "newest").status == 0
    assert cli("check", "6").status == 0
    tally("D1")


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "book.json"
    link.symlink_to(link)
    result = CommandLine(link)("check", "1")
    assert result.status == 3
    assert result.err.count("\n") == 1
    assert str(link) in result.err
    tally("D1")


@pytest.mark.parametrize("error", ["EIO", "EACCES", "EMFILE", "ENOMEM"])
@pytest.mark.parametrize("name", ["open", "read"])
def test_a_file_that_the_disk_does_not_give_is_refused(name: str, error: str, good: bytes, data: Path) -> None:
    number: int = getattr(errno, error)

    def unreadable(call: Call, carry_out: Callable[[], object]) -> object:
        if (call.name, call.path) == (name, data):
            raise OSError(number, os.strerror(number), str(data))
        return carry_out()

    with layer(data.parent, unreadable):
        for words in (("status",), ("check", "1"), ("backup",), ()):
            assert_refused(CommandLine(data), *words)
    assert data.read_bytes() == good
    tally("D1")


def test_a_book_without_a_good_backup_is_left_as_it_is_and_said_so(good: bytes, data: Path) -> None:
    for backup in (data.parent / "backups").iterdir():
        backup.write_bytes(b"{")
    data.write_bytes(good[:-1])
    cli = CommandLine(data)
    assert cli("status").err.endswith("Nothing was changed; no backup of it was found.\n")
    before = files_of(data.parent)
    result = cli("restore", "newest")
    assert result.status != 0
    assert result.err.count("\n") == 1
    assert files_of(data.parent) == before
    tally("D1")

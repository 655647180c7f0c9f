"""F2: a disk that is really full, and a file that may really not grow."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counts import tally
from tests.faults.aftermath import Course, assert_helpful, bytes_of, course, look_over
from tests.faults.flows import FLOWS, TODAY, WORDS, shape_on_disk

FILLED = ("first check", "check", "undo", "batch", "restore", "keep both")
KILOBYTES_FREE = (0, 4, 8, 12, 20, 48)

BLOCKS = (0, 1, 4, 8, 9)
"""How many times 512 bytes a file may have; the book has about nine."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk can't be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", FILLED)
def test_a_disk_with_hardly_any_room(name: str, disk: Path, tmp_path: Path) -> None:
    way = course(name, tmp_path)
    stopped = 0
    for kilobytes in KILOBYTES_FREE:
        data = way.copy(disk / "book")
        filler = fill(disk, kilobytes)
        before, out = bytes_of(data), io.StringIO()
        message = FLOWS[name].act(data, out)
        if message:
            stopped += 1
            assert_helpful(message, data)
            assert not out.getvalue()
            assert_untouched(way, before, data)
        filler.unlink()
        if message:
            assert FLOWS[name].act(data, io.StringIO()) == ""
        look_over(data, way, said=True)
        tally("F2")
    assert stopped


def assert_untouched(way: Course, before: bytes | None, data: Path) -> None:
    """The file is the one that was there; where there was none, there may be an empty book, and another program's stays."""
    if before is None or FLOWS[way.name].meanwhile:
        assert shape_on_disk(data) in [stage.shape for stage in way.before]
    else:
        assert bytes_of(data) == before


def fill(disk: Path, kilobytes: int) -> Path:
    """Fill a disk but for so many kilobytes, in whole pages; the result is the file that does it."""
    filler = disk / "filler"
    state = os.statvfs(disk)
    filler.write_bytes(bytes(state.f_bavail * state.f_frsize - kilobytes * 1024))
    state = os.statvfs(disk)
    assert state.f_bavail * state.f_frsize == kilobytes * 1024
    return filler


@pytest.mark.skipif(os.name != "posix", reason="no limits on files here")
@pytest.mark.parametrize("name", WORDS)
def test_a_sample_of_limits(name: str, tmp_path: Path) -> None:
    limit_each(name, tmp_path, BLOCKS[1:2])


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="no limits on files here")
@pytest.mark.parametrize("name", WORDS)
def test_every_limit(name: str, tmp_path: Path) -> None:
    limit_each(name, tmp_path, BLOCKS)


def limit_each(name: str, place: Path, limits: tuple[int, ...]) -> None:
    """Run the program where no file may be longer than so many blocks."""
    way = course(name, place)
    for blocks in limits:
        data = way.copy(place / "limited")
        before = bytes_of(data)
        program = [sys.executable, "-m", "netpractice", "--data", str(data), "--today", TODAY.isoformat()]
        command = ["sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh", *program, *WORDS[name]]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode:
            assert ended.returncode == 3, ended
            assert not ended.stdout
            assert_helpful(ended.stderr, data)
            assert_untouched(way, before, data)
            assert FLOWS[name].act(data, io.StringIO()) == ""
        look_over(data, way, said=True)
        tally("F2")

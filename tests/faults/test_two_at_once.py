"""M1: two on one book. One writes, the other is told; whoever is killed leaves nothing to clear away; no update is lost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest
from tinydb import TinyDB

from netpractice.domain.errors import ChangedOutsideError, ReadOnlyError
from netpractice.domain.records import Contact
from netpractice.practice.book import Book
from tests.cli.conftest import CommandLine
from tests.counts import tally
from tests.faults.dying import ROOT
from tests.faults.flows import NOW, files_of, opened, places, seed
from tests.journeys.user import at_the_screen


@contextmanager
def rival(data: Path, name: str = "", count: int = 0) -> Iterator[subprocess.Popen[str]]:
    """Another netpractice on the book, which ends with its input."""
    command = [sys.executable, "-m", "tests.faults.rival", str(data), name, str(count)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The next line that a rival prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def names(data: Path) -> list[str]:
    """Everybody in the book, for somebody who only looks."""
    with closing(Book.open(places(data), NOW, writable=False)) as book:
        return [person.name for person in book.records.contacts.values()]


def add(book: Book, name: str) -> None:
    book.change("added", put=[book.new(Contact, name=name)])


@pytest.mark.parametrize("rivals", [2, 3])
def test_a_sample_of_rivals_lose_nothing(rivals: int, data: Path) -> None:
    write_at_once(data, rivals, 10)


@pytest.mark.slow
@pytest.mark.parametrize("rivals", [2, 3, 5])
def test_rivals_lose_nothing(rivals: int, data: Path) -> None:
    write_at_once(data, rivals, 60)


def write_at_once(data: Path, rivals: int, count: int) -> None:
    """Let several write as often as they can, each waiting for the others."""
    command = [sys.executable, "-m", "tests.faults.rival", str(data)]
    processes = [
        subprocess.Popen([*command, f"rival {n}", str(count)], cwd=ROOT, stdout=subprocess.DEVNULL)
        for n in range(rivals)
    ]
    assert [process.wait() for process in processes] == [0] * rivals
    assert sorted(names(data)) == sorted(f"rival {n} {number}" for n in range(rivals) for number in range(count))
    tally("M1")


def test_the_second_reads_is_told_and_writes_nothing(data: Path) -> None:
    seed(data)
    cli = CommandLine(data)
    with rival(data) as first:
        assert said(first) == "mine"
        before = files_of(data.parent)
        assert cli("status").status == 0
        for words in ("check 5", "check --undo", "backup", "restore newest"):
            result = cli(*words.split())
            assert result.status in (2, 3)
            assert result.err.count("\n") == 1
        assert "Another netpractice has this book open" in cli("check", "5").err
        assert files_of(data.parent) == before
    assert cli("check", "5").status == 0
    tally("M1")


async def test_the_second_app_shows_the_book_and_says_why_it_stays_as_it_is(data: Path) -> None:
    seed(data)
    with rival(data) as first:
        assert said(first) == "mine"
        before = data.read_bytes()
        async with at_the_screen(data) as user:
            await user.sees("Another netpractice has this book open", "✓ Start warm")
            await user.press("2")
            await user.sees("Close it there")
            assert "✓ Anywhere" not in user.screen
        assert data.read_bytes() == before
    tally("M1")


def test_a_holder_that_was_killed_leaves_nothing_to_clear_away(data: Path) -> None:
    seed(data)
    with rival(data) as first:
        assert said(first) == "mine"
        assert CommandLine(data)("check", "5").status == 3
        first.kill()
        first.wait()
        assert CommandLine(data)("check", "5").status == 0
    tally("M1")


@pytest.mark.parametrize("count", [3, 11])
def test_a_writer_that_was_killed_has_kept_all_it_said(count: int, data: Path) -> None:
    with rival(data, "rival", 1000) as writer:
        for number in range(count):
            assert said(writer) == str(number)
        writer.kill()
        writer.wait()
        assert writer.stdout is not None
        last = max([count - 1, *map(int, writer.stdout.read().split())])
    there = names(data)
    assert there in ([f"rival {n}" for n in range(last + 1)], [f"rival {n}" for n in range(last + 2)])
    assert CommandLine(data)("check", "5").status == 0
    tally("M1")


@pytest.mark.parametrize("stale", [b"", b"12345\n", b"\xff" * 5000])
def test_a_stale_lock_means_nothing(stale: bytes, data: Path) -> None:
    seed(data)
    places(data).lock.write_bytes(stale)
    assert CommandLine(data)("check", "5").status == 0
    tally("M1")


def test_a_lock_that_is_a_folder_is_told_and_the_book_can_be_read(data: Path) -> None:
    seed(data)
    places(data).lock.unlink()
    places(data).lock.mkdir()
    cli = CommandLine(data)
    assert cli("status").status == 0
    result = cli("check", "5")
    assert (result.status, result.err.count("\n")) == (3, 1)
    assert str(places(data).lock) in result.err
    tally("M1")


def test_a_lock_taken_away_lets_two_write_and_the_slower_one_notices(data: Path) -> None:
    seed(data)
    with closing(opened(data)) as first:
        places(data).lock.unlink()
        with closing(opened(data)) as second:
            assert second.read_only == ""
            add(first, "First")
            add(second, "Second")
            second.save()
        with pytest.raises(ChangedOutsideError):
            first.save()
        first.keep_both()
    assert names(data)[-2:] == ["Second", "First"]
    tally("M1")


def test_what_was_written_before_a_late_claim_is_there(data: Path) -> None:
    seed(data)
    with closing(Book.open(places(data), NOW, claim=False)) as late:
        with closing(opened(data)) as first:
            add(first, "First")
        add(late, "Late")
        assert late.read_only == ""
    assert names(data)[-2:] == ["First", "Late"]
    tally("M1")


def test_a_late_claim_that_comes_too_late_is_refused(data: Path) -> None:
    seed(data)
    with closing(Book.open(places(data), NOW, claim=False)) as late, closing(opened(data)) as first:
        add(first, "First")
        with pytest.raises(ReadOnlyError):
            add(late, "Late")
    assert names(data)[-1] == "First"
    tally("M1")


def test_a_reader_sees_every_save_whole_while_a_rival_writes(data: Path) -> None:
    seed(data)
    seen = []
    with rival(data, "rival", 60) as writer:
        while writer.poll() is None:
            with TinyDB(data, access_mode="r") as database:
                plain = len(database.table("contacts"))
            seen += [plain, len(names(data))]
    assert seen == sorted(seen)
    assert seen[-1] <= 25 + 60
    assert len(names(data)) == 25 + 60
    tally("M1")


def test_saving_in_a_thread_loses_no_change(data: Path) -> None:
    seed(data)
    with closing(opened(data)) as book:
        stop: list[None] = []

        def save() -> None:
            while not stop:
                book.save()
                time.sleep(0.0005)

        thread = Thread(target=save)
        thread.start()
        for number in range(150):
            add(book, f"Bo {number}")
            if number % 10 == 9:
                book.undo()
        stop.append(None)
        thread.join()
    left = [f"Bo {number}" for number in range(150) if number % 10 != 9]
    assert names(data)[25:] == left
    numbers = [int(number) for number in json.loads(data.read_bytes())["contacts"]]
    assert numbers == sorted(set(numbers))
    with closing(opened(data)) as book:
        for name in reversed(left):
            assert book.undo()
            assert name not in [person.name for person in book.records.contacts.values()]
    tally("M1")

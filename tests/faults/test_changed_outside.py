"""M2: another program changes the file. It is noticed before the next save, and both sides are kept."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from netpractice.domain.errors import ChangedOutsideError, DamagedError
from netpractice.practice.book import Book
from netpractice.practice.checkin import check_in, page
from netpractice.store.codec import encode
from tests.counts import tally
from tests.faults.flows import TODAY, files_of, opened, outside, places, seed, shape, shape_on_disk
from tests.faults.layer import Call, layer
from tests.journeys.user import at_the_screen, on_disk


def replaced(data: Path) -> None:
    """As a sync program does: a new file takes the old one's name."""
    outside(data)


def edited(data: Path) -> None:
    """As some editors do: the same file, written anew."""
    tables: dict[str, Any] = json.loads(data.read_bytes())
    tables["contacts"]["1"]["name"] = "Ann, but longer"
    data.write_text(json.dumps(tables))


def edited_in_place(data: Path) -> None:
    """One letter for another, so that the file is as long as it was."""
    data.write_bytes(data.read_bytes().replace(b'"Ann 1"', b'"Bob 1"'))


def kept_its_time(data: Path) -> None:
    """A file of the same length and the same time takes the old one's place, as copying programs put it."""
    state = data.stat()
    other = data.with_name("copy.json")
    other.write_bytes(data.read_bytes().replace(b'"Ann 1"', b'"Bob 1"'))
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.replace(data)


def touched(data: Path) -> None:
    """Nothing but its time is new."""
    later = data.stat().st_mtime_ns + 1_000_000_000
    os.utime(data, ns=(later, later))


def older(data: Path) -> None:
    """An earlier file with its own time is put back."""
    backup = next(data.parent.joinpath("backups").iterdir())
    shutil.copy2(backup, data.with_name("copy.json"))
    data.with_name("copy.json").replace(data)


def written_by_us(data: Path) -> None:
    """A netpractice on another machine wrote the very same page, and a sync program brought it."""
    there = data.parent.with_name("there") / "book.json"
    shutil.copytree(data.parent, there.parent)
    with closing(opened(there)) as book:
        check_in(book, TODAY, ticks=["listen"], reflection="written there")
    there.replace(data)


def linked(data: Path) -> None:
    """A link to another place stands where the file was."""
    other = data.parent.with_name("elsewhere.json")
    other.write_bytes(data.read_bytes().replace(b'"Ann 1"', b'"Bob 1"'))
    data.unlink()
    data.symlink_to(other)


CHANGES = (replaced, edited, edited_in_place, kept_its_time, touched, older, written_by_us, linked)


@pytest.fixture
def book(data: Path) -> Book:
    """A book with a backup of an earlier state, open, with a step that isn't saved yet."""
    seed(data)
    with closing(opened(data)) as book:
        book.backup()
        check_in(book, TODAY, reflection="a bit later")
    book = opened(data)
    check_in(book, TODAY, ticks=["give"])
    return book


def bytes_kept(data: Path) -> list[bytes]:
    """What is in all the files of the folder."""
    return list(files_of(data.parent).values())


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_noticed_and_both_are_kept(change: Callable[[Path], None], book: Book, data: Path) -> None:
    change(data)
    theirs, ours = data.read_bytes(), encode(book.records)
    for _ in range(2):
        with pytest.raises(ChangedOutsideError):
            book.save()
        assert data.read_bytes() == theirs
    their_shape = shape_on_disk(data)
    book.keep_both()
    assert book.unsaved == 0
    assert theirs in bytes_kept(data)
    assert ours in bytes_kept(data)
    there = page(book, TODAY)
    assert there is not None
    assert "give" in there.ticks
    others = [table for table in shape(book.records) if table and table[0].table != "checkins"]
    assert others == [table for table in their_shape if table and table[0].table != "checkins"]
    check_in(book, TODAY, reflection="life goes on")
    book.close()
    assert shape_on_disk(data) == shape(book.records)
    tally("M2")


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_noticed_and_theirs_is_taken(change: Callable[[Path], None], book: Book, data: Path) -> None:
    change(data)
    theirs, ours = data.read_bytes(), encode(book.records)
    with pytest.raises(ChangedOutsideError):
        book.save()
    book.reload()
    assert (data.read_bytes(), book.unsaved) == (theirs, 0)
    assert ours in bytes_kept(data)
    assert shape(book.records) == shape_on_disk(data)
    check_in(book, TODAY, reflection="life goes on")
    book.close()
    assert shape_on_disk(data) == shape(book.records)
    tally("M2")


def test_a_file_taken_away_is_noticed_and_written_anew(book: Book, data: Path) -> None:
    held = shape(book.records)
    data.unlink()
    with pytest.raises(ChangedOutsideError):
        book.save()
    assert not data.exists()
    with pytest.raises(DamagedError):
        book.reload()
    assert (shape(book.records), book.unsaved) == (held, 1)
    book.keep_both()
    book.close()
    assert shape_on_disk(data) == held
    tally("M2")


def test_a_folder_taken_away_is_noticed_and_nothing_is_lost(book: Book, data: Path) -> None:
    held = shape(book.records)
    away = data.parent.rename(data.parent.with_name("away"))
    with pytest.raises(ChangedOutsideError):
        book.save()
    away.rename(data.parent)
    book.close()
    assert shape_on_disk(data) == held
    tally("M2")


@pytest.mark.parametrize("damaged", [b"", b"null", b"{", b"<<<<<<< ours\n{}\n"])
def test_a_file_damaged_outside_is_noticed_and_left(damaged: bytes, book: Book, data: Path) -> None:
    held = shape(book.records)
    data.write_bytes(damaged)
    with pytest.raises(ChangedOutsideError):
        book.save()
    for answer in (book.keep_both, book.reload):
        with pytest.raises(DamagedError):
            answer()
        assert data.read_bytes() == damaged
        assert (shape(book.records), book.unsaved) == (held, 1)
    with pytest.raises(ChangedOutsideError):
        book.close()
    assert data.read_bytes() == damaged
    tally("M2")


def test_a_change_in_the_middle_of_a_save_is_noticed_by_it_or_by_the_next(data: Path, tmp_path: Path) -> None:
    """Another program writes just before one of the calls of a save; only just before the file is named nobody can tell."""
    number = 0
    is_through = False
    while not is_through:
        number += 1
        place = tmp_path / str(number) / "own" / "book.json"
        seed(place)
        is_through = not change_in_save(place, number)
    assert number > 20


def change_in_save(data: Path, number: int) -> bool:
    """Let the file be changed before a call of a save; False if the save has no such call."""
    calls: list[Call] = []

    def watch(call: Call, carry_out: Callable[[], object]) -> object:
        calls.append(call)
        if call.number == number and call.name != "replace":
            outside(data)
        return carry_out()

    with closing(opened(data)) as book:
        check_in(book, TODAY, ticks=["give"])
        with layer(data.parent, watch), suppress(ChangedOutsideError):
            book.save()
        if len(calls) < number or calls[number - 1].name == "replace":
            return len(calls) >= number
        theirs = data.read_bytes()
        assert b"Cy from elsewhere" in theirs, "their change was lost"
        check_in(book, TODAY, reflection="later")
        with pytest.raises(ChangedOutsideError):
            book.save()
        assert data.read_bytes() == theirs
        book.keep_both()
    content = data.read_bytes()
    assert all(words in content for words in (b"Cy from elsewhere", b'"give"', b"later")), calls[number - 1]
    tally("M2")
    return True


@pytest.mark.parametrize(("key", "is_ours_there"), [("k", True), ("r", False)])
async def test_the_app_asks_which(key: str, is_ours_there: bool, data: Path) -> None:
    seed(data)
    async with at_the_screen(data) as user:
        await user.saved()
        outside(data)
        theirs = data.read_bytes()
        await user.press("2")
        await user.sees("Another program changed the book")
        assert data.read_bytes() == theirs
        await user.press(key)
        await user.sees_no("Another program changed the book")
        await user.saved()
        assert ("✓ Anywhere" in user.screen) == is_ours_there
    there = on_disk(data)
    assert there is not None
    assert ("anywhere" in there.ticks) == is_ours_there
    assert b"Cy from elsewhere" in data.read_bytes()
    backups = [path.read_bytes() for path in places(data).backups.iterdir()]
    assert any(b'"anywhere"' in each for each in backups)
    tally("M2")

"""The file of an open book: opening, saving, and what others do to it meanwhile."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tinydb import TinyDB

from netpractice.domain.changes import apply
from netpractice.domain.errors import ChangedOutsideError, DamagedError, NotSavedError, ReadOnlyError
from netpractice.domain.records import Records
from netpractice.store import backups, disk
from netpractice.store.bookfile import BookFile
from netpractice.store.codec import encode
from netpractice.store.history import Step
from netpractice.store.paths import Paths
from tests.store.making import NOW, contact, opened, paths_in, step

ANN, BEN, CAT = contact("Ann"), contact("Ben"), contact("Cat")
ADD_ANN, ADD_BEN, ADD_CAT = (step((None, each), change_id=each.id) for each in (ANN, BEN, CAT))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path / "book")


def take(file: BookFile, *steps: Step) -> tuple[Step, ...]:
    """Carry out steps in memory, as whoever has opened the book does."""
    for each in steps:
        file.history.take(each)
        apply(file.records, each.images)
    return steps


def names(paths: Paths) -> list[str]:
    """The names of the contacts in the file, as plain TinyDB reads them."""
    with TinyDB(paths.book) as database:
        return [document["name"] for document in database.table("contacts").all()]


def fails_at(monkeypatch: pytest.MonkeyPatch, name: str, nth: int) -> None:
    """Let the n-th call of a function of `os` fail, once."""
    real = getattr(os, name)
    calls = iter(range(1, 10**6))

    def refuse(*args: object, **named: object) -> object:
        if next(calls) == nth:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **named)

    monkeypatch.setattr(os, name, refuse)


def test_a_book_that_never_was_is_empty_and_looking_makes_nothing(paths: Paths) -> None:
    file = BookFile(paths)
    file.load()
    assert file.records == Records()
    assert not paths.book.parent.exists()
    with pytest.raises(ReadOnlyError):
        file.save(take(file, ADD_ANN))


def test_what_is_saved_is_there_for_plain_tinydb_and_for_the_next_opening(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    assert names(paths) == ["Ann"]
    file.save(take(file, ADD_BEN, ADD_CAT))
    file.close()
    again = opened(paths)
    assert again.records == file.records
    assert again.history.undo_id == "cat"
    again.close()


def test_everything_is_for_the_user_alone_again_after_opening(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    file.backup(NOW)
    file.close()
    beside = (paths.book, paths.history, paths.lock)
    for path in beside:
        path.chmod(0o644)
    paths.backups.chmod(0o755)
    opened(paths).close()
    assert [path.stat().st_mode & 0o777 for path in (*beside, paths.backups)] == [0o600, 0o600, 0o600, 0o700]


@pytest.mark.parametrize(("own", "mode"), [(True, 0o700), (False, 0o755)])
def test_only_a_folder_of_its_own_is_closed_to_others(tmp_path: Path, own: bool, mode: int) -> None:
    tmp_path.chmod(0o755)
    opened(Paths(book=tmp_path / "book.json", own_folder=own)).close()
    assert tmp_path.stat().st_mode & 0o777 == mode


def test_leftovers_go_when_the_book_is_opened_for_writing_and_nothing_else_goes(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    backup = file.backup(NOW)
    file.close()
    leftovers = [disk.draft_of(path) for path in (paths.book, paths.history, backup.path)]
    others = [paths.book.with_name(name) for name in (".book.json.swp", "book.json.tmp", ".other.netpractice-new")]
    for path in leftovers + others:
        path.write_bytes(b"half")
    looking = BookFile(paths)
    looking.load()
    assert all(path.exists() for path in leftovers)
    opened(paths).close()
    assert not any(path.exists() for path in leftovers)
    assert all(path.exists() for path in others)


def test_the_second_to_open_can_only_read(paths: Paths) -> None:
    first = opened(paths)
    first.save(take(first, ADD_ANN))
    second = opened(paths)
    assert second.records == first.records
    assert second.history.undo_id is None
    with pytest.raises(ReadOnlyError, match="Another netpractice"):
        second.save([ADD_BEN])
    second.close()
    first.save(take(first, ADD_BEN))
    first.close()
    assert names(paths) == ["Ann", "Ben"]


def test_a_book_that_was_looked_at_can_be_claimed_later(paths: Paths) -> None:
    first = opened(paths)
    first.save(take(first, ADD_ANN))
    later = BookFile(paths)
    later.load()
    first.save(take(first, ADD_BEN))
    first.close()
    assert later.claim(NOW)
    assert later.records == first.records
    assert not later.claim(NOW)
    later.save(take(later, ADD_CAT))
    later.close()
    assert names(paths) == ["Ann", "Ben", "Cat"]


@pytest.mark.parametrize("gone", ["book and history", "book"])
def test_a_book_that_is_gone_is_no_first_run(paths: Paths, gone: str) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    file.backup(NOW)
    file.close()
    paths.book.unlink()
    if gone == "book and history":
        paths.history.unlink()
    else:
        backups.found(paths)[0].path.unlink()
    with pytest.raises(DamagedError, match="is gone") as caught:
        opened(paths)
    assert ("backup of 2026-11-22 20:30" in caught.value.way_out) == (gone == "book and history")
    assert not paths.book.exists()


@pytest.mark.parametrize("nth", range(1, 30))
def test_a_crash_in_the_first_save_is_a_first_run_or_a_saved_book(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    class Crash(BaseException):
        """The process ends here."""

    calls = iter(range(1, 10**6))

    def dying(name: str) -> object:
        real = getattr(os, name)

        def call(*args: object, **named: object) -> object:
            if next(calls) == nth:
                raise Crash
            return real(*args, **named)

        return call

    file = opened(paths)
    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "replace", "unlink", "ftruncate"):
            patch.setattr(os, name, dying(name))
        try:
            file.save(take(file, ADD_ANN))
        except Crash:
            saved = False
        else:
            saved = True
    file.close()
    again = opened(paths)
    assert again.records in ((file.records,) if saved else (Records(), file.records))
    assert again.history.undo_id == ("ann" if again.records.contacts else None)
    again.close()


@pytest.mark.parametrize(
    ("name", "nth"), [("open", 1), ("write", 1), ("fsync", 1), ("replace", 1), ("fsync", 2), ("open", 3)]
)
def test_what_a_disk_refuses_can_be_saved_again_and_lands_once(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, name: str, nth: int
) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    before = (paths.book.read_bytes(), paths.history.read_bytes())
    steps = take(file, ADD_BEN)
    with monkeypatch.context() as patch:
        fails_at(patch, name, nth)
        with pytest.raises(NotSavedError, match="No space left on device"):
            file.save(steps)
    assert (paths.book.read_bytes(), paths.history.read_bytes()) == before
    steps += take(file, ADD_CAT)
    file.save(steps)
    file.close()
    assert names(paths) == ["Ann", "Ben", "Cat"]
    again = opened(paths)
    assert again.history.undo_id == "cat"
    assert len(paths.history.read_bytes().splitlines()) == 2
    again.close()


def test_a_save_whose_last_sync_failed_is_not_done_twice(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    steps = take(file, ADD_BEN)
    with monkeypatch.context() as patch:
        fails_at(patch, "fsync", 3)
        with pytest.raises(NotSavedError):
            file.save(steps)
    assert names(paths) == ["Ann", "Ben"]
    written = paths.book.read_bytes()
    file.save(steps)
    assert paths.book.read_bytes() == written
    file.save(take(file, ADD_CAT))
    assert names(paths) == ["Ann", "Ben", "Cat"]
    file.close()


def theirs(paths: Paths, *names: str) -> bytes:
    """Let another program write the book."""
    with TinyDB(paths.book) as database:
        database.table("contacts").insert_multiple(
            {"id": name.lower(), "created": NOW.isoformat(), "updated": NOW.isoformat(), "name": name} for name in names
        )
    return paths.book.read_bytes()


def test_a_change_from_outside_stops_the_next_save(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    outside = theirs(paths, "Dan")
    steps = take(file, ADD_BEN)
    for _ in range(2):
        with pytest.raises(ChangedOutsideError):
            file.save(steps)
    with pytest.raises(ChangedOutsideError):
        file.backup(NOW)
    assert paths.book.read_bytes() == outside
    file.close()


def test_reloading_takes_theirs_and_keeps_a_copy_of_ours(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    theirs(paths, "Dan")
    take(file, ADD_BEN)
    ours = encode(file.records)
    file.reload(NOW)
    assert list(file.records.contacts) == ["ann", "dan"]
    assert [backup.path.read_bytes() for backup in backups.found(paths)] == [ours]
    file.save(take(file, ADD_CAT))
    assert names(paths) == ["Ann", "Dan", "Cat"]
    file.close()


def test_keeping_both_puts_ours_on_top_of_theirs_and_keeps_copies(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    outside = theirs(paths, "Dan")
    steps = take(file, ADD_BEN, step((ANN, contact("Ann", "ours")), change_id="edit"))
    ours = encode(file.records)
    file.keep_both(steps, NOW)
    assert [each.name + each.notes for each in file.records.contacts.values()] == ["Annours", "Dan", "Ben"]
    assert names(paths) == ["Ann", "Dan", "Ben"]
    kept = {backup.label: backup.path.read_bytes() for backup in backups.found(paths)}
    assert kept == {"outside": outside, "ours": ours}
    assert file.history.undo_id == "edit"
    file.close()
    again = opened(paths)
    assert again.history.undo_id == "edit"
    assert again.history.change("edit") == steps[1].change
    again.close()


def test_keeping_both_writes_a_book_that_was_taken_away_anew(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    paths.book.unlink()
    steps = take(file, ADD_BEN)
    with pytest.raises(ChangedOutsideError, match="took this file away"):
        file.save(steps)
    with pytest.raises(DamagedError, match="is gone"):
        file.reload(NOW)
    file.keep_both(steps, NOW)
    assert names(paths) == ["Ann", "Ben"]
    file.close()
    again = opened(paths)
    assert again.history.undo_id == "ben"
    again.close()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"meta":{"1":{"schema":7}}}'])
def test_what_cannot_be_kept_beside_ours_is_left_as_it_is(paths: Paths, damage: bytes) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    paths.book.write_bytes(damage)
    steps = take(file, ADD_BEN)
    with pytest.raises((DamagedError, ReadOnlyError)):
        file.keep_both(steps, NOW)
    with pytest.raises(ChangedOutsideError):
        file.save(steps)
    assert paths.book.read_bytes() == damage
    file.close()


def test_a_history_that_cannot_be_read_is_put_aside_and_told(paths: Paths) -> None:
    file = opened(paths)
    file.save(take(file, ADD_ANN))
    file.save(take(file, ADD_BEN))
    file.close()
    damaged = b"nonsense\n" + paths.history.read_bytes()
    paths.history.write_bytes(damaged)
    again = opened(paths)
    assert again.history.undo_id is None
    assert paths.history.with_name("book.json.history.damaged").read_bytes() == damaged
    assert "book.json.history.damaged" in again.notices[0]
    again.save(take(again, ADD_CAT))
    again.close()
    last = opened(paths)
    assert last.history.undo_id == "cat"
    last.close()


def test_a_closed_book_is_written_no_more(paths: Paths) -> None:
    file = opened(paths)
    file.close()
    with pytest.raises(ReadOnlyError, match="closed"):
        file.save([ADD_ANN])
    assert not paths.book.exists()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_refused_and_left(paths: Paths, make: object) -> None:
    paths.book.parent.mkdir()
    assert callable(make)
    make(paths.book)
    with pytest.raises(DamagedError, match="folder or a device"):
        opened(paths)
    assert paths.book.exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book").write_bytes(b"")
    with pytest.raises(DamagedError, match="Not a directory"):
        opened(paths_in(tmp_path / "book"))


def test_there_is_nothing_to_back_up_before_the_first_save(paths: Paths) -> None:
    file = opened(paths)
    with pytest.raises(NotSavedError, match="nothing to back up"):
        file.backup(NOW)
    file.close()

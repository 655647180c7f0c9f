"""The open book: changes, undo and redo, saving in a thread, and what can't be changed."""

from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Event as Signal
from threading import Thread

import pytest
from msgspec.structs import replace

from netpractice.domain.errors import ChangedOutsideError, InputError, NotSavedError, ReadOnlyError, StoreError
from netpractice.domain.records import CheckIn, Contact, Conversation, Settings
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.ids import Ids
from netpractice.store import backups
from netpractice.store.paths import Paths

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)


class Watch:
    """A clock that is wound by hand."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def paths(data: Path) -> Paths:
    return Paths(book=data)


@pytest.fixture
def watch() -> Watch:
    return Watch()


def opened(paths: Paths, watch: Watch) -> Book:
    return Book.open(paths, watch, ids=Ids(Random(1).randbytes))


@pytest.fixture
def book(paths: Paths, watch: Watch) -> Book:
    return opened(paths, watch)


def add(book: Book, name: str) -> Contact:
    """A contact that has been put into the book."""
    contact = book.new(Contact, name=name)
    book.change(f"added {name}", put=[contact])
    return book.records.contacts[contact.id]


def names(book: Book) -> list[str]:
    return [contact.name for contact in book.records.contacts.values()]


def test_a_change_is_seen_at_once_and_saved_when_asked(book: Book, paths: Paths, watch: Watch) -> None:
    assert book.unsaved == 0
    add(book, "Ann")
    assert (names(book), book.unsaved) == (["Ann"], 1)
    assert not paths.book.exists()
    book.save()
    assert book.unsaved == 0
    book.close()
    assert names(opened(paths, watch)) == ["Ann"]


def test_stamps_are_the_clocks_to_the_second(book: Book, watch: Watch) -> None:
    watch.moment = NOON.replace(microsecond=5)
    ann = add(book, "Ann")
    assert (ann.created, ann.updated) == (NOON, NOON)
    watch.moment = NOON + timedelta(hours=1)
    book.change("edited Ann", put=[replace(ann, notes="x")])
    edited = book.records.contacts[ann.id]
    assert (edited.created, edited.updated) == (NOON, NOON + timedelta(hours=1))


def test_what_says_nothing_new_is_no_change(book: Book, watch: Watch) -> None:
    ann = add(book, "Ann")
    watch.moment += timedelta(hours=1)
    assert book.change("nothing", put=[ann]) is None
    assert book.change("nothing", put=[replace(ann, updated=watch.moment)]) is None
    assert book.change("nothing", remove=[book.new(Contact, name="Ben")]) is None
    assert book.change("nothing") is None
    change = book.change("half of it", put=[ann, book.new(Contact, name="Ben")])
    assert change is not None
    assert len(change.images) == 1
    assert book.records.contacts[ann.id] is ann


def test_a_record_both_removed_and_written_is_written(book: Book) -> None:
    ann = add(book, "Ann")
    book.change("changed", put=[replace(ann, notes="x")], remove=[ann])
    assert book.records.contacts[ann.id].notes == "x"


def test_what_no_record_may_hold_is_refused_and_changes_nothing(book: Book) -> None:
    with pytest.raises(InputError):
        book.change("too long", put=[book.new(Contact, name="Ann"), book.new(Contact, name="x" * 501)])
    assert (names(book), book.unsaved, book.undo_label) == ([], 0, None)


def test_ids_are_new_even_when_clock_and_chance_stand_still(paths: Paths, watch: Watch) -> None:
    for _ in range(3):
        book = opened(paths, watch)
        for name in ("Ann", "Ben"):
            add(book, name)
        book.close()
    book = opened(paths, watch)
    assert names(book) == ["Ann", "Ben"] * 3
    for _ in range(6):
        book.undo()
    assert names(book) == []
    assert book.undo_label is None
    book.close()


def test_undo_and_redo_work_across_restarts_to_the_very_byte(paths: Paths, watch: Watch) -> None:
    book = opened(paths, watch)
    states = []
    for name in ("Ann", "Ben", "Cat"):
        add(book, name)
        book.save()
        states.append(paths.book.read_bytes())
    ben = book.new(CheckIn, day=TODAY, attitude=3)
    book.change("checked in", put=[ben], remove=list(book.records.contacts.values())[:2])
    book.close()
    states.append(paths.book.read_bytes())
    for state in reversed(states[:-1]):
        book = opened(paths, watch)
        assert book.undo() is not None
        book.close()
        assert paths.book.read_bytes() == state
    for state in states[1:]:
        book = opened(paths, watch)
        change = book.redo()
        assert change is not None
        book.close()
        assert paths.book.read_bytes() == state
    assert opened(paths, watch).redo_label is None


def test_labels_say_what_undo_and_redo_would_do(book: Book) -> None:
    assert (book.undo(), book.redo(), book.undo_label, book.redo_label, book.last_change()) == (None,) * 5
    add(book, "Ann")
    add(book, "Ben")
    book.undo()
    assert (book.undo_label, book.redo_label) == ("added Ann", "added Ben")
    add(book, "Cat")
    assert (book.undo_label, book.redo_label) == ("added Cat", None)
    last = book.last_change()
    assert last is not None
    assert last.label == "added Cat"


def test_removed_records_come_back_in_the_order_of_writing(book: Book, watch: Watch) -> None:
    for name in ("Ann", "Ben", "Cat"):
        add(book, name)
        watch.moment += timedelta(seconds=1)
    book.change("removed", remove=list(book.records.contacts.values())[:2])
    book.undo()
    assert names(book) == ["Ann", "Ben", "Cat"]


def test_the_standing_follows_changes_and_undo(book: Book) -> None:
    talk = book.new(Conversation, day=TODAY, setting="train")
    book.change("talked", put=[talk])
    assert book.standing.daily.current == 1
    book.undo()
    assert book.standing.daily.current == 0
    book.redo()
    assert book.standing.daily.current == 1


def test_today_follows_the_clock_and_the_hour_at_which_days_end(book: Book, watch: Watch) -> None:
    watch.moment = NOON.replace(hour=2) + timedelta(days=1)
    assert book.today == TODAY
    assert book.standing.today == TODAY
    book.change("days end at 1", put=[book.new(Settings, day_ends_at=1)])
    assert book.today == TODAY + timedelta(days=1)
    assert book.standing.today == TODAY + timedelta(days=1)


def test_the_theme_is_kept_with_the_other_settings(book: Book) -> None:
    book.change("days end at 1", put=[book.new(Settings, day_ends_at=1)])
    book.set_theme("dusk")
    book.set_theme("dawn")
    assert len(book.records.settings) == 1
    assert (book.settings.theme, book.settings.day_ends_at) == ("dawn", 1)
    assert book.set_theme("dawn") is None


def test_a_book_opened_for_reading_takes_no_lock_and_writes_nothing(paths: Paths, watch: Watch) -> None:
    writer = opened(paths, watch)
    add(writer, "Ann")
    writer.save()
    reader = Book.open(paths, watch, writable=False)
    assert names(reader) == ["Ann"]
    assert "reading only" in reader.read_only
    for act in (reader.undo, reader.redo, reader.last_change, lambda: add(reader, "Ben"), reader.backup):
        with pytest.raises(ReadOnlyError):
            act()
    assert reader.backup_if_due() is None
    reader.close()
    writer.close()
    assert opened(paths, watch).read_only == ""


def test_a_second_instance_is_told_why_it_can_only_read(book: Book, paths: Paths, watch: Watch) -> None:
    second = opened(paths, watch)
    assert second.read_only == "Another netpractice has this book open, so here it can only be read."
    assert second.undo_label is None
    book.close()


def test_a_claim_can_wait_until_the_first_change(paths: Paths, watch: Watch) -> None:
    waiting = Book.open(paths, watch, claim=False)
    assert waiting.read_only == ""
    assert not paths.lock.exists()
    other = opened(paths, watch)
    add(other, "Ann")
    other.close()
    add(waiting, "Ben")
    waiting.save()
    assert names(waiting) == ["Ann", "Ben"]
    late = Book.open(paths, watch, claim=False)
    late.claim()
    assert late.read_only
    waiting.close()


def test_what_is_changed_during_a_save_waits_for_the_next(
    book: Book, paths: Paths, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(book, "Ann")
    is_saving, may_go_on = Signal(), Signal()
    real = os.replace

    def slowly(*args: str) -> None:
        is_saving.set()
        assert may_go_on.wait(10)
        real(*args)

    monkeypatch.setattr(os, "replace", slowly)
    thread = Thread(target=book.save)
    thread.start()
    assert is_saving.wait(10)
    add(book, "Ben")
    assert book.unsaved == 2
    may_go_on.set()
    thread.join()
    assert book.unsaved == 1
    book.close()
    assert names(opened(paths, watch)) == ["Ann", "Ben"]


def test_a_refused_save_keeps_everything_for_the_next_try(
    book: Book, paths: Paths, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(book, "Ann")
    add(book, "Ben")
    book.undo()

    def full(*args: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(NotSavedError, match="No space left"):
            book.save()
    assert (names(book), book.unsaved) == (["Ann"], 3)
    book.redo()
    book.close()
    assert names(opened(paths, watch)) == ["Ann", "Ben"]


def test_closing_lets_go_of_the_book_even_if_it_cannot_be_saved(book: Book, paths: Paths, watch: Watch) -> None:
    add(book, "Ann")
    paths.book.write_bytes(b"{}")
    with pytest.raises(ChangedOutsideError):
        book.close()
    paths.book.unlink()
    assert opened(paths, watch).read_only == ""


def outside(paths: Paths, watch: Watch, tmp_path: Path, name: str) -> None:
    """Let a copy of the book, changed on another computer, take the book's place."""
    copy = Paths(book=tmp_path / "copy" / "book.json")
    copy.book.parent.mkdir()
    copy.book.write_bytes(paths.book.read_bytes())
    other = Book.open(copy, watch)
    ann = next(iter(other.records.contacts.values()))
    other.change("renamed", put=[replace(ann, name=name), other.new(Contact, name="Dan")])
    other.close()
    copy.book.replace(paths.book)


def test_a_change_from_outside_can_be_kept_beside_ours(book: Book, paths: Paths, watch: Watch, tmp_path: Path) -> None:
    add(book, "Ann")
    book.save()
    outside(paths, watch, tmp_path, "Anna")
    add(book, "Ben")
    with pytest.raises(ChangedOutsideError):
        book.save()
    assert book.unsaved == 1
    book.keep_both()
    assert (names(book), book.unsaved) == (["Anna", "Dan", "Ben"], 0)
    assert {backup.label for backup in backups.found(paths)} == {"ours", "outside"}
    book.undo()
    with pytest.raises(StoreError, match="“added Ann” can't be undone"):
        book.undo()
    book.close()
    assert names(opened(paths, watch)) == ["Anna", "Dan"]


def test_a_change_from_outside_can_be_taken_instead_of_ours(
    book: Book, paths: Paths, watch: Watch, tmp_path: Path
) -> None:
    add(book, "Ann")
    book.save()
    outside(paths, watch, tmp_path, "Anna")
    add(book, "Ben")
    book.reload()
    assert (names(book), book.unsaved, book.undo_label) == (["Anna", "Dan"], 0, "added Ann")
    assert book.standing.daily.current == 0
    book.close()


def test_a_step_that_cannot_be_read_any_more_is_told(paths: Paths, watch: Watch) -> None:
    book = opened(paths, watch)
    add(book, "Ann")
    book.close()
    book = opened(paths, watch)
    assert book.undo_label == "added Ann"
    paths.history.write_bytes(b"x" * paths.history.stat().st_size)
    with pytest.raises(StoreError, match="can't be read any more"):
        book.undo()
    assert names(book) == ["Ann"]
    book.close()


def test_a_backup_is_due_once_a_practice_day(book: Book, paths: Paths, watch: Watch) -> None:
    assert book.backup_if_due() is None
    add(book, "Ann")
    book.save()
    assert book.backup_if_due() is not None
    assert book.backup_if_due() is None
    watch.moment = NOON.replace(hour=2) + timedelta(days=1)
    assert book.backup_if_due() is None
    watch.moment += timedelta(hours=1)
    first = book.backup_if_due()
    assert first is not None
    assert first.read_bytes() == paths.book.read_bytes()
    assert book.backup().name.endswith("-by-hand.json")
    assert len(backups.found(paths)) == 3


def test_closing_after_a_save_keeps_the_days_backup(paths: Paths, watch: Watch) -> None:
    for name, count in (("Ann", 1), ("Ben", 1), ("", 1)):
        book = opened(paths, watch)
        if name:
            add(book, name)
        book.close()
        assert len(backups.found(paths)) == count
    watch.moment += timedelta(days=1)
    book = opened(paths, watch)
    add(book, "Cat")
    book.save()
    paths.backups.rename(paths.backups.with_name("away"))
    paths.backups.write_bytes(b"a file where the folder should be")
    book.close()
    assert names(opened(paths, watch)) == ["Ann", "Ben", "Cat"]


def test_a_fixed_clock_stands_at_noon_of_its_day_or_at_its_moment() -> None:
    assert FixedClock(NOON).now() == NOON
    noon = FixedClock(TODAY).now()
    assert (noon.date(), noon.hour, noon.tzinfo is not None) == (TODAY, 12, True)


def test_ids_sort_by_the_order_of_making() -> None:
    ids = Ids(Random(3).randbytes)
    moments = [NOON, NOON, NOON - timedelta(days=1), NOON + timedelta(milliseconds=1), NOON + timedelta(days=3650)]
    made = [ids.fresh(moment) for moment in moments for _ in range(50)]
    assert made == sorted(set(made))
    assert {len(each) for each in made} == {13}

"""Backups: which stay, what they hold, and how one comes back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import DamagedError, InputError, NotSavedError, ReadOnlyError
from netpractice.domain.records import Records
from netpractice.store import backups, disk
from netpractice.store.codec import encode
from netpractice.store.lock import BookLock
from netpractice.store.paths import Paths
from tests.store.making import NOW, contact, paths_in

MOMENTS = st.lists(st.integers(0, 3 * 365 * 24).map(lambda hours: NOW.replace(tzinfo=None) + timedelta(hours=hours)))
BOOK = encode(Records(contacts={"ann": contact("Ann")}))
NEWER = encode(Records(contacts={"ben": contact("Ben")}))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


@given(MOMENTS)
def test_the_newest_of_each_of_the_last_days_weeks_and_months_stays(moments: list[datetime]) -> None:
    kept = backups.kept(moments)
    assert kept <= set(moments)
    assert len(kept) <= backups.DAYS + backups.WEEKS + backups.MONTHS
    days = sorted({moment.date() for moment in moments}, reverse=True)[: backups.DAYS]
    weeks = sorted({moment.isocalendar()[:2] for moment in moments}, reverse=True)[: backups.WEEKS]
    months = sorted({(moment.year, moment.month) for moment in moments}, reverse=True)[: backups.MONTHS]
    assert kept == {
        *(max(moment for moment in moments if moment.date() == day) for day in days),
        *(max(moment for moment in moments if moment.isocalendar()[:2] == week) for week in weeks),
        *(max(moment for moment in moments if (moment.year, moment.month) == month) for month in months),
    }


@given(MOMENTS)
def test_thinning_out_twice_is_thinning_out_once(moments: list[datetime]) -> None:
    kept = backups.kept(moments)
    assert backups.kept(kept) == kept


def test_years_of_daily_practice_leave_a_week_a_month_and_a_year() -> None:
    there: set[datetime] = set()
    day = NOW.replace(tzinfo=None)
    for _ in range(800):
        there = backups.kept(there | {day})
        day += timedelta(days=1)
    newest = max(there)
    ages = sorted((newest - moment).days for moment in there)
    assert ages[:7] == list(range(7))
    assert 300 < ages[-1] < 366
    assert len([age for age in ages if age <= 28]) >= 9
    assert len({(moment.year, moment.month) for moment in there}) == 12


def test_only_what_has_too_many_of_its_kind_goes(paths: Paths) -> None:
    for number in range(9):
        for label in ("", "ours", backups.BY_HAND):
            backups.make(paths, [BOOK], NOW + timedelta(minutes=number), label)
    labels = [backup.label for backup in backups.found(paths)]
    assert {label: labels.count(label) for label in labels} == {"": 1, "ours": 5, backups.BY_HAND: 9}
    assert backups.found(paths)[0].moment == (NOW + timedelta(minutes=8)).replace(tzinfo=None)


def test_two_in_the_same_second_are_two(paths: Paths) -> None:
    first, second = (backups.make(paths, [BOOK], NOW, backups.BY_HAND) for _ in range(2))
    assert first.path != second.path
    assert backups.found(paths) == (second, first)


def test_backups_are_for_the_user_alone(paths: Paths) -> None:
    backup = backups.make(paths, [BOOK], NOW)
    assert [path.stat().st_mode & 0o777 for path in (backup.path, paths.backups)] == [0o600, 0o700]


def test_other_files_in_the_folder_are_not_backups(paths: Paths) -> None:
    paths.backups.mkdir()
    for name in ("notes.txt", "book-2026.json", "book-20261399-000000.json", "other-20261122-203000.json"):
        (paths.backups / name).write_bytes(BOOK)
    assert backups.found(paths) == ()


def test_the_newest_good_one_is_found_behind_damaged_ones(paths: Paths) -> None:
    good = backups.make(paths, [BOOK], NOW)
    backups.make(paths, [BOOK[:-9]], NOW + timedelta(days=1))
    (paths.backups / "book-20270101-000000.json").mkdir()
    assert [backups.is_good(each) for each in backups.found(paths)] == [False, False, True]
    assert backups.newest_good(paths) == good
    assert backups.choose(paths, "") == good
    assert backups.choose(paths, "3") == good
    assert backups.choose(paths, f" {good.name} ") == good
    assert backups.choose(paths, str(good.path)) == good


@pytest.mark.parametrize("which", ["", "1", "0", "²", "../book.json"])
def test_what_is_no_backup_is_refused(paths: Paths, which: str) -> None:
    with pytest.raises(InputError, match="there is no backup"):
        backups.choose(paths, which)


def test_restoring_keeps_what_was_there_and_begins_a_new_history(paths: Paths) -> None:
    backup = backups.make(paths, [BOOK], NOW)
    paths.book.write_bytes(NEWER)
    paths.history.write_bytes(b"[]\n")
    aside = backups.restore(paths, backup, NOW)
    assert aside is not None
    assert paths.book.read_bytes() == BOOK
    assert (aside.path.read_bytes(), aside.label) == (NEWER, backups.BEFORE_RESTORE)
    assert not paths.history.exists()
    assert backups.restore(paths, aside, NOW) is not None
    assert paths.book.read_bytes() == NEWER


def test_a_damaged_book_is_kept_as_it_is_when_a_backup_takes_its_place(paths: Paths) -> None:
    backup = backups.make(paths, [BOOK], NOW)
    paths.book.write_bytes(b"\0\xff")
    aside = backups.restore(paths, backup, NOW)
    assert aside is not None
    assert aside.path.read_bytes() == b"\0\xff"


def test_a_book_that_is_gone_comes_back(paths: Paths) -> None:
    assert backups.restore(paths, backups.make(paths, [BOOK], NOW), NOW) is None
    assert paths.book.read_bytes() == BOOK


def test_a_damaged_backup_is_not_restored(paths: Paths) -> None:
    paths.book.write_bytes(NEWER)
    damaged = backups.make(paths, [b"{}"], NOW)
    with pytest.raises(DamagedError, match=damaged.name):
        backups.restore(paths, damaged, NOW)
    assert paths.book.read_bytes() == NEWER


def test_nothing_is_restored_under_another_netpractice(paths: Paths) -> None:
    backup = backups.make(paths, [BOOK], NOW)
    paths.book.write_bytes(NEWER)
    lock = BookLock(paths.lock)
    assert lock.take() is None
    with pytest.raises(ReadOnlyError):
        backups.restore(paths, backup, NOW)
    lock.release()
    assert paths.book.read_bytes() == NEWER
    backups.restore(paths, backup, NOW)


def test_a_folder_that_refuses_is_named(paths: Paths) -> None:
    disk.replace(paths.backups, [b"a file where the folder should be"])
    with pytest.raises(NotSavedError, match="backups"):
        backups.make(paths, [BOOK], NOW)

"""One netpractice at a time: the lock of a book."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netpractice.domain.errors import ReadOnlyError
from netpractice.store.lock import BookLock

HOLD = """
import sys
from pathlib import Path
from netpractice.store.lock import BookLock
lock = BookLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_the_second_to_come_is_told_and_may_try_again(tmp_path: Path) -> None:
    first, second = BookLock(tmp_path / "lock"), BookLock(tmp_path / "lock")
    assert first.take() is None
    refusal = second.take()
    assert isinstance(refusal, ReadOnlyError)
    assert "Another netpractice has this book open" in str(refusal)
    first.release()
    assert second.take() is None
    second.release()


def test_a_holder_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "None\n"
        lock = BookLock(tmp_path / "lock")
        assert lock.take() is not None
        holder.kill()
    assert lock.take() is None
    lock.release()


def test_a_stale_lock_file_means_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("12345")
    lock = BookLock(tmp_path / "lock")
    assert lock.take() is None
    lock.release()


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EMFILE])
def test_a_lock_that_cannot_be_made_is_a_reason_to_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    refusal = BookLock(tmp_path / "lock").take()
    assert refusal is not None
    assert os.strerror(code) in str(refusal)


def test_releasing_what_is_not_held_does_nothing(tmp_path: Path) -> None:
    BookLock(tmp_path / "lock").release()
    assert not (tmp_path / "lock").exists()

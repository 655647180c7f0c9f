"""A look over the book and everything beside it: what is there, what is wrong, and the way out of each.

Nothing is changed by looking. A *problem* keeps something from working; a *remark* doesn't, but is worth a word.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from netpractice.domain.days import show_day
from netpractice.domain.errors import NetpracticeError
from netpractice.domain.records import RECORD_TYPES, Favour, FollowUp, Records
from netpractice.practice.book import Book
from netpractice.practice.clock import Clock
from netpractice.store import backups
from netpractice.store.paths import Paths

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""The permissions of everybody but the owner."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something worth telling."""

    kind: Literal["problem", "remark"]
    where: str
    what: str
    """What is so, as a sentence without its full stop."""
    way_out: str = ""
    """What to do about it, likewise; empty if nothing has to be done."""


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """What was found."""

    book: str
    """The path of the book."""
    bytes: int | None
    """Its size; None if there is no book yet."""
    records: dict[str, int]
    """How many records each table has; empty if the book can't be read."""
    backups: int
    newest_backup: datetime | None
    """When the newest backup that can be restored was made, local time."""
    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """True if there is no problem."""
        return all(finding.kind != "problem" for finding in self.findings)


def examine(paths: Paths, clock: Clock) -> Diagnosis:
    """Look everything over. Raises OSError if the folder of backups can't be read."""
    findings: list[Finding] = []
    records: dict[str, int] = {}
    try:
        book = Book.open(paths, clock, writable=False)
    except NetpracticeError as problem:
        findings.append(_problem(problem.where or str(paths.book), problem.what, problem.way_out))
    else:
        records = {kind.table: len(book.records.table(kind.table)) for kind in RECORD_TYPES}
        findings.extend(_of_opening(book))
        findings.extend(_of_records(book))
        book.close()
    there = backups.found(paths)
    good = [backup for backup in there if backups.is_good(backup)]
    findings.extend(
        _problem(str(backup.path), "this backup can't be read", "Look at it, or remove it; the others are untouched")
        for backup in there
        if backup not in good
    )
    findings.extend(_of_permissions(paths))
    return Diagnosis(
        book=str(paths.book),
        bytes=paths.book.stat().st_size if paths.book.is_file() else None,
        records=records,
        backups=len(there),
        newest_backup=good[0].moment if good else None,
        findings=tuple(findings),
    )


def _of_opening(book: Book) -> Iterator[Finding]:
    """What the book said when it was opened."""
    for notice in book.notices:
        yield _remark(str(book.paths.book), notice)


def _of_records(book: Book) -> Iterator[Finding]:
    """What is odd about the records; none of it keeps anything from working."""
    where = str(book.paths.book)
    records = book.records
    lost = _lost_references(records)
    if lost:
        yield _remark(where, f"mentions of events or conversations that aren't in the book: {lost}")
    for day, count in Counter(checkin.day for checkin in records.checkins.values()).items():
        if count > 1:
            yield _remark(
                where,
                f"{count} pages for {show_day(day, book.today)}, which read as one",
                "The next change of that day joins them",
            )
    ahead = sum(
        record.day > book.today
        for table in (records.conversations, records.favours, records.checkins)
        for record in table.values()
    )
    if ahead:
        yield _remark(where, f"entries of days to come, which count once their day is there: {ahead}")


def _lost_references(records: Records) -> int:
    """How many references name a record that isn't there; people taken off the roster leave theirs on purpose."""
    talks = records.conversations.values()
    entries: list[Favour | FollowUp] = [*records.favours.values(), *records.followups.values()]
    named: tuple[tuple[dict[str, Any], Iterable[str]], ...] = (
        (records.conversations, (entry.conversation for entry in entries)),
        (records.events, (talk.event for talk in talks)),
    )
    return sum(name != "" and name not in table for table, names in named for name in names)


def _of_permissions(paths: Paths) -> Iterator[Finding]:
    """Files that somebody else on this computer could look into."""
    beside = (paths.book, paths.history, paths.drafts, *(backup.path for backup in backups.found(paths)))
    for path in beside:
        if _open_to_others(path):
            yield _remark(str(path), "other users of this computer can read this file", f"chmod 600 {path}")


def _open_to_others(path: Path) -> bool:
    """True for a file that is there and that others may read or write; never on Windows, which has no such modes."""
    try:
        return os.name == "posix" and path.stat().st_mode & _OTHERS != 0
    except FileNotFoundError:
        return False


def _problem(where: str, what: str, way_out: str) -> Finding:
    """Something that keeps something else from working."""
    return Finding(kind="problem", where=where, what=what, way_out=way_out)


def _remark(where: str, what: str, way_out: str = "") -> Finding:
    """Something worth a word."""
    return Finding(kind="remark", where=where, what=what, way_out=way_out)

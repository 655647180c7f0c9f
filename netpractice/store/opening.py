"""Reading a book's file: of any form, with a clear word about whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path

from netpractice.domain.errors import DamagedError, StoreError
from netpractice.domain.records import Records
from netpractice.store import backups, disk
from netpractice.store.codec import SCHEMA, damaged, decode, schema_of
from netpractice.store.durable import DurableFile
from netpractice.store.migrations import migrated
from netpractice.store.paths import Paths


def read_book(storage: DurableFile, paths: Paths) -> tuple[int, Records]:
    """The schema and the records of a book; a file that isn't there is an empty book, unless something of it is left.

    Raises:
        DamagedError: it can't be read as a book, or it is gone though there are backups; the way out names the newest.
        StoreError: a newer netpractice wrote it in a form that can't be read here.
    """
    path = paths.book
    try:
        data = storage.read_bytes()
        if data is not None:
            return understand(data, path)
        if disk.signature(paths.history) is None and not backups.found(paths):
            return SCHEMA, Records()
    except OSError as problem:
        raise damaged(path, problem.strerror or str(problem), _way_out(paths)) from problem
    except DamagedError as problem:
        raise DamagedError(problem.what, where=problem.where, way_out=_way_out(paths)) from problem
    raise DamagedError(
        "this book is gone, though its history or backups are here", where=str(path), way_out=_way_out(paths)
    )


def understand(data: bytes, where: Path) -> tuple[int, Records]:
    """The schema and the records of a file of any form, those of an older form as if it had the present one.

    Raises:
        DamagedError: it can't be read as a book.
        StoreError: a newer netpractice wrote it in a form that can't be read here.
    """
    try:
        schema, records = decode(data, where)
    except DamagedError:
        schema = schema_of(data, where)
        if schema == SCHEMA:
            raise
        if schema > SCHEMA:
            raise StoreError(
                f"a newer netpractice wrote this book (schema {schema}; this one knows {SCHEMA})",
                where=str(where),
                way_out="Update netpractice",
            ) from None
    if schema < SCHEMA:
        _, records = decode(migrated(data, where), where)
    return schema, records


def _way_out(paths: Paths) -> str:
    """What can be done about a file that can't be read."""
    newest = backups.newest_good(paths)
    if newest is None:
        return "Nothing was changed; no backup of it was found"
    return f"Nothing was changed; netpractice restore newest brings back the backup of {newest.moment:%Y-%m-%d %H:%M}"

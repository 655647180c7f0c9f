"""The files that an import begins with: their bytes, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeAlias

from netpractice.domain.cards import Problem, Reading
from netpractice.domain.errors import DamagedError, InputError, NetpracticeError
from netpractice.domain.records import RECORD_TYPES, Records
from netpractice.domain.text import looks_clean
from netpractice.store import disk
from netpractice.store.cleaning import cleaned
from netpractice.store.codec import SCHEMA, decode

Progress: TypeAlias = Callable[[int, int], object]
"""Is told how much is done, and of how much."""

LARGEST = 200_000_000
"""The most bytes of a file; ten thousand contacts with their pictures take less."""

CARD_FILES = (".vcf", ".vcard")
"""How the names of vCard files end."""


class Source(NamedTuple):
    """A file to import."""

    name: str
    """Its name as the user gave it."""
    data: bytes
    folder: str = ""
    """The folder that was named instead of it; empty for a file that was named itself."""


class BookReading(Reading, frozen=True, kw_only=True):
    """What the whole book of a netpractice says."""

    records: Records


def gather(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The bytes of files, and of the vCard files in folders and in the folders within these, in the order of their names.

    Raises:
        NetpracticeError: a file isn't there or can't be read, or a folder has no vCards in it.
    """
    return tuple(source for path in paths for source in (_folder(path) if _is_folder(path) else [_file(path)]))


def read(
    sources: Sequence[Source], columns: Mapping[str, str] | None = None, progress: Progress | None = None
) -> tuple[Reading, ...]:
    """What files say, one reading a file or folder; a file that can't be read is a problem of its reading.

    Args:
        sources: the files.
        columns: for a table without headings that are known: the heading of each field's column.
        progress: is told how many bytes of all have been read.

    Raises:
        InputError: nothing could be read from any of them; the message is that of the first.
    """
    readings: list[Reading] = []
    problems: list[InputError] = []
    done, total = 0, sum(len(source.data) for source in sources)
    for folder, files in groupby(enumerate(sources), lambda pair: pair[1].folder or pair[0]):
        parts = []
        for _, source in files:
            try:
                parts.append(_reading(source, columns))
            except InputError as problem:
                problems.append(problem)
                parts.append(_refused(source, problem))
            done += len(source.data)
            if progress:
                progress(done, total)
        readings.append(_as_one(folder, parts) if isinstance(folder, str) else parts[0])
    if problems and not any(reading.cards or isinstance(reading, BookReading) for reading in readings):
        raise problems[0]
    return tuple(readings)


def as_problem(problem: NetpracticeError) -> Problem:
    """What is wrong with a whole file, as one of the problems of an import."""
    what = f"{problem.what}. {problem.way_out}" if problem.way_out else problem.what
    return Problem(file=problem.where, line=0, what=what)


def _is_folder(path: Path) -> bool:
    """True for a folder that can be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _folder(path: Path) -> Iterator[Source]:
    """The vCard files in a folder."""
    try:
        files = sorted(file for file in (*path.glob("*"), *path.glob("*/*")) if _is_card_file(file))
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if not files:
        raise NetpracticeError(
            "there are no vCards in this folder", where=str(path), way_out="Name one with .vcf files"
        )
    return (_file(file)._replace(folder=str(path)) for file in files)


def _is_card_file(path: Path) -> bool:
    """True for a vCard file that isn't hidden."""
    return path.suffix.lower() in CARD_FILES and not path.name.startswith(".") and path.is_file()


def _file(path: Path) -> Source:
    """A file that was named."""
    try:
        state = disk.signature(path)
        if state is not None and state.size > LARGEST:
            raise NetpracticeError(
                f"{state.size:,} bytes are too large, at most {LARGEST:,} can be read",
                where=str(path),
                way_out="Export the contacts without their pictures, or split the file",
            )
        return Source(str(path), disk.read(path)[0])
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _unreadable(path: Path, problem: OSError) -> NetpracticeError:
    """The error for a file that the disk doesn't give."""
    if isinstance(problem, FileNotFoundError):
        return NetpracticeError("there is no such file", where=str(path), way_out="Look at its name and folder")
    return NetpracticeError(
        f"it can't be read ({problem.strerror or problem})",
        where=str(path),
        way_out="Look after the file, then try again",
    )


def _reading(source: Source, columns: Mapping[str, str] | None) -> Reading:
    """What a file says; raises InputError if that is nothing about anybody."""
    from netpractice.exchange.reading import read_file
    from netpractice.exchange.tables import EXPECTED

    records = _records(source)
    if records is not None:
        people = len(records.contacts)
        return BookReading(file=source.name, kind="netpractice book", cards=(), found=people, records=records)
    reading = read_file(source.name, source.data, columns)
    if reading.cards:
        return reading
    if not reading.found:
        raise InputError("there is nobody in this file", where=source.name, way_out=EXPECTED)
    why = "; ".join(f"line {problem.line}: {problem.what}" for problem in reading.problems[:1])
    what = f"nobody of {reading.found:,} in this file could be read ({why})"
    raise InputError(what, where=source.name, way_out=EXPECTED)


def _records(source: Source) -> Records | None:
    """The records of a whole book, exported or as it lies on the disk; None for any other file.

    Raises:
        InputError: a book that can't be read.
    """
    from netpractice.exchange.bookjson import is_book, read_book

    if source.data.startswith(b'{"meta":'):
        try:
            schema, records = decode(source.data, Path(source.name))
        except DamagedError as problem:
            raise InputError(problem.what, where=source.name, way_out="Take a backup of it instead") from problem
        if schema > SCHEMA:
            raise InputError(
                "a newer netpractice wrote it", where=source.name, way_out="Update netpractice, then try again"
            )
        return records
    if not is_book(source.data):
        return None
    records = read_book(source.name, source.data)
    if looks_clean(source.data):
        return records
    tables = (kind.table for kind in RECORD_TYPES)
    return Records(**{name: {one.id: cleaned(one) for one in records.table(name).values()} for name in tables})


def _refused(source: Source, problem: InputError) -> Reading:
    """The reading of a file that says nothing about anybody."""
    return Reading(file=source.name, kind="", cards=(), problems=(as_problem(problem),), found=0)


def _as_one(folder: str, parts: Iterable[Reading]) -> Reading:
    """The files of a folder as one: together they are one address book."""
    parts = list(parts)
    return Reading(
        file=folder,
        kind=next((part.kind for part in parts if part.kind), ""),
        cards=tuple(card for part in parts for card in part.cards),
        problems=tuple(problem for part in parts for problem in part.problems),
        found=sum(part.found for part in parts),
    )

"""Small records and books for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from netpractice.domain.changes import Change, Image
from netpractice.domain.records import Contact, Record
from netpractice.store.bookfile import BookFile
from netpractice.store.history import Step
from netpractice.store.paths import Paths

NOW = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)


def contact(name: str, notes: str = "") -> Contact:
    """A contact whose id is the small form of the name."""
    return Contact(id=name.lower(), created=NOW, updated=NOW, name=name, notes=notes)


def step(*images: tuple[Record | None, Record | None], change_id: str = "c1", label: str = "did something") -> Step:
    """A step that makes a change of records before and after."""
    return Step("do", Change(id=change_id, at=NOW, label=label, images=tuple(Image(*image) for image in images)))


def paths_in(folder: Path) -> Paths:
    """The places of a book in a folder."""
    return Paths(book=folder / "book.json")


def opened(paths: Paths) -> BookFile:
    """A book's file, claimed for writing."""
    file = BookFile(paths)
    file.claim(NOW)
    return file

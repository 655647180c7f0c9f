"""Taking what is in the book elsewhere: one row a format. The same book always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from netpractice.domain.errors import InputError
from netpractice.practice.book import Book
from netpractice.store import disk
from netpractice.store.durable import not_saved
from netpractice.store.paths import Paths


class Format(msgspec.Struct, frozen=True):
    """A form in which the book, or a part of it, can be taken elsewhere."""

    summary: str
    """What is in it and who reads it, in a few words."""
    write: Callable[[Book], bytes]
    """Makes the bytes of a file."""


def _json(book: Book) -> bytes:
    """The whole book as one JSON object."""
    from netpractice.exchange.bookjson import write_book

    return write_book(book.records)


def _vcf(book: Book) -> bytes:
    """Everybody as vCards."""
    from netpractice.exchange.vcard import write_vcards

    people = book.records.contacts
    return write_vcards(people.values(), {contact.id: contact.name for contact in people.values()})


def _csv(book: Book) -> bytes:
    """Everybody as a table."""
    from netpractice.exchange.tables import write_table

    return write_table(book.records.contacts.values())


def _ics(book: Book) -> bytes:
    """The open follow-ups and a daily check-in as a calendar."""
    from netpractice.exchange.calendar import write_calendar

    names = {contact.id: contact.name for contact in book.records.contacts.values()}
    return write_calendar(book.records.followups.values(), names, book.today)


def _markdown(book: Book) -> bytes:
    """The journal as a Markdown page."""
    from netpractice.exchange.markdown import journal_page

    return journal_page(book.records)


def _weeks(book: Book) -> bytes:
    """The weekly reviews as a Markdown page."""
    from netpractice.practice.review_page import pages

    return pages(book).encode()


FORMATS: dict[str, Format] = {
    "json": Format("the whole book, to be kept or brought in again", _json),
    "csv": Format("the people as a table, for a spreadsheet", _csv),
    "vcf": Format("the people as vCards, for phones and mail programs", _vcf),
    "md": Format("the journal in Markdown, to be read and kept", _markdown),
    "weeks": Format("the weekly reviews in Markdown, as they were kept", _weeks),
    "ics": Format("open follow-ups and a daily check-in for a calendar", _ics),
}
"""Every format by the word that names it."""


def export_to(path: Path, book: Book, data: bytes, *, force: bool) -> None:
    """Write an export to a file, for this user's eyes only, all of it or nothing.

    Args:
        path: the file; through a link, what the link leads to.
        book: the open book, whose own files are never written over.
        data: what to write.
        force: True to write over a file that is there.

    Raises:
        InputError: there is a file already, it is one of the book's own, or something that is no ordinary file.
        NotSavedError: the disk refused.
    """
    target = disk.resolved(path)
    if _is_own(target, book.paths):
        raise InputError("this is a file of the book itself", where=str(path), way_out="Choose another name")
    if target.exists() and not target.is_file():
        raise InputError("this is no ordinary file", where=str(path), way_out="Choose another name")
    if target.exists() and not force:
        raise InputError(
            "there is a file already",
            where=str(path),
            way_out="Choose a name that isn't taken, or write over it with --force",
        )
    try:
        disk.replace(target, [data])
    except OSError as problem:
        raise not_saved(path, problem) from problem


def _is_own(target: Path, paths: Paths) -> bool:
    """True for a file that belongs to the book."""
    own = map(disk.resolved, (paths.book, paths.lock, paths.history, paths.drafts, paths.config))
    return target in own or disk.resolved(paths.backups) in target.parents

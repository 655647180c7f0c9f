"""Drafts: kept while typed, offered again, and gone with the save that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from netpractice.domain.errors import NotSavedError
from netpractice.domain.records import Event
from netpractice.practice import batch
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store import bookfile
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)


@contextmanager
def opened(data: Path) -> Iterator[Book]:
    """A book that is open, with its drafts."""
    with closing(Book.open(find_paths(str(data), {}), FixedClock(TODAY))) as book:
        assert book.find_drafts() == ""
        yield book


def typed(book: Book, place: str = "batch") -> str | None:
    draft = book.drafts.find(place)
    return draft.typed["text"] if draft else None


def test_what_was_typed_is_there_after_a_kill(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann"})
        book.drafts.keep("batch", {"text": "Ann Lee"})
        book.drafts.write()
    with opened(data) as book:
        assert typed(book) == "Ann Lee"
        assert [draft.place for draft in book.drafts.waiting] == ["batch"]


def test_what_was_typed_last_is_written_at_the_latest_when_the_book_is_closed(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann Lee"})
    with opened(data) as book:
        assert typed(book) == "Ann Lee"


def test_a_draft_that_is_thrown_away_is_gone(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann"})
        book.drafts.write()
        book.drafts.keep("batch", {"text": "  \n"})
        book.drafts.write()
        assert not book.paths.drafts.exists()


def test_a_draft_goes_with_the_save_that_holds_it(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann Lee"})
        book.drafts.write()
        save_as_batch(book)
        assert typed(book) is None
        assert b"Ann Lee" in book.paths.drafts.read_bytes()
        book.save()
        assert not book.paths.drafts.exists()


def test_a_kill_after_the_save_offers_nothing_that_is_in_the_book(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann Lee"})
        save_as_batch(book)
        book.drafts.write()
        marked = book.paths.drafts.read_bytes()
    data.with_name("book.json.draft").write_bytes(marked)
    with opened(data) as book:
        assert len(book.records.conversations) == 1
        assert book.drafts.waiting == ()


def test_a_kill_before_the_save_offers_it_again(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann Lee"})
        save_as_batch(book)
        book.drafts.before_save()
        marked = book.paths.drafts.read_bytes()
    with opened(elsewhere(data, marked)) as book:
        assert typed(book) == "Ann Lee"


def test_what_is_typed_after_a_refused_save_joins_what_was_to_be_saved(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann Lee"})
        save_as_batch(book)
        with monkeypatch.context() as full:
            full.setattr(bookfile.BookFile, "save", refuse)
            with pytest.raises(NotSavedError):
                book.save()
        book.drafts.keep("batch", {"text": "Bo Kim"})
        book.drafts.write()
        both = book.paths.drafts.read_bytes()
    with opened(elsewhere(data, both)) as book:
        assert typed(book) == "Ann Lee\nBo Kim"


def test_what_is_dropped_for_another_programs_file_waits_again(data: Path) -> None:
    with opened(data) as book:
        book.change("wrote a plan", put=[book.new(Event, name="Fair", day=TODAY)])
        book.save()
        book.drafts.keep("batch", {"text": "Ann Lee"})
        save_as_batch(book)
        other = data.with_name("other.json")
        other.write_bytes(data.read_bytes())
        other.replace(data)
        book.reload()
        assert typed(book) == "Ann Lee"


def test_drafts_that_cannot_be_read_are_kept_and_named(data: Path) -> None:
    data.parent.mkdir()
    data.with_name("book.json.draft").write_text("what is this")
    with closing(Book.open(find_paths(str(data), {}), FixedClock(TODAY))) as book:
        said = book.find_drafts()
    (aside,) = data.parent.glob("*.damaged-*")
    assert aside.read_text() == "what is this"
    assert aside.name in said
    assert "the drafts in it can't be read" in said


def test_a_second_instance_leaves_the_drafts_alone(data: Path) -> None:
    with opened(data) as book:
        book.drafts.keep("batch", {"text": "Ann"})
        book.drafts.write()
        with opened(data) as second:
            assert second.drafts.waiting == ()
            second.drafts.keep("batch", {"text": "Bo"})
            second.drafts.write()
        assert b"Ann" in book.paths.drafts.read_bytes()


def elsewhere(data: Path, drafts: bytes) -> Path:
    """The path of a book of which nothing was saved, with these drafts beside it."""
    folder = data.parent.with_name("elsewhere")
    folder.mkdir()
    (folder / "book.json.draft").write_bytes(drafts)
    return folder / "book.json"


def save_as_batch(book: Book) -> None:
    """Write the draft down, as a batch does; nothing of it is on the disk yet."""
    draft = book.drafts.find("batch")
    assert draft is not None
    outcome = batch.save_batch(book, draft.typed["text"])
    assert outcome.change is not None
    book.drafts.saved("batch", outcome.change)


def refuse(*_: object) -> None:
    raise NotSavedError("the disk refused to save (full)")

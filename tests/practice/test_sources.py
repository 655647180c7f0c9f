"""The files of an import: which are read, in which order, and what is said of those that can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice.domain.errors import InputError, NetpracticeError
from netpractice.practice.importing import BookReading, Source, gather, read


def card(name: str) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n".encode()


PAGE = b"<!DOCTYPE html><html></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of vCards as programs that keep one file a card leave it."""
    for name in ("b.vcf", "a.VCF", "family/c.vcard", "family/deep/d.vcf", ".hidden.vcf", "notes.txt", "e.vcf/x.txt"):
        path = tmp_path / "cards" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(card(path.stem))
    return tmp_path / "cards"


def test_a_folder_is_its_vcards_and_those_one_folder_further_in_order(folder: Path) -> None:
    sources = gather([folder])
    assert [source.name for source in sources] == [str(folder / name) for name in ("a.VCF", "b.vcf", "family/c.vcard")]
    assert {source.folder for source in sources} == {str(folder)}
    [reading] = read(sources)
    assert (reading.file, reading.kind, reading.found) == (str(folder), "vCard", 3)
    assert [card.name for card in reading.cards] == ["a", "b", "c"]


def test_files_are_read_in_the_order_in_which_they_are_named(folder: Path) -> None:
    sources = gather([folder / "b.vcf", folder, folder / "a.VCF", folder / "a.VCF"])
    assert [reading.file for reading in read(sources)] == [
        str(folder / "b.vcf"),
        str(folder),
        str(folder / "a.VCF"),
        str(folder / "a.VCF"),
    ]


@pytest.mark.parametrize(("name", "words"), [("gone.vcf", "no such file"), ("family/deep", "no vCards")])
def test_what_can_not_be_gathered_is_said_in_a_sentence(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "family" / "deep").mkdir(parents=True)
    with pytest.raises(NetpracticeError, match=words) as problem:
        gather([tmp_path / name])
    assert problem.value.where == str(tmp_path / name)
    assert problem.value.exit_code == 3


def test_a_bad_file_among_good_ones_is_a_problem_of_its_reading() -> None:
    page, ann = read([Source("page.html", PAGE), Source("ann.vcf", card("Ann"))])
    assert (page.cards, page.found, page.kind) == ((), 0, "")
    [problem] = page.problems
    assert (problem.file, problem.line) == ("page.html", 0)
    assert "web page" in problem.what
    assert [card.name for card in ann.cards] == ["Ann"]


def test_without_any_good_file_the_first_one_is_the_error() -> None:
    with pytest.raises(InputError, match=r"^page\.html: this is a web page"):
        read([Source("page.html", PAGE), Source("empty.csv", b"")])
    assert read([]) == ()


def test_a_file_with_nobody_in_it_says_why_and_what_was_expected() -> None:
    with pytest.raises(InputError, match=r"nobody of 1 .*line 1: .* Expected are"):
        read([Source("x.vcf", b"BEGIN:VCARD\nEND:VCARD\n")])
    with pytest.raises(InputError, match=r"there is nobody in this file\. Expected are"):
        read([Source("x.csv", b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")])


def test_a_whole_book_is_read_as_its_records(demo: Path) -> None:
    [reading] = read(gather([demo]))
    assert isinstance(reading, BookReading)
    assert reading.found == len(reading.records.contacts) > 0
    assert (reading.cards, reading.problems) == ((), ())


@pytest.mark.parametrize("cut", [20, 200, 5000])
def test_a_damaged_book_is_refused(demo: Path, cut: int) -> None:
    with pytest.raises(InputError, match="can't be read as a book"):
        read([Source("book.json", demo.read_bytes()[:-cut])])


def test_text_in_a_book_is_cleaned() -> None:
    stamps = '"created":"2026-01-01T00:00:00Z","updated":"2026-01-01T00:00:00Z"'
    data = f'{{"schema":1,"contacts":[{{"id":"a",{stamps},"name":"Ann\\u001b[2J \\u202eLee"}}]}}'.encode()
    [reading] = read([Source("book.json", data)])
    assert isinstance(reading, BookReading)
    assert reading.records.contacts["a"].name == "Ann[2J Lee"


def test_whoever_waits_is_told_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    one, other = card("Ann"), card("Bo Kim")
    total = len(one) + len(other)
    read([Source("a.vcf", one), Source("b.vcf", other)], progress=lambda done, of: told.append((done, of)))
    assert told == [(len(one), total), (total, total)]

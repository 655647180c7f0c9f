"""The file of drafts: what was written is read, and what can't be read is kept and named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import DamagedError, NotSavedError
from netpractice.domain.text import SUSPICIOUS, harmless
from netpractice.store import disk
from netpractice.store.drafts import Draft, read_drafts, set_aside, write_drafts
from tests.counts import tally
from tests.hostile import HOSTILE
from tests.store.making import NOW

TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(harmless)
DRAFTS = st.builds(
    Draft, place=st.text(st.characters(exclude_categories=["Cs"])), typed=st.dictionaries(TEXTS, TEXTS, max_size=3),
    moment=st.just(NOW), saved_as=st.sampled_from(["", "c1"]),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book" / "book.json.draft"


def draft(place: str = "batch", text: str = "Ann Lee / kites") -> Draft:
    return Draft(place=place, typed={"text": text}, moment=NOW)


def test_what_was_written_is_read_and_nobody_else_may_look(path: Path) -> None:
    drafts = (draft(), draft("talk", "Ä\n" * 50_000))
    write_drafts(path, drafts)
    assert read_drafts(path) == drafts
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600


@given(st.lists(DRAFTS, max_size=4))
def test_any_drafts_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, drafts: list[Draft]) -> None:
    path = tmp_path_factory.mktemp("drafts") / "drafts"
    write_drafts(path, drafts)
    assert read_drafts(path) == tuple(drafts)


def test_without_drafts_there_is_no_file(path: Path) -> None:
    assert read_drafts(path) == ()
    write_drafts(path, [])
    assert not path.exists()
    write_drafts(path, [draft()])
    write_drafts(path, [])
    assert not path.exists()
    assert read_drafts(path) == ()


def test_text_that_others_wrote_into_the_file_is_cleaned(path: Path) -> None:
    write_drafts(path, [draft(text=text.encode(errors="replace").decode()) for text in HOSTILE])
    assert not any(SUSPICIOUS.search(each.typed["text"]) for each in read_drafts(path))


@pytest.mark.parametrize(
    "damage",
    [b"", b"null", b"[]", b"{}", b'{"schema": 2, "drafts": []}', b"\xff\xfe", b'{"schema": 1, "drafts": [{}]}'],
)
def test_a_damaged_file_is_kept_and_named(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    with pytest.raises(DamagedError, match="the drafts in it can't be read") as refused:
        read_drafts(path)
    assert refused.value.where == str(path)
    aside = set_aside(path, NOW)
    assert aside.read_bytes() == damage
    assert not path.exists()
    tally("D1")


def test_every_cut_of_a_file_is_damage(path: Path) -> None:
    write_drafts(path, [draft()])
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(DamagedError):
            read_drafts(path)


def test_files_that_are_set_aside_at_one_moment_have_names_of_their_own(path: Path) -> None:
    path.parent.mkdir()
    asides = set()
    for text in ("one", "two", "three"):
        path.write_text(text)
        asides.add(set_aside(path, NOW))
    assert {aside.read_text() for aside in asides} == {"one", "two", "three"}


def test_a_disk_that_refuses_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_drafts(path, [draft()])
    monkeypatch.setattr(disk, "take_place", lambda path: os.open(path / "not a folder", os.O_RDONLY))
    with pytest.raises(NotSavedError, match="refused to save"):
        write_drafts(path, [draft(text="more")])
    assert read_drafts(path) == (draft(),)

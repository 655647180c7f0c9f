"""Paths as they are typed, pasted and dragged into a line, and what may be meant by the beginning of one."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError, NetpracticeError
from netpractice.domain.text import harmless
from netpractice.practice.importing import gather
from netpractice.practice.importing.typed_paths import completions, read_paths
from tests.hostile import HOSTILE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, which is the one that the program runs in."""
    folder = tmp_path / "here"
    for name in (
        "people.csv", "Phone.vcf", "photo.png", ".secret.vcf", "my people.csv", "Ann's.vcf", "Photos/a.vcf",
        "old cards/b.vcf", "phlox/x.txt",
    ):  # fmt: skip
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def names(typed: str) -> list[str]:
    """What is offered."""
    return [each.name for each in completions(typed)]


def lines(typed: str) -> list[str]:
    """What would stand in the line."""
    return [each.line for each in completions(typed)]


def test_nothing_typed_is_said(folder: Path) -> None:
    for typed in ("", "  "):
        with pytest.raises(InputError, match="no file is named yet"):
            read_paths(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("people.csv", ["people.csv"]),
        ("  people.csv ", ["people.csv"]),
        ("my people.csv", ["my people.csv"]),
        ("'my people.csv'", ["my people.csv"]),
        ('"my people.csv"', ["my people.csv"]),
        ("my\\ people.csv", ["my people.csv"]),
        ("Ann's.vcf", ["Ann's.vcf"]),
        ("Ann\\'s.vcf people.csv", ["Ann's.vcf", "people.csv"]),
        ("people.csv Phone.vcf", ["people.csv", "Phone.vcf"]),
        ("people.csv  'my people.csv' Photos/", ["people.csv", "my people.csv", "Photos"]),
        ("people.csv gone.csv", ["people.csv", "gone.csv"]),
        ("my gone file.csv", ["my gone file.csv"]),
        ("'gone file.csv'", ["gone file.csv"]),
        ("Photos/a.vcf", ["Photos/a.vcf"]),
    ],
)
@pytest.mark.skipif(os.sep == "\\", reason="a backslash parts folders there")
def test_paths_are_read_as_people_write_them(folder: Path, typed: str, read: list[str]) -> None:
    assert read_paths(typed) == tuple(map(Path, read))


def test_home_and_addresses_of_files_are_understood(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert read_paths("~/people.csv") == (folder / "people.csv",)
    assert read_paths("~nobody-is-called-so/people.csv") == (Path("~nobody-is-called-so/people.csv"),)
    address = f"file://{quote(str(folder))}/my%20people.csv"
    assert read_paths(address) == (folder / "my people.csv",)
    assert read_paths(f"{address} file://localhost{folder}/people.csv")[1] == folder / "people.csv"
    assert read_paths("file:///a%00b") == (Path("/ab"),)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("peo", ["people.csv"]),
        ("PH", ["Phone.vcf", "phlox/", "Photos/"]),
        ("old", ["old cards/"]),
        ("my p", ["my people.csv"]),
        (".s", [".secret.vcf"]),
        ("Photos/", ["a.vcf"]),
        ("old cards/", ["b.vcf"]),
        ("phlox/", ["x.txt"]),
        ("./", ["Ann's.vcf", "my people.csv", "people.csv", "Phone.vcf", "old cards/", "phlox/", "Photos/"]),
        ("zzz", []),
        ("gone/", []),
        ("file:///", []),
    ],
)
def test_files_that_may_hold_contacts_are_offered_before_folders(folder: Path, typed: str, offered: list[str]) -> None:
    assert names(typed) == offered


def test_what_is_taken_stands_in_the_line_so_that_it_can_be_read(folder: Path) -> None:
    assert lines("old") == ["old cards/"]
    assert lines("old cards/b") == ["old cards/b.vcf"]
    assert lines("ph")[1:] == ["phlox", "Photos"]
    assert lines("people.csv my") == ["people.csv 'my people.csv'"]
    assert lines("people.csv Ann") == ['people.csv "Ann\'s.vcf"']
    assert lines("people.csv 'old c") == ["people.csv 'old cards/'"]
    assert lines("people.csv 'old cards/'") == ["people.csv 'old cards/b.vcf'"]
    assert lines("people.csv ")[0] == 'people.csv "Ann\'s.vcf"'
    for typed in ("my", "Ann", "people.csv my", "people.csv Ann", "people.csv 'old cards/'"):
        assert all(path.exists() for path in read_paths(lines(typed)[0]))


def test_before_anything_is_typed_what_was_just_downloaded_is_offered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "Connections.csv").write_text("x", encoding="utf-8")
    (tmp_path / "Downloads" / "letter.txt").write_text("x", encoding="utf-8")
    assert lines("")[0] == "~/Downloads/Connections.csv"
    assert lines("")[1:] == ["Ann's.vcf", "my people.csv", "people.csv", "Phone.vcf"]
    monkeypatch.chdir(tmp_path)
    assert lines("") == ["~/Downloads/Connections.csv"]
    assert names("~") == ["Downloads/", "here/"]
    assert lines("~/Dow") == ["~/Downloads/"]


NAMES = [
    name
    for name in dict.fromkeys(text.encode("utf-8", "surrogatepass" if os.sep == "/" else "replace") for text in HOSTILE)
    if name.strip() and not name.startswith(b".") and not {b"/"[0], 0} & set(name) and len(name) < 250
]
"""Names of files as bytes, which needn't be text at all."""


@pytest.mark.skipif(os.sep == "\\", reason="names are text there")
@pytest.mark.parametrize("name", [*NAMES, b"\xff\xfeAnn", b"Bj\xf6rn"], ids=ascii)
def test_a_name_that_no_line_can_hold_is_found_by_what_is_left_of_it(tmp_path: Path, name: bytes) -> None:
    file = tmp_path / "hostile" / os.fsdecode(name + b".vcf")
    file.parent.mkdir()
    file.write_text("x", encoding="utf-8")
    [offered] = completions(f"{tmp_path}/hostile/")
    assert " ".join(harmless(offered.line).split()) == offered.line
    assert read_paths(offered.line) == (file,)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_path_or_refused(typed: str) -> None:
    completions(typed)
    try:
        paths = read_paths(typed)
    except InputError:
        assert not typed.strip()
    else:
        assert paths


@pytest.mark.parametrize("typed", ["a" * 5_000, "a/" * 3_000, "~" * 300])
def test_a_path_of_any_length_is_refused_in_a_sentence(typed: str) -> None:
    completions(typed)
    with pytest.raises(NetpracticeError):
        gather(read_paths(typed))

"""Where a book lies, and what beats what."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice.store.paths import find_paths


def test_the_option_beats_the_variable_and_that_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    environ = {"NETPRACTICE_DATA": str(tmp_path / "named.json")}
    assert find_paths(str(tmp_path / "option.json"), environ).book == tmp_path / "option.json"
    assert find_paths(None, environ).book == tmp_path / "named.json"
    own = find_paths(None, {})
    assert own.book == tmp_path / "data" / "netpractice" / "book.json"
    assert own.own_folder
    assert not find_paths(None, environ).own_folder


def test_everything_lies_beside_the_book_and_is_named_after_it(tmp_path: Path) -> None:
    paths = find_paths(str(tmp_path / "mine.json"), {})
    beside = {paths.lock.name, paths.history.name, paths.drafts.name, paths.backups.name}
    assert beside == {"mine.json.lock", "mine.json.history", "mine.json.draft", "backups"}
    assert paths.config.name == "config.toml"


def test_a_link_leads_to_the_book_itself_so_that_one_book_has_one_lock(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (tmp_path / "link.json").symlink_to(folder / "book.json")
    assert find_paths(str(tmp_path / "link.json"), {}) == find_paths(str(folder / "book.json"), {})


def test_a_path_may_begin_at_home_or_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find_paths("~/book.json", {}).book == tmp_path / "book.json"
    assert find_paths("book.json", {}).book == tmp_path / "book.json"
    assert find_paths("~no-such-user/book.json", {}).book == tmp_path / "~no-such-user" / "book.json"

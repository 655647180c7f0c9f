"""What every test stands on: folders of its own, a fixed day, and nothing of the developer's."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("here")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own data, config and environment out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("NETPRACTICE_DATA", "NO_COLOR", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The path of a book that isn't there yet."""
    return tmp_path / "book" / "book.json"


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book as it stands on Sunday, 22 November 2026, written once."""
    from netpractice.practice.demo import write_demo

    path = tmp_path_factory.mktemp("sample") / "sample.json"
    write_demo(path, date(2026, 11, 22))
    return path


@pytest.fixture
def demo(_sample: Path, tmp_path: Path) -> Path:
    """The path of a copy of the sample book."""
    folder = tmp_path / "demo"
    folder.mkdir()
    return shutil.copyfile(_sample, folder / "book.json")

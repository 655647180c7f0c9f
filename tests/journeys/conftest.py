"""Books to sit down at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netpractice.practice.demo import write_demo
from tests.journeys.user import TODAY


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book, written once."""
    path = tmp_path_factory.mktemp("sample") / "sample.json"
    write_demo(path, TODAY)
    return path


@pytest.fixture
def demo(_sample: Path, data: Path) -> Path:
    """The path of a copy of the sample book."""
    data.parent.mkdir()
    shutil.copyfile(_sample, data)
    return data

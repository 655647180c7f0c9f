"""README, CHANGELOG and CI say what is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from netpractice import __version__
from netpractice.cli.verbs import VERBS
from netpractice.tui.actions import ACTION
from netpractice.tui.config import Config
from tests.readme import README, key_table, with_keys

ROOT = README.parent
TEXT = README.read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def command(mark: str) -> str:
    """The command in the block under a mark."""
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", TEXT, re.DOTALL)
    assert found, f"README has no command marked {mark}"
    return found[1]


def names(requirements: list[str]) -> set[str]:
    """The packages that requirements name."""
    return {re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in requirements}


def test_the_keys_are_those_of_the_registry() -> None:
    assert key_table() in TEXT
    assert with_keys(TEXT) == TEXT, "run python -m tests.readme"


def test_every_command_named_is_there() -> None:
    named = set(re.findall(r"`netpractice ([a-z]+)", TEXT))
    assert named
    assert named <= set(VERBS)


def test_both_commands_are_one_line_and_make_their_own_environment() -> None:
    for mark in ("start", "tests"):
        assert "\n" not in command(mark)
        assert command(mark).startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert command("start").endswith(".venv/bin/netpractice")
    assert command("tests").endswith(".venv/bin/python -m pytest")


def test_ci_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "<!-- tests -->" in script
    assert 'bash -euo pipefail -c "$test_command"' in script


def test_every_dependency_has_its_reason() -> None:
    table = TEXT.partition("## Dependencies")[2].partition("\n## ")[0]
    assert names(PYPROJECT["project"]["dependencies"]) == set(re.findall(r"^\| ([a-z]+) \|", table, re.MULTILINE)) - {
        "package"
    }


def test_the_top_level_is_that_of_the_card() -> None:
    card = {"pyproject.toml", "netpractice", "tests", "screenshots", "README.md", "CHANGELOG.md"}
    assert card <= {path.name for path in ROOT.iterdir()}


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT)
    assert pictures[0].startswith("screenshots/today-")
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_config_shown_can_be_used() -> None:
    shown = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert shown
    config = Config.parse(shown[1], Path("config.toml").name)
    assert config.problems == ()
    assert set(config.keymap) <= set(ACTION)


def test_the_changelog_knows_the_version_or_what_comes_next() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in ("Unreleased", __version__)

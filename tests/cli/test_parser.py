"""The grammar: what stands where, and one line for what can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice import __version__
from netpractice.cli.verbs import VERBS, load
from tests.cli.conftest import CommandLine


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_a_help_that_says_how_it_ends(cli: CommandLine, name: str) -> None:
    result = cli.bare(name, "--help")
    assert result.status == 0
    assert result.out.startswith(f"usage: netpractice {name}")
    assert "Exit status: 0 ok" in result.out
    assert load(name).description.split()[0] in result.out
    assert max(map(len, result.lines)) <= 82


def test_the_program_help_lists_every_verb(cli: CommandLine) -> None:
    result = cli.bare("--help")
    assert result.status == 0
    assert all(f"  {name} " in result.out for name in VERBS)


def test_help_opens_no_book(cli: CommandLine) -> None:
    cli("check", "1", "--help")
    assert not cli.data.parent.exists()


def test_version(cli: CommandLine) -> None:
    assert cli.bare("--version") == (0, f"netpractice {__version__}\n", "")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_common_options_stand_before_or_after_the_verb(cli: CommandLine, place: int) -> None:
    words = ["why", "warm"]
    words[place:place] = ["--today", "2026-11-20", f"--data={cli.data}"]
    assert "Fri 20 Nov" in cli.bare(*words).out


def test_the_environment_names_the_book_and_the_option_beats_it(cli: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    environ = {"NETPRACTICE_DATA": str(other)}
    assert cli.bare("paths", environ=environ).lines[0].endswith("other.json")
    assert cli.bare("paths", "--data", str(cli.data), environ=environ).lines[0].endswith("book.json")


def test_no_verb_opens_the_app_on_the_book(cli: CommandLine) -> None:
    assert cli().status == 0
    [opened] = cli.opened
    assert (opened.path, opened.banner, opened.read_only) == (cli.data.resolve(), "", "")


USAGE = {
    "chek": "chek: no such verb. Perhaps you meant check.",
    "zzz": "zzz: no such verb. See netpractice --help for the verbs.",
    "--json status": "--json: no such option before the verb. Options of a verb follow it; see netpractice --help.",
    "status --jsn": "status: unrecognized arguments: --jsn. See netpractice status --help.",
    "status --format": "status: argument --format: expected one argument. See netpractice status --help.",
    "why": "why: the following arguments are required: HABIT. See netpractice why --help.",
    "why 7": "7: no such habit. Give 1 to 6 or one of warm, anywhere, open, listen, follow, give.",
    "--data": "argument --data: expected one argument. See netpractice --help.",
}


@pytest.mark.parametrize(("words", "line"), USAGE.items())
def test_usage_errors_are_one_line_with_the_way_out(cli: CommandLine, words: str, line: str) -> None:
    result = cli.bare(*words.split())
    assert result.status == 2
    assert result.out == ""
    assert result.err == f"netpractice: {line}\n"


def test_an_error_never_sends_control_bytes_to_the_terminal(cli: CommandLine) -> None:
    result = cli("check", "\x1b]0;owned\x07\n\x9b31m\u202e")
    assert result.status == 2
    assert result.err.count("\n") == 1
    assert not set("\x1b\x07\x9b\u202e") & set(result.err)

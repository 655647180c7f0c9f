"""The program as its own process: what it imports, which streams it meets, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netpractice.cli.verbs import VERBS
from tests.cli.conftest import CommandLine

LISTED = (
    "import sys; from netpractice.cli.main import run; status = run(); print(*sorted(sys.modules), file=sys.stderr)"
)
READING = {
    "status": ["status"],
    "check": ["check"],
    "score": ["score"],
    "review": ["review"],
    "why": ["why", "1"],
    "journal": ["journal"],
    "contacts": ["contacts"],
    "due": ["due"],
    "followups": ["followups"],
    "remind": ["remind"],
    "ledger": ["ledger"],
    "season": ["season"],
    "events": ["events"],
    "restore": ["restore"],
    "doctor": ["doctor"],
    "paths": ["paths"],
    "export": ["export", "json"],
}
WRITING = {
    "check": ["check", "1"],
    "log": ["log", "Ann Lee / hello"],
    "add": ["add", "Ann Lee"],
    "followup": ["followup", "promise", "send it", "--by", "fri"],
    "acted": ["acted", "nothing"],
    "told": ["told", "nothing"],
    "done": ["done", "nothing"],
    "letgo": ["letgo", "nothing"],
    "snooze": ["snooze", "nothing", "fri"],
    "reopen": ["reopen", "nothing"],
    "favour": ["favour", "gave", "a cake"],
    "season": ["season", "a job"],
    "event": ["event", "Fair", "--day", "fri"],
    "debrief": ["debrief", "nothing", "x"],
    "undo": ["undo"],
    "import": ["import", "book.json"],
    "backup": ["backup"],
    "demo": ["demo", "-o", "sample.json"],
}
SCREEN = {"textual", "rich"}
HEAVY = {*SCREEN, "pendulum", "platformdirs", "asyncio", "shutil", "unittest"}
"""What costs more to import than a line in a status bar may."""


def run(*words: str, data: Path, code: str = "", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program, or Python code, as a process of its own."""
    start = ["-c", code] if code else ["-m", "netpractice"]
    return subprocess.run(
        [sys.executable, *start, *words],
        env=os.environ | {"NETPRACTICE_DATA": str(data)} | environ,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=data.parent,
        check=False,
    )


@pytest.fixture
def kept(cli: CommandLine) -> Path:
    """A book with one page."""
    cli("check", "1", "--intention", "ask Núñez 東京")
    return cli.data


def modules(*words: str, data: Path) -> set[str]:
    """The packages that a run of the program imported."""
    result = run(*words, data=data, code=LISTED)
    return {name.partition(".")[0] for name in result.stderr.decode().splitlines()[-1].split()}


def test_no_verb_imports_the_screen(kept: Path) -> None:
    assert READING.keys() | WRITING.keys() == VERBS.keys()
    for words in (*READING.values(), *WRITING.values()):
        assert not modules(*words, data=kept) & SCREEN, words


def test_status_imports_nothing_heavy(kept: Path) -> None:
    assert modules("status", "--json", data=kept) & HEAVY == set()


LEAN = """
from netpractice.cli import main
with main.without("ssl"):
    from netpractice.tui import app
import sys
assert not {"_ssl", "ssl", "argparse", "tinydb"} & sys.modules.keys()
import ssl
with main.without("ssl"):
    import ssl
"""


def test_the_screen_comes_without_what_it_does_not_need(kept: Path) -> None:
    result = run(data=kept, code=LEAN)
    assert (result.returncode, result.stderr) == (0, b"")


def test_the_app_asks_for_a_terminal(kept: Path) -> None:
    before = kept.read_bytes()
    result = run(data=kept)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr == (
        b"netpractice: the app needs a terminal. "
        b"Use a verb instead, as in netpractice status; netpractice --help lists them.\n"
    )
    assert kept.read_bytes() == before


@pytest.mark.parametrize("words", [["check"], ["check", "--json"], ["--help"]])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_gets_its_lines(kept: Path, words: list[str], encoding: str) -> None:
    result = run(*words, data=kept, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert (result.returncode, result.stderr) == (0, b"")
    result.stdout.decode(encoding)


def test_a_reader_that_leaves_early_is_no_error(kept: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "netpractice", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as a POSIX shell does")
@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-"])
@pytest.mark.parametrize("words", ["status", "nonsense", ""])
def test_a_closed_stream_is_no_reason_for_a_traceback(kept: Path, words: str, closed: str) -> None:
    result = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m netpractice {words} {closed}'],
        env=os.environ | {"NETPRACTICE_DATA": str(kept)},
        capture_output=True,
        check=False,
    )
    assert result.returncode == (0 if words == "status" else 2)
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_report_that_can_not_be_printed_is_a_problem_in_one_line(kept: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "netpractice", "check", "2"],
            env=os.environ | {"NETPRACTICE_DATA": str(kept)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 3
    assert result.stderr == b"netpractice: No space left on device. Look after the disk, then try again.\n"


def test_no_colour_is_ever_printed(kept: Path) -> None:
    for words in READING.values():
        result = run(*words, data=kept, FORCE_COLOR="1", CLICOLOR_FORCE="1")
        assert b"\x1b" not in result.stdout + result.stderr


def test_a_word_that_is_no_text_is_refused_in_one_line(kept: Path) -> None:
    result = run("check", os.fsdecode(b"\xff\x1b[31m"), data=kept)
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1
    assert b"\x1b" not in result.stderr

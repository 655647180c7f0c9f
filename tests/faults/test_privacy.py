"""P1: what is written is for its owner's eyes only, under any umask, and nothing leaves the machine."""

from __future__ import annotations

import ast
import io
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import netpractice
from netpractice.cli.main import main
from netpractice.cli.verbs import VERBS
from netpractice.store.paths import find_paths
from tests.bench.terminal import Terminal
from tests.counts import tally
from tests.faults.flows import FLOWS, TODAY, no_app, seed
from tests.faults.layer import Call, layer
from tests.faults.tracing import needs_strace
from tests.journeys.user import at_the_screen

UMASKS = (0o000, 0o022, 0o077)
FLOWS_OF_OURS = [name for name in FLOWS if name != "reload"]
"""All but reloading, which leaves the file as another program made it."""

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
"""Modules that reach, or lead somebody to reach, another machine."""

VERBS_RUN = (
    ["check", "1"], ["check"], ["log", "Ann Lee / hello"], ["journal"], ["status", "--json"], ["score"], ["review"],
    ["why", "1"], ["due"], ["followup", "promise", "send it", "--by", "fri"], ["followups"], ["acted", "no such"],
    ["told", "no such"], ["done", "no such"], ["letgo", "no such"], ["snooze", "no such", "fri"], ["reopen", "no such"],
    ["remind"], ["favour", "gave", "a cake"], ["ledger"], ["season", "a job"], ["event", "Fair", "--day", "fri"],
    ["events"], ["debrief", "no such", "x"], ["add", "Bo Lind"], ["contacts"], ["export", "json", "-o", "all.json"],
    ["import", "all.json"], ["undo"], ["backup"], ["restore"], ["restore", "newest"], ["doctor"], ["paths"],
    ["demo", "-o", "sample.json"],
)  # fmt: skip
"""Every verb, some of them refused."""

LISTENING = """
import os, sys
def heard(event, args):
    if event.startswith("socket."):
        os.write(2, event.encode())
        os._exit(99)
sys.addaudithook(heard)
from netpractice.cli.main import run
sys.exit(run())
"""
"""The program with an ear at the interpreter, which tells of every socket before it is made."""


@pytest.fixture(params=UMASKS, ids="{:03o}".format)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(top: Path) -> dict[str, int]:
    """The permissions of everything under a folder, and its own."""
    return {str(path.relative_to(top.parent)): stat.S_IMODE(path.lstat().st_mode) for path in (top, *top.rglob("*"))}


def assert_private(top: Path) -> None:
    """Folders are 0700, files 0600."""
    for name, mode in modes(top).items():
        assert mode == (0o700 if (top.parent / name).is_dir() else 0o600), f"{name} is {mode:03o}"
    tally("P1")


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
@pytest.mark.parametrize("name", FLOWS_OF_OURS)
def test_what_is_written_is_private_from_its_first_moment(name: str, umask: int, data: Path) -> None:
    def watch(call: Call, carry_out: Callable[[], object]) -> object:
        result = carry_out()
        if call.name == "open" and call.args[1] & os.O_CREAT:
            assert call.args[2] & 0o177 == 0, call
        if call.name == "mkdir":
            assert call.args[1] & 0o077 == 0, call
        return result

    FLOWS[name].prepare(data)
    with layer(data.parent, watch):
        assert FLOWS[name].act(data, io.StringIO()) == ""
    assert_private(data.parent)


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
def test_the_users_data_folder_is_made_private(umask: int) -> None:
    out, err = io.StringIO(), io.StringIO()
    for words in (["check", "1"], ["backup"]):
        assert main(words, environ={}, out=out, err=err, start_app=no_app) == 0
    assert_private(find_paths(None, {}).book.parent)


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
def test_a_sample_book_in_a_file_is_private(umask: int, tmp_path: Path) -> None:
    sample = tmp_path / "new" / "sample.json"
    words = ["demo", "-o", str(sample)]
    assert main(words, environ={}, out=io.StringIO(), err=io.StringIO(), start_app=no_app) == 0
    assert_private(sample.parent)


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
async def test_what_the_app_writes_is_private(umask: int, data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("1", "i", *"ask", "enter", "u")
        await user.saved()
        assert_private(data.parent)
    assert_private(data.parent)


@pytest.mark.skipif(os.name != "posix", reason="no modes here")
def test_what_lay_open_is_closed(data: Path) -> None:
    seed(data)
    for path in data.parent.iterdir():
        path.chmod(0o666)
    FLOWS["check"].act(data, io.StringIO())
    assert_private(data.parent)


# Nothing leaves the machine


def imports(source: str) -> set[str]:
    """Every module that a source imports anywhere, whole and by its first part."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names | {name.partition(".")[0] for name in names}


def test_no_module_of_the_package_imports_anything_that_reaches_another_machine() -> None:
    modules = list(Path(netpractice.__file__).parent.rglob("*.py"))
    assert len(modules) > 50
    for module in modules:
        assert not imports(module.read_text("utf-8")) & NETWORK, module
    tally("P1")


def test_an_import_is_found_wherever_it_stands() -> None:
    assert "socket" in imports("def f():\n    from socket import socket")
    assert "urllib.request" in imports("from urllib import request")


def test_no_verb_makes_a_socket(tmp_path: Path) -> None:
    assert {words[0] for words in VERBS_RUN} == VERBS.keys()
    for words in VERBS_RUN:
        assert run(tmp_path, "-c", LISTENING, *words).returncode in (0, 1, 2), words
        tally("P1")


def test_the_ear_hears_a_socket(tmp_path: Path) -> None:
    heard = run(tmp_path, "-c", LISTENING.replace("sys.exit(run())", "import socket; socket.socket()"))
    assert (heard.returncode, heard.stderr) == (99, b"socket.__new__")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python on a book in a folder."""
    environ = os.environ | {"NETPRACTICE_DATA": str(folder / "book.json")}
    return subprocess.run([sys.executable, *words], cwd=folder, env=environ, capture_output=True, check=False)


@pytest.mark.slow
@needs_strace
def test_no_verb_asks_the_system_for_a_socket(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for words in VERBS_RUN:
        strace = ["strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", str(log)]
        command = [*strace, sys.executable, "-m", "netpractice", "--data", str(tmp_path / "book.json"), *words]
        assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode in (0, 1, 2), words
        assert log.read_text() == ""
        tally("P1")


@pytest.mark.slow
@needs_strace
def test_the_app_in_a_terminal_asks_for_no_socket_but_the_pair_that_wakes_its_own_loop(data: Path) -> None:
    seed(data)
    log = data.with_name("log")
    strace = ["strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", str(log)]
    program = [sys.executable, "-m", "netpractice", "--data", str(data), "--today", TODAY.isoformat()]
    with Terminal([*strace, *program], {}) as terminal:
        terminal.wait_for(["Six habits"])
        for key in "2?\x1bJTu":
            terminal.press(key, 0.3)
        terminal.press("q", 0)
        terminal.wait_for_end()
    calls = log.read_text()
    assert re.findall(r"\bsocketpair\((\w+)", calls) == ["AF_UNIX"]
    assert re.findall(r"\b(?:socket|connect|bind|listen|accept4?)\(.*|.*AF_INET.*|.*sun_path.*", calls) == []
    tally("P1")

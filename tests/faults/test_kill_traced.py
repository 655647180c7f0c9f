"""K1 once more with nothing of ours between the program and the system: `strace` kills it at each real system call."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from netpractice.store.disk import draft_of
from tests.counts import tally
from tests.faults.aftermath import Course, course, look_over
from tests.faults.flows import TODAY, WORDS, places
from tests.faults.tracing import needs_strace

CHANGING = "openat,write,ftruncate,fsync,rename,unlink,mkdir,fchmod,close"


@needs_strace
def test_a_sample_of_kills(tmp_path: Path) -> None:
    kill_at_each(tmp_path, step=20)


@needs_strace
@pytest.mark.slow
def test_every_kill(tmp_path: Path) -> None:
    kill_at_each(tmp_path, step=1)


def kill_at_each(place: Path, *, step: int) -> None:
    """Kill `netpractice check` at every system call that changes something in the folder, or at every `step`th."""
    way = course("check", place)
    run(way, place, f"trace={CHANGING}")
    counts = Counter(re.findall(r"^\d+ +(\w+)\(", (place / "log").read_text(), re.MULTILINE))
    kills = [(name, number) for name, count in counts.items() for number in range(1, count + 1)]
    assert {"openat", "write", "fsync", "rename", "close"} <= counts.keys()
    for name, number in kills[::step]:
        ended = run(way, place, f"inject={name}:signal=SIGKILL:when={number}")
        assert ended.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), f"{name} {number} was never made"
        try:
            look_over(place / "traced" / "own" / "book.json", way, said=bool(ended.stdout))
        except Exception as problem:
            problem.add_note(f"killed at {name}, number {number}")
            raise
        tally("K1")


def run(way: Course, place: Path, order: str) -> subprocess.CompletedProcess[bytes]:
    """Run the flow's command on a copy, with an order for what strace does at calls that name the folder."""
    data = way.copy(place / "traced")
    paths = places(data)
    named = (data.parent, data, draft_of(data), paths.history, paths.lock)
    strace = ["strace", "-f", "-qq", "-o", str(place / "log"), *(f"-P{path}" for path in named), "-e", order]
    program = [sys.executable, "-m", "netpractice", "--data", str(data), "--today", TODAY.isoformat(), *WORDS["check"]]
    return subprocess.run([*strace, *program], capture_output=True, check=False)

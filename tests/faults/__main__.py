"""`python -m tests.faults` puts every fault into the program, in all cases, and prints how many of each held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Fault(NamedTuple):
    """A row of the table."""

    id: str
    """What the tests that try it call it when they count their cases."""
    words: str
    least: int
    """How many cases a release shows at least."""


FAULTS = (
    Fault("K1", "killed at any call", 150),
    Fault("K2", "killed while typing and saving", 100),
    Fault("K3", "power lost, any unsynced part gone", 200),
    Fault("F1", "disk refuses a call", 150),
    Fault("F2", "disk really full", 12),
    Fault("D1", "damaged file", 80),
    Fault("D2", "other schema, unknown fields", 6),
    Fault("M1", "two at once, stale lock, holder killed", 10),
    Fault("M2", "changed by another program", 6),
    Fault("S1", "told to end, terminal closed", 12),
    Fault("S3", "any bytes and pastes on standard input", 12),
    Fault("P1", "private files, no network", 12),
    Fault("T1", "time zones, clocks, calendars", 60),
    Fault("T2", "random histories against an oracle", 2000),
)


class Outcome(NamedTuple):
    """What came of a fault."""

    cases: int
    """How many held."""
    output: str
    """What the tests printed if one failed, or nothing."""
    seconds: float


def main() -> int:
    """Try all faults, or those named in the arguments, print the table, and return 1 if any didn't hold."""
    chosen = [fault for fault in FAULTS if fault.id in sys.argv[1:] or not sys.argv[1:]]
    print(f"{'id':<4}{'fault':<41}{'cases':>6}{'least':>7}{'seconds':>9}  result")
    outputs = []
    all_held = bool(chosen)
    for fault in chosen:
        outcome = tried(fault)
        result = "failed" if outcome.output else "held" if outcome.cases >= fault.least else "too few cases"
        print(
            f"{fault.id:<4}{fault.words:<41}{outcome.cases:>6}{fault.least:>7}{outcome.seconds:>9.1f}  {result}",
            flush=True,
        )
        all_held = all_held and result == "held"
        outputs.append(outcome.output)
    print("".join(outputs), end="")
    return 0 if all_held else 1


def tried(fault: Fault) -> Outcome:
    """Run every test module that counts cases of a fault."""
    mark = f'tally("{fault.id}"'
    modules = [str(path) for path in sorted((ROOT / "tests").rglob("test_*.py")) if mark in path.read_text("utf-8")]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "counts"
        counts.touch()
        # What a sample tries is tried again with all cases, and shouldn't count twice.
        chosen = ["-m", "not bench", "-k", "not a_sample_of", "-n", str(os.cpu_count() or 1)]
        command = [sys.executable, "-m", "pytest", *chosen, *modules]
        environ = os.environ | {"NETPRACTICE_TALLY": str(counts)}
        ended = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
        lines = [line.split() for line in counts.read_text("utf-8").splitlines()]
    cases = sum(int(number) for name, number in lines if name == fault.id)
    return Outcome(cases, ended.stdout + ended.stderr if ended.returncode else "", time.monotonic() - started)


if __name__ == "__main__":
    sys.exit(main())

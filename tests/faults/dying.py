"""A process that lets children of its own die while they write a book.

It reads orders from its standard input, a line of JSON each, and answers each with how the child ended. Forking from a
process without threads costs a few milliseconds, starting Python for each child would cost a hundred.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from tests.faults.flows import FLOWS
from tests.faults.layer import Call, layer

ROOT = Path(__file__).resolve().parents[2]


class Order(msgspec.Struct, frozen=True):
    """Let a flow die."""

    flow: str
    data: str
    at: int
    """The number of the call that it doesn't live to make; with 0 it lives."""
    half: bool
    """True to write half of what that call writes first."""
    said: str
    """The file that takes what it says."""


class Mortals:
    """The process that children are forked from; leaving the `with` block ends it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.dying"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def die(self, order: Order) -> int:
        """How the child ended: minus the signal, or its exit status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def live(order: Order) -> None:
    """Act until the call at which to die."""

    def watch(call: Call, carry_out: Callable[[], object]) -> object:
        if call.number == order.at:
            if order.half:
                descriptor, data = call.args
                os.write(descriptor, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return carry_out()

    data = Path(order.data)
    with io.TextIOWrapper(io.FileIO(order.said, "w"), write_through=True) as out, layer(data.parent, watch):
        wrong = FLOWS[order.flow].act(data, out)
    assert not wrong, wrong


def main() -> None:
    """Carry out orders until there are no more."""
    for line in sys.stdin:
        order = msgspec.json.decode(line, type=Order)
        if not order.at:
            # Here and not in a child, so that later children find everything imported.
            live(order)
            print(0, flush=True)
            continue
        child = os.fork()
        if not child:
            live(order)
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()

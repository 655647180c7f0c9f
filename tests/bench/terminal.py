"""A terminal that watches a program with a clock in its hand.

The program runs under a pseudo-terminal in a process of its own, on another processor than the watcher where there is
one. While it runs, its output is only read, stamped and, where the program asks the terminal something, answered; what
was on the screen at which moment is worked out afterwards by replaying the output, so that the emulator's own time is
never in a figure. It needs Linux, whose `/proc` tells what a process takes.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

COLUMNS, ROWS = 80, 24

QUIET = 0.12
"""Seconds without output after which a program has said what it had to say."""

_AT_ONCE = 1 << 10
"""How many bytes to send at a time: a terminal holds no more than a few thousand that weren't read."""

PROCESSORS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
"""The processors that there are: the watcher takes the first, the programs the others."""

_NOT_INHERITED = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES", "NETPRACTICE_DATA"}

_ANSWERS: tuple[tuple[re.Pattern[bytes], bytes], ...] = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
)
"""What programs ask a terminal, and what a modern one says: it can paint whole frames at once (2026)."""

_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<=>][0-9;]*[A-Za-z]|\x1b\[\??[0-9;]*\$[a-z]|\x1b\[\?u|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_].*?\x1b\\",
    re.DOTALL,
)
"""Sequences that the emulator would print as text."""

_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:?<=>$ ]*|\][^\x07\x1b]*|[P_][^\x1b]*)?\Z")
"""The start of a sequence at the end of a read."""


class Chunk(NamedTuple):
    """What one read brought."""

    at: float
    """Seconds of the monotonic clock."""
    data: bytes


Picture = tuple[tuple[object, ...], ...]
"""A screen: for each row its cells, with their colours."""


class Terminal:
    """One program under a pseudo-terminal. Leaving the `with` block ends it."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        """Start the program.

        Args:
            command: the program and its arguments.
            environ: variables on top of the watcher's own. Python's may write compiled files, as a user's does, and
                nothing tells the program to go without colour.
        """
        self.chunks: list[Chunk] = []
        self.typed: list[float] = []
        self._unanswered = b""
        inherited = {key: value for key, value in os.environ.items() if key not in _NOT_INHERITED}
        self._end, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * 8, ROWS * 16))
        variables = {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **environ}
        _run_on(PROCESSORS[1:])
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, start_new_session=True
        )
        _run_on(PROCESSORS[:1])
        os.close(theirs)

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)
        _run_on(PROCESSORS)

    def watch(self, seconds: float) -> bool:
        """Read for so long at most, until one chunk has come; False if none came."""
        if not select.select([self._end], [], [], max(0.0, seconds))[0]:
            return False
        data = b""
        with suppress(OSError):  # Linux reports the end of the program's side as an error
            data = os.read(self._end, 1 << 16)
        if data:
            self.chunks.append(Chunk(time.monotonic(), data))
            self._answer(data)
        return bool(data)

    def settle(self, patience: float = 20.0) -> None:
        """Read until nothing comes for `QUIET` seconds, or until patience runs out."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self.watch(QUIET):
            pass

    def wait_for(self, words: Sequence[str], patience: float = 20.0) -> float:
        """Seconds from the start until all the words stood on the screen at once; raises TimeoutError if they never do."""
        end = self.started + patience
        while time.monotonic() < end:
            if not self.watch(0.5):
                continue
            self.settle(end - time.monotonic())
            for at, screen in replay(self.chunks):
                shown = "\n".join(screen.display)
                if all(word in shown for word in words):
                    return at - self.started
        raise TimeoutError(f"{words} never stood on the screen; the last one was:\n{self.screen()}")

    def wait_for_end(self, patience: float = 20.0) -> float:
        """Seconds from the start until the program ended by itself; raises TimeoutError if it doesn't."""
        end = self.started + patience
        while self.watch(end - time.monotonic()):
            pass
        self._process.wait(max(0.0, end - time.monotonic()))
        return time.monotonic() - self.started

    def press(self, key: str, seconds: float) -> None:
        """Type a key, and read for so long; on a busy machine for longer, until an answer has begun."""
        self.typed.append(time.monotonic())
        os.write(self._end, key.encode())
        heard = len(self.chunks)
        self.wait(seconds)
        if len(self.chunks) == heard and self.watch(1.0):
            self.settle()

    def send(self, data: bytes) -> None:
        """Send bytes, as a keyboard or a paste does, and read meanwhile."""
        self.typed.append(time.monotonic())
        for start in range(0, len(data), _AT_ONCE):
            os.write(self._end, data[start : start + _AT_ONCE])
            self.watch(0)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, self._end)
        os.close(nothing)

    def status(self, patience: float = 20.0) -> int:
        """How the program ended, which it does by itself; raises TimeoutExpired if it doesn't."""
        end = time.monotonic() + patience
        while self._process.poll() is None and time.monotonic() < end:
            self.watch(0.05)
        return self._process.wait(0.1)

    def attributes(self) -> list[object]:
        """How the terminal is set up, as `termios` tells it."""
        return termios.tcgetattr(self._end)

    def wait(self, seconds: float) -> None:
        """Read for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.watch(end - time.monotonic())

    def screen(self) -> str:
        """The text on the screen now."""
        last = deque(replay(self.chunks), maxlen=1)
        return "\n".join(line.rstrip() for _, screen in last for line in screen.display)

    def painted(self, rows: slice = slice(0, ROWS)) -> list[float | None]:
        """For each key typed, the seconds until these rows had changed for the last time before the next key.

        None stands for a key that changed nothing there.
        """
        answers: list[float | None] = [None] * len(self.typed)
        key = -1
        before: Picture = ()
        for at, screen in replay(self.chunks):
            while key + 1 < len(self.typed) and at >= self.typed[key + 1]:
                key += 1
            now = _picture(screen, rows)
            if key >= 0 and now != before:
                answers[key] = at - self.typed[key]
            before = now
        return answers

    def memory(self) -> float:
        """The most memory that was resident until now, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def processor_time(self) -> float:
        """The processor time used until now, in milliseconds."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def _answer(self, data: bytes) -> None:
        """Answer what the program asks of its terminal; a question may be cut by the end of a read."""
        heard = self._unanswered + data
        asked = 0
        for question, answer in _ANSWERS:
            for match in question.finditer(heard):
                os.write(self._end, answer)
                asked = max(asked, match.end())
        self._unanswered = heard[asked:][-12:]


def replay(chunks: Sequence[Chunk]) -> Iterator[tuple[float, pyte.Screen]]:
    """The screen after each chunk, with its moment. It is the same object each time."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    rest = ""
    for at, data in chunks:
        text = rest + decoder.decode(data)
        cut = _UNFINISHED.search(text)
        end = cut.start() if cut else len(text)
        text, rest = text[:end], text[end:]
        stream.feed(_UNKNOWN_TO_PYTE.sub("", text))
        yield at, screen


def _picture(screen: pyte.Screen, rows: slice) -> Picture:
    """What some rows of a screen look like."""
    return tuple(tuple(screen.buffer[row][column] for column in range(COLUMNS)) for row in range(ROWS)[rows])


def _run_on(processors: Sequence[int]) -> None:
    """Let this process, and what it starts from now on, run on these processors; on a single one all is shared."""
    if len(PROCESSORS) > 1:
        os.sched_setaffinity(0, processors)

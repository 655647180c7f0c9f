"""How it is measured: programs take turns, each round in a fresh process, and the median round counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.programs import Program
from tests.bench.terminal import ROWS, Terminal

BODY = slice(1, ROWS - 1)
"""The rows of a screen without its bars, on which a save may say that it is done."""

DOWN = "\x1b[B"


class Start(NamedTuple):
    """What one start took."""

    text: float
    """Milliseconds until the words could be read, or until a program that only prints had ended."""
    memory: float
    """The most memory that was resident, in MB; 0 for a program that has ended."""


class Keys(NamedTuple):
    """What keys took to be painted, in milliseconds."""

    half: float
    """Half of the keys took no longer: the median."""
    most: float
    """Nineteen in twenty took no longer: the 95th percentile."""


def start(program: Program) -> Start:
    """Start a program once."""
    with Terminal(program.command, program.environ) as terminal:
        if not program.words:
            return Start(terminal.wait_for_end() * 1000, 0.0)
        text = terminal.wait_for(program.words)
        terminal.settle()
        return Start(text * 1000, terminal.memory())


def starts(programs: Sequence[Program], rounds: int, tell: Callable[[str], None]) -> dict[str, Start]:
    """The median start of each program by its name; a round before the first lets Python compile what it imports."""
    found: dict[str, list[Start]] = {program.name: [] for program in programs}
    for number in range(rounds + 1):
        tell(f"starts, round {number} of {rounds}")
        for program in programs:
            measured = start(program)
            if number:
                found[program.name].append(measured)
    return {
        name: Start(median(run.text for run in runs), median(run.memory for run in runs))
        for name, runs in found.items()
    }


def idle(program: Program, seconds: float) -> float:
    """The processor time that a program takes while nobody does anything, in milliseconds a second."""
    with Terminal(program.command, program.environ) as terminal:
        terminal.wait_for(program.words)
        terminal.wait(2.0)
        before = terminal.processor_time()
        terminal.wait(seconds)
        return (terminal.processor_time() - before) / seconds


def keys(program: Program, pressed: Sequence[str], *, every: float, warm: int = 0, rows: slice = BODY) -> list[float]:
    """Milliseconds until each key was painted; infinity for one that wasn't before the next was pressed.

    Args:
        program: is started once.
        pressed: the keys; each must change something.
        every: seconds from a key to the next.
        warm: so many keys at the beginning aren't counted, since what they open is made on their way.
        rows: where to look for the change.

    Raises:
        ValueError: half of the keys or more changed nothing in these rows, so they can't be the right ones.
    """
    with Terminal(program.command, program.environ) as terminal:
        terminal.wait_for(program.words)
        terminal.wait(1.0)
        for key in pressed:
            terminal.press(key, every)
        answers = terminal.painted(rows)[warm:]
    if answers.count(None) * 2 >= len(answers):
        raise ValueError(f"{program.name}: most of the keys changed nothing; the screen was\n{terminal.screen()}")
    return [float("inf") if answer is None else answer * 1000 for answer in answers]


def percentiles(times: Sequence[float]) -> Keys:
    """The median and the 95th percentile of some times."""
    ordered = sorted(times)
    return Keys(median(ordered), ordered[round(0.95 * (len(ordered) - 1))])

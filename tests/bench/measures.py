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
BACK = "\x7f"


class Rest(NamedTuple):
    """What a program takes while nobody does anything."""

    memory: float
    """The most memory that was resident since the start, in MB."""
    processor: float
    """Milliseconds of processor time a second."""


class Keys(NamedTuple):
    """What keys took to be painted, in milliseconds."""

    half: float
    """Half of the keys took no longer: the median."""
    most: float
    """Nineteen in twenty took no longer: the 95th percentile."""


def start(program: Program) -> float:
    """Milliseconds until a program's words could be read, or until one that only prints had ended."""
    with Terminal(program.command, program.environ) as terminal:
        return 1000 * (terminal.wait_for(program.words) if program.words else terminal.wait_for_end())


def starts(programs: Sequence[Program], rounds: int, tell: Callable[[str], None]) -> dict[str, float]:
    """The median start of each program by its name; a round before the first lets Python compile what it imports."""
    found: dict[str, list[float]] = {program.name: [] for program in programs}
    for number in range(rounds + 1):
        tell(f"starts, round {number} of {rounds}")
        for program in programs:
            measured = start(program)
            if number:
                found[program.name].append(measured)
    return {name: median(runs) for name, runs in found.items()}


def rest(program: Program, seconds: float = 5.0) -> Rest:
    """Start a program, let it do what it put off until after its first screen, and look at it for so long."""
    with Terminal(program.command, program.environ) as terminal:
        terminal.wait_for(program.words)
        terminal.wait(2.0)
        before = terminal.processor_time()
        terminal.wait(seconds)
        return Rest(terminal.memory(), (terminal.processor_time() - before) / seconds)


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

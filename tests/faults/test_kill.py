"""K1: the program is killed at each call that concerns the folder of the book."""

from __future__ import annotations

import io
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counts import tally
from tests.faults.aftermath import Course, course, look_over
from tests.faults.dying import Mortals, Order
from tests.faults.flows import FLOWS
from tests.faults.layer import Call, calls_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")


@pytest.fixture(scope="module")
def mortals() -> Iterator[Mortals]:
    with Mortals() as process:
        yield process


@pytest.mark.parametrize("name", FLOWS)
def test_a_sample_of_kills(name: str, mortals: Mortals, tmp_path: Path) -> None:
    kill_at_each(name, mortals, tmp_path, step=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOWS)
def test_every_kill(name: str, mortals: Mortals, tmp_path: Path) -> None:
    kill_at_each(name, mortals, tmp_path, step=1)


def kill_at_each(name: str, mortals: Mortals, place: Path, *, step: int) -> None:
    """Kill a flow at every call, or at every `step`th and another lot of them for each flow."""
    way = course(name, place)
    calls = through(way, mortals, place)
    first = list(FLOWS).index(name) % step
    for call in calls[first::step]:
        for half in (False, True) if call.name == "write" else (False,):
            killed_at(call, way, mortals, place, half=half)
            tally("K1")


def through(way: Course, mortals: Mortals, place: Path) -> list[Call]:
    """Let the flow act here, to know its calls, and in the process that children are forked from."""
    data = way.copy(place / "alive")
    calls = calls_of(data.parent, lambda: FLOWS[way.name].act(data, io.StringIO()))
    shutil.rmtree(place / "alive")
    data = way.copy(place / "alive")
    assert mortals.die(Order(way.name, str(data), 0, half=False, said=str(place / "said"))) == 0
    return calls


def killed_at(call: Call, way: Course, mortals: Mortals, place: Path, *, half: bool) -> None:
    """Kill the flow at one call and look at what is left."""
    data = way.copy(place / "killed")
    order = Order(way.name, str(data), call.number, half=half, said=str(place / "said"))
    assert mortals.die(order) == -signal.SIGKILL, f"{call} was never made"
    try:
        look_over(data, way, said=bool((place / "said").read_text()))
    except Exception as problem:
        problem.add_note(f"{way.name} was killed at {call}{', half way through' if half else ''}")
        raise

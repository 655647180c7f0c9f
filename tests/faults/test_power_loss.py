"""K3: the power fails at any moment, and of what wasn't synced the disk keeps any part."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from netpractice.domain.errors import StoreError
from tests.counts import tally
from tests.faults.aftermath import course, look_over
from tests.faults.flows import FLOWS, places
from tests.faults.layer import layer
from tests.faults.platter import Recorder, Sync, put, states

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders can't be synced here")


class Announced(io.StringIO):
    """What a flow says, noted by a recorder at the moment at which it is said."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def write(self, text: str) -> int:
        self._recorder.said()
        return super().write(text)


@pytest.mark.parametrize("name", FLOWS)
def test_a_sample_of_power_losses(name: str, tmp_path: Path) -> None:
    lose_power(name, tmp_path, step=10)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOWS)
def test_every_power_loss(name: str, tmp_path: Path) -> None:
    lose_power(name, tmp_path, step=1)


def lose_power(name: str, place: Path, *, step: int) -> None:
    """Record a flow, and look at every state, or every `step`th, that the disk may be in then."""
    way = course(name, place)
    top = place / "disk"
    data = way.copy(top)
    recorder = Recorder(top)
    with layer(top, recorder):
        assert FLOWS[name].act(data, Announced(recorder)) == ""
    all_states = list(states(recorder.events, recorder.at_first, top, but=[places(data).lock.name]))
    for number, (said, state) in enumerate(all_states[::step]):
        shutil.rmtree(top)
        top.mkdir()
        put(state, top)
        try:
            look_over(data, way, said=said)
        except Exception as problem:
            files = [f"{Path(path).name}: {'-' if data is None else len(data)}" for path, data in state]
            problem.add_note(f"{name}, state {number * step} of {len(all_states)}, said: {said}, {files}")
            raise
        tally("K3")


def test_the_model_finds_a_store_that_does_not_sync(tmp_path: Path) -> None:
    """The same states with no syncing in between: most of them must be refused, or this file proves nothing."""
    way = course("check", tmp_path)
    top = tmp_path / "disk"
    data = way.copy(top)
    recorder = Recorder(top)
    with layer(top, recorder):
        assert FLOWS["check"].act(data, io.StringIO()) == ""
    done = recorder.events[recorder.at_first :]
    events = [*recorder.events[: recorder.at_first], *(event for event in done if not isinstance(event, Sync))]
    all_states = list(states(events, len(events), top, but=[places(data).lock.name]))
    bad = 0
    for _, state in all_states:
        shutil.rmtree(top)
        top.mkdir()
        put(state, top)
        try:
            look_over(data, way, said=True)
        except (AssertionError, StoreError, ValueError):
            bad += 1
    assert bad > len(all_states) / 2

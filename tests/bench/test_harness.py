"""The measuring itself, tried on a program that is known."""

from __future__ import annotations

from tests.bench.measures import percentiles
from tests.bench.programs import EMPTY
from tests.bench.terminal import Chunk, Terminal, replay


def test_a_floor_program_is_seen_and_weighed() -> None:
    with Terminal(EMPTY.command, EMPTY.environ) as terminal:
        text = terminal.wait_for(EMPTY.words)
        assert "EmptyApp" in terminal.screen()
        assert 0 < text < 20
        assert terminal.memory() > 5
        assert terminal.processor_time() > 0


def test_sequences_cut_by_a_read_are_put_together() -> None:
    data = "a\x1b[31mb\x1b[>1ué\x1b]0;title\x07c\x1b[?2026$pd".encode()
    chunks = [Chunk(float(at), data[at : at + 1]) for at in range(len(data))]
    *_, (at, screen) = replay(chunks)
    assert at == len(data) - 1
    assert screen.display[0].rstrip() == "abécd"


def test_nineteen_in_twenty() -> None:
    assert percentiles([float(n) for n in range(1, 102)]) == (51.0, 96.0)

"""The garbage collector, while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector from running, and from looking later through what was made meanwhile.

    A hundred thousand new objects make it run over all there are, again and again, and each time the whole program stands
    still for longer than anybody waits for a key. What isn't needed any more is still let go of, unless it is part of a
    circle.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

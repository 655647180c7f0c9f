"""Streaks: how many days or weeks in a row something was kept, now and at best.

A streak is read from marks, one byte a day or week, the oldest first: 1 for kept, 0 for not kept. What bridges a streak
(a pass, a rest week, a paused habit) adds nothing and can't start one, so it is simply left out of the marks. What is
still running and not kept yet is left out too: it is pending, never broken.
"""

from __future__ import annotations

import msgspec

KEPT = b"\1"
"""The mark of a day or week that was kept."""

NOT_KEPT = b"\0"
"""The mark of a day or week that ended a streak."""


class Streak(msgspec.Struct, frozen=True, gc=False):
    """Consecutive days or weeks."""

    current: int
    """The streak up to now; what is pending doesn't end it."""
    longest: int
    """The longest there ever was, the current one included."""
    pending: bool
    """True if the running day or week could still add to it."""


def streak(past: bytes, now: bool | None) -> Streak:
    """The streaks in the marks of the past, with the running day or week after them.

    Args:
        past: the marks of finished days or weeks (see above).
        now: whether the running one is kept already; None if it bridges.
    """
    runs = (past + KEPT if now else past).split(NOT_KEPT)
    return Streak(current=len(runs[-1]), longest=max(map(len, runs)), pending=now is False)

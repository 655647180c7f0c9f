"""The only place that reads the time."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Tells the time where the user is."""

    def now(self) -> datetime:
        """The local wall-clock time with its UTC offset."""


class SystemClock:
    """The computer's own clock and time zone."""

    def now(self) -> datetime:
        """The local wall-clock time with its UTC offset."""
        return datetime.now().astimezone()


class FixedClock:
    """A clock that stands, for tests, pictures and `--today`."""

    def __init__(self, moment: date) -> None:
        """Stand at a moment, or at noon of a day; a moment without an offset is local time."""
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, time(12))
        self._now = moment if moment.tzinfo else moment.astimezone()

    def now(self) -> datetime:
        """The moment at which the clock stands."""
        return self._now

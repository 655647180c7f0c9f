"""Ids of records and changes: short, never the same twice, sorted by the moment they were made."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Entropy: TypeAlias = Callable[[int], bytes]
"""Gives that many random bytes."""

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that could be read as a digit."""

_RANDOM_BITS = 20
_LENGTH = 13
"""Digits in an id: 45 bits of milliseconds, enough for a thousand years, and 20 random bits."""


class Ids:
    """Makes ids."""

    def __init__(self, entropy: Entropy = os.urandom) -> None:
        """Take random bytes from somewhere; a source that repeats itself repeats the ids for the same moments."""
        self._entropy = entropy
        self._last = 0

    def fresh(self, moment: datetime) -> str:
        """An id that sorts after all that were made here before; `moment` carries its UTC offset."""
        random = int.from_bytes(self._entropy(3)) >> 4
        number = (int(moment.timestamp() * 1000) << _RANDOM_BITS) | random
        self._last = max(number, self._last + 1)
        return "".join(_DIGITS[self._last >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))

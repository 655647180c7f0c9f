"""What came of something that the user asked for."""

from __future__ import annotations

import msgspec

from netpractice.domain.changes import Change


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a request."""

    change: Change | None
    """The change made, or None when there was nothing to change."""
    words: str
    """What was done, or why nothing was, without a full stop."""

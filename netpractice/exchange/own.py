"""Facts that only this program writes into a file of contacts, as it writes them in every format."""

from __future__ import annotations

from datetime import date

YES = "yes"
"""How a fact is written that is so or isn't; one that isn't so is left out."""


def read_rhythm(text: str) -> int | None:
    """A rhythm in days, None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= 3650 else None


def read_day(text: str) -> date | None:
    """A day as ISO 8601 writes it, None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

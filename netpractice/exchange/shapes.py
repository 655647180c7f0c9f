"""What a cell is by its looks alone, in whatever language its header is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from netpractice.exchange.dates import read_date

_EMAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/(?:in|pub)/([^/?#\s]+)\S*", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{5,}\d")

_WITH_YEAR = re.compile(r"\d{1,2}\D{1,20}20\d\d\D{0,5}|20\d\d\D{1,20}\d{1,2}\D{0,5}")

_MOST = 0.6
"""The share of a column's cells, the empty ones left out, that makes the column what they are."""


def is_email(cell: str) -> bool:
    """True for one e-mail address."""
    return _EMAIL.fullmatch(cell.strip()) is not None


def is_link(cell: str) -> bool:
    """True for the address of a web page."""
    return _LINK.fullmatch(cell.strip()) is not None


def is_profile(cell: str) -> bool:
    """True for the address of somebody's page on LinkedIn."""
    return _PROFILE.fullmatch(cell.strip()) is not None


def profile_name(cell: str) -> str:
    """The part of such an address that is made from the person's name; empty for anything else."""
    match = _PROFILE.fullmatch(cell.strip())
    return match[1] if match else ""


def is_phone(cell: str) -> bool:
    """True for a telephone number in digits."""
    return _PHONE.fullmatch(cell.strip()) is not None


def is_date(cell: str) -> bool:
    """True for a date with its year."""
    written = read_date(cell)
    return written is not None and written.year is not None


def has_year(cell: str) -> bool:
    """True for what is a date by its looks, though its month may be in a language that isn't known."""
    return _WITH_YEAR.fullmatch(cell.strip()) is not None


def is_data(cell: str) -> bool:
    """True for a cell that no header looks like."""
    return is_email(cell) or is_link(cell) or is_date(cell) or is_phone(cell)


def column(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    """The cells of one column that aren't empty."""
    return [row[number] for row in rows if number < len(row) and row[number].strip()]


def looks_like(rows: Sequence[Sequence[str]], number: int, test: Callable[[str], bool]) -> bool:
    """True if most cells of a column pass a test, the empty ones left out; a column of empty ones doesn't."""
    cells = column(rows, number)
    return sum(map(test, cells)) > _MOST * len(cells)

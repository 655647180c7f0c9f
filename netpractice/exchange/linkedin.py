"""LinkedIn's file of connections in any language: known by the shape of its columns where its words aren't.

It has a first and a last name, the address of the profile (not in old files), an e-mail address (most of them empty),
a company, a position, and the day on which the two were connected. The names come before the company and the company
before the position in every order that LinkedIn has used; which two columns are the names is read from the profiles'
addresses, as in `linkedin.com/in/ada-lovelace`.
"""

from __future__ import annotations

from collections.abc import Sequence

from netpractice.domain.text import fold
from netpractice.exchange.shapes import column, has_year, is_date, is_email, is_profile, looks_like, profile_name

_WIDTHS = range(5, 13)
"""How many columns such a file has, some more that people add included."""

_USUAL_WIDTH = 7
"""How many columns it has as LinkedIn writes it."""

_NAMED = 0.25
"""The share of rows in which a name stands in the profile's address, at the least."""


def connection_columns(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """What the columns of a file of connections hold, or None if it is none.

    Args:
        fields: what each column holds by its header, empty where the header isn't known.
        rows: some rows of data.
    """
    if len(fields) not in _WIDTHS or ("name" in fields and "connected" not in fields):
        return None
    found = list(fields)
    has_words = "first" in found and "last" in found
    has_profiles = any(looks_like(rows, n, is_profile) for n in range(len(found)))
    _claim(found, "link", [n for n in range(len(found)) if looks_like(rows, n, is_profile)])
    if not has_words or (has_profiles and len(found) == _USUAL_WIDTH):
        # In a table of customers a date may be that of anything.
        _claim(found, "connected", [n for n in range(len(found)) if looks_like(rows, n, is_date)])
        if has_profiles and len(found) == _USUAL_WIDTH:
            _claim(found, "connected", [n for n in range(len(found)) if looks_like(rows, n, has_year)])
    if "connected" not in found or not (has_words or has_profiles or _is_old(found, rows)):
        return None
    _claim(found, "email", [n for n in range(len(found)) if looks_like(rows, n, is_email)])
    _claim(found, "email", [n for n in range(len(found)) if not column(rows, n)])
    if "name" not in found and not has_words:
        _claim_names(found, rows)
    for field in ("company", "role"):
        _claim(found, field, [n for n in range(len(found)) if column(rows, n)])
    return tuple(found)


def _claim(found: list[str], field: str, columns: list[int]) -> None:
    """Give a field to the first of some columns that isn't taken, unless another one has it."""
    if field not in found:
        for number in columns:
            if not found[number]:
                found[number] = field
                return


def _is_old(found: list[str], rows: Sequence[Sequence[str]]) -> bool:
    """True for the shape of files from before they had the address of the profile: four texts and an e-mail address."""
    texts = [n for n, field in enumerate(found) if not field and column(rows, n)]
    emails = [n for n in texts if looks_like(rows, n, is_email)]
    return len(found) == 6 and len(texts) - len(emails) == 4


def _claim_names(found: list[str], rows: Sequence[Sequence[str]]) -> None:
    """Find the two columns of names: those whose words stand in the profile's address, or else the first two."""
    free = [n for n, field in enumerate(found) if not field and column(rows, n)]
    link = found.index("link") if "link" in found else -1
    places = {n: _places(rows, n, link) for n in free} if link >= 0 else {}
    named = [n for n in free if len(places.get(n, ())) > _NAMED * len(rows)]
    if len(named) >= 2:
        most = sorted(named, key=lambda n: -len(places[n]))[:2]
        most.sort(key=lambda n: sum(places[n]) / len(places[n]))
    else:
        most = free[:2]
    for number, field in zip(most, ("first", "last"), strict=False):
        if field not in found:
            found[number] = field


def _places(rows: Sequence[Sequence[str]], number: int, link: int) -> list[int]:
    """Where the words of a column stand in the names of the profiles, for the rows in which they do."""
    places = []
    for row in rows:
        words = fold(row[number]).split() if number < len(row) else []
        if words and link < len(row):
            place = fold(profile_name(row[link])).find(words[0])
            if place >= 0:
                places.append(place)
    return places

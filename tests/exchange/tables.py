"""Reading tables in tests: by their text, in whatever encoding, into what a reader would look at."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from netpractice.domain.cards import Card, Reading
from netpractice.exchange.reading import read_file

FILE = "people.csv"


def reading(text: str, encoding: str = "utf-8", columns: Mapping[str, str] | None = None) -> Reading:
    """What a table says."""
    return read_file(FILE, text.encode(encoding), columns)


def facts(card: Card) -> dict[str, object]:
    """What a card says beside its line."""
    return {field: value for field, value in msgspec.structs.asdict(card).items() if value and field != "line"}


def problems(read: Reading) -> list[tuple[int, str]]:
    """What was wrong, by line."""
    assert all(problem.file == FILE for problem in read.problems)
    return [(problem.line, problem.what) for problem in read.problems]

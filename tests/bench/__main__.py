"""`python -m tests.bench`: the app's speed against floor programs in the same run, as one table with its targets.

Only ratios hold from one machine to the next. The floors are the least that Textual does (see `floors`); all programs
take turns in fresh processes under a pseudo-terminal, and the median counts. Leave the machine alone while it runs.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.measures import BACK, DOWN, keys, percentiles, rest, starts
from tests.bench.programs import EMPTY, SCREENS, TABLE, Books
from tests.bench.terminal import ROWS

TICKS = ("2", "6") * 25
"""Habits that the sample book's today doesn't prove, so that each key ticks one or takes the tick back."""

FILTERS = ("e", "x", "a", "m", BACK, BACK, BACK, BACK, "m", "a", "r", " ", "c", "i", "r", "c", "l", "e", ":", "w")
"""What is typed into the filter of the roster; each key finds other people than the one before."""

WALK = 24
"""How many lines down the journal is walked before it is searched."""

SEARCH = (*"coffee", *["\x7f"] * 6, *"lantern", *["\x7f"] * 7, *"#book", *["\x7f"] * 5, *"who:ann")
"""What is searched for, and taken back."""

WHOLE = slice(0, ROWS)


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ours: float
    floor: float
    target: float
    """The most that the ratio of ours to the floor may be."""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """What is held against the target."""
        return self.ours / self.floor

    def __str__(self) -> str:
        """The line as it is printed."""
        verdict = "ok" if self.ratio <= self.target else "over"
        figures = f"{self.ours:8.1f}{self.floor:8.1f} {self.unit:5}{self.ratio:6.2f}"
        return f"{self.what:48}{figures}   ≤ {self.target:.2f}  {verdict}"


HEADING = f"{'':48}{'ours':>8}{'floor':>8} {'':5}{'ratio':>6}   target"


def start_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """From exec to text that can be read."""
    apps = {name: books.app(name) for name in ("empty", "quarter", "ten-year")}
    lines = {name: books.status(name) for name in ("quarter", "ten-year")}
    found = starts((EMPTY, *apps.values(), *lines.values()), rounds, tell)
    floor = found[EMPTY.name]
    targets = {"empty": 1.0, "quarter": 1.15, "ten-year": 1.15}
    return [
        *(Row(f"Today readable, {name} book", found[app.name], floor, targets[name]) for name, app in apps.items()),
        *(Row(f"netpractice status, {name} book", found[line.name], floor, 1 / 3) for name, line in lines.items()),
    ]


def key_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """A tick until it is painted, on the ten-year book, against a key of the table.

    At eight keys a second the save of each tick is still under way when the next is pressed.
    """
    table: list[float] = []
    calm: list[float] = []
    quick: list[float] = []
    for number in range(1, rounds + 1):
        tell(f"keys, round {number} of {rounds}")
        table += keys(TABLE, [DOWN] * 60, every=0.08)
        calm += keys(books.app("ten-year"), TICKS[:20], every=0.6)
        quick += keys(books.app("ten-year"), TICKS, every=0.125)
    floor, slow, fast = percentiles(table), percentiles(calm), percentiles(quick)
    return [
        Row("a tick painted, p50", slow.half, floor.half, 1.0),
        Row("a tick painted, p95", slow.most, floor.most, 1.0),
        Row("a tick painted, eight a second, p50", fast.half, floor.half, 1.0),
        Row("a tick painted, eight a second, p95", fast.most, floor.most, 1.0),
    ]


def roster_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """A key in the list of two thousand people, with the card that follows it, and one in the filter."""
    table: list[float] = []
    walked: list[float] = []
    filtered: list[float] = []
    for number in range(1, rounds + 1):
        tell(f"roster, round {number} of {rounds}")
        table += keys(TABLE, [DOWN] * 60, every=0.08)
        walked += keys(books.app("ten-year"), ["R", *[DOWN] * 60], every=0.08, warm=2)
        filtered += keys(books.app("ten-year"), ["R", "/", *FILTERS], every=0.2, warm=3)
    floor, walk, sift = percentiles(table), percentiles(walked), percentiles(filtered)
    return [
        Row("a key in the roster, p50", walk.half, floor.half, 0.5),
        Row("a key in the roster, p95", walk.most, floor.most, 0.6),
        Row("a key in its filter, p95", sift.most, floor.most, 3.0),
    ]


def switch_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """From one screen to another that has been open before, against switching modes."""
    floor: list[float] = []
    ours: list[float] = []
    for number in range(1, rounds + 1):
        tell(f"switches, round {number} of {rounds}")
        floor += keys(SCREENS, [*"231" * 5], every=0.4, warm=3, rows=WHOLE)
        ours += keys(books.app("ten-year"), [*"RJFSWT" * 3], every=0.3, warm=6, rows=WHOLE)
    return [Row("a screen switched to, warm, p50", median(ours), median(floor), 0.4)]


def journal_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """Walking and searching 10,000 conversations, and coming back to them."""
    table: list[float] = []
    screens: list[float] = []
    walked: list[float] = []
    searched: list[float] = []
    opened: list[float] = []
    for number in range(1, rounds + 1):
        tell(f"journal, round {number} of {rounds}")
        table += keys(TABLE, [DOWN] * 60, every=0.08)
        screens += keys(SCREENS, [*"231" * 5], every=0.4, warm=3, rows=WHOLE)
        walked += keys(books.app("ten-year"), ["J", *"j" * 60], every=0.08, warm=10)
        # While it is walked, what is searched is made ready.
        walk = ["J", *"j" * WALK]
        searched += keys(books.app("ten-year"), [*walk, "/", *SEARCH], every=0.15, warm=len(walk) + 1)
        opened += keys(books.app("ten-year"), [*"JTJT", *"JT" * 6], every=0.3, warm=4, rows=WHOLE)[::2]
    floor, walk_keys, search_keys = percentiles(table), percentiles(walked), percentiles(searched)
    return [
        Row("journal of 10,000: j, p50", walk_keys.half, floor.half, 0.5),
        Row("journal of 10,000: j, p95", walk_keys.most, floor.most, 0.6),
        Row("journal of 10,000: a key of a search, p95", search_keys.most, floor.most, 3.0),
        Row("journal of 10,000: opened, warm, p50", median(opened), median(screens), 0.4),
    ]


def scorecard_rows(books: Books, rounds: int, tell: Callable[[str], None]) -> list[Row]:
    """Scorecard and week: coming back to them, and moving the cursor over ten years of weeks."""
    table: list[float] = []
    screens: list[float] = []
    moved: list[float] = []
    opened: dict[str, list[float]] = {"scorecard": [], "week": []}
    for number in range(1, rounds + 1):
        tell(f"scorecard, round {number} of {rounds}")
        table += keys(TABLE, [DOWN] * 60, every=0.08)
        screens += keys(SCREENS, [*"231" * 5], every=0.4, warm=3, rows=WHOLE)
        moved += keys(books.app("ten-year"), ["S", *"hhhjjkl1" * 5], every=0.12, warm=1)
        for key, name in (("S", "scorecard"), ("W", "week")):
            opened[name] += keys(books.app("ten-year"), [key, "T"] * 6, every=0.3, rows=WHOLE)[2::2]
    floor, cursor = percentiles(table), percentiles(moved)
    return [
        Row("scorecard: the cursor moved, p50", cursor.half, floor.half, 0.5),
        Row("scorecard: the cursor moved, p95", cursor.most, floor.most, 0.6),
        *(Row(f"{name} opened, warm, p50", median(times), median(screens), 0.4) for name, times in opened.items()),
    ]


def rest_rows(books: Books, tell: Callable[[str], None]) -> list[Row]:
    """What the app takes while nobody does anything."""
    tell("at rest")
    floor, ours = rest(EMPTY), rest(books.app("ten-year"))
    return [
        Row("resident memory, ten-year book", ours.memory, floor.memory, 1.6, "MB"),
        # An empty app already takes more than a millisecond a second: what can be asked is that ours adds nothing.
        Row("idle, ten-year book", ours.processor, floor.processor, 1.1, "ms/s"),
    ]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("-n", type=int, default=9, metavar="ROUNDS", help="starts of each program (default: 9)")
    parser.add_argument(
        "-k", type=int, default=3, metavar="ROUNDS", help="rounds of keys (default: 3); 0 measures starts only"
    )
    args = parser.parse_args()

    def tell(what: str) -> None:
        """Say what is being done, where somebody is looking."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="netpractice-bench-") as folder:
        books = Books(Path(folder))
        rows = start_rows(books, args.n, tell)
        if args.k:
            rows += (
                key_rows(books, args.k, tell)
                + switch_rows(books, args.k, tell)
                + roster_rows(books, args.k, tell)
                + journal_rows(books, args.k, tell)
                + scorecard_rows(books, args.k, tell)
                + rest_rows(books, tell)
            )
    tell("")
    print(f"Python {platform.python_version()}, Textual {version('textual')}, 80x24; medians of {args.n} starts")
    print(HEADING)
    print(*rows, sep="\n")


if __name__ == "__main__":
    main()

"""Another netpractice on the same book, as a process of its own: `python -m tests.faults.rival BOOK NAME COUNT`.

It writes so many people called after it, each in a session of its own that it waits for, and prints the number of each
that is saved. With a count of 0 it opens the book, says whether it may write, and holds it until its input ends.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

from netpractice.domain.records import Contact
from netpractice.practice.book import Book
from tests.faults.flows import NOW, places


def main(data: Path, name: str, count: int) -> None:
    """Write, or hold."""
    if not count:
        with closing(Book.open(places(data), NOW)) as book:
            print(book.read_only or "mine", flush=True)
            sys.stdin.read()
    for number in range(count):
        while not added(data, f"{name} {number}"):
            time.sleep(0.001)
        print(number, flush=True)


def added(data: Path, name: str) -> bool:
    """Add a person and save; False if somebody else has the book open."""
    with closing(Book.open(places(data), NOW)) as book:
        if book.read_only:
            return False
        book.change("added", put=[book.new(Contact, name=name)])
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

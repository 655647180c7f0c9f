"""A column of dates: its own cells tell whether the day or the month comes first."""

from __future__ import annotations

from collections.abc import Iterable

from netpractice.domain.cards import Problem
from netpractice.exchange.dates import WrittenDate, day_comes_first, is_no_date, read_date
from netpractice.exchange.headers import squeezed
from netpractice.exchange.values import short

_ENGLISH = ("birth", "bday", "dateofbirth", "dob", "born", "connect", "dateconnected")
"""How the headers begin of programs that write the month first, unless the cells say otherwise."""


class DateColumn:
    """Reads the dates of one column and remembers what was wrong with them, to say it once for all of them."""

    def __init__(self, what: str, header: str, cells: Iterable[str]) -> None:
        """Look at all cells of the column, whose dates are to be called `what` in the plural."""
        self._what = what
        proof = day_comes_first(cells)
        self._is_sure = proof is not None
        self._day_first = not squeezed(header).startswith(_ENGLISH) if proof is None else proof
        self._guess = ""
        self._unread: list[tuple[int, str]] = []

    def read(self, cell: str, line: int) -> WrittenDate | None:
        """The date in a cell on a line of the file, or None if there is none or it can't be read."""
        if is_no_date(cell):
            return None
        written = read_date(cell)
        if written is None:
            self._unread.append((line, cell))
            return None
        if not written.may_swap:
            return written
        if not self._is_sure:
            self._guess = self._guess or cell
        return written.other_way_round() if self._day_first else written

    def problems(self, file: str) -> Iterable[Problem]:
        """What was wrong, once the whole column has been read."""
        if self._unread:
            line, cell = self._unread[0]
            count = "1 of the" if len(self._unread) == 1 else f"{len(self._unread):,} of the"
            what = f"{count} {self._what} can't be read, such as '{short(cell)}', and were left out"
            yield Problem(file=file, line=line, what=what)
        if self._guess:
            order = "day" if self._day_first else "month"
            what = f"{self._what} such as '{short(self._guess)}' were read with the {order} first: look them over"
            yield Problem(file=file, line=0, what=what)

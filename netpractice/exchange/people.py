"""The rows of a table as people: what each row says of somebody, and what of it couldn't be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import get_args

from netpractice.domain.cards import Card, Problem
from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle
from netpractice.domain.text import clean_line, clean_text
from netpractice.exchange import values
from netpractice.exchange.date_columns import DateColumn
from netpractice.exchange.dates import calendar_day, read_date, written_in_parts
from netpractice.exchange.kinds import LINKEDIN, OWN
from netpractice.exchange.layout import Layout
from netpractice.exchange.own import YES, read_day, read_rhythm
from netpractice.exchange.rows import Row

_CIRCLES: dict[str, Circle] = {circle: circle for circle in get_args(Circle)}
_CALLED = {
    "name": "the name",
    "file_as": "the name",
    "nickname": "the nickname",
    "company": "the company",
    "role": "the role",
    "how_met": "how you met",
    "email": "an e-mail address",
    "phone": "a telephone number",
    "link": "a link",
    "tags": "a tag",
    "circle": "the circle",
    "uid": "the identity",
    "rhythm": "the rhythm",
    "resting": "whether they rest",
    "introduced_by": "who introduced you",
    "quiet_until": "the day before which not to suggest them",
    "archived": "the day of archiving",
}
"""What the fields that can be too long are called in messages."""

_OWN_BIRTHDAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
"""Matches a birthday as this program writes it."""


class People:
    """Reads the rows of one table, one after the other, and gathers what was wrong with them."""

    def __init__(self, file: str, layout: Layout, rows: Iterable[Row]) -> None:
        """Look at the whole table once, for the order of day and month in its dates."""
        self._file = file
        self._layout = layout
        self._is_own = layout.kind == OWN
        self._columns = _columns(layout)
        self._birthdays = self._dates("birthday", "birthdays", rows)
        self._connected = self._dates("connected", "days of connecting", rows)
        self._problems: list[Problem] = []
        self._line = 0
        self._cells: list[str] = []

    def card(self, row: Row) -> Card | None:
        """What a row says of somebody, or None if it doesn't tell of whom; what can't be read is remembered."""
        self._line = row.line
        self._cells = self._fitting(row)
        emails = self._several("email", values.emails, self._is_email)
        phones = self._several("phone", values.phones, self._is_phone)
        company = self._one("company")
        name = self._name() or next(iter(emails), "")
        if not name and phones and self._layout.kind != LINKEDIN:
            name = company
        if not name:
            self._say("there is neither a name nor an e-mail address; the row was left out")
            return None
        connected = self._connected.read(self._first("connected"), self._line)
        return Card(
            name=name,
            nickname=self._one("nickname"),
            company=company,
            role=self._one("role"),
            emails=emails,
            phones=phones,
            links=self._several("link", values.links),
            birthday=self._birthday(),
            notes=self._notes(),
            tags=self._tags(),
            uid=self._own("uid"),
            connected=calendar_day(connected) if connected else None,
            circle=self._circle(),
            how_met=self._one("how_met"),
            introduced_by=self._own("introduced_by"),
            rhythm_days=read_rhythm(self._own("rhythm")),
            resting=self._own("resting") == YES,
            quiet_until=read_day(self._own("quiet_until")),
            archived=read_day(self._own("archived")),
            line=row.line,
        )

    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the rows that have been read, in their order."""
        dates = [*self._birthdays.problems(self._file), *self._connected.problems(self._file)]
        return tuple(sorted([*self._problems, *dates], key=lambda problem: problem.line))

    def _dates(self, field: str, what: str, rows: Iterable[Row]) -> DateColumn:
        """A column of dates, an empty one if the table has none."""
        number = next(iter(self._columns.get(field, ())), -1)
        if number < 0:
            return DateColumn(what, "", ())
        header = self._layout.headers[number] if self._layout.headers else ""
        return DateColumn(what, header, (row.cells[number] for row in rows if number < len(row.cells)))

    def _fitting(self, row: Row) -> list[str]:
        """The cells of a row that surely stand in their columns."""
        cells, width = row.cells, len(self._layout.fields)
        if row.sure >= 0:
            if len(cells) != width:
                self._say("a quotation mark isn't closed; only what stands before it was read")
                return cells[: row.sure]
            self._say("a quotation mark isn't closed; the row was read without it")
        if any(cell.strip() for cell in cells[width:]):
            whole = _rejoined(cells, self._layout.dialect.separator)
            if len(whole) == width:
                self._say("a separator stands in a cell without quotation marks; it was read as part of the text")
                return whole
            self._say(f"{len(cells)} cells stand in {width} columns; look this row over")
        return cells

    def _say(self, what: str) -> None:
        """Remember something that is wrong with the row."""
        self._problems.append(Problem(file=self._file, line=self._line, what=what))

    def _found(self, field: str) -> list[str]:
        """The cells of a field's columns that aren't empty, as they were meant."""
        cells = self._cells
        found = [cells[n] for n in self._columns.get(field, ()) if n < len(cells) and cells[n]]
        return [meant for cell in found if (meant := values.unguarded(cell) if self._is_own else values.plain(cell))]

    def _first(self, field: str) -> str:
        """The first of these cells, or nothing."""
        return next(iter(self._found(field)), "")

    def _one(self, field: str) -> str:
        """The line of text in the first of a field's cells; one that is too long is left out and told."""
        return self._line_of(self._first(field), field)

    def _own(self, field: str) -> str:
        """A fact that only this program writes; in the tables of others such a column means something else."""
        return self._one(field) if self._is_own else ""

    def _line_of(self, text: str, field: str) -> str:
        """A line of text that fits; one that is too long is left out and told."""
        try:
            return clean_line(text)
        except InputError as problem:
            self._say(f"{_CALLED[field]}: {problem.what}; it was left out")
            return ""

    def _several(
        self, field: str, split: Callable[[str], list[str]], test: Callable[[str], bool] | None = None
    ) -> tuple[str, ...]:
        """The values of all of a field's cells, without those that don't pass the test; of equal ones the first."""
        cells = self._found(field)
        if self._is_own:
            return tuple(value for cell in cells if (value := self._line_of(cell, field)))
        cleaned = (self._line_of(value, field) for cell in cells for value in split(cell))
        return tuple(dict.fromkeys(value for value in cleaned if value and (test is None or test(value))))

    def _tags(self) -> tuple[str, ...]:
        """The tags, without those that say nothing."""
        split = values.parted if self._is_own else values.tags
        lines = (self._line_of(tag, "tags") for cell in self._found("tags") for tag in split(cell))
        tags = tuple(line for line in lines if line)
        return tags if self._is_own else tuple(dict.fromkeys(tags))

    def _is_email(self, value: str) -> bool:
        """True for an address; anything else that isn't a placeholder is told."""
        if values.is_email(value):
            return True
        if any(map(str.isalnum, value)) and not values.is_internal(value):
            self._say(f"'{values.short(value)}' isn't an e-mail address; it was left out")
        return False

    def _is_phone(self, value: str) -> bool:
        """True for a telephone number; anything else that isn't a placeholder is told."""
        if values.is_phone(value):
            return True
        if values.is_rounded(value):
            self._say(
                f"'{values.short(value)}' has lost digits of a telephone number in a spreadsheet program; it was left out"
            )
        elif any(map(str.isalnum, value)):
            self._say(f"'{values.short(value)}' isn't a telephone number; it was left out")
        return False

    def _name(self) -> str:
        """The name as one would say it, or what else the person is called; empty if the row doesn't tell."""
        if name := self._one("name"):
            return name
        first, middle, last, suffix = (self._first(field) for field in ("first", "middle", "last", "suffix"))
        if first and last.startswith(f"{first} "):
            # Beside a first name alone, a column called just "name" is taken for the last one and may be the whole one.
            first = ""
        parts = [first, middle, last, suffix] if first or middle or last else []
        whole = self._line_of(" ".join(part for part in parts if part), "name")
        return whole or self._one("nickname") or self._one("file_as")

    def _birthday(self) -> str:
        """The birthday as records have it; its parts may stand in columns of their own."""
        cell = self._first("birthday")
        if self._is_own and _OWN_BIRTHDAY.fullmatch(cell) and read_date(cell):
            return cell
        year, month = self._first("birth_year"), self._first("birth_month")
        if month:
            written = written_in_parts(year, month, cell)
            return written.iso() if written else ""
        read = self._birthdays.read(cell, self._line)
        return read.iso() if read else ""

    def _notes(self) -> str:
        """The notes of all columns of notes; those that are too long are left out and told."""
        cells = self._found("notes")
        try:
            return clean_text("\n".join(cells))
        except InputError as problem:
            self._say(f"the notes: {problem.what}; they were left out")
            return ""

    def _circle(self) -> Circle | None:
        """The circle, if there is such a one."""
        word = self._one("circle")
        if word and word.lower() not in _CIRCLES:
            self._say(f"'{values.short(word)}' isn't a circle; it was left out")
        return _CIRCLES.get(word.lower())


def _columns(layout: Layout) -> dict[str, list[int]]:
    """The places of each field's columns; of telephones the one in the pocket comes first."""
    found: dict[str, list[int]] = {}
    for wanted in ("mobile", ""):
        for number, field in enumerate(layout.fields):
            if field and (field == "mobile") == bool(wanted):
                found.setdefault("phone" if field == "mobile" else field, []).append(number)
    return found


def _rejoined(cells: list[str], separator: str) -> list[str]:
    """The cells, where one that begins with a space belongs to the one before: `Acme, Inc` without quotation marks."""
    whole: list[str] = []
    for cell in cells:
        if whole and cell.startswith(" ") and cell.strip():
            whole[-1] += separator + cell
        else:
            whole.append(cell)
    return whole

"""How a table of contacts is laid out: separators, the row of headers, and what each column holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from netpractice.domain.errors import InputError
from netpractice.domain.text import fold
from netpractice.exchange.headers import first_header, header_row, meaning, meanings, usual_rows
from netpractice.exchange.kinds import LINKEDIN, kind_of, refuse_other_tables
from netpractice.exchange.linkedin import connection_columns
from netpractice.exchange.rows import Row, read_rows
from netpractice.exchange.shapes import is_email, is_link, is_phone, looks_like
from netpractice.exchange.sniffing import Dialect, head, sniff

FIELDS = (
    "name", "first", "middle", "last", "suffix", "nickname", "company", "role", "email", "phone", "link", "birthday",
    "notes", "tags", "connected", "circle", "how_met", "uid",
)  # fmt: skip
"""What a column can hold, as the keys of a mapping call it; any header that is known for it is taken as well."""

_NAMING = frozenset({"name", "first", "last", "nickname", "file_as"})
"""The fields of which at least one is needed to tell who somebody is, unless an e-mail address has to do."""


class Layout(msgspec.Struct, frozen=True):
    """How one table is laid out."""

    kind: str
    """What wrote it, in words."""
    dialect: Dialect
    headers: tuple[str, ...]
    """The headers as they are written; a table without them has none."""
    header_line: int
    """The line of the headers, 0 if there are none."""
    fields: tuple[str, ...]
    """What each column holds, empty for a column that isn't read."""
    names_people: bool
    """True if it is known in which columns people's names are, or that there are only their addresses."""


def lay_out(file: str, text: str, columns: Mapping[str, str] | None = None) -> Layout:
    """How a table is laid out, whose lines end in a newline.

    Args:
        file: its name, for messages.
        text: the table.
        columns: for each field of `FIELDS` the header or the number, from 1, of its column, empty for none; fields that
            aren't named keep the columns that their headers say.

    Raises:
        InputError: it is a table of something else, or a field or column isn't known.
    """
    dialect = sniff(text)
    rows = head(text, dialect)
    header = header_row(rows)
    if not columns:
        refuse_other_tables(file, [row.cells for row in rows])
    else:
        header = _mapped_header(rows, columns) or header or first_header(rows)
    fields = meanings(header.cells) if header else ("",) * _width(rows)
    connections = _connections(fields, header, rows)
    if connections:
        header, fields = connections
    headers = tuple(cell.strip() for cell in header.cells) if header else ()
    if columns:
        fields = _mapped(file, fields, headers, columns)
    kind = LINKEDIN if connections else kind_of(headers)
    line = header.line if header else 0
    names_people = not _NAMING.isdisjoint(fields)
    if "email" in fields and not names_people:
        names_people = columns is not None or not _columns_of_words(fields, rows, line)
    return Layout(kind, dialect, headers, line, fields, names_people)


def data_rows(text: str, layout: Layout) -> list[Row]:
    """The rows after the headers, without headers that are repeated."""
    rows = read_rows(text, layout.dialect.separator, layout.dialect.quote, len(layout.fields))
    return [
        row
        for row in rows
        if row.line > layout.header_line
        and any(map(str.strip, row.cells))
        and tuple(cell.strip() for cell in row.cells) != layout.headers
    ]


def guessed(text: str, layout: Layout) -> Layout:
    """A layout in which columns without a known header are guessed by their looks, to be confirmed by somebody."""
    rows = head(text, layout.dialect)
    header = next((row for row in rows if row.line == layout.header_line), None) or first_header(rows)
    line = header.line if header else 0
    sample = [row.cells for row in rows if row.line > line]
    fields = list(layout.fields)
    for number, field in enumerate(fields):
        tests = (("email", is_email), ("link", is_link), ("phone", is_phone))
        if not field:
            fields[number] = next((guess for guess, test in tests if looks_like(sample, number, test)), "")
    words = _columns_of_words(fields, rows, line)
    if words and _NAMING.isdisjoint(fields):
        fields[words[0]] = "name"
    headers = tuple(cell.strip() for cell in header.cells) if header else ()
    return msgspec.structs.replace(layout, headers=headers, header_line=line, fields=tuple(fields))


def _columns_of_words(fields: Sequence[str], rows: Sequence[Row], header_line: int) -> list[int]:
    """The columns that aren't known and could hold names."""
    sample = [row.cells for row in rows if row.line > header_line]
    return [n for n, field in enumerate(fields) if not field and looks_like(sample, n, _is_words)]


def _is_words(cell: str) -> bool:
    """True for text that could be somebody's name."""
    return any(letter.isalpha() for letter in cell) and not any(letter.isdigit() for letter in cell)


def _connections(
    fields: Sequence[str], header: Row | None, rows: Sequence[Row]
) -> tuple[Row | None, tuple[str, ...]] | None:
    """The row of headers and the columns of a file of LinkedIn's connections, or None if it is none."""
    if header is not None:
        found = connection_columns(fields, [row.cells for row in rows if row.line > header.line])
        return (header, found) if found else None
    header = first_header(rows)
    found = connection_columns(fields, [row.cells for row in usual_rows(rows) if row is not header])
    return (header, found) if found else None


def _width(rows: Sequence[Row]) -> int:
    """How many columns a table without headers has."""
    return max((len(row.cells) for row in usual_rows(rows)), default=0)


def _mapped_header(rows: Sequence[Row], columns: Mapping[str, str]) -> Row | None:
    """The row in which a header stands that a mapping names; a number in any row may be somebody's."""
    named = {fold(column.strip()) for column in columns.values() if column.strip() and not column.strip().isdecimal()}
    return next((row for row in rows if any(fold(cell.strip()) in named for cell in row.cells)), None)


def _mapped(file: str, fields: Sequence[str], headers: Sequence[str], columns: Mapping[str, str]) -> tuple[str, ...]:
    """What each column holds once a mapping has been followed."""
    wanted = {_field(name): column.strip() for name, column in columns.items()}
    found = ["" if field_name(field) in wanted else field for field in fields]
    for field, column in wanted.items():
        if column:
            found[_number(file, column, headers, len(fields))] = field
    return tuple(found)


def _field(name: str) -> str:
    """The field that a key of a mapping means."""
    field = name if name in FIELDS else field_name(meaning(name))
    if field not in FIELDS:
        raise InputError(f"'{name}' is no field of a contact", way_out=f"The fields are {', '.join(FIELDS)}")
    return field


def field_name(field: str) -> str:
    """The name in `FIELDS` of what a column holds."""
    return {"mobile": "phone", "some_name": "name", "title": "role"}.get(field, field)


def _number(file: str, column: str, headers: Sequence[str], width: int) -> int:
    """The place of a column that is named by its header or by its number."""
    for number, header in enumerate(headers):
        if fold(header) == fold(column):
            return number
    if column in map(str, range(1, width + 1)):
        return int(column) - 1
    known = ", ".join(f"'{header}'" for header in headers if header) or f"numbered from 1 to {width}"
    raise InputError(f"there is no column '{column}'", where=file, way_out=f"Its columns are {known}")

"""Contacts in tables (CSV): LinkedIn, Google, Outlook, Thunderbird, our own, and any other that names its columns."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

import msgspec

from netpractice.domain.cards import Card, Reading
from netpractice.domain.errors import ColumnsError, InputError
from netpractice.domain.records import Contact
from netpractice.domain.text import harmless
from netpractice.exchange.encodings import decode
from netpractice.exchange.kinds import LINKEDIN
from netpractice.exchange.layout import Layout, data_rows, field_name, guessed, lay_out
from netpractice.exchange.own import YES
from netpractice.exchange.people import People
from netpractice.exchange.refusals import refuse_binary, refuse_text
from netpractice.exchange.rows import Row
from netpractice.exchange.values import guarded, joined, short

EXPECTED = "Expected are contacts: vCards (.vcf), or a table (.csv) as LinkedIn, Google, Outlook and others export it"
"""What to say of a file that holds something else."""

_HEADERS = (
    "Name", "Nickname", "Circle", "Company", "Role", "Birthday", "Tags", "How we met", "Notes", "UID",
    "Rhythm in days", "Resting", "Introduced by", "Not suggested before", "Archived on",
)  # fmt: skip
"""The columns of our own table that hold one fact each."""

_SEVERAL: Mapping[str, Callable[[Contact], tuple[str, ...]]] = {
    "E-mail": attrgetter("emails"),
    "Phone": attrgetter("phones"),
    "Link": attrgetter("links"),
}
"""The facts of which there are several, each in a column of its own with a number after this header."""

_SAMPLE_ROWS = 5

_SAMPLE_HEADERS = 20
"""So many headers are named in a message."""

_REMARK_WORDS = 4
"""Text of so many words in the first cell of a short row is a remark; hardly a first name is so long."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """How a table looks, for somebody who is to say which column is which."""

    kind: str
    """What it is, in words."""
    separator: str
    headers: tuple[str, ...]
    """The headers, or the numbers of the columns from 1 if the table has no headers."""
    rows: tuple[tuple[str, ...], ...]
    """The first rows, each with as many cells as there are headers."""
    fields: tuple[str, ...]
    """What each column seems to hold, one of `layout.FIELDS`, or nothing."""


def read_table(file: str, data: bytes, columns: Mapping[str, str] | None = None) -> Reading:
    """The people in a table.

    A row without a name goes by its e-mail address; one with neither is a problem, as is everything that is left out.

    Args:
        file: its name, for messages.
        data: its bytes, in whatever encoding.
        columns: for each field the header or the number, from 1, of its column (see `layout.lay_out`).

    Raises:
        ColumnsError: it isn't known in which column the names are.
        InputError: it is a table of something else.
    """
    text = _lines(data)
    layout = lay_out(file, text, columns)
    if not layout.names_people:
        raise _unknown_columns(file, guessed(text, layout))
    rows = [row for row in data_rows(text, layout) if not _is_remark(row, layout)]
    people = People(file, layout, rows)
    read = [people.card(row) for row in rows]
    cards: tuple[Card, ...] = tuple(card for card in read if card)
    return Reading(file=file, kind=layout.kind, cards=cards, problems=people.problems(), found=len(rows))


def table_shape(file: str, data: bytes) -> Shape:
    """How a table looks: its headers, its first rows, and what its columns seem to hold.

    Raises:
        InputError: it isn't a table with columns, or one of something else than contacts.
    """
    refuse_binary(file, data)
    text = _lines(data)
    refuse_text(file, text)
    layout = guessed(text, lay_out(file, text))
    width = len(layout.fields)
    if width < 2:
        raise _unknown_columns(file, layout)
    rows = [row.cells[:width] + [""] * (width - len(row.cells)) for row in data_rows(text, layout)[:_SAMPLE_ROWS]]
    return Shape(
        kind=layout.kind,
        separator=layout.dialect.separator,
        headers=layout.headers or tuple(str(number) for number in range(1, width + 1)),
        rows=tuple(tuple(" ".join(harmless(cell).split()) for cell in row) for row in rows),
        fields=tuple(field_name(field) for field in layout.fields),
    )


def write_table(contacts: Iterable[Contact]) -> bytes:
    """People as CSV that `read_table` reads back equal and that spreadsheet programs open.

    In UTF-8 with a byte order mark, without which Excel takes it for something older; rows as in RFC 4180. Every e-mail
    address, telephone number and link has a cell of its own. A cell that a spreadsheet program would take for a formula
    gets an apostrophe before it. A contact keeps the identity that it was imported with; any other is written with its
    own, so that importing the file finds it again. A circle that is yet to be chosen isn't told.
    """
    people = list(contacts)
    names = {contact.id: contact.name for contact in people}
    most = {header: max((len(values(contact)) for contact in people), default=0) for header, values in _SEVERAL.items()}
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*_HEADERS, *(f"{header} {n}" for header, count in most.items() for n in range(1, count + 1))])
    for contact in people:
        several = ((values(contact) + ("",) * most[header])[: most[header]] for header, values in _SEVERAL.items())
        writer.writerow(map(guarded, [*_facts(contact, names), *chain(*several)]))
    return codecs.BOM_UTF8 + file.getvalue().encode()


def _facts(contact: Contact, names: Mapping[str, str]) -> Iterator[str]:
    """The cells under `_HEADERS`; people by whom somebody was introduced are named if they are among the names."""
    circle = "" if contact.unsorted else contact.circle
    yield from (contact.name, contact.nickname, circle, contact.company, contact.role, contact.birthday)
    yield from (joined(contact.tags), contact.how_met, contact.notes, contact.uid or contact.id)
    yield from (str(contact.rhythm_days or ""), YES if contact.resting else "", names.get(contact.introduced_by, ""))
    yield from (str(contact.quiet_until or ""), str(contact.archived or ""))


def _lines(data: bytes) -> str:
    """The text of a table, each line ended by a newline; tables that were joined have a byte order mark in the middle."""
    text = decode(data).replace("\ufeff", "").replace("\r\r\n", "\n").replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _is_remark(row: Row, layout: Layout) -> bool:
    """True for a row in which LinkedIn tells how to use the file."""
    if layout.kind != LINKEDIN or len(row.cells) * 2 > len(layout.fields):
        return False
    text = row.cells[0].strip()
    return text.endswith(":") or len(text.split()) >= _REMARK_WORDS


def _unknown_columns(file: str, layout: Layout) -> InputError:
    """The refusal of a table, or of text, in which it isn't clear where the names are."""
    if len(layout.fields) < 2:
        return InputError("this is text, not a table of contacts", where=file, way_out=EXPECTED)
    headers = [f"'{short(header)}'" for header in layout.headers if header]
    if len(headers) > _SAMPLE_HEADERS:
        headers[_SAMPLE_HEADERS:] = [f"or {len(headers) - _SAMPLE_HEADERS:,} more"]
    return ColumnsError(
        f"it isn't clear which of its {len(layout.fields)} columns holds people's names",
        where=file,
        way_out=f"Say which of {', '.join(headers)} does" if headers else "Say by its number which one does",
    )

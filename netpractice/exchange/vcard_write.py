"""Writing contacts as vCard 3.0, which every phone and mail program reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from netpractice.domain.records import Contact
from netpractice.exchange.own import YES
from netpractice.exchange.vcard_person import PRODUCT
from netpractice.exchange.vcard_texts import escaped
from netpractice.exchange.vcard_values import structured_name

_LONGEST_LINE = 75
"""The most bytes of a line, its line break not counted (RFC 2426)."""

_NO_YEAR = "1604"
"""The year that stands for none, as Apple writes it and others read it: 3.0 has no birthdays without a year."""


def write_vcards(contacts: Iterable[Contact], names: Mapping[str, str]) -> bytes:
    """A file with a card for each contact, in UTF-8.

    What only this program knows stands in properties of its own, which others pass over. A contact keeps the identity
    that it was imported with; any other is written with its own, so that importing the file finds it again. A circle that
    is yet to be chosen isn't told.

    Args:
        contacts: the people to write.
        names: the name of each contact by id, to tell who introduced somebody.
    """
    return b"".join(_folded(line) for contact in contacts for line in _lines(contact, names))


def _lines(contact: Contact, names: Mapping[str, str]) -> Iterator[str]:
    """The lines of a card."""
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    for name, value in _properties(contact, names):
        if value:
            yield f"{name}:{value}"
    yield "END:VCARD"


def _properties(contact: Contact, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a card says, as names with parameters and values; an empty value isn't said."""
    yield "PRODID", f"{PRODUCT}EN"
    yield "UID", escaped(contact.uid or contact.id)
    yield "FN", escaped(contact.name)
    yield "N", structured_name(contact.name)
    yield "NICKNAME", escaped(contact.nickname)
    yield "ORG", escaped(contact.company)
    yield "TITLE", escaped(contact.role)
    for number, email in enumerate(contact.emails):
        yield "EMAIL;TYPE=INTERNET" if number else "EMAIL;TYPE=INTERNET,PREF", escaped(email)
    for number, phone in enumerate(contact.phones):
        yield "TEL" if number else "TEL;TYPE=PREF", escaped(phone)
    for link in contact.links:
        # Commas and semicolons belong to addresses on the web; few programs would take a backslash off again.
        yield "URL", link.replace("\\", "\\\\")
    yield _birthday(contact.birthday)
    yield "NOTE", escaped(contact.notes)
    yield "CATEGORIES", ",".join(map(escaped, contact.tags))
    yield "X-NETPRACTICE-CIRCLE", "" if contact.unsorted else contact.circle
    yield "X-NETPRACTICE-RHYTHM", str(contact.rhythm_days or "")
    yield "X-NETPRACTICE-RESTING", YES if contact.resting else ""
    yield "X-NETPRACTICE-HOW-MET", escaped(contact.how_met)
    yield "X-NETPRACTICE-INTRODUCED-BY", escaped(names.get(contact.introduced_by, ""))
    yield "X-NETPRACTICE-QUIET-UNTIL", str(contact.quiet_until or "")
    yield "X-NETPRACTICE-ARCHIVED", str(contact.archived or "")


def _birthday(birthday: str) -> tuple[str, str]:
    """How a birthday is said."""
    if birthday.startswith("--"):
        return f"BDAY;VALUE=DATE;X-APPLE-OMIT-YEAR={_NO_YEAR}", f"{_NO_YEAR}{birthday[1:]}"
    return "BDAY", escaped(birthday)


def _folded(line: str) -> bytes:
    """A line in UTF-8 with its line break, folded where it is too long and never within a character."""
    data = line.encode()
    pieces, start, room = [], 0, _LONGEST_LINE
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        # The space that says that a line goes on is counted too.
        start, room = end, _LONGEST_LINE - 1
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"

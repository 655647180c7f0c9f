"""A vCard file taken apart into cards and what they say, still as bytes.

Cards may lack their end or their beginning, stand within another card as its agent, and hold lines that are no
property. What is never asked for, such as photos, keys and addresses, is passed over without being put together. One
pass, in time linear in the size of the file.
"""

from __future__ import annotations

import msgspec

from netpractice.exchange.vcard_lines import (
    edge,
    head_of,
    is_quoted,
    logical_lines,
    name_of,
    parameters_of,
    plain_lines,
    unfolded,
    without_soft_breaks,
)

OWN = "X-NETPRACTICE-"
"""What the names of the properties begin with that only this program writes."""

_WANTED = frozenset({
    "BDAY", "CATEGORIES", "EMAIL", "FN", "IMPP", "KIND", "MEMBER", "N", "NICKNAME", "NOTE", "ORG", "PRODID", "ROLE",
    "SOCIALPROFILE", "TEL", "TITLE", "UID", "URL", "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER",
    "X-SOCIALPROFILE",
})  # fmt: skip
"""The properties of other programs that tell something; all others are passed over."""


class Property(msgspec.Struct, frozen=True, gc=False):
    """One thing that a card says."""

    line: int
    """The line of the file on which it begins, from 1."""
    name: str
    """Its name in capitals, without the group before it."""
    parameters: dict[str, str]
    """Its parameters, see `parameters_of`."""
    value: bytes
    """Its value on one line, otherwise as it stands in the file."""


class RawCard(msgspec.Struct, frozen=True):
    """One card of a file."""

    line: int
    """The line on which it begins, from 1."""
    properties: tuple[Property, ...]
    """What it says, in its order; only what tells something."""
    strays: tuple[int, ...]
    """The lines in it that are no property and that nothing is known about."""
    is_closed: bool
    """False if it ends without END:VCARD."""


class RawFile(msgspec.Struct, frozen=True):
    """The cards of a file."""

    cards: tuple[RawCard, ...]
    headless: tuple[int, ...]
    """The lines on which cards begin whose BEGIN:VCARD can't be read."""


def split_file(data: bytes) -> RawFile:
    """The cards of a file. Never fails: what is no card is passed over."""
    splitter = _Splitter()
    for number, line in logical_lines(plain_lines(data)):
        splitter.take(number, line)
    return splitter.finished()


class _Splitter:
    """Takes the lines of a file one by one and keeps what they say."""

    def __init__(self) -> None:
        """Begin outside of any card."""
        self._cards: list[RawCard] = []
        self._headless: list[int] = []
        self._start(0)

    def take(self, number: int, line: bytes) -> None:
        """Take the next line with those that continue it."""
        match edge(line):
            case "BEGIN":
                self._open(number)
            case "END":
                self._close()
            case _:
                self._read(number, line)

    def finished(self) -> RawFile:
        """All that was read; a card that is open ends here."""
        if self._begin:
            self._keep(is_closed=False)
        return RawFile(tuple(self._cards), tuple(self._headless))

    def _start(self, number: int) -> None:
        """Start a card at a line; 0 is outside of any card."""
        self._begin = number
        self._first = 0
        self._properties: list[Property] = []
        self._strays: list[int] = []
        self._last = ""
        self._is_old = False
        self._agents = 0

    def _keep(self, *, is_closed: bool) -> None:
        """Keep the card that is open and be outside."""
        self._cards.append(RawCard(self._begin, tuple(self._properties), tuple(self._strays), is_closed))
        self._start(0)

    def _open(self, number: int) -> None:
        """Begin a card, or that of an agent within it."""
        if self._begin and self._last == "AGENT":
            self._agents += 1
            self._last = ""
            return
        # A beginning that follows another at once is the same one, written twice.
        if self._begin and self._first:
            self._keep(is_closed=False)
        self._start(number)

    def _close(self) -> None:
        """End the card, or that of an agent within it."""
        if self._agents:
            self._agents -= 1
            self._last = ""
        elif self._begin:
            self._keep(is_closed=True)
        else:
            self._headless += [self._first] if self._properties else []
            self._start(0)

    def _read(self, number: int, line: bytes) -> None:
        """Read a line within a card or outside of any."""
        self._first = self._first or (number if line.strip() else 0)
        head = head_of(line)
        name = name_of(head)
        if not name or (self._last == "NOTE" and _is_text(head, name, line)):
            self._read_stray(number, line)
            return
        self._last = name
        if name == "VERSION":
            self._is_old = b"2.1" in line
        elif name == "AGENT":
            self._agents += edge(line[len(head) + 1 :]) == "BEGIN"
        elif _is_wanted(name) and not self._agents:
            line = without_soft_breaks(line) if is_quoted(head) else unfolded(line, is_old=self._is_old)
            head = head_of(line)
            self._properties.append(Property(number, name, parameters_of(head), line[len(head) + 1 :]))

    def _read_stray(self, number: int, line: bytes) -> None:
        """Read a line that is no property."""
        line = unfolded(line.strip(), is_old=self._is_old)
        if not line or self._agents:
            return
        is_of_something_passed_over = self._last and not _is_wanted(self._last) and b":" not in line
        if self._last == "NOTE":
            # Some programs write the line breaks of a note as they are.
            self._properties.append(Property(number, "NOTE", self._properties[-1].parameters, line))
        elif not is_of_something_passed_over:
            self._strays.append(number)


def _is_text(head: bytes, name: str, line: bytes) -> bool:
    """True for a line that only looks like a property, as `Likes: tea` does."""
    return not _is_wanted(name) and not head.isupper() and line[len(head) + 1 :].startswith(b" ")


def _is_wanted(name: str) -> bool:
    """True for the name of a property that tells something."""
    return name in _WANTED or name.startswith(OWN)

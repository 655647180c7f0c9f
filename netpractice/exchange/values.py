"""What a cell says: several addresses in one, marks that protect a cell from spreadsheet programs, groups."""

from __future__ import annotations

import re

from netpractice.domain.text import fold, harmless
from netpractice.exchange import shapes

_FORMULA = tuple("=+-@")
"""What a cell begins with that a spreadsheet program takes for a formula."""

_MANY = " ::: "
"""What stands between several values of one cell in Google's files."""

_QUOTED = 40
"""The most characters of a cell in a message."""

_ANGLED = re.compile(r"<[^<>@]*+@[^<>]*+>")
_ADDRESS = re.compile(r"""(?<![^\s<>;,"()])[^\s<>;,"()@]++@[^\s<>;,"()]+""")
_SCHEME = re.compile(r"^(?:mailto|tel|sms):(?://)?", re.IGNORECASE)
_BETWEEN_EMAILS = re.compile(r"[;,\s]+|:::")
_BETWEEN_PHONES = re.compile(r":::|[;\n]")
_BETWEEN_LINKS = re.compile(r":::|\s+")
_BETWEEN_TAGS = re.compile(r"[;,\n]")
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)

_USERS_GROUPS = frozenset({"friends", "family", "coworkers"})
"""The groups of Google's own that people put somebody into by hand."""


def guarded(cell: str) -> str:
    """A cell that no spreadsheet program takes for a formula; `unguarded` gives the cell back."""
    is_formula = cell.lstrip()[:1] in _FORMULA if cell.strip() else False
    return f"'{cell}" if is_formula or cell.startswith("'") else cell


def unguarded(cell: str) -> str:
    """A cell as it was before `guarded`."""
    return cell.removeprefix("'")


def plain(cell: str) -> str:
    """A cell of another program without what it put around it: `'+49 30 1` and `="0301"` are telephone numbers."""
    cell = cell.strip()
    if cell.startswith("'") and cell[1:2] in _FORMULA and len(cell) > 1:
        return cell[1:]
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell


def emails(cell: str) -> list[str]:
    """The e-mail addresses in a cell, or what stands there instead; names around them are left out."""
    parts = _ADDRESS.findall(cell) if _ANGLED.search(cell) else _BETWEEN_EMAILS.split(cell)
    return [_SCHEME.sub("", part) for part in parts if part]


def is_email(value: str) -> bool:
    """True for something that mail can be sent to."""
    return "@" in value.strip("@")


def is_internal(value: str) -> bool:
    """True for the path with which a mail server of a company names its own people; nobody else can use it."""
    return value.lower().startswith(("/o=", "/ou=", "ex:"))


def phones(cell: str) -> list[str]:
    """The telephone numbers in a cell, or what stands there instead; within a number a comma is a pause."""
    parts = [part for part in _BETWEEN_PHONES.split(cell) if part.strip()]
    return [_SCHEME.sub("", number.strip()) for part in parts for number in _numbers(part)]


def _numbers(part: str) -> list[str]:
    """The numbers between commas, or the part as it is if not all of them are whole ones."""
    numbers = part.split(",")
    return numbers if all(map(shapes.is_phone, numbers)) else [part]


def is_phone(value: str) -> bool:
    """True for something that can be dialled."""
    return any(letter.isdigit() for letter in value) and not is_rounded(value)


def is_rounded(value: str) -> bool:
    """True for a number whose last digits a spreadsheet program has lost, such as 4.91511E+11."""
    return _ROUNDED.fullmatch(value.replace(" ", "")) is not None


def links(cell: str) -> list[str]:
    """The addresses of web pages in a cell."""
    return [part for part in _BETWEEN_LINKS.split(cell) if part]


def tags(cell: str) -> list[str]:
    """The groups in a cell, without those that Google puts everybody into; a group's name may hold a comma there."""
    parts = cell.split(_MANY.strip()) if _MANY in cell or cell.startswith("* ") else _BETWEEN_TAGS.split(cell)
    named = (part.strip() for part in parts)
    return [tag for part in named if (tag := _tag(part))]


def _tag(group: str) -> str:
    """A group as a tag, empty for one that says nothing of somebody."""
    if not group.startswith("* "):
        return group.lstrip("#").strip()
    name = fold(group[2:]).strip()
    return name if name in _USERS_GROUPS else ""


def joined(values: tuple[str, ...]) -> str:
    """Tags in one cell, for `parted`: one a line if a comma is in one of them, else with commas between."""
    if any("," in value for value in values):
        return "".join(f"{value}\n" for value in values)
    return ", ".join(values)


def parted(cell: str) -> list[str]:
    """The tags that `joined` put into one cell."""
    parts = cell.split("\n") if "\n" in cell else cell.split(",")
    return [tag for part in parts if (tag := part.strip())]


def short(cell: str) -> str:
    """A cell as a message quotes it."""
    words = " ".join(harmless(cell).split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"

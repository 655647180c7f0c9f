"""The facts on a contact's card as they are typed: one row a field, read by the same rules for every form and option.

What is typed is cleaned, and what can't be read is refused with InputError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import msgspec

from netpractice.domain.birthdays import read_birthday, show_birthday
from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.domain.rhythm import CIRCLES, read_circle, read_rhythm, show_rhythm
from netpractice.domain.text import clean_line, clean_text, fold

Typed: TypeAlias = str | Sequence[str]
"""What was typed into a field; for several values one text, or one text each."""

Facts: TypeAlias = dict[str, Any]
"""Values of a contact's fields by name."""


class Field(msgspec.Struct, frozen=True):
    """A field of a card."""

    label: str
    """What forms call it."""
    hint: str
    """How to write it, in a few words; empty where that is plain."""
    read: Callable[[Typed], Facts]
    """What the contact's fields become by what was typed."""
    show: Callable[[Contact], str]
    """What a contact has in it, as one would type it."""


def union(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without those that say the same as an earlier one, or nothing."""
    there: dict[str, str] = {}
    for text in texts:
        if text:
            there.setdefault(fold(text), text)
    return tuple(there.values())


def read_tags(typed: Typed) -> tuple[str, ...]:
    """Tags as they are kept: clean, each once, without the sign before them. Raises InputError for one that is too long."""
    tags: tuple[str, ...] = FIELDS["tags"].read(typed)["tags"]
    return tags


def _one(typed: Typed) -> str:
    """What was typed as one text."""
    return typed if isinstance(typed, str) else " ".join(typed)


def _name(typed: Typed) -> Facts:
    """A name, which nobody is without."""
    name = clean_line(_one(typed), "name")
    if not name:
        raise InputError("nobody is without a name", where="name", way_out="Write at least a first name")
    return {"name": name}


def _line(name: str, label: str, hint: str = "") -> Field:
    """A field of one line."""
    return Field(
        label,
        hint,
        lambda typed: {name: clean_line(_one(typed), label.lower())},
        lambda contact: getattr(contact, name),
    )


def _list(name: str, label: str, hint: str, between: re.Pattern[str], joined: str, mark: str = "") -> Field:
    """A field of several values, each with a mark before it."""

    def read(typed: Typed) -> Facts:
        parts = between.split(typed) if isinstance(typed, str) else typed
        return {name: union(clean_line(part, label.lower()).lstrip(f"{mark} ") for part in parts)}

    return Field(label, hint, read, lambda contact: joined.join(f"{mark}{each}" for each in getattr(contact, name)))


_COMMAS = re.compile(r"[,;\n]")
_SPACES = re.compile(r"\s")
_TAGS = re.compile(r"[,;\n]|\s(?=#)")

FIELDS: dict[str, Field] = {
    "name": Field("Name", "as you would say it", _name, lambda contact: contact.name),
    "nickname": _line("nickname", "Nickname"),
    "circle": Field(
        "Circle",
        ", ".join(CIRCLES),
        lambda typed: {"circle": read_circle(_one(typed)), "unsorted": False},
        lambda contact: contact.circle,
    ),
    "rhythm": Field(
        "Rhythm", "circle, resting, 30, 6w or 3 months", lambda typed: read_rhythm(_one(typed)), show_rhythm
    ),
    "company": _line("company", "Company"),
    "role": _line("role", "Role"),
    "emails": _list("emails", "E-mail", "several with commas between", _COMMAS, ", "),
    "phones": _list("phones", "Phone", "several with commas between", _COMMAS, ", "),
    "links": _list("links", "Links", "several with spaces between", _SPACES, " "),
    "birthday": Field(
        "Birthday",
        "12 mar, or 12 mar 1980",
        lambda typed: {"birthday": read_birthday(_one(typed))},
        lambda contact: show_birthday(contact.birthday),
    ),
    "tags": _list("tags", "Tags", "#music #old friends", _TAGS, " ", "#"),
    "how_met": _line("how_met", "How you met"),
    "introduced_by": _line("introduced_by", "Introduced by", "a name on the roster"),
    "notes": Field(
        "Notes", "", lambda typed: {"notes": clean_text(_one(typed), "notes").strip()}, lambda contact: contact.notes
    ),
}
"""Every field of a card, in the order of forms, by its name in the record; `rhythm` stands for two of these."""

"""The field of a form that names somebody on the roster."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from netpractice.domain.errors import InputError
from netpractice.practice.book import Book
from netpractice.practice.who import seen_last_first
from netpractice.tui.modals.form import FormField

WHO = "With"
"""What the field is called."""

_OFFERED = 8
"""The most names that are offered."""


def who_field(book: Book, contact_id: str, hint: str) -> FormField:
    """A field that begins with somebody, given by the id, or empty."""
    return FormField(
        WHO,
        shown_name(book, contact_id),
        hint,
        partial(read_who, book),
        partial(_names, book),
        tell=partial(_told, book),
    )


def shown_name(book: Book, contact_id: str) -> str:
    """The name of somebody as it is typed, told apart from namesakes; empty for nobody on the roster."""
    contact = book.records.contacts.get(contact_id)
    return book.standing.names.told_apart(contact) if contact else ""


def read_who(book: Book, typed: str) -> str:
    """The id of whoever a name means; empty for no name.

    Raises:
        InputError: nobody on the roster is called so, or several may be meant.
    """
    if not typed.strip():
        return ""
    match = book.standing.names.match(typed)
    if match.contact is not None:
        return match.contact.id
    if match.candidates:
        named = ", ".join(book.standing.names.told_apart(each) for each in match.candidates[:_OFFERED])
        raise InputError(f"{named} may be meant", where=WHO.lower(), way_out="Down takes one of them")
    raise InputError(
        "nobody on the roster has this name", where=WHO.lower(), way_out="Leave it empty, or add them first"
    )


def _names(book: Book, typed: str) -> Sequence[str]:
    """The names of those whose name begins so, seen last first."""
    names = book.standing.names
    found = [names.told_apart(each) for each in seen_last_first(book, names.beginning(typed))[:_OFFERED]]
    return [] if found == [typed] else found


def _told(book: Book, typed: str) -> str:
    """Who is meant."""
    return shown_name(book, read_who(book, typed))

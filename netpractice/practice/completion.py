"""Completing a name in a text of captured lines."""

from __future__ import annotations

from typing import TypeAlias

from netpractice.domain.capture import is_event, lines_of
from netpractice.domain.capture_signs import NEW, Piece, pieces, written, written_name
from netpractice.domain.records import Contact
from netpractice.practice.book import Book
from netpractice.practice.who import seen_last_first

Cursor: TypeAlias = tuple[int, int]
"""The line and the column that a cursor stands on, from 0."""


def complete(book: Book, text: str, cursor: Cursor, again: int = 0) -> tuple[str, Cursor] | None:
    """The text with the name at the cursor completed, and the cursor after it; None if there is nothing to complete.

    Args:
        book: the open book.
        text: the text; for the next candidate the same one as the first time, before anything was completed in it.
        cursor: where the cursor stands in that text.
        again: how many candidates to pass over; after the last comes the first.
    """
    lines = lines_of(text)
    row, column = cursor
    name = _name_at(lines[row], column) if row < len(lines) else None
    candidates = () if name is None else _candidates(book, name.text)
    if name is None or not candidates:
        return None
    whole = book.standing.names.told_apart(candidates[again % len(candidates)])
    whole = written(written(written_name(whole), "/"), "&")
    lines[row] = lines[row][: name.start] + whole + lines[row][name.end :]
    return "\n".join(lines), (row, name.start + len(whole))


def _name_at(line: str, column: int) -> Piece | None:
    """The name at a column of a line, or None; somebody who is new on purpose has none to complete."""
    if is_event(line):
        return None
    first = next(pieces(line, "/"))
    for piece in pieces(line[: first.end], "&"):
        if piece.start <= column <= piece.end and piece.text and not piece.text.startswith(NEW):
            return piece
    return None


def _candidates(book: Book, typed: str) -> tuple[Contact, ...]:
    """Who may be meant: those whom the name fits, then those whose name begins so."""
    names = book.standing.names
    found = (*seen_last_first(book, names.fitting(typed)), *seen_last_first(book, names.beginning(typed)))
    return tuple({contact.id: contact for contact in found}.values())

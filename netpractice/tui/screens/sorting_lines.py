"""One person at a time, to choose the circle: plain functions of the contact and how far one has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netpractice.domain.birthdays import show_birthday
from netpractice.domain.records import Contact
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.actions.sorting import CIRCLE_KEYS
from netpractice.tui.screens.people_lines import circle_words
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

_LABEL = 10
_BAR = 30
_NOTES = 4
"""How many rows of notes are shown at most."""


def progress_line(done: int, total: int, width: int, glyphs: Glyphs) -> Line:
    """How far one has come, in numbers and as a bar."""
    bar = max(0, min(_BAR, width - 24))
    filled = bar * done // total if total else bar
    return (
        Span(f" {min(done + 1, total):,} of {total:,}  ", "muted"),
        Span(glyphs.bar * filled, "done"),
        Span(glyphs.none * (bar - filled), "muted"),
    )


def person_lines(contact: Contact, namesakes: Sequence[Contact], width: int) -> tuple[Line, ...]:
    """What helps to remember who somebody is."""
    facts = (
        ("", ", ".join(filter(None, (contact.role, contact.company)))),
        ("Met", contact.how_met),
        ("E-mail", ", ".join(contact.emails)),
        ("Phone", ", ".join(contact.phones)),
        ("Links", " ".join(contact.links)),
        ("Birthday", show_birthday(contact.birthday)),
        ("Tags", " ".join(f"#{tag}" for tag in contact.tags)),
        ("Also", ", ".join(_named(other) for other in namesakes)),
    )
    room = max(10, width - _LABEL - 2)
    return (
        (Span(f" {contact.name}", "bright"),),
        *(_fact(label, row) for label, value in facts for row in wrap(value, room)[:2]),
        *(_fact("", row) for row in wrap(contact.notes, room)[:_NOTES]),
    )


def _fact(label: str, value: str) -> Line:
    """A fact with its label."""
    return (Span(f" {label:<{_LABEL}}", "muted"), Span(value))


def _named(contact: Contact) -> str:
    """Another of the same name."""
    return f"{contact.name} ({contact.company})" if contact.company else contact.name


def circle_lines(keys: Keys) -> tuple[Line, ...]:
    """The circles with their keys, and the other answers."""
    return tuple(_answers(keys))


def _answers(keys: Keys) -> Iterator[Line]:
    """Each answer with its key."""
    for circle in CIRCLE_KEYS:
        yield _answer(f"sorting.{circle}", circle_words(circle), keys)
    yield ()
    for name in ("skip", "archive", "back"):
        action = ACTION[f"sorting.{name}"]
        yield _answer(action.id, f"{action.name.lower():<9} {action.does[:1].lower()}{action.does[1:-1]}", keys)


def _answer(action: str, words: str, keys: Keys) -> Line:
    """One answer that can be clicked."""
    return (Span(f"  {keys.label(ACTION[action])}  ", "key", action), Span(words, "plain", action))

"""A favour as a form, with a gate before an ask out of the blue: it never blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from netpractice.domain.days import DAY, read_day, show_day
from netpractice.domain.errors import InputError
from netpractice.domain.records import FavourDirection, FavourKind
from netpractice.domain.text import fold
from netpractice.practice import followups, ledger
from netpractice.practice.book import Book
from netpractice.practice.ledger import DIRECTIONS, KINDS, SIZES, Gate, Size
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import begun
from netpractice.tui.actions import Keys
from netpractice.tui.modals.choice import Choice
from netpractice.tui.modals.form import FormField, FormSheet
from netpractice.tui.modals.who_field import read_who, who_field
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.choosing import ChoosingLine

N = TypeVar("N", bound=str)

HELLO = "say hello, ask for nothing"
"""What somebody is promised who is to be heard of before they are asked."""

NEW = "favours.add"
"""What the draft of a new favour is called."""

GATE = {
    "r": "reconnect first: say hello by tomorrow, ask later",
    "g": "give first: make this a favour given",
    "o": "go on: write the ask down",
}
"""What can be answered at the gate, by `ledger.ANSWERS`."""


class FavourForm(FormSheet):
    """A favour to be written down or corrected."""

    CALLED = "Favour"
    HELP = "What it was, its kind or the person is enough."

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, favour: str = "") -> None:
        """Begin with a favour, given by its id, or with a new one given today."""
        self.favour = favour
        self.is_through = False
        old = book.records.favours.get(favour)
        fields = {
            "direction": FormField("Way", old.direction if old else "gave", ", ".join(DIRECTIONS), read_way,
                                   lambda _: DIRECTIONS),
            "contact": who_field(book, old.contact if old else "", "the other person"),
            "what": FormField("What", old.what if old else "", "introduced her to Bo"),
            "kind": FormField("Kind", old.kind if old else "", ", ".join(KINDS), read_kind, _kinds),
            "size": FormField("Size", (old.size or "") if old else "", "S, M or L, if that matters", read_size,
                              lambda _: SIZES),
            "on": FormField("Day", old.day.isoformat() if old else "", "today if empty; yesterday, fri, 12 nov",
                            partial(_read_on, book), tell=partial(_shown_on, book)),
        }  # fmt: skip
        title = ledger.say(book, old) if old else "A favour"
        super().__init__(book, glyphs, keys, title, fields, f"favour {favour}" if old else NEW)

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Write it down, or what was changed of it."""
        said = self._said(typed)
        if self.favour:
            return ledger.edit(self.book, self.favour, **said)
        return ledger.write(self.book, said.pop("direction", "gave"), said.pop("what", ""), **said)

    def _said(self, typed: Mapping[str, str]) -> dict[str, Any]:
        """What the changed fields say, as `ledger.write` and `ledger.edit` take it."""
        readers: dict[str, Callable[[str], object]] = {
            "direction": read_way, "kind": read_kind, "size": read_size,
            "contact": partial(read_who, self.book), "on": partial(_read_on, self.book),
        }  # fmt: skip
        return {name: readers[name](text) if name in readers else text for name, text in typed.items()}

    def action_save(self) -> None:
        """Keep what was typed; before an ask out of the blue, stop at the gate."""
        gate = None if self.is_through else self._gate()
        if gate is None:
            super().action_save()
        else:
            self.app.push_screen(Choice(gate.words, GATE), partial(self._answered, gate))

    def _gate(self) -> Gate | None:
        """What to think of before the ask that is typed; None if it is none, or nothing is to be thought of."""
        if any(map(self.trouble, self.fields)):
            return None
        said = self._said(self.typed())
        old = self.book.records.favours.get(self.favour)
        contact = said.get("contact", old.contact if old else "")
        if said.get("direction") != "asked" or contact not in self.book.records.contacts:
            return None
        return ledger.gate(self.book, contact, said.get("on", old.day if old else None))

    def _answered(self, gate: Gate, answer: str | None) -> None:
        """Do what was answered at the gate; without an answer the form stays as it is."""
        if answer == "o":
            self.is_through = True
            super().action_save()
        elif answer == "g":
            self._put("direction", "gave")
            self._put("what", "")
            self.inputs["what"].focus()
        elif answer == "r" and self._reconnect(gate):
            self.keeper.drop()
            self.dismiss(result=False)

    def _put(self, name: str, text: str) -> None:
        """Let a text stand in a field."""
        widget = self.inputs[name]
        if isinstance(widget, ChoosingLine):
            widget.value = text

    def _reconnect(self, gate: Gate) -> Outcome | None:
        """Promise oneself to say hello by tomorrow."""
        return self.attempt(
            lambda: followups.make(self.book, "promise", HELLO, contact=gate.contact.id, due=self.book.today + DAY)
        )


def read_way(typed: str) -> FavourDirection:
    """Which way a favour went, which may be typed in part; raises InputError for what is none."""
    return _one_of(typed, DIRECTIONS, "way")


def read_kind(typed: str) -> FavourKind:
    """A kind of favour, which may be typed in part, `other` if empty; raises InputError for what is none."""
    return _one_of(typed or "other", KINDS, "kind")


def read_size(typed: str) -> Size | None:
    """A size; raises InputError for what is none."""
    return _one_of(typed, SIZES, "size") if typed.strip() else None


def _one_of(typed: str, names: Sequence[N], what: str) -> N:
    """The name that begins as was typed; raises InputError if that is none, or more than one."""
    word = fold(typed.strip())
    meant = [name for name in names if word and fold(name).startswith(word)]
    if len(meant) != 1:
        raise InputError(f"this is no {what} of a favour", where=what, way_out=f"Give one of {', '.join(names)}")
    return meant[0]


def _kinds(typed: str) -> Sequence[str]:
    """The kinds that begin as was typed."""
    return [kind for kind in KINDS if kind.startswith(fold(typed.strip()))]


def _read_on(book: Book, typed: str) -> date | None:
    """The day that was typed, None for none; raises InputError for words that mean none, or one that hasn't begun."""
    if not typed.strip():
        return None
    return begun(book, read_day(typed, book.today, past=True, week_start=book.settings.week_start))


def _shown_on(book: Book, typed: str) -> str:
    """How the words for a day are read."""
    day = _read_on(book, typed)
    return show_day(day, book.today) if day else ""

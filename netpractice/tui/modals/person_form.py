"""Every field of somebody's card, to be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netpractice.domain.fields import FIELDS
from netpractice.domain.rhythm import CIRCLES
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.practice.roster import roster
from netpractice.tui.actions import Keys
from netpractice.tui.modals.form import FormField, FormSheet
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.choosing import Choices, no_choices

RHYTHM_CHOICES = ("circle", "7 d", "14 d", "21 d", "30 d", "60 d", "90 d", "180 d", "365 d", "resting")
"""Rhythms to choose from; others can be typed."""

LONG = {"notes": 5}
"""The fields of several lines, with how many are in view."""

_NAMED = 30
"""How many people are offered whom a name may mean."""


class PersonForm(FormSheet):
    """A card as a form."""

    CALLED = "Edit a card"
    HELP = "Every field may stay empty but the name."

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, person: str) -> None:
        """Begin with what is on the card of a person, given by the id."""
        contact = book.records.contacts[person]
        there = people.shown(book, contact)
        choices: dict[str, Choices] = {
            "circle": lambda _: CIRCLES,
            "rhythm": lambda _: RHYTHM_CHOICES,
            "introduced_by": self._meant,
        }
        fields = {
            name: FormField(
                field.label, there[name], field.hint, field.read, choices.get(name, no_choices), LONG.get(name, 1)
            )
            for name, field in FIELDS.items()
        }
        super().__init__(book, glyphs, keys, contact.name, fields, f"card {person}")
        self.person = person

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Change the card."""
        return people.edit(self.book, self.person, **typed)

    def _meant(self, typed: str) -> Sequence[str]:
        """The names of the people whom a name may mean."""
        words = " ".join(f'name:"{word}"' for word in typed.replace('"', " ").split())
        rows = roster(self.book, words, "name").rows if words else ()
        return [row.contact.name for row in rows if row.contact.id != self.person][:_NAMED]

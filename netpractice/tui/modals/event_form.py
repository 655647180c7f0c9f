"""An event as a form: when and where, the mission before it, the debrief after it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS
from netpractice.domain.text import clean_line, clean_text
from netpractice.practice import events
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import ahead
from netpractice.tui.actions import Keys
from netpractice.tui.modals.form import FormField, FormSheet
from netpractice.tui.theme import Glyphs

NEW = "events.add"
"""What the draft of a new event is called."""


class EventForm(FormSheet):
    """An event to be written down or changed."""

    CALLED = "Event"
    HELP = "A name and a day are enough; the mission makes it easier to begin."

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, event: str = "") -> None:
        """Begin with an event, given by its id, or with a new one."""
        self.event = event
        old = book.records.events.get(event)
        fields = {
            "name": FormField("Name", old.name if old else "", "HR meetup", read_name),
            "day": FormField("Day", old.day.isoformat() if old else "", "thu, 2w, 12 dec; empty is today",
                             partial(_read_day, book), tell=partial(_shown_day, book)),
            "place": FormField("Place", old.place if old else "", "the old tram depot"),
            "to_help": FormField("To help", old.to_help if old else "", "one person to help"),
            "to_meet": FormField("To meet", old.to_meet if old else "", "one person to meet"),
            "to_reconnect": FormField("To see again", old.to_reconnect if old else "", "one to reconnect with"),
            "if_then": FormField("If-then", old.if_then if old else "", "If I stand alone, then I ask somebody the way."),
            "tags": FormField("Tags", " ".join(f"#{tag}" for tag in old.tags) if old else "", "#maps #old friends", FIELDS["tags"].read),
        }  # fmt: skip
        if old is not None:
            fields["debrief"] = FormField("Debrief", old.debrief, "how it was, beside the mission", clean_text, rows=3)
        super().__init__(book, glyphs, keys, old.name if old else "An event", fields, f"event {event}" if old else NEW)

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Write it down, or what was changed of it."""
        said: dict[str, Any] = dict(typed)
        if "tags" in said:
            said["tags"] = FIELDS["tags"].read(said["tags"])["tags"]
        if not said.get("day", "day").strip():
            said["day"] = self.book.today
        if self.event:
            return events.edit(self.book, self.event, **said)
        return events.make(self.book, said.pop("name", ""), said.pop("day", self.book.today), **said)


def read_name(typed: str) -> str:
    """The name of an event; raises InputError for none."""
    name = clean_line(typed, "name")
    if not name:
        raise InputError("this event has no name", where="name", way_out="Give it one, as in HR meetup")
    return name


def _read_day(book: Book, typed: str) -> None:
    """Raise InputError for words that mean no day."""
    if typed.strip():
        ahead(book, typed)


def _shown_day(book: Book, typed: str) -> str:
    """How the words for a day are read."""
    return show_day(ahead(book, typed), book.today) if typed.strip() else ""

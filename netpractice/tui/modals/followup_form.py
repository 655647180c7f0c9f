"""A follow-up as a form: what kind, what it is about, with whom, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.followups import due_as_of
from netpractice.domain.records import FollowUpKind
from netpractice.practice import followups
from netpractice.practice.book import Book
from netpractice.practice.lanes import LANE_NAMES, LANES
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import ahead
from netpractice.tui.actions import Keys
from netpractice.tui.modals.form import FormField, FormSheet
from netpractice.tui.modals.who_field import read_who, who_field
from netpractice.tui.theme import Glyphs

NEW = "followups.add"
"""What the draft of a new follow-up is called."""


class FollowUpForm(FormSheet):
    """A follow-up to be written down or corrected."""

    CALLED = "Follow-up"
    HELP = "Of a lead, name who gave it: they will be told what came of it."

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, followup: str = "") -> None:
        """Begin with a follow-up, given by its id, or with a new promise."""
        self.followup = followup
        old = book.records.followups.get(followup)
        day = due_as_of(old, book.today).isoformat() if old else ""
        fields = {
            "what": FormField("What", old.what if old else "", "send the map, ask at the museum"),
            "contact": who_field(book, old.contact if old else "", "whom it is about; of a lead, who gave it"),
            "due": FormField(
                "Due", day, "fri, 3d, 2w, 12 dec; empty takes the usual day", partial(_read_day, book),
                tell=partial(_shown_day, book),
            ),
        }  # fmt: skip
        if old is None:
            fields = {"kind": FormField("Kind", "promise", ", ".join(LANES), read_kind, lambda _: LANES)} | fields
        title = LANE_NAMES[old.kind] if old else "A follow-up"
        super().__init__(book, glyphs, keys, title, fields, f"followup {followup}" if old else NEW)

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Write it down, or what was changed of it."""
        said = dict(typed)
        if "contact" in said:
            said["contact"] = read_who(self.book, said["contact"])
        if self.followup:
            if not said.get("due", "day").strip():
                raise InputError("a follow-up has a day", where="due", way_out="Write one, as in fri or 2w")
            return followups.edit(self.book, self.followup, **said)
        kind = read_kind(said.get("kind", "promise"))
        contact, due = said.get("contact", ""), said.get("due", "")
        return followups.make(self.book, kind, said.get("what", ""), contact=contact, due=due)


def read_kind(typed: str) -> FollowUpKind:
    """A kind of follow-up, which may be typed in part; raises InputError for what is none."""
    word = typed.strip().lower()
    meant = [kind for kind in LANES if word and kind.startswith(word)]
    if len(meant) != 1:
        raise InputError("this is no kind of follow-up", where="kind", way_out=f"Give one of {', '.join(LANES)}")
    return meant[0]


def _read_day(book: Book, typed: str) -> None:
    """Raise InputError for words that mean no day."""
    if typed.strip():
        ahead(book, typed)


def _shown_day(book: Book, typed: str) -> str:
    """How the words for a day are read."""
    return show_day(ahead(book, typed), book.today) if typed.strip() else ""

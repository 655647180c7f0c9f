"""Keeping what is typed on the disk while it is typed, off the event loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.timer import Timer

from netpractice.domain.changes import Change
from netpractice.domain.errors import StoreError
from netpractice.practice.book import Book
from netpractice.practice.drafts import Draft, Drafts
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.messages import Refused

KEEP_AFTER = 0.3
"""Seconds from the first letter that isn't on the disk to the write that puts it there."""


class Keeper:
    """Keeps the draft of one place for as long as the screen is open on which it is typed."""

    def __init__(self, screen: Screen[Any], drafts: Drafts, place: str, typed: Callable[[], Mapping[str, str]]) -> None:
        """Keep what `typed` finds to stand in a place, asked for when it is time."""
        self._screen = screen
        self._drafts = drafts
        self._place = place
        self._typed = typed
        self._timer: Timer | None = None

    @property
    def draft(self) -> Draft | None:
        """What was typed here before; None if nothing waits."""
        return self._drafts.find(self._place)

    def touch(self) -> None:
        """Take notice of a letter that was typed: it will be on the disk in `KEEP_AFTER` seconds and the time of a write."""
        if self._timer is None:
            self._timer = self._screen.set_timer(KEEP_AFTER, self.keep)

    def gather(self) -> None:
        """Take over what stands there now, to be written by the next write."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._drafts.keep(self._place, self._typed())

    def keep(self) -> None:
        """Put what stands there now on the disk."""
        self.gather()
        write_drafts(self._screen.app, self._drafts)

    def drop(self) -> None:
        """Forget what was typed, for it was thrown away on purpose."""
        self.gather()
        self._drafts.drop(self._place)
        write_drafts(self._screen.app, self._drafts)

    def saved(self, change: Change | None) -> None:
        """Let the draft go once the change that it became is on the disk; None if it said nothing new."""
        self.gather()
        self._drafts.saved(self._place, change)
        write_drafts(self._screen.app, self._drafts)


class Drafting:
    """A screen on which something is typed that survives whatever ends the program."""

    keeper: Keeper | None = None
    """What keeps it; None where nothing is to survive."""


def write_drafts(app: App[Any], drafts: Drafts) -> None:
    """Write the drafts in a thread of its own; what the disk refuses is said, and stays on the screen."""

    def write() -> None:
        try:
            drafts.write()
        except StoreError as problem:
            app.post_message(Refused(f"What you type isn't kept on the disk yet: {problem}"))

    app.run_worker(write, thread=True, group="drafts")


def draft_words(book: Book, draft: Draft, keys: Keys) -> str:
    """Where a draft waits and how it goes on, without a full stop."""
    place, _, record = draft.place.partition(" ")
    kept = f"A draft from {draft.moment:%H:%M} is kept"
    if place in ACTION:
        return f"{kept}: {keys.label(ACTION[place])} opens it"
    # There are drafts after a crash only, and every import makes the start longer.
    from netpractice.practice.talks import with_whom

    contact, talk = book.records.contacts.get(record), book.records.conversations.get(record)
    what = contact.name if contact else with_whom(talk) if talk else ""
    return f"{kept}: edit {what} to go on with it" if what else f"{kept} where it was typed"

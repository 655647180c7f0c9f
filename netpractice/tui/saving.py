"""Saving, off the key's path: what is shown is saved after it is painted, and never called saved before it is."""

from __future__ import annotations

from collections.abc import Callable

from textual import work
from textual.message import Message
from textual.notifications import SeverityLevel

from netpractice.domain.changes import Change
from netpractice.domain.errors import ChangedOutsideError, NetpracticeError, StoreError
from netpractice.practice.book import Book
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.keyboard import KeyboardApp
from netpractice.tui.messages import Did, Refused
from netpractice.tui.screens.main import MainScreen, place_of
from netpractice.tui.screens.place import Place
from netpractice.tui.text import one_line

SAVE_AFTER = 0.04
"""Seconds from a change to its save: long enough for the change to be painted first."""


class SavingApp(KeyboardApp, inherit_bindings=False):
    """An app over an open book: undo, redo, save, back up and leave, and what to do when the disk refuses."""

    class Saved(Message):
        """Everything that was shown is on disk."""

    class NotSaved(Message):
        """The disk refused a save, or the file was changed by another program."""

        def __init__(self, error: StoreError) -> None:
            """Carry what is wrong."""
            super().__init__()
            self.error = error

    def __init__(self, book: Book, keys: Keys) -> None:
        """Keep a book, with the keys in force."""
        super().__init__()
        self.book = book
        self.keys = keys

    @property
    def frame(self) -> MainScreen:
        """The frame with header, open screen and footer."""
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    @property
    def has_frame(self) -> bool:
        """False once the app has begun to close; the last save may end after that."""
        return any(isinstance(screen, MainScreen) for screen in self.screen_stack)

    @property
    def here(self) -> Place:
        """Where the user is: on the page on top, or on the open screen."""
        return place_of(self.screen) or self.frame.pane

    def say(self, words: str, *, title: str = "", severity: SeverityLevel = "information", timeout: float = 4) -> None:
        """Say something for so many seconds, in place of what was said before, so that words never pile up."""
        self.clear_notifications()
        self.notify(one_line(words), title=one_line(title), severity=severity, timeout=timeout, markup=False)

    def look_again(self) -> None:
        """Show the book as it is now, on the open screen and on every page over it."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen | Place):
                screen.look_again()

    def changed(self) -> None:
        """Show the book, and save it once that is painted."""
        # The header is shown with the rest.
        self.frame.set_reactive(MainScreen.save_state, "saving")
        self.look_again()
        self.set_timer(SAVE_AFTER, self.save)

    @work(thread=True, exclusive=True, group="save")
    def save(self) -> None:
        """Write what isn't on disk yet, off the event loop."""
        try:
            self.book.save()
        except StoreError as error:
            self.post_message(self.NotSaved(error))
        else:
            self.post_message(self.Saved())

    def on_saving_app_saved(self) -> None:
        """Show that all is on disk, unless something came since; after a failure, say so too."""
        if self.book.unsaved or not self.has_frame:
            return
        if self.frame.save_state == "unsaved":
            self.say("Saved.")
        self.frame.save_state = "saved"

    async def on_saving_app_not_saved(self, message: NotSaved) -> None:
        """Say what the disk said; what is shown stays and can be saved again."""
        self.frame.save_state = "unsaved"
        if isinstance(message.error, ChangedOutsideError):
            self._ask_which(message.error)
        else:
            self.say(str(message.error), title=f"Not saved: {self._save_key} tries again", severity="error", timeout=30)

    @work
    async def _ask_which(self, error: ChangedOutsideError) -> None:
        """Let the user choose between their changes and those of another program."""
        from netpractice.tui.modals.choice import Choice

        answer = await self.push_screen_wait(
            Choice(
                "Another program changed the book",
                {"k": "keep both: their file, with your last changes on top", "r": "reload theirs, without yours"},
            )
        )
        if answer is None:
            self.say(str(error), title=f"Not saved: {self._save_key} asks again", severity="warning", timeout=12)
            return
        try:
            if answer == "k":
                self.book.keep_both()
            else:
                self.book.reload()
        except StoreError as problem:
            self.post_message(self.NotSaved(problem))
        else:
            self.frame.save_state = "saved"
            self.say("Both are kept." if answer == "k" else "Reloaded.")
        self.look_again()

    @work(thread=True, group="backup")
    def backup_if_due(self) -> None:
        """Keep a backup of the day's first state."""
        try:
            self.book.backup_if_due()
        except StoreError as error:
            self.post_message(Refused(str(error)))

    def action_undo(self) -> None:
        """Take back the latest change."""
        self._step(self.book.undo, "Nothing to undo", "Undone")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step(self.book.redo, "Nothing to redo", "Done again")

    def _step(self, step: Callable[[], Change | None], nothing: str, done: str) -> None:
        """Go one step back or forth in the history, and say which."""
        try:
            change = step()
        except NetpracticeError as error:
            self.post_message(Refused(str(error)))
            return
        if change is None:
            self.say(f"{nothing}.")
        else:
            self.say(f"{done}: {change.label}.")
            self.changed()

    def action_save(self) -> None:
        """Save now."""
        if self.book.unsaved:
            self.save()
        else:
            self.say(self.book.read_only or "All of it is on disk.")

    @work(thread=True, group="backup")
    def action_backup(self) -> None:
        """Write a backup, and say where it is."""
        try:
            path = self.book.backup()
        except StoreError as error:
            self.post_message(Refused(str(error)))
        else:
            self.post_message(Did(f"Backed up to {path}", changed=False))

    async def action_leave(self) -> None:
        """Save and leave; if the disk refuses, stay."""
        try:
            self.book.save()
        except StoreError as error:
            self.frame.save_state = "unsaved"
            self.say(str(error), severity="error", timeout=30)
            self._ask_to_leave()
        else:
            self.exit()

    @work
    async def _ask_to_leave(self) -> None:
        """Leave without saving only when that is what the user says."""
        from netpractice.tui.modals.choice import Choice

        answer = await self.push_screen_wait(
            Choice("Your last changes aren't on disk", {"s": "stay and try again", "x": "leave without them"})
        )
        if answer == "x":
            self.exit()
        elif answer == "s":
            self.save()

    @property
    def _save_key(self) -> str:
        """The key that saves, as people read it."""
        return self.keys.label(ACTION["save"])

"""The app: opens the book on Today, saves off the key's path, and says plainly how that went."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from typing import ClassVar

from textual import events, work
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import ThemeProvider

from netpractice.domain.changes import Change
from netpractice.domain.errors import ChangedOutsideError, NetpracticeError, StoreError
from netpractice.domain.text import harmless
from netpractice.practice.book import Book
from netpractice.tui.actions import ACTION, SCREENS, Keys, Where, bindings
from netpractice.tui.config import Config
from netpractice.tui.messages import Did, Refused
from netpractice.tui.screens.main import MainScreen
from netpractice.tui.theme import ASCII, DARK, THEMES, variables_for

TURN_EVERY = 20.0
"""Seconds between two looks at whether a new practice day has begun."""

SAVE_AFTER = 0.04
"""Seconds from a change to its save: long enough for the change to be painted first."""

SEARCH = "type to search"
"""What stands in an empty line that searches."""


def _action_commands() -> type[Provider]:
    """The palette's commands, imported when it is first opened."""
    from netpractice.tui.commands import ActionCommands

    return ActionCommands


class NetpracticeApp(App[None], inherit_bindings=False):
    """The full-screen app over an open book."""

    TITLE = "netpractice"
    CSS_PATH: ClassVar = ["screens/main.tcss", "screens/today.tcss"]
    BINDINGS = bindings("everywhere")
    COMMANDS: ClassVar = {_action_commands}

    class Saved(Message):
        """Everything that was shown is on disk."""

    class NotSaved(Message):
        """The disk refused a save, or the file was changed by another program."""

        def __init__(self, error: StoreError) -> None:
            """Carry what is wrong."""
            super().__init__()
            self.error = error

    def __init__(self, book: Book, *, config: Config | None = None, banner: str = "") -> None:
        """Open the app over a book, with the user's config and a line to keep under the header."""
        super().__init__()
        self.book = book
        self.config = config or Config()
        self.keys = Keys(self.config.keymap)
        self.banner = banner
        self.shown_on = book.today
        self.set_class(self.config.glyphs is ASCII, "-ascii")
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = book.settings.theme if book.settings.theme in self.available_themes else DARK.name
        self.set_keymap(self.config.keymap)

    @property
    def frame(self) -> MainScreen:
        """The frame with header, open screen and footer."""
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def get_default_screen(self) -> Screen[None]:
        """Start with the frame."""
        return MainScreen(self.book, self.keys, self.config.glyphs, self.banner)

    def on_mount(self) -> None:
        """Keep the chosen theme, and leave in order when the terminal goes away."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self._watch_signals()
        self.set_interval(TURN_EVERY, self._turn_day)
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        """Do what can wait until the user sees the day."""
        gc.enable()
        gc.freeze()
        self._claim()

    def _claim(self) -> None:
        """Make the book ours to write, or say why it can only be read; tell what else is to be told."""
        try:
            self.book.claim()
        except StoreError as error:
            self.post_message(Refused(str(error)))
        if self.book.read_only:
            self.frame.save_state = "read only"
            self.frame.banner = self.frame.banner or self.book.read_only
        for notice in (*self.book.notices, *self.config.problems):
            self.notify(notice, severity="warning", timeout=12, markup=False)
        self.frame.look_again()
        self._backup_if_due()

    def _turn_day(self) -> None:
        """Show the new practice day once it has begun."""
        if self.shown_on != self.book.today:
            self.shown_on = self.book.today
            self.frame.look_again()

    def _watch_signals(self) -> None:
        """On SIGTERM and SIGHUP save and leave: Textual itself would end with no handler run."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self._leave_now)

    def _leave_now(self) -> None:
        """Save what there is and leave."""
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted before any part of the app sees it."""
        if isinstance(event, events.Paste):
            event.text = harmless(event.text)
        await super().on_event(event)

    # Changes and saving

    def on_did(self, message: Did) -> None:
        """Show the book as it is now, and save it."""
        if message.changed:
            self._changed()
        else:
            self._say(f"{message.words}.")

    def on_refused(self, message: Refused) -> None:
        """Say why a step can't be taken."""
        self._say(message.words, severity="warning", timeout=6)

    def _say(self, words: str, *, title: str = "", severity: SeverityLevel = "information", timeout: float = 4) -> None:
        """Say something for so many seconds, in place of what was said before, so that words never pile up."""
        self.clear_notifications()
        self.notify(words, title=title, severity=severity, timeout=timeout, markup=False)

    def _changed(self) -> None:
        """Show the book, and save it once that is painted."""
        self.frame.save_state = "saving"
        self.frame.look_again()
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

    def on_netpractice_app_saved(self) -> None:
        """Show that all is on disk, unless something came since; after a failure, say so too."""
        if self.book.unsaved:
            return
        if self.frame.save_state == "unsaved":
            self._say("Saved.")
        self.frame.save_state = "saved"

    async def on_netpractice_app_not_saved(self, message: NotSaved) -> None:
        """Say what the disk said; what is shown stays and can be saved again."""
        self.frame.save_state = "unsaved"
        if isinstance(message.error, ChangedOutsideError):
            self._ask_which(message.error)
        else:
            self._say(
                str(message.error), title=f"Not saved: {self._save_key} tries again", severity="error", timeout=30
            )

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
            self._say(str(error), title=f"Not saved: {self._save_key} asks again", severity="warning", timeout=12)
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
            self._say("Both are kept." if answer == "k" else "Reloaded.")
        self.frame.look_again()

    @work(thread=True, group="backup")
    def _backup_if_due(self) -> None:
        """Keep a backup of the day's first state."""
        try:
            self.book.backup_if_due()
        except StoreError as error:
            self.post_message(Refused(str(error)))

    # Actions of the registry

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
            self._say(f"{nothing}.")
        else:
            self._say(f"{done}: {change.label}.")
            self._changed()

    def action_save(self) -> None:
        """Save now."""
        if self.book.unsaved:
            self.save()
        else:
            self._say(self.book.read_only or "All of it is on disk.")

    @work(thread=True, group="backup")
    def action_backup(self) -> None:
        """Write a backup, and say where it is."""
        try:
            path = self.book.backup()
        except StoreError as error:
            self.post_message(Refused(str(error)))
        else:
            self.post_message(Did(f"Backed up to {path}", changed=False))

    def action_themes(self) -> None:
        """Choose a theme."""
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=SEARCH))

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        self.push_screen(CommandPalette(placeholder=SEARCH))

    def _keep_theme(self, _: object) -> None:
        """Keep the chosen theme with the book."""
        if not self.book.read_only and self.theme != (self.book.settings.theme or DARK.name):
            self.book.set_theme(self.theme)
            self._changed()

    def action_help(self) -> None:
        """Show the keys of the open screen."""
        from netpractice.tui.modals.help import HelpScreen
        from netpractice.tui.widgets.list import LineList

        pane = self.frame.pane
        name = next(name for key, _, name in SCREENS if key == pane.key)
        places: list[tuple[str, Where]] = [("Here", pane.key), ("Everywhere", "everywhere")]
        if pane.query(LineList):
            places.insert(1, ("In lists", "list"))
        self.push_screen(HelpScreen(name, pane.HELP or "", places, self.keys))

    async def action_leave(self) -> None:
        """Save and leave; if the disk refuses, stay."""
        try:
            self.book.save()
        except StoreError as error:
            self.frame.save_state = "unsaved"
            self._say(str(error), severity="error", timeout=30)
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

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our style sheets name beside Textual's own variables, for themes that don't set it."""
        return variables_for(self.current_theme)


def start(book: Book, *, banner: str = "") -> int:
    """Run the app over an open book until the user leaves; the result is an exit code.

    The garbage collector may be off until the first paint: of what is made until then nothing is garbage.
    """
    app = NetpracticeApp(book, config=Config.load(book.paths.config), banner=banner)
    app.run()
    return app.return_code or 0

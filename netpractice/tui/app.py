"""The app: opens the book on Today, makes it ours to write once it is shown, and follows the day."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import ThemeProvider

from netpractice.domain.errors import StoreError
from netpractice.domain.text import harmless
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import ACTION, Keys, bindings
from netpractice.tui.config import Config
from netpractice.tui.drafting import Drafting, draft_words
from netpractice.tui.messages import Did, Refused, TerminalGone
from netpractice.tui.saving import SavingApp
from netpractice.tui.screens.main import MainScreen
from netpractice.tui.text import one_line
from netpractice.tui.theme import ASCII, DARK, THEMES, variables_for

TURN_EVERY = 20.0
"""Seconds between two looks at whether a new practice day has begun."""

LET_IN = 0.02
"""Seconds between two looks at whether all that was typed has been let in, before the app leaves."""

SEARCH = "type to search"
"""What stands in an empty line that searches."""


def _action_commands() -> type[Provider]:
    """The palette's commands, imported when it is first opened."""
    from netpractice.tui.commands import ActionCommands

    return ActionCommands


class NetpracticeApp(SavingApp, inherit_bindings=False):
    """The full-screen app over an open book."""

    TITLE = "netpractice"
    CSS_PATH: ClassVar = ["screens/main.tcss", "screens/today.tcss"]
    BINDINGS = bindings("everywhere")
    COMMANDS: ClassVar = {_action_commands}

    def __init__(self, book: Book, *, config: Config | None = None, banner: str = "") -> None:
        """Open the app over a book, with the user's config and a line to keep under the header."""
        super().__init__(book, Keys(config.keymap if config else None))
        self.config = config or Config()
        self.banner = banner
        self.shown_on = book.today
        self.set_class(self.config.glyphs is ASCII, "-ascii")
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = book.settings.theme if book.settings.theme in self.available_themes else DARK.name
        self.set_keymap(self.config.keymap)

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
        self.book.compact()
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
            self.notify(one_line(notice), severity="warning", timeout=12, markup=False)
        self._find_drafts()
        self.frame.look_again()
        self.backup_if_due()

    def _find_drafts(self) -> None:
        """Say what was being typed when the app ended, and where it goes on."""
        trouble = self.book.find_drafts()
        if trouble:
            self.notify(one_line(trouble), severity="warning", timeout=12, markup=False)
        waiting = self.book.drafts.waiting
        if waiting:
            self.say(f"{draft_words(self.book, waiting[0], self.keys)}.", timeout=12)

    def _turn_day(self) -> None:
        """Show the new practice day once it has begun."""
        if self.shown_on != self.book.today:
            self.shown_on = self.book.today
            self.look_again()

    def get_driver_class(self) -> type[Driver]:
        """Take any byte that the terminal sends."""
        stock = super().get_driver_class()
        if os.name != "posix":
            return stock
        from netpractice.tui.terminal import driver_for

        return driver_for(stock)

    def on_terminal_gone(self, message: TerminalGone) -> None:
        """Leave in order."""
        self._leave_now()

    def _watch_signals(self) -> None:
        """On SIGTERM, SIGHUP and SIGINT save and leave: Textual itself would end with no handler run."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self._leave_now)

    def _leave_now(self) -> None:
        """Let in what was typed already, keep what is typed, and leave; the book is saved when it is closed."""
        if self.is_typed_ahead:
            self.set_timer(LET_IN, self._leave_now)
            return
        for screen in self.screen_stack:
            if isinstance(screen, Drafting) and screen.keeper is not None:
                screen.keeper.gather()
        with suppress(StoreError):
            self.book.drafts.write()
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted before any part of the app sees it."""
        if isinstance(event, events.Paste):
            event.text = harmless(event.text)
        await super().on_event(event)

    def on_did(self, message: Did) -> None:
        """Show the book as it is now, and save it."""
        if message.changed:
            self.changed()
        else:
            self.say(f"{message.words}.")

    def on_refused(self, message: Refused) -> None:
        """Say why a step can't be taken."""
        self.say(message.words, severity="warning", timeout=6)

    async def action_batch(self) -> None:
        """Write several talks down."""
        from netpractice.tui.modals.batch import BatchSheet

        if not isinstance(self.screen, BatchSheet):
            await self.push_screen(BatchSheet(self.book, self.config.glyphs, self.keys))

    async def action_note(self) -> None:
        """Write one talk down."""
        from netpractice.tui.modals.talk_form import TalkForm

        if not isinstance(self.screen, TalkForm):
            await self.push_screen(TalkForm(self.book, self.config.glyphs, self.keys))

    async def action_import_people(self) -> None:
        """Bring in people from files."""
        from netpractice.tui.modals.import_sheet import ImportSheet

        if not any(isinstance(screen, ImportSheet) for screen in self.screen_stack):
            await self.push_screen(ImportSheet(self.book, self.config.glyphs, self.keys), self._imported)

    async def _imported(self, outcome: Outcome | None) -> None:
        """Go to the people who came in, and offer to sort them."""
        if outcome is None or outcome.change is None or not isinstance(self.screen, MainScreen):
            return
        from netpractice.practice import people

        await self.frame.action_go("roster")
        count = len(people.unsorted(self.book))
        if count:
            from netpractice.tui.modals.choice import Choice

            question = f"{count:,} people to sort" if count > 1 else "1 person to sort"
            answers = {self.keys.label(ACTION["roster.sorting"]): "begin: one key a person, stop whenever you like"}
            await self.push_screen(Choice(question, answers, note=outcome.words), self._sort)

    async def _sort(self, answer: str | None) -> None:
        """Begin the sorting round if that was the answer."""
        if answer is not None:
            await self.frame.pane.do(ACTION["roster.sorting"])

    async def action_season(self) -> None:
        """Begin a season."""
        from netpractice.tui.modals.season import ask_season

        await ask_season(self.here)

    async def action_themes(self) -> None:
        """Choose a theme."""
        await self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=SEARCH))

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        self.push_screen(CommandPalette(placeholder=SEARCH))

    def _keep_theme(self, _: object) -> None:
        """Keep the chosen theme with the book."""
        if not self.book.read_only and self.theme != (self.book.settings.theme or DARK.name):
            self.book.set_theme(self.theme)
            self.changed()

    async def action_help(self) -> None:
        """Show the keys of where the user is."""
        from netpractice.tui.modals.help import HelpScreen

        await self.push_screen(HelpScreen(self.here.called, self.here.HELP or "", self.here.places, self.keys))

    def refresh_css(self, animate: bool = True) -> None:
        """Take over the colours of the theme; before there is a screen, no style has been made of the old ones."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

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

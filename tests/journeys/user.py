"""Somebody at the keyboard of the app, who sees what is on the screen and nothing else."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import date, datetime
from pathlib import Path

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.pilot import Pilot

from netpractice.domain.records import CheckIn
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.clock import Clock, FixedClock
from netpractice.store.paths import find_paths
from netpractice.tui.app import NetpracticeApp
from netpractice.tui.config import Config
from tests.looks.painted import Painted, painted

TODAY = date(2026, 11, 22)
"""A Sunday, the last day of its week."""

SMALL, LARGE = (80, 24), (120, 40)
"""The sizes that the screens are drawn for."""

PATIENCE = 6.0
"""Seconds until somebody gives up waiting for something to be on the screen."""

_LOOK_EVERY = 0.01

_HOPS = 10
"""More than the widgets that a message passes on its way, there and back."""


def named(key: str) -> str:
    """Textual's name for a key that is given by its sign, such as `question_mark` for `?`."""
    if len(key) > 1 or key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace(" ", "_").replace("-", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


class HandClock:
    """A clock that goes on only when somebody moves its hands."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class User:
    """Presses keys, clicks, and looks."""

    def __init__(self, app: NetpracticeApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each given as a sign or by Textual's name, and wait after each until the app has dealt with it."""
        for key in keys:
            self.app.post_message(events.Key(named(key), key if len(key) == 1 else None))
            await self.settle()

    async def settle(self) -> None:
        """Wait until every key, every message, and every message that came of it, has gone its way."""
        hops = 0
        while hops < _HOPS:
            await self.pilot.pause(0)
            hops = 0 if self.app._typed and not self.app._exit else hops + 1

    async def type(self, text: str) -> None:
        """Type a text quickly, all in one go."""
        for sign in text:
            self.app.post_message(events.Key(named(sign), sign))
        await self.settle()

    async def type_ahead(self, *typed: str) -> None:
        """Type texts and keys by Textual's name, such as `enter`, so quickly that one read brings them all."""
        for each in typed:
            for key in (each,) if each in ("enter", "escape") else each:
                self.app.post_message(events.Key(named(key), key if len(key) == 1 else None))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste, as a terminal does it."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def click(self, words: str) -> None:
        """Click the first place on the screen where these words stand."""
        rows = self.painted.text
        y = next(y for y, row in enumerate(rows) if words in row)
        await self.pilot.click(offset=(rows[y].index(words), y))

    @property
    def painted(self) -> Painted:
        """What is on the screen."""
        return painted(self.app)

    @property
    def screen(self) -> str:
        """The text on the screen."""
        return self.painted.page

    @property
    def message(self) -> str:
        """What a message at the lower right says, without its line breaks."""
        return " ".join(row.partition("▌")[2].strip() for row in self.painted.text if "▌" in row).strip()

    def row(self, words: str) -> str:
        """The first row that holds these words."""
        return next(row for row in self.painted.text if words in row)

    async def sees(self, *words: str) -> None:
        """Wait until all these words are on the screen."""
        await self.until(lambda: self._shown(words), " and ".join(words))

    async def sees_no(self, *words: str) -> None:
        """Wait until none of these words is on the screen any more."""
        await self.until(lambda: not any(self._shown((each,)) for each in words), f"no {' nor '.join(words)}")

    async def stands_on(self, name: str) -> None:
        """Wait until this name stands out in the header."""

        def stands_out() -> bool:
            row, looks = self.painted.text[0], self.painted.looks[0]
            return looks[row.index(name) : row.index(name) + len(name)] == "h" * len(name)

        await self.until(stands_out, f"{name} in the header")

    async def saved(self) -> None:
        """Wait until the header says that all is on disk."""
        await self.until(lambda: not self.app.book.unsaved and self.painted.text[0].endswith("✓"), "all saved")

    async def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while loop.time() < end:
            if is_so():
                return
            await self.pilot.pause(_LOOK_EVERY)
        raise AssertionError(f"waited in vain for {what}; the screen was:\n{self.screen}")

    def _shown(self, words: tuple[str, ...]) -> bool:
        """True if all the words are on the screen or in the message on it, wherever its lines are broken."""
        screen, message = self.screen, "".join(self.message.split())
        return all(each in screen or "".join(each.split()) in message for each in words)


def opened(data: Path, clock: Clock | None = None, *, writable: bool = True) -> Book:
    """The book as the program opens it for the app."""
    return Book.open(find_paths(str(data), {}), clock or FixedClock(TODAY), writable=writable, claim=False)


@asynccontextmanager
async def at_the_screen(
    data: Path,
    *,
    size: tuple[int, int] = SMALL,
    clock: Clock | None = None,
    config: Config | None = None,
    banner: str = "",
) -> AsyncIterator[User]:
    """Open the app on a book and sit down; at the end the book is let go of, whatever is unsaved is saved."""
    with closing(opened(data, clock)) as book:
        app = NetpracticeApp(book, config=config, banner=banner)
        async with app.run_test(size=size, notifications=True) as pilot:
            user = User(app, pilot)
            await user.settle()
            yield user


def on_disk(data: Path, day: date = TODAY) -> CheckIn | None:
    """The page of a day as it is on the disk now."""
    with closing(opened(data, writable=False)) as book:
        return checkin.page(book, day)

"""Keys one after the other: each finds the screen as the one before has left it.

A slow line brings many keys in one read. Textual would hand all of them to whatever has the focus then, so that the letters
meant for a question would act as keys of the screen that has yet to open it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TypeAlias

from textual import events
from textual.app import App
from textual.dom import DOMNode

Typed: TypeAlias = events.Key | events.Paste

_LAPS = 2
"""How often the way of a key is followed: behind the key itself, and behind the messages that its action has sent."""

_PAINT_FIRST = 0.025
"""Seconds until a key is followed while no other one waits: by then the screen shows what came of it."""


class KeyboardApp(App[None], inherit_bindings=False):
    """An app that lets a key or a paste in only when all that came of the one before has happened."""

    def __init__(self) -> None:
        """Wait for the first key."""
        super().__init__()
        self._typed: deque[Typed] = deque()
        self._put_off: asyncio.TimerHandle | None = None
        self._start: DOMNode = self

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed in one at a time; everything else takes its way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if len(self._typed) == 1:
            await self._let_in(event)
        elif self._put_off is not None:
            self._put_off.cancel()
            self._set_out()

    @property
    def is_typed_ahead(self) -> bool:
        """True while something that was typed waits to be let in, or is on its way."""
        return bool(self._typed)

    async def _let_in(self, event: Typed) -> None:
        """Let one in, and follow it, at once if another one waits."""
        self._start = self.focused or self.screen
        await super().on_event(event)
        if len(self._typed) > 1:
            self._set_out()
        else:
            self._put_off = asyncio.get_running_loop().call_later(_PAINT_FIRST, self._set_out)

    def _set_out(self) -> None:
        """Follow the key that was let in last."""
        self._put_off = None
        self._follow(self._start, self._start, _LAPS)

    def _follow(self, node: DOMNode | None, start: DOMNode, laps: int) -> None:
        """Go the way of a key, from the focus up to the app, one step behind: whoever is reached has dealt with the key."""
        while node is not None and node is not self:
            # What has been closed takes nothing any more, and nothing goes through it.
            if node.call_later(self._follow, node.parent, start, laps):
                return
            node = node.parent
        self.call_later(self._arrive, start, laps)

    async def _arrive(self, start: DOMNode, laps: int) -> None:
        """Follow once more, or let the next one in."""
        if laps > 1:
            self._follow(start, start, laps - 1)
            return
        self._typed.popleft()
        if self._typed:
            await self._let_in(self._typed[0])

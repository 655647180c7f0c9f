"""The palette: every action of the registry that can be done now, by its name and with its key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from netpractice.tui.actions import Action, actions_for
from netpractice.tui.screens.main import MainScreen
from netpractice.tui.text import content


class ActionCommands(Provider):
    """Offers the actions of the open screen and those of everywhere."""

    def _actions(self) -> Iterator[tuple[MainScreen, Action]]:
        """What can be done now, with the frame that does it."""
        if isinstance(self.screen, MainScreen):
            frame = self.screen
            here = (action for action in actions_for(frame.open_key) if frame.pane.can_do(action))
            yield from ((frame, action) for action in (*here, *actions_for("everywhere")))

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for frame, action in self._actions():
            yield DiscoveryHit(_shown(frame, action), partial(frame.do, action), text=action.name, help=action.does)

    async def search(self, query: str) -> Hits:
        """What fits the words typed, the best first."""
        matcher = self.matcher(query)
        for frame, action in self._actions():
            score = matcher.match(action.name)
            if score > 0:
                yield Hit(score, _shown(frame, action), partial(frame.do, action), text=action.name, help=action.does)


def _shown(frame: MainScreen, action: Action) -> Content:
    """Name and key of an action."""
    return content("$name  [$primary]$key[/]", name=action.name, key=frame.keys.label(action))

"""The palette: every action of the registry that can be done now, by its name and with its key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from netpractice.tui.actions import Action
from netpractice.tui.screens.main import place_of
from netpractice.tui.screens.place import Place
from netpractice.tui.text import content


class ActionCommands(Provider):
    """Offers what can be done where the user is."""

    def _actions(self) -> Iterator[tuple[Place, Action]]:
        """What can be done now, with the place that does it."""
        place = place_of(self.screen)
        if place is not None:
            yield from ((place, action) for action in place.offered())

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for place, action in self._actions():
            yield DiscoveryHit(_shown(place, action), partial(place.do, action), text=action.name, help=action.does)

    async def search(self, query: str) -> Hits:
        """What fits the words typed, the best first."""
        matcher = self.matcher(query)
        for place, action in self._actions():
            score = matcher.match(action.name)
            if score > 0:
                yield Hit(score, _shown(place, action), partial(place.do, action), text=action.name, help=action.does)


def _shown(place: Place, action: Action) -> Content:
    """Name and key of an action."""
    return content("$name  [$primary]$key[/]", name=action.name, key=place.keys.label(action))

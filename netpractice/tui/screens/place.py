"""Somewhere to be, with keys of its own: one of the six screens, or a page over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, TypeAlias

from textual.actions import parse
from textual.screen import Screen
from textual.widget import Widget

from netpractice.domain.errors import NetpracticeError
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Action, Keys, Where, actions_for
from netpractice.tui.messages import Did, Refused
from netpractice.tui.theme import Glyphs

Places: TypeAlias = Sequence[tuple[str, Where]]
"""Places in the registry whose actions can be done, each with its title in the help."""

_PARTS: frozenset[Where] = frozenset({"list", "filter"})
"""The places that are parts of a screen: their actions are done where the focus is, and the palette leaves them out."""


WRITING = frozenset({"note", "batch"})
"""The actions of everywhere that write talks down."""

LIST: tuple[str, Where] = ("In lists", "list")
"""The part that lists are."""

FILTER: tuple[str, Where] = ("In the filter", "filter")
"""The part that the line is which filters a list."""


def is_typing(screen: Screen[Any]) -> bool:
    """True while keys write text."""
    return screen.focused is not None and screen.focused.check_consume_key("a", "a")


class Place(Widget):
    """What the app asks of wherever the user is: its name, its actions, and to look at the book again."""

    PARTS: ClassVar[Places] = ()
    """The parts of it that are places too: `LIST`, `FILTER`."""

    NAMES_WRITING: ClassVar[bool] = False
    """True if the footer names the actions that write talks down, which can be done everywhere."""

    book: Book
    glyphs: Glyphs
    keys: Keys

    @property
    def called(self) -> str:
        """What the user calls this place."""
        raise NotImplementedError

    @property
    def where(self) -> Where:
        """Its own place in the registry of actions."""
        raise NotImplementedError

    @property
    def places(self) -> Places:
        """All places in the registry whose actions can be done here, its own first."""
        return (("Here", self.where), *self.PARTS, ("Everywhere", "everywhere"))

    def offered(self) -> Iterator[Action]:
        """What can be done now, as the palette names it."""
        for _, where in self.places:
            if where not in _PARTS:
                yield from (action for action in actions_for(where) if where == "everywhere" or self.can_do(action))

    def footed(self) -> tuple[Action, ...]:
        """What the footer names: what can be done while a filter is typed, here, and everywhere."""
        in_filter = FILTER in self.PARTS and is_typing(self.screen)
        here = (*(actions_for("filter") if in_filter else ()), *self.offered())
        return tuple(action for action in here if action.footer and (self.NAMES_WRITING or action.id not in WRITING))

    def can_do(self, action: Action) -> bool:
        """True if an action of this place can be done now."""
        _, name, parameters = parse(action.run)
        return self.check_action(name, parameters) is True

    async def do(self, action: Action) -> None:
        """Do an action by whatever way it was asked for: palette, footer, header or a click."""
        await self.app.run_action(action.run, (self.screen.focused or self) if action.where in _PARTS else self)

    def look_again(self) -> None:
        """Show the book as it is now; cheap when nothing changed, and may be called at any time."""

    def tell(self, words: str) -> None:
        """Say something that changed nothing, without a full stop."""
        self.app.post_message(Did(words, changed=False))

    def attempt(self, step: Callable[[], Outcome]) -> Outcome | None:
        """Take a step; say what came of it, or why not, and then the result is None."""
        try:
            outcome = step()
        except NetpracticeError as error:
            self.app.post_message(Refused(str(error)))
            return None
        self.app.post_message(Did(outcome.words, changed=outcome.change is not None))
        return outcome

"""A line that knows what may be meant: up and down take one of the choices that fit what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from netpractice.domain.text import clean_line
from netpractice.tui.widgets.line_input import LineInput

Choices: TypeAlias = Callable[[str], Sequence[str]]
"""What may be meant by what was typed, the likeliest first."""


def no_choices(_: str) -> Sequence[str]:
    """Nothing to choose from."""
    return ()


class ChoosingLine(LineInput):
    """A line that is typed or chosen; choosing begins anew whenever something is typed."""

    def __init__(
        self,
        text: str = "",
        *,
        name: str | None = None,
        hint: str = "",
        read: Callable[[str], object] = clean_line,
        choices: Choices = no_choices,
    ) -> None:
        """Begin with a text; `choices` finds what may be meant by one."""
        super().__init__(text, name=name, hint=hint, read=read)
        self._find = choices
        self._typed = text
        self._taken = text

    @property
    def choices(self) -> Sequence[str]:
        """What may be meant by what was typed last."""
        if self.value != self._taken:
            self._typed = self._taken = self.value
        return self._find(self._typed)

    def choose(self, by: int) -> None:
        """Take the choice so many places from the one that stands there; it goes round."""
        choices = self.choices
        if choices:
            there = choices.index(self.value) + by if self.value in choices else min(by, 0)
            self._taken = choices[there % len(choices)]
            self.value = self._taken
            self.cursor_position = len(self.value)

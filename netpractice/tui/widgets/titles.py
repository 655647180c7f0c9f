"""Titles in the frames of parts, in any text."""

from __future__ import annotations

from typing import Self

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from netpractice.tui.text import one_line, plain


class Framed(Widget):
    """A part in a frame; a new title is painted without what is inside."""

    _is_naming = False
    _named = ("", "")

    def entitle(self, title: str, subtitle: str = "") -> None:
        """Say something in the frame above and at its foot; what stands there already isn't painted again."""
        before, self._named = self._named, (title, subtitle)
        self._is_naming = True
        if title != before[0]:
            self.border_title = plain(one_line(title))
        if subtitle != before[1]:
            self.border_subtitle = plain(one_line(subtitle))
        self._is_naming = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint some regions again, or all; for a title its line and that at the foot are enough."""
        if self._is_naming:
            width, height = self.outer_size
            left, top = self.content_offset
            regions = (Region(-left, -top, width, 1), Region(-left, height - 1 - top, width, 1))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Part(Vertical, Framed):
    """A part of a screen in a frame, with other widgets below each other in it."""

    def __init__(self, *inside: Widget, name: str, classes: str = "part") -> None:
        """Hold widgets; style sheets and queries know the part as `#name`."""
        super().__init__(*inside, id=name, classes=classes)


class ScrolledPart(VerticalScroll, Framed, can_focus=False):
    """A part whose widgets can be scrolled where they don't fit."""

    def __init__(self, name: str) -> None:
        """Hold nothing yet; style sheets and queries know the part as `#name`."""
        super().__init__(id=name, classes="part")

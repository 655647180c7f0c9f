"""Titles in the frames of parts, in any text."""

from __future__ import annotations

from textual.widget import Widget

from netpractice.tui.text import one_line, plain


def entitle(part: Widget, title: str, subtitle: str = "") -> None:
    """Name a part in its frame, and say something at the foot of it; what stands there already isn't painted again."""
    above, below = plain(one_line(title)), plain(one_line(subtitle))
    if (part.border_title or "") != above.markup:
        part.border_title = above
    if (part.border_subtitle or "") != below.markup:
        part.border_subtitle = below

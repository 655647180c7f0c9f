"""The header and the footer, as lines: plain functions of what they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from netpractice.domain.days import show_day
from netpractice.practice.book import Book
from netpractice.tui.actions import SCREENS, Action, Entry, Keys, ScreenKey, entries, is_text, key_label
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span, width_of

SaveState: TypeAlias = Literal["saved", "saving", "unsaved", "read only"]
"""On disk, on its way there, refused by the disk, or a book that can't be written."""


def header_line(open_key: ScreenKey, book: Book, save_state: SaveState, glyphs: Glyphs, width: int) -> Line:
    """The program's name, the six screens with their capital, the day, the daily run and whether all is saved."""
    run = book.standing.daily.current
    right = (
        Span(show_day(book.today, book.today), "muted"),
        Span(f"  {run} d " if run else " ", "done"),
        save_mark(save_state, glyphs),
        Span(" "),
    )
    name = (Span(" netpractice", "key"), Span(" "))
    for left in (
        (*name, *_tabs(open_key, " ")),
        (*name, *_tabs(open_key, "")),
        _tabs(open_key, " "),
        _tabs(open_key, ""),
        _capitals(open_key),
        _tab(open_key, *_named(open_key), is_open=True),
    ):
        gap = width - width_of(left) - width_of(right)
        if gap >= 0:
            return (*left, Span(" " * gap), *right)
    return left


def _tabs(open_key: ScreenKey, between: str) -> Line:
    """The names of the six screens."""
    tabs: list[Span] = []
    for key, capital, name in SCREENS:
        tabs += [*_tab(key, capital, name, is_open=open_key == key), Span(between)]
    return tuple(tabs)


def _capitals(open_key: ScreenKey) -> Line:
    """The name of the open screen among the capitals of the others."""
    tabs: list[Span] = []
    for key, capital, name in SCREENS:
        if key == open_key:
            tabs += _tab(key, capital, name, is_open=True)
        else:
            beside = Span(" ", "muted", f"go.{key}")
            tabs += (beside, Span(capital, "capital", f"go.{key}"), beside)
    return tuple(tabs)


def _named(open_key: ScreenKey) -> tuple[str, str]:
    """The capital and the name of a screen."""
    return next((capital, name) for key, capital, name in SCREENS if key == open_key)


def _tab(key: ScreenKey, capital: str, name: str, *, is_open: bool) -> Line:
    """One name in the header; its capital stands out, which is its key."""
    action = f"go.{key}"
    if is_open:
        return (Span(f" {name} ", "here", action),)
    return (Span(capital, "capital", action), Span(f"{name.removeprefix(capital)} ", "muted", action))


def save_mark(state: SaveState, glyphs: Glyphs) -> Span:
    """A glyph for whether everything shown is on disk."""
    if state == "saved":
        return Span(glyphs.done, "muted")
    if state == "saving":
        return Span(glyphs.waiting, "muted")
    return Span(glyphs.late if state == "unsaved" else glyphs.locked, "late")


def footer_line(actions: Sequence[Action], keys: Keys, width: int, *, typing: bool = False) -> Line:
    """What can be done now: key and word; actions that share a range stand there once.

    Where there is no room for all, those before the last two (help and the way out) give way. While text is being typed,
    only what has a key that isn't text can be done, by that key.
    """
    shown = [(key, entry) for entry in entries(actions, keys) if (key := _foot_key(entry, keys, typing=typing))]
    for between in ("  ", " "):
        if width_of(_footer(shown, between)) <= width:
            return _footer(shown, between)
    while len(shown) > 2 and width_of(_footer(shown, " ")) > width:
        shown.pop(-3)
    return _footer(shown, " ")


def _foot_key(entry: Entry, keys: Keys, *, typing: bool) -> str:
    """The key that the footer names for an entry, as people read it; empty if there is none."""
    if len(entry.actions) > 1:
        return "" if typing else entry.keys
    those = (key for key in keys.of(entry.actions[0]) if not (typing and is_text(key)))
    return next(map(key_label, those), "")


def _footer(shown: Sequence[tuple[str, Entry]], between: str) -> Line:
    """The entries of the footer, each with its key, and what stands between them."""
    spans: list[Span] = []
    for key, entry in shown:
        action = entry.actions[0].id
        spans += [Span(between if spans else " "), Span(key, "key", action), Span(f" {entry.footer}", "muted", action)]
    return tuple(spans)

"""The paths of files as people type, paste or drag them into a line, and what may be meant by the beginning of one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from netpractice.domain.errors import InputError
from netpractice.domain.text import fold, harmless
from netpractice.practice.importing.sources import CARD_FILES
from netpractice.store.paths import expanded

OFFERED = (*CARD_FILES, ".csv", ".tsv", ".txt", ".json")
"""How the names of files end that may hold contacts; any other is read too, where it is named."""

_LIKELY = (*CARD_FILES, ".csv")
"""How they end before anything is typed."""

_DOWNLOADS = "~/Downloads"

_ON_WINDOWS = os.sep == "\\"

_PIECE = re.compile(
    r"""'(?P<single>[^']*)'?|"(?P<double>[^"]*)"?|(?P<blank>\s+)|"""
    + ("" if _ON_WINDOWS else r"\\(?P<escaped>.)|")
    + r"(?P<plain>[^\s'\"\\]+|.)"
)
"""Finds the pieces of a line of paths, as a shell would."""


class Candidate(NamedTuple):
    """A file or a folder that may be meant."""

    line: str
    """What stands in the line once it is taken."""
    name: str
    """What it is called; a folder's name ends in a slash."""


def read_paths(typed: str) -> tuple[Path, ...]:
    """The paths in a line: one, or several with blanks between them.

    A path with blanks in it needs quotes or backslashes only among others. `~` and `file://` are understood. What a line
    can't hold, such as control characters in a name, may be missing if that leaves no doubt.

    Raises:
        InputError: nothing was typed.
    """
    whole = typed.strip()
    if not whole:
        raise InputError("no file is named yet", way_out="Write its path; Tab completes it")
    one = _found(_path(whole))
    if os.path.lexists(one):
        return (one,)
    several = tuple(_found(_path(text)) for _, text in _pieces(whole))
    return several if len(several) == 1 or any(map(os.path.lexists, several)) else (one,)


def completions(typed: str) -> tuple[Candidate, ...]:
    """What may be meant by a line whose last path has only been begun: files that may hold contacts, then folders.

    Before anything is typed these are the files that were probably just downloaded.
    """
    if not typed.strip():
        return tuple(_likely())
    whole = tuple(_candidates("", typed.lstrip()))
    if whole:
        return whole
    pieces = list(_pieces(typed))
    start, last = pieces[-1] if not typed[-1].isspace() else (len(typed), "")
    return tuple(_candidates(typed[:start], last))


def _likely() -> Iterator[Candidate]:
    """The files in the usual folders that look like contacts, each once."""
    there: set[str] = set()
    for shown in (_DOWNLOADS, "~", ""):
        folder = expanded(shown or ".")
        if os.path.realpath(folder) not in there:
            there.add(os.path.realpath(folder))
            for name in _names(folder, _LIKELY)[0]:
                line = f"{shown}/{name}" if shown else name
                yield Candidate(line, line)


def _candidates(before: str, path: str) -> Iterator[Candidate]:
    """What may be meant by a path behind other text; with a single folder, the next completion goes on inside it."""
    if path.startswith("file:"):
        return
    cut = len(path) if path == "~" else max(path.rfind("/"), path.rfind(os.sep)) + 1
    folder, begun = path[:cut] + ("/" if path == "~" else ""), path[cut:]
    files, folders = _names(_found(_path(folder or ".")), OFFERED, begun)
    for name in files:
        yield Candidate(before + _quoted(folder + name, before), name)
    goes_on = "/" if len(folders) == 1 and not files else ""
    for name in folders:
        yield Candidate(before + _quoted(f"{folder}{name}{goes_on}", before), f"{name}/")


def _names(folder: Path, endings: tuple[str, ...], begun: str = "") -> tuple[list[str], list[str]]:
    """The names in a folder that begin like one, as they are typed: of files with certain endings, and of folders."""
    files, folders = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = _as_typed(entry.name)
                is_hidden = entry.name.startswith(".") and not begun.startswith(".")
                if is_hidden or not fold(name).startswith(fold(begun)):
                    continue
                if entry.is_dir():
                    folders.append(name)
                elif name.lower().endswith(endings):
                    files.append(name)
    except OSError:
        # A folder that can't be looked into offers nothing; why not is said when it is to be read.
        return [], []
    return sorted(files, key=fold), sorted(folders, key=fold)


def _pieces(typed: str) -> Iterator[tuple[int, str]]:
    """The paths in a line, each with the place where it begins."""
    start, text = -1, ""
    for piece in _PIECE.finditer(typed):
        if piece["blank"] is None:
            start = piece.start() if start < 0 else start
            text += piece[piece.lastgroup or 0]
        elif start >= 0:
            yield start, text
            start, text = -1, ""
    if start >= 0:
        yield start, text


def _path(text: str) -> Path:
    """The path that a text names."""
    if text.startswith("file:"):
        text = os.fsdecode(unquote_to_bytes(urlsplit(text).path)).replace("\0", "")
        text = text.lstrip("/") if _ON_WINDOWS else text
    return expanded(text)


def _quoted(path: str, before: str) -> str:
    """A path as it is written behind other text."""
    if not before or not re.search(r"""[\s'"\\]""", path):
        return path
    return f'"{path}"' if "'" in path else f"'{path}'"


def _found(path: Path) -> Path:
    """A path as the disk has it, where a line can't hold its names as they are; the same path if there is none such."""
    if os.path.lexists(path):
        return path
    there = Path(path.anchor)
    for part in path.parts[1 if path.anchor else 0 :]:
        there /= part if os.path.lexists(there / part) else _meant(there, part)
    return there


def _meant(folder: Path, name: str) -> str:
    """The only name in a folder that is typed like this one, or else the name itself."""
    try:
        like = [each.name for each in folder.iterdir() if _as_typed(each.name) == _as_typed(name)]
    except OSError:
        return name
    return like[0] if len(like) == 1 else name


def _as_typed(name: str) -> str:
    """A name as it comes out of a line."""
    return " ".join(harmless(name).split())

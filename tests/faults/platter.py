"""What a disk may hold when the power fails: a model of files, names and what has been synced.

Writing changes what is in a file, naming changes a folder. Only `fsync` of the file makes sure that its content stays,
only `fsync` of the folder that the names in it do. Of all else any part may be there afterwards and any part may not, in
no order whatever; of a write also one half of it, or as many zeros, and of a renaming the new name beside the old one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from tests.faults.layer import Call

Fate: TypeAlias = Literal["whole", "lost", "half", "end", "zeros"]
"""What becomes of something that wasn't synced."""

State: TypeAlias = tuple[tuple[str, bytes | None], ...]
"""Every file by its path with its bytes, every folder with None."""

FOLDER = 0
"""The number of every folder; files have others."""


class Content(NamedTuple):
    """Bytes written at an offset of a file; without bytes, the file's end set there."""

    what: int
    offset: int
    data: bytes | None

    @property
    def fates(self) -> tuple[Fate, ...]:
        return ("whole", "lost") if self.data is None else ("whole", "lost", "half", "end", "zeros")


class Names(NamedTuple):
    """Names in a folder that change in one step: to the number of a file or folder, or to None for one that goes."""

    what: str
    names: tuple[tuple[str, int | None], ...]

    @property
    def fates(self) -> tuple[Fate, ...]:
        return ("whole", "lost", "half") if len(self.names) > 1 else ("whole", "lost")


class Sync(NamedTuple):
    """What was done to a file, or to the names in a folder, stays from now on."""

    what: int | str


class Said(NamedTuple):
    """Somebody was told that all is saved."""


Deed: TypeAlias = Content | Names
Event: TypeAlias = Deed | Sync | Said


class Recorder:
    """Writes down what is done to a folder, as a watch of the layer."""

    def __init__(self, top: Path) -> None:
        """Begin with the folder as it is, all of it synced."""
        self.events: list[Event] = []
        self._numbers: dict[str, int] = {}
        self._open: dict[int, tuple[int | str, int]] = {}
        for path in sorted(top.rglob("*")):
            if path.is_dir():
                self._name(str(path.parent), {str(path): FOLDER})
                self.events.append(Sync(str(path.parent)))
            else:
                self._put(path, path.read_bytes())
        self.at_first = len(self.events)

    def said(self) -> None:
        self.events.append(Said())

    def __call__(self, call: Call, carry_out: Callable[[], object]) -> object:
        theirs = call.name == "replace" and str(call.path) not in self._numbers
        data = call.path.read_bytes() if theirs else b""
        result = carry_out()
        if theirs:
            self._put(Path(call.args[1]), data)
        else:
            self._note(call, result)
        return result

    def _put(self, path: Path, data: bytes) -> None:
        """A file that is there, or that another program puts in its place, synced."""
        number = self._fresh(str(path))
        self.events += [Content(number, 0, data), Sync(number)]
        self._name(str(path.parent), {str(path): number})
        self.events.append(Sync(str(path.parent)))

    def _fresh(self, path: str) -> int:
        self._numbers[path] = len(self.events) + 1
        return self._numbers[path]

    def _name(self, folder: str, names: dict[str, int | None]) -> None:
        self.events.append(Names(folder, tuple(names.items())))

    def _note(self, call: Call, result: object) -> None:
        """Write down what a call did."""
        path, parent = str(call.path), str(call.path.parent)
        if isinstance(result, int) and call.name == "open":
            self._open[result] = self._opened(path, parent, call.args[1]), 0
        elif call.name == "mkdir":
            self._name(parent, {path: FOLDER})
        elif call.name == "unlink":
            del self._numbers[path]
            self._name(parent, {path: None})
        elif call.name == "replace":
            new = str(call.args[1])
            self._numbers[new] = self._numbers.pop(path)
            self._name(parent, {path: None, new: self._numbers[new]})
        elif call.name in ("write", "lseek", "ftruncate", "fsync"):
            self._note_content(call, result)

    def _opened(self, path: str, parent: str, flags: int) -> int | str:
        """The number of a file that was opened, made by it perhaps, or the path of a folder."""
        if path not in self._numbers:
            if not flags & os.O_CREAT:
                return path
            self._name(parent, {path: self._fresh(path)})
        assert not flags & (os.O_TRUNC | os.O_APPEND), "not in the model"
        return self._numbers[path]

    def _note_content(self, call: Call, result: object) -> None:
        what, offset = self._open[call.args[0]]
        if call.name == "fsync":
            self.events.append(Sync(what))
            return
        assert isinstance(what, int), "nobody writes into a folder"
        if call.name == "ftruncate":
            self.events.append(Content(what, call.args[1], None))
        elif isinstance(result, int) and call.name == "lseek":
            self._open[call.args[0]] = what, result
        elif isinstance(result, int):
            self._open[call.args[0]] = what, offset + result
            self._add_bytes(Content(what, offset, bytes(call.args[1][:result])))

    def _add_bytes(self, new: Content) -> None:
        """Writes in a row to one file are one, so that the parts of them that could be lost don't go into the millions."""
        last = self.events[-1]
        if (
            isinstance(last, Content)
            and last.data is not None
            and last.what == new.what
            and last.offset + len(last.data) == new.offset
        ):
            self.events[-1] = last._replace(data=last.data + (new.data or b""))
        else:
            self.events.append(new)


def states(events: list[Event], at_first: int, top: Path, but: Iterable[str] = ()) -> Iterator[tuple[bool, State]]:
    """Every state that the disk can be in when the power fails after any event, and whether it was said before to be saved.

    Args:
        events: what was done.
        at_first: how many of them were done before.
        top: the folder.
        but: names of files that are left out.
    """
    apart = set(but)
    known: set[tuple[bool, State]] = set()
    for cut in range(at_first, len(events) + 1):
        past = events[:cut]
        deeds, open_to_fate = [], []
        for place, event in enumerate(past):
            if isinstance(event, Content | Names):
                deeds.append(event)
                if Sync(event.what) not in past[place:]:
                    open_to_fate.append(len(deeds) - 1)
        said = Said() in past
        for fates in product(*(deeds[place].fates for place in open_to_fate)):
            state = _state(deeds, dict(zip(open_to_fate, fates, strict=True)), str(top), apart)
            if (said, state) not in known:
                known.add((said, state))
                yield said, state


def put(state: State, top: Path) -> None:
    """Make the files of a state in an empty folder, which must be where the recorded one was."""
    for path, data in state:
        if data is None:
            Path(path).mkdir()
        else:
            Path(path).write_bytes(data)


def _state(deeds: list[Deed], fates: dict[int, Fate], top: str, apart: set[str]) -> State:
    """The files and folders that can be reached from the top after deeds with their fates."""
    contents: dict[int, bytes] = {}
    folders: dict[str, dict[str, int]] = {}
    for place, deed in enumerate(deeds):
        fate = fates.get(place, "whole")
        if isinstance(deed, Content):
            contents[deed.what] = _written(contents.get(deed.what, b""), deed, fate)
        elif fate != "lost":
            _named(folders.setdefault(deed.what, {}), deed, fate)

    def below(folder: str) -> Iterator[tuple[str, bytes | None]]:
        for path, number in sorted(folders.get(folder, {}).items()):
            if Path(path).name in apart:
                continue
            yield path, None if number == FOLDER else contents.get(number, b"")
            if number == FOLDER:
                yield from below(path)

    return tuple(below(top))


def _named(names: dict[str, int], deed: Names, fate: Fate) -> None:
    """Change the names in a folder after a deed with its fate."""
    for path, number in deed.names:
        if number is not None:
            names[path] = number
        elif fate == "whole":
            names.pop(path, None)


def _written(content: bytes, deed: Content, fate: Fate) -> bytes:
    """What is in a file after a deed with its fate."""
    if fate == "lost":
        return content
    data = deed.data
    if data is None:
        return content[: deed.offset].ljust(deed.offset, b"\0")
    if fate == "half":
        data = data[: len(data) // 2]
    elif fate == "end":
        data = data[len(data) // 2 :].rjust(len(data), b"\0")
    elif fate == "zeros":
        data = bytes(len(data))
    return content[: deed.offset].ljust(deed.offset, b"\0") + data + content[deed.offset + len(data) :]

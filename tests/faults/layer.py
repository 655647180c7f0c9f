"""A layer between the program and the system: sees, and may spoil, every call that concerns one folder.

It takes the place of the functions of `os` (and of the lock's `flock`) in this process, so that it stands under the
store, the lock and whatever else writes. A call concerns the folder if it names a path in it, or a file opened there.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

BY_PATH = frozenset(
    ("open", "stat", "lstat", "listdir", "replace", "rename", "unlink", "remove", "mkdir", "rmdir", "chmod")
)
"""The functions that name what they work on."""

BY_DESCRIPTOR = ("read", "write", "lseek", "ftruncate", "fstat", "fsync", "fchmod", "close")
"""Those that work on what was opened."""


class Call(NamedTuple):
    """A call that is about to be made."""

    number: int
    """How many calls concerned the folder before it, plus one."""
    name: str
    path: Path
    """The path that it names first, or the one under which its file was opened."""
    args: tuple[Any, ...]

    def __str__(self) -> str:
        return f"call {self.number}, {self.name} of {self.path.name}"


Watch: TypeAlias = Callable[[Call, Callable[[], object]], object]
"""Gets a call and what carries it out, and returns its result or raises what it should fail with."""


class _Layer:
    """What `layer` puts in the functions' places."""

    def __init__(self, folder: Path, watch: Watch) -> None:
        self._folder = str(folder)
        self._watch = watch
        self._files: dict[object, Path] = {}
        self._count = 0
        self._here = local()

    def over(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        """The function that is to be called in place of the real one."""

        def call(*args: object, **named: object) -> object:
            path = None if getattr(self._here, "is_watching", False) else self._concerned(name, args)
            if path is None:
                return real(*args, **named)

            def carry_out() -> object:
                result = real(*args, **named)
                if name == "open":
                    self._files[result] = path
                elif name == "close":
                    self._files.pop(args[0], None)
                return result

            self._count += 1
            self._here.is_watching = True
            try:
                return self._watch(Call(self._count, name, path, args), carry_out)
            finally:
                self._here.is_watching = False

        return call

    def _concerned(self, name: str, args: tuple[object, ...]) -> Path | None:
        """What in the folder a call concerns, or None."""
        if name not in BY_PATH:
            return self._files.get(args[0])
        paths = [str(arg) for arg in args[:2] if isinstance(arg, str | os.PathLike)]
        concerns = any(path == self._folder or path.startswith(self._folder + os.sep) for path in paths)
        return Path(paths[0]) if concerns else None


@contextmanager
def layer(folder: Path, watch: Watch) -> Iterator[None]:
    """Let `watch` stand between this process and the system for what lies in a folder."""
    between = _Layer(folder, watch)
    places: list[tuple[ModuleType, str]] = [(os, name) for name in (*BY_PATH, *BY_DESCRIPTOR)]
    places.append((fcntl, "flock"))
    real = [(module, name, getattr(module, name)) for module, name in places]
    for module, name, function in real:
        setattr(module, name, between.over(name, function))
    try:
        yield
    finally:
        for module, name, function in real:
            setattr(module, name, function)


def calls_of(folder: Path, act: Callable[[], object]) -> list[Call]:
    """The calls that an act makes in a folder."""
    calls: list[Call] = []

    def note(call: Call, carry_out: Callable[[], object]) -> object:
        calls.append(call)
        return carry_out()

    with layer(folder, note):
        act()
    return calls

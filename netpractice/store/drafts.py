"""The file of drafts: what is being typed, beside the book, until it is saved or thrown away.

It is replaced as a whole, durably, so that a program that dies leaves the draft before or the draft after.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import msgspec

from netpractice.domain.errors import DamagedError
from netpractice.domain.records import Moment
from netpractice.domain.text import harmless
from netpractice.store import disk
from netpractice.store.codec import MALFORMED
from netpractice.store.durable import not_saved

SCHEMA = 1
"""The version of the file's form. It grows when older programs would misread the file."""


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was typed in one place."""

    place: str
    """Where it was typed, such as `batch`."""
    typed: dict[str, str]
    """The texts by their fields, of any length, as they were typed."""
    moment: Moment
    """When it was typed last."""
    saved_as: str = ""
    """The id of the change that it was saved as; the draft is of no more use once that is in the book."""


class _Drafts(msgspec.Struct, frozen=True, kw_only=True):
    """What the file holds."""

    schema: int
    drafts: tuple[Draft, ...]


def read_drafts(path: Path) -> tuple[Draft, ...]:
    """The drafts in a file, clean; none if there is no file.

    Raises:
        DamagedError: the file can't be read as drafts; it is left as it is.
    """
    try:
        data, _ = disk.read(path)
        found = msgspec.json.decode(data, type=_Drafts)
    except FileNotFoundError:
        return ()
    except (OSError, *MALFORMED) as problem:
        raise _damaged(path, getattr(problem, "strerror", None) or str(problem)) from problem
    if found.schema != SCHEMA:
        raise _damaged(path, f"its form is {found.schema}, this netpractice knows {SCHEMA}")
    return tuple(map(_cleaned, found.drafts))


def write_drafts(path: Path, drafts: Collection[Draft]) -> None:
    """Keep these drafts and no others; without any the file goes. Raises NotSavedError."""
    try:
        if drafts:
            disk.make_folder(path.parent)
            disk.replace(path, [msgspec.json.encode(_Drafts(schema=SCHEMA, drafts=tuple(drafts)))])
        elif disk.signature(path) is not None:
            disk.remove(path)
            disk.sync_folder(path.parent)
    except OSError as problem:
        raise not_saved(path, problem) from problem


def set_aside(path: Path, moment: datetime) -> Path:
    """Give a file that can't be read a name of its own, so that none is written over it; raises NotSavedError."""
    aside = path.with_name(f"{path.name}.damaged-{moment:%Y%m%d-%H%M%S}")
    number = 1
    try:
        while disk.signature(aside) is not None:
            number += 1
            aside = path.with_name(f"{path.name}.damaged-{moment:%Y%m%d-%H%M%S}-{number}")
        disk.rename(path, aside)
    except OSError as problem:
        raise not_saved(path, problem) from problem
    return aside


def _cleaned(draft: Draft) -> Draft:
    """A draft in which nothing acts on a terminal."""
    return msgspec.structs.replace(draft, typed={name: harmless(text) for name, text in draft.typed.items()})


def _damaged(path: Path, why: str) -> DamagedError:
    """The error for a file that holds no drafts that can be read."""
    return DamagedError(f"the drafts in it can't be read ({why})", where=str(path))

"""Where a book and everything beside it lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from netpractice.store import disk

APP = "netpractice"


class Paths(msgspec.Struct, frozen=True, kw_only=True):
    """The places of one book. What lies beside the book is named after it."""

    book: Path
    """The book itself, one JSON file; links are followed."""
    own_folder: bool = False
    """True if the book's folder is the program's own, so that nobody else needs to look into it."""

    @property
    def lock(self) -> Path:
        """Held by the netpractice that may write."""
        return self._beside(".lock")

    @property
    def history(self) -> Path:
        """What undo and redo need."""
        return self._beside(".history")

    @property
    def drafts(self) -> Path:
        """What is being typed."""
        return self._beside(".draft")

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.book.with_name("backups")

    @property
    def config(self) -> Path:
        """Keys and glyphs, in the user's config folder."""
        from platformdirs import user_config_path

        return user_config_path(APP) / "config.toml"

    def _beside(self, suffix: str) -> Path:
        """A file named after the book."""
        return self.book.with_name(self.book.name + suffix)


def expanded(text: str) -> Path:
    """A path with the home folder of whomever a `~` names; one that nobody has is a name like any other."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def find_paths(data: str | None, environ: Mapping[str, str]) -> Paths:
    """The places of the book that a user means.

    Args:
        data: the file named on the command line; it beats all else.
        environ: `NETPRACTICE_DATA` may name the file. Without it the book is in the user's data folder.
    """
    named = data or environ.get("NETPRACTICE_DATA")
    if named:
        return Paths(book=disk.resolved(expanded(named)))
    # Importing it costs a few milliseconds, so it waits until it is needed.
    from platformdirs import user_data_path

    return Paths(book=disk.resolved(user_data_path(APP) / "book.json"), own_folder=True)

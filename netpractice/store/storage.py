"""TinyDB's storage for a book: a durable file of tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from netpractice.store.codec import MALFORMED, damaged
from netpractice.store.durable import DurableFile


class DurableStorage(Storage):
    """One JSON file that plain `TinyDB(path)` can open at every moment; what TinyDB's tables work with."""

    def __init__(self, place: str | Path | DurableFile) -> None:
        """Stand for the file at a path, or for one that is in use already; nothing is read or made."""
        super().__init__()
        self.file = place if isinstance(place, DurableFile) else DurableFile(Path(place))

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, or None if there is no file; raises DamagedError if they can't be decoded."""
        data = self.file.read_bytes()
        if data is None:
            return None
        try:
            return msgspec.json.decode(data, type=dict[str, dict[str, Any]])
        except MALFORMED as problem:
            raise damaged(self.file.path, str(problem)) from problem

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save all tables; raises what `DurableFile.place` and `sync` raise."""
        self.file.place(msgspec.json.encode(data))
        self.file.sync()

    def close(self) -> None:
        """Nothing is kept open between reading and writing."""

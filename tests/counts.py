"""Counting the cases that were really tried, so that the release can show them."""

from __future__ import annotations

import os
from pathlib import Path


def tally(fault_id: str, n: int = 1) -> None:
    """Add `n` cases of a row of the reliability table (`T1`, `K3`...) to the file that NETPRACTICE_TALLY names, if any."""
    path = os.environ.get("NETPRACTICE_TALLY")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{fault_id} {n}\n")

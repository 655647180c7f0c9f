"""Whether strace can look into processes here."""

from __future__ import annotations

import os
import subprocess

import pytest


def can_trace() -> bool:
    """True if there is a strace and the system lets it look into a process."""
    try:
        traced = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return traced.returncode == 0


needs_strace = pytest.mark.skipif(not can_trace(), reason="no strace that may look into processes")

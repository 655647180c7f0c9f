"""Where the measuring can be tried at all."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_harness.py"]
"""Pseudo-terminals and what `/proc` tells of a process are Linux's."""

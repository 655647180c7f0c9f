"""Writing a text in the editor that the user has chosen for the terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App, SuspendNotSupported

from netpractice.domain.errors import InputError
from netpractice.domain.text import harmless
from netpractice.exchange.encodings import decode

NAMES = ("VISUAL", "EDITOR")
"""The variables that name the editor, the first one that is set counts."""


def edited(app: App[Any], text: str, environ: Mapping[str, str] = os.environ) -> str:
    """A text as the user left it in the editor, clean; raises InputError if there is no editor or it failed."""
    command = next(filter(None, (environ.get(name, "").strip() for name in NAMES)), "")
    if not command:
        raise InputError(
            "no editor is chosen", way_out="Set EDITOR in your shell, as in export EDITOR=nano, then start again"
        )
    try:
        with TemporaryDirectory(prefix="netpractice-") as folder, app.suspend():
            path = Path(folder) / "talks.txt"
            path.write_text(text, "utf-8", newline="\n")
            status = subprocess.run([*shlex.split(command), str(path)], check=False).returncode
            written = decode(path.read_bytes())
    except (OSError, ValueError, SuspendNotSupported) as problem:
        reason = getattr(problem, "strerror", None) or str(problem) or "this terminal can't be lent to it"
        raise _failed(command, reason) from problem
    if status:
        raise _failed(command, f"it ended with status {status}")
    return harmless(written).removesuffix("\n")


def _failed(command: str, reason: str) -> InputError:
    """The refusal to take over what an editor left that failed."""
    return InputError(
        f"the editor didn't work ({reason})", where=command, way_out="The text is as it was; look after EDITOR"
    )

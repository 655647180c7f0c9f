"""Notifications through the desktop's own command, and the units that ask for them every day.

This is the one place that starts another program, by the path at which it was looked up and without a shell.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import time
from shutil import which

from netpractice.domain.errors import StoreError

SECONDS = 10
"""How long the desktop's command may take."""

_SCRIPT = ("on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run")
"""What macOS is told: the texts are arguments, so that nothing in them is a command."""

_SERVICE = "netpractice-remind"


def notify(title: str, text: str) -> None:
    """Show a notification; raises StoreError where there is no command for it, or if it fails."""
    command = _command(title, text)
    if command is None:
        raise StoreError("no command shows notifications here", way_out="Install notify-send, or leave out --notify")
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise StoreError(
            f"no answer within {SECONDS} seconds", where=command[0], way_out="Look after the desktop"
        ) from None
    if done.returncode:
        raise StoreError(
            done.stderr.decode(errors="replace").strip().rstrip(".") or f"it ended with {done.returncode}",
            where=command[0],
            way_out="Run it where the desktop is, or leave out --notify",
        )


def systemd_units(command: Sequence[str], at: time) -> str:
    """A service and a timer of systemd that remind every day at a time.

    Args:
        command: the program and its arguments.
        at: local time.
    """
    words = " ".join(_unit_word(word) for word in command)
    return f"""\
# ~/.config/systemd/user/{_SERVICE}.service
[Unit]
Description=What is due in netpractice

[Service]
Type=oneshot
ExecStart={words}
# Nothing due.
SuccessExitStatus=1

# ~/.config/systemd/user/{_SERVICE}.timer
[Unit]
Description=Ask netpractice every day what is due

[Timer]
OnCalendar=*-*-* {at:%H:%M}
Persistent=true

[Install]
WantedBy=timers.target

# Keep each part in the file named above it, then:
#   systemctl --user daemon-reload
#   systemctl --user enable --now {_SERVICE}.timer
"""


def cron_line(command: Sequence[str], at: time) -> str:
    """A line for `crontab -e` that reminds every day at a time; arguments as for `systemd_units`."""
    from shlex import join

    # To cron an unescaped percent sign is the end of the command.
    return (
        f"{at.minute} {at.hour} * * * XDG_RUNTIME_DIR=/run/user/$(id -u) {join(command).replace('%', chr(92) + '%')}\n"
    )


def _command(title: str, text: str) -> list[str] | None:
    """The command that shows a notification on this system; None if there is none."""
    found = which("notify-send")
    if found:
        return [found, "--app-name=netpractice", "--", f"{title}: {text}"]
    found = which("osascript")
    if found:
        return [found, *(part for line in _SCRIPT for part in ("-e", line)), title, text]
    return None


def _unit_word(word: str) -> str:
    """One argument as systemd reads it."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'

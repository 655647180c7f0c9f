"""remind: the one line, the desktop's own command, and units that a shell, cron and systemd read as they are meant."""

from __future__ import annotations

import configparser
import shlex
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from netpractice.cli.desktop import cron_line, systemd_units
from tests.cli.conftest import CommandLine
from tests.hostile import HOSTILE


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are found."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, does: str) -> Path:
    """A program that writes its arguments into a file, one a line, and then does something; the file."""
    path, told = folder / name, folder / f"{name}.told"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(told))}\n{does}\n')
    path.chmod(0o700)
    return told


def promised(cli: CommandLine, what: str, by: str = "today") -> None:
    assert cli("followup", "promise", "--by", by, "--", what).status == 0


def test_nothing_due_is_silence_and_1(cli: CommandLine, programs: Path) -> None:
    told = program(programs, "notify-send", "")
    assert cli("remind") == (1, "", "")
    assert cli("remind", "--notify") == (1, "", "")
    assert not told.exists()
    assert not cli.data.exists()


def test_what_is_due_in_one_line(cli: CommandLine) -> None:
    promised(cli, "send the map")
    assert cli("remind") == (0, "1 follow-up due: send the map\n", "")
    for number, what in enumerate(("early", "b", "c", "d"), start=1):
        promised(cli, what, by=f"2026-11-0{number}")
    assert cli("remind").out == "5 follow-ups due: early, b, c and 2 more\n"


def test_people_are_named_too(demo: Path) -> None:
    assert CommandLine(demo)("remind").out.startswith("3 follow-ups due, 3 people to be in touch with: send the map of")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_notification_through_the_desktop(cli: CommandLine, programs: Path) -> None:
    promised(cli, "--send <b>it</b> $(now)")
    told = program(programs, "notify-send", "")
    assert cli("remind", "--notify") == (0, "", "")
    expected = ["--app-name=netpractice", "--", "netpractice: 1 follow-up due: --send <b>it</b> $(now)"]
    assert told.read_text().splitlines() == expected


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_notification_on_a_mac_takes_texts_as_arguments(cli: CommandLine, programs: Path) -> None:
    promised(cli, '" & (do shell script "x")')
    told = program(programs, "osascript", "")
    assert cli("remind", "--notify").status == 0
    assert told.read_text().splitlines()[-2:] == ["netpractice", '1 follow-up due: " & (do shell script "x")']


def test_no_command_for_notifications(cli: CommandLine, programs: Path) -> None:
    promised(cli, "send the map")
    result = cli("remind", "--notify")
    assert (result.status, result.out) == (3, "")
    assert result.err == (
        "netpractice: no command shows notifications here. Install notify-send, or leave out --notify.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("does", "says"), [("echo 'no bus' >&2; exit 4", "no bus"), ("exit 4", "it ended with 4")])
def test_a_command_that_fails_is_named(cli: CommandLine, programs: Path, does: str, says: str) -> None:
    promised(cli, "send the map")
    program(programs, "notify-send", does)
    result = cli("remind", "--notify")
    assert (result.status, result.out, result.err.count("\n")) == (3, "", 1)
    assert says in result.err
    assert str(programs / "notify-send") in result.err


COMMANDS = [
    ["/usr/bin/netpractice", "--data", "/home/ann/book.json", "remind"],
    ["/opt/100% my/np", 'a "b" \\c', "$HOME", "$(x)", "it's", "%h %%", "a\tb", "", ";", "#"],
]


def unit_words(line: str) -> list[str]:
    """The words of an ExecStart line as systemd.service(5) reads them: quotes, backslashes, then % and $ doubled."""
    return [word.replace("%%", "%").replace("$$", "$") for word in shlex.split(line, posix=True)]


@pytest.mark.parametrize("command", COMMANDS)
def test_systemd_reads_the_very_words(command: list[str]) -> None:
    service, timer = systemd_units(command, time(18, 5)).split("\n# ~/")
    parsed = configparser.RawConfigParser(delimiters="=")
    parsed.read_string(service)
    assert unit_words(parsed["Service"]["ExecStart"]) == command
    assert parsed["Service"]["SuccessExitStatus"] == "1"
    assert "OnCalendar=*-*-* 18:05\n" in timer
    assert "WantedBy=timers.target\n" in timer


@pytest.mark.skipif(sys.platform == "win32", reason="cron and sh")
@pytest.mark.parametrize("command", COMMANDS)
def test_cron_and_the_shell_read_the_very_words(command: list[str]) -> None:
    line = cron_line(["printf", "%s\\n", *command], time(8, 30))
    assert line.count("\n") == 1
    minute, hour, *every, rest = line.rstrip("\n").split(" ", 5)
    assert (minute, hour, every) == ("30", "8", ["*", "*", "*"])
    # Every % is written so that cron hands it on.
    assert rest.count("%") == rest.count("\\%")
    shown = subprocess.run(["sh", "-c", rest.replace("\\%", "%")], capture_output=True, check=True, text=True)
    assert shown.stdout == "".join(f"{word}\n" for word in command)


@pytest.mark.parametrize("unit", ["--print-systemd", "--print-cron"])
def test_units_name_the_book_and_are_only_printed(cli: CommandLine, unit: str) -> None:
    result = cli("remind", unit, "--at", "7:45")
    assert (result.status, result.err) == (0, "")
    assert str(cli.data) in result.out
    assert "notify" in result.out
    assert ("07:45" in result.out) or result.out.startswith("45 7 * * * ")
    assert not cli.data.parent.exists()


@pytest.mark.parametrize("text", ["25:00", "noon", "", "8:61", "-1"])
def test_no_such_time(cli: CommandLine, text: str) -> None:
    result = cli("remind", "--print-cron", f"--at={text}")
    assert (result.status, result.out) == (2, "")
    assert "no such time" in result.err


@pytest.mark.parametrize("text", HOSTILE[::7], ids=range(len(HOSTILE[::7])))
def test_the_line_is_only_ever_one_line_of_text(cli: CommandLine, text: str) -> None:
    result = cli("followup", "promise", "--by", "today", "--", text or "x")
    assert result.status in (0, 2)
    if result.status == 0:
        assert cli("remind").out.count("\n") == 1

"""S3: whatever bytes come on standard input, the app lives, keeps what is text, and does nothing that wasn't asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal
from tests.counts import tally
from tests.faults.typing import app, batch_in, begin, kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no such terminal here")


def pasted(data: bytes) -> bytes:
    """What a terminal sends for a paste."""
    return b"\x1b[200~" + data + b"\x1b[201~"


LONG = b"Ann Lee / " + b"kites " * 16_665
"""A hundred thousand characters."""

CASES: dict[str, tuple[bytes, str]] = {
    "no byte of UTF-8": (b"one\xffT1q", "oneÿT1q"),
    "latin-1": ("café über".encode("latin-1"), "café über"),
    "a lone continuation": (b"a\xa9b", "a©b"),
    "half a character": (b"a\xe2\x82 b", "aâ‚ b"),
    "two reads for one character": ("é".encode(), "é"),
    "C1 bytes": (b"a\x9b31mb\x90c", "a›31mb\ufffdc"),
    "lines without brackets": (b"one\rtwo\nthree", "one\ntwo\nthree"),
    "a paste of lines": (pasted(b"one\ntwo\r\nthree\rfour"), "one\ntwo\nthree\nfour"),
    "a paste with ESC": (pasted(b"a\x1b[2Jb\x1bTc"), "a[2JbTc"),
    "a paste with OSC": (pasted(b"a\x1b]52;c;aGk=\x07b"), "a]52;c;aGk=b"),
    "a paste with NUL": (pasted(b"a\x00b\x01c"), "abc"),
    "a paste in latin-1": (pasted("naïve\nQ1".encode("latin-1")), "naïve\nQ1"),
    "a paste with C1 and bidi": (pasted("a\u009bb\u202ec".encode()), "abc"),
    "a long paste": (pasted(LONG), LONG.decode()),
    "a long paste of lines": (pasted(b"Ann Lee / kites\n" * 600), "Ann Lee / kites\n" * 600),
}
"""What is sent, and what stands there then."""

SAMPLE = ("no byte of UTF-8", "a paste in latin-1")


@pytest.mark.parametrize("name", SAMPLE)
def test_a_sample_of_bytes_where_text_is_typed(name: str, data: Path) -> None:
    typed(name, data)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_all_bytes_where_text_is_typed(name: str, data: Path) -> None:
    typed(name, data)


def typed(name: str, data: Path) -> None:
    """Send bytes to a text that is being typed, and go on typing."""
    sent, expected = CASES[name]
    data.parent.mkdir(parents=True, exist_ok=True)
    with app(data) as terminal:
        begin(terminal, "b")
        terminal.send(sent)
        terminal.settle()
        terminal.press("Z", 0.3)
        assert "Will be saved as" in terminal.screen()
        leave(terminal)
    found = kept(data)
    assert batch_in(found) == f"{expected}Z"
    assert (found.talks, found.days_written) == ((), 0)
    tally("S3")


@pytest.mark.slow
@pytest.mark.parametrize("sent", [b"\xff\xfe\x80", pasted(b"123456\nTRJ\nq"), pasted(b"1\xff2\x003\x1b4")], ids=ascii)
def test_what_comes_where_no_text_is_typed_does_nothing(sent: bytes, data: Path) -> None:
    data.parent.mkdir(parents=True, exist_ok=True)
    with app(data) as terminal:
        begin(terminal)
        terminal.send(sent)
        terminal.settle()
        assert "Six habits" in terminal.screen()
        leave(terminal)
    found = kept(data)
    assert (found.drafts, found.talks, found.days_written) == ({}, (), 0)
    tally("S3")


def leave(terminal: Terminal) -> None:
    """Go back, wait for what is written, and leave."""
    terminal.press("\x1b", 0.5)
    terminal.press("q", 0.1)
    assert terminal.status() == 0

"""What a terminal sends, as text: no byte is too strange, and no paste can act as keys, however the reads are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from netpractice.tui.terminal import Input, Terminal, driver_for

BEGIN, END = b"\x1b[200~", b"\x1b[201~"


def text_of(*reads: bytes) -> str:
    typed = Input()
    return "".join(typed.text_of(read) for read in reads)


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Some bytes in several reads."""
    ends = sorted(place % (len(data) + 1) for place in places)
    return [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (b"plain \x1b[A\r\x1b", "plain \x1b[A\r\x1b"),
        ("naïve ☃ 日".encode(), "naïve ☃ 日"),
        ("naïve".encode("latin-1"), "naïve"),
        (b"\xff\x80", "ÿ€"),
        (b"\x81", "\ufffd"),
        (BEGIN + b"a\x1b[2Jb" + END + b"\x1b", "\x1b[200~a[2Jb\x1b[201~\x1b"),
        (BEGIN + b"a\x1b" + END + BEGIN + b"\x1b\x1b[20" + END, "\x1b[200~a\x1b[201~\x1b[200~[20\x1b[201~"),
    ],
)
def test_what_is_sent_is_text(sent: bytes, text: str) -> None:
    assert text_of(sent) == text


def test_keys_are_never_kept_back() -> None:
    typed = Input()
    assert [typed.text_of(bytes((byte,))) for byte in b"\x1b[20x"] == ["\x1b", "[", "2", "0", "x"]


TEXT = st.text("ab\n\x1b[01~2é☃", max_size=12)


@given(TEXT, TEXT, TEXT, st.lists(st.integers(0, 200), max_size=6))
def test_a_paste_is_the_same_however_the_reads_are_cut(before: str, pasted: str, after: str, places: list[int]) -> None:
    whole = before.encode() + BEGIN + pasted.encode() + END + after.encode()
    assert text_of(*cut(whole, places)) == text_of(whole)


@given(st.text("ab\n\x1b[~2", max_size=12), st.lists(st.integers(0, 200), max_size=6))
def test_no_escape_comes_out_of_a_paste(pasted: str, places: list[int]) -> None:
    text = text_of(*cut(BEGIN + pasted.encode() + END, places))
    assert text == f"\x1b[200~{pasted.replace(chr(27), '')}\x1b[201~"


@given(st.binary(max_size=30), st.lists(st.integers(0, 30), max_size=4))
def test_any_bytes_are_text(data: bytes, places: list[int]) -> None:
    text_of(*cut(data, places)).encode()


def test_it_takes_the_place_of_the_stock_driver_only() -> None:
    assert driver_for(LinuxDriver) is Terminal
    assert driver_for(HeadlessDriver) is HeadlessDriver

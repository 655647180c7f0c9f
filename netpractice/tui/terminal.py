"""The terminal's input, whatever bytes come: Textual's own driver ends the app at the first that isn't UTF-8.

A terminal or a slow line may send such bytes: old encodings, halves of characters, noise. And an escape character inside
a paste would let the rest of the paste act as keys. Here every byte becomes a character, pastes hold no escape
characters, and the stock driver reads the result from a pipe instead of from the terminal.
"""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from netpractice.tui.messages import TerminalGone

_CHUNK = 1 << 12
"""How many bytes to read at a time."""

_ESCAPED = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What stands for each byte that isn't part of UTF-8: the character that it is on old Western systems."""


_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What terminals put around a paste."""


class Input:
    """What a terminal sends, read by read, as text that can be obeyed as it stands."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._pasting = False
        self._before = ""
        """The end of what was handed on, which may be the beginning of a paste's mark, or within a paste what was kept
        back because it may be the beginning of its end."""

    def text_of(self, data: bytes) -> str:
        """What one read brought: bytes that aren't UTF-8 as they are on old Western systems, pastes without escapes."""
        text = self._decode(data).translate(_ESCAPED)
        handed: list[str] = []
        while text:
            text = self._in_paste(text, handed) if self._pasting else self._outside(text, handed)
        return "".join(handed)

    def _outside(self, text: str, handed: list[str]) -> str:
        """Hand on all up to the beginning of a paste, and give back the rest."""
        seen = self._before + text
        begin = seen.find(_BEGIN)
        self._pasting = begin >= 0
        end = begin + len(_BEGIN) - len(self._before) if self._pasting else len(text)
        handed.append(text[:end])
        self._before = "" if self._pasting else seen[-len(_BEGIN) + 1 :]
        return text[end:]

    def _in_paste(self, text: str, handed: list[str]) -> str:
        """Hand on what is pasted up to the end of the paste, and give back the rest."""
        text = self._before + text
        pasted, end, rest = text.partition(_END)
        kept_back = "" if end else next((_END[:n] for n in range(len(_END) - 1, 0, -1) if text.endswith(_END[:n])), "")
        handed += (pasted.removesuffix(kept_back).replace("\x1b", ""), end)
        self._pasting, self._before = not end, kept_back
        return rest


class Terminal(LinuxDriver):
    """The driver for terminals of Linux and macOS that takes all bytes, and tells when the terminal goes away."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Drive an app."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._ours = app
        self._is_gone = False

    def write(self, data: str) -> None:
        """Write to the terminal; what nothing takes any more is dropped, where the stock driver would wait for ever."""
        if not self._is_gone:
            super().write(data)

    def run_input_thread(self) -> None:
        """Dispatch what is typed until the input ends or isn't wanted any more."""
        terminal = self.fileno
        reader, writer = os.pipe()
        done, stop = os.pipe()
        pump = Thread(target=self._pump, args=(terminal, writer, done), name="terminal-input")
        # Until the stock loop has ended, nothing else asks for the terminal.
        self.fileno = reader
        pump.start()
        try:
            super().run_input_thread()
        finally:
            self.fileno = terminal
            os.close(stop)
            os.close(reader)
            pump.join()
            os.close(done)

    def _pump(self, terminal: int, writer: int, done: int) -> None:
        """Put what the terminal sends into a pipe as UTF-8, until the other end of `done` is closed."""
        typed = Input()
        while done not in select.select([terminal, done], [], [])[0]:
            data = _read(terminal)
            if not data:
                self._is_gone = True
                self._ours.post_message(TerminalGone())
                # An end of the pipe would keep the stock loop busy.
                select.select([done], [], [])
                break
            with suppress(BrokenPipeError):
                _write(writer, typed.text_of(data).encode())
        os.close(writer)


def driver_for(stock: type[Driver]) -> type[Driver]:
    """The driver to use where Textual would use another one."""
    return Terminal if stock is LinuxDriver else stock


def _read(terminal: int) -> bytes:
    """What the terminal has sent; nothing if it is gone, which Linux reports as an error."""
    try:
        return os.read(terminal, _CHUNK)
    except OSError:
        return b""


def _write(pipe: int, data: bytes) -> None:
    """Put all of the data into a pipe, however much it takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]

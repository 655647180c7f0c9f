"""Bytes to text, whatever wrote them: the encoding is found out, and nothing is ever refused.

A byte order mark decides first, then zero bytes (UTF-16 and UTF-32), then whether the bytes are UTF-8. What is left
comes from an older program: the lines that aren't ASCII are read in each encoding that such programs write, and the
reading that looks most like written words is taken. The marks follow one idea: in a wrong encoding the letters stand in
the wrong company, as a capital after a small letter, a sign inside a word, letters of two languages in one, or an
ideograph within a Latin one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from netpractice.exchange.letters import ALPHABETS, COMMON, LETTERS, RARE_SIGNS, SIGNS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins like that of UTF-16 and stands first."""

_SAMPLE = 40_000
"""So many bytes of the lines that aren't ASCII are enough to judge by."""

_WHOLE_CHARACTER = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UTF_8 = re.compile(rb"(" + _WHOLE_CHARACTER + rb")|([\x80-\xff])")
"""Finds a character of UTF-8 that isn't ASCII (group 1), or else one byte that is part of none (group 2)."""

_FOREIGN_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+")

Look: TypeAlias = Callable[[str], float]
"""How much a text looks as if it had been read in the right encoding, from -1 to 1."""


def decode(data: bytes) -> str:
    """The text that bytes stand for, without a byte order mark. Never fails.

    UTF-8, UTF-16 and UTF-32 are known by their mark or without one; ISO-2022-JP by its escapes; Shift_JIS, GB 18030,
    Korean, Cyrillic, Greek and the code pages of Windows, DOS and the Macintosh by how the words look. Text that is
    UTF-8 but for some bytes keeps its UTF-8, and the other bytes are read as Windows-1252. Bytes that stand for nothing
    become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _mostly_utf_8(data) if encoding == "utf-8" else _lenient(data, encoding)
            # Programs that don't know of the mark put their own before it.
            return text.lstrip("\ufeff")
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    if b"\x1b$" in data and data.isascii():
        return _lenient(data, "iso2022_jp")
    return _narrow(data)


def _lenient(data: bytes, encoding: str) -> str:
    """The text in a known encoding; what it can't hold becomes U+FFFD."""
    return data.decode(encoding, errors="replace")


def _wide(data: bytes) -> str:
    """The kind of UTF-32 or UTF-16 that bytes without a mark are in, or nothing.

    ASCII characters, of which every file has line breaks and separators, show it: their zero bytes all stand at the
    same place of a character.
    """
    head = data[:_SAMPLE]
    zeros = [head[place::4].count(0) for place in range(4)]
    characters = len(head) // 4
    if sum(zeros) * 20 < len(head):
        return ""
    if len(data) % 4 == 0 and min(zeros[0], zeros[1]) > characters * 0.9 and zeros[3] < characters / 2:
        return "utf-32-be"
    if len(data) % 4 == 0 and min(zeros[2], zeros[3]) > characters * 0.9 and zeros[0] < characters / 2:
        return "utf-32-le"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 9 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 9 * odd else ""


def _narrow(data: bytes) -> str:
    """Text in UTF-8, or else in the older encoding that it looks most like."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    whole, stray = 0, 0
    for match in _UTF_8.finditer(data):
        if match[1]:
            whole += 1
        else:
            stray += 1
    return _mostly_utf_8(data) if whole >= stray else _lenient(data, _older(data))


def _mostly_utf_8(data: bytes) -> str:
    """Text in UTF-8, in which bytes that are part of no character are read as Windows-1252."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _UTF_8.sub(_repaired, data).decode()


def _repaired(match: re.Match[bytes]) -> bytes:
    """A character of UTF-8 as it is, or the one that a stray byte stands for in Windows-1252."""
    return match[1] or _lenient(match[2], "cp1252").encode()


def _older(data: bytes) -> str:
    """The encoding in which the lines that aren't ASCII look most like written words."""
    lines, size = [], 0
    for match in _FOREIGN_LINE.finditer(data):
        lines.append(match[0][:_SAMPLE])
        size += len(match[0])
        if size > _SAMPLE:
            break
    sample = b"\n".join(lines)
    return max(_OLDER, key=lambda encoding: _OLDER[encoding](_lenient(sample, encoding)))


def _latin_look(text: str) -> float:
    """How much a text looks like European words, from -1 to 1: the mean over its characters beyond ASCII."""
    marks = [
        _latin_mark(text[match.start() - 1 : match.start()], match[0], text[match.end() : match.end() + 1])
        for match in _FOREIGN.finditer(text)
    ]
    mixed = [len(letters) for word in _WORD.findall(text) if (letters := _foreign_letters(word)) and _is_mixed(letters)]
    return _mean([*marks, *[-1.0] * sum(mixed)])


def _foreign_letters(word: str) -> str:
    """The letters of a word that aren't ASCII, in small ones."""
    return "" if word.isascii() else "".join(_FOREIGN.findall(word.lower()))


def _is_mixed(letters: str) -> bool:
    """True for letters of one word that no language has together."""
    return len(set(letters)) > 1 and not any(alphabet.issuperset(letters) for alphabet in ALPHABETS)


def _latin_mark(before: str, letter: str, after: str) -> float:
    """How likely a character is between its neighbours, from -1 to 1."""
    is_inside = before.isalpha() and after.isalpha()
    if letter in SIGNS or letter in RARE_SIGNS:
        if (is_inside and letter != "’") or (letter in "“‘„«" and before.isalpha()):
            return -1
        return 0.8 if letter in SIGNS else 0.3
    is_capital_inside = letter.isupper() and (before.islower() or (before.isalpha() and after.islower()))
    # Three letters beyond ASCII in a row are a word of another script.
    is_third = is_inside and not before.isascii() and not after.isascii()
    if is_capital_inside or is_third or (letter not in COMMON and letter not in LETTERS):
        return -1
    if not before.isalpha() and not after.isalpha():
        return 0.2
    return 1 if letter in COMMON else 0.6


def _alphabet_look(first: str, last: str) -> Look:
    """How much a text looks like words of an alphabet, given by its first and last code point."""

    def look(text: str) -> float:
        marks: list[float] = []
        for match in _FOREIGN.finditer(text):
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            is_strange = not first <= match[0] <= last or _is_latin(before) or _is_latin(after)
            if is_strange or (match[0].isupper() and before.islower()):
                marks.append(-1)
            else:
                marks.append(0.9 if before.isalpha() or after.isalpha() else 0.2)
        return _mean(marks)

    return look


def _ideographs_look(encoding: str, *common: tuple[int, int]) -> Look:
    """How much a text looks like one in ideographs, given by the first bytes of the encoding's common characters."""

    def look(text: str) -> float:
        marks: list[float] = []
        for match in _FOREIGN_RUN.finditer(text):
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            if len(match[0]) == 1 and (_is_latin(before) or _is_latin(after)):
                marks.append(-1)
            else:
                marks += [mark(character) for character in match[0]]
        return _mean(marks)

    def mark(character: str) -> float:
        code = character.encode(encoding, errors="replace")
        if len(code) == 1:
            return 0.2 if code > b"\x7f" else -1
        return 0.9 if any(first <= code[0] <= last for first, last in common) else -0.5

    return look


def _is_latin(character: str) -> bool:
    """True for a letter of ASCII; false for no character at all."""
    return character.isascii() and character.isalpha()


def _mean(marks: list[float]) -> float:
    """The mean, or 0 of nothing."""
    return sum(marks) / len(marks) if marks else 0


def _european_look(more: float) -> Look:
    """How much a text looks like European words, and `more` for how many programs write its encoding."""

    def look(text: str) -> float:
        return _latin_look(text) + more

    return look


_OLDER: Mapping[str, Look] = {
    "cp1252": _european_look(0.3),
    "cp1250": _european_look(0.1),
    "mac_roman": _european_look(-0.2),
    "cp850": _european_look(-0.2),
    "cp1251": _alphabet_look("\u0400", "\u04ff"),
    "cp1253": _alphabet_look("\u0370", "\u03ff"),
    "cp932": _ideographs_look("cp932", (0x81, 0x98)),
    "cp949": _ideographs_look("cp949", (0xA1, 0xA3), (0xB0, 0xC8)),
    "gb18030": _ideographs_look("gb18030", (0xA1, 0xA3), (0xB0, 0xD7)),
    "euc_jp": _ideographs_look("euc_jp", (0xA1, 0xA5), (0xB0, 0xCF)),
    "big5": _ideographs_look("big5", (0xA1, 0xA3), (0xA4, 0xC6)),
}
"""The older encodings that contacts come in, each with how to tell text that was written in it.

Of two whose marks are equal the earlier is taken: the common characters of Korean are among those of Chinese.
"""

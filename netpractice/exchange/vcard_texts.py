"""The values of a vCard file as text: transfer encodings, the encoding of each line, and escapes.

A line may say in which encoding its value is. Many programs say nothing, some say what isn't so: then UTF-8 is tried,
and the encoding of what isn't UTF-8 is found out from all such values of the file together, for one name alone is too
short to tell.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

import msgspec

from netpractice.exchange.encodings import decode
from netpractice.exchange.vcard_cards import Property
from netpractice.exchange.vcard_lines import types_of

_CHARSETS = {
    "utf8": "utf-8",
    "utf16": "utf-16",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "iso88591": "cp1252",
    "latin1": "cp1252",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "xsjis": "cp932",
    "windows31j": "cp932",
    "cp932": "cp932",
    "eucjp": "euc_jp",
    "iso2022jp": "iso2022_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "cp950",
    "euckr": "cp949",
    "ksc56011987": "cp949",
    "koi8r": "koi8_r",
    "koi8u": "koi8_u",
    "macintosh": "mac_roman",
    **{f"iso8859{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"windows{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"cp{page}": f"cp{page}" for page in range(1250, 1259)},
}
"""Encodings by their name without signs, each in the widest form that programs write under that name."""

_SIGNS = re.compile(r"[^a-z0-9]")
_ESCAPED = re.compile(r"\\([nN\\,;:])")
_BETWEEN = b"\n\x1e\n"
"""What values are joined by to find out their encoding; no encoding has it within a character."""


class Said(msgspec.Struct, frozen=True, gc=False):
    """One thing that a card says, as text."""

    line: int
    """The line of the file on which it begins, from 1."""
    name: str
    """Its name in capitals."""
    parameters: Mapping[str, str]
    """Its parameters, see `parameters_of`."""
    text: str
    """Its value, still escaped: see `unescaped` and `parts`."""


def said(properties: Iterable[Property]) -> list[Said]:
    """What properties say, in their order. Never fails: bytes that stand for nothing become U+FFFD."""
    listed = list(properties)
    values = [_without_transfer_encoding(stated) for stated in listed]
    texts = [
        _as_declared(value, stated.parameters.get("CHARSET", "")) for value, stated in zip(values, listed, strict=True)
    ]
    found_out = iter(_found_out([value for value, text in zip(values, texts, strict=True) if text is None]))
    return [
        Said(stated.line, stated.name, stated.parameters, next(found_out) if text is None else text)
        for stated, text in zip(listed, texts, strict=True)
    ]


def unescaped(text: str) -> str:
    """A text without its escapes. What isn't one, such as the backslash in a path, stays."""
    return _ESCAPED.sub(_meant, text) if "\\" in text else text


def escaped(text: str) -> str:
    """A text as it is written in a value, whatever separates the parts of that value."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def parts(text: str, separator: str) -> list[str]:
    """The parts of a value without their escapes; a separator that is escaped is text."""
    return [unescaped(part) for part in split(text, separator)]


def split(text: str, separator: str) -> list[str]:
    """The parts of a value, still escaped."""
    if "\\" not in text:
        return text.split(separator)
    found, start = [], 0
    for match in re.finditer(rf"\\.|{separator}", text, re.DOTALL):
        if match[0] == separator:
            found.append(text[start : match.start()])
            start = match.end()
    return [*found, text[start:]]


def _meant(match: re.Match[str]) -> str:
    """What an escape stands for."""
    return "\n" if match[1] in "nN" else match[1]


def _without_transfer_encoding(stated: Property) -> bytes:
    """The value of a property without quoted-printable or base64."""
    names = types_of(stated.parameters) | {*stated.parameters.get("ENCODING", "").upper().split(",")}
    if "QUOTED-PRINTABLE" in names:
        return binascii.a2b_qp(stated.value)
    if names & {"BASE64", "B"}:
        with suppress(binascii.Error):
            return binascii.a2b_base64(stated.value)
    return stated.value


def _as_declared(value: bytes, charset: str) -> str | None:
    """The value in the encoding that it is said to have, or else in UTF-8; None if it is in neither."""
    if b"\x1b$" in value:
        return decode(value)
    declared = _CHARSETS.get(_SIGNS.sub("", charset.lower()))
    # An editor saves such a file in UTF-8 and leaves what it says; no words in Windows-1252 are UTF-8 by chance.
    for encoding in ("utf-8", declared) if declared == "cp1252" else (declared, "utf-8"):
        if encoding:
            with suppress(UnicodeDecodeError):
                return value.decode(encoding)
    return None


def _found_out(values: list[bytes]) -> list[str]:
    """Values that aren't UTF-8 in the encoding that is found out from all of them."""
    texts = decode(_BETWEEN + _BETWEEN.join(values)).split(_BETWEEN.decode())[1:] if values else []
    return texts if len(texts) == len(values) else [decode(value) for value in values]

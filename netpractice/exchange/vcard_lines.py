"""The lines of a vCard file: where they begin, how they are put together, and what stands before their value.

Programs break lines in many ways, and the standards' are only some of them: every kind of line break; folding as in
3.0 and 4.0, as in 2.1, and by the soft breaks of quoted-printable; a line that went on without any of these. All is
done on bytes, for each line may have an encoding of its own and a character may be cut in two by a fold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from netpractice.exchange.encodings import decode

_BLANK = b" \t\0\x1a\xef\xbb\xbf"
"""What may stand around BEGIN:VCARD: white space, a byte order mark, and what old programs end a file with."""

_EDGE = re.compile(rb"[ \t\0\x1a\xef\xbb\xbf]*+(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t\0\x1a\xef\xbb\xbf]*+", re.IGNORECASE)
_GLUED = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t\xef\xbb\xbf]*(?=BEGIN[ \t]*:)", re.IGNORECASE)
_INDENTED = re.compile(rb"\s*^([ \t]+)BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)
_ONE_LINE = re.compile(rb"[^\n]*+")
_FOLDED_LINES = re.compile(
    rb"[ \t]*+(?:(?:BEGIN|END)[ \t]*+:[ \t]*+VCARD[ \t]*+)?+(?=\n[ \t]++BEGIN[ \t]*+:)|[^\n]*+(?:\n[ \t][^\n]*+)*+",
    re.IGNORECASE,
)
"""Matches a line and those that continue it; the beginning of a card, though it is indented, continues none before it."""

_FOLD = re.compile(rb"(?<=.)\n[ \t]")
"""What a line is folded by; an empty line isn't folded."""

_HEAD = re.compile(rb'(?:[^":]|"[^"]*")*+(?=:)')
_PARAMETER = re.compile(rb'(?:[^";]|"[^"]*"?)++')
_NAME = re.compile(rb"(?:[\w-]+\.)*([Xx]-[!-9<-~]+|[\w-]+)", re.ASCII)
"""The name of a property, with or without the group before it; those of programs' own may hold any sign."""

_FULL_LINE = 60
"""From so many bytes on, a line was folded because it was full; a shorter one of 2.1 was folded between two words."""


def plain_lines(data: bytes) -> bytes:
    """The bytes of a file with a newline for every line break; UTF-16 and UTF-32 become UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        data = decode(data).encode(errors="replace")
    if b"\r" in data:
        # Some transfers write the first half of every line break twice.
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _not_indented(data)


def logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each line together with those that continue it, as they stand in the file, and the number of the first, from 1."""
    number, start = 1, 0
    while start < len(data):
        glued = _GLUED.match(data, start)
        if glued:
            # Two files were joined, and the first had no line break at its end.
            yield number, glued[0]
            start = glued.end()
        end = _end(_FOLDED_LINES, data, start)
        line = data[start:end]
        if _goes_on(line) and is_quoted(head_of(line)):
            end = _end_of_quoted(data, start, end)
            line = data[start:end]
        yield number, line
        number += data.count(b"\n", start, end + 1)
        start = end + 1


def _not_indented(data: bytes) -> bytes:
    """Lines without the white space that all of them begin with, as when they were copied out of a page."""
    match = _INDENTED.match(data)
    if match is None or any(line.strip() and not line.startswith(match[1]) for line in data.split(b"\n")):
        return data
    return data.replace(b"\n" + match[1], b"\n").removeprefix(match[1])


def edge(line: bytes) -> str:
    """`BEGIN` or `END` for a line with which a card begins or ends, empty for any other."""
    match = _EDGE.fullmatch(line)
    return match[1].decode().upper() if match else ""


def head_of(line: bytes) -> bytes:
    """Name and parameters of a property: what stands before the first colon that isn't quoted; empty without a colon."""
    colon = line.find(b":")
    if colon < 0 or b'"' not in line[:colon]:
        return line[: max(colon, 0)]
    match = _HEAD.match(line)
    return match[0] if match else line[:colon]


def name_of(head: bytes) -> str:
    """The name of a property in capitals, without the group before it; empty for what can't be a name."""
    match = _NAME.fullmatch(_FOLD.sub(b"", head.partition(b";")[0]).strip(_BLANK))
    return match[1].decode().upper() if match else ""


def parameters_of(head: bytes) -> dict[str, str]:
    """The parameters of a property by their name in capitals; several values have commas between.

    The bare words of 2.1 (`TEL;HOME;QUOTED-PRINTABLE`) are types.
    """
    parameters: dict[str, list[str]] = {}
    for part in (_PARAMETER.findall(head) if b'"' in head else head.split(b";"))[1:]:
        name, is_named, value = part.decode(errors="replace").replace('"', "").partition("=")
        name, value = (name.strip().upper(), value.strip()) if is_named else ("TYPE", name.strip())
        parameters.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in parameters.items()}


def types_of(parameters: Mapping[str, str]) -> frozenset[str]:
    """The types among parameters in capitals: `HOME`, `PREF`, in 2.1 also encodings, such as `BASE64`."""
    return frozenset(word.strip().upper() for word in parameters.get("TYPE", "").split(","))


def is_quoted(head: bytes) -> bool:
    """True if name and parameters say that the value is in quoted-printable."""
    return b"QUOTED-PRINTABLE" in head.upper()


def unfolded(line: bytes, *, is_old: bool) -> bytes:
    """A folded line as one.

    Args:
        line: the line and those that continue it.
        is_old: True for 2.1, where lines may be folded between words, and the white space there is part of the text.
    """
    if b"\n" not in line:
        return line
    if not is_old:
        return _FOLD.sub(b"", line)
    parts = line.split(b"\n")
    joined = [parts[0]]
    for before, part in pairwise(parts):
        joined.append(part[1:] if len(before) >= _FULL_LINE else b" " + part.lstrip(b" \t"))
    return b"".join(joined)


def without_soft_breaks(line: bytes) -> bytes:
    """A line in quoted-printable as one, however it was broken.

    White space after a soft break is part of the text, unless the lines were folded as well. That shows where all of
    them begin with it and there are several, or where the one follows a line break of the text itself.
    """
    first, *others = line.split(b"\n")
    is_folded = all(other[:1] in (b" ", b"\t") for other in others) and (
        len(others) > 1 or first.rstrip(b" \t").endswith((b"=0A=", b"=0D="))
    )
    joined = [first]
    for other in others:
        before = joined[-1].rstrip(b" \t")
        if not before.endswith(b"="):
            joined.append(other[1:])
            continue
        joined[-1] = before[:-1]
        joined.append(other[1:] if is_folded else other)
    return b"".join(joined).rstrip(b" \t")


def _end(pattern: re.Pattern[bytes], data: bytes, start: int) -> int:
    """Where a match of a pattern that matches everywhere ends."""
    match = pattern.match(data, start)
    return match.end() if match else start


def _goes_on(line: bytes) -> bool:
    """True for a line that ends in a soft break."""
    return line.rstrip(b" \t").endswith(b"=")


def _end_of_quoted(data: bytes, start: int, end: int) -> int:
    """Where a value in quoted-printable ends whose first lines reach from `start` to `end`.

    It never goes beyond its card: programs write a soft break too many at the end of a value.
    """
    while end < len(data) and _goes_on(data[start:end]):
        start, stop = end + 1, _end(_ONE_LINE, data, end + 1)
        if edge(data[start:stop]):
            return end
        end = stop
    return end

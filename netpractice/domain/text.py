"""The one cleaner of user text: what is typed, pasted, imported or loaded passes through it.

Some code points act on a terminal or on the text around them instead of being read: control characters, direction
overrides, tags, halves of surrogate pairs. They are dropped here, once, so that no screen or report has to think of
them. Joiners and variation selectors stay, for emoji, Persian and Hindi need them. Cleaning clean text gives it back
as it is, and text is never shortened: what is too long is refused.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

from netpractice.domain.errors import InputError

LINE_LIMIT = 500
"""The most characters in a field of one line."""

TEXT_LIMIT = 100_000
"""The most characters in a field of several lines."""

MARKS_LIMIT = 8
"""The most combining marks on one character. Living scripts need six at most; hundreds would climb over other rows."""

SUSPICIOUS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, embeddings, overrides and isolates
    "\u2028\u2029\ufeff"  # line and paragraph separator, byte order mark
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tags
)
"""Finds a code point that clean text never holds."""

_PLAIN = re.compile("[\n -~\xa0-\u02ff]*")
"""Matches text that is clean whatever its order: nothing below U+0300 combines, and no control character is in it."""

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\u2028\u2029]")
"""Finds what breaks a line; a vertical tab is how Outlook and FileMaker break one within a cell."""

_BEYOND_LATIN = re.compile(f"[^\x00-\u02ff]{{{MARKS_LIMIT + 1},}}")
"""Finds where too many marks could be: every mark and joiner is at U+0300 or above."""

_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")

_JOINERS = "\u200c\u200d"

_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("‘’ʼ′", "'")
    | dict.fromkeys("‐–—", "-")
)
"""What Unicode doesn't take apart into a plain letter and a mark, and what keyboards have instead of a drawn sign."""

_HARMLESS_ESCAPES = frozenset((b'"', b"/", b"n", b""))
_PLAIN_BYTES = b"\n" + bytes(range(0x20, 0x7F))
_LATIN_MARK = re.compile("[\u0300-\u036f]")
"""Finds the marks that can be combined with an ASCII letter."""


def clean_line(value: str, field: str = "text") -> str:
    """One line of text, clean: white space inside is one space, at the ends there is none.

    Args:
        value: what was typed or read.
        field: what to call it in the message.

    Raises:
        InputError: it has more than `LINE_LIMIT` characters.
    """
    line = " ".join(harmless(value).split())
    return _fitting(line, LINE_LIMIT, field, "Put the long part into the notes")


def clean_text(value: str, field: str = "text") -> str:
    """Text of several lines, clean: every line break is a newline, all other white space stays.

    Args:
        value: what was typed or read.
        field: what to call it in the message.

    Raises:
        InputError: it has more than `TEXT_LIMIT` characters.
    """
    return _fitting(harmless(value), TEXT_LIMIT, field, "Split it into several entries")


def harmless(value: str) -> str:
    """Text of any length without what acts instead of being read: what is shown but never kept passes through this.

    It is composed (NFC), every line break is a newline, a tab is a space, and no character has more marks than
    `MARKS_LIMIT`.
    """
    if _PLAIN.fullmatch(value):
        return value
    if SUSPICIOUS.search(value):
        value = SUSPICIOUS.sub("", _LINE_BREAKS.sub("\n", value.replace("\t", " ")))
    return _BEYOND_LATIN.sub(_with_few_marks, unicodedata.normalize("NFC", value))


def is_clean(value: str) -> bool:
    """True for text that `clean_text` would give back as it is, whatever its length."""
    return _PLAIN.fullmatch(value) is not None or harmless(value) == value


def fold(text: str) -> str:
    """Text as it is compared: blind to case, to accents, and to how a letter or an apostrophe is drawn.

    `fold("Łukasz O’Néill")` is `"lukasz o'neill"`. Marks that are vowels or that tell one letter from another, as in
    Hindi, Thai and Japanese, stay. Folding folded text changes nothing.
    """
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _BEYOND_ASCII.sub(_in_plain_letters, letters))


def looks_clean(data: bytes) -> bool:
    r"""True if every string in a JSON file is sure to be clean, without decoding it; one pass over the bytes.

    False means only that the strings have to be looked at one by one. White space in fields of one line and lengths
    are not looked at. Escapes (`\u001b`) could stand for anything; those of newline, quote and backslash are harmless.
    """
    if not _has_plain_escapes(data) and not _has_plain_escapes(data.replace(b"\\\\", b"")):
        return False
    try:
        rest = data.translate(None, _PLAIN_BYTES).decode()
    except UnicodeDecodeError:
        return False
    if not rest:
        return True
    if not is_clean(rest):
        return False
    return _LATIN_MARK.search(rest) is None or unicodedata.is_normalized("NFC", data.decode())


def _has_plain_escapes(data: bytes) -> bool:
    """True if every backslash, the second of a pair too, stands before something harmless."""
    # One split is much quicker than a search for each of the other escapes, and a look beforehand costs nothing.
    return b"\\" not in data or _HARMLESS_ESCAPES.issuperset(part[:1] for part in data.split(b"\\")[1:])


def _with_few_marks(match: re.Match[str]) -> str:
    """The matched characters without the marks and joiners that follow `MARKS_LIMIT` others."""
    kept = []
    run = 0
    for character in match[0]:
        is_mark = character in _JOINERS or unicodedata.category(character).startswith("M")
        run = run + 1 if is_mark else 0
        if run <= MARKS_LIMIT:
            kept.append(character)
    return "".join(kept)


def _in_plain_letters(match: re.Match[str]) -> str:
    """The matched characters as plain letters where there are such, without the marks that don't make a letter another."""
    return "".join(filterfalse(_is_accent, match[0].translate(_PLAIN_LETTERS)))


def _is_accent(character: str) -> bool:
    """True for a mark that is written above, below, through or inside a letter and doesn't make it another one."""
    place = unicodedata.combining(character)
    return place == 1 or 10 <= place <= 36 or place >= 200


def _fitting(text: str, limit: int, field: str, way_out: str) -> str:
    """The text itself; raises InputError if it is longer than the limit."""
    if len(text) > limit:
        raise InputError(f"{len(text):,} characters are too long, at most {limit:,} fit", where=field, way_out=way_out)
    return text

"""What single values of a vCard mean: names, addresses, numbers, links, birthdays. Texts to texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

import msgspec

from netpractice.exchange.dates import read_date
from netpractice.exchange.vcard_lines import types_of
from netpractice.exchange.vcard_texts import escaped, parts, split, unescaped

_TIME = re.compile(r"(?<=\d)T.*", re.DOTALL)
"""Finds a time of day."""

_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def preference(parameters: Mapping[str, str]) -> int:
    """How much a value is preferred to others of its kind, from 1 (most) to 100; 101 if nothing is said."""
    level = parameters.get("PREF", "")
    if re.fullmatch(r"\d{1,3}", level, re.ASCII):
        return int(level)
    return 1 if level or "PREF" in types_of(parameters) else 101


def full_name(structured: str) -> str:
    """A name as one would say it, from its parts: family, given and further names, titles before and after it."""
    family, given, further, before, after, *_ = [
        " ".join(parts(part, ",")) for part in [*split(structured, ";"), "", "", "", "", ""]
    ]
    names = (family, given, further) if _is_east_asian(family + given) else (given, further, family)
    return " ".join(" ".join((before, *names, after)).split())


def structured_name(name: str) -> str:
    """A name in the parts that programs sort and greet by; the last word is taken for the family's."""
    first, _, last = name.rpartition(" ")
    if _is_east_asian(name) and first:
        return f"{escaped(first)};{escaped(last)};;;"
    return f"{escaped(last)};{escaped(first)};;;" if first else f";{escaped(last)};;;"


def _is_east_asian(name: str) -> bool:
    """True for a name in Chinese, Japanese or Korean, which is said family name first."""
    return _EAST_ASIAN.search(name) is not None and _LATIN.search(name) is None


def email(text: str) -> str:
    """An e-mail address alone, without `mailto:` and without the name that some programs write before it."""
    text = text.strip()
    if text[:7].lower() == "mailto:":
        text = unquote(text[7:].partition("?")[0])
    angled = text.rpartition("<")[2].removesuffix(">").strip()
    return angled if text.endswith(">") and "@" in angled and len(angled.split()) == 1 else text


def phone(text: str) -> str:
    """A phone number as it was written, without `tel:` and what may follow a number there."""
    text = text.strip()
    return unquote(text[4:].partition(";")[0]) if text[:4].lower() == "tel:" else text


def link(text: str) -> str:
    """A link as it is written: a colon in it is never an escape, though old programs put a backslash before it."""
    return unescaped(text.replace("\\:", "\\\\:"))


def profile(text: str) -> str:
    """The link to somebody's profile; empty for an account that is named in another way."""
    text = text.strip()
    return text if text[:7].lower() == "http://" or text[:8].lower() == "https://" else ""


def identity(text: str) -> str:
    """The identity of a card, written alike by programs that write it as a URN and by those that don't."""
    text = text.strip()
    return text[9:] if text[:9].lower() == "urn:uuid:" else text


def birthday(text: str, parameters: Mapping[str, str]) -> str:
    """A birthday as records have it: an ISO date, or `--MM-DD` when the year isn't known.

    Empty for what is no day of the calendar, and for two numbers of which either could be the month.
    """
    written = read_date(_TIME.sub("", text))
    if written is None or written.may_swap:
        return ""
    # Apple's programs name the year that stands for none.
    if str(written.year) == parameters.get("X-APPLE-OMIT-YEAR"):
        written = msgspec.structs.replace(written, year=None)
    return written.iso()

"""The parts of a capture line after the first one: how each is read by its mark (the table is in `capture`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, TypeAlias, get_args

import msgspec

from netpractice.domain.capture_signs import MARKS, MarkedKind, Piece, is_note, last_alone, plain, plain_note
from netpractice.domain.days import read_day, show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import read_tags
from netpractice.domain.records import FavourKind
from netpractice.domain.text import clean_line, clean_text, fold

Kind: TypeAlias = MarkedKind | Literal["note", "follow up", "went", "day", "unread"]
"""What a part means; `day` is that of an event, `unread` is a part that can't be read."""

LET_GO = "-"
"""What stands for a day if a follow-up is let go on purpose."""

_ONCE: dict[Kind, str] = {
    "facts": "the company",
    "setting": "the place",
    "follow up": "the follow-up",
    "went": "how well it went",
    "day": "the day",
}
"""The kinds that a line says once at most, with what they tell."""

_EMPTY: dict[MarkedKind, tuple[str, str]] = {
    "learnt": ("what you learnt is missing", "~likes maps"),
    "help": ("how you could help is missing", "*intro to Bo"),
    "gave": ("what you gave is missing", "+read her letter"),
    "received": ("what they gave you is missing", "<a good question"),
    "asked": ("what you asked for is missing", "?feedback"),
    "promise": ("what you promised is missing", "!send the article by fri"),
    "lead": ("what they pointed you to is missing", "^call Kim by fri"),
    "facts": ("the company and role are missing", "=ACME, recruiter"),
    "setting": ("the place is missing", "@bar"),
    "tag": ("the tag is missing", "#maps"),
}
"""What a mark alone lacks, and what it looks like with it."""

_BESIDE_DAYS = frozenset(("next", "this", "last", "the", "end", "of", "mid", "early", "late", "in", "on", "at", "ago"))
"""Words that stand beside a day and are none."""

_TIMES = frozenset((
    "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years",
    "morning", "noon", "afternoon", "evening", "night", "tonight",
))  # fmt: skip
"""Words that tell of a day and can't be read as one alone."""

_ANY_DAY = date(2000, 1, 1)
"""A day on which single words are tried: whether they name a day or month is the same on all days."""

_FOLLOW_UP = re.compile(r"fu(?!\S)(.*)")
_NUMBER = re.compile("[0-9]{1,2}")
_FAVOUR_KINDS: dict[str, FavourKind] = {kind: kind for kind in get_args(FavourKind)}


class Part(msgspec.Struct, frozen=True):
    """One part of a line after the first."""

    kind: Kind
    text: str
    """What it says without its mark and its day, clean and in one line; an unreadable part is whole."""
    when: str = ""
    """The words for the day, or `LET_GO`; empty if there are none."""
    due: date | None = None
    """The day that these words mean."""
    start: int = 0
    """Where it begins in its line, in characters from 0, the mark included."""
    end: int = 0
    """Where it ends; the character there is the first that doesn't belong to it."""
    trouble: str = ""
    """What is wrong with an unreadable part, as a sentence without its full stop."""
    way_out: str = ""
    """What to do about it, likewise."""


class Context(msgspec.Struct, frozen=True):
    """On what day the words for days are read."""

    today: date
    week_start: int = 0


Reader: TypeAlias = Callable[[str, Context], list[Part]]
"""Reads the text between two separators, several parts for tags; raises InputError for what can't be read."""


def read_parts(stretch: Iterable[Piece], context: Context, read: Reader) -> tuple[Part, ...]:
    """The parts that stand between separators; what is empty is no part."""
    parts: list[Part] = []
    for piece in stretch:
        text = plain(piece.text, "/")
        if not text:
            continue
        try:
            found = read(text, context)
            _refuse_twice(found[0].kind, parts)
        except InputError as problem:
            found = [Part("unread", text, trouble=problem.what, way_out=problem.way_out)]
        parts += [msgspec.structs.replace(part, start=piece.start, end=piece.end) for part in found]
    return tuple(parts)


def talk_part(text: str, context: Context) -> list[Part]:
    """A part of a line about a talk (see `Reader`)."""
    follow_up = _FOLLOW_UP.fullmatch(text)
    if follow_up:
        return [_follow_up(follow_up[1].strip(), context)]
    if _NUMBER.fullmatch(text):
        return [_went(text)]
    if is_note(text):
        return [Part("note", clean_text(plain_note(text)))]
    return _marked(MARKS[text[0]], text[1:].strip(), context)


def event_part(text: str, context: Context) -> list[Part]:
    """A part of the line of an event (see `Reader`)."""
    kind = MARKS.get(text[0])
    if kind in ("setting", "tag"):
        return _marked(kind, text[1:].strip(), context)
    day = read_day(text, context.today, past=True, week_start=context.week_start)
    if day > context.today:
        raise InputError(
            f"{show_day(day, context.today)} hasn't begun yet", way_out="Write talks down when they have been held"
        )
    return [Part("day", "", when=text, due=day)]


def facts_of(text: str) -> tuple[str, str]:
    """The company and the role that a part tells; either may be empty."""
    company, comma, role = text.rpartition(",")
    return (company.strip(), role.strip()) if comma else (text, "")


def favour_of(text: str) -> tuple[FavourKind, str]:
    """The kind of a favour and what it was: `feedback: her talk` names its kind, and so does `feedback` alone."""
    named, colon, what = text.partition(":")
    kind = _FAVOUR_KINDS.get(fold(named.strip()))
    return ("other", text) if kind is None else (kind, what.strip() if colon else "")


def _refuse_twice(kind: Kind, parts: list[Part]) -> None:
    """Raise InputError for what may be said once and is said already."""
    if kind in _ONCE and any(part.kind == kind for part in parts):
        raise InputError(f"{_ONCE[kind]} is told twice", way_out="Take one of them out")


def _follow_up(when: str, context: Context) -> Part:
    """A follow-up for somebody new."""
    if when == LET_GO:
        return Part("follow up", "", LET_GO)
    if not when:
        raise InputError("the day of the follow-up is missing", way_out="Write fu fri, or fu - to let it go on purpose")
    return Part("follow up", "", when, read_day(when, context.today, week_start=context.week_start))


def _went(text: str) -> Part:
    """How well it went."""
    if text not in ("0", "1", "2", "3", "4"):
        raise InputError(
            f"{text} doesn't say how well it went", way_out=f"Write 0 (badly) to 4 (very well), or \\{text} for a note"
        )
    return Part("went", text)


def _marked(kind: MarkedKind, text: str, context: Context) -> list[Part]:
    """A part with a mark, which has been taken off."""
    tags = read_tags(text) if kind == "tag" else ()
    if not (tags if kind == "tag" else text.strip("#, ")):
        what, example = _EMPTY[kind]
        raise InputError(what, way_out=f"Write it after the mark, as in {example}")
    if tags:
        return [Part(kind, tag) for tag in tags]
    if kind in ("promise", "lead"):
        return [_by_a_day(kind, text, context)]
    return [Part(kind, clean_text(text) if kind == "learnt" else clean_line(text))]


def _by_a_day(kind: MarkedKind, text: str, context: Context) -> Part:
    """A promise or lead, with its day if it tells one."""
    what, when = split_by(text)
    if not what:
        thing, example = _EMPTY[kind]
        raise InputError(thing, way_out=f"Write it before the day, as in {example}")
    return Part(kind, clean_line(plain(what, "by")), when, _due(when, context) if when else None)


def split_by(text: str) -> tuple[str, str]:
    """What is to be done, and the words after the last `by` if they tell of a day, else the whole text and nothing."""
    by = last_alone(text, "by")
    when = text[by.end() :].strip() if by else ""
    return (text[: by.start()].strip(), when) if by and _tells_of_a_day(when) else (text, "")


def _due(when: str, context: Context) -> date:
    """The day that words mean that tell of one; raises InputError if they can't be read."""
    try:
        return read_day(when, context.today, week_start=context.week_start)
    except InputError as problem:
        raise InputError(problem.what, way_out=f"{problem.way_out}, or \\by if it is no day") from None


def _tells_of_a_day(when: str) -> bool:
    """True for words of which each could tell of a day and one does, also where they can't be read as a day."""
    words = [word for word in when.lower().replace(",", " ").split() if word not in _BESIDE_DAYS]
    return bool(words) and all(map(_is_about_time, words))


def _is_about_time(word: str) -> bool:
    """True for a word with a digit, a day, a month, or another word that tells of a time."""
    return word in _TIMES or any(map(str.isdigit, word)) or _reads(word) or _reads(f"1 {word}")


def _reads(words: str) -> bool:
    """True if words can be read as a day."""
    try:
        read_day(words, _ANY_DAY)
    except InputError:
        return False
    return True

"""The give and ask ledger: favours written, edited and removed, what they add up to, and the gate before an ask.

Each change is one step for undo, with a label in words. Favours are named by their ids; one that isn't in the book raises
KeyError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, TypeAlias, get_args

import msgspec
from msgspec import UNSET, UnsetType

from netpractice.domain.days import show_day, show_span
from netpractice.domain.errors import InputError
from netpractice.domain.ledger import SPANS, Bar, Idea, age, balance, bars, ideas
from netpractice.domain.records import Contact, Favour, FavourDirection, FavourKind
from netpractice.domain.search import Matching, Test, haystack, parse_query, sift
from netpractice.domain.seasons import calm_share
from netpractice.domain.text import clean_line
from netpractice.domain.ties import Balance
from netpractice.practice.book import Book
from netpractice.practice.lanes import name_of
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import begun

DIRECTIONS: tuple[FavourDirection, ...] = get_args(FavourDirection)
"""The three ways of a favour."""

KINDS: tuple[FavourKind, ...] = get_args(FavourKind)
"""The kinds of favour."""

SILENT = 365
"""After how many days without a word an ask comes out of the blue."""

KEYS = ("who", "kind", "size")
"""What can stand before a colon in a filter; the words that mean something of their own are `DIRECTIONS`."""

Size: TypeAlias = Literal["S", "M", "L"]
SIZES: tuple[Size, ...] = get_args(Size)
"""The sizes of favours."""

Answer: TypeAlias = Literal["reconnect first", "give first", "go on"]

ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""What one can do at the gate; it never blocks."""


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger says."""

    favours: tuple[Favour, ...]
    """Those that the filter found, the latest first."""
    total: int
    """How many there are, whatever the filter."""
    balances: tuple[tuple[int, Balance], ...]
    """For 30, 90 and 365 days, each with its number of days."""
    bars: tuple[Bar, ...]
    """The last quarter of a year, week by week."""
    ideas: tuple[Idea, ...]
    """Favours of five minutes, those first whose kind wasn't given for longest."""
    calm_share: float | None
    """How much of a year's giving was done in seasons of needing nothing, 0 to 1; None if nobody knows."""
    trouble: str
    """What of the filter couldn't be read, in a sentence; empty if all could."""


class Gate(msgspec.Struct, frozen=True):
    """What to think of before asking somebody who has been silent for long."""

    contact: Contact
    last: date | None
    """The day of the last contact; None if none is written down."""
    words: str
    """The same in a sentence."""


def ledger(book: Book, query: str = "") -> Ledger:
    """What the ledger says, with the favours that a filter finds.

    Args:
        book: the open book.
        query: what was typed (see `domain.search`): words, `kind:`, `who:`, `size:`, and gave, received, asked.
    """
    today = book.today
    every = book.records.favours.values()
    found = sift(sorted(every, key=age, reverse=True), parse_query(query), _matching(book.standing.tray.name))
    return Ledger(
        favours=tuple(found.items),
        total=len(every),
        balances=tuple((days, balance(every, today, days)) for days in SPANS),
        bars=bars(every, today, book.settings.week_start),
        ideas=ideas(every, today),
        calm_share=calm_share(book.records.seasons.values(), every, today, SPANS[-1]),
        trouble=found.trouble,
    )


def write(
    book: Book,
    direction: FavourDirection,
    what: str = "",
    *,
    kind: FavourKind = "other",
    contact: str = "",
    size: Size | None = None,
    on: date | None = None,
) -> Outcome:
    """Enter a favour in the ledger.

    Args:
        book: the open book.
        direction: whether it was given, received or asked for.
        what: one line about it; it may be empty if the kind or the person says enough.
        kind: what kind of favour it is.
        contact: the id of the other person; empty for nobody on the roster.
        size: small, medium or large, if that matters.
        on: the practice day, today if not given.

    Raises:
        InputError: nothing is said of it; a line that is too long; a day that hasn't begun.
    """
    line, day = clean_line(what, "favour"), begun(book, on)
    if not line and kind == "other" and contact not in book.records.contacts:
        raise InputError("this favour says nothing", way_out="Write down what it was, its kind, or who it was with")
    favour = book.new(Favour, day=day, direction=direction, kind=kind, what=line, size=size, contact=contact)
    words = say(book, favour)
    return Outcome(change=book.change(words, put=[favour]), words=words)


def edit(
    book: Book,
    favour_id: str,
    *,
    direction: FavourDirection | UnsetType = UNSET,
    what: str | UnsetType = UNSET,
    kind: FavourKind | UnsetType = UNSET,
    contact: str | UnsetType = UNSET,
    size: Size | UnsetType | None = UNSET,
    on: date | UnsetType = UNSET,
) -> Outcome:
    """Correct a favour; what isn't given stays. Raises InputError as `write` does."""
    old = book.records.favours[favour_id]
    given = {
        "direction": direction,
        "what": what if what is UNSET else clean_line(what, "favour"),
        "kind": kind,
        "contact": contact,
        "size": size,
        "day": on if on is UNSET else begun(book, on),
    }
    replace: Callable[..., Favour] = msgspec.structs.replace
    new = replace(old, **{field: value for field, value in given.items() if value is not UNSET})
    words = f"edited: {say(book, new)}"
    change = book.change(words, put=[new])
    return Outcome(change=change, words=words if change else f"{say(book, old)}: nothing new")


def remove(book: Book, ids: Iterable[str]) -> Outcome:
    """Take favours out of the ledger."""
    there = [book.records.favours[favour_id] for favour_id in ids]
    words = f"removed: {say(book, there[0])}" if len(there) == 1 else f"removed {len(there)} favours"
    return Outcome(change=book.change(words, remove=there), words=words)


def gate(book: Book, contact_id: str, on: date | None = None) -> Gate | None:
    """What to think of before asking somebody: None unless they have been silent for a year or more.

    Nor is there a gate if something was given to them since the last talk. Of somebody with whom no contact is written
    down, as of people just imported, one knows only since when they have been on the roster.

    Args:
        book: the open book.
        contact_id: whom one is about to ask.
        on: the practice day of the ask, today if not given.
    """
    day = book.today if on is None else on
    contact = book.records.contacts[contact_id]
    ties = book.standing.ties
    last = ties.last_contact(contact_id, day)
    if (day - (last or contact.created.date())).days < SILENT:
        return None
    talk = max((talk.day for talk in ties.conversations(contact_id) if talk.day <= day), default=date.min)
    if any(favour.direction == "gave" and talk < favour.day <= day for favour in ties.favours(contact_id)):
        return None
    if last is None:
        words = f"No talk with {contact.name} is written down yet."
    else:
        words = f"You last spoke with {contact.name} on {show_day(last, day)}, {show_span((day - last).days)} ago."
    return Gate(contact=contact, last=last, words=words)


def say(book: Book, favour: Favour) -> str:
    """A favour in a line: `gave Nuno: to Jón (introduction)`."""
    who = name_of(book, favour.contact)
    way = f"received from {who}" if who and favour.direction == "received" else f"{favour.direction} {who}".strip()
    kind = "" if favour.kind == "other" else favour.kind
    if favour.what:
        return f"{way}: {favour.what}{f' ({kind})' if kind else ''}"
    return f"{way}: {kind or 'a favour'}"


def _matching(name: Callable[[str], str]) -> Matching[Favour]:
    """How favours are searched, with what gives the name of a contact, folded."""

    def text(favour: Favour) -> str:
        return f"{haystack((favour.what, favour.kind))}\n{name(favour.contact)}"

    def who(value: str) -> Test[Favour]:
        return lambda favour: value in name(favour.contact)

    return Matching(text, {"who": who, "kind": _kind, "size": _size}, {way: _way(way) for way in DIRECTIONS})


def _kind(value: str) -> Test[Favour]:
    """Favours of a kind, which may be typed in part."""
    kinds = [kind for kind in KINDS if kind.startswith(value)]
    if not kinds:
        raise InputError(f"there is no kind {value}", way_out=f"Give one of {', '.join(KINDS)}")
    return lambda favour: favour.kind in kinds


def _size(value: str) -> Test[Favour]:
    """Favours of a size."""
    return lambda favour: favour.size is not None and favour.size.lower() == value


def _way(way: FavourDirection) -> Test[Favour]:
    """Favours that went one way."""
    return lambda favour: favour.direction == way

"""The journal as views: conversations by day, found over all years, and one of them with all that came of it.

A filter is read as `domain.search` tells. Words and `"phrases"` are looked for in everything that is written about a
conversation: names, setting, event, tags, notes, debrief, and what was given, asked and promised in it. Its keys:

| key | finds conversations |
|---|---|
| `#tag` | with a tag that begins so, their own or their event's |
| `@setting` | whose setting, or whose event's place, holds this |
| `who:` | with somebody whose name, then or now, or nickname holds this |
| `event:` | at an event whose name holds this |
| `from:` `to:` `on:` | of a day or later, or earlier, or of the day: `fri`, `3w`, `2025-11-20`, `2025-11`, `2025` |
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain, groupby
from typing import TypeAlias

import msgspec

from netpractice.domain.diary import Diary
from netpractice.domain.highlight import Span, spans
from netpractice.domain.period import read_period, same_days
from netpractice.domain.records import Conversation
from netpractice.domain.search import Matching, Query, Test, parse_query, sift
from netpractice.domain.text import fold
from netpractice.practice.book import Book

JournalLine: TypeAlias = date | Conversation
"""A line of the list: a day, or one of its conversations."""

_NARROWING = frozenset(("", "#", "@", "who", "event"))
"""The keys whose values find less the longer they get."""


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """The conversations that a filter found."""

    query: Query
    talks: list[Conversation]
    """The newest first."""
    every: list[Conversation]
    """All conversations of the book, the newest first, as they were when this was made."""
    trouble: str
    """What of the filter couldn't be read, in a sentence; empty if all could."""

    @property
    def lines(self) -> list[JournalLine]:
        """The days with their conversations after them."""
        return list(chain.from_iterable((day, *talks) for day, talks in groupby(self.talks, key=lambda talk: talk.day)))


class Month(msgspec.Struct, frozen=True):
    """A month of the journal."""

    first: date
    counts: tuple[int, ...]
    """How many conversations each of its days has."""


def journal(book: Book, query: str = "", within: Journal | None = None) -> Journal:
    """The conversations that a filter finds.

    Args:
        book: the open book.
        query: what was typed.
        within: what was found before the last key; if that still holds all that can be found, only it is looked through.
    """
    diary = book.standing.diary
    parsed, matching = parse_query(query), _matching(book, diary)
    talks, rest = diary.talks, parsed
    if within is not None and within.every is talks:
        done = _gone_through(within.query, parsed)
        if done is not None:
            talks, rest = within.talks, Query(parsed.terms[done:])
    return Journal(
        query=parsed,
        talks=sift(talks, rest, matching).items,
        every=diary.talks,
        trouble=sift((), parsed, matching).trouble,
    )


def prepare(book: Book, count: int) -> bool:
    """Get so many more conversations ready to be searched, for idle moments; True once all of them are."""
    return book.standing.diary.prepare(count)


def highlights(query: Query, text: str, key: str = "") -> tuple[Span, ...]:
    """What of a text to highlight.

    Args:
        query: what is looked for.
        text: the text as it is shown.
        key: the key by which this field is found besides words: `#` for a tag, `@` for a setting, `who` for a name.
    """
    return spans(text, (term.value for term in query.terms if not term.key or term.key == key))


def on_this_day(book: Book, day: date) -> list[Conversation]:
    """The conversations of the same day in earlier years, the newest first."""
    diary = book.standing.diary
    oldest = diary.talks[-1].day.year if diary.talks else day.year
    years = range(day.year - 1, oldest - 1, -1)
    return list(chain.from_iterable(diary.between(*same_days(day, year)) for year in years))


def month(book: Book, day: date) -> Month:
    """The month that a day is in."""
    days = monthrange(day.year, day.month)[1]
    counts = Counter(talk.day.day for talk in book.standing.diary.between(day.replace(day=1), day.replace(day=days)))
    return Month(day.replace(day=1), tuple(counts[n] for n in range(1, days + 1)))


def recent_settings(book: Book, limit: int = 9) -> tuple[str, ...]:
    """The settings of the latest conversations, each once, the latest first."""
    return tuple(_latest((talk.setting for talk in book.standing.diary.talks), limit).values())


def recent_events(book: Book, limit: int = 9) -> tuple[str, ...]:
    """The names of the events of the latest conversations, each once, the latest first."""
    diary = book.standing.diary
    events = (diary.event(talk) for talk in diary.talks)
    return tuple(_latest((event.name for event in events if event), limit).values())


def _latest(texts: Iterable[str], limit: int) -> dict[str, str]:
    """The first texts that aren't empty, each once, by what they fold to."""
    found: dict[str, str] = {}
    for text in filter(None, texts):
        found.setdefault(fold(text), text)
        if len(found) == limit:
            break
    return found


def _gone_through(before: Query, now: Query) -> int | None:
    """How many terms a query has in common with an earlier one that finds all that it finds; None if that isn't so."""
    if not before.terms:
        return 0
    *same, last = before.terms
    if len(now.terms) <= len(same) or list(now.terms[: len(same)]) != same:
        return None
    term = now.terms[len(same)]
    if term == last:
        return len(before.terms)
    goes_on = not last.value or (term.key == last.key in _NARROWING and term.value.startswith(last.value))
    return len(same) if goes_on else None


def _matching(book: Book, diary: Diary) -> Matching[Conversation]:
    """How conversations are searched."""

    def period(value: str) -> tuple[date, date]:
        return read_period(value, book.today, book.settings.week_start)

    def since(value: str) -> Test[Conversation]:
        first, _ = period(value)
        return lambda talk: talk.day >= first

    def until(value: str) -> Test[Conversation]:
        _, last = period(value)
        return lambda talk: talk.day <= last

    def within(value: str) -> Test[Conversation]:
        first, last = period(value)
        return lambda talk: first <= talk.day <= last

    return Matching(
        diary.text,
        {
            "#": lambda value: lambda talk: any(fold(tag).startswith(value) for tag in diary.tags(talk)),
            "@": lambda value: lambda talk: any(value in fold(place) for place in diary.places(talk)),
            "who": lambda value: lambda talk: value in diary.who(talk),
            "event": lambda value: lambda talk: value in fold(diary.event_name(talk)),
            "from": since,
            "to": until,
            "on": within,
        },
    )

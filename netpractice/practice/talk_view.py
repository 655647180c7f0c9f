"""One conversation as views: a row for lists, an entry for the reader, and the captured line that would write it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netpractice.domain.capture import Line, Name
from netpractice.domain.capture_format import format_line
from netpractice.domain.capture_parts import Kind, Part
from netpractice.domain.records import Conversation, Favour
from netpractice.domain.roll import to_do
from netpractice.domain.telling import Fruit, Said, telling
from netpractice.practice.book import Book

__all__ = ["Entry", "Said", "TalkRow", "as_line", "entry", "talk_row"]


class TalkRow(msgspec.Struct, frozen=True):
    """A conversation as a list shows it."""

    who: str
    """The people; empty if it names nobody."""
    where: str
    """The event, or else the setting; empty if neither is known."""
    gist: str
    """The first line of what was written about it; empty if nothing was."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation as it is read."""

    talk: Conversation
    who: tuple[str, ...]
    setting: str
    event: str
    """The name of the event; empty if there was none."""
    tags: tuple[str, ...]
    """Its own and those of its event."""
    said: tuple[Said, ...]
    """All that is written about it, in the order in which one reads it."""


def talk_row(book: Book, talk: Conversation) -> TalkRow:
    """A conversation as a list shows it."""
    debrief = talk.debrief
    texts = (talk.notes, debrief.learnt, debrief.help, debrief.went_well, debrief.try_next)
    gist = next(filter(None, texts), "").split("\n", 1)[0]
    where = book.standing.diary.event_name(talk) or talk.setting
    return TalkRow(", ".join(person.name for person in talk.people), where, gist)


def entry(book: Book, talk: Conversation) -> Entry:
    """A conversation as it is read."""
    diary = book.standing.diary
    return Entry(
        talk=talk,
        who=tuple(person.name for person in talk.people),
        setting=talk.setting,
        event=diary.event_name(talk),
        tags=diary.tags(talk),
        said=telling(talk, diary.fruits(talk), book.today),
    )


def as_line(book: Book, talk: Conversation) -> str:
    """The captured line that would write a conversation down; what has no place in one is left out."""
    names = tuple(Name(person.name) for person in talk.people)
    return format_line(Line(1, "talk", names, tuple(_parts(book, talk))))


def _parts(book: Book, talk: Conversation) -> Iterator[Part]:
    """What a captured line says of a conversation, each line of a text as a part of its own."""
    debrief = talk.debrief
    if talk.setting:
        yield Part("setting", talk.setting)
    for tag in talk.tags:
        yield Part("tag", tag)
    texts: tuple[tuple[Kind, str], ...] = (("note", talk.notes), ("learnt", debrief.learnt), ("help", debrief.help))
    for kind, text in texts:
        yield from (Part(kind, line.strip()) for line in text.split("\n") if line.strip())
    for fruit in book.standing.diary.fruits(talk):
        yield from _fruit(fruit)
    if debrief.went is not None:
        yield Part("went", str(debrief.went))


def _fruit(fruit: Fruit) -> Iterator[Part]:
    """What came of a conversation; a way to help is said already, and a new person's follow-up comes by itself."""
    if isinstance(fruit, Favour):
        kind = "" if fruit.kind == "other" else fruit.kind
        yield Part(fruit.direction, ": ".join(filter(None, (kind, fruit.what))) or "other")
    elif fruit.kind in ("promise", "lead"):
        yield Part(fruit.kind, to_do(fruit), fruit.due.isoformat(), fruit.due)

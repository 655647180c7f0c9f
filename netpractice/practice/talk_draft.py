"""A conversation as it is typed into a form, and what it is read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.capture import Name, read_names
from netpractice.domain.capture_format import format_names
from netpractice.domain.days import read_day, show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import read_tags
from netpractice.domain.records import Contact, Conversation, Debrief, Event, Participant
from netpractice.domain.text import clean_line, clean_text, fold
from netpractice.practice.book import Book
from netpractice.practice.who import choices, who_is_meant

Talked: TypeAlias = Literal["me", "even", "them"]
"""Who talked more."""


class TalkDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation as it is typed; every part is optional."""

    people: str = ""
    """Names and descriptions joined by ` & `, as in the first part of a captured line."""
    day: str = ""
    """The day in words; empty for today."""
    setting: str = ""
    event: str = ""
    """The name of an event; if there is none of that name on the day, it is made."""
    tags: str = ""
    """Tags as on a card: `#maps #old friends`."""
    notes: str = ""
    learnt: str = ""
    help: str = ""
    """Ways to help, one a line."""
    talked: Talked | None = None
    expected: int | None = None
    went: int | None = None
    ease: int | None = None
    went_well: str = ""
    try_next: str = ""


class ReadTalk(msgspec.Struct, frozen=True):
    """A draft as it was read."""

    talk: Conversation
    event: Event | None
    new: tuple[Contact, ...]
    """The people in it who aren't on the roster yet."""


def draft_of(book: Book, talk: Conversation) -> TalkDraft:
    """A conversation as one would have typed it."""
    event = book.records.events.get(talk.event)
    debrief = talk.debrief
    return TalkDraft(
        people=format_names(Name(person.name) for person in talk.people),
        day=talk.day.isoformat(),
        setting=talk.setting,
        event=event.name if event else "",
        tags=" ".join(f"#{tag}" for tag in talk.tags),
        notes=talk.notes,
        learnt=debrief.learnt,
        help=debrief.help,
        talked=debrief.talked,
        expected=debrief.expected,
        went=debrief.went,
        ease=debrief.ease,
        went_well=debrief.went_well,
        try_next=debrief.try_next,
    )


def read_draft(book: Book, draft: TalkDraft, old: Conversation) -> ReadTalk:
    """What a draft says, as a changed copy of a conversation; raises InputError that names the field.

    Whoever is named as in the old one stays who they were, in the circle that they were in then.
    """
    day = _day(book, draft.day)
    event = _event(book, clean_line(draft.event, "event"), day, old)
    people, new = _people(book, draft.people, old, day, event)
    talk = msgspec.structs.replace(
        old,
        day=day,
        people=people,
        setting=clean_line(draft.setting, "setting"),
        event=event.id if event else "",
        tags=read_tags(draft.tags),
        notes=clean_text(draft.notes, "notes").strip(),
        debrief=Debrief(
            learnt=clean_text(draft.learnt, "learnt").strip(),
            help=_help(draft.help, old.debrief.help),
            talked=draft.talked,
            expected=_level(draft.expected, "expected"),
            went=_level(draft.went, "went"),
            ease=_level(draft.ease, "ease"),
            went_well=clean_text(draft.went_well, "went well").strip(),
            try_next=clean_text(draft.try_next, "try next").strip(),
        ),
    )
    said = (people, talk.setting, talk.event, talk.tags, talk.notes, talk.debrief != Debrief())
    if not any(said):
        raise InputError("nothing is written yet", where="people", way_out="Name somebody, or write a note")
    return ReadTalk(talk, event, new)


def ways_to_help(text: str) -> tuple[str, ...]:
    """The ways to help in a text, one a line, each once."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, lines)))


def _help(text: str, old: str) -> str:
    """The ways to help as they are kept; raises InputError for a new one that is too long for a follow-up."""
    if text.strip() == old.strip():
        return old
    return "\n".join(clean_line(line, "help") for line in ways_to_help(text))


def _day(book: Book, words: str) -> date:
    """The day of a talk; raises InputError if it can't be read or hasn't begun."""
    if not words.strip():
        return book.today
    try:
        day = read_day(words, book.today, past=True, week_start=book.settings.week_start)
    except InputError as problem:
        raise InputError(problem.what, where="day", way_out=problem.way_out) from None
    if day > book.today:
        what = f"{show_day(day, book.today)} hasn't begun yet"
        raise InputError(what, where="day", way_out="Write talks down when they have been held")
    return day


def _event(book: Book, name: str, day: date, old: Conversation) -> Event | None:
    """The event of a name on a day, a new one if there is none; one that keeps its name stays the same on any day."""
    if not name:
        return None
    before = book.records.events.get(old.event)
    named = [each for each in (before, *book.records.events.values()) if each and fold(each.name) == fold(name)]
    there = next((each for each in named if each is before or each.day == day), None)
    return there or book.new(Event, name=name, day=day)


def _people(
    book: Book, text: str, old: Conversation, day: date, event: Event | None
) -> tuple[tuple[Participant, ...], tuple[Contact, ...]]:
    """Who is in a talk, and which of them are new; raises InputError if a name isn't clear."""
    before: defaultdict[str, list[Participant]] = defaultdict(list)
    for person in old.people:
        before[fold(person.name)].append(person)
    kept: dict[int, Participant] = {}
    unknown: list[Name] = []
    names = read_names(text)
    for name in names:
        same = before[fold(name.text)]
        if same and not name.is_new:
            kept[name.start] = same.pop(0)
        else:
            unknown.append(name)
    (meant,) = who_is_meant(book, [unknown], day, event.id if event else "")
    found = {who.start: who for who in meant}
    for name in unknown:
        who = found.get(name.start)
        _refuse_unclear(name, choices(book, who) if who and who.state == "ambiguous" else "")
        if who:
            kept[name.start] = who.participant
    people = tuple(kept[name.start] for name in names if name.start in kept)
    return _each_once(people), tuple(who.contact for who in meant if who.state == "new" and who.contact)


def _refuse_unclear(name: Name, several: str) -> None:
    """Raise InputError for a name with which something is wrong, or that fits several people."""
    if name.trouble:
        raise InputError(name.trouble, where="people", way_out=name.way_out)
    if several:
        way_out = f"Write more of the name, or **{name.text} for somebody new"
        raise InputError(f"{name.text} could be {several}", where="people", way_out=way_out)


def _each_once(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """People without those who are there already."""
    return tuple({person.contact or f"{n}": person for n, person in enumerate(people)}.values())


def _level(level: int | None, field: str) -> int | None:
    """The level itself; raises InputError unless it is None or 0 to 4."""
    if level is not None and not 0 <= level <= 4:
        raise InputError(f"{level} is no level", where=field, way_out="Give 0 (not at all) to 4 (very)")
    return level

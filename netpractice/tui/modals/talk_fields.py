"""The fields of a conversation in a form: how each is written, what is offered for it, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count

from netpractice.domain.capture import read_names
from netpractice.domain.days import read_day, show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS
from netpractice.domain.text import clean_line, clean_text, fold
from netpractice.practice.book import Book
from netpractice.practice.completion import complete
from netpractice.practice.journal import recent_events, recent_settings
from netpractice.practice.talks import TalkDraft
from netpractice.practice.who import State, choices, who_is_meant
from netpractice.tui.modals.form import FormField
from netpractice.tui.widgets.choosing import Choices

LEVELS = ("0", "1", "2", "3", "4")
"""How much of something, as it is typed."""

TALKED = ("me", "even", "them")
"""Who talked more, as it is typed; the first letter is enough."""

_LEVELS = ("expected", "went", "ease")
"""The fields that take a level."""

_STATES: dict[State, str] = {"match": "on the roster", "new": "new", "described": "no card"}
"""What is said of somebody who was named."""

_OFFERED = 6
"""The most names that are offered."""

_ROWS = 4
"""The most rows of a text that are in view."""


def fields_of(book: Book, begun: TalkDraft) -> dict[str, FormField]:
    """The fields of a conversation by their names, with what stands there at first."""
    places, events = recent_settings(book), recent_events(book)
    return {
        "people": FormField(
            "People", begun.people, "names joined by &; a description such as man with a kite is nobody's card",
            read=_read_people, choices=partial(_names, book), tell=partial(_who, book),
        ),
        "day": FormField("Day", begun.day, "today if empty; fri, yesterday, 12 nov", partial(_day, book),
                         tell=partial(_shown_day, book)),
        "setting": FormField("Setting", begun.setting, "where: gym, train, bar", choices=_beginning(places)),
        "event": FormField("Event", begun.event, "an organised event, by its name", choices=_beginning(events)),
        "tags": FormField("Tags", begun.tags, "#maps #old friends", FIELDS["tags"].read),
        "notes": _text("Notes", begun.notes, "", _ROWS),
        "learnt": _text("Learnt", begun.learnt, "what you learnt about them"),
        "help": _text("Help", begun.help, "one way you could help: it becomes a follow-up"),
        "talked": FormField("Talked", begun.talked or "", "who talked more", _talked, lambda _: TALKED),
        "expected": _level_field("Expected", begun.expected),
        "went": _level_field("Went", begun.went),
        "ease": _level_field("Ease", begun.ease),
        "went_well": _text("Went well", begun.went_well, "what went well"),
        "try_next": _text("Try next", begun.try_next, "what to try next time"),
    }  # fmt: skip


def read_fields(typed: Mapping[str, str]) -> dict[str, object]:
    """What fields say that were changed, as parts of a `TalkDraft`; raises InputError for what can't be used."""
    said: dict[str, object] = dict(typed)
    said |= {name: _level(typed[name]) for name in _LEVELS if name in typed}
    if "talked" in typed:
        said["talked"] = _talked(typed["talked"])
    return said


def _text(label: str, text: str, hint: str, rows: int = 1) -> FormField:
    """A field for text, which has as many rows as the text needs that stands there."""
    return FormField(label, text, hint, clean_text, rows=max(rows, min(_ROWS, text.count("\n") + 1)))


def _level_field(label: str, level: int | None) -> FormField:
    """A field for a level."""
    return FormField(label, "" if level is None else str(level), "0 to 4", _level, lambda _: LEVELS)


def _level(text: str) -> int | None:
    """A level that was typed."""
    if not text.strip():
        return None
    if text.strip() not in LEVELS:
        raise InputError(f"{clean_line(text)} is no level", way_out="Give 0 (not at all) to 4 (very), or nothing")
    return int(text)


def _talked(text: str) -> str | None:
    """Who talked more."""
    said = fold(text.strip())
    if not said:
        return None
    meant = next((each for each in TALKED if each.startswith(said)), None)
    if meant is None:
        raise InputError(
            f"{clean_line(text)} doesn't say who talked more", way_out="Write me, even or them, or nothing"
        )
    return meant


def _day(book: Book, text: str) -> None:
    """Raise InputError for words that mean no day, or one that hasn't begun."""
    if text.strip():
        day = read_day(text, book.today, past=True, week_start=book.settings.week_start)
        if day > book.today:
            what = f"{show_day(day, book.today)} hasn't begun yet"
            raise InputError(what, way_out="Write talks down when they have been held")


def _shown_day(book: Book, text: str) -> str:
    """How the words for a day are read."""
    if not text.strip():
        return ""
    return show_day(read_day(text, book.today, past=True, week_start=book.settings.week_start), book.today)


def _read_people(text: str) -> None:
    """Raise InputError for names that no record could hold."""
    for name in read_names(text):
        if name.trouble:
            raise InputError(name.trouble, way_out=name.way_out)


def _who(book: Book, text: str) -> str:
    """Who is meant by the names."""
    (people,) = who_is_meant(book, [read_names(text)], book.today)
    return "; ".join(
        f"{who.name} could be {choices(book, who)}" if who.state == "ambiguous" else f"{who.name}: {_STATES[who.state]}"
        for who in people
    )


def _names(book: Book, typed: str) -> Sequence[str]:
    """The text with its last name completed, in every way that it may be."""
    found: list[str] = []
    for again in count():
        completed = complete(book, typed, (0, len(typed)), again)
        if completed is None or completed[0] in found or len(found) == _OFFERED:
            break
        found.append(completed[0])
    return [] if found == [typed] else found


def _beginning(recent: Sequence[str]) -> Choices:
    """Offers those of some texts that begin as was typed."""
    return lambda typed: [each for each in recent if fold(each).startswith(fold(typed.strip()))]

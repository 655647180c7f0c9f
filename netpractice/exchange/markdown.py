"""The journal as a Markdown page: months, days and the talks of each, the oldest first, to be read and kept.

The same records always give the same page. What users wrote is escaped, so that it reads as it was typed and can't become
a heading, a list, a link or a table. The page is CommonMark; the boxes of follow-ups are GitHub's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from netpractice.domain.days import month_of
from netpractice.domain.followups import is_open
from netpractice.domain.records import CheckIn, Conversation, Event, FollowUp, Records
from netpractice.domain.telling import Fruit, Said, telling

D = TypeVar("D", CheckIn, Conversation, Event)

_EMPTY = "Nothing is written down yet."
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")
"""Finds what Markdown reads as more than itself wherever it stands."""

_OPENING = re.compile(r"\A(\d+(?=[.)])|(?=[-#+=]))", re.ASCII)
"""Matches up to the sign that begins a heading, a list or a rule at the start of a line."""


def journal_page(records: Records) -> bytes:
    """The whole journal in UTF-8: every conversation with what came of it, the lines of each day, and what events were."""
    return ("\n\n".join(["# Journal", *(list(_months(records)) or [_EMPTY])]) + "\n").encode()


def inline(text: str) -> str:
    """One line of what a user wrote, to stand inside a line."""
    return _MARKUP.sub(r"\\\g<0>", text)


def block(text: str, indent: str = "") -> str:
    """What a user wrote as paragraphs that keep their line breaks; all lines but the first are indented."""
    lines = [_OPENING.sub(r"\1\\", inline(line.strip())) for line in text.split("\n")]
    paragraphs = re.split("\n\n+", "\n".join(lines).strip("\n"))
    return f"\n\n{indent}".join(paragraph.replace("\n", f"\\\n{indent}") for paragraph in paragraphs)


def _months(records: Records) -> Iterator[str]:
    """The blocks of the page, each month with its heading first."""
    talks = _by_day(records.conversations.values())
    pages = _by_day(page for page in records.checkins.values() if any(_own_lines(page)))
    events = _by_day(event for event in records.events.values() if event.debrief.strip())
    fruits = _by_talk([*records.favours.values(), *records.followups.values()])
    month = None
    for day in sorted(talks.keys() | pages.keys() | events.keys()):
        if month_of(day) != month:
            month = month_of(day)
            yield f"## {day:%B} {day.year}"
        yield f"### {day:%A}, {day.day} {day:%B} {day.year}"
        for page in pages.get(day, ()):
            yield from _own_lines(page)
        for event in events.get(day, ()):
            yield _line(event.name, [event.place], event.tags)
            yield block(event.debrief)
        for talk in talks.get(day, ()):
            yield _headline(records, talk)
            yield from _told(talk, fruits.get(talk.id, ()))


def _by_day(written: Iterable[D]) -> dict[date, list[D]]:
    """Records by day, those of one day in the order of writing."""
    days: defaultdict[date, list[D]] = defaultdict(list)
    for record in sorted(written, key=lambda record: (record.created, record.id)):
        days[record.day].append(record)
    return days


def _by_talk(fruits: list[Fruit]) -> dict[str, list[Fruit]]:
    """What came of each conversation, by its id, in the order of writing."""
    talks: defaultdict[str, list[Fruit]] = defaultdict(list)
    for fruit in sorted(fruits, key=lambda fruit: (fruit.created, fruit.id)):
        talks[fruit.conversation].append(fruit)
    return talks


def _own_lines(page: CheckIn) -> list[str]:
    """The lines of a day's page."""
    lines = (("Intention", page.intention), ("Looking back", page.reflection))
    return [f"> {label}: {inline(text)}" for label, text in lines if text.strip()]


def _headline(records: Records, talk: Conversation) -> str:
    """Who it was, where, and the tags, in one line."""
    event = records.events.get(talk.event)
    who = " and ".join(person.name.strip() for person in talk.people if person.name.strip())
    return _line(who or "A talk", [talk.setting, event.name if event else ""], talk.tags)


def _line(who: str, where: Iterable[str], tags: Iterable[str]) -> str:
    """What stands over a talk or an event."""
    places = (inline(text.strip()) for text in where)
    return " · ".join(filter(None, (f"**{inline(who)}**", *places, " ".join(f"#{inline(tag)}" for tag in tags))))


def _told(talk: Conversation, fruits: Iterable[Fruit]) -> Iterator[str]:
    """What is written about a talk: the notes as paragraphs, all else as a list."""
    told = telling(talk, fruits, talk.day)
    yield from (block(said.text) for said in told if not said.label)
    items = [_item(said) for said in told if said.label]
    if items:
        yield "\n".join(items)


def _item(said: Said) -> str:
    """An item of the list; a follow-up has a box, ticked once it is closed."""
    box = ""
    if isinstance(said.record, FollowUp):
        box = "[ ] " if is_open(said.record) else "[x] "
    state = f" ({said.state})" if said.state else ""
    return f"- {box}{said.label}: {block(said.text, '  ')}{state}"

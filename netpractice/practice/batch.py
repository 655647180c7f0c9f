"""Writing down several talks at once: a text is read into what will be saved, and saved as one change.

The grammar is that of `domain.capture`. Nothing about a text raises: a line that can't be read says so in its row, and the
text is never touched. Saving reads the text once more, so that what is saved fits the book as it is then.
"""

from __future__ import annotations

from datetime import date

import msgspec

from netpractice.domain.capture import Capture, Line, lines_of, read_capture
from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.fields import union
from netpractice.domain.records import Contact, Event, Record
from netpractice.domain.text import fold
from netpractice.practice.answers import answers
from netpractice.practice.batch_rows import Batch, EventRow, Row, counted, row_of
from netpractice.practice.book import Book
from netpractice.practice.captured import Captured, captured, unfit
from netpractice.practice.outcome import Outcome
from netpractice.practice.talks import with_whom
from netpractice.practice.when import begun
from netpractice.practice.who import Who, who_is_meant

__all__ = ["Batch", "EventRow", "Row", "Saved", "read_batch", "refusal", "save_batch"]


class _Plan(msgspec.Struct, frozen=True):
    """A text as it was read, with the records that saving it writes."""

    batch: Batch
    event: Event | None
    captured: tuple[Captured, ...]


class Saved(Outcome, frozen=True, kw_only=True):
    """What came of saving a text."""

    batch: Batch
    """What was saved, as it was read."""


def read_batch(book: Book, text: str, *, day: date | None = None) -> Batch:
    """Read a text, to show what saving it would do.

    Args:
        book: the open book.
        text: what was typed.
        day: the day of the talks, unless the event tells another one; today if not given.

    Raises:
        InputError: the day hasn't begun yet.
    """
    day = begun(book, day)
    return _plan(book, text, read_capture(text, book.today, book.settings.week_start), day).batch


def save_batch(book: Book, batch: Batch | str, *, day: date | None = None, leave_out_unreadable: bool = False) -> Saved:
    """Write everything that a text says down as one change.

    Args:
        book: the open book.
        batch: the text, or what was read from it.
        day: as for `read_batch`; that of the batch if not given.
        leave_out_unreadable: True saves the other lines if some can't be read. An event that can't be read is never left
            out, for its day is that of all talks.

    Raises:
        InputError: something can't be read, and nothing was saved.
    """
    text, shown = (batch.text, batch.day) if isinstance(batch, Batch) else (batch, book.today)
    day = begun(book, day or shown)
    capture = read_capture(text, book.today, book.settings.week_start)
    plan = _plan(book, text, capture, day)
    left_out = 0
    while plan.batch.unreadable:
        if not leave_out_unreadable or (plan.batch.event and plan.batch.event.troubles):
            raise refusal(plan.batch)
        numbers = {row.number for row in plan.batch.unreadable}
        left_out += len(numbers)
        capture = Capture(capture.event, tuple(line for line in capture.lines if line.number not in numbers))
        # Without these lines a name may mean somebody else, so all is read once more.
        plan = _plan(book, text, capture, day)
    return _saved(book, plan, left_out)


def refusal(batch: Batch) -> InputError:
    """The refusal of a text of which something can't be read, with the place of each trouble."""
    one_line = len(lines_of(batch.text.strip())) == 1
    said = []
    for row in batch.unreadable:
        for trouble in row.troubles:
            line = "" if one_line else f"line {row.number}, "
            said.append(f"{line}column {trouble.start + 1}: {trouble.what}")
    way_out = batch.unreadable[0].troubles[0].way_out if len(said) == 1 else "Nothing was written; mend these first"
    return InputError("; ".join(said), way_out=way_out)


def _saved(book: Book, plan: _Plan, left_out: int) -> Saved:
    """Write the records of a plan as one change."""
    talks = [each.talk for each in plan.captured]
    if not talks:
        return Saved(change=None, words="nothing to write down", batch=plan.batch)
    put: list[Record] = [plan.event] if plan.event else []
    for each in plan.captured:
        put += each.records
    put += answers(book, talks, opened=[followup for each in plan.captured for followup in each.followups])
    what = with_whom(talks[0]) if len(talks) == 1 else f"{len(talks)} talks"
    words = f"wrote down {what}, {show_day(plan.batch.day, book.today)}"
    change = book.change(words, put=put)
    more = f"; {left_out} {'line' if left_out == 1 else 'lines'} left out" if left_out else ""
    return Saved(change=change, words=words + more, batch=plan.batch)


def _plan(book: Book, text: str, capture: Capture, day: date) -> _Plan:
    """What saving these lines of a text does."""
    event_row, event = _event(book, capture.event, day) if capture.event else (None, None)
    day = event_row.day if event_row else day
    meant = who_is_meant(book, [line.names for line in capture.lines], day, event.id if event else "")
    latest: dict[str, Contact] = {}
    rows: list[Row] = []
    entries: list[Captured] = []
    for line, named in zip(capture.lines, meant, strict=True):
        people = tuple(_as_it_will_be(who, latest) for who in named)
        troubles = (*line.troubles, *unfit(book, line, people, day))
        entry = None if troubles else captured(book, line, people, day, event)
        if entry:
            entries.append(entry)
            latest |= {contact.id: contact for contact in entry.contacts}
        rows.append(row_of(book, line, people, entry, troubles))
    batch = Batch(text=text, day=day, event=event_row, rows=tuple(rows), counts=counted(book, entries))
    return _Plan(batch, event, tuple(entries))


def _as_it_will_be(who: Who, latest: dict[str, Contact]) -> Who:
    """Somebody with what earlier lines write on their card."""
    contact = latest.get(who.contact.id) if who.contact else None
    return msgspec.structs.replace(who, contact=contact) if contact else who


def _event(book: Book, line: Line, day: date) -> tuple[EventRow, Event | None]:
    """An event as it was read and as it will be; None without a name. One of the same name and day is the same one."""
    name = line.names[0].text if line.names else ""
    day = next((part.due for part in line.parts if part.due), day)
    place = next((part.text for part in line.parts if part.kind == "setting"), "")
    tags = [part.text for part in line.parts if part.kind == "tag"]
    there = next(
        (each for each in book.records.events.values() if each.day == day and fold(each.name) == fold(name)), None
    )
    event = there or book.new(Event, name=name, day=day)
    event = msgspec.structs.replace(event, place=place or event.place, tags=union((*event.tags, *tags)))
    row = EventRow(
        number=line.number, name=event.name, known=there is not None, day=day, place=event.place, tags=event.tags,
        troubles=line.troubles,
    )  # fmt: skip
    return row, event if name else None

"""What one does with follow-ups: make and edit them, act, tell, be done, let go, put off, open again.

Each function is one change of the open book, so one step for undo, with a label in words. Follow-ups are named by their
ids; one that isn't in the book raises KeyError. What can be done with which is in `domain.steps`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from netpractice.domain.days import show_day
from netpractice.domain.errors import InputError
from netpractice.domain.followups import closing, due_as_of, in_order, is_open
from netpractice.domain.records import Favour, FavourKind, FollowUp, FollowUpKind, Record, StepKind
from netpractice.domain.steps import first_due, possible, refusal, take
from netpractice.domain.text import clean_line
from netpractice.practice.book import Book
from netpractice.practice.followup_words import MADE, about, answer_words, these, why_nothing
from netpractice.practice.outcome import Outcome
from netpractice.practice.when import ahead, begun, not_over


def proceed(book: Book, followup_id: str, note: str = "") -> Outcome:
    """Do what is to be expected next, as Enter does: act on a lead, then tell its giver; close everything else as done."""
    kind = possible(book.records.followups[followup_id])[0]
    return _answer(book, [followup_id], kind, note)


def acted(book: Book, ids: Iterable[str], note: str = "", *, on: date | None = None) -> Outcome:
    """Write down that something was done about follow-ups; they stay open. A lead's giver is to be told within a week.

    Args:
        book: the open book.
        ids: the follow-ups; those that are closed are left as they are.
        note: one line about it.
        on: the practice day, today if not given.

    Raises:
        InputError: a day that hasn't begun or was before the opening; a note that is too long.
    """
    return _answer(book, ids, "acted", note, on=on)


def told(book: Book, ids: Iterable[str], note: str = "", *, on: date | None = None) -> Outcome:
    """Close leads: their givers know what came of them, also if they led nowhere. Arguments and errors as for `acted`.

    What isn't a lead has no giver and raises InputError.
    """
    return _answer(book, ids, "told", note, on=on)


def done(
    book: Book, ids: Iterable[str], note: str = "", *, on: date | None = None, favour: FavourKind = "other"
) -> Outcome:
    """Close follow-ups as done. A way to help is a favour given then, which is written in the same change.

    Args and errors as for `acted`; `favour` is the kind of the favour given. A lead raises InputError: its giver is to be
    told.
    """
    return _answer(book, ids, "done", note, on=on, favour=favour)


def let_go(book: Book, ids: Iterable[str], note: str = "", *, on: date | None = None) -> Outcome:
    """Close follow-ups by letting them go on purpose. Arguments and errors as for `acted`."""
    return _answer(book, ids, "let go", note, on=on)


def snooze(book: Book, ids: Iterable[str], until: str | date, note: str = "") -> Outcome:
    """Put follow-ups off to a day, which may be given in words.

    Raises:
        InputError: the words mean no day, or one that is over.
    """
    return _answer(book, ids, "snoozed", note, until=not_over(book, until))


def reopen(book: Book, ids: Iterable[str], note: str = "") -> Outcome:
    """Open closed follow-ups again."""
    return _answer(book, ids, "reopened", note)


def make(
    book: Book, kind: FollowUpKind, what: str, *, contact: str = "", due: str | date = "", on: date | None = None
) -> Outcome:
    """Open a follow-up by hand.

    Args:
        book: the open book.
        kind: what kind of thing it is.
        what: one line about it; it may be empty for somebody who is named.
        contact: the id of whom it is about; empty for nobody on the roster.
        due: the day it is due, which may be given in words; empty takes the usual one (see `domain.steps.first_due`).
        on: the practice day on which it came up, today if not given.

    Raises:
        InputError: neither what nor who is given; a day that can't be read; a day of opening that hasn't begun.
    """
    opened = begun(book, on)
    line = clean_line(what, "follow-up")
    if not line and contact not in book.records.contacts:
        raise InputError("this follow-up says nothing", way_out="Write down what is to be done, or for whom")
    day = ahead(book, due) if due else first_due(kind, opened, book.settings.met_hours)
    made = book.new(FollowUp, kind=kind, what=line, contact=contact, opened=opened, due=day)
    words = f"{MADE[kind]}: {about(book, made)}, due {show_day(day, book.today)}"
    return Outcome(change=book.change(words, put=[made]), words=words)


def edit(
    book: Book,
    followup_id: str,
    *,
    what: str | UnsetType = UNSET,
    due: str | date | UnsetType = UNSET,
    contact: str | UnsetType = UNSET,
) -> Outcome:
    """Correct a follow-up: what it is about, when it is due by now, and with whom; what isn't given stays.

    Raises:
        InputError: a day that can't be read, a line that is too long.
    """
    old = book.records.followups[followup_id]
    new = msgspec.structs.replace(
        old,
        what=old.what if what is UNSET else clean_line(what, "follow-up"),
        contact=old.contact if contact is UNSET else contact,
    )
    if due is not UNSET:
        new = _due_on(new, ahead(book, due), book.today)
    words = f"edited {about(book, new)}"
    change = book.change(words, put=[new])
    return Outcome(change=change, words=words if change else f"{about(book, old)}: nothing new")


def remove(book: Book, ids: Iterable[str]) -> Outcome:
    """Take follow-ups out of the book, as if they had never been opened."""
    there = [book.records.followups[followup_id] for followup_id in ids]
    words = f"removed {these(book, there)}"
    return Outcome(change=book.change(words, remove=there), words=words)


def _answer(
    book: Book,
    ids: Iterable[str],
    kind: StepKind,
    note: str,
    *,
    on: date | None = None,
    until: date | None = None,
    favour: FavourKind = "other",
) -> Outcome:
    """Take the same step with several follow-ups; those that it would change nothing of are left as they are."""
    line, day = clean_line(note, "note"), begun(book, on)
    asked = [book.records.followups[followup_id] for followup_id in dict.fromkeys(ids)]
    still = [each for each in asked if _changes(each, kind, until, book.today)]
    for each in still:
        if kind not in possible(each):
            problem = refusal(each, kind)
            raise InputError(problem.what, where=about(book, each), way_out=problem.way_out)
        if on is not None and on < each.opened:
            raise InputError(
                f"it came up on {show_day(each.opened, book.today)}",
                where=about(book, each),
                way_out="Give that day or a later one",
            )
    if not still:
        return Outcome(change=None, words=why_nothing(book, asked, kind))
    answered = [take(each, kind, day, until=until, note=line) for each in still]
    given = [_favour(book, each, favour) for each in answered if kind == "done" and each.kind == "help"]
    words = answer_words(book, answered, kind, until, favours=len(given))
    put: list[Record] = [*answered, *given]
    return Outcome(change=book.change(words, put=put), words=words)


def _changes(followup: FollowUp, kind: StepKind, until: date | None, today: date) -> bool:
    """False if a follow-up is already as a step would leave it: closed, open, or due on that day."""
    if is_open(followup) is (kind == "reopened"):
        return False
    return kind != "snoozed" or due_as_of(followup, today) != until


def _favour(book: Book, helped: FollowUp, kind: FavourKind) -> Favour:
    """The favour given by a way to help that was just closed as done."""
    step = closing(helped)
    day = step.day if step else book.today
    return book.new(Favour, day=day, direction="gave", kind=kind, what=helped.what, contact=helped.contact)


def _due_on(followup: FollowUp, due: date, today: date) -> FollowUp:
    """A follow-up that is due on another day, as if the one who named its day by now had said so."""
    snoozes = [step for step in in_order(followup) if step.kind == "snoozed" and step.until and step.day <= today]
    if not snoozes:
        return msgspec.structs.replace(followup, due=due)
    corrected = msgspec.structs.replace(snoozes[-1], until=due)
    steps = tuple(corrected if step is snoozes[-1] else step for step in followup.steps)
    return msgspec.structs.replace(followup, steps=steps)

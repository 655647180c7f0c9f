"""The guided review: what a week left open, one stop at a time, then one lesson and one plan.

Only what is open is visited, in the order pile, loops, reconnecting, ledger, lesson, if-then. A stop that was answered is
gone when the review is taken up again; one that was skipped comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.days import WEEK, show_day, show_span
from netpractice.domain.errors import InputError
from netpractice.domain.followups import is_open
from netpractice.domain.ledger import ideas
from netpractice.domain.mirror import card_pile, one_way
from netpractice.domain.roll import SAY_HELLO
from netpractice.practice import due, followups
from netpractice.practice.book import Book
from netpractice.practice.lanes import Row, due_rows, lanes, name_of
from netpractice.practice.outcome import Outcome
from netpractice.practice.review import review_of, write
from netpractice.practice.traps import A_MONTH, SOON

StopKind: TypeAlias = Literal["pile", "loop", "reconnect", "ledger", "lesson", "if-then"]
Answer: TypeAlias = Literal["go on", "let go", "later"]

RECONNECT = 2
"""How many people one is asked about."""

LATER = "1w"
"""How far a stop is put off."""

TITLES: dict[StopKind, str] = {
    "pile": "People you met",
    "loop": "Leads and promises",
    "reconnect": "Somebody to say hello to",
    "ledger": "Give first",
    "lesson": "One lesson",
    "if-then": "One plan",
}
"""What each kind of stop is about."""


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to decide, or one line to write."""

    kind: StopKind
    words: str
    """What there is, in a sentence without a full stop."""
    answers: tuple[tuple[Answer, str], ...] = ()
    """What can be done, each in a few words; none for a line to be written."""
    id: str = ""
    """The follow-up or contact that it is about."""
    text: str = ""
    """For a line: what it says so far."""

    @property
    def key(self) -> tuple[str, str]:
        """Tells stops apart."""
        return self.kind, self.id


def stops(book: Book, week: date) -> tuple[Stop, ...]:
    """What is to be gone through in the review of a week, in order; a week before the last has its two lines only."""
    if week < book.standing.this_week - WEEK:
        return tuple(_lines(book, week))
    return (*_pile(book), *_loops(book), *_reconnect(book), *_ledger(book), *_lines(book, week))


def answer(book: Book, stop: Stop, given: Answer) -> Outcome:
    """Do what was answered at a stop, in one step.

    Raises:
        InputError: the stop has no such answer.
    """
    if given not in dict(stop.answers):
        raise InputError(f"there is nothing to {given} here", way_out="Skip it, or take one of the answers shown")
    if stop.kind in ("pile", "loop"):
        return _answer_followup(book, stop, given)
    if given == "later":
        return due.quiet(book, stop.id, A_MONTH)
    what = stop.text if stop.kind == "ledger" else SAY_HELLO
    return followups.make(book, "promise", what, contact=stop.id, due=book.today + SOON)


def write_line(book: Book, week: date, stop: Stop, text: str) -> Outcome:
    """Write the line of a stop. Raises InputError for one that is too long."""
    return write(book, week, lesson=text) if stop.kind == "lesson" else write(book, week, if_then=text)


def _answer_followup(book: Book, stop: Stop, given: Answer) -> Outcome:
    """Close a follow-up, let it go, or put it off."""
    if given == "let go":
        return followups.let_go(book, [stop.id])
    if given == "later":
        return followups.snooze(book, [stop.id], LATER)
    return followups.proceed(book, stop.id)


def _pile(book: Book) -> Iterator[Stop]:
    """The people met and not written to."""
    for row in card_pile(book.records, book.today):
        who = name_of(book, row.followup.contact) or row.followup.what or "somebody"
        met = f"met {show_span(row.days)} ago" if row.days else "met today"
        yield Stop(
            kind="pile",
            words=f"{who}, {met}, and nothing written since",
            answers=(
                ("go on", "I wrote to them"),
                ("later", "ask again in a week"),
                ("let go", "let it go, on purpose"),
            ),
            id=row.followup.id,
        )


def _loops(book: Book) -> Iterator[Stop]:
    """Every open lead, and what else is past its day."""
    in_pile = {row.followup.id for row in card_pile(book.records, book.today)}
    leads = [row for lane in lanes(book).lanes for row in lane.rows if row.followup.kind == "lead"]
    late = [row for row in due_rows(book) if row.late > 0 and row.followup.kind != "lead"]
    for row in (*leads, *late):
        if row.followup.id not in in_pile:
            yield _loop(row)


def _loop(row: Row) -> Stop:
    """A lead or a promise that is still open."""
    about = f"{row.who}: {row.words}" if row.who else row.words
    when = (
        f"due {show_span(row.late)} ago"
        if row.late > 0
        else "due today"
        if row.late == 0
        else f"due {show_span(row.late)}"
    )
    done = {"acted": "I acted on it", "told": "I told them what came of it"}.get(row.answers[0], "it is done")
    return Stop(
        kind="loop",
        words=f"{about}, {when}",
        answers=(("go on", done), ("later", "ask again in a week"), ("let go", "let it go, on purpose")),
        id=row.followup.id,
    )


def _reconnect(book: Book) -> Iterator[Stop]:
    """The people furthest over their rhythm with whom nothing is open already."""
    open_with = book.standing.ties.open_followups
    up = (turn for turn in due.due_now(book).turns if not open_with(turn.contact.id, book.today))
    for turn in islice(up, RECONNECT):
        yield Stop(
            kind="reconnect",
            words=f"{turn.contact.name}, in touch {show_span(turn.days)} ago, meant to be every {turn.rhythm} d",
            answers=(("go on", "say hello within three days"), ("later", "not them for a month")),
            id=turn.contact.id,
        )


def _ledger(book: Book) -> Iterator[Stop]:
    """A favour of five minutes, if as much was asked as given and none is promised already."""
    way = one_way(book.records, book.today, book.settings.week_start)
    if way.balance.gave > way.balance.asked and not way.rows:
        return
    idea = ideas(book.records.favours.values(), book.today)[0]
    if any(each.what == idea.words and is_open(each) for each in book.records.followups.values()):
        return
    for_whom = way.rows[0].contact if way.rows else None
    asked = (
        f"{for_whom.name} was asked {len(way.rows[0].asks)} times"
        if for_whom
        else f"gave {way.balance.gave}, asked {way.balance.asked}"
    )
    yield Stop(
        kind="ledger",
        words=f"{asked}; five minutes would do: {idea.words}",
        answers=(("go on", "do it within three days"),),
        id=for_whom.id if for_whom else "",
        text=idea.words,
    )


def _lines(book: Book, week: date) -> Iterator[Stop]:
    """The two lines that a review leaves."""
    there = review_of(book, week)
    lesson, if_then = (there.lesson, there.if_then) if there else ("", "")
    yield Stop(kind="lesson", words="What did the week teach you?", text=lesson)
    yield Stop(
        kind="if-then",
        words=f"If … happens from {show_day(week + WEEK, book.today)} on, then I will …",
        text=if_then,
    )

"""Writing what a plan says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from msgspec.structs import replace

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.domain.text import clean_line, fold
from netpractice.domain.updating import INTRODUCER, changed, filled
from netpractice.practice.book import Book
from netpractice.practice.importing.planning import Item, Plan
from netpractice.practice.outcome import Outcome

_EVERY = 500
"""After so many people there is a pause; they take a few milliseconds."""


def carry_out(book: Book, plan: Plan) -> Outcome:
    """Do what a plan says, in one change, so one step for undo; without anything to change or to show, there is none.

    Raises:
        InputError: a contact isn't any more as it was when the plan was made.
        ReadOnlyError: the book can only be read.
    """
    *_, outcome = carry_out_in_steps(book, plan)
    return outcome


def carry_out_in_steps(book: Book, plan: Plan) -> Iterator[Outcome]:
    """Do what a plan says, as `carry_out` does, with pauses in which others can have their turn.

    Each pause gives an outcome, of which only the last counts; until then nothing is written.
    """
    items = [item for item in plan.items if item.included]
    outcome = Outcome(change=None, words=_words(plan))
    if plan.records or any(item.action != "same" for item in items):
        written: list[tuple[Item, Contact]] = []
        for item in items:
            if len(written) % _EVERY == 0:
                yield outcome
            written.append((item, _written(book, item)))
        put = [*_introduced(book, written), *plan.records]
        yield outcome
        if any(item.contact != book.records.contacts.get(item.contact.id) for item in items if item.contact):
            raise InputError("the roster was changed since this import was looked at", way_out="Look at it again")
        outcome = Outcome(change=book.change(outcome.words, put=put, keep_stamps=True), words=outcome.words)
    yield outcome


def _written(book: Book, item: Item) -> Contact:
    """The contact as it is afterwards."""
    if item.contact is not None:
        return changed(item.contact, item.cards, item.changes) if item.cards else item.contact
    if item.record is not None:
        return changed(item.record, item.cards, item.changes) if item.cards else item.record
    return filled(book.new(Contact, name=item.card.name, circle="familiar"), item.cards)


def _introduced(book: Book, written: Iterable[tuple[Item, Contact]]) -> Iterator[Contact]:
    """The contacts, with the ids of those who introduced them where a name tells who that is."""
    written = list(written)
    by_name: dict[str, set[str]] = {}
    for contact in (*book.records.contacts.values(), *(contact for _, contact in written)):
        by_name.setdefault(fold(contact.name), set()).add(contact.id)
    for item, contact in written:
        name = _introducer(item)
        found = by_name.get(fold(name), set()) - {contact.id} if name else set()
        yield replace(contact, introduced_by=found.pop()) if len(found) == 1 else contact


def _introducer(item: Item) -> str:
    """The name of who is to be written down for having introduced somebody; empty for nobody."""
    if item.contact is None and item.record is None:
        return item.card.introduced_by
    return next((str(change.after) for change in item.changes if change.field == INTRODUCER and change.taken), "")


def _words(plan: Plan) -> str:
    """What was done, in words that fit after "undone: "."""
    parts = []
    if plan.added:
        parts.append(f"imported {_people(plan.added)}")
    if plan.updated:
        parts.append(f"updated {plan.updated:,}" if parts else f"imported changes to {_people(plan.updated)}")
    if plan.records:
        more = f"{len(plan.records):,} other {'entry' if len(plan.records) == 1 else 'entries'}"
        parts.append(more if parts else f"imported {more}")
    done = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else "imported nothing new"
    source = clean_line(PurePath(plan.files[0]).name) if len(plan.files) == 1 else f"{len(plan.files)} files"
    return f"{done} from {source}"


def _people(count: int) -> str:
    """So many people, in words."""
    return "1 person" if count == 1 else f"{count:,} people"

"""One conversation at a time: write it down, edit it, remove it, with all that came of it.

Each function is one change of the open book, so one step for undo. New people get their follow-up, and each new way to
help gets one, as in captured lines.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netpractice.domain.days import show_day
from netpractice.domain.records import Conversation, Favour, FollowUp, Record
from netpractice.domain.steps import first_due
from netpractice.domain.telling import Fruit
from netpractice.practice.answers import answers
from netpractice.practice.book import Book
from netpractice.practice.captured import first_met, meeting, opened
from netpractice.practice.outcome import Outcome
from netpractice.practice.talk_draft import TalkDraft, draft_of, read_draft, ways_to_help

__all__ = ["TalkDraft", "draft_of", "edit", "remove", "with_whom", "write"]


def write(book: Book, draft: TalkDraft) -> Outcome:
    """Write a conversation down. Raises InputError that names the field, also for a day that hasn't begun."""
    return _put(book, book.new(Conversation, day=book.today), draft, "wrote down")


def edit(book: Book, talk_id: str, draft: TalkDraft) -> Outcome:
    """Change a conversation into what was typed; what came of it goes with it to another day.

    A way to help that was taken out goes with its follow-up, unless that was touched since. Raises what `write` raises,
    and KeyError if there is no such conversation.
    """
    return _put(book, book.records.conversations[talk_id], draft, "edited")


def remove(book: Book, talk_id: str) -> Outcome:
    """Remove a conversation, with the favours and follow-ups that came of it and that nobody touched since.

    What was touched stays, and what the talk had closed is open again. Raises KeyError if there is no such conversation.
    """
    talk = book.records.conversations[talk_id]
    fruits = book.standing.diary.fruits(talk)
    gone = {fruit.id: fruit for fruit in fruits if _untouched(fruit)}
    put: dict[str, Fruit] = {followup.id: followup for followup in answers(book, remove=[talk])}
    put |= {fruit.id: _cut_off(put.get(fruit.id, fruit)) for fruit in fruits}
    words = f"removed {with_whom(talk)}, {show_day(talk.day, book.today)}{_and_more(len(gone))}"
    kept = [fruit for fruit in put.values() if fruit.id not in gone]
    return Outcome(change=book.change(words, put=kept, remove=[talk, *gone.values()]), words=words)


def with_whom(talk: Conversation) -> str:
    """A conversation by its people: `the talk with Ann Lee and Bo`."""
    names = [person.name for person in talk.people]
    if not names:
        return "the talk"
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} more"]
    return f"the talk with {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"


def _put(book: Book, old: Conversation, draft: TalkDraft, did: str) -> Outcome:
    """Write a conversation as it was typed, with what hangs on it."""
    read = read_draft(book, draft, old)
    withdrawn = list(_withdrawn(book, old, read.talk))
    fruits: list[Fruit] = [fruit for fruit in _moved(book, old, read.talk) if fruit.id not in {w.id for w in withdrawn}]
    fruits += [meeting(book, contact, read.talk) for contact in read.new]
    fruits += _spotted(book, old, read.talk)
    put: list[Record] = [
        *([read.event] if read.event else []),
        *(first_met(each, read.talk, read.event) for each in read.new),
    ]
    put += [read.talk, *fruits]
    put += answers(book, [read.talk], opened=[fruit for fruit in fruits if isinstance(fruit, FollowUp)])
    words = f"{did} {with_whom(read.talk)}, {show_day(read.talk.day, book.today)}"
    change = book.change(words, put=put, remove=withdrawn)
    return Outcome(change=change, words=words if change else f"{with_whom(read.talk)}: nothing new")


def _spotted(book: Book, old: Conversation, talk: Conversation) -> Iterator[FollowUp]:
    """The follow-ups for ways to help that weren't written there before."""
    before = ways_to_help(old.debrief.help)
    contact = next((person.contact for person in talk.people if person.contact), "")
    for what in ways_to_help(talk.debrief.help):
        if what not in before:
            yield opened(book, "help", what, contact, talk)


def _withdrawn(book: Book, old: Conversation, talk: Conversation) -> Iterator[FollowUp]:
    """The follow-ups, untouched so far, for ways to help that aren't written there any more."""
    still = ways_to_help(talk.debrief.help)
    gone = [what for what in ways_to_help(old.debrief.help) if what not in still]
    for fruit in book.standing.diary.fruits(old) if gone else ():
        if isinstance(fruit, FollowUp) and fruit.kind == "help" and fruit.what in gone and _untouched(fruit):
            yield fruit


def _moved(book: Book, old: Conversation, talk: Conversation) -> Iterator[Fruit]:
    """What came of a conversation on its day, as it is on the new day; nothing if that is the same."""
    if talk.day == old.day:
        return
    for fruit in book.standing.diary.fruits(old):
        if isinstance(fruit, Favour):
            yield msgspec.structs.replace(fruit, day=talk.day if fruit.day == old.day else fruit.day)
        elif fruit.opened == old.day:
            yield _opened_on(book, fruit, talk)


def _opened_on(book: Book, followup: FollowUp, talk: Conversation) -> FollowUp:
    """A follow-up as it would be if its talk had been on another day from the start."""
    hours = book.settings.met_hours
    by_itself = followup.due == first_due(followup.kind, followup.opened, hours)
    return msgspec.structs.replace(
        followup,
        opened=talk.day,
        due=first_due(followup.kind, talk.day, hours) if by_itself else max(followup.due, talk.day),
        steps=tuple(
            msgspec.structs.replace(step, day=talk.day)
            if step.day == followup.opened and not step.conversation
            else step
            for step in followup.steps
        ),
    )


def _untouched(fruit: Fruit) -> bool:
    """True for what is still as the conversation made it."""
    return fruit.updated == fruit.created


def _cut_off(fruit: Fruit) -> Fruit:
    """What came of a conversation, without the mention of it."""
    return msgspec.structs.replace(fruit, conversation="")


def _and_more(count: int) -> str:
    """What goes with a conversation, in words."""
    return f", and {count} {'entry' if count == 1 else 'entries'} that came of it" if count else ""

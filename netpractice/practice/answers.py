"""What talks did to the follow-ups with new people: every function that writes or removes conversations asks here."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from netpractice.domain.met import answered
from netpractice.domain.records import Conversation, FollowUp
from netpractice.domain.ties import about
from netpractice.practice.book import Book


def answers(
    book: Book,
    put: Iterable[Conversation] = (),
    *,
    remove: Iterable[Conversation] = (),
    opened: Collection[FollowUp] = (),
) -> list[FollowUp]:
    """The follow-ups that conversations close or open again, as they will be (see `domain.met`); no others.

    Args:
        book: the open book, in which none of this has happened yet.
        put: conversations that will be written, new and edited ones.
        remove: conversations that will be removed.
        opened: follow-ups as they will be opened or changed with them.
    """
    written = {talk.id: talk for talk in put}
    gone = {talk.id for talk in remove}
    before = (book.records.conversations.get(talk) for talk in written.keys() | gone)
    changed: list[FollowUp] = []
    for contact in sorted({each for talk in (*before, *written.values()) for each in about(talk)}):
        there = book.standing.ties.conversations(contact)
        talks = [talk for talk in there if talk.id not in gone and talk.id not in written]
        talks += [talk for talk in written.values() if contact in about(talk)]
        followups = {each.id: each for each in book.standing.ties.followups(contact)}
        followups |= {each.id: each for each in opened if each.contact == contact}
        for followup in followups.values():
            after = answered(followup, talks)
            if after != followup:
                changed.append(after)
    return changed

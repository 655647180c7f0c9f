"""The clock of somebody new: the talk that closes the follow-up which meeting them opened.

A follow-up of the kind `met` asks for a word to a new person within some hours (see `steps.first_due`). A later talk with
them is that word: it closes the follow-up by a step that names the conversation. What talks did is worked out anew
whenever one of them is written, edited or removed, so that it is always what the talks of the book say, in whatever order
they were written down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from netpractice.domain.followups import is_open
from netpractice.domain.records import Conversation, FollowUp, Step


def answered(followup: FollowUp, talks: Iterable[Conversation]) -> FollowUp:
    """The follow-up as the talks with its contact leave it; of another kind than `met` it stays as it is.

    Args:
        followup: the follow-up, with the steps that talks made before.
        talks: every conversation with its contact, in any order.
    """
    if followup.kind != "met":
        return followup
    later = _later_talks(followup, talks)
    days = {talk.id: talk.day for talk in later}
    steps = [
        msgspec.structs.replace(step, day=days.get(step.conversation, step.day))
        for step in followup.steps
        if not step.conversation or step.conversation in days
    ]
    for talk in later:
        others = [step for step in steps if step.conversation != talk.id]
        if not _was_open(followup, others, talk.day):
            steps = others
        elif len(others) == len(steps):
            steps.append(Step(day=talk.day, kind="done", conversation=talk.id))
    return msgspec.structs.replace(followup, steps=tuple(steps))


def _later_talks(followup: FollowUp, talks: Iterable[Conversation]) -> list[Conversation]:
    """The talks after the meeting, the oldest first: those of later days, and others of the same day.

    What was written down for the same day and event is still the meeting. Without a conversation from which the
    follow-up came, so is every talk of its day.
    """
    found = sorted(talks, key=lambda talk: (talk.day, talk.created, talk.id))
    meeting = next((talk for talk in found if talk.id == followup.conversation), None)
    return [talk for talk in found if talk.day > followup.opened or _is_another(talk, meeting)]


def _is_another(talk: Conversation, meeting: Conversation | None) -> bool:
    """True for another talk on the day of the meeting."""
    if meeting is None or talk.id == meeting.id or talk.day != meeting.day:
        return False
    return not talk.event or talk.event != meeting.event


def _was_open(followup: FollowUp, steps: Iterable[Step], day: date) -> bool:
    """True if a follow-up with these steps was open at the end of a day."""
    until = tuple(step for step in steps if step.day <= day)
    return is_open(msgspec.structs.replace(followup, steps=until))

"""The diary: all conversations by day, what came of each, and the text that they are searched in.

Text is folded when a talk is first looked at in a search and stays until a change touches the talk, what came of it, its
event, or the name of somebody in it. The diary follows each change of the records and always says what a new one over the
same records would.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from netpractice.domain.changes import Image
from netpractice.domain.days import DAY
from netpractice.domain.records import Contact, Conversation, Event, Favour, FollowUp, Records
from netpractice.domain.search import haystack
from netpractice.domain.telling import Fruit
from netpractice.domain.ties import Ties


class Diary:
    """The conversations of a book; it follows changes of the records."""

    def __init__(self, records: Records, ties: Ties) -> None:
        """Look at records and ties that others keep up to date."""
        self._records = records
        self._ties = ties
        self._talks = sorted(records.conversations.values(), key=_age)
        self._fruits: defaultdict[str, list[Fruit]] = defaultdict(list)
        self._texts: dict[str, str] = {}
        self._who: dict[str, str] = {}
        self._newest_first: list[Conversation] | None = None
        fruits: list[Fruit] = [*records.favours.values(), *records.followups.values()]
        for fruit in fruits:
            self._fruits[fruit.conversation].append(fruit)

    def update(self, images: Iterable[Image]) -> None:
        """Follow a change of the records."""
        for image in images:
            self._newest_first = None
            if isinstance(image.before, Conversation):
                del self._talks[bisect_left(self._talks, _age(image.before), key=_age)]
            if isinstance(image.after, Conversation):
                insort(self._talks, image.after, key=_age)
            if isinstance(image.before, Fruit):
                self._fruits[image.before.conversation].remove(image.before)
            if isinstance(image.after, Fruit):
                self._fruits[image.after.conversation].append(image.after)
            for talk in self._touched(image):
                self._texts.pop(talk, None)
                self._who.pop(talk, None)

    @property
    def talks(self) -> list[Conversation]:
        """Every conversation, the newest first; the same list until something changes."""
        if self._newest_first is None:
            self._newest_first = self._talks[::-1]
        return self._newest_first

    def prepare(self, count: int) -> bool:
        """Make some more texts ready to be searched, the newest first; True once all are."""
        waiting = (talk for talk in self.talks if talk.id not in self._texts)
        for talk in islice(waiting, count):
            self.text(talk)
        return len(self._texts) >= len(self._talks)

    def between(self, first: date, last: date) -> list[Conversation]:
        """The conversations of the days from `first` to `last`, both included, the newest first."""
        start = bisect_left(self._talks, first, key=_day)
        end = bisect_left(self._talks, last + DAY, key=_day)
        return self._talks[start:end][::-1]

    def fruits(self, talk: Conversation) -> tuple[Fruit, ...]:
        """The favours and follow-ups that came of a conversation, in the order of writing."""
        return tuple(sorted(self._fruits.get(talk.id, ()), key=lambda fruit: (fruit.created, fruit.id)))

    def text(self, talk: Conversation) -> str:
        """All the text of a conversation, and of what came of it, as words are looked for in it."""
        text = self._texts.get(talk.id)
        if text is None:
            text = self._texts[talk.id] = f"{self.who(talk)}\n{haystack(self._parts(talk))}"
        return text

    def who(self, talk: Conversation) -> str:
        """The names of the people in a conversation, as words are looked for in them."""
        who = self._who.get(talk.id)
        if who is None:
            who = self._who[talk.id] = haystack(self._names(talk))
        return who

    def _names(self, talk: Conversation) -> Iterator[str]:
        """What the people in a conversation were called then, and are called now."""
        for person in talk.people:
            yield person.name
            contact = self._records.contacts.get(person.contact)
            if contact:
                yield contact.nickname
                if contact.name != person.name:
                    yield contact.name

    def event(self, talk: Conversation) -> Event | None:
        """The event at which a conversation happened, or None."""
        return self._records.events.get(talk.event)

    def event_name(self, talk: Conversation) -> str:
        """The name of the event at which a conversation happened; empty if there was none."""
        event = self.event(talk)
        return event.name if event else ""

    def places(self, talk: Conversation) -> tuple[str, ...]:
        """The setting of a conversation and the place of its event, as far as they are known."""
        event = self.event(talk)
        return (talk.setting, event.place) if event else (talk.setting,)

    def tags(self, talk: Conversation) -> tuple[str, ...]:
        """The tags of a conversation and of its event, each once."""
        event = self.event(talk)
        return tuple(dict.fromkeys((*talk.tags, *event.tags))) if event else talk.tags

    def _parts(self, talk: Conversation) -> Iterator[str]:
        """Everything that is written about a conversation but the names."""
        debrief = talk.debrief
        yield from (*self.places(talk), self.event_name(talk), *self.tags(talk), talk.notes)
        yield from (debrief.learnt, debrief.help, debrief.went_well, debrief.try_next)
        for fruit in self.fruits(talk):
            yield fruit.what

    def _touched(self, image: Image) -> Iterator[str]:
        """The ids of the conversations whose text a change of a record touches."""
        match image.some:
            case Conversation():
                yield image.id
            case Favour() | FollowUp():
                yield from (each.conversation for each in (image.before, image.after) if isinstance(each, Fruit))
            case Contact():
                yield from (talk.id for talk in self._ties.conversations(image.id))
            case Event():
                yield from (talk.id for talk in self._talks if talk.event == image.id)
            case _:
                return


def _day(talk: Conversation) -> date:
    """The day of a conversation."""
    return talk.day


def _age(talk: Conversation) -> tuple[date, datetime, str]:
    """What puts conversations in the order of their days, those of one day in the order of writing."""
    return talk.day, talk.created, talk.id

"""What writes the sample book's records: ids and moments that look lived, and chance that always falls the same way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TypeVar
from unicodedata import normalize

from netpractice.domain.records import (
    CheckIn,
    Contact,
    Conversation,
    Debrief,
    Event,
    Favour,
    FavourDirection,
    FavourKind,
    FollowUp,
    FollowUpKind,
    HabitKey,
    Participant,
    Plan,
    Records,
    RestWeek,
    Review,
    Season,
    Step,
)
from netpractice.practice.demo.people import Person

T = TypeVar("T")

_MASK = (1 << 64) - 1
_UNFOLDED = str.maketrans("øłæðđı", "oladdi")
"""Letters that have no accent to take off."""


class Dice:
    """Chance without a clock: the same rolls in the same order in every run and every version of Python.

    The generator is SplitMix64 (Steele, Lea, Flood 2014).
    """

    def __init__(self, seed: int) -> None:
        """Begin at the start of the sequence that belongs to the seed."""
        self._state = seed

    def word(self) -> int:
        """The next 64 bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        word = self._state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & _MASK
        return word ^ (word >> 31)

    def below(self, end: int) -> int:
        """A whole number from 0 to `end` - 1."""
        return self.word() % end

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.word() % len(choices)]

    def happens(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.word() % 100 < percent


class Pen:
    """Writes records into `records`, each with an id of its own and a moment in the evening of its day."""

    def __init__(self, seed: int) -> None:
        """Begin with an empty book. Records of two pens have different ids if their seeds differ."""
        self.records = Records()
        self.dice = Dice(seed)
        self._ids = Dice(~seed & _MASK)

    def contact(self, person: Person, day: date, *, introduced_by: str = "", number: int = 0) -> Contact:
        """Put somebody on the roster on a day; the number keeps the addresses of namesakes apart."""
        at = self._moment(day)
        contact = Contact(
            id=self._id(), created=at, updated=at, name=person.name, nickname=person.nickname, circle=person.circle,
            rhythm_days=person.rhythm_days, resting=person.resting, company=person.company, role=person.role,
            emails=(f"{_plain(person.name)}{number or ''}@example.org",), tags=person.tags, how_met=person.how_met,
            introduced_by=introduced_by, notes=person.notes,
        )  # fmt: skip
        self.records.contacts[contact.id] = contact
        return contact

    def talk(
        self, day: date, people: Sequence[Participant], *, setting: str = "", event: str = "", notes: str = "",
        tags: tuple[str, ...] = (), debrief: Debrief,
    ) -> Conversation:  # fmt: skip
        """Write down a conversation."""
        at = self._moment(day)
        talk = Conversation(
            id=self._id(), created=at, updated=at, day=day, people=tuple(people), setting=setting, event=event,
            tags=tags, notes=notes, debrief=debrief,
        )  # fmt: skip
        self.records.conversations[talk.id] = talk
        return talk

    def favour(
        self, day: date, direction: FavourDirection, kind: FavourKind, what: str, contact: str, conversation: str = ""
    ) -> None:
        """Enter a favour in the ledger."""
        at = self._moment(day)
        favour = Favour(
            id=self._id(), created=at, updated=at, day=day, direction=direction, kind=kind, what=what, contact=contact,
            conversation=conversation,
        )  # fmt: skip
        self.records.favours[favour.id] = favour

    def follow_up(
        self, opened: date, due: date, kind: FollowUpKind, what: str, contact: str, *, steps: Sequence[Step] = (),
        conversation: str = "",
    ) -> None:  # fmt: skip
        """Open a follow-up, with what has happened to it since."""
        at = self._moment(opened)
        followup = FollowUp(
            id=self._id(), created=at, updated=self._moment(steps[-1].day) if steps else at, kind=kind, what=what,
            contact=contact, opened=opened, due=due, steps=tuple(steps), conversation=conversation,
        )  # fmt: skip
        self.records.followups[followup.id] = followup

    def check_in(
        self, day: date, *, attitude: int | None = None, intention: str = "", reflection: str = "",
        ticks: tuple[HabitKey, ...] = (), passed: bool = False,
    ) -> None:  # fmt: skip
        """Write the day's page."""
        at = self._moment(day)
        page = CheckIn(
            id=self._id(), created=at, updated=at, day=day, attitude=attitude, intention=intention,
            reflection=reflection, ticks=ticks, passed=passed,
        )  # fmt: skip
        self.records.checkins[page.id] = page

    def event(self, event_day: date, written: date, **lines: str) -> Event:
        """Write down an event, with its lines of text by name."""
        at = self._moment(written)
        event = Event(
            id=self._id(), created=at, updated=at, day=event_day, name=lines["name"], place=lines.get("place", ""),
            to_help=lines.get("to_help", ""), to_meet=lines.get("to_meet", ""),
            to_reconnect=lines.get("to_reconnect", ""), if_then=lines.get("if_then", ""),
            debrief=lines.get("debrief", ""),
        )  # fmt: skip
        self.records.events[event.id] = event
        return event

    def season(self, start: date, need: str) -> None:
        """Begin a season."""
        at = self._moment(start)
        season = Season(id=self._id(), created=at, updated=at, start=start, need=need)
        self.records.seasons[season.id] = season

    def plan(self, start: date, targets: dict[HabitKey, int]) -> None:
        """Set the plan from a day's week on."""
        at = self._moment(start)
        plan = Plan(id=self._id(), created=at, updated=at, start=start, targets=dict(targets))
        self.records.plans[plan.id] = plan

    def rest_week(self, day: date) -> None:
        """Let the week of a day rest."""
        at = self._moment(day)
        week = RestWeek(id=self._id(), created=at, updated=at, day=day)
        self.records.rest_weeks[week.id] = week

    def review(self, day: date, lesson: str, if_then: str) -> None:
        """Look back on the week of a day."""
        at = self._moment(day)
        review = Review(id=self._id(), created=at, updated=at, day=day, lesson=lesson, if_then=if_then, finished=day)
        self.records.reviews[review.id] = review

    def _id(self) -> str:
        """An id as long as those of a lived book, and the same in every run."""
        return f"{self._ids.word():016x}"[:13]

    def _moment(self, day: date) -> datetime:
        """A moment on a day, between seven and ten in the evening."""
        return datetime.combine(day, time(19 + self.dice.below(3), self.dice.below(60)), tzinfo=UTC)


def _plain(name: str) -> str:
    """A name as an address writes it: small plain letters, joined by points."""
    folded = normalize("NFKD", name.casefold().translate(_UNFOLDED))
    return ".".join("".join(letter for letter in folded if letter.isascii() and letter not in "-'").split())

"""The years before the last three months: as many records as somebody has who keeps this up, made from a few words.

Nothing here is meant to be read closely. It is there so that a book of ten years can be opened, searched and measured;
but every record is one that could have been written by hand, and all of them fit together.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from math import gcd
from typing import Literal

from netpractice.domain.days import month_of
from netpractice.domain.records import (
    Circle,
    Contact,
    Conversation,
    Debrief,
    FavourDirection,
    FollowUpKind,
    HabitKey,
    Participant,
    Step,
    StepKind,
)
from netpractice.practice.checkin import PASSES_A_MONTH
from netpractice.practice.demo import words
from netpractice.practice.demo.pages import DAYS
from netpractice.practice.demo.pen import Pen
from netpractice.practice.demo.people import COMPANIES, FIRST_NAMES, LAST_NAMES, ROLES, Person

_CIRCLES: tuple[Circle, ...] = ("warm", "friendly", "friendly", "familiar", "familiar", "familiar")
_TALKED: tuple[Literal["me", "even", "them"], ...] = ("me", "even", "them", "them")
_DIRECTIONS: tuple[FavourDirection, ...] = ("gave", "gave", "gave", "received", "asked")
_KINDS: tuple[FollowUpKind, ...] = ("promise", "promise", "help", "lead")
_MOODS = (55, 70, 80, 90, 96)
"""Of a hundred days of a month, on how many there is practice: some months are full, some quiet."""


def write_years(pen: Pen, today: date, counts: Mapping[str, int]) -> None:
    """Write what came before the last three months.

    Args:
        pen: writes the records.
        today: the sample book's today; nothing is written of the `DAYS` days up to it.
        counts: how many contacts, conversations, followups, favours and checkins to write, by table; as many days are
            told of as there are check-ins.
    """
    _Years(pen, today, counts).write()


class _Years:
    """The years while they are being written."""

    def __init__(self, pen: Pen, today: date, counts: Mapping[str, int]) -> None:
        """Lay out the days."""
        self._pen = pen
        self._dice = pen.dice
        self._counts = counts
        end = today - timedelta(days=DAYS)
        self._days = [end - timedelta(days=ago) for ago in range(self._counts["checkins"] - 1, -1, -1)]
        moods = {month: self._dice.pick(_MOODS) for month in dict.fromkeys(map(month_of, self._days))}
        self._active = [day for day in self._days if self._dice.happens(moods[month_of(day)])]
        self._roster: list[tuple[date, Contact]] = []
        self._talks: list[Conversation] = []

    def write(self) -> None:
        """Write it all, the oldest of each kind first."""
        self._weeks()
        self._people()
        self._conversations()
        self._ledger()
        self._loops()
        self._pages()

    def _some_days(self, table: str) -> list[date]:
        """A day of practice for each record of a table to be written, in order."""
        return sorted(self._dice.pick(self._active) for _ in range(self._counts[table]))

    def _weeks(self) -> None:
        """Seasons, plans, rest weeks and reviews, a few each year."""
        targets: dict[HabitKey, int] = {"warm": 2, "anywhere": 2, "open": 4, "listen": 2, "give": 2}
        for number, day in enumerate(self._days):
            if number % 180 == 0:
                self._pen.season(day, words.NEEDS[number // 180 % len(words.NEEDS)])
            if number % 365 == 0:
                year = number // 365
                self._pen.plan(day, {key: 1 + (target + year) % 5 for key, target in targets.items()})
            if number % 170 == 120:
                self._pen.rest_week(day)
            if number % 7 == 6 and self._dice.happens(70):
                self._pen.review(day, self._dice.pick(words.LESSONS), self._dice.pick(words.IF_THENS))

    def _people(self) -> None:
        """The roster; a quarter of it is known from the first day on."""
        names = self._names(self._counts["contacts"])
        first = self._days[0]
        days = sorted(self._dice.pick(self._active) for _ in range(len(names) - len(names) // 4))
        for number, (name, day) in enumerate(zip(names, [first] * (len(names) // 4) + days, strict=True)):
            circle = self._dice.pick(_CIRCLES)
            person = Person(
                name=name, circle=circle, company=self._dice.pick(COMPANIES), role=self._dice.pick(ROLES),
                how_met=f"talked about {self._dice.pick(words.SUBJECTS).name}", resting=self._dice.happens(10),
            )  # fmt: skip
            self._roster.append((day, self._pen.contact(person, day, number=number + 1)))

    def _names(self, count: int) -> list[str]:
        """So many names, all different as long as there are combinations left."""
        names = [f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES]
        # A step that shares no factor with the number of names visits each once.
        step = next(step for step in range(len(names) * 5 // 13, len(names)) if gcd(step, len(names)) == 1)
        return [names[number * step % len(names)] for number in range(count)]

    def _conversations(self) -> None:
        """The journal: mostly with people met long ago, now and then with a stranger or at an event."""
        known, event, event_day = 0, "", date.min
        for day in self._some_days("conversations"):
            while known < len(self._roster) and self._roster[known][0] <= day:
                known += 1
            if (day - event_day).days >= 30:
                event, event_day = self._event(day), day
            at_event = day == event_day
            self._talks.append(self._conversation(day, known, event if at_event else ""))

    def _event(self, day: date) -> str:
        """An organised event on a day; the result is its id."""
        name, place = self._dice.pick(words.GATHERINGS)
        return self._pen.event(
            day, day, name=name, place=place, to_meet="one new person", if_then=self._dice.pick(words.IF_THENS),
            debrief=self._dice.pick(words.LESSONS),
        ).id  # fmt: skip

    def _conversation(self, day: date, known: int, event: str) -> Conversation:
        """One conversation with somebody out of those known by then."""
        dice = self._dice
        subject = dice.pick(words.SUBJECTS)
        opening, ending = dice.pick(words.OPENINGS), dice.pick(words.ENDINGS)
        debrief = Debrief()
        if dice.happens(60):
            debrief = Debrief(
                learnt=f"they {subject.learnt}" if dice.happens(70) else "",
                help=subject.helps if dice.happens(30) else "", talked=dice.pick(_TALKED), expected=1 + dice.below(3),
                went=2 + dice.below(3), ease=1 + dice.below(4), went_well=dice.pick(words.WENT_WELL),
                try_next=dice.pick(words.TRY_NEXT),
            )  # fmt: skip
        return self._pen.talk(
            day, self._with_whom(day, known), setting=dice.pick(words.SETTINGS), event=event,
            notes=f"{opening.format(subject.name)} {ending}".rstrip(), debrief=debrief,
        )  # fmt: skip

    def _with_whom(self, day: date, known: int) -> list[Participant]:
        """One or two people out of the first `known`, or a stranger."""
        if self._dice.happens(12):
            return [Participant(name=self._dice.pick(words.STRANGERS))]
        chosen: dict[str, Participant] = {}
        for _ in range(2 if self._dice.happens(15) else 1):
            # The lesser of two rolls: some people are met far more often than others.
            met, contact = self._roster[min(self._dice.below(known), self._dice.below(known))]
            circle: Circle = "new" if met == day > self._days[0] else contact.circle
            chosen[contact.id] = Participant(name=contact.name, contact=contact.id, circle=circle)
        return list(chosen.values())

    def _occasions(self, table: str) -> list[Conversation]:
        """A conversation with somebody on the roster for each record of a table to be written, the oldest first."""
        talks = [talk for talk in self._talks if talk.people[0].contact]
        places = sorted(self._dice.below(len(talks)) for _ in range(self._counts[table]))
        return [talks[place] for place in places]

    def _ledger(self) -> None:
        """The favours; three of five are given."""
        for talk in self._occasions("favours"):
            kind, phrase = self._dice.pick(words.FAVOUR_WORDS)
            what = phrase.format(self._dice.pick(words.SUBJECTS).name)
            self._pen.favour(talk.day, self._dice.pick(_DIRECTIONS), kind, what, talk.people[0].contact, talk.id)

    def _loops(self) -> None:
        """The follow-ups, all closed by now: leads by telling, a few by letting go."""
        for talk in self._occasions("followups"):
            subject = self._dice.pick(words.SUBJECTS)
            kind = self._dice.pick(_KINDS)
            phrase = self._dice.pick(words.LEADS if kind == "lead" else words.PROMISES)
            what = subject.helps if kind == "help" else phrase.format(subject.name)
            due = talk.day + timedelta(days=2 + self._dice.below(12))
            self._pen.follow_up(
                talk.day, due, kind, what, talk.people[0].contact, steps=self._steps(kind, talk.day, due),
                conversation=talk.id,
            )  # fmt: skip

    def _steps(self, kind: FollowUpKind, opened: date, due: date) -> list[Step]:
        """What happened to a follow-up, in order: at times a snooze, then an answer, in time more often than not."""
        dice = self._dice
        steps: list[Step] = []
        if dice.happens(15):
            steps.append(Step(day=due, kind="snoozed", until=due + timedelta(days=5)))
            closed = due + timedelta(days=1 + dice.below(6))
        else:
            closed = opened + timedelta(days=dice.below((due - opened).days + 4))
        if kind == "lead" and dice.happens(85):
            steps.append(Step(day=closed, kind="acted"))
            closed += timedelta(days=dice.below(5))
        answer: StepKind = "let go" if dice.happens(12) else "told" if kind == "lead" else "done"
        steps.append(Step(day=closed, kind=answer, note=dice.pick(words.NOTES)))
        return steps

    def _pages(self) -> None:
        """A page for each day; days without practice say so, or are passes."""
        practised = set(self._active)
        passes: dict[tuple[int, int], int] = {}
        for day in self._days:
            month = month_of(day)
            if day in practised:
                attitude = 1 + self._dice.below(4) if self._dice.happens(62) else None
                reflection = self._dice.pick(words.LESSONS) if self._dice.happens(20) else ""
                intention = self._dice.pick(words.TRY_NEXT) or "begin with hello"
                self._pen.check_in(day, attitude=attitude, intention=intention, reflection=reflection)
            elif passes.get(month, 0) < PASSES_A_MONTH and self._dice.happens(40):
                passes[month] = passes.get(month, 0) + 1
                self._pen.check_in(day, passed=True, reflection="A day off.")
            else:
                self._pen.check_in(day, intention="rest, and begin again tomorrow")

"""The last three months of the sample book, from the tables of people, talks and pages."""

from __future__ import annotations

from datetime import date, timedelta

from netpractice.domain.records import Circle, Contact, Debrief, Participant, Step
from netpractice.practice.demo.pages import (
    ATTITUDES,
    DAYS,
    EVENTS,
    FAVOURS,
    FOLLOW_UPS,
    INTENTIONS,
    PASSES,
    PLANS,
    REFLECTIONS,
    REST_WEEKS,
    REVIEWS,
    SEASONS,
    TICKS,
)
from netpractice.practice.demo.pen import Pen
from netpractice.practice.demo.people import CAST, Person
from netpractice.practice.demo.talks import TALKS, Talk


def write_quarter(pen: Pen, today: date) -> None:
    """Write everything that happened in the `DAYS` days up to today."""
    _Quarter(pen, today).write()


class _Quarter:
    """The three months while they are being written."""

    def __init__(self, pen: Pen, today: date) -> None:
        """Begin with nobody."""
        self._pen = pen
        self._today = today
        self._people: dict[str, tuple[Person, Contact]] = {}
        self._events: dict[str, str] = {}
        self._talks: dict[tuple[date, str], str] = {}

    def write(self) -> None:
        """Write it all, the oldest of each kind first."""
        self._weeks()
        self._cast()
        for outing in reversed(EVENTS):
            day = self._day(outing.ago)
            event = self._pen.event(
                day, min(day, self._today) - timedelta(days=3), name=outing.name, place=outing.place, to_help=outing.to_help,
                to_meet=outing.to_meet, to_reconnect=outing.to_reconnect, if_then=outing.if_then,
                debrief=outing.debrief,
            )  # fmt: skip
            self._events[outing.name] = event.id
        for talk in reversed(TALKS):
            self._talk(talk)
        self._ledger()
        self._loops()
        self._pages()

    def _day(self, ago: int) -> date:
        """The day so many days ago."""
        return self._today - timedelta(days=ago)

    def _weeks(self) -> None:
        """Seasons, plans, rest weeks and reviews."""
        for ago, need in SEASONS:
            self._pen.season(self._day(ago), need)
        for ago, targets in PLANS:
            self._pen.plan(self._day(ago), targets)
        for ago in REST_WEEKS:
            self._pen.rest_week(self._day(ago))
        for ago, lesson, if_then in reversed(REVIEWS):
            self._pen.review(self._day(ago), lesson, if_then)

    def _cast(self) -> None:
        """The roster, those known for longest first."""
        for person in sorted(CAST, key=lambda person: -(person.met or DAYS)):
            by = self._id_of(person.by) if person.by else ""
            day = self._day(DAYS - 1 if person.met is None else person.met)
            self._people[person.name.split()[0]] = person, self._pen.contact(person, day, introduced_by=by)

    def _id_of(self, first_name: str) -> str:
        """The contact's id of somebody of the cast."""
        return self._people[first_name][1].id

    def _talk(self, told: Talk) -> None:
        """One conversation, with everybody's circle as it was then."""
        day = self._day(told.ago)
        people = [self._participant(name, told.ago) for name in told.who.split(" & ")]
        expected, went, ease = (int(digit) for digit in told.felt) if told.felt else (None, None, None)
        debrief = Debrief(
            learnt=told.learnt, help=told.help, talked=told.talked, expected=expected, went=went, ease=ease,
            went_well=told.went_well, try_next=told.try_next,
        )  # fmt: skip
        event = self._events[told.event] if told.event else ""
        talk = self._pen.talk(
            day, people, setting=told.setting, event=event, notes=told.notes, tags=() if told.setting else ("call",),
            debrief=debrief,
        )  # fmt: skip
        for person in people:
            self._talks[day, person.contact] = talk.id

    def _participant(self, name: str, ago: int) -> Participant:
        """Somebody in a conversation; whoever was met that day was new then."""
        if name not in self._people:
            return Participant(name=name)
        person, contact = self._people[name]
        circle: Circle = "new" if person.met == ago else contact.circle
        return Participant(name=contact.name, contact=contact.id, circle=circle)

    def _ledger(self) -> None:
        """The favours, each with the conversation in which it came up, if there was one that day."""
        for given in reversed(FAVOURS):
            day, contact = self._day(given.ago), self._id_of(given.who)
            self._pen.favour(
                day, given.direction, given.kind, given.what, contact, self._talks.get((day, contact), "")
            )  # fmt: skip

    def _loops(self) -> None:
        """The follow-ups, each with the conversation that opened it."""
        for opened in reversed(FOLLOW_UPS):
            day, contact = self._day(opened.ago), self._id_of(opened.who)
            steps = [
                Step(day=self._day(ago), kind=kind, until=None if until is None else self._day(until), note=note)
                for ago, kind, until, note in opened.steps
            ]
            self._pen.follow_up(
                day, self._day(opened.due), opened.kind, opened.what, contact, steps=steps,
                conversation=self._talks.get((day, contact), ""),
            )  # fmt: skip

    def _pages(self) -> None:
        """The check-ins; a day on which nothing was written has none."""
        for ago in range(DAYS - 1, -1, -1):
            attitude = None if ATTITUDES[ago] == "-" else int(ATTITUDES[ago])
            written = {"intention": INTENTIONS.get(ago, ""), "reflection": REFLECTIONS.get(ago, "")}
            if attitude is not None or ago in TICKS or ago in PASSES or any(written.values()):
                self._pen.check_in(
                    self._day(ago), attitude=attitude, ticks=TICKS.get(ago, ()), passed=ago in PASSES, **written
                )

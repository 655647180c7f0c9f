"""Records for examples, with only what an example is about. Days are counted from a Monday."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from netpractice.domain.changes import Image, apply
from netpractice.domain.habits import HABITS
from netpractice.domain.records import (
    CheckIn,
    Circle,
    Contact,
    Conversation,
    Debrief,
    Favour,
    FavourDirection,
    FavourKind,
    FollowUp,
    FollowUpKind,
    HabitKey,
    Participant,
    Plan,
    Record,
    Records,
    RestWeek,
    Season,
    Step,
    StepKind,
)
from netpractice.domain.standing import Standing
from netpractice.domain.streaks import Streak
from tests.strategies import STAMP

MONDAY = date(2026, 11, 16)
"""Day 0: the first day of 2026-W47. Days 0 to 6 lie in its week, those below 0 before it."""

EVERY: tuple[HabitKey, ...] = tuple(habit.key for habit in HABITS)


def day(n: int) -> date:
    """The day counted from MONDAY."""
    return MONDAY + timedelta(days=n)


def written(minute: int) -> datetime:
    """A moment of writing."""
    return STAMP + timedelta(minutes=minute)


def records(*made: Record | Iterable[Record]) -> Records:
    """A book's records; an argument may be several."""
    book = Records()
    for one in made:
        apply(book, [Image(None, record) for record in ([one] if isinstance(one, Record) else one)])
    return book


def standing(today: int, *made: Record | Iterable[Record]) -> Standing:
    """How the practice stands on a day."""
    return Standing(records(*made), day(today))


def change(book: Records, stands: Standing, before: Record | None, after: Record | None) -> None:
    """Change one record, and let the standing follow."""
    images = [Image(before, after)]
    apply(book, images)
    stands.update(images)


def talk(
    n: int,
    *names: str,
    circle: Circle | None = None,
    setting: str = "",
    event: str = "",
    learnt: str = "",
    could_help: str = "",
    ref: str = "",
    minute: int = 0,
) -> Conversation:
    return Conversation(
        id=ref or f"talk{n}",
        created=written(minute),
        updated=STAMP,
        day=day(n),
        people=tuple(Participant(name=name, circle=circle) for name in names),
        setting=setting,
        event=event,
        debrief=Debrief(learnt=learnt, help=could_help),
    )


def favour(
    n: int,
    direction: FavourDirection = "gave",
    what: str = "",
    *,
    kind: FavourKind = "introduction",
    contact: str = "",
    minute: int = 0,
) -> Favour:
    return Favour(
        id=f"{direction}{n}-{minute}-{contact}",
        created=written(minute),
        updated=STAMP,
        day=day(n),
        direction=direction,
        kind=kind,
        what=what,
        contact=contact,
    )


def followup(
    opened: int,
    due: int,
    *steps: Step,
    kind: FollowUpKind = "promise",
    what: str = "",
    contact: str = "",
    ref: str = "",
) -> FollowUp:
    return FollowUp(
        id=ref or f"followup{opened}-{contact}",
        created=STAMP,
        updated=STAMP,
        kind=kind,
        what=what,
        contact=contact,
        opened=day(opened),
        due=day(due),
        steps=steps,
    )


def step(kind: StepKind, n: int, until: int | None = None, note: str = "") -> Step:
    return Step(day=day(n), kind=kind, until=None if until is None else day(until), note=note)


def contact(ref: str, *, archived: int | None = None) -> Contact:
    away = None if archived is None else day(archived)
    return Contact(id=ref, created=STAMP, updated=STAMP, name=ref.title(), archived=away)


def talk_with(n: int, *contacts: str) -> Conversation:
    """A conversation with people on the roster."""
    people = tuple(Participant(name=each.title(), contact=each) for each in contacts)
    return Conversation(id=f"talk{n}-{'-'.join(contacts)}", created=STAMP, updated=STAMP, day=day(n), people=people)


def season(n: int, need: str = "", *, minute: int = 0) -> Season:
    return Season(id=f"season{n}-{minute}", created=written(minute), updated=STAMP, start=day(n), need=need)


def page(n: int, *ticks: HabitKey, attitude: int | None = None, passed: bool = False, minute: int = 0) -> CheckIn:
    return CheckIn(
        id=f"page{n}", created=written(minute), updated=STAMP, day=day(n), attitude=attitude, ticks=ticks, passed=passed
    )


def pages(ns: Iterable[int], *ticks: HabitKey) -> list[CheckIn]:
    """The same ticks on several days, all six habits if none is named."""
    return [page(n, *(ticks or EVERY)) for n in ns]


def rest_week(n: int) -> RestWeek:
    return RestWeek(id=f"rest{n}", created=STAMP, updated=STAMP, day=day(n))


def plan(start: int, targets: dict[HabitKey, int], *, minute: int = 0) -> Plan:
    return Plan(id=f"plan{start}-{minute}", created=written(minute), updated=STAMP, start=day(start), targets=targets)


def pending(current: int, longest: int) -> Streak:
    """A streak to which the running day or week could still add."""
    return Streak(current, longest, pending=True)


def settled(current: int, longest: int) -> Streak:
    """A streak with nothing pending."""
    return Streak(current, longest, pending=False)

"""Evidence: which habit was kept on which day, and why.

| habit | evidence on a day |
|---|---|
| warm | a conversation with someone who was in the warm circle then |
| anywhere | a conversation with a setting and no organised event |
| open | an attitude written down, whatever its level |
| listen | a conversation whose debrief says what was learnt or one way to help |
| follow | a follow-up acted on, told, done or let go |
| give | a favour given |

A habit is kept on a day that has evidence for it, or that was ticked by hand. A tick can be taken back, evidence can't be
ticked away. Days are kept as ordinals and habits as bits of a mask (`Habit.bit`), so that ten years are read in
milliseconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import repeat
from typing import Any, TypeAlias

import msgspec

from netpractice.domain.changes import Image
from netpractice.domain.followups import ACTS, in_order
from netpractice.domain.habits import HABIT, HABITS
from netpractice.domain.records import CheckIn, Conversation, Favour, FollowUp, FollowUpKind, HabitKey, Record, Records

WARM = HABIT["warm"].bit
ANYWHERE = HABIT["anywhere"].bit
OPEN = HABIT["open"].bit
LISTEN = HABIT["listen"].bit
FOLLOW = HABIT["follow"].bit
GIVE = HABIT["give"].bit

EVERY = (1 << len(HABITS)) - 1
"""The mask of all six habits."""

PASS = EVERY + 1
"""The bit above the habits' that says that a day was passed."""


Practice: TypeAlias = Conversation | Favour | FollowUp | CheckIn
"""The records that tell of practice."""


class Reason(msgspec.Struct, frozen=True):
    """One record that made a habit kept on a day."""

    habit: HabitKey
    day: date
    words: str
    """What it was, in a few words."""
    record: Practice
    """The record itself: for a tick by hand the day's check-in."""
    by_hand: bool = False
    """True for a tick, which has nothing behind it and can be taken back."""


def marks(record: Record) -> Iterator[tuple[date, HabitKey]]:
    """The days and habits that a record is evidence for; ticks by hand aren't evidence."""
    if isinstance(record, Practice):
        for _, day, proved, _ in sayings(record):
            for habit in HABITS:
                if proved & habit.bit:
                    yield day, habit.key


Saying: TypeAlias = tuple[Practice, date, int, int]
"""What a record says of a day: the habits it proves and those ticked by hand (with `PASS` for a pass), as masks.

Both are 0 for a day on which something was written down that proves nothing, such as a favour received.
"""


def sayings(record: Practice) -> Iterator[Saying]:
    """What a record says, each day once."""
    return _READ[type(record)]((record,))


def _conversations(talks: Iterable[Conversation]) -> Iterator[Saying]:
    for talk in talks:
        proved = 0
        for person in talk.people:
            if person.circle == "warm":
                proved = WARM
                break
        if talk.setting and not talk.event:
            proved |= ANYWHERE
        debrief = talk.debrief
        if debrief.learnt or debrief.help:
            proved |= LISTEN
        yield talk, talk.day, proved, 0


def _favours(favours: Iterable[Favour]) -> Iterator[Saying]:
    for favour in favours:
        yield favour, favour.day, GIVE if favour.direction == "gave" else 0, 0


def _followups(followups: Iterable[FollowUp]) -> Iterator[Saying]:
    for followup in followups:
        days = {followup.opened: 0}
        for step in followup.steps:
            if step.kind in ACTS:
                days[step.day] = FOLLOW
        for day, proved in days.items():
            yield followup, day, proved, 0


def _checkins(pages: Iterable[CheckIn]) -> Iterator[Saying]:
    for page in pages:
        by_hand = PASS if page.passed else 0
        for key in page.ticks:
            by_hand |= HABIT[key].bit
        if page.attitude is not None:
            yield page, page.day, OPEN, by_hand
        elif by_hand or page.intention or page.reflection:
            yield page, page.day, 0, by_hand


_READ: dict[type[Practice], Callable[[Any], Iterator[Saying]]] = {
    Conversation: _conversations,
    Favour: _favours,
    FollowUp: _followups,
    CheckIn: _checkins,
}
"""What reads the records of each type: many in one go, which saves a call for each of them."""


class Evidence:
    """What the records of a book prove, day by day; it follows changes of the records."""

    def __init__(self, records: Records) -> None:
        """Read all records."""
        self._rows = rows = defaultdict[int, list[Practice]](list)
        self._kept = kept = defaultdict[int, int](int)
        for kind, read in _READ.items():
            for record, day, proved, by_hand in read(records.table(kind.table).values()):
                ordinal = day.toordinal()
                rows[ordinal].append(record)
                kept[ordinal] |= proved | by_hand
        self._first = min(rows, default=None)

    def update(self, images: Iterable[Image]) -> set[int]:
        """Follow a change of the records; returns the ordinals of the days whose masks it changed."""
        touched: set[int] = set()
        for image in images:
            if isinstance(image.before, Practice):
                for _, day, _, _ in sayings(image.before):
                    self._rows[day.toordinal()].remove(image.before)
                    touched.add(day.toordinal())
            if isinstance(image.after, Practice):
                for _, day, _, _ in sayings(image.after):
                    self._rows[day.toordinal()].append(image.after)
                    touched.add(day.toordinal())
        changed = {ordinal for ordinal in touched if self._weigh(ordinal)}
        if touched and (self._first is None or min(touched) <= self._first):
            self._first = min(self._rows, default=None)
        return changed

    def mask(self, day: date) -> int:
        """The habits kept on a day, proved or ticked by hand."""
        return self._kept.get(day.toordinal(), 0) & EVERY

    def proved(self, day: date) -> int:
        """The habits that a day has evidence for; no tick adds to them or takes any away."""
        mask = 0
        for row in self._rows.get(day.toordinal(), ()):
            for _, said, proved, _ in sayings(row):
                mask |= proved if said == day else 0
        return mask

    def why(self, key: HabitKey, day: date) -> tuple[Reason, ...]:
        """The records that made a habit kept on a day, the newest first; a tick by hand comes last."""
        bit = HABIT[key].bit
        proved, ticked = [], []
        for row in self.written_on(day):
            for _, said, proof, by_hand in sayings(row):
                if said == day and proof & bit:
                    proved.append(Reason(key, day, words(row, day), row))
                if said == day and by_hand & bit:
                    ticked.append(Reason(key, day, "ticked by hand", row, by_hand=True))
        return (*proved, *ticked)

    def written_on(self, day: date) -> tuple[Practice, ...]:
        """The records that say something of a day, the newest first."""
        return tuple(sorted(self._rows.get(day.toordinal(), ()), key=_age, reverse=True))

    def span(self, first: int, last: int) -> list[int]:
        """The masks of the days from ordinal `first` to `last`, both included; `PASS` is set for days passed."""
        return list(map(self._kept.get, range(first, last + 1), repeat(0)))

    @property
    def passes(self) -> tuple[date, ...]:
        """The days that are passes, the oldest first."""
        return tuple(date.fromordinal(day) for day, mask in sorted(self._kept.items()) if mask & PASS)

    @property
    def first_day(self) -> date | None:
        """The first day on which anything was practised or written down, or None."""
        return None if self._first is None else date.fromordinal(self._first)

    @property
    def last_day(self) -> date | None:
        """The last such day; a book merged from elsewhere may place it in the future."""
        return date.fromordinal(max(self._rows)) if self._rows else None

    def _weigh(self, day: int) -> bool:
        """Work out again what the rows of a day say; True if that changes its mask."""
        before = self._kept.pop(day, 0)
        rows = self._rows[day]
        for row in rows:
            for _, said, proved, by_hand in sayings(row):
                if said.toordinal() == day:
                    self._kept[day] |= proved | by_hand
        if not rows:
            del self._rows[day]
        return self._kept.get(day, 0) != before


def _age(record: Record) -> tuple[datetime, str, str]:
    """What puts records in the order of writing; those written at once are at least always in the same order."""
    return record.created, record.table, record.id


def words(record: Practice, day: date) -> str:
    """A record in a few words, as it stood on a day."""
    match record:
        case Conversation():
            return _talk_words(record)
        case Favour():
            return f"{record.kind}: {record.what}" if record.what else record.kind
        case FollowUp():
            step = next(step for step in reversed(in_order(record)) if step.day == day and step.kind in ACTS)
            return f"{step.kind}: {record.what or _ABOUT[record.kind]}"
        case CheckIn():
            return f"attitude {record.attitude}"


_ABOUT: dict[FollowUpKind, str] = {
    "met": "somebody new",
    "promise": "a promise",
    "lead": "a lead",
    "help": "a way to help",
}
"""What a follow-up is about when it doesn't say."""


def _talk_words(talk: Conversation) -> str:
    """Where a conversation was and who was in it."""
    names = [person.name for person in talk.people]
    who = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    if talk.setting:
        return f"{talk.setting} with {who}" if who else talk.setting
    return f"a talk with {who}" if who else "a conversation"

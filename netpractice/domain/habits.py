"""The six habits and the three traps, as data.

Ideas after Bernie Frazier, "Networking Doesn't Work"; the words are ours.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from netpractice.domain.records import HabitKey

TrapKey: TypeAlias = Literal["pile", "vanish", "oneway"]


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """One of the six habits."""

    number: int
    """1 to 6: the digit that always means this habit."""
    key: HabitKey
    name: str
    hint: str
    """What to do, in at most 23 characters, for somebody new to it."""
    idea: str
    """The article's idea, in our words."""
    counts: str
    """What counts as keeping it on a day."""
    target: int
    """Days a week in the default plan; for `follow`, which has no target, 1 means that it isn't paused."""

    @property
    def index(self) -> int:
        """The habit's place from 0, as used for bits and columns."""
        return self.number - 1

    @property
    def bit(self) -> int:
        """The habit's bit in a day's mask."""
        return 1 << self.index


class Trap(msgspec.Struct, frozen=True, kw_only=True):
    """One of the three things that networking is not."""

    key: TrapKey
    name: str
    idea: str


HABITS: tuple[Habit, ...] = (
    Habit(
        number=1, key="warm", name="Start warm", target=2,
        hint="someone who likes you",
        idea="Begin with people you already know: they like you, and they forgive mistakes.",
        counts="a conversation with someone who was in your warm circle then",
    ),
    Habit(
        number=2, key="anywhere", name="Anywhere", target=2,
        hint="a queue, a train, a bar",
        idea="A good talk can happen in any queue, train or whirlpool tub; no event is needed.",
        counts="a conversation with a setting and no organised event",
    ),
    Habit(
        number=3, key="open", name="Show up open", target=4,
        hint="3, then 0-4: how open?",
        idea="Be open and bring a good attitude; noticing how you arrive is the practice.",
        counts="an attitude written down, whatever its level",
    ),
    Habit(
        number=4, key="listen", name="Listen to help", target=2,
        hint="learnt, or could help",
        idea="Listen and look for ways to help.",
        counts="a conversation whose debrief says what you learnt or one way to help",
    ),
    Habit(
        number=5, key="follow", name="Follow through", target=1,
        hint="a lead, a promise kept",
        idea="Follow every lead to its end, also one that goes nowhere: it shows that you value the giver.",
        counts="a follow-up acted on, told, done or let go",
    ),
    Habit(
        number=6, key="give", name="Give first", target=2,
        hint="a favour; small counts",
        idea="Do most of it while you need nothing: deposits come before withdrawals.",
        counts="a favour given",
    ),
)  # fmt: skip
"""The six habits in the order of their numbers."""

HABIT: dict[HabitKey, Habit] = {habit.key: habit for habit in HABITS}
"""The habits by key."""

TRAPS: tuple[Trap, ...] = (
    Trap(key="pile", name="Card pile", idea="Collecting cards and waiting for something to happen."),
    Trap(key="vanish", name="Ask and vanish", idea="Asking, or being helped, and never being heard of again."),
    Trap(key="oneway", name="One way", idea="Dealing for what you want only."),
)
"""The three traps in the order of the article."""

RHYTHM_DAYS = {"warm": 21, "friendly": 60, "familiar": 180, "new": 14}
"""How often to be in touch with the people of a circle, in days, unless a contact says otherwise."""


def find_habit(text: str) -> Habit | None:
    """The habit that a number (`1` to `6`) or key (`warm`) names, or None."""
    wanted = text.strip().casefold()
    return next((habit for habit in HABITS if wanted in (str(habit.number), habit.key)), None)

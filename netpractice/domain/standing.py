"""How the practice stands: everything computed that screens and reports show, kept up to date through changes.

A standing reads a book's records when it is first asked for something, and from then on follows each change: only the
days and weeks that a change touches are worked out again. It always says what a new standing over the same records would.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from netpractice.domain.changes import Image
from netpractice.domain.evidence import EVERY, PASS, Evidence
from netpractice.domain.habits import HABIT
from netpractice.domain.past import Past
from netpractice.domain.records import Contact, HabitKey, Records, Settings
from netpractice.domain.scorecard import WeekScore, strength
from netpractice.domain.streaks import Streak, streak
from netpractice.domain.weeks import Weeks

if TYPE_CHECKING:
    from netpractice.domain.diary import Diary
    from netpractice.domain.names import Names
    from netpractice.domain.roll import Roll
    from netpractice.domain.ties import Ties
    from netpractice.domain.tray import Tray
    from netpractice.domain.turns import Turns

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)

DEFAULT_SETTINGS = Settings(id="settings", created=_NEVER, updated=_NEVER)
"""The settings of a book that has none."""


class Standing:
    """How the practice stands on a day."""

    def __init__(self, records: Records, today: date) -> None:
        """Look at records that others may change as long as they call `update`; nothing is read before it is needed."""
        self._records = records
        self._today = today
        self._evidence: Evidence | None = None
        self._weeks: Weeks | None = None
        self._past: Past | None = None
        self._ties: Ties | None = None
        self._roll: Roll | None = None
        self._diary: Diary | None = None
        self._tray: Tray | None = None
        self._turns: Turns | None = None
        self._names: Names | None = None

    @property
    def today(self) -> date:
        """The practice day on which things are looked at; what is dated later doesn't count yet."""
        return self._today

    def at(self, today: date) -> None:
        """Look at things on another day."""
        if today != self._today:
            self._today = today
            self._forget_weeks()

    def update(self, images: Iterable[Image]) -> None:
        """Follow a change that has just been applied to the records."""
        images = tuple(images)
        for follower in (self._ties, self._roll, self._diary, self._tray, self._turns):
            if follower is not None:
                follower.update(images)
        if any(image.table == Contact.table for image in images):
            self._names = None
        if self._evidence is None:
            return
        days = self._evidence.update(images)
        if self._weeks is None:
            return
        if self._weeks.week_start != self.settings.week_start:
            self._forget_weeks()
            return
        is_past = self._weeks.update(images, days) or any(day < self._ordinal for day in days)
        if is_past or any(image.table == Settings.table for image in images):
            self._past = None

    @property
    def settings(self) -> Settings:
        """How the book is kept: of several records, as a merge may leave them, the one changed last."""
        return max(self._records.settings.values(), key=lambda settings: settings.updated, default=DEFAULT_SETTINGS)

    @property
    def evidence(self) -> Evidence:
        """Which habit was kept on which day, and why."""
        if self._evidence is None:
            self._evidence = Evidence(self._records)
        return self._evidence

    @property
    def ties(self) -> Ties:
        """The conversations, favours and follow-ups with each contact."""
        if self._ties is None:
            from netpractice.domain.ties import Ties

            self._ties = Ties(self._records)
        return self._ties

    @property
    def roll(self) -> Roll:
        """Everybody on the roster, with how it stands with them."""
        if self._roll is None:
            from netpractice.domain.roll import Roll

            self._roll = Roll(self._records, self.ties)
        return self._roll

    @property
    def diary(self) -> Diary:
        """Every conversation by day, with what came of it."""
        if self._diary is None:
            from netpractice.domain.diary import Diary

            self._diary = Diary(self._records, self.ties)
        return self._diary

    @property
    def tray(self) -> Tray:
        """Every follow-up, the open ones by due day and the closed ones by the day of closing."""
        if self._tray is None:
            from netpractice.domain.tray import Tray

            self._tray = Tray(self._records)
        return self._tray

    @property
    def turns(self) -> Turns:
        """Everybody whose rhythm is up."""
        if self._turns is None:
            from netpractice.domain.turns import Turns

            self._turns = Turns(self._records, self.ties)
        return self._turns

    @property
    def names(self) -> Names:
        """The names of everybody on the roster, to find out who is meant by one."""
        if self._names is None:
            from netpractice.domain.names import Names

            self._names = Names(self._records.contacts.values())
        return self._names

    @property
    def first_week(self) -> date | None:
        """The week of the first record, or None if nothing has been written down by today."""
        first = self._all_weeks().first
        return None if first is None else date.fromordinal(first)

    @property
    def this_week(self) -> date:
        """The running week."""
        return date.fromordinal(self._all_weeks().running)

    def week(self, week: date) -> WeekScore:
        """The score of the week that a day is in, so far for the running one."""
        weeks = self._all_weeks()
        return weeks.score(weeks.week_of(week))

    def targets(self, week: date) -> dict[HabitKey, int]:
        """The plan in force in the week that a day is in: days a week for each habit."""
        weeks = self._all_weeks()
        return dict(weeks.targets(weeks.week_of(week)))

    def strength(self, key: HabitKey | None) -> float | None:
        """The strength of a habit, or with None of the practice as a whole, 0 to 100; None if nothing is scored yet."""
        return strength(self._finished().credits(key))

    @property
    def daily(self) -> Streak:
        """Consecutive days on which at least one habit was kept; a pass bridges."""
        (today,) = self.evidence.span(self._ordinal, self._ordinal)
        now = True if today & EVERY else None if today & PASS else False
        return streak(self._finished().days, now)

    @property
    def weekly(self) -> Streak:
        """Consecutive weeks whose score reached the threshold of the settings; a week without a score bridges."""
        score = self.week(self._today).score
        now = None if score is None else score >= self.settings.weekly_threshold
        return streak(self._finished().weeks, now)

    def run(self, key: HabitKey) -> Streak:
        """Consecutive weeks in which a habit met its target; a week in which it rested or was paused bridges."""
        credit = self.week(self._today).habits[HABIT[key].index].credit
        return streak(self._finished().run(key), None if credit is None else credit == 1)

    def run_so_far(self, key: HabitKey) -> int:
        """The current streak of `run`, read backwards from now: what ended long ago needn't be scored for it."""
        weeks = self._all_weeks()
        run = 0
        for week in range(weeks.running, (weeks.first or weeks.running) - 1, -7):
            credit = weeks.score(week).habits[HABIT[key].index].credit
            if credit == 1:
                run += 1
            elif credit is not None and week < weeks.running:
                break
        return run

    def kept_of_last(self, days: int = 14) -> int:
        """On how many of the last days, today included, at least one habit was kept."""
        return sum(mask & EVERY > 0 for mask in self.evidence.span(self._ordinal - days + 1, self._ordinal))

    @property
    def _ordinal(self) -> int:
        """Today as an ordinal."""
        return self._today.toordinal()

    def _all_weeks(self) -> Weeks:
        """The weeks, laid out when they are first asked for."""
        if self._weeks is None:
            self._weeks = Weeks(self._records, self.evidence, self._today, self.settings.week_start)
        return self._weeks

    def _finished(self) -> Past:
        """What finished days and weeks add up to."""
        if self._past is None:
            self._past = Past(self.evidence, self._all_weeks(), self._ordinal, self.settings.weekly_threshold)
        return self._past

    def _forget_weeks(self) -> None:
        """Lay out the weeks anew when they are next asked for."""
        self._weeks = None
        self._past = None

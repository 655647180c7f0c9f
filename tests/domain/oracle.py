"""The rules of evidence, scores, strength and streaks once more, in the plainest words that Python has.

Every answer is worked out from all records, day by day and week by week, with sets, fractions and the formulas as they
are written. Nothing is shared with the package but the record types, so that a mistake would have to be made twice.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import floor

from netpractice.domain.records import FollowUp, HabitKey, Records

KEYS: tuple[HabitKey, ...] = ("warm", "anywhere", "open", "listen", "follow", "give")
DEFAULT_PLAN: dict[HabitKey, int] = {"warm": 2, "anywhere": 2, "open": 4, "listen": 2, "follow": 1, "give": 2}

Row = tuple[int, int, bool]
"""A streak: current, longest, pending."""


def days(first: date, last: date) -> list[date]:
    """All days from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


class Oracle:
    """What is to be said about records on a day."""

    def __init__(self, records: Records, today: date) -> None:
        talks = records.conversations.values()
        favours = records.favours.values()
        pages = records.checkins.values()
        self.records = records
        self.today = today
        self.followups = list(records.followups.values())
        acts = {step.day for f in self.followups for step in f.steps if step.kind not in ("snoozed", "reopened")}
        self.proved: dict[HabitKey, set[date]] = {
            "warm": {talk.day for talk in talks if "warm" in [person.circle for person in talk.people]},
            "anywhere": {talk.day for talk in talks if talk.setting != "" and talk.event == ""},
            "open": {page.day for page in pages if page.attitude is not None},
            "listen": {talk.day for talk in talks if talk.debrief.learnt != "" or talk.debrief.help != ""},
            "follow": acts,
            "give": {favour.day for favour in favours if favour.direction == "gave"},
        }
        self.ticked = {key: {page.day for page in pages if key in page.ticks} for key in KEYS}
        self.kept = {key: self.proved[key] | self.ticked[key] for key in KEYS}
        self.practised = {day for key in KEYS for day in self.kept[key]}
        self.passed = {page.day for page in pages if page.passed}
        written = {page.day for page in pages if page.intention or page.reflection}
        written |= {talk.day for talk in talks} | {favour.day for favour in favours}
        written |= {followup.opened for followup in self.followups}
        self.written = written | self.practised | self.passed
        settings = sorted(records.settings.values(), key=lambda settings: settings.updated)
        self.week_start = settings[-1].week_start if settings else 0
        self.threshold = settings[-1].weekly_threshold if settings else 60

    # Weeks

    def monday(self, day: date) -> date:
        """The first day of a day's week, whatever weekday the settings call the first."""
        while day.weekday() != self.week_start:
            day -= timedelta(days=1)
        return day

    def weeks(self) -> list[date]:
        """All weeks with anything to score: from the first record's to the running one."""
        past = [day for day in self.written if day <= self.today]
        if not past:
            return []
        return [day for day in days(self.monday(min(past)), self.today) if day.weekday() == self.week_start]

    def finished_weeks(self) -> list[date]:
        return [week for week in self.weeks() if week + timedelta(days=7) <= self.today]

    def end(self, week: date) -> date:
        """The last day of a week that counts: today in the running one."""
        return min(week + timedelta(days=6), self.today)

    def rests(self, week: date) -> bool:
        return any(self.monday(rest.day) == week for rest in self.records.rest_weeks.values())

    def plan(self, week: date) -> dict[HabitKey, int]:
        """The plan in force: of those begun by the first day the latest, of equals the one written last."""
        targets = dict(DEFAULT_PLAN)
        begun = [plan for plan in self.records.plans.values() if plan.start <= week]
        if begun:
            start = max(plan.start for plan in begun)
            latest = [plan for plan in begun if plan.start == start]
            targets.update(max(latest, key=lambda plan: (plan.created, plan.id)).targets)
        targets["follow"] = 1 if targets["follow"] else 0
        return targets

    # Follow-ups

    def closed_after(self, followup: FollowUp, day: date) -> bool:
        """Whether the steps up to the end of a day leave a follow-up closed."""
        closed = False
        for step in sorted(followup.steps, key=lambda step: step.day):
            if step.day <= day:
                if step.kind in ("told", "let go") or (step.kind == "done" and followup.kind != "lead"):
                    closed = True
                if step.kind == "reopened":
                    closed = False
        return closed

    def due_day(self, followup: FollowUp, day: date) -> date:
        """The due day as it was known at the end of a day."""
        due = followup.due
        for step in sorted(followup.steps, key=lambda step: step.day):
            if step.day <= day and step.kind == "snoozed" and step.until is not None:
                due = step.until
        return due

    def due(self, week: date) -> list[FollowUp]:
        """Open before the week or opened in it, due by its end, and not closed before it began."""
        found = []
        for followup in self.followups:
            reopened = any(s.kind == "reopened" and week <= s.day <= self.end(week) for s in followup.steps)
            closed_before = self.closed_after(followup, week - timedelta(days=1))
            in_time = followup.opened <= self.end(week) and self.due_day(followup, self.end(week)) <= self.end(week)
            if in_time and (reopened or not closed_before):
                found.append(followup)
        return found

    def handled(self, week: date) -> list[FollowUp]:
        return [followup for followup in self.due(week) if self.closed_after(followup, self.end(week))]

    # Scores

    def kept_days(self, key: HabitKey, week: date) -> int:
        return sum(day in self.kept[key] for day in days(week, self.end(week)))

    def credit(self, key: HabitKey, week: date) -> Fraction | None:
        target = self.plan(week)[key]
        kept = self.kept_days(key, week)
        if target == 0 or self.rests(week) or week not in self.weeks():
            return None
        if key == "follow":
            due = len(self.due(week))
            if due == 0:
                return Fraction(1) if kept else None
            return Fraction(len(self.handled(week)), due)
        return min(Fraction(1), Fraction(kept, target))

    def mean(self, week: date) -> Fraction | None:
        found = [credit for key in KEYS if (credit := self.credit(key, week)) is not None]
        return sum(found, Fraction(0)) / len(found) if found else None

    def score(self, week: date) -> int | None:
        mean = self.mean(week)
        return None if mean is None else floor(100 * mean + Fraction(1, 2))

    def margin(self, key: HabitKey) -> tuple[str, int, int] | None:
        """State, more and left for the running week."""
        week = self.monday(self.today)
        if week not in self.weeks() or self.rests(week) or self.plan(week)[key] == 0:
            return None
        ahead = days(self.today, week + timedelta(days=6))
        if key == "follow":
            more = len(self.due(week)) - len(self.handled(week))
            return ("open" if more else "met", more, len(ahead))
        left = len([day for day in ahead if day > self.today or day not in self.kept[key]])
        more = self.plan(week)[key] - self.kept_days(key, week)
        if more <= 0:
            return ("met", 0, left)
        if more > left:
            return ("out of reach", more, left)
        return ("tight" if more == left else "open", more, left)

    def strength(self, key: HabitKey | None) -> float | None:
        """100 * sum(c_i * 0.5 ** ((n - i) / 4)) / sum(0.5 ** ((n - i) / 4)) over finished weeks with a credit."""
        found = [self.mean(week) if key is None else self.credit(key, week) for week in self.finished_weeks()]
        c = [float(credit) for credit in found if credit is not None]
        n = len(c)
        weights = [0.5 ** ((n - i) / 4) for i in range(1, n + 1)]
        return 100 * sum(c[i] * weights[i] for i in range(n)) / sum(weights) if n else None

    # Streaks

    def daily(self) -> Row:
        current = longest = 0
        past = [day for day in self.written if day <= self.today]
        for day in days(min(past), self.today) if past else []:
            if day in self.practised:
                current += 1
                longest = max(longest, current)
            elif day not in self.passed and day != self.today:
                current = 0
        return current, longest, self.today not in self.practised and self.today not in self.passed

    def weekly(self) -> Row:
        met = {week: score >= self.threshold for week in self.weeks() if (score := self.score(week)) is not None}
        return self.row(met)

    def run(self, key: HabitKey) -> Row:
        met = {week: credit == 1 for week in self.weeks() if (credit := self.credit(key, week)) is not None}
        return self.row(met)

    def row(self, met: dict[date, bool]) -> Row:
        """The streak over weeks that were met or not; those that bridge are left out."""
        current = longest = 0
        pending = False
        for week, is_met in met.items():
            if is_met:
                current += 1
                longest = max(longest, current)
            elif week == self.monday(self.today):
                pending = True
            else:
                current = 0
        return current, longest, pending

    def kept_of_last(self, n: int) -> int:
        return sum(self.today - timedelta(days=back) in self.practised for back in range(n))

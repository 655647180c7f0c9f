"""Random histories of a book: what a standing says after every change is what the oracle says, and a new standing too."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import isclose
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from netpractice.domain.changes import Image, apply
from netpractice.domain.habits import HABITS
from netpractice.domain.records import Record, Records
from netpractice.domain.scorecard import WeekScore
from netpractice.domain.standing import Standing
from netpractice.domain.streaks import Streak
from tests.counts import tally
from tests.domain.oracle import KEYS, Oracle, days
from tests.strategies import Deed, GoTo, History, Put, Remove, histories


@settings(max_examples=150)
@given(histories())
def test_a_sample_of_histories(history: History) -> None:
    live_through(history)


@pytest.mark.slow
@settings(max_examples=2200)
@given(histories())
def test_all_histories(history: History) -> None:
    live_through(history)
    tally("T2")


def live_through(history: History) -> None:
    """Do all deeds, and compare wherever somebody looks."""
    records = Records()
    apply(records, [Image(None, record) for record in history.book])
    standing = Standing(records, history.today)
    done: list[tuple[Image, ...]] = []
    for deed, looks in [*history.deeds, (GoTo(0), True)]:
        if isinstance(deed, GoTo):
            standing.at(standing.today + timedelta(days=deed.days))
        elif images := images_of(deed, records, done):
            apply(records, images)
            standing.update(images)
        if looks:
            compare(standing, records)


def images_of(deed: Deed, records: Records, done: list[tuple[Image, ...]]) -> tuple[Image, ...]:
    """What a deed changes; an undo takes the last change off `done`, any other adds to it."""
    images: tuple[Image, ...]
    if isinstance(deed, Put):
        images = (put(deed, records),)
    elif isinstance(deed, Remove):
        everything = all_records(records)
        images = (Image(everything[deed.place % len(everything)], None),) if everything else ()
    else:
        return tuple(Image(image.after, image.before) for image in reversed(done.pop())) if done else ()
    done.append(images)
    return images


def put(deed: Put, records: Records) -> Image:
    """The image of a new record, or of an old one that becomes as the deed has it."""
    table = records.table(deed.record.table)
    others = list(table)
    if deed.edits is None or not others:
        return Image(table.get(deed.record.id), deed.record)
    key = others[deed.edits % len(others)]
    return Image(table[key], msgspec.structs.replace(deed.record, id=key))


def all_records(records: Records) -> list[Record]:
    return [record for name in msgspec.structs.asdict(records) for record in records.table(name).values()]


def compare(standing: Standing, records: Records) -> None:
    """Ask for everything there is, of the standing, of a new one, and of the oracle."""
    oracle = Oracle(records, standing.today)
    first = min([*oracle.written, standing.today])
    last = max([*oracle.written, standing.today])
    span = days(first - timedelta(days=8), last + timedelta(days=8))
    assert numbers(standing, span) == numbers(Standing(records, standing.today), span)
    compare_days(standing, oracle, span)
    compare_weeks(standing, oracle, span)
    for key in (*KEYS, None):
        ours, theirs = standing.strength(key), oracle.strength(key)
        assert ours == theirs or (ours is not None and theirs is not None and isclose(ours, theirs))


def numbers(standing: Standing, span: list[date]) -> list[Any]:
    """Everything that a standing says, about days of a span too."""
    return [
        [standing.week(day) for day in span],
        [standing.targets(day) for day in span],
        [standing.evidence.why(key, day) for key in KEYS for day in span],
        [(standing.evidence.mask(day), standing.evidence.proved(day)) for day in span],
        (standing.evidence.first_day, standing.evidence.last_day, standing.evidence.passes),
        (standing.daily, standing.weekly, [standing.run(key) for key in KEYS], standing.kept_of_last()),
        [standing.strength(key) for key in (*KEYS, None)],
    ]


def compare_days(standing: Standing, oracle: Oracle, span: list[date]) -> None:
    evidence = standing.evidence
    for habit in HABITS:
        kept = {day for day in span if evidence.mask(day) & habit.bit}
        proved = {day for day in span if evidence.proved(day) & habit.bit}
        assert (kept, proved) == (oracle.kept[habit.key], oracle.proved[habit.key])
        because = {day: evidence.why(habit.key, day) for day in span}
        assert {day for day in span if because[day]} == kept
        assert {day for day in span if any(not reason.by_hand for reason in because[day])} == proved
    assert evidence.passes == tuple(sorted(oracle.passed))
    assert evidence.first_day == min(oracle.written, default=None)
    assert evidence.last_day == max(oracle.written, default=None)
    assert row(standing.daily) == oracle.daily()
    assert [standing.kept_of_last(n) for n in (1, 7, 14)] == [oracle.kept_of_last(n) for n in (1, 7, 14)]


def compare_weeks(standing: Standing, oracle: Oracle, span: list[date]) -> None:
    weeks = sorted({oracle.monday(day) for day in span})
    scored = oracle.weeks()
    assert standing.first_week == (scored[0] if scored else None)
    assert standing.this_week == oracle.monday(standing.today)
    for week in weeks:
        assert standing.targets(week) == oracle.plan(week)
        score = standing.week(week)
        assert score.week == week
        assert (score.score, score.rest) == (oracle.score(week), oracle.rests(week))
        assert score.credit == number(oracle.mean(week))
        assert score.finished == (week + timedelta(days=7) <= standing.today)
        compare_habits(score, oracle)
    assert row(standing.weekly) == oracle.weekly()
    assert [row(standing.run(key)) for key in KEYS] == [oracle.run(key) for key in KEYS]
    assert [standing.run_so_far(key) for key in KEYS] == [standing.run(key).current for key in KEYS]


def compare_habits(score: WeekScore, oracle: Oracle) -> None:
    week = score.week
    for habit, key in zip(score.habits, KEYS, strict=True):
        credit = oracle.credit(key, week)
        assert (habit.key, habit.kept_days, habit.target) == (key, oracle.kept_days(key, week), oracle.plan(week)[key])
        assert habit.credit == number(credit)
        assert habit.state == ("paused" if habit.target == 0 else "resting" if credit is None else "active")
        if key == "follow" and week in oracle.weeks():
            assert (habit.due, habit.handled) == (len(oracle.due(week)), len(oracle.handled(week)))
        margin = oracle.margin(key) if week == oracle.monday(oracle.today) else None
        assert (habit.margin and msgspec.structs.astuple(habit.margin)) == margin


def number(credit: Fraction | None) -> float | None:
    return None if credit is None else float(credit)


def row(streak: Streak) -> tuple[int, int, bool]:
    return streak.current, streak.longest, streak.pending

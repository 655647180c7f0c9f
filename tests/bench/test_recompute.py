"""Scores, streaks and strengths of the ten-year book: from scratch, and after one change.

`pytest -m bench tests/bench/test_recompute.py -s` prints the table. The floor is what no way of counting can do without:
one look at the day of every record, and one at every habit of every day. Targets are milliseconds on one machine, so
nothing is asserted about them; what is asserted is that the quick way gives what the slow one does.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Any

import msgspec
import pytest

from netpractice.domain.changes import Change, Image, apply
from netpractice.domain.evidence import Evidence, marks
from netpractice.domain.habits import HABITS
from netpractice.domain.records import Plan, Records, Step
from netpractice.domain.standing import Standing
from netpractice.practice.demo import make_demo
from tests.strategies import STAMP

TODAY = date(2026, 11, 22)

ROUNDS = 31

SCRATCH = "all scores, streaks and strengths from scratch"

Images = tuple[Image, ...]


@pytest.fixture(scope="module")
def records() -> Iterator[Records]:
    """The ten-year book in memory; as in the app, its records are out of the garbage collector's sight."""
    book = make_demo(TODAY, years=10)
    gc.collect()
    gc.freeze()
    yield book
    gc.unfreeze()


def today_shows(standing: Standing) -> list[Any]:
    """What Today reads of a standing."""
    streaks = [standing.daily, standing.weekly, *(standing.run(habit.key) for habit in HABITS)]
    return [standing.week(standing.this_week), streaks, standing.kept_of_last()]


def everything(standing: Standing) -> list[Any]:
    """That, and the strengths; all weeks have been scored for it."""
    return [today_shows(standing), standing.strength(None), *(standing.strength(habit.key) for habit in HABITS)]


def floor(records: Records) -> int:
    """One look at the day of every record, and one at every habit of every day."""
    dated = (records.conversations, records.favours, records.checkins)
    masks: dict[int, int] = {record.day.toordinal(): 1 for table in dated for record in table.values()}
    for followup in records.followups.values():
        masks[followup.opened.toordinal()] = 1
    first, last = min(masks), max(masks)
    return sum(masks.get(day, 0) >> habit & 1 for day in range(first, last + 1) for habit in range(6))


def changes(records: Records) -> dict[str, Images]:
    """One change of each kind, by what it is."""
    page = next(page for page in records.checkins.values() if page.day == TODAY)
    evidence = Evidence(records)
    alone = [
        talk
        for talk in records.conversations.values()
        if any(len(evidence.why(key, talk.day)) == 1 for _, key in marks(talk))
    ]
    talk = min(alone, key=lambda talk: abs(talk.day - TODAY + timedelta(days=1800)))
    closed = [one for one in records.followups.values() if one.steps and one.opened < TODAY - timedelta(days=90)]
    usual, oldest = closed[-1], closed[0]
    done = Step(day=TODAY, kind="let go")
    first = min(talk.day for talk in records.conversations.values())
    earlier = msgspec.structs.replace(talk, id="earlier", day=first - timedelta(days=300))
    plan = Plan(id="plan", created=STAMP, updated=STAMP, start=first, targets={"warm": 3, "open": 7, "give": 0})
    return {
        "a tick": (Image(page, msgspec.structs.replace(page, ticks=("anywhere",), updated=STAMP)),),
        "a conversation of five years ago removed": (Image(talk, None),),
        "a follow-up closed": (Image(usual, msgspec.structs.replace(usual, steps=(*usual.steps, done))),),
        "a follow-up of ten years ago never closed": (Image(oldest, msgspec.structs.replace(oldest, steps=())),),
        "a plan dated back by ten years": (Image(None, plan),),
        "a conversation before all others": (Image(None, earlier),),
    }


def milliseconds(what: Callable[[], object]) -> float:
    """How long something took."""
    start = perf_counter()
    what()
    return 1000 * (perf_counter() - start)


def there_and_back(records: Records, standing: Standing, images: Images, reads: Callable[[Standing], object]) -> float:
    """The time of a change and of reading after it; the change is taken back untimed."""
    inverse = Change(id="", at=STAMP, label="", images=images).inverse.images
    apply(records, images)

    def follow() -> None:
        standing.update(images)
        reads(standing)

    took = milliseconds(follow)
    assert everything(standing) == everything(Standing(records, TODAY))
    apply(records, inverse)
    standing.update(inverse)
    everything(standing)
    return took


@pytest.mark.bench
def test_recompute_of_ten_years(records: Records) -> None:
    standing = Standing(records, TODAY)
    everything(standing)
    figures: dict[str, list[float]] = {}
    kinds = changes(records)
    for _ in range(ROUNDS):
        figures.setdefault("floor", []).append(milliseconds(lambda: floor(records)))
        scratch = milliseconds(lambda: everything(Standing(records, TODAY)))
        figures.setdefault(SCRATCH, []).append(scratch)
        for name, images in kinds.items():
            took = there_and_back(records, standing, images, today_shows)
            figures.setdefault(f"{name}, and what Today shows", []).append(took)
            took = there_and_back(records, standing, images, everything)
            figures.setdefault(f"{name}, and everything", []).append(took)
    show(figures)


def show(figures: dict[str, list[float]]) -> None:
    """Print the best and the median of each beside the floor and the target."""
    print(f"\n{'ms':66}{'best':>8}{'median':>8}{'× floor':>9}{'target':>8}")
    for name, times in figures.items():
        ratio = median(times) / median(figures["floor"])
        target = {"floor": "", SCRATCH: "25"}.get(name, "1")
        print(f"{name:66}{min(times):8.2f}{median(times):8.2f}{ratio:9.2f}{target:>8}")

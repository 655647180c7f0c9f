"""The open loops of a week."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.loops import Leads, Promises, leads_of, promises_of
from netpractice.domain.records import FollowUp, FollowUpKind, Step, StepKind
from tests.domain.made import MONDAY, day, written
from tests.strategies import STAMP

TODAY = 6


def loop(kind: FollowUpKind, opened: int, due: int, *steps: tuple[int, StepKind], until: int | None = None) -> FollowUp:
    made = tuple(Step(day=day(n), kind=step, until=None if until is None else day(until)) for n, step in steps)
    name = f"{kind}{opened}{due}{steps}"
    return FollowUp(id=name, created=written(0), updated=STAMP, kind=kind, opened=day(opened), due=day(due), steps=made)


def test_the_leads_of_a_week_are_told_let_go_or_open() -> None:
    leads = [
        loop("lead", -9, 0),
        loop("lead", 1, 8, (2, "acted")),
        loop("lead", -3, 0, (0, "acted"), (1, "told")),
        loop("lead", 2, 3, (3, "let go")),
        loop("lead", -20, -10, (-9, "told")),
        loop("lead", TODAY + 1, 20),
        loop("promise", 0, 1),
    ]
    assert leads_of(leads, MONDAY, day(TODAY)) == Leads(total=4, told=1, let_go=1, open=2, oldest=15)


def test_what_happened_after_a_week_doesnt_change_it() -> None:
    lead = loop("lead", -9, -8, (1, "told"))
    assert leads_of([lead], day(-7), day(TODAY)) == Leads(total=1, told=0, let_go=0, open=1, oldest=8)


def test_promises_count_in_the_week_in_which_they_were_due() -> None:
    promises = [
        loop("promise", -2, 1, (1, "done")),
        loop("promise", -2, 2, (4, "done")),
        loop("promise", -2, 3),
        loop("promise", -2, 3, (1, "let go")),
        loop("promise", -2, TODAY + 1),
        loop("promise", -9, -3, (-3, "done")),
        loop("lead", -2, 3),
    ]
    assert promises_of(promises, MONDAY, day(TODAY)) == Promises(total=3, kept=2, in_time=1)


def test_a_promise_that_was_put_off_counts_where_it_is_due_then() -> None:
    promise = loop("promise", -9, -3, (-4, "snoozed"), until=2)
    assert promises_of([promise], day(-7), day(TODAY)) == Promises(total=0, kept=0, in_time=0)
    assert promises_of([promise], MONDAY, day(TODAY)) == Promises(total=1, kept=0, in_time=0)


steps = st.lists(
    st.tuples(st.integers(-30, 30), st.sampled_from(["acted", "told", "done", "let go", "reopened"])), max_size=4
)


@given(st.lists(st.tuples(st.sampled_from(["lead", "promise"]), st.integers(-30, 10), steps), max_size=8))
def test_the_parts_add_up(made: list[tuple[FollowUpKind, int, list[tuple[int, StepKind]]]]) -> None:
    loops = [loop(kind, opened, opened + 3, *taken) for kind, opened, taken in made]
    leads = leads_of(loops, MONDAY, day(TODAY))
    assert leads.total == leads.told + leads.let_go + leads.open
    assert (leads.oldest > 0) <= (leads.open > 0)
    promises = promises_of(loops, MONDAY, day(TODAY))
    assert 0 <= promises.in_time <= promises.kept <= promises.total

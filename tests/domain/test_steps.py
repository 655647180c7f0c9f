"""What can be done with a follow-up in each state: every state has a way out, and every step does what it says."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.followups import closed_on, due_as_of, is_open, outcome
from netpractice.domain.records import FollowUp, FollowUpKind, StepKind
from netpractice.domain.steps import State, first_due, possible, state_of, story, take
from tests.domain.made import day, followup, step
from tests.strategies import days_around, followups

TODAY = date(2026, 11, 22)
KINDS: tuple[FollowUpKind, ...] = ("met", "promise", "lead", "help")
EVERY_STEP: tuple[StepKind, ...] = ("acted", "told", "done", "let go", "snoozed", "reopened")
STATES: dict[State, tuple[StepKind, ...]] = {"open": (), "acted": ("acted",), "closed": ("acted", "let go")}

anything = followups(days_around(TODAY))
"""Follow-ups of every kind with any steps on any days, as merged books and clocks set back leave them."""


def in_state(kind: FollowUpKind, state: State) -> FollowUp:
    return followup(0, 2, *(step(each, 1) for each in STATES[state]), kind=kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", STATES)
def test_the_table_of_states(kind: FollowUpKind, state: State) -> None:
    one = in_state(kind, state)
    wanted: dict[State, str] = {"open": "done acted snoozed let-go", "acted": "done acted snoozed let-go"}
    if kind == "lead":
        wanted = {"open": "acted told snoozed let-go", "acted": "told acted snoozed let-go"}
    assert state_of(one) == state
    assert possible(one) == tuple(word.replace("-", " ") for word in wanted.get(state, "reopened").split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("taken", EVERY_STEP)
def test_what_is_not_possible_is_refused_with_a_reason(kind: FollowUpKind, state: State, taken: StepKind) -> None:
    one = in_state(kind, state)
    if taken in possible(one):
        assert take(one, taken, day(3)) != one
    else:
        with pytest.raises(InputError):
            take(one, taken, day(3))


@pytest.mark.parametrize(
    ("kind", "state", "taken", "says"),
    [
        ("lead", "open", "done", "a lead is closed by telling its giver"),
        ("promise", "acted", "told", "only a lead has a giver to tell"),
        ("help", "open", "reopened", "this follow-up is open"),
        ("met", "closed", "done", "this follow-up is closed"),
        ("lead", "closed", "snoozed", "this follow-up is closed"),
    ],
)
def test_a_refusal_says_why(kind: FollowUpKind, state: State, taken: StepKind, says: str) -> None:
    with pytest.raises(InputError, match=says):
        take(in_state(kind, state), taken, day(3))


@given(one=anything)
def test_no_state_is_a_dead_end(one: FollowUp) -> None:
    assert possible(one)
    if is_open(one):
        closings = {"told", "let go"} if one.kind == "lead" else {"done", "let go"}
        assert closings <= set(possible(one))
    else:
        assert possible(one) == ("reopened",)


@given(one=anything, taken=st.sampled_from(EVERY_STEP))
def test_a_step_does_what_it_says_whatever_was_there(one: FollowUp, taken: StepKind) -> None:
    if taken not in possible(one):
        return
    until = TODAY + timedelta(days=9)
    after = take(one, taken, TODAY, until=until if taken == "snoozed" else None)
    assert after.steps[: len(one.steps)] == one.steps
    match taken:
        case "done" | "told" | "let go":
            assert outcome(after) == taken
        case "reopened":
            assert is_open(after)
        case "acted":
            assert state_of(after) == "acted"
        case "snoozed":
            assert is_open(after)
            assert due_as_of(after, date.max) == until


@given(one=anything, told=st.booleans())
def test_what_enter_does_closes_everything_in_two_steps_at_most(one: FollowUp, told: bool) -> None:
    steps = 0
    while is_open(one):
        one = take(one, possible(one)[0], TODAY)
        steps += 1
    assert steps <= 2


@given(one=anything, taken=st.sampled_from(EVERY_STEP))
def test_the_days_of_earlier_steps_stay_and_the_new_one_is_today_where_that_counts(
    one: FollowUp, taken: StepKind
) -> None:
    past = msgspec.structs.replace(one, steps=tuple(step for step in one.steps if step.day <= TODAY))
    if taken in possible(past):
        after = take(past, taken, TODAY, until=TODAY)
        assert {step.day for step in after.steps[len(past.steps) :]} == {TODAY}


def test_acting_on_a_lead_leaves_a_week_to_tell_its_giver() -> None:
    acted = take(followup(0, 2, kind="lead"), "acted", day(3), note="wrote")
    assert (state_of(acted), due_as_of(acted, day(3))) == ("acted", day(10))


@pytest.mark.parametrize("due", [10, 30])
def test_a_lead_that_is_due_then_or_later_anyway_stays_so(due: int) -> None:
    acted = take(followup(0, due, kind="lead"), "acted", day(3))
    assert (len(acted.steps), due_as_of(acted, day(3))) == (1, day(due))


@pytest.mark.parametrize("kind", ["met", "promise", "help"])
def test_acting_on_anything_else_leaves_its_day(kind: FollowUpKind) -> None:
    acted = take(followup(0, 2, kind=kind), "acted", day(3))
    assert due_as_of(acted, day(3)) == day(2)


def test_telling_of_a_lead_that_nobody_acted_on_writes_both() -> None:
    told = take(followup(0, 2, kind="lead"), "told", day(3), note="it led nowhere", conversation="talk")
    assert [(each.kind, each.note, each.conversation) for each in told.steps] == [
        ("acted", "", ""),
        ("told", "it led nowhere", "talk"),
    ]


def test_a_step_may_be_written_late() -> None:
    snoozed = take(followup(0, 2), "snoozed", day(5), until=day(9))
    assert closed_on(take(snoozed, "done", day(4))) == day(4)
    reopened = take(followup(0, 2, step("done", 3)), "reopened", day(6))
    assert closed_on(take(reopened, "done", day(4))) == day(6)


@pytest.mark.parametrize(("hours", "days"), [(1, 1), (24, 1), (25, 2), (48, 2), (720, 30)])
def test_a_new_person_is_due_when_the_hours_are_over(hours: int, days: int) -> None:
    assert first_due("met", day(0), hours) == day(days)
    assert first_due("promise", day(0), hours) == day(7)


def test_the_story_of_a_lead() -> None:
    lead = followup(-13, -10, kind="lead")
    for kind, n, note in (("acted", -11, "wrote"), ("told", -7, "it led nowhere, thanks said")):
        lead = take(lead, "acted" if kind == "acted" else "told", day(n), note=note)
    expected = ("heard 3 Nov", "acted 5 Nov: wrote", "told Ana 9 Nov: it led nowhere, thanks said")
    assert story(lead, "Ana", day(0)) == expected
    assert story(lead, "", day(0))[-1] == "told the giver 9 Nov: it led nowhere, thanks said"


def test_the_story_of_a_promise_with_every_turn() -> None:
    turns = (step("done", 2), step("reopened", 3, note="once more"), step("snoozed", 4, 9), step("let go", 50))
    assert story(followup(-340, 2, *turns), "Ana", day(50)) == (
        "promised 11 Dec 2025",
        "done 18 Nov 2026",
        "opened again 19 Nov 2026: once more",
        "put off to 25 Nov 2026",
        "let go on purpose 5 Jan",
    )


def test_a_snooze_without_a_day_is_told_by_its_own() -> None:
    assert story(followup(0, 2, step("snoozed", 1), kind="met"), "", day(3)) == ("met 16 Nov", "put off 17 Nov")


@pytest.mark.parametrize(("until", "note", "words"), [(8, "", 2), (9, "", 3), (8, "after the fair", 3)])
def test_only_the_week_that_acting_brought_is_left_out_of_the_story(until: int, note: str, words: int) -> None:
    lead = followup(0, 2, step("acted", 1), step("snoozed", 1, until, note=note), kind="lead")
    assert len(story(lead, "", day(3))) == words

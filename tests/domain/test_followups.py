"""The states of a follow-up, and the weeks in which it counts as due."""

from __future__ import annotations

from datetime import date

import pytest

from netpractice.domain.days import week_of
from netpractice.domain.followups import Outcome, acted_on, closed_on, due_as_of, due_weeks, is_open, outcome
from netpractice.domain.records import FollowUp, FollowUpKind, StepKind
from tests.domain.made import day, followup, step


@pytest.mark.parametrize(
    ("kind", "closing"),
    [
        ("met", {"done", "told", "let go"}),
        ("promise", {"done", "told", "let go"}),
        ("help", {"done", "told", "let go"}),
        ("lead", {"told", "let go"}),
    ],
)
def test_what_closes_a_follow_up(kind: FollowUpKind, closing: set[StepKind]) -> None:
    steps: list[StepKind] = ["acted", "told", "done", "let go", "snoozed", "reopened"]
    assert {name for name in steps if not is_open(followup(0, 2, step(name, 1), kind=kind))} == closing


@pytest.mark.parametrize("kind", ["done", "told", "let go"])
def test_a_closed_follow_up_says_when_and_how(kind: Outcome) -> None:
    closed = followup(0, 2, step("acted", 1), step(kind, 3), step("done", 5))
    assert (closed_on(closed), outcome(closed), acted_on(closed)) == (day(3), kind, day(1))


def test_an_open_follow_up_has_no_outcome() -> None:
    new = followup(0, 2)
    assert (closed_on(new), outcome(new), acted_on(new), is_open(new)) == (None, None, None, True)


def test_a_lead_is_closed_once_its_giver_was_told() -> None:
    acted = followup(0, 2, step("acted", 1), step("acted", 4), step("done", 4), kind="lead")
    assert (is_open(acted), acted_on(acted)) == (True, day(4))
    told = followup(0, 2, step("acted", 1), step("told", 6), kind="lead")
    assert (closed_on(told), outcome(told)) == (day(6), "told")


def test_reopening_opens_again_and_closing_closes_again() -> None:
    reopened = followup(0, 2, step("done", 1), step("reopened", 3))
    assert (is_open(reopened), outcome(reopened)) == (True, None)
    again = followup(0, 2, step("done", 1), step("reopened", 3), step("let go", 8))
    assert (closed_on(again), outcome(again)) == (day(8), "let go")


def test_a_step_written_late_takes_its_place() -> None:
    late = followup(0, 2, step("reopened", 5), step("done", 3))
    assert is_open(late)
    same_day = followup(0, 2, step("done", 3), step("reopened", 3))
    assert is_open(same_day)


def test_the_due_day_is_what_was_known() -> None:
    snoozed = followup(0, 2, step("snoozed", 2, 9), step("snoozed", 9, 20), step("snoozed", 12))
    assert [due_as_of(snoozed, day(n)) for n in (1, 2, 8, 9, 30)] == [day(2), day(9), day(9), day(20), day(20)]


def weeks(one: FollowUp, today: int, week_start: int = 0) -> dict[date, bool]:
    """The weeks in which a follow-up is due, each with whether it is handled."""
    spans = due_weeks(one, day(today).toordinal(), week_start)
    return {date.fromordinal(w): s.handled for s in spans for w in range(s.first, s.last + 7, 7)}


@pytest.mark.parametrize(
    ("what", "one", "expected"),
    [
        ("open since it was due", followup(0, 2), {0: False, 7: False, 14: False}),
        ("closed in the week it was due", followup(0, 2, step("done", 6)), {0: True}),
        ("closed a week late", followup(0, 2, step("done", 7)), {0: False, 7: True}),
        ("closed two weeks late", followup(0, 6, step("done", 15)), {0: False, 7: False, 14: True}),
        ("closed in the week before it was due", followup(0, 7, step("done", 6)), {}),
        ("closed early, but in its week", followup(0, 12, step("done", 7)), {7: True}),
        ("not due yet", followup(0, 17), {}),
        ("due today", followup(0, 16), {14: False}),
        ("opened after it was due", followup(8, 2), {7: False, 14: False}),
        ("opened tomorrow", followup(17, 2), {}),
        ("snoozed out of its week", followup(0, 2, step("snoozed", 1, 8)), {7: False, 14: False}),
        ("snoozed after its week", followup(0, 2, step("snoozed", 8, 15)), {0: False, 14: False}),
        ("snoozed beyond today", followup(0, 2, step("snoozed", 8, 30)), {0: False}),
        ("snoozed to an earlier day", followup(0, 30, step("snoozed", 8, 1)), {7: False, 14: False}),
        (
            "reopened in the same week",
            followup(0, 2, step("done", 3), step("reopened", 4)),
            {0: False, 7: False, 14: False},
        ),
        ("reopened later", followup(0, 2, step("done", 3), step("reopened", 15)), {0: True, 14: False}),
        (
            "reopened and closed again",
            followup(0, 2, step("done", 3), step("reopened", 8), step("done", 9)),
            {0: True, 7: True},
        ),
        ("closed before it was opened", followup(7, 8, step("done", 6)), {}),
        ("closed in its week before it was opened", followup(9, 10, step("done", 8)), {7: True}),
        ("closed tomorrow", followup(0, 2, step("done", 17)), {0: False, 7: False, 14: False}),
        (
            "a lead that was only acted on",
            followup(0, 2, step("acted", 3), kind="lead"),
            {0: False, 7: False, 14: False},
        ),
        ("a lead told", followup(0, 2, step("acted", 3), step("told", 8), kind="lead"), {0: False, 7: True}),
    ],
)
def test_the_weeks_in_which_it_is_due(what: str, one: FollowUp, expected: dict[int, bool]) -> None:
    assert weeks(one, 16) == {day(n): handled for n, handled in expected.items()}


def test_weeks_follow_the_setting() -> None:
    sunday_to_saturday = weeks(followup(0, 5, step("done", 6)), 16, week_start=6)
    assert sunday_to_saturday == {day(-1): False, day(6): True}
    assert week_of(day(0), 6) == day(-1)

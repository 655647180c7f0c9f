"""The clock of somebody new: which talks close it, and that only what the talks say counts."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.followups import closed_on, is_open
from netpractice.domain.met import answered
from netpractice.domain.records import Conversation, FollowUp, Step
from tests.domain.made import day, followup, step, talk

MEETING = talk(0, "Ann", event="meetup", ref="meeting")


def met(*steps: Step, conversation: str = "meeting") -> FollowUp:
    return msgspec.structs.replace(followup(0, 2, *steps, kind="met"), conversation=conversation)


def by(talk: Conversation) -> Step:
    return Step(day=talk.day, kind="done", conversation=talk.id)


def test_a_later_talk_closes_it_on_its_day() -> None:
    later = talk(3, "Ann", ref="later")
    assert answered(met(), [MEETING, later]).steps == (by(later),)


def test_of_several_the_first_one_does() -> None:
    first, second = talk(3, "Ann", ref="first"), talk(5, "Ann", ref="second")
    assert answered(met(), [second, MEETING, first]).steps == (by(first),)
    late_entry = answered(answered(met(), [MEETING, second]), [MEETING, second, first])
    assert late_entry.steps == (by(first),)


@pytest.mark.parametrize(
    ("other", "closes"),
    [
        (talk(0, "Ann", event="meetup", ref="b"), False),
        (talk(0, "Ann", event="dinner", ref="b"), True),
        (talk(0, "Ann", ref="b"), True),
        (talk(-1, "Ann", ref="b"), False),
    ],
)
def test_a_talk_of_the_same_day_or_before(other: Conversation, closes: bool) -> None:
    assert is_open(answered(met(), [MEETING, other])) is not closes


def test_without_a_conversation_only_a_later_day_counts() -> None:
    assert is_open(answered(met(conversation=""), [talk(0, "Ann", ref="b")]))
    assert closed_on(answered(met(conversation=""), [talk(1, "Ann", ref="b")])) == day(1)


def test_what_was_closed_by_hand_before_stays_so() -> None:
    by_hand = met(step("let go", 1))
    assert answered(by_hand, [MEETING, talk(3, "Ann")]) == by_hand


def test_a_talk_written_late_takes_its_place_before_what_was_done_by_hand() -> None:
    late = talk(1, "Ann", ref="late")
    assert closed_on(answered(met(step("done", 4)), [MEETING, late])) == day(1)


def test_a_talk_that_is_gone_takes_its_step_with_it_and_one_that_moved_moves_it() -> None:
    later = talk(3, "Ann", ref="later")
    closed = answered(met(), [MEETING, later])
    assert answered(closed, [MEETING]) == met()
    moved = msgspec.structs.replace(later, day=day(5))
    assert answered(closed, [MEETING, moved]).steps == (by(moved),)


def test_what_is_opened_again_waits_for_another_talk() -> None:
    first, second = talk(3, "Ann", ref="first"), talk(3, "Ann", ref="second", minute=9)
    reopened = met(by(first), step("reopened", 3))
    assert answered(reopened, [MEETING, first]) == reopened
    assert answered(reopened, [MEETING, first, second]).steps == (*reopened.steps, by(second))


def test_other_kinds_are_left_alone() -> None:
    promise = followup(0, 2)
    assert answered(promise, [talk(3, "Ann")]) is promise


talks = st.lists(st.tuples(st.integers(-2, 9), st.sampled_from(["", "meetup"])), max_size=5).map(
    lambda made: [talk(n, "Ann", event=event, ref=f"t{i}", minute=i) for i, (n, event) in enumerate(made)]
)
steps_by_hand = st.lists(
    st.builds(step, st.sampled_from(["done", "let go", "reopened"]), st.integers(0, 9)), max_size=3
).map(lambda made: sorted(made, key=lambda each: each.day))


@given(talks, steps_by_hand)
def test_it_is_settled_and_the_order_of_talks_does_not_matter(there: list[Conversation], by_hand: list[Step]) -> None:
    once = answered(met(*by_hand), [MEETING, *there])
    assert answered(once, [MEETING, *there]) == once
    assert answered(met(*by_hand), [*reversed(there), MEETING]) == once
    assert answered(once, [MEETING]) == answered(met(*by_hand), [MEETING])
    assert [each for each in once.steps if not each.conversation] == by_hand

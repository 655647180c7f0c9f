"""The rhythm: what each circle has, how far over it somebody is, what lists say of it, and what can be typed."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle, Contact
from netpractice.domain.rhythm import (
    CIRCLES,
    State,
    due_words,
    overdue,
    read_circle,
    read_rhythm,
    rhythm_of,
    show_rhythm,
    state_of,
)
from tests.domain.made import contact, day


def somebody(circle: Circle = "warm", **facts: object) -> Contact:
    return msgspec.structs.replace(contact("ann"), circle=circle, **facts)


@pytest.mark.parametrize(("circle", "days"), [("warm", 21), ("friendly", 60), ("familiar", 180), ("new", 14)])
def test_the_circle_gives_the_rhythm_unless_there_is_an_own_one(circle: Circle, days: int) -> None:
    assert rhythm_of(somebody(circle)) == days
    assert rhythm_of(somebody(circle, rhythm_days=45)) == 45
    assert rhythm_of(somebody(circle, rhythm_days=45, resting=True)) is None


def test_the_nearest_circle_comes_first() -> None:
    assert CIRCLES == ("warm", "friendly", "familiar", "new")


@pytest.mark.parametrize(("days", "share"), [(0, 0), (20, 0), (21, 0), (22, 1 / 21), (42, 1), (84, 3)])
def test_overdue_is_a_share_of_the_rhythm(days: int, share: float) -> None:
    assert overdue(days, 21) == pytest.approx(share)


@pytest.mark.parametrize(
    ("days", "state"),
    [(None, "new"), (0, "in touch"), (19, "in touch"), (20, "due"), (30, "due"), (31, "reconnect")],
)
def test_states_change_when_the_rhythm_is_up_and_half_a_rhythm_later(days: int | None, state: State) -> None:
    assert state_of(somebody(rhythm_days=20), days) == state


@given(st.none() | st.integers(0, 5000))
def test_whoever_rests_or_is_archived_is_never_due(days: int | None) -> None:
    assert state_of(somebody(resting=True), days) == "resting"
    assert state_of(somebody(archived=day(0)), days) == "archived"
    assert state_of(somebody(archived=day(0), resting=True), days) == "archived"


@pytest.mark.parametrize(
    ("state", "due", "words"),
    [
        ("in touch", 12, "in 12 d"),
        ("in touch", 150, "in 21 w"),
        ("due", 0, "today"),
        ("due", -9, "9 d over"),
        ("due", -120, "17 w over"),
        ("reconnect", -400, "reconnect"),
        ("new", None, "new"),
        ("resting", None, "resting"),
        ("archived", None, "archived"),
    ],
)
def test_the_words_of_lists(state: State, due: int | None, words: str) -> None:
    assert due_words(state, None if due is None else day(due), day(0)) == words


@pytest.mark.parametrize(
    ("typed", "circle"), [("warm", "warm"), (" W ", "warm"), ("Fr", "friendly"), ("fam", "familiar"), ("n", "new")]
)
def test_circles_are_read_from_their_first_letters(typed: str, circle: Circle) -> None:
    assert read_circle(typed) == circle


@pytest.mark.parametrize("typed", ["", "f", "warmer", "cold", "[/]"])
def test_what_is_no_circle_is_refused_with_those_there_are(typed: str) -> None:
    with pytest.raises(InputError, match="warm, friendly, familiar, new"):
        read_circle(typed)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("30", 30),
        ("30 d", 30),
        ("1 day", 1),
        ("2w", 14),
        ("every 3 months", 90),
        ("1Y", 365),
        ("10 years", 3650),
        ("３０", 30),
    ],
)
def test_rhythms_are_read_in_days_weeks_months_and_years(typed: str, days: int) -> None:
    assert read_rhythm(typed) == {"rhythm_days": days, "resting": False}


def test_rhythms_that_are_no_number() -> None:
    assert read_rhythm("") == read_rhythm("Circle") == {"rhythm_days": None, "resting": False}
    assert read_rhythm("resting") == {"resting": True}


@pytest.mark.parametrize("typed", ["0", "3651", "11y", "-3", "1.5", "soon", "every", "every d"])
def test_what_is_no_rhythm_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="is no rhythm"):
        read_rhythm(typed)


@given(st.none() | st.integers(1, 3650), st.booleans())
def test_a_shown_rhythm_is_read_as_it_is(days: int | None, resting: bool) -> None:
    shown = somebody(rhythm_days=days, resting=resting)
    assert msgspec.structs.replace(shown, **read_rhythm(show_rhythm(shown))) == shown

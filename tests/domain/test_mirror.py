"""The three traps: who is in them, what gets out of them, and that only the days count, not the order of writing."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.followups import is_open
from netpractice.domain.mirror import OneWay, PileRow, VanishRow, card_pile, one_way, vanished
from netpractice.domain.records import (
    Conversation,
    Favour,
    FollowUp,
    FollowUpKind,
    Participant,
    Record,
    Records,
    Step,
)
from netpractice.domain.steps import take
from netpractice.domain.ties import Balance
from tests.domain.made import contact, day, favour, followup, records, step, talk_with
from tests.strategies import days_around, favours, followups, ids, stamps

TODAY = day(0)
PEOPLE = [contact("ana"), contact("ben"), contact("cleo"), contact("gone", archived=-5)]
who = st.sampled_from([person.id for person in PEOPLE] + ["", "unknown"])
days = days_around(TODAY)


@st.composite
def books(draw: st.DrawFn) -> list[Record]:
    """Everybody, and records about them."""
    named: list[Record] = [
        msgspec.structs.replace(each, contact=draw(who))
        for each in draw(st.lists(st.one_of(favours(days), followups(days)), max_size=12))
    ]
    people = st.builds(Participant, name=st.just("x"), contact=who)
    talks = st.builds(
        Conversation, id=ids, created=stamps, updated=stamps, day=days, people=st.lists(people, max_size=2).map(tuple)
    )
    # A record that comes again with another content would be another book.
    unique = {(each.table, each.id): each for each in [*PEOPLE, *named, *draw(st.lists(talks, max_size=5))]}
    return list(unique.values())


def traps(there: Records) -> tuple[tuple[PileRow, ...], tuple[VanishRow, ...], OneWay]:
    return card_pile(there, TODAY), vanished(there, TODAY), one_way(there, TODAY, 0)


@settings(max_examples=40)
@given(book=books(), seed=st.integers(0, 99))
def test_the_order_of_records_does_not_matter(book: list[Record], seed: int) -> None:
    mixed = random.Random(seed).sample(book, len(book))
    assert traps(records(book)) == traps(records(mixed))


# The card pile


def met(n: int, *steps: Step, who: str = "ana", kind: FollowUpKind = "met") -> FollowUp:
    return followup(n, n + 2, *steps, kind=kind, contact=who)


@pytest.mark.parametrize(
    ("what", "there", "pile"),
    [
        ("met and left", [met(-5)], [5]),
        ("met today", [met(0)], [0]),
        ("met tomorrow", [met(1)], []),
        ("written to", [met(-5, step("done", -3))], []),
        ("let go on purpose", [met(-5, step("let go", -3))], []),
        ("only begun", [met(-5, step("acted", -3))], [5]),
        ("put off", [met(-5, step("snoozed", -3))], [5]),
        ("opened again", [met(-5, step("done", -3), step("reopened", -1))], [5]),
        ("talked with again", [met(-5), talk_with(-2, "ben", "ana")], []),
        ("talked with when met", [met(-5), talk_with(-5, "ana")], [5]),
        ("talked with before they were met", [met(-5), talk_with(-9, "ana")], [5]),
        ("a talk that lies ahead", [met(-5), talk_with(3, "ana")], [5]),
        ("another follow-up closed", [met(-5), met(-4, step("done", -1), kind="promise")], []),
        ("another follow-up open", [met(-5), met(-4, kind="promise")], [5]),
        ("somebody else's follow-up closed", [met(-5), met(-4, step("done", -1), who="ben")], [5]),
        ("met twice", [met(-3), met(-5)], [5]),
        ("two people, the oldest first", [met(-3), met(-9, who="ben")], [9, 3]),
        ("nobody on the roster", [met(-3, who=""), met(-9, step("done", -3), who="")], [3]),
        ("a promise to somebody", [met(-5, kind="promise")], []),
    ],
)
def test_who_is_in_the_card_pile(what: str, there: list[Record], pile: list[int]) -> None:
    assert [row.days for row in card_pile(records(there), TODAY)] == pile


@settings(max_examples=40)
@given(book=books())
def test_closing_or_letting_go_always_shrinks_the_pile(book: list[Record]) -> None:
    there = records(book)
    pile = card_pile(there, TODAY)
    for row in pile:
        for answer in ("done", "let go"):
            closed = take(row.followup, answer, TODAY)
            after = records([closed if each == row.followup else each for each in book])
            assert len(card_pile(after, TODAY)) == len(pile) - 1
    for other in there.followups.values():
        if is_open(other):
            after = records([take(other, "let go", TODAY) if each == other else each for each in book])
            assert set(card_pile(after, TODAY)) <= set(pile)


# Ask and vanish


@pytest.mark.parametrize(
    ("what", "there", "days_silent"),
    [
        ("they gave and heard nothing", [favour(-14, "received", contact="ana")], [14]),
        ("asked and heard nothing", [favour(-20, "asked", contact="ana")], [20]),
        ("not silent for long yet", [favour(-13, "asked", contact="ana")], []),
        ("only given to", [favour(-20, contact="ana")], []),
        ("talked since", [favour(-20, "asked", contact="ana"), talk_with(-15, "ana")], []),
        ("asked in a talk", [favour(-20, "asked", contact="ana"), talk_with(-20, "ana")], [20]),
        ("a talk ahead", [favour(-20, "asked", contact="ana"), talk_with(2, "ana")], [20]),
        ("given to since", [favour(-20, "asked", contact="ana"), favour(-3, contact="ana")], []),
        ("given to that day", [favour(-20, "asked", contact="ana"), favour(-20, contact="ana")], []),
        ("given to before", [favour(-20, "asked", contact="ana"), favour(-21, contact="ana")], [20]),
        ("asked again lately", [favour(-20, "asked", contact="ana"), favour(-2, "asked", contact="ana")], []),
        ("an open lead", [followup(-30, -20, kind="lead", contact="ana")], [30]),
        ("a lead acted on", [followup(-30, -20, step("acted", -25), kind="lead", contact="ana")], [30]),
        ("a lead told", [followup(-30, -20, step("told", -25), kind="lead", contact="ana")], []),
        ("a lead told that very day", [followup(-30, -20, step("told", -30), kind="lead", contact="ana")], []),
        ("a lead let go", [followup(-30, -20, step("let go", -25), kind="lead", contact="ana")], []),
        ("a promise", [followup(-30, -20, contact="ana")], []),
        (
            "another lead told since",
            [favour(-30, "received", contact="ana"), followup(-40, -30, step("told", -29), kind="lead", contact="ana")],
            [],
        ),
        ("somebody archived", [favour(-20, "asked", contact="gone")], []),
        ("nobody on the roster", [favour(-20, "asked"), favour(-20, "asked", contact="unknown")], []),
    ],
)
def test_who_heard_nothing(what: str, there: list[Record], days_silent: list[int]) -> None:
    assert [row.days for row in vanished(records(PEOPLE, there), TODAY)] == days_silent


def test_the_rows_show_what_was_given_and_which_leads_wait() -> None:
    older = favour(-25, "received", contact="ana")
    asked, got = favour(-20, "asked", contact="ana", minute=1), favour(-20, "received", contact="ana", minute=2)
    lead = followup(-30, -20, kind="lead", contact="ana")
    told = followup(-40, -30, step("told", -35), kind="lead", contact="ana")
    (row,) = vanished(records(PEOPLE, [older, got, asked, lead, told]), TODAY)
    assert row == VanishRow(contact=PEOPLE[0], since=day(-20), days=20, favours=(asked, got), leads=(lead,))


@settings(max_examples=40)
@given(book=books())
def test_telling_the_giver_always_ends_a_vanish(book: list[Record]) -> None:
    for row in vanished(records(book), TODAY):
        for lead in row.leads:
            after = records([take(lead, "told", TODAY) if each == lead else each for each in book])
            assert row.contact not in [other.contact for other in vanished(after, TODAY)]


@settings(max_examples=40)
@given(book=books())
def test_a_talk_or_a_favour_given_always_ends_a_vanish(book: list[Record]) -> None:
    for row in vanished(records(book), TODAY):
        for word in (talk_with(0, row.contact.id), favour(0, contact=row.contact.id)):
            assert row.contact not in [other.contact for other in vanished(records(book, word), TODAY)]


# One way


def test_gives_and_asks_over_ninety_days() -> None:
    there = [favour(0), favour(-1), favour(-7), favour(-89), favour(-90), favour(2), favour(-3, "asked")]
    seen = one_way(records(there), TODAY, 0)
    assert seen.balance == Balance(gave=4, received=0, asked=1)
    assert (seen.weeks, seen.weeks_gave, seen.weeks_asked) == (14, 3, 1)
    assert one_way(records(there), TODAY, 2).weeks == 13


@pytest.mark.parametrize(
    ("what", "there", "asked"),
    [
        ("asked once", [favour(-3, "asked", contact="ana")], []),
        ("asked twice", [favour(-3, "asked", contact="ana"), favour(-200, "asked", contact="ana")], [2]),
        (
            "given to in between",
            [favour(-3, "asked", contact="ana"), favour(-5, contact="ana"), favour(-9, "asked", contact="ana")],
            [],
        ),
        (
            "given to before",
            [favour(-3, "asked", contact="ana"), favour(-10, contact="ana"), favour(-9, "asked", contact="ana")],
            [2],
        ),
        ("asked somebody archived", [favour(-3, "asked", contact="gone"), favour(-9, "asked", contact="gone")], []),
        ("asked nobody in particular", [favour(-3, "asked"), favour(-9, "asked")], []),
        ("asked twice, once ahead", [favour(-3, "asked", contact="ana"), favour(9, "asked", contact="ana")], []),
    ],
)
def test_who_was_asked_again_and_again(what: str, there: list[Record], asked: list[int]) -> None:
    assert [len(row.asks) for row in one_way(records(PEOPLE, there), TODAY, 0).rows] == asked


def test_those_asked_most_often_come_first() -> None:
    asks: list[Favour] = [favour(-n, "asked", contact="ana") for n in (9, 5)]
    asks += [favour(-n, "asked", contact="ben") for n in (4, 3, 2)]
    given_to = favour(-30, contact="ben")
    rows = one_way(records(PEOPLE, asks, given_to), TODAY, 0).rows
    assert [(row.contact.id, row.gave) for row in rows] == [("ben", day(-30)), ("ana", None)]
    assert rows[0].asks == tuple(asks[2:])


@settings(max_examples=40)
@given(book=books())
def test_giving_always_takes_a_name_off(book: list[Record]) -> None:
    for row in one_way(records(book), TODAY, 0).rows:
        after = one_way(records(book, favour(0, contact=row.contact.id)), TODAY, 0)
        assert row.contact not in [other.contact for other in after.rows]


def test_nothing_written_down_is_no_trap() -> None:
    pile, silent, ways = traps(records(PEOPLE))
    assert (pile, silent, ways.rows, ways.balance) == ((), (), (), Balance(0, 0, 0))

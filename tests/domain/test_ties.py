"""Ties: last contact, give and take and open follow-ups of each contact, and that they follow every change."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netpractice.domain.changes import Image, apply
from netpractice.domain.records import Conversation, Favour, FavourDirection, Record, Records
from netpractice.domain.standing import Standing
from netpractice.domain.ties import Balance, Ties, about
from tests.domain.made import change, contact, day, favour, followup, records, step, talk_with
from tests.domain.test_histories import images_of
from tests.strategies import PEOPLE, TODAYS, GoTo, History, histories, roster_records

EVERYBODY = (*PEOPLE, "somebody removed", "nobody")


def last_contact(today: int, *made: Record) -> date | None:
    return Ties(records(*made)).last_contact("ann", day(today))


def test_the_newest_talk_or_favour_given_or_received_is_the_last_contact() -> None:
    assert last_contact(0) is None
    assert last_contact(0, talk_with(-9, "ann"), talk_with(-30, "ann"), talk_with(-1, "ben")) == day(-9)
    assert last_contact(0, talk_with(-9, "ann"), favour(-2, "gave", contact="ann")) == day(-2)
    assert last_contact(0, talk_with(-9, "ann"), favour(-2, "received", contact="ann")) == day(-2)


def test_asking_and_follow_ups_are_no_contact() -> None:
    assert last_contact(0, favour(-2, "asked", contact="ann"), followup(-3, 0, contact="ann")) is None


def test_what_is_dated_later_does_not_count_yet() -> None:
    made = [talk_with(-9, "ann"), talk_with(3, "ann"), favour(4, "gave", contact="ann")]
    assert last_contact(0, *made) == day(-9)
    assert last_contact(3, *made) == day(3)
    ties = Ties(records(*made))
    assert ties.balance("ann", day(3)) == Balance(0, 0, 0)
    assert ties.balance("ann", day(4)) == Balance(1, 0, 0)


def test_everybody_in_a_talk_was_in_touch_even_if_named_twice() -> None:
    ties = Ties(records(talk_with(-9, "ann", "ben", "ann"), talk_with(-3, "ann", "ann")))
    assert ties.last_contact("ben", day(0)) == day(-9)
    assert [talk.day for talk in ties.conversations("ann")] == [day(-3), day(-9)]


def test_give_and_take_is_counted_each_way() -> None:
    ways: list[FavourDirection] = ["gave", "gave", "received", "asked", "asked", "asked"]
    ties = Ties(records(favour(-n, way, contact="ann") for n, way in enumerate(ways)))
    assert ties.balance("ann", day(0)) == Balance(gave=2, received=1, asked=3)
    assert ties.balance("ben", day(0)) == Balance(gave=0, received=0, asked=0)
    assert [each.day for each in ties.favours("ann")] == [day(-n) for n in range(6)]


def test_open_follow_ups_stand_by_the_day_they_are_due() -> None:
    closed = followup(-9, -8, step("done", -7), contact="ann", ref="closed")
    snoozed = followup(-5, -3, step("snoozed", -3, until=4), contact="ann", ref="snoozed")
    plain = followup(-2, 1, contact="ann", ref="plain")
    lead = followup(-7, 2, step("acted", -6), kind="lead", contact="ann", ref="lead")
    ties = Ties(records(closed, snoozed, plain, lead))
    assert [(due, each.id) for due, each in ties.open_followups("ann", day(0))] == [
        (day(1), "plain"),
        (day(2), "lead"),
        (day(4), "snoozed"),
    ]
    assert [each.id for each in ties.followups("ann")] == ["plain", "snoozed", "lead", "closed"]


def test_deleting_and_editing_recompute() -> None:
    book = records(contact("ann"), talk_with(-9, "ann"), talk_with(-2, "ann"))
    stands = Standing(book, day(0))
    newest = book.conversations["talk-2-ann"]
    assert stands.ties.last_contact("ann", day(0)) == day(-2)
    moved = msgspec.structs.replace(newest, day=day(-20))
    change(book, stands, newest, moved)
    assert stands.ties.last_contact("ann", day(0)) == day(-9)
    change(book, stands, moved, None)
    change(book, stands, book.conversations["talk-9-ann"], None)
    assert stands.ties.last_contact("ann", day(0)) is None
    change(book, stands, None, newest)
    assert stands.ties.last_contact("ann", day(0)) == day(-2)


@settings(max_examples=60)
@given(st.sampled_from(TODAYS).flatmap(lambda today: st.tuples(st.just(today), st.lists(roster_records(today)))))
def test_last_contact_is_the_newest_day_there_is(made: tuple[date, list[Record]]) -> None:
    today, written = made
    book = records(written)
    ties = Ties(book)
    for who in EVERYBODY:
        talks = [t.day for t in book.conversations.values() if who in {person.contact for person in t.people}]
        given_or_got = [f.day for f in book.favours.values() if f.contact == who and f.direction != "asked"]
        assert ties.last_contact(who, today) == max((d for d in talks + given_or_got if d <= today), default=None)


@settings(max_examples=60)
@given(st.sampled_from(TODAYS), st.data())
def test_a_late_entry_never_moves_last_contact_back(today: date, data: st.DataObject) -> None:
    book = records(data.draw(st.lists(roster_records(today), max_size=12)))
    late = data.draw(roster_records(today))
    assume(late.id not in book.table(late.table))
    ties = Ties(book)
    before = {who: ties.last_contact(who, today) for who in EVERYBODY}
    ties.update([Image(None, late)])
    for who, last in before.items():
        now = ties.last_contact(who, today)
        assert last is None or (now is not None and now >= last)
        if isinstance(late, Conversation | Favour) and last is not None and late.day <= last:
            assert now == last


@settings(max_examples=60)
@given(histories(roster_records))
def test_a_sample_of_histories(history: History) -> None:
    live_through(history)


@pytest.mark.slow
@settings(max_examples=1000)
@given(histories(roster_records))
def test_all_histories(history: History) -> None:
    live_through(history)


def live_through(history: History) -> None:
    """Do all deeds; ties and roll always say what new ones would."""
    book = Records()
    apply(book, [Image(None, record) for record in history.book])
    stands = Standing(book, history.today)
    assert said(stands, book) == said(Standing(book, history.today), book)
    done: list[tuple[Image, ...]] = []
    for deed, looks in [*history.deeds, (GoTo(0), True)]:
        if isinstance(deed, GoTo):
            stands.at(stands.today + timedelta(days=deed.days))
        elif images := images_of(deed, book, done):
            apply(book, images)
            stands.update(images)
        if looks:
            assert said(stands, book) == said(Standing(book, stands.today), book)


def said(stands: Standing, book: Records) -> list[Any]:
    """Everything that the ties and the roll of a standing say."""
    ties, roll, today = stands.ties, stands.roll, stands.today
    return [
        [
            (
                ties.last_contact(who, today),
                ties.balance(who, today),
                ties.open_followups(who, today),
                ties.conversations(who),
                ties.favours(who),
                ties.followups(who),
            )
            for who in EVERYBODY
        ],
        roll.rows(today, "due"),
        roll.rows(today, "name"),
        [(roll.row(each, today), roll.text(each), roll.name(each)) for each in book.contacts.values()],
    ]


def test_a_record_is_about_each_contact_once() -> None:
    assert list(about(talk_with(0, "ann", "ben", "ann"))) == ["ann", "ben"]
    assert list(about(talk_with(0, "ann"))) == ["ann"]
    assert list(about(talk_with(0, ""))) == list(about(favour(0))) == list(about(contact("ann"))) == []
    assert list(about(followup(0, 0, contact="ben"))) == ["ben"]

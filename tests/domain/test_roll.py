"""The roll: what a row says, and in which order people stand."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.likeness import name_key
from netpractice.domain.records import Contact, Record
from netpractice.domain.rhythm import rhythm_of
from netpractice.domain.roll import LONG_SILENCE, ORDERS, SAY_HELLO, Order, Row, to_do
from netpractice.domain.standing import Standing
from tests.domain.made import change, contact, day, favour, followup, records, step, talk_with, written
from tests.strategies import TODAYS, roster_records


def person(ref: str, **facts: object) -> Contact:
    return msgspec.structs.replace(contact(ref), **facts)


def rows(*made: Record, order: Order = "due") -> tuple[Row, ...]:
    return Standing(records(*made), day(0)).roll.rows(day(0), order)


def names(*made: Record, order: Order = "due") -> list[str]:
    return [row.contact.id for row in rows(*made, order=order)]


def test_a_row_says_how_it_stands() -> None:
    ann = person("ann", circle="warm")
    gave, received = favour(-29, "gave", contact="ann"), favour(-28, "received", contact="ann")
    [row] = rows(ann, talk_with(-40, "ann"), gave, received, followup(-5, 2, what="send the map", contact="ann"))
    assert row == Row(
        contact=ann, last=day(-28), days=28, rhythm=21, due=day(-7), overdue=7 / 21, state="due", gave=1, received=1,
        next_step="send the map", next_due=day(2),
    )  # fmt: skip


def test_a_row_of_somebody_new_resting_or_archived_has_no_due_day() -> None:
    made = (person("ann"), person("ben", resting=True), person("cleo", archived=day(-1)))
    new, resting, archived = rows(*made, talk_with(-400, "ben"), talk_with(-400, "cleo"))
    assert [(row.state, row.due, row.overdue) for row in (new, resting, archived)] == [
        ("new", None, None),
        ("resting", None, None),
        ("archived", None, None),
    ]
    assert (new.last, new.days, new.rhythm) == (None, None, 14)
    assert (resting.last, resting.rhythm) == (day(-400), None)


def test_the_furthest_over_stand_first_then_who_is_due_next_then_new_then_resting_then_archived() -> None:
    people = [
        person("new"),
        person("resting", resting=True),
        person("archived", archived=day(-1)),
        person("soon", rhythm_days=20),
        person("later", rhythm_days=30),
        person("little over", rhythm_days=100),
        person("far over", rhythm_days=5),
    ]
    last = {"soon": -15, "later": -15, "little over": -120, "far over": -10, "resting": -900, "archived": -900}
    talks = [talk_with(n, who) for who, n in last.items()]
    assert names(*people, *talks) == ["far over", "little over", "soon", "later", "new", "resting", "archived"]


def test_the_other_orders() -> None:
    people = [
        person("cleo", name="Cleo", circle="warm", created=written(1)),
        person("ben", name="ben", circle="new", created=written(3)),
        person("ana", name="Ána", circle="familiar", created=written(2)),
    ]
    made = (*people, talk_with(-3, "ben"), talk_with(-9, "ana"), favour(-5, "received", contact="ben"))
    assert names(*made, order="name") == ["ana", "ben", "cleo"]
    assert names(*made, order="circle") == ["cleo", "ana", "ben"]
    assert names(*made, order="last") == ["ben", "ana", "cleo"]
    assert names(*made, order="gave") == ["ben", "ana", "cleo"]
    assert names(*made, order="added") == ["ben", "ana", "cleo"]


@settings(max_examples=60)
@given(st.sampled_from(TODAYS).flatmap(lambda today: st.tuples(st.just(today), st.lists(roster_records(today)))))
def test_rows_keep_the_rules_whatever_was_written(made: tuple[date, list[Record]]) -> None:
    today, everything = made
    book = records(everything)
    roll = Standing(book, today).roll
    for order in ORDERS:
        assert {row.contact.id for row in roll.rows(today, order)} == set(book.contacts)
    for row in roll.rows(today):
        if row.contact.archived is not None or row.contact.resting or row.last is None:
            assert (row.state in ("archived", "resting", "new"), row.due, row.overdue) == (True, None, None)
            continue
        days, rhythm = (today - row.last).days, rhythm_of(row.contact) or 0
        over = max(0, days - rhythm) / rhythm
        assert (row.days, row.rhythm, row.overdue) == (days, rhythm, over)
        assert row.due == row.last + timedelta(days=rhythm)
        assert row.state == ("in touch" if row.due > today else "reconnect" if over > 0.5 else "due")


def test_the_next_step_is_the_open_follow_up_due_first() -> None:
    made = (contact("ann"), followup(-9, 9, what="later", contact="ann", ref="1"))
    assert [row.next_step for row in rows(*made)] == ["later"]
    first = followup(-5, 3, what="first", contact="ann", ref="2")
    assert [(row.next_step, row.next_due) for row in rows(*made, first)] == [("first", day(3))]
    assert [row.next_step for row in rows(contact("ann"))] == [""]


def test_a_long_silence_has_a_kind_word_for_a_next_step() -> None:
    said = {n: rows(contact("ann"), talk_with(-n, "ann"))[0].next_step for n in (LONG_SILENCE - 1, LONG_SILENCE)}
    assert said == {LONG_SILENCE - 1: "", LONG_SILENCE: SAY_HELLO}
    [waiting] = rows(contact("ann"), talk_with(-LONG_SILENCE, "ann"), followup(-9, 0, what="the map", contact="ann"))
    assert waiting.next_step == "the map"


@pytest.mark.parametrize(
    ("kind", "what", "acted", "words"),
    [
        ("promise", "send the map", False, "send the map"),
        ("promise", "", False, "keep the promise"),
        ("met", "", False, "write a first word"),
        ("help", "", True, "offer the help"),
        ("lead", "", False, "act on the lead"),
        ("lead", "call Bo", False, "call Bo"),
        ("lead", "call Bo", True, "tell them what came of it: call Bo"),
        ("lead", "", True, "tell them what came of the lead"),
    ],
)
def test_what_a_follow_up_asks_for(kind: str, what: str, acted: bool, words: str) -> None:
    steps = (step("acted", -1),) if acted else ()
    assert to_do(msgspec.structs.replace(followup(-5, 0, *steps, what=what), kind=kind)) == words


def test_rows_texts_and_names_follow_a_changed_card() -> None:
    ann = person("ann", company="ACME")
    book = records(ann)
    stands = Standing(book, day(0))
    roll = stands.roll
    assert ("acme" in roll.text(ann), roll.name(ann), roll.rows(day(0))[0].contact) == (True, name_key("Ann"), ann)
    anne = msgspec.structs.replace(ann, name="Anne", company="Bio")
    change(book, stands, ann, anne)
    assert ("acme" in roll.text(anne), roll.name(anne), roll.rows(day(0))[0].contact) == (False, name_key("Anne"), anne)


def test_both_rows_follow_a_record_that_is_about_somebody_else_now() -> None:
    gave = favour(-1, "gave", contact="ann")
    book = records(person("ann"), person("ben"), gave)
    stands = Standing(book, day(0))
    assert [row.gave for row in stands.roll.rows(day(0), "name")] == [1, 0]
    change(book, stands, gave, msgspec.structs.replace(gave, contact="ben"))
    assert [row.gave for row in stands.roll.rows(day(0), "name")] == [0, 1]

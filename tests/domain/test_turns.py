"""Whose turn it is: who is named and in which order, through every change."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.changes import Image, apply
from netpractice.domain.records import Contact, Favour, Record, Records
from netpractice.domain.ties import Ties
from netpractice.domain.turns import Turns
from tests.domain.made import contact, day, favour, records, talk_with

TODAY = day(0)
names = st.sampled_from(["ana", "ben"])
contacts = st.builds(
    lambda ref, rhythm, resting, archived: msgspec.structs.replace(
        contact(ref), rhythm_days=rhythm, resting=resting, archived=day(-1) if archived else None
    ),
    names, st.integers(1, 9), st.booleans(), st.booleans(),
)  # fmt: skip
favours = st.builds(
    lambda ref, who, ago, way: msgspec.structs.replace(favour(-ago, way), id=ref, contact=who),
    st.sampled_from("abcd"), names, st.integers(-2, 20), st.sampled_from(["gave", "received", "asked"]),
)  # fmt: skip


@given(deeds=st.lists(st.tuples(st.one_of(contacts, favours), st.booleans(), st.booleans()), max_size=12))
def test_turns_follow_every_change(deeds: list[tuple[Contact | Favour, bool, bool]]) -> None:
    there = Records()
    ties = Ties(there)
    turns = Turns(there, ties)
    for record, stays, looks in deeds:
        before: Record | None = there.table(record.table).get(record.id)
        after = record if stays else None
        if before is None and after is None:
            continue
        images = [Image(before, after)]
        apply(there, images)
        ties.update(images)
        turns.update(images)
        if looks:
            assert turns.up(TODAY) == Turns(there, Ties(there)).up(TODAY)
    assert turns.up(TODAY) == Turns(there, Ties(there)).up(TODAY)


def test_another_day_is_another_turn() -> None:
    ana = msgspec.structs.replace(contact("ana"), rhythm_days=5)
    there = records(ana, talk_with(-4, "ana"))
    turns = Turns(there, Ties(there))
    found = [[(turn.contact.id, turn.days, turn.rhythm, turn.due) for turn in turns.up(day(n))] for n in (0, 1, 3, 0)]
    assert found == [[], [("ana", 5, 5, day(1))], [("ana", 7, 5, day(1))], []]

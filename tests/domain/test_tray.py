"""The tray follows every change, and always says what a new one over the same records would."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.changes import Image, apply
from netpractice.domain.records import Contact, FollowUp, Record, Records
from netpractice.domain.tray import Tray
from tests.domain.made import contact, day, followup, records, step
from tests.strategies import days_around, followups, words

TODAY = day(0)
names = st.sampled_from(["ana", "ben"])
contacts = st.builds(lambda ref, name: msgspec.structs.replace(contact(ref), name=name), names, st.sampled_from("xyz"))
loose = st.builds(
    lambda one, ref, who, what: msgspec.structs.replace(one, id=ref, contact=who, what=what),
    followups(days_around(TODAY)), st.sampled_from("abcd"), names | st.just(""), words,
)  # fmt: skip


def said(tray: Tray, there: Records) -> list[object]:
    texts = [tray.text(each) for each in there.followups.values()]
    return [tray.open(TODAY), tray.closed(), texts, tray.name("ana"), tray.name("nobody")]


@given(deeds=st.lists(st.tuples(st.one_of(contacts, loose), st.booleans(), st.booleans()), max_size=12))
def test_the_tray_follows_every_change(deeds: list[tuple[Record, bool, bool]]) -> None:
    there = Records()
    tray = Tray(there)
    for record, stays, looks in deeds:
        before = there.table(record.table).get(record.id)
        after = record if stays else None
        if before is None and after is None:
            continue
        images = [Image(before, after)]
        apply(there, images)
        tray.update(images)
        if looks:
            assert said(tray, there) == said(Tray(there), there)
    assert said(tray, there) == said(Tray(there), there)


def test_open_ones_by_due_day_and_closed_ones_by_closing() -> None:
    late, soon = followup(-9, 3, step("snoozed", -5, 1), ref="late"), followup(-9, 2, ref="soon")
    first, last = followup(-9, 0, step("done", -4), ref="first"), followup(-9, 0, step("let go", -2), ref="last")
    tray = Tray(records(soon, last, late, first))
    assert [(due, each.id) for due, each in tray.open(TODAY)] == [(day(1), "late"), (day(2), "soon")]
    assert [each.id for each in tray.closed()] == ["last", "first"]


def test_a_text_holds_what_who_and_the_notes_folded() -> None:
    ana: Contact = msgspec.structs.replace(contact("ana"), name="Ana Núñez", nickname="Nita")
    one: FollowUp = followup(0, 2, step("done", 1, note="By Post"), what="Send  it", contact="ana")
    assert Tray(records(ana, one)).text(one).split("\n") == ["send it", "by post", "ana nunez", "nita"]

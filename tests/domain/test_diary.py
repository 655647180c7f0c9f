"""The diary: in order, with what came of each talk, and after any change what a new one over the same records would be."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.changes import Image, apply
from netpractice.domain.diary import Diary
from netpractice.domain.records import Contact, Conversation, Event, Favour, FollowUp, Participant, Record, Records
from netpractice.domain.standing import Standing
from netpractice.domain.telling import telling
from netpractice.domain.ties import Ties
from tests.domain.made import day, favour, followup, records, step, talk, written
from tests.strategies import STAMP


def contact(name: str, nickname: str = "") -> Contact:
    return Contact(id="ann", created=STAMP, updated=STAMP, name=name, nickname=nickname)


def event(name: str, *tags: str, place: str = "") -> Event:
    return Event(id="meetup", created=STAMP, updated=STAMP, name=name, day=day(0), tags=tags, place=place)


def of(record: Favour | FollowUp, talk_id: str) -> Favour | FollowUp:
    return msgspec.structs.replace(record, conversation=talk_id)


def diary(*made: Record) -> Diary:
    there = records(*made)
    return Diary(there, Ties(there))


def test_the_newest_day_comes_first_and_in_it_what_was_written_last() -> None:
    late, early, old = talk(3, ref="b", minute=9), talk(3, ref="c", minute=1), talk(-3, ref="a", minute=20)
    there = diary(early, old, late)
    assert there.talks == [late, early, old]
    assert there.between(day(-3), day(2)) == [old]
    assert there.between(day(3), day(3)) == [late, early]
    assert there.between(day(-2), day(2)) == []


def test_what_came_of_a_talk_in_the_order_of_writing() -> None:
    met, gave = talk(0, ref="a"), of(favour(0, minute=1), "a")
    promise = msgspec.structs.replace(of(followup(0, 2, ref="p"), "a"), created=written(2))
    there = diary(met, promise, gave, of(favour(1), "b"))
    assert there.fruits(met) == (gave, promise)


def test_the_text_holds_everything_that_is_written_about_a_talk() -> None:
    one = talk(0, "Ánn Léé", setting="Café", event="meetup", learnt="Maps", could_help="Intro", ref="a")
    person = Participant(name="Ánn Léé", contact="ann")
    one = msgspec.structs.replace(one, people=(person,), tags=("Hr",), notes="Good\nlaugh")
    there = diary(
        one, contact("Ann Kim", "Nan"), event("Meet Up", "Late", place="Bar"), of(favour(0, what="Soup"), "a")
    )
    assert sorted(there.text(one).split("\n")) == [
        "ann kim", "ann lee", "bar", "cafe", "good laugh", "hr", "intro", "late", "maps", "meet up", "nan", "soup",
    ]  # fmt: skip
    assert there.who(one).split("\n") == ["ann lee", "nan", "ann kim"]
    assert there.tags(one) == ("Hr", "Late")
    assert there.places(one) == ("Café", "Bar")


def test_texts_are_made_ready_little_by_little() -> None:
    there = diary(*(talk(n) for n in range(5)))
    assert [there.prepare(2) for _ in range(4)] == [False, False, True, True]
    assert diary().prepare(1)


ids = st.sampled_from("abc")
people = st.sampled_from([(), (Participant(name="Ann", contact="ann"),), (Participant(name="Bo"),)])
some_talks = st.builds(
    lambda ref, n, minute, people, event, notes: msgspec.structs.replace(
        talk(n, ref=ref, minute=minute, event=event), people=people, notes=notes
    ),
    ids,
    st.integers(-2, 2),
    st.integers(0, 2),
    people,
    st.sampled_from(["", "meetup"]),
    st.sampled_from(["", "x", "y"]),
)
some_records: st.SearchStrategy[Record] = st.one_of(
    some_talks,
    st.builds(lambda what, talk_id: of(favour(0, what=what), talk_id), st.sampled_from("xy"), ids),
    st.builds(lambda what, talk_id: of(followup(0, 1, what=what), talk_id), st.sampled_from("xy"), ids),
    st.builds(contact, st.sampled_from(["Ann", "Nan"])),
    st.builds(event, st.sampled_from(["M", "N"]), st.sampled_from("xy")),
)


def seen(there: Diary) -> list[tuple[Conversation, object, str, str]]:
    return [(talk, there.fruits(talk), there.text(talk), there.who(talk)) for talk in there.talks]


@given(st.lists(st.tuples(some_records, st.booleans()), max_size=12))
def test_it_follows_every_change(deeds: list[tuple[Record, bool]]) -> None:
    there = Records()
    standing = Standing(there, day(0))
    assert standing.diary.talks == []
    for record, is_removed in deeds:
        before = there.table(record.table).get(record.id)
        images = [Image(before, None if is_removed else record)]
        if before is None and is_removed:
            continue
        apply(there, images)
        standing.update(images)
        assert seen(standing.diary) == seen(Diary(there, Ties(there)))
        assert standing.names.match("Ann").contact == next(
            (each for each in there.contacts.values() if each.name == "Ann"), None
        )


def test_a_talk_is_told_in_the_order_of_reading() -> None:
    one = talk(0, "Ann", learnt="likes maps", could_help="intro to Bo\nsend a link", ref="a")
    one = msgspec.structs.replace(
        one, notes="in the rain", debrief=msgspec.structs.replace(one.debrief, went=3, ease=4)
    )
    told = telling(
        one,
        [
            favour(0, "gave", "her talk", kind="feedback"),
            favour(0, "asked", "a desk", kind="other"),
            followup(0, 7, kind="help", what="intro to Bo"),
            followup(0, 2, step("told", 1), kind="lead"),
        ],
        day(0),
    )
    assert [(each.label, each.text, each.state) for each in told] == [
        ("", "in the rain", ""),
        ("Learnt", "likes maps", ""),
        ("Could help", "send a link", ""),
        ("How it went", "went 3, ease 4 of 4", ""),
        ("Gave", "feedback: her talk", ""),
        ("Asked", "a desk", ""),
        ("Could help", "intro to Bo", "due Mon 23 Nov"),
        ("Lead", "act on the lead", "told Tue 17 Nov"),
    ]

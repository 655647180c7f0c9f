"""Evidence: one example for each thing that proves a habit, or doesn't."""

from __future__ import annotations

import msgspec
import pytest

from netpractice.domain.changes import Image
from netpractice.domain.evidence import Evidence, marks
from netpractice.domain.records import Contact, HabitKey, Participant, Record, Records
from tests.domain.made import EVERY, day, favour, followup, page, records, step, talk, written
from tests.strategies import STAMP


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (talk(0, "Ann", circle="warm"), {"warm"}),
        (talk(0, "Ann", circle="friendly"), set()),
        (talk(0, "woman by the coats"), set()),
        (talk(0, setting="gym"), {"anywhere"}),
        (talk(0, setting="bar", event="meetup"), set()),
        (talk(0, event="meetup"), set()),
        (talk(0, learnt="learns to sail"), {"listen"}),
        (talk(0, could_help="intro to Bo"), {"listen"}),
        (talk(0, "Ann", circle="warm", setting="gym", learnt="a", could_help="b"), {"warm", "anywhere", "listen"}),
        (page(0, attitude=0), {"open"}),
        (page(0, attitude=4), {"open"}),
        (page(0, *EVERY), set()),
        (page(0, passed=True), set()),
        (favour(0), {"give"}),
        (favour(0, "received"), set()),
        (favour(0, "asked"), set()),
        (followup(0, 2), set()),
        (followup(-3, 2, step("acted", 0), kind="lead"), {"follow"}),
        (followup(-3, 2, step("told", 0)), {"follow"}),
        (followup(-3, 2, step("done", 0)), {"follow"}),
        (followup(-3, 2, step("let go", 0)), {"follow"}),
        (followup(-3, 2, step("snoozed", 0, 5)), set()),
        (followup(-3, 2, step("done", -1), step("reopened", 0)), set()),
        (Contact(id="ann", created=STAMP, updated=STAMP, name="Ann", circle="warm"), set()),
    ],
)
def test_what_a_record_is_evidence_for(record: Record, expected: set[HabitKey]) -> None:
    assert {key for on, key in marks(record) if on == day(0)} == expected


def test_one_warm_person_is_enough() -> None:
    people = (Participant(name="Bo", circle="new"), Participant(name="Ann", circle="warm"))
    assert list(marks(msgspec.structs.replace(talk(0), people=people))) == [(day(0), "warm")]


def test_steps_count_on_their_own_days_and_once_a_day() -> None:
    lead = followup(0, 2, step("acted", 0), step("acted", 3), step("told", 3), kind="lead")
    assert list(marks(lead)) == [(day(0), "follow"), (day(3), "follow")]


def test_ticks_are_kept_but_prove_nothing() -> None:
    evidence = Evidence(records(page(0, "warm", "give"), favour(0)))
    assert evidence.mask(day(0)) == 0b100001
    assert evidence.proved(day(0)) == 0b100000
    assert (evidence.mask(day(1)), evidence.proved(day(1))) == (0, 0)


def test_a_tick_taken_back_leaves_the_evidence() -> None:
    ticked, plain = page(0, "warm", "give"), page(0)
    evidence = Evidence(records(ticked, favour(0)))
    evidence.update([Image(ticked, plain)])
    assert evidence.mask(day(0)) == 0b100000


def test_why_gives_the_newest_first_and_the_tick_last() -> None:
    early, late = talk(0, "Ann", circle="warm", ref="b", minute=1), talk(0, "Bo", circle="warm", ref="a", minute=2)
    unlike = talk(0, "Cy", circle="new", ref="c", minute=3)
    ticked = page(0, "warm", minute=9)
    evidence = Evidence(records(early, late, unlike, ticked))
    why = evidence.why("warm", day(0))
    assert [(reason.record, reason.by_hand) for reason in why] == [(late, False), (early, False), (ticked, True)]
    assert {(reason.habit, reason.day) for reason in why} == {("warm", day(0))}
    assert evidence.why("warm", day(1)) == ()
    assert evidence.why("give", day(0)) == ()


@pytest.mark.parametrize(
    ("key", "record", "words"),
    [
        ("warm", talk(0, "Ana Núñez", circle="warm", setting="coffee"), "coffee with Ana Núñez"),
        ("anywhere", talk(0, setting="gym queue"), "gym queue"),
        ("warm", talk(0, "Ann", "Bo", circle="warm"), "a talk with Ann, Bo"),
        ("warm", talk(0, "Ann", "Bo", "Cy", circle="warm"), "a talk with Ann, Bo and 1 more"),
        ("warm", talk(0, "Ann", "Bo", "Cy", "Di", circle="warm"), "a talk with Ann, Bo and 2 more"),
        ("listen", talk(0, learnt="sails"), "a conversation"),
        ("open", page(0, attitude=3), "attitude 3"),
        ("open", page(0, "open"), "ticked by hand"),
        ("give", favour(0, what="Bo to Cy"), "introduction: Bo to Cy"),
        ("give", favour(0), "introduction"),
        ("follow", followup(-1, 2, step("done", 0), what="send the article"), "done: send the article"),
        ("follow", followup(-1, 2, step("let go", 0), kind="met"), "let go: somebody new"),
        ("follow", followup(-1, 2, step("acted", 0), step("told", 0), kind="lead"), "told: a lead"),
        ("follow", followup(-1, 2, step("acted", 0), step("told", 2), kind="lead"), "acted: a lead"),
    ],
)
def test_reasons_in_words(key: HabitKey, record: Record, words: str) -> None:
    assert [reason.words for reason in Evidence(records(record)).why(key, day(0))] == [words]


def test_first_and_last_day_and_passes() -> None:
    evidence = Evidence(
        records(page(-9, passed=True), page(-5, *EVERY), favour(-3, "asked"), followup(2, 4, step("done", 5)))
    )
    assert (evidence.first_day, evidence.last_day, evidence.passes) == (day(-9), day(5), (day(-9),))


def test_nothing_written_has_no_first_day() -> None:
    contact = Contact(id="ann", created=STAMP, updated=STAMP, name="Ann")
    for book in (Records(), records(contact, page(0))):
        assert (Evidence(book).first_day, Evidence(book).last_day) == (None, None)


def test_a_removed_day_is_forgotten() -> None:
    only = favour(0)
    evidence = Evidence(records(only, talk(3)))
    evidence.update([Image(only, None)])
    assert (evidence.mask(day(0)), evidence.why("give", day(0)), evidence.first_day) == (0, (), day(3))


def test_moving_people_later_changes_nothing() -> None:
    ann = Contact(id="ann", created=STAMP, updated=STAMP, name="Ann", circle="warm")
    evidence = Evidence(records(ann, talk(0, "Ann", circle="warm")))
    evidence.update([Image(ann, msgspec.structs.replace(ann, circle="new", updated=written(1)))])
    assert evidence.mask(day(0)) == 1

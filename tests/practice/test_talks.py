"""One conversation at a time: what a form writes, what an edit keeps and moves, and what goes with a removed one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.followups import is_open
from netpractice.domain.records import Contact, Conversation, Debrief, FollowUp, Participant, Records
from netpractice.practice.batch import save_batch
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.people import touch
from netpractice.practice.talks import TalkDraft, draft_of, edit, remove, with_whom, write
from netpractice.store.paths import find_paths
from tests.hostile import HOSTILE

TODAY = date(2026, 11, 22)


class Watch(FixedClock):
    """A clock that can be moved on."""

    def go(self, days: int = 0) -> None:
        self._now += timedelta(days=days, seconds=1)


@pytest.fixture
def watch() -> Watch:
    return Watch(TODAY)


@pytest.fixture
def book(data: Path, watch: Watch) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), watch)
    yield opened
    opened.close()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def person(book: Book, name: str, **facts: object) -> Contact:
    contact = book.new(Contact, name=name, **facts)
    book.change("added", put=[contact])
    return contact


def only(book: Book) -> Conversation:
    [talk] = book.records.conversations.values()
    return talk


def draft(book: Book, talk: Conversation, **changes: object) -> TalkDraft:
    """A conversation as a form shows it, with some fields typed over."""
    shown: TalkDraft = msgspec.structs.replace(draft_of(book, talk), **changes)
    return shown


def contents(records: Records) -> dict[str, dict[str, object]]:
    return {name: dict(table) for name, table in msgspec.structs.asdict(records).items()}


FULL = TalkDraft(
    people="Ada & Bo Xu & man with a kite",
    day="fri",
    setting="café",
    event="Meetup",
    tags="#maps #old friends",
    notes="two\nlines",
    learnt="likes maps",
    help="intro to Cy\nsend the link",
    talked="them",
    expected=1,
    went=4,
    ease=3,
    went_well="asked",
    try_next="wait",
)


def test_everything_that_a_form_holds(book: Book) -> None:
    ada = person(book, "Ada", circle="warm")
    outcome = write(book, FULL)
    assert outcome.words == "wrote down the talk with Ada, Bo Xu and man with a kite, Fri 20 Nov"
    talk = only(book)
    [_, bo] = book.records.contacts.values()
    [event] = book.records.events.values()
    assert (event.name, event.day, bo.name, bo.how_met) == ("Meetup", ago(2), "Bo Xu", "Meetup")
    assert talk.people == (
        Participant(name="Ada", contact=ada.id, circle="warm"),
        Participant(name="Bo Xu", contact=bo.id, circle="new"),
        Participant(name="man with a kite"),
    )
    assert (talk.day, talk.setting, talk.event, talk.tags) == (ago(2), "café", event.id, ("maps", "old friends"))
    assert talk.debrief == Debrief(
        learnt="likes maps", help="intro to Cy\nsend the link", talked="them", expected=1, went=4, ease=3,
        went_well="asked", try_next="wait",
    )  # fmt: skip
    assert [(each.kind, each.what, each.contact) for each in book.records.followups.values()] == [
        ("met", "", bo.id),
        ("help", "intro to Cy", ada.id),
        ("help", "send the link", ada.id),
    ]


def test_a_form_that_is_not_touched_changes_nothing(book: Book) -> None:
    write(book, FULL)
    outcome = edit(book, only(book).id, draft_of(book, only(book)))
    assert outcome.change is None
    assert outcome.words.endswith("nothing new")


def test_one_field_is_enough(book: Book) -> None:
    for made in (TalkDraft(people="Ada"), TalkDraft(notes="hello"), TalkDraft(setting="gym"), TalkDraft(went=0)):
        assert write(book, made).change is not None
    assert {talk.day for talk in book.records.conversations.values()} == {TODAY}


@pytest.mark.parametrize(
    ("made", "field", "what"),
    [
        (TalkDraft(), "people", "nothing is written yet"),
        (TalkDraft(people=" & ", notes=" \n"), "people", "nothing is written yet"),
        (TalkDraft(people="Ann"), "people", "Ann could be Ann Lee or Ann Kim"),
        (TalkDraft(people="Ada & **"), "people", "the name of somebody new is missing"),
        (TalkDraft(people="x" * 501), "people", "501 characters"),
        (TalkDraft(people="Ada", day="tomorrow"), "day", "Mon 23 Nov hasn't begun yet"),
        (TalkDraft(people="Ada", day="next fri"), "day", "'next fri' can't be read as a day"),
        (TalkDraft(people="Ada", setting="x" * 501), "setting", "501 characters"),
        (TalkDraft(people="Ada", event="x" * 501), "event", "501 characters"),
        (TalkDraft(people="Ada", tags="#" + "x" * 500), "tags", "501 characters"),
        (TalkDraft(people="Ada", notes="x" * 100_001), "notes", "100,001 characters"),
        (TalkDraft(people="Ada", learnt="x" * 100_001), "learnt", "100,001 characters"),
        (TalkDraft(people="Ada", help="x\n" + "y" * 501), "help", "501 characters"),
        (TalkDraft(people="Ada", went_well="x" * 100_001), "went well", "100,001 characters"),
        (TalkDraft(people="Ada", try_next="x" * 100_001), "try next", "100,001 characters"),
        (TalkDraft(people="Ada", expected=5), "expected", "5 is no level"),
        (TalkDraft(people="Ada", went=-1), "went", "-1 is no level"),
        (TalkDraft(people="Ada", ease=7), "ease", "7 is no level"),
    ],
)
def test_what_cannot_be_used_names_its_field(book: Book, made: TalkDraft, field: str, what: str) -> None:
    person(book, "Ann Lee")
    person(book, "Ann Kim")
    before = contents(book.records)
    with pytest.raises(InputError) as refused:
        write(book, made)
    assert refused.value.where == field
    assert what in refused.value.what
    assert refused.value.way_out
    assert contents(book.records) == before


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_kept_clean_and_can_be_edited(book: Book, text: str) -> None:
    made = TalkDraft(
        people=f"{text[:400]} & Ada", setting=text, event=text, notes=text, learnt=text, help=text, try_next=text
    )
    write(book, made)
    there = contents(book.records)
    talk = only(book)
    assert edit(book, talk.id, draft_of(book, talk)).change is None
    assert contents(book.records) == there


def test_whoever_is_named_as_before_stays_who_they_were(book: Book) -> None:
    ann = person(book, "Ann Lee", circle="new")
    write(book, TalkDraft(people="Ann Lee & Ghost Gone"))
    [_, ghost] = book.records.contacts.values()
    book.change("changed", put=[msgspec.structs.replace(ann, name="Ann Kim", circle="warm")], remove=[ghost])
    talk = only(book)
    edit(book, talk.id, draft(book, talk, people="Ann Lee & Ghost Gone & Cy", notes="x"))
    assert only(book).people[:2] == talk.people
    assert [contact.name for contact in book.records.contacts.values()] == ["Ann Kim", "Cy"]
    edit(book, talk.id, draft(book, only(book), people="Ann Kim"))
    assert only(book).people == (Participant(name="Ann Kim", contact=ann.id, circle="warm"),)


def test_namesakes_stay_two_people(book: Book) -> None:
    one, two = person(book, "Ann Lee", company="ACME"), person(book, "Ann Lee", company="Bureau")
    write(book, TalkDraft(people="Ann Lee (ACME) & Ann Lee (bureau)"))
    assert [each.contact for each in only(book).people] == [one.id, two.id]
    assert edit(book, only(book).id, draft_of(book, only(book))).change is None
    edit(book, only(book).id, draft(book, only(book), people="Ann Lee & Ann Lee & Bo"))
    assert [each.contact for each in only(book).people][:2] == [one.id, two.id]


def test_ways_to_help_follow_the_edit_unless_they_were_touched(book: Book, watch: Watch) -> None:
    write(book, TalkDraft(people="Ada", help="one\ntwo"))
    one, two = (each for each in book.records.followups.values() if each.kind == "help")
    watch.go()
    book.change("snoozed", put=[msgspec.structs.replace(two, due=TODAY)])
    edit(book, only(book).id, draft(book, only(book), help="three"))
    helps = [each for each in book.records.followups.values() if each.kind == "help"]
    assert [each.what for each in helps] == ["two", "three"]
    assert one.id not in book.records.followups


def test_what_came_of_a_talk_goes_with_it_to_another_day(book: Book) -> None:
    save_batch(book, "Ada / +soup / !call her / !write by 30 nov / *intro")
    edit(book, only(book).id, draft(book, only(book), day="2026-11-10"))
    [favour] = book.records.favours.values()
    assert favour.day == ago(12)
    assert [(each.kind, each.opened, each.due) for each in book.records.followups.values()] == [
        ("met", ago(12), ago(10)),
        ("promise", ago(12), ago(5)),
        ("promise", ago(12), date(2026, 11, 30)),
        ("help", ago(12), ago(5)),
    ]
    book.undo()
    assert favour.id in book.records.favours
    assert book.records.favours[favour.id].day == TODAY


def test_an_event_keeps_its_place_when_the_day_is_mended(book: Book) -> None:
    write(book, TalkDraft(people="Ada", event="Meetup", day="fri"))
    edit(book, only(book).id, draft(book, only(book), day="thu"))
    assert len(book.records.events) == 1
    edit(book, only(book).id, draft(book, only(book), event="Other"))
    assert [event.name for event in book.records.events.values()] == ["Meetup", "Other"]
    edit(book, only(book).id, draft(book, only(book), event=""))
    assert only(book).event == ""


def met(book: Book) -> FollowUp:
    [followup] = [each for each in book.records.followups.values() if each.kind == "met"]
    return followup


def test_a_later_talk_closes_the_follow_up_and_editing_or_removing_it_opens_it_again(book: Book) -> None:
    write(book, TalkDraft(people="Ada", day="5d"))
    write(book, TalkDraft(people="Ada", day="2d"))
    later = list(book.records.conversations.values())[-1]
    assert [step.day for step in met(book).steps] == [ago(2)]
    edit(book, later.id, draft(book, later, day="1d"))
    assert [step.day for step in met(book).steps] == [ago(1)]
    edit(book, later.id, TalkDraft(people="Bo", day="1d"))
    ada = next(each for each in book.records.followups.values() if each.opened == ago(5))
    assert is_open(ada)
    book.undo()
    remove(book, later.id)
    assert is_open(met(book))
    book.undo()
    assert not is_open(met(book))


def test_being_in_touch_closes_it_too(book: Book) -> None:
    write(book, TalkDraft(people="Ada", day="5d"))
    touch(book, met(book).contact)
    assert [step.day for step in met(book).steps] == [TODAY]


def test_a_removed_talk_takes_with_it_what_nobody_touched(book: Book, watch: Watch) -> None:
    save_batch(book, "Ada / +soup / !call her / !write to her")
    talk = only(book)
    before = contents(book.records)
    promise = next(each for each in book.records.followups.values() if each.what == "write to her")
    watch.go()
    book.change("touched", put=[msgspec.structs.replace(promise, what="write a long letter")])
    outcome = remove(book, talk.id)
    assert outcome.words == "removed the talk with Ada, Sun 22 Nov, and 3 entries that came of it"
    assert not book.records.conversations
    assert not book.records.favours
    [kept] = book.records.followups.values()
    assert (kept.what, kept.conversation) == ("write a long letter", "")
    assert [contact.name for contact in book.records.contacts.values()] == ["Ada"]
    book.undo()
    book.undo()
    assert contents(book.records) == before


def test_removing_the_first_of_two_talks_leaves_what_the_second_closed(book: Book, watch: Watch) -> None:
    write(book, TalkDraft(people="Ada", day="5d"))
    watch.go()
    write(book, TalkDraft(people="Ada", day="2d"))
    first = next(iter(book.records.conversations.values()))
    remove(book, first.id)
    assert (met(book).conversation, is_open(met(book))) == ("", False)


def test_a_talk_that_is_not_there(book: Book) -> None:
    with pytest.raises(KeyError):
        edit(book, "nothing", TalkDraft(people="Ada"))
    with pytest.raises(KeyError):
        remove(book, "nothing")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "the talk"),
        (("Ann",), "the talk with Ann"),
        (("Ann", "Bo"), "the talk with Ann and Bo"),
        (("Ann", "Bo", "Cy"), "the talk with Ann, Bo and Cy"),
        (("Ann", "Bo", "Cy", "Di"), "the talk with Ann, Bo and 2 more"),
    ],
)
def test_a_talk_by_its_people(book: Book, names: tuple[str, ...], words: str) -> None:
    people = tuple(Participant(name=name) for name in names)
    assert with_whom(book.new(Conversation, day=TODAY, people=people)) == words

"""What one does with people: each function's change, its words, what it refuses, and that undo gives all back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.followups import is_open
from netpractice.domain.records import (
    RECORD_TYPES,
    Contact,
    Conversation,
    Favour,
    FollowUp,
    Participant,
    Record,
    Step,
)
from netpractice.domain.text import LINE_LIMIT, clean_line
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.roster import roster
from netpractice.store.paths import find_paths
from tests.hostile import HOSTILE

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def person(book: Book, name: str, **facts: object) -> str:
    """Put somebody on the roster and return the id."""
    contact = book.new(Contact, name=name, **facts)
    book.change("added", put=[contact])
    return contact.id


def get(book: Book, contact_id: str) -> Contact:
    return book.records.contacts[contact_id]


def everything(book: Book) -> dict[str, dict[str, Record]]:
    """All records there are, which are values and never change."""
    return {kind.table: dict(book.records.table(kind.table)) for kind in RECORD_TYPES}


# Adding


def test_a_name_is_enough(book: Book) -> None:
    done = people.add(book, "  Ann \t Lee ")
    assert done.change is not None
    assert done.words == done.change.label == "added Ann Lee"
    [ann] = book.records.contacts.values()
    assert (ann.name, ann.circle, ann.unsorted) == ("Ann Lee", "new", False)


def test_every_fact_can_be_added_as_it_is_typed(book: Book) -> None:
    bo = person(book, "Bo Xu")
    people.add(
        book, "Ann Lee", nickname="Annie", circle="w", rhythm="6w", company="ACME", role="recruiter",
        emails="ann@example.org, lee@example.org", phones=["+1 314 555 0100"], links="https://example.org/ann",
        birthday="12 mar", tags="#hr #old friends", how_met="PyCon", introduced_by="bo xu", notes="two\r\nlines",
    )  # fmt: skip
    ann = list(book.records.contacts.values())[-1]
    assert (ann.nickname, ann.circle, ann.rhythm_days, ann.company, ann.role) == (
        "Annie",
        "warm",
        42,
        "ACME",
        "recruiter",
    )
    assert (ann.emails, ann.phones) == (("ann@example.org", "lee@example.org"), ("+1 314 555 0100",))
    assert (ann.links, ann.birthday, ann.tags) == (("https://example.org/ann",), "--03-12", ("hr", "old friends"))
    assert (ann.how_met, ann.introduced_by, ann.notes) == ("PyCon", bo, "two\nlines")


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"name": " "}, "nobody is without a name"),
        ({"name": "x" * (LINE_LIMIT + 1)}, "name: .* too long"),
        ({"name": "Ann", "circle": "cold"}, "is no circle"),
        ({"name": "Ann", "rhythm": "soon"}, "is no rhythm"),
        ({"name": "Ann", "birthday": "31 apr"}, "can't be read as a birthday"),
        ({"name": "Ann", "birthday": "2027-03-01"}, "birthday: this day is still to come"),
        ({"name": "Ann", "introduced_by": "Zoe"}, "nobody else on the roster is called Zoe"),
        ({"name": "Ann", "introduced_by": "Bo"}, "2 people are called Bo"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_added(book: Book, fields: dict[str, str], what: str) -> None:
    person(book, "Bo Xu")
    person(book, "Bo Li")
    with pytest.raises(InputError, match=what):
        people.add(book, **fields)
    assert len(book.records.contacts) == 2


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_cleaned_or_refused(book: Book, name: str) -> None:
    clean = clean_line(name)
    if not clean:
        with pytest.raises(InputError, match="nobody is without a name"):
            people.add(book, name)
        return
    people.add(book, name, company=name, notes=name, tags=name)
    [contact] = book.records.contacts.values()
    assert (contact.name, contact.company) == (clean, clean)
    people.near(book, name)
    people.archive(book, [contact.id])


def test_people_who_may_be_the_same_are_named_and_never_refused(book: Book) -> None:
    for name in ("Ann Lee", "Anne Lee", "Bob Lee", "Lee, Ann"):
        people.add(book, name)
    person(book, "Elizabeth Kim", nickname="Lisa")
    person(book, "Robert Xu", emails=("bob@example.org",))
    assert [contact.name for contact in people.near(book, "ann lee")] == ["Ann Lee", "Anne Lee", "Lee, Ann"]
    assert people.near(book, "Anne Lee")[0].name == "Anne Lee"
    assert [contact.name for contact in people.near(book, "Lisa Kim")] == ["Elizabeth Kim"]
    assert [contact.name for contact in people.near(book, "lisa")] == ["Elizabeth Kim"]
    assert [contact.name for contact in people.near(book, "B. X.", ["BOB@example.org"])] == ["Robert Xu"]
    assert people.near(book, "Zoe Ray") == people.near(book, "") == ()


# Editing


def test_an_edit_says_what_it_changed_and_is_one_step(book: Book) -> None:
    ann = person(book, "Ann Lee", company="ACME")
    done = people.edit(book, ann, name="Anne Lee", company="", tags="hr")
    assert done.words == "Anne Lee: changed name, company, tags"
    assert (get(book, ann).name, get(book, ann).company, get(book, ann).tags) == ("Anne Lee", "", ("hr",))
    book.undo()
    assert (get(book, ann).name, get(book, ann).company, get(book, ann).tags) == ("Ann Lee", "ACME", ())


def test_what_a_form_shows_changes_nothing_when_it_is_saved_as_it_is(book: Book) -> None:
    bo = person(book, "Bo Xu")
    odd = person(
        book, "Ann Lee", emails=("a,b@example.org",), tags=("one, two", "x #y"), birthday="in spring", unsorted=True,
        introduced_by=bo, rhythm_days=45, notes=" kept \n", links=("see above",), phones=("1;2",),
    )  # fmt: skip
    before = get(book, odd)
    done = people.edit(book, odd, **people.shown(book, before))
    assert (done.change, done.words) == (None, "Ann Lee: nothing new")
    assert get(book, odd) == before


def test_who_introduced_somebody_is_named_and_can_be_taken_back(book: Book) -> None:
    bo, ann = person(book, "Bo Xu", nickname="Bobo"), person(book, "Ann Lee")
    for typed in ("bo xu", "bobo", "BO", bo):
        people.edit(book, ann, introduced_by=typed)
        assert get(book, ann).introduced_by == bo
        people.edit(book, ann, introduced_by="")
        assert get(book, ann).introduced_by == ""
    with pytest.raises(InputError, match="nobody else"):
        people.edit(book, ann, introduced_by="Ann Lee")


def test_a_circle_chosen_in_a_form_sorts(book: Book) -> None:
    ann = person(book, "Ann Lee", unsorted=True)
    people.edit(book, ann, company="ACME", circle="new")
    assert get(book, ann).unsorted
    people.edit(book, ann, circle="warm")
    assert not get(book, ann).unsorted


# In touch


def test_in_touch_today_is_a_conversation_of_today_once(book: Book) -> None:
    ann = person(book, "Ann Lee", circle="warm")
    done = people.touch(book, ann)
    assert done.words == "in touch with Ann Lee, Sun 22 Nov"
    [talk] = book.records.conversations.values()
    assert (talk.day, talk.people) == (TODAY, (Participant(name="Ann Lee", contact=ann, circle="warm"),))
    assert [row.days for row in roster(book).rows] == [0]
    again = people.touch(book, ann)
    assert (again.change, again.words) == (None, "in touch with Ann Lee today already")
    assert len(book.records.conversations) == 1


def test_a_favour_of_today_does_not_stand_for_a_talk(book: Book) -> None:
    ann = person(book, "Ann Lee")
    book.change("gave", put=[book.new(Favour, day=TODAY, direction="gave", contact=ann)])
    assert people.touch(book, ann).change is not None


# Several at once


def test_a_circle_for_several_is_one_step(book: Book) -> None:
    ids = [person(book, name) for name in ("Ann", "Bo", "Cy")]
    done = people.set_circle(book, ids, "warm")
    assert done.words == "3 people: circle warm"
    assert {get(book, each).circle for each in ids} == {"warm"}
    book.undo()
    assert {get(book, each).circle for each in ids} == {"new"}


def test_only_those_who_change_are_counted(book: Book) -> None:
    ids = [person(book, "Ann", circle="warm"), person(book, "Bo")]
    assert people.set_circle(book, ids, "warm").words == "Bo: circle warm"
    again = people.set_circle(book, ids, "warm")
    assert (again.change, again.words) == (None, "2 people: circle warm already")
    nobody = people.set_circle(book, [], "warm")
    assert (nobody.change, nobody.words) == (None, "nobody to change")


def test_the_sorting_round_goes_through_those_whose_circle_is_yet_to_be_chosen(book: Book) -> None:
    ids = [person(book, name, unsorted=True) for name in ("Ann", "Bo", "Cy")]
    person(book, "Dee")
    people.archive(book, [ids[2]])
    assert [contact.name for contact in people.unsorted(book)] == ["Ann", "Bo"]
    assert people.sort(book, ids[0], "new").words == "Ann: circle new"
    assert people.sort(book, ids[1], "warm").words == "Bo: circle warm"
    assert people.unsorted(book) == ()
    book.undo()
    assert [contact.name for contact in people.unsorted(book)] == ["Bo"]


def test_a_rhythm_of_days_of_the_circle_and_none(book: Book) -> None:
    ids = [person(book, "Ann"), person(book, "Bo", circle="warm")]
    assert people.set_rhythm(book, ids, 30).words == "2 people: every 30 d"
    assert [row.rhythm for row in roster(book).rows] == [30, 30]
    assert people.set_rhythm(book, ids[:1], "resting").words == "Ann: resting"
    assert [row.rhythm for row in roster(book, order="name").rows] == [None, 30]
    assert people.set_rhythm(book, ids, "circle").words == "2 people: rhythm of the circle"
    assert [row.rhythm for row in roster(book, order="name").rows] == [14, 21]
    for days in (0, 3651, -5):
        with pytest.raises(InputError, match="is no rhythm"):
            people.set_rhythm(book, ids, days)


def test_tags_are_put_on_and_taken_off_blind_to_case(book: Book) -> None:
    ids = [person(book, "Ann", tags=("HR",)), person(book, "Bo", tags=("music",))]
    assert people.tag(book, ids, add=["#hr", " old friends "]).words == "2 people: #hr #old friends"
    assert [get(book, each).tags for each in ids] == [("HR", "old friends"), ("music", "hr", "old friends")]
    assert people.tag(book, ids, add=["x"], remove=["Hr", "#MUSIC"]).words == "2 people: #x without #Hr without #MUSIC"
    assert [get(book, each).tags for each in ids] == [("old friends", "x"), ("old friends", "x")]
    again = people.tag(book, ids, add=["X"])
    assert (again.change, again.words) == (None, "2 people: #X already")


def test_archived_people_are_never_due_and_come_back_as_they_were(book: Book) -> None:
    ids = [person(book, name, circle="warm") for name in ("Ann", "Bo")]
    talks = [book.new(Conversation, day=ago(90), people=(Participant(name="x", contact=each),)) for each in ids]
    book.change("talked", put=talks)
    assert roster(book).due == 2
    assert people.archive(book, ids[:1]).words == "Ann: archived"
    assert roster(book).due == 1
    assert people.archive(book, ids).words == "Bo: archived"
    assert (roster(book, "due").rows, roster(book).due, roster(book).total) == ((), 0, 0)
    assert people.bring_back(book, ids).words == "2 people: brought back"
    assert roster(book).due == 2


def test_archiving_again_keeps_the_day(book: Book) -> None:
    ann = person(book, "Ann", archived=ago(9))
    assert people.archive(book, [ann]).change is None
    assert get(book, ann).archived == ago(9)


# Removing


def test_removing_keeps_what_was_practised_and_lets_go_of_what_is_open(book: Book) -> None:
    ann, bo = person(book, "Ann Lee"), person(book, "Bo Xu")
    both = (Participant(name="Ann", contact=ann, circle="warm"), Participant(name="Bo", contact=bo))
    talk = book.new(Conversation, day=ago(3), people=both)
    favour = book.new(Favour, day=ago(3), direction="gave", contact=ann)
    still = book.new(FollowUp, kind="promise", what="the map", contact=ann, opened=ago(3), due=TODAY)
    done = book.new(
        FollowUp, kind="promise", contact=ann, opened=ago(9), due=ago(8), steps=(Step(day=ago(8), kind="done"),)
    )
    introduced = book.new(Contact, name="Cy", introduced_by=ann)
    book.change("wrote", put=[talk, favour, still, done, introduced])
    before = everything(book)
    evidence = [book.standing.evidence.mask(ago(n)) for n in range(1, 12)]

    outcome = people.remove(book, [ann])
    assert outcome.words == "removed Ann Lee, let go of 1 follow-up"
    assert ann not in book.records.contacts
    assert book.records.conversations[talk.id].people[0].name == "Ann"
    assert not any(map(is_open, book.records.followups.values()))
    assert [book.standing.evidence.mask(ago(n)) for n in range(1, 12)] == evidence
    assert [row.contact.name for row in roster(book).rows] == ["Bo Xu", "Cy"]
    book.undo()
    assert everything(book) == before


def test_removing_several_is_one_step(book: Book) -> None:
    ids = [person(book, name) for name in ("Ann", "Bo", "Cy")]
    assert people.remove(book, ids[:2]).words == "removed 2 people"
    assert list(book.records.contacts) == ids[2:]
    book.undo()
    assert list(book.records.contacts) == ids
    assert people.remove(book, []).change is None


def test_somebody_who_is_not_there(book: Book) -> None:
    for ask in (people.touch, people.edit):
        with pytest.raises(KeyError):
            ask(book, "nobody")
    with pytest.raises(KeyError):
        people.archive(book, ["nobody"])

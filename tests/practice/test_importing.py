"""Imports: planned, chosen from, carried out in one step, repeated without effect, and undone to the byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.cards import Card, Problem, Reading
from netpractice.domain.errors import InputError, ReadOnlyError
from netpractice.domain.records import Contact, Conversation, Favour, Participant, Settings
from netpractice.domain.text import TEXT_LIMIT
from netpractice.exchange.bookjson import read_book, write_book
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.importing import BookReading, Plan, carry_out, carry_out_in_steps, plan
from netpractice.practice.outcome import Outcome
from netpractice.store.paths import find_paths
from tests.counts import tally
from tests.strategies import nasty_cards

TODAY = date(2026, 11, 22)

make_card: Callable[..., Card] = Card


def opened(path: Path) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(TODAY))


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    book = opened(data)
    yield book
    book.close()


def card(name: str = "Ann Lee", **facts: object) -> Card:
    return make_card(name=name, **facts)


def reading(*cards: Card, file: str = "people.vcf", kind: str = "vCard", problems: Sequence[Problem] = ()) -> Reading:
    return Reading(file=file, kind=kind, cards=cards, problems=tuple(problems), found=len(cards))


def whole(book: Book, file: str = "book.json") -> BookReading:
    """What the export of a book says."""
    records = read_book(file, write_book(book.records))
    return BookReading(file=file, kind="netpractice book", cards=(), found=len(records.contacts), records=records)


def take(book: Book, *readings: Reading) -> Outcome:
    return carry_out(book, plan(book, readings))


def names(book: Book) -> list[str]:
    return [contact.name for contact in book.records.contacts.values()]


def actions(book: Book, *readings: Reading) -> list[str]:
    return [item.action for item in plan(book, readings).items]


# Planning


def test_a_plan_changes_nothing(book: Book) -> None:
    planned = plan(book, [reading(card(), card("Bo Kim"))])
    assert (planned.added, planned.updated, planned.unchanged, planned.found) == (2, 0, 0, 2)
    assert (planned.files, planned.kinds) == (("people.vcf",), ("vCard",))
    assert names(book) == []
    assert book.last_change() is None


def test_an_import_is_one_change_with_a_label_in_words(book: Book) -> None:
    outcome = take(book, reading(card(), card("Bo Kim"), file="/tmp/some folder/people.vcf"))
    assert outcome.change
    assert outcome.words == outcome.change.label == "imported 2 people from people.vcf"
    assert names(book) == ["Ann Lee", "Bo Kim"]
    assert all(contact.unsorted and contact.circle == "familiar" for contact in book.records.contacts.values())
    book.undo()
    assert names(book) == []


def test_nothing_imported_counts_as_a_conversation(book: Book) -> None:
    take(book, reading(card(connected=date(2024, 1, 1), notes="talked for hours"), kind="LinkedIn connections"))
    assert book.records.conversations == {}
    assert not any(book.standing.evidence.mask(day) for day in (TODAY, date(2024, 1, 1)))
    assert book.records.contacts.popitem()[1].how_met == "LinkedIn, 1 Jan 2024"


def test_labels_tell_what_was_done(book: Book) -> None:
    take(book, reading(card(role="CTO")))
    assert take(book, reading(card(role="CEO"))).words == "imported changes to 1 person from people.vcf"
    both = (reading(card(role="Chair"), card("Bo")), reading(card("Cy"), file="more.csv"))
    assert take(book, *both).words == "imported 2 people and updated 1 from 2 files"
    assert take(book, *both).words == "imported nothing new from 2 files"


def test_a_name_of_a_file_does_nothing_in_a_label(book: Book) -> None:
    outcome = take(book, reading(card(), file="x\x1b[31m\udcff\n.vcf"))
    assert outcome.words == "imported 1 person from x[31m .vcf"
    book.save()


def test_an_import_of_nothing_new_is_no_change(book: Book) -> None:
    take(book, reading(card(role="CTO")))
    assert take(book, reading(card(role="CTO"))) == Outcome(change=None, words="imported nothing new from people.vcf")


def test_those_found_only_are_not_touched(book: Book) -> None:
    people.add(book, "Ann Lee", emails="ann@example.org")
    before = book.records.contacts.copy()
    assert take(book, reading(card(emails=("ann@example.org",), uid="u1"))).change is None
    assert book.records.contacts == before


def test_archived_people_are_updated_and_stay_archived(book: Book) -> None:
    people.add(book, "Ann Lee", emails="ann@example.org")
    [ann] = book.records.contacts
    people.archive(book, [ann])
    take(book, reading(card(emails=("ann@example.org",), role="CTO")))
    assert (book.records.contacts[ann].role, book.records.contacts[ann].archived) == ("CTO", TODAY)


def test_who_introduced_somebody_is_found_by_name_in_the_book_and_in_the_file(book: Book) -> None:
    people.add(book, "Bo Kim")
    take(
        book,
        reading(card(introduced_by="Bo Kim"), card("Cy", introduced_by="dee"), card("Dee", introduced_by="Nobody")),
    )
    by_name = {contact.name: contact for contact in book.records.contacts.values()}
    assert by_name["Ann Lee"].introduced_by == by_name["Bo Kim"].id
    assert by_name["Cy"].introduced_by == by_name["Dee"].id
    assert by_name["Dee"].introduced_by == ""


def test_an_introducer_who_is_unclear_or_oneself_is_nobody(book: Book) -> None:
    people.add(book, "Bo Kim")
    people.add(book, "Bo Kim")
    people.add(book, "Ann Lee", emails="ann@example.org")
    ann = card(emails=("ann@example.org",), introduced_by="Ann Lee")
    assert actions(book, reading(ann, card("Cy", introduced_by="Bo Kim"))) == ["same", "add"]
    take(book, reading(ann, card("Cy", introduced_by="Bo Kim")))
    assert not any(contact.introduced_by for contact in book.records.contacts.values())


def test_notes_that_do_not_fit_are_named(book: Book) -> None:
    people.add(book, "Ann Lee", emails="ann@example.org", notes="x" * (TEXT_LIMIT - 2))
    planned = plan(
        book, [reading(card("Bo")), reading(card(emails=("ann@example.org",), notes="hello", line=9), file="b.vcf")]
    )
    assert [(one.file, one.line) for one in planned.problems] == [("b.vcf", 9)]
    assert "Ann Lee" in planned.problems[0].what
    carry_out(book, planned)
    assert len(book.records.contacts) == 2


def test_problems_of_the_files_are_kept(book: Book) -> None:
    problem = Problem(file="people.vcf", line=3, what="no name, so it was left out")
    assert plan(book, [reading(card(), problems=[problem])]).problems == (problem,)


def test_whoever_waits_is_told_how_far_it_is(book: Book) -> None:
    told: list[tuple[int, int]] = []
    cards = [card(f"Ann {number}") for number in range(500)]
    plan(book, [reading(*cards)], progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1000), (200, 1000), (400, 1000), (500, 1000), (700, 1000), (900, 1000)]


# Choosing


@pytest.fixture
def typed(book: Book) -> Contact:
    """Ann as somebody typed her."""
    people.add(book, "Ann Lee", emails="ann@example.org", role="Boss")
    [ann] = book.records.contacts.values()
    return ann


CHANGED = card(emails=("ann@example.org", "a@example.org"), role="CTO", company="ACME")


def ann_after(book: Book, planned: Plan, typed: Contact) -> Contact:
    carry_out(book, planned)
    return book.records.contacts[typed.id]


def test_what_was_typed_stays_unless_it_is_chosen(book: Book, typed: Contact) -> None:
    planned = plan(book, [reading(CHANGED)])
    assert {change.field: change.taken for change in planned.items[0].changes} == {
        "company": True,
        "role": False,
        "emails": True,
    }
    assert ann_after(book, planned, typed).role == "Boss"
    book.undo()
    assert ann_after(book, planned.with_taken(0, "role", taken=True), typed).role == "CTO"


def test_a_change_can_be_left(book: Book, typed: Contact) -> None:
    planned = plan(book, [reading(CHANGED)]).with_taken(0, "emails", taken=False)
    there = ann_after(book, planned, typed)
    assert (there.emails, there.company) == (("ann@example.org",), "ACME")
    assert actions(book, reading(CHANGED)) == ["same"]


def test_somebody_can_be_left_out(book: Book, typed: Contact) -> None:
    planned = plan(book, [reading(CHANGED, card("Bo"))])
    some = planned.with_included(0, included=False).with_included(1, included=False)
    assert (some.added, some.updated, some.unchanged) == (0, 0, 2)
    assert carry_out(book, some).change is None
    assert carry_out(book, some.with_included(1, included=True)).words == "imported 1 person from people.vcf"
    assert book.records.contacts[typed.id] == typed


def test_somebody_who_is_another_person_is_added(book: Book, typed: Contact) -> None:
    planned = plan(book, [reading(CHANGED)]).with_apart(0, apart=True)
    assert (planned.items[0].action, planned.added) == ("add", 1)
    assert planned.with_apart(0, apart=False) == plan(book, [reading(CHANGED)])
    carry_out(book, planned)
    assert book.records.contacts[typed.id] == typed
    assert names(book) == ["Ann Lee", "Ann Lee"]
    assert actions(book, reading(CHANGED)) == ["same"]


def test_theirs_takes_what_the_files_say(book: Book, typed: Contact) -> None:
    take(book, reading(CHANGED))
    assert ann_after(book, plan(book, [reading(CHANGED)], theirs=True), typed).role == "CTO"
    assert plan(book, [reading(CHANGED)], theirs=True).items[0].action == "same"


def test_a_plan_of_a_roster_that_changed_since_is_refused(book: Book, typed: Contact) -> None:
    planned = plan(book, [reading(CHANGED)])
    people.edit(book, typed.id, role="Chair")
    with pytest.raises(InputError, match="changed since"):
        carry_out(book, planned)
    people.remove(book, [typed.id])
    with pytest.raises(InputError, match="changed since"):
        carry_out(book, planned)


def test_two_who_were_made_one_stay_one(book: Book) -> None:
    cards = [card(emails=("a@example.org",)), card("Anne Lee", phones=("112",), role="CTO")]
    take(book, reading(*cards))
    people.merge(book, *book.records.contacts)
    assert actions(book, reading(*cards)) == ["same"]
    assert actions(book, reading(*cards[::-1])) == ["same"]


def test_a_book_that_can_only_be_read_can_be_planned_for(data: Path, book: Book) -> None:
    people.add(book, "Ann Lee")
    book.save()
    other = Book.open(find_paths(str(data), {}), FixedClock(TODAY), writable=False)
    planned = plan(other, [reading(card(role="CTO"))])
    with pytest.raises(ReadOnlyError):
        carry_out(other, planned)
    other.close()


# Whole books


@pytest.fixture
def other(tmp_path: Path, demo: Path) -> Iterator[Book]:
    """The sample book."""
    book = opened(demo)
    yield book
    book.close()


def test_a_whole_book_is_equal_in_an_empty_one(book: Book, other: Book) -> None:
    planned = plan(book, [whole(other)])
    assert planned.added == planned.found == len(other.records.contacts)
    carry_out(book, planned)
    assert book.records == other.records
    assert [list(book.records.table(name)) for name in ("contacts", "conversations")] == [
        list(other.records.table(name)) for name in ("contacts", "conversations")
    ]
    book.save()
    assert write_book(opened_again(book).records) == write_book(other.records)


def opened_again(book: Book) -> Book:
    return Book.open(book.paths, FixedClock(TODAY), writable=False)


def test_a_whole_book_comes_in_once(book: Book, other: Book) -> None:
    take(book, whole(other))
    planned = plan(book, [whole(other)])
    assert {item.action for item in planned.items} == {"same"}
    assert (planned.records, planned.problems) == ((), ())
    assert carry_out(book, planned).change is None


def test_the_same_book_twice_in_one_import_comes_in_once(book: Book, other: Book) -> None:
    planned = plan(book, [whole(other), whole(other)])
    assert planned.added == len(planned.items) == len(other.records.contacts)
    carry_out(book, planned)
    assert book.records == other.records


def test_what_differs_in_another_book_is_merged_for_people_and_stays_for_the_rest(book: Book) -> None:
    ann = book.new(Contact, name="Ann Lee", role="Boss", emails=("ann@example.org",), circle="warm")
    talk = book.new(Conversation, day=TODAY, people=(Participant(name="Ann Lee", contact=ann.id),), notes="mine")
    book.change("wrote", put=[ann, talk, book.new(Settings, week_start=6)])
    theirs = whole(book)
    theirs.records.contacts[ann.id] = msgspec.structs.replace(
        book.records.contacts[ann.id], role="CTO", company="ACME", emails=("a@example.org",)
    )
    theirs.records.conversations[talk.id] = msgspec.structs.replace(book.records.conversations[talk.id], notes="theirs")
    given = book.new(Favour, day=TODAY, direction="gave", contact=ann.id)
    theirs.records.favours[given.id] = given
    theirs.records.settings["other"] = Settings(id="other", created=given.created, updated=given.updated, week_start=3)
    planned = plan(book, [theirs])
    assert [problem.what for problem in planned.problems] == [
        "entries that differ from those in your book were left out (conversations 1)"
    ]
    assert carry_out(book, planned).words == "imported changes to 1 person and 1 other entry from book.json"
    there = book.records.contacts[ann.id]
    assert (there.role, there.company, there.emails) == ("Boss", "ACME", ("ann@example.org", "a@example.org"))
    assert book.records.conversations[talk.id].notes == "mine"
    assert book.records.favours[given.id] == given
    assert book.settings.week_start == 6
    assert actions(book, theirs) == ["same"]


def test_cards_find_the_people_of_a_whole_book_that_comes_with_them(book: Book, other: Book) -> None:
    first = next(iter(other.records.contacts.values()))
    more = reading(card(first.name, uid=first.id, links=("example.org/new",)))
    planned = plan(book, [whole(other), more])
    assert planned.added == len(other.records.contacts)
    carry_out(book, planned)
    assert book.records.contacts[first.id].links[-1] == "example.org/new"
    assert set(actions(book, whole(other), more)) == {"same"}


# Again and again


Files: TypeAlias = list[list[Card]]
Edits: TypeAlias = list[tuple[int, dict[str, object]]]

nasty_files = st.lists(st.lists(nasty_cards, max_size=6), min_size=1, max_size=3)

edits = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.sampled_from(
            [
                {"name": "Ann Lee"},
                {"name": "Zoe Kim"},
                {"role": ""},
                {"role": "Chair"},
                {"company": "ACME"},
                {"emails": ()},
                {"emails": ("bo@x.org", "ann@x.org")},
                {"phones": ("+1 314 555 0100",)},
                {"links": ("linkedin.com/in/bo",)},
                {"uid": "u2"},
            ]
        ),
    ),
    max_size=4,
)
"""What somebody types over: which contact, and the facts."""


def edited(book: Book, made: Edits) -> None:
    there = list(book.records.contacts.values())
    for number, facts in made:
        if there:
            place = number % len(there)
            there[place] = msgspec.structs.replace(there[place], **facts)
    book.change("edited", put=there)


def prove_again_and_undo(book: Book, files: Files, theirs: bool) -> None:
    """Import files; then importing them again does nothing, and undo leaves every record and byte as it was."""
    readings = [reading(*cards, file=f"{number}.vcf") for number, cards in enumerate(files)]
    before, lay = book.records.contacts.copy(), book.paths.book.read_bytes()
    outcome = carry_out(book, plan(book, readings, theirs=theirs))
    after = book.records.contacts.copy()
    again = plan(book, readings)
    assert {item.action for item in again.items} <= {"same"}
    assert carry_out(book, again).change is None
    if theirs:
        repeated = plan(book, readings, theirs=True)
        assert (repeated.added, repeated.updated) == (0, 0)
    book.save()
    if outcome.change:
        book.undo()
        book.save()
    assert book.records.contacts == before
    assert book.paths.book.read_bytes() == lay
    if outcome.change:
        book.redo()
        assert book.records.contacts == after


def prove(first: Files, made: Edits, second: Files, theirs: bool) -> None:
    """Import files into a book, type something over, and import others."""
    with TemporaryDirectory() as folder:
        book = opened(Path(folder) / "book.json")
        people.add(book, "Somebody Else")
        book.save()
        try:
            prove_again_and_undo(book, first, theirs)
            edited(book, made)
            book.save()
            prove_again_and_undo(book, second, theirs)
        finally:
            book.close()
    tally("I3", 2)


here = settings(max_examples=30)


@here
@given(nasty_files, edits, nasty_files, st.booleans())
def test_importing_again_does_nothing_and_undo_everything(
    first: Files, made: Edits, second: Files, theirs: bool
) -> None:
    prove(first, made, second, theirs)


@pytest.mark.slow
@settings(here, max_examples=1000)
@given(nasty_files, edits, nasty_files, st.booleans())
def test_importing_again_does_nothing_in_thousands_of_books(
    first: Files, made: Edits, second: Files, theirs: bool
) -> None:
    prove(first, made, second, theirs)


# In steps


def test_an_import_in_steps_pauses_before_anything_is_written(book: Book) -> None:
    cards = [card(f"Ann {number}") for number in range(1_200)]
    steps = carry_out_in_steps(book, plan(book, [reading(*cards)]))
    pauses = 0
    for outcome in steps:
        pauses += not book.records.contacts
        last = outcome
    assert pauses >= 3
    assert last.change is not None
    assert len(book.records.contacts) == len(cards)
    assert book.undo() == last.change


def test_what_changes_in_a_pause_stops_the_import(book: Book) -> None:
    take(book, reading(card("Ann Lee", role="cook")))
    steps = carry_out_in_steps(book, plan(book, [reading(card("Ann Lee", role="baker"))]))
    next(steps)
    (ann,) = book.records.contacts.values()
    people.edit(book, ann.id, role="chef")
    with pytest.raises(InputError, match="was changed since"):
        list(steps)
    assert book.records.contacts[ann.id].role == "chef"


def test_several_are_left_out_and_taken_in_at_once(book: Book) -> None:
    made = plan(book, [reading(card("Ann"), card("Bo"), card("Cy"))])
    left = made.with_all_included([0, 2], included=False)
    assert [item.included for item in left.items] == [False, True, False]
    assert left.with_all_included({0, 2}, included=True) == made

"""Two contacts made one: what moves along, what the card says afterwards, and what never changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.evidence import Evidence
from netpractice.domain.records import (
    RECORD_TYPES,
    Circle,
    Contact,
    Conversation,
    Favour,
    FollowUp,
    Participant,
    Record,
)
from netpractice.domain.text import TEXT_LIMIT
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths
from tests.strategies import contacts, days_around, roster_records

TODAY = date(2026, 11, 22)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def merged(book: Book, keep: dict[str, object], other: dict[str, object]) -> Contact:
    """The one card of two."""
    cards = [book.new(Contact, **({"name": "Ann Lee"} | facts)) for facts in (keep, other)]
    book.change("added", put=cards)
    people.merge(book, cards[0].id, cards[1].id)
    [card] = book.records.contacts.values()
    assert card.id == cards[0].id
    return card


def test_everything_written_about_the_other_moves_along(book: Book) -> None:
    ann, anne, cy = (book.new(Contact, name=name) for name in ("Ann Lee", "Anne Lee", "Cy Dow"))
    cy = msgspec.structs.replace(cy, introduced_by=anne.id)
    talk = book.new(Conversation, day=TODAY, people=(Participant(name="Anne", contact=anne.id, circle="warm"),))
    favour = book.new(Favour, day=TODAY, direction="gave", contact=anne.id)
    promise = book.new(FollowUp, kind="promise", contact=anne.id, opened=TODAY, due=TODAY)
    book.change("wrote", put=[ann, anne, cy, talk, favour, promise])
    before = everything(book)

    done = people.merge(book, ann.id, anne.id)
    assert done.words == "merged Anne Lee into Ann Lee"
    assert list(book.records.contacts) == [ann.id, cy.id]
    assert book.records.conversations[talk.id].people == (Participant(name="Anne", contact=ann.id, circle="warm"),)
    assert book.records.favours[favour.id].contact == book.records.followups[promise.id].contact == ann.id
    assert book.records.contacts[cy.id].introduced_by == ann.id
    assert len(book.standing.ties.conversations(ann.id)) == 1
    book.undo()
    assert everything(book) == before


def test_the_kept_card_is_right_and_the_other_fills_what_is_empty(book: Book) -> None:
    keep: dict[str, object] = {"company": "ACME", "emails": ("a@example.org",), "tags": ("hr",), "notes": "first"}
    other: dict[str, object] = {
        "name": "Anne Lee", "nickname": "Annie", "company": "Bio Works", "role": "recruiter", "birthday": "--03-12",
        "emails": ("A@example.org", "b@example.org"), "tags": ("HR", "stl"), "links": ("https://example.org",),
        "phones": ("1",), "how_met": "PyCon", "notes": "second", "uid": "u1", "rhythm_days": 30,
    }  # fmt: skip
    card = merged(book, keep, other)
    assert (card.name, card.nickname, card.company, card.role) == ("Ann Lee", "Annie", "ACME", "recruiter")
    assert (card.birthday, card.how_met, card.uid, card.rhythm_days) == ("--03-12", "PyCon", "u1", 30)
    assert (card.emails, card.phones) == (("a@example.org", "b@example.org"), ("1",))
    assert (card.tags, card.links) == (("hr", "stl"), ("https://example.org",))
    assert card.notes == "first\n\nsecond\n\nName: Anne Lee\nCompany: Bio Works"


def test_facts_that_say_the_same_are_not_written_twice(book: Book) -> None:
    facts: dict[str, object] = {"company": "Zürich AG", "how_met": "PyCon"}
    assert merged(book, facts, facts | {"company": "zurich ag"}).notes == ""


def test_what_was_imported_is_known_of_both(book: Book) -> None:
    card = merged(book, {"imported": {"company": "ACME"}}, {"imported": {"company": "Bio", "role": "recruiter"}})
    assert card.imported == {"company": "ACME", "role": "recruiter"}


@pytest.mark.parametrize(
    ("keep", "other", "outcome"),
    [
        (("warm", False), ("new", True), ("warm", False)),
        (("new", True), ("warm", False), ("warm", False)),
        (("familiar", False), ("warm", False), ("familiar", False)),
        (("new", True), ("new", True), ("new", True)),
    ],
)
def test_a_circle_that_was_chosen_stands(
    book: Book, keep: tuple[Circle, bool], other: tuple[Circle, bool], outcome: tuple[Circle, bool]
) -> None:
    sides: list[dict[str, object]] = [{"circle": circle, "unsorted": unsorted} for circle, unsorted in (keep, other)]
    card = merged(book, *sides)
    assert (card.circle, card.unsorted) == outcome


def test_whoever_is_active_on_one_card_is_active(book: Book) -> None:
    assert merged(book, {"archived": TODAY}, {}).archived is None


def test_two_archived_cards_make_an_archived_one(book: Book) -> None:
    assert merged(book, {"archived": TODAY}, {"archived": TODAY - timedelta(days=1)}).archived == TODAY


def test_nobody_introduced_themselves(book: Book) -> None:
    ann, anne, bo = (book.new(Contact, name=name) for name in ("Ann Lee", "Anne Lee", "Bo Xu"))
    book.change(
        "added",
        put=[
            msgspec.structs.replace(ann, introduced_by=anne.id),
            msgspec.structs.replace(anne, introduced_by=bo.id),
            msgspec.structs.replace(bo, introduced_by=anne.id),
        ],
    )
    people.merge(book, ann.id, anne.id)
    assert book.records.contacts[ann.id].introduced_by == bo.id
    people.merge(book, ann.id, bo.id)
    assert book.records.contacts[ann.id].introduced_by == ""


def test_a_person_is_never_twice_in_a_conversation(book: Book) -> None:
    ann, anne, bo = (book.new(Contact, name=name) for name in ("Ann Lee", "Anne Lee", "Bo Xu"))
    both = (
        Participant(name="Anne", contact=anne.id, circle="warm"),
        Participant(name="Bo", contact=bo.id),
        Participant(name="Ann", contact=ann.id, circle="new"),
        Participant(name="Anne", contact=anne.id, circle="warm"),
    )
    book.change("talked", put=[ann, anne, bo, book.new(Conversation, day=TODAY, people=both)])
    people.merge(book, ann.id, anne.id)
    [talk] = book.records.conversations.values()
    assert talk.people == (
        Participant(name="Ann", contact=ann.id, circle="warm"),
        Participant(name="Bo", contact=bo.id),
    )


def test_one_person_is_not_merged_with_themselves(book: Book) -> None:
    ann = book.new(Contact, name="Ann Lee")
    book.change("added", put=[ann])
    done = people.merge(book, ann.id, ann.id)
    assert (done.change, done.words) == (None, "Ann Lee is one person already")


def test_notes_that_are_too_long_for_one_card_are_refused_and_nothing_is_lost(book: Book) -> None:
    long = "x" * (TEXT_LIMIT - 5)
    cards = [book.new(Contact, name="Ann Lee", notes=long) for _ in range(2)]
    book.change("added", put=cards)
    with pytest.raises(InputError, match="notes"):
        people.merge(book, cards[0].id, cards[1].id)
    assert len(book.records.contacts) == 2


def everything(book: Book) -> dict[str, dict[str, Record]]:
    """All records there are, which are values and never change."""
    return {kind.table: dict(book.records.table(kind.table)) for kind in RECORD_TYPES}


@settings(max_examples=100)
@given(contacts(days_around(TODAY)), contacts(days_around(TODAY)), st.lists(roster_records(TODAY), max_size=15))
def test_a_merge_changes_no_score_loses_nothing_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, keep: Contact, other: Contact, written: list[Record]
) -> None:
    pair = [msgspec.structs.replace(keep, id="ann"), msgspec.structs.replace(other, id="ben")]
    path = tmp_path_factory.mktemp("merging") / "book.json"
    with closing(Book.open(find_paths(str(path), {}), FixedClock(TODAY))) as book:
        book.change("wrote", put=written)
        book.change("met", put=pair)
        before, ties = everything(book), book.standing.ties
        span = range(TODAY.toordinal() - 60, TODAY.toordinal() + 10)
        masks = [Evidence(book.records).mask(date.fromordinal(n)) for n in span]
        last = [ties.last_contact(who, TODAY) for who in ("ann", "ben")]
        favours = len(ties.favours("ann")) + len(ties.favours("ben"))
        bens = ties.conversations("ben")
        talks = {talk.id for who in ("ann", "ben") for talk in ties.conversations(who)}

        people.merge(book, "ann", "ben")
        assert [Evidence(book.records).mask(date.fromordinal(n)) for n in span] == masks
        assert ties.last_contact("ann", TODAY) == max((day for day in last if day), default=None)
        assert len(ties.favours("ann")) == favours
        assert {talk.id for talk in ties.conversations("ann")} == talks
        assert (ties.favours("ben"), ties.followups("ben"), ties.conversations("ben")) == ((), (), ())
        for talk in bens:
            now = book.records.conversations[talk.id].people
            assert [person.contact for person in now].count("ann") == 1
        assert "ben" not in {contact.introduced_by for contact in book.records.contacts.values()}
        book.undo()
        assert everything(book) == before

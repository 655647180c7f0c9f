"""The roster as a view: what filters find, and one person's card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.records import Contact, Conversation, Debrief, Favour, FollowUp, Participant, Step
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.roster import Entry, card, due_of, last_of, roster
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def person(book: Book, name: str, *, talk: int | None = None, **facts: object) -> Contact:
    """Somebody on the roster, talked to so many days ago."""
    contact = book.new(Contact, name=name, **facts)
    book.change("added", put=[contact])
    if talk is not None:
        people = (Participant(name=name, contact=contact.id),)
        book.change("talked", put=[book.new(Conversation, day=ago(talk), people=people)])
    return contact


def found(book: Book, query: str = "") -> list[str]:
    return [row.contact.name for row in roster(book, query).rows]


def fill(book: Book) -> None:
    """Put somebody in each state on the roster."""
    person(book, "Søren Eksempel", circle="warm", talk=30, company="Ferry to Anywhere", tags=("sailing", "Old Friends"))
    person(book, "Łucja Przykład", circle="friendly", talk=100, company="Paper Whale Press", how_met="PyCon, a queue")
    person(book, "Ana Núñez", circle="warm", talk=9, role="cartographer", phones=("+1 (314) 555-0100",))
    person(book, "Bo Xu", circle="familiar", notes="likes\nlemon cake", emails=("bo@example.org",), unsorted=True)
    person(book, "Kim Rest", talk=400, resting=True, links=("https://example.org/in/kim",), nickname="Kiki")
    person(book, "Old Archie", talk=400, archived=ago(5), company="Paper Whale Press")


@pytest.fixture
def people(book: Book) -> Book:
    """A book with somebody in each state."""
    fill(book)
    return book


def test_an_empty_book_has_an_empty_roster(book: Book) -> None:
    shown = roster(book)
    assert (shown.rows, shown.total, shown.due, shown.trouble) == ((), 0, 0, "")


def test_the_list_says_who_is_slipping(people: Book) -> None:
    shown = roster(people)
    assert [(row.contact.name, last_of(row), due_of(row, TODAY)) for row in shown.rows] == [
        ("Łucja Przykład", "14 w", "reconnect"),
        ("Søren Eksempel", "30 d", "9 d over"),
        ("Ana Núñez", "9 d", "in 12 d"),
        ("Bo Xu", "-", "new"),
        ("Kim Rest", "1.0 y", "resting"),
    ]
    assert (shown.total, shown.due) == (5, 2)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("soren", ["Søren Eksempel"]),
        ("PRZYKLAD", ["Łucja Przykład"]),
        ("nunez carto", ["Ana Núñez"]),
        ("lemon", ["Bo Xu"]),
        ('"likes lemon"', ["Bo Xu"]),
        ("kiki", ["Kim Rest"]),
        ("#sail", ["Søren Eksempel"]),
        ('#"old fr"', ["Søren Eksempel"]),
        ("circle:warm", ["Søren Eksempel", "Ana Núñez"]),
        ("circle:f", ["Łucja Przykład", "Bo Xu"]),
        ("due", ["Łucja Przykład", "Søren Eksempel"]),
        ("reconnect", ["Łucja Przykład"]),
        ("new", ["Bo Xu"]),
        ("resting", ["Kim Rest"]),
        ("unsorted", ["Bo Xu"]),
        ("archived", ["Old Archie"]),
        ("company:whale", ["Łucja Przykład"]),
        ('company:"paper whale" archived', ["Old Archie"]),
        ("role:cart", ["Ana Núñez"]),
        ("met:pycon", ["Łucja Przykład"]),
        ("name:kiki", ["Kim Rest"]),
        ("email:bo@", ["Bo Xu"]),
        ("phone:3145550", ["Ana Núñez"]),
        ("phone:555-01", ["Ana Núñez"]),
        ("link:kim", ["Kim Rest"]),
        ("notes:cake", ["Bo Xu"]),
        ("due circle:warm #sailing ferry", ["Søren Eksempel"]),
        ("due new", []),
        ('"new"', []),
        ("nobody", []),
    ],
)
def test_what_a_filter_finds(people: Book, query: str, names: list[str]) -> None:
    assert found(people, query) == names
    assert roster(people, query).trouble == ""


def test_a_filter_that_cannot_be_read_says_so_and_filters_by_the_rest(people: Book) -> None:
    shown = roster(people, "tie:3 circle:cold phone:x soren")
    assert [row.contact.name for row in shown.rows] == ["Søren Eksempel"]
    assert "tie: means nothing here" in shown.trouble
    assert "there is no circle cold" in shown.trouble
    assert "x has no digits" in shown.trouble


def test_archived_people_are_only_listed_if_asked_for(people: Book) -> None:
    assert "Old Archie" not in found(people)
    assert found(people, "old") == ["Søren Eksempel"]
    assert [row.contact.name for row in roster(people, "old", everyone=True).rows] == ["Søren Eksempel", "Old Archie"]


terms = st.sampled_from(["soren", "e", "circle:warm", "due", "#o", "company:p", "new", '"o e"', "circle:x", "a"])


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book that is only read."""
    opened = Book.open(find_paths(str(tmp_path_factory.mktemp("listed") / "book.json"), {}), FixedClock(TODAY))
    fill(opened)
    yield opened
    opened.close()


@given(st.lists(terms, max_size=4), terms)
def test_a_term_more_never_lists_more_and_their_order_changes_nothing(listed: Book, some: list[str], more: str) -> None:
    assert set(found(listed, " ".join([*some, more]))) <= set(found(listed, " ".join(some)))
    assert found(listed, " ".join(some)) == found(listed, " ".join(reversed(some)))


def test_the_roster_follows_changes_and_days(people: Book) -> None:
    soren = roster(people, "soren").rows[0].contact
    talk = people.new(Conversation, day=TODAY, people=(Participant(name="Søren", contact=soren.id),))
    people.change("talked", put=[talk])
    assert [row.days for row in roster(people, "soren").rows] == [0]
    people.undo()
    assert [row.days for row in roster(people, "soren").rows] == [30]
    people.clock = FixedClock(TODAY + timedelta(days=2))
    assert [row.days for row in roster(people, "soren").rows] == [32]


def test_everything_about_one_person(book: Book) -> None:
    ana = person(book, "Ana Núñez", circle="warm")
    ben = person(
        book, "Ben Okafor", circle="friendly", company="ACME", role="talent lead", emails=("ben@example.org",),
        birthday="1980-12-01", tags=("hr", "stl"), how_met="at the coat rack", introduced_by=ana.id, notes="He rows.",
        quiet_until=TODAY + timedelta(days=9),
    )  # fmt: skip
    person(book, "Cy Dow", introduced_by=ben.id)
    both = (Participant(name="Ben", contact=ben.id), Participant(name="Cy", contact="gone"))
    debrief = Debrief(learnt="wants remote\nwork", help="intro to Lin")
    talks = [
        book.new(Conversation, day=ago(16), people=both, setting="café", debrief=debrief),
        book.new(Conversation, day=ago(200), people=both[:1], notes="met him"),
    ]
    ways = [("gave", 90), ("gave", 60), ("asked", 50), ("gave", 20), ("received", 10)]
    favours = [book.new(Favour, day=ago(n), direction=way, what=f"{way} {n}", contact=ben.id) for way, n in ways]
    offer = book.new(FollowUp, kind="help", what="read his CV", contact=ben.id, opened=ago(16), due=ago(2))
    told = Step(day=ago(3), kind="told", note="it worked")
    snoozed = Step(day=ago(4), kind="snoozed", until=TODAY)
    lead = book.new(
        FollowUp, kind="lead", what="ask Lin", contact=ben.id, opened=ago(9), due=TODAY, steps=(snoozed, told)
    )
    book.change("wrote", put=[*talks, *favours, offer, lead])

    view = card(book, ben.id)
    assert view.row.state == "in touch"
    assert view.facts == (
        ("Company", "ACME"),
        ("Role", "talent lead"),
        ("Circle", "friendly"),
        ("Rhythm", "every 60 d, as the circle"),
        ("E-mail", "ben@example.org"),
        ("Birthday", "1 Dec 1980 (46 in 9 d)"),
        ("Tags", "#hr #stl"),
        ("Introduced", "Cy Dow"),
        ("Quiet until", "Tue 1 Dec"),
    )
    assert (view.how_met, view.introduced_by, view.notes) == ("at the coat rack", "Ana Núñez", "He rows.")
    assert view.helps == ("read his CV", "intro to Lin")
    assert view.gave_me == ("other: received 10",)
    assert view.open == ((ago(2), "read his CV", offer),)
    assert view.remarks == ("2 talks since Wed 6 May", "2 gives before your last ask", "1 give since your last ask")
    assert [(entry.day, entry.kind, entry.words) for entry in view.timeline] == [
        (ago(3), "told", "ask Lin: it worked"),
        (ago(9), "lead", "ask Lin"),
        (ago(10), "received", "other: received 10"),
        (ago(16), "talk", "café with Cy: wants remote work"),
        (ago(16), "help", "read his CV"),
        (ago(20), "gave", "other: gave 20"),
        (ago(50), "asked", "other: asked 50"),
        (ago(60), "gave", "other: gave 60"),
        (ago(90), "gave", "other: gave 90"),
        (ago(200), "talk", "met him"),
    ]
    assert view.timeline[-1] == Entry(ago(200), "talk", "met him", talks[1])


def test_a_card_with_nothing_on_it(book: Book) -> None:
    view = card(book, person(book, "Bo Xu", resting=True, unsorted=True, birthday="--11-22").id)
    assert view.facts == (
        ("Circle", "new, yet to be chosen"), ("Rhythm", "resting"), ("Birthday", "22 Nov (today)"),
    )  # fmt: skip
    assert (view.remarks, view.timeline, view.open, view.introduced_by) == ((), (), (), "")


def test_what_is_still_to_come_or_over_is_no_fact_on_a_card(book: Book) -> None:
    bo = person(book, "Bo Xu", talk=5, quiet_until=TODAY)
    there = (Participant(name="Bo", contact=bo.id),)
    asked = book.new(Favour, day=ago(-1), direction="asked", contact=bo.id)
    book.change("planned", put=[book.new(Conversation, day=ago(-1), people=there), asked])
    view = card(book, bo.id)
    assert view.remarks == ("1 talk",)
    assert "Quiet until" not in dict(view.facts)
    assert [entry.day for entry in view.timeline] == [ago(-1), ago(-1), ago(5)]


def test_the_card_of_somebody_who_is_not_there(book: Book) -> None:
    with pytest.raises(KeyError):
        card(book, "nobody")

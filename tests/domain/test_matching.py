"""Which cards are about one person, and about whom in the book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netpractice.domain.cards import Card
from netpractice.domain.fingerprints import fingerprint
from netpractice.domain.matching import CROWD, People
from netpractice.domain.persons import Person, persons
from netpractice.domain.records import Contact
from netpractice.domain.updating import filled
from tests.strategies import STAMP, nasty_cards

PROFILE = "https://www.linkedin.com/in/ann"
NUMBERS = count()


make_contact: Callable[..., Contact] = Contact
make_card: Callable[..., Card] = Card


def known(name: str, **facts: object) -> Contact:
    """A contact as somebody typed it."""
    return make_contact(id=f"{next(NUMBERS):09}", created=STAMP, updated=STAMP, name=name, **facts)


def one(name: str, **facts: str | list[str]) -> Card:
    """A card."""
    return make_card(
        name=name, **{fact: tuple(told) if isinstance(told, list) else told for fact, told in facts.items()}
    )


def together(*cards: Card) -> list[list[str]]:
    """The names on the cards of each person of a file."""
    return [[card.name for card in person.cards] for person in persons(cards)]


def found(book: Sequence[Contact], *files: Sequence[Card]) -> list[tuple[str | None, str | None]]:
    """For every person whom files tell of: the name of the contact, and by what it was found."""
    people = People(book)
    for cards in files:
        people.place(persons(cards))
    return [(person.contact.name if person.contact else None, why) for person, why in people.told.items()]


# One file


def test_cards_of_one_identity_are_one_person() -> None:
    assert together(one("Ann Lee", uid="u1"), one("Ann Miller", uid="u1")) == [["Ann Lee", "Ann Miller"]]
    assert together(one("Ann Lee", uid="u1"), one("Ann Lee", uid="u2")) == [["Ann Lee"], ["Ann Lee"]]


def test_an_identity_that_a_program_gave_to_everybody_makes_nobody_one() -> None:
    assert together(one("Ann Lee", uid="0"), one("Bo Kim", uid="0")) == [["Ann Lee"], ["Bo Kim"]]


@pytest.mark.parametrize(
    "shared",
    [
        {"emails": ["ann@example.org"]},
        {"phones": ["+1 314 555 0100"]},
        {"links": [PROFILE]},
        {"emails": ["info@example.org"]},
    ],
)
def test_the_same_name_and_something_in_common_is_one_person(shared: dict[str, str | list[str]]) -> None:
    assert together(one("Ann Lee", **shared), one("Lee, Ann", **shared)) == [["Ann Lee", "Lee, Ann"]]
    assert together(one("Ann Lee", **shared), one("Bo Lee", **shared)) == [["Ann Lee"], ["Bo Lee"]]


def test_a_number_in_two_forms_is_in_common() -> None:
    cards = [one("Ann", phones=["+1 314 555 0100"]), one("Ann", phones=["(314) 555-0100"])]
    assert len(persons(cards)) == len(persons(cards[::-1])) == 1


def test_a_national_number_joins_those_of_every_country() -> None:
    cards = [one("Ann", phones=[number]) for number in ("+1 314 555 0100", "+49 314 5550100", "314 5550100")]
    assert len(persons(cards[:2])) == 2
    assert all(len(persons(some)) == 1 for some in permutations(cards))


def test_a_name_alone_is_not_enough() -> None:
    assert len(persons([one("Ann Lee", emails=["a@example.org"]), one("Ann Lee", emails=["b@example.org"])])) == 2
    assert len(persons([one("Ann Lee", birthday="1980-01-01"), one("Ann Lee", birthday="1990-01-01")])) == 2
    assert len(persons([one("Ann Lee"), one("Ann Lee", emails=["a@example.org"])])) == 2


def test_cards_that_differ_in_notes_only_are_one_person() -> None:
    assert len(persons([one("Ann Lee"), one("Ann Lee"), one("Ann Lee", notes="hi")])) == 1


def test_cards_are_one_person_through_others() -> None:
    cards = [
        one("Ann Lee", emails=["a@example.org"]),
        one("Ann Lee", emails=["b@example.org"]),
        one("Ann Lee", emails=["a@example.org", "b@example.org"]),
    ]
    assert all(len(persons(some)) == 1 for some in permutations(cards))


# The book


def test_somebody_is_found_by_the_identity_whatever_the_name() -> None:
    assert found([known("Mum", uid="u1")], [one("Maria Rossi", uid="urn:uuid:U1")]) == [("Mum", "identity")]


def test_an_own_card_is_found_by_the_id() -> None:
    ann = known("Ann Lee")
    assert found([ann], [one("Ann Lee", uid=ann.id, company="ACME")]) == [("Ann Lee", "identity")]


@pytest.mark.parametrize(
    "link", ["http://linkedin.com/in/Ann/", "https://de.linkedin.com/in/ann?x=1", "linkedin.com/in/ann"]
)
def test_somebody_is_found_by_the_profile_whatever_the_name(link: str) -> None:
    assert found([known("Ann Lee", links=(PROFILE,))], [one("Annie Miller-Kim", links=[link])]) == [("Ann Lee", "link")]


def test_another_link_needs_the_name() -> None:
    book = [known("Ann Lee", links=("https://example.org",))]
    assert found(book, [one("Bo Kim", links=["example.org"])]) == [(None, None)]
    assert found(book, [one("A. Lee", links=["example.org"])]) == [("Ann Lee", "link")]


def test_somebody_is_found_by_the_address_whatever_the_name() -> None:
    book = [known("Robert Jones", emails=("bob@example.org",))]
    assert found(book, [one("Bobby J", emails=["BOB@example.org"])]) == [("Robert Jones", "e-mail")]


def test_an_address_of_an_office_needs_the_name() -> None:
    book = [known("Ann Lee", emails=("info@example.org",))]
    assert found(book, [one("Bo Kim", emails=["info@example.org"])]) == [(None, None)]
    assert found(book, [one("Ann Lee", emails=["info@example.org"])]) == [("Ann Lee", "e-mail")]


def test_a_phone_number_needs_a_name_that_may_be_the_same() -> None:
    book = [known("Ann Lee", phones=("+1 314 555 0100",))]
    assert found(book, [one("A. Lee", phones=["314 555 0100"])]) == [("Ann Lee", "phone")]
    assert found(book, [one("Bo Lee", phones=["314 555 0100"])]) == [(None, None)]
    assert found(book, [one("314 555 0100", phones=["314 555 0100"])]) == [("Ann Lee", "phone")]


def test_a_nickname_is_a_name() -> None:
    book = [known("Robert Jones", nickname="Bob Jones", phones=("+1 314 555 0100",))]
    assert found(book, [one("Bob Jones", phones=["314 555 0100"])]) == [("Robert Jones", "phone")]


def test_the_stronger_mark_counts() -> None:
    book = [known("Ann Lee", emails=("ann@example.org",)), known("Ann L", links=(PROFILE,)), known("Ann", uid="u1")]
    card = one("Ann Lee", emails=["ann@example.org"], links=[PROFILE], uid="u1")
    assert found(book, [card]) == [("Ann", "identity")]
    assert found(book[:2], [card]) == [("Ann L", "link")]


def test_of_several_the_name_decides() -> None:
    book = [known("Ann Lee", emails=("lee@example.org",)), known("Bo Lee", emails=("lee@example.org",))]
    assert found(book, [one("Bo Lee", emails=["lee@example.org"])]) == [("Bo Lee", "e-mail")]
    assert found(book, [one("Cy Lee", emails=["lee@example.org"])]) == [(None, None)]


def test_what_a_family_shares_in_the_file_tells_nobody_apart() -> None:
    ann = known("Ann Lee", emails=("lee@example.org",), phones=("+1 314 555 0100",))
    family = [
        one(name, emails=["lee@example.org"], phones=["314 555 0100"])
        for name in ("Bo Lee", "Ann Lee", "Cy Lee", "A. Lee")
    ]
    for cards in permutations(family):
        assert dict(zip((card.name for card in cards), found([ann], cards), strict=True)) == {
            "Ann Lee": ("Ann Lee", "e-mail"),
            "Bo Lee": (None, None),
            "Cy Lee": (None, None),
            "A. Lee": (None, None),
        }


def test_two_people_of_a_file_are_one_contact_only_by_name() -> None:
    ann = known("Ann Lee", emails=("a@example.org", "b@example.org"))
    both = [one("Ann Lee", emails=["a@example.org"]), one("Annie Lee", emails=["b@example.org"])]
    assert found([ann], both) == [("Ann Lee", "e-mail")]
    others = [one("Bo Kim", emails=["a@example.org"]), one("Cy Kim", emails=["b@example.org"])]
    assert found([ann], others) == [(None, None), (None, None)]
    assert found([ann], [both[0], others[1]]) == [("Ann Lee", "e-mail"), (None, None)]


def test_the_same_name_and_company_is_enough_without_any_mark() -> None:
    book = [known("Ann Lee", company="ACME"), known("Ann Lee", company="Init")]
    assert found(book, [one("ann LEE", company="acme", role="CTO")]) == [("Ann Lee", "name and company")]
    assert found(book, [one("Ann Lee", company="Other")]) == [(None, None)]
    assert found(book[:1], [one("Ann Lee", emails=["a@example.org"])]) == [(None, None)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"birthday": "1980-01-01"}, {"birthday": "1990-01-01"}),
        ({"birthday": "1980-01-01"}, {"birthday": "--01-02"}),
        ({"links": (PROFILE,)}, {"links": ["linkedin.com/in/ann-2"]}),
    ],
)
def test_namesakes_in_a_company_are_told_apart(ours: dict[str, object], theirs: dict[str, str | list[str]]) -> None:
    assert found([known("Ann Lee", company="ACME", **ours)], [one("Ann Lee", company="ACME", **theirs)]) == [
        (None, None)
    ]


def test_a_birthday_without_its_year_may_be_the_same() -> None:
    book = [known("Ann Lee", birthday="1980-01-02")]
    assert found(book, [one("Ann Lee", birthday="--01-02")]) == [("Ann Lee", "name and company")]


def test_namesakes_are_never_guessed() -> None:
    twice = [known("Ann Lee"), known("Ann Lee")]
    assert found(twice, [one("Ann Lee", role="CTO")]) == [(None, None)]
    both = [one("Ann Lee", emails=["a@example.org"]), one("Ann Lee", emails=["b@example.org"])]
    assert found(twice[:1], both) == [(None, None), (None, None)]


def test_somebody_of_whom_only_the_name_is_known_is_found_by_it() -> None:
    typed, card = known("Ann Lee"), one("Ann Lee", company="ACME", links=[PROFILE])
    assert found([typed], [card]) == [("Ann Lee", "name")]
    assert found([known("Ann Lee", company="ACME", links=(PROFILE,))], [one("Ann Lee")]) == [("Ann Lee", "name")]
    assert found([known("Ann Lee", company="Init")], [card]) == [(None, None)]
    assert found([known("Ann")], [card]) == [(None, None)]


def test_somebody_found_by_a_mark_is_not_found_by_name_as_well() -> None:
    book = [known("Ann Lee", emails=("a@example.org",))]
    cards = [one("Ann Lee"), one("Ann Lee", emails=["a@example.org"])]
    for some in (cards, cards[::-1]):
        assert sorted(map(str, found(book, some))) == ["('Ann Lee', 'e-mail')", "(None, None)"]


def test_archived_people_are_found() -> None:
    ann = known("Ann Lee", emails=("a@example.org",), archived=STAMP.date())
    assert found([ann], [one("Ann Lee", emails=["a@example.org"])]) == [("Ann Lee", "e-mail")]


def test_a_later_file_finds_those_whom_an_earlier_one_adds() -> None:
    linkedin = [one("Ann Lee", company="ACME", links=[PROFILE])]
    phone = [one("Ann Lee", company="Acme", phones=["112"]), one("Bo Kim")]
    people = People([])
    for cards in (linkedin, phone):
        people.place(persons(cards))
    assert [len(person.cards) for person in people.told] == [2, 1]


# Cards that come again


def imported(*cards: Card) -> Contact:
    """The contact that cards made."""
    return filled(known("", circle="familiar"), cards)


def test_a_card_that_comes_again_finds_whom_it_made_whatever_became_of_them() -> None:
    card = one("Ann Lee", emails=["a@example.org"])
    ann = imported(card)
    renamed = Contact(id=ann.id, created=STAMP, updated=STAMP, name="Zoe", imported=ann.imported)
    other = known("Ann Lee", emails=("a@example.org",))
    assert found([other, renamed], [card]) == [("Zoe", "card")]


def test_a_fingerprint_tells_what_a_card_says_and_not_where_it_stands() -> None:
    card = Card(name="Ann Lee", line=1)
    assert fingerprint(card) == fingerprint(Card(name="Ann Lee", line=7))
    assert fingerprint(card) != fingerprint(Card(name="Ann Lee", notes="hi"))


def test_the_name_of_the_last_import_finds_somebody_who_was_renamed() -> None:
    ann = imported(one("Ann Lee", emails=["lee@example.org"]))
    renamed = Contact(id=ann.id, created=STAMP, updated=STAMP, name="Nan", emails=ann.emails, imported=ann.imported)
    family = [one("Ann Lee", emails=["lee@example.org"], role="CTO"), one("Bo Lee", emails=["lee@example.org"])]
    assert found([renamed], family) == [("Nan", "e-mail"), (None, None)]


def test_what_a_crowd_shares_is_not_looked_through() -> None:
    crowd = [known(f"Ann {number}", phones=("+1 314 555 0100",)) for number in range(CROWD + 1)]
    assert found(crowd, [one("Ann 1", phones=["314 555 0100"])]) == [("Ann 1", "phone")]
    assert found(crowd, [one("Ann", phones=["314 555 0100"])]) == [(None, None)]
    namesakes = [known("Ann Lee", birthday=f"19{number:02}-01-01") for number in range(CROWD + 1)]
    assert found(namesakes, [one("Ann Lee", birthday="1905-01-01")]) == [(None, None)]
    assert found(namesakes[:CROWD], [one("Ann Lee", birthday="1905-01-01")]) == [("Ann Lee", "name and company")]


def test_a_person_is_bare_with_nothing_but_names() -> None:
    assert Person(known("Ann", nickname="A", birthday="--01-02", uid="u1")).is_bare
    assert not Person(known("Ann", company="ACME")).is_bare


# Order


def grouped(cards: Sequence[Card]) -> set[frozenset[str]]:
    """Which cards are one person, each card by the number in its notes."""
    return {frozenset(card.notes for card in person.cards) for person in persons(cards)}


numbered_cards = st.lists(nasty_cards, max_size=6).map(
    lambda cards: [replace(card, notes=f"{number}") for number, card in enumerate(cards)]
)


@given(numbered_cards, st.data())
def test_the_order_of_cards_makes_no_difference_to_who_is_one_person(cards: list[Card], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(cards))
    assert grouped(cards) == grouped(shuffled)


@given(st.lists(nasty_cards, max_size=5), numbered_cards, st.data())
def test_the_order_of_cards_makes_no_difference_to_who_is_found(
    before: list[Card], cards: list[Card], data: st.DataObject
) -> None:
    book = [replace(filled(known("", circle="familiar"), person.cards), imported={}) for person in persons(before)]

    def whom(some: Sequence[Card]) -> dict[str, str]:
        people = People(book)
        people.place(persons(some))
        there = [(card.notes, person.contact) for person in people.told for card in person.cards]
        return {number: contact.id if contact else "" for number, contact in there}

    assert whom(cards) == whom(data.draw(st.permutations(cards)))

"""What makes two facts the same however they are written, and what tells people apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.domain.identity import (
    email_form,
    is_nameless,
    is_profile,
    link_form,
    marks,
    name_words,
    other_profiles,
    phone_mark,
    phone_parts,
    uid_form,
)
from netpractice.domain.records import Contact
from tests.hostile import HOSTILE
from tests.strategies import STAMP


@pytest.mark.parametrize(
    ("link", "form"),
    [
        ("https://www.linkedin.com/in/ada", "linkedin.com/in/ada"),
        ("http://linkedin.com/in/Ada/", "linkedin.com/in/ada"),
        ("//de.linkedin.com/in/ada?trk=profile#top", "linkedin.com/in/ada"),
        ("m.linkedin.com/in/ada/en", "linkedin.com/in/ada"),
        ("https://www.linkedin.com/in/j%C3%B6rg-m", "linkedin.com/in/jörg-m"),
        ("HTTPS://WWW.Example.org:443/", "example.org"),
        ("https://example.org/people?id=1", "example.org/people?id=1"),
        ("https://de.example.org", "de.example.org"),
        ("https://social.example/@ada/1234", "social.example/@ada"),
        ("https://www.linkedin.com/in/", "linkedin.com/in"),
        ("skype:ada", "skype:ada"),
    ],
)
def test_copies_of_a_link_are_the_same(link: str, form: str) -> None:
    assert link_form(link) == form


@pytest.mark.parametrize(
    ("form", "profile"),
    [
        ("linkedin.com/in/ada", True),
        ("linkedin.com/pub/ada", True),
        ("xing.com/profile/ada_l", True),
        ("social.example/@ada", True),
        ("bsky.app/profile/ada.example", True),
        ("linkedin.com/company/acme", False),
        ("linkedin.com/in", False),
        ("example.org", False),
        ("example.org/in/ada", False),
    ],
)
def test_a_profile_is_the_page_of_one_person(form: str, profile: bool) -> None:
    assert is_profile(form) == profile


def test_addresses_and_identities_are_blind_to_case() -> None:
    assert email_form("mailto:Ann@Example.ORG ") == email_form("ann@example.org")
    assert uid_form("urn:uuid:4FBE8971-0BC3") == uid_form("4fbe8971-0bc3")


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("+49 (0)30 1234567", ("49", "301234567")),
        ("0049-30-1234567", ("49", "301234567")),
        ("030 1234567", ("", "301234567")),
        ("+1 (314) 555-0100", ("1", "3145550100")),
        ("1-314-555-0100", ("1", "3145550100")),
        ("(314) 555-0100", ("", "3145550100")),
        ("+39 06 1234567", ("39", "61234567")),
        ("+420 601 123 456", ("420", "601123456")),
        ("030 1234567 ext. 8", ("", "301234567x8")),
        ("030 1234567,,8#", ("", "301234567x8")),
        ("٠٣٠١٢٣٤٥٦٧", ("", "301234567")),
        ("Tel. 030 1234567", ("", "301234567")),
        ("1-800-FLOWERS", ("", "1-800-flowers")),
        ("112", ("", "112")),
        ("ask Bo", ("", "ask bo")),
        ("", ("", "")),
    ],
)
def test_the_parts_of_a_phone_number(number: str, parts: tuple[str, str]) -> None:
    assert phone_parts(number) == parts


def same_number(one: str, other: str) -> bool:
    mine, yours = phone_mark(one), phone_mark(other)
    assert mine
    assert yours
    there = not set(mine.own).isdisjoint(yours.found)
    assert there == (not set(yours.own).isdisjoint(mine.found))
    return there


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+1 314 555 0100", "+1 (314) 555-0100", True),
        ("+1 314 555 0100", "314-555-0100", True),
        ("+44 20 7946 0958", "020 7946 0958", True),
        ("+1 314 555 0100", "+49 314 5550100", False),
        ("+1 314 555 0100", "555 0100", False),
        ("+1 314 555 0100", "+1 314 555 0101", False),
        ("+1 314 555 0100 x 5", "+1 314 555 0100", False),
        ("112", "112", True),
        ("+49 112", "112", False),
    ],
)
def test_national_and_international_numbers_are_compared_by_their_own_digits(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) == same


@given(
    st.sampled_from(["1", "49", "33", "420", "353"]), st.integers(10**7, 10**9), st.sampled_from(["", " ", "-", "."])
)
def test_every_number_is_its_own_in_every_way_of_writing(code: str, number: int, between: str) -> None:
    digits = str(number).lstrip("0")
    spaced = between.join(digits)
    assert same_number(f"+{code}{digits}", f"+{code} {spaced}")
    assert same_number(f"+{code}{digits}", f"00{code}{between}{spaced}")
    assert same_number(f"0{digits}", spaced)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Lee", "Lee, Ann", True),
        ("Dr. Ann Lee", "ANN LEE, PhD", True),
        ("Łukasz O’Néill", "lukasz o'neill", True),
        ("Ann-Marie Lee", "Ann Marie Lee", True),
        ("John Smith Jr.", "John Smith Sr.", False),
        ("Ann Lee", "Ann", False),
        ("कि", "कु", False),
        ("[/]", "[b]", False),
        ("🙂", "🙁", False),
        ("Dr.", "Prof.", False),
    ],
)
def test_a_name_is_its_words(one: str, other: str, same: bool) -> None:
    assert (name_words(one) == name_words(other)) == same


def test_every_name_has_words() -> None:
    assert all(name_words(name) for name in HOSTILE)


def test_some_marks_belong_to_one_person_only() -> None:
    card = Card(
        name="Ann Lee",
        uid="u1",
        links=("linkedin.com/in/ann", "example.org"),
        emails=("ann@example.org", "info@example.org", "ann"),
        phones=("+1 314 555 0100", " "),
    )
    assert [(mark.kind, mark.sure) for mark in marks(card)] == [
        ("identity", True),
        ("link", True),
        ("link", False),
        ("e-mail", True),
        ("e-mail", False),
        ("e-mail", False),
        ("phone", False),
    ]


def test_a_contact_is_known_by_its_own_id_too() -> None:
    contact = Contact(id="0abc", created=STAMP, updated=STAMP, name="Ann", uid="u1")
    assert {form for mark in marks(contact) for form in mark.own} == {"identity u1", "identity 0abc"}


def test_somebody_called_by_an_address_has_no_name() -> None:
    assert is_nameless(Card(name="Ann@example.org", emails=("ann@example.org",)))
    assert is_nameless(Card(name="112", phones=("112",)))
    assert not is_nameless(Card(name="Ann", emails=("ann@example.org",)))


def test_two_profiles_on_one_service_are_two_people() -> None:
    def given_links(*links: str) -> Card:
        return Card(name="Ann", links=links)

    def differ(one: Card, other: Card) -> bool:
        return other_profiles(marks(one), marks(other))

    ann = given_links("linkedin.com/in/ann", "social.example/@ann")
    assert differ(ann, given_links("linkedin.com/in/ann-2"))
    assert not differ(ann, given_links("linkedin.com/in/ann", "linkedin.com/in/ann-2"))
    assert not differ(ann, given_links("xing.com/profile/ann"))
    assert not differ(ann, given_links("example.org"))

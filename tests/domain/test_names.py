"""Who is meant by a name: what fits, what tells several apart, and what is a description."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.names import Names, is_name
from netpractice.domain.records import Contact
from tests.domain.made import day
from tests.hostile import HOSTILE
from tests.strategies import STAMP


def person(name: str, nickname: str = "", *, archived: bool = False) -> Contact:
    away = day(0) if archived else None
    return Contact(id=f"{name}|{nickname}", created=STAMP, updated=STAMP, name=name, nickname=nickname, archived=away)


ROSTER = (
    person("Ann Lee"),
    person("Anna Bell"),
    person("Ann Kim-Park"),
    person("Søren O’Neill", "Skip"),
    person("José María García"),
    person("Ben Okafor", "Big Ben"),
    person("Ben"),
    person("Li Wei", archived=True),
    person("Zoë Xu", archived=True),
    person("Zoë Xu"),
    person("Kim Doe"),
    person("Kim Doe"),
    person("王小明"),
)


def fitting(typed: str) -> list[str]:
    return [contact.name for contact in Names(ROSTER).fitting(typed)]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("ANN  lee", ["Ann Lee"]),
        ("Anna", ["Anna Bell"]),
        ("Ann L", ["Ann Lee"]),
        ("ann l.", ["Ann Lee"]),
        ("Ann", ["Ann Lee", "Ann Kim-Park"]),
        ("Ann K", ["Ann Kim-Park"]),
        ("Ann Li", []),
        ("An", []),
        ("Lee", []),
        ("soren", ["Søren O’Neill"]),
        ("Soren O'Neill", ["Søren O’Neill"]),
        ("skip", ["Søren O’Neill"]),
        ("Skip O'Neill", ["Søren O’Neill"]),
        ("Jose G", ["José María García"]),
        ("José Maria", ["José María García"]),
        ("Jose G M", []),
        ("Ben", ["Ben"]),
        ("Ben O", ["Ben Okafor"]),
        ("big ben", ["Ben Okafor"]),
        ("Li", []),
        ("Li Wei", ["Li Wei"]),
        ("Zoe Xu", ["Zoë Xu"]),
        ("王小明", ["王小明"]),
        ("", []),
        (" . ", []),
        ("Nobody Here", []),
    ],
)
def test_whom_a_name_fits(typed: str, fits: list[str]) -> None:
    assert fitting(typed) == fits


def test_somebody_on_the_roster_comes_before_a_namesake_who_is_archived() -> None:
    [found] = Names(ROSTER).fitting("Zoë Xu")
    assert found.archived is None


def test_namesakes_are_told_apart_by_their_companies() -> None:
    acme, bureau, plain = (
        msgspec.structs.replace(person("Ann Lee", nick), company=company)
        for nick, company in (("a", "ACME"), ("b", "Byrå"), ("c", ""))
    )
    names = Names((acme, bureau, plain, person("Bo Xu")))
    assert [names.told_apart(each) for each in (acme, bureau, plain)] == [
        "Ann Lee (ACME)",
        "Ann Lee (Byrå)",
        "Ann Lee",
    ]
    assert names.match("ann lee (acme)").contact == acme
    assert names.match("Ann Lee (byra)").contact == bureau
    assert len(names.match("Ann Lee").candidates) == 3
    assert Names((acme,)).told_apart(acme) == "Ann Lee"
    assert Names((acme,)).fitting("Ann Lee (ACME)") == ()


def test_several_are_given_back_and_nobody_is_guessed() -> None:
    found = Names(ROSTER).match("Ann")
    assert found.contact is None
    assert [contact.name for contact in found.candidates] == ["Ann Lee", "Ann Kim-Park"]
    assert Names(ROSTER).match("Nobody") == Names(()).match("Ann")


def test_company_tells_apart_only_where_one_alone_was_in_it() -> None:
    names = Names(ROSTER)

    def with_lee(contact: Contact) -> bool:
        return contact.name == "Ann Lee"

    def with_both(contact: Contact) -> bool:
        return contact.name.startswith("Ann")

    def with_nobody(contact: Contact) -> bool:
        return False

    assert names.match("Ann", with_lee).contact == ROSTER[0]
    assert names.match("Ann", with_nobody, with_lee).contact == ROSTER[0]
    assert names.match("Ann", with_both, with_lee).contact is None
    assert names.match("Ann", with_nobody).contact is None


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("an", ["Ann Lee", "Anna Bell", "Ann Kim-Park"]),
        ("Ann K", ["Ann Kim-Park"]),
        ("oka", ["Ben Okafor"]),
        ("big", ["Ben Okafor"]),
        ("garc", ["José María García"]),
        ("li", []),
        ("zo", ["Zoë Xu"]),
        ("", []),
        ("ann lee x", []),
    ],
)
def test_whose_name_begins_so(typed: str, begins: list[str]) -> None:
    assert [contact.name for contact in Names(ROSTER).beginning(typed)] == begins


NAMES = (
    "Ann", "Ann Lee", "Ludwig van Beethoven", "de Vries", "Jeanne d'Arc", "Ann (HR)", "Dr. Ann Lee", "Ann-Marie",
    "王小明", "भारत", "Éva", "Ann 2", "McAdam O’Neill", "Ann L.",
)  # fmt: skip
DESCRIPTIONS = (
    "woman by the coats", "Woman by the coats", "ann", "the Ann from ACME", "(no name)", "“Red”", "2 guys", "", "van",
    "A B C D E F G H", "[bold]Ann[/bold]", "?",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_description(text: str) -> None:
    assert not is_name(text)


@given(st.sampled_from(ROSTER))
def test_the_whole_name_always_fits(contact: Contact) -> None:
    fits = Names(ROSTER).fitting(contact.name.upper())
    assert any(other.name == contact.name for other in fits)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_looked_up(text: str) -> None:
    names = Names((person(text, text), *ROSTER))
    names.match(text)
    names.beginning(text)
    is_name(text)

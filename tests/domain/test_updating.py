"""The merge of three sides: what is taken, what is only shown, and what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from netpractice.domain.cards import Card
from netpractice.domain.fingerprints import PRINTS, fingerprint
from netpractice.domain.records import Contact
from netpractice.domain.text import LINE_LIMIT, TEXT_LIMIT
from netpractice.domain.updating import FieldChange, Value, changed, changes, combined, dated, filled, with_notes
from tests.strategies import STAMP

EMPTY = Contact(id="a", created=STAMP, updated=STAMP, name="", circle="familiar")
ANN = replace(EMPTY, name="Ann Lee", circle="warm")
"""Ann as somebody typed her."""

make_card: Callable[..., Card] = Card


def card(**facts: object) -> Card:
    return make_card(**{"name": "Ann Lee", **facts})


def imported(*cards: Card) -> Contact:
    """The contact that cards make."""
    return filled(EMPTY, cards)


def taken(contact: Contact, *cards: Card, theirs: bool = False) -> dict[str, Value]:
    """The fields that change."""
    return {one.field: one.after for one in changes(contact, cards, theirs=theirs) if one.taken}


def shown(contact: Contact, *cards: Card) -> dict[str, tuple[Value, Value]]:
    """The fields that differ and stay."""
    return {one.field: (one.before, one.after) for one in changes(contact, cards) if not one.taken}


def after(contact: Contact, *cards: Card) -> Contact:
    """A contact after an import."""
    return changed(contact, cards, changes(contact, cards))


# New people


def test_a_new_contact_is_as_the_card_tells() -> None:
    told = card(
        nickname="Annie", company="ACME", role="CTO", emails=("a@example.org",), phones=("112",), links=("example.org",),
        birthday="--01-02", notes="hi", tags=("music",), uid="u1", how_met="bar",
    )  # fmt: skip
    ann = imported(told)
    for field in (
        "name",
        "nickname",
        "company",
        "role",
        "emails",
        "phones",
        "links",
        "birthday",
        "notes",
        "tags",
        "uid",
        "how_met",
    ):
        assert getattr(ann, field) == getattr(told, field)
    assert (ann.circle, ann.unsorted, ann.archived) == ("familiar", True, None)


def test_somebody_whose_circle_the_card_tells_is_sorted() -> None:
    told = card(circle="warm", rhythm_days=30, resting=True, archived=date(2026, 1, 2), quiet_until=date(2026, 3, 4))
    ann = imported(told)
    assert (ann.circle, ann.unsorted, ann.rhythm_days, ann.resting) == ("warm", False, 30, True)
    assert (ann.archived, ann.quiet_until) == (told.archived, told.quiet_until)


def test_several_cards_make_one_contact() -> None:
    first = card(role="CTO", emails=("a@example.org",), notes="one")
    second = card(role="CEO", company="ACME", emails=("A@example.org", "b@example.org"), notes="two")
    ann = imported(first, second, card(notes="one"))
    assert (ann.role, ann.company) == ("CTO", "ACME")
    assert ann.emails == ("a@example.org", "b@example.org")
    assert ann.notes == "one\n\ntwo"


def test_a_name_is_better_than_an_address() -> None:
    assert combined([card(name="a@example.org", emails=("a@example.org",)), card()]).name == "Ann Lee"


def test_a_connection_is_how_two_met_for_want_of_better() -> None:
    linked = dated(card(connected=date(2024, 1, 1)), "LinkedIn")
    assert linked.how_met == "LinkedIn, 1 Jan 2024"
    assert dated(card(connected=date(2024, 1, 1), how_met="bar"), "LinkedIn").how_met == "bar"
    assert dated(card(), "LinkedIn").how_met == ""
    assert imported(linked, card(how_met="bar")).how_met == "bar"
    assert after(ANN, linked).how_met == "LinkedIn, 1 Jan 2024"
    assert changes(replace(ANN, how_met="bar"), [linked]) == ()
    assert changes(replace(after(ANN, linked), how_met=""), [replace(linked, role="")]) == ()


# Facts of one line


def test_what_is_empty_is_filled() -> None:
    assert taken(ANN, card(role="CTO", company="ACME")) == {"company": "ACME", "role": "CTO"}
    assert after(ANN, card(role="CTO")).role == "CTO"


def test_what_nobody_typed_over_follows_the_file() -> None:
    ann = imported(card(role="CTO"))
    assert taken(ann, card(role="CEO")) == {"role": "CEO"}
    assert taken(after(ann, card(role="CEO")), card(role="Chair")) == {"role": "Chair"}


def test_what_was_typed_stays_and_the_difference_is_shown_once() -> None:
    typed = replace(ANN, role="Boss")
    assert shown(typed, card(role="CTO")) == {"role": ("Boss", "CTO")}
    there = after(typed, card(role="CTO"))
    assert there.role == "Boss"
    assert changes(there, [card(role="CTO", nickname="A")]) == (
        FieldChange(field="nickname", before="", after="A", taken=True),
    )
    assert shown(there, card(role="CEO")) == {"role": ("Boss", "CEO")}


def test_what_was_typed_over_an_import_stays() -> None:
    ann = replace(imported(card(role="CTO")), role="Boss")
    assert changes(ann, [card(role="CTO", notes="")]) == ()
    assert shown(ann, card(role="CEO")) == {"role": ("Boss", "CEO")}


def test_what_was_taken_out_stays_out_until_the_file_says_something_new() -> None:
    ann = replace(imported(card(role="CTO")), role="")
    assert changes(ann, [card(role="CTO", nickname="")]) == ()
    assert taken(ann, card(role="CEO")) == {"role": "CEO"}


def test_what_a_file_does_not_tell_stays() -> None:
    assert changes(imported(card(role="CTO", company="ACME")), [card()]) == ()


def test_the_same_typed_by_hand_is_still_typed_by_hand() -> None:
    typed = replace(ANN, role="CTO")
    assert shown(after(typed, card(role="CTO", company="ACME")), card(role="CEO")) == {"role": ("CTO", "CEO")}


def test_a_birthday_without_its_year_says_no_more() -> None:
    typed = replace(ANN, birthday="1980-01-02")
    assert changes(typed, [card(birthday="--01-02")]) == ()
    assert shown(typed, card(birthday="--01-03")) == {"birthday": ("1980-01-02", "--01-03")}
    assert taken(imported(card(birthday="--01-02")), card(birthday="1980-01-02")) == {"birthday": "1980-01-02"}


def test_an_address_in_place_of_a_name_is_no_name() -> None:
    assert changes(ANN, [card(name="a@example.org", emails=("a@example.org",), role="")]) == (
        FieldChange(field="emails", before=(), after=("a@example.org",), taken=True),
    )


def test_several_cards_that_disagree_bring_nothing_new_while_one_says_what_is_there() -> None:
    ann = imported(card(role="CTO"))
    assert changes(ann, [card(role="CEO", notes=""), card(role="CTO", nickname="")]) == ()


def test_the_circle_of_an_own_file_is_a_fact_like_others() -> None:
    assert shown(ANN, card(circle="new")) == {"circle": ("warm", "new")}
    unsorted = imported(card())
    there = after(unsorted, card(circle="friendly", rhythm_days=30))
    assert (there.circle, there.unsorted, there.rhythm_days) == ("friendly", False, 30)
    assert taken(there, card(circle="warm", resting=True)) == {"circle": "warm", "rhythm": "resting"}
    assert taken(unsorted, card(rhythm_days=30)) == {"rhythm": "30 d"}
    assert taken(there, card()) == {}
    assert changes(ANN, [card(circle="warm")]) == ()


def test_theirs_takes_every_difference() -> None:
    typed = replace(imported(card(role="CTO")), role="Boss", emails=())
    known = card(role="CTO")
    assert changes(typed, [known]) == ()
    assert taken(typed, known, theirs=True) == {"role": "CTO"}
    there = changed(typed, [known], changes(typed, [known], theirs=True))
    assert there.role == "CTO"
    assert changes(there, [known], theirs=True) == ()


# Lists, notes, who introduced somebody


@pytest.mark.parametrize(
    ("field", "ours", "theirs", "both"),
    [
        ("emails", ("b@example.org",), ("a@example.org", "B@example.org"), ("b@example.org", "a@example.org")),
        ("phones", ("+1 314 555 0100",), ("(314) 555-0100", "112"), ("+1 314 555 0100", "112")),
        ("links", ("linkedin.com/in/ann",), ("https://www.linkedin.com/in/ann/?x=1",), ("linkedin.com/in/ann",)),
        ("links", ("example.org/?id=1",), ("example.org/?id=2",), ("example.org/?id=1", "example.org/?id=2")),
        ("tags", ("Music",), ("music", "art"), ("Music", "art")),
    ],
)
def test_lists_are_united_ours_first(
    field: str, ours: tuple[str, ...], theirs: tuple[str, ...], both: tuple[str, ...]
) -> None:
    there = after(replace(ANN, **{field: ours}), card(**{field: theirs}))
    assert getattr(there, field) == both


def test_notes_are_added_to_and_never_twice() -> None:
    assert after(ANN, card(notes="hi")).notes == "hi"
    assert after(replace(ANN, notes="mine"), card(notes="hi ")).notes == "mine\n\nhi"
    assert changes(replace(ANN, notes="mine, hi"), [card(notes="hi")]) == ()


def test_notes_that_do_not_fit_are_left_out_whole() -> None:
    mine = "x" * (TEXT_LIMIT - 4)
    assert with_notes(mine, [card(notes="four"), card(notes="22")]) == f"{mine}\n\n22"


def test_who_introduced_somebody_is_told_once() -> None:
    assert taken(ANN, card(introduced_by="Bo Kim")) == {"introduced_by": "Bo Kim"}
    assert changes(replace(ANN, introduced_by="b"), [card(introduced_by="Bo Kim")]) == ()
    assert after(ANN, card(introduced_by="Bo Kim")).introduced_by == ""


# What is remembered


def test_a_card_that_comes_again_brings_nothing_new() -> None:
    told = card(role="CTO", emails=("a@example.org",), phones=("112",), notes="hi", tags=("music",))
    ann = imported(told)
    stripped = replace(ann, emails=(), phones=(), notes="", tags=(), role="")
    assert changes(stripped, [told]) == ()
    assert changes(stripped, [told, card(role="CTO", nickname="")]) == ()


def test_an_identity_that_is_there_stays() -> None:
    assert after(replace(ANN, uid="u1"), card(uid="u2", role="CTO")).uid == "u1"
    assert after(ANN, card(uid="u2", role="CTO")).uid == "u2"
    assert after(ANN, card(uid=ANN.id, role="CTO")).uid == ""


def test_as_many_cards_are_remembered_as_fit_the_latest_first() -> None:
    cards = [card(role=f"{number}") for number in range(60)]
    prints = imported(*cards).imported[PRINTS]
    assert len(prints) <= LINE_LIMIT
    assert prints.split() == [fingerprint(one) for one in cards[: len(prints.split())]]
    assert after(imported(*cards), card(role="new")).imported[PRINTS].startswith(fingerprint(card(role="new")))


def test_what_was_left_as_it_was_is_remembered_too() -> None:
    differences = [replace(one, taken=False) for one in changes(ANN, [card(role="CTO", emails=("a@example.org",))])]
    there = changed(ANN, [card(role="CTO", emails=("a@example.org",))], differences)
    assert (there.role, there.emails, there.imported["role"]) == ("", (), "CTO")
    assert changes(there, [card(role="CTO", emails=("a@example.org",))]) == ()

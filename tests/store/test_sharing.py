"""Equal values kept once, which nobody can tell but by the memory."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from hypothesis import given

from netpractice.domain.records import Conversation, Favour, Participant, Records
from netpractice.store.sharing import share
from tests.store.anything import books
from tests.store.making import NOW, contact


def talk(ref: str) -> Conversation:
    """A conversation like others, with values of its own."""
    people = (Participant(name="Ann", contact="ann"),)
    setting = "".join(("tr", "ain"))
    return Conversation(id=ref, created=NOW, updated=NOW, day=date(2026, 11, 22), people=people, setting=setting)


def test_what_repeats_is_kept_once() -> None:
    ref = "".join(("a", "nn"))
    favour = Favour(id="f", created=NOW, updated=NOW, day=date(2026, 11, 22), direction="gave", contact=ref)
    records = Records(
        contacts={"ann": contact("Ann")},
        conversations={"t1": talk("t1"), "t2": talk("t2")},
        favours={"f": favour},
    )
    share(records)
    first, second = records.conversations.values()
    assert first.people is second.people
    assert first.setting is second.setting
    assert first.day is second.day is favour.day
    assert favour.contact is next(iter(records.contacts))


@given(books)
def test_a_book_is_still_what_it_was(records: Records) -> None:
    before = deepcopy(records)
    share(records)
    assert records == before

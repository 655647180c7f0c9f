"""The favour ledger, the gate before an ask, seasons and events, key by key."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from netpractice.domain.days import DAY
from netpractice.domain.records import Contact, Conversation, Event, Favour, FollowUp, Participant, Season
from netpractice.tui.messages import Visit
from tests.journeys.user import LARGE, SMALL, TODAY, User, at_the_screen, opened


def write_person(data: Path, name: str, days: int) -> None:
    """Write down somebody with whom one talked so many days ago."""
    with closing(opened(data)) as book:
        contact = book.new(Contact, name=name, circle="friendly")
        talk = book.new(Conversation, day=TODAY - days * DAY, people=(Participant(name=name, contact=contact.id),))
        book.change("met", put=[contact, talk])


def favours(data: Path) -> list[tuple[str, str, str, str | None]]:
    """Way, what, kind and size of each favour on the disk."""
    with closing(opened(data, writable=False)) as book:
        return [(each.direction, each.what, each.kind, each.size) for each in book.records.favours.values()]


def followups(data: Path) -> list[str]:
    """What each follow-up on the disk is about."""
    with closing(opened(data, writable=False)) as book:
        return [each.what for each in book.records.followups.values()]


async def types_an_ask(user: User, who: str, what: str) -> None:
    """Open the ledger and type an ask into its form."""
    await user.press("F", "f", "+")
    await user.sees("A favour", "Way")
    await user.press("ctrl+u")
    await user.type("asked")
    await user.press("enter")
    await user.type(who)
    await user.press("enter")
    await user.type(what)
    await user.press("ctrl+s")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_favour_is_written_corrected_found_and_removed(data: Path, size: tuple[int, int]) -> None:
    write_person(data, "Bo Berg", 5)
    async with at_the_screen(data, size=size) as user:
        await user.press("F", "f")
        await user.sees("Nothing given, received or asked for")
        await user.press("+")
        await user.press("enter")
        await user.type("bo")
        await user.sees("Bo Berg")
        await user.press("enter")
        await user.type("read her letter")
        await user.press("enter")
        await user.type("feed")
        await user.press("enter")
        await user.type("m")
        await user.press("enter")
        await user.type("yesterday")
        await user.sees("Sat 21 Nov")
        await user.press("ctrl+s")
        await user.sees("1 favour", "21 Nov", "read her letter", "feedback", "1 gave")
        await user.press("enter")
        await user.sees("gave Bo Berg: read her letter (feedback)")
        await user.press("ctrl+u")
        await user.type("received")
        await user.press("ctrl+s")
        await user.sees("1 received", "0 gave")
        await user.press("/")
        await user.type("asked")
        await user.sees("0 of 1 favour", "None fits.")
        await user.press("escape")
        await user.sees("1 received")
        await user.press("y")
        await user.sees("Copied.")
        assert user.app.clipboard == "received from Bo Berg: read her letter (feedback)"
        await user.until(lambda: not user.app.book.unsaved, "all saved")
        assert favours(data) == [("received", "read her letter", "feedback", "M")]
        await user.press("delete")
        await user.sees("Nothing given, received or asked for")
        await user.press("u")
        await user.sees("1 favour")
        await user.press("q")
        await user.saved()
    assert len(favours(data)) == 1


@pytest.mark.parametrize(("answer", "written", "promised"), [
    ("o", [("asked", "a reference", "other", None)], []),
    ("r", [], ["say hello, ask for nothing"]),
    ("escape", [], []),
])  # fmt: skip
async def test_the_gate_offers_three_ways_and_never_blocks(
    data: Path, answer: str, written: list[object], promised: list[str]
) -> None:
    write_person(data, "Erin Old", 400)
    async with at_the_screen(data) as user:
        await types_an_ask(user, "erin", "a reference")
        await user.sees("You last spoke with Erin Old on Sat 18 Oct 2025", "reconnect first", "give first", "go on")
        await user.press(answer)
        if answer == "escape":
            await user.sees("a reference")
            await user.press("escape", "x")
        await user.press("q")
        await user.saved()
    assert favours(data) == written
    assert followups(data) == promised


async def test_giving_first_turns_the_ask_into_a_gift(data: Path) -> None:
    write_person(data, "Erin Old", 400)
    async with at_the_screen(data) as user:
        await types_an_ask(user, "erin", "a reference")
        await user.sees("give first")
        await user.press("g")
        await user.type("a seed catalogue")
        await user.press("ctrl+s")
        await user.sees("1 gave")
        await user.press("q")
        await user.saved()
    assert favours(data) == [("gave", "a seed catalogue", "other", None)]


async def test_there_is_no_gate_for_somebody_seen_lately(data: Path) -> None:
    write_person(data, "Bo Berg", 30)
    async with at_the_screen(data) as user:
        await types_an_ask(user, "bo", "feedback")
        await user.sees("1 asked")
        await user.press("q")
        await user.saved()
    assert [way for way, *_ in favours(data)] == ["asked"]


async def test_the_season_is_changed_in_two_keys_and_shown(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("F", "i", "n")
        await user.sees("Follow-ups · 0 open · I need nothing")
        await user.press("i", "s")
        await user.sees("From today on I need")
        await user.type("a client")
        await user.press("enter")
        await user.sees("0 open · I need: a client")
        await user.press("T")
        await user.sees("The day · I need: a client")
        await user.press("ctrl+p")
        await user.sees("type to search")
        await user.type("season")
        await user.sees("Say what you need")
        await user.press("enter")
        await user.sees("The season: I need: a client")
        await user.press("n")
        await user.sees("The day · I need nothing")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        assert [(each.start, each.need) for each in book.records.seasons.values()] == [(TODAY, "")]


async def test_an_event_has_a_mission_before_and_a_debrief_after(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("F", "v")
        await user.sees("No event of the last year")
        await user.press("+")
        for text in (
            "HR meetup",
            "fri",
            "the depot",
            "Bo with the chairs",
            "one gardener",
            "Chloé",
            "If alone, then ask",
        ):
            await user.type(text)
            await user.press("enter")
        await user.press("ctrl+s")
        await user.sees("1 ahead", "Fri 27 Nov", "HR meetup", "one gardener", "If alone, then ask")
        await user.press("enter")
        await user.press("enter", "ctrl+u")
        await user.type("2026-11-20")
        await user.press("ctrl+s")
        await user.sees("Fri 20 Nov", "no conversation written down", "writes how it was")
        await user.press("e", *["tab"] * 8)
        await user.type("Two good talks.")
        await user.press("ctrl+s")
        await user.sees("Two good talks.")
        await user.press("y")
        await user.sees("Copied.")
        await user.press("delete")
        await user.sees("No event of the last year")
        await user.press("u")
        await user.sees("Two good talks.")
        await user.press("q")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        (event,) = book.records.events.values()
    assert (event.name, event.to_meet, event.debrief) == ("HR meetup", "one gardener", "Two good talks.")


async def test_the_batch_of_an_event_begins_with_it(data: Path) -> None:
    with closing(opened(data)) as book:
        event = book.new(Event, name="Lantern / Evening", day=TODAY - DAY, place="depot", tags=("maps",))
        book.change("wrote", put=[event])
    async with at_the_screen(data) as user:
        await user.press("F", "v", "b")
        await user.sees("## Lantern")
        await user.type("Ann Lee / likes maps")
        await user.press("ctrl+s")
        await user.sees("1 conversation, 1 new, 1 follow-up")
        await user.press("q")
        await user.saved()
    with closing(opened(data, writable=False)) as book:
        assert list(book.records.events) == [event.id]
        (talk,) = book.records.conversations.values()
    assert (talk.event, talk.day, talk.setting) == (event.id, TODAY - DAY, "depot")


async def test_records_are_made_as_they_are_shown(data: Path) -> None:
    with closing(opened(data)) as book:
        book.change("wrote", put=[
            book.new(Favour, day=TODAY, direction="gave", kind="praise"),
            book.new(FollowUp, kind="lead", opened=TODAY, due=TODAY),
            book.new(Season, start=TODAY),
        ])  # fmt: skip
    async with at_the_screen(data) as user:
        await user.press("F")
        await user.sees("act on the lead", "heard 22 Nov")
        await user.press("f")
        await user.sees("22 Nov", "praise")


async def test_a_favour_and_an_event_are_opened_where_they_are_kept(data: Path) -> None:
    with closing(opened(data)) as book:
        late = book.new(Favour, day=TODAY, direction="gave", what="the later one")
        early = book.new(Favour, day=TODAY - DAY, direction="gave", what="the earlier one")
        event = book.new(Event, day=TODAY - DAY, name="Lantern Evening")
        book.change("wrote", put=[late, early, event])
    async with at_the_screen(data) as user:
        user.app.frame.post_message(Visit(TODAY - DAY, early))
        await user.sees("2 favours")
        await user.press("y")
        await user.sees("Copied.")
        assert user.app.clipboard == "gave: the earlier one"
        await user.press("q")
        await user.stands_on("Follow-ups")
        user.app.frame.post_message(Visit(TODAY - DAY, event))
        await user.sees("Events of a year", "Lantern Evening")
        await user.press("q")

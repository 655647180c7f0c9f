"""The calendar: read back by a parser of its own and by the strict one of another library's reader."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from netpractice.domain.followups import due_as_of, is_open
from netpractice.domain.records import FollowUp
from netpractice.domain.steps import possible, take
from netpractice.domain.text import clean_line
from netpractice.exchange.calendar import CHECK_IN_AT, write_calendar
from tests.domain.made import day, followup, step
from tests.hostile import HOSTILE
from tests.strategies import STAMP, days_around, followups

TODAY = day(0)
"""Mon 16 Nov 2026."""

Lines: TypeAlias = list[tuple[str, str]]


def lines(data: bytes) -> Lines:
    """The content lines of a file as RFC 5545 has them: unfolded, the name with its parameters and the raw value."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in physical)
    assert not any(byte < 32 for line in physical for byte in line)
    unfolded = b"\n".join(physical).replace(b"\n ", b"").decode()
    return [(name, value) for name, _, value in (line.partition(":") for line in unfolded.split("\n"))]


def plain(value: str) -> str:
    """A TEXT value without its escapes."""
    text, rest = "", iter(value)
    for character in rest:
        escaped = next(rest) if character == "\\" else character
        text += "\n" if character == "\\" and escaped in "nN" else escaped
    return text


def events(data: bytes) -> dict[str, dict[str, str]]:
    """The events of a file by UID, each with its own lines by name and its alarm's as `ALARM NAME`."""
    found: dict[str, dict[str, str]] = {}
    where: list[str] = []
    current: dict[str, str] = {}
    for name, value in lines(data):
        if name == "BEGIN":
            where.append(value)
            if value == "VEVENT":
                current = {}
        elif name == "END":
            assert where.pop() == value
            if value == "VEVENT":
                found[plain(current["UID"])] = current
        elif where[-1] != "VCALENDAR":
            key = f"ALARM {name}" if where[-1] == "VALARM" else name
            assert key not in current
            current[key] = value
    assert where == []
    return found


def test_an_empty_book_has_a_daily_check_in() -> None:
    ((uid, event),) = events(write_calendar([], {}, TODAY)).items()
    assert uid == "daily-check-in@netpractice"
    assert (event["DTSTART"], event["DURATION"], event["RRULE"]) == ("20261116T203000", "PT5M", "FREQ=DAILY")
    assert (event["ALARM ACTION"], event["ALARM TRIGGER"]) == ("DISPLAY", "P0D")
    assert lines(write_calendar([], {}, TODAY))[:3] == [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//netpractice//netpractice//EN"),
    ]


def test_a_follow_up_is_an_event_of_its_day_with_an_alarm_in_the_morning() -> None:
    promise = followup(-3, 4, what="send the map, the big one; soon", contact="ana", ref="f1")
    event = events(write_calendar([promise], {"ana": "Ana Núñez"}, TODAY))["f1@netpractice"]
    assert plain(event["SUMMARY"]) == "send the map, the big one; soon (Ana Núñez)"
    assert plain(event["DESCRIPTION"]) == "A follow-up of netpractice: promise, due Fri 20 Nov."
    assert event["DTSTART;VALUE=DATE"] == "20261120"
    assert (event["DTSTAMP"], event["SEQUENCE"], event["TRANSP"]) == ("20260101T000000Z", "0", "TRANSPARENT")
    assert (event["ALARM ACTION"], event["ALARM TRIGGER"]) == ("DISPLAY", "PT9H")
    assert event["ALARM DESCRIPTION"] == event["SUMMARY"]


def test_what_is_late_stands_on_today() -> None:
    late = followup(-9, -5, ref="f1")
    event = events(write_calendar([late], {}, TODAY))["f1@netpractice"]
    assert event["DTSTART;VALUE=DATE"] == "20261116"
    assert plain(event["DESCRIPTION"]).endswith("due Wed 11 Nov.")
    later = events(write_calendar([late], {}, day(1)))["f1@netpractice"]
    assert later["DTSTART;VALUE=DATE"] == "20261117"
    assert later["DTSTAMP"] > event["DTSTAMP"]


def test_importing_again_updates_what_was_put_off_and_knows_the_closed() -> None:
    promise, lead = followup(-3, 4, ref="f1"), followup(-3, 2, kind="lead", what="call Kim", ref="f2")
    before = events(write_calendar([promise, lead], {}, TODAY))
    snoozed = take(promise, "snoozed", TODAY, until=day(9))
    after = events(write_calendar([snoozed, take(lead, "acted", TODAY)], {}, TODAY))
    assert before.keys() == after.keys()
    assert after["f1@netpractice"]["DTSTART;VALUE=DATE"] == "20261125"
    assert plain(after["f2@netpractice"]["SUMMARY"]) == "tell them what came of it: call Kim"
    assert int(after["f1@netpractice"]["SEQUENCE"]) > int(before["f1@netpractice"]["SEQUENCE"])
    assert "f1@netpractice" not in events(write_calendar([take(promise, "done", TODAY)], {}, TODAY))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back_as_it_is(text: str) -> None:
    clean = clean_line(text.encode(errors="replace").decode())
    data = write_calendar([followup(0, 2, what=clean, contact="ana", ref="f1")], {"ana": clean}, TODAY)
    shown = f"{clean or 'keep the promise'} ({clean})" if clean else "keep the promise"
    assert plain(events(data)["f1@netpractice"]["SUMMARY"]) == shown
    read = Calendar.from_ical(data)
    assert [str(event["summary"]) for event in read.walk("VEVENT")][1] == shown


@given(there=st.lists(followups(days_around(TODAY)), unique_by=lambda each: each.id, max_size=8))
def test_the_open_ones_are_there_on_days_to_come(there: list[FollowUp]) -> None:
    data = write_calendar(there, {}, TODAY)
    still = {f"{each.id}@netpractice": max(due_as_of(each, TODAY), TODAY) for each in there if is_open(each)}
    found = {uid: event["DTSTART;VALUE=DATE"] for uid, event in events(data).items() if "RRULE" not in event}
    assert found == {uid: f"{due:%Y%m%d}" for uid, due in still.items()}
    assert all("let go" in possible(each) for each in there if f"{each.id}@netpractice" in found)


def test_the_strict_reader_finds_nothing_wrong() -> None:
    there = [followup(-3, n, step("snoozed", -1, n), what="x" * 200, ref=f"f{n}") for n in range(3)]
    read = Calendar.from_ical(write_calendar(there, {}, TODAY))
    assert read.errors == []
    daily, *others = read.walk("VEVENT")
    assert daily.decoded("dtstart") == datetime.combine(TODAY, CHECK_IN_AT)
    assert [event.decoded("dtstart") for event in others] == [date(2026, 11, 16) + timedelta(days=n) for n in range(3)]
    assert {event.decoded("dtstamp") for event in others} == {STAMP}
    assert all(len(event.walk("VALARM")) == 1 for event in (daily, *others))
    assert all(not event.errors for event in (daily, *others))


def test_the_same_book_gives_the_same_bytes() -> None:
    there = [followup(-3, 4, ref="f1")]
    moved = [msgspec.structs.replace(there[0], updated=there[0].updated + timedelta(hours=1))]
    assert write_calendar(there, {}, TODAY) == write_calendar(there, {}, TODAY)
    assert write_calendar(moved, {}, TODAY) != write_calendar(there, {}, TODAY)

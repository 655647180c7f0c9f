"""Calendars: the open follow-ups and a daily check-in as an iCalendar file (RFC 5545), each with an alarm.

A follow-up is an event of the whole day on which it is due, or of today if that day is over. What stands for the same
thing has the same UID in every file, so that importing a newer one updates what an older one brought. Times are local
wherever the calendar is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from netpractice.domain.days import show_day
from netpractice.domain.followups import due_as_of, is_open
from netpractice.domain.records import FollowUp
from netpractice.domain.roll import to_do

if TYPE_CHECKING:
    from icalendar import Event

CHECK_IN_AT = time(20, 30)
"""When the daily check-in is."""

MORNING = timedelta(hours=9)
"""How long after midnight a follow-up's alarm goes off."""

_DOMAIN = "netpractice"
"""What stands after the @ of every UID."""


def write_calendar(followups: Iterable[FollowUp], names: Mapping[str, str], today: date) -> bytes:
    """The open ones of some follow-ups, and a daily check-in that begins today, as an iCalendar file.

    Args:
        followups: follow-ups, of which the closed ones are left out.
        names: the names of contacts by their ids.
        today: the practice day on which the file is written.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//netpractice//netpractice//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "netpractice")
    calendar.add_component(_check_in(today))
    for followup in followups:
        if is_open(followup):
            calendar.add_component(_follow_up(followup, names.get(followup.contact, ""), today))
    written: bytes = calendar.to_ical()
    return written


def _follow_up(followup: FollowUp, who: str, today: date) -> Event:
    """A follow-up as an event of one day."""
    due = due_as_of(followup, today)
    words = f"{to_do(followup)} ({who})" if who else to_do(followup)
    about = f"A follow-up of netpractice: {followup.kind}, due {show_day(due, today)}."
    # An event that moves along with today is a newer one on every day.
    changed = followup.updated if due >= today else max(followup.updated, _begin(today))
    event = _event(followup.id, words, about, changed, MORNING)
    event.add("dtstart", max(due, today))
    event.add("sequence", len(followup.steps))
    event.add("transp", "TRANSPARENT")
    return event


def _check_in(today: date) -> Event:
    """The daily check-in."""
    about = "A minute for netpractice: what was kept today, and who is waiting for a word."
    event = _event("daily-check-in", "Check in with netpractice", about, _begin(today), timedelta())
    event.add("dtstart", datetime.combine(today, CHECK_IN_AT))
    event.add("duration", timedelta(minutes=5))
    event.add("rrule", {"freq": "daily"})
    event.add("transp", "TRANSPARENT")
    return event


def _event(name: str, words: str, about: str, changed: datetime, alarm: timedelta) -> Event:
    """An event without its time, with an alarm so long after it begins."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{name}@{_DOMAIN}")
    event.add("dtstamp", changed.astimezone(UTC))
    event.add("summary", words)
    event.add("description", about)
    rings = Alarm()
    rings.add("action", "DISPLAY")
    rings.add("description", words)
    rings.add("trigger", alarm)
    event.add_component(rings)
    return event


def _begin(day: date) -> datetime:
    """A moment that every later day's is after."""
    return datetime.combine(day, time(), tzinfo=UTC)

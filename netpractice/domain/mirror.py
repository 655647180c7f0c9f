"""The mirror: the three traps, each as the rows behind it and with one repair.

- **Card pile**: people met with no follow-up closed and no later conversation. Repair: write to them, or let go on purpose.
- **Ask and vanish**: people who gave you something, or whom you asked, and who have heard nothing from you for 14 days
  or more since. A later conversation, a favour given or a lead told ends it. Repair: tell them.
- **One way**: gives and asks over 90 days, and the people asked twice or more since anything was given to them. Repair: a
  favour of five minutes.

What is dated later than today doesn't count yet. The order in which records were written changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

import msgspec

from netpractice.domain.days import DAY, week_of, weeks_between
from netpractice.domain.followups import is_open, outcome
from netpractice.domain.ledger import age, balance
from netpractice.domain.records import Contact, Favour, FollowUp, Records
from netpractice.domain.ties import Balance

R = TypeVar("R", Favour, FollowUp)

SILENCE = 14
"""After how many days without a word from you somebody who helped, or was asked, has been left alone."""

ONE_WAY_DAYS = 90
"""The days over which gives and asks are held against each other, today included."""

ASKED_OFTEN = 2
"""From how many asks on, with nothing given since, somebody is named."""


class PileRow(msgspec.Struct, frozen=True):
    """Somebody met and not followed up."""

    followup: FollowUp
    """The open follow-up with them; closing it, or letting it go, is the repair."""
    days: int
    """How many days ago they were met."""


class VanishRow(msgspec.Struct, frozen=True):
    """Somebody who has heard nothing since they gave something or were asked."""

    contact: Contact
    since: date
    """The last day on which they gave or were asked."""
    days: int
    """How many days ago that was."""
    favours: tuple[Favour, ...]
    """What they gave and were asked on that day, as written."""
    leads: tuple[FollowUp, ...]
    """Their leads that are still open, the oldest first; telling them what came of one is the repair."""


class OneWayRow(msgspec.Struct, frozen=True):
    """Somebody asked again and again since anything was given to them."""

    contact: Contact
    asks: tuple[Favour, ...]
    """What was asked of them since, the oldest first."""
    gave: date | None
    """When something was given to them last; None if never."""


class OneWay(msgspec.Struct, frozen=True):
    """Which way favours go."""

    balance: Balance
    """Over the last 90 days."""
    weeks: int
    """How many weeks these days lie in."""
    weeks_gave: int
    """In how many of them something was given."""
    weeks_asked: int
    """In how many of them something was asked."""
    rows: tuple[OneWayRow, ...]
    """The people asked twice or more since anything was given, those asked most often first."""


def card_pile(records: Records, today: date) -> tuple[PileRow, ...]:
    """The people met and not followed up, those met longest ago first; each person once."""
    waiting = [each for each in records.followups.values() if each.kind == "met" and each.opened <= today]
    waiting = sorted(filter(is_open, waiting), key=_opening)
    people = {each.contact for each in waiting if each.contact}
    closed = {each.contact for each in records.followups.values() if each.contact in people and not is_open(each)}
    talked = _last_talks(records, people, today)
    met: dict[str, FollowUp] = {}
    for followup in waiting:
        if followup.contact not in closed:
            # A follow-up about nobody on the roster is about somebody of its own.
            met.setdefault(followup.contact or followup.id, followup)
    return tuple(
        PileRow(followup=followup, days=(today - followup.opened).days)
        for followup in met.values()
        if talked.get(followup.contact, date.min) <= followup.opened
    )


def vanished(records: Records, today: date) -> tuple[VanishRow, ...]:
    """The people left without a word, those left longest first; archived people aren't named."""
    favours = _by_contact(favour for favour in records.favours.values() if favour.day <= today)
    leads = _by_contact(each for each in records.followups.values() if each.kind == "lead" and each.opened <= today)
    silent: dict[str, date] = {}
    for contact_id in favours.keys() | leads.keys():
        mine, theirs = favours.get(contact_id, []), leads.get(contact_id, [])
        since = _last_debt(mine, theirs)
        if since and (today - since).days >= SILENCE and not _answered(mine, theirs, since):
            silent[contact_id] = since
    talked = _last_talks(records, silent, today)
    rows = []
    for contact_id, since in silent.items():
        contact = records.contacts.get(contact_id)
        # The talk in which it was given or asked is no answer to it; what was given or told that day may be.
        if contact is None or contact.archived or talked.get(contact_id, date.min) > since:
            continue
        rows.append(
            VanishRow(
                contact=contact,
                since=since,
                days=(today - since).days,
                favours=tuple(sorted((each for each in favours.get(contact_id, []) if each.day == since), key=age)),
                leads=tuple(sorted(filter(is_open, leads.get(contact_id, [])), key=_opening)),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.since, row.contact.id)))


def one_way(records: Records, today: date, week_start: int) -> OneWay:
    """Which way favours go; archived people aren't named."""
    favours = [favour for favour in records.favours.values() if favour.day <= today]
    first = today - (ONE_WAY_DAYS - 1) * DAY
    lately = [favour for favour in favours if favour.day >= first]
    weeks = {
        way: {week_of(each.day, week_start) for each in lately if each.direction == way} for way in ("gave", "asked")
    }
    asked = Counter(favour.contact for favour in favours if favour.direction == "asked")
    often = {contact_id for contact_id, times in asked.items() if times >= ASKED_OFTEN}
    rows = []
    for contact_id, theirs in _by_contact(each for each in favours if each.contact in often).items():
        contact = records.contacts.get(contact_id)
        gave = max((favour.day for favour in theirs if favour.direction == "gave"), default=None)
        asks = [each for each in theirs if each.direction == "asked" and (gave is None or each.day > gave)]
        if contact and not contact.archived and len(asks) >= ASKED_OFTEN:
            rows.append(OneWayRow(contact=contact, asks=tuple(sorted(asks, key=age)), gave=gave))
    return OneWay(
        balance=balance(lately, today, ONE_WAY_DAYS),
        weeks=sum(1 for _ in weeks_between(week_of(first, week_start), today)),
        weeks_gave=len(weeks["gave"]),
        weeks_asked=len(weeks["asked"]),
        rows=tuple(sorted(rows, key=lambda row: (-len(row.asks), row.contact.id))),
    )


def _last_talks(records: Records, people: Collection[str], today: date) -> dict[str, date]:
    """The last day of a conversation with each of some contacts."""
    last: dict[str, date] = {}
    for talk in records.conversations.values():
        if talk.day <= today:
            for person in talk.people:
                if person.contact in people and talk.day > last.get(person.contact, date.min):
                    last[person.contact] = talk.day
    return last


def _by_contact(records: Iterable[R]) -> dict[str, list[R]]:
    """Records by the contact that they are about, each list in the order given."""
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        if record.contact:
            found[record.contact].append(record)
    return found


def _opening(followup: FollowUp) -> tuple[date, str]:
    """What puts follow-ups in the order in which they were opened."""
    return followup.opened, followup.id


def _last_debt(favours: list[Favour], leads: list[FollowUp]) -> date | None:
    """The last day on which somebody gave a favour or a lead, or was asked; a lead let go asks for no answer."""
    days = [favour.day for favour in favours if favour.direction != "gave"]
    days += [lead.opened for lead in leads if outcome(lead) != "let go"]
    return max(days, default=None)


def _answered(favours: list[Favour], leads: list[FollowUp], since: date) -> bool:
    """True if something was given, or the giver of a lead told, on that day or later."""
    given = any(favour.direction == "gave" and favour.day >= since for favour in favours)
    return given or any(step.kind == "told" and step.day >= since for lead in leads for step in lead.steps)

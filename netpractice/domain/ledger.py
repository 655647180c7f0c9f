"""The give and ask ledger: how many favours went which way, and what could be given next.

Balances are for the practice as a whole and count the days of a span that ends today, today included. Of one person only
facts are told. Favours dated later than today don't count yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from netpractice.domain.days import DAY, WEEK, week_of, weeks_between
from netpractice.domain.records import Favour, FavourDirection, FavourKind
from netpractice.domain.ties import Balance

SPANS = (30, 90, 365)
"""The days over which the practice is balanced."""

BAR_WEEKS = 13
"""How many weeks the bars show: a quarter of a year."""


class Bar(msgspec.Struct, frozen=True, gc=False):
    """The favours of one week."""

    week: date
    """Its first day."""
    gave: int
    received: int
    asked: int


class Idea(msgspec.Struct, frozen=True):
    """A kind of favour that takes five minutes."""

    kind: FavourKind
    words: str
    """What to do, in a few words."""
    last: date | None = None
    """When such a favour was given last; None if it never was."""


FIVE_MINUTES: tuple[Idea, ...] = (
    Idea("introduction", "bring two people together who should know each other"),
    Idea("useful link", "send something worth reading to the one who would like it"),
    Idea("praise", "tell somebody, or their boss, what they did well"),
    Idea("share", "pass on an advert, a talk or a piece of work"),
    Idea("feedback", "read a page or try a thing, and say what you noticed"),
    Idea("lead", "mention an opening that you won't take yourself"),
    Idea("reference", "write three honest lines for somebody's profile"),
)
"""Small favours, one of a kind, in the order in which they are offered to somebody who never gave any."""


def balance(favours: Iterable[Favour], today: date, days: int) -> Balance:
    """How many favours were given, received and asked for in the `days` days that end today."""
    first = today - (days - 1) * DAY
    ways: Counter[FavourDirection] = Counter(favour.direction for favour in favours if first <= favour.day <= today)
    return Balance(gave=ways["gave"], received=ways["received"], asked=ways["asked"])


def bars(favours: Iterable[Favour], today: date, week_start: int, weeks: int = BAR_WEEKS) -> tuple[Bar, ...]:
    """The favours of each of the last `weeks` weeks, the oldest first; the running one ends today."""
    last = week_of(today, week_start)
    first = last - (weeks - 1) * WEEK
    ways = Counter(
        (week_of(favour.day, week_start), favour.direction) for favour in favours if first <= favour.day <= today
    )
    return tuple(
        Bar(week=week, gave=ways[week, "gave"], received=ways[week, "received"], asked=ways[week, "asked"])
        for week in weeks_between(first, last)
    )


def ideas(favours: Iterable[Favour], today: date) -> tuple[Idea, ...]:
    """The favours of five minutes, those first whose kind was never given, or not for longest."""
    last: dict[FavourKind, date] = {}
    for favour in favours:
        if favour.direction == "gave" and favour.day <= today:
            last[favour.kind] = max(favour.day, last.get(favour.kind, date.min))
    dated = [msgspec.structs.replace(idea, last=last.get(idea.kind)) for idea in FIVE_MINUTES]
    return tuple(sorted(dated, key=lambda idea: idea.last or date.min))


def facts(favours: Iterable[Favour], today: date) -> tuple[str, ...]:
    """What the ledger says of one person, whose favours these are: `2 gives before your last ask`, and how many since."""
    ways = [favour.direction for favour in sorted(favours, key=age) if favour.day <= today]
    if "asked" not in ways:
        return ()
    since = ways[::-1].index("asked")
    after = ways[len(ways) - since :].count("gave")
    before = f"{_gives(ways.count('gave') - after)} before your last ask"
    return (before, f"{_gives(after)} since your last ask") if after else (before,)


def age(favour: Favour) -> tuple[date, datetime, str]:
    """What puts favours in the order in which they happened: by day, those of one day as they were written."""
    return favour.day, favour.created, favour.id


def _gives(count: int) -> str:
    """So many gives in words."""
    return f"{count} give{'s' * (count != 1)}"

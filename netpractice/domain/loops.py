"""The open loops of a week: what became of the leads that were open in it, and of the promises that were due in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from netpractice.domain.days import DAY, WEEK
from netpractice.domain.followups import closing, due_as_of
from netpractice.domain.records import FollowUp


class Leads(msgspec.Struct, frozen=True, kw_only=True):
    """The leads that were open at some time of a week."""

    total: int
    told: int
    """Those whose giver was told in the week what came of it."""
    let_go: int
    """Those let go in it, on purpose."""
    open: int
    """Those open at its end, or today."""
    oldest: int
    """How many days ago the oldest of these was opened; 0 if none is open."""


class Promises(msgspec.Struct, frozen=True, kw_only=True):
    """The promises that came due in a week, those let go left out."""

    total: int
    kept: int
    """Those kept by now."""
    in_time: int
    """Those kept on their day or before."""


def leads_of(followups: Iterable[FollowUp], week: date, today: date) -> Leads:
    """What became of leads.

    Args:
        followups: those of the book; others than leads are passed over.
        week: the first day of the week.
        today: the present day, at which the running week ends.
    """
    end = min(week + WEEK - DAY, today)
    told = let_go = 0
    still: list[date] = []
    for lead in followups:
        if lead.kind != "lead" or lead.opened > end:
            continue
        step = closing(lead)
        if step is None or step.day > end:
            still.append(lead.opened)
        elif step.day >= week:
            told += step.kind == "told"
            let_go += step.kind == "let go"
    oldest = (end - min(still)).days if still else 0
    return Leads(total=told + let_go + len(still), told=told, let_go=let_go, open=len(still), oldest=oldest)


def promises_of(followups: Iterable[FollowUp], week: date, today: date) -> Promises:
    """What became of promises; see `leads_of` for the arguments."""
    end = min(week + WEEK - DAY, today)
    total = kept = in_time = 0
    for promise in followups:
        if promise.kind != "promise" or promise.opened > end:
            continue
        due = due_as_of(promise, end)
        step = closing(promise)
        if not week <= due <= end or (step is not None and step.kind == "let go"):
            continue
        total += 1
        kept += step is not None and step.day <= today
        in_time += step is not None and step.day <= due
    return Promises(total=total, kept=kept, in_time=in_time)

"""Hostile text on the scorecard, the week and its review: shown as it is, nothing run."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Conversation, Debrief, Favour, FollowUp, Participant, Records, Review
from netpractice.practice.review import review
from netpractice.store.codec import encode
from tests.counts import tally
from tests.hostile import HOSTILE
from tests.journeys.user import TODAY, opened
from tests.tui.test_hostile import beginning, everything, made, watched

MONDAY = date(2026, 11, 16)
TOGETHER = [HOSTILE[n : n + 20] for n in range(0, len(HOSTILE), 20)]
"""Texts that stand on one screen together."""


def book_full_of(texts: list[str]) -> Records:
    """A book in which every row of the scorecard and of the week holds one of a few texts, past every cleaner."""
    records = Records()
    for n, text in enumerate(texts):
        said = f"Q{n}{text[:480]}".encode(errors="replace").decode()
        who = Participant(name=said, contact=f"Contact-{n}", circle="warm")
        debrief = Debrief(learnt=said, expected=1, went=3)
        records.contacts.update(made(Contact, n, name=said))
        records.conversations.update(
            made(Conversation, n, day=TODAY - timedelta(days=30), people=(who,), setting=said, debrief=debrief)
        )
        records.conversations.update(made(Conversation, n + 100, day=TODAY, setting=said, debrief=debrief))
        records.favours.update(made(Favour, n, day=TODAY, direction="gave", what=said))
        records.followups.update(made(FollowUp, n, kind="met", what=said, opened=TODAY - timedelta(days=9), due=TODAY))
        records.reviews.update(
            made(Review, n, day=MONDAY - timedelta(days=7 * n), lesson=said, if_then=said, page=f"# {said}\n\n- {said}")
        )
    return records


@pytest.mark.parametrize("texts", TOGETHER, ids=range(len(TOGETHER)))
async def test_weeks_are_only_ever_shown(data: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    data.parent.mkdir(parents=True)
    data.write_bytes(encode(book_full_of(list(texts))))
    with closing(opened(data, writable=False)) as book:
        assert len(review(book, MONDAY).traps[0].rows) == len(texts)
    async with watched(data, monkeypatch, size=(200, 60)) as (user, ran):
        shown = []
        for keys in (
            ("W",),
            ("enter",),
            ("escape", "v"),
            ("escape", "S"),
            *((str(n),) for n in range(1, 7)),
            ("h", "v"),
        ):
            await user.press(*keys)
            shown.append(" ".join(" ".join(everything(user)).split()))
        week, stop, page, _, *days = shown
        for n, text in enumerate(texts):
            start = beginning(f"Q{n}{text}".encode(errors="replace").decode())
            assert start in week, text
            assert start in " ".join(days), text
        first = beginning(f"Q0{texts[0]}".encode(errors="replace").decode())
        assert first in stop
        assert first in page
        assert {each.partition("(")[0] for each in ran} <= {
            "screen.go", "guided", "leave", "page", "row", "week", "view",
        }  # fmt: skip
    tally("X1", 4 * len(texts))

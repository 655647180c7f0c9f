"""Hostile text on the screens of follow-through: alive, shown as it is, nothing run, no control bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Event, Favour, FollowUp, Records, Step
from netpractice.store.codec import encode
from netpractice.tui.modals.events import EventsSheet
from netpractice.tui.modals.favours import FavoursSheet
from netpractice.tui.screens.followups import FollowupsPane
from netpractice.tui.text import one_line
from netpractice.tui.widgets.lines import text_of
from tests.counts import tally
from tests.hostile import HOSTILE
from tests.journeys.user import TODAY
from tests.tui.test_hostile import ON_EVENTS, beginning, everything, made, strips, watched


def write_book(path: Path) -> list[str]:
    """Write a book with a follow-up, a favour and an event for every hostile text, past every cleaner; the texts."""
    records, texts = Records(), [text.encode(errors="replace").decode() for text in HOSTILE]
    for number, text in enumerate(texts):
        step = Step(day=TODAY, kind="acted", note=f"Tb{text[:490]}")
        contact = made(Contact, number, name=f"Ta{text[:490]}")
        (known,) = contact
        mission = {name: f"{mark}{text[:490]}" for name, mark in ON_EVENTS.items()}
        records.contacts.update(contact)
        records.followups.update(
            made(
                FollowUp,
                number,
                kind="lead",
                what=f"Tc{text[:490]}",
                contact=known,
                opened=TODAY,
                due=TODAY,
                steps=(step,),
            )
        )
        records.favours.update(made(Favour, number, day=TODAY, direction="gave", what=f"Td{text[:490]}", contact=known))
        records.events.update(made(Event, number, day=TODAY, name="event", **mission))
    path.parent.mkdir(parents=True)
    path.write_bytes(encode(records))
    return texts


async def test_follow_ups_favours_and_events_are_only_ever_shown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = write_book(data)
    async with watched(data, monkeypatch, size=(200, 50)) as (user, ran):
        await user.press("F")
        pane = user.app.screen.query_one(FollowupsPane)
        for index in range(1, len(pane.listed)):
            pane.rows.move_to(index)
            strips(pane.story)
            text = texts[int(pane.looked_at.rpartition("-")[2])]
            told = " ".join(" ".join(one_line(text_of(line)) for line in pane.story.lines).split())
            row = " ".join(text_of(pane.rows.lines[index]).split())
            assert beginning(f"Tb{text}") in told
            assert beginning(f"Tc{text}") in told
            assert beginning(f"Ta{text}") in row
        everything(user)
        for key, kind in (("f", FavoursSheet), ("v", EventsSheet)):
            await user.press(key)
            sheet = user.app.screen
            assert isinstance(sheet, kind)
            for index in range(len(texts)):
                sheet.rows.move_to(index)
                text = texts[int(sheet.looked_at.rpartition("-")[2])]
                if isinstance(sheet, FavoursSheet):
                    row = " ".join(text_of(sheet.rows.lines[index]).split())
                    assert beginning(f"Td{text}") in row
                else:
                    told = " ".join(" ".join(one_line(text_of(line)) for line in sheet.whole.lines).split())
                    assert [
                        name for name, mark in ON_EVENTS.items() if beginning(f"{mark}{text}").split()[0] not in told
                    ] == []
                    strips(sheet.whole)
            everything(user)
            await user.press("q")
        assert set(ran) <= {"go('followups')", "screen.go('followups')", "favours", "events", "leave", "app.leave"}
    tally("X1", 4 * len(HOSTILE))

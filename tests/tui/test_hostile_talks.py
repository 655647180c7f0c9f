"""Hostile text in conversations and in what is typed about them: shown as it is in journal, reader, form and batch."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from netpractice.domain.records import Contact, Conversation, Debrief, Event, Favour, Participant, Records
from netpractice.domain.text import harmless
from netpractice.store.codec import encode
from netpractice.tui.modals.batch import BatchSheet
from netpractice.tui.screens.journal import JournalPane
from tests.counts import tally
from tests.hostile import HOSTILE
from tests.journeys.user import TODAY
from tests.tui.test_hostile import beginning, everything, made, watched

FIELDS = ("notes", "learnt", "help", "went_well", "try_next", "tag", "setting", "event", "favour", "name")


def write_talk_full_of(text: str, path: Path) -> None:
    """Write a book with one conversation that holds a text in every field, past every cleaner."""
    clean = text.encode(errors="replace").decode()
    says = {field: f"Q{n}{clean[:120]}" for n, field in enumerate(FIELDS)}
    debrief = Debrief(learnt=says["learnt"], help=says["help"], went_well=says["went_well"], try_next=says["try_next"])
    talk = made(
        Conversation, 1, day=TODAY, people=(Participant(name=says["name"], contact="Contact-1"),), event="Event-1",
        setting=says["setting"], tags=(says["tag"],), notes=says["notes"], debrief=debrief,
    )  # fmt: skip
    records = Records(
        contacts=made(Contact, 1, name=says["name"]),
        conversations=talk,
        events=made(Event, 1, name=says["event"], day=TODAY),
        favours=made(Favour, 1, day=TODAY, direction="gave", what=says["favour"], conversation="Conversation-1"),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(records))


@pytest.mark.parametrize("text", HOSTILE[::4], ids=ascii)
async def test_a_talk_is_only_ever_shown(text: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_talk_full_of(text, data)
    async with watched(data, monkeypatch, size=(200, 60)) as (user, ran):
        await user.press("J")
        assert isinstance(user.app.frame.pane, JournalPane)
        shown = " ".join(" ".join(everything(user)).replace("│", "").split())
        clean = text.encode(errors="replace").decode()
        assert [field for n, field in enumerate(FIELDS) if beginning(f"Q{n}{clean}") not in shown] == []
        await user.press("enter")
        everything(user)
        await user.press("e")
        everything(user)
        assert set(ran) <= {"screen.go('journal')", "choose", "edit"}
    tally("X1", len(FIELDS))


async def test_what_is_typed_into_a_batch_is_only_ever_shown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with watched(data, monkeypatch, size=(120, 40)) as (user, ran):
        await user.press("b")
        sheet = user.app.screen
        assert isinstance(sheet, BatchSheet)
        for text in HOSTILE:
            sheet.area.text = ""
            user.app.post_message(events.Paste(f"Kim Roe / {text} / !{text} by fri / #{text}"))
            await user.settle()
            everything(user)
            assert sheet.area.text == f"Kim Roe / {harmless(text)} / !{harmless(text)} by fri / #{harmless(text)}"
        assert ran == ["app.batch"]
    tally("X1", len(HOSTILE))

"""Hostile text in every place of the app that shows any: alive, shown as it is, nothing run, no control bytes.

The fields of the records are told by the records themselves, so that a new one has to be put into one of the two lists.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import inspect
from textual import events
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input

from netpractice.domain.records import (
    RECORD_TYPES,
    CheckIn,
    Contact,
    Conversation,
    Debrief,
    Event,
    Favour,
    FollowUp,
    Participant,
    Record,
    Records,
    Season,
    Step,
)
from netpractice.domain.text import SUSPICIOUS, harmless
from netpractice.practice.checkin import set_intention
from netpractice.practice.clock import FixedClock
from netpractice.store.codec import encode
from netpractice.tui.actions import ACTION
from netpractice.tui.config import Config
from netpractice.tui.messages import Refused
from netpractice.tui.modals.card import CardSheet
from netpractice.tui.screens.roster import RosterPane
from netpractice.tui.screens.today import TodayPane
from netpractice.tui.text import one_line
from netpractice.tui.widgets.lines import Lines, text_of
from tests.counts import tally
from tests.hostile import HOSTILE
from tests.journeys.user import SMALL, TODAY, User, at_the_screen, opened

R = TypeVar("R", bound=Record)

NOW = FixedClock(TODAY).now()

SHOWN: dict[str, tuple[str, str]] = {
    "CheckIn.intention": ("day", "Qa"),
    "CheckIn.reflection": ("day", "Qb"),
    "Conversation.notes": ("lately", "Qc"),
    "Conversation.setting": ("habits", "Qd"),
    "Debrief.learnt": ("lately", "Qe"),
    "Debrief.try_next": ("day", "Qf"),
    "Event.name": ("day", "Qj"),
    "Favour.what": ("habits", "Qg"),
    "FollowUp.what": ("habits", "Qh"),
    "Participant.name": ("habits", "Qi"),
    "Season.need": ("day", "Qk"),
}
"""The fields of the records that a screen shows: the part of Today in which each stands, and a mark to find it by."""

ON_CARDS: dict[str, str] = {
    "Contact.birthday": "Ra", "Contact.company": "Rb", "Contact.emails": "Rc", "Contact.how_met": "Rd",
    "Contact.links": "Re", "Contact.name": "Rf", "Contact.nickname": "Rg", "Contact.notes": "Rh",
    "Contact.phones": "Ri", "Contact.role": "Rj", "Contact.tags": "Rk",
    "Debrief.help": "Rl", "Step.note": "Rm",
}  # fmt: skip
"""The fields of the records that the card of a person shows besides, each with a mark to find it by."""

IN_REVIEWS = {"Review.if_then", "Review.lesson", "Review.page"}
"""The fields that the week shows besides; `test_hostile_weeks` looks at them."""

ON_EVENTS: dict[str, str] = {
    "debrief": "Ua", "if_then": "Ub", "place": "Uc", "to_help": "Ud", "to_meet": "Ue", "to_reconnect": "Uf",
}  # fmt: skip
"""The fields of an event that the list of events shows, each with a mark to find it by (see `test_hostile_followups`)."""

IN_EVENTS = {f"Event.{name}" for name in ON_EVENTS}
"""The same by record and field."""

NOT_SHOWN = {
    *(f"{kind.__name__}.id" for kind in RECORD_TYPES),
    "Contact.introduced_by", "Contact.uid",
    "Conversation.event", "Conversation.tags",
    "Debrief.went_well",
    "Event.tags",
    "Favour.contact", "Favour.conversation",
    "FollowUp.contact", "FollowUp.conversation",
    "Participant.contact",
    "Settings.theme",
    "Step.conversation",
}  # fmt: skip
"""The fields that no screen shows yet."""


def holds_text(kind: inspect.Type) -> bool:
    """True for a type of field whose value is free text, or holds some."""
    if isinstance(kind, inspect.UnionType):
        return any(map(holds_text, kind.types))
    return isinstance(kind, inspect.StrType) or (isinstance(kind, inspect.VarTupleType) and holds_text(kind.item_type))


def fields_with_text(struct: inspect.Type) -> Iterator[str]:
    """Every field of a record, and of the parts that it is made of, that holds free text."""
    if isinstance(struct, inspect.VarTupleType):
        yield from fields_with_text(struct.item_type)
    elif isinstance(struct, inspect.StructType):
        for field in struct.fields:
            if holds_text(field.type):
                yield f"{struct.cls.__name__}.{field.name}"
            yield from fields_with_text(field.type)


def test_every_text_of_the_records_is_listed_as_shown_or_not() -> None:
    there = {field for kind in RECORD_TYPES for field in fields_with_text(inspect.type_info(kind))}
    assert there == set(SHOWN) | set(ON_CARDS) | IN_REVIEWS | IN_EVENTS | NOT_SHOWN
    assert not (set(SHOWN) | set(ON_CARDS) | IN_REVIEWS | IN_EVENTS) & NOT_SHOWN


def made(kind: Callable[..., R], number: int, /, **fields: object) -> dict[str, R]:
    """A record as it is written without any cleaning, by its id."""
    record_id = f"{kind.__name__}-{number}"
    return {record_id: kind(id=record_id, created=NOW, updated=NOW, **fields)}


def page_full_of(text: str, day: date, number: int) -> dict[str, dict[str, Record]]:
    """The records of a day with a text in every field that is shown, each after the field's mark."""
    said = {field: f"{mark}{text[:498]}" for field, (_, mark) in SHOWN.items()}
    who = Participant(name=said["Participant.name"], circle="warm")
    with_them = Debrief(try_next=said["Debrief.try_next"])
    there = Debrief(learnt=said["Debrief.learnt"])
    done = Step(day=day, kind="done")
    return {
        "checkins": made(
            CheckIn, number, day=day, intention=said["CheckIn.intention"], reflection=said["CheckIn.reflection"]
        ),
        "conversations": {
            **made(Conversation, number, day=day, people=(who,), notes=said["Conversation.notes"], debrief=with_them),
            **made(Conversation, number + 1000, day=day, setting=said["Conversation.setting"], debrief=there),
        },
        "events": made(Event, number, day=day, name=said["Event.name"]),
        "favours": made(Favour, number, day=day, direction="gave", what=said["Favour.what"]),
        "followups": made(
            FollowUp, number, kind="help", what=said["FollowUp.what"], opened=day, due=day, steps=(done,)
        ),
        "seasons": made(Season, number, start=day, need=said["Season.need"]),
    }


DAYS = {text: TODAY - timedelta(days=3 * n) for n, text in enumerate(HOSTILE)}
"""A day for each text, far enough apart not to meet."""


def write_hostile_book(path: Path) -> None:
    """Write a book with a page for every hostile text, past every cleaner."""
    records = Records()
    for number, (text, day) in enumerate(DAYS.items()):
        # A file is UTF-8, which has no place for half a surrogate pair.
        for table, rows in page_full_of(text.encode(errors="replace").decode(), day, number).items():
            records.table(table).update(rows)
    path.parent.mkdir(parents=True)
    path.write_bytes(encode(records))


def strips(widget: Widget) -> list[str]:
    """The rows of a widget as they go to the terminal; each must be as wide as the widget and hold nothing to obey."""
    rows = widget.render_lines(Region(0, 0, *widget.outer_size))
    assert {row.cell_length for row in rows} <= {widget.outer_size.width}
    texts = [row.text for row in rows]
    assert [text for text in texts if SUSPICIOUS.search(text) or "\n" in text] == []
    return texts


def is_seen(part: Widget) -> bool:
    """True for a part that is displayed, in parts that are."""
    return all(node.display for node in part.ancestors_with_self if isinstance(node, Widget))


def everything(user: User) -> list[str]:
    """The rows of every part of the screen."""
    parts = (part for part in user.app.screen.query("*").results(Widget) if is_seen(part) and part.outer_size.area)
    return [row for part in parts if not part.children for row in strips(part)]


def said(user: User) -> str:
    """What the message on the screen says."""
    rows = strips(user.app.screen.query("Toast").last(Widget))
    return " ".join(" ".join(row.removeprefix("▌") for row in rows).split())


def beginning(text: str) -> str:
    """What a text begins with when it is shown in one line."""
    return " ".join(one_line(text).split())[:10].strip()


@asynccontextmanager
async def watched(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    size: tuple[int, int] = SMALL,
    config: Config | None = None,
    banner: str = "",
) -> AsyncIterator[tuple[User, list[str]]]:
    """The app with a list of the actions that are run."""
    ran: list[str] = []
    async with at_the_screen(data, size=size, config=config, banner=banner) as user:
        run_action = user.app.run_action

        async def recorded(action: str, namespace: Widget | None = None) -> bool:
            ran.append(action)
            return await run_action(action, namespace)

        monkeypatch.setattr(user.app, "run_action", recorded)
        yield user, ran
        assert user.app.is_running


async def test_text_of_the_book_is_only_ever_shown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_hostile_book(data)
    async with watched(data, monkeypatch, size=(200, 50)) as (user, ran):
        pane = user.app.screen.query_one(TodayPane)
        for text, day in DAYS.items():
            pane.day = day
            pane.look_again()
            rows = {
                part.id: [" ".join(row.split()) for row in strips(part)] for part in pane.query(Lines) if part.display
            }
            for field, (part, mark) in SHOWN.items():
                start = beginning(mark + text.encode(errors="replace").decode())
                assert [row for row in rows[part] if start in row], (field, text)
        await user.pilot.pause()
        assert ran == []
    tally("X1", len(SHOWN) * len(HOSTILE))


def people_full_of(text: str, number: int) -> dict[str, dict[str, Record]]:
    """A contact with a text in every field that a card shows, each after the field's mark, and what was with them."""
    said = {field: f"{mark}{text[:498]}" for field, mark in ON_CARDS.items()}
    facts: dict[str, object] = {
        name: said[f"Contact.{name}"]
        for name in ("birthday", "company", "how_met", "name", "nickname", "notes", "role")
    } | {name: (said[f"Contact.{name}"],) for name in ("emails", "links", "phones", "tags")}
    contact = made(Contact, number, **facts)
    (known,) = contact
    step = Step(day=TODAY, kind="done", note=said["Step.note"])
    return {
        "contacts": {**contact},
        "conversations": made(
            Conversation, number, day=TODAY, people=(Participant(name="x", contact=known),),
            debrief=Debrief(help=said["Debrief.help"]),
        ),
        "followups": made(FollowUp, number, kind="help", opened=TODAY, due=TODAY, contact=known, steps=(step,)),
    }  # fmt: skip


async def test_people_are_only_ever_shown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records, texts = Records(), [text.encode(errors="replace").decode() for text in HOSTILE]
    for number, text in enumerate(texts):
        for table, rows in people_full_of(text, number).items():
            records.table(table).update(rows)
    data.parent.mkdir(parents=True)
    data.write_bytes(encode(records))
    async with watched(data, monkeypatch, size=(200, 50)) as (user, ran):
        await user.press("R", "g")
        pane = user.app.screen.query_one(RosterPane)
        for index in range(len(pane.found.rows)):
            pane.rows.move_to(index)
            everything(user)
        await user.press("g", "enter")
        card = user.app.screen
        assert isinstance(card, CardSheet)
        for number in [int(each.rpartition("-")[2]) for each in card.among]:
            said = [" ".join(one_line(text_of(line)).split()) for line in card.whole.lines]
            titled = " ".join(strips(card.whole)[0].split())
            for field, mark in ON_CARDS.items():
                start = beginning(mark + texts[number])
                if field == "Contact.notes":
                    # Only notes keep their line breaks.
                    start = start.partition(" ")[0]
                found = start in titled if field == "Contact.name" else [row for row in said if start in row]
                assert found, (field, texts[number])
            everything(user)
            card.action_turn_to(1)
        assert set(ran) <= {"go('roster')", "screen.go('roster')", "edge(False)", "choose"}
    tally("X1", len(ON_CARDS) * len(HOSTILE))


async def test_text_that_is_written_anew_begins_as_it_was_left(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with watched(data, monkeypatch) as (user, ran):
        await user.press("i")
        await user.sees("Intention:")
        line = user.app.screen.query_one(Input)
        for text in HOSTILE:
            line.value = ""
            user.app.post_message(events.Paste(text))
            clean = " ".join(harmless(text).split())
            await user.until(partial(lambda clean: line.value == clean, clean), ascii(clean))
            assert any(clean[:8].strip() in " ".join(row.split()) for row in strips(line)), text
        assert ran == ["intention"]
    tally("X1", len(HOSTILE))


async def test_messages_show_any_text(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with watched(data, monkeypatch) as (user, ran):
        # A message takes the app a while to lay out, so each of them says several texts.
        for first in range(0, len(HOSTILE), 6):
            texts = HOSTILE[first : first + 6]
            user.app.post_message(Refused(" / ".join(texts)))
            await user.pilot.pause()
            words = said(user)
            assert [text for text in texts if beginning(text) not in words] == []
        assert ran == []
    tally("X1", len(HOSTILE))


@pytest.mark.parametrize("text", HOSTILE[::7], ids=ascii)
async def test_banner_notices_and_keys_show_any_text(data: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    config = Config(keymap={"today.intention": text or "w"}, problems=(text,))
    async with watched(data, monkeypatch, config=config, banner=f"Qq{text}") as (user, ran):
        shown = " ".join(" ".join(everything(user)).split())
        assert "Qq" in shown
        await user.press("?")
        await user.sees("Help: Today")
        everything(user)
        assert ran == ["app.help"]
    tally("X1", 3)


async def test_what_is_undone_is_named_as_it_was(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with watched(data, monkeypatch) as (user, ran):
        for text in HOSTILE[::9]:
            label = text.encode(errors="replace").decode()
            user.app.book.change(f"Qq{label}", put=[user.app.book.new(CheckIn, day=TODAY, intention="go")])
            await user.press("u")
            assert "Undone: Qq" in said(user), text
        assert set(ran) == {"app.undo"}
    tally("X1", len(HOSTILE[::9]))


@pytest.mark.parametrize("name", ["[/] [@click=app.quit]x", "\x1b[2J\x07", "\u202egnp", "$name %s {0}"], ids=ascii)
async def test_names_of_files_are_only_ever_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name / "book.json"
    async with watched(path, monkeypatch) as (user, _):
        await user.press("1")
        await user.saved()
        await user.app.frame.pane.do(ACTION["backup"])
        await user.sees("Backed up to")
        everything(user)
        async with watched(path, monkeypatch) as (second, _):
            await second.press("1")
            await second.sees("Close it there")
            everything(second)
    tally("X1", 2)


async def test_a_click_on_hostile_text_does_what_its_place_says(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[@click=app.quit]Ann[/]"
    with closing(opened(data)) as book:
        set_intention(book, TODAY, text)
    async with watched(data, monkeypatch) as (user, ran):
        await user.click("Ann[/]")
        await user.sees("Intention:")
        assert user.app.screen.query_one(Input).value == text
        assert ran == ["intention"]
    tally("X1")


async def test_what_files_to_import_say_is_only_ever_shown(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = (text.replace("\r", "").replace("\n", "\\n").encode(errors="surrogatepass") for text in HOSTILE)
    cards = (b"BEGIN:VCARD\nFN:Qa%b\nORG:Qb%b\nNOTE:Qc%b\nEND:VCARD\n" % (text, text, text) for text in people)
    folder = tmp_path / "[@click=app.quit]x[" / "\u202e[/]"
    folder.mkdir(parents=True)
    (folder / "[b]$name.vcf").write_bytes(b"".join(cards))
    async with watched(data, monkeypatch, size=(200, 50)) as (user, ran):
        await user.press("I")
        await user.sees("What can be read")
        await user.paste(f"{folder}/[")
        await user.sees("[b]$name.vcf")
        everything(user)
        await user.press("tab")
        await user.press("enter")
        await user.sees("To be imported", "[b]$name.vcf: vCard")
        rows: list[str] = []
        for _ in range(12):
            await user.press("enter", "j")
            rows += everything(user)
        assert any("Qc" in row for row in rows)
        await user.press("p")
        everything(user)
        assert set(ran) == {"app.import_people", "complete(1)", "submit", "choose", "move(1)", "problems"}
    tally("X1", len(HOSTILE))

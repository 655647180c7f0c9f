"""The registry of actions: every action can be done, by a key that is its own, and is named alike everywhere."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.actions import parse
from textual.binding import Binding

from netpractice.tui.actions import (
    ACTION,
    ACTIONS,
    GROUPS,
    SCREENS,
    Action,
    Keys,
    Where,
    actions_for,
    bindings,
    key_label,
)
from netpractice.tui.app import NetpracticeApp
from netpractice.tui.modals.batch import BatchSheet
from netpractice.tui.modals.card import CardSheet
from netpractice.tui.modals.events import EventsSheet
from netpractice.tui.modals.favours import FavoursSheet
from netpractice.tui.modals.form import FormSheet
from netpractice.tui.modals.guided import GuidedSheet
from netpractice.tui.modals.import_mapping import MappingSheet
from netpractice.tui.modals.import_preview import PreviewSheet
from netpractice.tui.modals.import_sheet import ImportSheet
from netpractice.tui.modals.merge import MergeSheet
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.modals.sorting import SortingSheet
from netpractice.tui.modals.talk import TalkSheet
from netpractice.tui.screens.followups import FollowupsPane
from netpractice.tui.screens.journal import JournalPane
from netpractice.tui.screens.main import MainScreen
from netpractice.tui.screens.roster import RosterPane
from netpractice.tui.screens.scorecard import ScorecardPane
from netpractice.tui.screens.today import TodayPane
from netpractice.tui.screens.week import WeekPane
from netpractice.tui.widgets.line_input import FilterLine
from netpractice.tui.widgets.list import LineList

PLACES: dict[Where, type] = {
    "today": TodayPane,
    "roster": RosterPane,
    "card": CardSheet,
    "form": FormSheet,
    "merge": MergeSheet,
    "sorting": SortingSheet,
    "import": ImportSheet,
    "mapping": MappingSheet,
    "preview": PreviewSheet,
    "scorecard": ScorecardPane,
    "followups": FollowupsPane,
    "favours": FavoursSheet,
    "events": EventsSheet,
    "week": WeekPane,
    "guided": GuidedSheet,
    "journal": JournalPane,
    "talk": TalkSheet,
    "batch": BatchSheet,
    "list": LineList,
    "filter": FilterLine,
    "sheet": Sheet,
    "everywhere": NetpracticeApp,
}
"""The class that does the actions of each place."""

OVER_OTHERS = {
    "sheet.leave", "form.save", "batch.save", "sorting.back", "sorting.new", "guided.back", "events.batch",
    "import.read", "mapping.read", "preview.carry_out",
}  # fmt: skip
"""Actions of pages that take a key over from everywhere: `q` goes back there, `u` to the last answer."""

WITH_UNDO = {
    "roster.archive", "roster.remove", "card.archive", "card.remove", "sorting.archive", "today.not_now",
    "journal.remove", "talk.remove",
    "week.leave_row", "guided.let_go",
    "followups.let_go", "followups.done", "followups.remove", "favours.remove", "events.remove",
}  # fmt: skip
"""Actions of a bare key that take something away; the journeys show that undo brings it back."""

EITHER = {f"today.tick.{n}" for n in range(1, 7)} | {f"today.attitude.{n}" for n in range(5)}
"""Actions of which one half can be done while the attitude is asked for, the other half otherwise."""


@pytest.mark.parametrize("action", ACTIONS, ids=[action.id for action in ACTIONS])
def test_every_action_is_done_by_a_method_of_its_place(action: Action) -> None:
    where, name, _ = parse(action.run)
    doer = {"app": NetpracticeApp, "screen": MainScreen, "": PLACES[action.where]}[where]
    assert callable(getattr(doer, f"action_{name}"))


def test_ids_are_unique_and_say_where_an_action_belongs() -> None:
    assert len(ACTION) == len(ACTIONS)
    for action in ACTIONS:
        prefix = action.id.partition(".")[0]
        assert prefix == action.where or action.where == "everywhere"


def test_no_key_means_two_things_in_one_place() -> None:
    keys = Keys()
    for where in PLACES:
        together = [a for a in (*actions_for(where), *actions_for("everywhere")) if a.id not in EITHER | OVER_OTHERS]
        together = list({action.id: action for action in together}.values())
        taken = Counter(key for action in together for key in keys.of(action))
        assert {key: n for key, n in taken.items() if n > 1} == {}
    for half in ("today.tick.", "today.attitude."):
        digits = Counter(key for action in ACTIONS if action.id.startswith(half) for key in keys.of(action))
        assert set(digits.values()) == {1}


def test_capitals_open_screens_and_nothing_else_does() -> None:
    capitals = {key: action.id for action in ACTIONS for key in Keys().of(action) if len(key) == 1 and key.isupper()}
    assert capitals == {capital: f"go.{key}" for key, capital, _ in SCREENS} | {
        "G": "list.last", "E": "scorecard.edit", "I": "import",
    }  # fmt: skip


def test_digits_mean_the_six_habits() -> None:
    for number in range(1, 7):
        assert ACTION[f"today.tick.{number}"].keys == str(number)


def test_no_bare_key_destroys() -> None:
    away = {action.id for action in ACTIONS if {"d", "x", "delete"} & set(Keys().of(action))}
    assert away == WITH_UNDO


def test_every_group_is_used() -> None:
    assert {action.group for action in ACTIONS} - {""} == set(GROUPS)


@pytest.mark.parametrize("where", PLACES)
def test_the_bindings_of_a_place_are_those_of_the_registry(where: Where) -> None:
    made = bindings(where)
    assert [binding.id for binding in made if isinstance(binding, Binding)] == [
        action.id for action in actions_for(where) if action.keys
    ]
    assert [binding.tooltip for binding in made if isinstance(binding, Binding)] == [
        action.does for action in actions_for(where) if action.keys
    ]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("ctrl+p", "^p"), ("escape", "Esc"), ("f1", "F1"), ("f12", "F12"), ("f", "f"), ("F", "F"), ("pageup", "PgUp"),
        ("?", "?"), ("full_stop", "full_stop"), ("space", "Space"),
    ],
)  # fmt: skip
def test_keys_are_written_as_people_read_them(key: str, label: str) -> None:
    assert key_label(key) == label

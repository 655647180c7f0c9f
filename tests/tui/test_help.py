"""The help page as lines: every action of a place, found by any of its words."""

from __future__ import annotations

import pytest

from netpractice.tui.actions import ACTIONS, Action, Keys, actions_for, entries
from netpractice.tui.modals.help import help_lines
from netpractice.tui.screens.place import Places
from netpractice.tui.widgets.lines import text_of

PLACES: Places = (("Here", "today"), ("In lists", "list"), ("Everywhere", "everywhere"))


EVERY_PLACE: Places = tuple((where, where) for where in dict.fromkeys(action.where for action in ACTIONS))


def shown(search: str = "", width: int = 80, keys: Keys | None = None, places: Places = PLACES) -> list[str]:
    """The text of the help page."""
    return [text_of(line).rstrip() for line in help_lines(places, keys or Keys(), search, width)]


def test_each_place_has_its_title_and_each_action_a_line() -> None:
    lines = shown()
    assert [line for line in lines if not line.startswith(" ")] == ["Here", "In lists", "Everywhere"]
    assert len(lines) == 3 + sum(len(entries(actions_for(where), Keys())) for _, where in PLACES)
    assert lines[1] == " 1-6         Habit           Tick a habit kept; again takes the tick back."


@pytest.mark.parametrize(("search", "found"), [
    ("evening", ["Evening line"]),
    ("EVENING line", ["Evening line"]),
    ("  tick  back ", ["Habit"]),
    ("whatever", []),
    ("start warm", ["Habit"]),
    ("journal", ["Go to"]),
    ("^r", ["Redo"]),
    ("palette", ["Season", "Back up now", "Theme", "Every command"]),
    ("évening", ["Evening line"]),
])  # fmt: skip
def test_an_action_is_found_by_its_words(search: str, found: list[str]) -> None:
    lines = [line for line in shown(search) if line.startswith(" ")]
    assert [line[13:28].strip() for line in lines] == found


@pytest.mark.parametrize("action", [action for action in ACTIONS if not action.group], ids=lambda action: action.id)
def test_every_action_is_found_by_its_name(action: Action) -> None:
    assert any(action.name in line for line in shown(action.name, places=EVERY_PLACE))


def test_no_line_is_cut_at_80_columns() -> None:
    assert [line for line in shown(width=76, places=EVERY_PLACE) if "…" in line] == []


@pytest.mark.parametrize("width", [0, 10, 30, 40])
def test_a_narrow_page_keeps_keys_and_names(width: int) -> None:
    assert all(line.startswith(" q ^c        Quit") for line in shown("save and leave", width) if line.startswith(" "))


def test_the_keys_shown_are_those_in_force() -> None:
    lines = shown("habit", keys=Keys({"today.tick.1": "a"}))
    assert " a           Start warm      Tick it, or take the tick back." in shown(
        "start", keys=Keys({"today.tick.1": "a"})
    )
    assert not any(line.startswith(" 1-6") for line in lines)

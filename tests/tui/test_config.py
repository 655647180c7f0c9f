"""Keys and glyphs from the config: what can't be used is named, and the defaults hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice.tui.actions import ACTION, ACTIONS, Keys, actions_for, entries
from netpractice.tui.config import Config
from netpractice.tui.theme import ASCII, UNICODE


def test_no_file_is_the_defaults(tmp_path: Path) -> None:
    assert Config.load(tmp_path / "config.toml") == Config()


def test_keys_and_glyphs_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('glyphs = "ascii"\n[keys]\n"today.intention" = "z,ctrl+w"\n', "utf-8")
    config = Config.load(path)
    assert config.problems == ()
    assert config.glyphs is ASCII
    assert Keys(config.keymap).labels(ACTION["today.intention"]) == "z ^w"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[keys]\n"today.intentoin" = "w"', "c: there is no action 'today.intentoin'; is it 'today.intention'?"),
        ('[keys]\n"nonsense" = "w"', "c: there is no action 'nonsense'."),
        ('[keys]\n"today.intention" = 3', "c: the key of today.intention is a text such as 'w' or 'ctrl+w'."),
        ('[keys]\n"today.intention" = " "', "c: the key of today.intention is a text such as 'w' or 'ctrl+w'."),
        ('[keys]\n"today.intention" = "e"', "c: 'e' is the key of both today.intention and today.reflection."),
        ('[keys]\n"today.intention" = "q"', "c: 'q' is the key of both today.intention and quit."),
        ('[keys]\n"list.up" = "g"', "c: 'g' is the key of both list.up and list.first."),
        ('[keys]\nundo = "f7"\nredo = "f7"', "c: 'f7' is the key of both undo and redo."),
        ('keys = "w"', "c: keys is a table."),
    ],
)
def test_keys_that_cannot_be_used_are_named_and_none_of_them_holds(text: str, problem: str) -> None:
    config = Config.parse(text, "c")
    assert config.problems == (f"{problem} The default keys hold.",)
    assert config.keymap == {}


def test_two_actions_may_trade_their_keys() -> None:
    config = Config.parse('[keys]\n"today.intention" = "e"\n"today.reflection" = "i"', "c")
    assert config.problems == ()


def test_unknown_settings_and_glyphs_are_named_and_the_rest_holds() -> None:
    config = Config.parse('glyphs = "emoji"\ncolour = "red"\n[keys]\n"help" = "f2"', "c")
    assert config.problems == (
        "c: colour isn't a setting. It is left out.",
        "c: glyphs is 'unicode' or 'ascii'. Unicode holds.",
    )
    assert (config.glyphs, config.keymap) == (UNICODE, {"help": "f2"})


@pytest.mark.parametrize("content", [b"[keys", b"\xff\xfe", b"a = "])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    (problem,) = Config.load(path).problems
    assert problem.startswith(f"{path} can't be read (")
    assert problem.endswith("The default keys hold.")


def test_a_group_falls_apart_when_one_of_its_keys_is_changed() -> None:
    together = entries(actions_for("today"), Keys())
    assert [entry.keys for entry in together][:2] == ["1-6", "0-4"]
    apart = entries(actions_for("today"), Keys({"today.tick.1": "f2"}))
    assert [entry.keys for entry in apart][:7] == ["F2", "2", "3", "4", "5", "6", "0-4"]


def test_every_action_fits_a_line_of_help_and_has_a_name_of_its_own() -> None:
    names = {entry.name for where in ("today", "everywhere") for entry in entries(actions_for(where), Keys())}
    assert max(map(len, names)) <= 15
    shown = [entry for where in ("today", "list", "everywhere") for entry in entries(actions_for(where), Keys())]
    assert max(len(entry.does) for entry in shown) <= 46
    assert max(len(entry.keys) for entry in shown) <= 11
    assert len(ACTION) == len(ACTIONS)

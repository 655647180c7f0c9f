"""Finding one's way: six screens, header and footer, help, palette and theme."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from textual.command import DiscoveryHit, Hit
from textual.dom import DOMNode

from netpractice.tui.actions import ACTIONS, SCREENS, Action, Keys, ScreenKey, actions_for, entries
from netpractice.tui.commands import ActionCommands
from netpractice.tui.config import Config
from netpractice.tui.screens.main import MainScreen
from netpractice.tui.theme import DARK, LIGHT
from netpractice.tui.widgets.list import LineList
from tests.journeys.test_due_now import write_due
from tests.journeys.user import LARGE, User, at_the_screen, opened

PRINTABLE = sorted({key for action in ACTIONS for key in Keys().of(action) if len(key) == 1})
"""Every bare key of the registry."""


def reachable(key: ScreenKey) -> tuple[Action, ...]:
    """The actions that a screen offers at one time or another."""
    return (*actions_for(key), *actions_for("everywhere"))


async def test_each_capital_opens_its_screen_and_header_and_footer_follow(data: Path) -> None:
    async with at_the_screen(data) as user:
        for key, capital, name in reversed(SCREENS):
            await user.press(capital)
            await user.stands_on(name)
            assert user.painted.text[-1].split()[-4:] == ["?", "Help", "q", "Quit"]
            assert "n Note" in user.painted.text[-1] or key != "today"
        assert "1-6 Habit" in user.painted.text[-1]


async def test_brackets_go_round(data: Path) -> None:
    async with at_the_screen(data) as user:
        for _, _, name in (*SCREENS[1:], SCREENS[0]):
            await user.press("]")
            await user.stands_on(name)
        await user.press("[")
        await user.stands_on("Week")


async def test_names_in_the_header_can_be_clicked(data: Path) -> None:
    async with at_the_screen(data) as user:
        for _, _, name in reversed(SCREENS):
            await user.click(name)
            await user.stands_on(name)


async def test_words_in_the_footer_and_on_the_page_can_be_clicked(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.click("Start warm")
        assert "✓ Start warm" in user.screen
        await user.click("u Undo")
        assert "□ Start warm" in user.screen
        await user.press("p")
        assert "a pass, 1 more this month" in user.screen
        await user.click("Evening")
        await user.sees("Evening: how did it go?")
        await user.press("escape")
        await user.click("? Help")
        await user.sees("Help: Today")
        await user.press("escape")
        await user.click("Show up open")
        await user.click("Esc Leave it")
        assert "how open?" in user.screen
        await user.click("q Quit")
        await user.pilot.pause()
        assert not user.app.is_running


@pytest.mark.parametrize("key", [key for key, _, _ in SCREENS])
async def test_help_names_every_action_of_the_screen_with_its_keys(data: Path, key: ScreenKey) -> None:
    async with at_the_screen(data, size=(120, 60)) as user:
        await user.press(next(capital for each, capital, _ in SCREENS if each == key), "?")
        await user.sees("Help: ", "Esc closes")
        for entry in entries(reachable(key), Keys()):
            row = user.row(f" {entry.does}")
            assert f"│  {entry.keys or 'palette'} " in row
            assert f" {entry.name} " in row


async def test_help_is_searched_by_typing_and_scrolled(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("f1")
        await user.sees("Help: Today", "type to search")
        assert "Leave" not in user.screen.replace("leave it as", "")
        await user.press("pagedown", "pagedown", "pagedown")
        assert "q ^c" in user.screen
        await user.press("up", *["pageup"] * 3)
        await user.type("TAKE back")
        await user.sees_no("Go to")
        found = [row.strip("│ ").split() for row in user.painted.text if row.startswith("│  ")]
        assert [words[0] for words in found if words] == ["1-6", "Backspace", "u"]
        await user.type("zz")
        await user.sees("Nothing with these words; Esc closes.")
        await user.press("escape")
        assert "Help" not in user.screen.replace("? Help", "")


async def test_help_shows_the_keys_in_force(data: Path) -> None:
    config = Config(keymap={"today.intention": "w", "today.tick.1": "a"})
    async with at_the_screen(data, size=(120, 60), config=config) as user:
        await user.press("?")
        assert "│  w           Intention " in user.row("Write what you mean to do")
        assert "│  a           Start warm " in user.screen
        await user.press("escape", "a")
        assert "✓ Start warm" in user.screen
        await user.press("w")
        await user.sees("Intention:")


async def test_a_config_that_cannot_be_used_is_named_and_the_defaults_hold(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\n"today.intention" = "e"\n"today.pass" = "w"\n')
    async with at_the_screen(data, config=Config.load(path)) as user:
        await user.sees(f"{path}: 'e' is the key of both today.intention and today.reflection. The default keys hold.")
        await user.press("p")
        assert "a pass, 1 more this month" in user.screen
        await user.press("i")
        await user.sees("Intention:")


def hits_shown(hits: list[Hit | DiscoveryHit]) -> dict[str, str]:
    """The names of the commands of a palette, with what is shown of each."""
    return {hit.text or "": str(hit.prompt if isinstance(hit, DiscoveryHit) else hit.match_display) for hit in hits}


async def test_every_action_is_in_the_palette_with_its_key(data: Path) -> None:
    async with at_the_screen(data) as user:
        for key, capital, _ in SCREENS:
            await user.press(capital)
            palette = ActionCommands(user.app.screen)
            for asking in (False, True) if key == "today" else (False,):
                await user.press(*(["3"] if asking else []))
                frame = user.app.frame
                wanted = [action for action in actions_for(key) if frame.pane.can_do(action)]
                wanted += actions_for("everywhere")
                shown = hits_shown([hit async for hit in palette.discover() if isinstance(hit, DiscoveryHit)])
                assert shown == {action.name: f"{action.name}  {Keys().label(action)}" for action in wanted}
                for action in wanted:
                    found = [hit async for hit in palette.search(action.name) if isinstance(hit, Hit)]
                    best = max(found, key=lambda hit: hit.score)
                    assert best.text == action.name


async def test_the_palette_covers_the_registry() -> None:
    assert {a.id for key, _, _ in SCREENS for a in reachable(key)} == {
        a.id for a in ACTIONS if a.where in (*(key for key, _, _ in SCREENS), "everywhere")
    }


async def test_every_command_of_the_palette_can_be_run(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: dict[str, bool] = {}
    write_due(data, 0, 6)
    async with at_the_screen(data) as user:
        await user.sees("Due now · 6")
        run_action = user.app.run_action

        async def recorded(run: str, namespace: DOMNode | None = None) -> bool:
            ran[run] = await run_action(run, namespace)
            return ran[run]

        monkeypatch.setattr(user.app, "run_action", recorded)
        for action in reachable("today"):
            await user.app.frame.action_go("today")
            await user.press(*(["3"] if "attitude" in action.id else []))
            await user.app.frame.pane.do(action)
            while user.app.is_running and not isinstance(user.app.screen, MainScreen):
                await user.press("escape")
    assert [action.id for action in reachable("today") if not ran.get(action.run)] == []


@pytest.mark.parametrize("key", ["ctrl+p", ":"])
async def test_a_command_is_found_by_typing_and_run_with_enter(data: Path, key: str) -> None:
    async with at_the_screen(data) as user:
        await user.press("2", key)
        await user.sees("type to search", "Tick it, or take the tick back.")
        await user.type("undo")
        await user.sees_no("Listen to help  4")
        await user.sees("Undo  u")
        await user.press("enter")
        await user.sees("Undone: ticked Anywhere, Sun 22 Nov.")
        assert "□ Anywhere" in user.screen


async def types_everything(user: User) -> str:
    """Type every bare key of the registry, and return them."""
    await user.type("".join(PRINTABLE))
    return "".join(PRINTABLE)


async def test_no_bare_key_acts_while_a_line_is_written(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("i")
        await user.sees("Intention:")
        typed = await types_everything(user)
        await user.sees(typed)
        assert user.app.book.undo_label is None
        await user.press("enter")
        assert f"i Intention  {typed}" in user.screen
        await user.saved()


async def test_no_bare_key_acts_while_help_or_palette_is_searched(data: Path) -> None:
    async with at_the_screen(data) as user:
        for key, there in (("?", "Help: Today"), ("ctrl+p", "Tick it, or take")):
            await user.press(key)
            await user.sees(there)
            await user.sees(await types_everything(user))
            await user.press("escape")
            assert user.app.is_running
            assert user.app.book.undo_label is None
            assert user.app.frame.open_key == "today"


async def test_the_chosen_theme_is_kept(data: Path) -> None:
    async with at_the_screen(data) as user:
        assert user.app.theme == DARK.name
        await user.press("ctrl+p")
        await user.sees("type to search")
        await user.type("theme")
        await user.sees("Choose the colours")
        await user.press("enter")
        await user.sees("catppuccin-latte")
        await user.type("practice-li")
        await user.sees_no("catppuccin-latte")
        await user.press("enter")
        await user.until(lambda: user.app.theme == LIGHT.name, "the light theme")
        await user.saved()
    async with at_the_screen(data, size=LARGE) as user:
        assert user.app.theme == LIGHT.name
        await user.press("u")
        await user.sees("Undone: chose the theme netpractice-light.")


async def test_a_theme_that_is_not_there_gives_the_default(data: Path) -> None:
    with closing(opened(data)) as book:
        book.set_theme("gone [/] theme")
        book.save()
    async with at_the_screen(data) as user:
        assert user.app.theme == DARK.name
        await user.press("1")
        await user.saved()


@pytest.mark.parametrize(
    ("key", "beside"), [("T", "Six habits"), ("R", "Gave 0"), ("J", "Sat 21 Nov · @train"), ("F", " Leads ")]
)
async def test_a_click_beside_a_list_leaves_it_the_keys(demo: Path, key: str, beside: str) -> None:
    async with at_the_screen(demo) as user:
        await user.press(key, "j")
        rows = user.app.focused
        assert isinstance(rows, LineList)
        at = rows.cursor
        await user.click(beside)
        await user.settle()
        await user.press("j")
        assert user.app.focused is rows
        assert rows.cursor != at


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_help_says_all_of_what_a_screen_is_for(demo: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(demo, size=size) as user:
        await user.press("S", "?")
        await user.sees("Help: Scorecard", "Every cell is explained below it", "once.")

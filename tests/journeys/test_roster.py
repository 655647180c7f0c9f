"""The roster, key by key: finding people, being in touch, changing one or several, and the way back of each."""

from __future__ import annotations

import base64
from contextlib import closing
from pathlib import Path

import pytest

from netpractice.domain.records import Contact, Conversation
from netpractice.practice import people
from netpractice.tui.config import Config
from netpractice.tui.theme import ASCII
from tests.journeys.user import LARGE, TODAY, User, at_the_screen, opened

FIRST, SECOND, THIRD = "Ha-eun Yesi", "Noa Dugma", "Amihan Halimbawa"
"""The first three people of the sample book by whose turn it is."""


def contacts_on_disk(data: Path) -> dict[str, Contact]:
    """The contacts as they are on the disk now, by name."""
    with closing(opened(data, writable=False)) as book:
        return {contact.name: contact for contact in book.records.contacts.values()}


def under_the_cursor(user: User) -> str:
    """The name in the title of the card, which is that of the person under the cursor."""
    card = user.app.screen.query_one("RosterPane #card")
    return card.border_title or ""


def add_people(data: Path, *names: str) -> None:
    """Write a book with people of these names."""
    with closing(opened(data)) as book:
        for name in names:
            people.add(book, name)


def names_shown(user: User) -> list[str]:
    """The names in the list, from top to bottom."""
    rows = user.painted.text
    first = next(n for n, row in enumerate(rows) if row.lstrip("│ ").startswith("Name")) + 1
    names = [row.lstrip("│")[2:20].strip() for row in rows[first:]]
    return names[: next(n for n, name in enumerate(names) if not name or "──" in name)]


async def test_whose_turn_it_is_stands_first_and_the_card_follows_the_cursor(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R")
        await user.stands_on("Roster")
        assert names_shown(user)[:3] == [FIRST, SECOND, THIRD]
        assert "26 people · 3 due · by turn" in user.screen
        assert "▲ reconnect" in user.row(FIRST)
        assert "! today" in user.row(THIRD)
        assert under_the_cursor(user) == FIRST
        await user.press("j", "down")
        assert under_the_cursor(user) == THIRD
        assert "draw the rain plan: measured the lawn" in user.screen
        await user.press("G")
        assert under_the_cursor(user) == "Aino Esimerkki"
        assert "resting" in user.row("Aino Esimerkki")


async def test_a_book_without_anybody_names_the_next_keys_and_three_names_are_a_roster(data: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("R")
        await user.sees("Start with people who already like you.", "a adds somebody")
        await user.press("c", "e", "d", "delete", "space", "w", "t", "r", "y", "m", "enter", "j", "escape")
        assert user.app.book.undo_label is None
        for name in ("Ann Lee", "Bo Ek", "Zoë Łaska"):
            await user.press("a")
            await user.sees("Who?")
            await user.type(name)
            await user.press("enter")
            await user.sees(name)
            assert under_the_cursor(user) == name
        assert names_shown(user) == ["Ann Lee", "Bo Ek", "Zoë Łaska"]
        assert "3 people" in user.screen
        await user.press("k", "c")
        assert "today" in user.row("Bo Ek")
        await user.saved()
    there = contacts_on_disk(data)
    assert list(there) == ["Ann Lee", "Bo Ek", "Zoë Łaska"]
    with closing(opened(data, writable=False)) as book:
        (talk,) = book.records.conversations.values()
    assert isinstance(talk, Conversation)
    assert (talk.day, talk.people[0].contact) == (TODAY, there["Bo Ek"].id)


async def test_somebody_like_somebody_there_is_shown_and_never_blocked(data: Path) -> None:
    add_people(data, "Zoë Łaska")
    async with at_the_screen(data) as user:
        await user.press("R", "a")
        await user.type("zoe laska")
        await user.sees("May be on the roster already", "Zoë Łaska (new)")
        await user.press("enter")
        assert names_shown(user) == ["Zoë Łaska", "zoe laska"]
        await user.press("a", "enter")
        await user.sees("Who?")
        await user.press("escape")
        assert "2 people" in user.screen
        await user.press("/")
        await user.type("laska")
        await user.press("enter", "a")
        await user.type("Bo Ek")
        await user.press("enter")
        await user.sees("3 people")
        assert under_the_cursor(user) == "Bo Ek"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lucja", ["Łucja Przykład"]),
        ("SOREN", ["Søren Eksempel"]),
        ("#music", [THIRD]),
        ("circle:warm due", [THIRD]),
        ("company:bakery", ["Pilar Ejemplo"]),
        ("met:pancake", [FIRST]),
        ("resting", ["Aino Esimerkki"]),
    ],
)
async def test_a_filter_finds_people_while_it_is_typed(demo: Path, typed: str, found: list[str]) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "/")
        await user.type(typed)
        assert names_shown(user) == found
        assert f"{len(found)} of 26 people" in user.screen
        assert under_the_cursor(user) == found[0]


async def test_a_filter_is_kept_and_cleared_and_the_cursor_comes_back(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "j", "j", "/")
        await user.type("circle:friendly")
        assert user.painted.text[-1] == " Enter Keep it  Esc Clear it  F1 Help  ^c Quit"
        await user.press("enter", "j")
        assert under_the_cursor(user) == "Łucja Przykład"
        assert "/ circle:friendly" in user.screen
        await user.press("escape")
        assert "26 people" in user.screen
        assert "circle:friendly" not in user.screen
        assert under_the_cursor(user) == "Łucja Przykład"
        await user.press("/")
        await user.type("jones")
        await user.sees("Nobody of 26 fits.")
        assert under_the_cursor(user) == ""
        await user.press("escape")
        assert under_the_cursor(user) == "Łucja Przykład"
        await user.press("k")
        assert under_the_cursor(user) == "Chloé Exemple"


async def test_a_filter_that_cannot_be_read_says_so_and_the_rest_of_it_holds(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "/")
        await user.type("job:x #music")
        await user.sees("job: means nothing here.", "1 of 26 people")
        await user.press("down")
        await user.press("escape")
        await user.sees_no("job:")


async def test_keys_typed_into_the_filter_do_nothing_else(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "/")
        await user.type("ad ce RJT 12")
        assert user.app.book.undo_label is None
        assert "/ ad ce RJT 12" in user.screen


async def test_orders_go_round_with_the_cursor_on_the_same_person(demo: Path) -> None:
    async with at_the_screen(demo, size=LARGE) as user:
        await user.press("R", "j", "j")
        for order in ("name", "circle", "last contact", "favours", "latest added", "turn"):
            await user.press("o")
            assert f"by {order} ─" in user.screen
            assert under_the_cursor(user) == THIRD
            assert THIRD in user.screen
        await user.press("o")
        assert names_shown(user)[:3] == ["Ada Example", "Aino Esimerkki", THIRD]
        await user.click("Circle")
        assert "by circle ─" in user.screen
        await user.click("G:R")
        assert "by favours ─" in user.screen


async def test_in_touch_today_moves_somebody_down_and_undo_brings_back(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "c")
        await user.until(lambda: names_shown(user)[0] == SECOND, "the next in turn first")
        assert under_the_cursor(user) == FIRST
        assert "today  ● in 14 d" in user.row(FIRST)
        await user.press("c")
        await user.sees(f"in touch with {FIRST} today already.")
        await user.press("u")
        assert names_shown(user)[0] == FIRST
        assert under_the_cursor(user) == FIRST


async def test_archiving_puts_away_and_brings_back(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "d")
        await user.until(lambda: FIRST not in names_shown(user), "nobody of that name")
        assert under_the_cursor(user) == SECOND
        assert "25 people" in user.screen
        await user.press("/")
        await user.type("archived")
        assert names_shown(user) == [FIRST]
        await user.press("enter", "d", "escape")
        assert "26 people" in user.screen
        await user.press("u", "u")
        assert "Archived" not in user.screen
        assert "26 people" in user.screen
        await user.press("ctrl+r")
        assert "25 people" in user.screen


async def test_removing_is_undone_with_all_that_was(demo: Path) -> None:
    before = contacts_on_disk(demo)
    async with at_the_screen(demo) as user:
        await user.press("R", "j", "delete")
        await user.until(lambda: SECOND not in names_shown(user), "nobody of that name")
        await user.saved()
        assert SECOND not in contacts_on_disk(demo)
        await user.press("u")
        assert names_shown(user)[1] == SECOND
        await user.saved()
    assert contacts_on_disk(demo) == before


async def test_marked_people_are_changed_together(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "space", "space")
        assert user.row(FIRST).startswith("✓ ")
        assert "2 marked" in user.screen
        assert under_the_cursor(user) == THIRD
        assert user.painted.text[-1].startswith(" w Circle  t Tags  r Rhythm  d Archive  m Merge")
        await user.press("w")
        await user.sees("The circle of 2 people")
        await user.press("f")
        await user.press("t")
        await user.sees("Tags for 2 people", "#maps (1)")
        await user.type("breakfast, -maps")
        await user.sees("+#breakfast -#maps")
        await user.press("enter", "r")
        await user.type("6w")
        await user.sees("every 42 days")
        await user.press("enter")
        await user.saved()
        there = contacts_on_disk(demo)
        for name in (FIRST, SECOND):
            contact = there[name]
            assert (contact.circle, contact.tags, contact.rhythm_days) == ("friendly", ("breakfast",), 42)
        assert there[THIRD].circle == "warm"
        await user.press("d")
        await user.until(lambda: "24 people" in user.screen, "two fewer")
        await user.press("u", "u", "u", "u")
        assert names_shown(user)[:2] == [FIRST, SECOND]
        assert "2 marked" in user.screen
        await user.press("escape")
        assert "marked" not in user.screen
        await user.saved()
    assert contacts_on_disk(demo)[FIRST].tags == ("maps",)


async def test_what_cannot_be_read_stays_in_the_question(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "r")
        await user.sees("How often to be in touch with Ha-eun Yesi", "as the circle has it: every 14 days")
        await user.press("ctrl+u")
        await user.type("sometimes")
        await user.sees("'sometimes' is no rhythm")
        await user.press("enter")
        await user.sees("sometimes", "Enter keeps it, Esc leaves it")
        await user.press("ctrl+u")
        await user.type("resting")
        await user.sees("never due")
        await user.press("enter")
        assert "resting" in user.row(FIRST)
        await user.press("r")
        await user.press("escape")
        assert "resting" in user.row(FIRST)


async def test_two_become_one_and_two_again(demo: Path) -> None:
    before = contacts_on_disk(demo)
    async with at_the_screen(demo) as user:
        await user.press("R", "m")
        await user.sees("Mark two people with Space to make one of them.")
        await user.press("space", "m")
        await user.sees(f"{FIRST} and {SECOND}: one person?", "as one")
        await user.press("l")
        await user.sees(f"{SECOND} and {FIRST}: one person?")
        await user.press("enter")
        await user.sees("25 people")
        assert under_the_cursor(user) == SECOND
        await user.saved()
        one = contacts_on_disk(demo)[SECOND]
        assert f"Name: {FIRST}" in one.notes
        await user.press("u")
        await user.sees("26 people")
        await user.saved()
    assert contacts_on_disk(demo) == before


async def test_a_merge_that_is_left_changes_nothing(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "space", "m")
        await user.sees("one person?")
        await user.press("escape")
        await user.sees("26 people")
        assert user.app.book.undo_label is None


async def test_the_card_opens_whole_and_can_be_turned(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "j", "enter")
        await user.sees(f"─{SECOND}──", "Card", "Timeline")
        await user.press("l")
        await user.sees(f"─{THIRD}──", "How I could help")
        await user.press("G")
        await user.sees("rehearsal room")
        await user.press("h", "left")
        await user.sees(f"─{FIRST}──")
        await user.press("left")
        await user.sees(f"─{FIRST}──")
        await user.press("l", "q")
        await user.sees("26 people")
        assert under_the_cursor(user) == SECOND


async def test_on_the_card_the_same_keys_work(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "enter", "c")
        await user.sees("● in 14 d  last today")
        await user.press("w")
        await user.sees("The circle of Ha-eun Yesi")
        await user.press("w")
        await user.sees("every 21 d")
        await user.press("d")
        await user.sees("Archived")
        await user.press("u", "u", "u")
        await user.sees("▲ reconnect  last 34 d")
        await user.press("delete")
        await user.sees("25 people")
        await user.press("u")
        await user.sees("26 people")


async def test_a_line_and_a_card_are_copied_as_text(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "y")
        await user.sees("Copied.")
        assert user.app.clipboard.startswith(
            "Ha-eun Yesi / landscape planner, Pocket Gardens / new / last 34 d / reconnect"
        )
        await user.press("space", "space", "y")
        assert [line.partition(" / ")[0] for line in user.app.clipboard.splitlines()] == [FIRST, SECOND]
        await user.press("enter", "y")
        assert user.app.clipboard.startswith(f"{THIRD}\n second violin")
        assert base64.b64encode(user.app.clipboard.encode())


async def test_every_field_is_edited_in_a_form(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "e")
        await user.sees("Introduced by", "as you would say it")
        await user.press("tab")
        await user.type("Hana")
        await user.press("enter", "up")
        await user.sees("familiar  new")
        await user.press("tab", "ctrl+u")
        await user.type("3 months")
        await user.press("tab", "tab", "tab", "tab")
        await user.sees("several with commas between")
        await user.type("+1 314 555 0100, 020 7946 0000")
        await user.press("tab", "tab")
        await user.type("12 mar 1980")
        await user.press("tab", "tab", "tab")
        await user.type("ada")
        await user.sees("Up and down choose: Ada Example")
        await user.press("down", "tab")
        await user.type("Line one")
        await user.press("enter")
        await user.type("line two")
        await user.press("ctrl+s")
        await user.sees("26 people")
        await user.saved()
        there = contacts_on_disk(demo)
        contact = there[FIRST]
        assert (contact.nickname, contact.circle, contact.rhythm_days) == ("Hana", "familiar", 90)
        assert contact.phones == ("+1 314 555 0100", "020 7946 0000")
        assert (contact.birthday, contact.introduced_by) == ("1980-03-12", there["Ada Example"].id)
        assert contact.notes == "Line one\nline two"
        await user.press("u")
        await user.saved()
    assert contacts_on_disk(demo)[FIRST].nickname == ""


async def test_what_is_wrong_is_said_under_its_field_and_stays(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "e", "ctrl+u")
        await user.sees("nobody is without a name")
        await user.press("ctrl+s")
        await user.sees("nobody is without a name")
        await user.type("Ha-eun")
        await user.press(*["tab"] * 9)
        await user.type("32 mar")
        await user.sees("'32 mar' is no birthday") if "is no birthday" in user.screen else None
        await user.press("ctrl+u", "tab", "tab", "tab")
        await user.type("Nobody Known")
        await user.press("ctrl+s")
        await user.sees("nobody else on the roster is called Nobody Known")
        assert "Nobody Known" in user.screen
        await user.press("ctrl+u", "ctrl+s")
        await user.sees("26 people")
        await user.saved()
    assert "Ha-eun" in contacts_on_disk(demo)


async def test_leaving_a_form_asks_only_when_something_was_changed(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "e", "escape")
        await user.sees("26 people")
        await user.press("e")
        await user.type(" II")
        await user.press("escape")
        await user.sees("Keep what you changed?")
        await user.press("escape")
        await user.sees("Ha-eun Yesi II", "as you would say it")
        await user.press("escape", "x")
        await user.sees("26 people")
        assert user.app.book.undo_label is None
        await user.press("e")
        await user.type(" II")
        await user.press("escape", "s")
        await user.sees("Ha-eun Yesi II")
        assert user.app.book.undo_label is not None


async def test_the_mouse_goes_everywhere(demo: Path) -> None:
    async with at_the_screen(demo, size=LARGE) as user:
        await user.press("R")
        await user.click("Liam Sampla  ")
        assert under_the_cursor(user) == "Liam Sampla"
        await user.click("Liam Sampla  ")
        await user.sees("Marmalade Radio", "q Back")
        await user.click("h l Person")
        await user.sees("3 of 26")
        await user.click("q Back")
        await user.click("/ Filter")
        await user.type("marmalade")
        await user.sees("1 of 26 people")
        await user.click("Esc Clear it")
        await user.sees("26 people · ")
        await user.click("a Add")
        await user.sees("Who?")


async def test_the_list_scrolls_and_shows_where_it_is(demo: Path) -> None:
    async with at_the_screen(demo) as user:
        await user.press("R", "G", "k")
        assert names_shown(user)[-1] == "Aino Esimerkki"
        await user.press("g")
        assert names_shown(user)[0] == FIRST
        await user.pilot.click("RosterPane #rows", offset=(79, 12))
        assert under_the_cursor(user) == "Aino Esimerkki"
        await user.press("/")
        await user.type("circle:warm")
        assert names_shown(user)[0] == THIRD
        assert len(names_shown(user)) == 6


@pytest.mark.parametrize("size", [(59, 15), (60, 16), (80, 24), (120, 40)], ids=str)
async def test_every_size_lets_one_walk_and_change(demo: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(demo, size=size, config=Config(glyphs=ASCII)) as user:
        await user.press("R", "j", "c")
        await user.until(lambda: "in 14 d" in user.row(f"  {SECOND}"), "in touch today")
        await user.press("u")
        assert "^ reconnect" in user.row(f"  {SECOND}")


async def test_a_sorting_round_takes_one_key_each_and_goes_on_later(data: Path) -> None:
    with closing(opened(data)) as book:
        for name in ("Ann Lee", "Bo Ek", "Cy Oh", "Di Ray"):
            book.change("import", put=[book.new(Contact, name=name, company=f"{name[0]} Works", unsorted=True)])
    async with at_the_screen(data) as user:
        await user.press("R")
        await user.sees("4 people's circles are yet to be chosen: s begins a round")
        await user.press("s")
        await user.sees("1 of 4", "Ann Lee", "A Works", "likes you and forgives mistakes")
        await user.press("w")
        await user.sees("2 of 4", "Bo Ek")
        await user.press("u")
        await user.sees("1 of 4", "Ann Lee")
        await user.press("f", "s")
        await user.sees("3 of 4", "Cy Oh")
        await user.press("u")
        await user.sees("2 of 4", "Bo Ek")
        await user.press("s", "d")
        await user.sees("4 of 4", "Di Ray")
        await user.press("escape")
        await user.sees("2 people's circles are yet to be chosen")
        await user.click("s begins")
        await user.sees("1 of 2", "Bo Ek")
        await user.press("n", "m")
        await user.sees("2 chosen.")
        await user.press("s")
        await user.sees("Everybody's circle is chosen.")
        await user.saved()
    there = contacts_on_disk(data)
    assert {name: contact.circle for name, contact in there.items()} == {
        "Ann Lee": "friendly", "Bo Ek": "new", "Cy Oh": "new", "Di Ray": "familiar",
    }  # fmt: skip
    assert there["Cy Oh"].archived == TODAY
    assert not there["Ann Lee"].unsorted

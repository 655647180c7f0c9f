"""Bringing people in, key by key: naming files, looking first, choosing, and the way back to the byte."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from netpractice.domain.cards import Reading
from netpractice.domain.records import Contact
from netpractice.practice import importing, people
from netpractice.practice.book import Book
from netpractice.tui.modals import import_reading, import_sheet
from tests.journeys.user import LARGE, User, at_the_screen, opened

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Mina,Exempel,https://www.linkedin.com/in/mina-exempel,mina@example.org,Blue Kettle,Engineer,12 Mar 2024
Bo,Ejemplo,https://www.linkedin.com/in/bo-ejemplo,,Ejemplo & Sons,Owner,03 Feb 2021
Noa,Dugma,https://www.linkedin.com/in/noa-dugma,noa@example.org,Harbour Choir,Tenor,28 Jan 2020
"""

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Mina Exempel
EMAIL:mina@example.org
ORG:Red Kettle
TITLE:Lead engineer
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Cy Voorbeeld
TEL:+1 314 555 0100
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
"""

STRANGE = """Mitglied;Anschrift;Rufnummer
Ann Beispiel;Hill Road 1;+1 314 555 0100
Bo Beispiel;Low Road 2;+1 314 555 0101
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files to import, which is the one that the program runs in."""
    folder = tmp_path / "files"
    (folder / "empty").mkdir(parents=True)
    texts = {
        "Connections.csv": LINKEDIN,
        "phone.vcf": CARDS,
        "club members.csv": STRANGE,
        "page.txt": "<!doctype html><html></html>",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def on_disk(data: Path) -> dict[str, Contact]:
    """The contacts as they are on the disk now, by name."""
    with closing(opened(data, writable=False)) as book:
        return {contact.name: contact for contact in book.records.contacts.values()}


async def name_files(user: User, typed: str) -> None:
    """Open the page that asks for files, type, and go on."""
    await user.press("I")
    await user.sees("Bring in the people you already know")
    await user.type(typed)
    await user.press("enter")


async def import_files(user: User, typed: str) -> None:
    """Import all that files say, and leave the sorting for another time."""
    await name_files(user, typed)
    await user.sees("To be imported")
    await user.press("ctrl+s")
    await user.sees("to sort")
    await user.press("escape")


async def test_the_first_two_minutes(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("I")
        await user.sees("Nothing is written before you have looked", "Connections.csv", "phone.vcf")
        await user.type("Con")
        await user.sees_no("phone.vcf")
        await user.press("tab")
        await user.press("enter")
        await user.sees("+ 3 new", "Connections.csv: LinkedIn connections, 3 people")
        assert "Engineer, Blue Kettle · mina@example.org" in user.row("+ Mina Exempel")
        assert on_disk(data) == {}
        await user.press("ctrl+s")
        await user.stands_on("Roster")
        await user.sees("3 people to sort", "imported 3 people from Connections.csv", "s  begin")
        await user.press("s")
        await user.sees("1 of 3", "Mina Exempel")
        await user.press("w", "f", "s")
        await user.sees("2 chosen, 1 left for another time")
        await user.saved()
        await user.press("/")
        await user.type("kettle")
        await user.press("enter", "enter")
        await user.sees("Card", "Role          Engineer", "Circle        warm")
    there = on_disk(data)
    assert [(each.circle, each.unsorted) for each in there.values()] == [
        ("warm", False),
        ("friendly", False),
        ("familiar", True),
    ]
    assert there["Mina Exempel"].how_met == "LinkedIn, 12 Mar 2024"


async def test_one_step_takes_it_back_to_the_byte(demo: Path, files: Path) -> None:
    before = demo.read_bytes()
    async with at_the_screen(demo) as user:
        await import_files(user, "Connections.csv phone.vcf")
        await user.saved()
        assert {"Mina Exempel", "Bo Ejemplo", "Cy Voorbeeld"} <= set(on_disk(demo))
        await user.press("u")
        await user.sees("Undone: imported 4 people from 2 files")
        await user.saved()
    assert demo.read_bytes() == before


async def test_esc_goes_back_step_by_step_and_writes_nothing(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "phone.vcf")
        await user.sees("+ 2 new")
        await user.press("/")
        await user.type("cy")
        await user.sees("To be imported · 1 of 2")
        await user.press("enter", "escape")
        await user.sees("To be imported · 2 people")
        await user.press("escape")
        await user.sees("Bring in the people")
        assert user.row("File").split()[-1] == "phone.vcf"
        await user.press("escape")
        await user.sees("Start warm")
        assert user.app.book.undo_label is None


async def test_enter_never_imports(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "phone.vcf")
        await user.sees("+ 2 new")
        await user.press("enter", "enter", "enter")
        assert user.app.book.undo_label is None
        await user.sees("To be imported")


async def test_changes_are_shown_taken_and_left_one_by_one(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await import_files(user, "Connections.csv")
        with_typed = next(each for each in user.app.book.records.contacts.values() if each.name == "Mina Exempel")
        people.edit(user.app.book, with_typed.id, role="chief engineer")
        await name_files(user, "phone.vcf")
        await user.sees("+ 1 new", "~ 1 changed")
        assert "company · stays: role" in user.row("~ Mina Exempel")
        await user.press("enter")
        await user.sees("on the roster, found by e-mail")
        assert "✓ Company" in user.row("Blue Kettle -> Red Kettle")
        assert "□ Role" in user.row("stays chief engineer; the file says Lead engineer")
        await user.press("j", "j", "space", "space")
        assert "□ Company" in user.row("stays Blue Kettle; the file says Red Kettle")
        assert "✓ Role" in user.row("chief engineer -> Lead engineer")
        await user.press("k", "enter", "j", "space")
        await user.sees("1 left out")
        await user.press("ctrl+s")
        await user.sees("to sort")
        await user.press("escape")
        await user.saved()
    there = on_disk(data)
    assert "Cy Voorbeeld" not in there
    assert (there["Mina Exempel"].company, there["Mina Exempel"].role) == ("Blue Kettle", "Lead engineer")


async def test_somebody_else_of_the_same_address_is_added_apart(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await import_files(user, "Connections.csv")
        await name_files(user, "phone.vcf")
        await user.sees("~ 1 changed")
        await user.press("a")
        await user.sees("+ 2 new", "added apart")
        await user.press("a")
        await user.sees("~ 1 changed")
        await user.press("a", "ctrl+s")
        await user.sees("to sort")
        await user.press("escape")
        await user.saved()
        names = [contact.name for contact in user.app.book.records.contacts.values()]
        assert names.count("Mina Exempel") == 2


async def test_all_that_a_filter_finds_is_left_out_at_once(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "Connections.csv")
        await user.sees("+ 3 new")
        await user.press("/")
        await user.type("example.org")
        await user.press("enter", "o")
        await user.sees("+ 1 new", "2 left out")
        await user.press("escape", "/")
        await user.type("left")
        await user.sees("2 of 3")
        await user.press("enter", "o")
        await user.sees("+ 3 new", "Nobody of 3 fits")
        await user.press("space", "a", "enter", "o", "escape")
        await user.sees("To be imported · 3 people")


async def test_importing_again_changes_nothing_and_says_so(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await import_files(user, "Connections.csv")
        await user.saved()
        steps = user.app.book.undo_label
        await name_files(user, "Connections.csv")
        await user.sees("= 3 same", "as it is on the roster")
        await user.press("ctrl+s")
        await user.sees("imported nothing new from Connections.csv")
        assert user.app.book.undo_label == steps


async def test_what_could_not_be_read_is_told_with_its_line(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "phone.vcf")
        await user.sees("vCard, 2 of 3 people", "1 problem: line 13", "p tells more")
        await user.press("p")
        await user.sees("What couldn't be read or taken · 1", "! line 13:")
        await user.press("space", "enter", "o", "escape")
        await user.sees("To be imported · 2 people")
        assert "+ 2 new" in user.screen


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("gone.vcf", "gone.vcf: there is no such file."),
        ("page.txt", "this is a web page"),
        ("empty", "empty: there are no vCards in this folder"),
        ("", "no file is named yet"),
    ],
)
async def test_what_can_not_be_imported_is_said_and_what_was_typed_stays(
    data: Path, files: Path, typed: str, said: str
) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, typed)
        await user.sees(said)
        assert user.row("File").split()[1:2] == ([typed] if typed else ["~/Downloads/Connections.csv"])
        await user.type("x")
        await user.sees_no(said)


async def test_paths_are_completed_forth_and_back(data: Path, files: Path) -> None:
    (files / "cards").mkdir()
    (files / "cards" / "ann.vcf").write_text(CARDS, encoding="utf-8")
    async with at_the_screen(data) as user:
        await user.press("I")
        await user.sees("phone.vcf")
        seen = []
        for key in ("tab", "tab", "down", "shift+tab", "up", "up"):
            await user.press(key)
            seen.append(user.row("File").removeprefix(" File ").strip())
        assert seen == [
            "club members.csv",
            "Connections.csv",
            "phone.vcf",
            "Connections.csv",
            "club members.csv",
            "phone.vcf",
        ]
        await user.press("ctrl+u")
        await user.type("card")
        await user.sees("cards/")
        await user.press("tab", "tab")
        await user.sees("cards/ann.vcf")
        await user.press("enter")
        await user.sees("ann.vcf: vCard")


async def test_a_path_with_blanks_and_files_that_were_dragged_are_read(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await user.press("I")
        await user.paste(f"'{files}/Connections.csv'\n{files}/phone.vcf\n")
        await user.press("enter")
        await user.sees("2 files (LinkedIn connections, vCard): 5 of 6 people")
        await user.press("p")
        await user.sees("phone.vcf, line 13")


async def test_a_folder_of_cards_is_read(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await import_files(user, str(files))
        await user.saved()
    assert set(on_disk(data)) == {"Mina Exempel", "Cy Voorbeeld"}


async def test_a_table_with_strange_columns_asks_which_is_which(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "club members.csv")
        await user.sees("club members.csv: which column is which?")
        assert "Ann Beispiel · Bo Beispiel" in user.row("Mitglied")
        await user.press("backspace", "ctrl+s")
        await user.sees("Say in which column the names are", "In which column are the names?")
        await user.press("enter")
        await user.sees("What is in Mitglied?", "whole name")
        await user.press("n")
        assert "whole name" in user.row("Mitglied")
        await user.press("space", "o")
        assert "notes" in user.row("Anschrift")
        assert "phone" in user.row("Rufnummer")
        await user.press("h")
        assert "e-mail" in user.row("Rufnummer")
        await user.press("l", "ctrl+s")
        await user.sees("+ 2 new")
        await user.press("ctrl+s")
        await user.sees("2 people to sort")
        await user.press("escape")
        await user.saved()
    there = on_disk(data)
    assert (there["Ann Beispiel"].notes, there["Ann Beispiel"].phones) == ("Hill Road 1", ("+1 314 555 0100",))


async def test_columns_that_are_left_bring_nobody_in(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "club members.csv")
        await user.sees("which column is which?")
        await user.press("enter", "escape", "escape")
        await user.sees("Bring in the people")
        await user.press("escape")
        await user.sees("Start warm")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Lets reading go on, which waits for it after its first half."""
    gate = threading.Event()
    plan = importing.plan

    def patient(book: Book, readings: Sequence[Reading], *, progress: importing.Progress) -> importing.Plan:
        progress(0, 10)
        gate.wait(5)
        return plan(book, readings, progress=progress)

    monkeypatch.setattr(import_reading, "plan", patient)
    yield gate
    gate.set()


async def test_keys_are_answered_while_files_are_read_and_esc_stops_it(
    data: Path, files: Path, gate: threading.Event
) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "phone.vcf")
        await user.sees("Reading  50 %", "Esc stops it")
        await user.press("?")
        await user.sees("Help: Import")
        await user.press("escape", "escape")
        await user.sees("Stopped; nothing was written", "phone.vcf")
        gate.set()
        await user.press("backspace", "f")
        await user.sees("Bring in the people")
        await user.press("enter")
        await user.sees("+ 2 new")


async def test_what_was_read_meanwhile_is_shown_when_the_user_is_back(
    data: Path, files: Path, gate: threading.Event
) -> None:
    async with at_the_screen(data) as user:
        await name_files(user, "phone.vcf")
        await user.sees("Reading  50 %")
        await user.press("?")
        gate.set()
        page = next(screen for screen in user.app.screen_stack if isinstance(screen, import_sheet.ImportSheet))
        await user.until(lambda: page.waiting is not None, "the end of reading")
        await user.sees("Help: Import")
        await user.press("escape")
        await user.sees("+ 2 new")


async def test_a_change_meanwhile_stops_the_import_and_keeps_the_page(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        await import_files(user, "Connections.csv")
        await name_files(user, "phone.vcf")
        await user.sees("~ 1 changed")
        await user.press("u")
        await user.sees("Undone: imported 3 people")
        await user.press("ctrl+s")
        await user.sees("the roster was changed since this import was looked at")
        assert "To be imported" in user.screen


async def test_a_book_that_can_only_be_read_says_so_and_keeps_the_page(data: Path, files: Path) -> None:
    with closing(opened(data)) as book:
        people.add(book, "Ann")
        async with at_the_screen(data) as user:
            await name_files(user, "phone.vcf")
            await user.sees("+ 2 new")
            await user.press("ctrl+s")
            await user.sees("Close it there")
            assert "To be imported" in user.screen


async def test_it_is_in_the_palette_of_every_screen_and_opens_once(data: Path, files: Path) -> None:
    async with at_the_screen(data) as user:
        for screen in ("T", "S"):
            await user.press(screen, "ctrl+p")
            await user.type("import")
            await user.sees("Import  I")
            await user.press("enter")
            await user.sees("Bring in the people")
            await user.press("escape")
        await name_files(user, "phone.vcf")
        await user.sees("+ 2 new")
        await user.press("I")
        assert len(user.app.screen_stack) == 3
        await user.press("J")
        await user.stands_on("Journal")
        assert len(user.app.screen_stack) == 1


@pytest.mark.parametrize("size", [LARGE, (60, 16), (59, 15)])
async def test_it_can_be_done_in_any_size(data: Path, files: Path, size: tuple[int, int]) -> None:
    async with at_the_screen(data, size=size) as user:
        await import_files(user, "Connections.csv")
        await user.saved()
    assert len(on_disk(data)) == 3

"""import: files, folders, standard input and whole books; what is said, and what is left when it is taken back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netpractice.domain.text import SUSPICIOUS, clean_line
from tests.cli.conftest import CommandLine
from tests.counts import tally
from tests.hostile import HOSTILE

ANN = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann@example.org\r\nTITLE:CTO\r\nUID:u1\r\nEND:VCARD\r\n"
BO = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Kim;Bo\r\nTEL;CELL:+1 314 555 0100\r\nEND:VCARD\r\n"
CY = b"BEGIN:VCARD\nVERSION:4.0\nFN:Cy Roe\nORG:ACME;Maps\nBDAY:--0412\nNOTE:draws\\nmaps\nEND:VCARD\n"
NOBODY = b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"

LINKEDIN = (
    b"Notes:\n"
    b'"When exporting your connection data, you may notice that some e-mail addresses are missing."\n'
    b"\n"
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ann,Lee,https://www.linkedin.com/in/ann-lee-maps,,ACME,Chair,01 Jan 2024\n"
    b"Dee,Ito,https://www.linkedin.com/in/dee-ito,dee@example.org,Init,Editor,15 Mar 2023\n"
)
GOOGLE = (
    "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
    "Zoë,,Łukasik,,Atelier Nord,Potter,1980-02-29,,* myContacts,Home,zoe@example.org,Mobile,+48 600 100 200\n"
).encode("utf-16")
TABLE = "Wer;Wo;Post\nJörg Ångström;Kartenhaus;joerg@example.org\nMia Ø;;mia@example.org\n".encode("cp1252")

FILES = {
    "people.vcf": ANN + BO + CY,
    "bom.vcf": b"\xef\xbb\xbf" + ANN + NOBODY + CY,
    "wide.vcf": (ANN + BO).decode().encode("utf-16"),
    "old.vcf": BO.replace(b"\r\n", b"\r"),
    "Connections.csv": LINKEDIN,
    "contacts.csv": GOOGLE,
}
"""Files of each kind, with nobody real in them."""

NOT_CONTACTS = {
    "page.html": b"<!DOCTYPE html><html><body>Sign in to see your contacts</body></html>",
    "picture.vcf": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "document.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "archive.csv": b"PK\x03\x04" + bytes(40),
    "empty.csv": b"",
    "blank.vcf": b"\n\n  \n",
    "messages.csv": b"CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT\n1,,Ann Lee,Me,2024-01-01,,Hi\n",
    "nobody.vcf": NOBODY,
    "other.json": b'{"people": [{"name": "Ann"}]}',
    "report.json": b'{"schema": 1, "contacts": [{"id": "a", "name": "Ann"}]}',
    "half.json": b'{"schema":1,\n"contacts":[\n{"id":"a"',
}
"""Files that bring nobody."""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a file of each kind."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, data in (FILES | NOT_CONTACTS).items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def kept(cli: CommandLine) -> CommandLine:
    """A command line on a book with somebody in it."""
    cli("add", "Old Friend", "--circle", "warm", "--email", "friend@example.org")
    return cli


def people(cli: CommandLine) -> dict[str, dict[str, object]]:
    """Everybody in the book by name."""
    return {person["name"]: person for person in cli("contacts", "--all", "--json").json.get("contacts", [])}


# What comes in


def test_people_come_in_with_all_that_is_told(cli: CommandLine, files: Path) -> None:
    report = cli("import", str(files / "people.vcf"), "--json")
    assert report.status == 0
    assert {key: report.json[key] for key in ("schema", "added", "updated", "unchanged", "found", "problems")} == {
        "schema": 1,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "found": 3,
        "problems": [],
    }
    there = people(cli)
    assert there["Ann Lee"]["role"] == "CTO"
    assert there["Bo Kim"]["phones"] == ["+1 314 555 0100"]
    assert (there["Cy Roe"]["company"], there["Cy Roe"]["birthday"]) == ("ACME, Maps", "--04-12")
    assert there["Cy Roe"]["notes"] == "draws\nmaps"
    assert all(person["circle"] == "familiar" and person["unsorted"] for person in there.values())
    assert all(person["last_contact"] is None for person in there.values())


@pytest.mark.parametrize("name", FILES)
def test_importing_again_adds_nobody_and_undo_leaves_no_byte(kept: CommandLine, files: Path, name: str) -> None:
    before = kept.data.read_bytes()
    first = kept("import", str(files / name), "--json").json
    assert first["added"] > 0
    after = kept.data.read_bytes()
    again = kept("import", str(files / name), "--json")
    assert (again.status, again.json["added"], again.json["updated"]) == (0, 0, 0)
    assert again.json["unchanged"] == first["added"]
    assert again.json["done"] == ""
    assert kept.data.read_bytes() == after
    assert kept("undo").lines == [f"undone: {first['done']}"]
    assert kept.data.read_bytes() == before
    tally("I3")


def test_a_connection_tells_how_two_met(cli: CommandLine, files: Path) -> None:
    cli("import", str(files / "Connections.csv"))
    assert people(cli)["Dee Ito"]["how_met"] == "LinkedIn, 15 Mar 2023"


def test_what_is_known_from_elsewhere_is_joined(cli: CommandLine, files: Path) -> None:
    cli("add", "Ann Lee", "--email", "ann@example.org", "--role", "Boss")
    cli("import", str(files / "people.vcf"))
    ann = people(cli)["Ann Lee"]
    assert (ann["role"], ann["unsorted"]) == ("Boss", False)
    change = cli("import", str(files / "people.vcf"), "--theirs", "--json").json
    assert change["updated"] == 1
    assert change["changes"] == [
        {
            "action": "update",
            "id": ann["id"],
            "name": "Ann Lee",
            "company": "",
            "role": "Boss",
            "archived": False,
            "found_by": "card",
            "fields": [{"field": "role", "before": "Boss", "after": "CTO", "taken": True}],
        }
    ]
    assert people(cli)["Ann Lee"]["role"] == "CTO"


def test_several_files_are_one_step(kept: CommandLine, files: Path) -> None:
    before = kept.data.read_bytes()
    result = kept("import", *(str(files / name) for name in FILES))
    assert result.status == 0
    assert "from 6 files" in result.lines[-2]
    kept("undo")
    assert kept.data.read_bytes() == before


def test_any_table_comes_in_by_a_map(cli: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "leute.csv"
    table.write_bytes(TABLE)
    refused = cli("import", str(table))
    assert refused.status == 3
    assert "people's names. Say which of 'Wer', 'Wo', 'Post' does: --map name=1 takes the first column." in refused.err
    result = cli("import", str(table), "--map", "name=Wer,company=Wo", "--map", "email=3", "--json")
    assert (result.status, result.json["added"]) == (0, 2)
    assert people(cli)["Jörg Ångström"]["company"] == "Kartenhaus"
    assert people(cli)["Mia Ø"]["emails"] == ["mia@example.org"]


@pytest.mark.parametrize("text", ["name", "=Wer", "name=", "", "pet=Wer"])
def test_a_map_that_can_not_be_read_is_a_matter_of_usage(cli: CommandLine, files: Path, text: str) -> None:
    result = cli("import", str(files / "Connections.csv"), f"--map={text}")
    assert (result.status, result.out) == (2, "")
    assert not cli.data.exists()


def test_a_map_of_headings_with_commas_and_equals_signs(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('"Name, full",x\nAnn,ann@example.org\n')
    assert cli("import", str(tmp_path / "t.csv"), "--map", "name=Name, full,email=x", "--json").json["added"] == 1


def test_standard_input(cli: CommandLine) -> None:
    cli.input = ANN + BO
    result = cli("import", "-")
    assert (result.status, result.lines[-2]) == (0, "Imported 2 people from standard input")
    cli.input = b""
    assert cli("import", "-").status == 3


def test_a_folder_of_vcards_is_one_address_book(cli: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    (folder / "friends").mkdir(parents=True)
    (folder / "a.vcf").write_bytes(ANN.replace(b"ann@example.org", b"lee@example.org"))
    (folder / "friends" / "b.VCF").write_bytes(
        ANN.replace(b"Ann", b"Bo").replace(b"u1", b"u2").replace(b"ann@", b"lee@")
    )
    (folder / ".hidden.vcf").write_bytes(CY)
    (folder / "page.vcf").write_bytes(NOT_CONTACTS["page.html"])
    (folder / "notes.txt").write_bytes(b"Ann")
    report = cli("import", str(folder), "--json")
    assert (report.status, report.json["added"], report.json["found"]) == (0, 2, 2)
    assert [problem["file"] for problem in report.json["problems"]] == [str(folder / "page.vcf")]
    assert people(cli).keys() == {"Ann Lee", "Bo Lee"}
    assert cli("import", str(folder), "--json").json["unchanged"] == 2


# What is said


def test_the_report_names_everybody_and_the_way_back(cli: CommandLine, files: Path) -> None:
    cli("add", "Ann Lee", "--email", "ann@example.org", "--role", "Boss")
    assert cli("import", str(files / "people.vcf")).lines == [
        f"{files / 'people.vcf'}: vCard, 3 people",
        "  + Bo Kim",
        "  + Cy Roe, ACME, Maps",
        "  ~ Ann Lee, Boss",
        "      role: stays Boss; the file says CTO",
        "Imported 2 people from people.vcf; 1 on the roster stays as it is",
        "To take it back: netpractice undo, or u in the app",
    ]
    assert cli("import", str(files / "people.vcf")).lines == [
        f"{files / 'people.vcf'}: vCard, 3 people",
        "Nothing new: the roster is as the files say",
    ]


def test_changes_are_shown_before_and_after(cli: CommandLine, files: Path, tmp_path: Path) -> None:
    cli("import", str(files / "people.vcf"))
    cli("check", "1")
    newer = tmp_path / "newer.vcf"
    newer.write_bytes(ANN.replace(b"TITLE:CTO", b"TITLE:CEO\r\nNICKNAME:Annie\r\nTEL:112\r\nNOTE:paints"))
    assert cli("import", str(newer)).lines[1:-1] == [
        "  ~ Ann Lee, CTO",
        "      nickname: (empty) -> Annie",
        "      role: CTO -> CEO",
        "      phone: + 112",
        "      notes: added to",
        "Imported changes to 1 person from newer.vcf",
    ]


def test_archived_people_stay_archived_and_that_is_said(cli: CommandLine, files: Path, tmp_path: Path) -> None:
    cli("import", str(files / "people.vcf"))
    book = json.loads(cli("export", "json").out)
    book["contacts"][0]["archived"] = "2026-11-01"
    (tmp_path / "archived.json").write_text(json.dumps(book))
    other = CommandLine(tmp_path / "other.json")
    other("import", str(tmp_path / "archived.json"))
    (tmp_path / "newer.vcf").write_bytes(ANN.replace(b"CTO", b"CEO"))
    assert "  ~ Ann Lee, CTO (archived, and stays so)" in other("import", str(tmp_path / "newer.vcf")).lines
    assert people(other)["Ann Lee"]["archived"] is True


def test_damaged_parts_are_named_and_the_rest_comes_in(cli: CommandLine, files: Path) -> None:
    result = cli("import", str(files / "bom.vcf"))
    assert result.status == 0
    assert result.lines[0] == f"{files / 'bom.vcf'}: vCard, 2 of 3 people"
    assert result.lines[1].startswith(f"  {files / 'bom.vcf'}, line 8: ")
    [problem] = cli("import", str(files / "bom.vcf"), "--json").json["problems"]
    assert (problem["file"], problem["line"]) == (str(files / "bom.vcf"), 8)


def test_long_lists_are_cut_in_what_is_read_and_whole_in_json(cli: CommandLine, tmp_path: Path) -> None:
    many = tmp_path / "many.vcf"
    many.write_bytes(
        b"".join(
            ANN.replace(b"Ann Lee", b"P%d" % n).replace(b"ann@", b"p%d@" % n).replace(b"u1", b"u%d" % n)
            for n in range(50)
        )
    )
    result = cli("import", str(many), "--dry-run")
    assert len(result.lines) == 23
    assert result.lines[-2:] == [
        "  and 30 more; --json names them all",
        "Would add 50, update 0 and leave 0; nothing was written",
    ]
    assert len(cli("import", str(many), "--dry-run", "--json").json["changes"]) == 50


def test_a_dry_run_writes_nothing(cli: CommandLine, files: Path) -> None:
    report = cli("import", str(files / "people.vcf"), "--dry-run", "--json").json
    assert (report["added"], report["dry_run"], report["done"]) == (3, True, "")
    assert not cli.data.exists()


# What is refused


@pytest.mark.parametrize("name", NOT_CONTACTS)
def test_what_brings_nobody_is_a_failure_said_aloud(kept: CommandLine, files: Path, name: str) -> None:
    before = kept.data.read_bytes()
    result = kept("import", str(files / name))
    assert (result.status, result.out) == (3, "")
    assert result.err.startswith(f"netpractice: {files / name}: ")
    assert result.err.count("\n") == 1
    report = kept("import", str(files / name), "--json")
    assert (report.status, report.json["added"], report.json["files"]) == (3, 0, [])
    [problem] = report.json["problems"]
    assert (problem["file"], problem["line"]) == (str(files / name), 0)
    assert kept.data.read_bytes() == before


def test_good_files_come_in_beside_bad_ones(kept: CommandLine, files: Path) -> None:
    names = [str(files / "page.html"), str(files / "people.vcf"), str(files / "missing.vcf")]
    report = kept("import", *names, "--json")
    assert (report.status, report.json["added"]) == (3, 3)
    assert [problem["file"] for problem in report.json["problems"]] == [names[0], names[2]]
    assert people(kept).keys() == {"Old Friend", "Ann Lee", "Bo Kim", "Cy Roe"}


def test_only_bad_files_are_all_named_in_one_line(cli: CommandLine, files: Path) -> None:
    result = cli("import", str(files / "page.html"), str(files / "missing.vcf"))
    assert result.status == 3
    assert result.err.count("\n") == 1
    assert "page.html" in result.err
    assert "missing.vcf: there is no such file" in result.err
    assert not cli.data.exists()


def test_folders_and_files_that_can_not_be_read(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    large = tmp_path / "large.vcf"
    with large.open("wb") as file:
        file.truncate(200_000_001)
    for path, words in {
        tmp_path / "empty": "no vCards in this folder",
        tmp_path / "pipe": "can't be read",
        tmp_path / "missing": "no such file",
        large: "too large",
    }.items():
        result = cli("import", str(path))
        assert (result.status, result.out) == (3, "")
        assert f"{path}: " in result.err
        assert words in result.err


def test_a_home_that_nobody_has_is_a_folder_like_any_other(
    kept: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kept("import", "~no-such-user/people.vcf")
    assert (result.status, result.out) == (3, "")
    assert "~no-such-user/people.vcf: there is no such file" in result.err
    assert kept("export", "csv", "-o", "~no-such-user.csv").status == 0
    assert (tmp_path / "~no-such-user.csv").exists()


def test_a_file_has_to_be_named(cli: CommandLine) -> None:
    assert cli("import").status == 2


# There and back


def test_a_whole_book_is_equal_in_an_empty_one(demo: Path, cli: CommandLine, tmp_path: Path) -> None:
    there = tmp_path / "book-there.json"
    other = CommandLine(demo)
    other("export", "json", "-o", str(there))
    for source in (there, demo):
        report = cli("import", str(source), "--json")
        assert report.status == 0
        assert cli("export", "json").out == other("export", "json").out
        again = cli("import", str(source), "--json").json
        assert (again["added"], again["updated"], again["records"], again["problems"]) == (0, 0, 0, [])
        cli("undo")
    tally("I4")


def as_exported(cli: CommandLine) -> list[dict[str, object]]:
    """Every contact with all of its fields, people by name, but for what is new in every book: ids and moments."""
    contacts = json.loads(cli("export", "json").out)["contacts"]
    names = {contact["id"]: contact["name"] for contact in contacts}
    own = {"id", "created", "updated", "uid", "imported"}
    return [
        {name: names[value] if name == "introduced_by" else value for name, value in contact.items() if name not in own}
        for contact in contacts
    ]


@pytest.mark.parametrize("form", ["vcf", "csv"])
def test_people_are_equal_after_export_and_import(demo: Path, cli: CommandLine, tmp_path: Path, form: str) -> None:
    there, other = tmp_path / f"people.{form}", CommandLine(demo)
    first = str(as_exported(other)[0]["name"])
    for words in (
        ["Kit Roe", "--birthday", "12 mar", "--rhythm", "resting", "--introduced-by", first, "--tag", "a b"],
        ["Lou Poe", "--rhythm", "30", "--notes", "=1+1", "--phone", "+1 314 555 0100", "--company", "A, B; C"],
    ):
        assert other("add", *words).status == 0
    other("export", form, "-o", str(there))
    report = cli("import", str(there), "--json")
    assert (report.status, report.json["problems"]) == (0, [])
    assert as_exported(cli) == as_exported(other)
    back = other("import", str(there), "--json").json
    assert (back["added"], back["updated"]) == (0, 0)
    tally("I4")


WRITABLE = [text for each in HOSTILE if clean_line(text := each.encode(errors="replace").decode())]
"""The hostile texts that leave a name."""


def hostile_names(tmp_path: Path) -> Path:
    """A table with every hostile text as a name, a company and a note."""
    table = tmp_path / "hostile.json"
    stamps = {"created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z"}
    contacts = [
        {"id": f"{number:03}", "name": text, "company": text, "notes": text, "tags": [text[:60]], **stamps}
        for number, text in enumerate(WRITABLE)
    ]
    table.write_text(json.dumps({"schema": 1, "contacts": contacts}))
    return table


@pytest.mark.parametrize("form", ["json", "vcf", "csv"])
def test_hostile_names_come_in_are_shown_and_go_out_as_they_are(cli: CommandLine, tmp_path: Path, form: str) -> None:
    table = hostile_names(tmp_path)
    shown = cli("import", str(table))
    assert (shown.status, shown.err) == (0, "")
    assert not SUSPICIOUS.search(shown.out)
    wanted = set(map(clean_line, WRITABLE))
    assert people(cli).keys() == wanted
    there = tmp_path / f"there.{form}"
    cli("export", form, "-o", str(there))
    other = CommandLine(tmp_path / "other" / "book.json")
    assert other("import", str(there), "--json").json["problems"] == []
    ours, theirs = people(cli), people(other)
    for fact in ("name", "company", "notes", "tags"):
        assert [ours[name][fact] for name in sorted(ours)] == [theirs[name][fact] for name in sorted(theirs)]
    again = other("import", str(there), "--json").json
    assert (again["added"], again["updated"]) == (0, 0)
    for words in (["contacts"], ["export", form], ["import", str(there), "--dry-run"]):
        assert not SUSPICIOUS.search(other(*words).out.replace("\r\n", "\n").removeprefix("\ufeff"))
    tally("I4", len(wanted))

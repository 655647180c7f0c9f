"""backup, restore, doctor, paths and demo."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netpractice.domain.records import CheckIn, Favour
from tests.cli.conftest import TODAY, CommandLine, OpenBook


def test_backup_and_restore_bring_back_the_very_book(cli: CommandLine) -> None:
    cli("check", "1")
    good = cli.data.read_bytes()
    made = Path(cli("backup", "--json").json["backup"])
    assert made.read_bytes() == good
    cli("check", "2")
    later = cli.data.read_bytes()
    report = cli("restore", made.name, "--json").json
    assert report["restored"] == made.name
    assert cli.data.read_bytes() == good
    assert (made.parent / report["kept"]).read_bytes() == later
    assert cli("restore", report["kept"]).lines[0] == f"Restored {report['kept']}"
    assert cli.data.read_bytes() == later


def test_restore_lists_the_newest_first(cli: CommandLine) -> None:
    cli("check", "1")
    for _ in range(2):
        cli("backup")
    listed = cli("restore", "--json").json
    assert [backup["number"] for backup in listed["backups"]] == [1, 2, 3]
    noon = "2026-11-22T12:00:00"
    assert [backup["made"] for backup in listed["backups"]] == ["2026-11-22T12:00:01", noon, noon]
    assert [backup["label"] for backup in listed["backups"]] == ["by-hand", "", "by-hand"]
    assert all(backup["good"] for backup in listed["backups"])
    lines = cli("restore").lines
    assert len(lines) == 4
    assert lines[0].split()[:5] == ["1", "2026-11-22", "12:00", "by", "hand"]


def test_a_backup_that_can_not_be_read_is_marked_and_never_restored(cli: CommandLine) -> None:
    cli("check", "1")
    made = Path(cli("backup", "--json").json["backup"])
    made.write_bytes(b"{")
    before = cli.data.read_bytes()
    assert [made.name in line for line in cli("restore").lines if line.endswith("can't be read")] == [True]
    assert cli("restore", made.name).status == 3
    assert cli.data.read_bytes() == before
    assert cli("doctor").status == 3


def test_no_backups_yet(cli: CommandLine) -> None:
    assert cli("restore") == (1, "No backups yet. netpractice backup makes one\n", "")
    assert cli("restore", "--json").json == {"schema": 1, "backups": []}


def test_a_backup_of_nothing_is_refused(cli: CommandLine) -> None:
    result = cli("backup")
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1


def test_restore_waits_for_the_one_that_has_the_book_open(cli: CommandLine, open_book: OpenBook) -> None:
    cli("check", "1")
    cli("backup")
    open_book()
    assert cli("restore", "1").status == 3


def test_paths(cli: CommandLine) -> None:
    paths = cli("paths", "--json").json
    folder = cli.data.resolve().parent
    assert paths.pop("config").endswith("config.toml")
    assert paths == {
        "schema": 1,
        "book": str(folder / "book.json"),
        "lock": str(folder / "book.json.lock"),
        "history": str(folder / "book.json.history"),
        "drafts": str(folder / "book.json.draft"),
        "backups": str(folder / "backups"),
    }
    assert [line.split()[0] for line in cli("paths").lines] == [
        "book",
        "lock",
        "history",
        "drafts",
        "backups",
        "config",
    ]


def test_a_path_that_is_no_text_is_still_printed(cli: CommandLine, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")
    assert json.loads(cli.bare("paths", "--json", "--data", odd).out)["book"] == odd
    assert "\x1b" not in cli.bare("paths", "--data", f"{tmp_path}/\x1b[31m.json").out


def test_doctor_of_a_healthy_book(cli: CommandLine) -> None:
    cli("check", "1")
    cli("backup")
    report = cli("doctor", "--json").json
    assert report == {
        "schema": 1,
        "book": str(cli.data.resolve()),
        "bytes": cli.data.stat().st_size,
        "records": {**dict.fromkeys(report["records"], 0), "checkins": 1},
        "backups": 2,
        "newest_backup": "2026-11-22T12:00:00",
        "findings": [],
    }
    assert set(report["records"]) > {"contacts", "conversations", "settings"}
    assert cli("doctor").lines[-1] == "All is well"


def test_doctor_of_no_book_yet(cli: CommandLine) -> None:
    result = cli("doctor")
    assert result.status == 0
    assert "  no book yet; the first thing you write makes it" in result.lines
    assert not cli.data.parent.exists()


def test_doctor_names_what_is_damaged_and_ends_with_3(cli: CommandLine) -> None:
    cli("check", "1")
    cli.data.write_bytes(cli.data.read_bytes()[:30])
    result = cli("doctor", "--json")
    assert result.status == 3
    [finding] = result.json["findings"]
    assert (finding["kind"], finding["where"]) == ("problem", str(cli.data.resolve()))
    assert result.json["records"] == {}


def test_doctor_remarks_on_what_is_odd_but_works(cli: CommandLine, open_book: OpenBook) -> None:
    book = open_book()
    pages = [book.new(CheckIn, day=TODAY, ticks=("warm",)) for _ in range(2)]
    ahead = book.new(Favour, day=TODAY.replace(year=2027), direction="gave", contact="nobody", conversation="none")
    book.change("merged", put=[*pages, ahead])
    book.close()
    cli.data.chmod(0o644)
    result = cli("doctor", "--json")
    said = " ".join(finding["what"] for finding in result.json["findings"])
    assert result.status == 0
    assert {finding["kind"] for finding in result.json["findings"]} == {"remark"}
    assert "aren't in the book: 1" in said
    assert "2 pages for Sun 22 Nov" in said
    assert "once their day is there: 1" in said
    assert "other users of this computer can read" in said
    assert cli("doctor").lines[-1] == "All works"


def test_demo_opens_a_book_of_its_own_and_throws_it_away(cli: CommandLine) -> None:
    cli("check", "1")
    before = cli.data.read_bytes()
    assert cli("demo").status == 0
    [opened] = cli.opened
    assert opened.banner.startswith("Sample book")
    assert len(opened.banner) <= 78
    assert opened.read_only == ""
    assert opened.path != cli.data.resolve()
    assert not opened.path.parent.exists()
    assert cli.data.read_bytes() == before


def test_demo_writes_the_same_file_for_the_same_day(cli: CommandLine, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    assert cli("demo", "-o", str(one)).out.startswith(f"Wrote {one}")
    assert cli("demo", "-o", str(two)).status == 0
    assert one.read_bytes() == two.read_bytes()
    assert cli.opened == []
    assert cli.bare("doctor", "--today", TODAY.isoformat(), "--data", str(one)).status == 0


def test_demo_never_writes_over_a_file(cli: CommandLine) -> None:
    cli("check", "1")
    before = cli.data.read_bytes()
    result = cli("demo", "-o", str(cli.data))
    assert result.status == 2
    assert str(cli.data) in result.err
    assert cli.data.read_bytes() == before


@pytest.mark.parametrize("name", ["no/such/folder/demo.json"])
def test_demo_makes_the_folder_or_says_why_not(cli: CommandLine, tmp_path: Path, name: str) -> None:
    result = cli("demo", "-o", str(tmp_path / name))
    assert (result.status == 0) == (tmp_path / name).exists()

"""The history: what survives a restart, a torn line, a crash between two writes, and another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from netpractice.domain.changes import Change, apply
from netpractice.domain.records import Contact, Records
from netpractice.store import history as module
from netpractice.store.codec import encode
from netpractice.store.documents import Documents
from netpractice.store.history import Entry, History, HistoryDamagedError, Kind, Step
from tests.store.making import contact, step

ANN, BEN, CAT = contact("Ann"), contact("Ben"), contact("Cat")
ADD_ANN, ADD_BEN = step((None, ANN), change_id="a", label="added Ann"), step((None, BEN), change_id="b")
REMOVE_ANN = step((ANN, None), change_id="c", label="removed Ann")


def again(kind: Kind, done: Step) -> Step:
    return Step(kind, done.change)


class Desk:
    """A history with the book that it belongs to, as far as a history knows it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "book.json.history"
        self.records = Records()
        self.history = History(self.path)
        self._data = encode(Records())

    def save(self, *steps: Step, lands: bool = True) -> None:
        """Take steps and write them as one batch; the book follows if it lands."""
        entries = []
        documents = Documents(self._data)
        for each in steps:
            if lands:
                self.history.take(each)
                apply(self.records, each.images)
            change = each.change
            swaps = documents.put(each.images)
            entries.append(
                Entry(each.kind, change.id, change.label, change.at, swaps)
                if each.kind == "do"
                else Entry(each.kind, change.id)
            )
        self.history.write(entries)
        if lands:
            self.history.keep(entries)
            self._data = b"".join(documents.encode())

    def load(self) -> History:
        self.history = History.load(self.path, self.records)
        return self.history


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def ends(history: History) -> tuple[str | None, str | None]:
    return history.undo_id, history.redo_id


def test_no_file_is_an_empty_history(desk: Desk) -> None:
    assert ends(desk.load()) == (None, None)


def test_changes_can_be_undone_and_redone_after_a_restart(desk: Desk) -> None:
    desk.save(ADD_ANN, ADD_BEN)
    desk.save(again("undo", ADD_BEN))
    history = desk.load()
    assert ends(history) == ("a", "b")
    assert history.label("a") == "added Ann"
    assert history.change("b") == ADD_BEN.change
    desk.save(REMOVE_ANN)
    history = desk.load()
    assert ends(history) == ("c", None)
    assert history.change("c") == REMOVE_ANN.change
    assert "b" in history
    assert "x" not in history


def test_a_line_torn_anywhere_is_forgotten(desk: Desk) -> None:
    desk.save(ADD_ANN)
    whole = desk.path.read_bytes()
    desk.save(ADD_BEN, lands=False)
    longer = desk.path.read_bytes()
    for length in range(len(whole), len(longer)):
        desk.path.write_bytes(longer[:length])
        assert ends(desk.load()) == ("a", None)
    desk.save(ADD_BEN)
    assert desk.path.read_bytes() == longer


def test_a_batch_whose_book_never_followed_is_forgotten(desk: Desk) -> None:
    desk.save(ADD_ANN)
    desk.save(ADD_BEN, REMOVE_ANN, lands=False)
    assert ends(desk.load()) == ("a", None)
    desk.save(again("undo", ADD_ANN), lands=False)
    assert ends(desk.load()) == ("a", None)
    desk.save(again("undo", ADD_ANN))
    assert ends(desk.load()) == (None, "a")


def test_a_batch_that_came_back_to_its_beginning_stays(desk: Desk) -> None:
    desk.save(ADD_ANN, again("undo", ADD_ANN))
    assert ends(desk.load()) == (None, "a")


def test_the_last_batch_stays_when_another_program_changed_the_book(desk: Desk) -> None:
    desk.save(ADD_ANN)
    apply(desk.records, step((ANN, contact("Ann", "else"))).images)
    assert ends(desk.load()) == ("a", None)


def test_a_batch_can_be_withdrawn(desk: Desk) -> None:
    desk.save(ADD_ANN)
    before = desk.path.read_bytes()
    desk.save(ADD_BEN, lands=False)
    desk.history.withdraw()
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize("damage", [b'[{"kind":"do"}]\n', b"nonsense\n", b'[{"kind":"undo","id":"b"}]\n', b"\0\n"])
def test_damage_before_the_last_line_is_told(desk: Desk, damage: bytes) -> None:
    desk.save(ADD_ANN)
    desk.path.write_bytes(damage + desk.path.read_bytes())
    with pytest.raises(HistoryDamagedError):
        desk.load()


def test_a_change_whose_line_was_altered_is_told(desk: Desk) -> None:
    desk.save(ADD_ANN)
    desk.save(ADD_BEN)
    history = desk.load()
    for damage in (b"x" * 2000, desk.path.read_bytes().replace(b'"a"', b'"z"', 1)):
        desk.path.write_bytes(damage)
        with pytest.raises(HistoryDamagedError):
            history.change("a")
        assert history.swaps("a") is None


def test_without_its_file_it_goes_on_with_what_was_done_since_opening(desk: Desk) -> None:
    desk.save(ADD_ANN)
    desk.load()
    desk.save(ADD_BEN)
    desk.path.unlink()
    desk.save(step((None, CAT), change_id="d"))
    assert ends(desk.history) == ("d", None)
    desk.save(again("undo", step((None, CAT), change_id="d")))
    assert ends(desk.load()) == (None, "d")


def changes(count: int) -> list[Step]:
    """Changes of one contact, each from where the one before left it."""
    states: list[Contact | None] = [None, *(contact("Ann", notes=str(number)) for number in range(count))]
    return [step((states[n], states[n + 1]), change_id=f"{n:05d}") for n in range(count)]


def test_a_long_history_keeps_its_newest_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CHANGES", 5)
    done = changes(9)
    for each in done:
        desk.save(each)
    for each in reversed(done[7:]):
        desk.save(again("undo", each))
    history = desk.load()
    assert ends(history) == ("00006", "00007")
    for each in (*reversed(done[4:7]),):
        assert history.undo_id == each.change.id
        assert history.change(each.change.id) == each.change
        history.take(again("undo", each))
    assert history.undo_id is None
    assert len(desk.path.read_bytes().splitlines()) == 7
    for each in done[4:]:
        desk.history.take(again("redo", each))
    assert desk.load().redo_id == "00007"


def test_a_big_history_is_cut_to_half_the_most(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2000)
    for each in changes(30):
        desk.save(each)
    assert desk.load().undo_id == "00029"
    assert desk.path.stat().st_size <= 1000
    assert desk.load().change("00029").images[0].after == contact("Ann", notes="29")


def test_a_single_change_is_kept_however_big(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    desk.save(ADD_ANN)
    assert desk.load().change("a") == ADD_ANN.change


def test_a_change_knows_its_inverse() -> None:
    assert isinstance(ADD_ANN.change, Change)
    assert [(image.before, image.after) for image in again("undo", ADD_ANN).images] == [(ANN, None)]

"""The repair of each trap: one key takes its row away, undo brings it back, and it can be left on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netpractice.domain.habits import TrapKey
from netpractice.domain.records import Contact, Conversation, Favour, FollowUp, Participant
from netpractice.practice.book import Book
from netpractice.practice.traps import TrapRow, answers, gauges, leave, repair
from tests.journeys.user import TODAY, opened


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    """A book with somebody in each trap: met, silent after a lead, silent after a favour, asked twice."""
    with closing(opened(data)) as book:
        mia, leo, ana, ben = (book.new(Contact, name=name) for name in ("Mia Met", "Leo Lead", "Ana Gave", "Ben Asked"))
        talked = Participant(name=ben.name, contact=ben.id)
        asks = [book.new(Favour, day=ago(9), direction="asked", contact=ben.id, what=f"look {n}") for n in range(2)]
        book.change(
            "all",
            put=[
                mia, leo, ana, ben, *asks,
                book.new(FollowUp, kind="met", contact=mia.id, opened=ago(20), due=ago(18)),
                book.new(FollowUp, kind="lead", contact=leo.id, what="the press", opened=ago(40), due=ago(33)),
                book.new(Favour, day=ago(30), direction="received", contact=ana.id, what="the tent"),
                book.new(Conversation, day=ago(8), people=(talked,)),
            ],
        )  # fmt: skip
        yield book


def rows(book: Book) -> list[tuple[TrapKey, TrapRow]]:
    return [(gauge.trap, row) for gauge in gauges(book) for row in gauge.rows]


def test_every_row_says_what_its_keys_do(book: Book) -> None:
    assert [(trap, row.who, *answers(trap, row)) for trap, row in rows(book)] == [
        ("pile", "Mia Met", "I wrote to them", "let it go, on purpose"),
        ("vanish", "Leo Lead", "I told them", "let it go, on purpose"),
        ("vanish", "Ana Gave", "we were in touch", "not for a month"),
        ("oneway", "Ben Asked", "promise a favour of five minutes", "not for a month"),
    ]


@pytest.mark.parametrize("place", range(3))
def test_a_repair_is_one_step_that_takes_the_row_away(book: Book, place: int) -> None:
    before = rows(book)
    assert repair(book, *before[place]).change is not None
    assert rows(book) == before[:place] + before[place + 1 :]
    book.undo()
    assert rows(book) == before


def test_a_small_favour_is_promised_once_and_ends_the_trap_when_it_is_given(book: Book) -> None:
    trap, row = rows(book)[3]
    outcome = repair(book, trap, row)
    assert outcome.words.startswith("promised: ")
    assert outcome.words.endswith(" (Ben Asked), due Wed 25 Nov")
    again = repair(book, trap, row)
    assert (again.change, again.words.partition(":")[0]) == (None, "promised already")
    book.change("gave", put=[book.new(Favour, day=TODAY, direction="gave", contact=row.id, what="a name")])
    assert trap not in [trap for trap, _ in rows(book)]


@pytest.mark.parametrize("place", [0, 1])
def test_a_follow_up_is_let_go_on_purpose(book: Book, place: int) -> None:
    before = rows(book)
    leave(book, before[place][1])
    assert rows(book) == before[:place] + before[place + 1 :]


@pytest.mark.parametrize("place", [2, 3])
def test_somebody_is_left_in_peace_for_a_month_and_the_row_says_so(book: Book, place: int) -> None:
    words = rows(book)[place][1].words
    assert leave(book, rows(book)[place][1]).words.endswith(": not before Tue 22 Dec")
    assert rows(book)[place][1].words == f"{words}; in peace until Tue 22 Dec"

"""The day's page: what each function writes, refuses and leaves alone, and that there is one page a day at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABITS
from netpractice.domain.records import CheckIn, Conversation, HabitKey, Participant, RestWeek, Settings
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


def open_at(path: Path, today: date = TODAY) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(today))


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = open_at(data)
    yield opened
    opened.close()


def pages(book: Book) -> list[CheckIn]:
    return list(book.records.checkins.values())


def warm_talk(book: Book, day: date) -> None:
    people = (Participant(name="Ana Núñez", circle="warm"),)
    book.change("talked", put=[book.new(Conversation, day=day, people=people)])


def test_a_tick_and_the_same_tick_again(book: Book) -> None:
    done = checkin.tick(book, "warm", TODAY)
    assert done.change is not None
    assert done.words == done.change.label == "ticked Start warm, Sun 22 Nov"
    assert [page.ticks for page in pages(book)] == [("warm",)]
    back = checkin.tick(book, "warm", TODAY)
    assert back.words == "took back the tick for Start warm, Sun 22 Nov"
    assert pages(book) == []


def test_ticks_stand_in_the_order_of_the_habits(book: Book) -> None:
    for key in ("give", "warm", "listen"):
        checkin.tick(book, key, TODAY)
    assert [page.ticks for page in pages(book)] == [("warm", "listen", "give")]


def test_a_habit_that_is_proved_takes_no_tick(book: Book) -> None:
    warm_talk(book, TODAY)
    done = checkin.tick(book, "warm", TODAY)
    assert done.change is None
    assert done.words == "Start warm: kept already, Sun 22 Nov"
    assert pages(book) == []


def test_a_tick_can_be_taken_back_after_evidence_came(book: Book) -> None:
    checkin.tick(book, "warm", TODAY)
    warm_talk(book, TODAY)
    assert checkin.tick(book, "warm", TODAY).change is not None
    assert book.standing.evidence.mask(TODAY) & HABITS[0].bit


def test_an_attitude_keeps_habit_three_and_needs_no_tick(book: Book) -> None:
    checkin.set_attitude(book, TODAY, 0)
    assert checkin.tick(book, "open", TODAY).change is None
    checkin.set_attitude(book, TODAY, None)
    assert pages(book) == []


def test_an_attitude_replaced_by_a_tick_in_one_step(book: Book) -> None:
    checkin.set_attitude(book, TODAY, 3)
    checkin.check_in(book, TODAY, ticks=["open"], attitude=None)
    assert [(page.ticks, page.attitude) for page in pages(book)] == [(("open",), None)]


@pytest.mark.parametrize("level", [-1, 5])
def test_an_attitude_beyond_its_range_is_refused(book: Book, level: int) -> None:
    with pytest.raises(InputError):
        checkin.set_attitude(book, TODAY, level)
    assert pages(book) == []


def test_the_same_attitude_again_is_no_change(book: Book) -> None:
    checkin.set_attitude(book, TODAY, 3)
    assert checkin.set_attitude(book, TODAY, 3).change is None


def test_intention_and_reflection_are_cleaned_and_emptied(book: Book) -> None:
    checkin.set_intention(book, TODAY, "  ask\t Ben\x1b[31m ")
    checkin.set_reflection(book, TODAY, "went\nwell")
    assert [(page.intention, page.reflection) for page in pages(book)] == [("ask Ben[31m", "went well")]
    assert checkin.set_intention(book, TODAY, " \n ").words == "took back the intention, Sun 22 Nov"
    checkin.set_reflection(book, TODAY, "")
    assert pages(book) == []


def test_a_line_that_is_too_long_is_refused_and_not_cut(book: Book) -> None:
    with pytest.raises(InputError):
        checkin.set_intention(book, TODAY, "x" * 501)
    assert pages(book) == []


def test_everything_in_one_change(book: Book) -> None:
    done = checkin.check_in(book, YESTERDAY, ticks=["warm", "give"], attitude=4, reflection="good")
    assert done.words == "ticked Start warm and Give first, set the attitude to 4, wrote the reflection, Sat 21 Nov"
    book.undo()
    assert pages(book) == []


def test_a_day_to_come_is_refused_by_every_function(book: Book) -> None:
    tomorrow = TODAY + timedelta(days=1)
    calls: list[Callable[[], object]] = [
        lambda: checkin.tick(book, "warm", tomorrow),
        lambda: checkin.set_attitude(book, tomorrow, 2),
        lambda: checkin.set_intention(book, tomorrow, "x"),
        lambda: checkin.set_reflection(book, tomorrow, "x"),
        lambda: checkin.toggle_pass(book, tomorrow),
        lambda: checkin.toggle_rest_week(book, tomorrow),
    ]
    for call in calls:
        with pytest.raises(InputError):
            call()
    assert book.unsaved == 0


def test_two_passes_a_calendar_month(book: Book) -> None:
    october = date(2026, 10, 31)
    for day in (date(2026, 11, 1), date(2026, 11, 30 - 10), october):
        assert checkin.toggle_pass(book, day).change is not None
    assert checkin.passes_left(book, TODAY) == 0
    assert checkin.passes_left(book, october) == 1
    with pytest.raises(InputError, match="both passes of November are taken"):
        checkin.toggle_pass(book, TODAY)
    assert checkin.toggle_pass(book, date(2026, 11, 1)).words == "took back the pass, Sun 1 Nov"
    assert checkin.toggle_pass(book, TODAY).words == "took a pass, Sun 22 Nov"


def test_a_day_that_keeps_a_habit_needs_no_pass(book: Book) -> None:
    warm_talk(book, TODAY)
    with pytest.raises(InputError, match="needs no pass"):
        checkin.toggle_pass(book, TODAY)
    with pytest.raises(InputError, match="needs no pass"):
        checkin.check_in(book, YESTERDAY, ticks=["give"], passed=True)


def test_a_pass_can_be_taken_back_from_a_day_that_was_kept_later(book: Book) -> None:
    checkin.toggle_pass(book, TODAY)
    checkin.tick(book, "warm", TODAY)
    checkin.toggle_pass(book, TODAY)
    assert [(page.ticks, page.passed) for page in pages(book)] == [(("warm",), False)]


def test_a_rest_week_is_one_record_for_any_day_of_it(book: Book) -> None:
    assert checkin.toggle_rest_week(book, YESTERDAY).words == "made 2026-W47 a rest week"
    assert checkin.rests(book, date(2026, 11, 16))
    assert not checkin.rests(book, date(2026, 11, 15))
    assert book.standing.week(date(2026, 11, 16)).rest
    assert checkin.toggle_rest_week(book, date(2026, 11, 17)).words == "scored 2026-W47 again"
    assert not book.records.rest_weeks


def test_rest_weeks_given_twice_are_taken_back_together(book: Book) -> None:
    twice = [book.new(RestWeek, day=TODAY), book.new(RestWeek, day=YESTERDAY)]
    book.change("merged", put=twice)
    checkin.toggle_rest_week(book, TODAY)
    assert not book.records.rest_weeks


@pytest.mark.parametrize("week_start", range(7))
def test_a_rest_week_stays_itself_for_every_first_day_of_the_week(book: Book, week_start: int) -> None:
    book.change("set", put=[book.new(Settings, week_start=week_start)])
    checkin.toggle_rest_week(book, TODAY)
    assert checkin.rests(book, TODAY)


def test_pages_of_merged_books_are_one_page(book: Book) -> None:
    one = book.new(CheckIn, day=TODAY, ticks=("give",), attitude=1, passed=True)
    two = book.new(CheckIn, day=TODAY, ticks=("warm",), intention="listen")
    book.change("merged", put=[one, two])
    there = checkin.page(book, TODAY)
    assert there is not None
    assert (there.ticks, there.attitude, there.intention, there.passed) == (("warm", "give"), 1, "listen", True)
    checkin.tick(book, "listen", TODAY)
    assert [page.ticks for page in pages(book)] == [("warm", "listen", "give")]
    book.undo()
    assert pages(book) == [one, two]


KEYS: list[HabitKey] = [habit.key for habit in HABITS]
DAYS = st.integers(0, 40).map(lambda n: TODAY - timedelta(days=n))
STEPS = st.one_of(
    st.tuples(st.just("tick"), st.sampled_from(KEYS), DAYS),
    st.tuples(st.just("attitude"), st.one_of(st.none(), st.integers(0, 4)), DAYS),
    st.tuples(st.just("intention"), st.sampled_from(["", "a", "b"]), DAYS),
    st.tuples(st.just("pass"), st.none(), DAYS),
    st.tuples(st.just("rest"), st.none(), DAYS),
)


def take(book: Book, kind: str, value: object, day: date) -> None:
    match kind, value:
        case "tick", str():
            checkin.tick(book, next(key for key in KEYS if key == value), day)
        case "attitude", int() | None:
            checkin.set_attitude(book, day, value)
        case "intention", str():
            checkin.set_intention(book, day, value)
        case "pass", _:
            checkin.toggle_pass(book, day)
        case "rest", _:
            checkin.toggle_rest_week(book, day)


@given(steps=st.lists(STEPS, max_size=25))
def test_any_steps_leave_one_full_page_a_day_and_are_undone_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, object, date]]
) -> None:
    book = open_at(tmp_path_factory.mktemp("any") / "book.json")
    states = [dict(book.records.checkins)]
    for step in steps:
        before = book.unsaved
        try:
            take(book, *step)
        except InputError:
            assert book.unsaved == before
        if book.unsaved > before:
            states.append(dict(book.records.checkins))
    days = [page.day for page in pages(book)]
    assert len(days) == len(set(days))
    for page in pages(book):
        assert page.ticks or page.attitude is not None or page.intention or page.passed
        passes = [other for other in pages(book) if other.passed and other.day.month == page.day.month]
        assert len(passes) <= 2
    for state in reversed(states[:-1]):
        book.undo()
        assert book.records.checkins == state
    assert book.undo() is None

"""The weekly review: what it shows, the lines that are written, and the page that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact, Conversation, Debrief, Favour, FollowUp, Participant, Review, Step
from netpractice.practice import checkin
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.review import finish, review, write
from netpractice.practice.review_page import pages
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
WEEK = date(2026, 11, 16)
LAST_WEEK = WEEK - timedelta(days=7)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


def person(book: Book, name: str) -> Contact:
    contact = book.new(Contact, name=name, circle="warm")
    book.change(f"add {name}", put=[contact])
    return contact


def talk(book: Book, day: date, *people: Contact, setting: str = "", debrief: Debrief | None = None) -> None:
    made = book.new(
        Conversation,
        day=day,
        people=tuple(Participant(name=each.name, contact=each.id, circle=each.circle) for each in people),
        setting=setting,
        debrief=debrief or Debrief(),
    )
    book.change("talk", put=[made])


def reviews(book: Book) -> list[Review]:
    return list(book.records.reviews.values())


def test_an_empty_week_says_so_in_every_part(book: Book) -> None:
    found = review(book, WEEK)
    assert (found.week, found.score, found.score_before, found.finished) == ("2026-W47", None, None, False)
    assert [gauge.clear for gauge in found.traps] == [True, True, True]
    assert (found.leads.total, found.promises.total, found.people.in_touch) == (0, 0, 0)
    assert (found.lesson, found.before, found.earlier, found.worry) == ("", None, (), None)


def test_the_week_stands_beside_the_week_before(book: Book) -> None:
    for day in (WEEK, WEEK + timedelta(days=1), LAST_WEEK):
        checkin.tick(book, "warm", day)
    found = review(book, WEEK)
    warm = found.habits[0]
    assert (warm.kept_days, warm.target, warm.difference) == (2, 2, 1)
    assert (warm.credit, warm.credit_before, warm.margin) == (1.0, 0.5, "met this week")
    assert (found.score, found.score_before) == (20, 10)


def test_people_met_and_talked_with_are_told(book: Book) -> None:
    ana, ben = person(book, "Ana Sample"), person(book, "Ben Sample")
    talk(book, LAST_WEEK, ana)
    talk(book, WEEK, ana, ben, setting="gym")
    found = review(book, WEEK).people
    assert (found.new, found.in_touch) == (("Ben Sample",), 2)
    assert review(book, LAST_WEEK).people.new == ("Ana Sample",)


def test_worry_and_settings_are_those_up_to_the_end_of_the_week(book: Book) -> None:
    ana = person(book, "Ana Sample")
    talk(book, LAST_WEEK, ana, setting="gym", debrief=Debrief(expected=1, went=3))
    talk(book, WEEK, ana, setting="train", debrief=Debrief(expected=1, went=2))
    last, this = review(book, LAST_WEEK), review(book, WEEK)
    assert last.worry is not None
    assert last.worry.overshoots == 2.0
    assert this.worry is not None
    assert this.worry.overshoots == 1.5
    assert [setting.name for setting in last.settings] == ["gym"]
    assert {setting.name for setting in this.settings} == {"gym", "train"}


def test_the_traps_name_whom_they_are_about(book: Book) -> None:
    met, helper, asked = (person(book, name) for name in ("Mia Met", "Hal Helper", "Ada Asked"))
    long_ago = TODAY - timedelta(days=20)
    card = book.new(FollowUp, kind="met", contact=met.id, what="", opened=long_ago, due=long_ago)
    helped = book.new(Favour, day=long_ago, direction="received", what="a ride", contact=helper.id)
    asks = [book.new(Favour, day=TODAY - timedelta(days=n), direction="asked", contact=asked.id) for n in (1, 2)]
    book.change("all", put=[card, helped, *asks])
    pile, vanish, oneway = review(book, WEEK).traps
    assert (pile.words, [(row.who, row.kind, row.id) for row in pile.rows]) == (
        "1 met and not written to, the oldest 20 d",
        [("Mia Met", "follow-up", card.id)],
    )
    assert [(row.who, row.words) for row in vanish.rows] == [("Hal Helper", "helped you 20 d ago: a ride")]
    assert [(row.who, row.words) for row in oneway.rows] == [("Ada Asked", "was asked 2 times, nothing given yet")]
    assert not any(gauge.clear for gauge in (pile, vanish, oneway))


def test_the_mirror_shows_today_and_no_past_week(book: Book) -> None:
    assert len(review(book, LAST_WEEK).traps) == 3
    assert review(book, LAST_WEEK - timedelta(days=7)).traps == ()


def test_leads_and_promises_of_the_week_are_counted(book: Book) -> None:
    told = (Step(day=WEEK, kind="acted"), Step(day=WEEK, kind="told"))
    book.change(
        "all",
        put=[
            book.new(FollowUp, kind="lead", opened=LAST_WEEK, due=WEEK, steps=told),
            book.new(FollowUp, kind="promise", opened=WEEK, due=WEEK, steps=(Step(day=WEEK, kind="done"),)),
        ],
    )
    found = review(book, WEEK)
    assert (found.leads.total, found.leads.told) == (1, 1)
    assert (found.promises.total, found.promises.in_time) == (1, 1)


def test_the_two_lines_are_written_and_come_back_later(book: Book) -> None:
    year_ago = WEEK - timedelta(days=364)
    write(book, year_ago, lesson="ask one question more")
    write(book, LAST_WEEK, lesson="listened", if_then="If coffee, then ask")
    outcome = write(book, WEEK, lesson=" talked  too much ")
    assert outcome.words == "wrote the lesson of 2026-W47"
    found = review(book, WEEK)
    assert (found.lesson, found.if_then) == ("talked too much", "")
    assert found.before is not None
    assert (found.before.week, found.before.if_then) == ("2026-W46", "If coffee, then ask")
    assert found.year_ago is not None
    assert found.year_ago.lesson == "ask one question more"
    assert [lesson.week for lesson in found.earlier] == ["2026-W46", "2025-W47"]


def test_writing_the_same_again_changes_nothing(book: Book) -> None:
    write(book, WEEK, lesson="once")
    assert write(book, WEEK, lesson="once").change is None
    assert len(reviews(book)) == 1


def test_a_review_with_nothing_left_on_it_is_removed(book: Book) -> None:
    write(book, WEEK, lesson="once")
    outcome = write(book, WEEK, lesson="")
    assert outcome.words == "took back the lesson of 2026-W47"
    assert reviews(book) == []
    book.undo()
    assert [each.lesson for each in reviews(book)] == ["once"]


def test_a_finished_review_keeps_its_page(book: Book) -> None:
    write(book, WEEK, lesson="once")
    finish(book, WEEK, "# Week 47\n")
    assert [(each.lesson, each.finished, each.page) for each in reviews(book)] == [("once", TODAY, "# Week 47\n")]
    assert review(book, WEEK).reviewed == TODAY


def test_a_line_that_is_too_long_is_refused(book: Book) -> None:
    with pytest.raises(InputError, match="the lesson"):
        write(book, WEEK, lesson="x" * 501)
    assert reviews(book) == []


def test_of_several_reviews_for_a_week_the_one_changed_last_speaks_and_stays(book: Book) -> None:
    first = book.new(Review, day=WEEK, lesson="first")
    book.change("one", put=[first])
    book.change("two", put=[msgspec.structs.replace(first, id="zz", day=TODAY, lesson="second")])
    assert review(book, WEEK).lesson == "second"
    write(book, WEEK, if_then="If, then")
    assert [(each.lesson, each.if_then) for each in reviews(book)] == [("second", "If, then")]


def test_all_reviewed_weeks_as_one_page(book: Book) -> None:
    assert pages(book) == "# Weekly reviews\n\nNo week is reviewed yet.\n"
    write(book, WEEK, lesson="# not *a* heading")
    finish(book, LAST_WEEK, "# as it was\n\n## then\n")
    assert pages(book).startswith(
        "# Weekly reviews\n\n## as it was\n\n### then\n\n## 2026-W47, Mon 16 Nov to Sun 22 Nov 2026\n"
    )
    assert "\n- Lesson: # not \\*a\\* heading\n" in pages(book)

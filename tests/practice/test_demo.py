"""The sample book: always the same, true to its counts, and consistent in itself."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.days import month_of
from netpractice.domain.errors import InputError
from netpractice.domain.followups import closed_on, is_open, outcome
from netpractice.domain.habits import HABITS
from netpractice.domain.records import RECORD_TYPES, Favour, FollowUp, Record, Records
from netpractice.domain.standing import Standing
from netpractice.domain.text import clean_line, clean_text
from netpractice.practice.demo import A_YEAR, make_demo, write_demo
from netpractice.store.codec import SCHEMA, decode

TODAY = date(2026, 11, 22)
SIZES = (None, 1, 3)


@pytest.fixture(scope="module", params=SIZES, ids=lambda years: f"years={years}")
def demo(request: pytest.FixtureRequest) -> Records:
    """A sample book of each size; tests only read it."""
    return make_demo(TODAY, years=request.param)


@pytest.fixture(scope="module")
def standing() -> Standing:
    """What is computed from the sample book of three months."""
    return Standing(make_demo(TODAY), TODAY)


def every_record(records: Records) -> list[Record]:
    return [record for kind in RECORD_TYPES for record in records.table(kind.table).values()]


@pytest.mark.parametrize("years", SIZES)
def test_the_same_day_gives_the_same_book(years: int | None) -> None:
    assert msgspec.json.encode(make_demo(TODAY, years=years)) == msgspec.json.encode(make_demo(TODAY, years=years))


@pytest.mark.parametrize("years", [1, 3])
def test_years_hold_exactly_what_a_year_brings(years: int) -> None:
    book = make_demo(TODAY, years=years)
    assert {table: len(book.table(table)) for table in A_YEAR} == {table: years * n for table, n in A_YEAR.items()}


def test_a_year_times_ten_is_the_book_that_speed_is_measured_with() -> None:
    ten = {table: 10 * count for table, count in A_YEAR.items()}
    assert ten == {"contacts": 2000, "conversations": 10_000, "followups": 4000, "favours": 4000, "checkins": 3650}


@pytest.mark.parametrize("years", [0, -1, 51])
def test_other_lengths_are_refused(years: int) -> None:
    with pytest.raises(InputError, match="1 to 50"):
        make_demo(TODAY, years=years)


@given(st.dates(date(1950, 1, 1), date(2200, 1, 1)))
def test_any_day_can_be_the_samples_today(today: date) -> None:
    standing = Standing(make_demo(today), today)
    assert standing.daily.current == 11
    assert not standing.daily.pending
    assert 0 < standing.evidence.mask(today) < (1 << len(HABITS)) - 1


def test_today_is_alive(standing: Standing) -> None:
    week = standing.week(standing.this_week)
    assert week.score is not None
    assert 50 <= week.score <= 95
    assert standing.kept_of_last() == 12
    assert standing.daily.longest > standing.daily.current
    assert {habit.margin.state for habit in week.habits if habit.margin} >= {"met", "open", "tight"}
    assert (standing.strength(None) or 0) > 50


def test_weeks_differ_and_one_rests(standing: Standing) -> None:
    weeks = [standing.week(standing.this_week - timedelta(days=7 * ago)) for ago in range(12)]
    assert sum(week.rest for week in weeks) == 1
    assert len({week.score for week in weeks}) >= 6


def test_follow_ups_are_in_every_state() -> None:
    followups = list(make_demo(TODAY).followups.values())
    opened = [followup for followup in followups if is_open(followup)]
    assert {outcome(followup) for followup in followups} == {None, "done", "told", "let go"}
    assert {followup.kind for followup in followups} == {"met", "promise", "lead", "help"}
    assert {step.kind for followup in followups for step in followup.steps} == {
        "acted", "told", "done", "let go", "snoozed", "reopened",
    }  # fmt: skip
    assert any(followup.due < TODAY for followup in opened)
    assert any(followup.due > TODAY for followup in opened)


def test_every_reference_leads_to_a_record(demo: Records) -> None:
    contacts, talks = demo.contacts, demo.conversations
    for contact in contacts.values():
        assert not contact.introduced_by or contact.introduced_by in contacts
    for talk in talks.values():
        assert not talk.event or demo.events[talk.event].day == talk.day
        assert all(not person.contact or contacts[person.contact].name == person.name for person in talk.people)
    entries: list[Favour | FollowUp] = [*demo.favours.values(), *demo.followups.values()]
    for entry in entries:
        assert entry.contact in contacts
        if entry.conversation:
            assert entry.contact in {person.contact for person in talks[entry.conversation].people}


def test_circles_are_copied(demo: Records) -> None:
    for talk in demo.conversations.values():
        for person in talk.people:
            if person.contact:
                assert person.circle in ("new", demo.contacts[person.contact].circle)
            else:
                assert person.circle is None


def test_nothing_is_done_in_the_future_or_before_people_met(demo: Records) -> None:
    for record in every_record(demo):
        assert getattr(record, "day", TODAY) <= TODAY or record in demo.events.values()
        assert getattr(record, "start", TODAY) <= TODAY
        assert record.created.date() <= record.updated.date() <= TODAY
    for talk in demo.conversations.values():
        assert all(demo.contacts[p.contact].created.date() <= talk.day for p in talk.people if p.contact)


def test_steps_follow_each_other(demo: Records) -> None:
    for followup in demo.followups.values():
        days = [followup.opened, *(step.day for step in followup.steps)]
        assert days == sorted(days)
        assert days[-1] <= TODAY
        assert followup.opened <= followup.due
        assert all((step.until is not None) == (step.kind == "snoozed") for step in followup.steps)
        assert all(step.until is None or step.until > step.day for step in followup.steps)
        if followup.kind != "lead":
            assert "told" not in {step.kind for step in followup.steps}
        assert closed_on(followup) in (None, days[-1])


def test_there_is_one_page_a_day_and_two_passes_a_month(demo: Records) -> None:
    pages = demo.checkins.values()
    assert len({page.day for page in pages}) == len(pages)
    passes = Counter(month_of(page.day) for page in pages if page.passed)
    assert max(passes.values()) <= 2
    assert not any(page.passed and (page.ticks or page.attitude is not None) for page in pages)


def test_text_is_clean_and_people_are_invented(demo: Records) -> None:
    for contact in demo.contacts.values():
        assert clean_line(contact.name) == contact.name
        assert all(email.endswith("@example.org") and email.isascii() for email in contact.emails)
    emails = [email for contact in demo.contacts.values() for email in contact.emails]
    assert len(set(emails)) == len(emails)
    assert len({contact.name for contact in demo.contacts.values()}) == len(demo.contacts)
    for talk in demo.conversations.values():
        assert clean_text(talk.notes) == talk.notes
        assert talk.notes


def test_the_file_holds_the_book(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "sample.json"
    write_demo(path, TODAY, years=1)
    schema, records = decode(path.read_bytes(), path)
    assert schema == SCHEMA
    assert records == make_demo(TODAY, years=1)


def test_the_file_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        write_demo(tmp_path / name, TODAY)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text("precious")
    with pytest.raises(InputError, match="there is a file already"):
        write_demo(path, TODAY)
    assert path.read_text() == "precious"
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine.json"]


def test_a_refused_length_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_demo(tmp_path / "long.json", TODAY, years=99)
    assert not list(tmp_path.iterdir())

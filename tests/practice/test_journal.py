"""The journal as a view: what filters find over all years, what is highlighted, and what other years had on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.records import Contact, Conversation, Debrief, Event, Favour, Participant
from netpractice.domain.search import haystack, parse_query
from netpractice.practice.batch import read_batch, save_batch
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.journal import (
    highlights,
    journal,
    month,
    on_this_day,
    prepare,
    recent_events,
    recent_settings,
)
from netpractice.practice.talk_view import TalkRow, as_line, entry, talk_row
from netpractice.practice.talks import TalkDraft, remove, write
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = Book.open(find_paths(str(data), {}), FixedClock(TODAY))
    yield opened
    opened.close()


@pytest.fixture
def sample(demo: Path) -> Iterator[Book]:
    """The sample book, to look at."""
    opened = Book.open(find_paths(str(demo), {}), FixedClock(TODAY), writable=False)
    yield opened
    opened.close()


def put(book: Book, *names: str, day: date = TODAY, contact: str = "", **fields: object) -> Conversation:
    people = tuple(Participant(name=name, contact=contact) for name in names)
    talk = book.new(Conversation, day=day, people=people, **fields)
    book.change("talked", put=[talk])
    return talk


@pytest.fixture
def years(book: Book) -> Book:
    """A book with a few talks over the years."""
    lee = book.new(Contact, name="Ann Kim", nickname="Nan")
    meetup = book.new(Event, name="Lantern Evening", day=ago(3), place="tram depot", tags=("lights",))
    book.change("made", put=[lee, meetup])
    put(book, "Ann Lee", contact=lee.id, notes="Good laugh\nabout whirlpools", tags=("Maps", "old friends"))
    put(book, "Søren", day=ago(3), event=meetup.id, debrief=Debrief(learnt="he rows", try_next="ask about the boat"))
    old = put(book, "woman with a kite", day=date(2024, 5, 1), setting="Café Ümlaut")
    book.change("gave", put=[book.new(Favour, day=old.day, direction="gave", what="a spool", conversation=old.id)])
    put(book, "Bo", day=date(2024, 2, 29), setting="train")
    return book


def found(book: Book, query: str) -> list[str]:
    return [talk.people[0].name for talk in journal(book, query).talks]


EVERYBODY = ["Ann Lee", "Søren", "woman with a kite", "Bo"]


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("", EVERYBODY),
        ("laugh", ["Ann Lee"]),
        ("LAUGH good", ["Ann Lee"]),
        ('"laugh about"', ["Ann Lee"]),
        ('"about laugh"', []),
        ("soren", ["Søren"]),
        ("rows boat", ["Søren"]),
        ("lantern", ["Søren"]),
        ("spool", ["woman with a kite"]),
        ("umlaut", ["woman with a kite"]),
        ("#maps", ["Ann Lee"]),
        ("#ma", ["Ann Lee"]),
        ('#"old f"', ["Ann Lee"]),
        ("#light", ["Søren"]),
        ("@cafe", ["woman with a kite"]),
        ("@depot", ["Søren"]),
        ("who:ann", ["Ann Lee"]),
        ("who:kim", ["Ann Lee"]),
        ("who:nan", ["Ann Lee"]),
        ("who:laugh", []),
        ("event:lantern", ["Søren"]),
        ("from:thu", ["Ann Lee", "Søren"]),
        ("to:2024", ["woman with a kite", "Bo"]),
        ("from:2024-03 to:2025", ["woman with a kite"]),
        ("on:2024-02-29", ["Bo"]),
        ('on:"29 feb"', ["Bo"]),
        ("on:2024 w", ["woman with a kite"]),
        ("from:", EVERYBODY),
        ("@", EVERYBODY),
        ("nothing like it", []),
    ],
)
def test_what_a_filter_finds(years: Book, query: str, finds: list[str]) -> None:
    assert found(years, query) == finds


def test_what_of_a_filter_cannot_be_read_is_named_and_left_out(years: Book) -> None:
    for query, names in (
        ("from:soon laugh", "'soon' can't be read as a day"),
        ("place:bar laugh", "place: means nothing"),
    ):
        there = journal(years, query)
        assert names in there.trouble
        assert [talk.people[0].name for talk in there.talks] == ["Ann Lee"]


def test_lines_are_days_with_their_talks(years: Book) -> None:
    lines = journal(years, "from:2026").lines
    assert [line if isinstance(line, date) else line.people[0].name for line in lines] == [
        TODAY, "Ann Lee", ago(3), "Søren",
    ]  # fmt: skip


QUERIES = st.lists(
    st.sampled_from(
        ["a", "an", "ann", "#m", "#maps", "@c", "who:s", "from:2", "from:2026", "to:", '"g', '"good l"', "x"]
    ),
    max_size=3,
).map(" ".join)


@given(QUERIES, QUERIES)
def test_looking_further_within_what_was_found_finds_the_same(first: str, then: str) -> None:
    book = Book.open(find_paths("/nonexistent/book.json", {}), FixedClock(TODAY), writable=False)
    for n, (name, notes) in enumerate([("Ann", "good luck"), ("Søren", "a map"), ("Cy", "x"), ("Ann Mapple", "")]):
        talk = book.new(
            Conversation, day=ago(n), people=(Participant(name=name),), notes=notes, setting="café", tags=("maps",)
        )
        book.records.conversations[talk.id] = talk
    before = None
    for typed in (first, *(f"{first} {then}"[:n] for n in range(len(first) + len(then) + 2))):
        there = journal(book, typed, before)
        alone = journal(book, typed)
        assert (there.talks, there.trouble) == (alone.talks, alone.trouble)
        before = there


def test_what_was_found_before_a_change_is_not_looked_through_again(years: Book) -> None:
    before = journal(years, "laugh")
    write(years, TalkDraft(people="Cy", notes="one more laugh about boats"))
    assert found(years, "laugh") == ["Cy", "Ann Lee"]
    assert [talk.people[0].name for talk in journal(years, "laugh a", before).talks] == ["Cy", "Ann Lee"]
    remove(years, journal(years, "boats").talks[0].id)
    assert found(years, "laugh") == ["Ann Lee"]
    years.undo()
    assert found(years, "laugh") == ["Cy", "Ann Lee"]


def test_searching_can_be_prepared_in_idle_moments(years: Book) -> None:
    assert [prepare(years, 3) for _ in range(3)] == [False, True, True]
    assert found(years, "spool") == ["woman with a kite"]


def marked(query: str, text: str, key: str = "") -> list[str]:
    return [text[start:end] for start, end in highlights(parse_query(query), text, key)]


def test_highlights() -> None:
    assert marked('cafe "two laughs" @bar #hr', "Café: two\nlaughs at the bar #hr") == ["Café", "two\nlaughs"]
    assert marked("cafe @bar", "the café bar", "@") == ["café", "bar"]
    assert marked("who:ann", "Ann Hannover", "who") == ["Ann", "ann"]
    assert marked("", "anything") == []


def test_on_this_day(book: Book) -> None:
    for day in (
        date(2025, 11, 22),
        date(2023, 11, 22),
        date(2025, 11, 21),
        TODAY,
        date(2024, 2, 29),
        date(2023, 2, 28),
    ):
        put(book, day.isoformat(), day=day)
    assert [talk.day.year for talk in on_this_day(book, TODAY)] == [2025, 2023]
    assert [talk.day for talk in on_this_day(book, date(2026, 2, 28))] == [date(2024, 2, 29), date(2023, 2, 28)]
    assert [talk.day for talk in on_this_day(book, date(2028, 2, 29))] == [date(2024, 2, 29), date(2023, 2, 28)]
    assert on_this_day(book, date(2020, 1, 1)) == []


def test_an_empty_book(book: Book) -> None:
    assert journal(book).lines == []
    assert on_this_day(book, TODAY) == []
    assert sum(month(book, TODAY).counts) == 0
    assert recent_settings(book) == recent_events(book) == ()


def test_a_month(years: Book) -> None:
    november = month(years, TODAY)
    assert november.first == date(2026, 11, 1)
    assert len(november.counts) == 30
    assert {n + 1: count for n, count in enumerate(november.counts) if count} == {19: 1, 22: 1}
    assert month(years, date(2024, 2, 10)).counts[28] == 1


def test_settings_and_events_used_last(book: Book) -> None:
    for n, setting in enumerate(("Bar", "train", "bár", "", "gym", "train", "pool")):
        put(book, "Ann", day=ago(n), setting=setting)
    save_batch(book, "## Meetup / 10d\nAnn Lee")
    assert recent_settings(book) == ("Bar", "train", "gym", "pool")
    assert recent_settings(book, 2) == ("Bar", "train")
    assert recent_events(book) == ("Meetup",)


# One conversation


def test_a_row_and_an_entry(years: Book) -> None:
    lee, soren, kite, _ = journal(years).talks
    assert talk_row(years, lee) == TalkRow("Ann Lee", "", "Good laugh")
    assert talk_row(years, soren) == TalkRow("Søren", "Lantern Evening", "he rows")
    assert talk_row(years, kite) == TalkRow("woman with a kite", "Café Ümlaut", "")
    told = entry(years, kite)
    assert (told.who, told.setting, told.event) == (("woman with a kite",), "Café Ümlaut", "")
    assert [(said.label, said.text) for said in told.said] == [("Gave", "a spool")]
    assert entry(years, soren).tags == ("lights",)


def test_every_talk_of_a_book_is_found_by_any_of_its_words(sample: Book) -> None:
    for talk in journal(sample).talks[:40]:
        for said in entry(sample, talk).said:
            if not said.record:
                first, *_ = haystack([said.text]).split("\n")
                if said.label not in ("How it went", "Talked more"):
                    assert talk in journal(sample, f'"{first}"').talks


LINE = (
    r"Ann Lee & man with a kite / @bar / #hr / \+1 \/ so / ~likes maps / *intro / +feedback: his \/ talk / ?time / "
    r"^call Kim by 2026-12-01 / 3"
)


def test_a_talk_as_the_line_that_writes_it(book: Book) -> None:
    save_batch(book, LINE)
    [talk] = journal(book).talks
    assert as_line(book, talk) == LINE


def test_the_lines_of_a_book_can_be_read(sample: Book) -> None:
    for talk in journal(sample).talks[:60]:
        batch = read_batch(sample, as_line(sample, talk), day=talk.day)
        assert not batch.unreadable
        assert [who.name for who in batch.rows[0].who] == [person.name for person in talk.people]

"""Follow-ups as one handles them: what each answer writes, says and refuses, lanes and filters, a lead's whole life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netpractice.domain.errors import InputError
from netpractice.domain.followups import closed_on, due_as_of, is_open, outcome
from netpractice.domain.habits import HABIT
from netpractice.domain.mirror import vanished
from netpractice.domain.records import Contact, Favour, FollowUp, FollowUpKind, Settings, Step
from netpractice.practice import followups, lanes
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.outcome import Outcome
from netpractice.store.paths import find_paths

TODAY = date(2026, 11, 22)
"""A Sunday."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def open_at(path: Path, today: date = TODAY) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(today))


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = open_at(data)
    yield opened
    opened.close()


@pytest.fixture
def ana(book: Book) -> Contact:
    contact = book.new(Contact, name="Ana Núñez", nickname="Nita")
    book.change("added Ana", put=[contact])
    return contact


def opened(
    book: Book, kind: FollowUpKind = "promise", what: str = "send the map", *, contact: str = "", due: date = TODAY
) -> str:
    """The id of a follow-up that was opened a week ago."""
    made = book.new(FollowUp, kind=kind, what=what, contact=contact, opened=ago(7), due=due)
    book.change("opened", put=[made])
    return made.id


def there(book: Book, followup_id: str) -> FollowUp:
    return book.records.followups[followup_id]


def test_done_and_done_again(book: Book, ana: Contact) -> None:
    promise = opened(book, contact=ana.id)
    done = followups.done(book, [promise], "by post")
    assert done.change is not None
    assert done.words == done.change.label == "done: send the map (Ana Núñez)"
    assert there(book, promise).steps == (Step(day=TODAY, kind="done", note="by post"),)
    again = followups.done(book, [promise])
    assert again == Outcome(change=None, words="send the map (Ana Núñez): closed already")


def test_a_way_to_help_that_is_done_is_a_favour_given_in_the_same_step(book: Book, ana: Contact) -> None:
    helps = opened(book, "help", "introduce her to Bo", contact=ana.id)
    done = followups.done(book, [helps], favour="introduction", on=ago(2))
    assert done.words == "done: introduce her to Bo (Ana Núñez), a favour given"
    (favour,) = book.records.favours.values()
    said = (favour.day, favour.direction, favour.kind, favour.what, favour.contact)
    assert said == (ago(2), "gave", "introduction", "introduce her to Bo", ana.id)
    assert book.standing.evidence.mask(ago(2)) == HABIT["give"].bit | HABIT["follow"].bit
    book.undo()
    assert (is_open(there(book, helps)), dict(book.records.favours)) == (True, {})


@pytest.mark.parametrize("answer", [followups.acted, followups.let_go])
def test_a_way_to_help_gives_nothing_before_it_is_done(book: Book, answer: Callable[..., Outcome]) -> None:
    answer(book, [opened(book, "help")])
    assert not book.records.favours


def test_a_lead_is_told_and_never_just_done(book: Book, ana: Contact) -> None:
    lead = opened(book, "lead", "write to the producer", contact=ana.id)
    with pytest.raises(InputError) as refused:
        followups.done(book, [lead])
    assert refused.value.where == "write to the producer (Ana Núñez)"
    acted = followups.acted(book, [lead], "posted a letter")
    assert acted.words == "acted on: write to the producer (Ana Núñez), Ana Núñez to be told by Sun 29 Nov"
    assert lanes.row(book, there(book, lead)).words == "tell them what came of it: write to the producer"
    told = followups.told(book, [lead], "it led nowhere, thanks said")
    assert told.words == "told Ana Núñez: write to the producer"
    assert outcome(there(book, lead)) == "told"
    assert lanes.row(book, there(book, lead)).words == "write to the producer"


def test_what_is_no_lead_has_nobody_to_tell(book: Book) -> None:
    promise = opened(book)
    with pytest.raises(InputError):
        followups.told(book, [promise])
    assert is_open(there(book, promise))


def test_enter_acts_on_a_lead_then_tells_and_closes_the_rest_as_done(book: Book) -> None:
    lead, met = opened(book, "lead"), opened(book, "met", "")
    followups.proceed(book, lead)
    assert lanes.row(book, there(book, lead)).state == "acted"
    followups.proceed(book, lead, "thanks")
    followups.proceed(book, met)
    assert [outcome(there(book, each)) for each in (lead, met)] == ["told", "done"]
    followups.proceed(book, met)
    assert is_open(there(book, met))


def test_letting_a_pile_go_is_one_step(book: Book) -> None:
    pile = [opened(book, "met", "") for _ in range(12)]
    followups.done(book, pile[:1])
    gone = followups.let_go(book, pile)
    assert gone.words == "let go: 11 follow-ups"
    assert [outcome(there(book, each)) for each in pile] == ["done"] + 11 * ["let go"]
    book.undo()
    assert sum(is_open(there(book, each)) for each in pile) == 11
    assert followups.let_go(book, []) == Outcome(change=None, words="nothing to change")


def test_one_that_refuses_leaves_all_as_they_were(book: Book) -> None:
    promise, lead = opened(book), opened(book, "lead")
    with pytest.raises(InputError):
        followups.done(book, [promise, lead])
    assert is_open(there(book, promise))


def test_several_ways_to_help_are_several_favours(book: Book) -> None:
    done = followups.done(book, [opened(book, "help"), opened(book, "help"), opened(book)])
    assert done.words == "done: 3 follow-ups, favours given"
    assert len(book.records.favours) == 2


@pytest.mark.parametrize(
    ("words", "day"),
    [("fri", date(2026, 11, 27)), ("2w", date(2026, 12, 6)), ("today", TODAY), ("eom", date(2026, 11, 30))],
)
def test_a_snooze_to_a_day_in_words(book: Book, words: str, day: date) -> None:
    promise = opened(book, due=ago(3))
    followups.snooze(book, [promise], words, "after the fair")
    assert due_as_of(there(book, promise), TODAY) == day
    assert there(book, promise).steps[0].note == "after the fair"


@pytest.mark.parametrize("words", ["yesterday", "2026-11-21", "next fri", ""])
def test_a_snooze_to_no_day_to_come_is_refused(book: Book, words: str) -> None:
    promise = opened(book)
    with pytest.raises(InputError):
        followups.snooze(book, [promise], words)
    assert there(book, promise).steps == ()


def test_a_snooze_that_says_nothing_new(book: Book) -> None:
    promise = opened(book)
    assert followups.snooze(book, [promise], TODAY).words == "send the map: due then already"
    followups.done(book, [promise])
    assert followups.snooze(book, [promise], "fri").words == "send the map: closed already"


def test_opening_again(book: Book) -> None:
    promise = opened(book)
    assert followups.reopen(book, [promise]).words == "send the map: open already"
    followups.done(book, [promise])
    assert followups.reopen(book, [promise], "she asked for another").words == "opened again: send the map"
    assert is_open(there(book, promise))


def test_a_step_is_written_on_a_day_between_the_opening_and_today(book: Book) -> None:
    promise = opened(book)
    for day in (TODAY + timedelta(days=1), ago(8)):
        with pytest.raises(InputError):
            followups.done(book, [promise], on=day)
    followups.done(book, [promise], on=ago(7))
    assert closed_on(there(book, promise)) == ago(7)


def test_a_note_is_cleaned_and_never_cut(book: Book) -> None:
    promise = opened(book)
    with pytest.raises(InputError):
        followups.done(book, [promise], "x" * 501)
    followups.done(book, [promise], "\x1b[31mred\nline ")
    assert there(book, promise).steps[0].note == "[31mred line"


def test_a_follow_up_made_by_hand(book: Book, ana: Contact) -> None:
    book.change("set", put=[book.new(Settings, met_hours=24)])
    made = followups.make(book, "promise", " send\tthe map ", contact=ana.id, due="fri")
    assert made.words == "promised: send the map (Ana Núñez), due Fri 27 Nov"
    followups.make(book, "met", "", contact=ana.id)
    followups.make(book, "lead", "call Kim", on=ago(3))
    rows = [(row.followup.kind, row.words, row.due) for lane in lanes.lanes(book).lanes for row in lane.rows]
    assert rows == [
        ("met", "write a first word", date(2026, 11, 23)),
        ("promise", "send the map", date(2026, 11, 27)),
        ("lead", "call Kim", date(2026, 11, 26)),
    ]
    with pytest.raises(InputError):
        followups.make(book, "promise", "")
    with pytest.raises(InputError):
        followups.make(book, "promise", "x", on=TODAY + timedelta(days=1))


def test_what_and_when_are_corrected(book: Book, ana: Contact) -> None:
    promise = opened(book)
    assert (
        followups.edit(book, promise, what="send two maps", contact=ana.id).words == "edited send two maps (Ana Núñez)"
    )
    followups.acted(book, [promise])
    followups.edit(book, promise, due="mon")
    assert (there(book, promise).due, len(there(book, promise).steps)) == (date(2026, 11, 23), 1)
    followups.snooze(book, [promise], "fri")
    followups.edit(book, promise, due="sat")
    assert [step.until for step in there(book, promise).steps] == [None, date(2026, 11, 28)]
    assert due_as_of(there(book, promise), TODAY) == date(2026, 11, 28)
    assert followups.edit(book, promise, due="sat").change is None


def test_removing_is_one_step_too(book: Book) -> None:
    first, second = opened(book), opened(book, what="call Kim")
    assert followups.remove(book, [first]).words == "removed send the map"
    book.undo()
    assert followups.remove(book, [first, second]).words == "removed 2 follow-ups"
    assert not book.records.followups


def test_somebody_unknown_is_a_slip_of_the_program(book: Book) -> None:
    with pytest.raises(KeyError):
        followups.done(book, ["nowhere"])


# Lanes


def test_lanes_hold_the_open_ones_by_due_day(book: Book) -> None:
    late, soon = opened(book, what="late", due=ago(2)), opened(book, what="soon", due=TODAY + timedelta(days=2))
    followups.done(book, [opened(book, what="closed")])
    opened(book, "lead", "call Kim", due=ago(1))
    shown = lanes.lanes(book)
    assert [(lane.kind, [row.words for row in lane.rows]) for lane in shown.lanes] == [
        ("met", []),
        ("promise", ["late", "soon"]),
        ("lead", ["call Kim"]),
        ("help", []),
    ]
    assert (shown.open, shown.due, shown.closed, shown.trouble) == (3, 2, (), "")
    assert [row.late for row in shown.lanes[1].rows] == [2, -2]
    followups.snooze(book, [late], "3d")
    assert [row.followup.id for row in lanes.lanes(book).lanes[1].rows] == [soon, late]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kim", {"call Kim", "thank Kim"}),
        ("open kim", {"call Kim"}),
        ("closed", {"thank Kim", "old card"}),
        ("lead", {"call Kim"}),
        ("kind:pro", {"send the map", "thank Kim"}),
        ("due", {"send the map"}),
        ("due lead", set()),
        ("acted", {"call Kim"}),
        ("who:nunez", {"send the map"}),
        ("nita", {"send the map"}),
        ("outcome:let", {"old card"}),
        ('"by post"', {"thank Kim"}),
        ("nobody", set()),
    ],
)
def test_a_filter_finds_open_and_closed_ones(book: Book, ana: Contact, query: str, found: set[str]) -> None:
    opened(book, what="send the map", contact=ana.id)
    followups.acted(book, [opened(book, "lead", "call Kim", due=TODAY + timedelta(days=30))])
    followups.done(book, [opened(book, what="thank Kim")], "by post")
    followups.let_go(book, [opened(book, "met", "old card")])
    shown = lanes.lanes(book, query)
    rows = [row.followup.what for lane in shown.lanes for row in lane.rows]
    assert {*rows, *(followup.what for followup in shown.closed)} == found
    assert shown.found == len(found)


def test_what_can_not_be_read_in_a_filter_is_named(book: Book) -> None:
    opened(book)
    shown = lanes.lanes(book, "kind:lunch map")
    assert (shown.found, "no kind lunch" in shown.trouble) == (1, True)


def test_the_closed_ones_come_latest_first(book: Book) -> None:
    first, second, third = (opened(book, what=what) for what in ("a", "b", "c"))
    for followup, day in ((second, ago(1)), (first, ago(3)), (third, ago(2))):
        followups.done(book, [followup], on=day)
    assert [each.what for each in lanes.lanes(book, "closed").closed] == ["b", "c", "a"]


def test_a_renamed_contact_is_found_by_the_new_name(book: Book, ana: Contact) -> None:
    opened(book, contact=ana.id)
    assert lanes.lanes(book, "zoe").found == 0
    book.change("renamed", put=[Contact(id=ana.id, created=ana.created, updated=ana.updated, name="Zoë")])
    assert (lanes.lanes(book, "zoe").found, lanes.lanes(book, "nunez").found) == (1, 0)


# A lead's whole life


def test_the_whole_life_of_a_lead(data: Path) -> None:
    def on(day: date) -> Book:
        return open_at(data, day)

    book = on(date(2026, 11, 3))
    ana = book.new(Contact, name="Ana Núñez")
    book.change("added Ana", put=[ana])
    followups.make(book, "lead", "the planner of the lanterns", contact=ana.id, due="fri")
    (lead,) = book.records.followups
    book.close()

    book = on(date(2026, 11, 5))
    followups.snooze(book, [lead], "mon")
    book.undo()
    followups.acted(book, [lead], "wrote")
    assert book.standing.evidence.mask(book.today) == HABIT["follow"].bit
    book.close()

    # Acting alone leaves the giver without an answer: the credit waits, and silence grows into a trap.
    book = on(date(2026, 11, 19))
    assert [row.contact.name for row in vanished(book.records, book.today)] == ["Ana Núñez"]
    assert [row.words for row in lanes.due_rows(book)] == ["tell them what came of it: the planner of the lanterns"]
    follow = book.standing.week(book.today).habits[4]
    assert (follow.due, follow.handled) == (1, 0)
    followups.told(book, [lead], "it led nowhere, thanks said", on=date(2026, 11, 18))
    follow = book.standing.week(book.today).habits[4]
    assert (follow.due, follow.handled, follow.credit) == (1, 1, 1)
    assert vanished(book.records, book.today) == ()
    assert lanes.due_rows(book) == ()
    expected = ("heard 3 Nov", "acted 5 Nov: wrote", "told Ana Núñez 18 Nov: it led nowhere, thanks said")
    assert lanes.history(book, there(book, lead)) == expected
    book.close()

    book = on(date(2027, 1, 2))
    (closed,) = lanes.lanes(book, "lanterns nowhere").closed
    assert lanes.row(book, closed).outcome == "told"
    followups.reopen(book, [lead], "they called back")
    assert lanes.history(book, there(book, lead))[-1] == "opened again 2 Jan: they called back"
    followups.proceed(book, lead, "she laughed")
    assert outcome(there(book, lead)) == "told"
    book.close()


# Undo from every step

ANSWERS: dict[str, Callable[[Book, list[str]], Outcome]] = {
    "acted": lambda book, ids: followups.acted(book, ids, "x"),
    "told": followups.told,
    "done": followups.done,
    "let go": followups.let_go,
    "snooze": lambda book, ids: followups.snooze(book, ids, "2d"),
    "reopen": followups.reopen,
    "enter": lambda book, ids: followups.proceed(book, ids[0]),
    "edit": lambda book, ids: followups.edit(book, ids[0], due="1w", what="other"),
    "remove": followups.remove,
    "late": lambda book, ids: followups.let_go(book, ids, on=ago(3)),
}
DEEDS = st.lists(st.tuples(st.sampled_from(list(ANSWERS)), st.sets(st.integers(0, 3), min_size=1)), max_size=12)


@settings(max_examples=40)
@given(deeds=DEEDS)
def test_every_step_is_undone_and_done_again_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, set[int]]]
) -> None:
    book = open_at(tmp_path_factory.mktemp("any") / "book.json")
    kinds: tuple[FollowUpKind, ...] = ("met", "promise", "lead", "help")
    made = [book.new(FollowUp, kind=kind, what=kind, opened=ago(7), due=TODAY) for kind in kinds]
    book.change("opened", put=made)
    states: list[tuple[dict[str, FollowUp], dict[str, Favour]]] = []

    def state() -> tuple[dict[str, FollowUp], dict[str, Favour]]:
        return dict(book.records.followups), dict(book.records.favours)

    states.append(state())
    for answer, places in deeds:
        ids = [made[place].id for place in places if made[place].id in book.records.followups]
        if not ids:
            continue
        try:
            done = ANSWERS[answer](book, ids)
        except InputError:
            assert state() == states[-1]
        else:
            assert (done.change is None) == (state() == states[-1])
            if done.change:
                states.append(state())
    for before in reversed(states[:-1]):
        book.undo()
        assert state() == before
    for after in states[1:]:
        book.redo()
        assert state() == after
    book.close()

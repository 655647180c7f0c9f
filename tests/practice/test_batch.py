"""A text of captured lines: what it is read as, what saving writes, and that it is one step or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.capture import Trouble
from netpractice.domain.errors import InputError
from netpractice.domain.followups import closed_on, is_open, outcome
from netpractice.domain.records import (
    Contact,
    Conversation,
    Debrief,
    Favour,
    FollowUp,
    Participant,
    Records,
    Settings,
    Step,
)
from netpractice.practice.batch import Batch, read_batch, save_batch
from netpractice.practice.book import Book
from netpractice.practice.clock import FixedClock
from netpractice.practice.completion import complete
from netpractice.store.paths import find_paths
from tests.hostile import HOSTILE
from tests.strategies import CAPTURES

TODAY = date(2026, 11, 22)
THURSDAY = date(2026, 11, 19)

EVENING = """\
## HR meetup, St. Louis / thu / @bar / #hr
Ann Lee / =ACME, recruiter / kids at St. John's / *intro to Bo / !send the article by fri / fu 2d / 3
hiro / data guy / !send talk slides
Ines Costa / moved from Lisbon / fu -
woman by the coats / good laugh about whirlpools / ~whirlpools are loud
Bo & Hiro / +feedback: his talk / <a good question / ?a desk
"""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def open_at(path: Path, today: date = TODAY) -> Book:
    return Book.open(find_paths(str(path), {}), FixedClock(today))


@pytest.fixture
def book(data: Path) -> Iterator[Book]:
    opened = open_at(data)
    yield opened
    opened.close()


def person(book: Book, name: str, **facts: object) -> Contact:
    contact = book.new(Contact, name=name, **facts)
    book.change("added", put=[contact])
    return book.records.contacts[contact.id]


def together(book: Book, day: date, *people: Contact) -> Conversation:
    """A talk with people on a day."""
    inside = tuple(Participant(name=each.name, contact=each.id) for each in people)
    talk = book.new(Conversation, day=day, people=inside)
    book.change("talked", put=[talk])
    return talk


def contents(records: Records) -> dict[str, dict[str, object]]:
    """Everything that is in a book."""
    return {name: dict(table) for name, table in msgspec.structs.asdict(records).items()}


def states(batch: Batch) -> list[list[tuple[str, str]]]:
    return [[(who.name, who.state) for who in row.who] for row in batch.rows]


def only_talk(book: Book) -> Conversation:
    [talk] = book.records.conversations.values()
    return talk


def only_followup(book: Book) -> FollowUp:
    [followup] = book.records.followups.values()
    return followup


# Reading


def test_an_evening_as_it_is_read(book: Book) -> None:
    person(book, "Hiro Tanaka", circle="warm")
    batch = read_batch(book, EVENING)
    event = batch.event
    assert event is not None
    assert (event.name, event.day, event.place, event.tags, event.known) == (
        "HR meetup, St. Louis", THURSDAY, "bar", ("hr",), False,
    )  # fmt: skip
    assert states(batch) == [
        [("Ann Lee", "new")],
        [("Hiro Tanaka", "match")],
        [("Ines Costa", "new")],
        [("woman by the coats", "described")],
        [("Bo", "new"), ("Hiro Tanaka", "match")],
    ]
    assert [row.follow_up for row in batch.rows] == ["Tue 24 Nov", "", "let go", "", "Sat 21 Nov"]
    assert [row.habits for row in batch.rows] == [("listen",), ("warm",), ("follow",), ("listen",), ("warm", "give")]
    assert batch.rows[0].read == (
        "ACME, recruiter",
        "note",
        "could help: intro to Bo",
        "promised send the article, by Fri 27 Nov",
        "went 3",
    )
    assert batch.rows[4].read == ("gave feedback: his talk", "got a good question", "asked a desk")
    assert batch.counts == ("5 talks, 3 new people, 2 promises, 1 way to help, 1 favour given, 1 received, 1 asked")
    assert batch.unreadable == ()
    assert batch.left_over == ""


def test_reading_changes_nothing(book: Book) -> None:
    person(book, "Hiro Tanaka")
    before = contents(book.records)
    label = book.undo_label
    read_batch(book, EVENING)
    assert contents(book.records) == before
    assert book.undo_label == label


@pytest.mark.parametrize("text", ["", "\n \n", "## Meetup / thu", "\ufeff\n"])
def test_nothing_to_write_down(book: Book, text: str) -> None:
    assert read_batch(book, text).rows == ()
    saved = save_batch(book, text)
    assert (saved.change, saved.words) == (None, "nothing to write down")
    assert book.undo_label is None


@pytest.mark.parametrize("shape", ["{}", "Ann / {}", "{} & Ann / !{} by fri / #{}", "## {} / {}\n{} / @{}"])
def test_hostile_text_never_raises_while_it_is_typed(book: Book, shape: str) -> None:
    person(book, "Ann Lee")
    for text in HOSTILE:
        batch = read_batch(book, shape.replace("{}", text))
        assert batch.text == shape.replace("{}", text)
        assert all(row.error for row in batch.unreadable)
        complete(book, text, (0, 2))


LINES = (
    st.sampled_from(("Ann / =ACME / fu fri", "**Bo & kite man / fu - / 9", "## Fair / thu / @bar / #hr", "")) | CAPTURES
)


@given(st.lists(LINES, max_size=4).map("\n".join))
def test_any_text_can_be_read(text: str) -> None:
    book = Book.open(find_paths("/nonexistent/book.json", {}), FixedClock(TODAY), writable=False)
    batch = read_batch(book, text)
    assert batch.text == text
    for row in batch.unreadable:
        assert all(0 <= trouble.start <= trouble.end <= len(text) for trouble in row.troubles)


def test_what_is_wrong_is_told_in_its_row_and_nowhere_else(book: Book) -> None:
    person(book, "Ann Lee")
    person(book, "Ann Kim")
    batch = read_batch(book, "Bo / good\nAnn / x\nZoe / !call by next fri / 9")
    assert [row.number for row in batch.unreadable] == [2, 3]
    assert batch.rows[0].error == ""
    assert batch.rows[1].troubles == (
        Trouble("Ann could be Ann Lee or Ann Kim", "Write more of the name, or **Ann for somebody new", 0, 3),
    )
    assert batch.rows[2].error == (
        "'next fri' can't be read as a day. Write it like fri, 3d, 12 dec or 2026-12-12, or \\by if it is no day."
    )
    assert [(each.start, each.end) for each in batch.rows[2].troubles] == [(6, 23), (26, 27)]
    assert batch.left_over == "Ann / x\nZoe / !call by next fri / 9"
    assert batch.counts == "1 talk, 1 new person"


# Who is meant


def test_two_who_fit_are_told_apart_by_company(book: Book) -> None:
    lee, _, bo = person(book, "Ann Lee"), person(book, "Ann Kim"), person(book, "Bo Xu")
    together(book, ago(30), lee, bo)
    assert states(read_batch(book, "Ann")) == [[("Ann", "ambiguous")]]
    assert states(read_batch(book, "Ann & Bo")) == [[("Ann Lee", "match"), ("Bo Xu", "match")]]
    assert states(read_batch(book, "Ann\nBo")) == [[("Ann Lee", "match")], [("Bo Xu", "match")]]


def test_company_of_long_ago_tells_nobody_apart(book: Book) -> None:
    lee, _, bo = person(book, "Ann Lee"), person(book, "Ann Kim"), person(book, "Bo Xu")
    together(book, ago(181), lee, bo)
    assert states(read_batch(book, "Ann & Bo"))[0][0] == ("Ann", "ambiguous")


def test_company_of_both_tells_nobody_apart(book: Book) -> None:
    lee, kim, bo = person(book, "Ann Lee"), person(book, "Ann Kim"), person(book, "Bo Xu")
    together(book, ago(1), lee, bo)
    together(book, ago(2), kim, bo)
    assert states(read_batch(book, "Ann & Bo"))[0][0] == ("Ann", "ambiguous")


def test_whoever_was_at_the_event_is_meant(book: Book) -> None:
    person(book, "Ann Lee")
    person(book, "Ann Kim")
    save_batch(book, "## Meetup / thu\nAnn Kim")
    assert states(read_batch(book, "## meetup / thu\nAnn")) == [[("Ann Kim", "match")]]
    assert states(read_batch(book, "## Other / thu\nAnn")) == [[("Ann", "ambiguous")]]


def test_somebody_new_on_purpose(book: Book) -> None:
    person(book, "Ann Lee")
    assert states(read_batch(book, "**Ann / x\nAnn / y\nAnn L")) == [
        [("Ann", "new")],
        [("Ann", "match")],
        [("Ann Lee", "match")],
    ]
    assert states(read_batch(book, "**man with a kite")) == [[("man with a kite", "new")]]


def test_the_candidates_are_those_whom_tab_takes_in_turn(book: Book) -> None:
    bell, lee = person(book, "Anna Bell"), person(book, "Ann Lee")
    person(book, "Ben Ann")
    together(book, ago(3), lee)
    together(book, ago(1), bell)
    text = "Bo / x\n  An / y"
    [_, row] = read_batch(book, text).rows
    assert [contact.name for contact in row.who[0].candidates] == ["Anna Bell", "Ann Lee", "Ben Ann"]
    taken = [complete(book, text, (1, 4), again) for again in range(4)]
    assert [each and each[0] for each in taken] == [
        "Bo / x\n  Anna Bell / y",
        "Bo / x\n  Ann Lee / y",
        "Bo / x\n  Ben Ann / y",
        "Bo / x\n  Anna Bell / y",
    ]
    assert [each and each[1] for each in taken] == [(1, 11), (1, 9), (1, 9), (1, 11)]


@pytest.mark.parametrize(
    ("text", "cursor", "becomes"),
    [
        ("Ann / x", (0, 3), "Ann Lee / x"),
        ("Ann / x", (0, 0), "Ann Lee / x"),
        ("Bo & ann", (0, 8), "Bo & Ann Lee"),
        ("Bo & ann & Cy", (0, 6), "Bo & Ann Lee & Cy"),
        ("Ann / x", (0, 5), None),
        ("Ann / Ann", (0, 9), None),
        ("**Ann", (0, 5), None),
        ("## Ann", (0, 6), None),
        ("Zed", (0, 3), None),
        ("", (0, 0), None),
        ("Ann", (3, 0), None),
    ],
)
def test_completing(book: Book, text: str, cursor: tuple[int, int], becomes: str | None) -> None:
    person(book, "Ann Lee")
    done = complete(book, text, cursor)
    assert (done and done[0]) == becomes


def test_namesakes_are_told_apart(book: Book) -> None:
    acme = person(book, "Ann Lee", company="ACME")
    person(book, "Ann Lee", company="Bureau")
    assert read_batch(book, "Ann").rows[0].error.startswith("Ann could be Ann Lee (ACME) or Ann Lee (Bureau).")
    assert complete(book, "Ann", (0, 3)) == ("Ann Lee (ACME)", (0, 14))
    assert read_batch(book, "Ann Lee (ACME)").rows[0].who[0].contact == acme


def test_a_completed_name_is_read_as_that_person(book: Book) -> None:
    odd = person(book, "**A / B & \\C by D")
    done = complete(book, "**", (0, 2)) or complete(book, "a", (0, 1)) or complete(book, "b", (0, 1))
    assert done is not None
    [row] = read_batch(book, done[0]).rows
    assert [who.contact for who in row.who] == [odd]


# Saving


def test_an_evening_is_saved_in_one_step(book: Book) -> None:
    hiro = person(book, "Hiro Tanaka", circle="warm")
    before = contents(book.records)
    saved = save_batch(book, EVENING)
    assert saved.words == "wrote down 5 talks, Thu 19 Nov"
    records = book.records
    [event] = records.events.values()
    assert (event.name, event.day, event.place, event.tags) == ("HR meetup, St. Louis", THURSDAY, "bar", ("hr",))
    people = {contact.name: contact for contact in records.contacts.values()}
    assert list(people) == ["Hiro Tanaka", "Ann Lee", "Ines Costa", "Bo"]
    ann = people["Ann Lee"]
    assert (ann.circle, ann.company, ann.role, ann.how_met) == ("new", "ACME", "recruiter", "HR meetup, St. Louis")
    talks = list(records.conversations.values())
    assert {(talk.day, talk.event, talk.setting) for talk in talks} == {(THURSDAY, event.id, "bar")}
    assert talks[0].people == (Participant(name="Ann Lee", contact=ann.id, circle="new"),)
    assert talks[0].debrief == Debrief(help="intro to Bo", went=3)
    assert talks[0].notes == "kids at St. John's"
    assert talks[3].people == (Participant(name="woman by the coats"),)
    assert talks[4].people[1] == Participant(name="Hiro Tanaka", contact=hiro.id, circle="warm")
    assert [(each.direction, each.kind, each.what, each.day) for each in records.favours.values()] == [
        ("gave", "feedback", "his talk", THURSDAY),
        ("received", "other", "a good question", THURSDAY),
        ("asked", "other", "a desk", THURSDAY),
    ]
    assert {each.contact for each in records.favours.values()} == {people["Bo"].id}
    assert [(each.kind, each.what, each.due, outcome(each)) for each in records.followups.values()] == [
        ("met", "", date(2026, 11, 24), None),
        ("help", "intro to Bo", date(2026, 11, 26), None),
        ("promise", "send the article", date(2026, 11, 27), None),
        ("promise", "send talk slides", date(2026, 11, 26), None),
        ("met", "", date(2026, 11, 21), "let go"),
        ("met", "", date(2026, 11, 21), None),
    ]
    assert {each.opened for each in records.followups.values()} == {THURSDAY}
    book.undo()
    assert contents(book.records) == before


def test_what_is_saved_is_what_was_read(book: Book) -> None:
    saved = save_batch(book, "Ann Lee / ~maps\nAnn Lee & Bo")
    ids = [[who.contact.id for who in row.who if who.contact] for row in saved.batch.rows]
    assert [list(each) for each in ids] == [
        [person.contact for person in talk.people] for talk in book.records.conversations.values()
    ]


def test_saved_evidence_moves_the_habits_at_once(book: Book) -> None:
    person(book, "Ada", circle="warm")
    [row] = read_batch(book, "Ada / @train / ~likes maps / +soup").rows
    save_batch(book, "Ada / @train / ~likes maps / +soup")
    assert row.habits == ("warm", "anywhere", "listen", "give")
    kept = [
        habit
        for habit in ("warm", "anywhere", "open", "listen", "follow", "give")
        if book.standing.evidence.why(habit, TODAY)
    ]
    assert tuple(kept) == row.habits


def test_a_new_person_named_on_several_lines_is_one(book: Book) -> None:
    save_batch(book, "Ann Lee / =ACME\nann lee & Bo / #maps\nBo / @gym", day=ago(1))
    people = {contact.name: contact for contact in book.records.contacts.values()}
    assert list(people) == ["Ann Lee", "Bo"]
    assert (people["Ann Lee"].company, people["Ann Lee"].tags) == ("ACME", ("maps",))
    assert [each.kind for each in book.records.followups.values()] == ["met", "met"]


def test_facts_and_tags_of_somebody_known(book: Book) -> None:
    old = person(book, "Ann Lee", company="Old", role="clerk", tags=("hr",))
    person(book, "Bo Xu")
    save_batch(book, "Ann & Bo / =ACME / #HR #maps")
    new = book.records.contacts[old.id]
    assert (new.company, new.role, new.tags) == ("ACME", "clerk", ("hr", "maps"))
    [_, bo] = book.records.contacts.values()
    assert (bo.company, bo.tags) == ("", ("HR", "maps"))
    save_batch(book, "Ann / =, head")
    assert book.records.contacts[old.id].role == "head"


def test_an_event_of_that_name_and_day_is_used_again(book: Book) -> None:
    save_batch(book, "## Meetup / thu / @bar\nAnn Lee")
    assert read_batch(book, "## meetup / thu").event is not None
    save_batch(book, "## MEETUP / thu / #hr\nBo Xu")
    [event] = book.records.events.values()
    assert (event.name, event.place, event.tags) == ("Meetup", "bar", ("hr",))
    save_batch(book, "## Meetup / fri\nBo")
    assert len(book.records.events) == 2


def test_the_day_is_the_events_or_the_given_one_or_today(book: Book) -> None:
    assert read_batch(book, "Ann").day == TODAY
    assert read_batch(book, "Ann", day=ago(3)).day == ago(3)
    assert read_batch(book, "## Meetup\nAnn", day=ago(3)).day == ago(3)
    assert read_batch(book, "## Meetup / thu\nAnn", day=ago(9)).day == THURSDAY
    save_batch(book, read_batch(book, "Ann", day=ago(3)))
    assert only_talk(book).day == ago(3)


def test_a_day_that_has_not_begun_is_refused(book: Book) -> None:
    for act in (read_batch, save_batch):
        with pytest.raises(InputError, match="hasn't begun"):
            act(book, "Ann", day=TODAY + timedelta(days=1))


def test_the_hours_of_the_settings_count(book: Book) -> None:
    book.change("set", put=[book.new(Settings, met_hours=25)])
    save_batch(book, "Ann Lee", day=ago(5))
    assert only_followup(book).due == ago(3)


def test_nothing_is_due_before_the_talk(book: Book) -> None:
    batch = read_batch(book, "Ann Lee / fu yesterday")
    assert batch.rows[0].error == "'yesterday' is Sat 21 Nov, before the talk of Sun 22 Nov. Give a later day."
    assert read_batch(book, "Ann Lee / !call by yesterday").unreadable
    assert not read_batch(book, "Ann Lee / !call by yesterday", day=ago(1)).unreadable


@pytest.mark.parametrize("text", ["man with a kite / =ACME", "man with a kite / fu fri"])
def test_what_is_about_a_card_needs_somebody_on_the_roster(book: Book, text: str) -> None:
    [row] = read_batch(book, text).rows
    assert [each.what for each in row.troubles] == ["nobody in this line is on the roster"]
    assert text[row.troubles[0].start :] in ("=ACME", "fu fri")


def test_an_event_that_comes_late_stays_as_it_is(book: Book) -> None:
    [_, row] = read_batch(book, "Ann Lee\n## Winter Market / thu / @square / #hr").rows
    assert row.error == "only the first line can be an event. Write these talks down on their own."
    assert row.read == ("@square", "#hr")


def test_what_is_about_a_card_is_fine_while_only_the_name_is_not(book: Book) -> None:
    person(book, "Ann Lee")
    person(book, "Ann Kim")
    [row] = read_batch(book, "Ann / =ACME / fu fri").rows
    assert [each.what for each in row.troubles] == ["Ann could be Ann Lee or Ann Kim"]


def test_a_follow_up_with_somebody_known_is_a_promise(book: Book) -> None:
    ann = person(book, "Ann Lee")
    assert read_batch(book, "Ann / fu fri").rows[0].follow_up == "Fri 27 Nov"
    save_batch(book, "Ann / fu fri")
    followup = only_followup(book)
    assert (followup.kind, followup.what, followup.contact) == ("promise", "follow up", ann.id)
    save_batch(book, "Ann / fu -")
    assert len(book.records.followups) == 1


def test_unreadable_lines_are_left_out_only_if_asked(book: Book) -> None:
    text = "Ann Lee / x\nBo / 9\nCy / y"
    with pytest.raises(InputError) as refused:
        save_batch(book, text)
    assert str(refused.value).startswith("line 2, column 6: 9 doesn't say how well it went")
    assert not book.records.conversations
    saved = save_batch(book, text, leave_out_unreadable=True)
    assert saved.words == "wrote down 2 talks, Sun 22 Nov; 1 line left out"
    assert [contact.name for contact in book.records.contacts.values()] == ["Ann Lee", "Cy"]


def test_a_name_that_an_unreadable_line_would_make_is_still_new_elsewhere(book: Book) -> None:
    save_batch(book, "Ann Lee / 9\nAnn Lee / good", leave_out_unreadable=True)
    [ann] = book.records.contacts.values()
    assert only_talk(book).people[0].contact == ann.id
    assert only_followup(book).contact == ann.id


def test_an_event_that_cannot_be_read_is_never_left_out(book: Book) -> None:
    with pytest.raises(InputError, match="line 1, column 11: 'next fri' can't be read as a day"):
        save_batch(book, "## Meet / next fri\nAnn", leave_out_unreadable=True)
    assert book.undo_label is None


def test_all_troubles_are_told_with_their_places(book: Book) -> None:
    with pytest.raises(InputError) as refused:
        save_batch(book, "Ann / 9\n\n / x\nBo / !")
    assert str(refused.value) == (
        "line 1, column 7: 9 doesn't say how well it went; line 3, column 1: nobody is named; "
        "line 4, column 6: what you promised is missing. Nothing was written; mend these first."
    )


def test_a_text_that_is_too_long_is_refused_whole(book: Book) -> None:
    note = "x" * 50_000
    with pytest.raises(InputError):
        save_batch(book, f"Bo\nAnn / {note} / {note} / {note}")
    assert book.undo_label is None


# The follow-up with somebody new


def test_a_later_talk_closes_it_and_undo_opens_it_again(data: Path) -> None:
    with_book = open_at(data, ago(3))
    save_batch(with_book, "## Meetup\nAnn Lee\nBo & Ann Lee")
    assert is_open(next(iter(with_book.records.followups.values())))
    with_book.close()
    book = open_at(data)
    [row] = read_batch(book, "Ann / x").rows
    assert (row.read, row.habits) == (("note", "follow-up done"), ("follow",))
    save_batch(book, "Ann / x")
    [ann, bo] = book.records.followups.values()
    assert closed_on(ann) == TODAY
    assert is_open(bo)
    talk = list(book.records.conversations.values())[-1]
    assert ann.steps == (Step(day=TODAY, kind="done", conversation=talk.id),)
    book.undo()
    assert all(map(is_open, book.records.followups.values()))
    book.close()


def test_another_talk_of_the_same_day_closes_it_too(book: Book) -> None:
    save_batch(book, "Ann Lee / @bar")
    save_batch(book, "Ann Lee / @train")
    assert outcome(only_followup(book)) == "done"


def test_favours_are_about_the_first_who_is_on_the_roster(book: Book) -> None:
    ann = person(book, "Ann Lee")
    save_batch(book, "man with a kite & Ann / +soup / ^call Kim")
    [favour] = book.records.favours.values()
    assert isinstance(favour, Favour)
    assert (favour.contact, only_followup(book).contact) == (ann.id, ann.id)
    save_batch(book, "man with a kite / +soup")
    assert [each.contact for each in book.records.favours.values()] == [ann.id, ""]

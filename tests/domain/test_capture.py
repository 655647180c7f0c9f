"""The capture line: what each mark means, where each part stands, what is refused, and that writing out gives back."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.capture import Capture, Line, Name, Trouble, lines_of, read_capture, read_names
from netpractice.domain.capture_format import format_capture, format_line, format_names
from netpractice.domain.capture_parts import LET_GO, Kind, Part, facts_of, favour_of
from netpractice.domain.text import clean_line
from tests.hostile import HOSTILE
from tests.strategies import CAPTURES

SUNDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 27)


def read(text: str, today: date = SUNDAY) -> Capture:
    return read_capture(text, today)


def line(text: str, today: date = SUNDAY) -> Line:
    [only] = read(text, today).lines
    return only


def part(text: str) -> Part:
    """The one part after somebody's name, without its place."""
    [only] = line(f"Ann / {text}").parts
    return msgspec.structs.replace(only, start=0, end=0)


def trouble(text: str) -> Trouble:
    """The one thing that is wrong with a line."""
    [only] = line(text).troubles
    return only


def test_the_line_of_the_design() -> None:
    text = "Ann Lee / =ACME, recruiter / kids at St. John's / *intro to Bo / !send the article by fri / fu 2d / 3"
    found = line(text)
    assert found.names == (Name("Ann Lee", start=0, end=7),)
    assert [(each.kind, each.text) for each in found.parts] == [
        ("facts", "ACME, recruiter"),
        ("note", "kids at St. John's"),
        ("help", "intro to Bo"),
        ("promise", "send the article"),
        ("follow up", ""),
        ("went", "3"),
    ]
    assert [each.due for each in found.parts if each.due] == [FRIDAY, date(2026, 11, 24)]
    assert [text[each.start : each.end] for each in found.parts] == text.split(" / ")[1:]
    assert found.troubles == ()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("good laugh", Part("note", "good laugh")),
        ("~likes maps", Part("learnt", "likes maps")),
        ("~ likes maps", Part("learnt", "likes maps")),
        ("*intro to Bo", Part("help", "intro to Bo")),
        ("+read her letter", Part("gave", "read her letter")),
        ("<a good question", Part("received", "a good question")),
        ("?feedback", Part("asked", "feedback")),
        ("!send the article", Part("promise", "send the article")),
        ("!send the article by fri", Part("promise", "send the article", "fri", FRIDAY)),
        ("!send it By 27 nov", Part("promise", "send it", "27 nov", FRIDAY)),
        ("^call Kim by 2026-11-27", Part("lead", "call Kim", "2026-11-27", FRIDAY)),
        ("=ACME, recruiter", Part("facts", "ACME, recruiter")),
        ("@bar", Part("setting", "bar")),
        ("#old friends", Part("tag", "old friends")),
        ("0", Part("went", "0")),
        ("4", Part("went", "4")),
        ("fu fri", Part("follow up", "", "fri", FRIDAY)),
        ("fu  5d", Part("follow up", "", "5d", FRIDAY)),
        ("fu -", Part("follow up", "", LET_GO)),
        ("3 of us", Part("note", "3 of us")),
        ("Fu Hao came too", Part("note", "Fu Hao came too")),
        ("fund raiser", Part("note", "fund raiser")),
        ("404 found", Part("note", "404 found")),
        ("and/or", Part("note", "and/or")),
        ("5 * 3 = #15 @home!", Part("note", "5 * 3 = #15 @home!")),
        ("!!now", Part("promise", "!now")),
    ],
)
def test_what_a_part_means(text: str, means: Part) -> None:
    assert part(text) == means


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (r"\+1 from everybody", "+1 from everybody"),
        (r"\3", "3"),
        (r"\fu fri", "fu fri"),
        (r"\\*starred", r"\*starred"),
        (r"C:\temp", r"C:\temp"),
        (r"\o/ what a day", r"\o/ what a day"),
        (r"this \/ that", "this / that"),
        (r"this \\/ that", r"this \/ that"),
    ],
)
def test_a_backslash_makes_a_sign_plain_where_it_would_mean_something(text: str, says: str) -> None:
    assert part(text) == Part("note", says)


@pytest.mark.parametrize(
    "text",
    [
        "!stand by me",
        "!stop by Berlin",
        "!be done by the end",
        "!read the poem by Thandi",
        "!send it by",
        "!send it by 3pm or so",
    ],
)
def test_by_is_text_before_anything_that_tells_of_no_day(text: str) -> None:
    assert part(text) == Part("promise", text[1:])


def test_the_last_by_begins_the_day() -> None:
    assert part("!drop by the office by fri") == Part("promise", "drop by the office", "fri", FRIDAY)
    assert part("!stand by fri by fri") == Part("promise", "stand by fri", "fri", FRIDAY)
    assert part(r"!learn the song \by mon") == Part("promise", "learn the song by mon")


@pytest.mark.parametrize("when", ["next fri", "12/11", "31.12.", "end of week", "31 feb", "2025", "dec", "+9999y"])
def test_words_that_tell_of_a_day_and_mean_none_are_refused(when: str) -> None:
    found = trouble(f"Ann / !call by {when}")
    assert when in found.what
    assert r"\by" in found.way_out
    assert (found.start, found.end) == (6, 15 + len(when))


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("Ann / 9", "9 doesn't say how well it went", (6, 7)),
        ("Ann / 10", "10 doesn't say how well it went", (6, 8)),
        ("Ann / fu", "the day of the follow-up is missing", (6, 8)),
        ("Ann / fu next week", "'next week' can't be read as a day", (6, 18)),
        ("Ann / x /   !  ", "what you promised is missing", (12, 13)),
        ("Ann / !by fri", "what you promised is missing", (6, 13)),
        ("Ann / ~", "what you learnt is missing", (6, 7)),
        ("Ann / =,", "the company and role are missing", (6, 8)),
        ("Ann / # #", "the tag is missing", (6, 9)),
        ("Ann / #,;", "the tag is missing", (6, 9)),
        ("Ann / 3 / 4", "how well it went is told twice", (10, 11)),
        ("Ann / @bar / @gym", "the place is told twice", (13, 17)),
        ("Ann / fu fri / fu -", "the follow-up is told twice", (15, 19)),
        ("Bo & **", "the name of somebody new is missing", (5, 7)),
        (" / hello", "nobody is named", (0, 8)),
        ("& / hello", "nobody is named", (0, 9)),
        (f"{'x' * 501} / hello", "501 characters are too long, at most 500 fit", (0, 501)),
        (f"Ann / @{'x' * 501}", "501 characters are too long, at most 500 fit", (6, 508)),
    ],
)
def test_what_is_wrong_and_where(text: str, what: str, place: tuple[int, int]) -> None:
    found = trouble(text)
    assert (found.what, (found.start, found.end)) == (what, place)
    assert found.way_out


def test_a_long_note_fits_where_a_line_does_not() -> None:
    assert len(part("x" * 5000).text) == 5000


def test_people() -> None:
    found = line("  Ann Lee & **Bo & man with a kite & M&M / x").names
    assert found == (
        Name("Ann Lee", start=2, end=9),
        Name("Bo", is_new=True, start=12, end=16),
        Name("man with a kite", start=19, end=34),
        Name("M&M", start=37, end=40),
    )
    assert line(r"Smith \& Sons & \**Star & \##1").names[0].text == "Smith & Sons"
    assert [name.text for name in read_names(r"\**Star & ** Ann")] == ["**Star", "Ann"]


def test_several_tags_in_a_part() -> None:
    assert [(each.text, each.start, each.end) for each in line("Ann / #hr #old friends").parts] == [
        ("hr", 6, 22),
        ("old friends", 6, 22),
    ]
    assert [each.text for each in line("Ann / #hr, #maps, ##tea; HR").parts] == ["hr", "maps", "tea"]


def test_a_batch() -> None:
    found = read("\n  ## HR meetup, St. Louis / thu / @bar / #hr\n\nAnn / x\r\n \nBo")
    assert found.event is not None
    assert (found.event.number, found.event.names[0].text) == (2, "HR meetup, St. Louis")
    assert [(each.kind, each.text, each.due) for each in found.event.parts] == [
        ("day", "", date(2026, 11, 19)),
        ("setting", "bar", None),
        ("tag", "hr", None),
    ]
    assert [(each.number, each.names[0].text) for each in found.lines] == [(4, "Ann"), (6, "Bo")]
    assert lines_of("a\r\nb\rc\u2028d\n") == ["a", "b", "c", "d", ""]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("##", "this event has no name"),
        ("## / thu", "this event has no name"),
        ("## Meetup / tomorrow", "Mon 23 Nov hasn't begun yet"),
        ("## Meetup / next fri", "'next fri' can't be read as a day"),
        ("## Meetup / !send it", "'!send it' can't be read as a day"),
        ("## Meetup / thu / fri", "the day is told twice"),
    ],
)
def test_an_event_that_cannot_be_read(text: str, what: str) -> None:
    found = read(text).event
    assert found is not None
    assert [each.what for each in found.troubles] == [what]


def test_an_event_that_comes_late_is_refused() -> None:
    found = read("## One / thu\nAnn\n## Two / fri")
    assert [each.what for each in found.lines[1].troubles] == ["only the first line can be an event"]
    assert [each.what for each in read("Ann\n## Two").lines[1].troubles] == ["only the first line can be an event"]


def test_facts_and_favours() -> None:
    assert facts_of("ACME, recruiter") == ("ACME", "recruiter")
    assert facts_of("ACME, Inc., recruiter") == ("ACME, Inc.", "recruiter")
    assert facts_of("ACME") == ("ACME", "")
    assert facts_of(", recruiter") == ("", "recruiter")
    assert favour_of("intro to Bo") == ("other", "intro to Bo")
    assert favour_of("Feedback: her talk") == ("feedback", "her talk")
    assert favour_of("useful link") == ("useful link", "")
    assert favour_of("re: her talk") == ("other", "re: her talk")


# Writing out


def said(capture: Capture) -> Capture:
    """What a text says, without the places."""

    def bare(one: Line) -> Line:
        names = tuple(msgspec.structs.replace(name, start=0, end=0) for name in one.names)
        parts = tuple(msgspec.structs.replace(each, start=0, end=0) for each in one.parts)
        return Line(0, one.kind, names, parts)

    return Capture(capture.event and bare(capture.event), tuple(map(bare, capture.lines)))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee & **Bo / =ACME, recruiter / kids / ~maps / *intro to Bo / !send it by fri / fu 2d / 3",
        "## HR meetup, St. Louis / thu / @bar / #hr\nAnn / fu - / ^call Kim by 27 nov / <soup / ?time / +a hand",
        r"Ann / !learn the song \by mon / \+1 \/ so / 9",
    ],
)
def test_what_is_written_plainly_is_written_out_alike(text: str) -> None:
    assert format_capture(read(text)) == text


@given(CAPTURES)
def test_reading_what_is_written_out_gives_back_what_was_read(text: str) -> None:
    first = read(text)
    written = format_capture(first)
    again = read(written)
    assert said(again) == said(first)
    assert format_capture(again) == written


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("shape", ["{}", "Ann / {}", "{} & {} / {} / !{} by fri / #{}", "## {} / @{}\n{}"])
def test_hostile_text_is_read_and_written_out(text: str, shape: str) -> None:
    first = read(shape.replace("{}", text))
    assert said(read(format_capture(first))) == said(first)


lines_of_text = st.text(max_size=30).map(clean_line).filter(bool) | st.sampled_from(
    [bit.strip() for bit in ("** a", "x by fri", "a / b & c", "\\ /", "\\by mon", "by")]
)
plain_kinds: st.SearchStrategy[Kind] = st.sampled_from(
    ["note", "learnt", "help", "gave", "received", "asked", "setting"]
)
names = st.builds(Name, text=lines_of_text, is_new=st.booleans())
promises = st.builds(Part, kind=st.sampled_from(["promise", "lead"]), text=lines_of_text) | st.builds(
    Part, kind=st.sampled_from(["promise", "lead"]), text=lines_of_text, when=st.just("2026-11-27"), due=st.just(FRIDAY)
)
parts = st.builds(Part, kind=plain_kinds, text=lines_of_text) | promises


@given(st.lists(names, min_size=1, max_size=3), st.lists(parts, max_size=4))
def test_any_text_can_be_written(people: list[Name], told: list[Part]) -> None:
    """Whatever a name, a note or a promise holds, there is a line that says just that."""
    said_once = list({each.kind if each.kind == "setting" else n: each for n, each in enumerate(told)}.values())
    told = [each for n, each in enumerate(said_once) if each.text.strip("#, ")]
    wanted = Line(0, "talk", tuple(people), tuple(told))
    assert said(read(format_line(wanted))).lines == (wanted,)
    assert said(read(format_names(people))).lines[0].names == tuple(people)

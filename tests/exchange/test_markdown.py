"""The journal as Markdown: its shape, and that no text of a user's can become part of it."""

from __future__ import annotations

from datetime import date, timedelta
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netpractice.domain.records import (
    CheckIn,
    Conversation,
    Debrief,
    Event,
    Favour,
    FollowUp,
    Participant,
    Record,
    Step,
)
from netpractice.domain.text import clean_line, clean_text
from netpractice.exchange.markdown import block, inline, journal_page
from tests.domain.made import records
from tests.hostile import HOSTILE
from tests.strategies import STAMP

SUNDAY = date(2026, 11, 22)
TRAPS = (
    "# heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "===",
    "***",
    "```",
    "    code",
    "a | b\n--|--\nc | d",
    "title\n===",
    "title\n---",
    "<div>\n\ntext\n\n</div>",
    "<!-- comment",
    "[x]: https://example.org 'title'",
    "![image](x.png)",
    "&nbsp;&#35;",
    "back\\",
    "back\\\nslash",
    "two  \nlines",
    "one\n\n\n\ntwo",
    "~~gone~~",
    "~~~\ncode",
    "$x$",
    "\n\nblank first",
    "- [ ] box",
    "https://example.org/a_b*c",
)


def page_of(*made: Record) -> str:
    return journal_page(records(*made)).decode()


def talk(n: int = 0, *names: str, **fields: object) -> Conversation:
    people = tuple(Participant(name=name) for name in names)
    there = Conversation(id=f"t{n}", created=STAMP, updated=STAMP, day=SUNDAY + timedelta(days=n), people=people)
    changed: Conversation = msgspec.structs.replace(there, **fields)
    return changed


def checkin(intention: str = "", reflection: str = "") -> CheckIn:
    return CheckIn(
        id="c", created=STAMP, updated=STAMP, day=SUNDAY, intention=intention, reflection=reflection, ticks=("warm",)
    )


def test_a_page() -> None:
    event = Event(id="e", created=STAMP, updated=STAMP, name="Lantern Evening", day=SUNDAY)
    told = talk(
        0, "Ann Lee", "man with a kite", setting="tram depot", event="e", tags=("maps",), notes="Rain.\nSoup.\n\nTalk."
    )
    told = msgspec.structs.replace(told, debrief=Debrief(learnt="likes maps\nand boats", went=3))
    gave = Favour(id="f", created=STAMP, updated=STAMP, day=SUNDAY, direction="gave", what="a spool", conversation="t0")
    promise = FollowUp(
        id="p",
        created=STAMP,
        updated=STAMP,
        kind="promise",
        what="send it",
        opened=SUNDAY,
        due=date(2027, 1, 1),
        conversation="t0",
    )
    lead = FollowUp(
        id="q", created=STAMP, updated=STAMP, kind="lead", what="call Kim", opened=SUNDAY, due=SUNDAY, conversation="t0",
        steps=(Step(day=SUNDAY + timedelta(days=1), kind="told"),),
    )  # fmt: skip
    page = page_of(talk(-30, "Bo"), told, event, gave, promise, lead, checkin("listen", "good"))
    assert (
        page
        == """\
# Journal

## October 2026

### Friday, 23 October 2026

**Bo**

## November 2026

### Sunday, 22 November 2026

> Intention: listen

> Looking back: good

**Ann Lee and man with a kite** · tram depot · Lantern Evening · #maps

Rain.\\
Soup.

Talk.

- Learnt: likes maps\\
  and boats
- How it went: went 3 of 4
- Gave: a spool
- [ ] Promised: send it (due Fri 1 Jan 2027)
- [x] Lead: call Kim (told Mon 23 Nov)
"""
    )


def test_what_was_made_of_an_event_stands_on_its_day() -> None:
    event = Event(
        id="e", created=STAMP, updated=STAMP, name="Lantern *Evening*", day=SUNDAY, place="square", tags=("hr",),
        debrief="Two good talks.\n# Wet shoes.\n",
    )  # fmt: skip
    quiet = msgspec.structs.replace(event, id="q", name="Quiet", debrief=" ", day=SUNDAY + timedelta(days=1))
    _, told = page_of(event, quiet, talk(0, "Ann")).split("### ")
    assert (
        told
        == """\
Sunday, 22 November 2026

**Lantern \\*Evening\\*** · square · #hr

Two good talks.\\
\\# Wet shoes.

**Ann**
"""
    )


def test_an_empty_journal() -> None:
    assert page_of() == "# Journal\n\nNothing is written down yet.\n"
    assert page_of(checkin()) == page_of()


def test_the_same_records_give_the_same_page_in_any_order() -> None:
    made = [talk(n % 3, str(n), id=f"t{n}") for n in range(9)]
    assert page_of(*made) == page_of(*reversed(made))


class Seen(HTMLParser):
    """The text and the tags of a page as a browser would show it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def shown(page: str) -> Seen:
    return Seen(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page))


def words(text: str) -> str:
    return " ".join(text.split())


def full_of(text: str) -> Seen:
    """How a page looks with a text in every field that it shows."""
    line = clean_line(text[:490])
    told = talk(0, f"A{line}", setting=f"B{line}", event="e", tags=(f"C{line}",), notes=f"D\n{clean_text(text)}")
    told = msgspec.structs.replace(told, debrief=Debrief(learnt=clean_text(text).strip() or "x", went_well=f"E{line}"))
    made: list[Record] = [
        told,
        Event(id="e", created=STAMP, updated=STAMP, name=f"F{line}", day=SUNDAY, debrief=f"H{line}"),
        Favour(id="f", created=STAMP, updated=STAMP, day=SUNDAY, direction="gave", what=line, conversation="t0"),
        FollowUp(
            id="p", created=STAMP, updated=STAMP, kind="lead", what=line, opened=SUNDAY, due=SUNDAY, conversation="t0"
        ),
        checkin(f"G{line}", line or "x"),
    ]
    return shown(page_of(*made))


@pytest.mark.parametrize("text", [*HOSTILE, *TRAPS], ids=range(len(HOSTILE) + len(TRAPS)))
def test_what_users_wrote_is_shown_as_it_is_and_is_no_markup(text: str) -> None:
    seen = full_of(text.encode(errors="replace").decode())
    allowed = {"h1", "h2", "h3", "p", "strong", "ul", "li", "br", "blockquote"}
    assert set(seen.tags) <= allowed
    plain = shown(page_of(*_plain()))
    once = ("h1", "h2", "h3", "strong", "ul", "li", "blockquote")
    assert {tag: seen.tags.count(tag) for tag in once} == {tag: plain.tags.count(tag) for tag in once}
    text_seen = words("".join(seen.text))
    line = words(clean_line(text.encode(errors="replace").decode()[:490]))
    for start in "ABFGH":
        assert words(f"{start}{line}") in text_seen


def _plain() -> list[Record]:
    """The records of `full_of` with plain words in them."""
    told = talk(0, "A", setting="B", event="e", tags=("C",), notes="D", debrief=Debrief(learnt="x", went_well="E"))
    return [
        told,
        Event(id="e", created=STAMP, updated=STAMP, name="F", day=SUNDAY, debrief="H"),
        Favour(id="f", created=STAMP, updated=STAMP, day=SUNDAY, direction="gave", what="x", conversation="t0"),
        FollowUp(
            id="p", created=STAMP, updated=STAMP, kind="lead", what="x", opened=SUNDAY, due=SUNDAY, conversation="t0"
        ),
        checkin("G", "x"),
    ]


SIGNS = st.text(st.sampled_from("#-+*_=~`|<>&[]()!\\$1.) \nab"), max_size=24)


@given(SIGNS)
def test_no_text_is_ever_markup(text: str) -> None:
    seen = shown(block(text))
    assert set(seen.tags) <= {"p", "br"}
    assert words("".join(seen.text)) == words(text)
    assert set(shown(f"x {inline(words(text))}").tags) <= {"p"}


def test_the_page_is_utf8_and_ends_with_a_line() -> None:
    page = journal_page(records(talk(0, "Søren 東京")))
    assert page.endswith(b"\n")
    assert "Søren 東京" in page.decode()

"""What questions about people say: circles, rhythms, tags, and who is on the roster already. Plain functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netpractice.domain.errors import InputError
from netpractice.domain.fields import FIELDS
from netpractice.domain.records import Circle, Contact
from netpractice.domain.rhythm import RHYTHMS, read_rhythm
from netpractice.domain.text import fold
from netpractice.practice import people
from netpractice.practice.book import Book
from netpractice.practice.roster import roster
from netpractice.tui.text import cut, wrap
from netpractice.tui.widgets.lines import Line, Span

CIRCLE_WORDS: dict[Circle, str] = {
    "warm": "likes you and forgives mistakes",
    "friendly": "is glad to hear from you",
    "familiar": "knows who you are",
    "new": "you have just met",
}
"""What each circle means, in a few words."""

_NEAR = 4
"""How many people are named who may be the same."""

_TAGS_SHOWN = 12
"""How many tags are named at most."""


def circle_words(circle: Circle) -> str:
    """A circle with what it means and its rhythm."""
    return f"{circle:<9} {CIRCLE_WORDS[circle]}; every {RHYTHMS[circle]} d"


def near_lines(book: Book, typed: str, width: int) -> tuple[Line, ...]:
    """Who on the roster is called like somebody who is being added."""
    near = people.near(book, typed) if typed.strip() else ()
    if near:
        head = Span("May be on the roster already; Enter adds another one all the same:", "open")
        return ((head,), *((Span(cut(_known_as(contact), width)),) for contact in near[:_NEAR]))
    words = " ".join(f'name:"{word}"' for word in typed.replace('"', " ").split())
    found = roster(book, words, "name", everyone=True).rows if words else ()
    others = ", ".join(row.contact.name for row in found[:_NEAR])
    line = f"On the roster: {others}" if others else "A name is enough; the rest can come later."
    return ((Span(cut(line, width), "muted"),),)


def _known_as(contact: Contact) -> str:
    """What tells one person from another of the same name."""
    facts = (contact.company, contact.role, contact.emails[0] if contact.emails else "", contact.circle)
    away = ", archived" if contact.archived else ""
    return f"  {contact.name} ({', '.join(filter(None, facts))}{away})"


def rhythm_lines(contact: Contact | None, typed: str, width: int) -> tuple[Line, ...]:
    """How a rhythm that was typed is read; `contact` is the one that it is for, None for several."""
    read = read_rhythm(typed)
    if read["resting"]:
        words = "never due, until it is changed"
    elif read["rhythm_days"] is not None:
        words = f"every {read['rhythm_days']} days"
    elif contact is not None:
        words = f"as the circle has it: every {RHYTHMS[contact.circle]} days"
    else:
        words = f"as the circle has it: {', '.join(f'{circle} {days} d' for circle, days in RHYTHMS.items())}"
    return tuple((Span(row, "muted"),) for row in wrap(words, width))


def read_tags(typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags to put on and those to take off, which have a `-` before them; raises InputError for one too long."""
    tags: tuple[str, ...] = FIELDS["tags"].read(typed)["tags"]
    off = tuple(tag[1:].lstrip("# ") for tag in tags if tag.startswith("-"))
    if "" in off:
        raise InputError("a - alone takes nothing off", where="tags", way_out="Write the tag behind it, as in -music")
    return tuple(tag for tag in tags if not tag.startswith("-")), off


def tag_lines(chosen: Sequence[Contact], everybody: Sequence[Contact], typed: str, width: int) -> tuple[Line, ...]:
    """What a line of tags will do, which tags are on, and which others there are that begin as the last one typed."""
    on, off = read_tags(typed)
    does = " ".join((*(f"+#{tag}" for tag in on), *(f"-#{tag}" for tag in off)))
    there = Counter(tag for contact in chosen for tag in contact.tags)
    last = fold((on or off or ("",))[-1]) if typed.strip() else ""
    others = Counter(tag for contact in everybody for tag in contact.tags if fold(tag).startswith(last))
    lines = (
        ("Will change", does),
        ("On now", _counted(there, len(chosen))),
        ("In use", " ".join(f"#{tag}" for tag, _ in others.most_common(_TAGS_SHOWN))),
    )
    return tuple(
        (Span(f"{label:<13}", "muted"), Span(cut(words, max(0, width - 13)))) for label, words in lines if words
    )


def _counted(tags: Counter[str], people_count: int) -> str:
    """Tags with how many people have each, where several are looked at."""
    shown = tags.most_common(_TAGS_SHOWN)
    return " ".join(f"#{tag}" if people_count == 1 else f"#{tag} ({count})" for tag, count in shown)

"""The capture line: one grammar for writing down who one talked with and what came of it.

    Ann Lee / =ACME, recruiter / kids at St. John's / *intro to Bo / !send the article by fri / fu 2d / 3

A line is a conversation. Its parts are separated by a slash that stands alone; the first part says who, each further one
starts with its mark or is a note. Marks count only at the start of a part, so any text may hold any character.

| part | means | how often |
|---|---|---|
| first part | who: names or descriptions, joined by ` & `; `**Ann` is somebody new on purpose | |
| text | a note | any |
| `~text` | what I learnt | any |
| `*text` | one way I could help | any |
| `+text`, `<text`, `?text` | I gave, they gave me, I asked; `+feedback: her talk` names the kind | any |
| `!what [by when]` | what I promised | any |
| `^what [by when]` | a lead they gave me | any |
| `fu when`, `fu -` | the follow-up for somebody new by then, or let go on purpose | once |
| `=company, role` | facts for the card; the last comma separates them | once |
| `@place` | the setting | once |
| `#tag` | a tag; a part may hold several, `#hr #old friends` or `#hr, tea` | any |
| `0` to `4` | how well it went | once |

The first line of a batch may be the event: `## HR meetup, St. Louis / thu / @bar / #hr`. Its name comes first; a part
without a mark is its day. Blank lines are skipped; there are no comments.

**`by`.** Of a promise or lead, the last `by` that stands alone begins the due day if words follow that read as a day.
Words that tell of a day but can't be read as one (`by next fri`, `by 12/11`) are refused; `by` before anything else is
text. **Backslash.** Where a sign would have a meaning that isn't meant, a backslash before it takes it away (see
`capture_signs`).

Nothing raises: what can't be read is kept as it was typed and says what is wrong with it, so that it can be shown where it
stands. Places are columns of the line as it was given; texts are clean and in one line.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import msgspec

from netpractice.domain.capture_parts import Context, Part, event_part, read_parts, talk_part
from netpractice.domain.capture_signs import EVENT, NEW, Piece, in_one_line, pieces, plain, plain_name
from netpractice.domain.errors import InputError
from netpractice.domain.text import clean_line

_LINE_BREAKS = re.compile("\r\n|[\n\r\u2028\u2029]")


class Name(msgspec.Struct, frozen=True):
    """Somebody as they were written into the first part."""

    text: str
    """A name or a description."""
    is_new: bool = False
    """True if it was marked as somebody new."""
    start: int = 0
    """Where it begins in its line, in characters from 0, the mark included."""
    end: int = 0
    """Where it ends; the character there is the first that doesn't belong to it."""
    trouble: str = ""
    """What is wrong with it, as a sentence without its full stop; empty if nothing is."""
    way_out: str = ""
    """What to do about it, likewise."""


class Trouble(msgspec.Struct, frozen=True):
    """Something that can't be read, and where it stands."""

    what: str
    """What is wrong, as a sentence without its full stop."""
    way_out: str
    """What to do about it, likewise."""
    start: int
    """Where it begins in its line, in characters from 0."""
    end: int
    """Where it ends; the character there is the first that is right again."""


class Line(msgspec.Struct, frozen=True):
    """One line as it was read."""

    number: int
    """The number of the line, from 1."""
    kind: Literal["talk", "event"]
    names: tuple[Name, ...]
    """Who; for an event its name."""
    parts: tuple[Part, ...]
    end: int = 0
    """How many characters the line has."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What can't be read, from left to right."""
        said: list[Name | Part] = [*self.names, *self.parts]
        found = [Trouble(each.trouble, each.way_out, each.start, each.end) for each in said if each.trouble]
        return tuple(found) if self.names else (self._nameless(), *found)

    def _nameless(self) -> Trouble:
        """What is wrong with a line that doesn't begin with a name."""
        if self.kind == "event":
            return Trouble("this event has no name", "Write it after ##, as in ## HR meetup / thu / @bar", 0, self.end)
        return Trouble(
            "nobody is named", "Begin with a name, or with a description such as man with a kite", 0, self.end
        )


class Capture(msgspec.Struct, frozen=True):
    """A text of one line or several as it was read."""

    event: Line | None
    lines: tuple[Line, ...]


def read_capture(text: str, today: date, week_start: int = 0) -> Capture:
    """Read a text of any number of lines.

    Args:
        text: what was typed.
        today: the day on which days in words are read.
        week_start: the first day of a week, for `eow`.
    """
    context = Context(today, week_start)
    event: Line | None = None
    lines: list[Line] = []
    for number, line in enumerate(lines_of(text), 1):
        if not in_one_line(line):
            continue
        read = _read(line, number, context)
        if read.kind == "event" and (event or lines):
            lines.append(_out_of_place(read))
        elif read.kind == "event":
            event = read
        else:
            lines.append(read)
    return Capture(event, tuple(lines))


def read_names(text: str) -> tuple[Name, ...]:
    """The names in a text that is only the first part of a line."""
    return tuple(_person(piece) for piece in pieces(text, "&") if piece.text)


def lines_of(text: str) -> list[str]:
    """The lines of a text, without what ends them; line `n` of a capture is the item `n - 1`."""
    return _LINE_BREAKS.split(text)


def is_event(line: str) -> bool:
    """True for a line that is written as that of an event."""
    return line.lstrip().startswith(EVENT)


def _read(line: str, number: int, context: Context) -> Line:
    """One line that isn't blank."""
    first, *rest = pieces(line, "/")
    if is_event(line):
        names = _event_name(first)
        return Line(number, "event", names, read_parts(rest, context, event_part), len(line))
    names = read_names(line[: first.end])
    return Line(number, "talk", names, read_parts(rest, context, talk_part), len(line))


def _event_name(first: Piece) -> tuple[Name, ...]:
    """The name of an event, none if it is missing."""
    text = plain(first.text[len(EVENT) :].strip(), "/")
    return (_name(text, first),) if text else ()


def _person(piece: Piece) -> Name:
    """Somebody in the first part of a line."""
    text = plain(plain(piece.text, "/"), "&")
    if not text.startswith(NEW):
        return _name(plain_name(text), piece)
    name = _name(text[len(NEW) :].strip(), piece, is_new=True)
    if name.text:
        return name
    return _refused(name, "the name of somebody new is missing", f"Write it after the {NEW}, as in {NEW}Ann")


def _name(text: str, piece: Piece, *, is_new: bool = False) -> Name:
    """A name; one that is too long is refused."""
    name = Name(text, is_new, piece.start, piece.end)
    try:
        clean_line(text)
    except InputError as problem:
        return _refused(name, problem.what, "Write a shorter name, and the rest as a note")
    return name


def _out_of_place(line: Line) -> Line:
    """The line of an event that isn't the first line."""
    trouble, way_out = "only the first line can be an event", "Write these talks down on their own"
    return msgspec.structs.replace(line, names=tuple(_refused(name, trouble, way_out) for name in line.names))


def _refused(name: Name, trouble: str, way_out: str) -> Name:
    """A name with which something is wrong."""
    return msgspec.structs.replace(name, trouble=trouble, way_out=way_out)

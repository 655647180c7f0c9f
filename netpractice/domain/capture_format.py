"""The capture line written out: reading what is written here gives back what it was written from (see `capture`)."""

from __future__ import annotations

from collections.abc import Iterable

from netpractice.domain.capture import Capture, Line, Name
from netpractice.domain.capture_parts import Kind, Part, split_by
from netpractice.domain.capture_signs import EVENT, MARKS, NEW, after, written, written_name, written_note

_MARK: dict[Kind, str] = {kind: mark for mark, kind in MARKS.items()}


def format_capture(capture: Capture) -> str:
    """A text of as many lines as there are, the event first."""
    return "\n".join(map(format_line, [*([capture.event] if capture.event else []), *capture.lines]))


def format_line(line: Line) -> str:
    """One line, its parts in their order; places don't matter."""
    if line.kind == "event":
        first = written(f"{EVENT} {''.join(name.text for name in line.names)}".strip(), "/")
    else:
        first = format_names(line.names)
    return " / ".join([first, *(written(_part(part), "/") for part in line.parts)]).strip() or "/"


def format_names(names: Iterable[Name]) -> str:
    """The first part of a line."""
    return " & ".join(map(_name, names))


def _name(name: Name) -> str:
    """Somebody in the first part."""
    text = after(NEW, name.text) if name.is_new else written_name(name.text)
    return written(written(text, "/"), "&")


def _part(part: Part) -> str:
    """A part with its mark."""
    match part.kind:
        case "note":
            return written_note(part.text)
        case "unread" | "went":
            return part.text
        case "day":
            return part.when
        case "follow up":
            return f"fu {part.when}"
        case "promise" | "lead":
            return _by_a_day(part)
        case _:
            return after(_MARK[part.kind], part.text)


def _by_a_day(part: Part) -> str:
    """A promise or lead with its day; `by` in its text is written out where it would begin one."""
    text = written(part.text, "by", always=False)
    if part.when:
        text = f"{text} by {part.when}"
    elif split_by(text)[1]:
        text = written(part.text, "by")
    return after(_MARK[part.kind], text)

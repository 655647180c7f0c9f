"""The guided review as lines: plain functions of the stop, the week and the page."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.practice.guided import TITLES, Answer, Stop
from netpractice.practice.review import ReviewReport
from netpractice.practice.review_page import headline
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.lines import Line, Span

ANSWERED_BY: dict[Answer, str] = {"go on": "guided.go_on", "let go": "guided.let_go", "later": "guided.later"}
"""The action that gives each answer."""


def progress_line(done: int, total: int, glyphs: Glyphs) -> Line:
    """How far one has come, in numbers and as a bar."""
    return (
        Span(f" {min(done + 1, total)} of {total}  ", "muted"),
        Span(glyphs.bar * done, "done"),
        Span(glyphs.none * (total - done), "muted"),
    )


def stop_title(stop: Stop) -> str:
    """What a stop is about."""
    return TITLES[stop.kind]


def stop_lines(stop: Stop, report: ReviewReport, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What there is at a stop; at a line, what the week looked like and what earlier weeks left."""
    words = stop.words.replace("…", glyphs.more)
    return (
        *((Span(f" {row}", "bright"),) for row in wrap(words, max(2, width - 2))),
        *(line for text in _beside(stop, report) for line in _muted(text, width)),
    )


def _beside(stop: Stop, report: ReviewReport) -> Iterator[str]:
    """What helps to think of a line."""
    if stop.answers:
        return
    yield f"{report.week}: {headline(report)}"
    if report.lesson and stop.kind == "if-then":
        yield f"Lesson: {report.lesson}"
    for name, lesson in (("The week before left", report.before), ("A year ago", report.year_ago)):
        if lesson:
            yield f"{name}: {' / '.join(filter(None, (lesson.lesson, lesson.if_then)))}"


def _muted(text: str, width: int) -> Iterator[Line]:
    """A text in rows under what there is."""
    for row in wrap(text, max(2, width - 2)):
        yield (Span(f" {row}", "muted"),)


def answer_lines(stop: Stop, keys: Keys) -> tuple[Line, ...]:
    """What can be answered, each with its key."""
    return tuple(_answers(stop, keys))


def _answers(stop: Stop, keys: Keys) -> Iterator[Line]:
    """Each answer with its key, then what can be done at every stop."""
    for given, words in stop.answers:
        yield _answer(ANSWERED_BY[given], words, keys)
    if stop.answers:
        yield _answer("guided.skip", "skip it, and be asked again next time", keys)
    else:
        yield _answer("guided.go_on", "keeps the line and goes on; an empty one is fine too", keys)
    yield _answer("guided.back", "a step back", keys, foremost=bool(stop.answers))


def _answer(action: str, words: str, keys: Keys, *, foremost: bool = True) -> Line:
    """An answer that can be clicked, with its foremost key, or where text is typed with its last."""
    of = keys.labels(ACTION[action]).split()
    key = of[0 if foremost else -1] if of else ""
    return Span(f" {key:<9} ", "key", action), Span(words, "plain", action)


def page_lines(text: str, width: int) -> tuple[Line, ...]:
    """The page in rows, those of an entry under each other; headings stand out."""
    return tuple(row for line in text.splitlines() for row in _page_rows(line, width))


def _page_rows(line: str, width: int) -> Iterator[Line]:
    """A line of the page in rows."""
    words = line.lstrip()
    indent = len(line) - len(words)
    hang = 2 if words.startswith("- ") else 0
    if not words:
        yield ()
    for n, row in enumerate(wrap(words, max(2, width - 2 - indent - hang))):
        yield (Span(f" {' ' * (indent + hang * (n > 0))}{row}", "bright" if words.startswith("#") else "plain"),)

"""What an import would do, to be looked at: plain functions of its plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from netpractice.domain.birthdays import show_birthday
from netpractice.domain.cards import Card, Problem
from netpractice.domain.fields import FIELDS
from netpractice.domain.text import fold
from netpractice.domain.updating import FieldChange, Value
from netpractice.practice.importing import Action, Item, Plan
from netpractice.tui.actions import ACTION, Keys
from netpractice.tui.text import cut, wrap
from netpractice.tui.theme import Glyphs, Tone
from netpractice.tui.widgets.lines import Line, Span

WORDS: dict[Action, str] = {"add": "new", "update": "changed", "same": "same"}
"""What becomes of somebody, in a word."""

LEFT_OUT = "left out"
"""What is said of somebody who doesn't come in."""

ORDER: tuple[Action, ...] = ("update", "add", "same")
"""What is looked at first: changes, then the new."""

_SIGNS: dict[Action, tuple[str, Tone]] = {"add": ("+", "done"), "update": ("~", "open"), "same": ("=", "muted")}

_LINES_NAMED = 4
"""How many lines of files are named at most."""

_NAME, _WIDEST_NAME = 20, 32
_LABEL = 12
_INDENT = 5


class Detail(NamedTuple):
    """Something that is told of somebody."""

    label: str
    words: str
    change: FieldChange | None = None
    """The change that it tells of; None for a fact about somebody new."""


def summary_lines(plan: Plan, keys: Keys, width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """What would come of it in numbers, what the files are, and where something couldn't be read."""
    return (
        _counts(plan, glyphs),
        (Span(cut(f" {_source(plan)}", width, more=glyphs.more), "muted"),),
        *((_problems_line(plan.problems, keys),) if plan.problems else ()),
    )


def _counts(plan: Plan, glyphs: Glyphs) -> Line:
    """How many people are new, changed, the same and left out."""
    left = sum(not item.included for item in plan.items)
    counts: tuple[tuple[int, str, str, Tone], ...] = (
        (plan.added, *_worded("add")),
        (plan.updated, *_worded("update")),
        (plan.unchanged - left, *_worded("same")),
        (left, glyphs.paused, LEFT_OUT, "muted"),
    )
    spans = [Span(f" {sign} {count:,} {word}  ", tone) for count, sign, word, tone in counts if count]
    if plan.records:
        spans.append(Span(f" and {len(plan.records):,} other {_of(len(plan.records), 'entry', 'entries')}"))
    return tuple(spans)


def _worded(action: Action) -> tuple[str, str, Tone]:
    """Sign, word and tone of what becomes of somebody."""
    sign, tone = _SIGNS[action]
    return sign, WORDS[action], tone


def _source(plan: Plan) -> str:
    """What the files are, and how many of the people in them could be read."""
    read = sum(len(item.cards) or 1 for item in plan.items)
    count = f"{plan.found:,}" if read >= plan.found else f"{read:,} of {plan.found:,}"
    people = f"{count} {_of(plan.found, 'person', 'people')}"
    if len(plan.files) == 1:
        return f"{_short(plan.files[0])}: {plan.kinds[0]}, {people}"
    return f"{len(plan.files):,} files ({', '.join(dict.fromkeys(filter(None, plan.kinds)))}): {people}"


def _short(file: str) -> str:
    """A file without its folders."""
    return PurePath(file).name or file


def _problems_line(problems: Sequence[Problem], keys: Keys) -> Line:
    """How many problems there are, on which lines, and the key that shows them."""
    lines = sorted({problem.line for problem in problems if problem.line})
    named = [f"{line:,}" for line in lines[:_LINES_NAMED]]
    more = f" and {len(lines) - len(named):,} more" if len(lines) > len(named) else ""
    where = f": {_of(len(lines), 'line', 'lines')} {', '.join(named)}{more}" if lines else ""
    action = "preview.problems"
    return (
        Span(f" {len(problems):,} {_of(len(problems), 'problem', 'problems')}{where}  ", "open", action),
        Span(keys.label(ACTION[action]), "key", action),
        Span(" tells more", "muted", action),
    )


def _of(count: int, one: str, several: str) -> str:
    """The word for one, or for several."""
    return one if count == 1 else several


def found_by(item: Item) -> str:
    """What a filter finds about somebody, folded."""
    card = item.card
    return fold(" ".join((card.name, card.nickname, card.company, card.role, *card.emails, *card.tags)))


def becomes(item: Item) -> str:
    """What becomes of somebody, in a word or two."""
    return WORDS[item.action] if item.included else LEFT_OUT


def name_width(width: int) -> int:
    """The cells of the names in a list of so many cells."""
    return min(_WIDEST_NAME, max(_NAME, width // 4))


def item_line(item: Item, width: int, glyphs: Glyphs) -> Line:
    """Somebody, and what becomes of them."""
    sign, tone = _SIGNS[item.action] if item.included else (glyphs.paused, "muted")
    name = name_width(width)
    who = item.contact or item.card
    words = _becomes(item, f" {glyphs.between} ") if item.included else LEFT_OUT
    return (
        Span(f" {sign} ", tone),
        Span(f"{cut(who.name, name, more=glyphs.more)}  ", "plain" if item.included else "muted"),
        Span(cut(words, max(0, width - name - 5), more=glyphs.more), "muted"),
    )


def _becomes(item: Item, between: str) -> str:
    """What becomes of somebody, in a few words."""
    if item.action == "add":
        card = item.card
        facts = ", ".join(filter(None, (card.role, card.company)))
        parts = ("added apart" if item.apart else "", facts, *card.emails[:1], *card.phones[:1])
        return between.join(filter(None, parts))
    taken = [_label(change).lower() for change in item.changes if change.taken]
    stays = [_label(change).lower() for change in item.changes if not change.taken]
    away = "archived" if item.contact and item.contact.archived else ""
    told = (", ".join(taken), f"stays: {', '.join(stays)}" if stays else "", away)
    return between.join(filter(None, told)) or "as it is on the roster"


def details(item: Item) -> tuple[Detail, ...]:
    """What is told of somebody, a line each: every change, or all there is about somebody new."""
    if item.action == "update":
        return tuple(Detail(_label(change), _changed(change), change) for change in item.changes)
    return tuple(_facts(item.card))


def _facts(card: Card) -> Iterator[Detail]:
    """What a card tells."""
    facts = {
        "nickname": card.nickname,
        "circle": card.circle or "",
        "company": card.company,
        "role": card.role,
        "emails": ", ".join(card.emails),
        "phones": ", ".join(card.phones),
        "links": " ".join(card.links),
        "birthday": show_birthday(card.birthday),
        "tags": " ".join(f"#{tag}" for tag in card.tags),
        "how_met": card.how_met,
        "introduced_by": card.introduced_by,
        "notes": card.notes,
    }
    told = [Detail(FIELDS[name].label, words) for name, words in facts.items() if words]
    yield from told or [Detail("", "only the name is known")]


def _label(change: FieldChange) -> str:
    """What a field is called."""
    return FIELDS[change.field].label


def _changed(change: FieldChange) -> str:
    """What becomes of a field."""
    if isinstance(change.after, tuple):
        new = ", ".join(value for value in change.after if value not in change.before)
        return f"+ {new}" if change.taken else f"not added: {new}"
    if change.field == "notes":
        new = change.after.removeprefix(str(change.before)).strip()
        return f"+ {new}" if change.taken else f"not added: {new}"
    if not change.taken:
        return f"stays {_quoted(change.before)}; the file says {_quoted(change.after)}"
    return f"{_quoted(change.before)} -> {_quoted(change.after)}"


def _quoted(value: Value) -> str:
    """A value as it is shown, or what stands for none."""
    return str(value) or "(empty)"


def detail_line(detail: Detail, width: int, glyphs: Glyphs) -> Line:
    """Something that is told of somebody, with a sign for whether a change is taken."""
    change = detail.change
    sign = " " if change is None else glyphs.ticked if change.taken else glyphs.open
    room = max(0, width - _INDENT - _LABEL - 3)
    return (
        Span(f"{'':<{_INDENT}}{sign} ", "done" if change and change.taken else "muted"),
        Span(cut(detail.label, _LABEL, more=glyphs.more), "muted"),
        Span(f" {cut(detail.words, room, more=glyphs.more)}", "muted" if change and not change.taken else "plain"),
    )


def why_line(item: Item, width: int, glyphs: Glyphs) -> Line:
    """By what somebody was found on the roster."""
    words = f"on the roster, found by {item.why}" if item.why else "on the roster"
    return (Span(cut(f"{'':<{_INDENT + 2}}{words}", width, more=glyphs.more), "muted"),)


def problem_lines(problems: Sequence[Problem], files: int, width: int) -> tuple[Line, ...]:
    """What couldn't be read, with its line, and with its file if there are several."""
    lines: list[Line] = []
    for problem in problems:
        name = _short(problem.file) if files > 1 else ""
        where = ", ".join(filter(None, (name, f"line {problem.line:,}" if problem.line else "")))
        first, *rest = wrap(f"{where}: {problem.what}" if where else problem.what, max(2, width - 4)) or [""]
        lines.append((Span(" ! ", "open"), Span(first)))
        lines += [(Span(f"   {row}"),) for row in rest]
    return tuple(lines)


def nobody_line(total: int, keys: Keys) -> Line:
    """What stands there while a filter finds nobody."""
    key = Span(keys.label(ACTION["preview.filter"]), "key", "preview.filter")
    return (Span(f"  Nobody of {total:,} fits.  ", "muted"), key, Span(" changes the filter.", "muted"))

"""What cards change about a contact: a merge of three sides, so that nothing a user typed is overwritten.

The sides of a fact of one line are ours, theirs (what the cards tell), and what the last import brought, which
`Contact.imported` remembers. Where nobody typed anything over, theirs is taken. Where somebody did, ours stays and the
difference is shown, once: what an import has shown is remembered like what it has brought. Lists are united, ours first.
Notes are only ever added to. A card that went into the contact before, unchanged, brings nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import msgspec

from netpractice.domain.cards import Card
from netpractice.domain.days import month
from netpractice.domain.fingerprints import fingerprint, prints, remembered
from netpractice.domain.identity import email_form, is_nameless, link_form, phone_mark
from netpractice.domain.records import Contact
from netpractice.domain.rhythm import OF_CIRCLE, RESTING, read_rhythm, show_rhythm
from netpractice.domain.text import TEXT_LIMIT, fold

Value: TypeAlias = str | tuple[str, ...]
"""What a field holds: a text, or several."""

LINES = ("name", "nickname", "circle", "rhythm", "company", "role", "birthday", "how_met")
"""The fields of one line with three sides; `rhythm` is written as `rhythm.show_rhythm` does."""

LISTS = ("emails", "phones", "links", "tags")
"""The fields that are united."""

INTRODUCER = "introduced_by"
"""The field with the id of a contact; in cards and changes it is the name."""

_COPIED = (
    "name", "nickname", "company", "role", "birthday", "how_met", *LISTS, "notes", "uid",
    "rhythm_days", "resting", "quiet_until", "archived",
)  # fmt: skip
"""What a new contact has as the card tells it."""


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a contact that cards would change."""

    field: str
    before: Value
    after: Value
    taken: bool
    """True if it will be changed; False if ours stays."""


def dated(card: Card, service: str) -> Card:
    """A card of somebody connected on a service, with that for how the two met unless it says more itself."""
    day = card.connected
    if day is None or card.how_met:
        return card
    return msgspec.structs.replace(card, how_met=f"{service}, {day.day} {month(day)} {day.year}")


def combined(cards: Sequence[Card]) -> Card:
    """Cards about one person as one: the first that tells a fact is right, lists are united, notes follow each other."""
    if len(cards) == 1:
        return cards[0]
    facts: dict[str, Any] = {
        name: next((value for card in cards if (value := getattr(card, name))), getattr(cards[0], name))
        for name in Card.__struct_fields__
    }
    lists: dict[str, Any] = {name: _united(name, (), cards) for name in LISTS}
    surest: dict[str, Any] = {
        "name": next((card.name for card in cards if not is_nameless(card)), cards[0].name),
        "how_met": next((card.how_met for card in _surest(cards) if card.how_met), ""),
    }
    return Card(**facts | lists | surest | {"notes": with_notes("", cards)})


def filled(empty: Contact, cards: Sequence[Card]) -> Contact:
    """A new contact as cards tell, still to be sorted unless they say the circle.

    Args:
        empty: gives the id, the moments and the circle for somebody to be sorted.
        cards: everything about this person.
    """
    card = combined(cards)
    facts: dict[str, Any] = {name: getattr(card, name) for name in _COPIED}
    contact = msgspec.structs.replace(empty, **facts, circle=card.circle or empty.circle, unsorted=card.circle is None)
    return _remembering(contact, cards, {name: value for name in LINES if (value := _told(card, name))})


def changes(contact: Contact, cards: Sequence[Card], *, theirs: bool = False) -> tuple[FieldChange, ...]:
    """What cards would change about a contact, those differences included that aren't taken.

    Args:
        contact: what the book has.
        cards: everything about this person, in the order of the files.
        theirs: True takes every difference, also over what somebody typed, and looks at known cards again, but for who
            introduced somebody.
    """
    known = prints(contact)
    new = [card for card in cards if fingerprint(card) not in known]
    fresh = cards if theirs else new
    if not fresh:
        return ()
    lines = (_line_change(contact, name, cards, fresh, theirs=theirs) for name in LINES)
    after: dict[str, Value] = {name: _united(name, getattr(contact, name), fresh) for name in LISTS}
    after["notes"] = with_notes(contact.notes, fresh)
    if not contact.introduced_by:
        after[INTRODUCER] = next((card.introduced_by for card in new if card.introduced_by), "")
    before = {name: getattr(contact, name) for name in after}
    added = (
        FieldChange(field=name, before=before[name], after=after[name], taken=True)
        for name in after
        if after[name] != before[name]
    )
    return (*filter(None, lines), *added)


def changed(contact: Contact, cards: Sequence[Card], made: Iterable[FieldChange]) -> Contact:
    """A contact after changes, as far as they are taken, which remembers the cards and what they showed.

    An identity that it has stays, so that the file which gave it still finds it. Who introduced it is left to those who
    know the ids.
    """
    facts: dict[str, Any] = {}
    lines: dict[str, str] = {}
    for change in made:
        if change.field in LINES and isinstance(change.after, str):
            lines[change.field] = change.after
        if change.taken and change.field != INTRODUCER:
            facts |= _facts(change)
    return _remembering(msgspec.structs.replace(contact, **facts), cards, lines)


def with_notes(notes: str, cards: Iterable[Card]) -> str:
    """Notes with those of cards after them, a paragraph each, unless they are there already or don't fit any more."""
    for card in cards:
        new = card.notes.strip()
        longer = f"{notes}\n\n{new}" if notes else new
        if new not in notes and len(longer) <= TEXT_LIMIT:
            notes = longer
    return notes


def _line_change(
    contact: Contact, name: str, cards: Sequence[Card], fresh: Sequence[Card], *, theirs: bool
) -> FieldChange | None:
    """What cards change about a field of one line; `fresh` are those that didn't go into the contact before."""
    ours, base = _ours(contact, name), contact.imported.get(name, "")
    if name == "how_met":
        if ours or base:
            cards, fresh = ([card for card in some if card.connected is None] for some in (cards, fresh))
        fresh = _surest(fresh)
    told = [value for card in cards if (value := _told(card, name))]
    new = next((value for card in fresh if (value := _told(card, name))), "")
    is_known = base in told and not theirs
    if not new or is_known or any(_says_no_more(name, value, ours) for value in told):
        return None
    unset = contact.unsorted if name == "circle" else ours in ("", OF_CIRCLE if name == "rhythm" else "")
    return FieldChange(field=name, before=ours, after=new, taken=theirs or unset or ours == base)


def _surest(cards: Iterable[Card]) -> list[Card]:
    """Cards in the order in which they are believed how two people met: a connection is only for want of better."""
    return sorted(cards, key=lambda card: card.connected is not None)


def _told(card: Card, name: str) -> str:
    """What a card tells about a field of one line, empty if nothing."""
    if name == "name":
        return "" if is_nameless(card) else card.name
    if name == "rhythm":
        of_circle = OF_CIRCLE if card.circle else ""
        return RESTING if card.resting else f"{card.rhythm_days} d" if card.rhythm_days else of_circle
    return getattr(card, name) or ""


def _ours(contact: Contact, name: str) -> str:
    """What a contact has in a field of one line."""
    if name == "rhythm":
        return show_rhythm(contact)
    line: str = getattr(contact, name)
    return line


def _says_no_more(name: str, theirs: str, ours: str) -> bool:
    """True for the same text, and for the same birthday without its year."""
    return theirs == ours or (name == "birthday" and theirs.startswith("--") and ours.endswith(theirs[1:]))


def _facts(change: FieldChange) -> dict[str, Any]:
    """The fields of a contact as a change leaves them."""
    if change.field == "rhythm" and isinstance(change.after, str):
        return read_rhythm(change.after)
    if change.field == "circle":
        return {"circle": change.after, "unsorted": False}
    return {change.field: change.after}


def _united(name: str, ours: Iterable[str], cards: Iterable[Card]) -> tuple[str, ...]:
    """What is in a list of ours or of the cards, each thing once however it is written."""
    there: list[str] = list(ours)
    known = {form for value in there for form in _forms(name, value)[0]}
    for card in cards:
        for value in getattr(card, name):
            own, found = _forms(name, value)
            if known.isdisjoint(found):
                there.append(value)
            known.update(own)
    return tuple(there)


def _forms(name: str, value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms under which a value of a list is found, and those to look for."""
    if name == "phones" and (mark := phone_mark(value)):
        return mark.own, mark.found
    compared = {"emails": email_form, "links": link_form}.get(name, fold)(value)
    return (compared,), (compared,)


def _remembering(contact: Contact, cards: Iterable[Card], lines: dict[str, str]) -> Contact:
    """A contact that knows cards, and what they tell in fields of one line, when they come again."""
    uid = contact.uid or next((card.uid for card in cards if card.uid not in ("", contact.id)), "")
    new, known = list(map(fingerprint, cards)), prints(contact)
    told = lines if set(new) <= set(known) else lines | remembered(new, known)
    return msgspec.structs.replace(contact, uid=uid, imported=contact.imported | told)

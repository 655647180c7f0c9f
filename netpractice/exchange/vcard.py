"""vCard files: 2.1, 3.0 and 4.0 as phones, mail programs and address books write them are read, 3.0 is written.

Reading, from the bottom up: `vcard_lines` puts lines together, `vcard_cards` finds the cards, `vcard_texts` makes text of
bytes, `vcard_values` knows what single values mean, `vcard_person` makes a person of a card. A card that can't be read
spoils only itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from netpractice.domain.cards import Card, Problem, Reading
from netpractice.exchange.vcard_cards import RawCard, split_file
from netpractice.exchange.vcard_person import read_person
from netpractice.exchange.vcard_texts import Said, said, unescaped
from netpractice.exchange.vcard_values import identity
from netpractice.exchange.vcard_write import write_vcards

__all__ = ["KIND", "read_vcards", "write_vcards"]

KIND = "vCard"
"""What such a file is called."""

_HEADLESS = "the line that begins this card, BEGIN:VCARD, can't be read, so the card was left out"

_LONELY_GROUP = "'{}' is a group of which nobody is in this file, so it was left out"


class _Group(msgspec.Struct, frozen=True):
    """A group of people, which address books keep as a card like any other."""

    line: int
    """The line on which its card begins."""
    name: str
    """What it is called."""
    members: frozenset[str]
    """The identities of its people, in small letters."""


def read_vcards(file: str, data: bytes) -> Reading:
    """What a vCard file says. Never fails: what can't be read is told with the line of the file.

    A group isn't a person: its name becomes a tag of its people.

    Args:
        file: the file's name, for the problems.
        data: what is in it, in any encoding.
    """
    raw = split_file(data)
    cards: list[Card] = []
    groups: list[_Group] = []
    problems = [Problem(file=file, line=line, what=_HEADLESS) for line in raw.headless]
    for raw_card, listed in _with_texts(raw.cards):
        person = read_person(file, raw_card, listed)
        problems += person.problems
        if person.card is not None:
            members = _members(listed)
            if members is None:
                cards.append(person.card)
            else:
                groups.append(_Group(raw_card.line, person.card.name, members))
    problems += [
        Problem(file=file, line=group.line, what=_LONELY_GROUP.format(group.name))
        for group in groups
        if group.members.isdisjoint(card.uid.casefold() for card in cards)
    ]
    return Reading(
        file=file,
        kind=KIND,
        cards=tuple(_tagged(cards, groups)),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        found=len(raw.cards) + len(raw.headless) - len(groups),
    )


def _with_texts(cards: Sequence[RawCard]) -> Iterator[tuple[RawCard, list[Said]]]:
    """Cards with what their properties say."""
    texts = iter(said(stated for card in cards for stated in card.properties))
    for card in cards:
        yield card, list(islice(texts, len(card.properties)))


def _members(listed: Sequence[Said]) -> frozenset[str] | None:
    """The identities of the people in a group; None for the card of a person."""
    kinds = (one.text.strip().lower() for one in listed if one.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"))
    if "group" not in kinds:
        return None
    members = (one.text for one in listed if one.name in ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"))
    return frozenset(identity(unescaped(member)).casefold() for member in members)


def _tagged(cards: Sequence[Card], groups: Sequence[_Group]) -> Iterator[Card]:
    """Cards with the names of their groups among their tags."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for group in groups:
        for member in group.members:
            names[member].append(group.name)
    for card in cards:
        more = names.get(card.uid.casefold(), ()) if card.uid else ()
        yield msgspec.structs.replace(card, tags=tuple(dict.fromkeys((*card.tags, *more)))) if more else card

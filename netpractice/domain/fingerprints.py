"""Fingerprints of cards: a contact keeps those of the cards that went into it, so that one that comes again is known."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netpractice.domain.cards import Card
from netpractice.domain.records import Contact
from netpractice.domain.text import LINE_LIMIT

PRINTS = "cards"
"""Where `Contact.imported` keeps fingerprints, with spaces between."""

_BYTES = 6
"""How long a fingerprint is: in fewer than one in a million books of ten thousand cards two have the same one."""

_MOST = (LINE_LIMIT + 1) // (2 * _BYTES + 1)
"""As many of them, in hexadecimal, as fit into a line."""


def fingerprint(card: Card) -> str:
    """A short text that is the same for cards that say the same, wherever they stand in their files."""
    from hashlib import blake2b

    return blake2b(msgspec.json.encode(msgspec.structs.replace(card, line=0)), digest_size=_BYTES).hexdigest()


def prints(contact: Contact) -> list[str]:
    """The fingerprints of the cards that went into a contact, the latest import's first."""
    return contact.imported.get(PRINTS, "").split()


def remembered(*some: Iterable[str]) -> dict[str, str]:
    """What `Contact.imported` keeps of fingerprints: each once, as many as fit into a line, the first ones before others."""
    known = list(dict.fromkeys(one for each in some for one in each))
    return {PRINTS: " ".join(known[:_MOST])} if known else {}

"""Finding what is meant: records by a short code, people by their names.

The first digits of ids made on one day are alike, so a code is the *end* of an id, as short as tells it apart from all
that it could mean. The beginning of an id, and the whole of it, are understood too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from netpractice.domain.errors import InputError
from netpractice.domain.records import Contact
from netpractice.practice.book import Book

SHORTEST = 3
"""How many characters a code has at least."""

_SHOWN = 4
"""How many of those that may be meant are named."""


def short_codes(ids: Iterable[str], among: Iterable[str] = ()) -> dict[str, str]:
    """A code for each id, all as long as it takes to tell them apart, from one another and from other ids."""
    wanted = dict.fromkeys(ids)
    every = {*wanted, *among}
    length = SHORTEST
    ends = Counter(each[-length:] for each in every)
    while any(ends[each[-length:]] > 1 for each in wanted):
        length += 1
        ends = Counter(each[-length:] for each in every)
    return {each: each[-length:] for each in wanted}


def by_code(code: str, what: str, *groups: Mapping[str, str], listed_by: str = "due and followups show") -> str:
    """The id that a code means.

    Args:
        code: a whole id, or three characters of its end or its beginning at least.
        what: what is looked for, in words.
        groups: what may be meant, in words by id; what a later group holds is meant only if nothing else is.
        listed_by: the verbs that show the codes, as part of a sentence.

    Raises:
        InputError: nothing is meant, or several are; these are named.
    """
    wanted = code.strip().lower()
    # Less than a code can be a slip of the finger, and would fit something all the same.
    ways = (str.__eq__, str.endswith, str.startswith) if len(wanted) >= SHORTEST else (str.__eq__,)
    for fits in ways:
        for group in groups:
            found = [each for each in group if fits(each.lower(), wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                raise _several(code, found, group)
    raise InputError(f"there is no {what} with this code", where=code, way_out=f"netpractice {listed_by} the codes")


def by_name(book: Book, name: str) -> Contact:
    """The person whom a name means; raises InputError if that is nobody on the roster, or one of several."""
    match = book.standing.names.match(name)
    if match.contact is not None:
        return match.contact
    if match.candidates:
        raise InputError(
            f"{_listed([_told(each) for each in match.candidates])} may be meant",
            where=name,
            way_out="Write the whole name",
        )
    raise InputError(
        "nobody on the roster has this name", where=name, way_out="netpractice add NAME puts somebody there"
    )


def _several(code: str, found: list[str], group: Mapping[str, str]) -> InputError:
    """The refusal of a code that fits several things."""
    codes = short_codes(found)
    named = [f"{codes[each]} {group[each]}" for each in found]
    return InputError(f"this may be {_listed(named)}", where=code, way_out="Give more of the code")


def _listed(names: list[str]) -> str:
    """The first of some names, and how many more there are."""
    shown = ", ".join(names[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown


def _told(contact: Contact) -> str:
    """Somebody's name, with the company that tells namesakes apart."""
    return f"{contact.name} ({contact.company})" if contact.company else contact.name

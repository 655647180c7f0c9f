"""What tells that two cards are about the same person: an identity, a link, an e-mail address, a phone number, a name.

Each of the first four is made into a *mark*, a text that is the same however the fact is written. Some marks belong to one
person only and are *sure*, whatever the name beside them: an identity, the link to a profile, an address of somebody's
own. Others are shared by families and offices, so they count only together with a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias
from urllib.parse import unquote

import msgspec

from netpractice.domain.cards import Card
from netpractice.domain.records import Contact
from netpractice.domain.text import fold

Kind: TypeAlias = Literal["identity", "link", "e-mail", "phone"]

KINDS: tuple[Kind, ...] = ("identity", "link", "e-mail", "phone")
"""What marks are made of, the strongest first."""

SHORTEST = 7
"""The fewest digits of a phone number that is the same with its country code and without."""

_LONGEST = 40
"""A text of more characters is no phone number."""

_PROFILES = re.compile(
    r"(?:linkedin\.com/(?:in|pub)|xing\.com/profiles?|orcid\.org|bsky\.app/profile|[a-z0-9.-]+(?=/@))/[^/?#]+"
)
"""Matches a link to the page of one person."""

_LOCALIZED = re.compile(r"^[a-z]{1,3}\.(?=(?:linkedin|xing|facebook)\.com)")
"""Finds a language, or `m` for mobile, before the name of a service."""

_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)(?=/|$)")

_OFFICES = frozenset((
    "admin", "contact", "family", "familie", "hello", "hi", "hr", "info", "jobs", "kontakt", "mail", "office",
    "post", "postmaster", "press", "sales", "service", "support", "team", "webmaster",
))  # fmt: skip
"""What stands before the @ of an address that several people read."""

_COUNTRY = re.compile(r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}")
"""Matches the country code at the beginning of a number (ITU-T E.164)."""

_EXTENSION = re.compile(r"(?<=\d)\D*?(?:ext(?:ension)?\.?|[xpw,;#])\D*(\d+)\D*$")
_DIGIT = re.compile(r"\d")

_BETWEEN = re.compile(r"[\s!-&(-/:-@\[-`{-~¡-¿‐-‧‹›、。·・]+")
"""Finds what stands between the words of a name; an apostrophe doesn't, nor does any letter, sign or emoji."""

_TITLES = frozenset((
    "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "phd", "mba", "msc", "bsc", "md",
))  # fmt: skip

Words: TypeAlias = tuple[str, ...]
"""The words of a name, folded and in alphabetical order."""


class Mark(msgspec.Struct, frozen=True):
    """One fact that may tell who somebody is."""

    kind: Kind
    own: tuple[str, ...]
    """The forms under which somebody who has it is found."""
    found: tuple[str, ...]
    """The forms to look for: the same, but for a phone number that may be written with its country code and without."""
    sure: bool
    """True if it belongs to one person only."""


def marks(one: Card | Contact) -> tuple[Mark, ...]:
    """All marks of a card or a contact."""
    uids = (one.uid, one.id) if isinstance(one, Contact) else (one.uid,)
    return (
        *(_mark("identity", uid_form(uid), sure=True) for uid in uids if uid),
        *(_mark("link", form, sure=is_profile(form)) for form in map(link_form, one.links) if form),
        *(_mark("e-mail", form, sure=_is_own(form)) for form in map(email_form, one.emails) if form),
        *filter(None, map(phone_mark, one.phones)),
    )


def name_words(name: str) -> Words:
    """The words of a name without titles, in alphabetical order; of a name without any words, the name itself."""
    folded = fold(name)
    words = [word for word in _BETWEEN.split(folded) if word]
    return tuple(sorted(set(words) - _TITLES or words)) or (folded,)


def uid_form(uid: str) -> str:
    """An identity as it is compared."""
    return uid.strip().casefold().removeprefix("urn:uuid:")


def link_form(link: str) -> str:
    """A link without what differs from one copy of it to the next: protocol, `www`, closing slash, the backslashes of old cards.

    Of one to the page of a person, its language and what follows the person's name are left out too.
    """
    plain = unquote(_SCHEME.sub("", link.strip().replace("\\", ""), count=1)).casefold()
    plain = _PORT.sub("", plain, count=1).removeprefix("www.").rstrip("/")
    plain = _LOCALIZED.sub("", plain, count=1)
    profile = _PROFILES.match(plain)
    return profile[0] if profile else plain


def is_profile(form: str) -> bool:
    """True for a link, as `link_form` makes it, to the page of one person."""
    return _PROFILES.fullmatch(form) is not None


def email_form(address: str) -> str:
    """An e-mail address as it is compared."""
    return address.strip().casefold().removeprefix("mailto:")


def phone_parts(number: str) -> tuple[str, str]:
    """A phone number's country code, empty if it doesn't say, and its digits without the zeros before them.

    `+49 (0)30 1234567` is `("49", "301234567")`, `030 1234567 ext. 8` is `("", "301234567x8")`. A text that is no number
    is given back folded.
    """
    plain = fold(number).replace("(0)", "").strip()
    if len(plain) > _LONGEST:
        return "", plain
    extension = _EXTENSION.search(plain)
    main = plain[: extension.start()] if extension else plain
    digits = _digits(main)
    if len(digits) < SHORTEST and re.search(r"[^\W\d_]", main):
        return "", plain
    abroad = digits.startswith("00") or "+" in main or (len(digits) == len("13145550100") and digits[0] == "1")
    digits = digits.removeprefix("00")
    code = _COUNTRY.match(digits) if abroad else None
    rest = digits[code.end() if code else 0 :].lstrip("0")
    return code[0] if code else "", f"{rest}x{_digits(extension[1])}" if extension else rest


def phone_mark(number: str) -> Mark | None:
    """The mark of a phone number; None for a text without anything in it."""
    code, rest = phone_parts(number)
    if not rest:
        return None
    abroad, at_home, either = f"phone +{code} {rest}", f"phone {rest}", f"phone ~{rest}"
    if len(rest.partition("x")[0]) < SHORTEST:
        return _mark("phone", f"+{code} {rest}" if code else rest, sure=False)
    if code:
        return Mark("phone", (abroad, either), (abroad, at_home), sure=False)
    return Mark("phone", (at_home,), (at_home, either), sure=False)


def is_nameless(one: Card | Contact) -> bool:
    """True if somebody is only called by an address or a number, for want of a name."""
    name = one.name.casefold()
    return name in map(str.casefold, (*one.emails, *one.phones, *one.links))


def other_profiles(ours: Iterable[Mark], theirs: Iterable[Mark]) -> bool:
    """True if both have a profile on the same service, and not the same one: then they are two people."""
    mine, yours = _by_service(ours), _by_service(theirs)
    return any(not mine[service] & yours[service] for service in mine.keys() & yours.keys())


def _by_service(given: Iterable[Mark]) -> dict[str, set[str]]:
    """The links to profiles by the service that they are on."""
    services: dict[str, set[str]] = {}
    for mark in given:
        if mark.kind == "link" and mark.sure:
            services.setdefault(mark.own[0].partition("/")[0], set()).add(mark.own[0])
    return services


def _mark(kind: Kind, form: str, *, sure: bool) -> Mark:
    """A mark that has one form only."""
    forms = (f"{kind} {form}",)
    return Mark(kind, forms, forms, sure)


def _digits(text: str) -> str:
    """The digits of a text, whatever script they are written in."""
    return "".join(str(int(digit)) for digit in _DIGIT.findall(text))


def _is_own(address: str) -> bool:
    """True for an e-mail address that one person reads."""
    name, at, domain = address.partition("@")
    return bool(name and at and domain) and name.partition("+")[0] not in _OFFICES

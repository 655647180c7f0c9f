"""One card of a vCard file as a person: which property becomes which fact, and what is said of those that can't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

import msgspec

from netpractice.domain.cards import Card, Problem
from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle
from netpractice.domain.text import clean_line, clean_text, harmless
from netpractice.exchange.own import YES, read_day, read_rhythm
from netpractice.exchange.vcard_cards import OWN, RawCard
from netpractice.exchange.vcard_texts import Said, parts, unescaped
from netpractice.exchange.vcard_values import birthday, email, full_name, identity, link, phone, preference, profile

PRODUCT = "-//netpractice//"
"""What the product of a card begins with that this program wrote."""

_EVERYBODY = "mycontacts"
"""The category, in small letters, that Google puts everybody into, so that it says nothing."""


class Person(msgspec.Struct, frozen=True):
    """What a card tells."""

    card: Card | None
    """The person; None if nothing tells who it is."""
    problems: tuple[Problem, ...]
    """What of the card was left out and why, in the order of the lines."""


def read_person(file: str, raw: RawCard, listed: Iterable[Said]) -> Person:
    """The person that a card tells of.

    Args:
        file: the file's name.
        raw: the card.
        listed: what its properties say.
    """
    reader = _Reader(file, listed)
    card = reader.card(raw.line)
    if card is None:
        reader.leave_out(raw.line, "the card has no name, company, e-mail address, phone number or link")
    if not raw.is_closed:
        reader.tell(raw.line, "the card has no end, END:VCARD, so the file may lack a part; what is there was read")
    if raw.strays:
        more = f", like {len(raw.strays) - 1:,} more of this card" if len(raw.strays) > 1 else ""
        reader.leave_out(raw.strays[0], f"the line is no part of a card{more}")
    return Person(card, tuple(sorted(reader.problems, key=lambda problem: problem.line)))


class _Reader:
    """Reads what one card says and keeps what is wrong with it."""

    def __init__(self, file: str, listed: Iterable[Said]) -> None:
        """Sort what is said by its name, and what is preferred before the rest."""
        self.problems: list[Problem] = []
        self._file = file
        self._said: defaultdict[str, list[Said]] = defaultdict(list)
        for said in listed:
            self._said[said.name].append(said)
        for alternatives in self._said.values():
            if len(alternatives) > 1:
                alternatives.sort(key=lambda said: preference(said.parameters))
        # What this program wrote is taken as it stands, so that it is read back equal.
        self._is_ours = any(said.text.startswith(PRODUCT) for said in self._said["PRODID"])

    def tell(self, line: int, what: str) -> None:
        """Tell a problem."""
        self.problems.append(Problem(file=self._file, line=line, what=what))

    def leave_out(self, line: int, why: str) -> None:
        """Tell that something was left out."""
        self.tell(line, f"{why}, so it was left out")

    def card(self, line: int) -> Card | None:
        """The person, or None if nothing tells who it is."""
        companies = self._lines("company", "ORG", _organisation)
        nicknames = self._lines("nickname", "NICKNAME", _first)
        emails = self._lines("e-mail address", "EMAIL", self._tidied(email))
        phones = self._lines("phone number", "TEL", self._tidied(phone))
        links = self._links()
        names = self._lines("name", "FN") or self._lines("name", "N", full_name)
        told = [*names, *companies, *nicknames, *emails, *phones, *links]
        if not told:
            return None
        return Card(
            name=told[0],
            nickname=_one_of(nicknames),
            company=_one_of(companies),
            role=_one_of(self._lines("role", "TITLE") or self._lines("role", "ROLE")),
            emails=emails,
            phones=phones,
            links=links,
            birthday=self._birthday(),
            notes=self._notes(),
            tags=self._tags(),
            uid=_one_of(self._lines("identity", "UID", self._tidied(identity))),
            circle=self._circle(),
            how_met=self._own("HOW-MET"),
            introduced_by=self._own("INTRODUCED-BY"),
            rhythm_days=read_rhythm(self._own("RHYTHM")),
            resting=self._own("RESTING") == YES,
            quiet_until=read_day(self._own("QUIET-UNTIL")),
            archived=read_day(self._own("ARCHIVED")),
            line=line,
        )

    def _lines(self, field: str, name: str, read: Callable[[str], str] = unescaped) -> tuple[str, ...]:
        """What the properties of a name say, each in one clean line, without those that say nothing."""
        lines = (self._line(field, said.line, read(said.text)) for said in self._said[name])
        return tuple(filter(None, lines))

    def _line(self, field: str, line: int, text: str) -> str:
        """One clean line; empty, and told, if it is too long."""
        try:
            return clean_line(text, field)
        except InputError as error:
            self.leave_out(line, f"{field}: {error.what}")
            return ""

    def _tidied(self, tidy: Callable[[str], str]) -> Callable[[str], str]:
        """How to read a value that other programs write in several ways."""
        return unescaped if self._is_ours else lambda text: tidy(unescaped(text))

    def _own(self, name: str) -> str:
        """A fact that only this program writes."""
        return _one_of(self._lines(name.lower().replace("-", " "), f"{OWN}{name}"))

    def _links(self) -> tuple[str, ...]:
        """Links, then those of profiles."""
        links = [*self._lines("link", "URL", unescaped if self._is_ours else link)]
        for account in ("X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP"):
            links += self._lines("link", account, self._tidied(profile))
        return tuple(links)

    def _birthday(self) -> str:
        """The first birthday that can be read; one that can't is told."""
        for said in self._said["BDAY"]:
            found = birthday(unescaped(said.text), said.parameters)
            if found:
                return found
        for said in self._said["BDAY"]:
            written = " ".join(harmless(unescaped(said.text)).split())
            if written:
                shown = f"{written[:40]}{'…' * (len(written) > 40)}"
                self.leave_out(said.line, f"the birthday '{shown}' is no day of the calendar")
                break
        return ""

    def _notes(self) -> str:
        """All notes, one below the other; too long ones are told."""
        listed = self._said["NOTE"]
        text = "\n".join(unescaped(said.text) for said in listed)
        try:
            return clean_text(text if self._is_ours else text.strip(), "note")
        except InputError as error:
            self.leave_out(listed[0].line, f"note: {error.what}")
            return ""

    def _tags(self) -> tuple[str, ...]:
        """The categories, each once."""
        return tuple(dict.fromkeys(filter(None, self._each_tag())))

    def _each_tag(self) -> Iterator[str]:
        """The categories as they come, without those that say nothing."""
        for said in self._said["CATEGORIES"]:
            for part in parts(said.text, ","):
                tag = self._line("tag", said.line, part)
                if self._is_ours or tag.lower() != _EVERYBODY:
                    yield tag

    def _circle(self) -> Circle | None:
        """The circle, if the card tells one."""
        written = self._own("CIRCLE")
        circles: tuple[Circle, ...] = get_args(Circle)
        return next((circle for circle in circles if circle == written), None)


def _one_of(texts: tuple[str, ...]) -> str:
    """The first of some texts, empty for none."""
    return texts[0] if texts else ""


def _first(text: str) -> str:
    """The first value of a list."""
    return parts(text, ",")[0]


def _organisation(text: str) -> str:
    """A company and its parts, as one text."""
    return ", ".join(part.strip() for part in parts(text, ";") if part.strip())

"""`netpractice add`: put somebody on the roster."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.cli.verbs.contacts import CONTACT_FIELDS, ContactReport, contact_report
from netpractice.domain.fields import FIELDS, Typed
from netpractice.domain.records import Contact
from netpractice.practice.people import add, near

DETAILS = f"""\
Only the name is needed. If somebody of a like name or with the same address is
on the roster already, that is said, and the new one is added all the same; the
app can merge the two.

--json prints one object:
  {{"schema": 1, "done": what was done, in words,
   "like": the names of those who may be the same person,
   "contact": the new contact}}, which is
{CONTACT_FIELDS}"""

OPTIONS: dict[str, tuple[str, str]] = {
    "circle": ("--circle", "CIRCLE"),
    "rhythm": ("--rhythm", "DAYS"),
    "company": ("--company", "TEXT"),
    "role": ("--role", "TEXT"),
    "nickname": ("--nickname", "TEXT"),
    "birthday": ("--birthday", "DAY"),
    "how_met": ("--met", "TEXT"),
    "introduced_by": ("--introduced-by", "NAME"),
    "notes": ("--notes", "TEXT"),
}
"""The option and its placeholder for each field of a card that has one value."""

LISTS: dict[str, tuple[str, str, str]] = {
    "emails": ("--email", "ADDRESS", "an e-mail address"),
    "phones": ("--phone", "NUMBER", "a phone number"),
    "links": ("--link", "URL", "a page or profile"),
    "tags": ("--tag", "TAG", "a tag"),
}
"""The same for fields of several values, with what the option stands for; it may be given several times."""


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    """Who was added."""

    done: str
    like: tuple[str, ...]
    """The names of those who may be the same person."""
    contact: ContactReport


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="the name, as you would say it")
    for field, (option, metavar) in OPTIONS.items():
        hint = f" ({FIELDS[field].hint})" if FIELDS[field].hint else ""
        parser.add_argument(option, dest=field, metavar=metavar, help=f"{FIELDS[field].label.lower()}{hint}")
    for field, (option, metavar, what) in LISTS.items():
        words = f"{what}; may be given several times"
        parser.add_argument(option, dest=field, metavar=metavar, action="append", help=words)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Add somebody and say who was there already with a like name."""
    name = " ".join(args.name)
    given: dict[str, Typed] = {
        field: getattr(args, field) for field in (*OPTIONS, *LISTS) if getattr(args, field) is not None
    }
    with session.book(writable=True, claim=False) as book:
        like = near(book, name, args.emails or ())
        outcome = add(book, name, **given)
        added = next(reversed(book.records.contacts.values()))
        report = contact_report(book, book.standing.roll.row(added, book.today))
    if args.json:
        session.say_json(AddReport(done=outcome.words, like=tuple(other.name for other in like), contact=report))
        return 0
    session.say(outcome.words)
    for other in like:
        session.say(f"  perhaps the same person as {_who(other)}")
    return 0


def _who(contact: Contact) -> str:
    """Somebody's name, with what tells them apart."""
    about = ", ".join(filter(None, (contact.company, contact.role)))
    return f"{contact.name} ({about})" if about else contact.name


VERB = Verb(
    description="Put somebody on the roster.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice contacts`: the people on the roster, whose turn it is first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

import msgspec

from netpractice.cli.columns import Column, table
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.domain.records import Circle
from netpractice.practice.book import Book
from netpractice.practice.roster import FLAGS, KEYS, ORDERS, Roster, Row, State, due_of, last_of, roster

CONTACT_FIELDS = """\
  {"id", "name", "nickname", "circle": "warm" | "friendly" | "familiar" | "new",
   "unsorted": true while its circle is yet to be chosen, "company", "role",
   "emails": [...], "phones": [...], "links": [...], "tags": [...],
   "birthday": "1980-03-12" | "--03-12" | "", "how_met",
   "introduced_by": a name | "", "notes",
   "state": "in touch" | "due" | "reconnect" | "new" | "resting" | "archived",
   "rhythm_days": days | null for somebody resting,
   "last_contact": "2026-11-06" | null, "due": "2026-11-27" | null,
   "overdue": share of the rhythm, 0 or more | null without a due day,
   "gave", "received": favours, "next_step", "next_due": day | null,
   "archived": false}"""

_WITH_VALUE = ", ".join(f"{key}:" for key in KEYS if key != "#")

DETAILS = f"""\
A filter is made of words, "phrases" and #tag, of
  {", ".join(FLAGS)}
and of keys, each with a word or "phrase" after it:
  {_WITH_VALUE}
All of them must fit; case and accents don't matter. Archived people are listed
with archived or --all.

--json prints one object, {{"schema": 1, "contacts": [...]}}, each contact as
{CONTACT_FIELDS}"""

COLUMNS = (
    Column("Name", 24),
    Column("Circle"),
    Column("Last"),
    Column("Due"),
    Column("G:R"),
    Column("Next step"),
)


class ContactReport(msgspec.Struct, frozen=True, kw_only=True):
    """One person."""

    id: str
    name: str
    nickname: str
    circle: Circle
    unsorted: bool
    company: str
    role: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    links: tuple[str, ...]
    tags: tuple[str, ...]
    birthday: str
    how_met: str
    introduced_by: str
    """A name; empty if nobody on the roster did."""
    notes: str
    state: State
    rhythm_days: int | None
    """The rhythm in force; None for somebody who rests."""
    last_contact: date | None
    due: date | None
    overdue: float | None
    gave: int
    received: int
    next_step: str
    next_due: date | None
    archived: bool


class ContactsReport(msgspec.Struct, frozen=True, kw_only=True):
    """The people whom a filter found."""

    contacts: tuple[ContactReport, ...]


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument(
        "filter", metavar="FILTER", nargs="*", help="whom to list, as in circle:warm due; all by default"
    )
    parser.add_argument("--sort", choices=ORDERS, default="due", help="the order; due, whose turn it is, by default")
    parser.add_argument("--all", action="store_true", help="archived people too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the people; the exit status is 1 if there are none. Raises InputError for a filter that can't be read."""
    with session.book() as book:
        found = roster(book, " ".join(args.filter), args.sort, everyone=args.all)
        if found.trouble:
            raise InputError(found.trouble.rstrip("."), where="contacts")
        if args.json:
            session.say_json(ContactsReport(contacts=tuple(contact_report(book, row) for row in found.rows)))
        else:
            for line in plain(found, book.today, session.width):
                session.say(line)
    return 0 if found.rows else 1


def contact_report(book: Book, row: Row) -> ContactReport:
    """One person as a report."""
    contact = row.contact
    by = book.records.contacts.get(contact.introduced_by)
    return ContactReport(
        id=contact.id, name=contact.name, nickname=contact.nickname, circle=contact.circle, unsorted=contact.unsorted,
        company=contact.company, role=contact.role, emails=contact.emails, phones=contact.phones, links=contact.links,
        tags=contact.tags, birthday=contact.birthday, how_met=contact.how_met, introduced_by=by.name if by else "",
        notes=contact.notes, state=row.state, rhythm_days=row.rhythm, last_contact=row.last, due=row.due,
        overdue=row.overdue, gave=row.gave, received=row.received, next_step=row.next_step,
        next_due=row.next_due, archived=contact.archived is not None,
    )  # fmt: skip


def plain(found: Roster, today: date, width: int | None) -> Iterator[str]:
    """The people in lines of at most `width` cells, of any length if that is None."""
    if not found.rows:
        yield "nobody found" if found.total else "nobody on the roster yet; netpractice add NAME begins it"
        return
    texts = [
        (
            row.contact.name,
            row.contact.circle,
            last_of(row),
            due_of(row, today),
            f"{row.gave}:{row.received}",
            row.next_step,
        )
        for row in found.rows
    ]
    yield from table(COLUMNS, texts, width)


VERB = Verb(
    description="The people on the roster: circle, last contact, when it is their turn, favours\n"
    "given:received and the next step.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

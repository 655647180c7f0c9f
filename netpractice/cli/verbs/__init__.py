"""The verbs of the command line, one module each, and the table that finds them.

A new verb is a module with a `VERB` and one row in the table.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from netpractice.cli.session import Session


class Verb(msgspec.Struct, frozen=True):
    """What a verb's module offers."""

    description: str
    """What it does, for its help."""
    arguments: Callable[[ArgumentParser], None]
    """Adds the verb's own arguments."""
    run: Callable[[Session, Namespace], int]
    """Does it and returns the exit status."""
    details: str = ""
    """More for its help: the shape of its JSON."""


class Entry(msgspec.Struct, frozen=True):
    """A row of the table of verbs."""

    module: str
    """The module's name in this package."""
    summary: str
    """One line for the program's help."""


VERBS: dict[str, Entry] = {
    "status": Entry("status", "where your practice stands today, in a few lines"),
    "check": Entry("check", "check in: tick habits, write the attitude, or see the day's page"),
    "log": Entry("log", "write conversations down, one line each"),
    "journal": Entry("journal", "the conversations that were written down, newest first"),
    "score": Entry("score", "a week's score, habit by habit"),
    "review": Entry("review", "a week at a glance, with a lesson and a plan to take along"),
    "why": Entry("why", "the entries that made a day count for a habit"),
    "due": Entry("due", "follow-ups whose day has come, and people whose rhythm is up"),
    "followups": Entry("followups", "what is still open, by the day it is due, and what was closed"),
    "followup": Entry("followup", "open a follow-up: a promise, a lead, a way to help"),
    "acted": Entry("acted", "something was done about a follow-up"),
    "told": Entry("told", "the giver of a lead knows what came of it"),
    "done": Entry("done", "a follow-up is done, or you were in touch"),
    "letgo": Entry("letgo", "let follow-ups go on purpose"),
    "snooze": Entry("snooze", "put something that is due off to a day"),
    "reopen": Entry("reopen", "open a closed follow-up again"),
    "remind": Entry("remind", "what is due in one line, or as a notification"),
    "undo": Entry("undo", "take back the last change, or make it again"),
    "favour": Entry("favour", "enter a favour in the ledger: given, received or asked for"),
    "ledger": Entry("ledger", "favours given, received and asked for, and what to give next"),
    "season": Entry("season", "say what you need these days, or that you need nothing"),
    "event": Entry("event", "write down an event you go to, with a mission"),
    "events": Entry("events", "the events ahead, and a year of them with what each gave"),
    "debrief": Entry("debrief", "write down what you made of an event"),
    "contacts": Entry("contacts", "the people on the roster, whose turn it is first"),
    "add": Entry("add", "put somebody on the roster"),
    "import": Entry("import_", "bring in people from vCards, LinkedIn, Google, Outlook or any table"),
    "export": Entry("export", "take what is in the book elsewhere"),
    "backup": Entry("backup", "make a backup of the book"),
    "restore": Entry("restore", "list the backups, or bring one back"),
    "doctor": Entry("doctor", "look the book over and name what is wrong"),
    "paths": Entry("paths", "where the book and everything beside it is"),
    "demo": Entry("demo", "a sample book of invented people, to look around in"),
}
"""Every verb by its name, in the order of the help."""


def load(name: str) -> Verb:
    """Import the module of a verb and return what it offers; raises KeyError for a name that is no verb."""
    verb: Verb = import_module(f"{__name__}.{VERBS[name].module}").VERB
    return verb

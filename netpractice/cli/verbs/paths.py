"""`netpractice paths`: where the book and everything beside it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import msgspec

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb

DETAILS = """\
--json prints one object, every value a path:
  {"schema": 1, "book", "lock", "history", "drafts", "backups", "config"}"""


class PathsReport(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything is, whether it exists yet or not."""

    book: str
    lock: str
    history: str
    drafts: str
    backups: str
    config: str


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print the paths; no file is opened."""
    paths = session.paths
    report = PathsReport(
        book=str(paths.book),
        lock=str(paths.lock),
        history=str(paths.history),
        drafts=str(paths.drafts),
        backups=str(paths.backups),
        config=str(paths.config),
    )
    if args.json:
        session.say_json(report)
    else:
        for name in report.__struct_fields__:
            session.say(f"{name:<8} {getattr(report, name)}")
    return 0


VERB = Verb(
    description="Where the book and everything beside it is, whether it exists yet or not.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

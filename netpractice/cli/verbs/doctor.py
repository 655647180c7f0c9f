"""`netpractice doctor`: look the book over and name what is wrong."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.practice.doctor import Diagnosis, Finding, examine

PROBLEM = 3
"""The exit status if there is a problem."""

DETAILS = """\
Nothing is changed. With a problem the exit status is 3; a remark keeps nothing
from working.

--json prints one object:
  {"schema": 1, "book": path, "bytes": size | null,
   "records": {table: count, ...}, "backups": count,
   "newest_backup": local time of the newest that can be restored | null,
   "findings": [{"kind": "problem" | "remark", "where", "what", "way_out"},
                ...]}"""


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Print what was found."""
    diagnosis = examine(session.paths, session.clock)
    if args.json:
        session.say_json(diagnosis)
    else:
        for line in plain(diagnosis):
            session.say(line)
    return 0 if diagnosis.healthy else PROBLEM


def plain(diagnosis: Diagnosis) -> Iterator[str]:
    """The diagnosis in lines."""
    yield diagnosis.book
    if diagnosis.bytes is None:
        yield "  no book yet; the first thing you write makes it"
    else:
        counts = ", ".join(f"{table.replace('_', ' ')} {count}" for table, count in diagnosis.records.items() if count)
        yield f"  {diagnosis.bytes:,} bytes; {counts or 'no records'}"
    newest = f", the newest of {diagnosis.newest_backup:%Y-%m-%d %H:%M}" if diagnosis.newest_backup else ""
    yield f"  backups: {diagnosis.backups}{newest}"
    for finding in diagnosis.findings:
        yield _line(finding)
    if diagnosis.healthy:
        yield "All is well" if not diagnosis.findings else "All works"


def _line(finding: Finding) -> str:
    """A finding in one line."""
    way_out = f" {finding.way_out.rstrip('.')}." if finding.way_out else ""
    return f"{finding.kind}: {finding.where}: {finding.what.rstrip('.')}.{way_out}"


VERB = Verb(
    description="Look the book and what is beside it over, and name what is wrong.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""`netpractice import`: bring in the people one already knows."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from netpractice.cli.import_report import SHAPE, import_report, plain
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.cards import Reading
from netpractice.domain.errors import ColumnsError, InputError, NetpracticeError
from netpractice.practice.importing import Source, as_problem, carry_out, gather, plan, read
from netpractice.store.paths import expanded

STDIN = "-"

PROBLEM = 3
"""The exit status if a file gave nothing."""

DETAILS = f"""\
FILE is a file of vCards; a table (.csv) of LinkedIn, Google, Outlook,
Thunderbird or this program, or any other with --map; a whole book (export
json); a folder of vCards; or - for standard input.

Importing a file again adds nobody twice: people are found by the identity on
their card or their profile, then by e-mail, phone, name and company. Lists are
added to, and what you typed yourself stays as it is: where a file differs, both
are shown, and --theirs takes what the file says. The archived stay archived.
New people are in the circle familiar until you choose theirs. All of it is one
step, which netpractice undo takes back.

Damaged parts are named with their line, and the rest comes in. The exit status
is 3 if a file gave nothing at all, also when others came in.

{SHAPE}"""

_NEXT_PAIR = re.compile(r",(?=[^,=]+=)")


def columns(text: str) -> dict[str, str]:
    """The columns that `field=Heading,...` names; raises InputError for anything else."""
    pairs = [part.partition("=") for part in _NEXT_PAIR.split(text)]
    if not all(field.strip() and column.strip() for field, _, column in pairs):
        raise InputError(
            "no columns to read", where=text, way_out='Write it like --map "name=Full name,email=Address,company=3"'
        )
    return {field.strip(): column.strip() for field, _, column in pairs}


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="what to import; see below")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN,...",
        type=columns,
        action="append",
        default=[],
        help="which column of a table holds what, by its heading or its number",
    )
    parser.add_argument("--theirs", action="store_true", help="take what the files say, also over what you typed")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(session: Session, args: Namespace) -> int:
    """Import the files; the exit status is 3 if one of them gave nothing."""
    readings, refusals = _readings(session, args)
    if not (readings or args.json):
        raise _failure(refusals)
    with session.book(writable=not args.dry_run, claim=False) as book:
        found = plan(book, readings, theirs=args.theirs)
        outcome = None if args.dry_run else carry_out(book, found)
    report = import_report(found, readings, [as_problem(problem) for problem in refusals], outcome)
    if args.json:
        session.say_json(report)
    else:
        for line in plain(report):
            session.say(line)
    return PROBLEM if refusals else 0


def _readings(session: Session, args: Namespace) -> tuple[list[Reading], list[NetpracticeError]]:
    """What the named files say, and what is wrong with those that say nothing."""
    given = {field: column for pairs in args.map for field, column in pairs.items()}
    readings: list[Reading] = []
    refusals: list[NetpracticeError] = []
    for name in args.files:
        try:
            if name == STDIN:
                sources: Sequence[Source] = [Source("standard input", session.read_input())]
            else:
                sources = gather([expanded(name)])
            readings += read(sources, given)
        except ColumnsError as problem:
            way_out = f"{problem.way_out}: --map name=1 takes the first column"
            refusals.append(NetpracticeError(problem.what, where=problem.where, way_out=way_out))
        except NetpracticeError as problem:
            if not problem.where:
                # It isn't about a file but about how it was asked for.
                raise
            refusals.append(problem)
    return readings, refusals


def _failure(refusals: Sequence[NetpracticeError]) -> NetpracticeError:
    """The error where no file gave anything."""
    if len(refusals) > 1:
        each = "; ".join(f"{one.where}: {one.what}" for one in refusals)
        return NetpracticeError(f"none of these {len(refusals)} files could be imported: {each}")
    [one] = refusals
    return NetpracticeError(one.what, where=one.where, way_out=one.way_out)


VERB = Verb(
    description="Bring in people from vCards, LinkedIn, Google, Outlook or any table.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

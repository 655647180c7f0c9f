"""`netpractice demo`: a sample book of invented people, to look around in."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError

BANNER = "Sample book of invented people, not kept; your own book is untouched."


def years(text: str) -> int:
    """A number of years; raises InputError for what is no number."""
    if not (text.isascii() and text.isdigit()):
        raise InputError("not a number of years", where=text, way_out="Give a whole number, as in --years 10")
    return int(text)


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("--years", metavar="N", type=years, help="write about N years of practice instead of a quarter")
    parser.add_argument("-o", dest="output", metavar="FILE", help="only write the sample book to FILE")


def run(session: Session, args: Namespace) -> int:
    """Write the sample book to a file, or open the app on one that is thrown away afterwards."""
    from netpractice.practice.demo import write_demo

    if args.output is not None:
        path = Path(args.output)
        write_demo(path, session.today, years=args.years)
        session.say(f"Wrote {path}; open it with netpractice --data {path}")
        return 0
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="netpractice-") as folder:
        path = Path(folder) / "sample.json"
        write_demo(path, session.today, years=args.years)
        with session.sample(path) as book:
            return session.start_app(book, BANNER)


DETAILS = "Without -o the sample book is thrown away when you leave."

VERB = Verb(
    description="Open a sample book of invented people in the app. Your own book isn't touched.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

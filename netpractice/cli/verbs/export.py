"""`netpractice export`: take what is in the book elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.practice.exporting import FORMATS, export_to
from netpractice.store.paths import expanded

DETAILS = "\n".join(
    (
        "formats:",
        *(f"  {name:<5} {row.summary}" for name, row in FORMATS.items()),
        "",
        "Without -o the export goes to standard output. A file is written all or nothing,",
        "and only you can read it. One that is there already is kept unless --force is",
        "given; the book's own files are never written over.",
    )
)


def file_format(text: str) -> str:
    """The word of a format; raises InputError for any other."""
    if text not in FORMATS:
        raise InputError("no such format", where=text, way_out=f"Give one of {', '.join(FORMATS)}")
    return text


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("format", metavar="FORMAT", type=file_format, help=" | ".join(FORMATS))
    parser.add_argument("-o", dest="output", metavar="FILE", help="write to FILE instead; - is standard output")
    parser.add_argument("--force", action="store_true", help="write over FILE if it is there")


def run(session: Session, args: Namespace) -> int:
    """Write the export to a file or to standard output."""
    with session.book() as book:
        data = FORMATS[args.format].write(book)
        if args.output in (None, "-"):
            session.say_bytes(data)
        else:
            export_to(expanded(args.output), book, data, force=args.force)
            session.say(f"Wrote {args.output}")
    return 0


VERB = Verb(
    description="Take what is in the book elsewhere, in a form that other programs read.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

"""The way in and the one way out: arguments to a verb or the app, every error to one line and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from netpractice import __version__
from netpractice.cli.options import PROGRAM, split
from netpractice.cli.session import Session, StartApp, one_line
from netpractice.cli.verbs import VERBS, load
from netpractice.domain.errors import InputError, NetpracticeError, StoreError
from netpractice.practice.book import Book

STDIN, STDOUT = 0, 1
"""The file descriptors that are a terminal's when the app can be shown."""

INTERRUPTED = 130
"""The exit status that shells give to ^C."""


def run() -> int:
    """Run the program with the arguments and streams of this process and return the exit status."""
    # A verb is over before there is garbage; the app turns the collector on once it is on the screen.
    gc.disable()
    out, err = writable(sys.stdout), writable(sys.stderr)
    source = sys.stdin.buffer if sys.stdin else None
    status = main(sys.argv[1:], environ=os.environ, out=out, err=err, start_app=start_app, source=source)
    try:
        out.flush()
    except OSError:
        # What couldn't be printed must not fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    # The interpreter looks through everything once more before it ends; ten years of records needn't be looked through.
    gc.freeze()
    return status


def writable(stream: TextIO | None) -> TextIO:
    """A stream that takes every character: one that the locale can't show is escaped, a closed stream takes all unseen."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def start_app(book: Book, banner: str) -> int:
    """Open the full-screen app; raises InputError where there is no terminal to show it."""
    if not (os.isatty(STDIN) and os.isatty(STDOUT)):
        raise InputError(
            "the app needs a terminal",
            way_out=f"Use a verb instead, as in {PROGRAM} status; {PROGRAM} --help lists them",
        )
    # For a program that talks to nobody: asyncio starts sooner and in less memory without it.
    with without("ssl"):
        from netpractice.tui.app import start

    return start(book, banner=banner)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Import inside as if Python had been built without one of its optional modules."""
    modules = cast("dict[str, object]", sys.modules)
    if name in modules:
        yield
        return
    # The name of a module that can't be imported stands for None.
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]


def main(
    argv: Sequence[str],
    *,
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    start_app: StartApp,
    source: BinaryIO | None = None,
) -> int:
    """Do what the arguments say and return the exit status.

    Args:
        argv: the arguments without the program's name.
        environ: the environment variables.
        out: where reports go.
        err: where the one line about a problem goes.
        start_app: opens the full-screen app.
        source: standard input; None if it is closed.
    """
    try:
        status = answer(argv, environ=environ, out=out, start_app=start_app, source=source)
        out.flush()
    except NetpracticeError as problem:
        err.write(f"{one_line(f'{PROGRAM}: {problem}')}\n")
        return problem.exit_code
    except BrokenPipeError:
        # The reader has seen enough.
        return 0
    except OSError as problem:
        failed = StoreError(
            problem.strerror or str(problem),
            where=problem.filename or "",
            way_out="Look after the disk, then try again",
        )
        err.write(f"{one_line(f'{PROGRAM}: {failed}')}\n")
        return failed.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def answer(
    argv: Sequence[str],
    *,
    environ: Mapping[str, str],
    out: TextIO,
    start_app: StartApp,
    source: BinaryIO | None = None,
) -> int:
    """Find the verb and run it, or open the app where none is named; every problem is raised."""
    common, rest = split(argv)
    session = Session(
        data=common.data, today=common.today, environ=environ, out=out, start_app=start_app, source=source
    )
    if common.version:
        session.say(f"{PROGRAM} {__version__}")
        return 0
    if not rest:
        if common.help:
            from netpractice.cli.parser import program_parser

            out.write(program_parser().format_help())
            return 0
        with session.book(writable=True, claim=False) as book:
            return session.start_app(book)
    from netpractice.cli.parser import unknown_verb, verb_parser

    name, *words = rest
    if name not in VERBS:
        raise unknown_verb(name)
    verb = load(name)
    parser = verb_parser(name, verb)
    if common.help:
        out.write(parser.format_help())
        return 0
    return verb.run(session, parser.parse_args(words))

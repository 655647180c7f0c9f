"""The command line's grammar: the help of the program, and a parser for the verb that was named.

Only the named verb's module is imported, so that a verb costs what it needs itself. Whatever can't be used raises
InputError, so that it leaves by the one error exit of the command line, in one line.
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from netpractice.cli.options import PROGRAM
from netpractice.cli.verbs import VERBS, Verb
from netpractice.domain.errors import InputError
from netpractice.domain.habits import HABITS, find_habit
from netpractice.domain.records import HabitKey

DESCRIPTION = "Practise networking as a daily habit. Without a verb the app opens."

EXIT_CODES = """\
Exit status: 0 ok, 1 nothing due or nothing matched, 2 usage, 3 a problem with
data."""


HELP_WIDTH = 80
"""The width of the help, in characters. Looking for that of the terminal would cost every verb an import."""


class HelpLayout(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width, in which the texts keep their own line breaks."""

    def __init__(self, prog: str) -> None:
        """Lay out the help of a program or verb."""
        super().__init__(prog, width=HELP_WIDTH)


class LineParser(argparse.ArgumentParser):
    """A parser that raises InputError instead of printing its usage, and that leaves help to the caller."""

    def __init__(self, prog: str, description: str, epilog: str, usage: str | None = None) -> None:
        """Make a parser that takes every option by its whole name only, so that new options never break a script."""
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=HelpLayout,
            allow_abbrev=False,
            add_help=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise the message as an InputError that names the way to the help."""
        raise InputError(message, where=self.prog.removeprefix(PROGRAM).strip(), way_out=f"See {self.prog} --help")


def add_common(parser: LineParser) -> None:
    """Add the options that stand before or after the verb, for the help: they have been taken out before (see `options`)."""
    group = parser.add_argument_group("everywhere")
    group.add_argument("-h", "--help", action="store_true", help="show this and stop")
    group.add_argument("--data", metavar="FILE", help="the book to use (also: NETPRACTICE_DATA)")
    group.add_argument("--today", metavar="DAY", help="take DAY for today, as in fri or 2026-11-20")


def program_parser() -> LineParser:
    """The parser of what stands before the verb, for the help that lists the verbs."""
    width = max(map(len, VERBS))
    listed = "\n".join(f"  {name:<{width}}  {entry.summary}" for name, entry in VERBS.items())
    epilog = f"verbs:\n{listed}\n\n{PROGRAM} VERB --help says more about one.\n\n{EXIT_CODES}"
    parser = LineParser(PROGRAM, DESCRIPTION, epilog, f"{PROGRAM} [--data FILE] [--today DAY] [VERB ...]")
    add_common(parser)
    parser.add_argument("--version", action="store_true", help="show the version and stop")
    return parser


def verb_parser(name: str, verb: Verb) -> LineParser:
    """The parser of what stands after a verb."""
    parser = LineParser(f"{PROGRAM} {name}", verb.description, f"{verb.details}\n\n{EXIT_CODES}".strip())
    verb.arguments(parser)
    add_common(parser)
    return parser


def unknown_verb(word: str) -> InputError:
    """The error for a first word that is no verb, with the verb that may have been meant."""
    if word.startswith("-"):
        return InputError(
            "no such option before the verb", where=word, way_out=f"Options of a verb follow it; see {PROGRAM} --help"
        )
    from difflib import get_close_matches

    near = get_close_matches(word, VERBS, n=1)
    way_out = f"Perhaps you meant {near[0]}" if near else f"See {PROGRAM} --help for the verbs"
    return InputError("no such verb", where=word, way_out=way_out)


def habit_key(text: str) -> HabitKey:
    """The habit that a number or key names; raises InputError if there is none."""
    habit = find_habit(text)
    if habit is None:
        keys = ", ".join(habit.key for habit in HABITS)
        raise InputError("no such habit", where=text, way_out=f"Give 1 to 6 or one of {keys}")
    return habit.key


def level(text: str) -> int:
    """A level from 0 to 4; raises InputError for anything else."""
    if text not in ("0", "1", "2", "3", "4"):
        raise InputError("no such attitude", where=text, way_out="Give 0 (not at all open) to 4 (very open)")
    return int(text)

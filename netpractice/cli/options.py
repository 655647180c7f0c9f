"""The options that every verb takes, found without a parser: the app, which needs nothing else, is open sooner."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from netpractice.domain.errors import InputError

PROGRAM = "netpractice"


class Options(msgspec.Struct):
    """What stands before or after the verb."""

    data: str | None = None
    today: str | None = None
    help: bool = False
    version: bool = False


_VALUES = {"--data": "data", "--today": "today"}
_FLAGS = {"-h": "help", "--help": "help", "--version": "version"}


def split(argv: Sequence[str]) -> tuple[Options, list[str]]:
    """What every verb takes, wherever it stands, and the rest: the verb and its own arguments.

    Raises InputError for an option without its value.
    """
    options = Options()
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        name, sign, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in _FLAGS:
            setattr(options, _FLAGS[word], True)
        elif name in _VALUES:
            setattr(options, _VALUES[name], value if sign else _value(name, next(words, "-")))
        else:
            rest.append(word)
    return options, rest


def _value(name: str, word: str) -> str:
    """The word after an option as its value; raises InputError if it is an option itself."""
    if word.startswith("-"):
        raise InputError(f"argument {name}: expected one argument", way_out=f"See {PROGRAM} --help")
    return word

"""What every verb takes, wherever it stands."""

from __future__ import annotations

import pytest

from netpractice.cli.options import Options, split
from netpractice.domain.errors import InputError


@pytest.mark.parametrize(
    ("words", "options", "rest"),
    [
        ([], Options(), []),
        (["--data", "a b", "why", "--today=fri", "warm", "-h"], Options("a b", "fri", help=True), ["why", "warm"]),
        (["--data=", "--data=x=y"], Options("x=y"), []),
        (["why", "--version", "--today", "fri"], Options(today="fri", version=True), ["why"]),
        (["log", "--", "--data", "-h"], Options(), ["log", "--", "--data", "-h"]),
        (["log", "--data was lost", "--database", "-x"], Options(), ["log", "--data was lost", "--database", "-x"]),
    ],
)
def test_options_are_told_from_the_rest(words: list[str], options: Options, rest: list[str]) -> None:
    assert split(words) == (options, rest)


@pytest.mark.parametrize("words", [["--data"], ["status", "--today"], ["--data", "--today", "fri"], ["--today", "--"]])
def test_an_option_without_its_value_is_refused(words: list[str]) -> None:
    with pytest.raises(
        InputError, match=r"^argument --(data|today): expected one argument\. See netpractice --help\.$"
    ):
        split(words)

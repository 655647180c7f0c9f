"""Everything that can be wrong, each as one sentence that says what, where and the way out.

The command line turns an error into one line on stderr and the exit code of its class; the screens show the same
sentence. Nothing else in the program invents its own failure types.
"""

from __future__ import annotations


class NetpracticeError(Exception):
    """A problem that the user can do something about.

    Args:
        what: what is wrong, as a sentence without its full stop.
        where: the file, option or field it concerns; empty when the sentence already says it.
        way_out: what to do next, as a sentence without its full stop.
    """

    exit_code = 3
    """The command line's exit status for this class: 2 for usage, 3 for a problem with data."""

    def __init__(self, what: str, *, where: str = "", way_out: str = "") -> None:
        """Keep the three parts apart, so that a screen may lay them out as it likes."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.way_out = way_out

    def __str__(self) -> str:
        """The whole message in one line."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.way_out}." if self.way_out else f"{head}."


class InputError(NetpracticeError):
    """Something typed can't be used: a habit, a day, a level, a text."""

    exit_code = 2


class ColumnsError(InputError):
    """It isn't clear in which column of a table people's names are; somebody has to say so."""


class StoreError(NetpracticeError):
    """Something is wrong with a file of the book. The file itself is left as it is."""


class DamagedError(StoreError):
    """The file can't be read as a book. It is kept; a backup may be offered in the way out."""


class ReadOnlyError(StoreError):
    """The book can only be looked at: another netpractice holds it, or a newer one wrote it."""


class ChangedOutsideError(StoreError):
    """Another program changed the file since it was read; nothing was written over it."""


class NotSavedError(StoreError):
    """The disk refused a save. What was to be saved is still in memory and can be tried again."""

"""Bringing in the people one already knows: read files, look at what would change, then write it in one step.

`gather` gives the bytes of files, `read` what they say, `plan` whom of the book that concerns and what would become of it,
and `carry_out` writes a plan. Everything before the last is only looked at, so that a user can choose what is taken. Nothing
imported counts as a conversation.
"""

from netpractice.practice.importing.carrying import carry_out, carry_out_in_steps
from netpractice.practice.importing.planning import Action, Item, Plan, plan
from netpractice.practice.importing.sources import BookReading, Progress, Source, as_problem, gather, read

__all__ = [
    "Action",
    "BookReading",
    "Item",
    "Plan",
    "Progress",
    "Source",
    "as_problem",
    "carry_out",
    "carry_out_in_steps",
    "gather",
    "plan",
    "read",
]

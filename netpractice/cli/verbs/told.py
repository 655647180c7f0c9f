"""`netpractice told`: the giver of a lead knows what came of it."""

from __future__ import annotations

from netpractice.cli.answering import answer_verb
from netpractice.practice import followups

VERB = answer_verb(
    "Close a lead: its giver knows what came of it, also if it led nowhere.",
    lambda book, ids, args, on: followups.told(book, ids, args.note, on=on),
)

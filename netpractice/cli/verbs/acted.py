"""`netpractice acted`: something was done about a follow-up, which stays open."""

from __future__ import annotations

from netpractice.cli.answering import answer_verb
from netpractice.practice import followups

VERB = answer_verb(
    "Something was done about a follow-up, which stays open. After acting on a lead,\n"
    "its giver is to be told within a week what came of it.",
    lambda book, ids, args, on: followups.acted(book, ids, args.note, on=on),
)

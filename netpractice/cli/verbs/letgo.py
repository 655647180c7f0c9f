"""`netpractice letgo`: let follow-ups go on purpose."""

from __future__ import annotations

from netpractice.cli.answering import answer_verb
from netpractice.practice import followups

VERB = answer_verb(
    "Close follow-ups by letting them go on purpose, which is a good answer too.",
    lambda book, ids, args, on: followups.let_go(book, ids, args.note, on=on),
)

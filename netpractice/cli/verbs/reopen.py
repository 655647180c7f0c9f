"""`netpractice reopen`: open a closed follow-up again."""

from __future__ import annotations

from netpractice.cli.answering import answer_verb
from netpractice.practice import followups

VERB = answer_verb(
    "Open closed follow-ups again.",
    lambda book, ids, args, _: followups.reopen(book, ids, args.note),
    late=False,
    closed=True,
)

"""`netpractice done`: follow-ups that are done, and people one was in touch with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from netpractice.cli.answering import DETAILS, add_answer_options, answer_report, followup_or_person, say_answer
from netpractice.cli.session import Session
from netpractice.cli.verbs import Verb
from netpractice.domain.errors import InputError
from netpractice.practice import followups, people
from netpractice.practice.ledger import KINDS


def arguments(parser: ArgumentParser) -> None:
    """Add the verb's own arguments."""
    parser.add_argument("codes", metavar="CODE", nargs="+", help="which follow-up or person, or several follow-ups")
    parser.add_argument("--favour", metavar="KIND", choices=KINDS, help=f"what a way to help was: {', '.join(KINDS)}")
    add_answer_options(parser, late=True)


def run(session: Session, args: Namespace) -> int:
    """Close follow-ups as done, or write down that one was in touch with somebody."""
    with session.book(writable=True, claim=False) as book:
        there = book.records.followups
        ids = [followup_or_person(book, code) for code in args.codes]
        if args.favour is not None and not any(each in there and there[each].kind == "help" for each in ids):
            raise InputError("--favour tells what a way to help was", where="done", way_out="Leave it out here")
        if any(each not in there for each in ids):
            if len(ids) > 1 or args.on or args.note:
                raise InputError(
                    "a person is named alone, without --on and --note",
                    where="done",
                    way_out="Write down a talk of another day with netpractice log",
                )
            outcome = people.touch(book, ids[0])
            report = answer_report(book, (), outcome)
        else:
            on = session.day(book, args.on) if args.on is not None else None
            outcome = followups.done(book, ids, args.note, on=on, favour=args.favour or "other")
            report = answer_report(book, ids, outcome)
    say_answer(session, args, outcome.words, report)
    return 0


VERB = Verb(
    description="Close follow-ups as done; a way to help is a favour given then. With the code of a\n"
    "person that netpractice due shows: you were in touch today.",
    arguments=arguments,
    run=run,
    details=DETAILS,
)

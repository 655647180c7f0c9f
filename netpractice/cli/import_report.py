"""What an import did, as a report: to be read, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from netpractice.cli.options import PROGRAM
from netpractice.domain.cards import Problem, Reading
from netpractice.domain.fields import FIELDS
from netpractice.domain.updating import FieldChange, Value
from netpractice.practice.importing import Action, BookReading, Item, Plan
from netpractice.practice.outcome import Outcome

LISTED = 20
"""How many of a kind are named one by one in a report to be read."""

SHAPE = """\
--json prints one object:
  {"schema": 1, "added", "updated", "unchanged": how many people,
   "found": how many the files hold, "dry_run": false, "done": in words | "",
   "problems": [{"file", "line": from 1 | 0, "what"}, ...],
   "files": [{"file", "kind", "found", "read"}, ...],
   "records": how many other entries come in with a whole book,
   "changes": [{"action": "add" | "update", "id": of the contact | null,
                "name", "company", "role", "archived": false,
                "found_by": "e-mail" and so on | null,
                "fields": [{"field", "before", "after", "taken"}, ...]}, ...]}"""


class FileReport(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read."""

    file: str
    kind: str
    """What it is, in words."""
    found: int
    """How many people it holds."""
    read: int
    """How many of these could be read."""


class PersonReport(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody new, or somebody with something to change or to show."""

    action: Action
    id: str | None
    """The id of the contact in the book; None for somebody new."""
    name: str
    company: str
    role: str
    archived: bool
    found_by: str | None
    fields: tuple[FieldChange, ...]


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was imported, or would be."""

    added: int
    updated: int
    unchanged: int
    found: int
    dry_run: bool
    done: str
    """What was done, in words; empty for nothing."""
    problems: tuple[Problem, ...]
    files: tuple[FileReport, ...]
    records: int
    changes: tuple[PersonReport, ...]


def import_report(
    plan: Plan, readings: Iterable[Reading], refusals: Iterable[Problem], outcome: Outcome | None
) -> ImportReport:
    """The report on a plan.

    Args:
        plan: the plan.
        readings: what it was made of.
        refusals: what is wrong with the files that said nothing.
        outcome: what came of it; None if it wasn't carried out.
    """
    return ImportReport(
        added=plan.added,
        updated=plan.updated,
        unchanged=plan.unchanged,
        found=plan.found,
        dry_run=outcome is None,
        done=outcome.words if outcome and outcome.change else "",
        problems=(*refusals, *plan.problems),
        files=tuple(map(_file, readings)),
        records=len(plan.records),
        changes=tuple(_person(item) for item in plan.items if item.action != "same"),
    )


def plain(report: ImportReport) -> Iterator[str]:
    """The report in lines."""
    for file in report.files:
        lost = f"{file.read:,} of {file.found:,}" if file.read != file.found else f"{file.found:,}"
        yield f"{file.file}: {file.kind}, {lost} {'person' if file.found == 1 else 'people'}"
    yield from _some([_problem(problem)] for problem in report.problems)
    for action in ("add", "update"):
        yield from _some(list(_told(person)) for person in report.changes if person.action == action)
    yield _summary(report)
    if report.done:
        yield f"To take it back: {PROGRAM} undo, or u in the app"


def _file(reading: Reading) -> FileReport:
    """A file that was read."""
    read = reading.found if isinstance(reading, BookReading) else len(reading.cards)
    return FileReport(file=reading.file, kind=reading.kind, found=reading.found, read=read)


def _person(item: Item) -> PersonReport:
    """Somebody new, or somebody with something to change or to show."""
    contact = item.contact
    one = contact or item.card
    return PersonReport(
        action=item.action,
        id=contact.id if contact else None,
        name=one.name,
        company=one.company,
        role=one.role,
        archived=one.archived is not None,
        found_by=item.why,
        fields=item.changes,
    )


def _some(entries: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of the first entries, and how many more there are."""
    entries = list(entries)
    yield from (line for entry in entries[:LISTED] for line in entry)
    if len(entries) > LISTED:
        yield f"  and {len(entries) - LISTED:,} more; --json names them all"


def _problem(problem: Problem) -> str:
    """A problem in a line."""
    where = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    return f"  {where}: {problem.what}"


def _told(person: PersonReport) -> Iterator[str]:
    """Somebody in lines, with every field that changes or differs."""
    facts = ", ".join(filter(None, (person.name, person.role, person.company)))
    stays = " (archived, and stays so)" if person.archived and person.action == "update" else ""
    yield f"  {'+' if person.action == 'add' else '~'} {facts}{stays}"
    for change in person.fields:
        yield f"      {FIELDS[change.field].label.lower()}: {_changed(change)}"


def _changed(change: FieldChange) -> str:
    """What becomes of a field, in words."""
    if change.field == "notes":
        return "added to"
    if isinstance(change.after, tuple):
        return "+ " + ", ".join(value for value in change.after if value not in change.before)
    if not change.taken:
        return f"stays {_quoted(change.before)}; the file says {_quoted(change.after)}"
    return f"{_quoted(change.before)} -> {_quoted(change.after)}"


def _quoted(value: Value) -> str:
    """A value as it is shown, or what stands for none."""
    return str(value) or "(empty)"


def _summary(report: ImportReport) -> str:
    """How many people were added, changed and left, in a sentence."""
    if report.dry_run:
        return (
            f"Would add {report.added:,}, update {report.updated:,} and leave {report.unchanged:,}; nothing was written"
        )
    if not report.done:
        return "Nothing new: the roster is as the files say"
    they = "stays as it is" if report.unchanged == 1 else "stay as they are"
    stay = f"; {report.unchanged:,} on the roster {they}" if report.unchanged else ""
    return f"{report.done[0].upper()}{report.done[1:]}{stay}"

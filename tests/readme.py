"""`python -m tests.readme` writes the README's table of keys from the registry of actions."""

from __future__ import annotations

import re
from pathlib import Path

from netpractice.tui.actions import Keys, Where, actions_for, entries

README = Path(__file__).parents[1] / "README.md"

PLACES: tuple[tuple[str, Where], ...] = (
    ("Today", "today"),
    ("Roster", "roster"),
    ("Card", "card"),
    ("Merge", "merge"),
    ("Sorting round", "sorting"),
    ("Import", "import"),
    ("Columns", "mapping"),
    ("Preview", "preview"),
    ("Journal", "journal"),
    ("Talk", "talk"),
    ("Batch", "batch"),
    ("Follow-ups", "followups"),
    ("Favours", "favours"),
    ("Events", "events"),
    ("Scorecard", "scorecard"),
    ("Week", "week"),
    ("Weekly review", "guided"),
    ("Lists", "list"),
    ("Filters", "filter"),
    ("Forms", "form"),
    ("Pages", "sheet"),
    ("Everywhere", "everywhere"),
)
"""The places whose keys the README lists, with their titles."""

_BETWEEN = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


def key_table() -> str:
    """The keys of every place, in Markdown."""
    rows = ["| where | key | | what it does | name in the config |", "|---|---|---|---|---|"]
    for title, where in PLACES:
        for entry in entries(actions_for(where), Keys()):
            keys = f"`{entry.keys}`" if entry.keys else "(palette)"
            names = [f"`{action.id}`" for action in entry.actions]
            name = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
            rows.append(f"| {title} | {keys} | {entry.name} | {entry.does} | {name} |")
    return "\n".join(rows) + "\n"


def with_keys(readme: str) -> str:
    """A README whose table of keys is that of the registry."""
    return _BETWEEN.sub(lambda _: f"\n{key_table()}\n", readme)


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")

"""What is looked at: the screens after some keys, in a size, on a book."""

from __future__ import annotations

from typing import NamedTuple

SMALL, LARGE, LOW, TINY = (80, 24), (120, 40), (60, 16), (59, 15)


BATCH = (
    "## Fair / thu / @bar",
    "Søren / *intro to Bo / fu sat",
    "Ida Berg / !call by tue / 3",
    "Liam Sampla / fu someday",
    "man with a kite / good laugh",
)
"""What is typed after an event, line by line."""


def typed(*lines: str) -> tuple[str, ...]:
    """The keys that type some lines."""
    return tuple(key for line in lines for key in ("enter", *line))[1:]


class Look(NamedTuple):
    """A screen to look at."""

    name: str
    keys: tuple[str, ...] = ()
    """What is pressed after the start, in Textual's names."""
    size: tuple[int, int] = SMALL
    empty: bool = False
    """True for a book in which nothing has been written, instead of the sample book."""
    awaited: str = "? Help"
    """Words that are there when the screen is ready."""

    @property
    def title(self) -> str:
        """The name of its file: what it is, and how large."""
        return f"{self.name}-{self.size[0]}x{self.size[1]}"


LOOKS: tuple[Look, ...] = (
    Look("today"),
    Look("today", size=LARGE),
    Look("today", size=LOW),
    Look("today", size=TINY),
    Look("welcome", empty=True),
    Look("welcome", size=LARGE, empty=True),
    Look("welcome", size=LOW, empty=True),
    Look("ticked", ("2", "6", "3", "4"), awaited="attitude 4"),
    Look("asking", ("3",), awaited="0-4 How open?"),
    Look("day-before", ("h",), awaited="Sat 21 Nov"),
    Look("passed", ("p",), empty=True, awaited="a pass"),
    Look("refused", ("l",), awaited="That day is still ahead."),
    Look("intention", ("i",), awaited="Enter keeps it"),
    Look("help", ("?",), awaited="Help: Today"),
    Look("help", ("?",), size=LARGE, awaited="Help: Today"),
    Look("palette", ("ctrl+p",), awaited="Tick it, or take"),
    Look("roster", ("R", "j"), awaited="26 people"),
    Look("roster", ("R", "j"), size=LARGE, awaited="26 people"),
    Look("roster", ("R",), size=LOW, awaited="26 people"),
    Look("roster", ("R",), size=TINY, awaited="reconnect"),
    Look("roster-empty", ("R",), empty=True, awaited="a name is enough"),
    Look("roster-filter", ("R", "slash", *"due"), awaited="3 of 26"),
    Look("roster-marked", ("R", "space", "space", "o"), awaited="2 marked"),
    Look("card", ("R", "j", "j", "enter"), awaited="Timeline"),
    Look("card", ("R", "j", "j", "enter"), size=LARGE, awaited="Timeline"),
    Look("edit", ("R", "e", "tab", "tab"), awaited="Up and down choose"),
    Look("merge", ("R", "space", "space", "m"), awaited="as one"),
    Look("circle", ("R", "w"), awaited="every 21 d"),
    Look("tags", ("R", "t", *"mu"), awaited="Will change"),
    Look("add", ("R", "a", *"Noa"), awaited="On the roster"),
    Look("import", ("I",), awaited="club.csv"),
    Look("import", ("I",), size=LARGE, awaited="club.csv"),
    Look("import", ("I",), size=LOW, awaited="club.csv"),
    Look("import", ("I",), size=TINY, awaited="club.csv"),
    Look("import-refused", ("I", *"gone.vcf", "enter"), awaited="no such file"),
    Look("preview", ("I", *"Con", "tab", "enter"), awaited="To be imported"),
    Look("preview", ("I", *"Con", "tab", "enter"), size=LARGE, awaited="To be imported"),
    Look("preview", ("I", *"Con", "tab", "enter"), size=LOW, awaited="To be imported"),
    Look("mapping", ("I", *"club", "tab", "enter"), awaited="which column is which"),
    Look("mapping", ("I", *"club", "tab", "enter"), size=LARGE, awaited="which column is which"),
    Look("journal", ("J", "j", "j"), awaited="43 talks"),
    Look("journal", ("J", "j", "j"), size=LARGE, awaited="43 talks"),
    Look("journal", ("J",), size=LOW, awaited="43 talks"),
    Look("journal", ("J",), size=TINY, awaited="Lantern"),
    Look("journal-empty", ("J",), empty=True, awaited="Every talk counts"),
    Look("journal-search", ("J", "slash", *"boat"), awaited="of 43 talks"),
    Look("journal-month", ("J", "v"), awaited="Mon  Tue"),
    Look("talk", ("J", "j", "j", "enter"), awaited="3 of 43"),
    Look("note", ("n", *"Søren", "tab", *"fri"), awaited="Fri 20 Nov"),
    Look("batch", ("b",), awaited="Write a person a line"),
    Look("batch-typed", ("b", *typed(*BATCH)), awaited="3 talks"),
    Look("batch-typed", ("b", *typed(*BATCH)), size=LARGE, awaited="3 talks"),
    Look("followups", ("F",), awaited="Ways to help"),
    Look("followups", ("F", "G"), size=LARGE, awaited="Help for Ada"),
    Look("followups", ("F",), size=LOW, awaited="People met"),
    Look("followups", ("F",), size=TINY, awaited="People met"),
    Look("followups-closed", ("F", "slash", *"closed", "enter"), awaited="Closed  "),
    Look("followups-empty", ("F",), empty=True, awaited="Nothing is open"),
    Look("favours", ("F", "f"), awaited="Five minutes"),
    Look("favours", ("F", "f"), size=LARGE, awaited="Five minutes"),
    Look("events", ("F", "v", "j"), awaited="Lantern Evening"),
    Look("events", ("F", "v", "j"), size=LARGE, awaited="Lantern Evening"),
    Look("season", ("F", "i"), awaited="I need nothing: the time to give"),
    Look("scorecard", ("S", "5"), awaited="3 of 6 due"),
    Look("scorecard", ("S", "5"), size=LARGE, awaited="3 of 6 due"),
    Look("scorecard", ("S", "5"), size=LOW, awaited="3 of 6 due"),
    Look("scorecard", ("S", "5"), size=TINY, awaited="2026-W47, score"),
    Look("scorecard-empty", ("S",), empty=True, awaited="begins your first week"),
    Look("scorecard-why", ("S", "6", "h", "h", "enter"), awaited="2026-W45"),
    Look("scorecard-bars", ("S", "v"), awaited="The weeks' scores"),
    Look("scorecard-year", ("S", "v", "v"), awaited="A year"),
    Look("scorecard-how", ("S", "5", "v", "v", "v"), awaited="how it is computed"),
    Look("target", ("S", "6", "t"), awaited="The weeks until then"),
    Look("week", ("W",), awaited="so far"),
    Look("week", ("W",), size=LARGE, awaited="so far"),
    Look("week", ("W",), size=LOW, awaited="so far"),
    Look("week", ("W",), size=TINY, awaited="2026-W47, score"),
    Look("week-empty", ("W",), empty=True, awaited="no score yet"),
    Look("week-before", ("W", "h"), awaited="2026-W46"),
    Look("week-traps", ("W", "j", "j"), awaited="not for a month"),
    Look("guided", ("W", "enter"), awaited="1 of 7"),
    Look("guided-line", ("W", "enter", *"sssss"), awaited="6 of 7"),
    Look("guided-page", ("W", "v"), awaited="Enter keeps it"),
)
"""Every screen that is kept as text."""

OVER = ("intention", "help", "palette", "circle", "tags", "add", "target", "guided-page", "season")
"""The looks in which something lies over the screen."""

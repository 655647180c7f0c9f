"""Check-ins, favours, follow-ups, weeks and events of the sample book's last three months. All of it is invented.

Days are counted back from the sample book's today: 0 is today, 4 is four days ago, and a due day of -3 comes in three
days.
"""

from __future__ import annotations

import msgspec

from netpractice.domain.records import FavourDirection, FavourKind, FollowUpKind, HabitKey, StepKind

DAYS = 92
"""How many days the three months have, today included."""

ATTITUDES = "-332---34-3-2-3-343-24-333-2-3-33-3233-1-3---2---3-2-32-3--2----2----3--1--2--3-------2---22"
"""The attitude of each day, newest first; `-` where none was written down."""

PASSES = (15, 33)
"""Days off that bridge the run."""

TICKS: dict[int, tuple[HabitKey, ...]] = {
    6: ("warm",),
    28: ("listen",),
    48: ("warm",),
    57: ("give",),
    79: ("anywhere",),
}
"""Habits ticked by hand, in words that were never written down otherwise."""

INTENTIONS: dict[int, str] = {
    0: "ask one question more than I answer",
    1: "say hello on the train",
    3: "let Søren think aloud",
    4: "meet one person before the soup is gone",
    6: "wave to the neighbours and mean it",
    8: "ask Pilar about the oven",
    10: "listen for what Tomáš needs",
    12: "no advice unless asked",
    16: "thank Liam on the spot",
    21: "bring nothing but time",
    27: "count to three before I speak",
    34: "help with the chairs",
    40: "look up in the queue",
    52: "be glad to see people",
    66: "talk to someone while waiting",
    72: "bring a question to Ada",
    90: "begin",
}
"""What the day was to be about."""

REFLECTIONS: dict[int, str] = {
    1: "Three stops are enough for a good talk.",
    3: "He found the answer himself; I only poured the tea.",
    4: "Soup lines are easier than name badges.",
    10: "I learnt more from the napkin than from the timetable.",
    12: "Advice stayed in my pocket, and nobody missed it.",
    15: "A day off. The world went on.",
    21: "Peeling potatoes is a fine setting.",
    27: "The pauses were the best part.",
    34: "Chairs are a good way to meet people.",
    44: "A quiet week is allowed.",
    58: "I talk faster when I worry.",
    72: "Plums and one good question.",
    90: "One page. That was not so hard.",
}
"""A line about how it went."""


class Given(msgspec.Struct, frozen=True):
    """One favour of the ledger."""

    ago: int
    direction: FavourDirection
    who: str
    kind: FavourKind
    what: str


FAVOURS: tuple[Given, ...] = (
    Given(2, "gave", "Greta", "praise", "wrote to her museum about the creaking doors"),
    Given(7, "gave", "Bálint", "useful link", "the film about knots on sailing ships"),
    Given(14, "gave", "Greta", "introduction", "to Jón, who records small noises at night"),
    Given(16, "received", "Liam", "lead", "a producer who wants a map for a radio walk"),
    Given(19, "gave", "Nuno", "introduction", "to Søren, who may come ashore"),
    Given(25, "gave", "Łucja", "feedback", "read the island story twice"),
    Given(26, "received", "Chloé", "lead", "the name of the lantern people's planner"),
    Given(28, "gave", "Zeynep", "share", "passed her job advert on to two people"),
    Given(32, "gave", "Jón", "useful link", "my list of quiet places"),
    Given(38, "gave", "Amihan", "time", "moved music stands for an hour"),
    Given(47, "asked", "Samir", "feedback", "to read my application"),
    Given(50, "received", "Samir", "feedback", "went through it line by line"),
    Given(54, "gave", "Wanjiru", "share", "lent her the good pump"),
    Given(56, "received", "Liam", "time", "the ladder again"),
    Given(58, "gave", "Radu", "useful link", "where the lost property office keeps its stories"),
    Given(63, "gave", "Eirini", "praise", "told the paper about the glove drawer"),
    Given(70, "asked", "Chloé", "introduction", "to anyone who needs a site plan"),
    Given(75, "gave", "Greta", "time", "tested every button"),
    Given(80, "gave", "Pilar", "share", "put her rye loaf on my festival map"),
    Given(85, "received", "Ada", "time", "an hour with my first sketches"),
    Given(89, "gave", "Liam", "praise", "wrote to the station about his night programme"),
)
"""The give and ask ledger, newest first."""


class Open(msgspec.Struct, frozen=True):
    """One follow-up: opened, due, and what became of it."""

    ago: int
    due: int
    kind: FollowUpKind
    who: str
    what: str
    steps: tuple[tuple[int, StepKind, int | None, str], ...] = ()
    """Days ago, what happened, the new due day of a snooze, and a note."""


FOLLOW_UPS: tuple[Open, ...] = (
    Open(0, -7, "help", "Ada", "find someone with a big flat scanner"),
    Open(3, -2, "help", "Søren", "introduce him to Nuno, who made the same move"),
    Open(4, 2, "met", "Thandi", "write two lines about the seed library", ((2, "snoozed", 0, "after the weekend"),)),
    Open(4, 2, "met", "Tevita", "say hello again", ((2, "done", None, "sent the address of the school hall"),)),
    Open(10, 2, "promise", "Tomáš", "send the map of quiet cafés"),
    Open(12, 5, "help", "Zeynep", "send the talk about leading and still making", ((6, "snoozed", 1, ""), (5, "done", None, ""))),
    Open(16, 0, "lead", "Liam", "write to the producer of the radio walk", ((9, "acted", None, "posted a letter and two sketches"),)),
    Open(19, 12, "promise", "Nuno", "colour the storm drawing", ((17, "done", None, ""),)),
    Open(21, -5, "help", "Amihan", "draw the rain plan", ((14, "acted", None, "measured the lawn"),)),
    Open(23, -3, "help", "Priya", "ask Greta how the museum chose its apprentice"),
    Open(
        24, 15, "promise", "Łucja", "sketch the island that moves",
        ((17, "done", None, "first sketch"), (9, "reopened", None, "she asked for a second one"), (9, "snoozed", -4, "")),
    ),
    Open(
        26, 19, "lead", "Chloé", "call the planner of the lantern people",
        ((19, "acted", None, "they have a plan already"), (5, "told", None, "thanked her; it led nowhere, and that is fine")),
    ),
    Open(34, 32, "met", "Jón", "send the list of quiet places", ((32, "done", None, ""),)),
    Open(34, 32, "met", "Ha-eun", "write about tracing maps", ((29, "done", None, "sent her the brush that I use"),)),
    Open(36, 22, "help", "Chiara", "show her how a coast line begins", ((22, "let go", None, "she has found a course"),)),
    Open(50, 40, "promise", "Samir", "tell him how the application went", ((41, "snoozed", 20, ""), (20, "let go", None, "the call was withdrawn"))),
    Open(53, 46, "promise", "Joost", "draw the tea stall", ((46, "done", None, ""),)),
    Open(58, 51, "help", "Radu", "tell him about the lost property office", ((55, "done", None, ""),)),
    Open(66, 64, "met", "Rūta", "say thanks for half a pie", ((64, "done", None, ""),)),
    Open(69, 62, "promise", "Tomáš", "check the marsh on the old map", ((61, "done", None, ""),)),
    Open(72, 58, "lead", "Ada", "ask the archive about open days", ((62, "acted", None, ""), (60, "told", None, "she laughed at the gloves"))),
    Open(75, 68, "help", "Greta", "send paper for the drawing corner", ((70, "done", None, ""),)),
    Open(84, 77, "promise", "Priya", "send the panel's photographs", ((76, "done", None, ""),)),
)  # fmt: skip
"""Follow-ups in every state, newest first."""


class Outing(msgspec.Struct, frozen=True, kw_only=True):
    """An organised event with its mission and what came of it."""

    ago: int
    name: str
    place: str
    to_help: str = ""
    to_meet: str = ""
    to_reconnect: str = ""
    if_then: str = ""
    debrief: str = ""


EVENTS: tuple[Outing, ...] = (
    Outing(
        ago=-9, name="Winter Market", place="cathedral square", to_help="Joost, with the heavy tea chests",
        to_meet="the stall on the left", to_reconnect="Eirini",
        if_then="If I stand alone for a minute, then I ask somebody what they are selling.",
    ),
    Outing(
        ago=4, name="Lantern Evening", place="old tram depot", to_help="whoever carries too much", to_meet="one gardener",
        to_reconnect="Chloé", if_then="If there is a line, then I stand in it and say hello.",
        debrief="Two good talks and wet shoes. The soup line did the work for me.",
    ),
    Outing(
        ago=34, name="Makers' Breakfast", place="market hall", to_help="stay for the chairs", to_meet="two new people",
        if_then="If I reach for my phone, then I look for a name badge instead.",
        debrief="Three new people. I left before I was tired, and that helped.",
    ),
)  # fmt: skip
"""Events, the coming one first."""

SEASONS: tuple[tuple[int, str], ...] = ((91, ""), (71, "a client for hand-drawn maps"), (38, ""))
"""From how many days ago, and what was needed (empty: nothing)."""

PLANS: tuple[tuple[int, dict[HabitKey, int]], ...] = (
    (91, {"warm": 2, "anywhere": 1, "open": 3, "listen": 2, "give": 1}),
    (35, {"warm": 2, "anywhere": 2, "open": 4, "listen": 2, "give": 2}),
)
"""From how many days ago, and the days a week: gentle at first, then the usual plan."""

REST_WEEKS = (45,)
"""A day of each week that wasn't scored."""

REVIEWS: tuple[tuple[int, str, str], ...] = (
    (7, "The best talks began with something in my hands.", "If I carry a sketchbook, then I offer the pencil."),
    (14, "I say thank you too late.", "If somebody helps me, then I write before supper."),
    (21, "A kitchen beats a meeting room.", "If someone is cooking, then I peel."),
    (28, "Silence isn't a hole to fill.", "If they pause, then I count to three."),
    (35, "Chairs are a way in.", "If I don't know what to say, then I help to carry."),
    (56, "I asked for help and forgot to ask how they are.", "If I ask a favour, then I ask about their week first."),
    (63, "People like to show what they collect.", "If I see a drawer, then I ask what is in it."),
    (70, "It was easier than I thought it would be.", "If I worry, then I write down what I expect."),
    (84, "One question is enough.", "If I meet somebody, then I ask what they are looking forward to."),
)
"""A day of the week that was looked back on, its lesson, and what to do next time."""

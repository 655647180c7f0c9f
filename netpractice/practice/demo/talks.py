"""The conversations of the sample book's last three months, newest first.

They are told by somebody who draws maps for a living and is learning to talk to people. All of it is invented.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Talk(msgspec.Struct, frozen=True):
    """One conversation, as told."""

    ago: int
    """How many days before the sample book's today."""
    who: str
    """First names, joined by ` & `; a description stands for somebody who isn't on the roster."""
    setting: str
    """Where it happened; empty for a call or letter."""
    notes: str
    learnt: str = ""
    help: str = ""
    felt: str = ""
    """Three digits, 0 to 4: how well it was expected to go, how well it went, how easy it felt. Empty: not noted."""
    talked: Literal["me", "even", "them"] | None = None
    went_well: str = ""
    try_next: str = ""
    event: str = ""
    """The name of the organised event that it happened at."""


TALKS: tuple[Talk, ...] = (
    Talk(
        0, "Ada", "", "Rang her with my first coffee. She is sorting forty years of field notebooks.",
        learnt="the notebooks go to the town archive in spring, if she can label them", help="find someone with a big flat scanner",
        felt="344", talked="them", went_well="asked, then waited", try_next="leave one more silence than feels polite",
    ),
    Talk(
        1, "woman with a cello case", "train", "We both guarded the luggage shelf. She plays in a hospital on Fridays.",
        felt="132", talked="even",
    ),
    Talk(
        3, "Søren", "café", "He may leave the pilot boat for a desk and isn't sure that he wants to.",
        learnt="what he would miss is the half hour before dawn", help="introduce him to Nuno, who made the same move",
        felt="343", talked="them", try_next="ask what would make it a good year, not what the plan is",
    ),
    Talk(
        4, "Thandi", "old tram depot", "Stood in the soup line together. She lends seeds like a library lends books.",
        learnt="she needs a map of who grows what in which street", help="sketch a key for her street map",
        felt="133", talked="them", event="Lantern Evening", went_well="said hello first",
    ),
    Talk(
        4, "Tevita", "old tram depot", "Carried lanterns back in the rain and laughed about it.",
        learnt="looking for a hall with a high ceiling on Mondays", felt="243", talked="even", event="Lantern Evening",
    ),
    Talk(
        8, "Pilar", "swimming pool", "Two lengths, one long talk at the edge. The new oven arrives on Thursday.",
        learnt="she would like her rye loaf in one more shop", felt="344", talked="even",
    ),
    Talk(
        10, "Tomáš", "canteen", "He showed me the route through the marsh that no timetable knows.",
        learnt="he collects bridges that were never built", felt="233", talked="them",
        went_well="let him draw on my napkin map",
    ),
    Talk(
        12, "Zeynep", "", "Video call. Her team has grown to nine and she misses writing code.",
        learnt="she keeps Friday mornings free to build things", help="send the talk about leading and still making",
        felt="343", talked="them",
    ),
    Talk(14, "Greta", "bookshop", "Met between the atlases. Her next exhibition is about doors that creak.", felt="233"),
    Talk(
        16, "Liam", "park", "Walked the dog that isn't his. He knows a producer who wants a map for a radio walk.",
        learnt="the producer answers letters, not e-mails", felt="344", talked="even",
        try_next="say thank you on the same day",
    ),
    Talk(18, "Wanjiru", "bus stop", "The bus was late again, and so we had time.", felt="133", talked="even"),
    Talk(20, "Nuno", "", "A letter, with a drawing of the storm. Wrote back the same evening."),
    Talk(
        21, "Amihan", "kitchen table", "She cooked; I peeled. The orchestra plays outdoors next summer.",
        learnt="they need a plan of where to sit when it rains", help="draw the rain plan", felt="344", talked="them",
    ),
    Talk(
        23, "Priya", "canteen", "She is hiring her first apprentice and wants to do it kindly.",
        learnt="she dislikes trick questions as much as I do", help="ask Greta how the museum chose its apprentice",
        felt="233", talked="them",
    ),
    Talk(24, "Łucja", "laundrette", "Folded sheets together. She is looking for a map for the end papers of a book.",
         learnt="the story happens on an island that moves", felt="243", talked="even"),
    Talk(26, "Chloé", "", "Short call. She thinks that the lantern people need a site plan, and gave me a name.",
         felt="233"),
    Talk(27, "Ada", "harbour", "Watched boats. She says that a good map leaves room.", learnt="she never drew her own street",
         felt="344", talked="them", went_well="didn't fill the pauses"),
    Talk(30, "Bálint", "gym", "He is writing about a knot that holds only when it is wet.", felt="233", talked="them"),
    Talk(31, "Søren", "", "He rang from the pier to say that the storm was worth seeing.", felt="344"),
    Talk(
        34, "Jón", "market hall", "He records volcanoes at night and sleeps through the alarm clock.",
        learnt="he wants to find quiet places that can be reached on foot", help="share my list of quiet places",
        felt="132", talked="them", event="Makers' Breakfast",
    ),
    Talk(34, "Ha-eun", "market hall", "We shared the last pancake. She plans gardens that fit in a parking space.",
         learnt="the city asks her for maps that she has to trace by hand", felt="243", talked="even",
         event="Makers' Breakfast", try_next="ask for a second story"),
    Talk(34, "Noa", "market hall", "Put the chairs away together.", felt="233", event="Makers' Breakfast"),
    Talk(36, "Chiara", "train platform", "Ten minutes between trains. She paints with tea.",
         learnt="she has never drawn a map and would like to", felt="233", talked="even"),
    Talk(39, "Pilar", "swimming pool", "She swam, I counted. Talked about the price of flour.", felt="344"),
    Talk(40, "man with two umbrellas", "bus stop", "He gave me one of them for three stops.", felt="032",
         went_well="said yes"),
    Talk(44, "Ada", "", "A quiet week. She read me a page of an old notebook.", felt="344"),
    Talk(
        50, "Samir", "library", "He went through my application line by line.",
        learnt="the panel reads the last page first", felt="233", talked="me", try_next="ask about his own week",
    ),
    Talk(52, "Zeynep", "climbing hall", "She climbs like she debugs: down first.", learnt="she is learning to say no",
         felt="344", talked="even"),
    Talk(53, "Joost", "winter market", "He let me smell eleven teas.", felt="133"),
    Talk(56, "Liam", "stairwell", "Borrowed the ladder, brought back soup.", felt="344", talked="even"),
    Talk(58, "Radu", "café", "His robots now say sorry. He wants to know what people answer.",
         learnt="he tests on trains", help="tell him about the lost property office", felt="132", talked="them"),
    Talk(60, "Amihan", "rehearsal room", "Turned pages for her.", felt="344", went_well="stayed for the tidying up"),
    Talk(62, "Eirini", "archive", "She keeps a drawer of single gloves with names.", learnt="one is from a circus",
         felt="243", talked="them"),
    Talk(65, "Søren", "harbour", "First frost. Hot chocolate in the cabin.", learnt="he writes down every sunrise",
         felt="344", talked="them"),
    Talk(66, "Rūta", "pie van", "We both pointed at the last cheese pie, and halved it.", felt="133", talked="even"),
    Talk(69, "Tomáš", "post office", "He asked which of my islands are true.", felt="233"),
    Talk(72, "Ada", "her garden", "Picked plums. She asked what I would draw if nobody paid.", felt="343",
         learnt="she turned down the atlas twice", try_next="bring a question, not an answer"),
    Talk(75, "Greta", "museum", "She let me press every button.", learnt="she wants visitors to draw", felt="243"),
    Talk(78, "Pilar", "bakery", "Waited for the second batch.", felt="344", talked="even"),
    Talk(81, "boy selling chestnuts", "bridge", "He told me which bridge is best at night.", felt="022"),
    Talk(84, "Priya", "", "A call about the panel. Both of us had lost sleep over it.", felt="143",
         learnt="she rehearses in the car"),
    Talk(87, "Liam", "stairwell", "He played me the jingle that he hums.", felt="344"),
    Talk(90, "Zeynep", "park", "The first page of this journal. She said: just ask one question.", felt="233",
         learnt="she was shy at school", talked="them", try_next="one question a day"),
)  # fmt: skip
"""Every conversation, newest first."""

"""What the years before the last three months are made of: subjects, settings and sentences that combine."""

from __future__ import annotations

import msgspec

from netpractice.domain.records import FavourKind


class Subject(msgspec.Struct, frozen=True):
    """Something that people talk about."""

    name: str
    """Fits after "talked about"."""
    learnt: str
    """Fits after "I learnt that they"."""
    helps: str
    """One way to help."""


SUBJECTS: tuple[Subject, ...] = (
    Subject("the allotment", "swap beans with half the street", "send the date of the seed swap"),
    Subject("moving house", "measured the piano before the flat", "lend the folding boxes"),
    Subject("a first job", "practise the interview in the shower", "read the letter once more"),
    Subject("night trains", "sleep best between two borders", "share the list of sleeper routes"),
    Subject("their daughter's chess club", "lose on purpose and get caught", "pass on the old chess clock"),
    Subject("learning Welsh", "label everything in the kitchen", "introduce them to the choir"),
    Subject("a broken kiln", "fired forty cups in one go", "ask the school about its kiln"),
    Subject("running before breakfast", "run slower every year and like it more", "show them the towpath"),
    Subject("bees", "moved the hive for a wedding", "find someone with an empty roof"),
    Subject("a new team", "have lunch with one colleague a day", "send the questions that we used"),
    Subject("the harbour swim", "keep a thermometer in the coat", "lend the dry bag"),
    Subject("a leaking roof", "collect buckets by sound", "give them the roofer's number"),
    Subject("writing a thesis", "write the footnotes first", "read the second chapter"),
    Subject("an old accordion", "play it only in the stairwell", "look for the missing key"),
    Subject("hiring", "answer everybody who applies", "pass the advert on"),
    Subject("going part time", "want Wednesdays for the workshop", "tell them how I asked"),
    Subject("a street library", "found a letter in a cookbook", "bring the doubles"),
    Subject("teaching", "learn every name on the first day", "come and draw for an hour"),
    Subject("a long illness", "count good mornings now", "cook on Thursdays"),
    Subject("bread", "feed the sourdough more often than themselves", "share the old recipe"),
    Subject("an exhibition", "hang pictures lower, for children", "take two posters along"),
    Subject("sailing", "are afraid of flat calm only", "ask Søren about the course"),
    Subject("a start-up", "pay the cleaner before themselves", "introduce them to the grants office"),
    Subject("their father's radio", "can hear the tubes warm up", "find the circuit diagram"),
    Subject("football", "support the team that loses", "keep a ticket for them"),
    Subject("coming home after years abroad", "miss the wrong bus lines", "invite them on the walk"),
    Subject("knitting", "knit the delays of the train into a scarf", "save the red wool"),
    Subject("a podcast", "record under a blanket", "tell them what I skipped and why"),
    Subject("the school garden", "let the pupils name the worms", "ask for spare spades"),
    Subject("retiring", "have a list of doors to knock on", "ask who else would like to know"),
    Subject("a winter without snow", "kept the sledge by the door", "send the mountain webcam"),
    Subject("public speaking", "hold on to a pebble", "sit in the first row"),
    Subject("a bicycle trip", "navigate by bakeries", "draw the next stretch"),
    Subject("a difficult boss", "write the angry letter and keep it", "listen once more next week"),
    Subject("the choir", "sing alto with the tenors", "ask about the free place"),
    Subject("a new language at work", "understand the jokes last", "have lunch in it together"),
)  # fmt: skip
"""Subjects of conversations."""

OPENINGS = (
    "Talked about {} for longer than planned.", "Began with the weather and ended with {}.", "Mostly about {}.",
    "I asked one question about {}, and that was enough.", "They lit up at {}.", "Short talk about {}; good all the same.",
    "Heard how {} changed the year.", "We compared notes on {}.", "Came back to {} from last time.",
    "Somebody else brought up {}, and it became the best part.",
)  # fmt: skip
"""How a note begins; the subject goes into the braces."""

ENDINGS = (
    "", "", "Left while it was good.", "Said thank you twice.", "To be continued on the next walk.", "I listened more than I spoke.",
    "Forgot to ask about the family.", "Laughed a lot.", "It rained, and neither of us minded.", "We will talk again after the holidays.",
    "They offered tea.", "I was nervous for a minute and then not.",
)  # fmt: skip
"""How a note ends."""

SETTINGS = (
    "", "", "bakery", "bar", "bookshop", "bus stop", "café", "canteen", "corridor", "ferry", "gym", "kitchen", "laundrette",
    "library", "lift", "market", "museum", "park", "playground", "post office", "swimming pool", "train", "waiting room",
    "whirlpool tub", "stairwell",
)  # fmt: skip
"""Where conversations happen; a few happen on the telephone."""

STRANGERS = (
    "man with the newspaper", "woman with the red scarf", "somebody's grandfather", "student with a tuba", "dog owner by the gate",
    "the new postman", "lady who knew the timetable", "two nurses on their break",
)  # fmt: skip
"""People who aren't on the roster."""

WENT_WELL = (
    "",
    "",
    "asked, then waited",
    "remembered the name",
    "didn't offer advice",
    "told a story against myself",
    "put the phone away",
)
"""What went well."""

TRY_NEXT = (
    "",
    "",
    "",
    "ask a second question",
    "speak a little slower",
    "say what I liked",
    "bring the sketchbook",
    "arrive early",
)
"""What to try next time."""

FAVOUR_WORDS: tuple[tuple[FavourKind, str], ...] = (
    ("introduction", "brought two people together about {}"), ("feedback", "an honest opinion about {}"),
    ("reference", "a good word, with {} in it"), ("share", "passed the news about {} on"),
    ("praise", "a thank-you note about {}"), ("useful link", "an article about {}"), ("time", "an afternoon for {}"),
    ("lead", "a name, because of {}"), ("other", "a small thing for {}"),
)  # fmt: skip
"""Kinds of favour, and the words for them."""

PROMISES = (
    "send what I know about {}",
    "ask around about {}",
    "find the photographs of {}",
    "bring the book about {}",
    "write about {}",
)
"""What was promised."""

LEADS = (
    "call the friend who knows about {}",
    "visit the place for {}",
    "write to the office for {}",
    "ask the neighbour about {}",
)
"""Where they pointed me."""

NOTES = (
    "",
    "",
    "",
    "took ten minutes",
    "they were glad",
    "later than planned, and welcome all the same",
    "wrote a card",
)
"""What a step of a follow-up says."""

GATHERINGS = (
    ("Harvest Supper", "village hall"), ("Repair Café", "old school"), ("Open Studio Night", "brewery yard"),
    ("Small Makers' Fair", "market hall"), ("Map Lovers' Evening", "library"), ("Winter Talks", "town hall"),
    ("Street Summer", "Station Street"), ("Breakfast for Freelancers", "canteen"), ("Alumni Picnic", "park"),
)  # fmt: skip
"""Organised events and their places."""

NEEDS = ("", "a client for the winter", "", "a room to work in", "", "advice about prices")
"""What the seasons needed, in turn; empty for nothing."""

LESSONS = (
    "I learn more when I ask short questions.", "Being early makes me kinder.", "Thanks cost nothing and go far.",
    "People remember who stayed to tidy up.", "I worry before, never after.", "A walk is easier than a table.",
    "I talk too much when I want something.", "One person a day is plenty.",
)  # fmt: skip
"""What weeks taught."""

IF_THENS = (
    "If I arrive early, then I help to set up.", "If I hear a name, then I say it back.", "If I promise, then I write it down.",
    "If I stand in a queue, then I look up.", "If it goes well, then I say so.", "If I am tired, then I ask one question and listen.",
)  # fmt: skip
"""What to do next time."""

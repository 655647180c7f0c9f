"""The record types: what a book holds, one frozen value a record.

An edit returns a copy (`msgspec.structs.replace`). Every record carries an id of its own, never TinyDB's, and the
moments at which it was made and last changed. A *day* is always a practice day (see `days`): the date stored with the
record at the moment of writing, never worked out again. Nothing computed is ever stored.

Text in records has been cleaned (see `text`). Optional facts are empty, never "unknown".
"""

# Annotations aren't kept as text here: the decoder of the book would have to compile each of them at every start.
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

import msgspec

Line: TypeAlias = Annotated[str, msgspec.Meta(max_length=500)]
"""One line of text, at most 500 characters."""

Text: TypeAlias = Annotated[str, msgspec.Meta(max_length=100_000)]
"""Text of several lines, at most 100,000 characters."""

Level: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=4)]
"""How much of something, 0 (not at all) to 4 (very)."""

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A point in time with its UTC offset."""

Circle: TypeAlias = Literal["warm", "friendly", "familiar", "new"]
"""How near a contact is: warm people like you and forgive mistakes; new ones you have just met."""

HabitKey: TypeAlias = Literal["warm", "anywhere", "open", "listen", "follow", "give"]
"""One of the six habits (see `habits`)."""

FavourDirection: TypeAlias = Literal["gave", "received", "asked"]
FavourKind: TypeAlias = Literal[
    "introduction", "feedback", "reference", "share", "praise", "useful link", "time", "lead", "other"
]
FollowUpKind: TypeAlias = Literal["met", "promise", "lead", "help"]
StepKind: TypeAlias = Literal["acted", "told", "done", "let go", "snoozed", "reopened"]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What every record has."""

    table: ClassVar[str] = ""
    """The name of the TinyDB table that the record lives in."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    """The record's own identity, unique in its table, never used again."""
    created: Moment
    """When it was written first."""
    updated: Moment
    """When it was changed last."""


class Contact(Record, frozen=True, kw_only=True):
    """A person on the roster."""

    table: ClassVar[str] = "contacts"

    name: Line
    nickname: Line = ""
    circle: Circle = "new"
    rhythm_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] | None = None
    """How often to be in touch, in days; None takes the circle's rhythm."""
    resting: bool = False
    """True for somebody who is never due."""
    company: Line = ""
    role: Line = ""
    emails: tuple[Line, ...] = ()
    phones: tuple[Line, ...] = ()
    links: tuple[Line, ...] = ()
    birthday: Line = ""
    """ISO date, or `--MM-DD` when the year isn't known."""
    tags: tuple[Line, ...] = ()
    how_met: Line = ""
    introduced_by: str = ""
    """The id of another contact."""
    notes: Text = ""
    uid: Line = ""
    """The identity that an imported card carried, so that importing it again finds this contact."""
    imported: dict[str, Line] = {}
    """The facts of one line as the last import brought them, by field: one that still is so was not typed over since.

    Under `cards` are the fingerprints of the cards themselves, so that one that comes again is known.
    """
    unsorted: bool = False
    """True for somebody imported whose circle nobody has chosen yet."""
    quiet_until: date | None = None
    """Not suggested before this day ("not this person for a month")."""
    archived: date | None = None


class Participant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Somebody in a conversation, with the circle copied so that moving people later changes nothing."""

    name: Line
    """The name then, or a description of somebody who isn't on the roster."""
    contact: str = ""
    """The contact's id, empty for somebody who isn't on the roster."""
    circle: Circle | None = None


class Debrief(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What one made of a conversation; every part is optional."""

    learnt: Text = ""
    help: Text = ""
    """One way I could help."""
    talked: Literal["me", "even", "them"] | None = None
    """Who talked more."""
    expected: Level | None = None
    """How well I expected it to go."""
    went: Level | None = None
    """How well it went."""
    ease: Level | None = None
    """How easy it felt."""
    went_well: Text = ""
    try_next: Text = ""


class Conversation(Record, frozen=True, kw_only=True):
    """A journal entry about a practice conversation."""

    table: ClassVar[str] = "conversations"

    day: date
    people: tuple[Participant, ...] = ()
    setting: Line = ""
    """Where it happened: bar, gym, train."""
    event: str = ""
    """The id of the organised event it happened at, or empty."""
    tags: tuple[Line, ...] = ()
    notes: Text = ""
    debrief: Debrief = Debrief()


class Favour(Record, frozen=True, kw_only=True):
    """One entry in the give/ask ledger."""

    table: ClassVar[str] = "favours"

    day: date
    direction: FavourDirection
    kind: FavourKind = "other"
    what: Line = ""
    size: Literal["S", "M", "L"] | None = None
    contact: str = ""
    conversation: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Something that happened to a follow-up."""

    day: date
    kind: StepKind
    until: date | None = None
    """The new due day, for a snooze."""
    note: Line = ""
    conversation: str = ""
    """The id of the conversation that made it so, as a later talk with somebody new does."""


class FollowUp(Record, frozen=True, kw_only=True):
    """Something open that must be closed. Its state is what its steps say, the oldest step first."""

    table: ClassVar[str] = "followups"

    kind: FollowUpKind
    what: Line = ""
    contact: str = ""
    opened: date
    due: date
    """The day it was due when it was opened; snoozes are steps."""
    steps: tuple[Step, ...] = ()
    conversation: str = ""


class CheckIn(Record, frozen=True, kw_only=True):
    """The day's page. There is at most one for a day."""

    table: ClassVar[str] = "checkins"

    day: date
    attitude: Level | None = None
    intention: Line = ""
    reflection: Line = ""
    ticks: tuple[HabitKey, ...] = ()
    """Habits ticked by hand, in the order of the habits."""
    passed: bool = False
    """True for a pass: a day off that bridges the daily streak."""


class RestWeek(Record, frozen=True, kw_only=True):
    """A week that isn't scored."""

    table: ClassVar[str] = "rest_weeks"

    day: date
    """Any day of the week that rests."""


class Plan(Record, frozen=True, kw_only=True):
    """Weekly targets, in days a week, for the weeks that begin on `start` or later."""

    table: ClassVar[str] = "plans"

    start: date
    targets: dict[HabitKey, Annotated[int, msgspec.Meta(ge=0, le=7)]]
    """A habit that isn't named keeps its default; 0 pauses a habit. `follow` has no target: 0 pauses it, all else is 1."""


class Season(Record, frozen=True, kw_only=True):
    """From a day on: "I need nothing" (empty need) or "I need: ..."."""

    table: ClassVar[str] = "seasons"

    start: date
    need: Line = ""


class Event(Record, frozen=True, kw_only=True):
    """Something you go to, with a mission before it and a debrief after it."""

    table: ClassVar[str] = "events"

    name: Line
    day: date
    place: Line = ""
    tags: tuple[Line, ...] = ()
    to_help: Line = ""
    to_meet: Line = ""
    to_reconnect: Line = ""
    if_then: Line = ""
    debrief: Text = ""


class Review(Record, frozen=True, kw_only=True):
    """A weekly review that was kept."""

    table: ClassVar[str] = "reviews"

    day: date
    """Any day of the week that was reviewed."""
    lesson: Line = ""
    if_then: Line = ""
    finished: date | None = None
    page: Text = ""
    """The review as it was, in Markdown."""


class Settings(Record, frozen=True, kw_only=True):
    """How this book is kept. There is one record; a book without it has the defaults."""

    table: ClassVar[str] = "settings"

    day_ends_at: Annotated[int, msgspec.Meta(ge=0, le=12)] = 3
    """The hour of the night at which a practice day rolls over."""
    week_start: Annotated[int, msgspec.Meta(ge=0, le=6)] = 0
    """The first day of a week, 0 for Monday to 6 for Sunday."""
    weekly_threshold: Annotated[int, msgspec.Meta(ge=0, le=100)] = 60
    """The least score that continues the weekly streak."""
    met_hours: Annotated[int, msgspec.Meta(ge=1, le=720)] = 48
    """How soon to write to somebody new."""
    theme: Line = ""
    """The chosen theme; empty takes the program's own."""


RECORD_TYPES: tuple[type[Record], ...] = (
    Contact, Conversation, Favour, FollowUp, CheckIn, RestWeek, Plan, Season, Event, Review, Settings,
)  # fmt: skip
"""Every type of record, in the order of the tables in the file."""


class Records(msgspec.Struct, kw_only=True):
    """All records of a book in memory, by table and id, each table in the order of writing.

    Only the change mechanism (`changes.apply`) alters it.
    """

    contacts: dict[str, Contact] = {}
    conversations: dict[str, Conversation] = {}
    favours: dict[str, Favour] = {}
    followups: dict[str, FollowUp] = {}
    checkins: dict[str, CheckIn] = {}
    rest_weeks: dict[str, RestWeek] = {}
    plans: dict[str, Plan] = {}
    seasons: dict[str, Season] = {}
    events: dict[str, Event] = {}
    reviews: dict[str, Review] = {}
    settings: dict[str, Settings] = {}

    def table(self, name: str) -> dict[str, Any]:
        """The records of one table by id; raises AttributeError for a name that is no table."""
        table: dict[str, Any] = getattr(self, name)
        return table

"""What can be done with people, on the roster and on a card alike."""

from __future__ import annotations

from functools import partial
from typing import Literal

from netpractice.domain.fields import FIELDS
from netpractice.domain.records import Contact
from netpractice.domain.rhythm import read_rhythm
from netpractice.practice import people
from netpractice.tui.actions.sorting import CIRCLE_KEYS
from netpractice.tui.screens import people_lines
from netpractice.tui.screens.place import Place


class WithPeople(Place):
    """A place where people are looked at; a subclass says whom an action is about."""

    @property
    def person(self) -> str:
        """The id of the person who is looked at; empty if there is none."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of everybody whom an action for several is about."""
        return (self.person,) if self.person else ()

    def contacts(self, ids: tuple[str, ...]) -> tuple[Contact, ...]:
        """The contacts with these ids."""
        return tuple(self.book.records.contacts[contact_id] for contact_id in ids)

    def who(self, ids: tuple[str, ...]) -> str:
        """One person by name, several by their number."""
        return self.contacts(ids)[0].name if len(ids) == 1 else f"{len(ids)} people"

    def action_touch(self) -> None:
        """Write down that one was in touch today with the person who is looked at."""
        self.attempt(lambda: people.touch(self.book, self.person))

    def action_archive(self) -> None:
        """Put people away, or bring them back if all of them are put away."""
        ids = self.chosen
        away = all(contact.archived for contact in self.contacts(ids))
        self.attempt(lambda: (people.bring_back if away else people.archive)(self.book, ids))

    def action_remove(self) -> None:
        """Take people off the roster."""
        ids = self.chosen
        self.attempt(lambda: people.remove(self.book, ids))

    async def action_circle(self) -> None:
        """Choose the circle of people."""
        from netpractice.tui.modals.choice import Choice

        ids = self.chosen
        circles = {key: circle for circle, key in CIRCLE_KEYS.items()}

        def take(key: str | None) -> None:
            if key is not None:
                self.attempt(lambda: people.set_circle(self.book, ids, circles[key]))

        answers = {key: people_lines.circle_words(circle) for key, circle in circles.items()}
        await self.app.push_screen(Choice(f"The circle of {self.who(ids)}", answers), take)

    async def action_rhythm(self) -> None:
        """Ask how often to be in touch with people."""
        from netpractice.tui.modals.ask_line import AskLine

        ids = self.chosen
        first = self.contacts(ids)[0]

        def take(text: str | None) -> None:
            if text is not None:
                self.attempt(lambda: people.set_rhythm(self.book, ids, _rhythm(text)))

        ask = AskLine(
            f"How often to be in touch with {self.who(ids)}",
            FIELDS["rhythm"].show(first) if len(ids) == 1 else "",
            hint=FIELDS["rhythm"].hint,
            read=read_rhythm,
            tell=partial(people_lines.rhythm_lines, first if len(ids) == 1 else None),
        )
        await self.app.push_screen(ask, take)

    async def action_tags(self) -> None:
        """Ask which tags to put on people, and which to take off."""
        from netpractice.tui.modals.ask_line import AskLine

        ids = self.chosen

        def take(text: str | None) -> None:
            if text is not None:
                on, off = people_lines.read_tags(text)
                self.attempt(lambda: people.tag(self.book, ids, on, off))

        ask = AskLine(
            f"Tags for {self.who(ids)}",
            hint="music, hr; a - before one takes it off",
            read=people_lines.read_tags,
            tell=partial(people_lines.tag_lines, self.contacts(ids), tuple(self.book.records.contacts.values())),
        )
        await self.app.push_screen(ask, take)

    async def action_edit(self) -> None:
        """Change what is on the card of the person who is looked at."""
        from netpractice.tui.modals.person_form import PersonForm

        await self.app.push_screen(PersonForm(self.book, self.glyphs, self.keys, self.person))

    def copy(self, text: str) -> None:
        """Copy a text, and say so."""
        self.app.copy_to_clipboard(text)
        self.tell("Copied")


def _rhythm(text: str) -> int | Literal["circle", "resting"]:
    """A rhythm that was typed, which can be read, as `people.set_rhythm` takes it."""
    read = read_rhythm(text)
    return "resting" if read["resting"] else read["rhythm_days"] or "circle"

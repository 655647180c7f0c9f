"""A form: fields one under the other, each checked while it is typed, and kept together.

A subclass says what the fields are and how to save what was typed:

    class LetterForm(FormSheet):
        def __init__(self, book, glyphs, keys):
            super().__init__(book, glyphs, keys, "A letter", {"to": FormField("To", "Ann"), "text": FormField("Text", rows=5)})

        def save(self, typed):
            return letters.write(self.book, **typed)

An InputError from `save` whose `where` is the label of a field, in lower case, is said under that field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from netpractice.domain.errors import InputError, NetpracticeError
from netpractice.domain.text import clean_line
from netpractice.practice.book import Book
from netpractice.practice.outcome import Outcome
from netpractice.tui.actions import Keys, bindings
from netpractice.tui.drafting import Drafting, Keeper
from netpractice.tui.editor import edited
from netpractice.tui.messages import Did, Refused
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens.form_lines import label_lines, note_lines
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.choosing import Choices, ChoosingLine, no_choices
from netpractice.tui.widgets.lines import Lines
from netpractice.tui.widgets.titles import ScrolledPart
from netpractice.tui.widgets.writing import WritingArea


def _nothing(_: str) -> str:
    """No words."""
    return ""


class FormField(msgspec.Struct, frozen=True):
    """One field of a form."""

    label: str
    text: str = ""
    """What stands there at first."""
    hint: str = ""
    """How to write it, in a few words."""
    read: Callable[[str], object] = clean_line
    """Reads what was typed; raises InputError for what can't be used."""
    choices: Choices = no_choices
    """What may be meant by what was typed."""
    rows: int = 1
    """More than one for a text of several lines."""
    tell: Callable[[str], str] = _nothing
    """Tells how a text is read that can be used; nothing leaves the hint."""


class FormSheet(Sheet[bool], Drafting):
    """A page with a form; the result is True when it was saved."""

    WHERE = "form"
    CALLED = "Form"
    HELP = "What is wrong is said under its field; nothing typed is lost."
    BINDINGS = bindings("form")
    CSS_PATH = "form.tcss"

    def __init__(
        self, book: Book, glyphs: Glyphs, keys: Keys, title: str, fields: Mapping[str, FormField], place: str
    ) -> None:
        """Begin with the texts of the fields, by their names, and with what was typed over them in this place before."""
        super().__init__(book, glyphs, keys)
        self.fields = fields
        self.frame = ScrolledPart("form")
        self.labels, self.note = Lines("labels"), Lines("note")
        self.column = Vertical(id="column")
        self.inputs = {name: _input(name, field) for name, field in fields.items()}
        self.names = {widget: name for name, widget in self.inputs.items()}
        self.refused: dict[str, tuple[str, str]] = {}
        self.keeper: Keeper = Keeper(self, book.drafts, place, self.typed)
        for name, text in (self.keeper.draft.typed if self.keeper.draft else {}).items():
            if name in fields:
                _put(self.inputs[name], text)
        self.frame.entitle(title)

    def save(self, typed: Mapping[str, str]) -> Outcome:
        """Keep the texts that were changed, by the names of their fields; to be written by a subclass."""
        raise NotImplementedError

    def parts(self) -> ComposeResult:
        """The labels beside the fields."""
        with self.frame, Horizontal(id="fields"):
            yield self.labels
            with self.column:
                yield from self.inputs.values()
                yield self.note

    def on_resize(self) -> None:
        """Break what is said under a field anew."""
        self.call_after_refresh(self._look)

    @property
    def here(self) -> str:
        """The name of the field that is typed in."""
        return self.names.get(self.focused, next(iter(self.fields))) if self.focused else next(iter(self.fields))

    def typed(self) -> dict[str, str]:
        """The texts that aren't as they were at first, by the names of their fields."""
        now = {name: _text(widget) for name, widget in self.inputs.items()}
        return {name: text for name, text in now.items() if text != self.fields[name].text}

    def trouble(self, name: str) -> str:
        """What is wrong with a field that was changed, in a sentence; empty if nothing is."""
        text, said = self.refused.get(name, ("", ""))
        widget = self.inputs[name]
        if _text(widget) == text and said:
            return said
        return widget.trouble if isinstance(widget, ChoosingLine) and widget.value != self.fields[name].text else ""

    def on_descendant_focus(self) -> None:
        """Say under the field that is come to what there is to say."""
        self.column.move_child(self.note, after=self.inputs[self.here])
        self._look()

    def on_input_changed(self) -> None:
        """Say at once what is wrong, or what may be meant."""
        self.keeper.touch()
        self._look()

    def on_text_area_changed(self) -> None:
        """Have what is typed kept."""
        self.keeper.touch()

    def on_input_submitted(self) -> None:
        """Go on to the next field."""
        self.action_next()

    def _look(self) -> None:
        """Show the labels, and what there is to say about the field that is typed in."""
        name, width = self.here, self.column.size.width
        widget, field = self.inputs[name], self.fields[name]
        choices = widget.choices if isinstance(widget, ChoosingLine) else ()
        trouble = self.trouble(name)
        hint = ("" if trouble else field.tell(_text(widget))) or field.hint
        notes = note_lines(trouble, choices, _text(widget), hint, width, self.glyphs)
        wrong = frozenset(number for number, each in enumerate(self.fields) if self.trouble(each))
        labels = [field.label for field in self.fields.values()]
        rows = [field.rows for field in self.fields.values()]
        place = list(self.fields).index(name)
        self.note.show(lambda _: notes)
        self.labels.show(lambda _: label_lines(labels, rows, place, len(notes), wrong))

    def action_next(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_choose(self, by: int) -> None:
        """Take one of what may be meant."""
        widget = self.inputs[self.here]
        if isinstance(widget, ChoosingLine):
            widget.choose(by)

    def action_save(self) -> None:
        """Keep what was typed, unless something is wrong with it: then it stays."""
        typed = self.typed()
        wrong = next((name for name in self.fields if self.trouble(name)), None)
        if wrong is not None:
            self.inputs[wrong].focus()
            return
        try:
            outcome = self.save(typed)
        except InputError as problem:
            self._refuse(problem, typed)
        except NetpracticeError as problem:
            self.app.post_message(Refused(str(problem)))
        else:
            self.keeper.saved(outcome.change)
            self.app.post_message(Did(outcome.words, changed=outcome.change is not None))
            self.dismiss(result=True)

    def action_editor(self) -> None:
        """Write a text of several lines in the user's editor: the one that is typed in, or else the first."""
        areas = [widget for widget in self.inputs.values() if isinstance(widget, WritingArea)]
        area = self.focused if isinstance(self.focused, WritingArea) else next(iter(areas), None)
        if area is None:
            self.tell("There is no text of several lines here")
            return
        self.keeper.keep()
        try:
            area.put(edited(self.app, area.text))
        except InputError as problem:
            self.app.post_message(Refused(str(problem)))

    def _refuse(self, problem: InputError, typed: Mapping[str, str]) -> None:
        """Say what is wrong under the field that it concerns, or as a message if it is none of them."""
        name = next((name for name, field in self.fields.items() if field.label.lower() == problem.where), None)
        if name is None:
            self.app.post_message(Refused(str(problem)))
            return
        self.refused[name] = (_text(self.inputs[name]), str(problem))
        self.inputs[name].focus()
        self._look()

    async def action_leave(self) -> None:
        """Go back; what was typed is asked about."""
        if not self.typed():
            self.dismiss(None)
            return
        from netpractice.tui.modals.choice import Choice

        await self.app.push_screen(
            Choice("Keep what you changed?", {"s": "save it", "x": "leave it as it was"}), self._left
        )

    def _left(self, answer: str | None) -> None:
        """Do what was answered about leaving."""
        if answer == "s":
            self.action_save()
        elif answer == "x":
            self.keeper.drop()
            self.dismiss(None)


def _input(name: str, field: FormField) -> Widget:
    """What a field is typed into."""
    if field.rows > 1:
        area = WritingArea(field.text, name=f"field-{name}")
        area.styles.height = field.rows
        return area
    return ChoosingLine(field.text, name=f"field-{name}", read=field.read, choices=field.choices)


def _put(widget: Widget, text: str) -> None:
    """Let a text stand in a field."""
    if isinstance(widget, ChoosingLine):
        widget.value = text
    elif isinstance(widget, WritingArea):
        widget.text = text


def _text(widget: Widget) -> str:
    """What stands in a field."""
    return widget.value if isinstance(widget, ChoosingLine) else widget.text if isinstance(widget, WritingArea) else ""

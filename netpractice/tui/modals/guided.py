"""The guided review: what a week left open, one thing at a time, then two lines, then the page that is kept."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from netpractice.domain.days import show_day, week_label
from netpractice.domain.text import clean_line
from netpractice.practice.book import Book
from netpractice.practice.guided import Answer, Stop, answer, stops, write_line
from netpractice.practice.review import finish, review, review_of
from netpractice.practice.review_page import page
from netpractice.tui.actions import Action, Keys, bindings
from netpractice.tui.modals.sheet import Sheet
from netpractice.tui.screens import guided_lines
from netpractice.tui.text import wrap
from netpractice.tui.theme import Glyphs
from netpractice.tui.widgets.line_input import LineInput
from netpractice.tui.widgets.lines import Lines, Span

StopId = tuple[str, str]


class GuidedSheet(Sheet[str]):
    """Goes from stop to stop; the result is the page that was kept. Whatever was answered stays when it is left."""

    WHERE = "guided"
    CALLED = "Review"
    HELP = "One thing at a time; stop whenever you like, the rest waits."
    BINDINGS = bindings("guided")
    CSS_PATH = "guided.tcss"
    AUTO_FOCUS: ClassVar[str] = ""
    """Nothing: the line is typed in when it is its turn."""

    def __init__(self, book: Book, glyphs: Glyphs, keys: Keys, week: date, *, reading: bool) -> None:
        """Begin with what is open, or with the page if it is only to be read; a line that is written is no open one."""
        super().__init__(book, glyphs, keys)
        self.week = week
        self.reading = reading
        there = () if reading else stops(book, week)
        self.round: tuple[StopId, ...] = tuple(stop.key for stop in there if stop.answers or not stop.text)
        self.passed: list[tuple[StopId, bool]] = []
        self.asked: StopId | None = None
        self.entry = LineInput(name="entry", hint="type a line here", read=partial(clean_line, field="this line"))

    def parts(self) -> ComposeResult:
        """How far one has come, what there is, a line to write, what can be answered; at the end the page."""
        yield Lines("progress")
        yield Lines("stop", classes="part")
        yield self.entry
        yield Lines("trouble")
        yield Lines("answers", classes="part")
        yield Lines("page", classes="part")

    @property
    def stop(self) -> Stop | None:
        """Where one is; None at the end."""
        passed = {stop for stop, _ in self.passed}
        there = {stop.key: stop for stop in stops(self.book, self.week)} if len(passed) < len(self.round) else {}
        return next((there[key] for key in self.round if key in there and key not in passed), None)

    @property
    def text(self) -> str:
        """The page: the one that was kept if it is only to be read, else the one that there would be now."""
        kept = review_of(self.book, self.week)
        return kept.page if self.reading and kept and kept.page else page(review(self.book, self.week))

    def look_again(self) -> None:
        """Show where one is."""
        stop = self.stop
        for name, is_shown in (
            ("progress", stop is not None),
            ("stop", stop is not None),
            ("answers", stop is not None),
            ("trouble", stop is not None),
            ("entry", stop is not None and not stop.answers),
            ("page", stop is None),
        ):
            self.query_one(f"#{name}").display = is_shown
        if stop is None:
            self._show_page()
        else:
            self._show_stop(stop)
        self.refresh_bindings()

    def _show_stop(self, stop: Stop) -> None:
        """Show a stop, and let a line be typed if it is one."""
        report = review(self.book, self.week)
        done = sum(key in dict(self.passed) for key in self.round)
        self._lines("progress").show(lambda _: (guided_lines.progress_line(done, len(self.round), self.glyphs),))
        self._lines("stop").entitle(guided_lines.stop_title(stop))
        self._lines("stop").show(lambda width: guided_lines.stop_lines(stop, report, width, self.glyphs))
        self._lines("answers").entitle("What now?")
        self._lines("answers").show(lambda _: guided_lines.answer_lines(stop, self.keys))
        if stop.key != self.asked:
            self.asked = stop.key
            self.entry.value = stop.text
            self.set_focus(None if stop.answers else self.entry)

    def _show_page(self) -> None:
        """Show the page, and whether it is kept already."""
        self.asked = None
        self.set_focus(None)
        kept, text = review_of(self.book, self.week), self.text
        state = f"kept {show_day(kept.finished, self.book.today)}" if kept and kept.finished else "Enter keeps it"
        self._lines("page").entitle(f"The page of {week_label(self.week)}: {state}")
        self._lines("page").show(lambda width: guided_lines.page_lines(text, width))

    def _lines(self, name: str) -> Lines:
        """One of the parts."""
        return self.query_one(f"#{name}", Lines)

    def footed(self) -> tuple[Action, ...]:
        """Name a step back rather than undo, which is the same here."""
        return tuple(action for action in super().footed() if action.id != "undo")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At a stop what can be answered there, at the end what can be done with the page."""
        stop = self.stop
        if action == "give":
            return stop is not None and parameters[0] in dict(stop.answers)
        if action == "skip":
            return stop is not None and bool(stop.answers)
        if action in ("scroll", "copy_page"):
            return stop is None
        return True

    async def action_go_on(self) -> None:
        """Take the first answer; at a line keep it; at the end keep the page."""
        stop = self.stop
        if stop is None:
            self._keep()
        elif stop.answers:
            self.action_give(stop.answers[0][0])
        else:
            self._write(stop)

    def action_give(self, given: Answer) -> None:
        """Give an answer; the next stop comes."""
        stop = self.stop
        outcome = self.attempt(lambda: answer(self.book, stop, given)) if stop else None
        if stop and outcome:
            self._pass(stop, changed=outcome.change is not None)

    def action_skip(self) -> None:
        """Leave it as it is; the next stop comes."""
        stop = self.stop
        if stop:
            self._pass(stop, changed=False)

    def on_input_submitted(self) -> None:
        """Keep the line that was typed."""
        stop = self.stop
        if stop and not stop.answers:
            self._write(stop)

    def on_input_changed(self) -> None:
        """Say at once what is wrong with the line."""
        trouble = self.entry.trouble if self.entry.value else ""
        self._lines("trouble").show(lambda width: tuple((Span(f" {row}", "late"),) for row in wrap(trouble, width - 2)))

    def _write(self, stop: Stop) -> None:
        """Keep the line, if there is nothing wrong with it; else it stays as it was typed."""
        if self.entry.trouble and self.entry.value:
            return
        text = self.entry.value
        if clean_line(text) == stop.text:
            self._pass(stop, changed=False)
            return
        outcome = self.attempt(lambda: write_line(self.book, self.week, stop, text))
        if outcome:
            self._pass(stop, changed=outcome.change is not None)

    def _pass(self, stop: Stop, *, changed: bool) -> None:
        """Go on from a stop."""
        self.passed.append((stop.key, changed))
        if not changed:
            self.look_again()

    async def action_back(self) -> None:
        """Take the latest answer of this round back, and ask again."""
        if not self.passed:
            self.tell("nothing to take back in this round")
            return
        _, changed = self.passed.pop()
        if changed:
            await self.run_action("app.undo")
        else:
            self.look_again()

    def _keep(self) -> None:
        """Keep the page, and leave."""
        text = self.text
        if self.attempt(lambda: finish(self.book, self.week, text)):
            self.dismiss(text)

    def action_copy_page(self) -> None:
        """Copy the page as Markdown."""
        self.app.copy_to_clipboard(self.text)
        self.tell("copied the page")

    def action_scroll(self, by: int) -> None:
        """Read on, or back."""
        self._lines("page").scroll_relative(y=by, animate=False)

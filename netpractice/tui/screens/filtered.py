"""What every place does whose list can be filtered: the line is typed in a bar over the list, which follows at once."""

from __future__ import annotations

from netpractice.tui.screens.place import FILTER, LIST, Place
from netpractice.tui.widgets.filter_bar import FilterBar
from netpractice.tui.widgets.line_input import FilterLine


class Filtered(Place):
    """A place with a list that its filter sifts; name it behind the screen or sheet among the bases."""

    PARTS = (LIST, FILTER)

    filter: FilterLine
    """What is typed."""
    search: FilterBar
    """The row that it is typed in."""

    def on_mount(self) -> None:
        """Follow what is typed; a message would come a frame later."""
        self.watch(self.filter, "value", self._sift, init=False)

    def _sift(self) -> None:
        """Show what is found, at once."""
        self.look_again()

    def _focus_list(self) -> None:
        """Let keys go to the list, or while there is none, to the place itself."""
        raise NotImplementedError

    def action_filter(self) -> None:
        """Let the user type a filter."""
        self.search.begin()

    def on_filter_line_kept(self) -> None:
        """Go to the list with what was found."""
        self._end_filter()

    def on_filter_line_cleared(self) -> None:
        """Go to the whole list."""
        self._end_filter()

    def _end_filter(self) -> None:
        """Leave the line, which stays in view while it holds something."""
        self.search.end()
        self._focus_list()

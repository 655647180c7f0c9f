"""What can be done while circles are chosen one by one."""

from __future__ import annotations

from collections.abc import Iterator

from netpractice.domain.records import Circle
from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {
    "circles": Group(keys="w f m n", name="Circle", does="Warm, friendly, familiar or new; then the next."),
}
"""The groups by key."""


CIRCLE_KEYS: dict[Circle, str] = {"warm": "w", "friendly": "f", "familiar": "m", "new": "n"}
"""The key of each circle where one is chosen."""


def _circle_actions() -> Iterator[Action]:
    """Make the actions that choose a circle."""
    for circle, key in CIRCLE_KEYS.items():
        yield Action(
            id=f"sorting.{circle}", keys=key, name=circle.capitalize(), does=f"Into the {circle} circle.",
            where="sorting", run=f"take('{circle}')", footer="Circle", group="circles",
        )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_circle_actions(),
    Action(
        id="sorting.skip", keys="s", name="Skip", does="Decide another time.", where="sorting", run="skip",
        footer="Skip",
    ),
    Action(
        id="sorting.archive", keys="d", name="Archive", does="Put away: not somebody to be in touch with.",
        where="sorting", run="archive", footer="Archive",
    ),
    Action(
        id="sorting.back", keys="u", name="Take back", does="Take the latest answer back and ask again.",
        where="sorting", run="back", footer="Take back",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

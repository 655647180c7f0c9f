"""What can be done with follow-ups."""

from __future__ import annotations

from netpractice.tui.actions.action import Action, Group

GROUPS: dict[str, Group] = {}
"""The groups by key."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="followups.proceed", keys="enter", name="Do it", does="The next step: act on a lead, tell, be done.",
        where="followups", run="proceed", footer="Do it",
    ),
    Action(
        id="followups.acted", keys="a", name="Acted", does="Something was done about it; it stays open.",
        where="followups", run="answer('acted')",
    ),
    Action(
        id="followups.told", keys="t", name="Told", does="Whoever gave the lead knows what came of it.",
        where="followups", run="answer('told')",
    ),
    Action(
        id="followups.done", keys="x", name="Done", does="Close it as done; help becomes a favour given.",
        where="followups", run="answer('done')",
    ),
    Action(
        id="followups.note", keys="m", name="With a remark", does="Do the next step, and say what came of it.",
        where="followups", run="remark",
    ),
    Action(
        id="followups.let_go", keys="d", name="Let go", does="Close it on purpose, also many at once.",
        where="followups", run="answer('let go')", footer="Let go",
    ),
    Action(
        id="followups.snooze", keys="s", name="Snooze", does="Put it off until tomorrow.", where="followups",
        run="snooze", footer="Snooze",
    ),
    Action(
        id="followups.put_off", keys="w", name="Put off", does="Put it off to a day in words.", where="followups",
        run="put_off",
    ),
    Action(
        id="followups.reopen", keys="o", name="Open again", does="Open what was closed.", where="followups",
        run="answer('reopened')",
    ),
    Action(
        id="followups.add", keys="+", name="New", does="Write a promise, a lead or a way to help down.",
        where="followups", run="add", footer="New",
    ),
    Action(
        id="followups.edit", keys="e", name="Edit", does="Change what it is, with whom and until when.",
        where="followups", run="edit",
    ),
    Action(
        id="followups.filter", keys="/", name="Filter", does="Find by words, who:, kind:lead, closed.",
        where="followups", run="filter", footer="Filter",
    ),
    Action(
        id="followups.favours", keys="f", name="Favours", does="The ledger of what was given, received, asked.",
        where="followups", run="favours",
    ),
    Action(
        id="followups.events", keys="v", name="Events", does="Events of the year, with mission and debrief.",
        where="followups", run="events",
    ),
    Action(
        id="followups.season", keys="i", name="I need", does="Say what you need these days, or nothing.",
        where="followups", run="season",
    ),
    Action(
        id="followups.mark", keys="space", name="Mark", does="Mark it, to do the same with several.",
        where="followups", run="mark",
    ),
    Action(
        id="followups.remove", keys="delete", name="Remove", does="Take it out; undo brings it back.",
        where="followups", run="remove",
    ),
    Action(
        id="followups.copy", keys="y", name="Copy", does="Copy the line and its story as text.", where="followups",
        run="copy",
    ),
    Action(
        id="followups.clear", keys="escape", name="Clear", does="Take the marks away, then the filter.",
        where="followups", run="clear",
    ),
)  # fmt: skip
"""In the order in which help lists them."""

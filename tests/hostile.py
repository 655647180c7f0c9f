"""Texts that a careless program crashes on, colours, runs, or sends to the terminal as control bytes.

Every suite that shows data takes its strings from here. Control and invisible characters are written as escapes.
"""

from __future__ import annotations

MARKUP = (
    "[bold]Ann[/bold]",
    "[/]",
    "[/bold]",
    "[",
    "]",
    "[b",
    "[[b]]",
    "[]",
    "[@click=app.quit]Ann[/]",
    "[@click=app.simulate_key('q')]Ann",
    "[link='https://example.org']Ann[/link]",
    "[on red]Ann[/on red]",
    "[$error]Ann[/]",
    "\\[b]Ann[/b]",
    "Ann\\",
    "$name",
    "${name}",
    "{name}",
    "{0} {}",
    "%s %(name)s %d%%",
    ":smile: :warning:",
    "**Ann** _Lee_ `code`",
    "<b>Ann</b> &amp;",
)
"""Read as markup, template or format by whatever shows them."""

CONTROLS = (
    "Ann\x1b[2J\x1b[H",
    "\x1b[31mAnn\x1b[0m",
    "Ann\x1b]52;c;QW5u\x07",
    "\x1b]8;;https://example.org\x1b\\Ann\x1b]8;;\x1b\\",
    "\x1b]0;Ann\x07",
    "\x1bPq#0\x1b\\Ann",
    "\x1b[?1049lAnn",
    "\x9b2JAnn",
    "\x9d0;Ann\x9c",
    "Ann\x07",
    "Ann\x08\x08\x08Bob",
    "Ann\x00Lee",
    "Ann\x7fLee",
    "Ann\rBob",
    "Ann\x0b\x0cLee",
    "Ann\x0eLee\x0f",
    "Ann\x85Lee",
    "\tAnn\tLee",
    "Ann\nLee",
    "Ann\r\nLee",
)
"""What a terminal would obey, and line breaks in fields of one line."""

INVISIBLE = (
    "Ann \u202eeeL",
    "\u202dAnn\u202c",
    "\u2066Ann\u2069",
    "\u200eAnn\u200f",
    "\u061cAnn",
    "\ufeffAnn",
    "Ann\u200bLee",
    "Ann\u00adLee",
    "Ann\u2060Lee",
    "Ann\u2028Lee\u2029Kim",
    "Ann\U000e0041\U000e007f",
    "\ud800Ann",
    "Ann\udfff",
    "\udcff\udcfe",
    "Ann\ufffe\uffff",
    "\ufffdAnn",
    "Ann\u00a0Lee\u3000Kim",
    "\u200b",
)
"""What turns the direction of text, breaks lines or can't be encoded, all without being seen."""

SCRIPTS = (
    "Z" + "\u0301\u0335" * 60 + "oe",
    "\u0301Ann",
    "e\u0301 \u00e9",
    "\u212bngstr\u00f6m",
    "\u0130stanbul \u0131",
    "stra\u00dfe \u1e9e",
    "\ufb01 \ufdfa \u2167",
    "\uff21\uff4e\uff4e",
    "\u6771\u4eac \u592a\u90ce",
    "\ud55c\uad6d \u1112\u1161\u11ab",
    "\u0e44\u0e17\u0e22 \u0e17\u0e35\u0e48",
    "\u0915\u094d\u0937\u093f \u0930\u094d\u200d\u092f",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u05d0\u05d1\u05d2 \u05e9\u05c1\u05b8",
    "\u0f66\u0f92\u0fb2\u0f74",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 Kim",
    "\U0001f1e9\U0001f1ea\U0001f1e9",
    "\u2764\ufe0f 1\ufe0f\u20e3",
    "\U0001f44d\U0001f3fd",
    "\U00020000\U0001d538",
)
"""Wide, combining, joined and right-to-left text that somebody may really be called."""

MEANINGS = (
    "",
    " ",
    ".",
    "-",
    "0",
    "null",
    "None",
    "true",
    "NaN",
    "con.txt",
    "../../etc/passwd",
    "~",
    "=1+1",
    "+1 314 555 0100",
    "-1",
    "@SUM(A1)",
    "'; DROP TABLE contacts; --",
    "<script>alert(1)</script>",
    "https://example.org/?a=b&c=d#e",
    "Ann / *help / !promise / fu fri",
    "## HR meetup",
    "#tag",
    "a" * 500,
    "\u6771" * 500,
    "word " * 99,
)
"""Values that mean something elsewhere, and the longest that fit in one line."""

HOSTILE = MARKUP + CONTROLS + INVISIBLE + SCRIPTS + MEANINGS
"""All of them."""

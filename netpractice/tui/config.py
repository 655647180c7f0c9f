"""Keys and glyphs from `config.toml`, under the user's config directory.

    glyphs = "ascii"

    [keys]
    "today.intention" = "w"

What can't be used is named in one line with the file and the key, and the defaults hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from netpractice.tui.actions import ACTION, ACTIONS, Keys
from netpractice.tui.theme import ASCII, UNICODE, Glyphs

GLYPHS = {"ascii": ASCII, "unicode": UNICODE}
"""The sets of glyphs by their name in the config."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What the user set about keys and glyphs."""

    keymap: dict[str, str] = {}
    """Action ids to comma separated keys."""
    glyphs: Glyphs = UNICODE
    problems: tuple[str, ...] = ()
    """What can't be used, a sentence each."""

    @classmethod
    def load(cls, path: Path) -> Config:
        """Read a config file; one that isn't there is an empty one."""
        try:
            text = path.read_text("utf-8")
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError) as error:
            return cls(problems=(f"{path} can't be read ({error}). The default keys hold.",))
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, where: str) -> Config:
        """Read the text of a config file; `where` is what the problems call it."""
        import tomllib

        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return cls(problems=(f"{where} can't be read ({error}). The default keys hold.",))
        problems = [f"{where}: {name} isn't a setting. It is left out." for name in values if name not in _NAMES]
        glyphs = GLYPHS.get(str(values.get("glyphs", "unicode")))
        if glyphs is None:
            problems.append(f"{where}: glyphs is 'unicode' or 'ascii'. Unicode holds.")
        keymap = values.get("keys", {})
        wrong = list(_wrong_keys(keymap, where)) if isinstance(keymap, dict) else [f"{where}: keys is a table."]
        return cls(
            keymap={} if wrong else {name: str(keys) for name, keys in keymap.items()},
            glyphs=glyphs or UNICODE,
            problems=(*problems, *(f"{problem} The default keys hold." for problem in wrong)),
        )


_NAMES = ("keys", "glyphs")


def _wrong_keys(keymap: dict[str, object], where: str) -> Iterator[str]:
    """What is wrong with a keymap, a sentence each."""
    from difflib import get_close_matches

    sound: dict[str, str] = {}
    for name, keys in keymap.items():
        if name not in ACTION:
            near = "".join(f"; is it {found!r}?" for found in get_close_matches(name, list(ACTION), n=1))
            yield f"{where}: there is no action {name!r}{near or '.'}"
        elif not isinstance(keys, str) or not keys.strip():
            yield f"{where}: the key of {name} is a text such as 'w' or 'ctrl+w'."
        else:
            sound[name] = keys
    yield from _clashes(Keys(sound), where)


def _clashes(keys: Keys, where: str) -> Iterator[str]:
    """Two actions that a keymap gives the same key where both can be meant."""
    changed = [ACTION[name] for name in keys.keymap if name in ACTION]
    for number, action in enumerate(changed):
        others = (other for other in ACTIONS if other not in changed[: number + 1])
        for other in others:
            meet = action.where == other.where or "everywhere" in (action.where, other.where)
            for key in set(keys.of(action)) & set(keys.of(other)) if meet else ():
                yield f"{where}: {key!r} is the key of both {action.id} and {other.id}."

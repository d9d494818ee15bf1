"""Her own keys: `toetsen.toml`, one command a line, such as `note = "y"`.

The key named there comes in place of the first key of the command; a second road stays. A line that
is wrong is named and not used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.keys import _character_to_key

from spreekuur.rules.written_out import joined
from spreekuur.tui.command import Command
from spreekuur.tui.commands import SHOWN, WRITTEN, typed_by
from spreekuur.tui.keys import is_function_key

FIXED = frozenset({"enter", "escape", "tab", "space", "up", "down", "pageup", "pagedown", "j"})
"""Keys that fields and lists act on by themselves: commands that have one keep it."""
OWNED = re.compile(
    r"ctrl\+[^lopqr]|ctrl\+.{2,}|alt\+.+|shift\+.+|f6|f7|f10|f11"
    r"|enter|escape|tab|space|up|down|left|right|home|end|pageup|pagedown|backspace|delete|[jkgG]"
)
"""Keys of terminals, of text fields and of lists."""
JUDGING = frozenset(one.id for one in WRITTEN["nakijken"])
"""A note gives back the digits that are no judgement; no other keys."""
EVERYWHERE = frozenset({"overal", "terug", "lijst"})
"""Scopes whose commands work beside those of any other."""
TABLE = frozenset({"tafel", "antwoord", "nakijken", "spreekuur"})
"""Scopes of one screen."""
NAMED = 4
"""So many more wrong lines are named by their number."""
_KEYS = {shown.lower(): key for key, shown in SHOWN.items()}


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The keys that hold, by command, and in one sentence or two which lines don't."""

    keys: dict[str, str]
    wrong: str = ""


class BadLine(Exception):
    """A line that can't be used; `why` is a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


def is_fixed(command: Command) -> bool:
    """Whether a command, as it was written, keeps its key."""
    return command.id in JUDGING or bool(FIXED & set(command.keys))


def own_keys(file: Path) -> OwnKeys:
    """What the file says; a line that is wrong takes no other with it."""
    try:
        rows = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return OwnKeys({}, "toetsen.toml: is niet te lezen. De gewone toetsen gelden.")
    own: dict[str, str] = {}
    lines: dict[str, int] = {}
    wrong: dict[int, str] = {}
    for number, row in enumerate(rows, 1):
        try:
            for command, written in _read(row).items():
                own[command], lines[command] = _key(command, written), number
        except BadLine as bad:
            wrong[number] = bad.why
    while clash := _clash(own):
        command, why = clash
        del own[command]
        wrong[lines[command]] = why
    return OwnKeys(own, _said(wrong))


def _said(wrong: Mapping[int, str]) -> str:
    """The first line that is wrong and why, and which others are."""
    if not wrong:
        return ""
    first, *others = sorted(wrong)
    sentence = f"toetsen.toml, regel {first}: {wrong[first]} Die regel geldt niet."
    if len(others) > NAMED:
        return f"{sentence} Nog {len(others)} regels ook niet."
    if others:
        return f"{sentence} Regel {joined([str(one) for one in others])} ook niet."
    return sentence


def _read(row: str) -> Mapping[str, object]:
    """One line of the file: a command, or nothing."""
    try:
        return tomllib.loads(row)
    except tomllib.TOMLDecodeError:
        raise BadLine('is niet te lezen. Typ bijvoorbeeld: note = "y".') from None


def _key(command: str, written: object) -> str:
    """The key as the program names it; refused when the command can't have it."""
    every = (one for members in WRITTEN.values() for one in members)
    known = next((one for one in every if one.id == command), None)
    if known is None:
        raise BadLine(f"{command[:24]} is geen opdracht.")
    if is_fixed(known):
        raise BadLine(f"{_named(known)} heeft een vaste toets.")
    if not isinstance(written, str) or not written:
        raise BadLine(f"{_named(known)} heeft geen toets tussen aanhalingstekens.")
    key = _as_named_here(written)
    if OWNED.fullmatch(key):
        raise BadLine(f"{written[:24]} is van de terminal, een tekstveld of een lijst.")
    if not (_is_text(key) or is_function_key(key) or key.startswith("ctrl+")):
        raise BadLine(f"{written[:24]} is geen toets.")
    if _is_text(key) is not _is_text(known.keys[0]):
        kind = "een letter of teken" if _is_text(known.keys[0]) else "een F-toets of ctrl+letter"
        raise BadLine(f"{_named(known)} kan alleen {kind} zijn.")
    return key


def _as_named_here(written: str) -> str:
    if len(written) == 1:
        return _character_to_key(written)
    return _KEYS.get(written.lower(), written.lower())


def _is_text(key: str) -> bool:
    typed = typed_by(key)
    return typed is not None and typed.isprintable()


def _clash(own: dict[str, str]) -> tuple[str, str] | None:
    """The lowest line whose key leads to a second command that works at the same time, and why."""
    for command, key in reversed(own.items()):
        for one, scope in _commands():
            if one.id != command:
                continue
            for other, other_scope in _commands():
                theirs = (own.get(other.id, other.keys[0]), *other.keys[1:])
                if other.id != command and key in theirs and _meet(scope, other_scope):
                    both = f"{_named(one)} en {_named(other)}"
                    return command, f"{typed_by(key) or key} is van {both}."
    return None


def _commands() -> list[tuple[Command, str]]:
    """Every command that can clash, with its scope; judging makes way by itself."""
    return [
        (one, scope)
        for scope, members in WRITTEN.items()
        for one in members
        if one.id not in JUDGING
    ]


def _meet(one: str, other: str) -> bool:
    return one == other or bool({one, other} & EVERYWHERE) or {one, other} <= TABLE


def _named(command: Command) -> str:
    return f"{command.label} ({command.id})"

"""Her own keys: `toetsen.toml`, one command a line, such as `note = "m"`.

The key named there comes in place of the first key of the command; a second road stays. Whatever is
wrong with the file is said with its line, and then none of it is used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from textual.keys import _character_to_key

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
_KEYS = {shown.lower(): key for key, shown in SHOWN.items()}


class BadKeymap(Exception):
    """The file can't be used; `sentence` says why and where."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__()
        where = f"toetsen.toml, regel {line}:" if line else "toetsen.toml:"
        self.sentence = f"{where} {why} De gewone toetsen gelden."


def is_fixed(command: Command) -> bool:
    """Whether a command, as it was written, keeps its key."""
    return command.id in JUDGING or bool(FIXED & set(command.keys))


def own_keys(file: Path) -> dict[str, str]:
    """The keys in the file, by command; raises BadKeymap."""
    try:
        rows = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BadKeymap("is niet te lezen.") from None
    own: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        for command, written in _read(row, number).items():
            own[command], lines[command] = _key(command, written, number), number
    _refuse_clashes(own, lines)
    return own


def _read(row: str, number: int) -> Mapping[str, object]:
    """One line of the file: a command, or nothing."""
    try:
        return tomllib.loads(row)
    except tomllib.TOMLDecodeError:
        raise BadKeymap('is niet te lezen. Typ bijvoorbeeld: note = "m".', number) from None


def _key(command: str, written: object, number: int) -> str:
    """The key as the program names it; refused when the command can't have it."""
    every = (one for members in WRITTEN.values() for one in members)
    known = next((one for one in every if one.id == command), None)
    if known is None:
        raise BadKeymap(f"{command[:24]} is geen opdracht.", number)
    if is_fixed(known):
        raise BadKeymap(f"{_named(known)} heeft een vaste toets.", number)
    if not isinstance(written, str) or not written:
        raise BadKeymap(f"{_named(known)} heeft geen toets tussen aanhalingstekens.", number)
    key = _as_named_here(written)
    if OWNED.fullmatch(key):
        raise BadKeymap(f"{written[:24]} is van de terminal, een tekstveld of een lijst.", number)
    if not (_is_text(key) or is_function_key(key) or key.startswith("ctrl+")):
        raise BadKeymap(f"{written[:24]} is geen toets.", number)
    if _is_text(key) is not _is_text(known.keys[0]):
        kind = "een letter of teken" if _is_text(known.keys[0]) else "een F-toets of ctrl+letter"
        raise BadKeymap(f"{_named(known)} kan alleen {kind} zijn.", number)
    return key


def _as_named_here(written: str) -> str:
    if len(written) == 1:
        return _character_to_key(written)
    return _KEYS.get(written.lower(), written.lower())


def _is_text(key: str) -> bool:
    typed = typed_by(key)
    return typed is not None and typed.isprintable()


def _refuse_clashes(own: Mapping[str, str], lines: Mapping[str, int]) -> None:
    """No key may lead to two commands that work at the same time."""
    for one, scope in _commands():
        for other, other_scope in _commands():
            if one.id in own and one.id != other.id and _meet(scope, other_scope):
                key = own[one.id]
                if key in (own.get(other.id, other.keys[0]), *other.keys[1:]):
                    both = f"{_named(one)} en {_named(other)}"
                    raise BadKeymap(f"{typed_by(key) or key} is van {both}.", lines[one.id])


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

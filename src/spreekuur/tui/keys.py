"""Which keys lead to a command now: her own, and the second roads past the F keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from spreekuur.tui.command import Command
from spreekuur.tui.commands import WRITTEN, shown_key
from spreekuur.tui.registry import SCOPES

ROADS = {"next": ("back", "present"), "no_show": ("back", "absent")}
"""Commands that can also be reached by two others after each other."""

Road = tuple[str, ...]
"""One key, or two after each other."""

DOES = (
    "begint|bewaart|filtert|geeft|kies|kiest|leest|legt|maakt|neemt|plakt|plant"
    "|sluit|toont|verzet|voegt|vult|zegt|zet|zoekt"
)
NAMED = re.compile(rf"(?:^|(?<=[.,;:?·] )|(?<=Esc ))([a-z+,-]|F\d{{1,2}})(?= (?:{DOES})\b)")
"""Where a sentence of a screen begins with a key: `u maakt het ongedaan`, `l plakt de lijst`."""

_second_roads = False
_own: Mapping[str, str] = {}


def use_keys(own: Mapping[str, str]) -> None:
    """Give commands, by id, a first key of her own; the others have those of the registry."""
    global _own
    _own = own
    for scope, members in WRITTEN.items():
        SCOPES[scope] = tuple(
            replace(one, keys=(own[one.id], *one.keys[1:])) if one.id in own else one
            for one in members
        )


def in_her_keys(sentence: str, *scopes: str) -> str:
    """A sentence written with the keys of the registry, with her own: `q maakt het ongedaan`."""
    if not _own:
        return sentence
    hers: dict[str, str] = {}
    for scope in scopes:
        for written, now in zip(WRITTEN[scope], SCOPES[scope], strict=True):
            hers.setdefault(shown_key(written.keys[0]), shown_key(now.keys[0]))
    return NAMED.sub(lambda found: hers.get(found[1], found[1]), sentence)


def keys_of(command: str) -> tuple[str, ...]:
    """The keys of a command, by its id."""
    return next(one.keys for members in SCOPES.values() for one in members if one.id == command)


def name_second_roads(chosen: bool) -> None:
    """Name the road past an F key in the key bar, instead of the F key."""
    global _second_roads
    _second_roads = chosen


def roads(command: Command) -> list[Road]:
    """The ways to a command."""
    found: list[Road] = [(key,) for key in command.keys]
    if command.id in ROADS:
        found.append(tuple(keys_of(one)[0] for one in ROADS[command.id]))
    return found


def roads_to_name(command: Command) -> list[Road]:
    """The same, with the one to name first in front."""
    found = roads(command)
    # The question mark is nearer than F1; where it is text the key bar takes the next road.
    turned = command.id == "help" or (_second_roads and is_function_key(found[0][0]))
    return found[::-1] if turned else found


def is_function_key(key: str) -> bool:
    """Whether this is one of F1 to F12."""
    return key[0] == "f" and key[1:].isdigit()

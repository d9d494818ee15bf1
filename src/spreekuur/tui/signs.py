"""Every sign outside Latin-1 in one place, with a plain set for fonts that lack them.

The plain set is put in their place at the very end (`plain_signs`), whatever draws them.
"""

from __future__ import annotations

YES = "✓"
PARTLY = "±"
NO = "✗"
CURSOR = "▸"
FULL = "●"
EMPTY = "○"
THEN = "›"
ENTER = "⏎"
RULE = "─"
WALL = "│"
TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = "┌", "┐", "└", "┘"
OPEN_PLACE = "·"
SHARED = "»"
MORE = "…"

PLAIN = {
    YES: "v",
    NO: "x",
    CURSOR: ">",
    FULL: "#",
    EMPTY: "-",
    THEN: ">",
    RULE: "-",
    WALL: "|",
    **dict.fromkeys((TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT), "+"),
}
"""One cell for one cell."""
PLAIN_ENTER = "Enter"

plain = False
"""Whether the plain set is used."""


def use_plain(chosen: bool = True) -> None:
    """Draw with the plain set from now on, or with the signs again."""
    global plain
    plain = chosen


def enter() -> str:
    """The sign of the Enter key, or its name."""
    return PLAIN_ENTER if plain else ENTER
